"""A Korean numeral before 대 -> decades of life (20대, 20~30대), an office in its order (18대 국회), or neither."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from briefing.model import Range

from ..found import Found
from .numerals import Numeral

_THINGS = re.compile(
    r"\s?(?:기업|그룹|재벌|국정|대기업|과제|뉴스|건설|은행|증권|품목|의 차|를? 동원|를 배치|를 투입|를 판매|를 보유|"
    r"로봇|차량|가 출동|핵심|전략|업체|브랜드|도시|산업|공약|원칙|계열사|상장사|건설사|광역|명산|강국|로펌|제약|종목|교역|주력|범죄|관광|메이저|신산업|유망|축제|수출국)|[를을]\s(?:추가|더|동원|투입|생산|수출|수입|도입|판매|팔|보유|배치|구매|구입|운행|증차|실[은어]|수리|"
    r"인도|납품|설치|교체|들여|빌|세[우워])|[가]\s(?:추돌|충돌|투입|동원|출동|배치|운행|팔[렸리]|들어|서 ?있|멈|침수|불)|\s?(?:규모|분량|물량|한정|증차|감차)"
    r"|에서\s\d{3,}대|(?:와|과|,)\s?(?:인력|소방|대원|장비|병력)"
)
_BOUNDED = re.compile(r"\s(?:이상|이하|미만|초과)")
_HOW_MANY = re.compile(
    r"(?:연|연간|월|하루|매일|매년|매달|총|모두|약|전체|각각|무려|불과|등|추가로|\d{3,}대(?:에서|보다))\s?$"
)
_MACHINES = re.compile(
    r"(?:[송여투훈전초무]?[송객련찰계][기]|무인기|자주포|다연장|장갑차|자동차|굴착기|굴삭기|포클레인|지게차|불도저|경운기|트랙터|콤바인|이앙기|선풍기|에어컨|냉장고|세탁기|청소기|제습기|"
    r"자판기|정수기|PC|피시|단말기|태블릿|휴대전화|키오스크|CCTV|전동차|기관차|객차|헬리콥터|발전기|충전기|펌프|보트|요트|킥보드|스쿠터|손수레|카트|엔진|프린터|복사기|호흡기|제세동기|"
    r"승강기|엘리베이터|악기|피아노|[가-힣][차포폰]|[동승]차|차량|소방차|구급차|전기차|승용차|버스|택시|헬기|트럭|장비|드론|[투착행판탁]기|항공기|로봇|카메라|컴퓨터|자전거|오토바이|서버|TV|폰|탱크|전차|열차|기계|크레인|노트북|[A-Z0-9])\s?$"
)
"""Machines that 대 counts, or the name of a model (F-35A 20대)."""
_OFFICES = re.compile(
    r"\s?(?:대통령|국회|총선|대선|의원|총장|회장|사장|장관|총리|의장|위원장|왕|임금|시장|지사|청장|교황|황제|감독|행장|원장|"
    r"국왕|주석|지방선거|의회|이사장|당대표|대표이사)"
)


_LISTED = re.compile(r"\s?\d{1,3}(?:여\s)?대(?:에서|와|,|·|보다|\s중|\s가운데)\s?$")


def _so_many_machines(text: str, start: int) -> bool:
    """Whether the 대 before this one counted machines: 버스 60대에서 80대로."""
    listed = _LISTED.search(text, max(0, start - 9), start)
    return listed is not None and bool(_MACHINES.search(text[max(0, listed.start() - 5) : listed.start()]))


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
    head = text[max(0, numeral.start - 8) : numeral.start]
    if _MACHINES.search(head) or _HOW_MANY.search(head) or _so_many_machines(text, numeral.start):
        return None
    if _BOUNDED.match(text, end) and low == high:
        return Found(numeral.start, end, "age", low, "year", counter="대", step=Decimal(10))
    ages = Range(low, high + 9)
    return Found(numeral.start, end, "age", ages, "year", counter="대", step=Decimal(10))


def decades(text: str, numeral: Numeral, last: int, end: int) -> Found | None:
    """20·30대 and 20·30·40대: decades that follow each other, as one span of ages; 20·40대 are two."""
    said = [int(each) for each in re.findall(r"\d+", text[numeral.start : last])]
    if any(high - low != 10 for low, high in pairwise(said)):
        return None
    both = Numeral(numeral.start, last, Range(Decimal(said[0]), Decimal(said[-1])))
    return of_age(text, both, end) if len(said) > 1 else None


def of_office(text: str, end: int) -> bool:
    """Whether 대 numbers those who held an office: 17·18대 국회, 45대 대통령."""
    return bool(_OFFICES.match(text, end))
