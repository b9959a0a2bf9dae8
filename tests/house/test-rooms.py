"""The rooms of each part: draws who knows whom, and fails at a circle, at an edge that is not listed, and at one that is listed in vain.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from rooms import ROOMS
from tap import check, done
from tree import files, read

def place(name):
    """Part and room of a file of app/; the room is "" where it lies in the part's own folder."""
    pieces = name.split("/")
    return pieces[1], pieces[2] if len(pieces) > 3 else ""


C = [name for name in files() if name.startswith("app/") and name.count("/") >= 2 and name.endswith((".c", ".h"))]


def edges(part):
    """For each pair of rooms, one knowing the other, an include that makes it so."""
    found = {}
    for name in C:
        if place(name)[0] == part:
            for header in re.findall(r'#\s*include\s*"([^"]+)"', read(name)):
                if header.startswith(part + "/") and place("app/" + header)[1] != place(name)[1]:
                    found.setdefault((place(name)[1], place("app/" + header)[1]), f"{name} includes {header}")
    return found


def circles(part, found):
    """Rooms that know each other in a round; those that know none are taken away until none is left, or only rounds."""
    left = set(ROOMS[part])
    while True:
        last = {room for room in left if not any(a == room and b in left for a, b in found)}
        if not last:
            return sorted(left)
        left -= last


def draw(part, found):
    for room in ROOMS[part]:
        known = sorted(b or "(part)" for a, b in found if a == room)
        print(f"# {part}/{room or '(part)'} -> {', '.join(known) or 'nothing'}")


there = {place(name) for name in C}
for part, listed in ROOMS.items():
    found = edges(part)
    draw(part, found)
    rooms = {room for its, room in there if its == part}
    check(f"{part}: its rooms are those that are listed", rooms == set(listed), f"{sorted(rooms)} and not {sorted(listed)}")
    check(f"{part}: no rooms know each other in a circle", not circles(part, found), circles(part, found))
    wrong = [why for (a, b), why in found.items() if b not in listed.get(a, set())]
    check(f"{part}: every edge is listed", not wrong, wrong)
    vain = [f"{a} -> {b}" for a, its in listed.items() for b in its if (a, b) not in found]
    check(f"{part}: none is listed in vain", not vain, vain)
    seen = list(listed)
    upward = [f"{a} -> {b}" for a, its in listed.items() for b in its if seen.index(b) > seen.index(a)]
    check(f"{part}: the list goes from below to above", not upward, upward)
templates = [name for name in files() if name.startswith("ui/")]
homeless = [name for name in templates if name.replace("ui/", "app/desktop/", 1)[:-3] + ".c" not in C]
check("each template lies in the room of its file", templates and not homeless, homeless)
told = read("CONTRIBUTING.md")
untold = [f"{part}/{room}" for part, listed in ROOMS.items() for room in listed if room and f"| `{part}/{room}` |" not in told]
check("CONTRIBUTING.md has a line for each room", not untold, untold)
done()
