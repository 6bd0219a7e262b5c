"""A day of publication and a place in the calendar -> the day there: the third week, the next Friday, the last 3 weeks."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from .found import Day


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, month, quarter or year from which others are counted; None where it is not known so closely."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None


def moved(day: date, unit: str, count: int) -> date:
    """``day`` that many years, months, weeks or days later; the last of a month where it has no such day."""
    if unit in ("W", "D"):
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def stretch(run: tuple[str, int], anchor: Anchor | None) -> str | None:
    """The last or next 3 weeks: as fine as the day of publication is known, never with that day itself."""
    unit, count = run
    if anchor is None or anchor.month is None and unit != "Y" or anchor.day is None and unit in ("W", "D"):
        return None
    if anchor.month is None:
        near, far = anchor.year + (1 if count > 0 else -1), anchor.year + count
        return f"{min(near, far):04d}/{max(near, far):04d}"
    one = 1 if count > 0 else -1
    today = date(anchor.year, anchor.month, anchor.day or 1)
    near_day = moved(today, "M" if anchor.day is None else "D", one)
    far_day = moved(today, unit, count)
    ends = [each.isoformat()[: 7 if anchor.day is None else 10] for each in (near_day, far_day)]
    return "/".join(sorted(ends))


def weekday_near(day: Day, anchor: Anchor | None) -> str | None:
    """The weekday on or next after publication, the last before it after 지난, the next after it after 오는.

    One that is told of is the last up to the day of publication, that day included.
    """
    if anchor is None or anchor.month is None or anchor.day is None or day.weekday is None:
        return None
    today = date(anchor.year, anchor.month, anchor.day)
    ahead = (day.weekday - today.weekday()) % 7
    if day.lean < 0 or (day.told and ahead):
        ahead = ahead - 7
    elif day.lean > 0 and ahead == 0:
        ahead = 7
    return (today + timedelta(days=ahead)).isoformat()


JUST_PAST = 5
"""News of an announcement made on a day may name that day first: so many days back it is that day."""

HALF_A_MONTH = 15


def month_due(day: Day, anchor: Anchor) -> int:
    """The month, counted from year 0, of a bare day that is told of (the last one) or announced (the next one)."""
    months = anchor.year * 12 + (anchor.month or 1) - 1
    ahead = (day.day or 1) - (anchor.day or 1)
    if ahead <= 0:
        return months if day.told or -ahead <= HALF_A_MONTH else months + 1
    back = monthrange((months - 1) // 12, (months - 1) % 12 + 1)[1] - ahead
    return months - 1 if day.told or 0 <= back <= JUST_PAST else months


def feast(day: Day, anchor: Anchor | None) -> str | None:
    """A holiday that moves, in the year said or nearest to publication; the days around it as an interval."""
    years = {each.year: each for each in day.feast or ()}
    hit = years.get(_year_of_feast(day, anchor, years) or 0)
    if hit is None or day.days is None:
        return hit.isoformat() if hit else None
    return "/".join((hit + timedelta(days=away)).isoformat() for away in day.days)


def _year_of_feast(day: Day, anchor: Anchor | None, years: dict[int, date]) -> int | None:
    if day.year is not None or anchor is None:
        return day.year
    if day.shift is not None or anchor.month is None:
        return anchor.year + (day.shift[1] if day.shift else 0)
    today = date(anchor.year, anchor.month, anchor.day or 15)
    near = [years[year] for year in range(anchor.year - 1, anchor.year + 2) if year in years]
    if day.lean or day.told or day.due:
        back = day.lean < 0 or day.told
        near = [each for each in near if (each < today if back else each >= today)]
    return min(near, key=lambda each: abs(each - today)).year if near else None


def month_with(day: Day, months: int) -> int:
    """The month nearest to ``months`` (counted from year 0) that has such a day, on the weekday said with it."""
    steps = sorted(range(-12, 13), key=lambda step: (abs(step), step if day.lean < 0 else -step))
    if day.lean:
        steps = [step for step in steps if 0 <= step * day.lean <= 2]
    for step in steps if day.weekday is not None else steps[:4]:
        if _is((months + step) // 12, (months + step) % 12 + 1, day.day or 1, day.weekday):
            return months + step
    return months


def year_of_weekday(day: Day, year: int) -> int:
    """The year nearest to ``year`` in which a day of the month has the weekday said with it."""
    if day.weekday is None or day.month is None or day.day is None:
        return year
    fits = (near for near in (year, year + 1, year - 1) if _is(near, day.month, day.day, day.weekday))
    return next(fits, year)


def _is(year: int, month: int, day: int, weekday: int | None) -> bool:
    """Whether there is such a day, on that weekday."""
    if not 0 < year < 9999 or day > monthrange(year, month)[1]:
        return False
    return weekday is None or date(year, month, day).weekday() == weekday


def nth(day: Day) -> str | None:
    """The place within a month or year: its first or last day, its third week or Monday.

    A week belongs to the month and year that hold its Thursday (ISO 8601).
    """
    assert day.nth is not None
    if day.year is None:
        return None
    unit, place = day.nth
    first = date(day.year, day.month or 1, 1)
    last = date(day.year, day.month or 12, monthrange(day.year, day.month or 12)[1])
    if unit == "D":
        return (first if place > 0 else last).isoformat()
    weekday = 3 if day.weekday is None else day.weekday
    if place > 0:
        hit = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    else:
        hit = last - timedelta(days=(last.weekday() - weekday) % 7)
    if not first <= hit <= last:
        return None
    if day.weekday is not None:
        return hit.isoformat()
    return f"{hit - timedelta(days=3)}/{hit + timedelta(days=3)}"
