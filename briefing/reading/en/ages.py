"""A bare English numeral and the words around it -> whether it is somebody's age: Okafor, 44, said; under five."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from .cardinals import ONES
from .numerals import Numeral

_PEOPLE = (
    r"people|persons?|those|them|anyone|everyone|someone|children|child|kids?|pupils|students|adults|men|women|boys|girls|"
    r"drivers|patients|voters|workers|employees|pensioners|residents|teenagers|youngsters|citizens|applicants|"
    r"babies|infants|toddlers|customers|passengers|population|viewers|players|mothers|fathers|users|smokers|"
    r"participants|respondents|graduates|foreigners|migrants|victims|households headed by someone"
)
_AGED = re.compile(
    r"(?<!-)\b(?:aged|ages?d?|age of|ages of|at the age of|(?:turn(?:s|ed|ing)?|was|were|is|be|been|he's|she's|being) aged|"
    r"died at|age range|age group|between the ages of)\s(?:between\s|from\s|just\s|only\s|about\s|around\s|"
    r"under\s|over\s|above\s|below\s|at least\s|up to\s|nearly\s|almost\s){0,2}$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    rf"\b(?:{_PEOPLE})\s(?:(?:who\s)?(?:are|were|is)\s|aged\s)?(?:under|over|above|below|younger than|older than|up to)\s$",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?:under|over)[-‐ ]$", re.IGNORECASE)
_PLURAL = re.compile(r"['’]?e?s\b")
_MORE = re.compile(r"\s(?:or|and)\s(?:over|older|above|under|younger|below|up|upwards)\b", re.IGNORECASE)
_OR_OLDER = re.compile(r"\s(?:or|and)\s(?:older|younger|over)\b(?!\s(?:the|a|an|\d))", re.IGNORECASE)
_WHOSE = re.compile(rf"\b(?:{_PEOPLE}|population)\s$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"(?:[A-Z][\w'’-]{1,30}|\b(?:Jr|Sr)\.|[a-z’']\)|[a-z]”|[a-z]\")\s?,\s$")
_NO_NAME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|However|Instead|Today|Meanwhile|Also|But|And|Page|Chapter)\s?,\s$"
)
_KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|brother|sister|mother|father|man|woman|boy|girl|grandson|granddaughter|grandmother|"
    r"grandfather|partner|girlfriend|boyfriend|nephew|niece|uncle|aunt|cousin|twin|teenager|student|pensioner|"
    r"driver|widow|widower|engineer|teacher|nurse|farmer|officer|fisherman|worker|retiree|actor|actress|singer|"
    r"director|pupil|passenger|soldier|cyclist|motorist|patient|suspect|gunman|resident|sons|daughters|children|brothers|sisters|"
    r"boys|girls|twins|grandchildren|parents|couple|teenagers|students|men|women|striker|defender|midfielder|goalkeeper|forward|winger|captain)\s?,\s$"
)
_CLOSED = re.compile(r"(?:,\s?(?!\d)|\.\s|\.?$|;|\.[\"”]|\s(?:and|who|was|is|from|of)\s|:)")
_WAS_WHEN = re.compile(
    r"\b(?:was|is|were|turned|turns|turning|am|I['’]m|he['’]s|she['’]s)\s(?:just\s|only\s|about\s|nearly\s|almost\s)?$"
)
_WHEN = re.compile(r"\s(?:when|at the time|years old)\b|\sand\s(?:living|retired|still|single|married)\b")
_TURNED = re.compile(r"\b(?:he|she|who|has|had|[A-Z][a-z]+)\s(?:turns|turned|turning)\s$")
_SHE_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who)\s(?:is|was|will be)\s(?:now\s|just\s|only\s)?$|,\s(?:both|all)\s$"
)
_TOLD_ENDS = frozenset("sewtyhldgm")
"""Last letters of what ``_told`` looks for before the numeral."""
_STOPS = re.compile(r"(?:[,;]|\.(?!\d)|$|\sand\b)")
_OLDEST = 125
_WORDS = {f"{name}s" if name != "six" else "sixes": value for name, value in ONES.items() if value > 1}
_GROUP_WORD = re.compile(rf"(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def is_age(text: str, numeral: Numeral) -> bool:
    """Whether a numeral without a unit is an age in years, by the words before and after it."""
    value = numeral.value
    top = value.high if isinstance(value, Range) else value
    if isinstance(value, Range) and value.vague or not 0 <= top <= _OLDEST or top != top.to_integral_value():
        return False
    before, after = text[max(0, numeral.start - 44) : numeral.start], text[numeral.end : numeral.end + 24]
    last, near = before.rstrip()[-1:].lower(), before.lower()
    if ("age" in near or "died" in near) and _AGED.search(before):
        return True
    if last and last in "rewno" and _OF_PEOPLE.search(before):
        return True
    if _OR_OLDER.match(after) or _MORE.match(after) and _WHOSE.search(before):
        return True
    if isinstance(value, Range):
        return False
    if last == "," and _apposed(before, after, numeral.worded):
        return True
    return bool(last) and last in _TOLD_ENDS and _told(before, after)


def _apposed(before: str, after: str, worded: bool) -> bool:
    """Between commas after a person: Okafor, 44, said; their daughter, six, was."""
    if _KIN.search(before):
        return bool(_CLOSED.match(after))
    named = not worded and _AFTER_NAME.search(before) and not _NO_NAME.search(before)
    return bool(named) and bool(_CLOSED.match(after)) and not after.startswith((", 1", ", 2"))


def _told(before: str, after: str) -> bool:
    """She was 16 when; he turned 40."""
    if _SHE_IS.search(before) and _STOPS.match(after):
        return True
    return bool(_WAS_WHEN.search(before) and _WHEN.match(after) or _TURNED.search(before))


def group_word(text: str, start: int) -> Numeral | None:
    """The number in under-fives, over fours."""
    said = _GROUP_WORD.match(text, start)
    if said is None or not _GROUP.search(text[max(0, start - 6) : start]):
        return None
    return Numeral(
        start,
        said.end() - (2 if said[0].lower() == "sixes" else 1),
        Decimal(_WORDS[said[0].lower()]),
        worded=True,
    )


def grouped(text: str, numeral: Numeral) -> int:
    """The end of an age group's plural: under-fives, over-75s, the under 18s; 0 where there is none."""
    if isinstance(numeral.value, Decimal) and 0 < numeral.value < _OLDEST:
        plural = _PLURAL.match(text, numeral.end)
        if plural and _GROUP.search(text[max(0, numeral.start - 6) : numeral.start]):
            return plural.end()
    return 0
