#!/usr/bin/python3
"""Chooses the tests of a build, runs them several at a time, and runs once more what failed in a window.

usage: suite.py [OPTION…] run BUILD          runs them
       suite.py [OPTION…] targets BUILD      what ninja has to build for them, one a line

  --core         those that are worth repeating with sanitizers
  --long         the long form as well
  --only=WORD    those whose name holds the word

A program of the window shares the machine with others, and may fail because of them: it gets one more run, by itself.  Both outputs are
kept in BUILD/unsteady; tests/count.py judges.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import argparse
import json
import os
import shutil
import subprocess
import sys

from count import count, entries, log_of

# Windows wait for a person half of the time.
AT_A_TIME = 2 * (os.cpu_count() or 1)


def introspected(build):
    text = subprocess.run(["meson", "introspect", "--tests", build], check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(text)


def is_in(test, suite):
    return any(its.endswith(suite) for its in test["suite"])


def is_core(test):
    """The fast tests that run C code of ours, and the slow ones that are not very slow.  Not those of the house, which look at files,
    and not those of the window, where the libraries' own leaks would be all there is to see."""
    place = " ".join(test["cmd"])
    return (is_in(test, "fast") or test["timeout"] <= 120) and "tests/house/" not in place and "tests/desktop/" not in place


def chosen(options):
    return [test for test in introspected(options.build)
            if (options.long or not is_in(test, "long")) and (is_core(test) or not options.core) and options.only in test["name"]]


def targets(options):
    """The tests' own programs, and the program itself for those that are scripts."""
    inside = os.path.realpath(options.build) + os.sep
    # Programs that are arguments of others stand there as seen from the build.
    parts = {os.path.realpath(os.path.join(options.build, part)) for test in chosen(options) for part in test["cmd"] if os.sep in part}
    names = {part[len(inside):] for part in parts if part.startswith(inside)}
    print("\n".join(sorted(names | {"app/samsyn"})))
    return 0


def meson(build, names, *arguments):
    # Names hold no spaces.  A test that is fast may be slow where the disk or the neighbours are, and with sanitizers.
    subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--print-errorlogs", "--timeout-multiplier", "8", *arguments, *names])


def keep(build, test, which):
    with open(os.path.join(build, "unsteady", f"{test['name']}-{which}.txt"), "w", encoding="utf-8") as out:
        out.write(test.get("stdout", "") + test.get("stderr", ""))


def run_again(build, test):
    name = test["name"]
    keep(build, test, 1)
    meson(build, [name], "--logbase", "again-" + name)
    for again in entries(log_of(build, "again-" + name)):
        keep(build, again, 2)


def run(options):
    build = options.build
    names = [test["name"] for test in chosen(options)]
    windows = {test["name"] for test in introspected(build) if "tests/desktop/" in " ".join(test["cmd"])}
    for left in os.listdir(os.path.join(build, "meson-logs")):
        if left.startswith(("again-", "testlog")):
            os.remove(os.path.join(build, "meson-logs", left))
    shutil.rmtree(os.path.join(build, "unsteady"), ignore_errors=True)
    os.mkdir(os.path.join(build, "unsteady"))
    if not names:
        sys.exit(f"suite.py: {build} has no test whose name holds “{options.only}”")
    meson(build, names, "--num-processes", str(AT_A_TIME))
    for test in entries(log_of(build)):
        if test["name"] in windows and count(test)[1]:
            run_again(build, test)
    return 0


def main():
    parser = argparse.ArgumentParser(prog="suite.py")
    parser.add_argument("--core", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("deed", choices=["run", "targets"])
    parser.add_argument("build")
    options = parser.parse_args()
    return {"run": run, "targets": targets}[options.deed](options)


if __name__ == "__main__":
    sys.exit(main())
