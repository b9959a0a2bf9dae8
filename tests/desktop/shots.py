"""Pictures of every page of the window, in both languages, light and dark, wide and narrow, in build/shots/, to be looked at.

usage: display.py shots.py [PAGE …]      with SAMSYN_BUILD set; the pages by their numbers in the sidebar, from 0 (all)

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
from screen import SAMSYN, Screen, until, xdotool

SHOTS = os.path.join(os.environ["SAMSYN_BUILD"], "shots")
LOCALES = {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8"}
SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
SIZES = {"wide": (1280, 800), "narrow": (360, 720)}
ONLY = [int(number) for number in sys.argv[1:]]


def shot(window, *name):
    time.sleep(0.4)
    subprocess.run(["import", "-window", window, os.path.join(SHOTS, "-".join(map(str, name)) + ".png")], check=True)


def pages(screen):
    """How many pages the sidebar has: rows with a name."""
    return len(screen.names("list item"))


def shoot_pages(screen, size, *name):
    screen.key("F9")
    screen.key("Home")
    for number in range(pages(screen)):
        if not ONLY or number in ONLY:
            screen.key("Return")
            shot(screen.window, *name, f"page{number:02}")
            if size == "narrow" or number % 4 == 0:
                screen.key("F6" if size == "wide" else "Home", "Down", "Return")
                shot(screen.window, *name, f"page{number:02}", "record")
                screen.key("Escape")
        screen.key("F9")
        if size == "narrow" and number == 0:
            shot(screen.window, *name, "sidebar")
        screen.key("Down")


def shoot_dialogs(screen, *name):
    for keys, what in (("ctrl+comma", "preferences"), ("ctrl+e", "prepare"), ("ctrl+question", "keys")):
        screen.key(keys)
        if screen.dialog(5):
            shot([window for window in xdotool("search", "--onlyvisible", "--class", "samsyn") if window != screen.window][-1],
                 *name, what)
            screen.key("Escape")
            screen.to_front()
    screen.key("ctrl+k")
    shot(screen.window, *name, "find")
    screen.key("Escape")


def main():
    os.makedirs(SHOTS, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "Översyn 2016.samsyn")
        subprocess.run([SAMSYN, "new", file, "--sample=oversyn"], check=True, stdout=subprocess.DEVNULL)
        for language, locale in LOCALES.items():
            for scheme, wanted in SCHEMES.items():
                given = {"LC_ALL": locale, "ADW_DEBUG_COLOR_SCHEME": wanted, "SAMSYN_NOW": "2016-10-15"}
                screen = Screen("/nowhere.samsyn", **given)
                shot(screen.window, language, scheme, "welcome")
                screen.end()
                screen = Screen(file, **given)
                until(lambda: pages(screen) > 10)
                for size, (width, height) in SIZES.items():
                    screen.resize(width, height)
                    shoot_pages(screen, size, language, scheme, size)
                screen.resize(1280, 800)
                shoot_dialogs(screen, language, scheme)
                screen.end()


main()
