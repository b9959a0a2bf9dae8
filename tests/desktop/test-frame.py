"""The frame of the window: new, open, recent, how the window was left, dropped files, preferences, backups, and a workspace that
somebody else has open.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Atspi, Screen, nameless, shown, until, xdotool

FOLDER = tempfile.TemporaryDirectory()
HOME = os.environ["HOME"]
ENGLISH = {"LC_ALL": "en_US.UTF-8"}
SWEDISH = {"LC_ALL": "sv_SE.UTF-8"}


def path(name):
    return os.path.join(FOLDER.name, name)


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def add_organisation(file, name):
    given = path("records.json")
    with open(given, "w", encoding="utf-8") as text:
        json.dump({"samsyn": 1, "records": [{"kind": "organisation", "key": name, "name": name}]}, text)
    command("import", file, given)


def settings(place, name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(os.path.join(HOME, place, "samsyn", name), encoding="utf-8")
    return parser


def backups(folder=os.path.join(HOME, ".local/share/samsyn/backups")):
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def press(screen, name, role="push button"):
    node = until(lambda: next((node for node in screen.all() if node.get_name() == name and node.get_role_name() == role
                               and shown(node)), None), 20)
    check(f"there is “{name}”", node is not None, screen.names(role))
    screen.click(node)


def type_path(screen, text):
    """Answers GTK's file chooser."""
    opened = screen.dialog()
    check("a file chooser opens", opened is not None)
    screen.key("ctrl+a")
    screen.type(text)
    screen.key("Return")
    pause(0.5)
    screen.to_front()


class Holder:
    """Holds a workspace's lock as another program would."""

    def __init__(self, file):
        self.file = os.path.join(os.path.dirname(file), f".{os.path.basename(file)}.lock")
        self.lock = open(self.file, "w", encoding="utf-8")
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.lock.write("anna (kontoret, 4711, 2016-05-20 13:00)\n")
        self.lock.flush()

    def release(self):
        os.unlink(self.file)
        self.lock.close()


# ---- Leaving and coming back


def try_restore():
    file = path("Översyn.samsyn")
    command("new", file)
    add_organisation(file, "Kommunen")
    screen = Screen(file, **ENGLISH)
    check("a file given on the command line opens", until(lambda: screen.find("Organisations", "list item")), screen.names())
    check("the window has the file's name", until(lambda: screen.frame.get_name() == "Översyn", 5), screen.frame.get_name())
    screen.click(screen.find("Processes", "list item"))
    until(lambda: screen.find("Processes", "label"))
    screen.resize(900, 500)
    # While something is still to be told to screen readers.
    screen.key("ctrl+f")
    screen.type("finns inte")
    check("it ends well", screen.end() == 0)
    check("a backup was made when it closed", len(backups()) == 1 and backups()[0].startswith("Översyn "), str(backups()))

    screen = Screen(**ENGLISH)
    selected = until(lambda: next((node for node in screen.all() if node.get_role_name() == "list item"
                                   and node.get_state_set().contains(Atspi.StateType.SELECTED)), None))
    check("without a file the last workspace comes again", screen.frame.get_name() == "Översyn", screen.frame.get_name())
    check("on the page where it was left", selected and selected.get_name() == "Processes", selected and selected.get_name())
    box = screen.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    check("in the size it had", abs(box.width - 900) < 60 and abs(box.height - 500) < 60, f"{box.width} × {box.height}")
    check("it ends well again", screen.end() == 0)
    check("a workspace that is as it was needs no second backup", len(backups()) == 1, str(backups()))
    return file


# ---- Recent


def try_recent(file):
    gone = path("gone.samsyn")
    command("new", gone)
    screen = Screen(gone, **ENGLISH)
    screen.wait("Organisations", "list item")
    screen.end()
    os.unlink(gone)
    screen = Screen(**ENGLISH)
    check("where the last file is gone the window welcomes", screen.wait("New Workspace…", "push button"), screen.names())
    screen.resize(1270, 790)
    names = until(lambda: [name for name in screen.names() if name.startswith(("Översyn,", "gone,"))])
    check("recent workspaces are there, newest first, the missing one with a reason",
          names and names[0].startswith("gone, The file is not there any more") and names[1].startswith("Översyn, "), str(names))
    press(screen, "Take “gone” off the List")
    check("a missing one can be taken off the list", until(lambda: not any(name.startswith("gone,") for name in screen.names()), 5))
    screen.click(screen.find(names[1]))
    check("a recent one opens by a click", until(lambda: screen.frame.get_name() == "Översyn", 5), screen.names())
    check("and that ends well", screen.end() == 0)
    recent = settings(".local/state", "recent.ini")
    check("the list is the user's own", [recent[group]["path"] for group in recent.sections()] == [file]
          and os.stat(os.path.join(HOME, ".local/state/samsyn/recent.ini")).st_mode & 0o777 == 0o600, str(recent.sections()))


# ---- New and open, in Swedish, by keyboard


def try_new():
    os.unlink(os.path.join(HOME, ".local/state/samsyn/window.ini"))
    screen = Screen(**SWEDISH)
    check("an empty start welcomes", screen.wait("Ny arbetsyta…", "push button"), screen.names())
    screen.key("ctrl+shift+n")
    type_path(screen, path("Ny"))
    check("a new workspace is made and open, with the ending that nobody typed", until(lambda: screen.frame.get_name() == "Ny")
          and not os.path.exists(path("Ny")) and os.stat(path("Ny.samsyn")).st_mode & 0o777 == 0o600, screen.names())
    check("it ends well", screen.end() == 0)
    check("a workspace without a word in it needs no backup", not any(name.startswith("Ny ") for name in backups()), str(backups()))
    os.unlink(os.path.join(HOME, ".local/state/samsyn/window.ini"))
    screen = Screen(**SWEDISH)
    screen.wait("Ny arbetsyta…", "push button")
    screen.key("ctrl+o")
    type_path(screen, path("Ny.samsyn"))
    check("Ctrl+O opens it", until(lambda: screen.frame.get_name() == "Ny"), screen.names())
    check("and it ends well", screen.end() == 0)


# ---- Preferences


def try_preferences(file):
    elsewhere = path("backups")
    screen = Screen(file, **SWEDISH)
    screen.wait("Organisationer", "list item")
    screen.key("ctrl+comma")
    dialog = screen.dialog()
    check("Ctrl+comma opens the preferences", dialog is not None)
    names = [node.get_name() for node in screen.all(top=dialog)]
    check("they are in Swedish", "Rapporternas språk" in names and "Säkerhetskopior" in names, names)
    # The switcher of a window with one page, and lists that are not open, are never on the screen.
    bad = [name for name in nameless(screen, dialog, True) if not name.startswith(("page tab", "list item ''"))]
    check("whatever takes the focus there has a name", not bad, bad)
    screen.type("Projektledaren")
    limit = "Tid: gult när en milstolpe är så många dagar sen"
    spin = next((node for node in screen.all(top=dialog) if node.get_name() == limit and node.get_role_name() == "spin button"), None)
    check("the limits of the lights are there", spin is not None, names)
    until(lambda: (screen.key("Tab"), spin.get_state_set().contains(Atspi.StateType.FOCUSED))[1], 60)
    screen.key("ctrl+a")
    screen.type("5")
    screen.key("Tab", "Escape")
    screen.to_front()
    kept = settings(".config", "preferences.ini")
    check("what is typed is kept at once", kept.get("preferences", "author", fallback="") == "Projektledaren", str(kept.sections()))
    screen.end()

    command("export", file, "--output=" + path("limits.json"))
    with open(path("limits.json"), encoding="utf-8") as text:
        limits = [record for record in json.load(text)["records"] if record["kind"] == "setting"]
    check("a limit is kept in the workspace", [(each["name"], each["value"]) for each in limits] == [("lights.time.amber", "5")], limits)
    kept["preferences"].update({"backup-folder": elsewhere, "report-language": "en", "letters": "huki"})
    with open(os.path.join(HOME, ".config/samsyn/preferences.ini"), "w", encoding="utf-8") as text:
        kept.write(text, space_around_delimiters=False)
    add_organisation(file, "Nämnden")
    before = backups(elsewhere)
    screen = Screen(file, **SWEDISH)
    screen.wait("Organisationer", "list item")
    screen.key("ctrl+z")
    until(lambda: any("Ångra" in name or "ngrad" in name for name in screen.names()), 5)
    check("undone, it ends well", screen.end() == 0)
    check("the preferred folder gets the backup, and the one before the import",
          len(backups(elsewhere)) == len(before) + 1 and len(before) == 1, str(backups(elsewhere)))
    history = json.loads(command("history", file, "--format=json"))
    check("what the window writes has the preferred author", history["steps"][0]["author"] == "Projektledaren", str(history["steps"][:1]))


# ---- Somebody else has it


def try_locked(file):
    holder = Holder(file)
    screen = Screen(file, **ENGLISH)
    banner = until(lambda: next((name for name in screen.names() if "is open for editing by" in name), None), 20)
    check("a locked file says who has it, and that it is open for reading", banner and "anna" in banner and "reading only" in banner,
          str(banner))
    screen.click(screen.wait("Organisations", "list item"))
    check("reading works", until(lambda: any("Kommunen" in name for name in screen.names("table row"))), screen.names("table row"))
    holder.release()
    add_organisation(file, "Stadsdelen")
    check("what another program writes is seen", until(lambda: any("Stadsdelen" in name for name in screen.names("table row")), 8),
          screen.names("table row"))
    holder = Holder(file)
    with open(path("Taken.samsyn"), "w", encoding="utf-8") as taken:
        taken.write("mine")
    press(screen, "Save a Copy…")
    type_path(screen, path("Taken"))
    check("a file with the name that it gets by its ending is refused", until(lambda: any("Taken.samsyn" in name for name in screen.names()), 5)
          and not os.path.exists(path("Taken")) and open(path("Taken.samsyn"), encoding="utf-8").read() == "mine", screen.names("label"))
    press(screen, "Save a Copy…")
    type_path(screen, path("Copy"))
    check("a copy is saved and open", until(lambda: screen.frame.get_name() == "Copy"), screen.names())
    check("which can be written", until(lambda: not any("is open for editing by" in name for name in screen.names()), 5))
    check("the copy's window ends well", screen.end() == 0)
    screen = Screen(file, **SWEDISH)
    screen.wait("Organisationer", "list item", 20)
    holder.release()
    press(screen, "Försök igen")
    check("which opens the file for writing", until(lambda: not any("bara för läsning" in name for name in screen.names())),
          screen.names("label"))
    check("and that ends well", screen.end() == 0)


# ---- A workbook


def save_workbook(screen, window, name):
    """Makes a report in the window that is open for it; the chooser's answer is the name."""
    xdotool("windowfocus", window)
    screen.key("alt+m")
    check("it is asked where to save", screen.dialog() is not None)
    screen.key("ctrl+a")
    screen.type(name)
    screen.key("Return")
    pause(0.5)


def is_workbook(file):
    with open(file, "rb") as book:
        return book.read(2) == b"PK"


def try_workbook():
    """The ending of a workbook, and what is there already by the name that it makes."""
    file = path("Sample.samsyn")
    command("new", file, "--sample=oversyn")
    screen = Screen(file, **ENGLISH, SAMSYN_NOW="2016-11-18")
    screen.wait("Organisations", "list item")
    for name, answer in (("pack", None), ("taken", "Escape"), ("taken", "alt+r"), ("LOUD.XLSX", None)):
        if name == "taken":
            with open(path("taken.xlsx"), "w", encoding="utf-8") as taken:
                taken.write("mine")
        screen.key("ctrl+e")
        check("a report can be prepared", screen.dialog() is not None)
        screen.keep_dialog()
        save_workbook(screen, screen.windows[-1], path(name))
        if answer:
            asked = screen.dialog()
            check("before it replaces a file that nobody named it asks", asked and "Replace the File?" in
                  [node.get_name() for node in screen.all(top=asked)] and not list(nameless(screen, asked, True)),
                  asked and [node.get_name() for node in screen.all(top=asked)] + list(nameless(screen, asked, True)))
            screen.key(answer)
            pause(1)
        made = path(name if "." in name else name + ".xlsx")
        if answer == "Escape":
            check("and leaves it as it is", open(made, encoding="utf-8").read() == "mine")
        else:
            check(f"“{name}” is a workbook", until(lambda made=made: os.path.exists(made) and is_workbook(made), 30), os.listdir(FOLDER.name))
        check("with one ending", not any(map(os.path.exists, map(path, ("pack", "taken")))) and not os.path.exists(path("LOUD.XLSX.xlsx")), os.listdir(FOLDER.name))
        xdotool("windowfocus", screen.windows.pop())
        pause(0.5)
        screen.key("Escape")
        screen.to_front()
    check("all that ends well", screen.end() == 0)


# ---- Dropped files


def try_drop(file):
    screen = Screen(file, **ENGLISH)
    screen.wait("Organisations", "list item")
    dragged = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), "drag.py"), path("Ny.samsyn")])
    source = until(lambda: xdotool("search", "--onlyvisible", "--name", "^drag$"))
    check("there is something to drag", bool(source))
    xdotool("windowmove", source[-1], 1000, 600, "mousemove", 1050, 650, "mousedown", 1)
    for x in range(1040, 400, -40):
        xdotool("mousemove", x, 400)
        time.sleep(0.03)
    pause(0.5)
    xdotool("mouseup", 1)
    application = screen.frame.get_parent()
    opened = until(lambda: "Ny" in [application.get_child_at_index(i).get_name() for i in range(application.get_child_count())])
    check("a dropped workspace opens in a window of its own", opened)
    dragged.terminate()
    dragged.wait()
    check("and all ends well", screen.end() == 0)


# ---- From the file manager


def windows(screen):
    application = screen.frame.get_parent()
    return [application.get_child_at_index(i).get_name() for i in range(application.get_child_count())]


def try_file_manager(file):
    """A second start hands its file to the program that runs; so does the session bus."""
    screen = Screen(file, **ENGLISH)
    screen.wait("Organisations", "list item")
    second = subprocess.run([SAMSYN, path("Ny.samsyn")], timeout=30, stdout=subprocess.DEVNULL)
    check("a second start ends at once, well", second.returncode == 0)
    check("and its file opens in the program that runs", until(lambda: sorted(windows(screen)) == ["Ny", "Översyn"], 10),
          str(windows(screen)))
    subprocess.run([SAMSYN, file], timeout=30, stdout=subprocess.DEVNULL)
    pause(1)
    check("a file that is open already opens no second time", sorted(windows(screen)) == ["Ny", "Översyn"], str(windows(screen)))
    uri = "file://" + urllib.parse.quote(path("Copy.samsyn"))
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.samsyn.Samsyn", "--object-path", "/io/github/samsyn/Samsyn",
                    "--method", "org.freedesktop.Application.Open", f"['{uri}']", "{}"], check=True, stdout=subprocess.DEVNULL)
    check("a file manager opens one by the session bus", until(lambda: sorted(windows(screen)) == ["Copy", "Ny", "Översyn"], 10),
          str(windows(screen)))
    check("and all of them end well", screen.end() == 0)


FILE = try_restore()
try_recent(FILE)
try_new()
try_preferences(FILE)
try_locked(FILE)
try_workbook()
try_drop(FILE)
try_file_manager(FILE)
done()
