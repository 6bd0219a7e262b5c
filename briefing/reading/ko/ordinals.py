"""A place in Korean text -> the ordinal there: 제3차, 16기, 45대 대통령, 첫 번째, 일등석."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Found
from .ages import of_office
from .counters import AFTER_ORDINAL, ALWAYS_ORDINAL
from .numerals import Numeral
from .qualifiers import qualify
from .units import UNITS

_FIRST = re.compile(r"첫\s?번째|첫째(?!로|,)|처음(?=\s?(?:두|세|네|다섯|몇)\s?[가-힣])")
_CLASS = re.compile(
    r"([일이삼])등(?=(?:석|칸|실|상|급|품|공신|국가|당첨자?|으?로|을|은|이|의|만|도|과|에|이다|입니다|이었다|이라고?)?"
    r"(?![가-힣]))|일등(?=석|공신|국가|항해사)"
)
_BUILT = re.compile(
    r"(?:원전|원자로|미사일|로켓|위성|탑|묘|무덤|고분|발전기|터빈|발전소|크레인|충전기|레이더|엔진|승강기|엘리베이터|석상|비석)\s?$"
)
"""Things that 기 counts (표준국어대사전, 기: 무덤, 비석, 탑; machines and missiles); elsewhere it numbers a term."""
_AFTER = frozenset(AFTER_ORDINAL.split())


def word(text: str, start: int) -> Found | None:
    """Words that are an ordinal by themselves: 첫 번째, 처음 before a count, 일등 and its like."""
    if hit := _FIRST.match(text, start):
        return Found(start, hit.end(), "ordinal", Decimal(1), step=Decimal(1))
    if (hit := _CLASS.match(text, start)) and text[start - 1 : start] not in ("·", ",", "제"):
        place = Decimal("일이삼".index(text[start]) + 1)
        return Found(start, start + 2, "ordinal", place, counter="등", step=Decimal(1))
    return None


def ordinal(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    """A numeral with 제 before it, or with a counter that numbers rather than counts."""
    start, kind = numeral.start, UNITS[name].kind
    found = Found(start, end, "ordinal", numeral.value, counter=name, step=numeral.step)
    head = text[max(0, start - 2) : start]
    if head.endswith(("제", "제 ")) and (name in _AFTER or kind == "ordinal"):
        found.start -= 1 if head[-1] == "제" else 2
        return found
    if name == "대" and of_office(text, end):
        return found
    if name == "기" and (numeral.script == "native" or _BUILT.search(text[max(0, start - 8) : start])):
        found.kind, found.unit = "count", "item"
        return qualify(text, found, numeral.more)
    if name in ALWAYS_ORDINAL and not numeral.more and not (name in ("호", "집") and numeral.scale > 1):
        return found
    return None
