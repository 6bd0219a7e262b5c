"""A Korean holiday at a place in the text -> its Day: 광복절, 설날, 추석 연휴."""

from __future__ import annotations

import re

from ..found import Day
from .date_words import HOLIDAYS, either
from .lunar import FEASTS

_HOLIDAY = re.compile(rf"({either(HOLIDAYS)})")
_FEAST = re.compile(rf"({either(FEASTS)})(\s?연휴)?")
_HEADS = frozenset(name[0] for name in (*HOLIDAYS, *FEASTS))
_ON_HOLIDAY = re.compile(r"\s*$|[,)]|에(?![가-힣]|\s(?:대|관))|에[는도]|부터|까지|인\s|이던")
_ON_FEAST = re.compile(
    r"\s*$|[,)]|에(?![가-힣]|\s(?:대|관))|에[는도]|부터|까지|인\s|이던|을\s(?:앞두|앞둔|맞[아은이])|[은이]\s(?:언제|다가|지나|끝)|\s(?:당일|전날|다음\s?날)"
)
_OF_YEAR = re.compile(r"$|[은는이에의도을]|보다|때|[^가-힣\s]|부터|까지|\s(?!곳|자리|땅|수|예정)")
_SHORT = frozenset(("설", "구정"))
"""설 is also 'that will stand' and a rumour: by itself it is the holiday before 연휴 alone, or 을 앞두고."""
_COMING = re.compile(r"을\s(?:앞두|앞둔|맞[아은이])|\s당일")


def holiday(text: str, start: int, said: bool) -> tuple[Day, int] | None:
    """A holiday as a day; by itself only where the words after it make it one (광복절 특사 is none).

    설 연휴 and 추석 연휴 are three days each (관공서의 공휴일에 관한 규정); ``said`` where a year or 지난 goes before.
    """
    if text[start : start + 1] not in _HEADS:
        return None
    if feast := _FEAST.match(text, start):
        return _feast(text, feast, said)
    name = _HOLIDAY.match(text, start)
    if name is None or not said and not _ON_HOLIDAY.match(text, name.end()):
        return None
    month, day = HOLIDAYS[name[1]]
    return Day(month=month, day=day), name.end()


def _feast(text: str, name: re.Match[str], said: bool) -> tuple[Day, int] | None:
    days, end = FEASTS[name[1]], name.end()
    if name[2]:
        return Day(feast=days, days=(-1, 1)), end
    follows = _OF_YEAR if said else _COMING if name[1] in _SHORT else _ON_FEAST
    return (Day(feast=days), end) if follows.match(text, end) else None
