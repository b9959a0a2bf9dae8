"""Puts mistakes into a copy of the source, one at a time, and runs the tests that must notice: each must fail.

usage: test-mutants.py             those that every run of the tests tries
       test-mutants.py --more      the others, for the long form
       test-mutants.py WORD        the mistakes whose description holds the word

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from mutants import MORE, MUTANTS
from tap import check, done

SOURCE = os.environ.get("SAMSYN_SOURCE") or os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
WORD = sys.argv[1] if len(sys.argv) > 1 else ""
WANTED = {"": MUTANTS, "--more": MORE}.get(WORD) or [mutant for mutant in MUTANTS + MORE if WORD in mutant[0]]
NOT_COPIED = shutil.ignore_patterns("build*", ".git", "__pycache__")

# What a test is told about the first build must not reach the tests of this one.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("SAMSYN_")}


def run(*command, **options):
    return subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)


class Copy:
    """The source and one build of it in a folder of its own."""

    def __init__(self, folder):
        self.source = os.path.join(folder, "source")
        self.folder = os.path.join(folder, "build")
        shutil.copytree(SOURCE, self.source, ignore=NOT_COPIED)
        made = run("meson", "setup", self.folder, self.source, "-Doptimization=0", "-Ddebug=false")
        assert made.returncode == 0, made.stdout + made.stderr
        introspected = run("meson", "introspect", "--tests", self.folder)
        self.programs = {test["name"]: test["cmd"] for test in json.loads(introspected.stdout)}

    def path(self, name):
        return os.path.join(self.source, name)

    def targets(self, tests):
        """What has to be built for these tests: their own programs, and the program itself for the scripts."""
        inside = self.folder + os.sep
        parts = [os.path.normpath(part) for test in tests for part in self.programs[test]]
        names = {part[len(inside):] for part in parts if part.startswith(inside)}
        scripts = any(part.endswith(".py") for part in parts)
        return sorted(names | {"app/samsyn"} if scripts else names)

    def build(self, tests):
        return run("ninja", "-C", self.folder, *self.targets(tests))

    def test(self, tests):
        return run("meson", "test", "-C", self.folder, "--no-rebuild", "--print-errorlogs", *tests)


def last_lines(result):
    return (result.stdout + result.stderr).splitlines()[-15:]


def try_mutant(copy, name, file, old, new, tests):
    path = copy.path(file)
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    if text.count(old) != 1:
        check(f"{name}: the place is in {file}", False, f"{text.count(old)} times: {old}")
        return
    try:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text.replace(old, new))
        built = copy.build(tests)
        if built.returncode != 0:
            check(f"{name}: builds", False, last_lines(built))
            return
        check(f"{name}: noticed by {', '.join(tests)}", copy.test(tests).returncode != 0, "the tests passed")
    finally:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)


def try_all(folder):
    copy = Copy(folder)
    tests = sorted({test for mutant in WANTED for test in mutant[4]})
    unknown = [test for test in tests if test not in copy.programs]
    if not check("the tests that must notice are there", not unknown, unknown):
        return
    built = copy.build(tests)
    if not check("the source builds as it is", built.returncode == 0, last_lines(built)):
        return
    passed = copy.test(tests)
    if not check("without a mistake the tests pass", passed.returncode == 0, last_lines(passed)):
        return
    for mutant in WANTED:
        try_mutant(copy, *mutant)


with tempfile.TemporaryDirectory(prefix="samsyn-mutants-") as place:
    try_all(place)
done()
