"""A numeral with a unit of time in English text -> Found: a duration, an age, or a date counted from another."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from . import relative
from .numerals import Numeral, digits
from .qualifiers import qualify
from .units import unit

_AGED = re.compile(r"[\s-](?:years?|months?|weeks?|days?)[\s-](?:olds?|of age)\b", re.IGNORECASE)
_TIME_STEPS = {("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}
_LONGER = {"decade": 10, "century": 100}
_ON = re.compile(r"(?:,?\s(?:and\s)?)(?=\d{1,2}\s(?:months?|minutes?|seconds?))", re.IGNORECASE)
_TWENTIES = re.compile(
    r"([2-9]0)s\b(?!-)|(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.IGNORECASE
)
_OF_LIFE = re.compile(
    r"\b(?:his|her|their|my|our|your)\s(?:early\s|mid-|mid\s|late\s)?$|\b(?:in|aged|age)\s(?:the\s)?$|\band\s$|^$",
    re.IGNORECASE,
)
_DECADES = re.compile(r"decades\b", re.IGNORECASE)
_NOT_DECADES = re.compile(
    r"\b(?:recent|past|last|coming|previous|next|earlier|later|few|several|the|these|those)\s$", re.IGNORECASE
)


def duration(text: str, numeral: Numeral, name: str, canonical: str, end: int) -> Found | None:
    """The duration, age or counted date that a numeral and a unit of time ending at ``end`` give."""
    value = numeral.value
    if aged := _AGED.match(text, numeral.end):
        return qualify(text, Found(numeral.start, aged.end(), "age", value, canonical, step=numeral.step))
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and value < 10000
        if whole and (day := relative.counted(text, end, canonical, int(value))):
            return qualify(text, Found(numeral.start, day[1], "date", day=day[0]))
        if on := _ON.match(text, end):
            value, canonical, end = _with_rest(text, value, canonical, end, on.end())
    if canonical in _LONGER:
        factor, canonical = Decimal(_LONGER[canonical]), "year"
        value = (
            EXACT.multiply(value, factor)
            if isinstance(value, Decimal)
            else Range(value.low * factor, value.high * factor, value.vague)
        )
    return qualify(
        text, Found(numeral.start, end, "duration", value, canonical, counter=name, step=numeral.step)
    )


def _with_rest(text: str, value: Decimal, canonical: str, end: int, at: int) -> tuple[Decimal, str, int]:
    """two years and 3 months, 1 hour 20 minutes, counted in the smaller unit."""
    rest = digits(text, at)
    said = unit(text, rest.end) if rest else None
    times = _TIME_STEPS.get((canonical, said[1].canonical or "")) if said else None
    if rest is None or said is None or not times or not isinstance(rest.value, Decimal):
        return value, canonical, end
    return value * times + rest.value, said[1].canonical or "", said[2]


def time_word(text: str, start: int) -> Found | None:
    """Decades of life (in their 20s) and decades by themselves (decades of war)."""
    if said := _TWENTIES.match(text, start):
        if not _OF_LIFE.search(text[max(0, start - 14) : start]):
            return None
        first = Decimal(said[1] or _TENS[said[2].lower()])
        return Found(start, said.end(), "age", Range(first, first + 9), "year", counter="s")
    if (said := _DECADES.match(text, start)) and not _NOT_DECADES.search(text[max(0, start - 10) : start]):
        value = Range(Decimal(10), Decimal(100), True)
        return qualify(text, Found(start, said.end(), "duration", value, "year", counter=said[0]))
    return None


_TENS = {
    "twent": "20",
    "thirt": "30",
    "fort": "40",
    "fift": "50",
    "sixt": "60",
    "sevent": "70",
    "eight": "80",
    "ninet": "90",
}
