"""Ctrl+K where there are 20,000 assignments, whose titles are others' names: what only they have is found, that the search goes on is said
meanwhile, and what is edited after many searches is saved.  In Swedish.

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
from screen import SAMSYN, until
from traveller import Lost, Traveller

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "stor.samsyn")
TASKS, BODIES = 200, 100


def word(number):
    """Letters alone: none is the beginning of another."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")


def fill():
    records = [{"kind": "organisation", "key": f"o{i}", "name": f"Nämnd{word(i)}"} for i in range(BODIES)]
    records += [{"kind": "task", "key": f"t{i}", "name": f"Uppgift{word(i)}"} for i in range(TASKS)]
    records += [{"kind": "assignment", "key": f"a{i}-{j}", "task": f"t{i}", "organisation": f"o{j}", "role": "R" if j == 0 else "I"}
                for i in range(TASKS) for j in range(BODIES)]
    document = os.path.join(FOLDER.name, "stor.json")
    with open(document, "w", encoding="utf-8") as file:
        json.dump({"samsyn": 1, "records": records}, file)
    subprocess.run([SAMSYN, "new", FILE], check=True)
    said = subprocess.run([SAMSYN, "import", FILE, document], stderr=subprocess.PIPE, text=True)
    check("20,000 assignments are imported", said.returncode == 0, said.stderr[-500:])


def names_of(body):
    run = subprocess.run([SAMSYN, "list", FILE, "organisation", "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return next(record for record in json.loads(run.stdout)["records"] if record["name"] == body).get("short_name")


def search(user):
    user.press("ctrl+k")
    hint = user.wait("Skriv början av ord, i valfri ordning.", "status bar")
    check("Ctrl+K opens the search", hint is not None)
    said, found = set(), 0
    for number in range(20):
        task, body = f"uppgift{word(number * 9)}", f"nämnd{word(number * 4)}"
        user.press("ctrl+a")
        user.write(f"{task} {body}")
        # Nothing but the assignment has both words.
        found += bool(until(lambda: (said.add(hint.get_name()), hint.get_name().startswith("Enter öppnar"))[1], 30))
        if number == 19:
            rows = [name.lower() for name in user.names("list item")]
            check("what is found is the assignment", any(task in name and body in name for name in rows), rows[-5:])
    check("each of 20 searches finds what only titles of assignments have", found == 20, found)
    check("that it goes on is said meanwhile", "Söker vidare…" in said, said)
    user.press("Escape")


def main():
    fill()
    user = Traveller("sv", FILE, LC_ALL="sv_SE.UTF-8")
    try:
        search(user)
        body = f"Nämnd{word(7)}"
        user.open_record("organisation", body)
        user.to_field("organisation", "short_name")
        user.write("N7")
        user.press("Tab")
        check("and then a change is saved", until(lambda: names_of(body) == "N7", 20), names_of(body))
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    check("it ends without warnings", user.end() == 0)
    done()


if __name__ == "__main__":
    main()
