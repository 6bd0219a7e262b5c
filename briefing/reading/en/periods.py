"""English years and parts of years at a place in the text -> Found: 2025–27, Q2 2024, the 1990s."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day, Found
from .calendar import LEANS, NUMBERED, SEASONS, YEAR

_I = re.IGNORECASE
_QUARTER = re.compile(
    rf"Q(?P<q>[1-4])(?:\s?(?:of\s)?(?P<y1>{YEAR}))?\b|(?P<y2>{YEAR})[\s-]?Q(?P<q2>[1-4])\b|"
    rf"(?P<y5>\d\d)q(?P<q5>[1-4])\b"
    rf"|(?:the\s)?(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?P<what>quarter|qtr|"
    rf"half)(?:\s(?:of\s)?(?P<y3>{YEAR}|this year|last year|next year))?\b"
    rf"|H(?P<h>[12])\s(?P<y4>{YEAR})\b|(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?(?P<y6>{YEAR})\b",
    _I,
)
_SPAN = re.compile(
    (
        rf"(?:from\s|between\s)?({YEAR})(?:\s?[-–—]\s?({YEAR}|\d\d)|\s(?:to|and|until|"
        rf"through)\s({YEAR}))\b(?![-–/.,]\d|\s?%)"
    ),
    _I,
)
_ALONE = re.compile(
    (
        rf"(?:(?:fiscal|financial)\s(?:year\s)?|FY\s?)?({YEAR})\b(?![,.]\d|\s?%|\s?(?:people|dollars|"
        rf"euros|pounds|won|km|kg|miles|workers|percent|per cent|GPUs|jobs|-)\b)(?!-\w)"
    ),
    _I,
)
_DECADE = re.compile(
    (
        r"(?:the\s)?(?:(early|mid|late)[\s-])?(?:(\d{3})0|['’](\d)0)['’]?s\b|(?:the\s)?(\d{1,2})(?:st|nd|"
        r"rd|th)[\s-]century\b"
    ),
    _I,
)


def period(text: str, start: int) -> Found | None:
    """The quarter, half, span of years, decade, century or single year that begins at ``start``."""
    if quarter := _QUARTER.match(text, start):
        return _quarter(quarter)
    if span := _SPAN.match(text, start):
        first, until = int(span[1]), span[2] or span[3]
        last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
        if first < last:
            return Found(start, span.end(), "date", day=Day(first, until=Day(last)))
    if decade := _DECADE.match(text, start):
        return _decade(decade)
    if alone := _ALONE.match(text, start):
        return Found(start, alone.end(), "date", day=Day(int(alone[1])))
    return None


def _quarter(said: re.Match[str]) -> Found | None:
    year_word = (
        said["y1"]
        or said["y2"]
        or said["y3"]
        or said["y4"]
        or said["y6"]
        or (f"20{said['y5']}" if said["y5"] else None)
    )
    number = said["q"] or said["q2"] or said["q5"]
    if said["season"]:
        period = SEASONS[said["season"].lower()]
    elif said["which"]:
        rank = NUMBERED[said["which"].lower()]
        period = f"H{rank}" if said["what"].lower() == "half" else f"Q{rank}"
        if said["what"].lower() == "half" and (rank > 2 or year_word is None):
            return None
    else:
        period = f"H{said['h']}" if said["h"] else f"Q{number}"
    day = Day(period=period)
    if year_word and year_word[0].isdigit():
        day = replace(day, year=int(year_word))
    elif year_word:
        day = replace(day, shift=("Y", LEANS[year_word.split()[0].lower()]))
    return Found(said.start(), said.end(), "date", day=day)


def _decade(said: re.Match[str]) -> Found:
    """The years from the first to the last of a decade or century."""
    if said[4]:
        first, last = int(said[4]) * 100 - 99, int(said[4]) * 100
    else:
        first = int(said[2]) * 10 if said[2] else 1900 + int(said[3]) * 10
        last = first + 9
    part = said[1].lower() if said[1] else None
    return Found(said.start(), said.end(), "date", day=Day(first, part=part, until=Day(last)))
