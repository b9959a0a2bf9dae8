"""Finding things as a user does: the overview's lines lead to records, the watch goes by weeks, Ctrl+K finds and jumps; in both
languages, wide and narrow.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Atspi, Screen, nameless, shown, until

FOLDER = tempfile.TemporaryDirectory()
TODAY = datetime.date(2016, 11, 17)
WORDS = {
    "en": {"locale": "en_US.UTF-8", "overview": "Overview", "watch": "Watch", "prepare": "Prepare the report to {}, {}",
           "late": "Late", "week": "Week {}, ", "next": "Next week (47), ", "actions": "Actions", "go": "Go to {}", "risks": "Risks", "meetings": "Meetings",
           "kind": "Kind", "typed": "risks", "all": "Show All", "hint": "Type the beginning of words, in any order.",
           "empty": "Nothing Here Yet",
           "date": "{d.day} {m} {d.year}",
           "begin": "Begin with a Project", "name": "Name (required)"},
    "sv": {"locale": "sv_SE.UTF-8", "overview": "Översikt", "watch": "Bevakning", "prepare": "Förbered rapporten till {}, {}",
           "late": "Försenat", "week": "Vecka {}, ", "next": "Nästa vecka (47), ", "actions": "Åtgärder", "go": "Gå till {}",
           "risks": "Risker", "meetings": "Möten", "kind": "Slag", "typed": "risker", "all": "Visa alla", "hint": "Skriv början av ord, i valfri ordning.",
           "empty": "Inget här ännu", "date": "{d}",
           "begin": "Börja med ett projekt", "name": "Namn (krävs)"},
}


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def records(file, kind):
    return json.loads(command("list", file, kind, "--format=json"))["records"]


def starting(screen, text, role=None):
    """The first thing on the screen whose name begins so."""
    return next((node for node in screen.all() if (node.get_name() or "").startswith(text) and shown(node)
                 and (role is None or node.get_role_name() == role)), None)


def open_page(screen, name):
    screen.click(screen.wait(name, "list item"))


def late_and_ahead(file):
    """Dates of open actions, by title, late ones and those of the next 90 days: what the watch must have of this kind."""
    late, ahead = {}, {}
    for action in records(file, "action"):
        due = action.get("due_on")
        if due and "done_on" not in action and action.get("status") not in ("done", "cancelled"):
            days = (datetime.date.fromisoformat(due) - TODAY).days
            if days < 0:
                late[action["title"]] = due
            elif days <= 90:
                ahead[action["title"]] = due
    return late, ahead


def try_overview(screen, words, file):
    name = words["locale"]
    late, _ = late_and_ahead(file)
    open_page(screen, words["overview"])
    # What was missed last stands first.
    title = max(late, key=late.get)
    line = until(lambda: starting(screen, title + ", ", "list item"))
    check(f"{name}: the overview tells what is late", line is not None, screen.names("list item"))
    bad = list(nameless(screen, showing=True))
    check(f"{name}: whatever takes the focus there has a name", not bad, bad)
    meeting = min((m for m in records(file, "meeting") if m.get("status") == "planned" and m["starts_on"] >= str(TODAY)),
                  key=lambda m: m["starts_on"])
    day = datetime.date.fromisoformat(meeting["starts_on"])
    button = words["prepare"].format("Strategisk styrgrupp", words["date"].format(d=day, m="November"))
    found = screen.find(button, "push button")
    check(f"{name}: the next meeting can be prepared", found and found.get_state_set().contains(Atspi.StateType.SENSITIVE),
          [button] + screen.names("push button"))
    screen.click(line)
    check(f"{name}: a line leads to its record", screen.wait(title, "heading", 5), screen.names("heading"))
    screen.key("Escape")


def try_watch(screen, words, file):
    name = words["locale"]
    late, ahead = late_and_ahead(file)
    open_page(screen, words["watch"])
    until(lambda: starting(screen, words["late"], "list item") or starting(screen, words["late"], "label"))
    screen.key("ctrl+f")
    kinds = screen.find(words["kind"])
    check(f"{name}: the kinds can be chosen", kinds is not None, screen.names())
    first = next(iter(sorted(ahead, key=ahead.get)))
    screen.type(first)
    rows = until(lambda: [n.get_name() for n in screen.all() if n.get_role_name() == "list item" and first in (n.get_name() or "")], 5)
    check(f"{name}: typing filters the dates", rows, first)
    week = datetime.date.fromisoformat(ahead[first]).isocalendar()[1]
    heading = words["next"] if week == 47 else words["week"].format(week)
    check(f"{name}: a date stands under its week", starting(screen, heading), heading)
    check(f"{name}: only what was typed is left", not starting(screen, words["late"] + " ") and len(rows) == 1, rows)
    screen.key("Escape")
    check(f"{name}: Escape shows all again", until(lambda: starting(screen, words["next"]), 5))
    bad = list(nameless(screen, showing=True))
    check(f"{name}: whatever takes the focus in the watch has a name", not bad, bad)
    chosen = [its for its in screen.names("push button") if its.startswith(words["kind"] + ": ")]
    check(f"{name}: the kind that is chosen is told", chosen, screen.names("push button"))
    screen.key("ctrl+f", "Down", "Down")
    row = screen.focused()
    check(f"{name}: keys come to the dates", row and row.get_role_name() == "list item" and " · " in row.get_name(),
          row and [row.get_role_name(), row.get_name()])
    try_place(screen, name)


def try_place(screen, name):
    """The row that was clicked is the one that is marked, also among others, and the arrow keys go on from it."""
    def dates():
        rows = [node for node in screen.all() if node.get_role_name() == "list item" and " · " in (node.get_name() or "")]
        return sorted((node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).y, node.get_name(), node) for node in rows
                      if shown(node))

    def marked():
        return [row for _, row, node in dates() if node.get_state_set().contains(Atspi.StateType.SELECTED)]

    clicked, number = [row for _, row, _ in dates()][2:5], len(dates())
    for row in clicked[::-1]:
        screen.click(screen.find(row, "list item"))
        check(f"{name}: the row that was clicked is marked", until(lambda: marked() == [row], 5), [row, str(marked())])
    screen.key("Down")
    check(f"{name}: the arrow keys go on from it", until(lambda: marked() == clicked[1:2], 5), [clicked[1], str(marked())])
    word = max((word for word in clicked[1].split(", ")[2].split() if word.isascii()), key=len)
    screen.key("ctrl+f")
    screen.type(word)
    check(f"{name}: it stays marked among fewer", until(lambda: len(dates()) < number and marked() == clicked[1:2], 5), [word, str(marked())])
    screen.key("Escape")
    # As many rows as before have a place, but for one that an edge of the list cuts.
    check(f"{name}: and among all", until(lambda: len(dates()) >= number - 1 and marked() == clicked[1:2], 5),
          [number, len(dates()), str(marked())])
    screen.key("Escape")


def try_search(screen, words, file):
    name = words["locale"]
    risk = next(r for r in records(file, "risk") if r["title"].startswith("Bostäder"))
    # Letters beyond ASCII, which xdotool has to put on a key first, may get lost.
    word = max((word for word in risk["title"].lower().split() if word.isascii()), key=len)
    screen.key("ctrl+k")
    check(f"{name}: Ctrl+K opens the search", screen.wait(words["hint"]), screen.names("label"))
    screen.type(word)
    found = until(lambda: starting(screen, risk["title"] + ", " + words["risks"]), 5)
    check(f"{name}: and finds a record by a Swedish word", found, [word] + screen.names("list item")[:20])
    screen.type(" " + " ".join(word for word in risk["title"].split() if word.isascii()))
    screen.key("Return")
    check(f"{name}: Enter shows it", screen.wait(risk["title"], "heading", 5), screen.names("heading"))
    page = screen.find(words["risks"], "list item")
    check(f"{name}: and its page", until(lambda: page.get_state_set().contains(Atspi.StateType.SELECTED), 5))
    # A meeting is called by its group and its day, which are no words of its own: these are looked for further.
    meeting = records(file, "meeting")[0]["starts_on"]
    screen.key("Escape", "ctrl+k")
    screen.type(meeting)
    check(f"{name}: what others name is found too", until(lambda: [row for row in screen.names("list item") if meeting in row
                                                                   and words["meetings"] in row], 5), screen.names("list item")[:20])
    screen.key("Escape", "ctrl+k")
    screen.type(words["typed"])
    check(f"{name}: pages are found too", until(lambda: starting(screen, words["go"].format(words["risks"])), 5))
    screen.key("Escape")
    check(f"{name}: Escape closes", until(lambda: not starting(screen, words["go"].format(words["risks"])), 5))
    screen.key("ctrl+f", "ctrl+k")
    screen.wait(words["hint"])
    screen.key("Escape")
    screen.type("zzz")
    check(f"{name}: and one goes on where one was", screen.wait(words["all"], "push button", 5), screen.names("push button"))
    screen.key("Escape")


def try_narrow(screen, words):
    name = words["locale"]
    screen.resize(360, 640)
    frame = screen.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    check(f"{name}: the overview fits 360 pixels", frame.width <= 360, frame.width)
    screen.resize(1280, 800)


def try_empty(words):
    file = os.path.join(FOLDER.name, f"empty-{words['locale']}.samsyn")
    command("new", file)
    screen = Screen(file, LC_ALL=words["locale"])
    check(f"{words['locale']}: an empty workspace says what belongs here", screen.wait(words["empty"]), screen.names())
    button = screen.wait(words["begin"], "push button")
    screen.click(button)
    check(f"{words['locale']}: and leads to a first project", screen.wait(words["name"], seconds=5)
          or until(lambda: starting(screen, words["name"].split()[0]), 5), screen.names())
    screen.key("Escape")
    pause(0.3)
    check(f"{words['locale']}: it ends well", screen.end() == 0)


for LANGUAGE in WORDS:
    FILE = os.path.join(FOLDER.name, f"{LANGUAGE}.samsyn")
    command("new", FILE, "--sample=oversyn")
    SCREEN = Screen(FILE, LC_ALL=WORDS[LANGUAGE]["locale"], SAMSYN_NOW=str(TODAY))
    check(f"{LANGUAGE}: the overview is the first page", SCREEN.wait(WORDS[LANGUAGE]["overview"], "list item"))
    try_narrow(SCREEN, WORDS[LANGUAGE])
    try_watch(SCREEN, WORDS[LANGUAGE], FILE)
    try_overview(SCREEN, WORDS[LANGUAGE], FILE)
    try_search(SCREEN, WORDS[LANGUAGE], FILE)
    check(f"{LANGUAGE}: it ends well", SCREEN.end() == 0)
    try_empty(WORDS[LANGUAGE])
done()
