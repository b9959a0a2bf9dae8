"""Rows of a spreadsheet pasted into a list, by keys: headings in another order, unknown ones and one twice, none at all, and other fields
chosen above the columns; and not where nothing may be written.

usage: test-paste.py sv|en

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
from screen import MORTAL, SAMSYN, Atspi, Screen, nameless, offer, until

LANGUAGE = sys.argv[1]
LOCALE = {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8"}[LANGUAGE]
FOLDER = tempfile.TemporaryDirectory()
KEPT = os.path.join(FOLDER.name, "kept")
PATH = os.path.join(KEPT, "paste.samsyn")
W = {"sv": {"actions": "Åtgärder", "paste": "Klistra in rader…", "head": "Fält för kolumnen ”{}”: ", "leave": "Utelämna", "column": "Kolumn {}",
            "first": "Den första raden är rubriker", "add": "Lägg till", "one": "1 åtgärd kan läggas till.",
            "two": "2 åtgärder kan läggas till.", "none": "0 åtgärder kan läggas till.", "unknown": "Utelämnas, eftersom inget fält heter så: {}.",
            "taken": "Utelämnas, eftersom en annan kolumn går till dess fält: {}.",
            "missing": "Ingen kolumn går till ”Rubrik”, och varje post måste ha ett värde där."},
     "en": {"actions": "Actions", "paste": "Paste Rows…", "head": "Field for the column “{}”: ", "leave": "Leave Out", "column": "Column {}",
            "first": "The first row holds headings", "add": "Add", "one": "1 action can be added.",
            "two": "2 actions can be added.", "none": "0 actions can be added.", "unknown": "Left out, because no field is called that: {}.",
            "taken": "Left out, because another column goes to its field: {}.",
            "missing": "No column goes to “Title”, and every record must have a value there."}}[LANGUAGE]


def command(*args):
    return json.loads(subprocess.run([SAMSYN, *args, "--format=json"], check=True, stdout=subprocess.PIPE, text=True).stdout)


FIELDS = {field["id"]: field["label"] for kind in command("kinds")["kinds"] if kind["id"] == "action" for field in kind["fields"]}


def label(field, language=LANGUAGE):
    return FIELDS[field][language]


class Paste:
    """The window that pasting opens."""

    def __init__(self, screen, text, open_it):
        self.screen = screen
        self.other = offer(text)
        open_it()
        self.dialog = screen.dialog()
        check("pasting opens a window", self.dialog is not None)

    def names(self, role=None):
        return [node.get_name() for node in self.screen.all(top=self.dialog) if role in (None, node.get_role_name())]

    def says(self, text):
        return until(lambda: any(text in name for name in self.names()), 5)

    def heads(self):
        """What the drop-downs above the columns say: the button in each, which takes the focus, tells what is chosen."""
        return [name for name in self.names("push button") if name.startswith(W["head"].split("{")[0])]

    def focus(self, name):
        """Moves the focus there by Tab alone."""
        for _ in range(40):
            node = next((node for node in self.screen.all(top=self.dialog) if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
            if node and node.get_name().startswith(name):
                return True
            self.screen.key("Tab")
        return False

    def choose(self, column, field):
        """Has the column go to the field, by keys; None leaves it out."""
        reached = self.focus(W["head"].format(column))
        self.screen.key("space", "Home", *["Down"] * (1 + list(FIELDS).index(field) if field else 0), "Return")
        chosen = W["head"].format(column) + (label(field) if field else W["leave"])
        return check(f"the column {column} goes to {field}, by keys", reached and until(lambda: chosen in self.heads(), 5), self.heads())

    def leave(self, *keys):
        self.screen.key(*keys)
        self.other.kill()
        self.other.wait()
        self.screen.to_front()


def record(title):
    return until(lambda: next((each for each in command("list", PATH, "action")["records"] if each["title"] == title), None), 8)


def try_headings(screen):
    """Those of the other language, in another order, one of them twice, and one that is nobody's."""
    there = "en" if LANGUAGE == "sv" else "sv"
    text = f" {label('due_on', there).upper()} \tX-yz\t{label('title')}\t{label('title')}\n2/5\tSakligt\tEtt\tKlistrad ett\n"
    paste = Paste(screen, text, lambda: screen.click(screen.wait(W["paste"], "push button")))
    title, due = label("title"), label("due_on", there).upper()
    expected = [W["head"].format(column) + its for column, its in
                ((due, label("due_on")), ("X-yz", W["leave"]), (title, title), (title, W["leave"]))]
    check("columns go where their headings say, in whatever order", paste.heads() == expected, paste.heads())
    check("what can be added is told", paste.says(W["one"]), paste.names("status bar"))
    check("an unknown heading is told", paste.says(W["unknown"].format("X-yz")), paste.names("status bar"))
    check("so is one that is there twice", paste.says(W["taken"].format(title)), paste.names("status bar"))
    check("and what has no column", paste.says(label("priority") + "."), paste.names("status bar"))
    check("all that takes the focus has a name", not list(nameless(screen, paste.dialog, True)), list(nameless(screen, paste.dialog, True)))
    paste.choose("X-yz", "description")
    check("then it isn't left out", not any("X-yz." in name for name in paste.names("status bar")), paste.names("status bar"))
    paste.choose(title, None)
    check("without a column for it nothing can be added", paste.says(W["missing"]) and paste.says(W["none"]), paste.names("label"))
    paste.choose(title, "title")
    check("the rows follow what is chosen", paste.says(W["one"]) and not any(W["missing"] in name for name in paste.names()))
    reached = paste.focus(W["add"])
    paste.leave("Return")
    ett = record("Ett")
    check("and are added so", reached and ett and ett.get("due_on", "").endswith("-05-02") and ett.get("description") == "Sakligt", str(ett))


def try_without_headings(screen):
    paste = Paste(screen, "2/5\tKlistrad två\n", lambda: screen.key("ctrl+v"))
    columns = [W["column"].format(number) for number in (1, 2)]
    expected = [W["head"].format(column) + label(field) for column, field in zip(columns, ("title", "project"))]
    check("without headings columns stand as the list shows them", paste.heads() == expected, paste.heads())
    check("what is wrong with them is told", paste.says(label("project") + ": "), paste.names("label"))
    paste.choose(columns[1], "title")
    check("a column whose field another takes is left out", W["head"].format(columns[0]) + W["leave"] in paste.heads(), paste.heads())
    paste.choose(columns[0], "due_on")
    reached = paste.focus(W["add"])
    paste.leave("Return")
    added = record("Klistrad två")
    check("what was chosen is added", reached and added and added.get("due_on", "").endswith("-05-02") and not added.get("project"), str(added))


def try_first_row(screen):
    paste = Paste(screen, f"{label('title')}\nKlistrad tre\n", lambda: screen.key("ctrl+v"))
    check("a known word is taken for a heading", paste.says(W["one"]), paste.names("status bar"))
    check("which the user may deny", paste.focus(W["first"]))
    screen.key("space")
    check("then it is a row", paste.says(W["two"]), paste.names("status bar"))
    check("of the same column", paste.heads() == [W["head"].format(W["column"].format(1)) + label("title")], paste.heads())
    paste.leave("Escape")


def start(before=()):
    screen = Screen(PATH, before=before, LC_ALL=LOCALE, SAMSYN_NOW="2016-05-20", XDG_STATE_HOME=os.path.join(FOLDER.name, "state"))
    screen.click(screen.wait(W["actions"], "list item"))
    button = screen.wait(W["paste"], "push button")
    return screen, button is not None and until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 5)


def try_reading():
    os.chmod(PATH, 0o444)
    os.chmod(KEPT, 0o555)
    screen, can_paste = start(MORTAL)
    button = screen.find(W["paste"], "push button")
    check("where nothing may be written the button does nothing", button is not None and not can_paste)
    check("the reader ends without warnings", screen.end() == 0)


def main():
    os.mkdir(KEPT)
    subprocess.run([SAMSYN, "new", PATH, "--sample=oversyn"], check=True)
    screen, can_paste = start()
    check("a list has a button for pasting", can_paste)
    try_headings(screen)
    try_without_headings(screen)
    try_first_row(screen)
    check("the program ends without warnings", screen.end() == 0)
    try_reading()
    done()


if __name__ == "__main__":
    main()
