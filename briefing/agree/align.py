"""Passages of two documents -> groups that belong together, in order, by their figures and lengths.

Monotone dynamic programming after Gale and Church (A Program for Aligning Sentences in Bilingual
Corpora, 1993): one to one, one to none, one to two, two to one, two to two; the cost is that of lengths out of
proportion and of figures that only one side has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from .figure import Figure
from .same import normal

Key = tuple[str, str]
_STEPS = ((1, 1, 0), (1, 0, 6), (0, 1, 6), (1, 2, 3), (2, 1, 3), (2, 2, 7))
"""How many passages of each side, and what it costs beside one to one (Gale and Church, table 5, in bits)."""
_LACKING = 3
_MOST_OUT_OF_LENGTH = 10
_BAND = 40


@dataclass(frozen=True, slots=True)
class Sized:
    """What alignment sees of a passage: its length in normal letters, its figures, its role."""

    length: int
    keys: Counter[Key]
    role: str = "paragraph"


def sized(text: str, figures: Sequence[Figure], language: str, role: str = "paragraph") -> Sized:
    """Korean says in one syllable block what English says in about two and a half letters."""
    letters = sum(not letter.isspace() for letter in text)
    return Sized(letters * 5 if language == "ko" else letters * 2, Counter(_keys(figures)), role)


def _keys(figures: Sequence[Figure]) -> list[Key]:
    keys = []
    for figure in figures:
        value, _, _ = normal(figure.quantity)
        if figure.soft or value is None:
            continue
        if isinstance(value, Decimal):
            keys.append(("n", f"{value.normalize():f}"))
        elif isinstance(value, Range):
            keys.append(("r", f"{value.low.normalize():f}"))
        else:
            keys.append(("d", str(value)[:4]))
    return keys


def align(one: Sequence[Sized], other: Sequence[Sized]) -> list[tuple[range, range]]:
    """The cheapest sequence of groups that covers both sides."""
    best: dict[tuple[int, int], tuple[int, tuple[int, int]]] = {(0, 0): (0, (0, 0))}
    slope = len(other) / max(1, len(one)) if one else 1
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if (i, j) not in best or abs(j - i * slope) > _BAND + abs(len(one) - len(other)):
                continue
            for here, there, price in _STEPS:
                to = (i + here, j + there)
                if to[0] > len(one) or to[1] > len(other) or not _may_join(one[i : to[0]], other[j : to[1]]):
                    continue
                cost = best[i, j][0] + price * 2 + _cost(one[i : to[0]], other[j : to[1]])
                if to not in best or cost < best[to][0]:
                    best[to] = (cost, (i, j))
    return _path(best, (len(one), len(other)))


def _may_join(one: Sequence[Sized], other: Sequence[Sized]) -> bool:
    """Only running text is divided differently in another language, not cells of a table or headings."""
    if len(one) < 2 and len(other) < 2:
        return True
    return all(each.role not in ("cell", "heading") for each in (*one, *other))


def _path(
    best: dict[tuple[int, int], tuple[int, tuple[int, int]]], at: tuple[int, int]
) -> list[tuple[range, range]]:
    groups = []
    while at != (0, 0):
        before = best[at][1]
        groups.append((range(before[0], at[0]), range(before[1], at[1])))
        at = before
    return groups[::-1]


def _together(stretch: Sequence[Sized]) -> Counter[Key]:
    if len(stretch) == 1:
        return stretch[0].keys
    return sum((each.keys for each in stretch), Counter())


def _cost(one: Sequence[Sized], other: Sequence[Sized]) -> int:
    first, second = _together(one), _together(other)
    shared = sum(min(times, second[key]) for key, times in first.items() if key in second)
    lacking = first.total() + second.total() - 2 * shared
    if not one or not other:
        return 2 + lacking * _LACKING
    lengths = sum(each.length for each in one), sum(each.length for each in other)
    apart = max(lengths) * 10 // max(1, min(lengths)) - 10
    roles = 0 if one[0].role == other[0].role else 4
    return min(_MOST_OUT_OF_LENGTH, apart // 2) + lacking * _LACKING - shared * 2 + roles
