"""Damaged workspaces: check, its repair, backups, restoring, and the export of what is sound.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import gzip
import json
import os
import sqlite3
import sys

from program import Folder, document

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from tap import check, done


def damage(folder, name, *statements):
    with sqlite3.connect(folder.file(name)) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def found(folder, name):
    said = folder.run("check", name, "--format=json")
    return said.returncode, json.loads(said.stdout)


made = []  # the workspace's bytes, once it is made


def workspace(folder, name="a.samsyn"):
    if not made:
        make(folder, name)
        made.append(folder.read(name))
    folder.write(name, made[0])
    os.chmod(folder.file(name), 0o600)


def make(folder, name):
    folder.must("new", name)
    folder.write("in.json", document(
        {"kind": "organisation", "key": "stad", "name": "Staden"},
        {"kind": "organisation", "key": "sof", "name": "Socialförvaltningen", "parent": "stad"},
        {"kind": "organisation", "key": "enhet", "name": "Enheten", "parent": "sof"},
        {"kind": "task", "key": "mottagande", "name": "Mottagande"},
        {"kind": "assignment", "key": "ansvar", "task": "mottagande", "organisation": "sof", "role": "R"},
        {"kind": "document", "key": "lag", "title": "Lagen"},
        {"kind": "action", "key": "lokal", "title": "Boka lokal", "status": "planned"}))
    folder.must("import", name, "in.json")
    folder.must("undo", name)
    folder.must("redo", name)


def backups(folder):
    path = os.path.join(folder.home, "data", "samsyn", "backups")
    return sorted(os.listdir(path)) if os.path.isdir(path) else []


# What is done to a workspace, the place that must be told, whether it can be repaired.
FAULTS = [
    ("a sort key", "UPDATE task SET name_key = 'zzz'", "task/", ".name", True),
    ("a sort key that is missing", "UPDATE task SET name_key = NULL", "task/", ".name", True),
    ("an entry of the index", "UPDATE search SET title = 'bort' WHERE rowid = (SELECT id FROM task)", "search/", "", True),
    ("an entry that is missing", "DELETE FROM search WHERE rowid = (SELECT id FROM task)", "search/", "", True),
    ("words of nobody", "INSERT INTO search (rowid, title, text) VALUES (77, 'x', 'y')", "search/77", "", True),
    ("an index that contradicts itself", "DELETE FROM search_data WHERE id > 10", "search", "", True),
    ("a reference to nobody", "UPDATE organisation SET parent = 4711 WHERE name = 'Enheten'", "organisation/", ".parent", False),
    ("a reference to another kind", "UPDATE organisation SET parent = (SELECT id FROM task) WHERE name = 'Enheten'",
     "organisation/", ".parent", False),
    ("a choice", "UPDATE action SET status = 'nope'", "action/", ".status", False),
    ("a date", "UPDATE action SET due_on = '2016-13-45'", "action/", ".due_on", False),
    ("parents that lead round", "UPDATE organisation SET parent = (SELECT id FROM organisation WHERE name = 'Enheten') "
     "WHERE name = 'Staden'", "organisation/", ".parent", False),
    ("a row of the file about itself", "INSERT INTO workspace (name, value) VALUES ('secret', 'x')", "workspace", "", False),
    ("an unknown kind", "UPDATE record SET kind = 'nope' WHERE kind = 'action'", "record/", ".kind", False),
    ("an identity without content", "INSERT INTO record (id, kind) VALUES (4711, 'task')", "record/4711", "", False),
    ("a number below 1", "INSERT INTO record (id, kind) VALUES (-5, 'task')", "record/-5", ".id", False),
    ("content without identity", "DELETE FROM record WHERE kind = 'action'", "action/", ".id", False),
    ("a step that is missing", "DELETE FROM step WHERE id = 2", "step/2", "", False),
    ("a digest", "UPDATE step SET digest = 'x' WHERE id = 1", "step/1", ".digest", False),
    ("an author", "UPDATE step SET author = 'en annan' WHERE id = 1", "step/1", ".digest", False),
    ("a step that takes back a later one", "UPDATE step SET undoes = 3 WHERE id = 2", "step/2", ".undoes", False),
    ("a change of another kind", "UPDATE change SET kind = 'person' WHERE id = (SELECT max(id) FROM change)", "change/", "", False),
    ("a value that nobody wrote", "UPDATE action SET title = 'Annat', title_key = (SELECT name_key FROM task)",
     "action/", ".title", False),
]


def is_of_log(what, place):
    """Whether it is the log that tells: what is wrong with a value is told of the value, too."""
    return place.startswith(("step/", "change/")) or what == "a value that nobody wrote"


def each_fault():
    for what, statement, place, column, repairable in FAULTS:
        with Folder() as folder:
            workspace(folder)
            check(f"{what}: whole before", found(folder, "a.samsyn") == (0, {"faults": [], "remarks": []}))
            damage(folder, "a.samsyn", statement)
            before = folder.read("a.samsyn")
            status, said = found(folder, "a.samsyn")
            told = [fault for fault in said["faults"] if fault["place"].startswith(place) and fault["place"].endswith(column)
                    and fault["repairable"] == repairable and (is_of_log(what, place) or "history" not in fault["text"])]
            check(f"{what} is told", status == 1 and told, said)
            check(f"{what}: the check changes nothing", folder.read("a.samsyn") == before)
            os.chmod(folder.file("a.samsyn"), 0o400)
            check(f"{what} is told of a file that is only read", found(folder, "a.samsyn")[0] == 1)
            os.chmod(folder.file("a.samsyn"), 0o600)


def repair():
    for what, statement, place, column, repairable in FAULTS:
        if not repairable:
            continue
        with Folder() as folder:
            workspace(folder)
            history = folder.must("history", "a.samsyn", "--format=json")
            damage(folder, "a.samsyn", statement)
            said = folder.run("check", "a.samsyn", "--repair")
            check(f"{what} is repaired", said.returncode == 0 and found(folder, "a.samsyn")[0] == 0, said.stdout + said.stderr)
            check(f"{what}: after a backup, marked", [name for name in backups(folder) if name.endswith("-faulty.samsyn")], backups(folder))
            check(f"{what}: no step", folder.must("history", "a.samsyn", "--format=json") == history)
            check(f"{what}: found again", "Mottagande" in folder.must("search", "a.samsyn", "mottagande"))


def remarks():
    with Folder() as folder:
        workspace(folder)
        folder.must("undo", "a.samsyn", now="2099-01-01T12:00:00Z")
        status, said = found(folder, "a.samsyn")
        check("a step of a clock that was wrong is a remark", status == 0 and said["faults"] == []
              and [remark["place"] for remark in said["remarks"]] == ["step/4.at"], said)
        check("… told as one", "Remark: " in folder.must("check", "a.samsyn"))
        said = folder.run("list", "a.samsyn", "action")
        check("… no matter for who only reads", said.returncode == 0 and said.stderr == "", said.stderr)
        said = folder.run("redo", "a.samsyn")
        check("… and said once to who alters", said.returncode == 0 and said.stderr.count("2099-01-01") == 1, said.stderr)
        said = folder.run("undo", "a.samsyn")
        check("… not any more when a step of the true time is the newest", said.returncode == 0 and said.stderr == "", said.stderr)


def copies():
    with Folder() as folder:
        workspace(folder)
        damage(folder, "a.samsyn", "UPDATE task SET name_key = 'zzz'")
        said = folder.run("backup", "a.samsyn", "b.samsyn")
        check("a faulty workspace is backed up, and it is said", said.returncode == 0 and "1 fault" in said.stderr, said.stderr)
        said = folder.run("restore", "b.samsyn", "c.samsyn")
        check("… and restored with a warning", said.returncode == 0 and "1 fault" in said.stderr, said.stderr)
        check("… as it was", folder.must("history", "c.samsyn", "--format=json") == folder.must("history", "a.samsyn", "--format=json"))
        folder.write("more.json", document({"kind": "task", "key": "x", "name": "Mer"}))
        folder.must("import", "c.samsyn", "more.json")
        check("an import makes a backup first", len(backups(folder)) == 1, backups(folder))


# What an import would refuse: what is done to a workspace, whether that is damage, and the fields that a salvage leaves out.
REFUSED = [
    ("parents that lead round", "UPDATE organisation SET parent = (SELECT id FROM organisation WHERE name = 'Enheten') WHERE name = 'Staden'", True,
     [".parent"]),
    ("a tree that is too deep", "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO organisation "
     "(id, name, parent) SELECT i, 'E', nullif(i - 1, 0) FROM n; INSERT INTO record (id, kind) SELECT id, 'organisation' FROM organisation "
     "WHERE id <= 1200", False, [".parent"]),
    ("successors that lead round", "UPDATE organisation SET succeeds = (SELECT id FROM organisation WHERE name = 'Enheten') WHERE name = 'Staden'; "
     "UPDATE organisation SET succeeds = (SELECT id FROM organisation WHERE name = 'Staden') WHERE name = 'Enheten'", False, [".succeeds"]),
    ("an action that is planned and done", "UPDATE action SET done_on = '2016-05-01'", False, [".done_on"]),
    ("an action that is done tomorrow", "UPDATE action SET status = 'done', done_on = '2016-05-21'", False, [".done_on"]),
    ("a passage beyond its text", "INSERT INTO record (id, kind) VALUES (77, 'passage'); INSERT INTO passage (id, document, quote, "
     "starts_at_character, ends_at_character) SELECT 77, id, 'x', 300, 400 FROM document", False, [".starts_at_character", ".ends_at_character"]),
    ("an amount", "INSERT INTO record (id, kind) VALUES (77, 'funding'), (78, 'project'); INSERT INTO project (id, name) VALUES (78, 'x'); "
     "INSERT INTO funding (id, name, project, granted) VALUES (77, 'x', 78, 9000000000000000)", False, [".granted"]),
    ("a name of nothing", "UPDATE task SET name = char(160)", False, [".name", ": left out", ".task", ": left out"]),
]


def salvage():
    """A salvage leaves out all that an import refuses, and no more; what was accepted once is in an export without it."""
    for what, statements, damaged, left_out in REFUSED:
        with Folder() as folder:
            workspace(folder)
            folder.write("text.json", document({"kind": "document", "id": record_of(folder, "document"), "body": "Kort"}))
            folder.must("import", "a.samsyn", "text.json")
            with sqlite3.connect(folder.file("a.samsyn")) as database:
                database.executescript(statements)
            database.close()
            said = folder.run("export", "a.samsyn", "--output=all.json", now="2016-05-20")
            check(f"{what}: an export without salvage {'is refused' if damaged else 'holds all'}", said.returncode == damaged
                  and ("all.json" in folder.names()) == (not damaged), said.stderr)
            said = folder.run("export", "a.samsyn", "--output=out.json", "--salvage", now="2016-05-20")
            left = folder.read("out.json.left-out.txt").decode().splitlines()
            check(f"{what}: a salvage leaves out just that", said.returncode == 0 and len(left) == len(left_out)
                  and all(word in line for word, line in zip(left_out, left)), left)
            folder.must("new", "n.samsyn")
            said = folder.run("import", "n.samsyn", "out.json", now="2016-05-20")
            check(f"{what}: … and an import takes it", said.returncode == 0, said.stderr)


def record_of(folder, kind):
    return folder.records("a.samsyn", kind)[0]["id"]


def put_aside():
    """What lies where a backup gets its name is put aside, and that is told, also where nobody asked for the backup."""
    content = b"mine" * 200
    with Folder() as folder:
        workspace(folder)
        folder.write("more.json", document({"kind": "task", "key": "x", "name": "Mer"}))
        before = folder.read("a.samsyn")
        folder.must("import", "a.samsyn", "more.json", now="2016-05-20")
        into = os.path.join(folder.home, "data", "samsyn", "backups")
        backup, = backups(folder)
        os.unlink(os.path.join(into, backup))
        folder.write("a.samsyn", before)
        folder.write(os.path.join(into, backup + "-journal"), content)
        said = folder.run("import", "a.samsyn", "more.json", now="2016-05-20")
        aside = [name for name in backups(folder) if ".aside-" in name]
        check("what lay in the place of a backup's journal is there under another name", said.returncode == 0 and len(aside) == 1
              and folder.read(os.path.join(into, aside[0])) == content and backup in backups(folder), backups(folder))
        check("… which is told", aside and aside[0] in said.stderr, said.stderr)
    with Folder() as folder:
        with gzip.open(os.path.join(os.environ["SAMSYN_SOURCE"], "tests", "store", "versions", "version-2.samsyn.gz")) as old:
            folder.write("old.samsyn", old.read())
        folder.write("old.samsyn.version-2.backup-journal", content)
        said = folder.run("undo", "old.samsyn")
        aside = [name for name in folder.names() if ".aside-" in name]
        check("so it is before a migration", said.returncode == 0 and len(aside) == 1 and folder.read(aside[0]) == content
              and aside[0] in said.stderr, said.stderr or folder.names())


def export():
    with Folder() as folder:
        workspace(folder)
        folder.must("export", "a.samsyn", "--output=sound.json")
        damage(folder, "a.samsyn", "UPDATE organisation SET parent = 4711 WHERE name = 'Enheten'",
               "UPDATE action SET due_on = '2016-13-45'", "UPDATE assignment SET role = 'nope'")
        said = folder.run("export", "a.samsyn", "--output=out.json")
        check("what is damaged is not exported", said.returncode == 1 and "out.json" not in folder.names(), said.stderr)
        check("… and told, each with its place", all(word in said.stderr for word in (".parent: ", ".due_on: ", ".role: ")), said.stderr)
        said = folder.run("export", "a.samsyn", "--output=out.json", "--salvage")
        check("what is sound is exported", said.returncode == 0, said.stderr)
        left = folder.read("out.json.left-out.txt").decode()
        check("… and the rest listed", all(word in left for word in (".parent: ", ".due_on: ", ".role: ")), left)
        folder.must("new", "n.samsyn")
        said = folder.run("import", "n.samsyn", "out.json")
        check("… which an import takes", said.returncode == 0, said.stderr)
        check("… without what needs what was left out", folder.records("n.samsyn", "assignment") == []
              and len(folder.records("n.samsyn", "organisation")) == 3 and len(folder.records("n.samsyn", "action")) == 1)


each_fault()
repair()
remarks()
copies()
put_aside()
export()
salvage()
done()
