"""The program on the display of a test, as a user and a screen reader see it: names and roles through AT-SPI, keys and clicks by
xdotool.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys
import time

# The program's warnings are fatal; what the accessibility bus complains of in this process isn't its fault.
FATAL = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from calm import LONGEST, Rest, pause  # noqa: E402

SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")


CLIPBOARD = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py")]

# Before a program: it may write no more than its user's file modes allow; root may write everything.
RIGHTS = "-dac_override,-dac_read_search"
MORTAL = ("setpriv", "--bounding-set=" + RIGHTS, "--inh-caps=" + RIGHTS)


def offer(text):
    """Has another program offer a text on the clipboard, until it is ended; that program."""
    other = subprocess.Popen([*CLIPBOARD, "write"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    other.stdin.write(text)
    other.stdin.close()
    other.stdout.readline()
    return other


def clipboard():
    """The text on the clipboard."""
    return subprocess.run([*CLIPBOARD, "read"], stdout=subprocess.PIPE, text=True, timeout=20).stdout


def xdotool(*args):
    run = subprocess.run(["xdotool", *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return run.stdout.split()


def until(condition, seconds=15):
    """What the condition gives as soon as it gives something, or None when the time is over and the program at rest."""
    end = time.monotonic() + seconds
    rest = None
    while True:
        try:
            found = condition()
        except GLib.Error:  # something went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() >= end:
            rest = rest or Rest()
            if rest.has_come():
                return None
        time.sleep(0.1 if rest is None else 0.02)


def shown(node):
    """Whether it has a place on the screen: pages of a stack that are not in front have none."""
    try:
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    except Exception:
        return False
    return box.width > 0 and box.height > 0


def place(node):
    """Where it is in its window, once it stays there: what comes in beside it pushes it away."""
    now = None
    while True:
        before, box = now, node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        now = (box.x, box.y, box.width, box.height)
        if now == before:
            return box
        pause(0.02)


def cells(node):
    """What a row of a list tells beside its name, each as "column: value"."""
    return [cell for cell in (node.get_description() or "").split(" · ") if cell]


CLASS_NAME = re.compile(r"(Gtk|Adw|Samsyn)[A-Z]\w*")


def badly_named(name):
    """Whether there is no name, or the name of a class, or an underline in it, or the name twice."""
    words = name.split()
    half = len(words) // 2
    return not name or CLASS_NAME.fullmatch(name) or "_" in name or (half > 0 and words[:half] == words[half:])


def nameless(screen, top=None, showing=False):
    """What can take the focus and has no good name."""
    for node in screen.all(showing, top):
        if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE) or (showing and not shown(node)):
            continue
        name = node.get_name()
        if badly_named(name):
            yield f"{node.get_role_name()} {name!r}"


class Screen:
    """A running program; `args` are its arguments, `before` a command that starts it, the rest of its environment what the user has
    chosen."""

    def __init__(self, *args, before=(), **environment):
        env = {name: value for name, value in os.environ.items() if name != "LANGUAGE"}
        self.process = subprocess.Popen([*before, SAMSYN, *args], env=dict(env, G_DEBUG=FATAL, **environment))
        self.frame = until(self._find_frame)
        self.window = (until(lambda: xdotool("search", "--onlyvisible", "--class", "samsyn")) or [None])[-1]
        self.windows = [self.window]
        if self.window:
            xdotool("windowmove", self.window, 0, 0, "windowfocus", self.window)
            # A window without a window manager draws an edge around itself, which its accessibles don't count.
            width = int(xdotool("getwindowgeometry", "--shell", self.window)[3].split("=")[1])
            self.edge = (width - self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW).width) // 2

    def _find_frame(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application.get_child_at_index(0)
        return None

    def all(self, showing=True, top=None, most=100000):
        """Every accessible of the window (or of `top`) that can be seen; of the children of each no more than `most`."""
        pending = [top or self.frame]
        while pending:
            node = pending.pop()
            if node is None:  # it went away between being counted and being asked for
                continue
            try:
                states = node.get_state_set()
                if showing and node is not (top or self.frame) and not states.contains(Atspi.StateType.VISIBLE):
                    continue
                yield node
                pending += [node.get_child_at_index(i) for i in reversed(range(min(node.get_child_count(), most)))]
            except GLib.Error:
                continue

    def dialog(self, seconds=10):
        """Waits for another window of the program and gives it the keys; its accessible, or None.  Without a window manager nobody
        else would."""
        main = set(self.windows)
        found = until(lambda: [window for window in xdotool("search", "--onlyvisible", "--class", "samsyn") if window not in main], seconds)
        if not found:
            return None
        pause(0.5)
        xdotool("windowmove", found[-1], 0, 0, "windowraise", found[-1], "windowfocus", found[-1])
        pause(0.3)
        application = self.frame.get_parent()
        return until(lambda: [child for child in map(application.get_child_at_index, range(application.get_child_count()))
                              if child != self.frame], 5)[-1]

    def keep_dialog(self):
        """What has the keys stays open: what `dialog()` waits for next is another one.  Until it is taken off `windows`."""
        self.windows.append(xdotool("getwindowfocus")[0])

    def to_front(self):
        xdotool("windowraise", self.window, "windowfocus", self.window)
        pause(0.5)

    def named(self, role=None):
        """What there is with its name; not what goes away while it is looked at."""
        for node in self.all():
            try:
                if role is None or node.get_role_name() == role:
                    yield node, node.get_name()
            except GLib.Error:
                continue

    def find(self, name, role=None):
        """The first that has the name (and the role), or None."""
        return next((node for node, its in self.named(role) if its == name), None)

    def wait(self, name, role=None, seconds=15):
        return until(lambda: self.find(name, role), seconds)

    def names(self, role=None):
        return [name for _, name in self.named(role)]

    def click(self, node):
        box = place(node)
        xdotool("mousemove", self.edge + box.x + min(box.width // 2, 60), self.edge + box.y + box.height // 2, "click", 1)
        pause(0.3)

    def key(self, *keys):
        xdotool("key", *keys)
        pause(0.3)

    def type(self, text):
        xdotool("type", "--delay", 30, text)
        pause(0.6)

    def focused(self):
        for node in self.all():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def resize(self, width, height):
        xdotool("windowsize", self.window, width, height)
        pause(0.6)

    def end(self):
        """Closes by Ctrl+Q; the exit status, or None if it had to be ended."""
        self.key("ctrl+q")
        try:
            return self.process.wait(10 + LONGEST)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None
