"""Without a display the program says so, and which commands need none.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

SAMSYN = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")

for language, locale, word in (("English", "C.UTF-8", "no display"), ("Swedish", "sv_SE.UTF-8", "ingen skärm")):
    for args in ([], ["/nowhere/file.samsyn"]):
        env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
        run = subprocess.run([SAMSYN, *args], env=dict(env, LC_ALL=locale), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, timeout=20)
        name = f"{language}, {len(args)} arguments"
        check(f"{name}: status 1", run.returncode == 1, str(run.returncode))
        check(f"{name}: one sentence, of the display", word in run.stderr and run.stderr.count("\n") == 1, run.stderr)
        check(f"{name}: it names commands", all(command in run.stderr for command in ("new", "list", "report", "--help")), run.stderr)
        check(f"{name}: nothing on standard output", run.stdout == "", run.stdout)
done()
