"""Journals beside a workspace: its own, after a crash at any moment, and those of others, torn, or made to do harm.

usage: test-journals.py CRASHER        (store-crasher, see crasher.c)

Nobody's file is touched, no acknowledged edit is lost, and what is put aside is told.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

CRASHER = sys.argv[1]
SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
SQL = os.path.join(os.environ["SAMSYN_SOURCE"], "resources", "sql")
FOLDER = tempfile.TemporaryDirectory(prefix="samsyn-journals-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
NAME = "w.samsyn"
STRIDE = 13  # of the calls of a large change, once there have been so many of them
ALIKE = 25

# https://www.sqlite.org/fileformat2.html#the_rollback_journal
MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR, PAGE = 512, 4096
LOCK_PAGE = 0x40000000 // PAGE + 1


class Place:
    """A folder of its own, with files that are copied into it."""

    def __init__(self, **files):
        self.path = tempfile.mkdtemp(dir=FOLDER.name)
        for name, content in files.items():
            self.write(NAME + {"workspace": ""}.get(name, "-" + name), content)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        shutil.rmtree(self.path)

    def file(self, name=NAME):
        return os.path.join(self.path, name)

    def write(self, name, content):
        with open(self.file(name), "wb") as file:
            file.write(content)

    def read(self, name=NAME):
        with open(self.file(name), "rb") as file:
            return file.read()

    def names(self):
        return sorted(name for name in os.listdir(self.path) if not name.endswith(".lock"))

    def run(self, *arguments):
        environment = dict(os.environ, LC_ALL="C.UTF-8", SAMSYN_AUTHOR="provare", XDG_DATA_HOME=os.path.join(FOLDER.name, "data"))
        return subprocess.run([SAMSYN, *arguments], cwd=self.path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60)

    def must(self, *arguments):
        said = self.run(*arguments)
        if said.returncode != 0:
            raise AssertionError(f"samsyn {' '.join(arguments)}: {said.stderr}{said.stdout}")
        return said.stdout

    def crash(self, how, n):
        """Whether there was an n-th call to end at, and whether the edit had been acknowledged."""
        run = subprocess.run([CRASHER, self.file(), how, str(n)], capture_output=True, text=True, timeout=60)
        if run.returncode > 0:
            raise AssertionError(run.stderr)
        return run.returncode < 0, "written" in run.stdout

    def past(self):
        """The digests of all steps, each of which stands for all before it."""
        db = sqlite3.connect(f"file:{self.file()}?immutable=1", uri=True)
        found = [digest for digest, in db.execute("SELECT digest FROM step ORDER BY id")]
        db.close()
        return found

    def aside(self):
        return [name for name in self.names() if ".aside-" in name]


def workspace():
    """The bytes of a workspace with a history, and of the same two steps earlier."""
    with Place() as place:
        place.must("new", NAME, "--sample=oversyn")
        earlier = place.read()
        for _ in range(2):
            place.must("undo", NAME)
        return place.read(), earlier


# ---- Its own --------------------------------------------------------------------------------------------------------------------

def try_crashes(base, how, commands):
    """A crash at each call in turn.  Returns a file and its journal that is to be rolled back."""
    with Place(workspace=base) as place:
        before = place.past()
    wrong, kept, n, crashes = [], None, 1, 0
    while True:
        with Place(workspace=base) as place:
            ended, _ = place.crash(how, n)
            if not ended:
                break
            crashes += 1
            if "w.samsyn-journal" in place.names() and place.read("w.samsyn-journal")[:8] == MAGIC and place.read() != base:
                kept = place.read(), place.read("w.samsyn-journal")
            command = commands[n % len(commands)]
            said = place.run(*command)
            whole, past = place.run("check", NAME), place.past()
            if said.returncode != 0 or whole.returncode != 0 or said.stderr:
                wrong.append(f"{how} {n}, {command[0]}: {said.stderr}{whole.stderr}{whole.stdout}")
            if past[:len(before)] != before or len(past) > len(before) + 2:
                wrong.append(f"{how} {n}, {command[0]}: the past is another: {past}")
            if place.aside():
                wrong.append(f"{how} {n}, {command[0]}: put aside: {place.aside()}")
        n += 1 if n < ALIKE else STRIDE
    check(f"{how}: after a crash at any of {n} moments the workspace is whole, and its past there", not wrong and crashes > 10, wrong)
    check(f"{how}: one of them left a journal that had to be rolled back", kept is not None)
    return kept


REPAIR_STRIDE = 41


def faulty(base):
    """The workspace with keys and entries of the index that are wrong, and the places that check tells."""
    with Place(workspace=base) as place:
        db = sqlite3.connect(place.file())
        db.execute("UPDATE task SET name_key = 'zzz' WHERE id IN (SELECT id FROM task LIMIT 20)")
        db.execute("UPDATE search SET title = 'bort' WHERE rowid IN (SELECT id FROM organisation LIMIT 20)")
        db.execute("DELETE FROM search WHERE rowid IN (SELECT id FROM action)")
        db.commit()
        db.close()
        return place.read(), faults(place)


def faults(place):
    return sorted(fault["place"] for fault in json.loads(place.run("check", NAME, "--format=json").stdout)["faults"])


def try_repair(base):
    """A repair that is ended at any moment: the file is as it was, or repaired."""
    base, before = faulty(base)
    wrong, n, seen, crashes = [], 1, set(), 0
    check("there is something to repair", len(before) > 50, before)
    while True:
        with Place(workspace=base) as place:
            history = place.past()
            ended, written = place.crash("repair", n)
            if not ended and n > 1:
                check("a repair that isn't ended repairs", written and faults(place) == [], faults(place))
                break
            crashes += 1
            after = faults(place)
            seen.add(len(after))
            if after not in ([], before):
                wrong.append(f"repair {n}: {after}")
            said = place.run("check", NAME, "--repair")
            if said.returncode != 0 or faults(place) or place.past() != history:
                wrong.append(f"repair {n}: not repaired then: {said.stderr}{said.stdout}")
            if place.names() != [NAME]:
                wrong.append(f"repair {n}: left beside: {place.names()}")
        n += 1 if n < 12 else REPAIR_STRIDE
    check(f"after a repair that was ended at any of {crashes} moments the file is as it was or repaired, and nothing is left beside it",
          not wrong and crashes > 15 and len(before) in seen, wrong or crashes)


# ---- Others' --------------------------------------------------------------------------------------------------------------------

def header(count, initial, sector=SECTOR, page=PAGE):
    return (MAGIC + struct.pack(">IIIII", count, 0, initial, sector, page)).ljust(sector, b"\0")


def super_journal(name):
    name = os.fsencode(name)
    return struct.pack(">I", LOCK_PAGE) + name + struct.pack(">II", len(name), sum(name)) + MAGIC


def bent(journal, at, value):
    return journal[:at] + value + journal[at + len(value):]


def harmful(base, journal):
    """Journals that must not be used beside `base`, of which `journal` would be one that may."""
    pages = len(base) // PAGE
    return {
        "a header only": header(0, pages),
        "a header that counts what isn't there": header(5, pages),
        "3 pages": header(0, 3),
        "3 pages of its own": bent(journal, 16, struct.pack(">I", 3)),
        "more pages than there are": bent(journal, 16, struct.pack(">I", pages + 50)),
        "another page size": bent(journal, 24, struct.pack(">I", 1024)),
        "a sector of 100 bytes": bent(journal, 20, struct.pack(">I", 100)),
        "torn in a record": bent(journal, SECTOR + 4 + PAGE - 200, b"\x7f"),
        "cut off": journal[:SECTOR + PAGE // 2],
        "a record of no page": bent(journal, SECTOR, struct.pack(">I", pages + 1)),
        "without the first record": journal[:8] + struct.pack(">I", 1) + journal[12:SECTOR] + journal[SECTOR + PAGE + 8:],
        "no journal at all": b"Minnesanteckningar\n" * 400,
    }


def try_beside(what, base, put, commands=(["list", NAME, "organisation"], ["check", NAME], ["undo", NAME])):
    """What `put` puts beside the workspace isn't used, lies there under the name that is told, and touches nobody's file."""
    with Place(workspace=base) as place:
        before = place.past()
    for command in commands:
        with Place(workspace=base) as place:
            place.write("victim", b"dear")
            journal = put(place)
            said = place.run(*command)
            after = place.past()
            steps = 1 if command[0] == "undo" else 0
            told = place.aside()
            check(f"{what}, {command[0]}: it is done", said.returncode == 0, said.stderr)
            check(f"{what}, {command[0]}: the workspace is as it was",
                  after[:len(before)] == before and len(after) == len(before) + steps and (steps or place.read() == base), after)
            check(f"{what}, {command[0]}: what lay beside is there under a name that was told",
                  len(told) == 1 and told[0] in said.stderr and (journal is None or place.read(told[0]) == journal), said.stderr or place.names())
            check(f"{what}, {command[0]}: nobody's file is touched", place.read("victim") == b"dear", place.names())


def journal_of(content):
    def put(place):
        place.write("w.samsyn-journal", content)
        return content
    return put


def try_harmful(base, journal):
    for what, content in harmful(base, journal).items():
        try_beside(what, base, journal_of(content))

    def put_super(place):
        content = journal + super_journal(place.file("victim"))
        place.write("w.samsyn-journal", content)
        return content

    def put_own_super(place):
        content = header(0, len(base) // PAGE) + super_journal(place.file("victim"))
        place.write("w.samsyn-journal", content)
        return content

    try_beside("its own, naming a super-journal", base, put_super)
    try_beside("a header, naming a super-journal", base, put_own_super)
    try_beside("a pipe", base, lambda place: os.mkfifo(place.file("w.samsyn-journal")))
    try_beside("a link", base, lambda place: os.symlink("victim", place.file("w.samsyn-journal")))
    try_beside("a folder", base, lambda place: os.mkdir(place.file("w.samsyn-journal")))


def try_other_files(base, earlier, journal):
    """A file that was copied by hand to the name."""
    with Place() as place:
        place.must("new", NAME, "--sample=oversyn")
        stranger = place.read()
    with Place(workspace=base) as place:
        for _ in range(2):
            place.must("undo", NAME)
        later = place.read()
    for what, content in ("another workspace", stranger), ("an earlier backup", earlier), ("a later copy", later):
        try_beside(f"its journal beside {what}", content, journal_of(journal))
    with Place(workspace=base, journal=journal) as place:
        said = place.run("list", NAME, "organisation")
        check("beside the state that it leads back to it is used", said.returncode == 0 and not said.stderr and not place.aside(), said.stderr)
        check("which is that state", place.read() == base)


def try_write_ahead(base):
    def put(place):
        place.write("w.samsyn-wal", b"\x37\x7f\x06\x82" + bytes(4092))
    try_beside("somebody's log", base, put, (["undo", NAME],))
    with Place(workspace=base) as place:
        db = sqlite3.connect(place.file())
        check("another program switches the workspace to WAL", db.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",))
        db.close()
        said = place.run("list", NAME, "organisation")
        check("it is switched back, and that is said", said.returncode == 0 and "WAL" in said.stderr and place.read()[18:20] == b"\1\1",
              said.stderr)
        db = sqlite3.connect(place.file())
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE workspace SET value = value WHERE name = 'file_id'")
        db.execute("INSERT INTO workspace VALUES ('theirs', '')")
        db.commit()
        before = place.read(), place.read("w.samsyn-wal")
        for command in ["list", NAME, "organisation"], ["undo", NAME]:
            said = place.run(*command)
            check(f"{command[0]}: what lies in the log is not passed over", said.returncode == 1 and "w.samsyn-wal" in said.stderr, said.stderr)
        check("and nothing was changed", before == (place.read(), place.read("w.samsyn-wal")))
        db.close()


# ---- Names ----------------------------------------------------------------------------------------------------------------------

def try_publishing(base, journal):
    beside = {"w.samsyn-journal": journal, "w.samsyn-wal": b"log", "w.samsyn-shm": b"index"}
    for command in ["new", NAME], ["new", NAME, "--sample=oversyn"], ["backup", "old.samsyn", NAME], ["restore", "old.samsyn", NAME]:
        with Place() as place:
            place.write("old.samsyn", base)
            for name, content in beside.items():
                place.write(name, content)
            said = place.run(*command)
            kept = {name.split(".aside-")[0]: place.read(name) for name in place.aside()}
            what = " ".join(command[:1] + command[2:])
            check(f"{what}: it is done", said.returncode == 0, said.stderr)
            check(f"{what}: what lay there is kept, and told", kept == beside and all(name in said.stderr for name in place.aside()),
                  said.stderr or place.names())
            first = place.read()
            check(f"{what}: the next command finds what was made",
                  place.run("check", NAME).returncode == 0 and place.read() == first, place.run("check", NAME).stderr)


# ---- Before there were marks ----------------------------------------------------------------------------------------------------

def old_workspace(path, noise):
    """A file of version 2, with nothing in it but texts."""
    db = sqlite3.connect(path, isolation_level=None)
    for name in "0001-workspace.sql", "0002-endings.sql":
        with open(os.path.join(SQL, name), encoding="utf-8") as file:
            db.executescript(file.read())
    db.execute("PRAGMA application_id = 0x53616D73")
    db.execute("PRAGMA user_version = 2")
    db.execute("INSERT INTO workspace VALUES ('file_id', ?)", [f"{noise:08d}-0000-4000-8000-000000000000"])
    db.close()


def old_crash(place):
    """A crash of an older version: pages of a change are in the file, its journal beside it."""
    child = os.fork()
    if child == 0:
        db = sqlite3.connect(place.file(), isolation_level=None)
        db.execute("PRAGMA cache_size = 5")
        db.execute("BEGIN")
        for i in range(200):
            db.execute("INSERT INTO record VALUES (?, 'action')", [i + 1])
            db.execute("INSERT INTO action (id, title) VALUES (?, ?)", [i + 1, "x" * 3000])
        os._exit(0)
    os.waitpid(child, 0)
    return place.read("w.samsyn-journal")


def rows(place):
    db = sqlite3.connect(f"file:{place.file()}?immutable=1", uri=True)
    found = db.execute("SELECT (SELECT count(*) FROM record), (SELECT value FROM workspace WHERE name = 'file_id')").fetchone()
    db.close()
    return found


def try_old():
    with Place() as place:
        old_workspace(place.file(), 1)
        base = place.read()
        journal = old_crash(place)
        check("an older version crashes with its change half written", place.read() != base and journal[:8] == MAGIC)
        said = place.run("undo", NAME)
        check("it is rolled back before the file is brought up to date",
              rows(place)[0] == 0 and not place.aside() and "nothing to undo" in said.stderr and place.run("check", NAME).returncode == 0,
              said.stderr)
    with Place(workspace=base) as place:
        place.write("w.samsyn-journal", bent(journal, 16, struct.pack(">I", 3)))
        said = place.run("undo", NAME)
        check("one that says 3 pages is not", place.aside() and place.aside()[0] in said.stderr and place.run("check", NAME).returncode == 0,
              said.stderr)
    with Place() as place:
        old_workspace(place.file(), 2)
        db = sqlite3.connect(place.file())
        db.execute("INSERT INTO record VALUES (1, 'action')")
        db.execute("INSERT INTO action (id, title) VALUES (1, ?)", ["x" * 300000])
        db.commit()
        db.execute("UPDATE action SET title = 'x'")
        db.commit()
        db.close()
        place.write("w.samsyn-journal", journal)
        said = place.run("undo", NAME)
        check("nor one of another file", rows(place) == (1, "00000002-0000-4000-8000-000000000000") and place.aside(), said.stderr)
    return base


def try_migration(base):
    wrong, n = [], 1
    while True:
        with Place(workspace=base) as place:
            if not place.crash("open", n)[0]:
                break
            said = place.run("undo", NAME)
            if "nothing to undo" not in said.stderr or place.aside() or place.run("check", NAME).returncode != 0:
                wrong.append(f"{n}: {said.stderr} {place.names()}")
        n += 1 if n < ALIKE else STRIDE
    check(f"a crash at any of {n} moments of bringing a file up to date leaves what can be opened", n > 20 and not wrong, wrong)


present, past = workspace()
READ = ["list", NAME, "organisation"]
try_crashes(present, "edit", (READ, ["check", NAME], ["undo", NAME], ["search", NAME, "bostad"]))
half, own = try_crashes(present, "fill", (READ, ["undo", NAME]))
try_repair(present)
try_harmful(present, own)
try_other_files(present, past, own)
try_write_ahead(present)
try_publishing(present, own)
try_migration(try_old())
done()
