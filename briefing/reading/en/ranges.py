"""English figures that have two ends: 200–300, between 20 and 30, $5 to $6 billion -> one range."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..digits import ONE
from ..found import EXACT, Found
from .currencies import SIGN, SIGN_CHARACTERS
from .numerals import Numeral, digits
from .spoken import words
from .units import unit

_DASH = re.compile(
    rf"\s?[-–—~]\s?(?=[\d{SIGN_CHARACTERS}])|-?\sto\s(?=\d|(?:US|C|A|HK|S)?[{SIGN_CHARACTERS}])"
)
_TO = re.compile(r"-?\s(?:to|or)\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to)\s", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(between|from)\s(?:about\s|around\s|an?\s(?:estimated\s)?)?(?:US|C|A|HK|S)?[{SIGN_CHARACTERS}]?$",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"(?:^|[(:;.]\s?|\b(?:rang\w+|var[iy]\w*|anywhere|spread\w*|widths?|sizes?|ages?)\s)from\s$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s?[-–—~]\s?|\s(?:to|and)\s", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|fell|gained|lost|added|dropped|slipped|climbed|jumped|up|down|shed|slid|eased|sank|surged|advanced|declined|"
    r"increased|decreased|soared|tumbled|plunged)\s$",
    re.IGNORECASE,
)
"""Before a distance; what follows its "to" is where it went: fell 3p to 412p."""
_CHANGED = re.compile(_MOVED.pattern.replace("(?:", "(?:by|", 1), re.IGNORECASE)
_FAR = 10
_LOOK_BACK = 26


def read_number(text: str, start: int, money: bool = False) -> Numeral | None:
    """The numeral at ``start``, in digits or in words."""
    return digits(text, start, money) if text[start : start + 1].isdigit() else words(text, start)


def between(text: str, start: int) -> str:
    """ "between" or "from" where it stands before ``start``, else ""."""
    head = text[max(0, start - _LOOK_BACK) : start]
    said = _BETWEEN.search(head) if "tween" in head or "rom" in head else None
    return said[1].lower() if said else ""


def spread(text: str, start: int) -> bool:
    """Whether the "from" before ``start`` gives the lower end of a spread, not where a change began."""
    return bool(_SPREAD.search(text[max(0, start - _LOOK_BACK) : start]))


def widen(text: str, numeral: Numeral, money: bool = False) -> None:
    """Takes a second end into the numeral: 200–300, 5 to 6 billion, between 20 and 30."""
    if isinstance(numeral.value, Range):
        return
    lead = between(text, numeral.start)
    joined = _DASH.match(text, numeral.end) or numeral.worded and _TO.match(text, numeral.end) or None
    if joined is None and lead:
        joined = _AND.match(text, numeral.end)
    if not joined:
        return
    at = joined.end()
    if sign := SIGN.match(text, at):
        if not money or lead == "from" and not spread(text, _sign_start(text, numeral.start)):
            return
        at = sign.end()
    second = read_number(text, at, money)
    if second is None or isinstance(second.value, Range):
        return
    low = numeral.value
    if (
        "to" in joined[0]
        and _far(low, second.value)
        and _CHANGED.search(text[max(0, numeral.start - 14) : numeral.start])
    ):
        return
    if numeral.scale == ONE and second.scale > ONE and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)
    if low < second.value and (numeral.worded is second.worded or lead):
        numeral.value = Range(low, second.value)
        numeral.end, numeral.scale, numeral.step = second.end, second.scale, second.step


def _far(low: Decimal, high: Decimal) -> bool:
    """Whether a distance and an end rather than two ends: fell by 2,300 to 7.4 million; by 5 to 50 per cent is a range."""
    return high > 100 and high >= low * _FAR


def _sign_start(text: str, start: int) -> int:
    """Where the currency sign before a numeral begins."""
    while start and (text[start - 1] in SIGN_CHARACTERS or text[start - 1].isupper()):
        start -= 1
    return start


def second_unit(text: str, found: Found) -> None:
    """Takes a second end with the same unit into the figure: between 10 dollars and 20 dollars, 8% to 13%."""
    if not isinstance(found.value, Decimal) or found.kind in ("number", "ordinal", "date", "ratio"):
        return
    joined = _JOINED.match(text, found.end)
    if joined is None:
        return
    lead, link = between(text, found.start), joined[0].strip().lower()
    if link == "to" and _MOVED.search(text[max(0, found.start - 12) : found.start]):
        return
    if (
        link == "and"
        and lead != "between"
        or link == "to"
        and lead == "from"
        and not spread(text, found.start)
    ):
        return
    second = read_number(text, joined.end())
    said = unit(text, second.end) if second else None
    if second is None or said is None or not isinstance(second.value, Decimal):
        return
    high = EXACT.multiply(second.value, said[1].factor)
    if said[1].kind == found.kind and said[1].canonical == found.unit and found.value < high:
        found.value, found.end = Range(found.value, high), said[2]


def opened(text: str, found: Found) -> Found:
    """``found`` with the "between" that opens it."""
    if isinstance(found.value, Range) and not found.value.vague and between(text, found.start) == "between":
        if re.search(r"\sand\s", text[found.start : found.end]):
            begin = max(0, found.start - _LOOK_BACK)
            found.start = begin + text[begin : found.start].lower().rindex("between")
    return found
