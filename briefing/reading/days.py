"""Dates in words and the day of publication -> EDTF text, or an ISO 8601 duration where no day is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing.model import Problem, Refusal
from briefing.saying import tell

from .calendar import Anchor, feast, month_due, month_with, moved, nth, stretch, weekday_near, year_of_weekday
from .found import Day

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?[~?%]?$", re.DOTALL)
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "21": 3, "22": 6, "23": 9, "24": 12}
_WINTER = "24"
_SEASONS = ("21", "22", "23", "24")
_SEASON = 3
"""Months of a season: the last summer is not the one that still lasts."""
_NEAR = 5
"""A month that is announced and has passed is that of next year, where it comes within so many months."""
_FAR_AHEAD = 9
"""In January a bare December is the one that has just been: that many months ahead, last year is meant."""


def anchor_of(published: date | str | None) -> Anchor | None:
    """The anchor that a publication date gives: a date, or EDTF such as 2024-09-30, 2024-09~ or 2024."""
    if published is None:
        return None
    if isinstance(published, date):
        return Anchor(published.year, published.month, published.day)
    said = _EDTF.match(published)
    anchor = Anchor(int(said[1]), *(int(x) if x else None for x in said.group(2, 3))) if said else None
    if anchor is None or not _exists(anchor):
        shown = published.encode("unicode_escape").decode("ascii")[:40]
        hint = tell(
            "write the publication date as 2024-09-30, 2024-09, 2024 or with ~ where it is approximate"
        )
        raise Refusal(
            Problem("S020", tell("publication date '{shown}' is not a date", shown=shown), None, hint),
            exit_code=2,
        )
    return anchor


def _exists(anchor: Anchor) -> bool:
    try:
        date(anchor.year, anchor.month or 1, anchor.day or 1)
    except ValueError:
        return False
    return True


def anchor_in(edtf: str) -> Anchor | None:
    """The anchor that an EDTF value gives to dates counted from it; the first day of an interval."""
    said = _EDTF.match(edtf.split("/")[0])
    if said and int(said[2] or 1) <= 12:
        return Anchor(int(said[1]), *(int(x) if x else None for x in said.group(2, 3)))
    if said:
        return Anchor(int(said[1]))
    year = re.match(r"(\d{4})-([QH](\d))$", edtf)
    if year is None:
        return None
    return Anchor(int(year[1]), quarter=int(year[3]) if year[2][0] == "Q" else None)


def relative_of(day: Day) -> str | None:
    """The date as an ISO 8601 duration from the publication date (지난해 -> -P1Y)."""
    if day.shift is None or day.anaphoric and day.shift[1] == 0:
        return None
    unit, count = day.shift
    unit, count = ("M", count * 3) if unit == "Q" else (unit, count)
    return f"{'-' if count < 0 else ''}P{abs(count)}{unit}"


def edtf(day: Day, published: Anchor | None, earlier: Anchor | None) -> str | None:
    """The EDTF text of ``day``; None for a relative date without its anchor or a day that does not exist."""
    if day.until is not None:
        return _interval(day, published, earlier)
    anchor = published
    if day.anaphoric and earlier is not None and precise(earlier, day):
        anchor = earlier
    elif day.anaphoric and day.told:
        return None  # 2년 뒤 떠났다 counts from a day that the text has not said
    elif day.same is not None:
        day = replace(day, same=None, shift=("Y", -1))
    try:
        if day.feast is not None:
            return feast(day, anchor)
        if day.run is not None:
            return stretch(day.run, anchor)
        return _shifted(day, anchor) if day.shift else _absolute(day, anchor)
    except (ValueError, OverflowError):
        return None


def precise(anchor: Anchor, day: Day) -> bool:
    """Whether ``anchor`` is known as closely as what is counted from it: 전 분기 needs a quarter, 같은 달 a month."""
    unit = day.shift[0] if day.shift else "D"
    if unit == "Q":
        return anchor.quarter is not None
    return unit == "Y" or anchor.month is not None and (unit == "M" or anchor.day is not None)


def _interval(day: Day, published: Anchor | None, earlier: Anchor | None) -> str | None:
    """Both ends; what the second leaves out is that of the first, or comes next after it."""
    assert day.until is not None
    first = edtf(replace(day, until=None), published, earlier)
    if first is None:
        return None
    start = anchor_in(first)
    until = day.until if start is None else _end_after(start, day.until)
    last = edtf(until, published, earlier) if until is not None else None
    return f"{first.split('/')[0]}/{last.split('/')[-1]}" if last else None


def _end_after(start: Anchor, until: Day) -> Day | None:
    """``until`` with the year and month that it leaves out."""
    if until.year is not None or until.shift is not None:
        return until
    if until.run is not None or until.weekday is not None and until.day is None and until.month is None:
        return _days_after(start, until)
    year, month = start.year, until.month or start.month
    if until.month is not None and start.month is not None and until.month < start.month:
        year += 1
    if until.month is None and month is not None and until.day and start.day and until.day < start.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return replace(until, year=year, month=month, lean=0)


def _days_after(start: Anchor, until: Day) -> Day | None:
    """The last day of a stretch that begins on ``start``, or the next such weekday after it."""
    if start.month is None or start.day is None:
        return None
    first = date(start.year, start.month, start.day)
    try:
        if until.run is not None:
            last = moved(first, *until.run) - timedelta(days=1)
        else:
            last = first + timedelta(days=((until.weekday or 0) - first.weekday()) % 7)
    except (ValueError, OverflowError):
        return None
    return Day(last.year, last.month, last.day)


def _shifted(day: Day, anchor: Anchor | None) -> str | None:
    """A date at a distance: the unit of the distance is its precision unless more is said (지난해 10월)."""
    assert day.shift is not None
    unit, count = day.shift
    if anchor is None:
        return None
    if unit == "Y":
        return _text(replace(day, year=anchor.year + count))
    if unit == "Q" and (anchor.quarter or anchor.month):
        place = anchor.quarter - 1 if anchor.quarter else ((anchor.month or 1) - 1) // 3
        quarters = anchor.year * 4 + place + count
        return _text(replace(day, year=quarters // 4, period=f"Q{quarters % 4 + 1}"))
    if anchor.month is None:
        return None
    if unit == "M":
        months = anchor.year * 12 + anchor.month - 1 + count
        return _text(replace(day, year=months // 12, month=months % 12 + 1))
    if anchor.day is None:
        return None
    there = moved(date(anchor.year, anchor.month, anchor.day), unit, count)
    if unit == "D" or day.exactly:
        return there.isoformat()
    monday = there - timedelta(days=there.weekday())
    if day.weekday is not None:
        return (monday + timedelta(days=day.weekday)).isoformat()
    first, last = day.days or (0, 6)
    return f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}"


def _absolute(day: Day, anchor: Anchor | None) -> str | None:
    if day.year is not None:
        return _text(day)
    if day.weekday is not None and day.day is None and day.nth is None:
        return weekday_near(day, anchor)
    if anchor is None:
        return _text(day)
    if day.month is None and day.period is None:
        return _day_of_month(day, anchor)
    month = day.month or _FIRST_MONTH[str(day.period)]
    year = anchor.year
    if anchor.month is not None:
        said, now = (month, day.day or 0), (anchor.month, (anchor.day or 31) if day.day else 0)
        lasts = _SEASON if day.period in _SEASONS else 1
        if (
            day.lean < 0
            and (said if lasts == 1 else (month + lasts - 1, 0)) >= now
            and (said != now or day.day is None and anchor.day is not None)
        ):
            year -= 1
        if day.lean > 0 and said < (anchor.month + (lasts > 1), (anchor.day or 0) if day.day else 0):
            year += 1
        if day.lean == 0 and (month - anchor.month >= _FAR_AHEAD or _is_told(day, said, now)):
            year -= 1
        if day.lean == 0 and day.due and 0 < (month - anchor.month) % 12 <= _NEAR and said < now:
            year += 1
        if day.period == _WINTER and day.lean == 0 and anchor.month <= 2:
            year -= 1
    return _text(replace(day, year=year_of_weekday(day, year)))


def _is_told(day: Day, said: tuple[int, int], now: tuple[int, int]) -> bool:
    """A month or part of the year that is told of and still ahead is that of the year before."""
    return day.told and said > now and not (day.near and said[0] - now[0] <= 1)


def _day_of_month(day: Day, anchor: Anchor) -> str | None:
    """A bare day of the month: the nearest, the last up to publication after 지난, the next after 오는."""
    assert day.day is not None
    if anchor.month is None:
        return _text(replace(day, year=anchor.year))
    months = anchor.year * 12 + anchor.month - 1
    if anchor.day is not None and day.lean == 0 and (day.told or day.due):
        months = month_with(day, month_due(day, anchor))
        return _text(replace(day, year=months // 12, month=months % 12 + 1))
    ahead = day.day - anchor.day if anchor.day is not None else 0
    if ahead > (0 if day.lean < 0 else 15) and day.lean <= 0:
        months -= 1
    if anchor.day is not None and day.lean > 0 and day.day < anchor.day:
        months += 1
    months = month_with(day, months)
    return _text(replace(day, year=months // 12, month=months % 12 + 1))


def _text(day: Day) -> str | None:
    if day.year is not None and not 0 < day.year <= 9999:
        return None
    year = f"{day.year:04d}" if day.year is not None else "XXXX"
    if day.nth is not None:
        return nth(day)
    if day.period is not None:
        return f"{year}-{day.period}"
    if day.day is not None:
        if day.month is not None:
            date(day.year or 2000, day.month, day.day)
        return f"{year}-{day.month:02d}-{day.day:02d}" if day.month else f"{year}-XX-{day.day:02d}"
    if day.month is not None:
        return f"{year}-{day.month:02d}"
    return year if day.year is not None else None
