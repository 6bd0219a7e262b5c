"""A numeral at a place in English text -> the ratio that it begins: one in seven, one school in five, 3/4, 1 over 3."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import ONE
from ..found import Found
from .nouns import NOUNS
from .numerals import Numeral
from .ranges import read_number
from .units import unit

_OUT_OF = re.compile(r"(?:\s(?:in|out of|of)\s(?:every\s|each\s)?|-in-)(?=\d|[a-z]+)", re.IGNORECASE)
_ONE_X_IN = re.compile(r"\s([a-z]{3,16})\sin\s(?:every\s|each\s)?(?=\d|[a-z]+)")
_SHARE_ENDS = re.compile(
    r"[,.;:)](?!\d)|(?:$|\n|\s(?:is|are|was|were|has|have|had|does|do|will|would|can|could|said|says|now|lives?|in|on|of)\b)"
)
_SLASH = re.compile(r"\s?/\s?(\d{1,6})(?![\d/])")
_OVER = re.compile(r"\sover\s(?=\d|[a-z])", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\n](?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d\b(?!,\d)")
_NAMES = {(Decimal(9), Decimal(11)), (Decimal(24), Decimal(7))}


def ratio(text: str, numeral: Numeral) -> Found | None:
    """One in seven, 1 in 40, three out of four, 3/4, 1 over 3."""
    value = numeral.value
    if isinstance(value, Range) or value != value.to_integral_value():
        return None
    if not numeral.worded and (slash := _SLASH.match(text, numeral.end)):
        whole = Decimal(slash[1])
        if (value, whole) in _NAMES:
            return None
        return Found(numeral.start, slash.end(), "ratio", Ratio(value, whole)) if whole else None
    if over := _OVER.match(text, numeral.end):
        return _over(text, numeral, over.end())
    said = _OUT_OF.match(text, numeral.end) or (_ONE_X_IN.match(text, numeral.end) if value == ONE else None)
    if said is None or numeral.scale != ONE:
        return None
    second = read_number(text, said.end())
    if second is None or isinstance(second.value, Range) or not 0 < value < second.value:
        return None
    link = said[0].strip(" -").lower()
    if (
        said.re is _ONE_X_IN
        and not _SHARE_ENDS.match(text, second.end)
        and not _of_people(text, said[1], second.end)
    ):
        return None
    if link.startswith("of") or _YEAR.match(text, said.end()):
        return None
    if value > 9 and link.startswith("in") and not _CLAUSE_ENDS.match(text, second.end):
        return None
    said_unit = unit(text, second.end)
    if said_unit and said_unit[1].kind in ("duration", "money", "percent"):
        return None
    return Found(numeral.start, second.end, "ratio", Ratio(value, second.value))


def _of_people(text: str, noun: str, end: int) -> bool:
    """Whether one in so many is said of people, with a verb and no counted noun after it: one patient in ten waits."""
    return NOUNS.get(noun) == "person" and text[end : end + 1] == " " and unit(text, end) is None


def _over(text: str, numeral: Numeral, at: int) -> Found | None:
    """One over three at the end of a clause; before a noun "over" is a qualifier or a preposition."""
    second = read_number(text, at)
    if second is None or isinstance(second.value, Range) or not _CLAUSE_ENDS.match(text, second.end):
        return None
    part = numeral.value
    if isinstance(part, Range) or not 0 < abs(part) < second.value or second.value != int(second.value):
        return None
    return Found(numeral.start, second.end, "ratio", Ratio(part, second.value))
