"""A missing or too old dependency stops `meson setup` with a sentence that names it and Debian's package.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

SOURCE = os.environ["SAMSYN_SOURCE"]

with open(os.path.join(SOURCE, "meson.build"), encoding="utf-8") as text:
    NEEDS = re.findall(r"^  '([^']+)': \['([^']+)', '([^']+)'\],$", text.read(), re.MULTILINE)


def pretend(folder, name, version):
    with open(os.path.join(folder, name + ".pc"), "w", encoding="utf-8") as pc:
        pc.write(f"Name: {name}\nDescription: pretended\nVersion: {version}\nLibs:\nCflags:\n")


def setup(without=(), old=None, header=None):
    """What meson says where one dependency is missing, or too old; `header` stands for xlsxwriter.h."""
    with tempfile.TemporaryDirectory() as folder:
        for name, version, _ in NEEDS:
            if name not in without:
                pretend(folder, name, "0.1" if name == old else version)
        environment = dict(os.environ, PKG_CONFIG_LIBDIR=folder, CFLAGS="")
        if header is not None:
            with open(os.path.join(folder, "xlsxwriter.h"), "w", encoding="utf-8") as text:
                text.write(header)
            environment["CFLAGS"] = f"-I{folder}"
        run = subprocess.run(["meson", "setup", os.path.join(folder, "build"), SOURCE], env=environment, text=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run


def sentence(run):
    return next((line for line in run.stdout.splitlines() if "Samsyn cannot be built" in line), run.stdout)


check("meson.build lists what is needed", len(NEEDS) >= 7, str(NEEDS))
run = setup(without=[name for name, _, _ in NEEDS])
said = sentence(run)
check("where everything is missing the set-up stops", run.returncode != 0, said)
for name, version, package in NEEDS:
    check(f"… and names {name}", f"{name} {version} or newer (on Debian: {package})" in said, said)

name, version, package = NEEDS[4]
run = setup(without=[name])
said = sentence(run)
check(f"without {name} it is the only one named",
      run.returncode != 0 and f"too old: {name} {version} or newer (on Debian: {package})." in said, said)

name, version, package = NEEDS[1]
run = setup(old=name)
said = sentence(run)
check(f"an old {name} stops the set-up and is the only one named",
      run.returncode != 0 and f"too old: {name} {version} or newer (on Debian: {package})." in said, said)

run = setup(header='#define LXW_VERSION "1.0.9"\n#define LXW_VERSION_ID 109\n')
said = sentence(run)
check("an old libxlsxwriter is known by its header",
      run.returncode != 0 and "too old: libxlsxwriter 1.1.4 or newer (on Debian: libxlsxwriter-dev)." in said, said)
done()
