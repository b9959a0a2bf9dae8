"""What the desktop is told about Samsyn is valid, translated and recognised; the Flatpak manifest is pinned and has no network.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import SOURCE, read

APP_ID = "io.github.samsyn.Samsyn"
BUILT = os.path.join(os.environ["SAMSYN_BUILD"], "resources")
ICONS = ["icons/" + APP_ID + ending for ending in (".svg", "-symbolic.svg")]


def tool(*command, **environment):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8", **environment))


def valid(title, *command):
    run = tool(*command)
    check(title, run.returncode == 0, run.stdout)
    return run.stdout


def built(name):
    with open(os.path.join(BUILT, name), encoding="utf-8") as text:
        return text.read()


def desktop_file():
    name = APP_ID + ".desktop"
    said = valid("the desktop file is valid", "desktop-file-validate", os.path.join(BUILT, name))
    check("… without hints", said == "", said)
    text = built(name)
    for key in ("GenericName", "Comment", "Keywords"):
        check(f"… with {key} in Swedish", f"\n{key}[sv]=" in text, text)


def metainfo():
    name = APP_ID + ".metainfo.xml"
    valid("the metainfo is valid", "appstreamcli", "validate", "--no-net", os.path.join(BUILT, name))
    tree = xml.fromstring(built(name))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    plain = [node for node in tree.iter() if node.tag in ("summary", "p", "li", "caption") and lang not in node.attrib]
    swedish = [node for node in tree.iter() if node.tag in ("summary", "p", "li", "caption") and node.get(lang) == "sv"]
    check("… and every sentence of it is there in Swedish", len(plain) == len(swedish) > 5, f"{len(plain)}, {len(swedish)}")
    shown = [os.path.basename(node.text) for node in tree.iter("image")]
    there = [name for name in shown if os.path.exists(os.path.join(SOURCE, "resources", "pictures", name))]
    check("… and it shows four pictures of the window that are there", len(shown) == 4 and there == shown, str(shown))
    version = re.search(r"version: '([^']+)'", read("meson.build"))[1]
    check("… and its newest release is the version that is built", tree.find("releases/release").get("version") == version, version)
    text = built(name)
    check("… and it claims no shop or circle it is not in", not re.search("flathub|circle", text, re.IGNORECASE))


def icons():
    for icon in ICONS:
        path = os.path.join(SOURCE, "resources", icon)
        valid(f"{icon} is well-formed", "xmllint", "--noout", path)
        with tempfile.NamedTemporaryFile(suffix=".png") as picture:
            valid(f"{icon} is drawn", "rsvg-convert", "--width=64", "--height=64", "--output", picture.name, path)
            colours = tool("identify", "-format", "%k %w %h", picture.name).stdout.split()
            check(f"… and shows something", len(colours) == 3 and int(colours[0]) > 4 and colours[1:] == ["64", "64"], str(colours))
    symbolic = xml.fromstring(read("resources/" + ICONS[1]))
    check("the symbolic icon is 16 by 16 in one colour", symbolic.get("width") == symbolic.get("height") == "16"
          and {node.get("fill") for node in symbolic.iter()} == {None, "#2e3436"})


def write_database(path, application_id):
    """The first page of an SQLite file, as far as its header goes."""
    header = bytearray(4096)
    header[:16] = b"SQLite format 3\0"
    header[68:72] = application_id
    with open(path, "wb") as database:
        database.write(header)


def mime_type():
    name = APP_ID + ".xml"
    valid("the MIME type's file is well-formed", "xmllint", "--noout", os.path.join(BUILT, name))
    check("… and names the type in Swedish", '<comment xml:lang="sv">' in built(name))
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, "mime", "packages")
        os.makedirs(packages)
        shutil.copy(os.path.join(BUILT, name), packages)
        valid("… and is accepted by the database of types", "update-mime-database", os.path.join(home, "mime"))

        def known(file):
            run = tool("gio", "info", "--attributes=standard::content-type,standard::fast-content-type", file, XDG_DATA_HOME=home)
            return dict(re.findall(r"standard::((?:fast-)?content-type): (\S+)", run.stdout))

        workspace = os.path.join(home, "workspace.samsyn")
        run = tool(os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn"), "new", workspace)
        check("a workspace is made to be looked at", run.returncode == 0 and os.path.isfile(workspace), run.stdout)
        if os.path.isfile(workspace):
            got = known(workspace)
            check("a workspace is known by its name", got.get("fast-content-type") == "application/x-samsyn", str(got))
            renamed = os.path.join(home, "copy")
            shutil.copy(workspace, renamed)
            check("… and by its content", known(renamed).get("content-type") == "application/x-samsyn", str(known(renamed)))
        other = os.path.join(home, "other")
        write_database(other, b"\0\0\0\0")
        got = known(other)
        check("another SQLite file is not taken for one", got.get("content-type") == "application/vnd.sqlite3", str(got))
        write_database(other, b"Sams")
        check("… unless it has the application id", known(other).get("content-type") == "application/x-samsyn", str(known(other)))


def manifest():
    text = read(f"flatpak/{APP_ID}.yml")
    data = yaml.safe_load(text)
    check("the Flatpak manifest is for the program", data["id"] == APP_ID and data["command"] == "samsyn")
    check("… on the GNOME runtime", data["runtime"] == "org.gnome.Platform" and data["sdk"] == "org.gnome.Sdk")
    allowed = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
    check("… with no permission but the display: no network, no files", set(data["finish-args"]) <= allowed, str(data["finish-args"]))
    loose = []
    for module in data["modules"]:
        for source in module["sources"]:
            own = source["type"] == "dir" and source["path"] == ".." and module["name"] == "samsyn"
            pinned = re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")) and source.get("url", "").startswith("https://")
            if not own and not pinned:
                loose.append(f"{module['name']}: {source}")
    check("… with every source pinned by its hash", not loose, loose)
    names = [module["name"] for module in data["modules"]]
    check("… and builds the program last", names[-1] == "samsyn" and "libxlsxwriter" in names, str(names))


def installed():
    with tempfile.TemporaryDirectory() as root:
        run = tool("meson", "install", "-C", os.environ["SAMSYN_BUILD"], "--no-rebuild", "--quiet", "--destdir", root)
        check("the program is installed", run.returncode == 0, run.stdout)
        there = {os.path.join(folder, name)[len(root):] for folder, _, names in os.walk(root) for name in names}
        for ending in (f"/bin/samsyn", f"/share/applications/{APP_ID}.desktop", f"/share/metainfo/{APP_ID}.metainfo.xml",
                       f"/share/mime/packages/{APP_ID}.xml", f"/share/icons/hicolor/scalable/apps/{APP_ID}.svg",
                       f"/share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg", "/share/locale/sv/LC_MESSAGES/samsyn.mo"):
            check(f"… with {ending}", any(name.endswith(ending) for name in there), sorted(there))
        check("… and no static library or header", not [name for name in there if name.endswith((".a", ".h"))], sorted(there))


for part in (desktop_file, metainfo, icons, mime_type, manifest, installed):
    part()
done()
