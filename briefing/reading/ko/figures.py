"""A numeral's place in Korean text -> the figure there: its unit, its range, its ratio, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import negative
from ..found import EXACT, Found
from .durations import decade_of_life, duration
from .numerals import Numeral, digits, native, sino, vague
from .qualifiers import qualify
from .units import AFTER_ORDINAL, ALWAYS_ORDINAL, NATIVE, UNITS, unit

_DASH = re.compile(r"\s?(?:[~∼〜～–―—-]|내지)\s?(?=\d)")
_BETWEEN = re.compile(r"\s?(?:에서|과|와|부터)\s?(?:약\s)?(?=\d)")
_SIDES = re.compile(r"\s?사이(?=[의에로]|\s|$|[^가-힣])|까지(?![가-힣])")
_AMONG = re.compile(r"\s?(?:중|가운데)(?:에서|에)?\s(?=약\s|[\d한두세네]|절반)")
_FRACTION = re.compile(r"\s?분의\s?(?=\d|[일이삼사오육칠팔구십백]|[한두세네])")
_MINUS = re.compile(r"마이너스\s?$|영하\s?$")
_MINUS_WORD = re.compile(r"(?:마이너스|영하)\s?(?=[\d영공일이삼사오육륙칠팔구십백천만])")
_SPEED = re.compile(r"(시속|초속|분속)\s?(?:약\s)?$")
_PER = {"시속": "h", "초속": "s", "분속": "min"}
_MONEY_CUE = re.compile(
    r"(?:연봉|매출|매출액|영업익|영업이익|순이익|순익|예산|투자|투자액|자산|몸값|상금|임금|월급|시총|시가총액|적자|흑자|손실|피해액|배당|보상금|현상금|빚|부채|거래액|"
    r"수출액|수입액|모금액|성금|벌금|과징금|계약금|상당|손해|세금|보증금|전세|월세|분양가|시세|가격|값|금액|돈|대출|비용|수익|이익|이적료)(?:은|는|이|도|만|"
    r"의)?\s?(?:약\s?|총\s?|최대\s?|최소\s?|최고\s?)?$"
)
_PREFIXES = re.compile(
    r"(?:약|총|만|단|각|매|연|또|전|제|그|월|주|일|이|당|가로|세로|무려|겨우|모두|최대|최소|불과|평균|시속|초속|섭씨|화씨|규모|하루|향후|징역|지난|최근|연봉|"
    r"매출|고작|은|는|이|가|을|를|의|에|로|와|과|도|만에|보다|까지|부터|또는|및|등|역대|신|재|기준|미화|한화)$"
)
_LATIN_BEFORE = re.compile(r"[A-Za-z_#&@/＃][-–]?$|[A-Za-z]\s?-$")


def figure(text: str, start: int) -> Found | None:
    """The figure whose numeral begins at ``start``, with its unit and qualifier."""
    if minus := _MINUS_WORD.match(text, start):
        start = minus.end()
    first = text[start]
    if first.isdigit():
        numeral, strict = digits(text, start), False
    elif first in "수몇":
        numeral, strict = vague(text, start), True
    else:
        numeral, strict = native(text, start) or sino(text, start), True
    if numeral is None:
        return None
    if not strict and _glued(text, start):
        return None
    return _figure(text, numeral, strict)


def _glued(text: str, start: int) -> bool:
    """Whether digits belong to a name or a code: GPT-4, 클로드3."""
    return start > 0 and bool(_LATIN_BEFORE.search(text[max(0, start - 2) : start]))


def _figure(text: str, numeral: Numeral, strict: bool) -> Found | None:
    _sign(text, numeral)
    if fraction := _fraction(text, numeral):
        return fraction
    _widen(text, numeral)
    said = unit(text, numeral.end)
    if said is None:
        return _few_things(text, numeral) or _unitless(text, numeral, strict)
    name, end = said
    if strict and not _licensed(text, numeral, name, end):
        return _few_things(text, numeral)
    return _with_unit(text, numeral, name, end)


_THINGS = re.compile(
    r" (?!들어|얻|살이|받|감면|부담|혜택|수입|번|말|마음|탓|덕|생각|뜻|놓|고|배로)[가-힣]{2}"
)
_FEW = frozenset(["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "두세", "서너"])


def _few_things(text: str, numeral: Numeral) -> Found | None:
    """A native numeral before a noun that is no counter: 두 은행, 세 후보; 한 is more often "a certain"."""
    if text[numeral.start : numeral.end] in _FEW and _THINGS.match(text, numeral.end):
        return qualify(
            text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step), False
        )
    return None


def _sign(text: str, numeral: Numeral) -> None:
    if numeral.script == "digits" and negative(text, numeral.start):
        sign = 1
    elif (
        text[numeral.start - 1 : numeral.start] in " 스하"
        and numeral.start
        and (word := _MINUS.search(text[max(0, numeral.start - 6) : numeral.start]))
    ):
        sign = len(word[0])
    elif numeral.script == "sino" and text[max(0, numeral.start - 2) : numeral.start] in ("- ", "-"):
        sign = len(text[max(0, numeral.start - 2) : numeral.start])
    else:
        return
    if isinstance(numeral.value, Decimal):
        numeral.value, numeral.start = -numeral.value, numeral.start - sign


def _widen(text: str, numeral: Numeral) -> None:
    """Takes a second end into the numeral: 200~300, 2만∼5만, 5~6억, 20에서 100 사이."""
    if numeral.script != "digits" or isinstance(numeral.value, Range):
        return
    joined = _DASH.match(text, numeral.end)
    sides = None if joined else _BETWEEN.match(text, numeral.end)
    if joined is None and sides is None:
        return
    second = digits(text, (joined or sides).end())  # type: ignore[union-attr]
    if second is None or isinstance(second.value, Range) or isinstance(numeral.value, Range):
        return
    low = numeral.value
    if numeral.scale == 1 and second.scale > 1 and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)
    if sides and not _SIDES.match(text, (unit(text, second.end) or ("", second.end))[1]):
        return
    if low < second.value:
        numeral.value, numeral.end = Range(low, second.value), second.end
        numeral.step, numeral.scale, numeral.more = second.step, second.scale, second.more


def _fraction(text: str, numeral: Numeral) -> Found | None:
    said = _FRACTION.match(text, numeral.end)
    if said is None or isinstance(numeral.value, Range):
        return None
    part = (
        digits(text, said.end())
        if text[said.end()].isdigit()
        else _spelled_part(text, said.end()) or native(text, said.end())
    )
    if part is None or isinstance(part.value, Range) or not numeral.value:
        return None
    end = part.end
    if part.scale > 1 and part.script == "digits" and re.match(r"[조억만]\S", text[end - 1 : end + 1]):
        return None
    return qualify(text, Found(numeral.start, end, "ratio", Ratio(part.value, numeral.value)), False)


def _spelled_part(text: str, start: int) -> Numeral | None:
    """The upper number of a fraction: 만 and 조 after it are a particle and another word (삼분의 일만, 일조각)."""
    run = re.compile("[일이삼사오육칠팔구십백천]+").match(text, start)
    read = sino(run[0], 0) if run else None
    if run is None or read is None:
        return None
    return Numeral(start, run.end(), read.value, script="sino")


def _licensed(text: str, numeral: Numeral, name: str, end: int) -> bool:
    """Whether letters that may be a numeral are one, by the unit after them."""
    if numeral.script == "native":
        if (
            text[numeral.start : numeral.end] in _BOUND_FORMS
            and name not in _BOUND_FORMS[text[numeral.start : numeral.end]]
        ):
            return False
        if text[numeral.end] != " " and name not in _JOINED and numeral.end - numeral.start == 1:
            return False
        return name in NATIVE and not (
            text[numeral.end] != " "
            and name in ("번", "점", "편", "대", "분", "발", "주", "해", "자루", "판", "장", "석", "표", "쪽")
        )
    if numeral.script == "수":
        return numeral.scale > 1 or name in _SEVERAL and text[numeral.end] != " "
    if numeral.script == "몇":
        return name not in ("조",) and UNITS[name].kind not in ("ordinal",)
    letters = numeral.end - numeral.start
    kind = UNITS[name].kind
    if text[numeral.end - 1] in "조경" and letters <= 2 and kind != "money":
        return False
    if letters == 1:
        head = text[numeral.start]
        if head == "이" and name == "유로" and text[numeral.end] != " ":
            return False  # 이유로 is a reason with its particle
        if head in "십백천" or head == "만" and text[numeral.end] == " ":
            return (
                kind in ("count", "money", "duration", "multiple", "percent")
                and name not in ("분", "장", "점", "도", "기", "성", "주", "대", "발", "화", "명")
                or name in ("명", "원")
                and text[numeral.end] == " "
            )
        if name in ("등", "원", "엔", "불"):
            return not text[: numeral.start].strip() and not text[end:].strip(" .")
        return name in (
            "퍼센트",
            "개월",
            "년",
            "학년",
            "주일",
            "번째",
            "리터",
            "미터",
            "그램",
            "달러",
            "파운드",
            "유로",
            "위안",
            "킬로",
            "갤런",
            "갤론",
            "층",
        )
    return kind != "ordinal" or letters >= 2


_BOUND_FORMS = {"서": ("말", "근"), "석": ("달", "장", "잔"), "넉": ("달", "장", "잔"), "너": ("말",)}
_JOINED = {
    "명",
    "개",
    "곳",
    "달",
    "배",
    "살",
    "시간",
    "차례",
    "가지",
    "마리",
    "사람",
    "나라",
    "번째",
    "군데",
    "건",
    "종류",
    "갑절",
    "곱절",
    "팀",
    "골",
    "주일",
    "째",
}
_SEVERAL = {"년", "개월", "차례", "시간", "배", "가지", "주일", "주간", "명", "개국", "천"} - {"명"}
"""What 수 alone may count (수년, 수차례); elsewhere it begins another word (수사, 수원, 수도)."""


def _unitless(text: str, numeral: Numeral, strict: bool) -> Found | None:
    """A numeral without a unit: money by its cue, a number where it stands free, nothing inside a word."""
    end = numeral.end
    if numeral.scale >= 10**8 and _MONEY_CUE.search(text[max(0, numeral.start - 12) : numeral.start]):
        return qualify(
            text, Found(numeral.start, end, "money", numeral.value, "KRW", step=numeral.step), numeral.more
        )
    after, before = text[end : end + 1], text[numeral.start - 1 : numeral.start] if numeral.start else ""
    if strict:
        return _spelled(text, numeral)
    if before == "제" and after != "-":
        return Found(
            numeral.start - 1, end, "ordinal", numeral.value, step=numeral.step, core_start=numeral.start
        )
    if after.isascii() and after.isalpha() or after in ("-", "/", ":") and text[end + 1 : end + 2].isdigit():
        return None
    if (
        "가" <= before <= "힣"
        and numeral.scale == 1
        and not _PREFIXES.search(text[max(0, numeral.start - 3) : numeral.start])
    ):
        return None
    if "가" <= after <= "힣" and not _PARTICLE.match(text, end):
        return None
    found = Found(numeral.start, end, "number", numeral.value, step=numeral.step)
    return qualify(text, found, numeral.more)


_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에는|으로|로|와|과|도|만|까지|부터|보다|이다|이었다|였다|이라|이며|이고|이나|씩|가량|정도|이상|이하|미만|초과|안팎|내외|"
    r"쯤|여|남짓|인|에서는|이라는)(?![가-힣])|(?:을|를|이|가)\s|에\s|이상|이하|미만|초과|가량|안팎|이다|입니"
)

_FREE = re.compile(r"(?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|까지|부터|보다|만)?(?![가-힣])")


def _spelled(text: str, numeral: Numeral) -> Found | None:
    """Spelled numerals without a unit count where they are the whole text, or long and well bounded."""
    alone = not text[: numeral.start].strip(" -") and not text[numeral.end :].strip(" .")
    if not alone:
        if numeral.script in ("native", "몇"):
            return None
        if numeral.script == "수":
            if numeral.scale < 10 or not _FREE.match(text, numeral.end):
                return None
        elif (
            numeral.end - numeral.start < 3
            or numeral.scale == 1
            and numeral.top < 100
            or not _FREE.match(text, numeral.end)
        ):
            return None
    return qualify(
        text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step), numeral.more
    )


def _with_unit(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    meaning = UNITS[name]
    start = numeral.start
    ordinal = text[start - 1 : start] == "제" or text[max(0, start - 2) : start] == "제 "
    if ordinal and (name in AFTER_ORDINAL.split() or meaning.kind == "ordinal"):
        start -= 1 if text[start - 1] == "제" else 2
        return Found(
            start,
            end,
            "ordinal",
            numeral.value,
            None,
            counter=name,
            step=numeral.step,
            core_start=numeral.start,
        )
    if meaning.kind == "duration":
        return duration(text, numeral, name, end)
    if name == "대" and (aged := decade_of_life(text, numeral, end)):
        return aged
    if name in ALWAYS_ORDINAL and numeral.more is False and not (name in ("호", "집") and numeral.scale > 1):
        return Found(start, end, "ordinal", numeral.value, None, counter=name, step=numeral.step)
    value, step = numeral.value, numeral.step
    if meaning.factor != 1:
        value = _scaled(value, meaning.factor)
        step = EXACT.multiply(step, meaning.factor) if step else None
    counter = name if meaning.counter or meaning.kind == "age" else None
    found = Found(start, end, meaning.kind, value, meaning.canonical, counter=counter, step=step)
    if meaning.kind == "count":
        found = _part_of(text, found) or found
    if meaning.kind == "measure" and (speed := _SPEED.search(text[max(0, start - 6) : start])):
        found.unit = f"{meaning.canonical}/{_PER[speed[1]]}"
        found.start = found.core_start = start - len(speed[0])
    if meaning.kind == "money":
        _cents(text, found)
        _same_unit_range(text, found, name)
    return qualify(text, found, numeral.more)


def _scaled(value: Decimal | Range, factor: Decimal) -> Decimal | Range:
    if isinstance(value, Range):
        return Range(EXACT.multiply(value.low, factor), EXACT.multiply(value.high, factor), value.vague)
    return EXACT.multiply(value, factor)


def _part_of(text: str, whole: Found) -> Found | None:
    """7명 중 1명, 40개 중 1개 as one ratio, where the whole is small or round; two counts otherwise."""
    said = _AMONG.match(text, whole.end)
    if said is None or not isinstance(whole.value, Decimal):
        return None
    at = said.end()
    part = (digits if text[at].isdigit() else native)(text, at)
    named = unit(text, part.end) if part else None
    if part is None or named is None or named[0] != whole.counter or isinstance(part.value, Range):
        return None
    is_round = len(str(whole.value).rstrip("0")) == 1
    small = whole.value <= 10 or part.value == 1 or part.value < 10 and is_round
    if not small or not 0 < part.value <= whole.value:
        return None
    return Found(
        whole.start, named[1], "ratio", Ratio(part.value, whole.value), counter=whole.counter, step=None
    )


def _cents(text: str, found: Found) -> None:
    """13달러 45센트 as one amount."""
    rest = re.compile(r"\s?(\d{1,2}|[일이삼사오육칠팔구]?십?[일이삼사오육칠팔구]?)\s?(센트|펜스)").match(
        text, found.end
    )
    if (
        rest is None
        or not rest[1]
        or not isinstance(found.value, Decimal)
        or found.unit not in ("USD", "GBP", "EUR", "CAD", "AUD")
    ):
        return
    read = digits(rest[1], 0) if rest[1].isdigit() else sino(rest[1], 0)
    if read is not None and isinstance(read.value, Decimal):
        found.value = EXACT.add(found.value, read.value.scaleb(-2))
        found.end = found.core_end = rest.end()
        found.step = Decimal("0.01")


def _same_unit_range(text: str, found: Found, name: str) -> None:
    joined = re.compile(r"\s?[~∼〜～–-]\s?(?=\d)").match(text, found.end)
    second = digits(text, joined.end()) if joined else None
    named = unit(text, second.end) if second else None
    if (
        second
        and named
        and named[0] == name
        and isinstance(found.value, Decimal)
        and found.value < second.top
    ):
        found.value = Range(found.value, second.top)
        found.end = found.core_end = named[1]
        found.step = second.step
