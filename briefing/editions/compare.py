"""Two editions -> the facts in which they differ, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.editions.stated import Edition, Stated

Change = Literal["changed", "added", "removed", "sourced", "moved", "reworded"]
CHANGES: dict[Change, str] = {
    "changed": "another figure, qualifier or period",
    "added": "only in the new edition",
    "removed": "only in the old edition",
    "sourced": "the same figure from another source or formula",
    "moved": "the same figure in other sections or languages",
    "reworded": "the same figure in other words",
}
"""What can become of a fact, the gravest first: each is told by its gravest change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact in which two editions differ; ``old`` is None where it was added, ``new`` where it was removed."""

    id: str
    change: Change
    old: Stated | None
    new: Stated | None

    @property
    def sides(self) -> tuple[Stated, ...]:
        return tuple(side for side in (self.old, self.new) if side is not None)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that print it in either edition."""
        return tuple(dict.fromkeys(row.section for side in self.sides for row in side.pages))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose pages change: all that print it, or for words alone those whose words differ."""
        if self.change not in ("moved", "reworded"):
            return tuple(dict.fromkeys(row.language for side in self.sides for row in side.printed))
        spoken = dict.fromkeys(row.language for side in self.sides for row in side.printed)
        named = dict.fromkeys(language for side in self.sides for language in side.what)
        return tuple(language for language in spoken | named if self._differs(language))

    def _differs(self, language: str) -> bool:
        printed = [[row for row in side.printed if row.language == language] for side in self.sides]
        named = [side.what.get(language) for side in self.sides]
        return printed[0] != printed[-1] or named[0] != named[-1]


def compare(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """Every fact and event in which the two differ, the gravest changes first, each as the editions list them."""
    ids = dict.fromkeys((*new.facts, *old.facts))
    found = [difference for id in ids for difference in _of(id, old.facts.get(id), new.facts.get(id))]
    return tuple(sorted(found, key=lambda difference: list(CHANGES).index(difference.change)))


def _of(id: str, old: Stated | None, new: Stated | None) -> Iterator[Difference]:
    if old is None or new is None:
        yield Difference(id, "added" if old is None else "removed", old, new)
    elif (old.figure, old.period) != (new.figure, new.period):
        yield Difference(id, "changed", old, new)
    elif (old.sources, old.formula) != (new.sources, new.formula):
        yield Difference(id, "sourced", old, new)
    elif _places(old) != _places(new):
        yield Difference(id, "moved", old, new)
    elif (old.what, old.printed) != (new.what, new.printed):
        yield Difference(id, "reworded", old, new)


def _places(stated: Stated) -> list[tuple[str, str, str]]:
    return sorted({(row.language, row.section, row.aspect) for row in stated.pages})
