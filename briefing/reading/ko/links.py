"""Korean figures found in order -> the same with conversions (``equals``) and changes (``of``) linked.

27억5000만달러(약 3조7000억원); A에서 B로 34% 급등; B로, 1년 전 A보다 12% 늘었다; 3년 전(1609명)과 견줘 5.3배.
"""

from __future__ import annotations

import re

from ..changes import Marks, link
from ..found import Found

_OPEN = re.compile(r"\s?(?:[(（]\s?|(?==))(?:=|≒|한화|원화|미화|우리 ?돈|우리돈으로)?\s?$")
_CONVERTED = {"money", "measure"}
_AGAINST = r"(?:과|와|에|보다|\s)?\s?(?:견줘|비해|비하면|비교해|비교하면|비교할|대비|견주어|견주면|보다)"
_ORIGIN = re.compile(
    rf"[)）]?(?:에서|{_AGAINST}|이던|이었던|였던|\s(?:걸리|들|받|내|쓰|팔|팔리|나오)던|이었으나|였으나|이었지만|였지만|에 그쳤던|에 불과하던|에 머물던|인 데서)(?!만)"
    r"|[)）]?의\s(?:(?:약|거의|무려)\s)?(?:\d[\d.]*|[한두세네서너]|몇|다섯|여섯|열)\s?배"
    r"|[)）]?[을를]\s(?:약\s)?\d[\d.]*(?:%|％|배|%?포인트|%p)(?:가량|나|\s가량)?\s(?:웃도|웃돌|상회|밑도|밑돌|하회|초과)"
    r"|[)）]?[와과](?:는|의)?\s(?:약\s)?\d[\d.]*(?:%\s?포인트|%p|퍼센트포인트|배)(?:나|가량|의|\s가량)?\s(?:차이|격차|차(?=[가이로였]))"
    r"|까지\s[가-힣]{1,6}(?:다가|지만|으나|은 뒤)\s"
)
_NOT_FROM = re.compile(
    r"[)）]?에서\s?(?:열|개최|나왔|조사|진행|발생|일하|근무|살|운영|생산|시작|실시|확인|이뤄)"
)
_TARGET = re.compile(
    r"[^.!?\n()（）,]{0,6}?(?:으로|로|까지)(?![가-힣])|(?:이|가|을|를)?\s?(?:됐|되었|되며|기록|달했|달하|이르)|[)）]?(?:으로|로)(?![가-힣])"
)
_LEADING = re.compile(
    r"[이가]?\s?(?:가량|정도|포인트)?\s?(?:늘어난|늘린|늘|증가한|오른|올린|상승한|줄어든|줄인|감소한|하락한|내린|낮아진|높아진|떨어진|뛴|급증한|급감한|급등한|급락한|불어난|확대된|축소된|많은|적은|높은|낮은|비싼|싼|성장한|개선된|커진)"
    r"\s(?:[가-힣]{1,6}\s)?$"
)

_LEVEL = re.compile(r"(?:으로|로|에서|에|보다|까지)(?![가-힣])(?!\s(?:가까이|육박|달하))")
"""A percentage that is itself where a change went or began (3분기 0.1%로 반등) and no change."""
_NEW_CLAUSE = re.compile(r"(?:고|며|나|지만|는데|해|돼)\s?,|[가-힣][은는]\s")


def relate(text: str, found: list[Found]) -> None:
    """Sets ``equals`` and ``of`` in place; looks at most a few figures back, so the time is linear."""
    for before, each in zip(found, found[1:], strict=False):
        if each.kind in _CONVERTED:
            _conversion(text, before, each)
    link(text, found, _MARKS)
    for each in found:
        level = each.kind == "percent" and _LEVEL.match(text, each.end)
        if each.of and (level or each.of[0].value == each.of[1].value):
            each.of = ()


def _conversion(text: str, before: Found, each: Found) -> None:
    if before.kind != each.kind or before.unit == each.unit or each.start - before.end > 12:
        return
    if _OPEN.match(text[before.end : each.start]) and text[each.end : each.end + 1] in (")", "）"):
        each.equals = before


def _origin(text: str, _: int, figure: Found, end: int) -> bool:
    return _ORIGIN.match(text, end) is not None and _NOT_FROM.match(text, end) is None


def _target(text: str, _: int, figure: Found, end: int) -> bool:
    return _TARGET.match(text, end) is not None


def _leads(text: str, change: Found, figure: Found) -> bool:
    return figure.start - change.end < 24 and _LEADING.match(text[change.end : figure.start]) is not None


def _follows(between: str) -> bool:
    return _NEW_CLAUSE.search(between) is None


_MARKS = Marks(_origin, _target, _leads, _follows, lambda _: False, re.compile(r"[.!?](?=\s|$)|\n"))
