"""The words of the window: on every page, in a record of every kind with its history, in the other windows, in messages and in errors,
nothing that a user should never see.  In Swedish no English word, in no language the id of a record, of a choice or of a kind, or a date
as it is not written there; and a name for whatever takes the focus.

usage: test-words.py sv|en [pages] [windows] [messages]      all, if none is named

SPDX-License-Identifier: GPL-3.0-or-later
"""

import gettext
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from calm import pause
from tap import check, done
from screen import CLASS_NAME, SAMSYN, Atspi, GLib, Screen, badly_named, cells, shown, until

KEY_CAPS = {"Delete", "Home", "End", "Page Up", "Page Down", "Ctrl", "Alt", "Shift"}  # named by GTK

LANGUAGE = sys.argv[1]
LOCALE = {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8"}[LANGUAGE]
FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "Översyn 2016.samsyn")
ID = re.compile(r"(?<![\d-])\d{13,15}(?!\d)")
CODE = re.compile(r"(?<![\w./-])[a-z]+_[a-z_]+(?![\w.])")
SETTING = re.compile(r"(?<![\w./-])(?:findings|lights)\.[a-z]")  # no words of the user's, though they stand in the workspace
# How the other language, and no person at all, writes dates.
WRONG_DATE = {"sv": re.compile(r"\b\d{1,2} (January|February|March|May|June|July|August|October|Jan|Feb|Mar|Oct|Dec) \d{4}\b|"
                               r"\b[A-Z][a-z]{2} \d{1,2}, \d{4}|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\d{4}-\d\d-\d\dT"),
              "en": re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} (januari|februari|maj|juni|juli|augusti|oktober)\b")}[LANGUAGE]
ENTERED = ("panel", "combo box")  # are read as what the focus comes into
ROWS = 12  # of a list that are looked at: the others are like them


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def texts_of(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, str):
        yield value


def pattern(msgid):
    """What a message looks like once it is filled in; None where nothing but the filling is left."""
    parts = re.split(r"%(?:\d\$)?[-+ 0'#]*\d*(?:\.\d+)?(?:l|ll|h|z)?[a-zA-Z]|%%", msgid)
    if max((len(re.sub(r"\W", "", part)) for part in parts), default=0) < 4:
        return None
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


class Words:
    """What may not stand anywhere: whole texts with the reason, and patterns of the messages in the other language."""

    def __init__(self, kinds, own):
        self.own = own
        self.texts = {}
        self.patterns = []
        labels = {label for kind in kinds for label in self.labels(kind)}
        labels |= {label.lower() for label in labels}  # in the middle of a sentence
        for kind in kinds:
            self.texts[kind["id"]] = "the id of a kind"
            for field in kind["fields"]:
                for choice in field.get("choices", []):
                    self.texts[choice["id"]] = "the id of a choice"
        if LANGUAGE == "sv":
            self.add_english()
        self.texts = {text: why for text, why in self.texts.items() if text not in own and text not in labels}

    @staticmethod
    def labels(kind):
        yield kind["label"][LANGUAGE]
        yield kind["plural"][LANGUAGE]
        for field in kind["fields"]:
            yield field["label"][LANGUAGE]
            for choice in field.get("choices", []):
                yield choice["label"][LANGUAGE]

    def add_english(self):
        with open(os.path.join(os.environ["SAMSYN_BUILD"], "po", "sv.mo"), "rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog
        plain = {str(text).replace("_", "") for text in catalogue.values()}
        for msgid, translation in catalogue.items():
            english = (msgid[0] if isinstance(msgid, tuple) else msgid).split("\x04")[-1].replace("_", "")
            if not english or english in plain or translation.replace("_", "") == english:
                continue
            if "%" not in english:
                self.texts[english] = "English"
            elif pattern(english):
                self.patterns.append(pattern(english))

    def faults(self, text):
        """Why a text may not stand there."""
        is_own = text in self.own or any(text in each for each in self.own if len(text) > 8)
        if ID.search(text) and not is_own:
            yield "the id of a record"
        if CODE.search(text) and not is_own:
            yield "a code"
        if SETTING.search(text):
            yield "the id of a setting"
        # A cell reads "column: value", and lines of details are joined by dots.
        for part in {text} | {part.strip() for part in re.split(r": | · |, |\n|; ", text)}:
            is_key = part in KEY_CAPS and (text == part or text.endswith(f": {part}"))
            if part in self.texts and not is_key:
                yield f"{self.texts[part]} “{part}”"
        if not is_own and any(each.fullmatch(text) for each in self.patterns):
            yield "English"
        if WRONG_DATE.search(text) and not any(WRONG_DATE.search(text).group() in each for each in self.own):
            yield "a date in the wrong form"


def labels_of(node):
    """The names of what labels it, which are read before its own."""
    return [relation.get_target(i).get_name() or "" for relation in node.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY for i in range(relation.get_n_targets())]


class Walk:
    """What was seen so far, and what was wrong with it."""

    def __init__(self, words):
        self.words = words
        self.seen, self.named, self.faults, self.nameless = set(), set(), set(), set()

    def look(self, screen, place, top=None):
        for node in screen.all(top=top, most=ROWS):
            try:
                self.look_at(node, place)
            except GLib.Error:
                continue

    def look_at(self, node, place):
        name = node.get_name() or ""
        for text in {name, *cells(node)} - self.seen:
            faults = list(self.words.faults(text)) if not CLASS_NAME.fullmatch(text) else []
            if not faults or shown(node):
                self.seen.add(text)
                self.faults |= {f"{place}: {fault}: {text}" for fault in faults}
        if CLASS_NAME.fullmatch(name) and node.get_role_name() in ENTERED and shown(node):
            self.nameless.add(f"{place}: inside {node.get_role_name()} {name!r}")
        if node.get_state_set().contains(Atspi.StateType.FOCUSABLE) and any(map(CLASS_NAME.fullmatch, labels_of(node))) \
                and "AdwViewSwitcher" not in self.way_to(node):
            self.nameless.add(f"{place}: {name!r} is labelled by {labels_of(node)}")
        if badly_named(name) and node.get_state_set().contains(Atspi.StateType.FOCUSABLE) and shown(node):
            way = self.way_to(node)
            # What nobody comes to: the rows of a drop-down list that is closed, and the tabs of a single page.
            if not (node.get_role_name() == "list item" and not name) and "AdwViewSwitcher" not in way:
                self.nameless.add(f"{place}: {node.get_role_name()} {name!r} in {way}")

    @staticmethod
    def way_to(node):
        names = []
        while len(names) < 4 and (node := node.get_parent()) is not None:
            names.append(node.get_name() or node.get_role_name())
        return " < ".join(names)

    def report(self, what):
        check(f"{what}: no ids, no foreign words, no wrong dates", not self.faults, sorted(self.faults))
        check(f"{what}: whatever takes the focus has a name", not self.nameless, sorted(self.nameless))
        self.faults, self.nameless = set(), set()


def label(kinds, kind, what="plural"):
    return next(each[what][LANGUAGE] for each in kinds if each["id"] == kind)


def page_names(screen):
    sidebar = screen.wait({"sv": "Vad arbetsytan innehåller", "en": "What the workspace holds"}[LANGUAGE], "list")
    rows = map(sidebar.get_child_at_index, range(sidebar.get_child_count()))
    return [row.get_name() for row in rows if row.get_role_name() == "list item"]


def open_history(screen):
    """Opens the history of the record that is shown."""
    for node in screen.all(most=ROWS):
        if node.get_role_name() in ("push button", "toggle button", "button") and node.get_name() in ("Historik", "History"):
            node.do_action(0)
            pause(0.5)
            return True
    return False


def walk_pages(screen, walk, kinds):
    """Every page, and on those of a kind its first record with the history."""
    items = page_names(screen)
    lists = {label(kinds, kind["id"]) for kind in kinds}
    histories = 0
    screen.key("alt+Left", "Home")
    for page in items:
        pause(0.3)
        walk.look(screen, page)
        if page in lists:
            screen.key("F6", "F6")  # the list has the focus once its rows are drawn
            screen.key("Return")
            histories += bool(until(lambda: open_history(screen), 4))
            walk.look(screen, f"{page}, a record")
            screen.key("Escape")
        screen.key("alt+Left", "Down")
    check(f"all {len(items)} pages were looked at, and the history of a record of most", len(items) > 40 and histories > 30
          and len(walk.seen) > 1000, f"{len(items)}, {histories}, {len(walk.seen)}")
    walk.report("pages and records")


def walk_windows(screen, walk, kinds):
    opened = []
    for keys in ("ctrl+comma", "ctrl+e", "ctrl+question"):
        screen.key(keys)
        dialog = screen.dialog()
        if dialog:
            opened.append(keys)
            walk.look(screen, keys, dialog)
            screen.key("Escape")
        screen.to_front()
    screen.key("ctrl+k")
    screen.type("am")
    walk.look(screen, "ctrl+k")
    screen.key("Escape", "F10")
    walk.look(screen, "menu")
    screen.key("Escape")
    check("preferences, reports and keys were looked at", len(opened) == 3, opened)
    walk.report("other windows")


def type_wrong_date(screen, kinds):
    """Into the first date of the record that is shown; whether there is one."""
    action = next(kind for kind in kinds if kind["id"] == "action")
    dates = [field["label"][LANGUAGE] for field in action["fields"] if field["type"] == "date"]
    screen.key("F6")
    for _ in range(20):
        focused = until(screen.focused, 3)
        if focused and any(focused.get_name().startswith(date) for date in dates):
            screen.key("ctrl+a")
            screen.type("31/2x")
            screen.key("Tab")
            return True
        screen.key("Tab")
    return False


def walk_messages(screen, walk, kinds):
    """What is said where something is deleted and put back, copied, typed wrongly and changed."""
    screen.key("alt+Left", "Home", *["Down"] * page_names(screen).index(label(kinds, "action")))
    pause(3)
    screen.key("F6", "F6")
    screen.key("Return")
    pause(0.5)
    screen.key("ctrl+Delete")
    walk.look(screen, "deleted")
    screen.key("ctrl+z")
    walk.look(screen, "undone")
    screen.key("ctrl+shift+z")
    walk.look(screen, "redone")
    screen.key("ctrl+z", "ctrl+z", "ctrl+z")
    walk.look(screen, "nothing to undo")
    screen.key("alt+Left", "F6", "F6", "ctrl+a", "ctrl+c")
    walk.look(screen, "copied")
    screen.key("Home", "Return")
    pause(0.5)
    check("a date was typed wrongly", type_wrong_date(screen, kinds))
    walk.look(screen, "a date that is none")
    screen.key("ctrl+w")
    dialog = screen.dialog()
    check("the window asks before it closes", dialog is not None)
    walk.look(screen, "asked before closing", dialog)
    screen.key("Escape")
    pause(0.5)
    screen.to_front()
    screen.key("ctrl+z")
    walk.report("messages")


command("new", FILE, "--sample=oversyn")
KINDS = json.loads(command("kinds", "--format=json"))["kinds"]
EXPORT = os.path.join(FOLDER.name, "all.json")
command("export", FILE, f"--output={EXPORT}")
with open(EXPORT, encoding="utf-8") as EXPORTED:
    RECORDS = json.load(EXPORTED)["records"]
WORDS = Words(KINDS, {text for text in texts_of(RECORDS) if not re.fullmatch(r"[a-z_]+|\d+", text)})
check("there are words to look for", len(WORDS.texts) > (500 if LANGUAGE == "sv" else 40), len(WORDS.texts))
SCREEN = Screen(FILE, LC_ALL=LOCALE, SAMSYN_NOW="2016-10-15")
WALK = Walk(WORDS)
for NAME, WALK_PART in (("pages", walk_pages), ("windows", walk_windows), ("messages", walk_messages)):
    if NAME in (sys.argv[2:] or [NAME]):
        WALK_PART(SCREEN, WALK, KINDS)
check("it ends well", SCREEN.end() == 0)
done()
