"""English dates with a month or in digits at a place in the text -> Found: 11 March 2024, 7–8 September."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as calendar_date

from ..found import Day, Found
from .calendar import DASH, DAY, MONTH, YEAR, month

_I = re.IGNORECASE
_MONTH_FIRST = re.compile(
    (
        rf"(?P<month>{MONTH})(?:\s(?:the\s)?(?P<day>{DAY})(?!\d|,\d{{3}}|[.:]\d|"
        rf"\s?%)(?:{DASH}(?P<until>{DAY})(?!\d))?)?(?:,?\s(?:of\s)?(?P<year>{YEAR})\b)?"
    ),
    _I,
)
_DAY_FIRST = re.compile(
    (
        rf"(?:the\s)?(?P<day>{DAY})(?:(?:{DASH}|\sand\s)(?:the\s)?(?P<until>{DAY}))?[\s-](?:of\s|day "
        rf"of\s)?(?P<month>{MONTH})(?:[,\s-]+(?:of\s)?(?P<year>{YEAR})\b)?"
    ),
    _I,
)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)|"
    r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)"
)


_NAME_TOO = {"may", "march", "mar", "jan", "sun", "dec", "sep", "sept", "august", "jun"}
_BEFORE_MONTH = re.compile(
    r"(?:in|since|by|until|of|last|next|this|from|and|to|early|mid|late|between|through|before|after|during)[\s-]$",
    _I,
)
_STREET = re.compile(r"\s(?:Street|St\.|Avenue|Road|Lane|Square|Boulevard|Hill|Place)\b")
_TO_MONTH = re.compile(rf"(?:\s?[-–—]\s?|\s(?:to|until|through|and)\s)(?=[A-Z])(?i:{MONTH})")


def month_day(text: str, start: int) -> Found | None:
    """The day, month or days of one month that begin at ``start``."""
    if text[start : start + 1].isdigit() and (iso := _ISO.match(text, start)) and (found := _numeric(iso)):
        return found
    if said := _DAY_FIRST.match(text, start):
        return _of(said, start)
    said = _MONTH_FIRST.match(text, start)
    if said is None or not said["day"] and not said["year"] and not _is_month(text, said):
        return None
    return _of(said, start)


def _numeric(iso: re.Match[str]) -> Found | None:
    """2024-03-11, 2024/3/11, and 3/11/2024 with the month first unless it cannot be one."""
    if iso[1]:
        year, place, day = int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None
    elif iso[7]:
        year, place, day = int(iso[7]), int(iso[8]), int(iso[9])
    else:
        place, day, year = int(iso[4]), int(iso[5]), int(iso[6])
        if len(iso[6]) == 2:
            year += 2000 if year < 50 else 1900
        if place > 12:
            place, day = day, place
    try:
        calendar_date(year, place, day or 1)
    except ValueError:
        return None
    return Found(iso.start(), iso.end(), "date", day=Day(year, place, day))


def _of(said: re.Match[str], start: int) -> Found:
    number = said["day"]
    day = Day(
        int(said["year"]) if said["year"] else None,
        month(said["month"]),
        int(re.sub(r"\D", "", number)) if number else None,
    )
    if said["until"]:
        until = int(re.sub(r"\D", "", said["until"]))
        if day.day is not None and until > day.day:
            day = replace(day, until=replace(day, day=until))
    return Found(start, said.end(), "date", day=day)


def _is_month(text: str, said: re.Match[str]) -> bool:
    """May, March, Mar and the like are months only with a capital and after a preposition; never a street."""
    word = said["month"].rstrip(".")
    if not word[0].isupper() or _STREET.match(text, said.end("month")):
        return False
    if word.lower() in _NAME_TOO:
        return bool(_TO_MONTH.match(text, said.end("month"))) or bool(
            _BEFORE_MONTH.search(text[max(0, said.start() - 8) : said.start()])
        )
    return len(word) > 3
