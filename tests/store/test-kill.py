"""Two hundred times killed in the middle of edits: every edit that was acknowledged is there, and the workspace is whole.

usage: test-kill.py EDITOR        (store-editor, see editor.c)

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

ROUNDS = 200
EDITOR = sys.argv[1]
SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
BESIDE = {"w.samsyn", "w.samsyn-journal", ".w.samsyn.lock"}

seed = random.randrange(2**32) if len(sys.argv) < 3 else int(sys.argv[2])
random.seed(seed)
print(f"# random seed: {seed}")


def samsyn(*arguments):
    return subprocess.run([SAMSYN, *arguments], capture_output=True, text=True, timeout=60)


def edit_until_killed(path):
    """The lines that the editor acknowledged.  It is killed up to 40 ms after its first."""
    # Unbuffered: what readline() took beyond the line would be nobody's.
    editor = subprocess.Popen([EDITOR, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    first = editor.stdout.readline()
    time.sleep(random.uniform(0, 0.04))
    editor.kill()
    rest, told = editor.communicate()
    text = (first + rest).decode()
    # What comes after the last line end was cut off, and acknowledges nothing.
    return [tuple(map(int, line.split())) for line in text[:text.rfind("\n") + 1].splitlines()], told.decode()


def present(path):
    """Record → number, as it is now."""
    listed = json.loads(samsyn("list", path, "action", "--format=json").stdout)
    return {record["id"]: int(record["title"]) for record in listed["records"]}


def run(folder):
    path = os.path.join(folder, "w.samsyn")
    samsyn("new", path)
    lost, broken, strangers, silent, edits = [], [], [], [], 0
    saved = {}
    for round_ in range(ROUNDS):
        acknowledged, told = edit_until_killed(path)
        if not acknowledged:
            silent.append(f"round {round_}: {told}")
            continue
        edits += len(acknowledged)
        saved.update(dict(acknowledged))
        newest = acknowledged[-1][1]
        strangers += [f"round {round_}: {name}" for name in set(os.listdir(folder)) - BESIDE]
        whole = samsyn("check", path)
        if whole.returncode != 0:
            broken.append(f"round {round_}: {whole.stdout} {whole.stderr}")
        there = present(path)
        for record, number in saved.items():
            # The edit after the last acknowledged one may be there or not; nothing else may be.
            if there.get(record) not in (number, newest + 1):
                lost.append(f"round {round_}: {record} has {there.get(record)}, {number} was acknowledged")
        saved = {record: there.get(record, 0) for record in saved}
    print(f"# {edits} edits")
    check(f"in {ROUNDS} rounds the editor acknowledged edits before it was killed", not silent and edits > ROUNDS, silent)
    check("every acknowledged edit is there", not lost, lost)
    check("the workspace is whole each time", not broken, broken)
    check("nothing but the workspace, its journal and its lock lies in the folder", not strangers, strangers)
    history = samsyn("history", path)
    check("the history holds every one of them", history.returncode == 0 and history.stdout.count("\n") >= edits, history.stderr)
    check("a command that writes takes up after the killed one", samsyn("undo", path).returncode == 0)
    check("and leaves nothing beside the workspace", os.listdir(folder) == ["w.samsyn"], os.listdir(folder))


place = tempfile.mkdtemp(prefix="samsyn-kill-")
try:
    run(place)
finally:
    shutil.rmtree(place)
done()
