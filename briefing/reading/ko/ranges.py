"""A Korean numeral and the text after it -> the numeral with its second end: 200~300, 2만∼5만, 20에서 100 사이."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from .arabic import digits
from .numerals import Numeral, sino, vague
from .units import UNITS, unit

_DASH = re.compile(r"\s?(?:[~∼〜～–―—-]|내지)\s?(?=\d)")
_BETWEEN = re.compile(r"\s?(?:에서|과|와|부터)\s?(?:약\s)?(?=\d)")
_TO = re.compile(
    r"(?:\s?[~∼〜～–-]\s?|\s내지\s|(?P<between>(?:에서|과|와)\s))(?=[\d일이삼사오육칠팔구십백천만])"
)
_SIDES = re.compile(r"\s?사이(?=[의에로다이를]|\s|$|[^가-힣])|까지(?![가-힣])")


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
    second = digits(text, (joined or sides).end())  # type: ignore[union-attr]
    if second is None or isinstance(second.value, Range) or isinstance(numeral.value, Range):
        return
    low = numeral.value
    shared = numeral.scale == 1 < second.scale or numeral.scale < 10**4 <= second.scale
    if shared and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)  # 5~6억, 5천~6천만
    if sides and not _SIDES.match(text, (unit(text, second.end) or ("", second.end))[1]):
        return
    if low < second.value:
        numeral.value, numeral.end = Range(low, second.value), second.end
        numeral.step, numeral.scale, numeral.more = second.step, second.scale, second.more


def second_end(text: str, found: Found, name: str) -> None:
    """Takes in the second end where both name their unit: 3명~5명, 십달러 - 이십달러, 3만원에서 5만원 사이."""
    if not isinstance(found.value, Decimal):
        return
    joined = _TO.match(text, found.end)
    at = joined.end() if joined else 0
    second = (digits if text[at].isdigit() else sino)(text, at) if joined else None
    named = unit(text, second.end) if second else None
    if joined is None or second is None or named is None or named[0] != name:
        return
    if joined["between"] and not _SIDES.match(text, named[1]):
        return
    factor = UNITS[name].factor
    if isinstance(second.value, Decimal) and found.value < EXACT.multiply(second.value, factor):
        found.value = Range(found.value, EXACT.multiply(second.value, factor))
        found.end = named[1]
        found.step = EXACT.multiply(second.step, factor) if second.step else None
