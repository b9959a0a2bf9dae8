"""Findings in the window: what is wrong, why and by which rule; mended, turned into something to do, accepted; each seen in the file
and undone.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from map_world import MAP, MapScreen, start
from screen import nameless, shown

FOLDER = tempfile.TemporaryDirectory()
AF = "Arbetsförmedlingen"
SENTENCE = "Fel: Ingen utför (R) ”Etableringsplan”."


def row(screen, sentence=SENTENCE):
    return next((node for node in screen.all() if node.get_role_name() == "list item" and (node.get_name() or "").startswith(sentence)
                 and shown(node)), None)


def button(screen, name):
    return next((node for node in screen.all() if node.get_role_name() == "push button" and (node.get_name() or "").startswith(name)
                 and shown(node)), None)


def press(screen, name):
    """Clicks the button of that name as soon as it is there."""
    if screen.becomes(lambda: button(screen, name)):
        screen.click(button(screen, name))


def try_words(screen):
    check("the finding says what is wrong, in one sentence", screen.becomes(lambda: row(screen)), screen.names("list item"))
    screen.click(row(screen))
    for part in ("En uppgift som ingen har fått", "PMBOK"):
        check(f"opened it tells why, and by whose rule: {part}", screen.told(part), screen.names("label"))
    bad = list(nameless(screen, showing=True))
    check("whatever takes the focus has a name", not bad, bad)


def try_mend(screen):
    before = screen.letters()
    press(screen, f"Låt {AF}")
    check("the mend gives the letter", screen.becomes(lambda: screen.letters().get(("Etableringsplan", AF)) == "AR"), str(screen.letters()))
    check("and the finding is gone", screen.becomes(lambda: not row(screen)), screen.names("list item"))
    screen.undo()
    check("undone, it is back", screen.becomes(lambda: screen.letters() == before and row(screen)), str(screen.letters()))


def try_turning(screen):
    for name, kind in (("Gör till utvecklingsområde", "development_area"), ("Gör till åtgärd", "action"), ("Begär ett beslut", "decision")):
        if not button(screen, name):
            screen.click(row(screen))
        press(screen, name)
        check(f"“{name}” makes one record", screen.becomes(lambda: len(screen.records(kind)) == 1), str(screen.records(kind)))
        made = (screen.records(kind) or [{}])[0]
        ties = [link["to"] for link in screen.records("link") if link["from"] == made.get("id")] + [made.get("origin")]
        check("which is tied to the task", 23 in ties, str(ties))
        screen.key("Escape")
        screen.undo()
        check("and one step takes both back", screen.becomes(lambda: not screen.records(kind) and not screen.records("link")),
              str(screen.records("link")))


def accept(screen, sentence=SENTENCE):
    if not button(screen, "Godta…"):
        screen.click(row(screen, sentence))
    press(screen, "Godta…")
    for _ in range(4):
        if screen.at() == "Därför att":
            break
        screen.key("Tab")
    check("the reason is asked for", screen.at() == "Därför att", screen.at())
    screen.type("prövas")
    for _ in range(4):
        if screen.at() == "Godta":
            break
        screen.key("Tab")
    screen.key("space")


def try_accepting(screen):
    accept(screen)
    check("it is accepted until a day, for a reason",
          screen.becomes(lambda: [(record.get("until"), record["reason"]) for record in screen.records("acceptance")]
                         == [("2017-05-18", "prövas")]), str(screen.records("acceptance")))
    check("and out of the list", screen.becomes(lambda: not row(screen)), screen.names("list item"))
    screen.undo()
    check("undone, it is back", screen.becomes(lambda: not screen.records("acceptance") and row(screen)))


def try_groups(screen):
    """By organisation: one heading is the organisation's name."""
    check("by rule there is no heading for an organisation", AF not in screen.names("label"), screen.names("label"))
    check("the grouping can be chosen", screen.becomes(lambda: choice(screen)), screen.names())
    screen.click(choice(screen))
    screen.key("Down", "Return")
    check("grouped by organisation, one is a heading", screen.becomes(lambda: AF in screen.names("label")), screen.names("label"))
    # The choice has the focus still; a click would only be what closes its list.
    screen.key("space")
    screen.key("Up", "Return")
    check("and by rule again", screen.becomes(lambda: AF not in screen.names("label") and row(screen)), screen.names("label"))


def choice(screen):
    return next((node for node in screen.all() if (node.get_name() or "").startswith("Gruppering") and shown(node)), None)


def go_to(screen, page):
    screen.click(screen.wait(page, "list item"))
    pause(0.5)


def add_letter(screen, organisation):
    """On the map: another organisation is accountable too."""
    go_to(screen, "Karta")
    screen.map = screen.wait(MAP)
    screen.enter()
    check(f"{organisation}: the cell is reached", screen.go("Anvisa bostad", organisation), screen.at())
    screen.key("a")
    check(f"{organisation} is accountable too", screen.becomes(lambda: "A" in screen.letters().get(("Anvisa bostad", organisation), "")),
          str(screen.letters()))
    go_to(screen, "Brister")


def try_changed(screen):
    """What was accepted comes back when its cause is another, says so, and goes when the cause is the old one."""
    two = "Fel: Fler än en är ytterst ansvarig (A) för ”Anvisa bostad”: Arbetsförmedlingen och Socialnämnden."
    three = "Fel: Fler än en är ytterst ansvarig (A) för ”Anvisa bostad”: "
    add_letter(screen, "Socialnämnden")
    check("two of them are a finding", screen.becomes(lambda: row(screen, two)), screen.names("list item"))
    accept(screen, two)
    check("which is accepted", screen.becomes(lambda: len(screen.records("acceptance")) == 1 and not row(screen, three)),
          str(screen.records("acceptance")))
    add_letter(screen, "Utbildningsnämnden")
    back = screen.becomes(lambda: row(screen, three))
    check("a third one brings it back", back and "Utbildningsnämnden" in row(screen, three).get_name(), screen.names("list item"))
    check("which says why", back and row(screen, three).get_name().endswith("(Öppen igen: orsaken har ändrats)"),
          back and row(screen, three).get_name())
    check("the acceptance is kept as it was", len(screen.records("acceptance")) == 1)
    screen.undo()
    check("with the old cause it is accepted again", screen.becomes(lambda: not row(screen, three)), screen.names("list item"))
    screen.undo()
    screen.undo()
    check("and all of it is undone", screen.becomes(lambda: not screen.records("acceptance") and not row(screen, three)))


def try_return(screen):
    """What was accepted comes back on the day after its last."""
    accept(screen)
    check("accepted once more", screen.becomes(lambda: screen.records("acceptance") and not row(screen)))
    check("the program ends", screen.end() == 0)
    for now, back in (("2017-05-18", False), ("2017-05-19", True)):
        later = MapScreen(screen.path, SAMSYN_NOW=now)
        later.click(later.wait("Brister", "list item"))
        later.wait("Fel", None, 5)
        check(f"on {now} it is {'back' if back else 'still accepted'}",
              later.becomes(lambda: row(later)) if back else not later.becomes(lambda: row(later)), later.names("list item"))
        check("it ends well", later.end() == 0)


SCREEN = start(FOLDER.name, "findings")
SCREEN.click(SCREEN.wait("Brister", "list item"))
for part in (try_words, try_mend, try_turning, try_accepting, try_changed, try_groups, try_return):
    part(SCREEN)
done()
