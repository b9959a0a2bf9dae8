"""A workspace with values of every wrong kind, in the window, in Swedish: each page comes, the notice says what is wrong, what is sound
is exported, and the check tells of it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, Screen, nameless, until

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "boj.samsyn")
OUT = os.path.join(FOLDER.name, "felfritt.json")
LAST = "Kopplingar"
WRONG = [b"\xff\xfe\xc3(", "2016-13-45", "nope", 2 ** 62, -5, 3.5, b"\x00\x01"]


def command(*args, **environment):
    return subprocess.run([SAMSYN, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ, **environment))


KINDS = json.loads(command("kinds", "--format=json").stdout)["kinds"]


def with_tables(change):
    """STRICT tables take no value of another type: they are none for as long as it lasts."""
    with sqlite3.connect(FILE) as database:
        was = database.execute("SELECT rowid, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT'").fetchall()
        database.execute("PRAGMA writable_schema = ON")
        for row, sql in was:
            database.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (sql[:-len("STRICT")], row))
    database.close()
    with sqlite3.connect(FILE) as database:
        change(database)
    database.close()
    with sqlite3.connect(FILE) as database:
        database.execute("PRAGMA writable_schema = ON")
        for row, sql in was:
            database.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (sql, row))
    database.close()


def bend(database):
    """The first record of each kind gets a wrong value in a field, the second in the next one, and so on: some of everything."""
    for kind in KINDS:
        fields = [field for field in kind["fields"] if field["type"] != "body"]
        for number, (record,) in enumerate(database.execute(f'SELECT id FROM "{kind["id"]}" ORDER BY id LIMIT 12').fetchall()):
            field = fields[number % len(fields)]
            value = 4711 if field["type"] == "reference" and number % 2 else WRONG[number % len(WRONG)]
            given = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
            try:
                database.execute(f'UPDATE "{kind["id"]}" SET "{field["id"]}" = {given} WHERE id = ?', (value, record))
            except sqlite3.IntegrityError:  # two of a set that must differ
                pass


def says(screen, text, seconds=20):
    return until(lambda: next((name for name in screen.names() if text in name), None), seconds)


def visit(screen):
    """Every page of the sidebar, by keys."""
    marks = 0
    screen.key("F9", "Home")
    for _ in range(len(KINDS) + 6):
        # To look at every row of every page takes minutes.
        marks += marks < 4 and any("⚠" in (node.get_name() or "") + (node.get_description() or "") for node in screen.all(most=60))
        screen.key("Down")
    at = screen.focused()
    check("every page of the window comes", screen.process.poll() is None and at and at.get_name() == LAST, at and at.get_name())
    check("wrong values have their mark", marks > 3, marks)


def export(screen):
    screen.click(screen.wait("Exportera det felfria…", "push button"))
    check("it asks where what is sound shall be", screen.dialog() is not None)
    screen.key("ctrl+a")
    screen.type(OUT)
    screen.key("Return")
    screen.to_front()
    check("where the rest is told is said", says(screen, OUT + ".left-out.txt"), screen.names()[-20:])
    with open(OUT + ".left-out.txt", encoding="utf-8") as file:
        check("and is there, a line each", len(file.readlines()) > 20)
    new = os.path.join(FOLDER.name, "ny.samsyn")
    command("new", new)
    said = command("import", new, OUT)
    check("what is exported can be imported", said.returncode == 0, said.stderr[-500:])


def look_through(screen):
    """Check from the notice: faults that are not to be repaired, and one that is."""
    screen.click(screen.wait("Kontrollera arbetsytan…", "push button"))
    dialog = screen.dialog()
    check("the check has a window", dialog is not None)

    def names(role=None):
        return [node.get_name() for node in screen.all(top=dialog) if role in (None, node.get_role_name())]
    check("faults are counted", until(lambda: any("fel hittades." in name for name in names("status bar")), 60), names())
    check("and told", any("Kan rättas." in name for name in names()) or any("… och" in name for name in names()), names())
    # The text of what was found names fields by their ids.
    bad = [name for name in nameless(screen, dialog, True) if not name.startswith("label")]
    check("all that takes the focus has a name", not bad, bad)
    screen.key("Escape")
    screen.to_front()


def try_bent():
    command("new", FILE, "--sample=oversyn")
    with_tables(bend)
    screen = Screen(FILE, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-11-18")
    check("the window comes", screen.window is not None)
    notice = says(screen, "värden som är fel i filen", 60)
    check("the notice says how many records hold wrong values", notice and int(notice.split()[0]) > 50, notice)
    screen.resize(1270, 790)
    visit(screen)
    screen.click(screen.wait("Visa nästa post", "push button"))
    check("the next of them is shown", until(lambda: any("⚠" in name for name in screen.names()), 10))
    export(screen)
    look_through(screen)
    check("it ends without warnings", screen.end() == 0)


try_bent()
done()
