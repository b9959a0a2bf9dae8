#!/usr/bin/python3
"""The same report is the same: its id follows from what its arguments mean and not from how they are said, and its bytes from the
same, in every time zone and locale, near midnight too.

Without --long every zone and every locale is tried once or more, with it each of one with each of the other.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import os
import re
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import openpyxl

import workspace
from tap import check, done

# It is already the next day in Stockholm, which is where the workspace is, and the day before in Los Angeles.
NOW, TODAY, YESTERDAY = "2016-11-21T23:30:00Z", "2016-11-22", "2016-11-21"
ZONES = ["UTC", "Europe/Stockholm", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]
LOCALES = ["C.UTF-8", "sv_SE.UTF-8", "en_US.UTF-8"]
DIAGONAL = [(zone, LOCALES[i % len(LOCALES)]) for i, zone in enumerate(ZONES)]


def make(output, path, report, *arguments, language="sv", zone="UTC", locale="C.UTF-8"):
    workspace.samsyn("report", path, report, *arguments, f"--language={language}", f"--output={output}", "--force",
                     SAMSYN_NOW=NOW, TZ=zone, LC_ALL=locale, LANG=locale, LANGUAGE="")
    with open(output, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def id_of(output):
    """As the second row of every sheet says."""
    book = openpyxl.load_workbook(output, read_only=True)
    found = {re.search(r"(?:Rapport|Report) ([0-9a-f]{12})\b", str(next(sheet.iter_rows(min_row=2, max_row=2, values_only=True))[0]))
             for sheet in book.worksheets}
    return {match.group(1) if match else None for match in found}


def check_zones(path, folder, reports, pairs):
    output = os.path.join(folder, "zones.xlsx")
    for report, arguments in reports.items():
        for language in ("sv", "en"):
            digests = {pair: make(output, path, report, *arguments, language=language, zone=pair[0], locale=pair[1]) for pair in pairs}
            check(f"{report}, {language}: the same bytes in {len(pairs)} pairs of zone and locale", len(set(digests.values())) == 1, digests)


def check_ids(path, folder, report, same, others):
    """All of `same` are one report, each of `others` is another."""
    output, found, seen = os.path.join(folder, "ids.xlsx"), {}, set()
    for arguments in same:
        digest = make(output, path, report, *arguments)
        found[digest, *id_of(output)] = arguments
    check(f"{report}: said in {len(same)} ways it is one report", len(found) == 1 and None not in list(found)[0], found)
    seen = {key[1] for key in found}
    for language, arguments in others:
        make(output, path, report, *arguments, language=language)
        ids = id_of(output)
        check(f"{report} {' '.join(arguments)} {language}: is another", len(ids) == 1 and not ids & seen, ids)
        seen |= ids


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.samsyn")
        meeting = f"--meeting={workspace.make_sample(path)}"
        database = sqlite3.connect(path)
        scenario, name = database.execute('SELECT "id", "name" FROM "scenario" ORDER BY "id"').fetchone()
        database.close()
        every = {report: [] for report in re.findall(r"^([a-z-]+)", workspace.samsyn("reports", LC_ALL="C.UTF-8"), re.M)}
        every = {**every, "steering-pack": [meeting], "comparison": ["--since=2014-06-01"]}
        check("every report is tried", {"all-data", "comparison", "responsibility-map", "steering-pack"} <= set(every), list(every))
        pairs = [(zone, locale) for zone in ZONES for locale in LOCALES]
        check_zones(path, folder, every, pairs if "--long" in sys.argv else DIAGONAL)
        check_ids(path, folder, "steering-pack", [[meeting], [meeting, f"--as-of={TODAY}"]],
                  [("en", [meeting]), ("sv", [meeting, "--leave-out=risks"])])
        check_ids(path, folder, "steering-pack", [[meeting, "--leave-out=risks", "--leave-out=agenda"],
                                                  [meeting, "--leave-out=agenda", "--leave-out=risks", "--leave-out=risks"]], [])
        check_ids(path, folder, "all-data", [[], [f"--as-of={TODAY}"]], [("en", []), ("sv", [f"--as-of={YESTERDAY}"])])
        check_ids(path, folder, "responsibility-map", [[], [f"--as-of={TODAY}"]],
                  [("en", []), ("sv", [f"--as-of={YESTERDAY}"]), ("sv", [f"--scenario={name}"])])
        check_ids(path, folder, "responsibility-map", [[f"--scenario={name}"], [f"--scenario={name.upper()}"], [f"--scenario={scenario}"]], [])
        check_ids(path, folder, "comparison",
                  [["--since=2014-06-01"], ["--since=2014-06-01", f"--as-of={TODAY}"], ["--from=2014-06-01", f"--to={TODAY}"]],
                  [("en", ["--since=2014-06-01"]), ("sv", ["--since=2014-06-02"]), ("sv", ["--since=2014-06-01", f"--scenario={name}"])])
        check_ids(path, folder, "comparison",
                  [[f"--scenario={name}"], [f"--scenario={scenario}", f"--since={TODAY}"], [f"--from={TODAY}", f"--to={TODAY},{name}"]], [])
    done()


main()
