"""English lengths of time without a numeral at a place in the text -> Found: a year, a year and a half, month-long."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Found
from .alone import alone
from .durations import with_rest
from .qualifiers import qualify
from .ranges import read_number

_I = re.IGNORECASE
_UNIT = "year|month|week|fortnight|day|decade|century|hour|minute"
_STEPS = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "fortnight": (2, "week"),
    "quarter": (1, "quarter"),
}
_ONE = re.compile(
    rf"(?:an?|one)\s(?P<full>full\s|whole\s|further\s|solid\s)?(?P<unit>{_UNIT})\b(?![-'’]|\s(?:ago|earlier|later|hence|from now))"
    r"(?P<half>\sand\sa\shalf\b)?",
    _I,
)
_LENGTH = re.compile(
    r"(?:^|\b)(?:for|within|lasts?|lasted|lasting|takes?|took|taken|taking|spent|spend|spending|after|nearly|almost|around|about|roughly"
    r"|more than|less than|(?:just|well)\s(?:over|under)|under|at least|up to|in (?:more than|less than|under|over|nearly|almost|about|at least)"
    r"|every|than|by|of|in|over|during|served|serve|serving|jailed|imprisoned|banned|suspended|delayed|extended|extend|waited|wait|waiting"
    r"|another|only|just|half|barely|approximately|some|as much as|as long as|was|is|be|been|back|least|gave|given|survived|lived)\s$",
    _I,
)
_IN = re.compile(r"\b(?:in|over|during|of|by|was|is|be|been|every|half|some|than|just|only|another)\s$", _I)
"""After these a year is a length only where the sentence does not go on to say of which one: in a year when."""
_IN_LONG = {"decade", "century", "year", "month", "week"}
_STRONG = re.compile(
    r"\b(?:more|less|longer|shorter|better|lasts?|for) than\s$|\b(?:in|over|by|within)\s$", _I
)
_MORE = re.compile(
    r"\b(?:(?:more|less|longer|shorter) than|(?:was|is|were|are|been|be|just|well|little) (?:over|under))\s$",
    _I,
)
_WHICH = re.compile(
    r"\s(?:when|where|that|which|of|in which|like|to remember|with|per|after|before|for|marked)\b|-", _I
)
_RATE = re.compile(r"(?:[\d%$€£]|illion|\bbn|\btimes|once|twice|thousand|hundred|percent|cent)\s$", _I)
_LONG = re.compile(
    r"(?:(?P<half>half)[\s-])?(?P<unit>year|month|week|day|decade|century|hour|fortnight)-?long\b", _I
)
_QUARTER = re.compile(r"(?:a\s)?(?P<part>quarter|half)(?:\sof\sa\s|-)century\b|half[\s-]decade\b", _I)
_PARTS_OF_YEAR = re.compile(
    r"(?:two|three|four|five|six|[2-9])\s(?:straight\s|consecutive\s)?quarters\b(?!\sof\s(?!(?:negative|positive|economic|gdp|growth|declin\w*|contraction\w*|loss\w*|fall\w*|recession|shrink\w*|stagnation|data|the|this|last|next|its|\d{4})\b))",
    _I,
)
_HEADS = frozenset("23456789aohqymwdcftsAOHQYMWDCFTS")
_RUN = re.compile(r"\b(?:first|last|past|next|previous|for|over|in|recent|these|those)\s$", _I)
_EVENT = re.compile(r"\s(?:before|after)\s(?=\w)", _I)


def length(text: str, start: int) -> Found | None:
    """The length that begins at ``start``: for a year, more than a decade, a quarter of a century, year-long."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[start : start + 1] not in _HEADS:
        return None
    if said := _PARTS_OF_YEAR.match(text, start):
        count = read_number(text, start) if _RUN.search(text[max(0, start - 14) : start]) else None
        if count is None or not isinstance(count.value, Decimal):
            return None
        return _found(text, start, said.end(), count.value, "quarter")
    if text[start].isdigit():
        return None
    if said := _QUARTER.match(text, start):
        years = 5 if said["part"] is None else 25 if said["part"].lower() == "quarter" else 50
        return _found(text, start, said.end(), Decimal(years), "year")
    if said := _LONG.match(text, start):
        times, unit = _STEPS.get(said["unit"].lower(), (1, said["unit"].lower()))
        return _found(text, start, said.end(), Decimal(times) / (2 if said["half"] else 1), unit)
    said = _ONE.match(text, start)
    if said is None:
        return None
    times, unit = _STEPS.get(said["unit"].lower(), (1, said["unit"].lower()))
    if said["half"]:
        return _found(text, start, said.end(), Decimal(times) * Decimal("1.5"), unit)
    value, unit, end = with_rest(text, Decimal(times), unit, said.end())
    if end == said.end() and not (said["full"] or _stands(text, said)):
        return None
    return _found(text, start, end, value, unit)


def _found(text: str, start: int, end: int, value: Decimal, unit: str) -> Found:
    return qualify(text, Found(start, end, "duration", value, unit, counter=unit))


def _stands(text: str, said: re.Match[str]) -> bool:
    """Whether "a year" is a length: for a year, around a year; "£40bn a year" and "a day of rest" are none."""
    if alone(text, *said.span()):
        return True
    head = text[max(0, said.start() - 24) : said.start()]
    unit = said["unit"].lower()
    if _EVENT.match(text, said.end()) and not _RATE.search(head):
        return unit not in ("minute", "hour")
    if not _LENGTH.search(head):
        return False
    if _MORE.search(head):
        return True
    if _IN.search(head):
        return bool(_STRONG.search(head)) and unit in _IN_LONG and not _WHICH.match(text, said.end())
    return not (unit == "day" and _WHICH.match(text, said.end()))
