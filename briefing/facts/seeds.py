"""What an author declared in seeds/, before any of it is proven: the nouns of the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.model import Card, Place, Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a source as declared: ``text`` without brackets, ``hole`` the bracketed part of it."""

    text: str
    hole: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as declared, by the headers of its row and its column (several where they have levels)."""

    row: tuple[str, ...]
    column: tuple[str, ...]
    sheet: str = ""

    def __str__(self) -> str:
        return f"row {LEVEL.join(self.row)}, column {LEVEL.join(self.column)}"


LEVEL = " › "
"""What stands between the levels of a header where they are one text."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A declared quote or ``cell``: where it is claimed to stand, and how its date is told.

    The ``phrase`` of a cell is empty: what it says is the table's. ``unit`` is what it counts, None where the table says
    so itself.
    """

    source: str
    phrase: Phrase
    nth: int | None
    when: Phrase | None
    period: str | None
    because: str | None
    where: Place
    cell: Cell | None = None
    unit: str | None = None

    @property
    def carries(self) -> bool:
        """Whether it carries a figure."""
        return self.cell is not None or self.phrase.hole is not None


@dataclass(frozen=True, slots=True)
class FactSeed:
    id: str
    what: Words
    label: Words
    measure: str | None
    via: str | None
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class SeriesSeed:
    """A declared series: a column of a table (``column``, with headers of ``others`` its rows), or a row of it (``row``,
    ``others`` its columns), each cell of it a fact.

    ``others`` names them one by one; else they run from ``first`` to ``last``, () being the table's first and last one.
    ``names`` says what the others' headers are called in each language.
    """

    id: str
    source: str
    row: tuple[str, ...]
    column: tuple[str, ...]
    sheet: str
    others: tuple[tuple[str, ...], ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    what: Words
    label: Words
    names: Mapping[str, Words]
    measure: str
    unit: str | None
    via: str | None
    when: Phrase | None
    period: str | None
    because: str | None
    where: Place

    def declaration(self) -> dict[str, object]:
        """Which cells it takes, as the lock keeps it to know when that changes."""
        said: dict[str, object] = {
            "row": self.row,
            "column": self.column,
            "sheet": self.sheet,
            "others": self.others,
        }
        said |= {"from": self.first, "to": self.last, "unit": self.unit}
        return {
            key: _listed(value) for key, value in said.items() if value or (key == "unit" and value == "")
        }


def _listed(value: object) -> object:
    return [_listed(part) for part in value] if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class GroupSeed:
    """A declared series of facts that are declared one by one, in its order."""

    id: str
    facts: tuple[str, ...]
    where: Place


@dataclass(frozen=True, slots=True)
class EventSeed:
    id: str
    what: Words
    actors: tuple[str, ...]
    via: str | None
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class DerivedSeed:
    """A declared calculation; ``kind`` of its result, ``step`` its declared rounding as decimal text."""

    id: str
    formula: str
    kind: str
    step: str | None
    what: Words
    label: Words
    measure: str | None
    period_of: str | None
    where: Place


@dataclass(frozen=True, slots=True)
class Study:
    """The study behind an article: its title, and the glossary key of its author."""

    id: str
    title: Words
    by: str | None
    where: Place


@dataclass(slots=True)
class Seeds:
    """All declarations of a brief, by id."""

    cards: dict[str, Card] = field(default_factory=dict)
    facts: dict[str, FactSeed] = field(default_factory=dict)
    events: dict[str, EventSeed] = field(default_factory=dict)
    also: list[tuple[str, Quoted]] = field(default_factory=list)
    derived: dict[str, DerivedSeed] = field(default_factory=dict)
    studies: dict[str, Study] = field(default_factory=dict)
    series: dict[str, SeriesSeed] = field(default_factory=dict)
    groups: dict[str, GroupSeed] = field(default_factory=dict)

    def quotes(self) -> Iterator[tuple[str, Quoted]]:
        """Every declared quote with the id of the fact or event that it carries."""
        yield from ((fact.id, fact.quoted) for fact in self.facts.values())
        yield from ((event.id, event.quoted) for event in self.events.values())
        yield from self.also

    def place_of(self, id: str) -> Place | None:
        if id in self.facts:
            return self.facts[id].quoted.where
        if id in self.events:
            return self.events[id].quoted.where
        return self.derived[id].where if id in self.derived else None
