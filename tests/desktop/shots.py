"""Pictures of every page of the window, of a record on it and of the other windows, in both languages, light, dark and with high
contrast, wide, half-tiled and narrow: in build/shots/, to be looked at.

usage: display.py shots.py [PART …]      with SAMSYN_BUILD set; only pictures whose name has one of the parts ("sv-dark-wide", "map")
       display.py shots.py --pictures    the four of README.md and the metainfo, in resources/pictures/

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from screen import SAMSYN, Screen, shown, until, xdotool

SHOTS = os.path.join(os.environ["SAMSYN_BUILD"], "shots")
PICTURES = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "pictures")
PARTS = [part for part in sys.argv[1:] if not part.startswith("--")]
LOCALES = {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8"}
LOOKS = {"light": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
         "contrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1"},
         "darkcontrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"}}
SIZES = {"wide": (1280, 800), "half": (640, 800), "narrow": (360, 720)}
TODAY = "2016-10-15"
SIDEBAR = {"sv": "Vad arbetsytan innehåller", "en": "What the workspace holds"}


def wanted(name):
    return not PARTS or any(part in name for part in PARTS)


def concerns(prefix):
    """Whether a picture with a name that begins so may be wanted."""
    return not PARTS or any(prefix.startswith(part[:len(prefix)]) or not part.startswith(tuple(LOCALES)) for part in PARTS)


def take(path, width, height):
    """What is on the screen: a popover is a window of its own."""
    pause(0.5)
    subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage", path], check=True)


def shot(size, *name):
    take(os.path.join(SHOTS, "-".join(name) + ".png"), *SIZES[size])


def sidebar_rows(screen, language):
    sidebar = screen.wait(SIDEBAR[language], "list")
    rows = map(sidebar.get_child_at_index, range(sidebar.get_child_count()))
    return [row for row in rows if row.get_role_name() == "list item"]


def slug(name):
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def go_to(screen, number):
    screen.key("Escape", "Escape")
    screen.key("F9", "Home", *["Down"] * number, "Return")
    pause(1)


def open_record(screen, title=None):
    """Opens a record of the list: the first below the headings, or the one that is called so."""
    rows = until(lambda: [node for node in screen.all(most=40) if node.get_role_name() == "table row" and shown(node)][1:], 3) or []
    row = next((row for row in rows if title in (None, row.get_name())), None)
    if row:
        screen.click(row)
        xdotool("mousemove", 1, 1)
        pause(1)
    return row is not None


def shoot_pages(screen, size, rows, prefix):
    for number, row in enumerate(rows):
        name = f"{prefix}-{number:02}-{slug(row.get_name())}"
        if not wanted(name):
            continue
        go_to(screen, number)
        shot(size, name)
        # The first pages are no lists of records.
        if number > 3:
            if open_record(screen):
                shot(size, name, "record")
                screen.key("Escape")


def shoot_dialogs(screen, prefix):
    for keys, what in (("ctrl+comma", "preferences"), ("ctrl+e", "prepare"), ("ctrl+question", "keys")):
        if wanted(f"{prefix}-{what}"):
            screen.key(keys)
            if screen.dialog(5):
                shot("wide", prefix, what)
                screen.key("Escape")
                screen.to_front()
    if wanted(f"{prefix}-find"):
        screen.key("ctrl+k")
        screen.type("sam")
        shot("wide", prefix, "find")
        screen.key("Escape", "Escape")
    if wanted(f"{prefix}-menu"):
        screen.key("F10")
        shot("wide", prefix, "menu")
        screen.key("Escape")


def shoot_welcome(folder, language, look, given):
    """How it begins, and a file that is not there, for someone who never used the program."""
    for what, args in (("welcome", []), ("explained", [os.path.join(folder, "borta.samsyn")])):
        if wanted(f"{language}-{look}-wide-{what}"):
            with tempfile.TemporaryDirectory() as state:
                screen = Screen(*args, XDG_STATE_HOME=state, **given)
                screen.resize(*SIZES["wide"])
                shot("wide", language, look, "wide", what)
                screen.end()


def shoot_all(file):
    for language, locale in LOCALES.items():
        for look, scheme in LOOKS.items():
            given = dict(scheme, LC_ALL=locale, SAMSYN_NOW=TODAY)
            sizes = [size for size in SIZES if concerns(f"{language}-{look}-{size}")]
            if not sizes:
                continue
            shoot_welcome(os.path.dirname(file), language, look, given)
            screen = Screen(file, **given)
            rows = sidebar_rows(screen, language)
            for size in sizes:
                screen.resize(*SIZES[size])
                shoot_pages(screen, size, rows, f"{language}-{look}-{size}")
                if size == "narrow" and wanted(f"{language}-{look}-{size}-sidebar"):
                    screen.key("alt+Left")
                    shot(size, language, look, size, "sidebar")
            screen.resize(*SIZES["wide"])
            shoot_dialogs(screen, f"{language}-{look}-wide")
            screen.end()


# What the README shows: the page, the record that is opened on it or None, the language, the look.
SHOWN = (("overview", "Overview", None, "en", "light"), ("map", "Map", None, "en", "light"),
         ("decision", "Decisions", "Val av samordningsmodell (BP4)", "en", "light"), ("watch-dark", "Watch", None, "en", "dark"))


def make_pictures(file):
    for name, page, record, language, look in SHOWN:
        screen = Screen(file, LC_ALL=LOCALES[language], SAMSYN_NOW=TODAY, **LOOKS[look])
        screen.resize(*SIZES["wide"])
        go_to(screen, [row.get_name() for row in sidebar_rows(screen, language)].index(page))
        if record:
            open_record(screen, record)
        xdotool("mousemove", 1279, 799)
        path = os.path.join(PICTURES, name + ".png")
        pause(1)
        take(path, *SIZES["wide"])
        subprocess.run(["convert", path, "-strip", "+dither", "-colors", "250", "PNG8:" + path], check=True)
        screen.end()


def main():
    os.makedirs(SHOTS, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "Översyn 2016.samsyn")
        subprocess.run([SAMSYN, "new", file, "--sample=oversyn"], check=True, stdout=subprocess.DEVNULL)
        if "--pictures" in sys.argv:
            make_pictures(file)
        else:
            shoot_all(file)


main()
