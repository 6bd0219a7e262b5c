"""A place after a Korean numeral -> the unit there: what kind of figure a counter, currency or measure makes."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby

from ..found import Unit
from .counters import ALWAYS_ORDINAL, COUNTERS, ORDINALS
from .currencies import MONEY, SPACED, SUBUNITS
from .measures import AGE, BASIS_POINT, DURATIONS, MEASURES, MULTIPLE, PARTS, PERCENT, POINTS


def _table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for canonical, names in COUNTERS.items():
        for name in names.split():
            units.setdefault(name, Unit("count", canonical, counter=True))
    units["점"] = Unit("count", "point", counter=True)
    for code, names in MONEY.items():
        units |= {name: Unit("money", code) for name in (*names.split(), *SPACED.get(code, ()))}
    units |= {name: Unit("money", code) for name, code in SUBUNITS.items()}
    for symbol, names in MEASURES.items():
        units |= {name: Unit("measure", symbol) for name in names.split()}
    units |= {name: Unit("duration", unit) for name, unit in DURATIONS.items()}
    units |= {name: Unit("ordinal", counter=True) for name in ORDINALS.split() + sorted(ALWAYS_ORDINAL)}
    for kind, names in (("percent", PERCENT), ("multiple", MULTIPLE)):
        units |= {name: Unit(kind, None, Decimal(2 if name == "갑절" else 1)) for name in names.split()}  # type: ignore[arg-type]
    units |= {name: Unit("points") for name in POINTS.split("|")}
    units |= {name: Unit("percent", None, Decimal(factor)) for name, factor in PARTS.items()}
    basis = Unit("points", None, Decimal("0.01"))
    units |= {name: basis for name in (*BASIS_POINT.split(), "베이시스 포인트")}
    units |= {name: Unit("age", "year") for name in AGE.split()}
    return units


UNITS = _table()

# What may follow a counter of one syllable within the same word: particles, endings and the bound nouns
# 당, 씩, 째, 짜리 … (표준국어대사전, 조사 and 접미사). Anything else means that the syllable is not a counter.
BOUND = (
    r"(?![가-힣])|(?:은|는|이|가|을|를|의(?!점)|에|에서|에게|께|으로|로|와|과|도|만|까지|부터|보다|씩|째|들|뿐|마다|당|쯤|께|가량|정도|이상|이하"
    r"|미만|초과|여|꼴|나|이나|며|이며|고|이고|이다|다|였|이었|이라|라|란|인|일|입|짜리|배기|박이|때|급|대|안팎|내외|한테|지만|중|간|가까|남짓|밖|넘|권|규모|상당|어치|치|"
    r"뒤|전|후|째|내|동안|만에|선|돌파|차이|차|수준|할|된|한다|하|받|줄|늘|감소|증가|상승|하락|급증|급감|급등|투자|매각|조차|조성|손실|지급|납부|요구|배상|벌금|"
    r"넣|낮|높|많|적|넘|으|인데|인가|일까|이자|에선|에는|엔|완화|선언)"
    r"(?:(?=[^가-힣]|$)|(?=[가-힣]))"
)
_STRONG = {name for name in UNITS if len(name) > 1 or not "가" <= name <= "힣"} | {
    "명",
    "곳",
    "원",
    "엔",
    "평",
    "톤",
    "할",
    "‰",
    "‱",
}
_EXCEPT = {
    "원": "칙|소|숭|격|정|고|산|인|시|동|형|본|자력|주시|장|료|생|룸|피스|점|내",
    "명": "령|단|예|백|분|절|함|칭|의|품|성|확|목|동",
    "곳": "곳", "엔": "진|딩|지니", "평": "균|가|생|양|소|일|화|택|등", "톤": "급",
    "기가": r"(?!\s?(?:바이트|인터넷|메모리|램|용량|데이터|파일|급|짜리|속도|요금|와이파이|망|디스크|를|의|씩|나|로|까지|이상|정도)|\s*$|[,.)])",
    "유로": "존|파|피", "인치": "형", "달러": "", "도": "시|로|매|주|내|전",
    "정": "도|책|부|상|확|치|당|리|원|점|비|지|산|규", "구": "역|간|도|체|조|성|매|분|멍|호|급|석|청",
}  # fmt: skip
_EXCEPT["톤"] = ""
_EXCEPT |= {
    "할": "인|증|당|애|머|부|로|례|복|지|일", "계약": "직|서|금|자|기간|해지|률|연도", "개 분기": "점", "개분기": "점", "슈팅": "게임|스타",
    "주기": "도|를|가|로|의|적|철|에", "스틸": "러|컷|사진",
}  # fmt: skip
_EXCEPT |= {
    "프로": "그|젝|야|축|농|배|골|세|필|토|듀|모|선|팀|구|당|데|게|의|와|들|로", "노트": "북|패|르|필", "비트": "코|맵|루|박",
    "센티": "멘", "마일": "리|드|즈", "캐럿": "", "뉴턴": "", "니트": "웨|로|류", "파운드": "리",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z]")
_HEADS = {
    head: re.compile("|".join(map(re.escape, names)))
    for head, names in (
        (head, list(same))
        for head, same in groupby(sorted(UNITS, key=lambda n: (n[0], -len(n))), lambda n: n[0])
    )
}
_BOUND = re.compile(BOUND)
_AFTER = {name: re.compile(words) for name, words in _EXCEPT.items() if words}


def unit(text: str, start: int, digits: bool = True) -> tuple[str, int] | None:
    """The unit word after a numeral that ends at ``start`` and the end of it; None where there is none."""
    letter = text[start : start + 1]
    spaced = letter.isspace()
    at = start + spaced
    names = _HEADS.get(text[at : at + 1] if spaced else letter)
    said = names.match(text, at) if names else None
    if said is None:
        return None
    for name in (said[0], *_SHORTER[said[0]]):
        end = at + len(name)
        if _stands(text, name, end, spaced):
            return name, end
    return None


_SHORTER = {
    name: tuple(name[:length] for length in range(len(name) - 1, 0, -1) if name[:length] in UNITS)
    for name in UNITS
}


def _stands(text: str, name: str, end: int, spaced: bool) -> bool:
    after = text[end : end + 1]
    if name[-1].isascii() and name[-1].isalpha():
        return not (_LATIN.match(after) or after.isdigit()) and not (
            spaced and len(name) == 1 and after == "-"
        )
    if name in _OTHER_WORDS and _OTHER_WORDS[name].match(text, end):
        return False
    if name in _TENORS and _TENORS[name].match(text, end):
        return True
    if name in _STRONG:
        block = _AFTER.get(name)
        return (
            block is None
            or not block.match(text, end)
            or name in ("명", "원", "평", "도")
            and bool(_LONG.match(text, end))
            or name == "원"
            and not spaced
            and bool(_IS.match(text, end))
        )
    return bool(_BOUND.match(text, end))


_OTHER_WORDS = {
    "줄": re.compile(r"이[는고]|인[다데]|일|었|여|어[드들]|[지고]"),  # 줄인다, 줄었다
    "초": re.compile(r"[과등반기미]|대[장형석박칭]"),  # 1,000 초과
    "타": re.compile(r"\s?(?:강사|쌍피|스캔들)|이"),
    "부": re.compile(r"가세|가가치|과|하|장|모|담|대|인|정"),
    "a": re.compile(r"(?!당(?![가-힣]))"),  # 10a당 is an area, 10a a name
}
_TENORS = {
    "년": re.compile(r"물(?=$|[^가-힣]|[은이을과의도로]|\s?금리)"),
    "개월": re.compile(r"물(?=$|[^가-힣])"),
    "일": re.compile(r"[분물제장](?=$|[^가-힣]|[은는이가을를과와의도만뿐씩에로]|으로)"),
    "명": re.compile(r"분(?=$|[^가-힣]|[은을의이])"),
    "주": re.compile(r"분(?=$|[^가-힣]|[은을의])"),
}
"""What bonds and stocks are told by: 3년물, 3.2일분."""
_IS = re.compile(r"인(?:데|지|가)?(?![가-힣])")
"""6천만원인 is won and the copula; 원인, a cause, stands apart from a numeral."""
_LONG = re.compile(r"(?:의|에서|정도|동안)(?![가-힣])|의\s")
