"""History calls records what they were called then, also those that are gone, and those whose titles are made of others'.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder, document
from tap import check, done


def fill(folder):
    """A task that is renamed twice, an assignment that is called by it, a person who moves and goes."""
    steps = [
        [{"kind": "organisation", "key": "o", "name": "Nämnden"}, {"kind": "task", "key": "t", "name": "Ta emot"},
         {"kind": "assignment", "key": "a", "task": "t", "organisation": "o", "role": "R"},
         {"kind": "person", "key": "p", "name": "Anna", "organisation": "o"}],
    ]
    folder.must("new", "w.samsyn")
    folder.must("import", "w.samsyn", folder.write("0.json", document(*steps[0])))
    ids = {kind: folder.records("w.samsyn", kind)[0]["id"] for kind in ("organisation", "task", "assignment", "person")}
    for number, (kind, values) in enumerate([("task", {"name": "Välkomna"}), ("organisation", {"name": "Förvaltningen"}),
                                             ("assignment", {"role": "A"}), ("person", {"name": "Anna B"}),
                                             ("task", {"name": "Möta"})], 1):
        folder.must("import", "w.samsyn", folder.write(f"{number}.json", document({"kind": kind, "id": ids[kind], **values})))
    return ids


def titles(folder, *arguments):
    """Step → title of each record that it changed."""
    steps = json.loads(folder.must("history", "w.samsyn", "--format=json", *arguments))["steps"]
    return {step["id"]: {change["kind"]: change["title"] for change in step["changes"]} for step in steps}


def undo_all(folder):
    """Back to before the import, so that everything is deleted; how many steps that took."""
    n = 0
    while folder.run("undo", "w.samsyn").returncode == 0:
        n += 1
    return n


with Folder() as place:
    ids = fill(place)
    expected = {
        1: {"organisation": "Nämnden", "task": "Ta emot", "assignment": "R · Ta emot · Nämnden", "person": "Anna"},
        2: {"task": "Välkomna"}, 3: {"organisation": "Förvaltningen"}, 4: {"assignment": "A · Välkomna · Förvaltningen"},
        5: {"person": "Anna B"}, 6: {"task": "Möta"},
    }
    check("every step names its records as they were called when it was made", titles(place) == expected, titles(place))
    of_record = titles(place, f"--record={ids['assignment']}")
    check("so does the history of one record", of_record == {n: {"assignment": expected[n]["assignment"]} for n in (1, 4)}, of_record)
    text = place.must("history", "w.samsyn", f"--record={ids['person']}")
    check("what a value names is called so too", "Nämnden (" in text and "Förvaltningen" not in text, text)
    check("six steps are undone", undo_all(place) == 6)
    check("everything is gone", all(place.records("w.samsyn", kind) == [] for kind in ids))
    after = titles(place)
    check("what is gone is called what it was called", {n: after[n] for n in expected} == expected, after)
    check("the step that deleted it says what it was called last", after[12] == expected[1], after[12])
    check("a step that gives an earlier name back names it so", after[7] == {"task": "Välkomna"}, after[7])
    text = place.must("history", "w.samsyn")
    check("the text says the same", re.search(r"R · Ta emot · Nämnden", text) and "A · Välkomna · Förvaltningen" in text, text)
    for _ in range(6):
        place.must("redo", "w.samsyn")
    again = titles(place)
    check("what was created again is one life of one record", {n: again[n] for n in expected} == expected and again[13] == expected[1]
          and again[18] == {"task": "Möta"}, again)
done()
