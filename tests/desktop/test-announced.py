"""What a screen reader is told without being asked: what was saved, deleted, found, refused and made.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from listener import Listener
from screen import SAMSYN, Atspi, xdotool
from traveller import Lost

FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "sagt.samsyn")


def go_to_record(user, page, title):
    """Opens a record of the list by the filter."""
    user.go_to(page)
    user.press("ctrl+f")
    user.is_told(f"{page}: what the filter finds is told", lambda: user.write(title),
                 lambda words: words.startswith("1 av ") and words.endswith("organisationer"))
    user.press("Tab")
    user.press_until("Tab", lambda name: name == title, 20)
    user.is_told(f"{page}: that a record was opened beside the list is told, and how to get there", lambda: user.press("Return"),
                 lambda words: words == "Posten är öppen bredvid (F6 går dit)")
    check("the focus stays in the list", user.at() == title, user.at())


def try_saving(user):
    def change(field, text):
        user.to_field("organisation", field)
        user.press("ctrl+a")
        user.write(text)
        user.press("Tab")

    user.is_told("that a field was saved is told", lambda: change("short_name", "SHIS2"), lambda words: words.startswith("Sparat 1"))
    told, detail = user.told_after(lambda: (change("valid_to", "32/13"), user.press("Tab")),
                                   lambda words: words.startswith("Inte sparat: Gäller till"))
    check("that a value could not be saved is told", told, detail)
    user.listen(3, lambda: user.is_read(lambda words: words.startswith("Inte sparat: Gäller till")))
    read = " ".join(words for event, _, words in user.told if event == "described")
    check("and read where the focus is, the reason once", read.count("Gäller till är inte en dag") == 1, read)
    check("and the reason that stands under it", any("('shown', 'alert', 'Gäller till är inte en dag" in one
                                                     or "('shown', 'notification', 'Gäller till är inte en dag" in one for one in detail),
          detail)
    user.press_until("shift+Tab", lambda name: name.startswith("Gäller till"), 5)
    states, described = user.focus.get_state_set(), user.focus.get_description()
    check("the field that is wrong says why, and is none that screen readers pass over",
          "Gäller till är inte en dag" in described and not states.contains(Atspi.StateType.INVALID), described)
    user.press("ctrl+a", "BackSpace")
    user.is_told("that all is saved again is told", lambda: user.press("Tab"), lambda words: words.startswith("Sparat"))


def try_toasts(user):
    user.is_told("what was deleted is told, and that it can be undone", lambda: user.press("ctrl+Delete"),
                 lambda words: "SHIS" in words and "togs bort" in words and "Ctrl+Z ångrar" in words)
    user.is_told("what was undone is told", lambda: user.press("ctrl+z"), lambda words: words.startswith("Ångrat"))
    user.is_told("what was done again is told", lambda: user.press("ctrl+shift+z"), lambda words: words.startswith("Gjort om"))
    user.is_told("the same once more too", lambda: user.press("ctrl+z"), lambda words: words.startswith("Ångrat"))


def try_search(user):
    user.press("ctrl+k")
    user.listen(0.5)
    user.is_told("what a search finds is told, and of how many", lambda: user.write("social"),
                 lambda words: words.startswith("Social") and ", 1 av " in words)
    user.is_told("so is what the arrows choose", lambda: user.press("Down"), lambda words: ", 2 av " in words)
    user.is_told("that nothing is found is told", lambda: user.write("qqq"), lambda words: words.startswith("Inget hittades"))
    user.press("Escape")


def try_report(user):
    """The window is another one, which no manager of windows gives the focus."""
    user.press("ctrl+e")
    user.listen(1)
    dialog = xdotool("search", "--onlyvisible", "--name", "^Förbered en rapport$")
    check("the window for reports opens", bool(dialog))
    xdotool("windowfocus", dialog[-1])
    for name, chosen in (("Rapport", "Styrgruppsunderlag"), ("Språk", "Svenska"), ("Möte", "Strategisk styrgrupp · 2016-11-22")):
        user.press_until("Tab", lambda at, name=name: at == name, 10)
        check(f"{name}: what is chosen is told with it", user.focus.get_description() == chosen, user.focus.get_description())
    user.press_until("shift+Tab", lambda name: name == "Rapport", 10)
    user.press("space")
    user.listen(0.5)
    user.press("Down")
    check("the reports to choose from have names", user.at() == "Ansvarskarta", user.at())
    user.press("Escape")
    user.press_until("Tab", lambda name: name == "Skapa…", 60)
    user.press("Return")
    user.listen(1.5)
    chooser = xdotool("search", "--onlyvisible", "--name", "^Spara arbetsboken$")
    check("and asks where the workbook shall be", bool(chooser))
    xdotool("windowfocus", chooser[-1])
    user.press("ctrl+a")
    user.write(os.path.join(FOLDER.name, "rapport.xlsx"))
    told, detail = user.told_after(lambda: user.press("Return"), lambda words: words == "Arbetsboken är klar", 30)
    check("that a workbook is ready is told", told, detail)
    check("and before that how far it is", any("% av arbetsboken är skapad" in one for one in detail), detail)
    user.press("Escape")
    user.listen(0.5)
    xdotool("windowfocus", user.window)


def try_notice():
    """A file that can only be read says so without being asked, though it says so before the window is there."""
    lock = os.path.join(FOLDER.name, ".sagt.samsyn.lock")
    import fcntl
    with open(lock, "w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write("anna (kontoret, 4711, 2016-05-20 13:00)\n")
        held.flush()
        user = Listener(FILE)
        user.listen(10, lambda: any("anna" in words for _, _, words in user.told))
        check("that somebody else has the file is told at the start", any("anna" in words for _, _, words in user.told), str(user.told))
        check("and that ends well", user.end() == 0)
    os.unlink(lock)


def main():
    subprocess.run([SAMSYN, "new", FILE, "--sample=oversyn"], check=True)
    user = Listener(FILE)
    user.listen(2)
    try:
        go_to_record(user, "organisation", "SHIS")
        try_saving(user)
        try_toasts(user)
        try_search(user)
        try_report(user)
    except Lost as lost:
        check("the keys lead there", False, str(lost))
    check("it ends well", user.end() == 0)
    try_notice()
    done()


if __name__ == "__main__":
    main()
