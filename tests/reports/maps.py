"""The responsibility map as workbooks must show it, asked of the workspace file with SQL of its own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import json
import re

import words
import workspace
from tap import check

VALID = '("valid_from" IS NULL OR "valid_from" <= :date) AND ("valid_to" IS NULL OR "valid_to" >= :date)'
NUMBERED = re.compile(r" \(\d+\)$")
SEEN = '("scenario" IS NULL OR "scenario" = :scenario)'
# What is in force and the scenario ends; of a scenario's own nothing ends.
STAYS = '("scenario" IS NOT NULL OR "id" NOT IN (SELECT "record" FROM "ending" WHERE "scenario" = :scenario))'


def tasks(asked, date, scenario=None):
    """The rows of the map: id → task."""
    rows = asked.rows(f'SELECT * FROM "task" WHERE {VALID} AND {SEEN} AND {STAYS}', date=date, scenario=scenario)
    return {row["id"]: row for row in rows}


def assignments(asked, date, scenario=None):
    """What holds: an assignment of the scenario takes the place of those in force in its cell."""
    rows = asked.rows(f'SELECT * FROM "assignment" WHERE {VALID} AND {SEEN} AND "organisation" IN (SELECT "id" FROM "organisation" '
                      f'WHERE {SEEN})', date=date, scenario=scenario)
    there = tasks(asked, date, scenario)
    replaced = {(row["task"], row["organisation"]) for row in rows if row["scenario"] != ""}
    return [row for row in rows if row["task"] in there and row["role"] != "none"
            and (row["scenario"] != "" or (row["task"], row["organisation"]) not in replaced)]


def organisations_there(asked, date, scenario=None):
    rows = asked.rows(f'SELECT "id" FROM "organisation" WHERE {VALID} AND {SEEN} AND {STAYS}', date=date, scenario=scenario)
    return {row["id"] for row in rows}


def budgets(asked, scenario=None):
    """What the lines of each organisation and year come to, in öre; costs are above zero."""
    rows = asked.rows('SELECT "organisation" "o", "year" "y", SUM(CASE "sort" WHEN \'revenue\' THEN -"budget" ELSE "budget" END) "n" '
                      f'FROM "budget_line" WHERE {SEEN} AND "budget" IS NOT NULL GROUP BY "organisation", "year"', scenario=scenario)
    return {(row["o"], row["y"]): row["n"] for row in rows}


def staff(asked, date, scenario=None):
    """The shares of the seats of each organisation; where a seat represents none, of its person's."""
    held = '("from" IS NULL OR "from" <= :date) AND ("to" IS NULL OR "to" >= :date)'
    rows = asked.rows('SELECT COALESCE("represents", (SELECT "organisation" FROM "person" WHERE "person"."id" = "membership"."person")) '
                      f'"o", SUM("share_percent") "n" FROM "membership" WHERE {held} AND {SEEN} AND {STAYS} AND "share_percent" IS NOT NULL '
                      'GROUP BY 1', date=date, scenario=scenario)
    return {row["o"]: row["n"] for row in rows}


def bases(asked, date, scenario=None):
    return {(row["task"], row["organisation"], row["basis"]) for row in assignments(asked, date, scenario) if row["basis"] != ""}


def letters(found):
    cells = collections.defaultdict(set)
    for row in found:
        cells[row["task"], row["organisation"]].add(row["role"])
    return {cell: "/".join(role for role in "ARSCI" if role in roles) for cell, roles in cells.items()}


def organisations(asked):
    return {row["id"]: row for row in asked.rows('SELECT * FROM "organisation"')}


def short_name(organisation):
    return organisation["short_name"] or organisation["name"]


def columns(asked, found):
    """The organisations with a letter, and those under whom two columns or more fold."""
    all_of, shown = organisations(asked), {row["organisation"] for row in found}
    while True:
        units = collections.Counter(all_of[o]["parent"] for o in shown if all_of[o]["parent"] != "")
        more = {parent for parent, n in units.items() if n >= 2} - shown
        if not more:
            return shown
        shown |= more


def process_name(asked, task):
    found = asked.one('SELECT "name" "n" FROM "process" WHERE "id" = :p', p=task["process"] or None)
    return found["n"] if found else ""


def cells_of(names, values):
    """What stands in a row, whatever the order of the columns; doubled titles are numbered by the program."""
    return sorted(f"{NUMBERED.sub('', name)}: {value}" for name, value in zip(names, values) if value != "")


def rows(asked, date, scenario=None, process="all"):
    """Process, task, and the letters with their organisations."""
    all_of, cells = organisations(asked), letters(assignments(asked, date, scenario))
    found = []
    for task in tasks(asked, date, scenario).values():
        if process in ("all", task["process"]):
            own = {o: text for (t, o), text in cells.items() if t == task["id"]}
            found.append([process_name(asked, task), task["name"],
                          cells_of([line(short_name(all_of[o])) for o in own], own.values())])
    return found


def line(text):
    return " ".join(text.split())


def check_table(label, table, first, asked, date, scenario=None, process="all"):
    there = {task["id"] for task in tasks(asked, date, scenario).values() if process in ("all", task["process"])}
    shown = columns(asked, [row for row in assignments(asked, date, scenario) if row["task"] in there])
    all_of = organisations(asked)
    plain = lambda names: sorted(cells_of(names, ["x"] * len(names)))
    check(f"{label}: its first columns", table.columns[:2] == first, table.columns[:2])
    check(f"{label}: a column for each organisation with a letter, or with units that have one",
          plain(table.columns[2:]) == plain([line(short_name(all_of[o])) for o in shown]), table.columns)
    found = [(row[0], row[1], tuple(cells_of(table.columns[2:], row[2:]))) for row in table.rows]
    wanted = [(row[0], row[1], tuple(row[2])) for row in rows(asked, date, scenario, process)]
    wrong = (collections.Counter(found) - collections.Counter(wanted), collections.Counter(wanted) - collections.Counter(found))
    check(f"{label}: the letters of its {len(wanted)} tasks", not wrong[0] and not wrong[1], wrong)


def told(asked, date, scenario=None):
    """As the command tells them, whose truth another test proves."""
    named = [] if scenario is None else [f"--scenario={scenario}"]
    return json.loads(workspace.samsyn("findings", asked.path, f"--as-of={date}", "--format=json", *named,
                                       LANGUAGE=asked.language))["findings"]


def findings(asked, date, scenario=None):
    return [finding_row(asked, finding) for finding in told(asked, date, scenario)]


def task_of(asked, finding):
    """What the key begins with: a task, or an assignment of it."""
    return asked.one('SELECT * FROM "task" WHERE "id" IN (:r, (SELECT "task" FROM "assignment" WHERE "id" = :r))',
                     r=int(finding["key"].split(":")[1]))


def finding_row(asked, finding):
    all_of, named = organisations(asked), []
    for record in finding["records"]:
        part = asked.one('SELECT "organisation" "o" FROM "assignment" WHERE "id" = :r', r=record["id"])
        organisation = all_of.get(part["o"] if part else record["id"])
        if organisation and organisation["id"] not in [o["id"] for o in named]:
            named.append(organisation)
    task = task_of(asked, finding)
    return [words.SEVERITIES[asked.language][finding["severity"]], task["name"] if task else "", finding["sentence"],
            ", ".join(map(short_name, named)), finding["mend"] or "", words.STATES[asked.language][finding["state"]]]
