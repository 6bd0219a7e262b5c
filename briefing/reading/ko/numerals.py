"""Spelled Korean numerals at a place in the text -> Numeral: Sino-Korean, native, vague.

The number system: 국립국어원, 한글 맞춤법 제44항 (numbers are spaced at every 만) and 표준국어대사전 for the
native numerals and their forms before a counter (한, 두, 세, 서, 석 …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from ..digits import ONE, ZERO
from ..found import EXACT

SMALL = {"십": Decimal(10), "백": Decimal(100), "천": Decimal(1000)}
LARGE = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12), "경": Decimal(10**16)}
SINO = dict(zip("영공일이삼사오육륙칠팔구", map(Decimal, (0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9)), strict=True))
TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70}
TENS |= {"여든": 80, "아흔": 90}
UNITS = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4}
UNITS |= {"다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
ABOUT = {"한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "두어": (2, 3), "서너": (3, 4), "너댓": (4, 5)}
ABOUT |= {
    "너덧": (4, 5),
    "네댓": (4, 5),
    "네다섯": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
    "일고여덟": (7, 8),
}
ABOUT |= {"여덟아홉": (8, 9), "여남은": (10, 19), "열댓": (14, 16), "스무남은": (20, 29), "대엿": (5, 6)}
ABOUT |= {
    "한둘": (1, 2),
    "두셋": (2, 3),
    "서넛": (3, 4),
    "너더댓": (4, 5),
    "일여덟": (7, 8),
    "엳아홉": (8, 9),
}

INFINITY = Decimal("Infinity")
MORE = re.compile(
    r"여(?=\s?[가-힣A-Za-z㎀-㏟%])(?!성|자|객|권|학|당|군|단|배우|전히|야)"
    r"|\s여(?=\s?[가-힣A-Za-z㎀-㏟%])(?!성|자|객|권|학|당|군|단|배우|론|름|행|전|야|부|건|사|의도|신|인)"
)
_SINO_RUN = re.compile(
    r"[영공일이삼사오육륙칠팔구십백천만억조경]{1,48}"
    r"(?:(?<=[십백천만억조경])\s{1,2}(?=[일이삼사오육칠팔구]?[십백천]|[일이삼사오육칠팔구](?:[만억조경]|$))[일이삼사오육륙칠팔구십백천만억조경]{1,24}){0,5}"
)
_POINT = re.compile(
    r"\s?[점쩜]\s?((?!이다|입)[영공일이삼사오육륙칠팔구](?:\s?(?!이[다며고었]|이라|이\s(?:나|된|아|되|넘|있|없|찍))[영공일이삼사오육륙칠팔구]){0,40})"
    r"([만억조경]?)"
)
COPULA = re.compile(r"[다며고었]|라(?!운드)|지만|므로|니까|면서|\s(?:넘|되|채|안 |아니|가까)")
_NATIVE = re.compile(
    rf"(?P<about>{'|'.join(sorted(ABOUT, key=len, reverse=True))})"
    rf"|(?P<tens>{'|'.join(TENS)})(?:(?P<some>{'|'.join(sorted(ABOUT, key=len, reverse=True))})"
    rf"|\s?(?P<ones>{'|'.join(sorted(UNITS, key=len, reverse=True))}))?"
    rf"|(?P<one>{'|'.join(sorted(UNITS, key=len, reverse=True))})"
)
_TEENS = re.compile(
    r"십수([만억조]?)(?=\s?(?:년|명|개|차례|곳|건|원|달러|배|대|마리|번|편|장|종|가지|시간|일|분|초|%))"
)
_VAGUE = re.compile(r"(?P<some>수|몇)\s?(?P<small>[십백천]?)(?P<large>[만억조]?)(?P<more>여?)")


@dataclass(slots=True)
class Numeral:
    """A numeral as read: ``scale`` is its last scale word (200~300만: 만), ``more`` stands for 여 (20여 명)."""

    start: int
    end: int
    value: Decimal | Range
    step: Decimal | None = ONE
    scale: Decimal = ONE
    more: bool = False
    script: str = "digits"

    @property
    def top(self) -> Decimal:
        """The value, or the upper end of a range."""
        return self.value.high if isinstance(self.value, Range) else self.value


def whole(value: Decimal) -> Decimal:
    """The value without the zeros that scaling left behind the point (27.5억)."""
    integral = value.to_integral_value(context=EXACT)
    return integral if integral == value else value


_EDGE = 12


def sino(text: str, start: int) -> Numeral | None:
    """The numeral spelled in Sino-Korean at ``start`` (육십사억 삼천, 십점오); None where it is not well formed."""
    run = _SINO_RUN.match(text, start)
    if run is None or run.end() - start > 60:
        return None
    written, end, step = run[0], run.end(), ONE
    if len(written) > 1 and written[-1] == "이" and COPULA.match(text, end):
        written, end = written[:-1].rstrip(), end - 1  # 십이다 is ten and the copula
    value = _sino_value("".join(written.split())) if written else None
    if value is None:
        return _digit_by_digit(text, start, written)
    scale = _last_scale(written)
    if point := _POINT.match(text, end):
        places = "".join(str(SINO[c]) for c in point[1] if c in SINO)
        step = ONE.scaleb(-len(places))
        value, end = EXACT.add(value, EXACT.multiply(Decimal(places), step)), point.end()
        scale = LARGE.get(point[2], ONE)
        value, step = whole(EXACT.multiply(value, scale)), whole(EXACT.multiply(step, scale))
    if tail := MORE.match(text, end):
        return Numeral(start, tail.end(), value, step, scale, True, "sino")
    return Numeral(start, end, value, step, scale, False, "sino")


def _digit_by_digit(text: str, start: int, written: str) -> Numeral | None:
    """Digits said one by one, as codes are (공일공); a numeral only where the text is nothing else."""
    end = start + len(written)
    if start > _EDGE or len(text) - end > _EDGE or text[:start].strip() or text[end:].strip(" ."):
        return None
    if not set(written) <= set(SINO):
        return None
    return Numeral(start, end, Decimal("".join(str(SINO[c]) for c in written)), script="sino")


def hundreds(text: str, start: int) -> Numeral | None:
    """Sino-Korean hundreds with a native numeral below a hundred: 백한 명, 삼백스물두 번째, 백 쉰 명."""
    run = _SINO_RUN.match(text, start)
    at = run.end() if run else start
    apart = text[at : at + 1] == " "
    said = (
        _NATIVE.match(text, at + apart)
        if run and run[0][-1] in "백천만억조" and run[0] not in "억조"
        else None
    )
    if apart and said and not said["tens"]:
        return None  # 천 두 is no numeral of its own
    value = (
        _sino_value("".join(run[0].split()))
        if run and said and not said["about"] and not said["some"]
        else None
    )
    if said is None or value is None:
        return None
    low = native(text, said.start())
    if low is None or isinstance(low.value, Range):
        return None
    return Numeral(start, low.end, EXACT.add(value, low.value), script="native")


_NEIGHBOURS = re.compile(
    r"(?:(일이)|이삼|삼사|사오|오륙|육칠|칠팔|팔구)(?:([십백천])([만억조]?)|([만억조])|(?=\s?(?:년|일|개월|명|회|층|미터|분|초|세)(?![가-힣]{2})))(여?)"
)


def neighbours(text: str, start: int) -> Numeral | None:
    """Two digits that follow each other, said of one scale: 오륙십, 이삼백만; without a scale 이삼 년."""
    said = _NEIGHBOURS.match(text, start)
    if said is None or said[1] and not (said[2] or said[4]):
        return None
    scale = EXACT.multiply(SMALL.get(said[2] or "", ONE), LARGE.get(said[3] or said[4] or "", ONE))
    low = EXACT.multiply(SINO[text[start]], scale)
    ends = Range(low, EXACT.add(low, scale))
    return Numeral(start, said.end(), ends, scale, scale, bool(said[5]), "sino")


def _last_scale(written: str) -> Decimal:
    return LARGE.get(written[-1]) or SMALL.get(written[-1]) or ONE


def _sino_value(run: str) -> Decimal | None:
    total = section = ZERO
    digit: Decimal | None = None
    last_small = last_large = INFINITY
    for letter in run:
        if letter in SINO:
            if digit is not None:
                return None
            digit = SINO[letter]
        elif letter in SMALL:
            scale = SMALL[letter]
            if scale >= last_small or digit == ZERO:
                return None
            section, last_small, digit = section + (digit or ONE) * scale, scale, None
        else:
            scale = LARGE[letter]
            if scale >= last_large or digit is None and not section and letter != "만" and len(run) > 1:
                return None
            total += (section + (digit or ZERO) or ONE) * scale
            section, digit, last_small, last_large = ZERO, None, INFINITY, scale
    return total + section + (digit or ZERO)


def native(text: str, start: int) -> Numeral | None:
    """The native numeral at ``start``: 한, 두, 스물다섯, 서너."""
    said = _NATIVE.match(text, start)
    if said is None:
        return None
    if said["about"]:
        low, high = ABOUT[said["about"]]
        return Numeral(start, said.end(), Range(Decimal(low), Decimal(high)), script="native")
    if said["some"]:
        low, high = (TENS[said["tens"]] + each for each in ABOUT[said["some"]])
        return Numeral(start, said.end(), Range(Decimal(low), Decimal(high)), script="native")
    value = TENS[said["tens"]] + UNITS.get(said["ones"] or "", 0) if said["tens"] else UNITS[said["one"]]
    return Numeral(start, said.end(), Decimal(value), script="native")


def vague(text: str, start: int) -> Numeral | None:
    """수십, 수백만, 몇천 as a range of one magnitude (수십억: 10억 to 100억); 수 and 몇 alone as 2 to 9."""
    said = _VAGUE.match(text, start)
    if said is None:
        return None
    scale = EXACT.multiply(SMALL.get(said["small"], ONE), LARGE.get(said["large"], ONE))
    low, high = (scale, EXACT.multiply(scale, Decimal(10))) if scale != ONE else (Decimal(2), Decimal(9))
    return Numeral(start, said.end(), Range(low, high, True), None, scale, script=said["some"])


def teens(text: str, start: int) -> Numeral | None:
    """십수 년 and its like: ten and some."""
    said = _TEENS.match(text, start)
    if said is None:
        return None
    scale = LARGE.get(said[1], ONE)
    low, high = EXACT.multiply(Decimal(11), scale), EXACT.multiply(Decimal(19), scale)
    return Numeral(start, said.end(), Range(low, high, True), None, max(scale, Decimal(10)), script="수")
