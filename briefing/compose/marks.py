"""What a template asked for -> a private mark in its text, one character that stands for it until words are found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.model import Aspect
from briefing.project import ChartSpec

FIRST, LAST = 0xF0000, 0xFFFFD
"""Supplementary Private Use Area-A (Unicode 23.6): no text that is meant to be read holds it."""

MARK = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact or its date, in the form asked for, called on ``line`` of the template."""

    id: str
    aspect: Aspect
    form: str | None
    line: int


@dataclass(frozen=True, slots=True)
class CiteMark:
    """The sources of all since the last citation, and of ``ids``."""

    ids: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TermMark:
    key: str
    form: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ParticleMark:
    pair: str
    line: int


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A chart with its caption, which may hold marks itself; ``spec`` is None where briefing.toml declares it."""

    id: str
    caption: str
    line: int
    spec: ChartSpec | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Facts that belong together, in their order, under the name that the template gives them, "" for their own."""

    id: str
    facts: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class SeriesMark:
    """A series on its way into a chart or a table."""

    series: Series
    line: int


@dataclass(frozen=True, slots=True)
class TableMark:
    """A table of ``series`` by their periods (across its columns where ``turned``), or of single ``facts``."""

    id: str
    caption: str
    line: int
    series: tuple[Series, ...] = ()
    facts: tuple[str, ...] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SaidMark:
    """Words that the brief has from elsewhere (the name of a fact, of a source), or a ``name`` that may hold digits."""

    words: str
    name: str
    line: int


Mark = FactMark | CiteMark | TermMark | ParticleMark | ChartMark | SeriesMark | TableMark | SaidMark


@dataclass(slots=True)
class Marks:
    """The marks of one page in the order in which they were left."""

    left: list[Mark] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    def leave(self, mark: Mark) -> str:
        """The character that stands for ``mark``."""
        self.left.append(mark)
        return chr(FIRST + len(self.left) - 1)

    def behind(self, character: str) -> Mark:
        """What ``character`` stands for; it is on its way to the page."""
        self.met.add(character)
        return self.peek(character)

    def peek(self, character: str) -> Mark:
        """What ``character`` stands for, for one who only looks."""
        return self.left[ord(character) - FIRST]

    def lost(self, text: str) -> tuple[Mark, ...]:
        """The marks of ``text`` that nobody has looked behind: what was called there reaches no page."""
        return tuple(self.left[ord(mark) - FIRST] for mark in MARK.findall(text) if mark not in self.met)
