"""One fault: which file says what instead, and which check must say so, at which line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """``text`` is the whole of ``file`` with the fault in it; any of ``codes`` at ``line`` of ``seen`` (or of ``file``)
    is a check that is about it; ``since`` is the first line where the fault lies in several, or in what is gone.
    ``told`` says in a few words what was done."""

    kind: str
    told: str
    file: str
    text: str
    codes: tuple[str, ...]
    line: int
    seen: str = ""
    since: int = 0

    @property
    def place(self) -> str:
        return f"{self.seen or self.file}:{self.line}"

    def caught(self, problems: Iterable[Problem]) -> bool:
        lines = range(self.since or self.line, self.line + 1)
        return any(
            problem.code in self.codes
            and problem.where is not None
            and problem.where.file == (self.seen or self.file)
            and problem.where.line in lines
            for problem in problems
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.told} ({self.place}, {'/'.join(self.codes)})"


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def replaced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def edits(
    kind: str, file: str, text: str, pattern: str, new: str, codes: str, told: str = ""
) -> Iterator[Fault]:
    """A fault for each match of ``pattern`` (its group 1, if it has one), seen at its own line."""
    for match in re.finditer(pattern, text, re.MULTILINE):
        group = 1 if match.re.groups else 0
        words = match.expand(new)
        if words != match[group]:
            changed = replaced(text, match.start(group), match.end(group), words)
            what = told or f"'{match[group][:40]}' becomes '{words[:40]}'"
            yield Fault(kind, what, file, changed, tuple(codes.split()), line_of(text, match.start(group)))


def spread(faults: Iterable[Fault], most: int) -> list[Fault]:
    """At most ``most`` of the faults, evenly over all of them."""
    every = list(faults)
    if len(every) <= most:
        return every
    return [every[index * len(every) // most] for index in range(most)]
