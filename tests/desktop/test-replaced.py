"""The file of a window is replaced by another while it is open, and what lies beside one that is opened, in Swedish.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, until
from traveller import Lost, Traveller

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "byte.samsyn")
OTHER = os.path.join(FOLDER.name, "annan.samsyn")
NAME = "SHIS"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def overwrite():
    """As cp does: the file stays, its bytes are others."""
    with open(FILE, "r+b") as file:
        file.write(read(OTHER))
        file.truncate()


def rename_over():
    """As a sync program does."""
    shutil.copy(OTHER, FILE + ".part")
    os.rename(FILE + ".part", FILE)


def try_replaced(how, replace, words):
    subprocess.run([SAMSYN, "new", FILE, "--sample=oversyn"], check=True)
    with open(FILE + "-journal", "wb") as file:
        file.write(b"Minnesanteckningar")
    user = Traveller("sv", FILE, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-11-18")
    try:
        check(f"{how}: what lay beside the file is told, with its new name",
              until(lambda: any("byte.samsyn-journal.aside-1" in name for name in user.names()), 20), user.names()[-20:])
        check(f"{how}: and is there", read(FILE + "-journal.aside-1") == b"Minnesanteckningar")
        user.open_record("organisation", NAME)
        user.to_field("organisation", "short_name")
        replace()
        user.press("ctrl+a")
        user.write("XX")
        user.press("Tab")
        text = until(lambda: next((name for name in user.names() if words in name), None), 20)
        check(f"{how}: it is said in the bar", text, user.names()[-20:])
        check(f"{how}: a copy can be saved, and what is there now be opened",
              {"Försök igen", "Spara en kopia…"} <= set(user.names("push button")), user.names("push button"))
        check(f"{how}: nothing was written", read(FILE) == read(OTHER))
        check(f"{how}: what was typed isn't called saved",
              any(name.startswith("Inte sparat") for name in user.names("status bar")), user.names("status bar"))
    except Lost as lost:
        check(f"{how}: the keys lead there", False, str(lost))
    user.end()
    check(f"{how}: nor was anything at the end", read(FILE) == read(OTHER))
    for name in os.listdir(FOLDER.name):
        if name.startswith("byte"):
            os.unlink(os.path.join(FOLDER.name, name))


subprocess.run([SAMSYN, "new", OTHER, "--sample=oversyn"], check=True)
try_replaced("overwritten", overwrite, "har ersatts av en annan fil")
try_replaced("renamed over", rename_over, "är nu en annan fil")
done()
