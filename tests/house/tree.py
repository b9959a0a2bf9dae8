"""The files of the source tree, for the tests that read them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess

SOURCE = os.environ["SAMSYN_SOURCE"]


def known_to_git():
    """What git has under its care, or nothing where there is no git or no repository."""
    try:
        git = subprocess.run(["git", "-C", SOURCE, "ls-files", "-z", "--cached"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return []
    return [os.fsdecode(name) for name in git.stdout.split(b"\0") if name] if git.returncode == 0 else []


def lying_there():
    """All but what a build makes."""
    names = []
    for folder, folders, inside in os.walk(SOURCE):
        folders[:] = [name for name in folders if name not in (".git", "__pycache__")
                      and not (folder == SOURCE and name.startswith("build"))]
        names += [os.path.relpath(os.path.join(folder, name), SOURCE) for name in inside]
    return names


def files():
    """Every file of the project, relative to its top."""
    return sorted(name for name in known_to_git() or lying_there() if os.path.isfile(os.path.join(SOURCE, name)))


def read(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8", errors="replace") as text:
        return text.read()
