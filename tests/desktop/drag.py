"""usage: drag.py FILE      a small window from which the file can be dragged, as from a file manager

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

window = Gtk.Window(title="drag", default_width=200, default_height=200)
uri = Gio.File.new_for_path(sys.argv[1]).get_uri() + "\r\n"
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.set_content(Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uri.encode())))
window.add_controller(source)
window.present()
GLib.MainLoop().run()
