"""A numeral before 기, 동, 호 or 번 -> what it counts, where it counts rather than numbers (원전 3기, 주택 50동, 3만 호)."""

from __future__ import annotations

import re

from briefing.model import Range

from .numerals import Numeral

_BEFORE = {
    "기": re.compile(
        r"(?:원전|원자로|미사일|핵탄두|탄두|핵무기|유도탄|로켓|발사체|위성|탑|묘|무덤|고분|봉분|분묘|발전기|터빈|바람개비|풍차|발전소|크레인|충전기|레이더|엔진|[WVt톤]급|승강기|엘리베이터|석상|비석|"
        r"포대|발사대|보일러|고로|용광로|원심분리기|설비|전투기|드론|무인기|헬기|탱크|저장조|집터|주거지|집자리|수혈|가마터|아궁이|구덩이|토광묘|석실분|돌방무덤|고분군|장승|돌하르방|고인돌|석불|부도|주유기|타워|철탑|송전탑|등대)"
        r"(?:\s(?:약|총|모두|등|각각|최대|최소|무려))?\s?$"
    ),
    "동": re.compile(
        r"(?:주택|건물|가옥|민가|한옥|아파트 단지|비닐하우스|하우스|축사|돈사|계사|우사|창고|공장|막사|천막|텐트|온실|시설|별장|교사|기숙사|숙소|상가|컨테이너|임시주택|조립주택|"
        r"집터|주거지|집자리|농막|사찰|전각|펜션|빌라|연립|오피스텔|건축물|빌딩)(?:\s?등)?(?:\s(?:약|총|모두|각각))?\s?$"
    ),
    "호": re.compile(
        r"(?:주택|임대|물량|공급량|공급|분양|매입|빈집|미분양|재고|착공|준공|입주|인허가|농가|어가|축산농가|가구|전세|행복주택|신혼희망타운|총|모두|약|연|연간)(?:은|는|이|가|을|를|도)?\s?$"
    ),
}
"""Nouns that the counter counts (표준국어대사전: 기 graves, towers, machines and missiles; 동 buildings; 호 houses)."""
_AFTER = {
    "기": re.compile(
        r"(?:를|을|의|가)?\s?(?:배치|발사|보유|폐쇄|철거|도입|건설|가동|정비|추가 건설|신설|증설|짓[는고]|세[우워운웠])"
    ),
    "동": re.compile(
        r"(?:를|을|이|의)?\s?(?:전소|반파|소실|붕괴|침수|파손|불[에탔]|[이을]? ?탔|[이을]? ?태[우웠]|규모의 (?:공장|창고))"
    ),
    "호": re.compile(
        r"(?:를|을|의|가|에|로)?\s?(?:공급|분양|착공|준공|매입|입주|인허가|건설|짓[는고]|지[어었을]|규모|가량|이상|안팎|늘|줄|증가|감소|전년|미분양|물량|주택|임대|아파트)"
    ),
}
_CLASS = {"기": "item", "동": "item", "호": "household", "집": "household"}
_MANY = {"기": 1000, "동": 10000, "호": 10000}
"""From here on nobody numbers."""


def things(text: str, numeral: Numeral, name: str, end: int) -> str | None:
    """The class of what is counted; None where the counter numbers (3기 신도시, 101동 302호, 7호 태풍)."""
    known = _CLASS.get(name)
    if known is None or text[numeral.start - 1 : numeral.start] == "제":
        return None
    if name == "집":
        return known if numeral.script == "native" else None
    sure = numeral.script == "native" or numeral.more or isinstance(numeral.value, Range)
    if sure and not (name == "동" and isinstance(numeral.value, Range)):
        return known
    if numeral.scale > 1 or numeral.top >= _MANY[name] or "," in text[numeral.start : numeral.end]:
        return known
    head = text[max(0, numeral.start - 14) : numeral.start]
    return known if _BEFORE[name].search(head) or _AFTER[name].match(text, end) else None
