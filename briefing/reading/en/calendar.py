"""English names of months, weekdays and parts of the year as tables -> their places in the calendar.

Names and abbreviations: CLDR 46, English, Gregorian calendar.
"""

from __future__ import annotations

import re

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {name[:3]: place for name, place in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
UNITS = {
    "year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "decade": "Y", "century": "Y",
    "fortnight": "W",
}  # fmt: skip
TIMES = {"decade": 10, "century": 100, "fortnight": 2}
"""How many of its letter in UNITS a unit is, where not one."""
LEANS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
FROM_CONTEXT = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "same": 0}
WORDS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2, "tonight": 0, "last night": -1, "this morning": 0,
    "this afternoon": 0, "this evening": 0,
}  # fmt: skip
NUMBERED = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4,
    "last": 4,
}  # fmt: skip
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
"""EDTF's numbers of the seasons (ISO 8601-2:2019, 4.8)."""
PARTS = {
    "early": "early", "mid": "mid", "late": "late", "beginning": "early", "start": "early", "end": "late",
    "middle": "mid",
}  # fmt: skip
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\b\.?)"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DASH = r"\s?(?:[-–—~]|to|until|through)\s?"


WEEKDAY = "|".join(WEEKDAYS)
SHORT_WEEKDAY = "mon|tues?|wed|thurs?|thu|fri|sat|sun"


def place_of_weekday(word: str) -> int:
    """The place of a weekday's name or abbreviation, counted from Monday."""
    return next(place for day, place in WEEKDAYS.items() if day.startswith(word[:3].lower()))


def month(word: str) -> int:
    """The place of a month's name or abbreviation, with or without its point."""
    word = re.sub(r"\W", "", word).lower()
    return MONTHS.get(word) or SHORT_MONTHS[word]
