"""A numeral's place in Korean text -> the figure there: its unit, its range, its ratio, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from .ages import decades, of_age
from .amounts import cents, parted, won
from .arabic import digits, headed, pointed
from .bare import few_things, unitless
from .counters import REGIONS
from .degrees import degrees
from .durations import duration
from .fractions import fraction, part_of
from .identifiers import identifier
from .licence import licensed
from .measures import PRESSURE
from .numerals import Numeral, hundreds, native, neighbours, sino, teens, vague
from .ordinals import ordinal
from .qualifiers import qualify
from .ranges import second_end, shared_unit, widen
from .rates import rate
from .signs import loss, sign
from .tenths import tenths
from .units import UNITS, unit

_MINUS_WORD = re.compile(r"(?:마이너스|영하|음수)\s?(?=[\d영공일이삼사오육륙칠팔구십백천만])")
_TWO_ENDED = frozenset(("money", "count", "percent", "points", "multiple", "measure"))
_WON_ALONE = 10**8
"""수억대, 300억대: so much is said of won alone."""
_FULL = re.compile(r"(?<![가-힣])만\s?$")
"""만 70세: in completed years."""
_LATIN_BEFORE = re.compile(r"[A-Za-z_#&@/＃][-–]?$|[A-Za-z]\s?-$")


def figure(text: str, start: int) -> Found | None:
    """The figure whose numeral begins at ``start``, with its unit and qualifier."""
    if text[start] in "마영음" and (minus := _MINUS_WORD.match(text, start)):
        start = minus.end()
    first = text[start]
    if first.isdigit():
        numeral, strict = digits(text, start), False
    elif first in "수몇":
        numeral, strict = vague(text, start), True
    else:
        numeral, strict = _spelled(text, start), True
    if numeral is None:
        return None
    if not strict and _glued(text, start):
        return None
    return _figure(text, numeral, strict)


def _spelled(text: str, start: int) -> Numeral | None:
    if text[start] == ".":
        return pointed(text, start)
    if text.startswith("십수", start):
        return teens(text, start)
    if said := native(text, start):
        return said
    return neighbours(text, start) or headed(text, start) or hundreds(text, start) or sino(text, start)


def _glued(text: str, start: int) -> bool:
    """Whether digits belong to a name or a code: GPT-4, 클로드3."""
    return (
        start > 0
        and bool(_LATIN_BEFORE.search(text[max(0, start - 2) : start]))
        and not (text[start - 1] == "/" and PRESSURE.match(text, start))
    )


def _figure(text: str, numeral: Numeral, strict: bool) -> Found | None:
    sign(text, numeral)
    if ratio := fraction(text, numeral):
        return ratio
    widen(text, numeral)
    said = unit(text, numeral.end)
    if said is None and (listed := shared_unit(text, numeral)):
        return _listed(text, numeral, *listed)
    if said is None:
        return few_things(text, numeral) or unitless(text, numeral, strict)
    name, end = said
    if strict and not licensed(text, numeral, name, end):
        return few_things(text, numeral)
    return _with_unit(text, numeral, name, end)


def _with_unit(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    meaning = UNITS[name]
    if meaning.kind == "duration" and text[numeral.start - 1 : numeral.start] != "제":
        return duration(text, numeral, name, end)
    if name == "대" and (aged := of_age(text, numeral, end)):
        return qualify(text, aged, False)
    if named := identifier(text, numeral, name, end):
        return named
    if ordered := ordinal(text, numeral, name, end):
        return ordered
    if name == "대" and numeral.scale >= _WON_ALONE:
        return won(text, numeral)
    start = numeral.start
    value, step = numeral.value, numeral.step
    if meaning.factor != 1:
        value = _scaled(value, meaning.factor)
        step = EXACT.multiply(step, meaning.factor) if step else None
    counter = name if meaning.counter or meaning.kind == "age" else None
    found = Found(start, end, meaning.kind, value, meaning.canonical, counter=counter, step=step)
    if meaning.kind == "count":
        if name == "개" and REGIONS.match(text, end):
            found.unit = "region"
        found = part_of(text, found) or found
    if meaning.kind == "money":
        cents(text, found)
    if meaning.kind in _TWO_ENDED:
        second_end(text, found, name)
    if meaning.kind == "measure":
        rate(text, found)
        degrees(text, found, name)
    elif meaning.kind in ("percent", "points", "money"):
        loss(text, found)
        if name == "할":
            tenths(text, found)
    elif meaning.kind == "age" and _FULL.search(text[max(0, start - 3) : start]):
        found.start -= 1 + (text[start - 1] == " ")
    if meaning.kind == "money":
        return parted(text, qualify(text, found, numeral.more))
    return qualify(text, found, numeral.more)


def _listed(text: str, numeral: Numeral, name: str, last: int, end: int) -> Found | None:
    """A numeral whose unit stands behind the last one of its list: 17·18대, 수천·수만 개."""
    if name == "대" and (ages := decades(text, numeral, last, end)):
        return qualify(text, ages, False)
    found = _with_unit(text, Numeral(numeral.start, last, numeral.value, numeral.step), name, end)
    if found is not None and found.kind not in ("ratio", "date"):
        found.end = numeral.end
        found.qualifier = "exact" if numeral.script == "digits" else found.qualifier
        return found
    return None


def _scaled(value: Decimal | Range, factor: Decimal) -> Decimal | Range:
    if isinstance(value, Range):
        return Range(EXACT.multiply(value.low, factor), EXACT.multiply(value.high, factor), value.vague)
    return EXACT.multiply(value, factor)
