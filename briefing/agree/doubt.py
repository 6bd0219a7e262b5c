"""Disagreements of two passages -> those that a second, looser reading of the words does not explain.

The reader of each language may miss or misread a figure, and then a right translation would look wrong. What it found
to differ is therefore asked again of the other version's bare words: does the number stand anywhere that no other figure
has claimed, is there a hedge of that sense in the sentence, do both words name a unit at all?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from briefing.model import Quantity, Range, Ratio

from . import dates
from .beside import falls
from .figure import Figure, Side, number_of
from .figures import sentence, voice
from .numbers import Said, said_in
from .same import APART, normal

Fault = tuple[str, int | None, int | None]
_SHARE = Decimal("0.01")


def standing(
    one: Side, other: Side, agreed: Sequence[tuple[int, int]], faults: Sequence[Fault]
) -> list[Fault]:
    """The faults that a second look confirms."""
    plain = [(i, j) for i, j in agreed if len(_parts(one.figures[i])) == len(_parts(other.figures[j]))]
    disputed = [
        side.figures[k]
        for _, *found in faults
        for side, k in zip((one, other), found, strict=True)
        if k is not None
    ]
    free = (_Free(one, [i for i, _ in plain]), _Free(other, [j for _, j in plain]))
    return [fault for fault in faults if not _explained(one, other, free, disputed, fault)]


class _Free:
    """The numbers that a side's words may say where no agreed figure has claimed them."""

    def __init__(self, side: Side, claimed: Sequence[int]) -> None:
        self.side = side
        self.claimed = [side.figures[k] for k in claimed]

    @cached_property
    def _all(self) -> tuple[Said, ...]:
        found = said_in(self.side.text.replace("\n", " "), self.side.language)
        return tuple(each for each in found if not any(_over(each, figure) for figure in self.claimed))

    def numbers(self, but: Figure | None) -> set[Decimal]:
        """All of them, or those that stand elsewhere than ``but``."""
        return {said[2] for said in self._all if but is None or not _over(said, but)}


def _over(said: Said, figure: Figure) -> bool:
    return figure.start < said[1] and said[0] < figure.end


_SPAN = re.compile(r"\b(?:through|to|until|and)\b|부터|에서|[~∼–]", re.I)


def _plainly(a: Figure, b: Figure) -> bool:
    """Whether two figures state one number each, in units of their own: then neither is the other misread."""
    kinds = {a.quantity.kind, b.quantity.kind}
    if len(kinds) > 1 and "measure" in kinds:
        return False  # 3.77m may be metres or millions
    if kinds == {"date"}:
        if bool(_SPAN.search(a.written)) != bool(_SPAN.search(b.written)):
            return False  # two dates of one language read as one stretch in the other
        return dates.clash(*(dates.parts(each.quantity, each.written) for each in (a, b))) != "nothing"
    if kinds == {"date", "duration"}:
        said = next(each for each in (a, b) if each.quantity.kind == "date")
        return set(dates.parts(said.quantity, said.written)) <= {"far", "part"}
    shapes = {type(each.quantity.value) for each in (a, b)}
    return len(shapes) == 1 and shapes <= {Decimal, Range, Ratio} and not kinds & {"date", "number"}


def _explained(
    one: Side, other: Side, free: tuple[_Free, _Free], disputed: Sequence[Figure], fault: Fault
) -> bool:
    differs, i, j = fault
    a = one.figures[i] if i is not None else None
    b = other.figures[j] if j is not None else None
    if a is None or b is None:
        return (a is None or _says(free[1], a)) and (b is None or _says(free[0], b))
    if differs == "value" and (_in_band(one, a, b) or _in_band(other, b, a)):
        return True
    if differs == "value" and _opposed(one, a, other, b):
        return False
    if differs == "value":
        plain = _plainly(a, b)
        return _says(free[1], a, b if plain else None) and _says(free[0], b, a if plain else None)
    if differs == "qualifier":
        return _hedged_elsewhere(one, other, a, b, disputed)
    if differs == "unit" and "number" in (a.quantity.kind, b.quantity.kind):
        side, bare = (one, a) if a.quantity.kind == "number" else (other, b)
        if voice(side.language).NOUN.match(side.text, bare.end):
            return True  # a unit that the reader does not know
    return differs == "unit" and not _two_units(a.quantity, b.quantity)


def _opposed(one: Side, a: Figure, other: Side, b: Figure) -> bool:
    """Whether two figures are the same number but for a sign that no word of fall makes up for (영하 11도, 11)."""
    first, second = number_of(a.quantity), number_of(b.quantity)
    if first is None or second is None or not first or first != -second:
        return False
    return not (falls(one, a) and falls(other, b))


_BAND = re.compile(r"대(?=[\s로를에의은는가도,.])")


def _in_band(side: Side, a: Figure, b: Figure) -> bool:
    """Whether the one names the band that the other bounds: 0%대, below 1%."""
    low, high = a.quantity.value, b.quantity.value
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or b.quantity.qualifier != "less_than":
        return False
    return (
        a.quantity.kind == b.quantity.kind == "percent"
        and high - low == 1
        and bool(_BAND.match(side.text, a.end))
    )


def _says(free: _Free, figure: Figure, but: Figure | None = None) -> bool:
    """Whether each number that a figure is made of stands among the other side's unclaimed words, ``but`` aside."""
    parts, numbers = _parts(figure), free.numbers(but)
    return bool(parts) and all(
        _among(part, numbers, figure.quantity) or (but is None and part in (0, 1)) for part in parts
    )


def _parts(figure: Figure) -> tuple[Decimal, ...]:
    quantity = figure.quantity
    match quantity.value:
        case Decimal() as number:
            written = _numbers(figure.written)
            return (
                (abs(number),) if quantity.kind not in ("duration", "number") or len(written) < 2 else written
            )
        case Range(low, high, vague):
            decade = low % 10 == 0 and high == low + 9  # 30대, the 40s
            return () if vague else (abs(low),) if decade else (abs(low), abs(high))
        case Ratio(part, whole):
            return (part, whole)
    if quantity.kind != "date":
        return ()
    said = dates.parts(quantity, figure.written)
    if set(said) <= {"far", "part"}:
        return ()
    return tuple(Decimal(number) for key, each in said.items() if key not in ("far", "part")
                 for number in re.findall(r"\d+", each))  # fmt: skip


def _numbers(written: str) -> tuple[Decimal, ...]:
    return tuple(
        Decimal(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", written) if each != "0"
    )


def _among(number: Decimal, numbers: set[Decimal], quantity: Quantity) -> bool:
    if number in numbers:
        return True
    if quantity.kind == "measure" and quantity.unit == "m" and number * 10**6 in numbers:
        return True  # 3.77m people
    if quantity.kind == "date":
        return 1900 < number < 2100 and number % 100 in numbers  # ’24
    return quantity.kind in ("percent", "ratio") and number * _SHARE in numbers


def _two_units(a: Quantity, b: Quantity) -> bool:
    """Whether both figures name a unit and these are two of one kind (won and dollars, km and miles)."""
    if a.kind == b.kind == "measure":
        first, second = normal(a)[1], normal(b)[1]
        return not (first and second) or first.split("/")[0] != second.split("/")[0]
    if {a.kind, b.kind} == {"measure", "count"}:
        return bool({a.unit, b.unit} & APART)
    return {a.kind, b.kind} != {"measure", "number"}  # a unit that one reader does not know (Pa, pyeong)


_SENSES = {
    "more_than": "lower", "at_least": "lower", "less_than": "upper", "at_most": "upper", "about": "near", "nearly": "near",
}  # fmt: skip


def _hedged_elsewhere(one: Side, other: Side, a: Figure, b: Figure, disputed: Sequence[Figure]) -> bool:
    """Whether the barer figure's sentence has a hedge of the other's sense that no undisputed figure of it has taken."""
    here, there = _SENSES.get(a.quantity.qualifier), _SENSES.get(b.quantity.qualifier)
    if here == there:
        return False
    if here and there:  # a figure may be hedged twice: 약 5g을 넘지 않는
        return {here, there} != {"lower", "upper"} and (
            _beside(one, a, there, 3) or _beside(other, b, here, 3)
        )
    if _idly(one, a) or _idly(other, b):
        return True
    side, figure = (one, a) if there else (other, b)
    wanted = here or there or ""
    if _beside(side, figure, wanted):
        return True
    start, end = sentence(side, figure)
    hedges = list(voice(side.language).HEDGES[wanted].finditer(side.text[start:end]))
    taken = [
        each
        for each in side.figures
        if start <= each.start < end
        and _SENSES.get(each.quantity.qualifier) == wanted
        and each not in disputed
    ]
    if figure.quantity.kind == "duration" and any(each.quantity.kind == "duration" for each in taken):
        return True  # said once of both: within 6.5 months, or 15 days for a fee
    return len(hedges) > len(taken)


def _beside(side: Side, figure: Figure, wanted: str, within: int | None = None) -> bool:
    """Whether a hedge of a sense stands right beside a figure."""
    said = voice(side.language)
    within = said.BESIDE if within is None else within
    words = side.text[max(0, figure.start - within) : figure.end + within]
    return bool(said.HEDGES[wanted].search(words))


_SOME = re.compile(r"some\s", re.I)


def _idly(side: Side, figure: Figure) -> bool:
    """Whether "some" stands before so exact a figure that it hedges nothing: some 16.37 million visitors."""
    digits = re.sub(r"\D", "", figure.written).rstrip("0")
    return bool(_SOME.match(figure.written)) and len(digits) > 3
