"""A Korean numeral or count and the text after it -> a ratio: 3분의 1, 7명 중 1명."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..found import EXACT, Found
from .arabic import digits
from .numerals import COPULA, Numeral, native, sino
from .qualifiers import qualify
from .units import unit

_AMONG = re.compile(r"\s?(?:중|가운데)(?:에서|에)?\s(?=[\d한두세네다여일아열스서마쉰예])")
_FRACTION = re.compile(
    r"\s?분의\s?(?=\d|[일이삼사오육칠팔구십백천]|[한두세네]|마이너스\s?[\d일이삼사오육칠팔구십백천])"
)
_MIXED = re.compile(r"[과와]\s?(?=[\d일이삼사오육칠팔구십백천만,]{1,12}\s?분의)")
_MINUS = re.compile(r"마이너스\s?")
_ONLY = re.compile(r"(\d{1,3})만(?=[이을은의]?(?:\s|[,.)]|$))")
_PIECES = re.compile(r"[조억만]\S")
_UPPER = re.compile("[일이삼사오육칠팔구십백천]{1,24}")


def fraction(text: str, numeral: Numeral) -> Found | None:
    """3분의 1, 삼분의 일, and a mixed number before it: 일과 이분의 일, 3과 5분의 1."""
    if isinstance(numeral.value, Range):
        return None
    if said := _MIXED.match(text, numeral.end):
        return _mixed(text, numeral, said.end())
    read = _over(text, numeral)
    if read is None:
        return None
    part, end = read
    return qualify(text, Found(numeral.start, end, "ratio", Ratio(part, numeral.top)), False)


def _over(text: str, whole: Numeral) -> tuple[Decimal, int] | None:
    """The upper number after ``whole`` as the lower one of a fraction, and its end."""
    said = _FRACTION.match(text, whole.end)
    if said is None or not isinstance(whole.value, Decimal) or not whole.value:
        return None
    at, sign = said.end(), 1
    if minus := _MINUS.match(text, at):
        at, sign = minus.end(), -1
    part = digits(text, at) if text[at].isdigit() else _spelled_part(text, at) or native(text, at)
    if part is None or not isinstance(part.value, Decimal):
        return None
    only = _ONLY.match(text, at)
    if only and Decimal(only[1]) < whole.value <= part.value:
        return Decimal(only[1]) * sign, only.end(1)  # 3분의 1만이: only a third
    if part.scale > 1 and part.script == "digits" and _PIECES.match(text, part.end - 1):
        return None
    return part.value * sign, part.end


def _mixed(text: str, numeral: Numeral, start: int) -> Found | None:
    """A whole number and a proper fraction as one ratio: 삼과 사분의 일 is 13/4."""
    lower = digits(text, start) if text[start].isdigit() else sino(text, start)
    read = _over(text, lower) if lower else None
    if lower is None or read is None or not 0 < read[0] < lower.top:
        return None
    size, sign = abs(numeral.top), -1 if numeral.top < 0 else 1
    part = EXACT.multiply(EXACT.fma(size, lower.top, read[0]), Decimal(sign))
    return qualify(text, Found(numeral.start, read[1], "ratio", Ratio(part, lower.top)), False)


def _spelled_part(text: str, start: int) -> Numeral | None:
    """The upper number of a fraction: 만 and 조 after it are a particle and another word (삼분의 일만, 일조각)."""
    run = _UPPER.match(text, start)
    if run is None:
        return None
    written = run[0]
    if len(written) > 1 and written[-1] == "이" and COPULA.match(text, run.end()):
        written = written[:-1]
    read = sino(written, 0)
    return Numeral(start, start + len(written), read.value, script="sino") if read else None


def part_of(text: str, whole: Found) -> Found | None:
    """7명 중 1명, 40개 중 1개 as one ratio, where the whole is small or round or the part in words; else two counts."""
    said = _AMONG.match(text, whole.end)
    if said is None or not isinstance(whole.value, Decimal):
        return None
    at = said.end()
    part = (digits if text[at].isdigit() else native)(text, at)
    named = unit(text, part.end) if part else None
    if part is None or named is None or named[0] != whole.counter or isinstance(part.value, Range):
        return None
    is_round = len(str(whole.value).rstrip("0")) == 1
    small = whole.value <= 10 or part.value == 1 or part.value < 10 and is_round or not text[at].isdigit()
    if not small or not 0 < part.value <= whole.value:
        return None
    return Found(
        whole.start, named[1], "ratio", Ratio(part.value, whole.value), counter=whole.counter, step=None
    )
