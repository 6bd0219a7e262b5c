"""A Korean numeral before 대 -> decades of life (20대, 20~30대), an office in its order (18대 국회), or neither."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import Found
from .numerals import Numeral

_THINGS = re.compile(
    r"\s?(?:기업|그룹|재벌|국정|대기업|과제|뉴스|건설|은행|증권|품목|의 차|를? 동원|를 배치|를 투입|를 판매|를 보유|"
    r"로봇|차량|가 출동|핵심|전략|업체|브랜드|도시|산업|공약|원칙)"
)
_BOUNDED = re.compile(r"\s(?:이상|이하|미만|초과)")
_MACHINES = re.compile(
    r"(?:[동승]차|차량|소방차|구급차|전기차|승용차|버스|택시|헬기|트럭|장비|드론|[투착행판탁]기|항공기|로봇|카메라|컴퓨터|자전거|오토바이|서버|TV|폰|탱크|전차|열차|기계|크레인|노트북|[A-Z0-9])\s?$"
)
"""Machines that 대 counts, or the name of a model (F-35A 20대)."""
_OFFICES = re.compile(
    r"\s?(?:대통령|국회|총선|대선|의원|총장|회장|사장|장관|총리|의장|위원장|왕|임금|시장|지사|청장|교황|황제|감독|행장|원장|"
    r"국왕|주석|지방선거|의회|이사장|당대표|대표이사)"
)


def of_age(text: str, numeral: Numeral, end: int) -> Found | None:
    """20대 초반 and 40∼50대 as ages; 5대 기업, 30대 그룹 and 20 대 stay counts."""
    value = numeral.value
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    if numeral.script not in ("digits", "sino") or numeral.more or text[numeral.end : numeral.end + 1] == " ":
        return None
    if (
        low % 10
        or high % 10
        or not 10 <= low <= high <= 90
        or text[numeral.start - 1 : numeral.start] == "제"
    ):
        return None
    if _THINGS.match(text, end) or _OFFICES.match(text, end):
        return None
    if _MACHINES.search(text[max(0, numeral.start - 5) : numeral.start]):
        return None
    if _BOUNDED.match(text, end) and low == high:
        return Found(numeral.start, end, "age", low, "year", counter="대", step=Decimal(10))
    ages = Range(low, high + 9)
    return Found(numeral.start, end, "age", ages, "year", counter="대", step=Decimal(10))


def of_office(text: str, end: int) -> bool:
    """Whether 대 numbers those who held an office: 17·18대 국회, 45대 대통령."""
    return bool(_OFFICES.match(text, end))
