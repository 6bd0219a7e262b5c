"""A date in, English words out: 11 March 2024, the second quarter of 2023, 7–8 September 2024, early 2023."""

from __future__ import annotations

from briefing.model import Quantity
from briefing.wording import cldr
from briefing.wording.edtf import Interval, Moment, moment_of
from briefing.wording.en.numerals import ORDINALS

SEASONS = ("spring", "summer", "autumn", "winter")
SEASONS_US = ("spring", "summer", "fall", "winter")
BOUNDS = {
    "about": "around {}", "nearly": "around {}", "at_least": "{} or later", "at_most": "{} or earlier",
    "more_than": "after {}", "less_than": "before {}",
}  # fmt: skip
_NUMBERED = tuple(ORDINALS.values())


def say(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """The date in prose, or as cells write it (form table or compact: 11 Mar 2024, Q2 2023).

    en-GB puts the day before the month, en-US after it with a comma (CLDR date formats, long and medium).
    Quarters and halves in words in prose, Q2 and H1 in cells (CLDR quarters, wide and abbreviated).
    "around" stands only where asked for (form approximate) or where the source itself says about.
    """
    date = moment_of(quantity)
    short = bool(forms & {"table", "compact"})
    known, open_side = date, "{}"
    if isinstance(date, Interval) and (side := date.start or date.end) and not (date.start and date.end):
        # "since" would deny the future to a start
        known, open_side = side, "from {}" if date.start else "until {}"
    words = _interval(known, style, short) if isinstance(known, Interval) else moment(known, style, short)
    words = _part(words, quantity.part)
    qualifier = "exact" if "bare" in forms else quantity.qualifier
    if qualifier == "exact" and "approximate" in forms and date.approximate:
        qualifier = "about"
    if style == "en-US" and qualifier in ("at_least", "at_most") and words.count(", ") == 1:
        words += ","  # Chicago Manual of Style: the year of a full date stands between commas
    return open_side.format(BOUNDS.get(qualifier, "{}").format(words))


def _part(words: str, part: str | None) -> str:
    """early 2023, mid-2023, late October 2023; early in the second quarter of 2023."""
    if part not in ("early", "mid", "late"):
        return words
    if words.startswith("the "):
        return f"the middle of {words}" if part == "mid" else f"{part} in {words}"
    return f"mid-{words}" if part == "mid" else f"{part} {words}"


def moment(date: Moment, style: str, short: bool) -> str:
    match date.grain:
        case "decade":
            return f"{date.year}s" if short else f"the {date.year}s"
        case "year":
            return str(date.year)
        case "quarter" | "half" if short:
            return f"{date.grain[0].upper()}{date.part} {date.year}"
        case "quarter" | "half":
            return f"the {_numbered(date)} of {date.year}"
        case "season":
            return f"{_season(date, style)} {date.year}"
        case "month":
            return f"{_month(date, short)} {date.year}"
    return _day(date, style, short, str(date.day))


def _numbered(date: Moment) -> str:
    return f"{_NUMBERED[date.part - 1]} {date.grain}"


def _season(date: Moment, style: str) -> str:
    return (SEASONS_US if style == "en-US" else SEASONS)[date.part - 1]


def _month(date: Moment, short: bool) -> str:
    # en-GB abbreviates September to Sept in CLDR; Sep keeps the column even, as en-US does
    return cldr.month(date.part, "en-US" if short else "en-GB", "abbreviated" if short else "wide")


def _day(date: Moment, style: str, short: bool, days: str) -> str:
    month = _month(date, short)
    return f"{month} {days}, {date.year}" if style == "en-US" else f"{days} {month} {date.year}"


def _interval(interval: Interval, style: str, short: bool) -> str:
    """Both ends with what they share said once; the years of both where they differ (Babel drops one).

    "to" between dates of several words, an unspaced en rule between numbers: New Hart's Rules.
    """
    start, end = interval.start, interval.end
    assert start is not None and end is not None
    if start.grain == end.grain == "year":
        return f"{start.year}–{end.year}"
    if start.grain == end.grain and start.year == end.year:
        if shared := _same_year(start, end, style, short):
            return shared
    # after the American order a word would need a comma after the year as well; CLDR's dash needs none
    between = "–" if style == "en-US" and "day" in (start.grain, end.grain) else "to"
    return f"{moment(start, style, short)} {between} {moment(end, style, short)}"


def _same_year(start: Moment, end: Moment, style: str, short: bool) -> str | None:
    match start.grain:
        case "day" if start.part == end.part:
            return _day(start, style, short, f"{start.day}–{end.day}")
        case "day" if style == "en-US":
            return f"{_month(start, short)} {start.day} to {_month(end, short)} {end.day}, {start.year}"
        case "day":
            return f"{start.day} {_month(start, short)} to {end.day} {_month(end, short)} {start.year}"
        case "month":
            return f"{_month(start, short)} to {_month(end, short)} {start.year}"
        case "quarter" | "half" if short:
            return f"{start.grain[0].upper()}{start.part}–{end.grain[0].upper()}{end.part} {start.year}"
        case "quarter":
            return f"the {_numbered(start)} to the {_numbered(end)} of {start.year}"
        case "season":
            return f"{_season(start, style)} to {_season(end, style)} {start.year}"
    return None
