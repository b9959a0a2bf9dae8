"""The map by the pointer and in time: folding, filters, dates, a proposal, new rows, rows in another place, each seen in the file and
undone.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from map_world import start
from screen import nameless, shown, xdotool

FOLDER = tempfile.TemporaryDirectory()
AF, AMN, SOCN, UTBN = "Arbetsförmedlingen", "Arbetsmarknadsnämnden", "Socialnämnden", "Utbildningsnämnden"


def click_at(x, y, times=1):
    xdotool("mousemove", int(x), int(y), "click", "--repeat", times, "--delay", 60, 1)
    pause(0.4)


def footer(screen):
    return next((name for name in screen.names("label") + screen.names("status bar") + screen.names()
                 if " uppgift" in name and "organisation" in name), "")


def try_pointer(screen):
    screen.go("Anvisa bostad", AF)
    x, y, width, height = screen.place()
    click_at(x + 3.5 * width, y + 1.5 * height)
    check("a click goes to the cell", screen.says(f"Boka möte, {SOCN}: A/R"), screen.at())
    click_at(x + 1.5 * width, y - height - 12)
    check("a click on its triangle folds a parent, which tells its units",
          screen.says("Staden, 3 enheter, ihopfälld"), screen.at())
    screen.go("Boka möte", "Staden")
    check("the folded column tells the strongest letter and how many have one",
          screen.at().startswith("Boka möte, Staden: A/R/C") and "2" in screen.at(), screen.at())
    before = screen.letters()
    screen.key("i")
    check("letters of folded units are not typed over", screen.told("hopfälld") and screen.letters() == before, str(screen.letters()))
    screen.key("Up", "Up", "space")
    check("Space unfolds it", screen.says("Staden, 3 enheter, utfälld"), screen.at())


def open_filter(screen, tabs):
    """Opens what can be filtered by, with the focus so many controls on."""
    screen.click(next(node for node in screen.all() if node.get_name().startswith("Filter") and node.get_role_name() == "push button"
                      and shown(node)))
    screen.key(*["Tab"] * tabs)


def choose(screen, value):
    screen.key("space", "Home")
    for _ in range(8):
        if screen.at() == value:
            break
        screen.key("Down")
    screen.key("Return")


def try_filters(screen):
    cases = (("Process", "Etablering", "2 av 5 uppgifter"), ("Målgrupp", "Barn", "1 av 5 uppgifter"),
             ("Organisation", UTBN, "1 av 5 uppgifter"), ("Bokstav", "R  Utför", "2 av 5 uppgifter"))
    for tabs, (name, value, wanted) in enumerate(cases):
        open_filter(screen, tabs)
        check(f"{name} is reached by Tab", screen.at().startswith(name + ": "), screen.at())
        choose(screen, value)
        check(f"{name}: {value} leaves {wanted}", screen.becomes(lambda: footer(screen).startswith(wanted)), footer(screen))
        screen.key(*["Tab"] * (6 - tabs), "space")
        check("all are shown again", screen.becomes(lambda: footer(screen).startswith("5 uppgifter")), footer(screen))
        screen.key("Escape")
    open_filter(screen, 4)
    screen.key("space")
    check("only rows with findings can be shown", screen.becomes(lambda: " av 5 uppgifter" in footer(screen)), footer(screen))
    screen.key("space", "Escape")
    screen.key("ctrl+f")
    screen.type("boka")
    check("typing filters by name", screen.becomes(lambda: footer(screen).startswith("1 av 5")), footer(screen))
    screen.key("Escape")
    check("Escape shows all again", screen.becomes(lambda: footer(screen).startswith("5 uppgifter")), footer(screen))


def set_date(screen, date):
    entry = next(node for node in screen.all() if node.get_name() == "Dagen som kartan visar" and node.get_role_name() == "text")
    screen.click(entry)
    screen.key("ctrl+a")
    screen.type(date)
    screen.key("Return")


def try_time(screen):
    before = screen.letters()
    set_date(screen, "2015-06-01")
    check("the past says so", screen.told("Dåtiden"), screen.names("label"))
    screen.click(screen.find("Tillbaka till i dag, gällande", "push button"))
    screen.enter()
    check("one button leads back", screen.says(f"Anvisa bostad, {AF}: A"), screen.at())
    set_date(screen, "2017-01-01")
    screen.click(screen.find("Ändra från datumet"))
    screen.enter()
    screen.go("Anvisa bostad", AMN)
    screen.key("s")
    check("changed from a date: what was ends the day before, the new begins",
          screen.becomes(lambda: sorted((record["role"], record.get("valid_from"), record.get("valid_to"))
                                        for record in screen.records("assignment") if record["task"] == 20 and record["organisation"] == 4)
                         == [("R", "2016-01-01", "2016-12-31"), ("S", "2017-01-01", None)]), str(screen.records("assignment")))
    screen.undo()
    check("in one step", screen.becomes(lambda: screen.letters() == before), str(screen.letters()))
    screen.click(screen.find("Ändra från datumet"))
    screen.click(screen.find("Tillbaka till i dag, gällande", "push button"))


def try_scenario(screen):
    before = screen.letters()
    button = next(node for node in screen.all() if node.get_name().startswith("Förslag (scenario): ") and node.get_role_name() == "push button"
                  and shown(node))
    screen.click(button)
    screen.key("Down", "Return")
    check("a proposal says so", screen.told("Ny nämnd”. "), screen.names("label"))
    screen.enter()
    screen.go("Ge information", SOCN)
    screen.key("a")
    check("its letters are its own", screen.becomes(lambda: screen.letters(40) == {("Ge information", SOCN): "A"}), str(screen.letters(40)))
    check("and told as different", screen.becomes(lambda: "skiljer sig" in screen.at()), screen.at())
    check("what is in force stays", screen.letters() == before, str(screen.letters()))
    screen.undo()
    check("undone", screen.becomes(lambda: screen.letters(40) == {}), str(screen.letters(40)))
    screen.click(screen.find("Tillbaka till i dag, gällande", "push button"))


def tasks(screen, process):
    found = [record for record in screen.records("task") if record.get("process") == process]
    return [record["name"] for record in sorted(found, key=lambda record: record.get("position", 99))]


def try_new(screen):
    screen.enter()
    screen.go("Ge information", AF)
    screen.key("Left", "Down")
    check("below the tasks there is a place for a new one", screen.says("Ny uppgift"), screen.at())
    for name in ("Ordna tolk", "Filma"):
        screen.type(name)
        screen.key("Return")
    check("names are typed one after the other", screen.becomes(lambda: tasks(screen, 10)[3:] == ["Ordna tolk", "Filma"]),
          str(tasks(screen, 10)))
    screen.key("Escape")
    screen.undo()
    screen.undo()
    check("each is a step", screen.becomes(lambda: len(tasks(screen, 10)) == 3), str(tasks(screen, 10)))
    screen.enter()
    screen.key("ctrl+End", "Home", "Left")
    screen.key("Down", "Down")
    check("at the end there is a place for a new process", screen.says("Ny process"), screen.at())
    screen.type("Avslut")
    screen.key("Return")
    check("which is made", screen.becomes(lambda: "Avslut" in [record["name"] for record in screen.records("process")]))
    screen.key("Escape")
    screen.undo()


def try_order(screen):
    screen.enter()
    screen.key("Left")
    screen.key("alt+Down")
    check("Alt and an arrow move a row", screen.becomes(lambda: tasks(screen, 10) == ["Boka möte", "Anvisa bostad", "Ge information"]),
          str(tasks(screen, 10)))
    check("and the cursor goes with it", screen.at().startswith("Anvisa bostad"), screen.at())
    screen.key("alt+Down", "alt+Down")
    check("on into the next process", screen.becomes(lambda: tasks(screen, 11)[0] == "Anvisa bostad"), str(tasks(screen, 11)))
    for _ in range(3):
        screen.undo()
    check("each is undone", screen.becomes(lambda: tasks(screen, 10) == ["Anvisa bostad", "Boka möte", "Ge information"]),
          str(tasks(screen, 10)))
    screen.enter()
    x, y, _, height = screen.place()
    xdotool("mousemove", x - 200, int(y + height / 2), "mousedown", 1)
    for row in (1, 1.5, 2, 2.4):
        xdotool("mousemove", x - 200, int(y + height * (row + 0.5)))
        pause(0.15)
    xdotool("mouseup", 1)
    check("a row is dragged to another's place", screen.becomes(lambda: tasks(screen, 10) == ["Boka möte", "Ge information", "Anvisa bostad"]),
          str(tasks(screen, 10)))
    screen.undo()
    check("which is undone too", screen.becomes(lambda: tasks(screen, 10) == ["Anvisa bostad", "Boka möte", "Ge information"]),
          str(tasks(screen, 10)))


SCREEN = start(FOLDER.name, "rows")
check("whatever takes the focus has a name", not list(nameless(SCREEN, showing=True)), list(nameless(SCREEN, showing=True)))
for part in (try_pointer, try_filters, try_time, try_scenario, try_new, try_order):
    SCREEN.enter()
    part(SCREEN)
check("it ends well", SCREEN.end() == 0)
done()
