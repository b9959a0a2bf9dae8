#!/usr/bin/python3
"""The reports about the responsibility map, of the sample, of two random workspaces and of an empty one: every table against SQL of
our own, in both languages, in force and in a scenario; folding, comments and page breaks; the same bytes in every locale.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import openpyxl

import expected
import maps
import workbook
import words
import workspace
from tap import check, done

WORDS = {"sv": {"map": "Ansvarskarta", "glance": "Överblick", "tasks": "Uppgifter", "assignments": "Ansvar", "load": "Belastning",
                "findings": "Ansvarsbrister", "first": ["Process", "Uppgift"], "none": "Uppgifter utan process",
                "whole": "Om en organisation i dess helhet", "basis": "Rättslig grund: ", "differences": "Skillnader",
                "before": "Karta före", "after": "Karta efter", "letter": "Bokstav", "orphaned": "Lämnas utan A och R",
                "ended": "Uppgiften upphör", "begun": "Uppgiften är ny",
                "organisation ended": "Organisationen upphör", "organisation begun": "Organisationen är ny", "legal": "Rättslig grund",
                "budget": "Budget", "staff": "Personal", "nobody": "Ingen organisation", "appears": "Ny", "vanishes": "Borta"},
         "en": {"map": "Responsibility map", "glance": "At a glance", "tasks": "Tasks", "assignments": "Assignments", "load": "Load",
                "findings": "Unclear responsibilities", "first": ["Process", "Task"], "none": "Tasks without a process",
                "whole": "About an organisation as a whole", "basis": "Legal basis: ", "differences": "Differences",
                "before": "Map before", "after": "Map after", "letter": "Letter", "orphaned": "Left without A and R",
                "ended": "The task ends", "begun": "The task is new",
                "organisation ended": "The organisation ends", "organisation begun": "The organisation is new", "legal": "Legal basis",
                "budget": "Budget", "staff": "Staff", "nobody": "No organisation", "appears": "Appears", "vanishes": "Vanishes"}}


def compare(label, found, wanted):
    plain = lambda rows: collections.Counter(tuple(map(workbook.plain, row)) for row in rows)
    found, wanted = plain(found), plain(wanted)
    check(label, found == wanted, [f"not expected: {row}" for row in found - wanted] + [f"missing: {row}" for row in wanted - found])


def rows_of(tables, name):
    return tables[name][0].rows if name in tables else []


def task_rows(asked, date, scenario):
    target = lambda task: (asked.one('SELECT "name" "n" FROM "target_group" WHERE "id" = :t', t=task["target_group"] or None)
                           or {"n": ""})["n"]
    return [[maps.process_name(asked, task), task["name"], task["description"], target(task), task["deadline"],
             asked.choice("task", "accountability", task["accountability"]), task["valid_from"], task["valid_to"], task["notes"]]
            for task in maps.tasks(asked, date, scenario).values()]


def assignment_rows(asked, date, scenario):
    there, all_of, rows = maps.tasks(asked, date, scenario), maps.organisations(asked), []
    for a in maps.assignments(asked, date, scenario):
        c = asked.one('SELECT c."number" "n", g."title" "t" FROM "commitment" c JOIN "agreement" g ON g."id" = c."agreement" '
                      'WHERE c."id" = :c', c=a["commitment"] or None)
        row = [maps.process_name(asked, there[a["task"]]), there[a["task"]]["name"], all_of[a["organisation"]]["name"], a["role"],
               asked.choice("assignment", "standing", a["standing"]), asked.title(a["basis"]), a["basis_place"],
               f'{c["n"]}, {c["t"]}' if c else "", a["valid_from"], a["valid_to"], a["confirmed_on"],
               asked.person(a["confirmed_by"])]
        rows.append(row + ([asked.title(a["scenario"])] if scenario else []))
    return rows


def load_rows(asked, found):
    counts = collections.defaultdict(collections.Counter)
    for (_, organisation), text in maps.letters(found).items():
        counts[organisation].update(text.split("/"))
    return {o: [*(roles[role] for role in "ARSCI"), sum(roles.values())] for o, roles in counts.items()}


def glance_rows(asked, date, scenario, language):
    w, counts = WORDS[language], collections.defaultdict(lambda: [0] * 6)
    cells = collections.defaultdict(set)
    for a in maps.assignments(asked, date, scenario):
        cells[a["task"]].add(a["role"])
    there = maps.tasks(asked, date, scenario)
    for task in there.values():
        own = counts[task["process"]]
        for i, more in enumerate((True, "A" not in cells[task["id"]], "R" not in cells[task["id"]])):
            own[i] += more
    for finding in maps.told(asked, date, scenario):
        if finding["state"] != "accepted":
            task = maps.task_of(asked, finding)
            counts[task["process"] if task else "whole"][3 + ["error", "warning", "note"].index(finding["severity"])] += 1
    name = lambda process: w["whole"] if process == "whole" else w["none"] if process == "" else asked.title(process)
    return [[name(process), *numbers] for process, numbers in counts.items()]


def check_map(label, path, asked, language, date, scenario, output):
    w, named = WORDS[language], [f"--scenario={scenario}"] if scenario else []
    workspace.samsyn("report", path, "responsibility-map", f"--as-of={date}", f"--language={language}", f"--output={output}", *named)
    tables = workbook.read(output)
    there, all_of = maps.tasks(asked, date, scenario), maps.organisations(asked)
    if not there:
        check(f"{label}: nothing but the first sheet", len(tables) == 1, list(tables))
        return tables
    maps.check_table(f"{label}: map", tables[w["map"]][0], w["first"], asked, date, scenario)
    for process in sorted({task["process"] for task in there.values()}, key=str):
        name = (maps.line(asked.title(process)) if process != "" else w["none"])
        own = [sheet for sheet in tables if name and sheet[:20].rstrip(" (0123456789)") == name[:20].rstrip(" (0123456789)")
               and all(row[0] == (asked.title(process) if process else "") for row in tables[sheet][0].rows)]
        if check(f"{label}: a sheet for {name}", bool(own) or any(c in name for c in "[]:*?/\\'<"), list(tables)) and len(own) == 1:
            maps.check_table(f"{label}: {name}", tables[own[0]][0], w["first"], asked, date, scenario, process)
    compare(f"{label}: tasks", rows_of(tables, w["tasks"]), task_rows(asked, date, scenario))
    compare(f"{label}: assignments", rows_of(tables, w["assignments"]), assignment_rows(asked, date, scenario))
    compare(f"{label}: findings", rows_of(tables, w["findings"]), maps.findings(asked, date, scenario))
    compare(f"{label}: load", rows_of(tables, w["load"]), [[all_of[o]["name"], *counts] for o, counts in load_rows(asked, maps.assignments(asked, date, scenario)).items()])
    compare(f"{label}: at a glance", rows_of(tables, w["glance"]), glance_rows(asked, date, scenario, language))
    return tables


def check_form(label, path, asked, language, date, output):
    """How the map can be used: frozen, folding, with comments, and printed process by process."""
    w = WORDS[language]
    sheet = openpyxl.load_workbook(output)[w["map"]]
    check(f"{label}: the headers of both sides stay in view", sheet.freeze_panes == "C5", sheet.freeze_panes)
    all_of = maps.organisations(asked)
    shown = maps.columns(asked, maps.assignments(asked, date))
    by_name = {maps.line(maps.short_name(all_of[o])): o for o in shown}
    wrong, above = [], []
    for cell in sheet[4][2:]:
        parent, parents = all_of[by_name[cell.value]]["parent"], []
        while parent != "":
            parents += [parent] if parent in shown else []
            parent = all_of[parent]["parent"]
        level = len(parents)
        dimension = next((d for d in sheet.column_dimensions.values() if d.min <= cell.column <= d.max), None)
        if (dimension.outlineLevel if dimension else 0) != level:
            wrong.append(cell.value)
        above = above[:level] + [by_name[cell.value]]
        if above[:level] != parents[::-1]:
            wrong.append(f"{cell.value} does not stand after its parent")
    check(f"{label}: units fold under their parent", not wrong and not sheet.sheet_properties.outlinePr.summaryRight, wrong)
    comments = [cell for row in sheet.iter_rows(min_row=5, min_col=3) for cell in row if cell.comment]
    check(f"{label}: a comment behind each letter", len(comments) == len(maps.letters(maps.assignments(asked, date))), len(comments))
    told = sum(cell.comment.text.count(w["basis"]) for cell in comments)
    check(f"{label}: comments name the basis", told == sum(a["basis"] != "" or a["basis_place"] != ""
                                                           for a in maps.assignments(asked, date)), told)
    cut = [b.id for b in sheet.row_breaks.brk if sheet.cell(b.id, 1).value == sheet.cell(b.id + 1, 1).value]
    check(f"{label}: pages end between processes", len(sheet.row_breaks.brk) > 1 and not cut, cut)
    check(f"{label}: the load has a chart", len(openpyxl.load_workbook(output)[w["load"]]._charts) == 1)


def check_comparison(label, path, asked, language, sides, output):
    w, named = WORDS[language], [f"{date},{scenario}" if scenario else date for date, scenario in sides]
    workspace.samsyn("report", path, "comparison", f"--from={named[0]}", f"--to={named[1]}", f"--language={language}",
                     f"--output={output}")
    tables = workbook.read(output)
    cells = [maps.letters(maps.assignments(asked, *side)) for side in sides]
    there = [maps.tasks(asked, *side) for side in sides]
    all_of, all_tasks = maps.organisations(asked), {**there[0], **there[1]}
    row = lambda kind, t, *more: [w[kind], maps.process_name(asked, all_tasks[t]), all_tasks[t]["name"], *more]
    wanted = [row("letter", t, all_of[o]["name"], cells[0].get((t, o), ""), cells[1].get((t, o), ""))
              for t, o in set(cells[0]) | set(cells[1]) if cells[0].get((t, o)) != cells[1].get((t, o))]
    held = lambda side, t: any(task == t and set(text) & {"A", "R"} for (task, _), text in cells[side].items())
    wanted += [row("orphaned", t, "", "", "") for t in there[0] if t in there[1] and held(0, t) and not held(1, t)]
    wanted += [row("ended", t, "", "", "") for t in there[0] if t not in there[1]]
    wanted += [row("begun", t, "", "", "") for t in there[1] if t not in there[0]]
    present = [maps.organisations_there(asked, *side) for side in sides]
    wanted += [[w["organisation ended"], "", "", all_of[o]["name"], "", ""] for o in present[0] - present[1]]
    wanted += [[w["organisation begun"], "", "", all_of[o]["name"], "", ""] for o in present[1] - present[0]]
    bases = [maps.bases(asked, *side) for side in sides]
    wanted += [row("legal", t, all_of[o]["name"], asked.title(d), "") for t, o, d in bases[0] - bases[1]]
    wanted += [row("legal", t, all_of[o]["name"], "", asked.title(d)) for t, o, d in bases[1] - bases[0]]
    compare(f"{label}: {len(wanted)} differences", rows_of(tables, w["differences"]), wanted)
    named = lambda o: all_of[o]["name"] if o != "" else w["nobody"]
    sums = [maps.budgets(asked, scenario) for _, scenario in sides]
    compare(f"{label}: budget", rows_of(tables, w["budget"]), [[named(o), y, *(side.get((o, y), 0) / 100000 for side in sums)]
            for o, y in {**sums[0], **sums[1]} if sums[0].get((o, y), 0) != sums[1].get((o, y), 0)])
    shares = [maps.staff(asked, *side) for side in sides]
    compare(f"{label}: staff", rows_of(tables, w["staff"]), [[named(o), *(side.get(o, 0) / 100 for side in shares)]
            for o in {**shares[0], **shares[1]} if shares[0].get(o, 0) != shares[1].get(o, 0)])
    for name, side, tasks in (("before", sides[0], there[0]), ("after", sides[1], there[1])):
        if tasks:
            maps.check_table(f"{label}: {name}", tables[w[name]][0], w["first"], asked, *side)
    loads = [{o: counts[:5] for o, counts in load_rows(asked, maps.assignments(asked, *side)).items()} for side in sides]
    compare(f"{label}: load", rows_of(tables, w["load"]),
            [[all_of[o]["name"], *(n for pair in zip(*(side.get(o, [0] * 5) for side in loads)) for n in pair)] for o in {**loads[0], **loads[1]}])
    keys = [{f["key"]: f for f in maps.told(asked, *side)} for side in sides]
    told = lambda kind, f: [w[kind], *maps.finding_row(asked, f)[:3]]
    compare(f"{label}: findings", rows_of(tables, w["findings"]),
            [told("appears", f) for key, f in keys[1].items() if key not in keys[0]]
            + [told("vanishes", f) for key, f in keys[0].items() if key not in keys[1]])


def check_bytes(path, folder):
    for arguments in (["responsibility-map", "--as-of=2016-11-22"], ["comparison", "--from=2011-06-01", "--to=2017-08-01"]):
        check_bytes_of(path, folder, arguments)


def check_bytes_of(path, folder, arguments):
    digests = set()
    for number, environment in enumerate(({"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "sv_SE.UTF-8", "TZ": "America/Los_Angeles"})):
        output = os.path.join(folder, f"{arguments[0]}-{number}.xlsx")
        workspace.samsyn("report", path, *arguments, "--language=sv", f"--output={output}",
                         SAMSYN_NOW=f"2020-01-0{number + 1}T12:00:00Z", **environment)
        with open(output, "rb") as file:
            digests.add(hashlib.sha256(file.read()).hexdigest())
    check(f"{arguments[0]}: the same bytes in every locale and time zone, whenever it is made", len(digests) == 1)


def check_refusals(path, folder):
    output = os.path.join(folder, "none.xlsx")
    for arguments, word in ((["comparison"], "--since"), (["responsibility-map", "--scenario=Finns inte"], "Finns inte"),
                            (["responsibility-map", "--leave-out=agenda"], "agenda"), (["responsibility-map", "--since=2016-01-01"], "--since")):
        result = subprocess.run([workspace.SAMSYN, "report", path, *arguments, f"--output={output}"], capture_output=True, text=True)
        check(f"{' '.join(arguments)} is refused", result.returncode != 0 and word in result.stderr and not os.path.exists(output),
              result.stderr)
    workspace.samsyn("report", path, "responsibility-map", "--leave-out=processes", "--language=sv", f"--output={output}")
    check("the sheets of processes can be left out", list(workbook.read(output)) ==
          ["Läs mig", "Överblick", "Ansvarskarta", "Uppgifter", "Ansvar", "Ansvarsbrister", "Belastning"])


def check_workspace(label, path, descriptions, since, date, folder):
    for language in ("sv", "en"):
        asked = expected.Workspace(sqlite3.connect(path), descriptions, language, None)
        asked.path = path
        scenarios = [row["id"] for row in asked.rows('SELECT "id" FROM "scenario" ORDER BY "id"')]
        output = lambda name: os.path.join(folder, f"{label}-{language}-{name}.xlsx")
        for scenario in [None, *scenarios[:2]]:
            here = f"{label}, {language}, {scenario or 'in force'}"
            check_map(here, path, asked, language, date, scenario, output(f"map-{scenario}"))
            check_comparison(here, path, asked, language, [(since, None), (date, scenario)], output(f"comparison-{scenario}"))
        if scenarios:
            check_comparison(f"{label}, {language}, from a scenario", path, asked, language,
                             [(since, scenarios[0]), (date, scenarios[-1] if len(scenarios) > 1 else None)], output("comparison"))
        if label == "sample":
            check_form(f"{label}, {language}", path, asked, language, date, output("map-None"))


def main():
    descriptions = workspace.kinds()
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name + ".samsyn")
        workspace.make_empty(path("empty"))
        check_workspace("empty", path("empty"), descriptions, "2016-03-01", "2016-06-15", folder)
        for seed in (1, 2):
            workspace.make_random(path(f"random-{seed}"), seed, descriptions)
            check_workspace(f"random {seed}", path(f"random-{seed}"), descriptions, "2016-05-01", "2016-08-15", folder)
        workspace.make_sample(path("sample"))
        check_workspace("sample", path("sample"), descriptions, "2011-06-01", "2017-08-01", folder)
        check_bytes(path("sample"), folder)
        check_refusals(path("sample"), folder)
    done()


main()
