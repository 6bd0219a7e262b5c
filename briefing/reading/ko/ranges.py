"""A Korean numeral and the text after it -> the numeral with its second end: 200~300, 2만∼5만, 20에서 100 사이."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from .arabic import digits
from .numerals import Numeral, sino, vague
from .units import UNITS, unit

_DASH = re.compile(r"\s?(?:[~∼〜～–―—-]|내지)\s?(?=\d)|\s?[~∼〜～]\s?(?=(?:영하|영상)\s?\d|[-−]\d)")
_BETWEEN = re.compile(r"\s?(?:(에서)|과|와|부터)\s?(?:약\s|(?:많게는|최대|최고)\s)?(?=\d)")
_TO = re.compile(
    r"(?:\s?[~∼〜～–-]\s?|\s내지\s|(?P<between>(?:에서|과|와)\s(?:많게는\s|최대\s|최고\s)?))(?=[\d일이삼사오육칠팔구십백천만]|(?:영하|영상)\s?\d|[-−]\d)"
)
_SIGN = re.compile(r"(영하|영상|[-−])\s?(?=\d)")
_SCALES = frozenset("일이삼사오육칠팔구십백천만")
_SIDES = re.compile(r"\s?사이(?=[의에로다이를]|\s|$|[^가-힣])|까지(?![가-힣])")
_SPOKEN = re.compile(
    r"\s?(?:정도|가량|안팎|내외|수준|이상)(?!으?로)|[의씩대]\s|[을를]\s(?!(?:훌쩍 |크게 )?(?:넘|기록|돌파|웃|밑|상회|하회|향))"
    r"|이(?:다|며|고|었|라|나)|입니다|[였다]\s|$|[.,)](?!\d)"
    r"|(?:으?로) (?:예상|전망|추정|추산|예보|관측|다양|나뉘|제한|분포|보인|보입|내다|어제|오늘|평년|예년)|의?\s(?:눈|비|강수|적설)"
)
"""What follows the second end of a range said with 에서 (10에서 20cm의 눈), and not that of a change."""


_VAGUE_JOIN = re.compile(r"\s?(?:[~∼〜～–―-]|에서|내지)\s?(?=[수몇])")
_LIST = re.compile(r"(?:[·ᆞ‧ㆍ・](?:\d{1,4}(?:\.\d{1,2})?|[수몇][십백천]?)[만억조]?){1,6}")


def shared_unit(text: str, numeral: Numeral) -> tuple[str, int, int] | None:
    """The unit behind a list that begins here (17·18대, 수천·수만 개), where the list ends, where the unit does."""
    listed = _LIST.match(text, numeral.end)
    said = unit(text, listed.end()) if listed else None
    return (said[0], listed.end(), said[1]) if listed and said else None


def widen(text: str, numeral: Numeral) -> None:
    """Takes a second end into the numeral: 200~300, 2만∼5만, 5~6억, 20에서 100 사이, 수백~수천."""
    if numeral.script == "digits" and not isinstance(numeral.value, Range):
        _widen_digits(text, numeral)
    elif isinstance(numeral.value, Range) and numeral.value.vague:
        _widen_vague(text, numeral)


def _widen_vague(text: str, numeral: Numeral) -> None:
    joined = _VAGUE_JOIN.match(text, numeral.end)
    second = vague(text, joined.end()) if joined else None
    low, high = numeral.value, second.value if second else None
    if second and isinstance(low, Range) and isinstance(high, Range):
        times = second.scale / numeral.scale if numeral.scale < 10**4 <= second.scale else Decimal(1)
        start = low.low if low.low * 10 <= high.low else low.low * times
        if start < high.low:
            numeral.value, numeral.end = Range(start, high.high, True), second.end
            numeral.scale, numeral.more = second.scale, second.more


def _widen_digits(text: str, numeral: Numeral) -> None:
    joined = _DASH.match(text, numeral.end)
    sides = None if joined else _BETWEEN.match(text, numeral.end)
    if joined is None and sides is None:
        return
    second = _signed(text, (joined or sides).end())  # type: ignore[union-attr]
    if second is None or isinstance(second.value, Range) or isinstance(numeral.value, Range):
        return
    low = numeral.value
    shared = numeral.scale == 1 < second.scale or numeral.scale < 10**4 <= second.scale
    if shared and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)  # 5~6억, 5천~6천만
    if sides and not _two_sided(text, unit(text, second.end), second.end, bool(sides[1])):
        return
    high = _below_zero(text, numeral, low, second.value, joined.end() if joined else -1)
    if high is not None:
        numeral.value, numeral.end = high, second.end
        numeral.step, numeral.scale, numeral.more = second.step, second.scale, second.more
    elif low < second.value:
        numeral.value, numeral.end = Range(low, second.value), second.end
        numeral.step, numeral.scale, numeral.more = second.step, second.scale, second.more


def _below_zero(text: str, numeral: Numeral, low: Decimal, second: Decimal, at: int) -> Range | None:
    """영하 5~10도: the word goes for both ends, where the second has no sign of its own (-10 to -5)."""
    if low >= 0 or second <= 0 or at < 0 or not text[at].isdigit():
        return None
    if not text.startswith(("영하", "마이너스"), numeral.start):
        return None
    return Range(min(low, -second), max(low, -second)) if low != -second else None


def _signed(text: str, start: int) -> Numeral | None:
    """Digits, below zero after 영하 or a minus (영하 5도에서 영상 3도, -5~-1도)."""
    sign = _SIGN.match(text, start)
    read = digits(text, sign.end() if sign else start)
    if read and sign and sign[1] != "영상" and isinstance(read.value, Decimal):
        read.value = -read.value
    return read


def _two_sided(text: str, named: tuple[str, int] | None, end: int, spoken: bool) -> bool:
    """Whether what follows the second of two figures makes them the ends of a range."""
    end = named[1] if named else end
    return bool(_SIDES.match(text, end) or spoken and named and _SPOKEN.match(text, end))


def second_end(text: str, found: Found, name: str) -> None:
    """Takes in the second end where both name their unit: 3명~5명, 십달러 - 이십달러, 3만원에서 5만원 사이."""
    if not isinstance(found.value, Decimal):
        return
    joined = _TO.match(text, found.end)
    at = joined.end() if joined else 0
    second = (sino if text[at] in _SCALES else _signed)(text, at) if joined else None
    named = unit(text, second.end) if second else None
    if joined is None or second is None or named is None or named[0] != name:
        return
    if joined["between"] and not _two_sided(text, named, named[1], joined["between"].startswith("에서")):
        return
    factor = UNITS[name].factor
    if isinstance(second.value, Decimal) and found.value < EXACT.multiply(second.value, factor):
        found.value = Range(found.value, EXACT.multiply(second.value, factor))
        found.end = named[1]
        found.step = EXACT.multiply(second.step, factor) if second.step else None
