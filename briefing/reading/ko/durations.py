"""A numeral before a unit of time in Korean text -> a duration, an age, or the date at that distance.

3년, 1년 6개월, 한 시간 반; 20대; 3년 전.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..found import EXACT, Found
from . import dates
from .numerals import Numeral
from .qualifiers import qualify
from .units import UNITS

_HALF = re.compile(r"\s반(?![가-힣])|\s반(?=[의을이은가에만도])|반(?![가-힣])")


def decade_of_life(text: str, numeral: Numeral, end: int) -> Found | None:
    """20대 초반 as an age; 5대 기업 and 30대 그룹 stay counts."""
    if numeral.script != "digits" or not isinstance(numeral.value, Decimal):
        return None
    if numeral.value % 10 or not 10 <= numeral.value <= 90 or text[numeral.end : numeral.end + 1] == " ":
        return None
    if re.compile(
        r"\s?(?:기업|그룹|재벌|국정|총선|국회|대기업|과제|뉴스|건설|은행|증권|품목|의 차|를? 동원|를 배치|를 투입|를 판매|대통령|의원|를 보유|로봇|차량|가 출동)"
    ).match(text, end):
        return None
    if text[numeral.start - 1 : numeral.start] == "제":
        return None
    value = numeral.value
    return Found(numeral.start, end, "age", Range(value, value + 9), "year", counter="대", step=Decimal(10))


_UNITS_OF_TIME = re.compile(r"\s?(\d{1,2})\s?(개월|시간|분|초)(?!의|기)")
_TIME_STEPS = {("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}
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
    start, step = numeral.start, numeral.step
    if isinstance(value, Decimal) and value == value.to_integral_value() and value < 10000:
        if counted := dates.counted(text, end, name, int(value)):
            found = Found(start, counted[1], "date", day=counted[0])
            return qualify(text, found, numeral.more)
    if isinstance(value, Decimal) and (rest := _UNITS_OF_TIME.match(text, end)):
        smaller = UNITS[rest[2]].canonical or ""
        times = _TIME_STEPS.get((canonical or "", smaller))
        if times:
            value, canonical, end = value * times + int(rest[1]), smaller, rest.end()
    elif isinstance(value, Decimal) and (half := _HALF.match(text, end)):
        value, end = EXACT.add(value, Decimal("0.5")), half.end()
        step = Decimal("0.5")
    found = Found(start, end, "duration", value, canonical, counter=name, step=step)
    if text[end : end + 1] == "여":
        found.end, found.qualifier = end + 1, "more_than"
        return found
    if suffix := _SUFFIX.match(text, end):
        found.end = found.core_end = suffix.end()
    return qualify(text, found, numeral.more)
