"""The help, the manual page and the completion say the same of every command.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder
from tap import check, done

SOURCE = os.environ["SAMSYN_SOURCE"]
MANUAL = os.path.join(SOURCE, "resources", "man", "samsyn.1")
COMPLETION = os.path.join(SOURCE, "resources", "completion", "samsyn")


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def commands_of(text):
    """The names in the list of commands: the second block of indented lines."""
    return re.findall(r"^  ([a-z]+)  ", text, re.M)


def options_of(text):
    return set(re.findall(r"^  (--[a-z-]+)", text, re.M))


def in_shell(script):
    return subprocess.run(["bash", "-c", f'source "{COMPLETION}"\n{script}'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          encoding="utf-8", check=True).stdout


def check_command(folder, name, manual):
    english, swedish = (folder.must(name, "--help", language=language) for language in ("en", "sv"))
    check(f"{name} --help in both languages", english != swedish and options_of(english) == options_of(swedish), swedish)
    check(f"help {name} says the same", folder.must("help", name) == english)
    usage = english.splitlines()[0]
    options = options_of(english)
    check(f"{name}: the usage line names every option", all(option in usage for option in options - {"--help"}), usage)
    section = re.search(rf"^\.[BRI]+ \"samsyn {name} .*?(?=^\.[BRI]+ \"samsyn |^\.SH)", manual, re.M | re.S)
    documented = set(re.findall(r"--[a-z-]+", section[0])) if section else None
    check(f"{name}: the manual page has its options", documented == options - {"--help"}, f"{documented} {options}")
    completed = {option.rstrip("=") for option in in_shell(f"_samsyn_options {name}").split()}
    check(f"{name}: the completion has its options", completed == options, f"{completed} {options}")


with Folder() as place:
    overview = place.must("--help")
    names = commands_of(overview)
    check("there are commands", len(names) >= 14, overview)
    check("the overview in Swedish", commands_of(place.must("--help", language="sv")) == names)
    check("help, --help and -h are the same", place.must("help") == place.must("-h") == overview)
    check("--version", re.fullmatch(r"samsyn \d+\.\d+\.\d+\n", place.must("--version")))
    page = text_of(MANUAL).replace("\\-", "-")
    for each in names:
        check_command(place, each, page)
    mentioned = re.findall(r'^\.[BRI]+ "samsyn ([a-z]+) ', page, re.M)
    check("the manual page has no other commands", mentioned == names, mentioned)
    offered = in_shell("COMP_WORDS=(samsyn '') COMP_CWORD=1; cd /; _samsyn; echo ${COMPREPLY[@]}").split()
    check("the completion offers the commands", set(names) <= set(offered), offered)
    if shutil.which("groff"):
        warned = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", MANUAL], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        check("the manual page is set without warnings", warned.returncode == 0 and warned.stdout == "", warned.stdout)
done()
