"""Pairs of equal figures -> those that changed places: 21%에서 70%로 against from 70% to 21%.

Languages order a sentence differently, so that order alone proves little. Two figures of a kind have been exchanged
where one is the base of the comparison in one language only, where the words and dates nearest to them cross, or
where their order turns round and nothing around them turns with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from . import dates
from .figure import Figure, Side
from .figures import voice
from .lexicon import NAMES, latin
from .same import normal

Mark = tuple[str, int]
_NEAR = 150


def exchanged(
    one: Side, other: Side, agreed: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Two agreed pairs whose figures have changed places; each figure is named once."""
    named: set[int] = set()
    sentences = _sentences(one), _sentences(other)
    marks = _marks(one, other, agreed)
    for first, second in combinations(sorted(agreed), 2):
        a, b = one.figures[first[0]], one.figures[second[0]]
        if not _comparable(a, b) or {first[0], second[0]} & named:
            continue
        here = sentences[0][first[0]] == sentences[0][second[0]]
        there = sentences[1][first[1]] == sentences[1][second[1]]
        if _changed(one, other, first, second, marks, here and there):
            named |= {first[0], second[0]}
            yield first, second


def _changed(
    one: Side, other: Side, first: tuple[int, int], second: tuple[int, int], marks: list[tuple[str, int, int]],
    together: bool,
) -> bool:  # fmt: skip
    a, b = one.figures[first[0]], one.figures[second[0]]
    c, d = other.figures[first[1]], other.figures[second[1]]
    turned = (a.start < b.start) != (c.start < d.start)
    roles = tuple(_role(side, figure) for side, figure in ((one, a), (one, b), (other, c), (other, d)))
    if together and (said := _by_role(*roles)) is not None:
        return said
    if together and _crossed_units(a, b, c, d):
        return True
    if not (_alike(a, b) and _alike(c, d)):
        return False
    vote = _vote(a, b, c, d, marks)
    if vote:
        return vote < 0
    ways = tuple(_way(side, figure) for side, figure in ((one, a), (one, b), (other, c), (other, d)))
    if together and all(ways) and ways[0] != ways[1] and ways[2] != ways[3]:
        return ways[0] != ways[2]
    # where a language marks what a figure is (from 7.1%), the order may turn: 8.6%, up from 7.1%
    told = (roles[0] != roles[1] or roles[2] != roles[3]) and {"base", "change"} & set(roles)
    return together and turned and not told


def _by_role(a: str, b: str, c: str, d: str) -> bool | None:
    """Whether the roles in the comparison (base, target, change) have changed places; None where they do not say."""
    if a == b or c == d or not (a or b) or not (c or d):
        return None
    if (a and a == c) or (b and b == d):
        return False
    if (a and a == d and (c or a == "base")) or (b and b == c and (d or b == "base")):
        return True
    return None


def _way(side: Side, figure: Figure) -> str:
    """up or down, as the verb beside a figure says; empty where it says neither or both."""
    said = voice(side.language)
    near = (
        side.text[figure.end : figure.end + 9] if side.language == "ko" else side.text[: figure.start][-22:]
    )
    up, down = bool(said.UP.search(near)), bool(said.DOWN.search(near))
    return "" if up == down else "up" if up else "down"


def _crossed_units(a: Figure, b: Figure, c: Figure, d: Figure) -> bool:
    """143 personnel and 57 vehicles against 143대 and 57명: what is counted belongs to the other figure."""
    units = [figure.quantity.unit if figure.quantity.kind == "count" else None for figure in (a, b, c, d)]
    here, there, other, another = units
    if {here, there, other, another} == {None} or here == there or other == another:
        return False
    pairs = ((here, other), (there, another))
    if any(one and one == two for one, two in pairs) or not any(one and two for one, two in pairs):
        return False
    return bool((here and here == another) or (there and there == other))


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
    if not (len(kinds) == 1 or kinds <= {"number", "count"}):
        return False
    return normal(a.quantity)[0] != normal(b.quantity)[0]


def _alike(a: Figure, b: Figure) -> bool:
    kinds = {a.quantity.kind, b.quantity.kind}
    if not (len(kinds) == 1 or kinds <= {"number", "count"}):
        return False
    units = normal(a.quantity)[1], normal(b.quantity)[1]
    if units[0] != units[1] and (None not in units or kinds != {"number", "count"} or "clock" in units):
        return False
    return normal(a.quantity)[0] != normal(b.quantity)[0]


def _role(side: Side, figure: Figure) -> str:
    """base, target or change, as the words right beside a figure say; empty where they say nothing."""
    said = voice(side.language)
    words = figure.written
    lead = re.match(r"[A-Za-z ]*", words)
    start = figure.start + (lead.end() if lead and lead.end() < len(words) else 0)
    before = side.text[max(0, start - 40) : start]
    for role, pattern in said.ROLES_BEFORE:
        if pattern.search(before):
            return str(role)
    for role, pattern in said.ROLES_AFTER:
        if pattern.match(side.text, figure.end) or any(
            pattern.match(words, at)
            for at in range(len(words))
            if side.language == "ko" and words[at] in "에보을를"
        ):
            return str(role)
    return ""


def _sentences(side: Side) -> list[int]:
    stops = [hit.start() for hit in voice(side.language).SENTENCE.finditer(side.text)]
    return [sum(stop < figure.start for stop in stops) for figure in side.figures]


def _marks(one: Side, other: Side, agreed: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Words that both sides have once each and that a figure may belong to: class, offset in each."""
    found = []
    for group, korean, english in NAMES:
        offsets = []
        for side in (one, other):
            pattern = korean if side.language == "ko" else english
            hits = [hit.start() for hit in pattern.finditer(side.text)]
            offsets.append(hits)
        if len(offsets[0]) == len(offsets[1]) == 1:
            found.append((group, offsets[0][0], offsets[1][0]))
    names = latin(one.text), latin(other.text)
    found += [("latin", names[0][name], names[1][name]) for name in names[0].keys() & names[1].keys()]
    found += _dated(one, other, agreed)
    return found


def _dated(one: Side, other: Side, agreed: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    for i, j in agreed:
        a, b = one.figures[i], other.figures[j]
        if a.quantity.kind == b.quantity.kind == "date":
            said = dates.parts(a.quantity, a.written)
            yield (
                f"date {'day' if 'day' in said else 'month' if 'month' in said else 'year'}",
                a.start,
                b.start,
            )


def _vote(a: Figure, b: Figure, c: Figure, d: Figure, marks: list[tuple[str, int, int]]) -> int:
    """More than zero where the words around the figures stand as they do in the other language, less where they cross."""
    votes = 0
    near = [
        mark
        for mark in marks
        if min(abs(mark[1] - a.start), abs(mark[1] - b.start)) < _NEAR
        and min(abs(mark[2] - c.start), abs(mark[2] - d.start)) < 2 * _NEAR
    ]
    for (group, p, q), (another, r, s) in combinations(near, 2):
        if group == another:
            here, there = _straight(a.start, b.start, p, r), _straight(c.start, d.start, q, s)
            votes += 1 if here == there else -1
    return votes


def _straight(first: int, second: int, one: int, other: int) -> bool:
    """Whether the first figure belongs to ``one`` and the second to ``other`` rather than crosswise."""
    plain = abs(first - one) + abs(second - other)
    crossed = abs(first - other) + abs(second - one)
    if plain == crossed or max(first, second) < min(one, other) or min(first, second) > max(one, other):
        return (first < second) == (one < other)
    return plain < crossed
