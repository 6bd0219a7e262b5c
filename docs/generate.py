"""The pages of docs/reference that are written from the code: ./run python docs/generate.py [--check].

With --check nothing is written; the pages that are not as the code says are named, and the exit code is 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generators import commands, configuration, python, templates

from briefing import codes

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py from the code: mend the code, then run it. -->\n\n"


def pages() -> dict[str, str]:
    """File name in docs/reference -> what it has to hold."""
    return {
        "codes.md": codes.page(),
        "commands.md": NOTE + commands.page(),
        "configuration.md": NOTE + configuration.page(),
        "python.md": NOTE + python.page(),
        "template-functions.md": NOTE + templates.page(),
    }


def stale() -> list[str]:
    """The pages that are not there, or not as the code says."""
    return [
        name
        for name, text in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != text
    ]


if __name__ == "__main__":
    names = stale()
    if "--check" in sys.argv[1:]:
        print(*(f"docs/reference/{name} is not what the code says" for name in names), sep="\n", end="")
        sys.exit(1 if names else 0)
    made = pages()
    for name in names:
        (FOLDER / name).write_text(made[name], encoding="utf-8")
        print(f"docs/reference/{name}")
