"""A user who finds the way by keys alone, or by the pointer: to pages, into the fields of records, through choosers.

Words are those of `samsyn kinds`, in the language that the user has chosen; what has the focus is what a screen reader is told.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import subprocess
import time

from calm import Rest
from screen import SAMSYN, Atspi, GLib, Screen, shown, until, xdotool

KINDS = {kind["id"]: kind for kind in json.loads(subprocess.run([SAMSYN, "kinds", "--format=json"], check=True,
                                                                stdout=subprocess.PIPE, text=True).stdout)["kinds"]}
WAYS = {"text": "type_text", "long_text": "type_text", "date": "type_text", "time": "type_text", "integer": "type_text",
        "number": "type_text", "money": "type_text", "choice": "choose", "boolean": "choose", "reference": "refer"}

NEW = {"en": "New Record", "sv": "Ny post"}


class Lost(Exception):
    """What was looked for did not come into focus; says what did."""


def field_of(kind, field):
    return next(one for one in KINDS[kind]["fields"] if one["id"] == field)


class Traveller(Screen):
    """A Screen and the focus in it."""

    def __init__(self, language, *args, **environment):
        self.language = language
        self.focus = None
        self.moves = 0
        self.listener = Atspi.EventListener.new(self.heard)
        self.listener.register("object:state-changed:focused")
        super().__init__(*args, **environment)

    def heard(self, event):
        if event.detail1:
            self.focus = event.source
            self.moves += 1

    def listen(self, seconds, enough=lambda: False):
        """Takes in what the program tells, until it is enough, or for so long and until the program is at rest."""
        end = time.monotonic() + seconds
        rest = None
        while not enough():
            while GLib.MainContext.default().iteration(False):
                pass
            if time.monotonic() >= end:
                rest = rest or Rest()
                if rest.has_come():
                    break
            time.sleep(0.01)
        while GLib.MainContext.default().iteration(False):
            pass

    def at(self):
        """The name of what has the focus."""
        try:
            return self.focus.get_name() if self.focus else ""
        except GLib.Error:
            return ""

    def press(self, *keys):
        """Presses keys, and takes in where the focus went."""
        before = self.moves
        xdotool("key", *keys)
        self.listen(0.15, lambda: self.moves != before)
        self.listen(0.02)

    def press_until(self, key, arrived, most=80):
        """The key again and again until the focus is where it should be."""
        passed = []
        for _ in range(most):
            if arrived(self.at()):
                return
            self.press(key)
            passed.append(self.at())
        raise Lost(f"{key} went by {passed}")

    def write(self, text):
        xdotool("type", "--delay", 4, text)
        self.listen(0.1)

    # ---- By keys

    def label(self, kind, field):
        return field_of(kind, field)["label"][self.language]

    def go_to(self, kind):
        """To the page of a kind, in the sidebar."""
        wanted = KINDS[kind]["plural"][self.language]
        self.press("F9")
        self.listen(0.2)
        self.press("Home")
        self.press_until("Down", lambda name: name == wanted)
        self.press("Return")
        self.listen(0.3)

    def open_record(self, kind, title):
        """By the filter of its page: the only record that has this title."""
        self.go_to(kind)
        self.press("ctrl+f")
        self.press("ctrl+a")
        self.write(title)
        self.press_until("Tab", lambda name: name == title, 20)
        self.press("Return")
        self.listen(1)

    def in_field(self, kind, field):
        """Whether the focus is there; a field's name says also what is chosen, or that it can't stay empty."""
        label = self.label(kind, field)
        return self.at() == label or self.at().startswith((label + ": ", label + " ("))

    def to_field(self, kind, field):
        self.press_until("Tab", lambda name: self.in_field(kind, field), 60)

    def type_text(self, kind, field, value):
        self.press("ctrl+a")
        self.write(value)

    def choose(self, kind, field, value):
        choices = {choice["id"]: choice["label"][self.language] for choice in field_of(kind, field).get("choices", [])}
        self.press("space")
        self.listen(0.3)
        self.press("Home")
        self.press_until("Down", lambda name: name == choices[value], 25)
        self.press("Return")
        self.listen(0.3, lambda: self.at().endswith(": " + choices[value]))

    def refer(self, kind, field, value):
        self.press("space")
        self.listen(0.5)
        self.write(value)
        self.listen(0.3)
        self.press("Return")
        self.listen(0.8, lambda: value in self.at())

    def fill(self, kind, values):
        """Writes fields one after the other, in the order of the form, and leaves the last one, which may have a button too."""
        for field, value in values.items():
            self.to_field(kind, field)
            getattr(self, WAYS[field_of(kind, field)["type"]])(kind, field, value)
        self.press("Tab")
        self.press("Tab")
        self.listen(0.2)

    def add(self, kind, values):
        """A new record on the page that is shown."""
        self.press("ctrl+n")
        self.listen(1.5, lambda: self.in_field(kind, KINDS[kind]["fields"][0]["id"]))
        self.fill(kind, values)

    # ---- By the pointer

    def named_in(self, window, name):
        """The accessible of that name in one of the program's windows, or None."""
        return next((node for node in self.all(top=window) if node.get_name() == name and shown(node)), None)

    def point(self, kind, values):
        """A new record by clicks; only texts are typed."""
        page = self.wait(KINDS[kind]["plural"][self.language], "list item")
        self.scroll_to(page)
        self.click(page)
        self.click(until(lambda: self.button(NEW[self.language])))
        for field, value in values.items():
            control = until(lambda: self.control(kind, field), 5)
            if control is None:
                raise Lost(f"no {field} among {[name for name in self.names() if name]}")
            self.click(control)
            if field_of(kind, field)["type"] == "reference":
                self.choose_by_pointer(kind, field, value)
            else:
                self.type_text(kind, field, value)
        self.press("Tab")
        self.press("Tab")
        self.listen(0.2)

    def choose_by_pointer(self, kind, field, value):
        """In the chooser that the click opened; what was chosen is in the name of the field's control."""
        self.listen(0.5)
        self.listen(3, self.in_entry)
        if not self.in_entry():
            raise Lost(f"no chooser for {field}, the focus is at {self.at()!r}")
        self.write(value)
        self.press("Return")
        if not until(lambda: (self.control(kind, field) or self.frame).get_name().endswith(value), 5):
            raise Lost(f"{value} is not chosen: {[name for name in self.names() if name]}")

    def in_entry(self):
        """Whether something that is typed goes into a line of text."""
        try:
            return self.focus is not None and self.focus.get_role_name() in ("entry", "text")
        except GLib.Error:
            return False

    def scroll_to(self, node):
        """Turns the wheel over the sidebar until the node is in sight."""
        height = self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height
        for _ in range(40):
            box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            if 60 < box.y < height - 2 * box.height:
                return
            xdotool("mousemove", self.edge + 100, self.edge + height // 2, "click", 4 if box.y <= 60 else 5)
            self.listen(0.3)

    def button(self, name):
        return next((node for node in self.all()
                     if node.get_role_name() == "push button" and node.get_name().startswith(name) and shown(node)), None)

    def control(self, kind, field):
        """The control of a field, as it is on the screen."""
        label = self.label(kind, field)
        for node in self.all():
            if node.get_state_set().contains(Atspi.StateType.FOCUSABLE) and shown(node) \
                    and (node.get_name() == label or node.get_name().startswith((label + ": ", label + " ("))):
                return node
        return None
