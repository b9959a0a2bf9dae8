#!/usr/bin/python3
"""Steering packs of the sample, of two random workspaces and of an empty one: every sheet's values against SQL of our own, its
name and columns in both languages; the same bytes in every locale and time zone; LibreOffice reads them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import expected
import maps
import workbook
import words
import workspace
from tap import check, done

# sheet → what its main table must hold
MAIN = {"overview": "overview", "agenda": "agenda", "decisions": "decisions", "decision-follow-up": "decision_follow_up",
        "changes": "changes", "subprojects": "subprojects", "timeline": "timeline", "economy": "economy", "risks": "risks", "actions": "actions",
        "goals": "goals", "calendar": "calendar",
        "responsibility-map": "responsibility_map", "responsibility-findings": "responsibility_findings", "staffing": "staffing", "agreements": "agreements",
        "consultations": "consultations", "deliverables": "deliverables", "documents": "documents", "meetings": "meetings"}
# sheet → the column its rows are ordered by, and the direction
ORDERED = {"agenda": (0, 1), "decision-follow-up": (0, -1), "risks": (5, -1), "calendar": (0, 1), "meetings": (0, -1)}


def name_of(sheet, language):
    return words.SHEETS[sheet][0 if language == "sv" else 2]


def columns_of(sheet, language):
    return words.SHEETS[sheet][1 if language == "sv" else 3].split("; ")


def differences(found, wanted):
    plain = lambda cell: tuple(cell) if isinstance(cell, list) else workbook.plain(cell)
    found, wanted = (collections.Counter(tuple(map(plain, row)) for row in rows) for rows in (found, wanted))
    return [f"not expected: {row}" for row in found - wanted] + [f"missing: {row}" for row in wanted - found]


def as_compared(sheet, rows, numbers):
    """Where the order within a cell, or a number given by place, is the program's own choice."""
    if sheet == "decisions":
        return [[row[0] if row[0] in numbers else "*", *row[1:]] for row in rows]
    if sheet == "meetings":
        return [[*row[:3], sorted(filter(None, row[3].split("\n")))] for row in rows]
    return rows


def is_ordered(rows, column, direction):
    values = [row[column] for row in rows if row[column] != ""]
    return all((a <= b) if direction > 0 else (a >= b) for a, b in zip(values, values[1:]))


def check_sheet(label, sheet, language, tables, wanted, asked):
    name = name_of(sheet, language)
    if not wanted and not (sheet == "overview" and any(asked.needs())):
        check(f"{label}: {name} has nothing to say and is left out", name not in tables)
        return
    if not check(f"{label}: {name} is there", name in tables):
        return
    if not wanted:
        return
    main = tables[name][0]
    numbers = {row["number"] for row in asked.rows('SELECT "number" FROM "decision"')}
    if sheet == "responsibility-map":
        maps.check_table(f"{label}: {name}", main, columns_of(sheet, language), asked, asked.date)
        return
    check(f"{label}: the columns of {name}", main.columns == columns_of(sheet, language), str(main.columns))
    if sheet == "decisions":
        wanted = as_compared(sheet, wanted, numbers)
    wrong = differences(as_compared(sheet, main.rows, numbers), wanted)
    check(f"{label}: the {len(wanted)} rows of {name}", not wrong, wrong)
    if sheet == "changes":
        topics = [words.TOPICS[language].index(row[0]) for row in main.rows]
        check(f"{label}: the order of {name}", topics == sorted(topics), topics)
    if sheet in ORDERED:
        check(f"{label}: the order of {name}", is_ordered(main.rows, *ORDERED[sheet]))


def check_blocks(label, language, tables, asked):
    """The tables below the main ones."""
    overview = tables.get(name_of("overview", language), [])
    if any(asked.needs()):
        texts = [sorted(filter(None, column)) for column in zip(*overview[-1].rows)]
        check(f"{label}: since last time, next, needs", texts == asked.needs(), f"{texts}\n{asked.needs()}")
    if asked.risk_rows(False):
        grid = tables[name_of("risks", language)][1]
        check(f"{label}: the grid of risks", not differences([row[1:] for row in grid.rows], asked.grid()))
    if asked.lines("revenue") and asked.lines("cost"):
        revenues = tables[name_of("economy", language)][1]
        check(f"{label}: revenues", not differences(revenues.rows, asked.lines("revenue")))


def check_readme(label, language, path, tables, asked):
    main = tables[name_of("readme", language)][0]
    told = {row[0]: row[1] for row in main.rows}
    left_out = {name for name, text in told.items() if text == words.LEFT_OUT[language]}
    all_names = {name_of(sheet, language) for sheet in MAIN}
    check(f"{label}: the first sheet is {name_of('readme', language)}", list(tables)[0] == name_of("readme", language))
    check(f"{label}: the first sheet's columns", main.columns == columns_of("readme", language), str(main.columns))
    check(f"{label}: every sheet is either there or named as left out",
          set(list(tables)[1:]) | left_out == all_names and not set(tables) & left_out, f"{list(tables)} {left_out}")
    order = [name_of(sheet, language) for sheet in words.SHEETS]
    check(f"{label}: the order of the sheets", list(tables) == [name for name in order if name in tables], str(list(tables)))
    period = " ".join(told.values())
    check(f"{label}: the period", (asked.since or asked.date) in period and asked.date in period)


def make(path, meeting, language, output, **environment):
    workspace.samsyn("report", path, "steering-pack", f"--meeting={meeting}", f"--language={language}", f"--output={output}",
                     **environment)


def check_pack(label, path, meeting, descriptions, folder):
    for language in ("sv", "en"):
        output = os.path.join(folder, f"{label}-{language}.xlsx")
        make(path, meeting, language, output)
        tables = workbook.read(output)
        asked = expected.Expected(path, meeting, descriptions, language)
        asked.path = path
        here = f"{label}, {language}"
        check_readme(here, language, path, tables, asked)
        for sheet, question in MAIN.items():
            check_sheet(here, sheet, language, tables, getattr(asked, question)(), asked)
        check_blocks(here, language, tables, asked)
    return output


def check_bytes(path, meeting, folder):
    digests = set()
    for number, environment in enumerate(({"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "sv_SE.UTF-8", "TZ": "UTC"},
                                          {"LC_ALL": "sv_SE.UTF-8", "TZ": "America/Los_Angeles"})):
        output = os.path.join(folder, f"same-{number}.xlsx")
        make(path, meeting, "sv", output, SAMSYN_NOW=f"2020-01-0{number + 1}T12:00:00Z", **environment)
        with open(output, "rb") as file:
            digests.add(hashlib.sha256(file.read()).hexdigest())
    check("the same bytes in every locale and time zone, whenever it is made", len(digests) == 1)


def check_libreoffice(source, folder):
    office = shutil.which("soffice")
    for locale in ("C", "sv_SE.UTF-8"):
        home = os.path.join(folder, "office-" + locale)
        result = office and subprocess.run([office, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf",
                                            "--outdir", home, source], capture_output=True, env=dict(os.environ, LC_ALL=locale))
        pdf = os.path.join(home, os.path.basename(source).replace(".xlsx", ".pdf"))
        check(f"LibreOffice converts it under {locale}" + ("" if office else " # SKIP no LibreOffice"),
              not office or os.path.getsize(pdf) > 10000 if not office or os.path.exists(pdf) else False,
              result.stderr.decode() if office else "")


def check_arguments(path, meeting, folder):
    """What is asked in vain is said in a sentence, and no file is left."""
    output = os.path.join(folder, "none.xlsx")
    for arguments, word in ((["steering-pack"], "--meeting"), (["steering-pack", "--meeting=1"], "meeting"),
                            (["all-data", "--meeting=1"], "--meeting"), (["all-data", "--as-of=2016-02-30"], "YYYY-MM-DD"),
                            (["steering-pack", f"--meeting={meeting}", "--as-of=2011-05-02"], "another day")):
        result = subprocess.run([workspace.SAMSYN, "report", path, *arguments, f"--output={output}"], capture_output=True,
                                text=True)
        refused = result.returncode != 0 and word in result.stderr and not os.path.exists(output)
        check(f"{' '.join(arguments)} is refused", refused, result.stderr)


def main():
    descriptions = workspace.kinds()
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name + ".samsyn")
        check_pack("empty", path("empty"), workspace.make_empty(path("empty")), descriptions, folder)
        for seed in (1, 2):
            meeting = workspace.make_random(path(f"random-{seed}"), seed, descriptions)
            check_pack(f"random {seed}", path(f"random-{seed}"), meeting, descriptions, folder)
        meeting = workspace.make_sample(path("sample"))
        output = check_pack("sample", path("sample"), meeting, descriptions, folder)
        check_bytes(path("sample"), meeting, folder)
        check_libreoffice(output, folder)
        check_arguments(path("sample"), meeting, folder)
    done()


main()
