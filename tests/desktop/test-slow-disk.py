"""Files are asked for where the disk is slow: GTK's chooser is drawn many times before it knows the folder that it opens in.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Screen, shown, until, xdotool

FOLDER = tempfile.TemporaryDirectory()
SLOW = os.path.join(os.environ["SAMSYN_BUILD"], "tests/desktop/libslow-files.so")
# More path than a path bar holds.
DEEP = os.path.join(FOLDER.name, *["en-mapp-med-ett-långt-namn"] * 8)


def words(screen, dialog):
    return [node.get_name() for node in screen.all(True, dialog) if shown(node)]


def arrows(screen, dialog):
    """Of the path, as GTK names them: the buttons with an icon that stand right before and right behind its folders."""
    buttons = [node.get_name() for node in screen.all(True, dialog) if node.get_role_name() == "push button" and shown(node)]
    folders = [i for i, name in enumerate(buttons) if name == "GtkToggleButton"]
    return [name for name in (buttons[folders[0] - 1], buttons[folders[-2] + 1]) if name == "GtkImage"] if len(folders) > 1 else []


def ask(screen, key, folder):
    """Opens a chooser by a key, and leaves it."""
    window = xdotool("getwindowfocus")[0]
    screen.key(key)
    dialog = screen.dialog()
    check(f"{key} asks for a file", dialog is not None)
    if dialog is not None:
        if folder:
            check("the path has its arrows by then", until(lambda: len(arrows(screen, dialog)) == 2), words(screen, dialog))
            check("and after a while shows the folder", until(lambda: folder in words(screen, dialog)), words(screen, dialog))
        screen.key("Escape")
        pause(0.5)
        xdotool("windowfocus", window)
    check("nothing warned of it", screen.process.poll() is None)


os.makedirs(DEEP)
for folder in (FOLDER.name, DEEP):
    file = os.path.join(folder, "a.samsyn")
    subprocess.run([SAMSYN, "new", file, "--sample=oversyn"], check=True)
    screen = Screen(file, LC_ALL="sv_SE.UTF-8", LD_PRELOAD=SLOW)
    screen.wait("Organisationer", "list item")
    with open(f"/proc/{screen.process.pid}/maps", encoding="utf-8") as maps:
        check("the disk is slow", os.path.basename(SLOW) in maps.read())
    for key in ("ctrl+o", "ctrl+shift+n"):
        ask(screen, key, None)
    screen.key("ctrl+e")
    prepare = screen.dialog()
    check("a report can be prepared", prepare is not None)
    screen.keep_dialog()
    ask(screen, "alt+s", os.path.basename(folder))
    screen.key("Escape")
    screen.windows.pop()
    screen.to_front()
    check("it ends well", screen.end() == 0)
done()
