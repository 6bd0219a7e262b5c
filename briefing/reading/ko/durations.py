"""A numeral before a unit of time in Korean text -> a duration, an age, or the date at that distance.

3년, 1년 6개월, 한 시간 반; 3년 전.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeGuard

from briefing.model import Value

from ..found import EXACT, Found
from . import dates
from .numerals import Numeral
from .qualifiers import qualify
from .units import UNITS

_HALF = re.compile(r"\s반(?![가-힣])|\s반(?=[의을이은가에만도치째쯤]|여\s|정도|가량|넘게|동안)|반(?![가-힣])")


_REIGN = re.compile(
    r"(?<![가-힣])(?:태조|정종|태종|세종|문종|단종|세조|예종|성종|연산군|중종|인종|명종|선조|광해군|인조|효종|현종|숙종|경종|영조|정조|순조|헌종|철종|고종|순종|"
    r"[가-힣]{1,2}왕|충[렬선숙혜]왕|메이지|다이쇼|쇼와|헤이세이|레이와|단기|불기)\s$"
)
"""Years of a reign or of another era (세종 25년): how long nothing took."""
_UNTIL_NOW = re.compile(r"(?<![가-힣])((?:최근|지난)\s)$")
_UNITS_OF_TIME = re.compile(r"\s?(\d{1,2})\s?(개월|일|시간|분|초)(?!의|기|째)")
_TIME_STEPS = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24}
_TIME_STEPS |= {("hour", "minute"): 60, ("minute", "second"): 60}
_HUNDREDTHS = re.compile(r"(?<=초)(\d{1,2})(?!\d|[.,]\d|\s?[년월일시분초개명%])")
_SUFFIX = re.compile(r"간(?![가-힣])|간(?=[의에은이을도만]|\s)")


def duration(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    """3년, 1년 6개월, 한 시간 반; with 전 or 후 after it a date; 2분기 and 시 are not durations."""
    if name == "분기":
        name, value = "분기", numeral.value
        canonical: str | None = "quarter"
    else:
        value, canonical = numeral.value, UNITS[name].canonical
    if name in ("분",) and text.startswith("의", end) and numeral.script != "digits":
        return None
    if _is_whole(value) and (counted := dates.counted(text, numeral.start, end, name, int(value))):
        return qualify(text, Found(numeral.start, counted[1], "date", day=counted[0]), numeral.more)
    if name == "년" and _REIGN.search(text[max(0, numeral.start - 6) : numeral.start]):
        return Found(numeral.start, end, None)
    found = Found(numeral.start, end, "duration", value, canonical, counter=name, step=numeral.step)
    _compound(text, found)
    if (
        found.unit == "second"
        and isinstance(found.value, Decimal)
        and (rest := _HUNDREDTHS.match(text, found.end))
    ):
        found.step = Decimal(1).scaleb(-len(rest[1]))  # 9초81, as races are timed
        found.value, found.end = EXACT.fma(Decimal(rest[1]), found.step, found.value), rest.end()
    if text[found.end : found.end + 1] == "여":
        found.end, found.qualifier = found.end + 1, "more_than"
        return since(text, found)
    if suffix := _SUFFIX.match(text, found.end):
        found.end = suffix.end()
    return since(text, qualify(text, found, numeral.more))


def since(text: str, found: Found) -> Found:
    """``found`` with the 최근 or 지난 before it, which says that it lasts until now (최근 5년간)."""
    if text[found.start - 1 : found.start] == " " and (
        said := _UNTIL_NOW.search(text[max(0, found.start - 4) : found.start])
    ):
        found.start -= len(said[1])
    return found


def _is_whole(value: Value) -> TypeGuard[Decimal]:
    return isinstance(value, Decimal) and value == value.to_integral_value() and value < 10000


def _compound(text: str, found: Found) -> None:
    """Takes what a smaller unit adds into ``found``: 1년 6개월, 1시간 20분 30초, 한 시간 반."""
    if not isinstance(found.value, Decimal):
        return
    if half := _HALF.match(text, found.end):
        found.value, found.step = EXACT.add(found.value, Decimal("0.5")), Decimal("0.5")
        found.end = half.end()
        return
    while rest := _UNITS_OF_TIME.match(text, found.end):
        smaller = UNITS[rest[2]].canonical or ""
        times = _TIME_STEPS.get((found.unit or "", smaller))
        if times is None:
            return
        found.value = EXACT.add(EXACT.multiply(found.value, Decimal(times)), Decimal(rest[1]))
        found.unit, found.counter, found.step = smaller, rest[2], Decimal(1)
        found.end = rest.end()
