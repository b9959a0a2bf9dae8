"""The catalogues are what po/update makes of the sources, and the Swedish one is complete.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import SOURCE, files, read


def tool(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8"))


def told(text):
    """What a catalogue says; not when it was made."""
    return re.sub(r'"POT-Creation-Date:[^"]*"', "", text)


LANGUAGES = read("po/LINGUAS").split()
check("there is Swedish", "sv" in LANGUAGES, str(LANGUAGES))

with tempfile.TemporaryDirectory() as copy:
    for name in files():
        if name.startswith(("app/", "ui/", "po/")) or name.startswith("resources/") and name.endswith((".in", ".gschema.xml")):
            os.makedirs(os.path.dirname(os.path.join(copy, name)), exist_ok=True)
            shutil.copy(os.path.join(SOURCE, name), os.path.join(copy, name))
    run = tool("sh", os.path.join(copy, "po", "update"))
    check("po/update runs", run.returncode == 0, run.stdout)
    for name in ["POTFILES.in"] + [language + ".po" for language in LANGUAGES]:
        ours = told(read("po/" + name)).splitlines()
        with open(os.path.join(copy, "po", name), encoding="utf-8") as text:
            fresh = told(text.read()).splitlines()
        news = [f"only now: {line}" for line in fresh if line not in ours] + [f"only before: {line}" for line in ours if line not in fresh]
        check(f"po/{name} is up to date (otherwise: run po/update)", ours == fresh, news or "the order differs")
    left = sorted(os.listdir(os.path.join(copy, "po")))
    check("po/update leaves nothing behind", left == sorted(n[3:] for n in files() if n.startswith("po/")), left)

for language in LANGUAGES:
    catalogue = os.path.join(SOURCE, "po", language + ".po")
    run = tool("msgfmt", "--check", "--check-accelerators=_", "--statistics", "--output-file=/dev/null", catalogue)
    check(f"{language}: format directives, headers and accelerators agree", run.returncode == 0, run.stdout)
    for flag, what in (("--untranslated", "untranslated"), ("--only-fuzzy", "fuzzy")):
        rest = tool("msgattrib", flag, "--no-wrap", catalogue).stdout
        texts = [line for line in re.findall(r'^msgid (".+)', rest, re.MULTILINE) if line != '""']
        check(f"{language}: nothing is {what}", not texts, texts)
    # A translation that ends otherwise than its text has lost a sentence or an ellipsis.
    whole = tool("msgcat", "--no-wrap", catalogue).stdout
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', whole, re.MULTILINE)
    other = [f"{a} → {b}" for a, b in pairs if len(a) > 30 and (a[-1] in ".…") != (b[-1] in ".…") or a.endswith("\\n") != b.endswith("\\n")]
    check(f"{language}: each translation ends as its text does", not other, other)
    check(f"{language}: there is something to compare", len(pairs) > 100, str(len(pairs)))
done()
