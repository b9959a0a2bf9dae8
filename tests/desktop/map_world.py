"""A small map in a window, for the tests of the map: what is in its file, what its cells say, and where they are.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess

from calm import pause
from screen import SAMSYN, Atspi, Screen, until, xdotool

TODAY = "2016-11-18"
MAP = "Ansvarskarta"
ORGANISATIONS = [(1, "Arbetsförmedlingen", {"short_name": "AF", "sort": "authority"}), (2, "Landstinget", {"sort": "region"}),
                 (3, "Staden", {"sort": "municipality"}), (4, "Arbetsmarknadsnämnden", {"short_name": "AMN", "parent": 3}),
                 (5, "Socialnämnden", {"short_name": "SocN", "parent": 3}), (6, "Utbildningsnämnden", {"short_name": "UtbN", "parent": 3})]
PROCESSES = [(10, "Mottagande", 1), (11, "Etablering", 2)]
TASKS = [(20, "Anvisa bostad", 10, 1), (21, "Boka möte", 10, 2), (22, "Ge information", 10, 3), (23, "Etableringsplan", 11, 1),
         (24, "Ordna praktik", 11, 2)]
LETTERS = [(20, 1, "A"), (20, 4, "R"), (21, 5, "A"), (21, 5, "R"), (21, 6, "C"), (23, 1, "A")]


def command(*args):
    return subprocess.run([SAMSYN, *map(str, args)], check=True, stdout=subprocess.PIPE, text=True).stdout


def make(path):
    """The workspace; its letters hold from the beginning of 2016."""
    records = [dict(kind="target_group", id=30, name="Barn"), dict(kind="scenario", id=40, name="Ny nämnd", status="proposed")]
    records += [dict(kind="organisation", id=id, name=name, **more) for id, name, more in ORGANISATIONS]
    records += [dict(kind="process", id=id, name=name, position=position) for id, name, position in PROCESSES]
    records += [dict(kind="task", id=id, name=name, process=process, position=position, **({"target_group": 30} if id == 24 else {}))
                for id, name, process, position in TASKS]
    records += [dict(kind="assignment", id=100 + i, task=task, organisation=organisation, role=role, valid_from="2016-01-01")
                for i, (task, organisation, role) in enumerate(LETTERS)]
    source = path + ".json"
    with open(source, "w", encoding="utf-8") as file:
        json.dump({"samsyn": 1, "records": records}, file)
    command("new", path)
    command("import", path, source)


class MapScreen(Screen):
    """The window with the map in it."""

    def __init__(self, path, **environment):
        super().__init__(path, **{"LC_ALL": "sv_SE.UTF-8", "SAMSYN_NOW": TODAY, "XDG_STATE_HOME": path + ".state", **environment})
        self.path = path
        self.click(self.wait("Karta", "list item"))
        self.map = self.wait(MAP)
        self.enter()

    def enter(self):
        """Clicks the first heading, and goes on to the first cell."""
        self.click(self.map)
        self.key("ctrl+Home")

    def records(self, kind):
        return json.loads(command("list", self.path, kind, "--format=json"))["records"]

    def letters(self, scenario=None):
        """{(task, organisation): "AR"} of what holds from now on, by names, in force or of a scenario."""
        names = {record["id"]: record["name"] for kind in ("task", "organisation") for record in self.records(kind)}
        found = {}
        for record in self.records("assignment"):
            if record.get("valid_to", TODAY) >= TODAY and record.get("scenario") == scenario:
                found.setdefault((names[record["task"]], names[record["organisation"]]), []).append(record["role"])
        return {cell: "".join(sorted(roles)) for cell, roles in found.items()}

    def becomes(self, condition):
        """Whether it holds within a few seconds."""
        return bool(until(condition, 5))

    def at(self):
        """What the cell that has the focus says."""
        node = self.focused()
        return node.get_name() if node else ""

    def says(self, beginning):
        return self.becomes(lambda: self.at().startswith(beginning))

    def told(self, part):
        """Whether a message says so."""
        return self.becomes(lambda: any(part in (name or "") for name in self.names()))

    def go(self, task, organisation):
        """Moves the cursor by arrows to the cell; whether it got there."""
        wanted = f"{task}, {organisation}: "
        self.key("ctrl+Home")
        for key in ("Down", "Right"):
            for _ in range(12):
                here = self.at()
                if here.startswith(wanted) or (key == "Down" and here.startswith(task + ",")):
                    break
                xdotool("key", key)
                pause(0.12)
        return self.at().startswith(wanted)

    def place(self):
        """The place of the cursor's cell in the window, as x, y, width, height."""
        box = self.focused().get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x + self.edge, box.y + self.edge, box.width, box.height

    def undo(self):
        self.key("ctrl+z")
        pause(0.3)


def start(folder, name):
    path = os.path.join(folder, name + ".samsyn")
    make(path)
    return MapScreen(path)
