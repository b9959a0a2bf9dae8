"""Workspaces to make reports of: the sample, an empty one, and random ones that grow in two steps.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import random
import sqlite3
import subprocess

SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
FIRST, PUBLISHED, SECOND = "2016-03-10T09:00:00Z", "2016-04-02", "2016-06-01T09:00:00Z"
BEFORE, MEETING = "2016-04-05", "2016-06-15"

# How many records of a kind, where more or fewer than a few are wanted.
MANY = {"organisation": 12, "person": 10, "project": 6, "milestone": 25, "risk": 20, "action": 30, "decision": 25,
        "budget_line": 25, "measurement": 60, "indicator": 10, "goal": 10, "status_report": 15, "status_light": 70,
        "agenda_item": 12, "membership": 20, "attendance": 20, "follow_up": 20, "reply": 20, "document": 20,
        "setting": 0, "process": 5, "task": 18, "assignment": 60, "scenario": 2, "publication": 0, "link": 5, "passage": 5, "acceptance": 5}
WORDS = ("ansvar boende mottagande skola hälsa samordning långt mål över åtgärd förvaltning plan stöd barn familj "
         "språk =1+1 +46 @nämnd -ett <b> & \"citat\" 'enkel' 3/4 007").split()
# Dates and numbers of which the one must not be above the other.
ORDERED = [("starts_on", "ends_on", "extended_until"), ("valid_from", "valid_to"), ("from", "to"), ("from_on", "on"),
           ("period_from", "period_to"), ("value", "value_to"), ("issued_on", "valid_from"), ("sent_on", "answer_by")]


def samsyn(*arguments, **environment):
    """Runs the program; its standard output, or an exception that holds what it complained of."""
    env = dict(os.environ, **environment)
    result = subprocess.run([SAMSYN, *map(str, arguments)], capture_output=True, text=True, env=env)
    if result.returncode != 0:
        raise RuntimeError(f"samsyn {' '.join(map(str, arguments))}: {result.stderr}")
    return result.stdout


def kinds():
    return {kind["id"]: kind for kind in json.loads(samsyn("kinds", "--format=json"))["kinds"]}


class Generator:
    """Records of every kind with random values, each referring to earlier ones only."""

    def __init__(self, seed, descriptions):
        self.random = random.Random(seed)
        self.kinds = descriptions
        self.keys = {kind: [] for kind in descriptions}
        self.uniques = set()

    def date(self):
        return str(datetime.date(2016, 1, 1) + datetime.timedelta(days=self.random.randrange(420)))

    def text(self, longest):
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randrange(1, longest)))

    def reference(self, field):
        targets = field.get("targets") or list(self.kinds)
        keys = [key for kind in targets for key in self.keys[kind]]
        # What the pack is about is referred to more than the rest, so that its sheets have rows.
        if len(targets) == 1 and targets[0] in ("project", "group", "meeting") and self.random.random() < 0.7:
            keys = [key for key in keys if key in ("p", "p1", "g", "m1", "m2")] or keys
        return self.random.choice(keys) if keys else None

    def value(self, field):
        r = self.random
        low, high = field.get("minimum"), field.get("maximum")
        whole = r.randint(int(low), int(high)) if low is not None and high else r.randint(0, 2000)
        return {
            "text": lambda: self.text(5), "long_text": lambda: "\n".join(self.text(8) for _ in range(r.randint(1, 3))),
            "body": lambda: self.text(60), "date": self.date, "time": lambda: f"{r.randrange(24):02}:{r.randrange(60):02}",
            "integer": lambda: r.choice([2016, 2017]) if field["id"] == "year" else whole,
            "number": lambda: whole + r.choice([0, 0.5, 0.25]), "money": lambda: f"{r.randint(0, 3000000)}.{r.randrange(100):02}",
            "boolean": lambda: r.random() < 0.5, "choice": lambda: r.choice(field["choices"])["id"],
            "reference": lambda: self.reference(field)}[field["type"]]()

    def record(self, kind):
        values = {}
        for field in self.kinds[kind]["fields"]:
            if field["required"] or self.random.random() < 0.75:
                value = self.value(field)
                if value is not None:
                    values[field["id"]] = value
                elif field["required"]:
                    return None
        for names in ORDERED:
            given = [name for name in names if name in values]
            for name, value in zip(given, sorted(values[name] for name in given)):
                values[name] = value
        return self.unique(kind, values)

    def unique(self, kind, values):
        for fields in self.kinds[kind]["uniques"]:
            key = (kind, *fields, *(values.get(field) for field in fields))
            if key in self.uniques:
                return None
            self.uniques.add(key)
        key = f"{kind}-{len(self.keys[kind])}"
        self.keys[kind].append(key)
        return {"kind": kind, "key": key, **values}

    def fixed(self):
        """What a pack is about: a project, its group, two meetings, the pack published for the first."""
        records = [{"kind": "project", "key": "p", "name": "Projektet", "starts_on": "2016-01-01", "ends_on": "2017-01-31"},
                   {"kind": "project", "key": "p1", "name": "Delprojekt ett", "parent": "p"},
                   {"kind": "group", "key": "g", "name": "Styrgruppen", "project": "p"},
                   {"kind": "meeting", "key": "m1", "group": "g", "starts_on": BEFORE, "status": "held"},
                   {"kind": "meeting", "key": "m2", "group": "g", "starts_on": MEETING},
                   {"kind": "publication", "key": "b", "report": "steering-pack", "meeting": "m1", "published_on": PUBLISHED,
                    "language": "sv"}]
        for record in records:
            self.keys[record["kind"]].append(record["key"])
        return records

    def first(self):
        records = self.fixed()
        for kind in self.kinds:
            made = [self.record(kind) for _ in range(MANY.get(kind, 6))]
            records += [record for record in made if record]
        return records

    def second(self, ids):
        """Later: some records get other values, some new ones come."""
        records = []
        for kind, all_ids in ids.items():
            types, names = ("integer", "money", "choice", "long_text"), ("forecast_on", "reached_on")
            fields = [field for field in self.kinds[kind]["fields"] if field["type"] in types or field["id"] in names]
            for record in self.random.sample(all_ids, len(all_ids) // 3) if fields else []:
                field = self.random.choice(fields)
                records.append({"kind": kind, "id": record, field["id"]: self.value(field)})
        return records


def put(path, records, now):
    """Imports the records; those that break a rule are left out, with what refers to them, until the rest is accepted."""
    for _ in range(40):
        with open(path + ".json", "w", encoding="utf-8") as file:
            json.dump({"samsyn": 1, "records": records}, file)
        result = subprocess.run([SAMSYN, "import", path, path + ".json"], capture_output=True, text=True,
                                env=dict(os.environ, SAMSYN_NOW=now))
        if result.returncode == 0:
            return
        bad = {int(part.split("]")[0]) for part in result.stderr.split("records[")[1:]}
        gone = {records[i].get("key") for i in bad} - {None}
        records = [record for i, record in enumerate(records) if i not in bad
                   and not any(isinstance(value, str) and value in gone for value in record.values())]
        if not bad:
            raise RuntimeError(result.stderr)
    raise RuntimeError("the random records are never accepted")


def ids_of(path):
    database = sqlite3.connect(path)
    ids = {}
    for kind, record in database.execute('SELECT "kind", "id" FROM "record" ORDER BY "id"'):
        ids.setdefault(kind, []).append(record)
    database.close()
    return ids


def meeting_of(path, on, group):
    database = sqlite3.connect(path)
    found = database.execute('SELECT m."id" FROM "meeting" m JOIN "group" g ON g."id" = m."group" WHERE m."starts_on" = ? '
                             'AND g."name" = ? ORDER BY m."id"', (on, group)).fetchone()
    database.close()
    return found[0]


def make_random(path, seed, descriptions):
    samsyn("new", path, SAMSYN_NOW="2016-01-01T09:00:00Z")
    generator = Generator(seed, descriptions)
    put(path, generator.first(), FIRST)
    ids = ids_of(path)
    for fixed in ("publication", "meeting", "group", "setting"):
        ids.pop(fixed, None)
    # What is there when the pack is published and gone afterwards.
    put(path, [{"kind": "milestone", "key": "gone", "title": "Försvinner", "project": ids["project"][0], "planned_on": "2016-09-01"},
               {"kind": "risk", "key": "too", "title": "Försvinner också", "project": ids["project"][1]}], FIRST)
    samsyn("undo", path, SAMSYN_NOW=SECOND)
    put(path, generator.second(ids), SECOND)
    return meeting_of(path, MEETING, "Styrgruppen")


def make_sample(path):
    samsyn("new", path, "--sample=oversyn")
    return meeting_of(path, "2016-11-22", "Strategisk styrgrupp")


def make_empty(path):
    """Nothing but a meeting of a group without a project."""
    samsyn("new", path)
    put(path, [{"kind": "group", "key": "g", "name": "Styrgruppen"},
               {"kind": "meeting", "key": "m", "group": "g", "starts_on": MEETING}], FIRST)
    return meeting_of(path, MEETING, "Styrgruppen")
