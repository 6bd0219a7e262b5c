"""Extended Date/Time Format text in (ISO 8601-2:2019, as far as used), a Moment or an Interval out."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

from briefing.model import Problem, Quantity, Refusal
from briefing.saying import tell

Grain = Literal["decade", "year", "half", "quarter", "season", "month", "day"]

_TEXT = re.compile(r"(\d{4})(?:-(Q[1-4]|H[12]|\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
# ISO 8601-2 level 2 numbers sub-year groups from 21; briefing writes quarters and halves as Q and H
_SUB_YEARS: dict[str, tuple[Grain, int]] = (
    {f"Q{n}": ("quarter", n) for n in range(1, 5)}
    | {f"H{n}": ("half", n) for n in range(1, 3)}
    | {f"{n + 20}": ("season", n) for n in range(1, 5)}
    | {f"{n + 32}": ("quarter", n) for n in range(1, 5)}
    | {f"{n + 39}": ("half", n) for n in range(1, 3)}
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date at its grain: ``part`` is the month, or the number of the quarter, half or season."""

    year: int
    grain: Grain
    part: int = 0
    day: int = 0
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``start`` to ``end``, both included; None where that side is open (..)."""

    start: Moment | None
    end: Moment | None

    @property
    def approximate(self) -> bool:
        return any(side is not None and side.approximate for side in (self.start, self.end))


def moment_of(quantity: Quantity) -> Moment | Interval:
    """The date of a quantity; Refusal C004 for a relative one whose anchor nobody gave."""
    if not isinstance(quantity.value, str):
        what, hint = (
            tell("a relative date without its anchor cannot be said"),
            tell("say when the source was published"),
        )
        raise Refusal(Problem("C004", what, None, hint))
    return parse(quantity.value)


def parse(text: str) -> Moment | Interval:
    """Read a date: 2023, 2010/2019 (a decade), 2023-05, 2023-10-08, 2023-Q2, 2023-H1, 2024-09~, a/b, 2023/..

    Raises Refusal (C004) for text that is none.
    """
    if "/" not in text:
        return _moment(text, text)
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        raise _refusal(text)
    sides = [None if side in ("", "..") else _moment(side, text) for side in (start, end)]
    return _decade(*sides) or Interval(*sides)


def _decade(first: Moment | None, last: Moment | None) -> Moment | None:
    """The decade that two years bound, both included: 1990/1999."""
    if first is None or last is None or {first.grain, last.grain} != {"year"}:
        return None
    if first.year % 10 or last.year != first.year + 9:
        return None
    return Moment(first.year, "decade", approximate=first.approximate or last.approximate)


def _moment(text: str, whole: str) -> Moment:
    found = _TEXT.fullmatch(text)
    if found is None:
        raise _refusal(whole)
    year, sub, day, mark = found.groups()
    approximate = bool(mark)
    if sub is None:
        return Moment(int(year), "year", approximate=approximate)
    if sub in _SUB_YEARS and day is None:
        grain, part = _SUB_YEARS[sub]
        return Moment(int(year), grain, part, approximate=approximate)
    return _calendar_day(int(year), sub, day, approximate, whole)


def _calendar_day(year: int, month: str, day: str | None, approximate: bool, whole: str) -> Moment:
    if not month.isdecimal() or not 1 <= int(month) <= 12 or year == 0:
        raise _refusal(whole)
    if day is None:
        return Moment(year, "month", int(month), approximate=approximate)
    if not 1 <= int(day) <= calendar.monthrange(year, int(month))[1]:
        raise _refusal(whole)
    return Moment(year, "day", int(month), int(day), approximate)


def _refusal(text: str) -> Refusal:
    return Refusal(
        Problem(
            "C004",
            tell("'{text}' is not a date", text=text),
            None,
            tell("write it as 2024, 2024-03, 2024-03-11 or 2024-Q2"),
        )
    )
