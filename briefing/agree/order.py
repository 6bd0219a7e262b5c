"""Pairs of equal figures -> those that changed places: 21%에서 70%로 against from 70% to 21%.

Languages order a sentence differently, so order alone proves little. Two figures of a kind have been exchanged where
one is the base of the comparison in one language only, where the words and dates that they belong to cross, or where
their order turns round in a plain enumeration, in which nothing gives a reason to turn it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from . import dates
from .belonging import Mark, marks, vote
from .figure import Figure, Side
from .figures import voice
from .roles import BASES, by_roles, role, shared, way
from .same import APART, normal

Pairing = tuple[int, int]


def exchanged(one: Side, other: Side, agreed: Sequence[Pairing]) -> Iterator[tuple[Pairing, Pairing]]:
    """Two agreed pairs whose figures have changed places; each figure is named once."""
    named: set[int] = set()
    one, other = _counted(one, other, agreed, 0), _counted(other, one, agreed, 1)
    sentences = _sentences(one), _sentences(other)
    belonging = marks(one, other, agreed)
    for first, second in combinations(sorted(agreed), 2):
        a, b = one.figures[first[0]], one.figures[second[0]]
        if {first[0], second[0]} & named or not (_comparable(a, b) or _dates(a, b)):
            continue
        here = sentences[0][first[0]] == sentences[0][second[0]]
        there = sentences[1][first[1]] == sentences[1][second[1]]
        if _dates(a, b):
            changed = here and there and _days_changed(one, other, first, second, agreed)
        else:
            changed = _changed(one, other, first, second, belonging, here and there)
        if changed:
            named |= {first[0], second[0]}
            yield first, second


def _counted(side: Side, other: Side, agreed: Sequence[Pairing], here: int) -> Side:
    """``side`` with what it writes as a day of the month and the other counts as days (14일, 14 days) counted too."""
    mates = {pair[here]: other.figures[pair[1 - here]].quantity for pair in agreed}
    counted = tuple(
        replace(figure, quantity=mates[index])
        if figure.quantity.kind == "date" and index in mates and mates[index].kind in ("duration", "number")
        else figure
        for index, figure in enumerate(side.figures)
    )
    return replace(side, figures=counted)


def _changed(
    one: Side, other: Side, first: Pairing, second: Pairing, belonging: Sequence[Mark], together: bool
) -> bool:
    a, b = one.figures[first[0]], one.figures[second[0]]
    c, d = other.figures[first[1]], other.figures[second[1]]
    if _hedged_apart(a, b, c, d):
        return False
    turned = (a.start < b.start) != (c.start < d.start)
    roles = tuple(role(side, figure) for side, figure in ((one, a), (one, b), (other, c), (other, d)))
    alike = _alike(a, b) and _alike(c, d)
    votes = vote((one, other), (a, b), (c, d), belonging)
    if together and (said := by_roles(*roles)) is not None:
        # 12일에서 31일로 is also 12 days in the 1980s, compared with 31: what they belong to tells
        return said and not (alike and (votes.owners or votes.times) > 0)
    if together and _crossed_units(a, b, c, d):
        return True
    if not alike:
        return False
    if votes.owners or votes.times:
        return (votes.owners or votes.times) < 0
    if _is_sum(one, a) or _is_sum(one, b):
        return False
    ways = tuple(way(side, figure) for side, figure in ((one, a), (one, b), (other, c), (other, d)))
    if together and all(ways) and ways[0] != ways[1] and ways[2] != ways[3]:
        return ways[0] != ways[2]
    parallel = len(set(roles)) == 1 and bool(roles[0])  # from 4.1% to 3.8% here, from 1.7% to 1.2% there
    if not (together and turned) or votes.names > 0:
        return False
    if _tight(one, a, b) and _tight(other, c, d):
        return True
    if not parallel and (
        BASES & set(roles) or not (shared(one, a, b, roles[:2]) and shared(other, c, d, roles[2:]))
    ):
        return False
    return _enumerated(one, a, b, parallel) and _enumerated(other, c, d, parallel)


def _tight(side: Side, a: Figure, b: Figure) -> bool:
    """Whether nothing stands between two figures but what joins them: 1.5세, 1.8세; 1.5 and 1.8 years."""
    first, last = (a, b) if a.start < b.start else (b, a)
    return bool(voice(side.language).TIGHT.fullmatch(side.text[first.end : last.start]))


def _dates(a: Figure, b: Figure) -> bool:
    """Two dates of one grain that name different days, months or years."""
    if a.quantity.kind != "date" or b.quantity.kind != "date" or a.soft or b.soft:
        return False
    first, second = (dates.parts(each.quantity, each.written) for each in (a, b))
    return first.keys() == second.keys() and first != second and "far" not in first


def _days_changed(one: Side, other: Side, first: Pairing, second: Pairing, agreed: Sequence[Pairing]) -> bool:
    """Whether two dates changed places in a plain enumeration whose other figures keep theirs."""
    a, b = one.figures[first[0]], one.figures[second[0]]
    c, d = other.figures[first[1]], other.figures[second[1]]
    if (a.start < b.start) == (c.start < d.start):
        return False
    if any(role(side, each) in BASES for side, each in ((one, a), (one, b), (other, c), (other, d))):
        return False
    if any(
        _between(i, first[0], second[0]) != _between(j, first[1], second[1])
        for i, j in agreed
        if i not in (first[0], second[0])
    ):
        return False
    return _enumerated(one, a, b, False) and _enumerated(other, c, d, False)


def _between(index: int, first: int, second: int) -> bool:
    return min(first, second) < index < max(first, second)


def _enumerated(side: Side, a: Figure, b: Figure, parallel: bool) -> bool:
    """Whether two figures stand in a plain enumeration: near each other, joined, no words of relation between."""
    first, last = (a, b) if a.start < b.start else (b, a)
    between = side.text[first.end : last.start]
    said = voice(side.language)
    if len(between) > said.ENUMERATED or not said.JOINED.search(between):
        return False
    if not parallel and said.RELATED.search(between):
        return False
    return True


def _hedged_apart(a: Figure, b: Figure, c: Figure, d: Figure) -> bool:
    """Whether both versions hedge one of the two figures, and the same one: 117만 명으로 100만 명을 넘었다."""
    first, second = a.quantity.qualifier, b.quantity.qualifier
    return first != second and first == c.quantity.qualifier and second == d.quantity.qualifier


def _is_sum(side: Side, figure: Figure) -> bool:
    """Whether a figure is the sum of others of its kind (27 people, 16 of them Koreans and 11 Indonesians)."""
    numbers = [
        number
        for each in side.figures
        if each is not figure and each.quantity.kind in (figure.quantity.kind, "number", "count")
        if isinstance(number := normal(each.quantity)[0], Decimal) and number > 0
    ]
    total = normal(figure.quantity)[0]
    if not isinstance(total, Decimal):
        return False
    for start in range(len(numbers)):
        running = Decimal(0)
        for length, number in enumerate(numbers[start:], 1):
            running += number
            if running == total and length > 1:
                return True
            if running > total:
                break
    return False


def _crossed_units(a: Figure, b: Figure, c: Figure, d: Figure) -> bool:
    """143 personnel and 57 vehicles against 143대 and 57명: what is counted belongs to the other figure."""
    units = [figure.quantity.unit if figure.quantity.kind == "count" else None for figure in (a, b, c, d)]
    here, there, other, another = units
    if {here, there, other, another} == {None} or here == there or other == another:
        return False
    pairs = ((here, other), (there, another))
    if any(one and one == two for one, two in pairs) or not any(one and two for one, two in pairs):
        return False
    crossed = {here if here == another else None, there if there == other else None}
    return bool(crossed & APART)


def _comparable(a: Figure, b: Figure) -> bool:
    """Figures that may change places at all: neither dates nor names, of one kind or without a unit."""
    kinds = {a.quantity.kind, b.quantity.kind}
    if (
        a.name
        or b.name
        or a.soft
        or b.soft
        or "date" in kinds
        or "clock" in (a.quantity.unit, b.quantity.unit)
    ):
        return False
    if not (len(kinds) == 1 or "number" in kinds):
        return False
    return _bare(a) != _bare(b)


def _bare(figure: Figure) -> object:
    return figure.quantity.value if figure.quantity.kind == "number" else normal(figure.quantity)[0]


def _alike(a: Figure, b: Figure) -> bool:
    kinds = {a.quantity.kind, b.quantity.kind}
    units = normal(a.quantity)[1], normal(b.quantity)[1]
    return units[0] == units[1] or (None in units and "number" in kinds and "clock" not in units)


def _sentences(side: Side) -> list[int]:
    stops = [hit.start() for hit in voice(side.language).SENTENCE.finditer(side.text)]
    return [sum(stop < figure.start for stop in stops) for figure in side.figures]
