#!/usr/bin/python3
"""Counts what the runs of tests/suite.py have left, subtest by subtest.

usage: count.py BUILD…      prints what failed, what is unsteady, which took longest, and "N passed, N failed" as its last line;
                            fails if any failed

A test program that crashed, ran out of time, gave no TAP, or ran fewer subtests than it announced counts as one failure more.  What
failed and passed when it was run once more by itself is unsteady: it is named with its cause, and counts as passed, unless there are
more than two such, or the same one was unsteady in the run before.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import sys

PLAN = re.compile(r"1\.\.(\d+)")
LINE = re.compile(r"(not )?ok\b[^#]*(#\s*SKIP\b)?", re.IGNORECASE)
UNSTEADY_MOST = 2
SLOWEST = 12


def log_of(build, name="testlog"):
    return os.path.join(build, "meson-logs", name + ".json")


def entries(log):
    """What meson wrote of each program that it ran; its name without project and suite."""
    if not os.path.exists(log):
        return []
    with open(log, encoding="utf-8") as lines:
        return [dict(test, name=test["name"].rpartition(" / ")[2]) for test in map(json.loads, lines)]


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


def cause(test):
    """The first thing that went wrong in a program that failed."""
    wrong = next((line for line in test.get("stdout", "").splitlines() if line.startswith("not ok")), None)
    return wrong or count(test)[3] or "nothing"


class Count:
    """Of all builds together."""

    def __init__(self):
        self.passed = self.failed = 0
        self.took = []

    def fail(self, sentence):
        print(f"failed: {sentence}")
        self.failed += 1

    def add(self, build, test):
        passed, failed, skipped, fault = count(test)
        self.passed += passed
        self.failed += failed
        self.took.append((test.get("duration", 0), test["name"], build))
        if failed:
            print(f"failed: {test['name']} ({build}): {fault or f'{failed} of {passed + failed}'}")
        if skipped:
            print(f"skipped: {test['name']} ({build}): {skipped}")

    def add_build(self, build):
        tests = entries(log_of(build))
        if not tests:
            self.fail(f"no tests ran: {log_of(build)} is not there, or empty")
            return
        unsteady = {}
        for test in tests:
            again = entries(log_of(build, "again-" + test["name"]))
            self.add(build, again[0] if again else test)
            if again and not count(again[0])[1]:
                unsteady[test["name"]] = cause(test)
        self.judge(build, unsteady)

    def judge(self, build, unsteady):
        """What is unsteady is let through seldom; remembers it for the next run."""
        for name, why in unsteady.items():
            print(f"unsteady: {name}: {why} (both outputs are in {build}/unsteady)")
        if len(unsteady) > UNSTEADY_MOST:
            self.fail(f"{len(unsteady)} unsteady programs, {UNSTEADY_MOST} are let through")
        memory = os.path.join(build, "unsteady.json")
        if os.path.exists(memory):
            with open(memory, encoding="utf-8") as before:
                for name in sorted(set(json.load(before)) & set(unsteady)):
                    self.fail(f"{name} was unsteady in the run before as well")
        with open(memory, "w", encoding="utf-8") as out:
            json.dump(sorted(unsteady), out)

    def report(self):
        print("took longest:")
        for seconds, name, build in sorted(self.took, reverse=True)[:SLOWEST]:
            print(f"  {seconds:6.0f} s  {name} ({build})")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def main(builds):
    total = Count()
    for build in builds:
        total.add_build(build)
    return total.report()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
