"""What lies in the source tree, and how it is written.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done
from tree import files, read

TOP = {"app", "ui", "resources", "po", "tests", "flatpak", "meson.build", "README.md", "CONTRIBUTING.md", "LICENSE"}
LONGEST = 610
WIDEST = 130
# Taken apart, so that this file does not find itself.
UNWANTED = ["TO" "DO", "FIX" "ME", "XX" "X", "shared" "/", "DESIGN" ".md", "TRAPS" ".md", "GLOSSARY" ".md", "PACK" ".md", "BRI" "EF.md",
            "work" "tree", "Lorem" " ipsum", "language" " model", "not " "implemented"]
# Texts of others, what was made up at random, and what a build makes of the samples' own words.
QUOTED = ("LICENSE", "tests/fuzz/corpus/", "resources/samples/", "resources/pictures/", "resources/icons/")

ALL = files()
TEXTS = [name for name in ALL if not name.startswith(QUOTED) and not name.endswith((".png", ".xlsx", ".samsyn", ".gz", ".mo"))]
C = [name for name in ALL if name.endswith((".c", ".h"))]


def strangers():
    return sorted({name.split("/")[0] for name in ALL} - TOP - {name for name in {n.split("/")[0] for n in ALL} if name[0] == "."})


def too_long():
    for name in ALL:
        if name.startswith(("app/", "tests/", "ui/")) and name.endswith((".c", ".h", ".py", ".ui")):
            lines = read(name).count("\n")
            if lines > LONGEST:
                yield f"{name}: {lines} lines"


def too_wide():
    for name in C:
        for number, line in enumerate(read(name).splitlines(), 1):
            if len(line) > WIDEST:
                yield f"{name}:{number}: {len(line)} columns"


def marked_otherwise():
    """Words that are translated are marked as functions are called everywhere here, with a blank."""
    for name in C:
        for number, line in enumerate(read(name).splitlines(), 1):
            if re.search(r'(?<!\w)N?C?_\("', line):
                yield f"{name}:{number}: {line.strip()}"


def unsigned():
    for name in ALL:
        if name.endswith((".c", ".h", ".py")) and "SPDX-License-Identifier: GPL-3.0-or-later" not in read(name)[:2000]:
            yield name


def misnamed():
    """A C file's first line names the file, and says what it is."""
    for name in C:
        first = read(name).split("\n", 1)[0]
        if not first.startswith(f"/* {os.path.basename(name)}: "):
            yield f"{name}: {first}"


def unwanted():
    pattern = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" for word in UNWANTED))
    for name in TEXTS:
        for number, line in enumerate(read(name).splitlines(), 1):
            found = pattern.search(line)
            if found:
                yield f"{name}:{number}: {found[0]}"


def uncommented():
    """Prototypes of public headers stand in blocks; each block begins with a comment that says what it is for."""
    prototype = re.compile(r"^(?:const |unsigned |struct )?\w[\w ]*[ *]+(samsyn_\w+) +\(")
    for name in C:
        if not name.startswith("app/") or not name.endswith(".h"):
            continue
        before = ""
        for block in re.split(r"\n\s*\n", read(name)):
            found = [line for line in block.splitlines() if prototype.match(line) and not line.startswith(("static", "typedef", "#"))]
            # A type or an error domain is explained above it, together with the functions that follow it at once.
            explained = block.lstrip().startswith(("/*", "#define")) or re.search(r"^} \w+;\s*\Z", before, re.MULTILINE)
            if found and not explained:
                yield f"{name}: {prototype.match(found[0])[1]}"
            before = block


SPEAKING = re.compile(r'<object class="GtkLabel" id="(\w+)">(?:(?!</object>).)*?"accessible-role">(?:status|alert)<', re.DOTALL)


def unsaid():
    """Labels that screen readers shall hear get their texts by samsyn_announce() or samsyn_messages_show(): GTK tells nobody of others."""
    for name in TEXTS:
        if not name.startswith("ui/"):
            continue
        source = name.replace("ui/", "app/desktop/", 1).replace(".ui", ".c")
        text = read(source)
        for label in SPEAKING.findall(read(name)):
            announced = re.search(rf"samsyn_(announce \(self->{label},|messages_show \([^;]*self->{label}\))", text)
            if f"gtk_label_set_text (self->{label}," in text or not announced:
                yield f"{source}: {label}"


def badly_ended():
    for name in TEXTS:
        text = read(name)
        if text and not text.endswith("\n"):
            yield f"{name}: no line end at the end"
        if "\r" in text:
            yield f"{name}: CR"
        if name.endswith((".c", ".h", ".py", ".ui", ".build", ".md", ".sql")) and re.search(r"[ \t]+$", text, re.MULTILINE):
            yield f"{name}: blanks at the end of a line"
        if name.endswith((".c", ".h", ".py", ".ui", ".build", ".sql")) and "\t" in text:
            yield f"{name}: tabs"


def beyond_the_floor():
    """The version macros that make newer API a warning stay at Debian 12's versions."""
    text = read("meson.build")
    for macro in ("GLIB_VERSION_2_74", "GDK_VERSION_4_8", "ADW_VERSION_1_2"):
        library = macro.split("_")[0]
        for limit in ("MIN_REQUIRED", "MAX_ALLOWED"):
            if f"-D{library}_VERSION_{limit}={macro}'" not in text:
                yield f"{library}_VERSION_{limit} is not {macro}"


check("the tree has files", len(ALL) > 40, str(len(ALL)))
check("nothing but the known entries lies at the top", not strangers(), strangers())
for title, wrong in (
        (f"no file of app, ui or tests is longer than {LONGEST} lines", too_long()),
        ("every C and Python file names its license", unsigned()),
        (f"no line of C is wider than {WIDEST} columns", too_wide()),
        ("words that are translated are marked in one way", marked_otherwise()),
        ("every C file says in its first line what it is", misnamed()),
        ("no word of unfinished work or of elsewhere stands in the tree", unwanted()),
        ("every public function has a comment above it", uncommented()),
        ("every label that says something is announced", unsaid()),
        ("newer API than Debian 12's is warned of", beyond_the_floor()),
        ("lines end as .editorconfig says", badly_ended())):
    found = list(wrong)
    check(title, not found, found)
done()
