"""A place in Korean text -> the ordinal there: 제3차, 16기, 45대 대통령, 첫 번째, 일등석."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Found
from .ages import of_office
from .counters import AFTER_ORDINAL, ALWAYS_ORDINAL
from .fractions import part_of
from .numerals import Numeral, sino
from .qualifiers import qualify
from .things import things
from .units import UNITS

_FIRST = re.compile(r"첫\s?번째|첫째(?!로|,)|처음(?=\s?(?:두|세|네|다섯|몇)\s?[가-힣])")
_CLASS = re.compile(
    r"([일이삼])등(?=(?:석|칸|실|상|급|품|공신|국가|당첨자?|으?로|을|은|이|의|만|도|과|에|이다|입니다|이었다|이라고?)?"
    r"(?![가-힣]))|일등(?=석|공신|국가|항해사)"
)
_SPELLED = re.compile(
    r"제([일이삼사오육칠팔구]?[백십]?[일이삼사오육칠팔구]?십?[일이삼사오육칠팔구]?)"
    r"(차|회|공화국|단계|세대|조|항|대|장|호|권|편|절|과|기|번)(?=[은는이가을를의에와과도로]?(?![가-힣])|에서|부터|까지|으로|인)"
)
_OTHER_WORDS = frozenset(
    (
        "제사장",
        "제사회",
        "제일과",
        "제이의",
        "제일기",
        "제사기",
        "제이기",
        "제사대",
        "제사권",
        "제사절",
        "제일장",
        "제사과",
        "제일호",
    )
)
"""Words that begin like an ordinal in letters (제사장: a priest)."""
_GENERATION = re.compile(
    r"\s?(?:이동통신|통신|스마트폰|아이폰|아이돌|걸그룹|보이그룹|실손|전투기|모델|제품|HBM|고대역폭|메모리|[DV]램|낸드|V낸드|배터리|반도체|공정|원전|원자로|신차|완전변경|디스플레이|"
    r"OLED|올레드|패널|칩|프로세서|플랫폼|경영|오너|총수|후계|교포|한인|이민|작가|가수)"
)
"""What comes in generations: 5세대 이동통신, 3세대 경영."""
_HEADS = frozenset("첫처일이삼")
_AFTER = frozenset(AFTER_ORDINAL.split())


def word(text: str, start: int) -> Found | None:
    """Words that are an ordinal by themselves: 첫 번째, 처음 before a count, 일등 and its like."""
    letter = text[start]
    if letter == "제":
        return _spelled(text, start)
    if letter not in _HEADS:
        return None
    if hit := _FIRST.match(text, start):
        return Found(start, hit.end(), "ordinal", Decimal(1), step=Decimal(1))
    if (hit := _CLASS.match(text, start)) and text[start - 1 : start] not in ("·", ",", "제"):
        place = Decimal("일이삼".index(text[start]) + 1)
        return Found(start, start + 2, "ordinal", place, counter="등", step=Decimal(1))
    return None


def _spelled(text: str, start: int) -> Found | None:
    """제십이회, 제일차: an ordinal in letters."""
    hit = _SPELLED.match(text, start)
    if hit is None or not hit[1] or hit[0] in _OTHER_WORDS:
        return None
    read = sino(text[start + 1 : hit.end(1)], 0)
    return (
        None
        if read is None
        else Found(start, hit.end(), "ordinal", read.value, counter=hit[2], step=Decimal(1))
    )


def ordinal(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    """A numeral with 제 before it, or with a counter that numbers rather than counts."""
    start, kind = numeral.start, UNITS[name].kind
    found = Found(start, end, "ordinal", numeral.value, counter=name, step=numeral.step)
    head = text[max(0, start - 2) : start]
    if head.endswith(("제", "제 ")) and (name in _AFTER or kind == "ordinal"):
        found.start -= 1 if head[-1] == "제" else 2
        return found
    if name == "대" and of_office(text, end) or name == "세대" and _GENERATION.match(text, end):
        return found
    if unit := things(text, numeral, name, end):
        found.kind, found.unit = "count", unit
        return qualify(text, part_of(text, found) or found, numeral.more)
    if name in ALWAYS_ORDINAL and not numeral.more and not (name == "집" and numeral.scale > 1):
        return found
    return None
