"""A file that may not be written, by keys, in Swedish: it says so, is read, refuses to be edited, and a copy of it can be written.

The administrator may write everything: the program is run without that right.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import MORTAL, SAMSYN, Atspi, until
from traveller import Lost, Traveller

FOLDER = tempfile.TemporaryDirectory()
NAME = "SHIS"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def organisations(path):
    run = subprocess.run([SAMSYN, "list", path, "organisation", "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return {record["name"]: record for record in json.loads(run.stdout)["records"]}


def protected(name, file_mode, folder_mode):
    folder = os.path.join(FOLDER.name, name)
    path = os.path.join(folder, f"{name}.samsyn")
    os.mkdir(folder)
    subprocess.run([SAMSYN, "new", path, "--sample=oversyn"], check=True)
    os.chmod(path, file_mode)
    os.chmod(folder, folder_mode)
    return path


def start(path):
    return Traveller("sv", path, before=MORTAL, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-11-18")


def notice(user):
    return until(lambda: next((name for name in user.names() if "bara för läsning" in name and len(name) > 50), None), 20)


def try_reading(user, path):
    text = notice(user)
    check("the banner says that the file can't be written, and what to do", text and "skriv" in text and "kopia" in text, text)
    user.open_record("organisation", NAME)
    check("a record is read", user.wait(NAME, "heading"), user.names("heading"))
    check("and its history", until(lambda: any(name.startswith("Historik") for name in user.names()), 5), user.names("push button")[-10:])
    user.press("ctrl+k")
    user.listen(0.5)
    user.write("bostad")
    check("and all is searched", until(lambda: len(user.names("list item")) > 60, 5), len(user.names("list item")))
    user.press("Escape")


def try_editing(user, path):
    before = digest(path)
    user.open_record("organisation", NAME)
    user.press("F6")
    user.to_field("organisation", "short_name")
    field = user.focused()
    user.write("XX")
    user.press("Tab")
    text = Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field))
    check("a field can't be typed into", "XX" not in text, text)
    check("and why stands below", until(lambda: "Öppnad enbart för läsning" in user.names("status bar"), 5), user.names("status bar"))
    for keys, what in (("ctrl+n", "a new record"), ("ctrl+Delete", "deleting"), ("ctrl+z", "undoing")):
        user.press(keys)
        user.listen(0.5)
        check(f"{what} is refused", user.find(NAME, "heading") is not None, user.names("heading"))
    user.press("Escape")
    user.press("F6")
    check("the file is as it was", digest(path) == before)


def try_copy(user, path, copy):
    for _ in range(5):
        user.press("F6")
        user.listen(0.3)
        if user.at() in ("Försök igen", "Spara en kopia…"):
            break
    check("F6 leads to the banner", user.at() in ("Försök igen", "Spara en kopia…"), user.at())
    user.press_until("Tab", lambda name: name == "Spara en kopia…", 3)
    user.press("Return")
    check("it asks where the copy shall be", user.dialog() is not None)
    user.press("ctrl+a")
    user.write(copy)
    user.press("Return")
    user.listen(1)
    user.to_front()
    check("the copy is open", until(lambda: user.frame.get_name() == "kopia", 10), user.frame.get_name())
    check("and nothing says that it can't be written", until(lambda: not any("bara för läsning" in name for name in user.names()), 5))
    user.open_record("organisation", NAME)
    user.to_field("organisation", "short_name")
    user.press("ctrl+a")
    user.write("SH")
    user.press("Tab")
    check("the copy is edited", until(lambda: organisations(copy)[NAME].get("short_name") == "SH", 8), organisations(copy)[NAME])


def try_file(name, file_mode, folder_mode):
    path, copy = protected(name, file_mode, folder_mode), os.path.join(FOLDER.name, name + "-kopia", "kopia.samsyn")
    os.mkdir(os.path.dirname(copy))
    before = digest(path)
    user = start(path)
    try:
        try_reading(user, path)
        try_editing(user, path)
        try_copy(user, path, copy)
    except Lost as lost:
        check(f"{name}: the keys lead there", False, str(lost))
    check(f"{name}: it ends well", user.end() == 0)
    check(f"{name}: the file is untouched", digest(path) == before and os.listdir(os.path.dirname(path)) == [os.path.basename(path)],
          os.listdir(os.path.dirname(path)))
    os.chmod(os.path.dirname(path), 0o755)


def try_damage():
    """What is wrong with a file stays in sight, with the way to its backups."""
    path = protected("skada", 0o644, 0o755)
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        file.seek(size - 4096)
        file.write(b"\xff" * 4096)
    before = digest(path)
    user = start(path)
    text = until(lambda: next((name for name in user.names() if "är skadad" in name), None), 30)
    check("damage is told without an edit, with what to do", text and "säkerhetskopia" in text, text or user.names("label")[-10:])
    user.listen(12)
    check("and stays told", text in user.names())
    user.press("F6")
    user.press_until("F6", lambda name: name == "Visa säkerhetskopior", 5)
    check("a button leads to the backups", user.at() == "Visa säkerhetskopior", user.at())
    check("nothing offers to copy what is damaged", "Spara en kopia…" not in user.names("push button"), user.names("push button"))
    check("and it ends well", user.end() == 0)
    check("it is as it was", digest(path) == before)


def try_folder():
    """Of a file that may be written, in a folder that may not: a change could not be undone after a power cut."""
    path = protected("mapp", 0o644, 0o555)
    before = digest(path)
    user = start(path)
    text = notice(user)
    check("a folder that can't be written makes a file read-only too", text and "skriv" in text, text or user.names("label")[-10:])
    check("and it ends well", user.end() == 0)
    check("it is untouched", digest(path) == before)
    os.chmod(os.path.dirname(path), 0o755)


try_file("skyddad", 0o444, 0o555)
try_folder()
try_damage()
done()
