"""Dates in digits as tables and forms write them -> Day: 2024. 9. 7.~8., 2024-09-07, '24. 9., 1990년대, 2024."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day
from .calendar import part_of
from .units import UNITS, unit
from .weekdays import BRACKETED, with_weekday

_STOPS = re.compile(
    r"(?:(\d{4})|[’'‘](\d{2}))\.\s?(1[0-2]|0?[1-9])\.(?:\s?(3[01]|[12]\d|0?[1-9])(?!\d|\.\d)\.?|(?!\s?\d))"
    r"|(\d{4})\.\s?(1[0-2]|0?[1-9])\.\s?(3[01]|[12]\d|0?[1-9])(?!\d|\.\d)"
)
_TO_STOPS = re.compile(
    r"\s?[~∼〜～–—-]\s?(?:(\d{4})\.\s?)?(\d{1,2})\.(?:\s?(\d{1,2})(?!\d|\.\d|[가-힣])\.?)?(?!\d)"
)
_NO_YEAR = re.compile(rf"(1[0-2]|0?[1-9])[./]\s?(3[01]|[12]\d|0?[1-9])\.?(?={BRACKETED.pattern})")
"""7. 1.(월): only the weekday after it tells it from a section or a score."""
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2}))(?!\d|\.\d)")
_DMY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_DASHED = re.compile(r"(1[0-2]|0?[1-9])-(1[3-9]|2\d|3[01])-(\d{2})(?![\d-])")
_DECADE = re.compile(
    r"(?:(\d{3})0|[’'‘]?(\d)0)(?:년대)?\s?[~∼〜～–—·-]\s?(?:(\d{3})|(\d))0년대|(?:(\d{3})|[’'‘]?(\d))0년대|(\d{1,2})세기"
)
_YEAR_ALONE = re.compile(
    r"((?:19|20)\d\d)(?![\d,.]\d|\d|[가-힣A-Za-z%％℃㎀-㏟])(?!\s?(?:[가-힣]?여|명|개|원|달러|대|건|곳|마리|톤|가지|만|억|t\b|kg|m\b|km))"
    r"(?!\s?[~∼〜～–—-]\s?(?!(?:19|20)\d\d(?![\d,.가-힣A-Za-z%％]))\d)"
)
_TO_YEAR = re.compile(r"\s?[~∼〜～–—-]\s?(?:19|20)\d\d(?!\d)")
_NAMED = re.compile(r"((?:19|20)\d\d)\s?(?:학년도|회계연도|사업연도)(?!별)")
"""A year of schools or accounts, by the year that names it."""
EARLIEST = 1000
"""A smaller number before a stop is no year of a table."""


def century(year: int) -> int:
    """The year that two digits stand for."""
    return year + (1900 if year >= 50 else 2000)


def written(text: str, start: int) -> tuple[Day, int] | None:
    """The date in digits at ``start``, or a decade or century."""
    if stops := _STOPS.match(text, start):
        return _stops(text, stops)
    if short := _NO_YEAR.match(text, start):
        return with_weekday(text, Day(month=int(short[1]), day=int(short[2])), short.end())
    if iso := _ISO.match(text, start):
        year, month, day = (int(part) for part in iso.groups() if part)
        if month <= 12 and day <= 31:
            return with_weekday(text, Day(year, month, day), iso.end())
    if dmy := _DMY.match(text, start):
        day, month, year = map(int, dmy.groups())
        day, month = (month, day) if month > 12 else (day, month)
        if 0 < month <= 12 and day <= 31:
            return Day(year, month, day), dmy.end()
    if named := _NAMED.match(text, start):
        return Day(int(named[1])), named.end()
    return decade(text, start)


def decade(text: str, start: int) -> tuple[Day, int] | None:
    """1990년대, 90년대 초, 1980~90년대, 20세기: the years from the first to the last."""
    said = _DECADE.match(text, start)
    if said is None:
        return None
    if said[7]:
        first, last = int(said[7]) * 100 - 99, int(said[7]) * 100
    else:
        first = _tens(said[1] or said[5], said[2] or said[6])
        last = (_tens(said[3], said[4], first // 100) if said[3] or said[4] else first) + 9
    if not 0 < first < last:
        return None
    return part_of(text, Day(first, until=Day(last)), said.end())


def _tens(whole: str | None, short: str | None, hundreds: int = 19) -> int:
    """The first year of a decade written 1990 or 90, without its last digit."""
    return int(whole) * 10 if whole else hundreds * 100 + int(short or 0) * 10


def alone(text: str, start: int) -> tuple[Day, int] | None:
    """A year without 년, where nothing says that it is another number."""
    said = _YEAR_ALONE.match(text, start)
    if said is None or text[start - 1 : start] == "−" or _amount(text, said.end()):
        return None
    return Day(int(said[1])), said.end()


def _amount(text: str, end: int) -> bool:
    """Whether a sum or a temperature follows, past the second end of a range: 1900~2000 캐나다 달러."""
    to = _TO_YEAR.match(text, end)
    said = unit(text, to.end() if to else end)
    return said is not None and (said[0][0] == "°" or UNITS[said[0]].kind == "money" and len(said[0]) > 1)


def dashed(text: str, start: int) -> tuple[Day, int] | None:
    """9-18-15: month, day and year, where the second number can only be a day."""
    said = _DASHED.match(text, start)
    return (Day(century(int(said[3])), int(said[1]), int(said[2])), said.end()) if said else None


def _stops(text: str, stops: re.Match[str]) -> tuple[Day, int] | None:
    """2024. 9. 7. and 2024. 9., and the range that such a date begins."""
    year = century(int(stops[2])) if stops[2] else int(stops[1] or stops[5])
    month, said_day = int(stops[3] or stops[6]), stops[4] or stops[7]
    day = Day(year, month, int(said_day) if said_day else None)
    if year < EARLIEST:
        return None
    if day.day is None and (part := part_of(text, day, stops.end()))[0].part:
        return part
    end = with_weekday(text, day, stops.end())[1] if day.day else stops.end()
    to = _TO_STOPS.match(text, end)
    until = _until(day, *(int(part) if part else None for part in to.groups())) if to else None
    return (replace(day, until=until), with_weekday(text, until, to.end())[1]) if to and until else (day, end)


def _until(first: Day, year: int | None, one: int | None, two: int | None) -> Day | None:
    """The end of a range in stops: what it leaves out is that of its beginning."""
    if first.day is None:
        last = Day(year or first.year, one) if two is None else None
    elif two is None:
        last = Day(first.year, first.month, one) if year is None else None
    else:
        last = Day(year or first.year, one, two)
    if last is None or not 0 < (last.month or 0) <= 12 or (last.day or 1) > 31:
        return None
    ends = [(each.year or 0, each.month or 0, each.day or 0) for each in (first, last)]
    return last if ends[0] < ends[1] else None
