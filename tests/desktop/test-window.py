"""The window as a user has it: kinds, lists, filter, sorting, keys, narrow and wide, in both languages; and names for everything
that takes the focus.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Atspi, Screen, cells, nameless, shown, until

FOLDER = tempfile.TemporaryDirectory()
WORDS = {
    "en": {"locale": "en_US.UTF-8", "actions": "Actions", "filter": "Search here", "status": "Status", "due": "Due on",
           "count": r"(\d+) actions, (\d+)(?: of them)? late", "some": r"(\d+) of (\d+) actions(?:, .*)?", "back": "To the Sidebar",
           "sort": "Sort by", "new": "New Workspace…", "refused": "Is Not Open", "nothing": "Nothing Found", "all": "Show All",
           "done": "Done", "date": r"\d+ \w+ \d{4}"},
    "sv": {"locale": "sv_SE.UTF-8", "actions": "Åtgärder", "filter": "Sök här", "status": "Läge", "due": "Klar senast",
           "count": r"(\d+) åtgärder, varav (\d+) (?:försenade|ligger efter)", "some": r"(\d+) av (\d+) åtgärder(?:, .*)?", "back": "Till sidofältet",
           "sort": "Sortera efter", "new": "Ny arbetsyta…", "refused": "är inte öppen", "nothing": "Inget hittades", "all": "Visa alla",
           "done": "Klar", "date": r"\d{4}-\d\d-\d\d"},
}


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def rows(screen):
    """The first cell of each row on the screen, as it reads: {title: whole name}, in order."""
    return [node.get_name() for node in screen.all() if node.get_role_name() == "table row" and shown(node)][1:]


def footer(screen, pattern):
    for node in screen.all():
        found = re.fullmatch(pattern, node.get_name() or "")
        if found and shown(node):
            return [int(group) for group in found.groups()]
    return None


def go_to(screen, words):
    item = screen.wait(words["actions"], "list item")
    check(f"{words['locale']}: the kind is in the sidebar", item is not None, screen.names("list item"))
    screen.click(item)
    until(lambda: footer(screen, words["count"]))


def try_lists(screen, words, actions, late):
    name = words["locale"]
    check(f"{name}: the footer counts, and counts what is late", footer(screen, words["count"]) == [len(actions), late],
          f"{footer(screen, words['count'])} and not {[len(actions), late]}")
    titles = [action["title"] for action in actions]
    check(f"{name}: the rows are the records, in order", len(rows(screen)) > 10 and rows(screen) == titles[:len(rows(screen))],
          [str(rows(screen)), str(titles)])
    choices = [cell for node in screen.all() if node.get_role_name() == "table row" for cell in cells(node)]
    check(f"{name}: choices and dates are in the language's words", f"{words['status']}: {words['done']}" in choices
          and any(re.fullmatch(f"{words['due']}: {words['date']}", cell) for cell in choices), choices[:20])
    bad = list(nameless(screen))
    check(f"{name}: whatever takes the focus has a name", not bad, bad)


def try_filter(screen, words, actions):
    name = words["locale"]
    screen.key("ctrl+f")
    screen.type("rutin")
    expected = [action["title"] for action in actions if "rutin" in action["title"].lower()]
    check(f"{name}: typing filters", expected and until(lambda: rows(screen) == expected, 5), [str(rows(screen)), str(expected)])
    check(f"{name}: the footer says how many of all", footer(screen, words["some"]) == [len(expected), len(actions)],
          str(screen.names("label")[-5:]))
    screen.type("xyzzy")
    check(f"{name}: nothing found is said", until(lambda: shown(screen.find(words["nothing"], "label")), 5))
    button = screen.find(words["all"], "push button")
    screen.click(button)
    check(f"{name}: and undone by a button", until(lambda: footer(screen, words["count"]), 5), screen.names("push button"))


def try_sort(screen, words, actions):
    name = words["locale"]
    header = screen.find(words["due"], "label")
    by_due = sorted((action for action in actions if "due_on" in action), key=lambda action: (action["due_on"], action["id"]))
    screen.click(header)
    check(f"{name}: a click on a heading sorts", until(lambda: rows(screen)[:1] == [by_due[0]["title"]], 5),
          [str(rows(screen)[:3]), by_due[0]["title"]])
    screen.click(header)
    last = by_due[-1]["due_on"]
    check(f"{name}: a second one the other way round",
          until(lambda: rows(screen)[0] in [action["title"] for action in by_due if action["due_on"] == last], 5), str(rows(screen)[:3]))


def try_keys(screen, words):
    name = words["locale"]
    screen.key("ctrl+f")
    roles = []
    for _ in range(3):
        screen.key("F6")
        focused = screen.focused()
        roles.append(focused.get_role_name() if focused else None)
    check(f"{name}: F6 goes round the parts of the window", roles == ["table row", "list item", "text"] or
          roles == ["table row", "list item", "entry"], str(roles))


def try_narrow(screen, words):
    name = words["locale"]
    screen.resize(360, 640)
    back = until(lambda: next((node for node in screen.all() if node.get_name() == words["back"] and shown(node)), None), 5)
    frame = screen.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    check(f"{name}: a narrow window is as narrow as asked for", frame.width <= 360, str(frame.width))
    check(f"{name}: and shows one part, with the way to the other", back is not None, screen.names("push button"))
    screen.key("alt+Left")
    check(f"{name}: which a key goes too", until(lambda: shown(screen.find(words["actions"], "list item")), 5))
    screen.resize(1280, 800)


def find_entry(screen):
    return next((node for node in screen.all() if node.get_role_name() in ("text", "entry") and shown(node)), None)


def try_folding(file, words):
    """What the user is at stays in sight where the window becomes narrow, though no page was chosen since it came."""
    with tempfile.TemporaryDirectory() as state:
        os.mkdir(os.path.join(state, "samsyn"))
        with open(os.path.join(state, "samsyn", "recent.ini"), "w", encoding="utf-8") as text:
            text.write(f"[1]\npath={file}\npage=action\n")
        screen = Screen(file, LC_ALL=words["locale"], SAMSYN_NOW="2016-10-15", XDG_STATE_HOME=state)
        screen.wait(words["actions"], "list item")
        screen.click(until(lambda: find_entry(screen), 10))
        screen.resize(360, 640)
        pause(1)
        # What is folded away keeps its place for assistive technology, but not for the pointer.
        screen.click(find_entry(screen))
        focused = until(screen.focused, 5)
        check(f"{words['locale']}: the page is what a narrow window shows", focused and focused.get_role_name() in ("text", "entry"),
              focused and focused.get_name())
        screen.end()


def try_workspace(language):
    words = WORDS[language]
    file = os.path.join(FOLDER.name, f"{language}.samsyn")
    command("new", file, "--sample=oversyn")
    actions = json.loads(command("list", file, "action", "--format=json"))["records"]
    kinds = json.loads(command("kinds", "--format=json"))["kinds"]
    late = [action for action in actions if action.get("due_on", "9") < "2016-10-15" and "done_on" not in action
            and action.get("status") not in ("done", "cancelled")]
    screen = Screen(file, LC_ALL=words["locale"], SAMSYN_NOW="2016-10-15")
    check(f"{words['locale']}: there is a window", screen.frame is not None and screen.window is not None)
    screen.wait(words["actions"], "list item")
    plurals = [kind["plural"][language] for kind in kinds]
    missing = set(plurals) - set(screen.names("list item"))
    check(f"{words['locale']}: the sidebar has every kind", not missing, str(missing))
    go_to(screen, words)
    try_lists(screen, words, actions, len(late))
    try_filter(screen, words, actions)
    try_keys(screen, words)
    try_sort(screen, words, actions)
    try_narrow(screen, words)
    check(f"{words['locale']}: Ctrl+Q ends it well", screen.end() == 0)
    try_folding(file, words)


def try_without(language):
    """The welcome, and a file that is no workspace."""
    words = WORDS[language]
    screen = Screen(LC_ALL=words["locale"], XDG_STATE_HOME=os.path.join(FOLDER.name, f"no state {language}"))
    check(f"{words['locale']}: the welcome offers a new workspace", screen.wait(words["new"], "push button"), screen.names())
    check(f"{words['locale']}: whatever takes the focus there has a name", not list(nameless(screen)), list(nameless(screen)))
    check(f"{words['locale']}: it ends well", screen.end() == 0)
    file = os.path.join(FOLDER.name, f"no {language} & workspace.samsyn")
    with open(file, "w", encoding="utf-8") as text:
        text.write("This is a letter.\n" * 100)
    screen = Screen(file, LC_ALL=words["locale"])
    title = until(lambda: [name for name in screen.names("label") if words["refused"] in name])
    check(f"{words['locale']}: a file that is no workspace is refused by name", title and "&" in title[0], screen.names("label"))
    check(f"{words['locale']}: with a way on", screen.find(words["new"], "push button") is not None)
    check(f"{words['locale']}: and that ends well too", screen.end() == 0)


for LANGUAGE in WORDS:
    try_workspace(LANGUAGE)
    try_without(LANGUAGE)
done()
