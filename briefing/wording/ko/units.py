"""A Quantity in, its Korean unit out: 명, 곳, 달러, %포인트, 년.

Currencies that one word names in Korean news have that word (달러, 위안), all others CLDR's name."""

from __future__ import annotations

import re

from briefing.model import Quantity
from briefing.wording import cldr

CURRENCIES = {
    "KRW": "원",
    "USD": "달러",
    "EUR": "유로",
    "GBP": "파운드",
    "JPY": "엔",
    "CNY": "위안",
    "cent": "센트",
    "penny": "펜스",
}
COUNTERS = {
    "person": "명", "item": "개", "animal": "마리", "place": "곳", "country": "개국", "region": "곳",
    "case": "건", "time": "회", "company": "개사", "institution": "곳", "household": "가구", "team": "팀",
    "step": "단계", "point": "점", "vote": "표", "word": "단어", "page": "쪽", "view": "회",
    "level": "등급", "seat": "석",
}  # fmt: skip
# these take native number words (세 나라), which Arabic digits do not go with
SAID_OTHERWISE = {"나라": "개국", "사람": "명", "군데": "곳", "가지": "종"}
TIMES = {
    "year": "년", "quarter": "개 분기", "month": "개월", "week": "주", "day": "일",
    "hour": "시간", "minute": "분", "second": "초",
}  # fmt: skip
MEASURES = {
    "pyeong": "평", "geun": "근", "acre": "에이커", "mi": "마일", "ft": "피트", "in": "인치", "yd": "야드",
    "bbl": "배럴", "oz": "온스", "gal": "갤런", "lb": "파운드", "px": "화소", "hp": "마력", "°": "도",
}  # fmt: skip
AFTER_ORDER = frozenset("차 대 조 호 장 항 회 기 권 편 부".split())
"""Counters that make an ordinal with the prefix 제- (표준국어대사전: 제4차); 위, 등 and 번째 need none."""
_HANGUL = re.compile(r"[가-힣]+")


def unit(quantity: Quantity, *, brief: bool = False) -> str:
    """The word or sign after the number, "" where there is none; ``brief`` as tables abbreviate it."""
    match quantity.kind:
        case "money":
            code = quantity.unit or ""
            return CURRENCIES.get(code) or (cldr.currency(code, "ko") if code else "")
        case "percent":
            return "%"
        case "points":
            return "%p" if brief else "%포인트"
        case "multiple":
            return "배"
        case "duration":
            return TIMES.get(quantity.unit or "", quantity.counter or "")
        case "age":
            return _age(quantity)
        case "ordinal":
            return quantity.counter if _HANGUL.fullmatch(quantity.counter or "") else "번째"  # type: ignore[return-value]
        case "measure":
            return MEASURES.get(quantity.unit or "") or quantity.unit or quantity.counter or ""
        case "count" | "ratio":
            return _counter(quantity)
    return ""


def _age(quantity: Quantity) -> str:
    if quantity.unit == "month":
        return "개월"
    return quantity.counter if quantity.counter in ("세", "살", "대") else "세"


def _counter(quantity: Quantity) -> str:
    """The counter as a Korean source printed it, else that of the class; none where both are unknown."""
    printed = quantity.counter or ""
    if _HANGUL.fullmatch(printed):
        return SAID_OTHERWISE.get(printed, printed)
    return COUNTERS.get(quantity.unit or "", "")
