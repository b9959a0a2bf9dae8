"""A display of its own for a test: Xvfb, a session bus and the accessibility bus.

usage: display.py PROGRAM ARGUMENT…      runs the program there and ends with its status

Nothing of the user's own session is touched: home and runtime folders are new ones.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

SIZE = os.environ.get("SAMSYN_SCREEN", "1280x800")


def environment(home, server, display):
    env = dict(os.environ, DISPLAY=display, HOME=home, SAMSYN_TEST_SERVER=str(server.pid), GDK_BACKEND="x11", GTK_A11Y=os.environ.get("GTK_A11Y", "atspi"),
               GSETTINGS_BACKEND="memory", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", NO_AT_BRIDGE="0",
               XDG_RUNTIME_DIR=os.path.join(home, "run"), XDG_CURRENT_DESKTOP="")
    for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                 "XDG_STATE_HOME", "XDG_CACHE_HOME", "GTK_THEME"):
        env.pop(name, None)
    os.mkdir(env["XDG_RUNTIME_DIR"], 0o700)
    return env


def try_display():
    """An X server, and the name of its display, which it chooses itself; None where another took that name first."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(theirs), "-screen", "0", SIZE + "x24", "-nolisten", "tcp", "-noreset"],
                              pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours) as told:
        number = told.readline().strip()
    if number:
        return server, ":" + number
    server.wait()
    return None


def park_pointer(display):
    """To the last corner: nothing is pointed at before a test points at it."""
    width, height = map(int, SIZE.split("x"))
    subprocess.run(["xdotool", "mousemove", str(width - 1), str(height - 1)], env=dict(os.environ, DISPLAY=display), check=True)


def use_keyboard(display):
    """A Swedish one: xdotool types what is on no key by changing the keyboard, and a program that is late reads another letter."""
    subprocess.run(["setxkbmap", "-layout", "se"], env=dict(os.environ, DISPLAY=display), check=True)


def start_display():
    for _ in range(10):
        started = try_display()
        if started:
            return started
        time.sleep(0.3)
    sys.exit("Xvfb did not start")


def main():
    home = tempfile.mkdtemp(prefix="samsyn-display-")
    server, display = start_display()
    try:
        use_keyboard(display)
        park_pointer(display)
        # The bus ends with the program, and the accessibility bus with it.  What the buses say is no output of the test.
        out = os.dup(1)
        return subprocess.call(["dbus-run-session", "--", "sh", "-c", f'exec "$@" >&{out}', "sh"] + sys.argv[1:],
                               env=environment(home, server, display), stdout=subprocess.DEVNULL, pass_fds=[out])
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
