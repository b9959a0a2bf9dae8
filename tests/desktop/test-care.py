"""Looking after a workspace in its window, in Swedish: a last step of a moment yet to come is said, a wrong search index is found and
repaired, a time zone is kept or refused, and a copy is saved over nothing.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, Screen, until, xdotool

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "hel.samsyn")
OTHER = os.path.join(FOLDER.name, "annan.samsyn")
LINK = os.path.join(FOLDER.name, "lank.samsyn")
PIPE = os.path.join(FOLDER.name, "ror.samsyn")


def command(*args, **environment):
    return subprocess.run([SAMSYN, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ, **environment))


def backups():
    folder = os.path.join(os.environ["HOME"], ".local/share/samsyn/backups")
    return [os.path.join(top, name) for top, _, names in os.walk(folder) for name in names]


def says(screen, text, seconds=20):
    return until(lambda: next((name for name in screen.names() if text in name), None), seconds)


def zone():
    database = sqlite3.connect(f"file:{FILE}?mode=ro", uri=True)
    found = database.execute("SELECT value FROM setting WHERE name = 'clock.zone'").fetchone()
    database.close()
    return found and found[0]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def from_menu(screen, item):
    screen.key("F10")
    screen.click(screen.wait(item, "menu item"))
    return screen.dialog()


def repair(screen):
    dialog = from_menu(screen, "Kontrollera arbetsytan…")

    def status():
        return [node.get_name() for node in screen.all(top=dialog) if node.get_role_name() == "status bar"]
    check("a wrong search index is found", until(lambda: any("av dem kan rättas" in name for name in status()), 60), status())
    button = next(node for node in screen.all(top=dialog) if node.get_name() == "Rätta" and node.get_role_name() == "push button")
    screen.click(button)
    check("it is repaired", until(lambda: any("fel rättades. Arbetsytan är hel." in name for name in status()), 60), status())
    check("after a backup", any(os.path.basename(path).startswith("hel") for path in backups()), backups())
    screen.key("Escape")
    screen.to_front()


def write_zone(screen, text):
    screen.key("ctrl+a")
    screen.type(text)
    screen.key("Return")


def keep_zone(screen):
    screen.key("ctrl+comma")
    check("the preferences open", screen.dialog() is not None)
    screen.key("shift+Tab")  # from the first row to the last
    write_zone(screen, "Europe/Nowhere")
    check("what is no time zone is refused with a sentence", says(screen, "”Europe/Nowhere” är ingen tidszon."), screen.names()[-20:])
    check("and not kept", zone() is None, zone())
    write_zone(screen, "Asia/Tokyo")
    check("another zone is kept in the workspace", until(lambda: zone() == "Asia/Tokyo", 8), zone())
    screen.key("Escape")
    screen.to_front()
    screen.key("ctrl+z")
    check("and undone", until(lambda: zone() is None, 8), zone())


def save_copy(screen, what, path, words):
    """Where the dialog asks whether to replace what is there, it is told to."""
    check(f"{what}: it asks where the copy shall be", from_menu(screen, "Spara en kopia…") is not None)
    screen.key("ctrl+a")
    screen.type(path)
    screen.key("Return")
    for _ in range(3):
        others = [window for window in xdotool("search", "--onlyvisible", "--class", "samsyn") if window != screen.window]
        if not others:
            break
        xdotool("windowraise", others[-1], "windowfocus", others[-1])
        screen.key("Return")
    screen.to_front()
    check(f"{what}: it is refused, and said why", says(screen, words), screen.names()[-20:])


def save_copies(screen):
    backup = sorted(backups())[0]
    os.symlink(backup, LINK)
    os.mkfifo(PIPE)
    before = {path: digest(path) for path in (OTHER, backup)}
    there = "Det finns redan en fil ”{}”"
    for what, path, words in (("the workspace itself", FILE, there.format(FILE)), ("another workspace", OTHER, there.format(OTHER)),
                              ("a backup", backup, there.format(backup)), ("a link to one", LINK, "är en länk till"),
                              ("a pipe", PIPE, "är ett rör")):
        save_copy(screen, what, path, words)
    check("nothing of them is changed", {path: digest(path) for path in before} == before and os.path.islink(LINK))


def main():
    command("new", OTHER)
    command("new", FILE, "--sample=oversyn")
    for step in ("undo", "redo"):
        command(step, FILE, SAMSYN_NOW="2099-01-01T12:00:00Z")
    database = sqlite3.connect(FILE)
    database.execute("DELETE FROM search WHERE rowid IN (SELECT id FROM action)")
    database.commit()
    database.close()
    screen = Screen(FILE, LC_ALL="sv_SE.UTF-8")
    check("a clock that was wrong is said at opening", says(screen, "som ännu inte har infallit, 2099-01-01"), screen.names()[-20:])
    repair(screen)
    keep_zone(screen)
    save_copies(screen)
    check("it ends without warnings", screen.end() == 0)
    check("and the file is whole", command("check", FILE).returncode == 0)
    done()


if __name__ == "__main__":
    main()
