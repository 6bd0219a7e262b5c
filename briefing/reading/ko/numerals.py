"""Korean numerals at a place in the text -> Numeral: digits with 만 and 억, Sino-Korean, native, vague.

The number system: 국립국어원, 한글 맞춤법 제44항 (numbers are spaced at every 만) and 표준국어대사전 for the
native numerals and their forms before a counter (한, 두, 세, 서, 석 …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from ..digits import DIGITS, ONE, ZERO, number
from ..found import EXACT

SMALL = {"십": Decimal(10), "백": Decimal(100), "천": Decimal(1000)}
LARGE = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12), "경": Decimal(10**16)}
SINO = dict(zip("영공일이삼사오육륙칠팔구", map(Decimal, (0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9)), strict=True))
TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70}
TENS |= {"여든": 80, "아흔": 90}
UNITS = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4}
UNITS |= {"다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
ABOUT = {"한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "두어": (2, 3), "서너": (3, 4), "너댓": (4, 5)}
ABOUT |= {"네댓": (4, 5), "네다섯": (4, 5), "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8)}
ABOUT |= {"여덟아홉": (8, 9), "여남은": (10, 19)}

_INFINITY = Decimal("Infinity")
# A scale syllable that goes on into another word is none: 3분의 1조각, 5경기, 12만에.
_PIECE = re.compile(
    rf"(?P<number>{DIGITS})(?P<some>여(?=[십백천만억조]))?(?:(?P<small>\s?[십백천](?!신|화점|연|안시|주|장|정|막)))?"
    r"(?P<more>여(?=[만억조]))?"
    r"(?:(?P<gap>\s?)(?P<large>만(?![에의]|\d*세)|억(?!류|제|울|새)|조(?!각|건|치|항|례|별|사|직|합|선|카|기|명|회|성|정|금|인|율|"
    r"작|달(?!러)|약|언|교|제)|경(?!기|찰|우|로|주|제|선|쟁|험|력|영|남|북|매|위|인|상)))?"
)
_MORE = re.compile(
    r"\s?여(?=\s?(?:[가-힣A-Za-z㎞㎡㎏%]))(?!성|자|객|권|학|당|군|배우|론|름|행|전|야|부|건|사|의도|신|인)"
)
_SINO_RUN = re.compile(
    r"[영공일이삼사오육륙칠팔구십백천만억조경]{1,48}"
    r"(?:\s{1,2}(?=[일이삼사오육칠팔구십백천]{1,12}(?:[만억조경]|\s?[가-힣]))[일이삼사오육륙칠팔구십백천만억조경]{1,24}){0,5}"
)
_POINT = re.compile(r"\s?[점쩜]\s?([영공일이삼사오육륙칠팔구](?:\s?[영공일이삼사오육륙칠팔구])*)")
_NATIVE = re.compile(
    rf"(?P<about>{'|'.join(sorted(ABOUT, key=len, reverse=True))})"
    rf"|(?P<tens>{'|'.join(TENS)})(?:\s?(?P<ones>{'|'.join(sorted(UNITS, key=len, reverse=True))}))?"
    rf"|(?P<one>{'|'.join(sorted(UNITS, key=len, reverse=True))})"
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


def digits(text: str, start: int) -> Numeral | None:
    """The numeral that begins with a digit at ``start``: 8579, 33만5250, 4천746억, 3조7000억, 27.5억, 5만 1,425."""
    total = section = ZERO
    last_small = last_large = _INFINITY
    scale = step = ONE
    end, more = start, False
    while piece := _PIECE.match(text, end + (end > start and text[end : end + 1] == " ")):
        read = number(piece["number"])
        if read is None:
            return None if end == start else Numeral(start, end, EXACT.add(total, section), step, scale, more)
        value, unit = read
        small, large = SMALL.get((piece["small"] or "").strip(), ONE), LARGE.get(piece["large"] or "", ONE)
        group = value if small == ONE else whole(EXACT.multiply(value, small))
        spaced = piece.start() > end
        if end > start and not _fits(piece, group, large, spaced, last_small, last_large, scale):
            break
        more = more or bool(piece["some"] or piece["more"])
        section = EXACT.add(section, group)
        last_small = small
        if large != ONE:
            total = EXACT.add(total, whole(EXACT.multiply(section, large)))
            section, last_small, last_large = ZERO, _INFINITY, large
        scale = large if large != ONE else small
        step = whole(EXACT.multiply(unit, EXACT.multiply(small, large)))
        end = (
            piece.end("large")
            if piece["large"]
            else piece.end("small")
            if piece["small"]
            else piece.end("number")
        )
        if scale == ONE:
            break
    if end == start:
        return None
    if tail := _MORE.match(text, end):
        more, end = True, tail.end()
    return Numeral(start, end, EXACT.add(total, section), step, scale, more)


def whole(value: Decimal) -> Decimal:
    """The value without the zeros that scaling left behind the point (27.5억)."""
    integral = value.to_integral_value(context=EXACT)
    return integral if integral == value else value


def _fits(
    piece: re.Match[str],
    group: Decimal,
    large: Decimal,
    spaced: bool,
    small: Decimal,
    last: Decimal,
    scale: Decimal,
) -> bool:
    """Whether a further group of digits goes on the numeral: smaller than the unit that came before it."""
    if scale == ONE:
        return False
    if large != ONE:
        return large < last and (small == _INFINITY or group < small)
    if group >= min(small, last):
        return False
    return not spaced or bool(piece["small"]) or len(piece["number"]) >= 3


def sino(text: str, start: int) -> Numeral | None:
    """The numeral spelled in Sino-Korean at ``start`` (육십사억 삼천, 십점오); None where it is not well formed."""
    run = _SINO_RUN.match(text, start)
    if run is None or run.end() - start > 60:
        return None
    written = run[0]
    value = _sino_value("".join(written.split()))
    if value is None:
        return None
    end, step = run.end(), ONE
    if point := _POINT.match(text, end):
        places = "".join(str(SINO[c]) for c in point[1] if c in SINO)
        step = ONE.scaleb(-len(places))
        value, end = EXACT.add(value, EXACT.multiply(Decimal(places), step)), point.end()
    if tail := _MORE.match(text, end):
        return Numeral(start, tail.end(), value, step, _last_scale(written), True, "sino")
    return Numeral(start, end, value, step, _last_scale(written), False, "sino")


def _last_scale(written: str) -> Decimal:
    return LARGE.get(written[-1]) or SMALL.get(written[-1]) or ONE


def _sino_value(run: str) -> Decimal | None:
    total = section = ZERO
    digit: Decimal | None = None
    last_small = last_large = _INFINITY
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
            section, digit, last_small, last_large = ZERO, None, _INFINITY, scale
    return total + section + (digit or ZERO)


def native(text: str, start: int) -> Numeral | None:
    """The native numeral at ``start``: 한, 두, 스물다섯, 서너."""
    said = _NATIVE.match(text, start)
    if said is None:
        return None
    if said["about"]:
        low, high = ABOUT[said["about"]]
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
