"""The steps of CONTRIBUTING.md for a new field and a new kind, followed to the letter in a copy of the source, lead to a program
that has them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import SOURCE, files, read

STEP = re.compile(r"^(\d+)\. (.*?)(?=^\d+\. |^\S|\Z)", re.MULTILINE | re.DOTALL)


def section(title):
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", read("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL)[1]


def steps(title):
    """The numbered steps of a section, each with its blocks, freed of the list's indentation."""
    for number, text in STEP.findall(section(title)):
        margin = " " * (len(number) + 2)
        text = "\n".join(line[len(margin):] if line.startswith(margin) else line for line in text.splitlines()) + "\n"
        yield text


class Copy:
    """A copy of the source that steps are applied to."""

    def __init__(self, folder):
        self.source = os.path.join(folder, "source")
        self.build = os.path.join(folder, "build")
        for name in files():
            target = os.path.join(self.source, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy(os.path.join(SOURCE, name), target)

    def run(self, *command, folder=None):
        run = subprocess.run(command, cwd=folder or self.source, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, env={k: v for k, v in os.environ.items() if k != "G_DEBUG"})
        return run.returncode, run.stdout

    def text(self, name):
        with open(os.path.join(self.source, name), encoding="utf-8") as file:
            return file.read()

    def write(self, name, text):
        with open(os.path.join(self.source, name), "w", encoding="utf-8") as file:
            file.write(text)

    def follow(self, step):
        """Does what a step says; an explanation of what does not fit, or None."""
        blocks = re.findall(r"```\w+\n(.*?)```", step, re.DOTALL)
        place = re.match(r"In `([^`]+)`, (above|below) the line `([^`]+)` write:\n", step)
        other = re.match(r"In `([^`]+)`, find:\n", step)
        new = re.match(r"Make the file `([^`]+)`", step)
        if step.startswith("Run:") and len(blocks) == 1:
            status, said = self.run("sh", "-ec", blocks[0])
            return said if status != 0 else None
        if new and len(blocks) == 1:
            if os.path.exists(os.path.join(self.source, new[1])):
                return f"{new[1]} is there already"
            self.write(new[1], blocks[0])
            return None
        if place and len(blocks) == 1:
            lines = self.text(place[1]).splitlines(keepends=True)
            found = [i for i, line in enumerate(lines) if line.strip() == place[3]]
            if len(found) != 1:
                return f"{place[1]} has the line {place[3]} {len(found)} times"
            lines.insert(found[0] + (place[2] == "below"), blocks[0])
            self.write(place[1], "".join(lines))
            return None
        if other and "and write instead:" in step and len(blocks) == 2:
            text = self.text(other[1])
            if text.count(blocks[0]) != 1:
                return f"{other[1]} has this {text.count(blocks[0])} times: {blocks[0]}"
            self.write(other[1], text.replace(*blocks))
            return None
        return "this is no step that can be followed: " + step

    def tests_of(self, part):
        status, said = self.run("meson", "introspect", "--tests", self.build)
        return [test["name"] for test in json.loads(said) if status == 0
                if any(f"tests/{part}/" in word for word in test["cmd"]) and any(suite.endswith("fast") for suite in test["suite"])]


def followed(copy, title, count):
    all_steps = list(steps(title))
    check(f"{title}: there are {count} steps", len(all_steps) == count, all_steps)
    for number, step in enumerate(all_steps, 1):
        fault = copy.follow(step)
        check(f"{title}: step {number} can be followed", fault is None, fault)


def built(copy, title):
    if not os.path.exists(copy.build):
        status, said = copy.run("meson", "setup", copy.build, copy.source, "-Dwerror=true")
        check(f"{title}: the copy is configured", status == 0, said)
    status, said = copy.run("nice", "ninja", "-C", copy.build)
    check(f"{title}: the copy is built without a warning", status == 0, said)
    names = copy.tests_of("kinds")
    check(f"{title}: there are tests of kinds and schema", len(names) >= 2, names)
    status, said = copy.run("meson", "test", "-C", copy.build, "--no-rebuild", "--print-errorlogs", *names)
    check(f"{title}: the tests of kinds and schema pass", status == 0, said)
    status, said = copy.run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", "po/sv.po")
    check(f"{title}: the Swedish is complete", status == 0 and "untranslated" not in said, said)


def command(copy, *words):
    """Standard output of a command of the copy's program."""
    status, said = copy.run(os.path.join(copy.build, "app", "samsyn"), *words)
    return said if status == 0 else f"failed: {said}"


def used(copy, folder):
    """The new field and kind hold values, beside a record that was written before they were there."""
    old = os.path.join(folder, "old.samsyn")
    news = os.path.join(folder, "news.json")
    with open(news, "w", encoding="utf-8") as file:
        json.dump({"samsyn": 1, "records": [
            {"kind": "action", "key": "a", "title": "Call the meeting", "effort_hours": 12},
            {"kind": "lesson", "key": "b", "title": "Begin with the map", "learnt_on": "2016-05-20"}]}, file)
    said = command(copy, "redo", old)
    check("what was undone before the new field was there is done again", not said.startswith("failed"), said)
    actions = command(copy, "list", old, "action", "--format=json").replace('":8', '": 8')
    check("… and each older record gets what the field is filled with", actions.count('"effort_hours": 8') == 2, actions)
    steps = command(copy, "history", old, "--format=json")
    check("… which is a step of its own", steps.count('"migrate"') == 1, steps)
    said = command(copy, "import", old, news)
    check("the new field and kind are imported into a file of the older version", not said.startswith("failed"), said)
    actions = command(copy, "list", old, "action", "--format=json")
    check("… an action of before and the new one are both there", "Old action" in actions and '"effort_hours": 12' in
          actions.replace('":12', '": 12'), actions)
    lessons = command(copy, "list", old, "lesson", "--format=json")
    check("… and the lesson", "Begin with the map" in lessons and "2016-05-20" in lessons, lessons)
    check("… and the file is whole", not command(copy, "check", old).startswith("failed"), command(copy, "check", old))
    check("… and the history can be read", "Begin with the map" in command(copy, "history", old), command(copy, "history", old))
    out = os.path.join(folder, "out.json")
    said = command(copy, "export", old, "--output=" + out)
    exported = open(out, encoding="utf-8").read() if os.path.exists(out) else said
    check("… and all is exported", all(word in exported for word in ("effort_hours", "lesson", "Old action")), exported)
    kinds = command(copy, "kinds", "--format=json")
    check("samsyn kinds describes both", '"effort_hours"' in kinds and '"lesson"' in kinds, kinds[:400])


def written_before(folder):
    """A workspace of the program as it is, with one action, and one that was undone."""
    program = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
    old = os.path.join(folder, "old.samsyn")
    olds = os.path.join(folder, "old.json")
    gone = os.path.join(folder, "gone.json")
    for path, title in ((olds, "Old action"), (gone, "Gone action")):
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"samsyn": 1, "records": [{"kind": "action", "key": title, "title": title}]}, file)
    runs = [subprocess.run([program, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for words in (["new", old], ["import", old, olds], ["import", old, gone], ["undo", old])]
    check("the program as it is writes a workspace", all(run.returncode == 0 for run in runs), "".join(run.stdout for run in runs))


with tempfile.TemporaryDirectory() as temporary:
    copy = Copy(temporary)
    written_before(temporary)
    followed(copy, "Adding a field", 5)
    built(copy, "Adding a field")
    followed(copy, "Adding a kind", 11)
    built(copy, "Adding a kind")
    used(copy, temporary)
done()
