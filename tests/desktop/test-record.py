"""A record beside the list, in Swedish and by keyboard: made with a parent that is made on the way, edited, undone, put back from its
history, deleted and brought back.

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
from screen import SAMSYN, Atspi, Screen, until

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "projekt.samsyn")


def records(kind):
    run = subprocess.run([SAMSYN, "list", FILE, kind, "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout)["records"]


def find_record(kind, field, value):
    return next((record for record in records(kind) if record.get(field) == value), None)


def focused_name(screen):
    node = screen.focused()
    return node.get_name() if node else ""


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def move_to(screen, start, key="Tab", most=80):
    """Presses the key until what begins so has the focus."""
    for _ in range(most):
        if focused_name(screen).startswith(start):
            return True
        screen.key(key)
    return focused_name(screen).startswith(start)


def go_to(screen, page):
    screen.key("F9")
    screen.key("Home")
    found = move_to(screen, page, "Down")
    check(f"{page}: the page is reached by keyboard", found, focused_name(screen))


def try_create(screen):
    go_to(screen, "Organisationer")
    screen.key("ctrl+n")
    check("the focus is in the first field of a new record", until(lambda: focused_name(screen).startswith("Namn")),
          focused_name(screen))
    check("what is still needed is said", screen.wait("Inte sparat än. Det som saknas: Namn"), screen.names("label"))
    screen.type("Socialkontoret")
    check("the reference is reached", move_to(screen, "Del av"), focused_name(screen))
    check("a new record is written when it is left", until(lambda: find_record("organisation", "name", "Socialkontoret")))
    screen.type("Staden")
    check("typing looks for what is typed", focused_name(screen).startswith("Sök") and text_of(screen.focused()) == "Staden",
          [focused_name(screen), text_of(screen.focused())])
    check("what is missing can be made", screen.wait("Skapa ”Staden”, Organisation"), screen.names("list item"))
    screen.key("Return")
    parent = until(lambda: find_record("organisation", "name", "Staden"))
    check("the parent is made", parent is not None)
    child = until(lambda: (lambda it: it if it.get("parent") == parent["id"] else None)(
        find_record("organisation", "name", "Socialkontoret")))
    check("and is chosen", child is not None, records("organisation"))
    check("the control tells its value", screen.wait("Del av: Staden"))
    return child["id"]


def short_name(record):
    return next(it for it in records("organisation") if it["id"] == record).get("short_name")


def try_edit(screen, record):
    move_to(screen, "Namn (krävs)", "shift+Tab")
    move_to(screen, "Kortnamn")
    screen.type("S")
    check("a field is saved after a pause", until(lambda: short_name(record) == "S", 10), short_name(record))
    screen.type("K")
    screen.key("Tab")
    check("and when it is left", until(lambda: short_name(record) == "SK"), short_name(record))
    check("and that is said", until(lambda: any(name.startswith("Sparat ") for name in screen.names())))
    screen.key("ctrl+z")
    check("it is undone", until(lambda: not short_name(record)), short_name(record))
    screen.key("ctrl+shift+z")
    check("and done again", until(lambda: short_name(record) == "SK"))


def try_reason(screen, record):
    move_to(screen, "Gäller till")
    screen.type("32/13")
    screen.key("Tab")
    reason = until(lambda: next((name for name in screen.names() if name.startswith("Gäller till ") and name.endswith(".")), None))
    check("the reason stands under a value that can't be saved", reason is not None)
    screen.key("shift+Tab")
    screen.key("ctrl+a", "BackSpace", "Tab")
    check("and goes with it", until(lambda: not any(name.startswith("Inte sparat") for name in screen.names())))
    before = short_name(record)
    screen.key("shift+Tab")
    screen.type("32/13")
    screen.key("ctrl+z")
    check("Ctrl+Z takes back what can't be saved", until(lambda: text_of(screen.focused()) == ""), text_of(screen.focused()))
    check("with its reason", not any(name.startswith("Inte sparat") for name in screen.names()))
    check("and undoes nothing that was saved", short_name(record) == before, short_name(record))


def try_backwards(screen):
    """Shift+Tab goes the way back that Tab came."""
    check("the first field is reached backwards", move_to(screen, "Namn (krävs)", "shift+Tab", 30), focused_name(screen))
    way = [focused_name(screen)]
    for _ in range(10):
        screen.key("Tab")
        way.append(focused_name(screen))
    back = [focused_name(screen)]
    for _ in range(10):
        screen.key("shift+Tab")
        back.append(focused_name(screen))
    check("Shift+Tab goes the same way back", len(set(way)) == 11 and back == way[::-1], [str(way), str(back)])


def try_history(screen, record):
    check("the history is reached", move_to(screen, "Historik"), focused_name(screen))
    screen.key("Return")
    check("an older value can be put back", until(lambda: any(it.startswith("Återställ Kortnamn") for it in screen.names())),
          screen.names())
    move_to(screen, "Återställ Kortnamn")
    screen.key("Return")
    check("and is", until(lambda: not short_name(record)), short_name(record))


def try_delete(screen, record):
    screen.key("ctrl+Delete")
    check("it is deleted", until(lambda: find_record("organisation", "id", record) is None))
    undo = screen.wait("Ångra")
    check("a toast offers to undo", undo is not None)
    screen.click(undo)
    check("which brings it back", until(lambda: find_record("organisation", "id", record) is not None))
    check("and the offer is gone", until(lambda: screen.find("Ångra") is None, 3))


def try_unsaved(screen):
    """A new record that can't be kept is not dropped in silence, and does not keep the program."""
    screen.key("ctrl+n")
    until(lambda: focused_name(screen).startswith("Namn"))
    move_to(screen, "Kortnamn")
    screen.type("XX")
    screen.key("Escape")
    check("what was typed in vain is told", until(lambda: any(name.startswith("Den nya posten kunde inte sparas") and name.endswith("Namn")
                                                              for name in screen.names()), 5), screen.names("label")[-5:])


def main():
    subprocess.run([SAMSYN, "new", FILE], check=True)
    screen = Screen(FILE, LC_ALL="sv_SE.UTF-8")
    check("the window is there", screen.window is not None)
    record = try_create(screen)
    try_edit(screen, record)
    try_reason(screen, record)
    try_backwards(screen)
    try_history(screen, record)
    try_delete(screen, record)
    try_unsaved(screen)
    check("it ends well", screen.end() == 0)
    done()


main()
