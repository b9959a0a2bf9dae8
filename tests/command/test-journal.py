"""What another program finds when it opens a workspace while somebody writes, and after a crash in the middle of it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import fcntl
import os
import sqlite3
import struct
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder
from tap import check, done

NAME = "w.samsyn"
READ = ["list", NAME, "organisation", "--format=json"]
# Where the first page says how many there are: "in-header database size", the file format of SQLite, section 1.3.
PAGES_AT = 28


# How each transaction of the program begins.
MARK = ("UPDATE workspace SET value = CASE name WHEN 'mark' THEN lower(hex(randomblob(16))) "
        "ELSE ? END WHERE name IN ('mark', 'mark_before')")


def start_change(file, noise):
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.execute("PRAGMA cache_size = 5")
    db.execute("BEGIN IMMEDIATE")
    before, = db.execute("SELECT value FROM workspace WHERE name = 'mark'").fetchone()
    db.execute(MARK, [before])
    db.execute("INSERT INTO workspace (name, value) VALUES ('noise', ?)", ["x" * noise])
    return db


def try_while_written(folder, file):
    before = folder.must(*READ)
    check("there is something to read", before.count('"id"') > 3, before)
    with open(folder.file(f".{NAME}.lock"), "w") as lock:
        lock.write("direktören (kontoret, 1, 2016-11-18 08:00)\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        db = start_change(file, 10)
        check("a change is under way", os.path.getsize(file + "-journal") > 0)
        said = folder.run(*READ)
        check("who reads meanwhile is not sent away, and reads what was there before", said.returncode == 0 and said.stdout == before,
              said.stderr)
        said = folder.run("undo", NAME)
        check("who would write is told who does", said.returncode == 1 and "direktören" in said.stderr, said.stderr)
        db.execute("ROLLBACK")
        db.execute("BEGIN EXCLUSIVE")
        said = folder.run(*READ)
        check("a change that doesn't end is told as such, not as damage", said.returncode == 1 and "Another program is using" in said.stderr,
              said.stderr)
        db.execute("ROLLBACK")
        db.close()
    os.unlink(lock.name)


def crash(file):
    """The power goes in the middle of a change that makes the file grow: its journal is on the disk, and pages of the change too."""
    child = os.fork()
    if child == 0:
        db = start_change(file, 1000000)
        os._exit(0 if db and os.path.getsize(file + "-journal") > 0 else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def try_after_crash(folder, file, *arguments):
    before = folder.must("history", NAME)
    size = os.path.getsize(file)
    check("a crash leaves its journal", crash(file) and os.path.getsize(file) > size)
    # As if the first page had been written before the last: it counts pages that never came.
    with open(file, "r+b") as content:
        content.seek(PAGES_AT)
        pages, = struct.unpack(">I", content.read(4))
        content.seek(PAGES_AT)
        content.write(struct.pack(">I", pages + 300))
        content.truncate(size)
    said = folder.run(*arguments)
    check(f"{arguments[0]}: the workspace opens", said.returncode == 0, said.stderr)
    check("nothing is left of the change", folder.names() == [NAME], folder.names())
    whole = folder.run("check", NAME)
    check("it is whole", whole.returncode == 0, whole.stdout + whole.stderr)
    check("and says of the past what it said", before in folder.must("history", NAME))


def try_cut_off(folder, file):
    with open(file, "r+b") as content:
        content.truncate(os.path.getsize(file) // 2)
    for arguments in READ, ["undo", NAME]:
        said = folder.run(*arguments)
        check(f"{arguments[0]}: a file that lacks pages without a crash is damaged", said.returncode == 1 and "is damaged" in said.stderr,
              said.stderr)


with Folder() as place:
    workspace = place.file(NAME)
    place.must("new", NAME, "--sample=oversyn")
    try_while_written(place, workspace)
    for command in READ, ["check", NAME], ["undo", NAME]:
        try_after_crash(place, workspace, *command)
    try_cut_off(place, workspace)
done()
