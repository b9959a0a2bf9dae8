#!/usr/bin/python3
"""Responsibility maps that are too large for a sheet: what is left out is told, every letter is in a list, and cells and comments
stay within what a book holds.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import openpyxl

import workbook
import workspace
from tap import check, done

MOST_COLUMNS, MOST_SHEETS, MOST_COMMENTS = 250, 100, 10000
LARGE, SHEETS, BARE = "too large for a sheet, with", "are too many for a sheet each", "too many for comments"


def records(n_processes, n_tasks, n_organisations, n_letters):
    """Each of the processes has so many tasks, each of the tasks so many letters."""
    found = [{"kind": "organisation", "key": f"o{i}", "name": f"Nämnd {i}"} for i in range(n_organisations)]
    for p in range(n_processes):
        found.append({"kind": "process", "key": f"p{p}", "name": f"Process {p}"})
        for t in range(n_tasks):
            task = f"t{p}-{t}"
            found.append({"kind": "task", "key": task, "name": f"Uppgift {p} {t}", "process": f"p{p}"})
            found += [{"kind": "assignment", "key": f"a{task}-{i}", "task": task, "organisation": f"o{(t * n_letters + i) % n_organisations}",
                       "role": "ARSCI"[i % 5], "standing": "formal", "valid_from": "2016-01-01"} for i in range(n_letters)]
    return found


def report(path, name, *arguments):
    output = f"{path}-{name}.xlsx"
    workspace.samsyn("report", path, name, "--as-of=2016-06-01", "--language=en", f"--output={output}", "--force", *arguments)
    return output


def make(folder, label, *shape):
    path = os.path.join(folder, label + ".samsyn")
    workspace.samsyn("new", path)
    workspace.put(path, records(*shape), workspace.FIRST)
    return path


def told(output):
    return {row[0]: str(row[1]) for row in workbook.read(output)["Read me"][0].rows}


def comments(sheet):
    return sum(cell.comment is not None for row in sheet.iter_rows() for cell in row)


def check_columns(folder):
    """One organisation more than a sheet has room for, in one process of two: the other still has its sheet."""
    path = make(folder, "columns", 1, 1, MOST_COLUMNS + 1, MOST_COLUMNS + 1)
    workspace.put(path, [{"kind": "process", "key": "p", "name": "Liten"}, {"kind": "organisation", "key": "o", "name": "Egen"},
                         {"kind": "task", "key": "t", "name": "Liten uppgift", "process": "p"},
                         {"kind": "assignment", "key": "a", "task": "t", "organisation": "o", "role": "A"}], workspace.FIRST)
    output = report(path, "responsibility-map")
    tables, lines = workbook.read(output), told(output)
    check("a map of too many organisations is left out, which is told with how many there are",
          LARGE in lines["Responsibility map"] and f"{MOST_COLUMNS + 2} organisations" in lines["Responsibility map"]
          and "Assignments" in lines["Responsibility map"] and "Responsibility map" not in tables, lines)
    check("so is the sheet of its process", LARGE in lines["Process 0"] and "Process 0" not in tables, lines)
    check("a small process has its sheet", tables["Liten"][0].columns == ["Process", "Task", "Egen"], list(tables))
    check("every letter is in the list", len(tables["Assignments"][0].rows) == MOST_COLUMNS + 2)
    output = report(path, "comparison", "--since=2015-01-01")
    tables, lines = workbook.read(output), told(output)
    check("a comparison leaves it out as well, and says what has it", LARGE in lines["Map after"] and "Responsibility map" in lines["Map after"]
          and "Map after" not in tables, lines)
    cells = [row[3] for row in tables["Differences"][0].rows if row[0] == "Letter"]
    check("each cell is told once", len(cells) == MOST_COLUMNS + 1 == len(set(cells)), len(cells))
    return path


def check_pack(path):
    workspace.put(path, [{"kind": "group", "key": "g", "name": "Styrgruppen"},
                         {"kind": "meeting", "key": "m", "group": "g", "starts_on": workspace.MEETING}], workspace.FIRST)
    meeting, output = workspace.meeting_of(path, workspace.MEETING, "Styrgruppen"), path + "-pack.xlsx"
    workspace.samsyn("report", path, "steering-pack", f"--meeting={meeting}", "--language=en", f"--output={output}")
    lines = {row[0]: str(row[1]) for table in workbook.read(output)["Read me"] for row in table.rows if len(row) > 1}
    check("the steering pack says why it has no map", LARGE in lines["Responsibility map"] and "of that day" in lines["Responsibility map"], lines)


def check_widest(folder):
    path = make(folder, "widest", 1, 1, MOST_COLUMNS, MOST_COLUMNS)
    tables = workbook.read(report(path, "responsibility-map"))
    check("as many organisations as there is room for are shown", len(tables["Responsibility map"][0].columns) == MOST_COLUMNS + 2)


def check_processes(folder):
    for n, shown in ((MOST_SHEETS, True), (MOST_SHEETS + 1, False)):
        path = make(folder, f"processes-{n}", n, 1, 5, 2)
        output = report(path, "responsibility-map")
        names, lines = list(workbook.read(output)), told(output)
        check(f"{n} processes: {'a sheet each' if shown else 'none, which is told'}",
              ("Process 0" in names) == shown and any(SHEETS in line for line in lines.values()) != shown, lines)
        check(f"{n} processes: the whole map is there", "Responsibility map" in names)


def check_comments(folder):
    """The letters of the map fill the room for comments but for less than one process."""
    path = make(folder, "comments", 2, 600, 10, 10)
    book = openpyxl.load_workbook(report(path, "responsibility-map"))
    purpose = {sheet.title: sheet["A2"].value for sheet in book.worksheets}
    counts = {sheet.title: comments(sheet) for sheet in book.worksheets}
    check("more letters than comments may be: none, and the sheet says so",
          counts["Responsibility map"] == 0 and BARE in purpose["Responsibility map"], purpose["Responsibility map"])
    check("the first process has its comments", counts["Process 0"] == 6000 and BARE not in purpose["Process 0"], counts)
    check("the next one has none and says so", counts["Process 1"] == 0 and BARE in purpose["Process 1"], counts)
    check("a book holds no more of them than it may", sum(counts.values()) <= MOST_COMMENTS)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_pack(check_columns(folder))
        check_widest(folder)
        check_processes(folder)
        check_comments(folder)
    done()


main()
