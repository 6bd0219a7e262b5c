"""A Korean weekday at a place in the text, by itself or after a day -> Day: 금요일, 22일 금요일, 7월 1일(월)."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day
from .date_words import WEEKDAYS, either

_LETTERS = {
    letter: place
    for place, pair in enumerate(("월月", "화火", "수水", "목木", "금金", "토土", "일日"))
    for letter in pair
}
_ANY = "".join(_LETTERS)
_WEEKDAY = re.compile(rf"\s?({either(WEEKDAYS)})")
BRACKETED = re.compile(rf"\s?[(（]([{_ANY}])(?:요일|曜日)?[)）]")
"""A weekday as press releases add it: (월), (금요일), （月）."""
_SEVERAL = re.compile(rf"\s?[(（][{_ANY}](?:요일)?\s?[~∼〜～–—,·-]\s?[{_ANY}](?:요일)?[)）]")
_BEING_DAY = re.compile(r"인\s(?:(1[0-2]|[1-9])월\s)?(3[01]|[12]\d|[1-9])일")


def weekday(text: str, day: Day, start: int) -> tuple[Day, int] | None:
    """A weekday without its date; in 수요일인 2일 the date that follows says which it is."""
    said = _WEEKDAY.match(text, start)
    if said is None:
        return None
    day = replace(day, weekday=WEEKDAYS[said[1]])
    if not day.lean and (being := _BEING_DAY.match(text, said.end())):
        return replace(day, month=int(being[1]) if being[1] else None, day=int(being[2])), said.end()
    return day, said.end()


def with_weekday(text: str, day: Day, end: int) -> tuple[Day, int]:
    """``day`` with the weekday that may follow it."""
    if said := _WEEKDAY.match(text, end):
        return replace(day, weekday=WEEKDAYS[said[1]]), said.end()
    if said := BRACKETED.match(text, end):
        return replace(day, weekday=_LETTERS[said[1]]), said.end()
    return day, end


def past_weekdays(text: str, end: int) -> int:
    """The end of the weekdays in brackets that may follow two days: 7월 1~3일(월~수)."""
    said = _SEVERAL.match(text, end)
    return said.end() if said else end
