"""The lines that tests/run ends with tell the truth about good, failed, crashed, silent and unsteady test programs.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

COUNT = os.path.join(os.environ["SAMSYN_SOURCE"], "tests", "count.py")


def write_log(build, log, name, result, text):
    folder = os.path.join(build, "meson-logs")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, log + ".json"), "a", encoding="utf-8") as out:
        out.write(json.dumps({"name": name, "result": result, "returncode": 0 if result == "OK" else 1, "duration": 1.0,
                              "stdout": text}) + "\n")


def count(build):
    """What is said of a build, line by line, and the exit status."""
    run = subprocess.run([sys.executable, COUNT, build], stdout=subprocess.PIPE, text=True)
    return run.stdout.splitlines(), run.returncode


def expect(name, entries, line, status):
    """Programs with these (result, standard output) end in this line."""
    with tempfile.TemporaryDirectory() as build:
        for result, text in entries:
            write_log(build, "testlog", "t", result, text)
        lines, got = count(build)
    check(name, (lines[-1], got) == (line, status), f"{lines[-1]!r}, {got} and not {(line, status)}")


GOOD = "1..2\nok 1 /a\n# a remark: not ok at all\nok 2 /b\n"
BAD = "1..2\nok 1 /a\nnot ok 2 /b\n"
expect("passed subtests are counted one by one", [("OK", GOOD), ("OK", "ok 1 x\n1..1\n")], "3 passed, 0 failed", 0)
expect("a failed subtest is one failure", [("FAIL", BAD)], "1 passed, 1 failed", 1)
expect("a program that stops half-way is a failure", [("ERROR", "1..3\nok 1 /a\n")], "1 passed, 1 failed", 1)
expect("a program that crashes after its last subtest is a failure", [("FAIL", GOOD)], "2 passed, 1 failed", 1)
expect("a program that says nothing is a failure", [("OK", "")], "0 passed, 1 failed", 1)
expect("a program that runs nothing is a failure", [("OK", "1..0\n")], "0 passed, 1 failed", 1)
expect("a program that ran out of time is a failure", [("TIMEOUT", "TAP version 13\n")], "0 passed, 1 failed", 1)
expect("a skipped subtest has not passed", [("OK", "1..2\nok 1 /a # SKIP no display\nok 2 /b\n")], "1 passed, 0 failed", 0)
expect("a log without programs is a failure", [], "0 passed, 1 failed", 1)


def run_of(build, *again):
    """A run in which window-0, window-1 … failed and gave this when they were run once more."""
    for name in os.listdir(os.path.join(build, "meson-logs")) if os.path.isdir(os.path.join(build, "meson-logs")) else []:
        os.remove(os.path.join(build, "meson-logs", name))
    write_log(build, "testlog", "steady", "OK", GOOD)
    for i, (name, result, text) in enumerate(again):
        write_log(build, "testlog", name, "FAIL", BAD)
        write_log(build, "again-" + name, name, result, text)
    return count(build)


def shaken(*names):
    return [(name, "OK", GOOD) for name in names]


with tempfile.TemporaryDirectory() as build:
    lines, status = run_of(build, *shaken("a", "b"))
    check("what passes when it is run once more has passed", lines[-1] == "6 passed, 0 failed" and status == 0, lines)
    check("… and is named as unsteady, with its cause", any(line.startswith("unsteady: a: not ok 2 /b") for line in lines), lines)
    check("what took longest is told", "took longest:" in lines, lines)
    lines, status = run_of(build, *shaken("b"))
    check("the same in two runs on end is a failure", lines[-1] == "4 passed, 1 failed" and status == 1, lines)
    lines, status = run_of(build, *shaken("a"))
    check("… but not another one", lines[-1] == "4 passed, 0 failed" and status == 0, lines)
    run_of(build)
    lines, status = run_of(build, *shaken("a"))
    check("… nor the same after a run in which it was steady", lines[-1] == "4 passed, 0 failed" and status == 0, lines)
    lines, status = run_of(build, *shaken("c", "d", "e"))
    check("three are too many", lines[-1] == "8 passed, 1 failed" and status == 1, lines)
    lines, status = run_of(build, ("f", "FAIL", BAD))
    check("what fails twice has failed", lines[-1] == "3 passed, 1 failed" and status == 1, lines)
    check("… and is not called unsteady", not any(line.startswith("unsteady:") for line in lines), lines)

missing = subprocess.run([sys.executable, COUNT, "/nonexistent"], stdout=subprocess.PIPE, text=True)
check("a missing log is a failure", missing.stdout.endswith("0 passed, 1 failed\n") and missing.returncode == 1, missing.stdout)
done()
