"""Letters that may be a Korean numeral and the unit after them -> whether they are one (이유로, 천도, 두 명)."""

from __future__ import annotations

import re

from .counters import APART, BOUND_FORMS, JOINED, NATIVE, NEVER_ONE, SEVERAL
from .numerals import Numeral
from .units import UNITS

_SMALL_CHANGE = re.compile(r"\s?[일이삼사오육칠팔구십]{1,3}\s?(?:센트|전)")
_PLAIN = "퍼센트 프로 개월 년 학년 주일 번째 리터 미터 그램 달러 파운드 유로 위안 킬로 갤런 갤론 층"
PLAIN = frozenset(_PLAIN.split())
"""Units that make a numeral of a single Sino-Korean syllable (일 퍼센트, 삼 개월)."""

_WORDS = "백일 만일 천일 천사 백사 만사 백구 백이 천이 천오 이천 사천 오천 구천 이만 오만 이백 백육"
WORDS = frozenset(_WORDS.split())
"""Words, names and places that are spelled like numerals (백일장, 천사, 이천시, 오만)."""
_COMMON = "년 개 배 번 명 원 곳 건 살 불 엔 등"
COMMON = frozenset(_COMMON.split())
"""Units of one syllable that may be written together with such a word or with 십, 백, 천 (천년, 백배)."""
NOT_SCALED = frozenset(("분", "장", "점", "도", "기", "성", "주", "대", "발", "화"))
"""Units that make other words with 십, 백, 천 and 만 (천도, 만기, 백발)."""


def licensed(text: str, numeral: Numeral, name: str, end: int) -> bool:
    """Whether letters that may be a numeral are one, by the unit after them."""
    joined = text[numeral.end] != " "
    if numeral.script == "native":
        return _native(text[numeral.start : numeral.end], name, joined)
    if numeral.script == "수":
        return numeral.scale > 1 or name in SEVERAL and joined
    if numeral.script == "몇":
        return name != "조" and UNITS[name].kind != "ordinal"
    return _sino(text, numeral, name, end, joined)


def _native(written: str, name: str, joined: bool) -> bool:
    kind = UNITS[name].kind
    if written == "한" and kind == "multiple" or name not in BOUND_FORMS.get(written, (name,)):
        return False
    if written == "한" and (kind in ("money", "percent") or name in NEVER_ONE):
        return False
    if joined and (len(written) == 1 and name not in JOINED or name in APART):
        return False
    if len(written) > 1 and written != "하나" and not joined and (kind == "count" or name == "기"):
        return True
    return name in NATIVE


def _sino(text: str, numeral: Numeral, name: str, end: int, joined: bool) -> bool:
    kind, written = UNITS[name].kind, text[numeral.start : numeral.end]
    if joined and len(name) == 1 and written in WORDS and name not in COMMON:
        return False
    if name == "번째":
        return True
    if written[-1] in "조경" and len(written) <= 2 and kind != "money":
        return False
    if len(written) > 1:
        return True
    if name in ("불", "원") and _SMALL_CHANGE.match(text, end):
        return True
    if written in "십백천" or written == "만" and not joined:
        return _scale(name, joined)
    if len(written) == 1 and name == "유로" and joined:
        return False  # 이유로 and 사유로 are a reason with its particle
    if name == "프로" and (written == "이" or joined):
        return False  # 이 프로 is this professional
    if name in ("등", "원", "엔", "불"):
        near = numeral.start < 9 and len(text) < end + 9
        return near and not text[: numeral.start].strip() + text[end:].strip(" .")
    return name in PLAIN or len(name) > 2 and kind in ("measure", "points", "percent")


def _scale(name: str, joined: bool) -> bool:
    """Whether 십, 백, 천 or 만 alone counts what the unit names."""
    if joined and len(name) == 1 and name not in COMMON:
        return False
    if name in ("명", "원"):
        return not joined or name == "원"
    if UNITS[name].kind == "measure" and not joined and (len(name) > 1 or name in ("톤", "평")):
        return True
    counts = UNITS[name].kind in ("count", "money", "duration", "multiple", "percent")
    return counts and name not in NOT_SCALED
