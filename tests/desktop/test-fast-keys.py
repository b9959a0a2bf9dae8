"""Keys that come faster than the window is drawn: the program is stopped while they are pressed, so that all of them act before its
next frame.  What opens beside a field opens where the field is by then, also where the form was scrolled or filled anew.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, until, xdotool
from traveller import Traveller

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "snabbt.samsyn")


def press_at_once(user, *keys):
    user.process.send_signal(signal.SIGSTOP)
    xdotool("key", *keys)
    time.sleep(0.3)
    user.process.send_signal(signal.SIGCONT)
    user.listen(1)


def first_field(user, kind):
    user.press("ctrl+n")
    user.listen(2, lambda: user.at().endswith("(krävs)") or user.in_field(kind, "project"))


def steps_to(user, kind, field):
    """How often Tab is pressed from where the focus is."""
    for count in range(60):
        if user.in_field(kind, field):
            return count
        user.press("Tab")
    return 0


def chooser_opens(user, what):
    check(f"{what}: the program goes on", user.process.poll() is None, user.process.poll())
    check(f"{what}: its chooser is open", until(lambda: user.at().startswith("Sök"), 5), user.at())
    user.press("Escape")
    user.listen(0.5)


def try_anew(user):
    """The first field of a status report is a reference; the record before it was looked at far down."""
    user.go_to("status_report")
    first_field(user, "status_report")
    for _ in range(30):
        user.press("Tab")
    press_at_once(user, "ctrl+n", "space")
    chooser_opens(user, "a new record after one that was scrolled")


def try_far_down(user):
    user.go_to("decision")
    for field in ("prepares", "responsible"):
        first_field(user, "decision")
        steps = steps_to(user, "decision", field)
        first_field(user, "decision")
        check(f"{field} lies far down", steps > 10, steps)
        press_at_once(user, *["Tab"] * steps, "space")
        chooser_opens(user, f"{field} by {steps} quick steps")


def main():
    subprocess.run([SAMSYN, "new", FILE, "--sample=oversyn"], check=True)
    user = Traveller("sv", FILE, LC_ALL="sv_SE.UTF-8")
    check("the window is there", user.window is not None)
    try_anew(user)
    try_far_down(user)
    check("it ends well", user.end() == 0)
    done()


main()
