#!/usr/bin/python3
"""The workbook of all data: a sheet for each kind that has records, as many rows as records, every value of every field.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import expected
import workbook
import workspace
from tap import check, done

YES_NO = {"sv": {0: "Nej", 1: "Ja"}, "en": {0: "No", 1: "Yes"}}
IDS = {"sv": "{} (id)", "en": "{} (id)"}


def cells_of(asked, language, kind, field, record):
    """The cells of a field, in the order of its columns."""
    value = record[field["id"]]
    if value == "":
        return ["", ""] if field["type"] == "reference" else [""]
    if field["type"] == "reference":
        return [asked.title(value), str(value)]
    if field["type"] == "choice":
        return [asked.choice(kind, field["id"], value)]
    if field["type"] == "boolean":
        return [YES_NO[language][value]]
    if field["type"] == "money":
        return [value / 100]
    if field["type"] == "body":
        return [asked.one('SELECT "text" "t" FROM "body" WHERE "id" = :b', b=value)["t"]]
    return [value]


def columns_of(language, description):
    columns = ["ID"]
    for field in description["fields"]:
        label = field["label"][language]
        columns += [label, IDS[language].format(label)] if field["type"] == "reference" else [label]
    return columns


def check_kind(label, asked, language, kind, description, tables):
    records = asked.rows(f'SELECT * FROM "{kind}" ORDER BY "id"')
    # Tabs can't hold every mark.
    letters = lambda text: [c for c in text if c.isalnum()]
    name = next((name for name in tables if letters(name) == letters(description["plural"][language])), None)
    if not records:
        check(f"{label}: {kind} has no records and no sheet", name is None)
        return
    if not check(f"{label}: {kind} has a sheet", name is not None):
        return
    table = tables[name][0]
    check(f"{label}: {kind} has a column for each field", table.columns == columns_of(language, description), str(table.columns))
    wanted = []
    for record in records:
        cells = [str(record["id"])]
        for field in description["fields"]:
            cells += cells_of(asked, language, kind, field, record)
        wanted.append([workbook.plain(cell) for cell in cells])
    wrong = [f"{a} != {b}" for row, other in zip(table.rows, wanted) for a, b in zip(row, other) if a != b]
    check(f"{label}: {kind} has {len(records)} rows with every value",
          len(table.rows) == len(wanted) and not wrong, [str(len(table.rows)), *wrong])


def check_workspace(label, path, descriptions, folder):
    for language in ("sv", "en"):
        output = os.path.join(folder, f"{label}-{language}.xlsx")
        workspace.samsyn("report", path, "all-data", f"--language={language}", f"--output={output}")
        tables = workbook.read(output)
        asked = expected.Workspace(sqlite3.connect(path), descriptions, language, None)
        for kind, description in descriptions.items():
            check_kind(f"{label}, {language}", asked, language, kind, description, tables)
        told = {row[0]: row[1] for row in next(iter(tables.values()))[0].rows}
        counts = {d["plural"][language]: asked.one(f'SELECT COUNT(*) "n" FROM "{kind}"')["n"] for kind, d in descriptions.items()}
        check(f"{label}, {language}: the first sheet counts every kind", told == counts, f"{told}\n{counts}")


def check_as_of(path, folder):
    """Of the sample as it was before it began there is nothing; later there is more and more."""
    counts = []
    for day in ("2007-01-01", "2015-12-31", "2016-06-01", "2017-12-31"):
        output = os.path.join(folder, f"{day}.xlsx")
        workspace.samsyn("report", path, "all-data", "--language=en", f"--as-of={day}", f"--output={output}")
        counts.append(sum(row[1] for row in next(iter(workbook.read(output).values()))[0].rows))
    check("the workspace as of a day", counts[0] == 0 and counts == sorted(set(counts)), str(counts))


def main():
    descriptions = workspace.kinds()
    with tempfile.TemporaryDirectory() as folder:
        sample, other = os.path.join(folder, "sample.samsyn"), os.path.join(folder, "random.samsyn")
        workspace.make_sample(sample)
        workspace.make_random(other, 3, descriptions)
        check_workspace("sample", sample, descriptions, folder)
        check_workspace("random", other, descriptions, folder)
        check_as_of(sample, folder)
    done()


main()
