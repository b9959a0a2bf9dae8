"""Scenarios as a user works with them: adopted on a day and undone, rejected, checkpoints, shown as a map, compared on the screen and
prepared as a workbook; by clicks and by keys, in both languages.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import SAMSYN, Atspi, Screen, nameless, until, xdotool

FOLDER = tempfile.TemporaryDirectory()
PROPOSAL, ENDED, FORCED = "2016 A: samlad mottagningsenhet", "Möta den som själv har ordnat boende", "2017-07-01"
WORDS = {
    "en": {"locale": "en_US.UTF-8", "scenarios": "Scenarios", "comparison": "Comparison", "adopt": "Adopt…", "adopt now": "Adopt",
           "adopted": "The scenario was adopted on 2017-09-01", "undo": "Undo", "date": "Holds from", "forced": "1 July 2017", "reject": "Reject",
           "rejected": "The scenario was rejected; it stays to be read", "checkpoints": "Make Checkpoints",
           "made": "5 checkpoints were made as actions", "there": "All checkpoints are there already", "compare": "Compare with Today",
           "map": "Show as Map", "scenario": "Scenario: ", "ended": "Tasks that have ended (1)", "from date": "From: date",
           "from scenario": "From: scenario: In force", "to scenario": f"To: scenario: {PROPOSAL}", "in force": "In force",
           "same": "Two Maps to Compare", "swap": "Swap the Sides", "workbook": "Prepare the comparison as a workbook", "since": "From: date. Empty: the same date",
           "to": "To: date. Empty: today", "record": "Adopt, Reject or Compare the Scenario",
           "repealed": "⚠ No longer in force: it held until 2010-11-30", "rests": "What Rests on It (2)", "bases": "Legal Basis (1)"},
    "sv": {"locale": "sv_SE.UTF-8", "scenarios": "Förslag (scenarier)", "comparison": "Jämförelse", "adopt": "Anta…", "adopt now": "Anta",
           "adopted": "Förslaget antogs från och med 2017-09-01", "undo": "Ångra", "date": "Gäller från", "forced": FORCED, "reject": "Avslå",
           "rejected": "Förslaget avslogs; det finns kvar att läsa", "checkpoints": "Skapa kontrollpunkter",
           "made": "5 kontrollpunkter skapades som åtgärder", "there": "Alla kontrollpunkter finns redan", "compare": "Jämför med i dag",
           "map": "Visa som karta", "scenario": "Förslag (scenario): ", "ended": "Uppgifter som har upphört (1)",
           "from date": "Från: datum", "from scenario": "Från: förslag: Gällande", "to scenario": f"Till: förslag: {PROPOSAL}",
           "in force": "Gällande", "same": "Två kartor att jämföra", "swap": "Byt plats på sidorna", "workbook": "Förbered jämförelsen som arbetsbok",
           "since": "Från: datum. Tomt: samma datum", "to": "Till: datum. Tomt: i dag", "record": "Anta, avslå eller jämför förslaget",
           "repealed": "⚠ Gäller inte längre: gällde till och med 2010-11-30", "rests": "Vad som vilar på det (2)",
           "bases": "Rättslig grund (1)"},
}


def records(file, kind):
    run = subprocess.run([SAMSYN, "list", file, kind, "--format=json"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout)["records"]


def scenario(file):
    return next(record for record in records(file, "scenario") if record["name"] == PROPOSAL)


def task(file):
    return next(record for record in records(file, "task") if record["name"] == ENDED)


def button(screen, name):
    return screen.wait(name, "push button") or screen.wait(name, "toggle button")


def starting(screen, text):
    return next((node for node in screen.all() if (node.get_name() or "").startswith(text)), None)


def left(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).x


def open_page(screen, name):
    screen.click(screen.wait(name, "list item"))
    pause(0.5)


def open_scenario(screen, words):
    open_page(screen, words["scenarios"])
    screen.click(until(lambda: min((node for node in screen.all() if node.get_name() == PROPOSAL and left(node) > 0), key=left,
                                   default=None)))
    check("its actions stand in the record", until(lambda: starting(screen, words["adopt"])))


def adopt(screen, words, day):
    screen.click(until(lambda: starting(screen, words["adopt"])))
    check("the day of the adoption is asked for", until(lambda: (screen.focused() or screen.frame).get_name() == words["date"]),
          screen.focused() and screen.focused().get_name())
    screen.key("ctrl+a")
    screen.type(day)


def adopt_and_see_message(screen, words):
    """The message stays for seconds only, which a busy machine may need to look through the window: then it is done once more."""
    for _ in range(3):
        adopt(screen, words, "2017-09-01")
        clashes = any("2016 B" in name for name in screen.names("label"))
        screen.key("Return")
        undo = screen.wait(words["undo"], seconds=7)
        if undo:
            return clashes, undo, screen.find(words["adopted"])
        screen.key("ctrl+z")
    return clashes, None, None


def try_adopting(screen, words, file, language):
    clashes, undo, told = adopt_and_see_message(screen, words)
    adopted = scenario(file)
    if undo:
        screen.click(undo)
    check(f"{language}: it tells which other proposals touch the same", clashes)
    check(f"{language}: told", told)
    check(f"{language}: adopted on that day", adopted["status"] == "adopted" and adopted["effective_on"] == "2017-09-01", adopted)
    check(f"{language}: undone from the message, in one step", until(lambda: scenario(file)["status"] == "proposed")
          and "valid_to" not in task(file) and len(records(file, "ending")) == 2)
    adopt(screen, words, "2017-09-01")
    screen.key("Tab", "Return")
    check(f"{language}: adopted by the button", until(lambda: scenario(file)["status"] == "adopted"))
    check(f"{language}: what it ends holds until the day before", task(file).get("valid_to") == "2017-08-31", task(file))
    check(f"{language}: its endings are done", records(file, "ending") == [])
    check(f"{language}: an adopted scenario is not adopted again", until(lambda: not starting(screen, words["adopt"])))
    screen.key("ctrl+z")
    check(f"{language}: it can be undone, and adopted again", until(lambda: starting(screen, words["adopt"])) and "valid_to" not in task(file))


def try_wrong_day(screen, words, file, language):
    screen.click(starting(screen, words["adopt"]))
    screen.wait(words["date"])
    screen.key("ctrl+a")
    screen.type("nonsens")
    screen.key("Return")
    pause(0.5)
    check(f"{language}: no day, no adoption", scenario(file)["status"] == "proposed" and screen.find(words["date"]))
    screen.key("Escape")


def try_checkpoints(screen, words, file, language):
    before = len(records(file, "action"))
    screen.click(button(screen, words["checkpoints"]))
    check(f"{language}: five checkpoints", screen.wait(words["made"]) and len(records(file, "action")) == before + 5)
    screen.click(button(screen, words["checkpoints"]))
    check(f"{language}: made once", screen.wait(words["there"]) and len(records(file, "action")) == before + 5)


def try_map(screen, words, language):
    # Out of the way of the tooltip of the button above.
    xdotool("mousemove", 1000, 560)
    pause(0.7)
    screen.click(button(screen, words["map"]))
    check(f"{language}: the map shows the scenario", until(lambda: screen.find(words["scenario"] + PROPOSAL)))
    screen.key("Escape")
    screen.click(button(screen, words["record"]))
    check(f"{language}: and leads to its record", until(lambda: starting(screen, words["adopt"])))


def row(screen, name):
    """The page's row of that name: the record beside it may have one too."""
    return until(lambda: min((node for node in screen.all() if node.get_name() == name and node.get_role_name() == "list item"),
                             key=left, default=None))


def try_comparison(screen, words, file, language):
    screen.click(button(screen, words["compare"]))
    check(f"{language}: what is in force today with the scenario", screen.wait(words["from scenario"]) and screen.wait(words["to scenario"]))
    check(f"{language}: what it ends is told", row(screen, words["ended"]))
    screen.click(row(screen, ENDED))
    check(f"{language}: a line opens its record", until(lambda: ENDED in screen.names("heading") or
                                                       any(ENDED == (n.get_name() or "") for n in screen.all() if n.get_role_name() == "heading")))
    screen.key("Escape")
    # By keys: the date of the side that is compared with, then the workbook.
    entry = screen.wait(words["from date"])
    screen.click(entry)
    screen.key("ctrl+a")
    screen.type(FORCED)
    screen.key("Return")
    check(f"{language}: from another date what differs is something else", until(lambda: row(screen, words["ended"])))
    screen.click(button(screen, words["swap"]))
    check(f"{language}: the sides swapped", until(lambda: not screen.find(words["ended"])))
    screen.click(button(screen, words["swap"]))
    screen.click(button(screen, words["workbook"]))
    dialog = screen.dialog()
    names = [node.get_name() for node in screen.all(top=dialog)] if dialog else []
    check(f"{language}: the workbook is prepared from both sides", words["since"] in names and words["to"] in names
          and names.count(PROPOSAL) >= 1, names)
    texts = [Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) for node in screen.all(top=dialog)
             if "Text" in node.get_interfaces()] if dialog else []
    check(f"{language}: with their dates", texts.count(words["forced"]) >= 2, texts)
    screen.key("Escape")
    screen.to_front()


def try_rejecting(screen, words, file, language):
    open_scenario(screen, words)
    screen.click(button(screen, words["reject"]))
    check(f"{language}: rejected", screen.wait(words["rejected"]) and scenario(file)["status"] == "rejected")
    check(f"{language}: a rejected scenario is only read", until(lambda: not starting(screen, words["adopt"]))
          and screen.find(words["compare"]))
    screen.key("ctrl+z")
    check(f"{language}: undone", until(lambda: scenario(file)["status"] == "proposed"))


def try_evidence(screen, words, language):
    screen.key("ctrl+k")
    screen.type("1990:927")
    pause(1)
    screen.key("Return")
    check(f"{language}: a repealed ordinance says so", screen.wait(words["repealed"]))
    check(f"{language}: and what it carried", screen.wait(words["rests"]))
    rested = until(lambda: next((node for node in screen.all() if node.get_role_name() == "list item"
                                 and (node.get_name() or "").endswith("37 §")), None))
    check(f"{language}: each with its place", rested)
    xdotool("mousemove", 1000, 500, *["click", 5] * 20)
    pause(0.7)
    screen.click(rested)
    check(f"{language}: an assignment tells its basis, and that it is repealed", screen.wait(words["bases"])
          and until(lambda: any("37 §" in (n or "") and words["repealed"][2:] in (n or "") for n in screen.names("list item"))))


for language, words in WORDS.items():
    file = os.path.join(FOLDER.name, f"{language}.samsyn")
    subprocess.run([SAMSYN, "new", file, "--sample=oversyn"], check=True)
    screen = Screen(file, LC_ALL=words["locale"], SAMSYN_NOW="2016-11-18")
    open_page(screen, words["comparison"])
    check(f"{language}: at first a proposal is compared with what is in force then", row(screen, words["ended"])
          and screen.find(words["to scenario"]))
    check(f"{language}: all that takes the focus has a name", not list(nameless(screen)), list(nameless(screen)))
    open_scenario(screen, words)
    try_wrong_day(screen, words, file, language)
    try_adopting(screen, words, file, language)
    try_checkpoints(screen, words, file, language)
    try_map(screen, words, language)
    open_scenario(screen, words)
    try_comparison(screen, words, file, language)
    try_rejecting(screen, words, file, language)
    try_evidence(screen, words, language)
    check(f"{language}: ended well", screen.end() == 0)
done()
