"""The line that tests/run ends with tells the truth about good, failed, crashed and silent test programs.

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


def count(*entries):
    """The last line and the exit status for a log with these entries: (result, standard output)."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, text in entries:
            log.write(json.dumps({"name": "t", "result": result, "returncode": 0 if result == "OK" else 1, "stdout": text}) + "\n")
        log.flush()
        run = subprocess.run([sys.executable, COUNT, log.name], stdout=subprocess.PIPE, text=True)
    return run.stdout.splitlines()[-1], run.returncode


def expect(name, entries, line, status):
    got = count(*entries)
    check(name, got == (line, status), f"{got} and not {(line, status)}")


GOOD = "1..2\nok 1 /a\n# a remark: not ok at all\nok 2 /b\n"
expect("passed subtests are counted one by one", [("OK", GOOD), ("OK", "ok 1 x\n1..1\n")], "3 passed, 0 failed", 0)
expect("a failed subtest is one failure", [("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n")], "1 passed, 1 failed", 1)
expect("a program that stops half-way is a failure", [("ERROR", "1..3\nok 1 /a\n")], "1 passed, 1 failed", 1)
expect("a program that crashes after its last subtest is a failure", [("FAIL", GOOD)], "2 passed, 1 failed", 1)
expect("a program that says nothing is a failure", [("OK", "")], "0 passed, 1 failed", 1)
expect("a program that runs nothing is a failure", [("OK", "1..0\n")], "0 passed, 1 failed", 1)
expect("a program that ran out of time is a failure", [("TIMEOUT", "TAP version 13\n")], "0 passed, 1 failed", 1)
expect("a skipped subtest has not passed", [("OK", "1..2\nok 1 /a # SKIP no display\nok 2 /b\n")], "1 passed, 0 failed", 0)

missing = subprocess.run([sys.executable, COUNT, "/nonexistent.json"], stdout=subprocess.PIPE, text=True)
check("a missing log is a failure", missing.stdout.endswith("0 passed, 1 failed\n") and missing.returncode == 1, missing.stdout)
done()
