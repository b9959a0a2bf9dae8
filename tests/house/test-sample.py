"""The sample of a city's project is well-formed, tells its events in order, quotes rightly, and names nobody.

That the program takes it is tested by test-sample.c of the exchange tests: this is about what its readers see.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
SAMPLE = os.path.join(os.environ["SAMSYN_SOURCE"], "resources", "samples", "oversyn.json")
FEWEST_RECORDS, FEWEST_STEPS, FEWEST_PACKS = 550, 25, 3

# The texts behind the sample name people.  Their surnames are kept here only as the beginnings of SHA-256 sums, in lower case.
SURNAMES = {
    "002f0c76c3b4", "0e8ca8cd2f8d", "118e55d39950", "20609f98abae", "279d31e39519", "285d2ffe2a67", "2af17d7dd151", "3583bf7a1aa2",
    "408875813671", "47b35479c368", "6b0f1189931b", "78868b680b88", "7ce6b3aa9e8c", "9906e37617b3", "a9ae1d3f631b", "b7cac89b8d1f",
    "cb7832cc937d", "cd44162f7fc8", "de0e666e3bc4", "ef84fc391901", "f01566fb6c63", "fa3ba2d6f10b", "fa4be295a7eb",
}
# How people are reached, and the numbers that tell who somebody is.
PERSONAL = re.compile(r"\S@\S+\.\S|\b(19|20)?\d{6}[-+]\d{4}\b|\+46|\b0\d{1,3}-\d{2,3} ?\d{2}")


def surname(word):
    return hashlib.sha256(word.lower().encode()).hexdigest()[:12] in SURNAMES


def described():
    """Every kind's fields by id, as the program itself tells of them."""
    output = subprocess.run([SAMSYN, "kinds", "--format=json"], stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout
    return {kind["id"]: {field["id"]: field for field in kind["fields"]} for kind in json.loads(output)["kinds"]}


def is_date(text):
    try:
        return isinstance(text, str) and datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def texts(record):
    return [(member, text) for member, text in record.items() if isinstance(text, str)]


def doubled(pairs):
    """The members of one object; a name given twice is a fault that Python's reader would hide."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"doubled names among {names}")
    return dict(pairs)


with open(SAMPLE, encoding="utf-8") as file:
    sample = json.load(file, object_pairs_hook=doubled)
steps = sample["steps"]
records = [(step, record) for step in steps for record in step["records"]]
created = {record["key"]: record for _, record in records if "key" in record}
of_kind = collections.defaultdict(list)
for record in created.values():
    of_kind[record["kind"]].append(record)

check("it says what it is", sample["samsyn-sample"] == 1 and set(sample) == {"samsyn-sample", "steps"}, list(sample))
check("it is large enough to look around in", len(created) >= FEWEST_RECORDS and len(steps) >= FEWEST_STEPS, (len(created), len(steps)))
check("no step is without records, author or code", all(s["records"] and s["author"] and s["code"] == "import" for s in steps))

moments = [datetime.datetime.strptime(step["at"], "%Y-%m-%dT%H:%M:%SZ") for step in steps]
check("its steps follow one another in time", all(a < b for a, b in zip(moments, moments[1:])), [s["at"] for s in steps])
check("its events reach from 2008 to 2016", {2008, 2015, 2016} <= {moment.year for moment in moments})
check("no key creates twice", len(created) == sum("key" in record for _, record in records))

known, faults = set(), []
for step, record in records:
    if ("key" in record) == ("id" in record):
        faults.append(f"{step['at']}: neither or both of key and id in {record}")
    elif "id" in record and record["id"] not in known:
        faults.append(f"{step['at']}: {record['id']} is changed before the step after the one that creates it")
    if record is step["records"][-1]:
        known |= {r["key"] for r in step["records"] if "key" in r}
check("a later step changes what an earlier one made", not faults, faults)

kinds = described()
check("there is something of every kind", set(kinds) == set(of_kind), set(kinds) ^ set(of_kind))
faults, used = [], collections.defaultdict(set)
for step, record in records:
    place, fields = f"{step['at']} {record.get('key', record.get('id'))}", kinds[record["kind"]]
    values = {name: value for name, value in record.items() if name not in ("kind", "key", "id")}
    faults += [f"{place}: no field {name}" for name in values if name not in fields]
    if "key" in record:
        faults += [f"{place}: lacks {name}" for name, field in fields.items() if field["required"] and values.get(name) is None]
    for name, value in values.items():
        field = fields.get(name, {"type": None})
        used[record["kind"], name].add(value)
        if field["type"] == "date" and value is not None and not is_date(value):
            faults.append(f"{place}.{name}: {value} is no date")
        if field["type"] == "reference" and value is not None and (
                value not in created or created[value]["kind"] not in (field["targets"] or kinds)):
            faults.append(f"{place}.{name}: leads to {value}")
check("its fields, required fields, dates and references are the kinds'", not faults, faults)

lists = {(kind, name): {choice["id"] for choice in field["choices"]}
         for kind, fields in kinds.items() for name, field in fields.items() if "choices" in field}
faults = [f"{kind}.{name}: never {', '.join(sorted(lists[kind, name] - used[kind, name]))}"
          for kind, name in lists if lists[kind, name] - used[kind, name]]
check("every choice of every list is used", not faults, faults)
faults = [f"{kind}.{name}: {used[kind, name] - lists[kind, name]}" for kind, name in lists if used[kind, name] - lists[kind, name] - {None}]
check("no other choice is used", not faults, faults)

state, faults = {}, []
for step, record in records:
    fields = {name: value for name, value in record.items() if name not in ("kind", "key", "id")}
    if "id" in record and any(state[record["id"]].get(name) == value for name, value in fields.items()):
        faults.append(f"{step['at']}: {record['id']}")
    state.setdefault(record.get("key", record.get("id")), {}).update(fields)
check("every change changes something", not faults, faults)

faults = []
for passage in of_kind["passage"]:
    body = created[passage["document"]].get("body", "")
    if body[passage["starts_at_character"]:passage["ends_at_character"]] != passage["quote"]:
        faults.append(passage["key"])
check("passages stand where they say in their documents", not faults, faults)

faults = [f"{key}.{member}" for key, record in ((r.get("key", r.get("id")), r) for _, r in records)
          for member, text in texts(record) if any(map(surname, re.findall(r"\w+", text))) or PERSONAL.search(text)]
check("nobody is named, and nobody can be reached", not faults, faults)
check("the sums of surnames would find one", not surname("Exempel") and len(SURNAMES) == 23)
check("persons are functions", not [p["name"] for p in of_kind["person"] if not p.get("title") or p.get("email") or p.get("phone")])

packs = [p for p in of_kind["publication"] if p["report"] == "steering-pack" and p["language"] == "sv"]
check("steering groups have had their packs", len({p["meeting"] for p in packs}) >= FEWEST_PACKS, packs)
reported = {report.get("meeting") for report in of_kind["status_report"]}
check("each pack had status reports behind it", all(p["meeting"] in reported for p in packs), packs)
check("a meeting is still to be prepared", any(state[m["key"]]["status"] == "planned" and m["key"] in reported for m in of_kind["meeting"]))

moved = {record["id"] for _, record in records if "id" in record and record["kind"] == "milestone" and record.get("forecast_on")}
revalued = {record["id"] for _, record in records if "id" in record and record["kind"] == "risk" and {"probability", "impact"} & set(record)}
check("milestones move and risks change", len(moved) >= 8 and len(revalued) >= 6, (moved, revalued))
done()
