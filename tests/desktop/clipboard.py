"""The clipboard of a test's display, as another program sees it.

usage: clipboard.py read       prints its text
       clipboard.py write      offers the text of standard input until it is ended

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def main():
    Gtk.init()
    loop = GLib.MainLoop()
    clipboard = Gdk.Display.get_default().get_clipboard()

    def on_read(source, result):
        try:
            sys.stdout.write(source.read_text_finish(result) or "")
        finally:
            loop.quit()

    if sys.argv[1] == "read":
        clipboard.read_text_async(None, on_read)
    else:
        text = sys.stdin.read()
        clipboard.set_content(Gdk.ContentProvider.new_for_bytes("text/plain;charset=utf-8", GLib.Bytes.new(text.encode())))
        print("ready", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
