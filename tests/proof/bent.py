"""Files of strangers: every field of every kind, and every column of the tables beside them, with what is no value of it.

Without an argument a short form: one file for each class of fault, with every field of one record of every kind bent at once, and
every command on it.  With `--whole` one file for each field and class, which takes hours.  Nothing may crash, hang or go unsaid.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))
sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests", "command"))

from program import Folder
from tap import check, done

WHOLE = "--whole" in sys.argv[1:]
SLOWEST = 1.0 if not os.environ.get("SAMSYN_PROOF_SLOWEST") else float(os.environ["SAMSYN_PROOF_SLOWEST"])
BIG = "x" * 20_000_000
NUMBERS = ("integer", "money", "boolean", "reference", "body")
TEXTS = ("text", "long_text")

# What is no value of a field of that type; None: this fault can't befall it.
FAULTS = {
    "type": lambda field: b"\x00\xff blob" if field["type"] not in ("number",) else "abc",
    "text in a number": lambda field: "abc" if field["type"] in NUMBERS + ("number",) else 7,
    "real": lambda field: 2.5 if field["type"] in NUMBERS else float("inf") if field["type"] == "number" else 2.5,
    "range": lambda field: 2**63 - 1 if field["type"] in NUMBERS else float("-inf") if field["type"] == "number" else None,
    "below": lambda field: -2**63 if field["type"] in NUMBERS else None,
    "utf8": lambda field: Bytes(b"ab\xff\xfe\xc3") if field["type"] not in NUMBERS else None,
    "cut": lambda field: Bytes(b"abc\xe2\x82") if field["type"] in TEXTS else None,
    "nul": lambda field: Bytes(b"ab\x00cd") if field["type"] in TEXTS else None,
    "escape": lambda field: "\x1b[31mred\x1b]0;x\x07" if field["type"] in TEXTS else None,
    "empty": lambda field: "" if field["type"] not in NUMBERS + ("number",) else None,
    "dangling": lambda field: 999_999_999_999 if field["type"] in ("reference", "body") else None,
    "kind": lambda field: Other(field) if field["type"] == "reference" else None,
    "date": lambda field: {"date": "2016-13-45", "time": "25:61", "choice": "no such choice"}.get(field["type"]),
    "null": lambda field: Null if field.get("required") else None,
    "big": lambda field: BIG if field["type"] in TEXTS and field["id"] in ("name", "title", "text", "description") else None,
}


class Bytes(bytes):
    """A text that is no UTF-8."""


class Null:
    """Nothing where something is required."""


class Other:
    """A record of a kind that the field does not refer to."""

    def __init__(self, field):
        self.targets = field.get("targets") or []


def loosen(path):
    """The tables as they are, but without the checks of types; what they were."""
    base = sqlite3.connect(path, isolation_level=None)
    version = base.execute("PRAGMA schema_version").fetchone()[0]
    was = base.execute("SELECT rowid, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT'").fetchall()
    base.execute("PRAGMA writable_schema = ON")
    for rowid, sql in was:
        base.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?",
                     (re.sub(r" (INTEGER(?! +PRIMARY)|TEXT|REAL|NOT NULL)(?![A-Za-z])", " ", sql[:sql.rindex(")") + 1]), rowid))
    base.execute(f"PRAGMA schema_version = {version + 1}")
    base.close()
    return was


def tighten(path, was):
    base = sqlite3.connect(path, isolation_level=None)
    version = base.execute("PRAGMA schema_version").fetchone()[0]
    base.execute("PRAGMA writable_schema = ON")
    for rowid, sql in was:
        base.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (sql, rowid))
    base.execute(f"PRAGMA schema_version = {version + 1}")
    base.close()


def bend(path, writes):
    """Writes (table, column, id, value) past everything that the program would say."""
    was = loosen(path)
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("BEGIN")
    for table, column, key, value in writes:
        mark = "CAST(? AS TEXT)" if isinstance(value, Bytes) else "?"
        value = None if value is Null else bytes(value) if isinstance(value, Bytes) else value
        base.execute(f'UPDATE "{table}" SET "{column}" = {mark} WHERE rowid = ?', (value, key))
    base.execute("COMMIT")
    base.close()
    tighten(path, was)


class World:
    """The sample, with a record of every kind, and what is known of it."""

    def __init__(self, folder):
        self.folder = folder
        folder.must("new", "sound.samsyn", "--sample=oversyn")
        self.kinds = json.loads(folder.must("kinds", "--format=json"))["kinds"]
        base = sqlite3.connect(folder.file("sound.samsyn"))
        self.ids = {kind["id"]: [row[0] for row in base.execute(f'SELECT id FROM "{kind["id"]}" ORDER BY id')] for kind in self.kinds}
        self.meeting = self.ids["meeting"][0]
        self.beside = {table: [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
                       for table in ("step", "change", "body", "workspace", "record")}
        self.rowids = {table: base.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0] for table in self.beside}
        base.close()

    def value(self, fault, field):
        value = FAULTS[fault](field)
        if isinstance(value, Other):
            kind = next((kind for kind in self.ids if value.targets and kind not in value.targets and self.ids[kind]), None)
            return self.ids[kind][0] if kind else None
        return value

    def writes(self, fault, kind, place):
        """What bends every field of one of the kind's records."""
        ids = self.ids[kind["id"]]
        if not ids:
            return []
        values = [(field["id"], self.value(fault, field)) for field in kind["fields"]]
        return [(kind["id"], field, ids[place % len(ids)], value) for field, value in values if value is not None]


def commands(world, name, kinds, all_forms):
    """Every command; lists in one form each, or in all."""
    forms = ["text", "csv", "json"]
    for place, kind in enumerate(kinds):
        for form in forms if all_forms else [forms[place % 3]]:
            yield ["list", name, kind["id"], f"--format={form}"]
        field = kind["fields"][place % len(kind["fields"])]["id"] if not all_forms else kind["fields"][0]["id"]
        yield ["list", name, kind["id"], f"--filter={field}=abc"]
    yield ["list", name, kinds[0]["id"], "--as-of=2016-05-20"]
    yield ["search", name, "ab"]
    yield ["search", name, "red"]
    for form in ("text", "json"):
        yield ["findings", name, f"--format={form}"]
        yield ["compare", name, "--from=2016-01-01", "--to=2017-01-01", f"--format={form}"]
        yield ["history", name, f"--format={form}"]
    for report in (["steering-pack", f"--meeting={world.meeting}"], ["responsibility-map"], ["comparison", "--from=2016-01-01"], ["all-data"]):
        yield ["report", name, *report, "--output=out.xlsx", "--force"]
    yield ["export", name, "--output=out.json", "--force"]
    yield ["check", name]
    yield ["backup", name, "--to=backup"]
    yield ["undo", name]
    yield ["redo", name]


def run(folder, arguments):
    begun = time.monotonic()
    try:
        said = folder.run(*arguments)
    except subprocess.TimeoutExpired:
        return None, 60.0
    except UnicodeDecodeError:
        return "raw", 0.0
    return said, time.monotonic() - begun


def fault_of(said, seconds, slowest):
    if said is None:
        return "hangs"
    if said == "raw":
        return "prints what is no UTF-8"
    if said.returncode not in (0, 1, 2) or "Sanitizer" in said.stderr or "runtime error" in said.stderr or "CRITICAL" in said.stderr \
            or "WARNING **" in said.stderr:
        return f"ends with {said.returncode}: {said.stderr[-600:]}"
    if "\x1b" in said.stdout + said.stderr or "\x00" in said.stdout:
        return "prints an escape sequence"
    return f"takes {seconds:.1f} s" if seconds > slowest else None


def prove(world, title, writes, kinds, all_forms, told=True, slowest=None):
    folder = world.folder
    shutil.copyfile(folder.file("sound.samsyn"), folder.file("bent.samsyn"))
    bend(folder.file("bent.samsyn"), writes)
    wrong, n, report = [], 0, ""
    for arguments in commands(world, "bent.samsyn", kinds, all_forms):
        said, seconds = run(folder, arguments)
        fault = fault_of(said, seconds, slowest or world.slowest)
        n += 1
        if fault:
            wrong.append(f"samsyn {' '.join(arguments)}: {fault}")
        if arguments[0] == "check" and said not in (None, "raw"):
            report = said.stdout + said.stderr
            if told and said.returncode == 0:
                wrong.append("samsyn check finds nothing")
    check(f"{title}: no crash, no hang, and it is told ({n} commands)", not wrong, wrong + [report[:500]] if wrong else "")
    return n


def measure(world):
    """How long the slowest command takes here on a sound file: this machine, and what else runs on it, count too."""
    folder = world.folder
    shutil.copyfile(folder.file("sound.samsyn"), folder.file("measure.samsyn"))
    slowest = max(run(folder, arguments)[1] for arguments in commands(world, "measure.samsyn", world.kinds[:2], False))
    return SLOWEST + 3 * slowest


def short(world):
    n = 0
    for place, fault in enumerate(FAULTS):
        writes = [write for kind in world.kinds for write in world.writes(fault, kind, place)]
        if fault == "big":
            writes = writes[:2]
        kinds = world.kinds if WHOLE else world.kinds[place % 4::4]
        n += prove(world, f"every field: {fault}", writes, kinds, False, slowest=world.slowest + (4 if fault == "big" else 0))
    values = (b"\xff\x00", "abc", -5, Bytes(b"\xc3\x28"), Null)
    for table, columns in world.beside.items():
        # The short form takes every third column.
        for place, column in list(enumerate(column for column in columns if column != "id"))[::1 if WHOLE else 3]:
            for value in values if WHOLE else [values[place % len(values)]]:
                n += prove(world, f"{table}.{column}: {value!r:.20}", [(table, column, world.rowids[table], value)], world.kinds[:1], False,
                           told=False)
    return n


def whole(world):
    n = 0
    for kind in world.kinds:
        for place, field in enumerate(kind["fields"]):
            for fault in FAULTS:
                value, ids = world.value(fault, field), world.ids[kind["id"]]
                if value is not None and ids:
                    n += prove(world, f"{kind['id']}.{field['id']}: {fault}", [(kind["id"], field["id"], ids[place % len(ids)], value)],
                               [kind], True)
    return n


def main():
    with Folder() as folder:
        world = World(folder)
        world.slowest = measure(world)
        n = short(world) + (whole(world) if WHOLE else 0)
        print(f"# {n} commands", file=sys.stderr)
    done()


main()
