"""The commands, as they are typed: what they do, how they fail, and that they leave nothing half-written.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import json
import os
import re
import stat
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder, document
from tap import check, done

RECORDS = document(
    {"kind": "organisation", "key": "city", "name": "Ådalens stad", "sort": "municipality"},
    {"kind": "organisation", "key": "sof", "name": "Socialförvaltningen", "parent": "city"},
    {"kind": "person", "key": "lead", "name": "Projektledare", "organisation": "sof"},
    {"kind": "project", "key": "p", "name": "Översyn 2016", "client": "city"},
    {"kind": "action", "key": "a", "title": "Boka lokal", "project": "p", "owner": "lead", "due_on": "2016-05-02", "status": "planned"},
    {"kind": "action", "key": "b", "title": "=SUM(A1), \"citat\"", "project": "p", "status": "done", "notes": "rad 1\nrad 2"},
    {"kind": "action", "key": "c", "title": "日本語の題", "project": "p", "status": "ongoing"},
    {"kind": "budget_line", "key": "l", "heading": "Löner", "project": "p", "year": 2016, "budget": "1250000.50", "outcome": 12.5},
)


def filled(folder, name="a.samsyn"):
    folder.must("new", name)
    folder.must("import", name, folder.write("in.json", RECORDS), now="2016-03-01T09:00:00Z")


def by_title(records):
    return {record.get("title", record.get("name")): record for record in records}


def new(folder):
    check("new is silent", folder.must("new", "n.samsyn") == "")
    mode = stat.S_IMODE(os.stat(folder.file("n.samsyn")).st_mode)
    check("a workspace is private", mode == 0o600, oct(mode))
    before = folder.read("n.samsyn")
    for more in ([], ["--sample=oversyn"]):
        said = folder.run("new", "n.samsyn", *more)
        check(f"new {more} refuses a file that is there", said.returncode == 1 and folder.read("n.samsyn") == before, said.stderr)
    said = folder.run("new", "m.samsyn", "--sample=nobody")
    check("an unknown sample leaves nothing", said.returncode == 1 and "oversyn" in said.stderr and folder.names() == ["n.samsyn"],
          said.stderr)
    folder.must("new", "s.samsyn", "--sample=oversyn")
    check("the sample is there, and nothing beside it", folder.names() == ["n.samsyn", "s.samsyn"], folder.names())


def sample_round_trip(folder):
    folder.must("new", "s.samsyn", "--sample=oversyn")
    folder.must("export", "s.samsyn", "--output=first.json")
    folder.must("new", "again.samsyn")
    folder.must("import", "again.samsyn", "first.json")
    folder.must("export", "again.samsyn", "--output=second.json")
    check("export, import into a new workspace, export gives the same file", folder.read("first.json") == folder.read("second.json"))
    check("an export is private", stat.S_IMODE(os.stat(folder.file("first.json")).st_mode) == 0o600)
    records = json.loads(folder.read("first.json"))["records"]
    kinds = [kind["id"] for kind in json.loads(folder.must("kinds", "--format=json"))["kinds"]]
    order = [(kinds.index(record["kind"]), record["id"]) for record in records]
    check("an export is in order of kind and id", order == sorted(order) and len(records) > 500, len(records))
    listed = [record for kind in kinds for record in sorted(folder.records("s.samsyn", kind), key=lambda each: each["id"])]
    check("the lists of all kinds are the export", listed == records)
    check("both workspaces are whole", all("whole" in folder.must("check", name) for name in ("s.samsyn", "again.samsyn")))


def lists(folder):
    filled(folder)
    actions = folder.records("a.samsyn", "action")
    check("a list as JSON has raw values", by_title(actions)["Boka lokal"]["due_on"] == "2016-05-02", actions)
    check("the same in both languages", actions == folder.records("a.samsyn", "action", language="sv"))
    rows = list(csv.DictReader(io.StringIO(folder.must("list", "a.samsyn", "action", "--format=csv"), newline="")))
    back = [{key: value for key, value in row.items() if value} for row in rows]
    plain = [{key: str(value) for key, value in record.items() if key != "kind"} for record in actions]
    check("CSV says the same as JSON, nothing altered", back == plain, [back, plain])
    line = folder.records("a.samsyn", "budget_line", language="sv")[0]
    check("amounts are decimal texts in every language", (line["budget"], line["outcome"]) == ("1250000.50", "12.50"), line)
    table = folder.must("list", "a.samsyn", "action").splitlines()
    starts = {column(row, row.index("Översyn 2016")) for row in table[1:]}
    check("a table is aligned by display width", len(starts) == 1 and len(table) == 4, table)
    swedish = folder.must("list", "a.samsyn", "action", language="sv")
    check("a table has Swedish words", "Rubrik" in swedish and "Planerad" in swedish, swedish)
    check("control characters don't reach a terminal", "rad 1\nrad 2" not in swedish)


def column(row, index):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row[:index])


def filters(folder):
    filled(folder)
    for condition, expected in [
            (["status=done"], 1), (["status=planned"], 1), (["status=cancelled"], 0), (["due_on=2016-05-02"], 1), (["due_on="], 2),
            (["title=Boka lokal"], 1), (["owner.organisation.name=Socialförvaltningen"], 1), (["owner=Projektledare"], 1),
            (["project.client.@title=Ådalens stad"], 3), (["project.@kind=project"], 3), (["status=done", "due_on=2016-05-02"], 0)]:
        found = folder.records("a.samsyn", "action", *["--filter=" + each for each in condition])
        check(f"filter {condition}", len(found) == expected, found)
    lead = folder.records("a.samsyn", "person")[0]["id"]
    check("filter by id", len(folder.records("a.samsyn", "action", f"--filter=owner={lead}")) == 1)
    check("filter by a word of the language", len(folder.records("a.samsyn", "action", "--filter=status=Planerad", language="sv")) == 1)


def history(folder):
    filled(folder)
    action = by_title(folder.records("a.samsyn", "action"))["Boka lokal"]["id"]
    change = folder.write("change.json", document({"kind": "action", "id": action, "status": "done", "done_on": "2016-04-20"}))
    folder.must("import", "a.samsyn", change, now="2016-04-20T12:00:00Z")
    now, then = (by_title(folder.records("a.samsyn", "action", *more))["Boka lokal"] for more in ([], ["--as-of=2016-04-19"]))
    check("as it was on a day", (now["status"], then["status"], "done_on" in then) == ("done", "planned", False), [now, then])
    check("before anything was written", folder.records("a.samsyn", "action", "--as-of=2016-02-28") == [])
    steps = json.loads(folder.must("history", "a.samsyn", "--format=json"))["steps"]
    check("history has time, author and code", [(step["at"], step["author"], step["code"]) for step in steps] == [
        ("2016-04-20T12:00:00.000Z", "provare", "import"), ("2016-03-01T09:00:00.000Z", "provare", "import")], steps)
    fields = {field["field"]: (field["before"], field["after"]) for field in steps[0]["changes"][0]["fields"]}
    check("history has before and after", fields == {"status": ("planned", "done"), "done_on": (None, "2016-04-20")}, fields)
    of_record = json.loads(folder.must("history", "a.samsyn", f"--record={action}", "--format=json"))["steps"]
    check("history of a record", [len(step["changes"]) for step in of_record] == [1, 1], of_record)
    text = folder.must("history", "a.samsyn", f"--record={action}", language="sv")
    check("history as Swedish text", "Planerad → Klar" in text and "importerade" in text, text)
    folder.must("undo", "a.samsyn")
    check("undo", by_title(folder.records("a.samsyn", "action"))["Boka lokal"]["status"] == "planned")
    folder.must("redo", "a.samsyn")
    check("redo", by_title(folder.records("a.samsyn", "action"))["Boka lokal"]["status"] == "done")
    check("nothing more to redo", folder.run("redo", "a.samsyn").returncode == 1)


def search(folder):
    filled(folder)
    hits = json.loads(folder.must("search", "a.samsyn", "boka", "--format=json"))["hits"]
    check("search finds", [hit["title"] for hit in hits] == ["Boka lokal"], hits)
    check("search as text", "Boka lokal" in folder.must("search", "a.samsyn", "lok"))
    check("search finds nothing", "Nothing" in folder.must("search", "a.samsyn", "xyzzy"))
    for words in ("2016-05-02", "2/5"):
        hits = json.loads(folder.must("search", "a.samsyn", words, "--format=json", now="2016-03-01T09:00:00Z"))["hits"]
        check(f"search finds what is due: {words}", [hit["title"] for hit in hits] == ["Boka lokal"], hits)
    folder.must("import", "a.samsyn", folder.write("more.json", document(
        {"kind": "organisation", "key": "m", "name": "Miljo\u0308na\u0308mnden"},
        {"kind": "document", "key": "d", "title": "Sam\u00adverkans\u00adavtal"}, {"kind": "group", "key": "g", "name": "Styrgruppen"},
        {"kind": "meeting", "key": "t", "group": "g", "starts_on": "2016-11-22"})))
    for words, kind in (("Miljönämnden", "organisation"), ("miljo\u0308na\u0308mnden", "organisation"), ("samverkansavtal", "document"),
                        ("styrgruppen 2016-11-22", "meeting"), ("22 styrgr", "meeting")):
        hits = json.loads(folder.must("search", "a.samsyn", words, "--format=json"))["hits"]
        check(f"search finds {words!a}", [hit["kind"] for hit in hits] == [kind], hits)
    for kind, condition in (("organisation", "name=Miljönämnden"), ("organisation", "name=Miljo\u0308na\u0308mnden"),
                            ("document", "title=Samverkansavtal"), ("meeting", "group=Styrgruppen")):
        found = folder.records("a.samsyn", kind, f"--filter={condition}")
        check(f"a filter finds {condition!a}", len(found) == 1, found)
    check("composed as it is stored", found and folder.records("a.samsyn", "organisation", "--filter=name=Miljönämnden")[0]["name"]
          == "Miljönämnden")


def care(folder):
    filled(folder)
    folder.must("backup", "a.samsyn", "copy.samsyn")
    folder.must("restore", "copy.samsyn", "again.samsyn")
    check("backup and restore keep everything", folder.must("history", "a.samsyn", "--format=json")
          == folder.must("history", "again.samsyn", "--format=json"))
    check("a backup refuses a file that is there", folder.run("backup", "a.samsyn", "copy.samsyn").returncode == 1)
    check("restoring refuses a file that is there", folder.run("restore", "copy.samsyn", "a.samsyn").returncode == 1)
    content = folder.read("copy.samsyn")
    folder.write("torn.samsyn", content[:len(content) // 2])
    names = folder.names()
    said = folder.run("restore", "torn.samsyn", "other.samsyn")
    check("a torn backup is not restored", said.returncode == 1 and folder.names() == names, said.stderr)
    check("… nor changed", folder.read("torn.samsyn") == content[:len(content) // 2])


def imports(folder):
    filled(folder)
    before = folder.read("a.samsyn")
    good = folder.write("good.json", document({"kind": "person", "key": "x", "name": "X"}))
    said = folder.must("import", "a.samsyn", good, "--dry-run")
    check("a dry run tells and writes nothing", "1" in said and folder.read("a.samsyn") == before, said)
    bad = folder.write("bad.json", document(*[{"kind": "person", "key": f"k{i}", "name": i} for i in range(150)]))
    for more in ([], ["--dry-run"]):
        said = folder.run("import", "a.samsyn", bad, *more)
        lines = said.stderr.splitlines()
        check(f"import {more}: a hundred problems are printed, the rest counted, the end says so",
              said.returncode == 1 and len(lines) == 102 and "50" in lines[100] and "150" in lines[101]
              and all(re.match(r"samsyn: bad\.json: records\[\d+\] ‘k\d+’: name: ‘\d+’ is no text$", line) for line in lines[:100]), lines[-3:])
    check("… and nothing was imported", folder.read("a.samsyn") == before)
    for name, content in [("x.xlsx", b"PK\3\4....."), ("old.xls", b"\xd0\xcf\x11\xe0...."), ("t.csv", b"name\nA\n")]:
        said = folder.run("import", "a.samsyn", folder.write(name, content))
        check(f"{name} is told to be no JSON", said.returncode == 1 and "JSON" in said.stderr, said.stderr)
    said = folder.run("import", "a.samsyn", folder.write("torn.json", RECORDS[:100]))
    check("a torn file is told its line and column", re.search(r"torn\.json: line 1, column \d+: ", said.stderr), said.stderr)


def workbooks(folder):
    filled(folder)
    said = folder.must("report", "a.samsyn", "all-data", "--language=sv", "--output=o.xlsx")
    check("report prints where it is", said == "o.xlsx\n" and folder.read("o.xlsx").startswith(b"PK"), said)
    before = folder.read("o.xlsx")
    said = folder.run("report", "a.samsyn", "all-data", "--output=o.xlsx")
    check("report refuses a file that is there", said.returncode == 1 and folder.read("o.xlsx") == before, said.stderr)
    folder.must("report", "a.samsyn", "all-data", "--output=o.xlsx", "--force")
    reports = json.loads(folder.must("reports", "--format=json"))["reports"]
    check("reports has the same in text", all(report["id"] + ":" in folder.must("reports") for report in reports))


def failures(folder):
    filled(folder)
    folder.write("text.samsyn", "not a workspace\n" * 100)
    names = folder.names()
    content = [folder.read(name) for name in names]
    for arguments in [
            ["list", "nobody.samsyn", "action"], ["list", "text.samsyn", "action"], ["check", "text.samsyn"], ["undo", "text.samsyn"],
            ["import", "a.samsyn", "nobody.json"], ["import", "nobody.samsyn", "in.json"], ["export", "a.samsyn", "--output=none/x.json"],
            ["export", "a.samsyn", "--output=in.json"], ["export", "a.samsyn", "--output=/dev/full/x"], ["backup", "a.samsyn", "none/b"],
            ["backup", "text.samsyn", "b.samsyn"], ["restore", "text.samsyn", "b.samsyn"], ["new", "none/a.samsyn"],
            ["new", "none/a.samsyn", "--sample=oversyn"], ["search", "nobody.samsyn", "x"], ["history", "nobody.samsyn"],
            ["report", "nobody.samsyn", "all-data", "--output=o.xlsx"], ["report", "a.samsyn", "all-data", "--output=none/o.xlsx"],
            ["report", "a.samsyn", "steering-pack", "--meeting=1", "--output=o.xlsx"]]:
        for language in ("en", "sv"):
            said = folder.run(*arguments, language=language)
            check(f"{' '.join(arguments)} fails ({language})",
                  said.returncode == 1 and said.stdout == "" and re.fullmatch(r"samsyn: [^:\n]+: [^\n]+\n", said.stderr), said.stderr)
    check("nothing was left behind, nothing changed", folder.names() == names and [folder.read(name) for name in names] == content,
          folder.names())
    with open("/dev/full", "w", encoding="utf-8") as full:
        said = folder.run("kinds", stdout=full)
    check("a full disk under the output is told", said.returncode == 1 and said.stderr.startswith("samsyn: kinds: "), said.stderr)


def wrong_usage(folder):
    filled(folder)
    names = folder.names()
    for arguments in [
            ["new"], ["new", "a", "b"], ["list", "a.samsyn"], ["list", "a.samsyn", "nobody"], ["list", "a.samsyn", "action", "--format=xml"],
            ["list", "a.samsyn", "action", "--as-of=20 maj"], ["list", "a.samsyn", "action", "--as-of=2016-02-30"],
            ["list", "a.samsyn", "action", "--filter=status"], ["list", "a.samsyn", "action", "--filter=nobody=1"],
            ["list", "a.samsyn", "action", "--filter=status=nobody"], ["list", "a.samsyn", "action", "--filter=title.name=1"],
            ["list", "a.samsyn", "action", "--filter=origin.name=1"], ["list", "a.samsyn", "action", "--nobody"], ["kinds", "x"],
            ["export", "a.samsyn"], ["history", "a.samsyn", "--record=x"], ["history", "a.samsyn", "--record=-1"], ["search", "a.samsyn"],
            ["report", "a.samsyn", "nobody", "--output=o.xlsx"], ["report", "a.samsyn", "all-data"],
            ["report", "a.samsyn", "steering-pack", "--output=o.xlsx"], ["report", "a.samsyn", "all-data", "--output=o.xlsx", "--language=de"],
            ["report", "a.samsyn", "all-data", "--output=o.xlsx", "--meeting=1"], ["undo"], ["redo", "a", "b"], ["help", "nobody"]]:
        for language in ("en", "sv"):
            said = folder.run(*arguments, language=language)
            check(f"{' '.join(arguments)} is wrong usage ({language})",
                  said.returncode == 2 and said.stdout == "" and re.match(r"samsyn: [^:\n]+: [^\n]+\n", said.stderr), said.stderr)
    check("… and does nothing", folder.names() == names)


for test in (new, sample_round_trip, lists, filters, history, search, care, imports, workbooks, failures, wrong_usage):
    with Folder() as place:
        test(place)
done()
