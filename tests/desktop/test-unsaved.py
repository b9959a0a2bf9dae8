"""What can't be saved is not passed over, by keys, in Swedish: where the record is left, where the window is closed, where the file has
gone; and what is typed first in an empty workspace goes where it belongs.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, Atspi, until
from traveller import Lost, Traveller

FOLDER = tempfile.TemporaryDirectory()
NO_DAY = "31/2"


def records(path, kind):
    run = subprocess.run([SAMSYN, "list", path, kind, "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return {record["name"]: record for record in json.loads(run.stdout)["records"]}


def start(path):
    return Traveller("sv", path, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-11-18")


def told(user, *parts):
    return until(lambda: next((name for name in user.names() if all(part in name for part in parts)), None), 8)


def typed(user):
    """What stands in the field that has the focus."""
    node = user.focused()
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) if node and "Text" in node.get_interfaces() else None


def type_no_day(user):
    user.to_field("organisation", "valid_from")
    user.press("ctrl+a")
    user.write(NO_DAY)


def try_beginning(user, path):
    """The button of an empty overview leads to the first field of a record."""
    user.press_until("Tab", lambda name: name == "Börja med en organisation", 40)
    user.press("Return")
    user.listen(1)
    user.write("Stockholms stad")
    user.press("Tab")
    check("what is typed first is the name", until(lambda: list(records(path, "organisation")) == ["Stockholms stad"], 8),
          list(records(path, "organisation")))


def try_leaving(user, path):
    user.add("organisation", {"name": "Exempelkontoret"})
    check("there is another record", until(lambda: len(records(path, "organisation")) == 2, 8))
    user.open_record("organisation", "Stockholms stad")
    type_no_day(user)
    user.open_record("organisation", "Exempelkontoret")
    check("who leaves what can't be saved is told what it was", told(user, "kunde inte sparas", NO_DAY, "Gäller från"), user.names("label")[-5:])
    user.open_record("organisation", "Stockholms stad")
    user.press("F6")
    user.to_field("organisation", "valid_from")
    check("it stands there when one comes back", until(lambda: typed(user) == NO_DAY, 5), typed(user))
    type_no_day(user)
    user.press("ctrl+w")
    dialog = user.dialog()
    names = [node.get_name() for node in user.all(top=dialog)] if dialog else []
    check("and asked before the window closes", "Stänga utan att spara?" in names and any("kunde inte sparas" in name and NO_DAY in name
                                                                                         for name in names), names)
    user.press("Escape")
    user.listen(0.5)
    user.to_front()
    check("Escape goes back to what was typed", user.find("Stockholms stad", "heading") and until(lambda: typed(user) == NO_DAY, 5),
          [user.names("heading"), typed(user)])
    user.press("ctrl+z")
    user.listen(0.5)


def try_new(user):
    """A new record that lacks its name is left, and comes back."""
    user.press("ctrl+n")
    user.listen(1)
    user.to_field("organisation", "short_name")
    user.write("EK2")
    user.press("Escape")
    check("who leaves a new record that can't be saved is told what is missing", told(user, "kunde inte sparas", "Namn"),
          user.names("label")[-5:])
    check("with a way back", until(lambda: user.find("Gå tillbaka", "push button"), 5), user.names("push button"))
    user.press("ctrl+z")
    user.listen(1)
    user.to_field("organisation", "short_name")
    check("Ctrl+Z brings it back as it was", until(lambda: typed(user) == "EK2", 5), [user.at(), typed(user)])
    user.press("ctrl+a", "Delete")
    user.press("Escape")
    user.listen(0.5)
    user.open_record("organisation", "Stockholms stad")
    user.press("F6")


def try_moved(user, path):
    elsewhere, copy = path + ".borta", os.path.join(FOLDER.name, "kopia.samsyn")
    user.to_field("organisation", "short_name")
    os.rename(path, elsewhere)
    user.write("SS")
    user.press("Tab")
    check("that the file has gone is told, and what to do", told(user, "finns inte kvar", "spara en kopia"), user.names("label")[-5:])
    user.press_until("F6", lambda name: name in ("Försök igen", "Spara en kopia…"), 6)
    user.press_until("Tab", lambda name: name == "Spara en kopia…", 3)
    user.press("Return")
    check("a button asks where a copy shall be", user.dialog() is not None)
    user.press("ctrl+a")
    user.write(copy)
    user.press("Return")
    user.listen(1)
    user.to_front()
    check("the work goes on in the copy", until(lambda: user.frame.get_name() == "kopia", 10), user.frame.get_name())
    check("what could not be written is told there", told(user, "kunde inte sparas", "Kortnamn (SS)"), user.names("label")[-5:])
    check("and it has everything else", records(copy, "organisation") == records(elsewhere, "organisation"))
    user.open_record("organisation", "Stockholms stad")
    user.to_field("organisation", "short_name")
    user.write("SS")
    user.press("Tab")
    check("and is written", until(lambda: records(copy, "organisation")["Stockholms stad"].get("short_name") == "SS", 8))


def try_closing_anyway(user):
    type_no_day(user)
    user.press("ctrl+q")
    check("quitting asks too", user.dialog() is not None)
    user.press("alt+s")


def main():
    path = os.path.join(FOLDER.name, "projekt.samsyn")
    subprocess.run([SAMSYN, "new", path], check=True)
    user = start(path)
    try:
        try_beginning(user, path)
        try_leaving(user, path)
        try_new(user)
        try_moved(user, path)
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    try:
        try_closing_anyway(user)
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    check("it ends well", until(lambda: user.process.poll() == 0, 10) is not None, user.process.poll())


main()
done()
