"""English dates with a month or in digits at a place in the text -> Found: 11 March 2024, 7–8 September."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as calendar_date

from ..found import Day, Found
from .alone import alone
from .calendar import DASH, DAY, LEANS, MONTH, WEEKDAY, YEAR, month
from .tense import due, just_told, told

_I = re.IGNORECASE
_OF_YEAR = rf"(?:(?P<year>{YEAR})\b|(?P<which>last|this|next)\syear\b(?!['’-]))"
_THE = frozenset("tT")
_MONTH_HEADS = frozenset("jfmasondJFMASOND")
_MONTH_FIRST = re.compile(
    (
        rf"(?P<month>{MONTH})(?:\s(?:the\s)?(?P<day>{DAY})(?!\d|,\d{{3}}|[.:]\d|"
        rf"\s?%)(?:{DASH}(?P<until>{DAY})(?!\d|\s?(?:{MONTH})))?)?(?:,?\s(?:of\s)?{_OF_YEAR})?"
    ),
    _I,
)
_DAY_FIRST = re.compile(
    (
        rf"(?:the\s)?(?P<day>{DAY})(?:(?P<dash>{DASH}|\sand\s|,\s)(?:the\s)?(?P<until>{DAY})(?P<more>(?:,\s{DAY})?\sand\s{DAY})?)?"
        rf"[\s-](?:of\s|day of\s)?(?P<month>{MONTH})(?:[,\s-]+(?:of\s)?{_OF_YEAR})?"
    ),
    _I,
)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", _I)
_NTH = re.compile(
    r"(?:the\s)?(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?:\s(?:of\s)?(?P<which>this|last|next)\smonth\b(?!['’])"
    r"|(?=\s*(?:$|[.,;:)]|[–—-]\s)|\s(?:and|at|in|to|with|for|when|but|after|before|as)\b))",
    _I,
)
_ON_THE = re.compile(rf"\b(?:on|by|until|till|before|since|after|from|{WEEKDAY})\sthe\s$", _I)
_HOLES = re.compile(
    r"\b(?:birdie\w*|bogey\w*|hole|par|eagle\w*|green|fairway|tee|lap|floor|inning|round|seed\w*|rank\w*|place)\b",
    _I,
)
"""Where the nth is a hole, a lap or a floor and no day."""
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)|"
    r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)"
)


_NAME_TOO = {"may", "march", "mar", "jan", "sun", "dec", "sep", "sept", "august", "jun"}
_BEFORE_MONTH = re.compile(
    r"(?:in|since|by|until|of|last|next|this|from|and|to|early|mid|late|between|through|before|after|during|(?:scheduled|planned|set|due|slated|fixed|booked|expected) for)[\s-]$",
    _I,
)
_PERSON = re.compile(rf"\s(?!(?:{MONTH})\b|(?:{WEEKDAY})\b|[A-Z]{{2}})[A-Z][a-z]")
_OF_TIME = re.compile(
    r"\b(?:in|since|by|until|last|next|this|early|mid|late|before|after|during|from)[\s-]$", _I
)
"""June Park and May Chen are people; in June Park resigned in a month."""
_MONTH_DASH = re.compile(rf"{MONTH}\s?[-–—/]$", _I)
_STREET = re.compile(r"\s(?:Street|St\.|Avenue|Road|Lane|Square|Boulevard|Hill|Place)\b")
_TO_MONTH = re.compile(rf"(?:\s?[-–—]\s?|\s(?:to|until|through|and)\s)(?=[A-Z])(?i:{MONTH})")


def month_day(text: str, start: int) -> Found | None:
    """The day, month or days of one month that begin at ``start``."""
    letter = text[start : start + 1]
    digit = letter.isdigit()
    if digit and (iso := _ISO.match(text, start)) and (found := _numeric(text, iso)):
        return found
    if digit or letter in _THE:
        if said := _DAY_FIRST.match(text, start):
            return _first_of_list(text, said) or _of(text, said)
        said = _NTH.match(text, start)
        return _bare_day(text, said) if said else None
    said = _MONTH_FIRST.match(text, start) if letter in _MONTH_HEADS else None
    if said is None or not said["day"] and not said["year"] and not _is_month(text, said):
        return None
    return _of(text, said)


def _first_of_list(text: str, said: re.Match[str]) -> Found | None:
    """The first day of "3, 5 and 7 May" or "3 and 7 May", which are days and no span."""
    joint = (said["dash"] or "").strip()
    if (
        joint not in (",", "and")
        or joint == "and"
        and _BETWEEN.search(text[max(0, said.start() - 12) : said.start()])
    ):
        return None
    whole = _of(text, said)
    assert whole.day is not None
    return Found(said.start(), said.end("day"), "date", day=replace(whole.day, until=None))


def _bare_day(text: str, said: re.Match[str]) -> Found | None:
    """On the 15th, by the 3rd of next month: the day of a month that is not said."""
    day = Day(day=int(said["day"]))
    if said["which"]:
        return Found(
            said.start(), said.end(), "date", day=replace(day, shift=("M", LEANS[said["which"].lower()]))
        )
    head = text[max(0, said.start("day") - 40) : said.start("day")]
    if not _ON_THE.search(head) or _HOLES.search(head) or _HOLES.search(text[said.end() : said.end() + 30]):
        return None
    start, end = said.span()
    return Found(start, end, "date", day=replace(day, told=told(text, start, end), due=due(text, start)))


def _numeric(text: str, iso: re.Match[str]) -> Found | None:
    """2024-03-11, 2024/3/11, and 3/11/2024 with the month first unless it cannot be one.

    2010-11 in a sentence is the year from 2010 to 2011 and 2005-09 are five years; 2023-09 is a month.
    """
    if iso[1]:
        year, place, day = int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None
        if day is None and len(iso[2]) == 2 and place > year % 100 and not alone(text, *iso.span()):
            return None
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


def _of(text: str, said: re.Match[str]) -> Found:
    number = said["day"]
    day = Day(
        int(said["year"]) if said["year"] else None,
        month(said["month"]),
        int(re.sub(r"\D", "", number)) if number else None,
    )
    if said["which"]:
        day = replace(day, shift=("Y", LEANS[said["which"].lower()]))
    elif day.year is None:
        start, end = said.span()
        past = told(text, start, end)
        near = past and day.day is not None and not just_told(text, start)
        day = replace(day, told=past, near=near, due=due(text, start))
    if said["until"]:
        until = int(re.sub(r"\D", "", said["until"]))
        if day.day is not None and until > day.day:
            day = replace(day, until=replace(day, day=until))
    return Found(said.start(), said.end(), "date", day=day)


def _is_month(text: str, said: re.Match[str]) -> bool:
    """May, March, Mar and the like are months only with a capital and after a preposition; never a street."""
    word = said["month"].rstrip(".")
    if not word[0].isupper() or _STREET.match(text, said.end("month")):
        return False
    if _PERSON.match(text, said.end("month")) and not _OF_TIME.search(
        text[max(0, said.start() - 8) : said.start()]
    ):
        return False
    if _MONTH_DASH.search(text[max(0, said.start() - 12) : said.start()]):
        return True
    if word.lower() in _NAME_TOO:
        return bool(_TO_MONTH.match(text, said.end("month"))) or bool(
            _BEFORE_MONTH.search(text[max(0, said.start() - 15) : said.start()])
        )
    near = text[max(0, said.start() - 8) : said.start()]
    return len(word) > 3 or bool(_TO_MONTH.match(text, said.end("month")) or _OF_TIME.search(near))
