"""A numeral with a unit of time in English text -> Found: a duration, an age, or a date counted from another."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from . import relative
from .calendar import TIMES
from .numerals import Numeral
from .qualifiers import qualify
from .ranges import read_number
from .units import unit

_AGED = re.compile(r"[\s-](?:years?|months?|weeks?|days?)[\s-](?:olds?|of age)\b", re.IGNORECASE)
_TIME_STEPS = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
}  # fmt: skip
_LONGER = {"decade": "year", "century": "year", "fortnight": "week"}
_ON = re.compile(
    r"(?:,?\s(?:and\s)?)(?=(?:\d{1,2}(?:\.\d{1,3})?|[a-z]{3,9}(?:[\s-][a-z]{3,5})?)\s?(?:months?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?)\b)",
    re.IGNORECASE,
)
_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_TWENTIES = re.compile(
    r"([2-9]0)s\b(?!-)|(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.IGNORECASE
)
_OF_LIFE = re.compile(
    r"\b(?:his|her|their|my|our|your)\s(?:early\s|mid-|mid\s|late\s)?$|\b(?:in|aged|age)\s(?:the\s)?$|\band\s$|s\s(?:and|to|or)\s(?:early\s|mid-|mid\s|late\s)$|^$",
    re.IGNORECASE,
)
_TO_TWENTIES = re.compile(r"\s?(?:to|-|–)\s?([3-9]0)s\b")
_WARM = re.compile(r"\b(?:temperatures?|highs|lows|degrees|mercury|heat)\b[^.;]{0,40}$", re.IGNORECASE)
_HEADS = frozenset("23456789tfsendTFSEND")
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
        counted = relative.counted(text, numeral.start, end, canonical, int(value)) if whole else None
        if counted:
            return qualify(text, Found(counted[1], counted[2], "date", day=counted[0]))
        value, canonical, end = with_rest(text, value, canonical, end)
    if canonical in _LONGER:
        factor, canonical = Decimal(TIMES[canonical]), _LONGER[canonical]
        value = (
            EXACT.multiply(value, factor)
            if isinstance(value, Decimal)
            else Range(value.low * factor, value.high * factor, value.vague)
        )
    return qualify(
        text, Found(numeral.start, end, "duration", value, canonical, counter=name, step=numeral.step)
    )


def with_rest(text: str, value: Decimal, canonical: str, end: int) -> tuple[Decimal, str, int]:
    """two years and three months, 2 hours 13 minutes 5 seconds, counted in the smallest unit; two years and a half."""
    if half := _HALF.match(text, end):
        return EXACT.add(value, Decimal("0.5")), canonical, half.end()
    while on := _ON.match(text, end):
        rest = read_number(text, on.end())
        said = unit(text, rest.end) if rest else None
        times = _TIME_STEPS.get((canonical, said[1].canonical or "")) if said else None
        if rest is None or said is None or not times or not isinstance(rest.value, Decimal):
            break
        value, canonical, end = value * times + rest.value, said[1].canonical or "", said[2]
    return value, canonical, end


def time_word(text: str, start: int) -> Found | None:
    """Decades of life (in their 20s) and decades by themselves (decades of war)."""
    if text[start] not in _HEADS:
        return None
    if said := _TWENTIES.match(text, start):
        if not _OF_LIFE.search(text[max(0, start - 14) : start]):
            return None
        if _WARM.search(text[max(0, start - 60) : start]):
            return None
        first = Decimal(said[1] or _TENS[said[2].lower()])
        last, end = first, said.end()
        if (to := _TO_TWENTIES.match(text, end)) and Decimal(to[1]) > first:
            last, end = Decimal(to[1]), to.end()
        return Found(start, end, "age", Range(first, last + 9), "year", counter="s")
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
