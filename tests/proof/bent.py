"""Files of strangers: every field of every kind, and every column of the tables beside them, with what is no value of it.

Without an argument a short form: a few files, in which each class of fault has befallen every field of another record of every kind, and
every command on them.  With `--whole` every field has its own files: each fault in a record of its own, as many in one file as the kind has
records; that takes half an hour.  Nothing may crash, hang or go unsaid: check names each place.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))
sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests", "command"))

from program import Folder
from tap import check, done

WHOLE = "--whole" in sys.argv[1:]
FILES = 2  # of the short form, among which the faults are shared
# Seconds of computing: how long that takes by the clock depends on what else runs.
SLOWEST = 1.0 if not os.environ.get("SAMSYN_PROOF_SLOWEST") else float(os.environ["SAMSYN_PROOF_SLOWEST"])
BIG = "x" * 20_000_000
NUMBERS = ("integer", "money", "boolean", "reference", "body")
TEXTS = ("text", "long_text")

# What is no value of a field of that type; None: this fault can't befall it.
FAULTS = {
    "type": lambda field: b"\x00\xff blob" if field["type"] not in ("number",) else "abc",
    "text in a number": lambda field: "abc" if field["type"] in NUMBERS + ("number",) else 7,
    "real": lambda field: 2.5 if field["type"] in NUMBERS else float("inf") if field["type"] == "number" else 2.5,
    # Amounts have no limits in a file: older versions took any.
    "range": lambda field: None if field["type"] == "money" else 2**63 - 1 if field["type"] in NUMBERS else float("-inf") if field["type"] == "number" else None,
    "below": lambda field: -2**63 if field["type"] in NUMBERS and field["type"] != "money" else None,
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

    def writes_of_field(self, kind, field, faults):
        """What bends a field by each of the faults, in a record of its own; in as many lists as that takes."""
        ids = self.ids[kind["id"]]
        values = [value for value in (self.value(fault, field) for fault in faults) if value is not None]
        for first in range(0, len(values), max(len(ids), 1)):
            yield [(kind["id"], field["id"], key, value) for key, value in zip(ids, values[first:])]


def of_log(world, name):
    """The commands that read the log, or write it."""
    yield ["list", name, "task", "--as-of=2016-05-20"]
    for form in ("text", "json"):
        yield ["compare", name, "--from=2016-01-01", "--to=2017-01-01", f"--format={form}"]
        yield ["history", name, f"--format={form}"]
    yield ["report", name, "comparison", "--from=2016-01-01", "--output=out.xlsx", "--force"]
    yield ["check", name, "--format=json"]
    yield ["backup", name, "--to=backup"]
    yield ["undo", name]
    yield ["redo", name]


def commands(world, name, kinds, all_forms):
    """Every command; lists in one form each, or in all."""
    forms = ["text", "csv", "json"]
    for place, kind in enumerate(kinds):
        for form in forms if all_forms else [forms[place % 3]]:
            yield ["list", name, kind["id"], f"--format={form}"]
        if all_forms or place % 3 == 0:
            yield ["list", name, kind["id"], f"--filter={kind['fields'][place % len(kind['fields'])]['id']}=abc"]
    yield ["search", name, "ab"]
    yield ["search", name, "red"]
    for form in ("text", "json"):
        yield ["findings", name, f"--format={form}"]
    for report in (["steering-pack", f"--meeting={world.meeting}"], ["responsibility-map"], ["all-data"]):
        yield ["report", name, *report, "--output=out.xlsx", "--force"]
    yield ["export", name, "--output=out.json", "--force"]
    yield ["check", name]
    yield from of_log(world, name)


def run(folder, arguments):
    """What it said, and how many seconds it computed."""
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        said = folder.run(*arguments)
    except subprocess.TimeoutExpired:
        return None, 60.0
    except UnicodeDecodeError:
        return "raw", 0.0
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return said, ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime


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


def untold(report, writes):
    """The places that the check, which names a hundred at most, does not name."""
    try:
        named = [fault["place"] for fault in json.loads(report)["faults"]]
    except ValueError:
        return [report[:200]]
    places = {f"{table}/{key}.{column}" for table, column, key, _value in writes}
    return [] if len(named) >= 100 else sorted(places - set(named))


def prove(world, title, writes, ways, slowest=None, told=True):
    """Tries `ways`, the commands, on a copy of the workspace with these writes; `told`: the check must name their places."""
    folder = world.folder
    shutil.copyfile(folder.file("sound.samsyn"), folder.file("bent.samsyn"))
    bend(folder.file("bent.samsyn"), writes)
    wrong, n = [], 0
    for arguments in ways(world, "bent.samsyn"):
        said, seconds = run(folder, arguments)
        fault = fault_of(said, seconds, slowest or world.slowest)
        n += 1
        if fault:
            wrong.append(f"samsyn {' '.join(arguments)}: {fault}")
        if told and arguments[0] == "check" and said not in (None, "raw"):
            if said.returncode == 0:
                wrong.append("samsyn check finds nothing")
            elif "--format=json" in arguments:
                wrong += [f"samsyn check does not tell of {place}" for place in untold(said.stdout, writes)]
    check(f"{title}: no crash, no hang, and it is told ({n} commands)", not wrong, wrong)
    return n


def measure(world):
    """How long the slowest command computes here on a sound file: this machine counts too."""
    folder = world.folder
    shutil.copyfile(folder.file("sound.samsyn"), folder.file("measure.samsyn"))
    slowest = max(run(folder, arguments)[1] for arguments in commands(world, "measure.samsyn", world.kinds[:2], False))
    return SLOWEST + 3 * slowest


def short(world):
    """Files in which every field of every kind is bent in every way, each way in one of the kind's records."""
    def every(world, name):
        return commands(world, name, world.kinds, False)

    faults, n = [fault for fault in FAULTS if fault != "big"], 0
    for number in range(FILES):
        some = faults[number::FILES]
        writes = [write for place, fault in enumerate(some) for kind in world.kinds for write in world.writes(fault, kind, place)]
        n += prove(world, f"every field: {', '.join(some)}", writes, every)
    writes = [write for kind in world.kinds for write in world.writes("big", kind, 0)][:2]
    return n + prove(world, "every field: big", writes, lambda world, name: commands(world, name, world.kinds[:3], False), world.slowest + 4)


def beside(world):
    """The tables beside those of the kinds, one column after the other; in the short form every third of them, with one value."""
    n, values = 0, (b"\xff\x00", "abc", -5, Bytes(b"\xc3\x28"), Null)
    for table, columns in world.beside.items():
        for place, column in list(enumerate(column for column in columns if column != "id"))[::1 if WHOLE else 3]:
            for value in values if WHOLE else [values[place % len(values)]]:
                ways = (lambda world, name: commands(world, name, world.kinds[:1], False)) if WHOLE else of_log
                n += prove(world, f"{table}.{column}: {value!r:.20}", [(table, column, world.rowids[table], value)], ways, told=False)
    return n


def whole(world):
    n = 0
    for kind in world.kinds:
        def every(world, name):
            return commands(world, name, [kind], True)

        for field in kind["fields"]:
            for number, writes in enumerate(world.writes_of_field(kind, field, [fault for fault in FAULTS if fault != "big"])):
                n += prove(world, f"{kind['id']}.{field['id']}, {number + 1}", writes, every)
            for writes in world.writes_of_field(kind, field, ["big"]):
                n += prove(world, f"{kind['id']}.{field['id']}, big", writes, every, world.slowest + 4)
    return n


def main():
    with Folder() as folder:
        world = World(folder)
        world.slowest = measure(world)
        n = short(world) + beside(world) + (whole(world) if WHOLE else 0)
        print(f"# {n} commands", file=sys.stderr)
    done()


main()
