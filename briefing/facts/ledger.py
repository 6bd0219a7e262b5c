"""The proven facts of a brief, as one noun that every later stage reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.facts.seeds import Study
from briefing.model import Card, Event, Evidence, Fact


@dataclass(frozen=True, slots=True)
class Ledger:
    """Facts, events, studies and source cards by id; ``lock`` the text of facts.lock.json that they make.

    ``reread`` tells whether the originals were at hand, or quotes and lock alone; ``unproven`` holds the ids
    that are declared but could not be proven, each of which has a problem of its own; ``stale`` says of the facts
    whose source has changed since the last lock that their quote moved, changed or vanished; ``series`` names the facts
    of each series in their order; ``made`` holds the facts that are cells of a declared row or column, most of which no
    page need print.
    """

    cards: Mapping[str, Card]
    facts: Mapping[str, Fact]
    events: Mapping[str, Event]
    studies: Mapping[str, Study]
    lock: str
    reread: bool
    unproven: frozenset[str] = frozenset()
    stale: Mapping[str, str] = field(default_factory=dict)
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    made: frozenset[str] = frozenset()

    def numbers(self) -> dict[str, int]:
        """The number on every page of each source from which something is quoted; one that was only registered has none."""
        quoted = {evidence.source for record in self.records() for evidence in record.evidence}
        listed = (id for id in self.by_date() if id in quoted)
        return {id: index for index, id in enumerate(listed, start=1)}

    def by_date(self) -> tuple[str, ...]:
        """The ids of all sources, by date of publication, then by id."""
        return tuple(sorted(self.cards, key=lambda id: (self.cards[id].published, id)))

    def sources_of(self, id: str) -> tuple[str, ...]:
        """The ids of the sources behind a fact or event, those of a derived fact through its parents."""
        if id in self.events:
            return _unique(evidence.source for evidence in self.events[id].evidence)
        fact = self.facts[id]
        own = [evidence.source for evidence in fact.evidence]
        return _unique((*own, *(source for parent in fact.parents for source in self.sources_of(parent))))

    def needed(self, printed: Collection[str]) -> frozenset[str]:
        """The facts and events but for the cells of a series that no page prints and that no other fact is made of."""
        kept = {id for id in (*self.facts, *self.events) if id not in self.made or id in printed}
        waiting = list(kept & self.facts.keys())
        while waiting:
            new = set(self.facts[waiting.pop()].parents) - kept
            kept |= new
            waiting += new
        return frozenset(kept)

    def records(self) -> tuple[Fact | Event, ...]:
        """Every fact, then every event."""
        return (*self.facts.values(), *self.events.values())

    def evidence_of(self, id: str) -> tuple[Evidence, ...]:
        return self.events[id].evidence if id in self.events else self.facts[id].evidence


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
