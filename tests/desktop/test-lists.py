"""Lists by keyboard: filtering by value, grouping, hiding columns, what is remembered, several rows at once, the clipboard.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Screen, cells, clipboard, offer, shown, until

FOLDER = tempfile.TemporaryDirectory()
PATH = os.path.join(FOLDER.name, "lists.samsyn")
WORDS = {"actions": "Åtgärder", "filter": "Filter", "view": "Ordning, grupper och kolumner", "status": "Läge",
         "priority": "Prioritet", "planned": "Planerad", "ongoing": "Pågår"}




def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def actions():
    return json.loads(command("list", PATH, "action", "--format=json"))["records"]


def rows(screen):
    return [node.get_name() for node in screen.all() if node.get_role_name() == "table row" and shown(node)][1:]


def told(screen):
    """What the rows tell beside their names."""
    return [cell for node in screen.all() if node.get_role_name() == "table row" and shown(node) for cell in cells(node)]


def focus(screen, name, key="Tab"):
    """Moves the focus to the control by keys alone: Tab until it is there."""
    for _ in range(30):
        node = screen.focused()
        if node and node.get_name().startswith(name):
            return node
        screen.key(key)
    return None


def start(arguments=(PATH,)):
    screen = Screen(*arguments, LC_ALL="sv_SE.UTF-8", XDG_STATE_HOME=os.path.join(FOLDER.name, "state"))
    item = screen.wait(WORDS["actions"], "list item")
    check("the kind is in the sidebar", item is not None, screen.names("list item"))
    screen.click(item)
    until(lambda: rows(screen))
    return screen


def filter_by_status(screen):
    screen.key("ctrl+f")
    check("the choice of filters is reached by Tab", focus(screen, WORDS["filter"]) is not None, str(screen.focused()))
    screen.key("Return")
    check("it opens with the fields", focus(screen, WORDS["status"]) is not None)
    screen.key("Return")
    check("a field opens its values", until(lambda: screen.focused().get_name() == WORDS["planned"], 5), screen.focused().get_name())
    screen.key("space", "Escape")
    expected = {action["title"] for action in actions() if action.get("status") == "planned"}
    check("a choice filters", expected and until(lambda: set(rows(screen)) == expected, 5), [str(rows(screen)), str(expected)])
    check("a chip says so", screen.find(f"{WORDS['status']}: {WORDS['planned']}", "push button") is not None,
          screen.names("push button"))


def group_and_hide(screen):
    screen.key("ctrl+f")
    check("the view is reached by Tab", focus(screen, WORDS["view"]) is not None)
    screen.key("Return")
    check("it groups", focus(screen, "Gruppera efter") is not None)
    screen.key("space")
    pause(0.3)
    screen.key("End", "Up", "Return")
    grouped = until(lambda: [node.get_name() for node in screen.all() if node.get_name().startswith("Gruppera efter: ")], 5)
    check("the group is told", grouped and not grouped[0].endswith("Inget"), str(grouped))
    check("columns are check boxes", focus(screen, WORDS["priority"]) is not None)
    check("the column is told", any(cell.startswith(WORDS["priority"] + ": ") for cell in told(screen)), told(screen))
    screen.key("space", "Escape")
    check("headings stand above their rows", until(lambda: any(name.endswith(")") for name in rows(screen)), 5), str(rows(screen)))
    check("the column is hidden", until(lambda: told(screen) and not any(cell.startswith(WORDS["priority"] + ": ")
                                                                                 for cell in told(screen)), 5), told(screen))
    return rows(screen)


def clear(screen):
    check("all filters are cleared by keys", focus(screen, "Rensa alla") is not None)
    screen.key("Return")
    check("and all rows are there", until(lambda: len(rows(screen)) > 12, 5), str(len(rows(screen))))


def usual_view(screen):
    screen.key("ctrl+f")
    focus(screen, WORDS["view"])
    screen.key("Return")
    check("the usual view is one button away", focus(screen, "Vanlig vy") is not None)
    screen.key("Return", "Escape")
    check("and has no headings", until(lambda: not any(name.endswith(")") for name in rows(screen)), 5), str(rows(screen)))


def records(screen):
    return [node for node in screen.all() if node.get_role_name() == "table row" and shown(node)
            and not node.get_name().endswith(")")][1:]


def edit_three(screen):
    chosen = [node.get_name() for node in records(screen)[:3]]
    before = {action["title"]: action.get("status") for action in actions()}
    screen.click(records(screen)[0])
    screen.key("shift+Down", "shift+Down")
    screen.key("ctrl+shift+e")
    check("a field of the selected is changed", focus(screen, "Fält: " + WORDS["status"]) is not None, str(screen.focused()))
    screen.key("Tab")
    screen.key("space", "Home", "Down", "Down", "Return")
    button = focus(screen, "Ändra alla")
    check("what will happen is told", any(f"{WORDS['status']} → {WORDS['ongoing']}" in name for name in screen.names("label")
                                          + screen.names()), screen.names("label")[-6:])
    screen.key("Return")
    changed = until(lambda: {a["title"] for a in actions() if a.get("status") == "ongoing" != before[a["title"]]} == set(chosen), 8)
    check("three records have the value", button is not None and changed, [str(chosen), str(actions()[:3])])
    screen.key("ctrl+z")
    check("and undo takes it back in one step",
          until(lambda: {action["title"]: action.get("status") for action in actions()} == before, 8))
    return chosen


def ask_about_far_date(screen):
    """What is probably a missed key is asked about before all get it."""
    fields = [field["id"] for kind in json.loads(command("kinds", "--format=json"))["kinds"] if kind["id"] == "action"
              for field in kind["fields"] if field["type"] != "body"]
    screen.click(records(screen)[0])
    screen.key("shift+Down", "shift+Down")
    screen.key("ctrl+shift+e")
    reached = screen.wait("Ändra alla", "push button")
    screen.key("space", "Home", *["Down"] * fields.index("due_on"), "Return", "Tab")
    screen.type("9226-05-02")
    asked = until(lambda: any("9226-05-02 ligger " in name and "Stämmer det?" in name for name in screen.names()), 8)
    check("a date a century away is questioned before many get it", reached and asked, screen.names("status bar") + screen.names("label")[-6:])
    screen.key("Escape")
    check("and nobody got it", not any(action.get("due_on") == "9226-05-02" for action in actions()))


def copy_and_paste(screen, chosen):
    screen.key("ctrl+c")
    text = until(clipboard)
    lines = (text or "").split("\n")
    check("the selected rows are on the clipboard as a table", len(lines) > 3 and lines[0].startswith("Rubrik\t")
          and [line.split("\t")[0] for line in lines[1:4]] == chosen, str(lines[:4]))
    other = offer("Rubrik\tKlar senast\tLäge\nKlistrad ett\t2/5\tKlar\nKlistrad två\tfredag\tPågår\n")
    screen.key("ctrl+v")
    # The window of the plan is another one of the program.
    pause(1.5)
    screen.key("Return")
    pasted = until(lambda: {a["title"]: a.get("status") for a in actions() if a["title"].startswith("Klistrad")}, 8)
    other.kill()
    other.wait()
    check("two pasted rows are two records", pasted == {"Klistrad ett": "done", "Klistrad två": "ongoing"}, str(pasted))


def nothing_left(screen):
    """A list that empties, by a filter at its end and by deleting its only row, leaves the focus where one goes on."""
    screen.click(records(screen)[0])
    screen.key("End", "ctrl+f")
    screen.type("zzz")
    check("a filter that nothing matches can be left", screen.wait("Visa alla", "push button", 5), screen.names("push button"))
    screen.key("Escape")
    check("and all rows are there again", until(lambda: len(rows(screen)) > 12, 5), str(len(rows(screen))))
    title = actions()[0]["title"]
    screen.key("ctrl+f")
    screen.type(title)
    only = until(lambda: rows(screen) == [title] and records(screen), 5)
    check("a filter leaves one row", only, rows(screen))
    screen.click(only[0])
    screen.key("Delete")
    check("it is deleted", until(lambda: title not in [action["title"] for action in actions()], 8))
    check("and the focus is where all can be shown", until(lambda: screen.focused() and screen.focused().get_name() == "Visa alla", 5),
          screen.focused() and screen.focused().get_name())
    screen.key("ctrl+z")
    check("undo brings it back", until(lambda: title in [action["title"] for action in actions()] and rows(screen) == [title], 8),
          rows(screen))


def main():
    command("new", PATH, "--sample=oversyn")
    screen = start()
    filter_by_status(screen)
    grouped = group_and_hide(screen)
    check("the program ends", screen.end() == 0)
    screen = start()
    check("the next day the list looks the same", until(lambda: rows(screen) == grouped, 5), [str(rows(screen)), str(grouped)])
    screen.key("ctrl+f")
    clear(screen)
    usual_view(screen)
    ask_about_far_date(screen)
    chosen = edit_three(screen)
    copy_and_paste(screen, chosen)
    nothing_left(screen)
    check("the program ends without warnings", screen.end() == 0)
    done()


if __name__ == "__main__":
    main()
