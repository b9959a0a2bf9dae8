"""Who may know whom: includes and symbols point downwards only, and each library is known on one floor.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import files, read

BELOW = {"model": set()}
BELOW["kinds"] = {"model"}
BELOW["store"] = BELOW["kinds"] | {"kinds"}
BELOW["exchange"] = BELOW["findings"] = BELOW["store"] | {"store"}
BELOW["plans"] = BELOW["exchange"] | {"exchange", "findings"}
BELOW["reports"] = BELOW["plans"] | {"plans"}
BELOW["command"] = BELOW["reports"] | {"reports"}
BELOW["desktop"] = BELOW["command"] | {"command"}

# Headers of libraries, and the only floors that include them.
LIBRARIES = {
    r"sqlite3\.h": {"store"},
    r"xlsxwriter(\.h|/.*)": {"exchange"},
    r"(archive|archive_entry|expat)\.h": {"exchange"},
    r"(gtk|gdk|gsk|graphene|pango|cairo|adwaita).*": {"desktop"},
}
# The same, seen by the linker: undefined symbols of an object file.
SYMBOLS = {r"sqlite3_": {"store"}, r"(lxw_|workbook_|worksheet_|chart_)": {"exchange"}, r"(gtk|gdk|adw|pango|cairo)_": set()}

C = [name for name in files() if name.startswith("app/") and name.endswith((".c", ".h"))]


def part(name):
    """The floor of a file of app/, or None for main.c."""
    pieces = name.split("/")
    return pieces[1] if len(pieces) > 2 else None


def includes():
    for name in C:
        for number, line in enumerate(read(name).splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
            if found:
                yield name, number, found[1], found[2]


def wrong_includes():
    for name, number, quote, header in includes():
        own = part(name)
        if own is None or quote == "<" or "/" not in header:
            continue
        other = header.split("/")[0]
        if other == "resources":  # made by the build from files, so below all floors
            continue
        if other != own and other not in BELOW[own]:
            yield f"{name}:{number}: {own} may not know {other}"


def wrong_libraries():
    for name, number, _, header in includes():
        for pattern, floors in LIBRARIES.items():
            if re.fullmatch(pattern, header) and part(name) not in floors:
                yield f"{name}:{number}: {header} belongs in {' and '.join(sorted(floors))}"


def wrong_kinds():
    """Code that treats one kind apart from the others, outside the file of that kind."""
    # A chain that ends in a kind's id, compared with a literal; or a kind's own table, named.
    pattern = re.compile(r'kind->id, "|"\) == .*kind->id|&?samsyn_\w+_kind\b(?! *\()')
    for name in C:
        if part(name) in ("kinds", "model"):
            continue
        for number, line in enumerate(read(name).splitlines(), 1):
            found = pattern.search(line)
            if found and not re.search(r"samsyn_(report|store|field|record|each|free)_kind", found[0]):
                yield f"{name}:{number}: {line.strip()}"


def wrong_sql():
    pattern = re.compile(r'"\s*(SELECT |INSERT INTO |UPDATE \\"|DELETE FROM |CREATE TABLE |PRAGMA )')
    for name in C:
        if part(name) != "store":
            for number, line in enumerate(read(name).splitlines(), 1):
                if pattern.search(line):
                    yield f"{name}:{number}: {line.strip()}"


def symbols(flags):
    """Object file and symbol of the core library; objects are called as their sources: store_open.c.o"""
    library = os.path.join(os.environ["SAMSYN_BUILD"], "app", "libsamsyn-core.a")
    text = subprocess.run(["nm", "--print-file-name", *flags, library], check=True, stdout=subprocess.PIPE, text=True).stdout
    for line in text.splitlines():
        file, _, rest = line.rpartition(": ") if ": " in line else line.rpartition(":")
        pieces = rest.split()
        if pieces:
            yield os.path.basename(file.split(":")[-1]), pieces[-1]


def wrong_symbols():
    for file, symbol in symbols(["--undefined-only"]):
        for pattern, floors in SYMBOLS.items():
            if re.match(pattern, symbol) and file.split("_")[0] not in floors:
                yield f"{file}: {symbol}"


def foreign_names():
    for file, symbol in symbols(["--defined-only", "--extern-only"]):
        if not symbol.startswith(("samsyn_", "__asan", "__odr_asan")):
            yield f"{file}: {symbol}"


check("the floors have files", {part(name) for name in C} >= {"model", "kinds", "store"}, str(C))
check("every folder of app/ is a floor", {part(name) for name in C} <= set(BELOW) | {None}, sorted(map(str, map(part, C))))
for title, wrong in (
        ("an include never points upwards", wrong_includes()),
        ("each library is included on its floor only", wrong_libraries()),
        ("no kind is treated apart outside its own file", wrong_kinds()),
        ("SQL is written in the store only", wrong_sql()),
        ("the linker sees each library on its floor only, and no GTK in the core", wrong_symbols()),
        ("every exported name of the core begins with samsyn_", foreign_names())):
    found = list(wrong)
    check(title, not found, found)
check("the linker's view is not empty", sum(1 for _ in symbols(["--defined-only"])) > 10)
done()
