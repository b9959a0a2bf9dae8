"""A value that is changed elsewhere while the user types another: the record shows both, and the user chooses, by keys, in Swedish.

Who changes it is no friend: it writes into the file past the lock.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from listener import Listener
from screen import SAMSYN, until
from traveller import Lost

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "krock.samsyn")
NAME = "SHIS"
MINE, THEIRS = "Behåll mitt", "Ta det andra"


def stored(field):
    with sqlite3.connect(FILE) as database:
        return database.execute(f'SELECT "{field}" FROM "organisation" WHERE "name" = ?', (NAME,)).fetchone()[0]


def write_past(field, value):
    with sqlite3.connect(FILE, timeout=5) as database:
        database.execute(f'UPDATE "organisation" SET "{field}" = ? WHERE "name" = ?', (value, NAME))


def clash(user, field, mine, theirs):
    """Types a value, which another changes before it is saved; leaves the field."""
    user.to_field("organisation", field)
    user.press("ctrl+a")
    user.write(mine)
    write_past(field, theirs)
    user.press("Tab")


def try_clash(user, field, mine, theirs, shown, button, expected):
    label = user.label("organisation", field)
    wanted = f"Detta ändrades på annat håll medan du skrev. Ditt: {shown[0]} · Det andra: {shown[1]}"
    user.is_told(f"{label}: both values are shown, and told", lambda: clash(user, field, mine, theirs), lambda words: wanted in words)
    check(f"{label}: theirs stands in the file", stored(field) == theirs, stored(field))
    check(f"{label}: that it isn't saved is told below", until(lambda: any(name.startswith("Inte sparat") for name in
                                                                         user.names("status bar")), 5), user.names("status bar"))
    user.press_until("shift+Tab", lambda name: user.in_field("organisation", field), 6)
    user.press_until("Tab", lambda name: name == button, 6)
    user.press("Return")
    check(f"{label}: {button}", until(lambda: stored(field) == expected, 5), stored(field))
    check(f"{label}: nothing is asked any more", until(lambda: wanted not in user.names(), 5), user.names("alert"))
    check(f"{label}: and all is saved", until(lambda: any(name.startswith("Sparat") for name in user.names("status bar")), 5),
          user.names("status bar"))


def main():
    subprocess.run([SAMSYN, "new", FILE, "--sample=oversyn"], check=True)
    user = Listener(FILE)
    user.listen(2)
    try:
        user.open_record("organisation", NAME)
        try_clash(user, "short_name", "MITT", "DERAS", ("MITT", "DERAS"), MINE, "MITT")
        try_clash(user, "short_name", "MITT2", "DERAS2", ("MITT2", "DERAS2"), THEIRS, "DERAS2")
        try_clash(user, "valid_to", "2017-03-01", "2018-04-02", ("2017-03-01", "2018-04-02"), THEIRS, "2018-04-02")
        try_clash(user, "notes", "Min anteckning", "Deras", ("Min anteckning", "Deras"), MINE, "Min anteckning")
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    check("it ends well", user.end() == 0)
    done()


if __name__ == "__main__":
    main()
