#!/usr/bin/python3
"""Counts what meson's test logs say, subtest by subtest.

usage: count.py TESTLOG.json…      prints "N passed, N failed" as its last line; fails if any failed
       count.py --names BUILD      the names of the tests that are worth repeating with sanitizers

A test program that crashed, ran out of time, gave no TAP, or ran fewer subtests than it announced counts as one failure more.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys

PLAN = re.compile(r"1\.\.(\d+)")
LINE = re.compile(r"(not )?ok\b[^#]*(#\s*SKIP\b)?", re.IGNORECASE)


def count(test):
    """Passed, failed and skipped subtests of one entry of a log, with what is wrong with the program as a whole."""
    passed = failed = skipped = 0
    announced = None
    for line in test.get("stdout", "").splitlines():
        plan, result = PLAN.match(line), LINE.match(line)
        if plan:
            announced = int(plan[1])
        elif result and result[1]:
            failed += 1
        elif result and result[2]:
            skipped += 1
        elif result:
            passed += 1
    seen = passed + failed + skipped
    if announced is None:
        fault = "gave no plan"
    elif seen != announced:
        fault = f"announced {announced} subtests and ran {seen}"
    elif seen == 0 and test["result"] != "SKIP":
        fault = "ran nothing"
    elif test["result"] not in ("OK", "SKIP") and failed == 0:
        fault = f"ended with {test['result']}, status {test.get('returncode')}"
    else:
        fault = None
    return passed, failed + (fault is not None), skipped, fault


def report(logs):
    total = [0, 0, 0]
    for log in logs:
        if not os.path.exists(log):
            print(f"failed: no tests ran: {log} is not there")
            total[1] += 1
            continue
        with open(log, encoding="utf-8") as lines:
            for test in map(json.loads, lines):
                passed, failed, skipped, fault = count(test)
                total = [a + b for a, b in zip(total, (passed, failed, skipped))]
                if failed:
                    print(f"failed: {test['name']} ({log}): {fault or f'{failed} of {passed + failed}'}")
                if skipped:
                    print(f"skipped: {test['name']} ({log}): {skipped}")
    print(f"{total[0]} passed, {total[1]} failed")
    return 1 if total[1] else 0


def names(build):
    """The fast tests that run C code of ours, and the slow ones that are not very slow.  Not those of the long form, not those of the
    house, which look at files, and not those of the window, where the libraries' own leaks would be all there is to see."""
    text = subprocess.run(["meson", "introspect", "--tests", build], check=True, stdout=subprocess.PIPE, text=True).stdout
    for test in json.loads(text):
        fast = any(suite.endswith("fast") for suite in test["suite"])
        place = " ".join(test["cmd"])
        long = any(suite.endswith("long") for suite in test["suite"])
        if not long and (fast or test["timeout"] <= 120) and "tests/house/" not in place and "tests/desktop/" not in place:
            print(test["name"])
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--names"]:
        sys.exit(names(sys.argv[2]))
    sys.exit(report(sys.argv[1:]))
