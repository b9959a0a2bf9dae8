"""What stands where: a result of the search is selected in its list, a new record stands where the one beside it stands, long lists of
belonging records lead to the kind's own list, and rows go by a key.

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
from screen import SAMSYN, Atspi, shown, until
from traveller import Traveller

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "Översyn.samsyn")
MANY = 700


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def records(kind):
    return json.loads(command("list", FILE, kind, "--format=json"))["records"]


def make():
    """Two projects; one has many actions, and a group with a meeting."""
    given = os.path.join(FOLDER.name, "in.json")
    actions = [{"kind": "action", "key": f"a{i}", "title": f"Åtgärd {i:03}", "project": "stora"} for i in range(MANY)]
    with open(given, "w", encoding="utf-8") as out:
        json.dump({"samsyn": 1, "records": [
            {"kind": "project", "key": "stora", "name": "Stora projektet"}, {"kind": "project", "key": "lilla", "name": "Lilla projektet"},
            {"kind": "action", "key": "b", "title": "Boka lokal", "project": "lilla", "status": "ongoing"},
            {"kind": "group", "key": "g", "name": "Styrgruppen", "project": "lilla"},
            {"kind": "meeting", "key": "m", "group": "g", "starts_on": "2016-05-20"}, *actions]}, out)
    command("new", FILE)
    command("import", FILE, given)


def rows(user):
    return [node for node in user.all() if node.get_role_name() == "table row" and shown(node)][1:]


def selected(user):
    return [node.get_name() for node in rows(user) if node.get_state_set().contains(Atspi.StateType.SELECTED)]


def search(user, words):
    user.key("ctrl+k")
    user.listen(0.4)
    user.write(words)
    user.listen(0.8)
    user.press("Return")
    user.listen(0.8)


def try_search(user):
    """Far down in a list that was not shown before."""
    search(user, "Åtgärd 650")
    check("a result is shown in its list, selected", until(lambda: selected(user) == ["Åtgärd 650"], 5), [str(selected(user)), str(
        [row.get_name() for row in rows(user)])])
    box = next(row for row in rows(user) if row.get_name() == "Åtgärd 650").get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    check("and in sight", 100 < box.y < 760, str(box.y))
    user.press("Down")
    check("the arrow keys go on from it", until(lambda: selected(user) == ["Åtgärd 651"], 5), str(selected(user)))
    check("and the record goes along", until(lambda: user.find("Åtgärd 651", "heading"), 5), user.names("heading"))
    search(user, "Styrgruppen")
    user.listen(0.5)
    user.go_to("action")
    check("what is not in the list leaves it without a choice", selected(user) == [], str(selected(user)))


def new_record(user, kind, field, value):
    user.press("ctrl+n")
    user.listen(1, lambda: user.in_field(kind, field))
    user.write(value)
    user.press("Tab")
    user.press("Tab")
    return until(lambda: [record for record in records(kind) if record.get(field) == value], 5)


def try_beside(user):
    lilla = next(project["id"] for project in records("project") if project["name"] == "Lilla projektet")
    search(user, "Boka lokal")
    made = new_record(user, "action", "title", "Boka buss")
    check("a new record is of the project of the one beside it", made and made[0].get("project") == lilla, str(made))
    check("and of nothing else that it has", made and "status" not in made[0], str(made))
    user.press("alt+Left")
    check("Alt+Left goes back to the one beside which it was made", until(lambda: user.find("Boka lokal", "heading"), 5))
    user.go_to("meeting")
    user.press_until("F6", lambda name: user.focused().get_role_name() == "table row", 5)
    user.press("Return")
    user.go_to("decision")
    made = new_record(user, "decision", "title", "Godkänna planen")
    check("a decision made beside a meeting is of that meeting", made and made[0].get("meeting") == records("meeting")[0]["id"], str(made))
    check("and of its group's project", made and made[0].get("project") == lilla, str(made))
    user.press("Escape")
    user.go_to("action")
    user.press("ctrl+f")
    user.press_until("Tab", lambda name: name.startswith("Filter"))
    user.press("Return")
    user.press_until("Tab", lambda name: name.startswith("Läge"))
    user.press("Return")
    user.press_until("Tab", lambda name: name == "Pågår")
    user.press("space", "Escape")
    user.listen(0.5)
    made = new_record(user, "action", "title", "Boka tåg")
    check("a new record is what the list is filtered by", made and made[0].get("status") == "ongoing", str(made))
    user.press("Escape")


def try_long(user):
    search(user, "Stora projektet")
    user.press("F6")
    user.press_until("Tab", lambda name: name.startswith(f"Visa alla {MANY}"), 80)
    user.press("space")
    check("a long list of belonging records is shown in their own list",
          until(lambda: any(node.get_name().startswith(f"{MANY} av ") and shown(node) for node in user.all()), 8),
          user.names("label")[-8:])
    check("which says what it is filtered by", any(name == "Projekt: Stora projektet" for name in user.names("push button")))


def try_delete(user):
    user.go_to("action")
    user.press_until("F6", lambda name: user.focused().get_role_name() == "table row", 5)
    user.press("Home")
    user.press("shift+Down")
    gone = selected(user)
    user.press("Delete")
    # It may wait for another toast to go.
    undo = until(lambda: user.listen(0.2) or next((node for node in user.all() if node.get_name() == "Ångra" and shown(node)), None), 15)
    check("a toast offers to undo it", undo is not None)
    left = {action["title"] for action in records("action")}
    if undo:
        user.click(undo)
    check("Delete deletes the selected rows", len(gone) == 2 and not set(gone) & left, str(gone))
    check("which brings them back", until(lambda: set(gone) <= {action["title"] for action in records("action")}, 5))


def main():
    make()
    user = Traveller("sv", FILE, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-05-20T10:00:00")
    user.wait("Åtgärder", "list item")
    for journey in (try_search, try_beside, try_long, try_delete):
        if sys.argv[1:] in ([], [journey.__name__]):
            journey(user)
    check("the program ends well", user.end() == 0)
    done()


subprocess.run(["setxkbmap", "se"], stderr=subprocess.DEVNULL)
main()
