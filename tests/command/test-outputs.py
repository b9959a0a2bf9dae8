"""What a command may write to, and what it says of the rest: nobody's workspace, device, pipe or link is replaced, and done is done.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder, document
from tap import check, done

# Names that must not be written to, and what is said of each.
WORKSPACE, DATABASE, BELONGS = "is a Samsyn workspace", "is a database of another program", "belongs to"
REFUSED = {
    "w.samsyn": WORKSPACE, "./folder/../w.samsyn": WORKSPACE, "hard": WORKSPACE, "other.samsyn": WORKSPACE, "copy.xlsx": WORKSPACE,
    "w.samsyn.version-1.backup": WORKSPACE, "EMPTY.SAMSYN": WORKSPACE, "foreign.xlsx": DATABASE, "link": "is a link", "nowhere": "is a link",
    "pipe": "is a pipe", "socket": "is a socket", "folder": "is a folder", "folder/": "is a folder", "/dev/null": "is a device",
    "/dev/full": "is a device", "w.samsyn-journal": BELONGS, ".w.samsyn.lock": BELONGS, "journal.xlsx": BELONGS,
    "none/x.xlsx": "no folder", "plain/x.xlsx": "is no folder", "n" * 256: "is too long", "": "without a name",
}
WRITERS = (["export", "w.samsyn"], ["report", "w.samsyn", "all-data"])


def fill(folder):
    """A folder with everything that is no file to write to."""
    folder.must("new", "w.samsyn")
    folder.must("import", "w.samsyn", folder.write("in.json", document({"kind": "person", "key": "a", "name": "Person"})))
    folder.must("new", "other.samsyn")
    folder.must("backup", "w.samsyn", "copy.xlsx")
    folder.must("backup", "w.samsyn", "w.samsyn.version-1.backup")
    folder.write("EMPTY.SAMSYN", "")
    folder.write("plain", "mine")
    folder.write("journal.xlsx", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    os.mkdir(folder.file("folder"))
    os.mkfifo(folder.file("pipe"))
    os.link(folder.file("w.samsyn"), folder.file("hard"))
    os.symlink("w.samsyn", folder.file("link"))
    os.symlink("/nowhere/at/all", folder.file("nowhere"))
    sqlite3.connect(folder.file("foreign.xlsx")).execute("CREATE TABLE t (a)").connection.close()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(folder.file("socket"))


def state(folder):
    """Everything in the folder as it is: type, content or target."""
    found = {}
    for name in folder.names():
        mode = os.lstat(folder.file(name)).st_mode
        content = folder.read(name) if stat.S_ISREG(mode) else os.readlink(folder.file(name)) if stat.S_ISLNK(mode) else None
        found[name] = (stat.S_IFMT(mode), content)
    return found


def refusals(folder):
    fill(folder)
    before = state(folder)
    for writer in WRITERS:
        for target, reason in REFUSED.items():
            for force in ([], ["--force"])[writer[0] == "report":]:
                said = folder.run(*writer, "--output=" + target, *force)
                check(f"{writer[0]} {force} to {target[:30]!r} is refused, and why: {reason}",
                      said.returncode == 1 and said.stdout == "" and reason in said.stderr and said.stderr.count("\n") == 1, said.stderr)
    null = os.stat("/dev/null")
    check("the null device is one still", stat.S_ISCHR(null.st_mode) and null.st_rdev == os.makedev(1, 3), oct(null.st_mode))
    check("everything is as it was", state(folder) == before, [name for name in before if state(folder).get(name) != before[name]])
    for command in (["new"], ["backup", "w.samsyn"], ["restore", "copy.xlsx"], ["new", "--sample=oversyn"]):
        for target in ("link", "nowhere", "pipe", "socket", "folder", "/dev/null", "w.samsyn-journal"):
            said = folder.run(command[0], *command[1:2] if command[0] != "new" else [], target, *[each for each in command if "--" in each])
            check(f"{' '.join(command)} to {target} is refused, and why", said.returncode == 1 and REFUSED[target] in said.stderr, said.stderr)
    check("everything is still as it was", state(folder) == before)
    said = folder.run("export", "w.samsyn", "--output=/dev/null", "--force", language="sv")
    check("it is said in Swedish", "är en enhet, ingen fil" in said.stderr and "--output=-" in said.stderr, said.stderr)


def ordinary_files(folder):
    fill(folder)
    folder.must("export", "w.samsyn", "--output=plain", "--force")
    check("an ordinary file is replaced with --force", json.loads(folder.read("plain"))["records"][0]["name"] == "Person")
    said = folder.run("export", "w.samsyn", "--output=plain")
    check("… and only with it, which is said", said.returncode == 1 and "--force" in said.stderr, said.stderr)
    folder.must("export", "w.samsyn", "--output=x-journal")
    check("what is called like a journal of nothing is a file like others", folder.read("x-journal") == folder.read("plain"))
    for name in ("x.txt", "x", "x.xls", "x.json"):
        said = folder.run("report", "w.samsyn", "all-data", "--output=" + name)
        check(f"report to {name} says what the name should be", said.returncode == 2 and "“x.xlsx”" in said.stderr, said.stderr)
    check("… and writes nothing", not {"x.txt", "x", "x.xls", "x.json"} & set(folder.names()))
    folder.must("report", "w.samsyn", "all-data", "--output=X.XLSX")


def standard_output(folder):
    fill(folder)
    folder.must("export", "w.samsyn", "--output=x.json")
    check("- is standard output", folder.must("export", "w.samsyn", "--output=-").encode() == folder.read("x.json"))
    check("… and no file", "-" not in folder.names())
    said = folder.run("report", "w.samsyn", "all-data", "--output=-")
    check("a workbook does not go there, which is said", said.returncode == 2 and said.stdout == "" and "standard output" in said.stderr,
          said.stderr)
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        for force in ([], ["--force"]):
            with open(folder.file("told"), "w", encoding="utf-8") as told:
                files = folder.run("export", "w.samsyn", "--output=" + name, *force, stdout=told)
            pipes = folder.run("export", "w.samsyn", "--output=" + name, *force)
            check(f"{name} {force} is refused, and - proposed",
                  all(said.returncode == 1 and "--output=-" in said.stderr for said in (files, pipes)) and folder.read("told") == b"",
                  files.stderr + pipes.stderr)


def unheard(folder):
    """What is done is told as done, also when nobody can be told where they wanted to be."""
    fill(folder)
    more = folder.write("more.json", document({"kind": "person", "key": "b", "name": "Två"}))
    reader, writer = os.pipe()
    os.close(reader)
    with open("/dev/full", "w", encoding="utf-8") as full, os.fdopen(writer, "w", encoding="utf-8") as closed:
        for name, stream in (("a full disk", full), ("a closed pipe", closed)):
            said = folder.run("import", "w.samsyn", more, stdout=stream)
            check(f"{name}: an import that is done is told as done, with what could not be printed",
                  said.returncode == 0 and "It is done" in said.stderr and "Created 1" in said.stderr, [said.returncode, said.stderr])
            said = folder.run("undo", "w.samsyn", stdout=stream)
            check(f"{name}: so is an undo", said.returncode == 0 and re.search(r"It is done.*Step \d+ was undone", said.stderr), said.stderr)
            check("… that is done", len(folder.records("w.samsyn", "person")) == 1)
            folder.must("redo", "w.samsyn")
            said = folder.run("report", "w.samsyn", "all-data", f"--output={name}.xlsx", stdout=stream)
            check(f"{name}: so is a report", said.returncode == 0 and f"{name}.xlsx" in said.stderr and f"{name}.xlsx" in folder.names(),
                  said.stderr)
            folder.must("undo", "w.samsyn")
        for arguments in (["export", "w.samsyn", "--output=-"], ["list", "w.samsyn", "person"], ["kinds"]):
            said = folder.run(*arguments, stdout=full)
            check(f"{arguments[0]}: what is only printed has failed", said.returncode == 1 and "No space left" in said.stderr, said.stderr)
            said = folder.run(*arguments, stdout=closed)
            check(f"{arguments[0]}: … and ends with its reader", said.returncode == -13 and said.stderr == "", [said.returncode, said.stderr])
    content = folder.read("w.samsyn")
    script = 'exec "$0" import w.samsyn more.json >&-'
    said = subprocess.run(["sh", "-c", script, os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")], cwd=folder.path,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=60, check=False)
    check("without standard output nothing is printed into the files that are opened",
          said.returncode == 0 and "It is done" in said.stderr and folder.must("check", "w.samsyn") and folder.read("w.samsyn") != content,
          said.stderr)


def inputs(folder):
    """What can't be read as a workspace or as a document: each is called what it is."""
    fill(folder)
    folder.write("secret.samsyn", folder.read("w.samsyn"))
    folder.write("secret.json", folder.read("in.json"))
    what = {"folder": "is a folder", "/dev/null": "is a device", "/dev/zero": "is a device", "socket": "is a socket"}
    for name, reason in {**what, "pipe": "is a pipe", "link": "is a link", "nobody.samsyn": "isn’t where it was"}.items():
        for command in (["list", name, "person"], ["undo", name], ["restore", name, "new.samsyn"], ["import", name, "in.json"]):
            said = folder.run(*command)
            check(f"{command[0]} of {name} says what it is: {reason}", said.returncode == 1 and reason in said.stderr, said.stderr)
    for name, reason in {**what, "nobody.json": "There is no file", "in.json/x": "There is no file"}.items():
        said = folder.run("import", "w.samsyn", name)
        check(f"import from {name} says what it is: {reason}", said.returncode == 1 and reason in said.stderr, said.stderr)
    if os.geteuid() == 0:
        return
    for name in ("secret.samsyn", "secret.json"):
        os.chmod(folder.file(name), 0)
        said = folder.run("import", *(["w.samsyn", name] if name.endswith("json") else [name, "in.json"]))
        check(f"{name}: who may not read it is told that", said.returncode == 1 and "You may not read" in said.stderr, said.stderr)


def documents(folder):
    """Byte order marks are read, and what can't be is told."""
    folder.must("new", "w.samsyn")
    text = document({"kind": "person", "key": "a", "name": "Åsa"})
    said = folder.must("import", "w.samsyn", folder.write("bom.json", b"\xef\xbb\xbf" + text.encode()))
    check("a byte order mark is passed over", "Created 1" in said and folder.records("w.samsyn", "person")[0]["name"] == "Åsa", said)
    for name, content, reason in (
            ("utf-16", text.encode("utf-16"), "UTF-16"), ("utf-16-le", text.encode("utf-16-le"), "UTF-16"),
            ("utf-16-be", text.encode("utf-16-be"), "UTF-16"), ("latin-1", text.encode("latin-1"), "UTF-8"),
            ("deep", "[" * 100000, "at most 64 levels"), ("large", '{"samsyn": 1234567890123456789012}', "too large"),
            ("overflow", '{"samsyn": 9223372036854775808}', "too large"), ("doubled", '{"samsyn": 1, "samsyn": 1}', "already has a member"),
            ("behind", text + "x", "behind the end"), ("half", text[:30], "ends too early"), ("empty", "", "ends too early")):
        said = folder.run("import", "w.samsyn", folder.write(name + ".json", content))
        check(f"{name}: {reason}", said.returncode == 1 and reason in said.stderr, said.stderr)
    check("nothing of it is imported", len(folder.records("w.samsyn", "person")) == 1)


def problems(folder):
    """Each with the record's place, key and title, the value and what could be there."""
    folder.must("new", "w.samsyn")
    folder.must("import", "w.samsyn", folder.write("a.json", document({"kind": "organisation", "key": "g", "name": "Gruppen", "sort": "council"})))
    group = folder.records("w.samsyn", "organisation")[0]["id"]
    bad = folder.write("bad.json", document(
        {"kind": "organisation", "key": "a", "name": "X", "sort": "nope"}, {"kind": "organisation", "id": group, "sort": 5},
        {"kind": "person", "key": "p", "name": "Per", "organisation": "nobody"}, {"kind": "person", "id": 4711, "name": "Eva"},
        {"kind": "persom", "key": "q", "name": "Ann"}))
    for language, expected in (
            ("en", ["records[0] ‘a’ X: sort: ‘nope’ is none of council, ", f"records[1] ‘{group}’ Gruppen: sort: ‘5’ is none of council, ",
                    "records[2] ‘p’ Per: organisation: ‘nobody’ is the key of no record", "records[3] ‘4711’ Eva: id: ‘4711’ is the id of no record",
                    "records[4] ‘q’: kind: ‘persom’ is no kind"]),
            ("sv", ["records[0] ’a’ X: sort: ’nope’ är inget av council, "])):
        said = folder.run("import", "w.samsyn", bad, language=language)
        check(f"problems name record, value and choices ({language})", said.returncode == 1 and all(each in said.stderr for each in expected),
              said.stderr)
    check("an unknown id is no new record", folder.run("import", "w.samsyn", folder.write(
        "id.json", document({"kind": "person", "id": 4711, "name": "Eva"}))).returncode == 1)
    said = folder.must("import", "w.samsyn", "id.json", "--create")
    check("… but with --create", "Created 1" in said and folder.records("w.samsyn", "person")[0]["id"] == 4711, said)


def rules(folder):
    """Rules between records and of the day are told like other problems, with the value; also of what is only tried."""
    now = "2016-05-20"
    folder.must("new", "w.samsyn", now=now)
    records = [
        {"kind": "action", "key": "a", "title": "Boka", "status": "planned", "done_on": "2016-05-20"},
        {"kind": "action", "key": "b", "title": "Kalla", "status": "done", "done_on": "2016-05-21"},
        {"kind": "project", "key": "p", "name": "P"},
        {"kind": "milestone", "key": "m", "title": "Start", "project": "p", "planned_on": "2016-05-01", "reached_on": "2026-01-01"},
        {"kind": "organisation", "key": "o", "name": "Nya", "succeeds": "q"}, {"kind": "organisation", "key": "q", "name": "Gamla", "succeeds": "o"},
        {"kind": "decision", "key": "d", "title": "Ett", "prepares": "e"}, {"kind": "decision", "key": "e", "title": "Två", "prepares": "d"},
        {"kind": "document", "key": "l", "title": "Lag", "body": "Åäö är tre."},
        {"kind": "passage", "key": "s", "document": "l", "quote": "Åäö", "starts_at_character": 0, "ends_at_character": 12},
        {"kind": "organisation", "key": "u", "name": "Enhet", "parent": "v"}, {"kind": "organisation", "key": "v", "name": "Avdelning", "parent": "u"}]
    expected = ["records[0] ‘a’ Boka: done_on: ‘2016-05-20’: While “Status” is “Planned”", "records[1] ‘b’ Kalla: done_on: ‘2016-05-21’ can’t be after",
                "records[3] ‘m’ Start: reached_on: ‘2026-01-01’ can’t be after today (2016-05-20)",
                "records[4] ‘o’ Nya: succeeds: ‘q’ leads round", "records[5] ‘q’ Gamla: succeeds: ‘o’ leads round",
                "records[6] ‘d’ Ett: prepares: ‘e’ leads round", "records[7] ‘e’ Två: prepares: ‘d’ leads round",
                "records[9] ‘s’ l: ends_at_character: ‘12’ lies beyond the text of “Lag”", "records[10] ‘u’ Enhet: parent: ‘v’: The record would be",
                "records[11] ‘v’ Avdelning: parent: ‘u’: The record would be", "there are 10 problems"]
    before = folder.read("w.samsyn")
    name = folder.write("rules.json", document(*records))
    for arguments in ([], ["--dry-run"]):
        said = folder.run("import", "w.samsyn", name, *arguments, now=now)
        lines = said.stderr.splitlines()
        check(f"{arguments}: each broken rule is told, with value and record", said.returncode == 1 and len(lines) == len(expected)
              and all(each in line for each, line in zip(expected, lines)), said.stderr)
        for blank in ("\u00a0", "\u200b \u00ad", "\u2800"):
            said = folder.run("import", "w.samsyn", folder.write("blank.json", document({"kind": "task", "key": "t", "name": blank})), *arguments)
            check(f"{arguments}: a name of {blank!a} is none", said.returncode == 1 and "‘t’" in said.stderr and "name: " in said.stderr
                  and "nothing in it that can be seen" in said.stderr, said.stderr)
        check(f"{arguments}: nothing is written", folder.read("w.samsyn") == before)
    sound = [{key: value for key, value in record.items() if key not in ("done_on", "reached_on", "succeeds", "prepares", "parent",
                                                                         "ends_at_character")} for record in records]
    check("without all that they are imported", "12" in folder.must("import", "w.samsyn", folder.write("sound.json", document(*sound)), now=now))


def salvage_list(folder):
    """The list beside a salvage is written as carefully as the export itself."""
    folder.must("new", "bent.samsyn")
    folder.must("import", "bent.samsyn", folder.write("one.json", document({"kind": "action", "key": "a", "title": "A"})))
    with sqlite3.connect(folder.file("bent.samsyn")) as database:
        database.execute("UPDATE action SET due_on = '2016-13-45'")
    database.close()
    folder.must("new", "w.samsyn")
    name = "out.json.left-out.txt"
    path = folder.file(name)
    makers = {
        "is a link": lambda: os.symlink("one.json", path), "is a pipe": lambda: os.mkfifo(path), "is a folder": lambda: os.mkdir(path),
        WORKSPACE: lambda: os.link(folder.file("w.samsyn"), path), BELONGS: lambda: folder.write(name, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600)),
    }
    for reason, make in makers.items():
        make()
        before = state(folder)
        said = folder.run("export", "bent.samsyn", "--salvage", "--output=out.json", "--force")
        check(f"where the list would be something {reason}: refused, and nothing is written",
              said.returncode == 1 and reason in said.stderr and state(folder) == before, [said.stderr, folder.names()])
        (os.rmdir if reason == "is a folder" else os.unlink)(path)
    folder.write(name, "mine")
    said = folder.run("export", "bent.samsyn", "--salvage", "--output=out.json")
    check("an ordinary file is replaced by the list only with --force", said.returncode == 1 and folder.read(name) == b"mine"
          and "out.json" not in folder.names(), said.stderr)
    folder.write("out.json", "mine too")
    said = folder.run("export", "bent.samsyn", "--salvage", "--output=out.json", "--force")
    check("… and with it so is the export", said.returncode == 0 and b"due_on" in folder.read(name) and len(json.loads(folder.read("out.json"))["records"]) == 1,
          said.stderr)
    before = state(folder)
    for target in ("w.samsyn", "bent.samsyn", "bent.samsyn-journal", ".bent.samsyn.lock"):
        said = folder.run("export", "bent.samsyn", "--salvage", "--output=" + target, "--force")
        check(f"a salvage is not written onto {target}", said.returncode == 1 and state(folder) == before, said.stderr)


def long_names(folder):
    """A workspace whose journal, lock and backups could not have their names is refused at once, with how long it may be."""
    folder.must("new", "w.samsyn")
    most = 200
    for length in (most + 1, 248, 255, 256):
        name = "å" * ((length - 7) // 2) + "x" * ((length - 7) % 2) + ".samsyn"
        for command in (["new", name], ["new", name, "--sample=oversyn"], ["backup", "w.samsyn", name], ["restore", "w.samsyn", name]):
            said = folder.run(*command)
            check(f"{command[0]} with a name of {length} bytes is refused, with how long it may be",
                  said.returncode == 1 and re.search(r"at most (200|255)\b", said.stderr), said.stderr)
    name = "x" * (most - 7) + ".samsyn"
    folder.must("new", name)
    folder.must("import", name, folder.write("in.json", document({"kind": "person", "key": "a", "name": "Person"})))
    folder.must("undo", name)
    check("a name of 200 bytes can be written again and again", folder.names() == sorted(["in.json", "w.samsyn", name]), folder.names())
    folder.must("export", name, "--output=" + "y" * 250 + ".json")
    check("other files may have longer names", "y" * 250 + ".json" in folder.names())


def full_disk(folder):
    """The folder whose disk is full is named, and no name that nobody gave."""
    if not shutil.which("unshare"):
        return
    folder.must("new", "w.samsyn", "--sample=oversyn")
    os.mkdir(folder.file("small"))
    program = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
    for arguments in ("export w.samsyn --output=small/x.json", "report w.samsyn all-data --output=small/x.xlsx", "backup w.samsyn small/b.samsyn",
                      "new small/n.samsyn --sample=oversyn"):
        script = f'mount -t tmpfs -o size=64k tmpfs small && "{program}" {arguments}; echo $?; ls -A small'
        said = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", script], cwd=folder.path,
                              env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=60, check=False)
        if "mount:" in said.stderr or "unshare" in said.stderr:
            print("# no small disk can be made here")
            return
        check(f"a full disk under {arguments}: its folder is named, and nothing is left there",
              said.stdout == "1\n" and "small”" in said.stderr and "full" in said.stderr and "unfinished" not in said.stderr,
              [said.stdout, said.stderr])


def full_backup_disk(folder):
    """Where there is no room for the backup that comes first, that is told, and nothing is done."""
    if not shutil.which("unshare"):
        return
    folder.must("new", "w.samsyn", "--sample=oversyn")
    folder.write("in.json", document({"kind": "person", "key": "a", "name": "Person"}))
    with sqlite3.connect(folder.file("w.samsyn")) as database:
        database.execute("UPDATE task SET name_key = 'zzz' WHERE id = (SELECT min(id) FROM task)")
    database.close()
    os.mkdir(folder.file("small"))
    before = folder.read("w.samsyn")
    program = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
    for size in ("64k", "1m"):
        for arguments in ("import w.samsyn in.json", "check w.samsyn --repair"):
            script = f'mount -t tmpfs -o size={size} tmpfs small && "{program}" {arguments}; echo $?; find small -type f'
            said = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", script], cwd=folder.path,
                                  env={**os.environ, "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": folder.file("small")}, capture_output=True, text=True,
                                  timeout=60, check=False)
            if "mount:" in said.stderr or "unshare" in said.stderr:
                print("# no small disk can be made here")
                return
            check(f"{arguments}, backups on a full disk of {size}: the folder and what it means are told, no part of a backup is left",
                  said.stdout.endswith("1\n") and "small/samsyn/backups”" in said.stderr and "is full" in said.stderr, [said.stdout, said.stderr])
            check("… and nothing was done", folder.read("w.samsyn") == before)


for test in (refusals, ordinary_files, standard_output, unheard, inputs, documents, problems, rules, salvage_list, long_names, full_disk,
             full_backup_disk):
    with Folder() as place:
        test(place)
done()
