"""The parts of a Korean date below its year -> Day: 3월 11일, 3~5월, 3분기, 여름, 셋째 주, 마지막 월요일, 광복절.

In news prose a bare month is one of the current year and a bare day one of the dateline's month, as the style
books of the Korean press have it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day
from .date_words import (
    DISTANCE,
    NTH,
    PARTS,
    PERIODS,
    QUARTERS,
    SEASONS,
    SPELLED_MONTHS,
    WEEKDAYS,
    either,
)
from .holidays import holiday
from .numerals import sino
from .weekdays import past_weekdays, weekday, with_weekday

AFTER_WEEK = r"(?=$|[^가-힣]|[은는도]|에|의\s|부터|까지|쯤|께|로|중|보다|와\s|과\s|인\s|내내|들어|만에|이후|동안|이?나\s)"
"""What may follow 주, which else begins another word (주택, 주민, 주가)."""

_MONTH = re.compile(r"(1[0-2]|0?[1-9])\s?월(?!요일|드|급|세|\s?\d+[만천]?원|등|북|가(?!을)|평|마다)")
_SPELLED_MONTH = re.compile(
    rf"(?:(?<![가-힣])|(?<=년))({either(SPELLED_MONTHS)})월(?=\s|$|[의에은는부까]|[이삼]?십?[일이삼사오육칠팔구]?일)"
)
TAKES = r"[이을은도]?\s(?:걸[리려렸린릴]|소요|남[았은]|지[나났난]|기다)"
"""After a number of days or years: how long something takes, and no date."""
_NO_DAY = (
    rf"(?!{TAKES})"
    r"(?!간|\s?동안|\s?만에|\s?만이|\s?연속|째|제(?!주)|장(?=[을은이에의]|으로|$|\s)|분(?=[은을이의도만뿐씩으치]|\s|$)|물(?=[은이]|\s|$)|\s?이내|\s?이상|\s?이하|\s?미만|\s?초과|\s?내(?![가-힣])|\s?안에|치|여|차|대|\s?가량|\s?정도|시|본|반|정(?!오)|"
    r"부로|병|등|\s?넘|\s?연휴|\s(?:길어|길었|짧아|짧았|빨라|빨랐|빠르|빠른))"
    rf"(?!{DISTANCE})"
)
_A_DAY = r"(?!(?<![월달는난] )(?<!월)1\s?일\s?(?:[1-9]\d?\s?(?:회(?![초말])|정(?!도)|포|알|잔|㎎|mg)|1인당|평균(?!기온|최|풍|습|\s?기온)|권장|허용|섭취|복용|최대 \d|최소 \d|처리량|생산량|사용량))"
"""1일 3회: a day, and not the first of the month."""
_DAY = re.compile(rf"{_A_DAY}(3[01]|[12]\d|0?[1-9])\s?일{_NO_DAY}")
_SPELLED = r"삼십일?|이?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]"
_SPELLED_DAY = re.compile(rf"({_SPELLED})일(?![가-힣])|({_SPELLED})일(?=에|부터|까지|의|은|이다)")
_PERIOD = re.compile(
    rf"({either(PERIODS)})|([1-4])\s?분기|[1-4]\s?[·/]\s?4\s?분기|([일이삼사])분기|([1-4])사분기|([일이삼사])사분기"
)
_SEASON = re.compile(
    rf"({either(SEASONS)})(?:\s?[~∼〜～–-]\s?({either(SEASONS)}))?(?=$|[^가-힣]|[은이에의도과와엔]|보다|을\s|[경쯤께~∼〜～]|무렵|철|부터|까지|방학|학기)"
)
_PART = re.compile(
    rf"\s?({either(PARTS)})(?![가-힣])|\s?({either(PARTS)})(?=[에의은는이가로과와을께쯤경]|도(?![가-힣])|까지|부터|이후|현재|기준|보다|만\s)(?!초대|말이|초과|초가|"
    r"말은|말을|말도)"
)
_NTH = re.compile(
    rf"\s?({either(NTH)}|[1-5]\s?번째)\s?(?:(?:주\s?)?({either(WEEKDAYS)})|(주){AFTER_WEEK}|(날)(?=$|[^가-힣]|[은이에의도인]|부터|까지))"
    rf"|\s?([1-5])주차|\s?(말일)(?=$|[^가-힣]|[은이에의도인]|부터|까지)"
)
SHORT = re.compile(
    r"(\d{1,4})\s?(일|년|월|분기)?\s?[~∼〜～–—-]\s?(\d{1,4})\s?(년|월|일|분기)(?!간|\s?동안|\s?만에|차|여|대|\s?전|\s?뒤|\s?후(?!반)|\s?이상|\s?이하|\s?이내|\s?초과|\s?미만|\s?안에|\s?가량|\s?정도)"
    rf"(?!(?<!월){TAKES})"
)
PAIR = re.compile(
    rf"(\d{{1,4}})(?:\s?[·ㆍᆞ‧]\s?|(,)\s)(\d{{1,4}})\s?(?:(년)(?!간|대|생)|(월)(?!요일)|(일){_NO_DAY}|(분기)(?!점))"
)
_SPELLED_YEARS = frozenset("일이삼구천")


def spelled_year(text: str, start: int) -> tuple[int, int] | None:
    """천구백구십구년 and the like: the year and where it ends."""
    if text[start : start + 1] not in _SPELLED_YEARS:
        return None
    read = sino(text, start)
    if read and 1000 <= read.top < 10000 and text.startswith("년", read.end):
        return int(read.top), read.end + 1
    return None


def joined(text: str, start: int, base: Day) -> tuple[Day, int] | None:
    """7~8일, 3~5월, 2025∼2027년, 1~2분기, and 17·18일 where one follows the other: ends that share their unit."""
    if not text[start : start + 1].isdigit():
        return None
    if short := SHORT.match(text, start):
        if short[2] in (None, short[4]):
            return _joined(text, base, int(short[1]), int(short[3]), short[4], short.end())
        return None
    if pair := PAIR.match(text, start):
        low, high, name = int(pair[1]), int(pair[3]), pair[4] or pair[5] or pair[6] or pair[7]
        if high == low + 1 and not (pair[2] and pair[4]):
            return _joined(text, base, low, high, name, pair.end())
    return None


def _joined(text: str, base: Day, low: int, high: int, name: str, end: int) -> tuple[Day, int] | None:
    if name == "년":
        high = high if high >= 1000 else low // 100 * 100 + high
        if low < 1000 or base != Day(lean=base.lean) or high <= low:
            return None
        return replace(base, year=low, until=Day(high)), end
    if not 0 < low < high <= {"분기": 4, "월": 12, "일": 31}[name]:
        return None
    if name == "분기":
        return replace(base, period=f"Q{low}", until=replace(base, period=f"Q{high}")), end
    if name == "월":
        return None if _DAY.match(text, end) else (replace(base, month=low, until=Day(month=high)), end)
    return replace(base, day=low, until=Day(day=high)), past_weekdays(text, end)


def below_year(text: str, day: Day, end: int, said: bool, led: bool = False) -> tuple[Day, int] | None:
    """What stands below a year (``said``), or a bare month, day, half, weekday.

    ``day`` holds what is known; ``led`` where 지난, 이번 or 오는 goes before.
    """
    gap = end + (said and text[end : end + 1] == " ")
    if half := period(text, gap, day):
        return half
    if (said or led) and (season := _SEASON.match(text, gap)):
        first = replace(day, period=SEASONS[season[1]])
        until = replace(day, period=SEASONS[season[2]]) if season[2] else None
        return replace(first, until=until), season.end()
    if feast := holiday(text, gap, said or led):
        fixed, end = feast
        return replace(day, month=fixed.month, day=fixed.day, feast=fixed.feast, days=fixed.days), end
    if (said or led) and (both := joined(text, gap, day)) and both[0].day is None:
        return both
    if month := _month(text, gap):
        return in_month(text, replace(day, month=month[0]), month[1])
    if not said:
        return _bare(text, day, gap)
    return nth(text, day, end) or part_of(text, day, end)


def period(text: str, start: int, day: Day) -> tuple[Day, int] | None:
    """상반기, 3분기, 3/4분기, 삼사분기 of the year that ``day`` names, and the part of it."""
    said = _PERIOD.match(text, start)
    if said is None:
        return None
    number = said[2] or QUARTERS.get(said[3] or said[5] or "") or said[4] or text[start]
    return part_of(text, replace(day, period=PERIODS.get(said[1] or "") or f"Q{number}"), said.end())


def _month(text: str, start: int) -> tuple[int, int] | None:
    digit = text[start : start + 1].isdigit()
    if digit and (month := _MONTH.match(text, start)):
        return int(month[1]), month.end()
    if text[start : start + 1] in SPELLED_MONTHS and (spelled := _SPELLED_MONTH.match(text, start)):
        return SPELLED_MONTHS[spelled[1]], spelled.end()
    return None


def in_month(text: str, day: Day, end: int) -> tuple[Day, int]:
    """What stands after a month: 11일, 7~8일, 둘째 주, 마지막 월요일, 초."""
    gap = end + (text[end : end + 1] == " ")
    if (both := joined(text, gap, day)) and both[0].day is not None:
        return both
    if alone := _day(text, gap, True):
        return with_weekday(text, replace(day, day=alone[0]), alone[1])
    return nth(text, day, end) or part_of(text, day, end)


def _bare(text: str, day: Day, gap: int) -> tuple[Day, int] | None:
    """A day of the month with neither year nor month, or a weekday."""
    if (both := joined(text, gap, day)) and both[0].day is not None:
        return both
    if alone := _day(text, gap, False):
        return with_weekday(text, replace(day, day=alone[0]), alone[1])
    return weekday(text, day, gap)


def _day(text: str, start: int, after_month: bool) -> tuple[int, int] | None:
    if text[start : start + 1].isdigit() and (said := _DAY.match(text, start)):
        return int(said[1]), said.end()
    if spelled := _SPELLED_DAY.match(text, start):
        written = spelled[1] or spelled[2]
        read = sino(written, 0)
        if read and (after_month or len(written) >= 2 and written[-1] != "십"):
            return int(read.top), spelled.end()
    return None


def nth(text: str, day: Day, end: int) -> tuple[Day, int] | None:
    """셋째 주, 2주차, 마지막 월요일, 첫날, 말일 of the month or year that ``day`` names."""
    said = _NTH.match(text, end)
    if said is None:
        return None
    if said[5]:
        return replace(day, nth=("W", int(said[5]))), said.end()
    if said[6]:
        return replace(day, nth=("D", -1)), said.end()
    place = NTH.get(said[1]) or int(said[1][0])
    if said[4]:
        return (replace(day, nth=("D", place)), said.end()) if place in (1, -1) else None
    if said[3]:
        return replace(day, nth=("W", place)), said.end()
    return replace(day, nth=("W", place), weekday=WEEKDAYS[said[2]]), said.end()


def part_of(text: str, day: Day, end: int) -> tuple[Day, int]:
    """``day`` with the 초, 중순 or 말 that may follow it."""
    part = _PART.match(text, end)
    return (replace(day, part=PARTS[part[1] or part[2]]), part.end()) if part else (day, end)
