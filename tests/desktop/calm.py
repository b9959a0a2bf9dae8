"""Waiting for a program on the display of a test, however slow the machine is: what it has been given is done when neither it nor
what stands between it and the test (the X server, the buses) runs or wants to.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import time

LONGEST = 20  # seconds that a pause is made longer at most
IN_VAIN = 3   # pauses after which what turns round and round is waited for no longer than a second
SAMPLES = 3
APART = 0.01  # seconds


def ancestors():
    pid = os.getpid()
    while pid > 1:
        yield pid
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            pid = int(stat.read().rpartition(")")[2].split()[1])


OURSELVES = set(ancestors())
HOME = ("HOME=" + os.environ["HOME"]).encode()
SERVER = int(os.environ.get("SAMSYN_TEST_SERVER", 0))


def is_here(pid):
    """Whether a process has the home that the display gave it."""
    try:
        with open(f"/proc/{pid}/environ", "rb") as environ:
            return HOME in environ.read().split(b"\0")
    except OSError:
        return False


def processes():
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc")))
            if pid == SERVER or (pid not in OURSELVES and is_here(pid))]


def is_at_work(pid, thread):
    try:
        with open(f"/proc/{pid}/task/{thread}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] in "RD"
    except OSError:  # it has ended
        return False


def is_busy(pid):
    """Whether one of its threads runs, wants to, or waits for the disk."""
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return False
    return any(is_at_work(pid, thread) for thread in threads)


class Rest:
    """Asked again and again, tells when all have been at rest for a while."""

    in_vain = 0

    def __init__(self):
        self.samples = 0
        self.last = 0.0
        self.processes = processes()
        self.longest = time.monotonic() + (LONGEST if Rest.in_vain < IN_VAIN else 1)

    def has_come(self):
        now = time.monotonic()
        if now > self.longest:
            Rest.in_vain += 1
            return True
        if now - self.last >= APART:
            self.last = now
            self.samples = 0 if any(map(is_busy, self.processes)) else self.samples + 1
        if self.samples >= SAMPLES:
            Rest.in_vain = 0
        return self.samples >= SAMPLES


def pause(seconds):
    """Sleeps as long as a person would wait, and longer where the machine hasn't got round to it."""
    time.sleep(seconds)
    rest = Rest()
    while not rest.has_come():
        time.sleep(APART)
