"""A document in the window: its text written and pasted, read, passages marked, tagged and tied to records, made records of, opened
and found again in the text.  In Swedish by keys, in English by the pointer.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from tap import check, done
from screen import SAMSYN, Atspi, offer, shown, until, xdotool
from traveller import Traveller

FOLDER = tempfile.TemporaryDirectory()
NOW = "2016-05-20T10:00:00"
TEXT = "\n\n".join([f"{number} kap. Kommunen svarar för mottagandet. Region {number} svarar för annat." for number in range(1, 60)])


def command(*args):
    return subprocess.run([SAMSYN, *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def records(file, kind):
    return json.loads(command("list", file, kind, "--format=json"))["records"]


def make(name, texts):
    """A workspace with a task and documents, by title and text."""
    file, given = os.path.join(FOLDER.name, name), os.path.join(FOLDER.name, "in.json")
    with open(given, "w", encoding="utf-8") as out:
        json.dump({"samsyn": 1, "records": [{"kind": "task", "key": "t", "name": "Bosättning"},
                                            *({"kind": "document", "key": title, "title": title, "body": text} if text else
                                              {"kind": "document", "key": title, "title": title} for title, text in texts.items())]}, out)
    command("new", file)
    command("import", file, given)
    return file


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def reader(user):
    """The text in the record, if it is on the screen."""
    return next((node for node in user.all() if node.get_role_name() == "text" and shown(node)
                 and "mottagandet" in text_of(node)), None)


def selection(user):
    range_ = Atspi.Text.get_selection(reader(user), 0)
    return Atspi.Text.get_text(reader(user), range_.start_offset, range_.end_offset)


def heading(user):
    """The title of the record that is shown."""
    return [node.get_name() for node in user.all() if node.get_role_name() == "heading" and shown(node)]


# ---- By keys


def open_first(user, kind):
    user.go_to(kind)
    user.press_until("F6", lambda name: (user.focused() or user.frame).get_role_name() == "table row", 4)
    user.press("Return")
    user.listen(0.5)
    user.press("F6")


def is_at(user, name):
    """Whether the focus gets to what begins so."""
    return until(lambda: user.focused() is not None and user.focused().get_name().startswith(name), 5)


def write_text(user, file):
    open_first(user, "document")
    user.to_field("document", "title")
    user.press("alt+k")
    check("a key from elsewhere opens a window to write in", user.dialog() is not None)
    user.key("Escape")
    user.to_front()
    check("left by a key, it gives the focus to the button", is_at(user, "Klistra in eller skriv"), str(user.focused()))
    user.press("space")
    check("a window to write in opens", user.dialog() is not None)
    user.write("Kommunen svarar för mottagandet. Staten betalar. ")
    other = offer("Klistrat av en annan.")
    user.key("ctrl+v")
    user.listen(0.5)
    user.key("ctrl+Return")
    user.listen(0.5)
    user.to_front()
    other.kill()
    other.wait()
    expected = "Kommunen svarar för mottagandet. Staten betalar. Klistrat av en annan."
    check("so it does where something was written", is_at(user, "Redigera texten"), str(user.focused()))
    check("what is written and pasted is the document's text", until(lambda: records(file, "document")[0].get("body") == expected, 8),
          str(records(file, "document")))
    check("and is shown to be read", until(lambda: text_of(reader(user)) == expected, 5), user.names())


def into_text(user):
    user.press_until("Tab", lambda name: user.focused() is not None and user.focused().get_role_name() == "text"
                     and "mottagandet" in text_of(user.focused()))


def mark_by_keys(user, file):
    into_text(user)
    check("the text is called what its field is", reader(user).get_name() == "Text", reader(user).get_name())
    user.press("ctrl+Home")
    for _ in range(4):
        user.press("ctrl+shift+Right")
    check("keys select in it", selection(user).strip() == "Kommunen svarar för mottagandet", selection(user))
    user.press_until("Tab", lambda name: name.startswith("Markera"))
    user.press("space")
    user.listen(0.5)
    user.press_until("Tab", lambda name: name.startswith(user.label("passage", "tag")))
    user.choose("passage", "tag", "responsibility")
    user.press_until("Tab", lambda name: name.startswith(user.label("passage", "about")))
    user.refer("passage", "about", "Bosättning")
    user.press_until("Tab", lambda name: name == "Markera")
    user.press("space")
    passage = until(lambda: records(file, "passage"), 5)
    task = records(file, "task")[0]["id"]
    check("a passage is marked, tagged and tied to a record", passage and (passage[0]["quote"], passage[0].get("tag"),
          passage[0].get("about")) == ("Kommunen svarar för mottagandet", "responsibility", task), str(passage))
    return passage[0]["id"]


def open_by_keys(user):
    into_text(user)
    user.press("ctrl+Home", "Right", "Right")
    user.press("Return")
    check("Enter in a marked passage opens it", until(lambda: any("Textställe" == name for name in user.names("label")), 5)
          and until(lambda: user.control("passage", "quote"), 5), user.names()[-60:])
    user.press("alt+Left")
    check("Alt+Left goes back to the document", until(lambda: reader(user), 5), user.names())
    check("to the passage's place in its text", until(lambda: selection(user) == "Kommunen svarar för mottagandet", 5))
    user.listen(0.5)
    box = reader(user).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    check("which is in sight", 40 < box.y < 600, str(box.y))
    check("among the document's passages it is named by its words", until(lambda: any(
        node.get_name() == "Kommunen svarar för mottagandet" and node.get_role_name() == "list item" for node in user.all()), 5),
        user.names("list item")[-8:])


def make_by_keys(user, file):
    into_text(user)
    user.press("ctrl+End")
    user.press("ctrl+shift+Left", "ctrl+shift+Left")
    user.press_until("Tab", lambda name: name.startswith("Gör en post"))
    user.press("space")
    user.listen(0.5)
    user.press_until("Down", lambda name: name == "Utvecklingsområde", 40)
    user.press("Return")
    made = until(lambda: records(file, "development_area"), 5)
    check("a record is made of a passage", made and made[0]["title"] in "Klistrat av en annan.", str(made))
    check("which it is tied to", made and made[0]["id"] in [passage.get("about") for passage in records(file, "passage")])
    check("and is shown", until(lambda: user.control("development_area", "title"), 5))
    user.press("alt+Left")
    check("from it Alt+Left goes back to where the passage stands", until(lambda: reader(user) and selection(user) == made[0]["title"], 5),
          selection(user) if reader(user) else user.names())


def leave(user, key, answer):
    """Leaves the window to write in by a key, once something was written; the answer is that to what it asks."""
    user.press("space")
    window = user.dialog()
    check("the window to write in opens", window is not None)
    user.keep_dialog()
    user.press("ctrl+End")
    user.write(" Osparat.")
    user.key(key)
    asked = user.dialog()
    check(f"{key} asks before it gives up what was written", asked and {"Spara ändringarna?", "Avbryt", "Förkasta", "Spara"}
          <= {node.get_name() for node in user.all(top=asked)}, asked and [node.get_name() for node in user.all(top=asked)])
    user.key(answer)
    xdotool("windowfocus", user.windows.pop())
    user.listen(0.5)


def give_up_by_keys(user, file):
    """What was written is given up or kept as the answer says; one of them goes on with the writing."""
    user.press_until("Tab", lambda name: name.startswith("Redigera texten"))
    before = records(file, "document")[0]["body"]
    leave(user, "Escape", "Escape")
    check("Cancel goes on with the writing", len(xdotool("search", "--onlyvisible", "--class", "samsyn")) == 2)
    user.keep_dialog()
    user.key("ctrl+w")
    check("and it asks again", user.dialog() is not None)
    user.windows.pop()
    user.key("alt+f")
    user.to_front()
    check("Discard gives it up", is_at(user, "Redigera texten"), str(user.focused()))
    user.listen(1.5)
    check("and nothing was written", records(file, "document")[0]["body"] == before, str(records(file, "document")))
    leave(user, "alt+a", "Return")
    user.to_front()
    check("Save, which Enter means, keeps it", until(lambda: records(file, "document")[0]["body"] == before + " Osparat.", 8),
          str(records(file, "document")))
    user.press("space")
    user.dialog()
    user.press("ctrl+End", *["BackSpace"] * len(" Osparat."), "ctrl+s")
    user.listen(0.5)
    user.to_front()
    check("a key that saves asks nothing", until(lambda: records(file, "document")[0]["body"] == before, 8),
          str(records(file, "document")))


def end_while_writing(user, file):
    user.go_to("document")
    user.press_until("F6", lambda name: user.focused().get_role_name() == "table row", 8)
    user.press("Return")
    user.listen(0.5)
    user.press("F6")
    user.press_until("Tab", lambda name: name.startswith("Redigera texten"))
    user.press("space")
    check("the window to write in opens again", user.dialog() is not None)
    user.press("ctrl+End")
    user.write(" Och mer.")
    check("the program ends while a text is written", user.end() == 0)
    check("and the text is kept", records(file, "document")[0]["body"].endswith("Klistrat av en annan. Och mer."),
          str(records(file, "document")))


def try_swedish():
    file = make("Källor.samsyn", {"Lagen": None})
    user = Traveller("sv", file, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW=NOW)
    user.wait("Dokument", "list item")
    write_text(user, file)
    give_up_by_keys(user, file)
    mark_by_keys(user, file)
    open_by_keys(user)
    make_by_keys(user, file)
    end_while_writing(user, file)


# ---- By the pointer


def place(user, offset):
    """Where a character of the text stands on the screen."""
    box = Atspi.Text.get_character_extents(reader(user), offset, Atspi.CoordType.WINDOW)
    return user.edge + box.x + 2, user.edge + box.y + box.height // 2


def draw(user, start, end):
    xdotool("mousemove", *place(user, start), "mousedown", 1)
    user.listen(0.2)
    for part in range(1, 5):
        at, to = place(user, start), place(user, end)
        xdotool("mousemove", at[0] + (to[0] - at[0]) * part // 4, at[1] + (to[1] - at[1]) * part // 4)
        user.listen(0.05)
    xdotool("mouseup", 1)
    user.listen(0.3)


def scroll_record(user, most=40):
    """Turns the wheel over the record until its text is in sight with what is below it."""
    for _ in range(most):
        box = reader(user).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        if box.y < 300:
            return
        xdotool("mousemove", 900, 120, "click", 5)
        user.listen(0.1)


def mark_by_pointer(user, file):
    quote = "Kommunen svarar för mottagandet."
    draw(user, TEXT.index(quote), TEXT.index(quote) + len(quote))
    check("the pointer selects", selection(user) == quote, selection(user))
    user.click(user.button("Mark the Selection"))
    user.listen(0.5)
    # What opens over the window is answered by keys: nobody says where on the screen it is.
    user.press_until("Tab", lambda name: name.startswith(user.label("passage", "tag")))
    user.choose("passage", "tag", "gap")
    user.press_until("Tab", lambda name: name == "Mark")
    user.press("Return")
    passage = until(lambda: records(file, "passage"), 5)
    check("a passage is marked and tagged", passage and (passage[0]["quote"], passage[0].get("tag")) == (quote, "gap"), str(passage))


def open_by_pointer(user):
    xdotool("mousemove", *place(user, TEXT.index("svarar")), "click", 1)
    user.listen(0.5)
    check("a click in a marked passage opens it", until(lambda: user.control("passage", "quote"), 5), user.names()[-60:])
    user.click(user.button("Back to “The Act”"))
    check("a button goes back to the document", until(lambda: reader(user), 5), user.names())
    check("to the passage's place", until(lambda: selection(user) == "Kommunen svarar för mottagandet.", 5))


def make_by_pointer(user, file):
    quote = "Region 2 svarar för annat."
    scroll_record(user)
    draw(user, TEXT.index(quote), TEXT.index(quote) + len(quote))
    user.click(user.button("Make a Record of It"))
    user.listen(0.5)
    user.press_until("Down", lambda name: name == "Task", 40)
    user.press("Return")
    made = until(lambda: [task for task in records(file, "task") if task["name"] == quote], 5)
    check("a record is made of a passage", made, str(records(file, "task")))


def find_place(file):
    """From a passage far down to its place in the text."""
    quote = "Region 50 svarar för annat."
    given = os.path.join(FOLDER.name, "more.json")
    with open(given, "w", encoding="utf-8") as out:
        json.dump({"samsyn": 1, "records": [{"kind": "passage", "key": "p", "document": records(file, "document")[0]["id"],
                                             "quote": quote, "place": "50 kap.", "starts_at_character": TEXT.index(quote),
                                             "ends_at_character": TEXT.index(quote) + len(quote)}]}, out)
    command("import", file, given)
    user = Traveller("en", file, LC_ALL="en_US.UTF-8", SAMSYN_NOW=NOW, XDG_STATE_HOME=os.path.join(FOLDER.name, "state2"))
    user.wait("Documents", "list item")
    user.key("ctrl+k")
    user.listen(0.5)
    user.write("50 kap")
    user.listen(0.8)
    user.press("Return")
    user.listen(0.8)
    user.click(until(lambda: user.button("Open “The Act”")))
    check("the passage's document opens", until(lambda: reader(user), 5), user.names())
    check("where the passage stands", until(lambda: selection(user) == quote, 5), selection(user))
    user.listen(0.5)
    top, inside = reader(user).get_component_iface().get_extents(Atspi.CoordType.WINDOW), place(user, TEXT.index(quote))
    check("which is in sight", 0 < inside[1] < 800 and top.y < inside[1] < top.y + top.height, f"{inside} in {top.y} {top.height}")
    check("the program ends well", user.end() == 0)


def turn_until_moved(user, button, most=200):
    """Turns the wheel over the text until the text itself has another place in the window; how often."""
    text = reader(user).get_component_iface()
    box = text.get_extents(Atspi.CoordType.WINDOW)
    xdotool("mousemove", user.edge + box.x + box.width // 2, user.edge + box.y + min(box.height, 760 - box.y) // 2)
    for turns in range(1, most):
        xdotool("click", button)
        user.listen(0.05)
        if text.get_extents(Atspi.CoordType.WINDOW).y != box.y:
            return turns
    return most


def open_document(user, title):
    user.click(until(lambda: next((node for node in user.all() if node.get_role_name() == "table row" and node.get_name() == title
                                   and shown(node)), None)))
    check(f"there is the text of “{title}”", until(lambda: reader(user), 5), user.names())
    user.listen(0.5)


def try_wheel():
    """Over a text the wheel turns the text as far as there is some, and then the record that it stands in."""
    file = make("Wheel.samsyn", {"The Act": TEXT, "The Note": "En rad om mottagandet."})
    user = Traveller("en", file, LC_ALL="en_US.UTF-8", SAMSYN_NOW=NOW, XDG_STATE_HOME=os.path.join(FOLDER.name, "state3"))
    page = user.wait("Documents", "list item")
    user.scroll_to(page)
    user.click(page)
    open_document(user, "The Note")
    scroll_record(user, 5)
    turns = turn_until_moved(user, 4)
    check("over a short text the wheel turns the record", turns <= 2, str(turns))
    open_document(user, "The Act")
    scroll_record(user, 5)
    turns = turn_until_moved(user, 5)
    check("over a long text it turns the text first, and then the record", 5 < turns < 200, str(turns))
    turns = turn_until_moved(user, 4)
    check("and back again", 5 < turns < 200, str(turns))
    check("the program ends well", user.end() == 0)


def try_english():
    file = make("Sources.samsyn", {"The Act": TEXT})
    user = Traveller("en", file, LC_ALL="en_US.UTF-8", SAMSYN_NOW=NOW, XDG_STATE_HOME=os.path.join(FOLDER.name, "state"))
    page = user.wait("Documents", "list item")
    user.scroll_to(page)
    user.click(page)
    user.click(until(lambda: next((node for node in user.all() if node.get_role_name() == "table row"
                                   and node.get_name() == "The Act" and shown(node)), None)))
    check("the text is there", until(lambda: reader(user), 5), user.names())
    scroll_record(user)
    mark_by_pointer(user, file)
    open_by_pointer(user)
    make_by_pointer(user, file)
    check("the program ends well", user.end() == 0)
    find_place(file)


subprocess.run(["setxkbmap", "se"], stderr=subprocess.DEVNULL)
for journey in (try_swedish, try_english, try_wheel):
    if sys.argv[1:] in ([], [journey.__name__]):
        journey()
done()
