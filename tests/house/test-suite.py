"""tests/suite.py runs what is chosen, and once more, by itself, what failed in a window: tried on a project of five tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

TESTS = os.path.join(os.environ["SAMSYN_SOURCE"], "tests")

# Fails the first time, and says so in a file.
SHAKY = "if [ -f $1 ]; then echo ok 1 shaky; else touch $1; echo not ok 1 shaky; fi; echo 1..1\n"
PROJECT = """project('five')
shell = find_program('sh')
test('window-good', shell, args: [files('tests/desktop/good.sh')], protocol: 'tap', suite: 'slow')
test('window-shaky', shell, args: [files('tests/desktop/shaky.sh'), meson.project_build_root() / 'once'], protocol: 'tap', suite: 'slow')
test('core-shaky', shell, args: [files('tests/store/shaky.sh'), meson.project_build_root() / 'twice'], protocol: 'tap', suite: 'fast')
test('core-lengthy', shell, args: [files('tests/store/good.sh')], protocol: 'tap', suite: 'slow', timeout: 600)
test('core-long', shell, args: [files('tests/store/good.sh')], protocol: 'tap', suite: 'long')
"""


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def run(build, *options):
    """What is counted after a run with these options."""
    environment = {name: value for name, value in os.environ.items() if name != "MESON_TESTTHREADS"}
    ran = subprocess.run([sys.executable, os.path.join(TESTS, "suite.py"), *options, "run", build], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, env=environment)
    counted = subprocess.run([sys.executable, os.path.join(TESTS, "count.py"), build], stdout=subprocess.PIPE, text=True)
    return ran, counted.stdout.splitlines()


with tempfile.TemporaryDirectory() as folder:
    build = os.path.join(folder, "build")
    write(folder, "meson.build", PROJECT)
    for part in ("desktop", "store"):
        write(folder, f"tests/{part}/good.sh", "echo ok 1 good; echo 1..1\n")
        write(folder, f"tests/{part}/shaky.sh", SHAKY)
    subprocess.run(["meson", "setup", build, folder], check=True, stdout=subprocess.DEVNULL)
    ran, lines = run(build)
    check("all but the long ones are run; what fails in no window has failed", lines[-1] == "3 passed, 1 failed", lines)
    check("what failed in a window is run once more", any(line.startswith("unsteady: window-shaky: not ok 1") for line in lines), lines)
    kept = sorted(os.listdir(os.path.join(build, "unsteady")))
    check("both outputs are kept", kept == ["window-shaky-1.txt", "window-shaky-2.txt"], kept)
    _, lines = run(build, "--long")
    check("the long form runs them as well, and a new run remembers nothing of the one before", lines[-1] == "5 passed, 0 failed", lines)
    _, lines = run(build, "--only=good")
    check("a word chooses", lines[-1] == "1 passed, 0 failed", lines)
    _, lines = run(build, "--core")
    check("with sanitizers: what is quick, and no window", lines[-1] == "1 passed, 0 failed", lines)
    ran, _ = run(build, "--only=nothing-is-called-so")
    check("a word that chooses nothing is a fault", ran.returncode != 0 and "nothing-is-called-so" in ran.stdout, ran.stdout)
done()
