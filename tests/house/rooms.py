"""The rooms of the parts that have rooms, and which of the same part each may know: only those above it.  "" stands for what lies in the
part's own folder.  Who gives a room another neighbour adds it here, and looks whether it should.

SPDX-License-Identifier: GPL-3.0-or-later
"""

ROOMS = {
    "exchange": {
        "": set(),
        "xlsx": {""},
        "book": {"", "xlsx"},
        "csv": set(),
        "json": set(),
    },
    "findings": {
        "facts": set(),
        "map": {"facts"},
        "standing": {"facts"},
        "evidence": set(),
    },
    "plans": {
        "map": set(),
        "import": set(),
        "paste": set(),
        "bulk": set(),
    },
    "reports": {
        "": set(),
        "map": {""},
        "comparison": {"", "map"},
        "pack": {"", "map"},
        "all-data": {""},
    },
    "desktop": {
        "parts": set(),
        "question": {"parts"},
        "session": {"parts", "question"},
        "page": {"parts", "session"},
        "fields": {"parts", "question", "session"},
        "record": {"fields", "parts", "session"},
        "paste": {"parts", "question", "session"},
        "list": {"fields", "page", "parts", "paste", "question", "session"},
        "map": {"fields", "page", "parts", "session"},
        "prepare": {"fields", "parts", "record", "session"},
        "compare": {"fields", "map", "page", "parts", "prepare", "record", "session"},
        "findings": {"fields", "map", "page", "parts", "session"},
        "overview": {"map", "page", "parts", "session"},
        "watch": {"page", "parts"},
        "search": {"page", "parts", "session"},
        "check": {"parts", "session"},
        "frame": {"check", "compare", "findings", "list", "map", "overview", "page", "parts", "prepare", "record", "search", "session", "watch"},
    },
}
