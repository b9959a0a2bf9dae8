"""A project from an empty workspace to a steering pack: in Swedish by keys alone, then undone to the last word; in English with the
pointer.  The commands give the second opinion on what the window wrote.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
import openpyxl
from tap import check, done
from screen import SAMSYN, until, xdotool
from traveller import Lost, Traveller

FOLDER = tempfile.TemporaryDirectory()
NOW = "2016-05-20"

# What the user writes: kinds with their fields in the order of the form; a reference is named by the title of its record.
SWEDISH = [
    ("organisation", {"name": "Göteborgs Stad", "sort": "municipality"}),
    ("organisation", {"name": "Social resursförvaltning", "parent": "Göteborgs Stad"}),
    ("project", {"name": "Översyn av mottagandet", "phase": "execution", "client": "Göteborgs Stad", "starts_on": "2016-01-11"}),
    ("project", {"name": "Boende och bosättning", "parent": "Översyn av mottagandet"}),
    ("goal", {"text": "Nyanlända har en egen bostad inom två månader", "project": "Översyn av mottagandet", "sort": "effect"}),
    ("group", {"name": "Strategisk styrgrupp", "sort": "steering", "project": "Översyn av mottagandet"}),
    ("membership", {"group": "Strategisk styrgrupp", "function": "Stadsdirektör", "represents": "Göteborgs Stad", "role": "chair"}),
    ("membership", {"group": "Strategisk styrgrupp", "function": "Förvaltningsdirektör",
                    "represents": "Social resursförvaltning", "role": "member"}),
    ("meeting", {"group": "Strategisk styrgrupp", "starts_on": "2016-04-15", "starts_at": "09:00", "status": "held"}),
    ("meeting", {"group": "Strategisk styrgrupp", "starts_on": "2016-05-27"}),
    ("milestone", {"title": "Förslag till ny organisation", "project": "Översyn av mottagandet", "planned_on": "2016-06-10"}),
    ("risk", {"title": "Bostäderna räcker inte", "project": "Översyn av mottagandet"}),
    ("action", {"title": "Boka möte med fastighetskontoret", "project": "Översyn av mottagandet", "due_on": "2016-05-25"}),
    ("decision", {"title": "Vem svarar för bosättningen", "project": "Översyn av mottagandet", "needed_by": "2016-05-27",
                  "status": "needed", "alternatives": "A: stadsdelen. B: staden gemensamt."}),
    ("status_report", {"project": "Översyn av mottagandet", "on": "2016-05-20", "summary": "Arbetet går enligt plan."}),
    ("status_light", {"status_report": "Översyn av mottagandet", "dimension": "overall", "light": "green"}),
    ("status_light", {"status_report": "Översyn av mottagandet", "dimension": "time", "light": "amber", "cause": "Två veckor sent"}),
]
# A new record stands where the one beside it stands, without anybody's saying so.
STANDS_THERE = {"project": "Review of the reception"}
ENGLISH = [
    ("organisation", {"name": "City of Gothenburg"}),
    ("project", {"name": "Review of the reception"}),
    ("group", {"name": "Steering group"}, STANDS_THERE),
    ("meeting", {"group": "Steering group", "starts_on": "2016-05-27"}),
    ("action", {"title": "Book a meeting", "due_on": "2016-05-25"}, STANDS_THERE),
]


def command(*args):
    run = subprocess.run([SAMSYN, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return run.stdout if run.returncode == 0 else check(f"samsyn {args[0]} succeeds", False, run.stderr) or "{}"


def records(file, kind):
    return json.loads(command("list", file, kind, "--format=json")).get("records", [])


def exported(file):
    out = os.path.join(FOLDER.name, "export.json")
    command("export", file, f"--output={out}", "--force")
    with open(out, encoding="utf-8") as text:
        return json.load(text)["records"]


def named(file):
    """What each record is called by a reference: {id: a text that is in its title}."""
    return {record["id"]: record.get("name") or record.get("title") or record.get("project") for record in exported(file)}


def is_written(file, kind, values):
    """Whether the newest record of the kind is this one and nothing else."""
    written = records(file, kind)
    newest = max(written, key=lambda record: record["id"], default={"id": 0, "kind": kind})
    names = named(file)
    said = {name: str(value) for name, value in newest.items() if name not in ("id", "kind")}
    for name in said:
        if newest[name] in names:
            said[name] = names[newest[name]]
            said[name] = names.get(said[name], said[name])
    return said == values, f"{said} and not {values}"


def make_workspace(user, file, words):
    check("an empty start offers a new workspace", user.wait(words["new"], "push button"), user.names())
    user.key("ctrl+shift+n")
    check("and asks where", user.dialog() is not None)
    user.press("ctrl+a")
    user.write(file)
    user.key("Return")
    user.listen(0.5)
    user.to_front()
    check("the new workspace opens", until(lambda: user.frame.get_name() == os.path.basename(file)[:-len(".samsyn")]), user.names())


def write_record(user, file, add, kind, values, given=None):
    name = next(value for value in values.values())
    try:
        add(user, kind, values)
        expected = {**values, **(given or {})}
        got, why = is_written(file, kind, expected)
        got = got or until(lambda: is_written(file, kind, expected)[0], 5)
        check(f"{kind} “{name}” is written", got, why)
    except Lost as lost:
        check(f"{kind} “{name}” can be written", False, str(lost))


def by_keys(user, kind, values):
    user.go_to(kind)
    user.add(kind, values)


def move_milestone(user, file):
    """Straight after it was written: its forecast is changed and changed again."""
    for day in ("2016-06-24", "2016-08-26"):
        user.to_field("milestone", "forecast_on")
        user.type_text("milestone", "forecast_on", day)
        user.press("Tab")
        user.press("Tab")
    milestone = until(lambda: [one for one in records(file, "milestone") if one.get("forecast_on") == "2016-08-26"], 5)
    check("the milestone was moved", milestone, str(records(file, "milestone")))
    told = command("history", file, f"--record={records(file, 'milestone')[0]['id']}", "--format=json")
    check("twice, and both are in its history", "2016-06-24" in told and "2016-08-26" in told, told)


def make_pack(user, words, file, go):
    user.key("ctrl+e")
    window = user.dialog()
    check("the window to prepare a report opens", window is not None)
    frame, main = user.frame, user.window
    user.windows.append(xdotool("getwindowfocus")[0])
    check("it offers the pack", until(lambda: user.named_in(window, words["pack"]), 5))
    go(user, window, words)
    check("and asks where to", user.dialog() is not None)
    user.press("ctrl+a")
    user.write(file)
    user.key("Return")
    check("the workbook is made", until(lambda: user.named_in(window, words["ready"]), 60))
    xdotool("windowfocus", user.windows[-1])
    user.listen(0.3)
    user.key("Escape")
    user.windows.pop()
    user.frame, user.window = frame, main
    user.to_front()
    book = openpyxl.load_workbook(file)
    text = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return book, text


def undo_all(user, file):
    for _ in range(30):
        if not exported(file):
            break
        user.press(*["ctrl+z"] * 5)
        user.listen(0.5)
    check("Ctrl+Z takes everything back, also what was done before the program was ended", exported(file) == [], str(exported(file)))


def try_swedish():
    words = {"new": "Ny arbetsyta…", "pack": "Styrgruppsunderlag", "ready": "Arbetsboken är klar"}
    file = os.path.join(FOLDER.name, "Översyn.samsyn")
    user = Traveller("sv", LC_ALL="sv_SE.UTF-8", SAMSYN_NOW=NOW)
    make_workspace(user, file, words)
    for kind, values in SWEDISH:
        write_record(user, file, by_keys, kind, values)
        if kind == "milestone":
            move_milestone(user, file)
    pack = os.path.join(FOLDER.name, "underlag.xlsx")
    book, text = make_pack(user, words, pack, lambda user, window, words: user.press("alt+s"))
    check("the pack tells what was written", all(word in text for word in (
        "Översyn av mottagandet", "Vem svarar för bosättningen", "A: stadsdelen. B: staden gemensamt.", "Bostäderna räcker inte",
        "Boka möte med fastighetskontoret", "Förslag till ny organisation")), [str(book.sheetnames), text[:3000]])
    before = exported(file)
    check("the program ends well", user.end() == 0)
    check("all that was shown as written is in the file", len(before) == len(SWEDISH) and exported(file) == before)
    user = Traveller("sv", file, LC_ALL="sv_SE.UTF-8", SAMSYN_NOW=NOW)
    user.wait("Möten", "list item")
    undo_all(user, file)
    check("and it ends well", user.end() == 0)
    check("the file is whole", subprocess.run([SAMSYN, "check", file], stdout=subprocess.DEVNULL).returncode == 0)


def try_english():
    words = {"new": "New Workspace…", "pack": "Steering pack", "ready": "The Workbook Is Ready", "make": "Make…"}
    file = os.path.join(FOLDER.name, "Review.samsyn")
    user = Traveller("en", LC_ALL="en_US.UTF-8", SAMSYN_NOW=NOW, XDG_STATE_HOME=os.path.join(FOLDER.name, "state"))
    make_workspace(user, file, words)
    for line in ENGLISH:
        write_record(user, file, Traveller.point, *line)
    pack = os.path.join(FOLDER.name, "pack.xlsx")
    book, text = make_pack(user, words, pack, lambda user, window, words: user.click(user.named_in(window, words["make"])))
    check("the pack tells what was written", "Book a meeting" in text and "Steering group" in text, [str(book.sheetnames), text[:3000]])
    check("the program ends well", user.end() == 0)


subprocess.run(["setxkbmap", "se"], stderr=subprocess.DEVNULL)
for journey in (try_swedish, try_english):
    if sys.argv[1:] in ([], [journey.__name__]):
        journey()
done()
