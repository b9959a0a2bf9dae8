"""Commands that are ended in the middle, in every way: nothing unfinished is left, or the next start takes it away, and only that.

usage: test-leftovers.py [SEED]

SPDX-License-Identifier: GPL-3.0-or-later
"""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import PROGRAM, Folder, document
from tap import check, done

ROUNDS = 6
UNFINISHED = ".samsyn-unfinished-"
# What each command may leave when it is done.
COMMANDS = {
    "report": (["report", "w.samsyn", "all-data", "--output=out/o.xlsx"], "o.xlsx"),
    "export": (["export", "w.samsyn", "--output=out/o.json"], "o.json"),
    "backup": (["backup", "w.samsyn", "out/b.samsyn"], "b.samsyn"),
    "restore": (["restore", "w.samsyn", "out/r.samsyn"], "r.samsyn"),
    "new": (["new", "out/n.samsyn", "--sample=oversyn"], "n.samsyn"),
    "import": (["import", "out/i.samsyn", "all.json"], "i.samsyn"),
}

seed = random.randrange(2**32) if len(sys.argv) < 2 else int(sys.argv[1])
random.seed(seed)
print(f"# random seed: {seed}")


def start(folder, *arguments, **options):
    return subprocess.Popen([PROGRAM, *arguments], cwd=folder.path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**os.environ, "LC_ALL": "C.UTF-8"}, text=True, **options)


def out(folder):
    return sorted(os.listdir(folder.file("out")))


def clear(folder):
    for name in out(folder):
        os.unlink(folder.file(os.path.join("out", name)))


def whole(folder, name):
    """A file that has its name is whole."""
    path = os.path.join("out", name)
    if name.endswith(".json"):
        return len(json.loads(folder.read(path))["records"]) > 500
    if name.endswith(".xlsx"):
        return folder.read(path).startswith(b"PK") and folder.read(path)[-22:-18] == b"PK\5\6"
    return folder.run("check", path).returncode == 0


def how_long(folder, arguments):
    before = time.monotonic()
    folder.must(*arguments)
    return time.monotonic() - before


def end_at_random(folder, name, number):
    arguments, result = COMMANDS[name]
    left, broken, unswept, ended = [], [], [], 0
    span = how_long(folder, arguments) if name != "import" else 0.5
    clear(folder)
    for _ in range(ROUNDS):
        if name == "import":
            folder.must("new", "out/i.samsyn")
        process = start(folder, *arguments)
        time.sleep(random.uniform(0, span))
        process.send_signal(number)
        said = process.communicate(timeout=60)
        ended += process.returncode != 0
        found = [each for each in out(folder) if each.startswith(UNFINISHED)]
        if number != signal.SIGKILL and found:
            left.append([found, said])
        folder.run("export", "w.samsyn", "--output=out/next.json")
        if result in out(folder):
            # A lock and a journal are taken over by who writes next.
            folder.run("undo", "out/" + result) if result.endswith(".samsyn") else None
            if not whole(folder, result):
                broken.append(result)
        unswept += [each for each in out(folder) if each not in (result, "next.json")]
        clear(folder)
    title = f"{name} ended by {number.name}"
    print(f"# {title}: {ended} of {ROUNDS} before they were done")
    check(f"{title} leaves nothing unfinished", not left, [str(each) for each in left])
    check(f"{title}: what has its name is whole", not broken, broken)
    check(f"{title}: the next start sweeps", not unswept, unswept)


def sweep(folder):
    """Only what has our names, and only where nobody alive holds it."""
    os.mkdir(folder.file("dead"))
    dead, alive, like = (folder.file(UNFINISHED + end) for end in ("abcDE1", "abcDE2", "mine"))
    for path in (dead, alive, like):
        os.mkdir(path, 0o700)
        with open(os.path.join(path, "unfinished"), "wb") as file:
            file.write(b"x" * 100)
    os.mkdir(os.path.join(dead, UNFINISHED + "abcDE3"))
    folder.write(UNFINISHED + "abcDE4", "a file of that name")
    os.symlink(like, folder.file(UNFINISHED + "abcDE5"))
    holder = os.open(alive, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    folder.must("list", "w.samsyn", "person")
    names = folder.names()
    check("what is left of the dead goes at the next start of any command", os.path.basename(dead) not in names, names)
    check("what is of the living stays", os.path.exists(os.path.join(alive, "unfinished")), names)
    check("what is only called like it stays",
          os.path.exists(os.path.join(like, "unfinished")) and {UNFINISHED + "abcDE4", UNFINISHED + "abcDE5"} <= set(names), names)
    os.close(holder)
    folder.must("list", "w.samsyn", "person")
    check("who was alive is dead now", not os.path.exists(alive), folder.names())


def pipe(folder):
    """An import from a pipe that nobody has written yet holds nothing."""
    os.mkfifo(folder.file("pipe"))
    process = start(folder, "import", "w.samsyn", "pipe")
    stream = os.open(folder.file("pipe"), os.O_WRONLY)
    os.write(stream, b"\xef\xbb\xbf" + document({"kind": "person", "key": "a", "name": "Ny"}).encode()[:20])
    folder.must("undo", "w.samsyn")
    check("while an import waits for its pipe others write", process.poll() is None and not [n for n in folder.names() if n.endswith(".lock")],
          folder.names())
    os.write(stream, document({"kind": "person", "key": "a", "name": "Ny"}).encode()[20:])
    os.close(stream)
    said = process.communicate(timeout=60)
    check("… and it is done when the pipe ends, byte order mark or not", process.returncode == 0 and "Created 1" in said[0], said)
    process = start(folder, "import", "w.samsyn", "pipe")
    stream = os.open(folder.file("pipe"), os.O_WRONLY)
    process.terminate()
    process.communicate(timeout=60)
    os.close(stream)
    check("who is ended while waiting ends at once", process.returncode == -signal.SIGTERM, process.returncode)
    trial = folder.file("trial")
    os.mkdir(trial)
    content = folder.read("w.samsyn")
    environment = {**os.environ, "TMPDIR": trial, "LC_ALL": "C.UTF-8"}
    said = subprocess.run([PROGRAM, "import", "w.samsyn", "small.json", "--dry-run"], cwd=folder.path, env=environment, capture_output=True,
                          text=True, timeout=60, check=False)
    check("what an import would do is tried in no file that could be left", said.returncode == 0 and os.listdir(trial) == []
          and "Would create 1" in said.stdout and folder.read("w.samsyn") == content, said)


with Folder() as place:
    place.must("new", "w.samsyn", "--sample=oversyn")
    place.must("export", "w.samsyn", "--output=all.json")
    place.write("small.json", document({"kind": "person", "key": "a", "name": "Ny"}))
    os.mkdir(place.file("out"))
    for each in COMMANDS:
        for way in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
            end_at_random(place, each, way)
    sweep(place)
    place.must("import", "w.samsyn", "small.json")
    pipe(place)
done()
