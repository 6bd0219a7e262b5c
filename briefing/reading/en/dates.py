"""English date words at a place in the text -> Found with a Day: 11 March 2024, last year, early 2023."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day, Found
from .calendar import PARTS
from .month_days import month_day
from .periods import period
from .relative import relative
from .weeks import dated

_PART = re.compile(
    r"(?P<part>early|mid|late)(?:[\s-]+(?:in\s)?)|(?:the\s)?(?P<edge>beginning|start|end|middle) of ",
    re.IGNORECASE,
)
_TO = re.compile(r"-to-|\s?[-–—/]\s?|\s(?:to|until|through|till)\s", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s(?![\w-])")
_BEFORE_CHRIST = re.compile(r"\s(?:BCE?|B\.C\.)(?!\w)")
"""No day of a calendar that EDTF's years from 1 on tell; it is settled as none."""


def date(text: str, start: int) -> Found | None:
    """The date or span of dates that begins at ``start``, without "the" but with "between" and its "'s"."""
    found = _date(text, start)
    if found is None:
        return None
    letter = text[found.end : found.end + 1]
    if letter in "'’" and (owner := _OWNER.match(text, found.end)):
        found.end = owner.end()
    elif letter == " " and (era := _BEFORE_CHRIST.match(text, found.end)):
        return Found(start, era.end(), None)
    return found


def _date(text: str, start: int) -> Found | None:
    if not text[start].isdigit() and (part := _PART.match(text, start)):
        found = _in_part(text, start, part) or relative(text, start)
        return _told_from(text, found) if found else None
    found = _absolute(text, start)
    if found is not None:
        return _told_from(text, _span(text, found))
    if text[start].isdigit():
        return None
    found = relative(text, start)
    return _told_from(text, found) if found and not _counted_from(found) else found


def _told_from(text: str, found: Found) -> Found:
    """``found`` without the article of a name (the 1990s, the third quarter), with the word that opens a span."""
    if found.day is not None and text[found.start : found.start + 4].lower() == "the ":
        found.start += 4
    if found.day is not None and found.day.until is not None:
        between = _BETWEEN.search(text[max(0, found.start - 12) : found.start])
        if between and " and " in text[found.start : found.end]:
            found.start -= len(between[0])
    return found


def _counted_from(found: Found) -> bool:
    """Whether the article belongs to a distance: the previous year, the year before."""
    return found.day is not None and found.day.shift is not None


def _absolute(text: str, start: int) -> Found | None:
    if not text[start].isdigit() and (weekday := dated(text, start)):
        return weekday
    found = month_day(text, start)
    if found is None or found.day is not None and found.day.day is None and found.day.year is None:
        return period(text, start) or found
    return found


def _span(text: str, found: Found) -> Found:
    """``found`` with the date that ends the span it begins: 30 December 2023 to 2 January 2024, Q1–Q3 2020."""
    joined = _TO.match(text, found.end) or (
        _AND.match(text, found.end) if _BETWEEN.search(text[max(0, found.start - 12) : found.start]) else None
    )
    second = _absolute(text, joined.end()) if joined and joined.end() < len(text) else None
    if second is None or found.day is None or second.day is None or _grain(found.day) != _grain(second.day):
        return found
    first, until = found.day, second.day
    if first.year is None and until.year is not None:
        first = replace(first, year=until.year - (_place(first) > _place(until)))
    if first.year is not None and until.year is None and _place(first) > _place(until):
        return found
    return Found(found.start, second.end, "date", day=replace(first, until=until))


def _grain(day: Day) -> tuple[object, ...]:
    """What a date says, so that only dates of one grain make a span; a span by itself never does."""
    if day.until is not None:
        return (day,)
    return day.month is None, day.day is None, day.period and day.period[0]


def _place(day: Day) -> tuple[int, int, str]:
    return day.month or 0, day.day or 0, day.period or ""


def _in_part(text: str, start: int, part: re.Match[str]) -> Found | None:
    """The date after early, mid or late, with the part said of it."""
    if part.end() >= len(text) or _PART.match(text, part.end()):
        return None
    inner = date(text, part.end())
    if inner is None or inner.day is None:
        return None
    inner.start = start
    inner.day = replace(inner.day, part=PARTS[(part["part"] or part["edge"]).lower()])
    return inner
