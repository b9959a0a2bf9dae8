"""The map by the keyboard: moving, typing letters, filling, clearing, copying and pasting, each seen in the file and undone.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from map_world import start
from screen import clipboard, offer

FOLDER = tempfile.TemporaryDirectory()
AF, AMN, SOCN, UTBN = "Arbetsförmedlingen", "Arbetsmarknadsnämnden", "Socialnämnden", "Utbildningsnämnden"


def try_moving(screen):
    check("the cursor begins in the first cell, which says its letter and its findings",
          screen.says(f"Anvisa bostad, {AF}: A"), screen.at())
    check("findings are told with the cell", "brist" in screen.at(), screen.at())
    for keys, wanted in ((["Down"], f"Boka möte, {AF}: tom"), (["Right"], "Boka möte, Staden: tom"), (["End"], f"Boka möte, {UTBN}: C"),
                         (["Home"], f"Boka möte, {AF}: tom"), (["ctrl+End"], f"Ordna praktik, {UTBN}: tom"),
                         (["ctrl+Up"], f"Boka möte, {UTBN}: C"), (["ctrl+Left"], f"Boka möte, {SOCN}: A/R"),
                         (["ctrl+Home"], f"Anvisa bostad, {AF}: A"), (["ctrl+Right"], f"Anvisa bostad, {AMN}: R"),
                         (["Up"], f"{AMN} (AMN)"), (["Down", "Home", "Left"], "Anvisa bostad"), (["Up"], "Mottagande, 3 uppgifter")):
        screen.key(*keys)
        check(f"{' '.join(keys)} goes to “{wanted}”", screen.says(wanted), screen.at())


def try_letters(screen):
    before = screen.letters()
    for letter in "RASCI":
        check(f"{letter}: the cell is reached", screen.go("Ordna praktik", AF), screen.at())
        screen.key(letter.lower())
        check(f"typing {letter} sets the letter", screen.becomes(lambda: screen.letters().get(("Ordna praktik", AF)) == letter),
              str(screen.letters()))
        check(f"and the cell says {letter}", screen.says(f"Ordna praktik, {AF}: {letter}"), screen.at())
    steps = len(screen.records("assignment"))
    check("the letter was corrected, not added to", steps == 7, str(steps))
    for _ in "RASCI":
        screen.undo()
    check("each letter is one step that is undone", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))
    screen.key("ctrl+shift+z")
    check("and redone", screen.becomes(lambda: screen.letters().get(("Ordna praktik", AF)) == "R"), str(screen.letters()))
    screen.undo()


def try_second(screen):
    before = screen.letters()
    screen.go("Etableringsplan", AF)
    screen.key("slash")
    check("“/” adds the second of A and R", screen.becomes(lambda: screen.letters().get(("Etableringsplan", AF)) == "AR"),
          str(screen.letters()))
    check("both are told", screen.says(f"Etableringsplan, {AF}: A/R"), screen.at())
    screen.key("slash")
    check("where both are it says why it does nothing", screen.told("här cellen innehåller A/R"), screen.names())
    screen.undo()
    check("it is undone", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))
    screen.go("Boka möte", UTBN)
    screen.key("slash")
    check("beside another letter it says why it does nothing", screen.told("här cellen innehåller C"), screen.names())
    screen.key("a")
    check("and the next letter takes its place", screen.becomes(lambda: screen.letters().get(("Boka möte", UTBN)) == "A"),
          str(screen.letters()))
    screen.undo()
    screen.go("Ordna praktik", AF)
    screen.key("slash")
    check("in an empty cell too", screen.told("cellen är tom"), screen.names())
    check("nothing was written", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))


def try_selection(screen):
    before = screen.letters()
    screen.go("Ge information", AMN)
    screen.key("shift+Right", "shift+Right", "shift+Down")
    screen.key("i")
    cells = [(task, organisation) for task in ("Ge information", "Etableringsplan") for organisation in (AMN, SOCN, UTBN)]
    check("a letter fills what Shift and arrows selected", screen.becomes(lambda: all(screen.letters().get(cell) == "I" for cell in cells)),
          str(screen.letters()))
    screen.undo()
    check("in one step", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))
    screen.go("Anvisa bostad", AF)
    screen.key("shift+End", "shift+Down")
    screen.key("Delete")
    check("Delete clears what is selected", screen.becomes(lambda: list(screen.letters()) == [("Etableringsplan", AF)]),
          str(screen.letters()))
    check("and says so", screen.told("Bokstäver togs bort"), screen.names())
    screen.undo()
    check("in one step too", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))


def try_clipboard(screen):
    before = screen.letters()
    screen.go("Anvisa bostad", AMN)
    screen.key("shift+Down", "shift+Right", "shift+Right")
    screen.key("ctrl+c")
    check("Ctrl+C copies a table with its headings", clipboard() == "Uppgift\tAMN\tSocN\tUtbN\nAnvisa bostad\tR\t\t\nBoka möte\t\tA/R\tC\n",
          clipboard())
    screen.go("Etableringsplan", AMN)
    screen.key("ctrl+v")
    check("Ctrl+V pastes the letters", screen.becomes(lambda: screen.letters().get(("Etableringsplan", AMN)) == "R"
                                                        and screen.letters().get(("Ordna praktik", SOCN)) == "AR"), str(screen.letters()))
    screen.undo()
    check("in one step", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))
    other = offer("s\tI\r\n\tA/R\r\n")
    screen.go("Etableringsplan", SOCN)
    screen.key("ctrl+v")
    check("and those of another program", screen.becomes(lambda: screen.letters().get(("Etableringsplan", SOCN)) == "S"
                                                           and screen.letters().get(("Ordna praktik", UTBN)) == "AR"), str(screen.letters()))
    other.kill()
    other.wait()
    screen.undo()
    check("and that is undone", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))


def is_open(screen, title):
    return screen.becomes(lambda: title in screen.names("heading"))


def try_opening(screen):
    screen.go("Boka möte", SOCN)
    screen.key("Return")
    check("Enter opens the assignment", is_open(screen, "A · Boka möte · Socialnämnden"), screen.names("heading"))
    screen.enter()
    screen.go("Boka möte", SOCN)
    screen.key("Return")
    check("and once more that of the other letter", is_open(screen, "R · Boka möte · Socialnämnden"), screen.names("heading"))
    screen.key("Escape")
    screen.enter()
    screen.go("Boka möte", AF)
    screen.key("Return")
    check("in an empty cell it says what makes an assignment", screen.told("Cellen är tom: en bokstav"), screen.names("label"))


def try_days(screen):
    """The slider goes over the days on which something changes: all letters begin with the year."""
    slider = next(node for node in screen.all() if node.get_name() == "Dagar då något ändras" and node.get_role_name() == "slider")
    screen.click(slider)
    screen.key("Home")
    check("the slider leads to the first of them, and it is said that it is the past",
          screen.told("Dåtiden: kartan som den var 2016-01-01."), screen.names("label"))
    screen.key("End")
    check("and back to today", screen.becomes(lambda: not any("Dåtiden" in (name or "") for name in screen.names())), screen.names("label"))


SCREEN = start(FOLDER.name, "keys")
try_moving(SCREEN)
try_letters(SCREEN)
try_second(SCREEN)
try_selection(SCREEN)
try_clipboard(SCREEN)
try_opening(SCREEN)
try_days(SCREEN)
check("it ends well", SCREEN.end() == 0)
done()
