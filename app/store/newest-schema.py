"""The digest of the schema that the migrations make, for the compiler: guard.c knows a workspace of today by it.

usage: newest-schema.py FOLDER HEADER DEPENDENCIES      the migrations' folder; what is written, and for ninja, what it was written from

SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import os
import sqlite3
import sys


def digest_of(migrations):
    """Nothing where Python's SQLite can't run them: then the program does it, whenever it opens a file."""
    database = sqlite3.connect(":memory:")
    digest = hashlib.sha256()
    try:
        for migration in migrations:
            with open(migration, encoding="utf-8") as sql:
                database.executescript(sql.read())
    except sqlite3.Error as error:
        print(f"newest-schema.py: {error}", file=sys.stderr)
        return ""
    for row in database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"):
        for part in row:
            digest.update(("-" if part is None else part).encode() + b"\x1f")
    return digest.hexdigest()


def main():
    folder, header, dependencies = sys.argv[1:]
    migrations = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".sql")]
    with open(header, "w", encoding="utf-8") as file:
        file.write(f'#define SAMSYN_NEWEST_SCHEMA "{digest_of(migrations)}"\n')
    with open(dependencies, "w", encoding="utf-8") as file:
        file.write(f"{header}: {folder} {' '.join(migrations)}\n")


main()
