"""A page of the documentation -> what it tells its reader to do, done in an empty folder, and what it says comes of it.

What counts on a page are its fenced blocks:

- ``console``: lines after ``$`` are commands, run in order by a shell; one that ends with a backslash goes on in the next
  line. The lines below one are what it prints, on both streams. ``…`` stands for any text in its line, and for any
  lines where it has one of its own. A command of which the page shows nothing may print anything. It ends with 0, or
  with 1 where an error is shown.
- ``{code-block} LANGUAGE`` with ``:caption: PATH`` is a file; ``:caption: add to PATH`` goes to its end.
- ``{code-block} diff`` with ``:caption: change in PATH`` replaces the lines that begin with ``-`` by those with ``+``.

All else on a page is for people.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(
    r"^(?P<fence>`{3,}|:{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
CAPTION = re.compile(r"\A:caption: (?:(?P<how>add to|change in) )?(?P<path>\S+)\n\n?")
COMMAND = re.compile(r"\$ ((?:[^\n]*\\\n)*[^\n]*)\n?(.*)", re.DOTALL)
SETTLED = ("BRIEFING_ORIGINALS", "BRIEFING_LANG", "FORCE_COLOR")
"""Variables of the machine that would change what commands do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: ``how`` is run, file, "add to" or "change in"; ``line`` is the page's."""

    how: str
    what: str
    text: str
    line: int


def steps(page: str) -> Iterator[Step]:
    """Everything that a page tells its reader to do, in its order."""
    for block in BLOCK.finditer(page):
        line = page.count("\n", 0, block.start()) + 1
        info, body = block["info"].strip(), block["body"]
        if info == "console":
            yield from _commands(body, line + 1)
        elif info.startswith("{code-block}") and (caption := CAPTION.match(body)):
            yield Step(caption["how"] or "file", caption["path"], body[caption.end() :], line)


def _commands(body: str, line: int) -> Iterator[Step]:
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.startswith("$ "):
            command, shown = COMMAND.fullmatch(part).groups()  # type: ignore[union-attr]
            yield Step("run", command, shown, line)
        line += part.count("\n")


class Walk:
    """A folder in which the steps of a page are taken, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {key: value for key, value in os.environ.items() if key not in SETTLED}
        scripts = str(Path(sys.executable).parent)
        self.environment |= {"PATH": os.pathsep.join((scripts, os.environ["PATH"])), "NO_COLOR": "1"}

    def take(self, step: Step) -> None:
        """Do what the step says; AssertionError where it cannot be done, or comes out otherwise than the page says."""
        if step.how == "run":
            self._run(step)
            return
        path = self.folder / step.what
        if step.how == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        elif step.how == "add to":
            with path.open("a", encoding="utf-8") as file:
                file.write("\n" + step.text)
        else:
            text = path.read_text("utf-8")
            old, new = _sides(step.text)
            assert text.count(old) == 1, (
                f"line {step.line}: stands {text.count(old)} times in {step.what}:\n{old}"
            )
            path.write_text(text.replace(old, new), encoding="utf-8")

    def _run(self, step: Step) -> None:
        if step.what.startswith("cd "):
            self.folder = (self.folder / step.what[3:].strip()).resolve()
            assert self.folder.is_dir(), f"line {step.line}: {step.what}"
            return
        ran = subprocess.run(
            step.what, shell=True, cwd=self.folder, env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        told = f"line {step.line}: $ {step.what}\n{ran.stdout}"
        assert ran.returncode == (1 if re.search(r"\berror [A-Z]\d{3}:", step.text) else 0), told
        if step.text.strip():
            assert pattern(step.text).fullmatch(_plain(ran.stdout)), f"{told}\n--- the page says\n{step.text}"


def _sides(diff: str) -> tuple[str, str]:
    """The text before and after a change."""
    lines = [line if line.strip("\n") else f" {line}" for line in diff.splitlines(keepends=True)]
    before, after = ("".join(line[1:] for line in lines if line[0] in f" {mark}") for mark in "-+")
    return before, after


def pattern(shown: str) -> re.Pattern[str]:
    """What a command may print, so that it is what the page shows."""
    lines = _plain(shown).splitlines(keepends=True)
    parts = [
        r"(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) for line in lines
    ]
    return re.compile("".join(parts))


def _plain(text: str) -> str:
    """Lines with single spaces, since columns are as wide as their cells; none that is empty."""
    return "".join(f"{' '.join(line.split())}\n" for line in text.splitlines() if line.strip())
