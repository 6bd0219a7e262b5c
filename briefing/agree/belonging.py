"""Words of two versions -> what each figure belongs to: men and women, exports and imports, years, names.

A word of the lexicon and a date say whose figure it is (owners); a name only where it stands (names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from . import dates
from .figure import Figure, Side
from .figures import sentence
from .lexicon import NAMES, latin
from .sounds import alike_names

_FAR = {"ko": 45, "en": 75}
"""How far from a figure, in letters, a word may stand that it belongs to."""
_PAUSE, _PAUSED = re.compile(r"[,;]\s|\band\b"), 12
"""What divides the items of a list, and as how many letters it counts."""
_EACH = re.compile(r"각각|순으로|respectively|in that order|apiece", re.I)
"""Words by which names that all stand before their figures, or after them, are told apart by order."""
_FOLLOWING = 2
"""How much farther away a word counts that follows a figure in Korean, which names before it counts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that both versions have: its class, and where it stands in each, as often as it does."""

    group: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    @property
    def kind(self) -> str:
        """owners, times or names, by how surely a figure belongs to such a word."""
        if self.group == "name":
            return "names"
        return (
            "times" if self.group.startswith("date") or self.group in ("when", "half", "part") else "owners"
        )


@dataclass(frozen=True, slots=True)
class Votes:
    """More than zero where the words around the figures stand as they do in the other language, less where they cross."""

    owners: int
    times: int
    names: int


def marks(one: Side, other: Side, agreed: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
    """Words and dates that stand in both versions and that a figure may belong to."""
    found: list[Mark] = []
    for group, in_korean, in_english in NAMES:
        here, there = (
            tuple(
                hit.start()
                for hit in (in_korean if side.language == "ko" else in_english).finditer(side.text)
            )
            for side in (one, other)
        )
        if here and there:
            found.append(Mark(group, here, there))
    names = latin(one.text), latin(other.text)
    found += [
        Mark("name", (names[0][name],), (names[1][name],)) for name in names[0].keys() & names[1].keys()
    ]
    if one.language != other.language:
        korean, english = (one, other) if one.language == "ko" else (other, one)
        for at, behind in alike_names(korean.text, english.text):
            found.append(Mark("name", (at,), (behind,)) if korean is one else Mark("name", (behind,), (at,)))
    return (*found, *_dated(one, other, agreed))


def _dated(one: Side, other: Side, agreed: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    for i, j in agreed:
        a, b = one.figures[i], other.figures[j]
        if a.quantity.kind == b.quantity.kind == "date":
            said = dates.parts(a.quantity, a.written)
            grain = "day" if "day" in said else "month" if "month" in said else "year"
            yield Mark(f"date {grain}", (a.start,), (b.start,))


def vote(
    sides: tuple[Side, Side], here: tuple[Figure, Figure], there: tuple[Figure, Figure], found: Sequence[Mark]
) -> Votes:
    """How the words near two figures of each side stand to them."""
    near = [mark for mark in (_within(each, sides, here, there) for each in found) if mark is not None]
    votes = {"owners": 0, "times": 0, "names": 0}
    for one, other in combinations(near, 2):
        if one.group != other.group:
            continue
        first = _straight(sides[0], here, one.here, other.here)
        second = _straight(sides[1], there, one.there, other.there)
        if first is not None and second is not None:
            votes[one.kind] += 1 if first == second else -1
    return Votes(**votes)


def _within(
    mark: Mark, sides: tuple[Side, Side], here: tuple[Figure, Figure], there: tuple[Figure, Figure]
) -> Mark | None:
    """The mark where it stands in the sentences of the figures, on both sides; None where it does not."""
    kept = tuple(
        tuple(place for place in places if any(start <= place < end for start, end in stretches))
        for places, stretches in (
            (mark.here, [sentence(sides[0], each) for each in here]),
            (mark.there, [sentence(sides[1], each) for each in there]),
        )
    )
    return Mark(mark.group, kept[0], kept[1]) if all(kept) else None


def _straight(
    side: Side, figures: tuple[Figure, Figure], one: Sequence[int], other: Sequence[int]
) -> bool | None:
    """Whether the first figure belongs to ``one`` and the second to ``other`` rather than crosswise; None: no telling."""
    first, second = figures
    if sentence(side, first) != sentence(side, second):
        owners = [_owner(side, figure, one, other) for figure in figures]
        return owners[0] if None not in owners and owners[0] != owners[1] else None
    plain = _nearest(side, first, one), _nearest(side, second, other)
    crossed = _nearest(side, first, other), _nearest(side, second, one)
    apart, across = sum(each[0] for each in plain), sum(each[0] for each in crossed)
    if min(apart, across) > 2 * _FAR[side.language]:
        return None
    places = (*one, *other)
    outside = max(first.start, second.start) < min(places) or min(first.start, second.start) > max(places)
    if apart == across or (outside and len(places) == 2):
        start, end = sentence(side, first)
        if outside and not _EACH.search(side.text[start:end]):
            return None
        return (first.start < second.start) == (min(one) < min(other))
    chosen = plain if apart < across else crossed
    if any(_is_anothers(side, place, figures, apart) for apart, place in chosen):
        return None
    return apart < across


def _is_anothers(side: Side, place: int, figures: tuple[Figure, Figure], apart: int) -> bool:
    """Whether a third figure of the kind stands nearer to the word at ``place``."""
    kinds = {each.quantity.kind for each in figures}
    return any(
        _apart(side, each, place) < apart
        and each.quantity.kind in kinds
        and each not in figures
        and not each.soft
        for each in side.figures
    )


def _owner(side: Side, figure: Figure, one: Sequence[int], other: Sequence[int]) -> bool | None:
    """Whether a figure's own sentence has ``one`` and not ``other``; None where it has both or neither."""
    start, end = sentence(side, figure)
    here, there = (any(start <= place < end for place in places) for places in (one, other))
    return here if here != there else None


def _nearest(side: Side, figure: Figure, places: Sequence[int]) -> tuple[int, int]:
    """How far the nearest of ``places`` is from a figure, and which it is."""
    return min((_apart(side, figure, place), place) for place in places)


def _apart(side: Side, figure: Figure, place: int) -> int:
    behind = place > figure.start
    between = side.text[figure.end : place] if behind else side.text[place : figure.start]
    apart = len(between) + _PAUSED * len(_PAUSE.findall(between))
    return apart * (_FOLLOWING if behind and side.language == "ko" else 1)
