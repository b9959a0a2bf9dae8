"""What a test script prints: one TAP line a check, and the plan at the end.

    from tap import check, done
    check("the name of what holds", condition, "what was there instead")
    done()

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

_results = []


def check(name, holds, detail=""):
    """One subtest; `detail` (text or a list of lines) is printed where it fails.  Returns whether it holds."""
    _results.append(bool(holds))
    print(f"{'ok' if holds else 'not ok'} {len(_results)} - {name.replace('#', ' ')}")
    if not holds:
        lines = detail if isinstance(detail, list) else str(detail).splitlines()
        if len(lines) > 40:
            lines = lines[:40] + [f"… and {len(lines) - 40} more"]
        for line in lines:
            print(f"# {line}")
        # meson shows a failed test's standard error, and no remarks.
        print(f"not ok: {name}", *lines, sep="\n  ", file=sys.stderr)
    sys.stdout.flush()
    return bool(holds)


def done():
    """Prints the plan and ends the script."""
    print(f"1..{len(_results)}")
    sys.exit(0 if _results and all(_results) else 1)
