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
_MINUS = ("-", "−")
_CHANGED = re.compile(_MOVED.pattern.replace("(?:", "(?:by|", 1), re.IGNORECASE)
_SMALLER = {("ft", "in"): 12, ("st", "lb"): 14, ("lb", "oz"): 16, ("yd", "ft"): 3, ("mi", "yd"): 1760}
"""NIST Handbook 44: how many of the second are in the first."""
_TO_MINUS = re.compile(r"\sto\s[-−](?=\d)")
_FOOT_THREE = re.compile(r"-(\d|1[01])\b(?![-.,/]?\d|\s?%|-?\s?(?:in|m|k)\w*)")
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
        _below_zero(text, numeral)
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
    if "to" in joined[0]:
        begin = _sign_start(text, numeral.start) if money else numeral.start
        if _moved(text, begin, low, second.value) and (money or _far(low, second.value)):
            return
    if numeral.scale == ONE and second.scale > ONE and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)
    if low < second.value and (numeral.worded is second.worded or lead):
        numeral.value = Range(low, second.value)
        numeral.end, numeral.scale, numeral.step = second.end, second.scale, second.step


def _below_zero(text: str, numeral: Numeral) -> None:
    """Takes a second end below zero into a numeral that is: lows of -5 to -10C."""
    assert isinstance(numeral.value, Decimal)
    joined = _TO_MINUS.match(text, numeral.end) if numeral.value < 0 and not numeral.worded else None
    second = digits(text, joined.end()) if joined else None
    if second is None or not isinstance(second.value, Decimal) or between(text, numeral.start) == "from":
        return
    low, high = sorted((numeral.value, -second.value))
    numeral.value = Range(low, high)
    numeral.end, numeral.scale, numeral.step = second.end, second.scale, second.step


def _moved(text: str, start: int, low: Decimal, high: Decimal) -> bool:
    """Whether a distance stands at ``start`` and then where it went: fell $3.57 to $73.57, fell by 2p to 134.8p."""
    head = text[max(0, start - 14) : start]
    if not _CHANGED.search(head):
        return False
    return not head.endswith("by ") and _MOVED.search(head) is not None or high >= low * _FAR


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
    at = joined.end()
    minus = found.value < 0 and text[at : at + 1] in _MINUS
    if (
        link == "and"
        and lead != "between"
        or link == "to"
        and lead == "from"
        and not spread(text, found.start)
    ):
        return
    second = read_number(text, at + minus)
    said = unit(text, second.end) if second else None
    if second is None or said is None or not isinstance(second.value, Decimal):
        return
    high = EXACT.multiply(-second.value if minus else second.value, said[1].factor)
    if link == "to" and _moved(text, found.start, found.value, high):
        return
    if said[1].kind == found.kind and said[1].canonical == found.unit and found.value < high:
        found.value, found.end = Range(found.value, high), said[2]


def smaller_unit(text: str, found: Found) -> None:
    """Takes what goes on in the next smaller unit and counts in that: 6ft 2in, five feet seven inches, 13st 4lb."""
    if not isinstance(found.value, Decimal) or text[found.end : found.end + 1] not in " -":
        return
    if found.unit == "ft" and (inches := _FOOT_THREE.match(text, found.end)):
        found.value = EXACT.add(EXACT.multiply(found.value, Decimal(12)), Decimal(inches[1]))
        found.unit, found.end, found.step = "in", inches.end(), ONE
        return
    second = read_number(text, found.end + 1)
    said = unit(text, second.end) if second else None
    if second is None or said is None or not isinstance(second.value, Decimal):
        return
    times = _SMALLER.get((found.unit or "", said[1].canonical or ""))
    if times and 0 <= second.value < times:
        found.value = EXACT.add(EXACT.multiply(found.value, Decimal(times)), second.value)
        found.unit, found.end, found.step = said[1].canonical, said[2], ONE


def opened(text: str, found: Found) -> Found:
    """``found`` with the "between" that opens it."""
    if isinstance(found.value, Range) and not found.value.vague and between(text, found.start) == "between":
        if re.search(r"\sand\s", text[found.start : found.end]):
            begin = max(0, found.start - _LOOK_BACK)
            found.start = begin + text[begin : found.start].lower().rindex("between")
    return found
