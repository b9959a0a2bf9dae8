"""Nothing that a workspace or a file name holds reaches a terminal raw, and what programs read is whole where it does not go to one.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pty
import re
import select
import shutil
import sqlite3
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from program import PROGRAM, Folder  # noqa: E402
from tap import check, done  # noqa: E402

# Sets a window's title, clears the screen, hides a line; a C1 control, a turn of direction, a mark of direction, a line's start.
EVIL = "\x1b]0;evil\x07 \x1b[2J \u009b8m \u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c \r over"
WILD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]")
DIRECTION = "avtal \u202egnp.exe\u202c"


def on_terminal(folder, *arguments, **variables):
    """What the program shows where standard output and error are a terminal."""
    master, slave = pty.openpty()
    environment = dict(os.environ, LC_ALL="C.UTF-8", SAMSYN_AUTHOR="provare", COLUMNS="200", **variables)
    program = subprocess.Popen([PROGRAM, *arguments], cwd=folder.path, env=environment, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave)
    os.close(slave)
    said = b""
    while select.select([master], [], [], 60)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    program.wait()
    os.close(master)
    return said.replace(b"\r\n", b"\n").decode("utf-8", "surrogateescape")


def spoil(folder, name):
    """What only another program can write."""
    database = sqlite3.connect(folder.file(name))
    database.execute("UPDATE action SET title = ?, description = ?", (EVIL, EVIL))
    database.execute("UPDATE search SET title = ?, text = ?", (EVIL, EVIL))
    database.commit()
    database.close()


with Folder() as folder:
    document = {"samsyn": 1, "records": [
        {"kind": "organisation", "key": "o", "name": DIRECTION, "sort": "municipality"},
        {"kind": "task", "key": "t", "name": DIRECTION, "description": "a\nb " + DIRECTION},
        {"kind": "assignment", "key": "a", "task": "t", "organisation": "o", "role": "R"},
        {"kind": "action", "key": "x", "title": DIRECTION, "due_on": "2016-05-02"},
    ]}
    folder.must("new", "a.samsyn")
    folder.must("import", "a.samsyn", folder.write("in.json", json.dumps(document)))
    shutil.copy(folder.file("a.samsyn"), folder.file("b.samsyn"))
    spoil(folder, "b.samsyn")
    evil = EVIL.replace("/", "")
    folder.write("bad.json", json.dumps({"samsyn": 1, "records": [{"kind": EVIL, "key": EVIL, EVIL: EVIL}]}))
    shutil.copy(folder.file("bad.json"), folder.file(evil))
    for file in ("a.samsyn", "b.samsyn"):
        for arguments in (["list", file, "action"], ["list", file, "action", "--format=csv"], ["list", file, "action", "--format=json"],
                          ["list", file, "organisation"], ["list", file, "task", "--format=json"], ["list", file, "assignment"],
                          ["search", file, "avtal"], ["search", file, "evil"], ["search", file, "avtal", "--format=json"],
                          ["history", file], ["history", file, "--format=json"], ["findings", file], ["findings", file, "--format=json"],
                          ["compare", file, "--since=2016-01-01"], ["check", file], ["kinds"], ["reports"],
                          ["list", file, evil], ["list", file, "action", "--filter=" + evil + "=1"], ["search", file, evil],
                          ["history", file, "--record=" + evil], ["import", file, "bad.json"], ["import", file, evil], [evil], ["help", evil]):
            shown = on_terminal(folder, *arguments)
            name = " ".join("EVIL" if evil in word else word for word in arguments)
            check(f"{name} is tame", shown != "" and not WILD.search(shown), repr(WILD.findall(shown)[:5]) + repr(shown[:300]))
    shown = on_terminal(folder, "list", evil, "action")
    check("a file's name is tame", "evil" in shown and not WILD.search(shown), repr(shown))
    shown = on_terminal(folder, "list", "a.samsyn", "action")
    check("what was turned is shown", "\\u202egnp.exe\\u202c" in shown, repr(shown))
    record = json.loads(on_terminal(folder, "list", "a.samsyn", "action", "--format=json"))["records"][0]
    check("JSON on a terminal is the same JSON", record["title"] == DIRECTION, repr(record))

    said = folder.run("list", "a.samsyn", "action", "--format=csv")
    check("CSV that is redirected is whole", DIRECTION in said.stdout, repr(said.stdout))
    check("JSON that is redirected is whole", folder.records("a.samsyn", "action")[0]["title"] == DIRECTION)
    for arguments in (["list", "a.samsyn", "action"], ["search", "a.samsyn", "avtal"], ["history", "a.samsyn"], ["list", "b.samsyn", "action"]):
        said = folder.run(*arguments)
        check(f"{arguments} is tame in a file too", said.stdout != "" and not WILD.search(said.stdout), repr(said.stdout))
    said = folder.run("list", evil, "action")
    check("so is what is told on standard error", said.stderr != "" and not WILD.search(said.stderr), repr(said.stderr))
done()
