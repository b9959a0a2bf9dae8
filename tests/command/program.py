"""The real program in a folder of its own, for tests of the commands.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import subprocess
import tempfile

PROGRAM = os.path.join(os.environ["SAMSYN_BUILD"], "app", "samsyn")
LANGUAGES = {"en": "C.UTF-8", "sv": "sv_SE.UTF-8"}


class Folder:
    """A new folder; files are named inside it."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="samsyn-test-")
        self.home = tempfile.mkdtemp(prefix="samsyn-home-")
        return self

    def __exit__(self, *ignored):
        shutil.rmtree(self.path)
        shutil.rmtree(self.home)

    def file(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        with open(self.file(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return name

    def read(self, name):
        with open(self.file(name), "rb") as file:
            return file.read()

    def names(self):
        return sorted(os.listdir(self.path))

    def run(self, *arguments, language="en", now=None, author="provare", stdout=None):
        """The program with these arguments, in the folder; what it said and its exit status."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "SAMSYN_NOW"))}
        environment.update(LC_ALL=LANGUAGES[language], SAMSYN_AUTHOR=author, TZ="Europe/Stockholm")
        environment.update({f"XDG_{name}_HOME": os.path.join(self.home, name.lower()) for name in ("DATA", "CONFIG", "STATE")})
        if now is not None:
            environment["SAMSYN_NOW"] = now
        return subprocess.run([PROGRAM, *arguments], cwd=self.path, env=environment, stdin=subprocess.DEVNULL,
                              stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)

    def must(self, *arguments, **options):
        """What the program printed; it must succeed and say nothing else."""
        said = self.run(*arguments, **options)
        if said.returncode != 0 or said.stderr:
            raise AssertionError(f"samsyn {' '.join(arguments)}: {said.returncode}: {said.stderr}{said.stdout}")
        return said.stdout

    def records(self, *arguments, **options):
        """The records of a listing as JSON."""
        return json.loads(self.must("list", *arguments, "--format=json", **options))["records"]


def document(*records):
    return json.dumps({"samsyn": 1, "records": list(records)}, ensure_ascii=False)
