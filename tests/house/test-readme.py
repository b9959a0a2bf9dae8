"""What README.md says can be done: its commands, run as they stand on the sample, and the files that it names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import SOURCE, read

PROGRAM = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
README = read("README.md")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line]


def run(folder, words):
    return subprocess.run([PROGRAM, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="", TZ="Europe/Stockholm"))


for page in ("README.md", "CONTRIBUTING.md"):
    links = re.findall(r"\]\(([^)#:]+)\)", read(page))
    gone = [link for link in links if not os.path.exists(os.path.join(SOURCE, link))]
    check(f"{page} links to files that are there", not gone, gone)
kinds = int(re.search(r"Keeps (\d+) kinds", README)[1])

with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "build"))
    described = json.loads(run(folder, ["kinds", "--format=json"]).stdout)
    listed = described["kinds"] if isinstance(described, dict) else described
    check("README.md counts the kinds", kinds == len(listed), f"{kinds}, {len(listed)}")
    check("README.md has commands to try", len(COMMANDS) >= 12, COMMANDS)
    for line in COMMANDS:
        words = shlex.split(line)
        if "ID" in line:
            meetings = json.loads(run(folder, ["list", "build/review.samsyn", "meeting", "--format=json"]).stdout)
            rows = meetings["records"] if isinstance(meetings, dict) else meetings
            words = [word.replace("=ID", f"={rows[-1]['id']}") for word in words]
        result = run(folder, words[2:])
        check(line, words[:2] == ["sh", "app/run"] and result.returncode == 0, result.stderr)
        if not any(word.startswith("--output=") for word in words) and words[2] in ("list", "search", "history"):
            check(f"… says something", result.stdout.count("\n") >= 2, result.stdout)
    for name in ("steering-pack.xlsx", "all-data.xlsx", "review.json", "copy.samsyn"):
        check(f"{name} was made, in the folder that git ignores", os.path.exists(os.path.join(folder, "build", name)))

    said = run(folder, ["--help"]).stdout
    named = set(re.findall(r"sh app/run (\w+)", README)) | {"kinds", "import", "reports", "restore"}
    there = set(re.findall(r"^  ([a-z]+)  ", said, re.MULTILINE))
    check("README.md names every command", there and there <= named, sorted(there - named))
done()
