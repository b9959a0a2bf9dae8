"""What a list shows, by keys alone, in Swedish: filtered by a reference and by dates, sorted, grouped, with fewer columns, and all of
it remembered.  What has to be there is counted from what the command gives.

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
from listener import Listener
from screen import SAMSYN, cells, shown, until
from traveller import Lost, field_of

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "listor.samsyn")
TODAY = "2016-11-18"
PROJECT = "Uppföljning och utvärdering"


def records(kind):
    run = subprocess.run([SAMSYN, "list", FILE, kind, "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout)["records"]


def is_late(action):
    return action.get("due_on", "9999") < TODAY and action.get("status") not in ("done", "cancelled") and "done_on" not in action


def footer_of(actions, number):
    """What stands below a list of these, out of so many."""
    late = sum(map(is_late, actions))
    count = f"{len(actions)} av {number} åtgärder" if len(actions) < number else f"{number} åtgärder"
    return count + ("" if late == 0 else ", varav 1 ligger efter" if late == 1 else f", varav {late} försenade")


def titles(actions):
    return [action["title"] for action in actions]


class Reader(Listener):
    def label_of(self, field):
        return field_of("action", field)["label"]["sv"]

    def rows(self):
        """The rows on the screen; headings of groups among them."""
        return [node.get_name() for node in self.all() if node.get_role_name() == "table row" and shown(node)][1:]

    def footer(self):
        return next((name for name in self.names("status bar") if "åtgärder" in name), None)

    def columns(self):
        """The columns that the rows tell something of; the one with the focus may tell a message instead."""
        rows = (node for node in self.all() if node.get_role_name() == "table row" and shown(node))
        return {cell.split(":")[0] for node in rows for cell in cells(node) if ": " in cell}

    def shows(self, name, actions, number):
        """Whether exactly these are listed, in this order, and counted below."""
        wanted = titles(actions)
        check(f"{name}: these are shown", until(lambda: self.rows() == wanted, 5), [str(self.rows()), str(wanted)])
        check(f"{name}: and counted", until(lambda: self.footer() == footer_of(actions, number), 5),
              f"{self.footer()} and not {footer_of(actions, number)}")

    def open_filter(self, field):
        self.press("ctrl+f")
        self.press_until("Tab", lambda name: name == "Filter" or name.startswith("Filter "), 10)
        self.press("Return")
        self.listen(0.3)
        self.press_until("Tab", lambda name: name == self.label_of(field) or name.startswith(self.label_of(field) + ":"), 30)
        self.press("Return")
        self.listen(0.4)

    def open_view(self):
        self.press("ctrl+f")
        self.press_until("Tab", lambda name: name == "Ordning, grupper och kolumner", 10)
        self.press("Return")
        self.listen(0.4)

    def pick(self, drop_down, choice):
        """In an open view: another choice of one of its lists."""
        self.press_until("Tab", lambda name: name.startswith(drop_down + ": "), 30)
        self.press("space")
        self.listen(0.3)
        self.press("Home")
        self.press_until("Down", lambda name: name == choice, 30)
        self.press("Return")
        self.listen(0.5)


def start():
    user = Reader(FILE, XDG_STATE_HOME=os.path.join(FOLDER.name, "state"))
    user.listen(1)
    user.go_to("action")
    return user


def try_reference(user, actions, project):
    user.open_filter("project")
    check("a reference asks for a part of the name", user.at() == "Sök ett värde", user.at())
    user.write("utvärd")
    user.listen(0.3)
    mine = sorted((one for one in actions if one.get("project") == project), key=lambda one: one["title"])
    user.press("Tab")
    check("it offers those with their numbers", user.at() == f"{PROJECT} ({len(mine)})", user.at())
    user.is_told("the count of what is found is told", lambda: user.press("space"),
                 lambda words: words == footer_of(mine, len(actions)))
    user.press("Escape")
    check("a chip says so", user.find(f"{user.label_of('project')}: {PROJECT}", "push button"), user.names("push button"))
    user.listen(0.3)
    got = user.rows()
    check("only those of the project are there", sorted(got) == sorted(titles(mine)), [str(got), str(titles(mine))])
    return mine


def try_dates(user, mine, number):
    user.open_filter("due_on")
    user.press_until("Tab", lambda name: name == "Från datum", 12)
    user.write("i förrgår då")
    user.is_told("what is no date is told", lambda: user.press("Return"), lambda words: "i förrgår då" in words or "dag" in words)
    user.press("ctrl+a")
    user.write("2016-08-20")
    user.press("Tab")
    user.write("2017-01-31")
    user.press("Return")
    mine = [one for one in mine if "2016-08-20" <= one.get("due_on", "") <= "2017-01-31"]
    check("a range of dates narrows further", until(lambda: sorted(user.rows()) == sorted(titles(mine)), 5),
          [str(user.rows()), str(titles(mine))])
    check("and the footer counts them", until(lambda: user.footer() == footer_of(mine, number), 5), user.footer())
    return mine


def try_order(user, mine, number):
    user.open_view()
    user.pick("Sortera efter", user.label_of("due_on"))
    user.press_until("Tab", lambda name: name == "Fallande", 30)
    user.press("space")
    user.press("Escape")
    mine = sorted(mine, key=lambda one: one["due_on"], reverse=True)
    user.shows("the latest first", mine, number)
    user.open_view()
    hidden = user.label_of("status")
    check("there is a column to hide", hidden in user.columns(), user.columns())
    user.press_until("Tab", lambda name: name == hidden, 30)
    user.press("space")
    user.press("Escape")
    check("a column is hidden", until(lambda: (columns := user.columns()) and hidden not in columns, 5), user.columns())
    return mine


def try_group(user, field, groups, number, actions):
    """Groups by a field; `groups` are pairs of a name and how many."""
    user.open_view()
    user.pick("Gruppera efter", user.label_of(field))
    user.press("Escape")
    wanted = {f"{name} ({count})" for name, count in groups.items()}
    check(f"by {field}: each group has its heading and number",
          until(lambda: {row for row in user.rows() if row.endswith(")")} == wanted, 5), [str(user.rows()), str(wanted)])
    check(f"by {field}: the footer counts records, not headings", user.footer() == footer_of(actions, number), user.footer())


def group(actions, name):
    found = {}
    for action in actions:
        found[name(action)] = found.get(name(action), 0) + 1
    return found


def main():
    subprocess.run([SAMSYN, "new", FILE, "--sample=oversyn"], check=True)
    actions = records("action")
    project = next(one["id"] for one in records("project") if one["name"] == PROJECT)
    organisations = {one["id"]: one["name"] for one in records("organisation")}
    states = {choice["id"]: choice["label"]["sv"] for choice in field_of("action", "status")["choices"]}
    user = start()
    try:
        check("all are counted, and those that are late", until(lambda: user.footer() == footer_of(actions, len(actions)), 5), user.footer())
        mine = try_reference(user, actions, project)
        mine = try_dates(user, mine, len(actions))
        mine = try_order(user, mine, len(actions))
        try_group(user, "status", group(mine, lambda one: states[one["status"]]), len(actions), mine)
        try_group(user, "organisation", group(mine, lambda one: organisations[one["organisation"]]), len(actions), mine)
        left = (user.rows(), user.footer(), user.columns())
        check("it ends well", user.end() == 0)
        user = start()
        check("all of it is remembered", until(lambda: (user.rows(), user.footer(), user.columns()) == left, 5),
              [str(user.rows()), str(left[0]), user.footer(), str(user.columns())])
        user.press("ctrl+f")
        user.press_until("Tab", lambda name: name == f"Ta bort filtret: {user.label_of('due_on')}", 12)
        user.press("Return")
        mine = [one for one in actions if one.get("project") == project]
        check("a filter is taken away by keys", until(lambda: user.footer() == footer_of(mine, len(actions)), 15),
              [user.footer(), *user.names("push button")])
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    check("it ends well at last", user.end() == 0)
    done()


if __name__ == "__main__":
    main()
