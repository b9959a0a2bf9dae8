"""app/run and tests/run: they parse in a plain sh, and say in a sentence what they cannot do.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

SOURCE = os.environ["SAMSYN_SOURCE"]
RUN = os.path.join(SOURCE, "app", "run")
TOOLS = ["sh", "dirname", "pwd", "env", "true", "cat", "mkdir"]


def run(*arguments, cwd=None, **variables):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.update(variables)
    return subprocess.run(["/bin/sh", RUN, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=environment, cwd=cwd)


def path_with(folder, **programs):
    """A folder to be the whole PATH: a few real tools, and programs that pretend."""
    os.mkdir(folder)
    for tool in TOOLS:
        os.symlink(f"/usr/bin/{tool}", os.path.join(folder, tool))
    for name, text in programs.items():
        program = os.path.join(folder, name.replace("_", "-"))
        with open(program, "w", encoding="utf-8") as script:
            script.write(f"#!/bin/sh\n{text}\n")
        os.chmod(program, 0o755)
    return folder


for script in ("app/run", "app/packages.sh", "tests/run", "tests/fuzz/run", "po/update"):
    for shell in ("sh", "dash"):
        said = subprocess.run([shell, "-n", os.path.join(SOURCE, script)], stderr=subprocess.PIPE, text=True)
        check(f"{script} parses in {shell}", said.returncode == 0, said.stderr)
ci = os.path.join(SOURCE, ".ci", "run")
said = subprocess.run(["bash", "-n", ci], stderr=subprocess.PIPE, text=True)
check(".ci/run parses in bash", said.returncode == 0, said.stderr)
with open(ci, encoding="utf-8") as text:
    check(".ci/run runs tests/run and nothing else", text.read().splitlines()[-1] == "exec sh tests/run")

blind = run()
check("without a display the window is refused with status 1", blind.returncode == 1, str(blind.returncode))
check("… in one sentence on standard error that names commands which need none",
      blind.stdout == "" and all(name in blind.stderr for name in ("no display", "import", "export", "list", "report", "backup")),
      blind.stderr)

helped = run("--help", LC_ALL="C.UTF-8", LANGUAGE="")
check("app/run hands its arguments to the program", helped.returncode == 0 and "samsyn COMMAND" in helped.stdout, helped.stderr)
check("… whose standard output is the program's alone", helped.stdout.startswith("Samsyn"), helped.stdout)

with tempfile.TemporaryDirectory() as folder:
    made = run("new", "here.samsyn", cwd=folder)
    check("a file is looked for where the user is", os.path.exists(os.path.join(folder, "here.samsyn")), made.stderr)

    tools = path_with(os.path.join(folder, "a"), id="echo 1000", dpkg_query="exit 1", apt_get="echo called; exit 1")
    poor = run("kinds", PATH=tools)
    check("somebody who is not root and has no sudo is told what to do",
          poor.returncode == 1 and "root" in poor.stderr and "meson" in poor.stderr and "called" not in poor.stderr, poor.stderr)

    tools = path_with(os.path.join(folder, "b"), id="echo 0", dpkg_query="exit 1")
    poor = run("kinds", PATH=tools)
    check("a system without apt-get is told what is missing",
          poor.returncode == 1 and "no apt-get" in poor.stderr and "libxlsxwriter-dev" in poor.stderr, poor.stderr)

    tools = path_with(os.path.join(folder, "c"), id="echo 0")
    poor = run("kinds", PATH=tools)
    check("a system without dpkg is led to the README", poor.returncode == 1 and "README.md" in poor.stderr, poor.stderr)

    installed = 'case "$*" in *" gettext") exit 1;; *) echo installed;; esac'
    tools = path_with(os.path.join(folder, "d"), id="echo 0", dpkg_query=installed, apt_get='echo "apt: $*"; exit 1')
    poor = run("kinds", PATH=tools)
    asked = [line for line in poor.stderr.splitlines() if line.startswith("apt: install")]
    check("only what is missing is installed", len(asked) == 1 and asked[0].endswith("--no-install-recommends gettext"), poor.stderr)
    check("a failed installation stops with a sentence", poor.returncode == 1 and "could not install" in poor.stderr, poor.stderr)
done()
