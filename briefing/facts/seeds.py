"""What an author declared in seeds/, before any of it is proven: the nouns of the declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model import Card, Place, Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a source as declared: ``text`` without brackets, ``hole`` the bracketed part of it."""

    text: str
    hole: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A declared quote: where it is claimed to stand, and how its date is told."""

    source: str
    phrase: Phrase
    nth: int | None
    when: Phrase | None
    period: str | None
    because: str | None
    where: Place


@dataclass(frozen=True, slots=True)
class FactSeed:
    id: str
    what: Words
    label: Words
    measure: str | None
    via: str | None
    quoted: Quoted


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
