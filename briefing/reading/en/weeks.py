"""English weekdays and weeks at a place in the text -> Found: last Friday, the weekend, the first week of May."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day, Found
from .calendar import LEANS, MONTH, SHORT_WEEKDAY, WEEKDAY, YEAR, month, place_of_weekday
from .month_days import month_day
from .tense import weekday_told

_I = re.IGNORECASE
_WEEKDAY = re.compile(
    rf"(?:(last|this|next|coming|past)\s)?({WEEKDAY}|{SHORT_WEEKDAY})\b(?!s)"
    r"(?:,?\s(?:of\s)?(last|this|next)\sweek\b(?!['’]))?",
    _I,
)
_DATED = re.compile(rf"(?:{WEEKDAY}|(?:{SHORT_WEEKDAY})\b\.?)(?:,\s|\s)(?:the\s)?(?=(\d)|{MONTH})(?=\w+)", _I)
_TO_WEEKDAY = re.compile(rf"(?P<link>\s?[-–—]\s?|\s(?:to|through|until|till|and)\s)(?P<day>{WEEKDAY})\b", _I)
_BETWEEN = re.compile(r"\bbetween\s$", _I)
_NTH_ONLY = re.compile(
    r"(?:the\s)?(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?!\s(?!of\b|and\b|at\b|in\b|to\b|with\b|for\b|when\b|but\b|after\b|before\b|as\b|is\b|was\b|will\b)[a-z\d])",
    _I,
)
_WEEKEND = re.compile(r"(?:the\s)?(?:(last|this|next|past|coming)\s)?weekend\b(?![-'’](?!s\b)|\sof\b)", _I)
_OVER = re.compile(r"\b(?:over|at|during|by|before|until|for|since|after)\s(?:the\s)?$", _I)
_OUR_WEEKEND = re.compile(r"\bthe\s$", _I)
_NTH = re.compile(
    r"(?:the\s)?(?P<rank>first|second|third|fourth|fifth|last|final|opening|closing)\s(?P<full>full\s)?"
    rf"(?P<what>week|day|weekday|{WEEKDAY})\s(?:of|in)\s(?P<month>{MONTH})(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})\b|(?P<which>last|this|next)\syear\b))?",
    _I,
)
_RANKS = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1,
    "closing": -1,
}  # fmt: skip


def week(text: str, start: int) -> Found | None:
    """The weekday, weekend or numbered week of a month that begins at ``start``."""
    if weekend := _WEEKEND.match(text, start):
        return _weekend(text, weekend)
    if nth := _NTH.match(text, start):
        return _nth(nth)
    if said := _WEEKDAY.match(text, start):
        return _weekday(text, said)
    return None


def dated(text: str, start: int) -> Found | None:
    """A weekday with its date as one: Thursday, April 26, 2012; Thursday the 26th."""
    said = _DATED.match(text, start)
    if said is None:
        return None
    place = place_of_weekday(text[start : start + 3])
    found = month_day(text, said.end())
    if found is None or found.day is None or found.day.day is None:
        nth = _NTH_ONLY.match(text, said.end())
        if nth is None or "the" not in said[0]:
            return None
        return Found(start, nth.end(), "date", day=Day(day=int(nth[1]), weekday=place))
    return Found(start, found.end, "date", day=replace(found.day, weekday=place))


def _weekday(text: str, said: re.Match[str]) -> Found | None:
    """A weekday with its capital; short forms that are words too (sun, sat, wed) never."""
    lead, name, of_week = (said[1] or "").lower(), said[2].lower(), said[3]
    short = len(name) < 6
    if not said[2][0].isupper() and (not lead or short) or name in ("sun", "sat", "mon", "wed", "fri"):
        return None
    place = place_of_weekday(name)
    if of_week:
        day = Day(weekday=place, shift=("W", LEANS[of_week.lower()]))
    else:
        told = not lead and weekday_told(text, said.start(), said.end())
        day = Day(weekday=place, lean=LEANS.get(lead, 0), told=told)
        if last := _TO_WEEKDAY.match(text, said.end()):
            joint = last["link"].strip().lower()
            if joint != "and" or _BETWEEN.search(text[max(0, said.start() - 8) : said.start()]):
                until = Day(weekday=place_of_weekday(last["day"]))
                return Found(said.start(), last.end(), "date", day=replace(day, until=until))
    return Found(said.start(), said.end(), "date", day=day)


def _weekend(text: str, said: re.Match[str]) -> Found | None:
    """This or last weekend; the weekend only after over, at and the like: at weekends there is no such date."""
    start = said.end() - len("weekend")
    if said[1] and said[1].lower() != "past":
        lean = LEANS[said[1].lower()]
        begin = said.start(1)
        return Found(begin, said.end(), "date", day=Day(shift=("W", lean), days=(5, 6)))
    head = text[max(0, start - 24) : start]
    if not said[1] and (not _OVER.search(head) or not _OUR_WEEKEND.search(head)):
        return None
    told = weekday_told(text, said.start(), said.end())
    day = Day(weekday=5, told=told, until=Day(weekday=6))
    return Found(said.start(1) if said[1] else start, said.end(), "date", day=day)


def _nth(said: re.Match[str]) -> Found | None:
    """The first week of May, the last Friday in June 2024."""
    what, rank = said["what"].lower(), _RANKS[said["rank"].lower()]
    if what == "weekday" or what == "day" and rank not in (1, -1) or said["full"] and what != "week":
        return None
    day = Day(
        int(said["year"]) if said["year"] else None,
        month(said["month"]),
        nth=("D" if what == "day" else "W", rank),
        weekday=None if what in ("week", "day") else place_of_weekday(what),
        shift=("Y", LEANS[said["which"].lower()]) if said["which"] else None,
    )
    return Found(said.start(), said.end(), "date", day=day)
