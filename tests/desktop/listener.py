"""A user who hears what a screen reader is told without asking.

GTK tells nothing of a widget that nobody has asked for.  So whoever listens looks at nothing before it was told: what has the focus,
and the events that come by themselves, are all there is to know.

SPDX-License-Identifier: GPL-3.0-or-later
"""

from screen import Atspi, GLib
from tap import check
from traveller import Traveller

# What GTK 4.8 makes of the roles "status" and "alert".
SPEAKING = ("status bar", "alert", "notification")


class Listener(Traveller):
    """A Traveller who remembers the messages: (the kind of event, the role, the words)."""

    def __init__(self, *args, **environment):
        self.told = []
        self.ears = [Atspi.EventListener.new(self.on_name), Atspi.EventListener.new(self.on_child),
                     Atspi.EventListener.new(self.on_description)]
        self.ears[0].register("object:property-change:accessible-name")
        self.ears[1].register("object:children-changed:add")
        self.ears[2].register("object:property-change:accessible-description")
        super().__init__("sv", *args, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW="2016-11-18", **environment)

    def remember(self, event, node):
        try:
            role = node.get_role_name()
            if role in SPEAKING:
                self.told.append((event, role, node.get_name()))
        except (AttributeError, GLib.Error):  # it is no widget, or gone
            pass

    def on_name(self, event):
        self.remember("name", event.source)

    def on_child(self, event):
        self.remember("shown", event.any_data)

    def on_description(self, event):
        """Of what has the focus, what is told of it is read too."""
        try:
            if event.source.get_state_set().contains(Atspi.StateType.FOCUSED):
                # What was told then; it may be another by now.
                self.told.append(("described", event.source.get_role_name(), event.any_data or ""))
        except GLib.Error:
            pass

    def told_after(self, act, holds, seconds=6):
        """Whether words for which `holds` are told after the act; and all that was told."""
        self.listen(0.3)
        self.told.clear()
        act()
        self.listen(seconds, lambda: any(holds(words) for _, _, words in self.told))
        return any(holds(words) for _, _, words in self.told), [str(one) for one in self.told]

    def is_told(self, name, act, holds, seconds=6):
        """By a message, and by what has the focus: there are screen readers that read only this at once."""
        told, detail = self.told_after(act, holds, seconds)
        self.listen(3, lambda: self.is_read(holds))
        check(name, told and self.is_read(holds), detail + [str(one) for one in self.told] or "nothing was told")

    def is_read(self, holds):
        return any(event == "described" and any(map(holds, [words, *words.split(" · ")])) for event, _, words in self.told)
