"""The register as data: what a brief asserts, with its proof and its places, as every shape of it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.facts import lock as locks
from briefing.facts.lock import Located, Original
from briefing.model import Card, Event, Fact, Other, Printed, Words


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in its original, with the digests of the words around it; ``hole`` its figure's range."""

    located: Located
    hole: tuple[int, int] | None
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Register:
    """What a brief asserts, in all its languages.

    ``anchors`` are the evidence of each fact and event, in order; ``printed`` what each language prints, in page
    order; ``others`` words with digits that are no fact, by language; ``sections`` the title of each section.
    """

    brief: str
    title: Words
    number: int
    date: str
    languages: tuple[str, ...]
    sections: Mapping[str, Words]
    cards: Mapping[str, Card]
    originals: Mapping[str, Original]
    facts: Mapping[str, Fact]
    events: Mapping[str, Event]
    anchors: Mapping[str, tuple[Anchor, ...]]
    printed: Mapping[str, tuple[Printed, ...]]
    others: Mapping[str, tuple[Other, ...]]

    def records(self) -> tuple[Fact | Event, ...]:
        """Every fact, then every event."""
        return (*self.facts.values(), *self.events.values())


def anchor(row: Mapping[str, Any], hole: tuple[int, int] | None) -> Anchor:
    """A row of evidence, as the lock and the register write it, with the range of its figure in the quote."""
    quote = row["selector"][1]
    return Anchor(locks.located_of(row), hole, quote["prefix"], quote["suffix"])
