"""Korean date words counted from publication or from an earlier date -> Day: 지난주 금요일, 모레, 3년 전, 지난 3주."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..found import Day
from .calendar import AFTER_WEEK, in_month, part_of
from .date_words import (
    AHEAD,
    BEFORE_IT,
    COUNTED_DAYS,
    COUNTS,
    DAYS,
    DAYS_FROM_CONTEXT,
    DISTANCES,
    ENDS,
    EVENTS,
    MONTH_ENDS,
    MONTHS,
    MONTHS_FROM_CONTEXT,
    QUARTERS_AROUND,
    QUARTERS_FROM_CONTEXT,
    SAME_MONTHS,
    WEEK_PARTS,
    WEEKDAYS,
    WEEKS,
    closed_by,
    either,
)
from .numerals import sino
from .tense import tense

_SAME_MONTH = re.compile(
    rf"({either(SAME_MONTHS)})(?=$|[^가-힣]|[은는이가도의에과]|까지|부터|보다|대비|수준)"
)
_BEFORE = re.compile(rf"({either(BEFORE_IT)})(?=\s?대비|보다|에\s비해|[과와]\s비교)")
_MONTH_WORD = re.compile(rf"({either([*MONTHS, *MONTHS_FROM_CONTEXT])})(?!세)")
_QUARTER_WORD = re.compile(
    rf"({either([*QUARTERS_AROUND, *QUARTERS_FROM_CONTEXT])})(?=$|[^가-힣]|[은는이가도의에과]|까지|부터|보다|대비)"
)
_WEEK = re.compile(
    rf"({either(WEEKS)})(?!(?<=내주)(?:[고며어었는도]|기))(?:\s?({either(WEEKDAYS)})|\s?(초반|중반|후반|초|말)(?=$|[^가-힣]|[은이에의도과]|까지|부터|쯤|께|동안|내내|엔)|{AFTER_WEEK})"
)
_BARE_WEEK = re.compile(r"주(?:(말)(?=\s*$)|\s?(초)(?=\s*$|에(?![가-힣])|에는|부터))")
_DAY_WORD = re.compile(
    rf"({either([*DAYS, *DAYS_FROM_CONTEXT])})"
    r"(?:저녁|아침|오전|오후|새벽|밤|낮)?(?=(?:[은는이가도의에엔로와과부쯤]|마저|처럼|만)?(?:[^가-힣]|$)|까지|부터|로부터|에는|에도|보다)"
)
_END = re.compile(
    rf"(?:({either(ENDS)})|({either(MONTH_ENDS)}))(?=[에의은는이가도]?(?![가-힣])|까지|부터|쯤|께|로|이후)"
)
_AGO = re.compile(
    r"\s?(전|앞서|후|뒤|이후|이전)(?=(?:부터|에는|에도|에서|에|의|만|까지|보다|과|와|쯤|인|이|은|로|엔|께|면|이면)?(?![가-힣]))"
)
_SPELLED_DAYS = re.compile(r"([이삼]?십[일이삼사오육칠팔구]?|[삼사오육칠팔구])일(?=\s?[전후뒤])")
_FROM_EVENT = re.compile(
    rf"(?:{either(EVENTS)})(?:일|식|날)?\s(?:약\s)?$|(?<!다)(?:[{closed_by('ㄹ')}하되지리가오르]|으)면\s(?:약\s)?$|한\s지\s$"
)
_RUN = re.compile(
    rf"(?:(?:(\d{{1,3}})|({either(COUNTS)}))\s?(년|해|개월|달|주일|주|일)|({either(COUNTED_DAYS)}|일주일))"
    r"(?!(?<=[년해달월])간|(?<=해|월)\s?간|\s?(?:여|차|째|대|만|전|후|뒤|이후|이전|이상|이하|넘|미만|가까|가량|정도|남짓|안팎|반(?![가-힣])|\d{1,2}\s?개월))"
    r"(?:(?=(\s?간|\s?동안)(?![가-힣])|간(?:의|은|에)\s)|(?=\s|$|[의은을도,.]|안에|내에))"
)
_AHEAD = re.compile(
    rf"(?:{either(AHEAD)})\s(?:(?:(\d{{1,3}})|({either(COUNTS)}))\s?(주일|주|일)|({either(COUNTED_DAYS)}|일주일))"
    r"(?:간(?=의\s|[^가-힣]|$)|(?=\s간\s|\s?동안))"
)


def _heads(*groups: Iterable[str]) -> frozenset[str]:
    return frozenset(word[0] for group in groups for word in group)


_SAME_HEADS, _BEFORE_HEADS, _WEEK_HEADS = _heads(SAME_MONTHS), _heads(BEFORE_IT), _heads(WEEKS)
_MONTH_HEADS, _DAY_HEADS = _heads(MONTHS, MONTHS_FROM_CONTEXT), _heads(DAYS, DAYS_FROM_CONTEXT)
_QUARTER_HEADS = _heads(QUARTERS_AROUND, QUARTERS_FROM_CONTEXT)
"""One look at the first letter settles most places before an expression is tried."""


def words(text: str, start: int) -> tuple[Day, int] | None:
    """Words that name a month, week or day by its distance from publication, with what follows them."""
    letter = text[start : start + 1]
    if letter in _SAME_HEADS and (same := _SAME_MONTH.match(text, start)):
        return part_of(text, Day(shift=("M", SAME_MONTHS[same[1]]), anaphoric=True, same="M"), same.end())
    if letter in _BEFORE_HEADS and (before := _BEFORE.match(text, start)):
        return Day(shift=(BEFORE_IT[before[1]], -1), anaphoric=before[1] != "전주"), before.end()
    if letter in _MONTH_HEADS and (month := _MONTH_WORD.match(text, start)):
        shift = MONTHS.get(month[1], MONTHS_FROM_CONTEXT.get(month[1], 0))
        return in_month(text, Day(shift=("M", shift), anaphoric=month[1] not in MONTHS), month.end())
    if letter in _WEEK_HEADS and (week := _WEEK.match(text, start)):
        day = Day(shift=("W", WEEKS[week[1]]))
        if week[2]:
            return replace(day, weekday=WEEKDAYS[week[2]]), week.end()
        return replace(day, days=WEEK_PARTS[week[3]]) if week[3] else day, week.end()
    if letter == "주" and (bare := _BARE_WEEK.match(text, start)):
        return Day(shift=("W", 0), days=WEEK_PARTS[bare[1] or bare[2]]), bare.end()
    if letter in _DAY_HEADS and (day_word := _DAY_WORD.match(text, start)):
        word = day_word[1]
        shift = DAYS.get(word, DAYS_FROM_CONTEXT.get(word, 0))
        return Day(shift=("D", shift), anaphoric=word not in DAYS), day_word.end()
    if letter in _QUARTER_HEADS and (quarter := _QUARTER_WORD.match(text, start)):
        word = quarter[1]
        shift = QUARTERS_AROUND.get(word, QUARTERS_FROM_CONTEXT.get(word, 0))
        return part_of(text, Day(shift=("Q", shift), anaphoric=word not in QUARTERS_AROUND), quarter.end())
    return ending(text, start)


def ending(text: str, start: int) -> tuple[Day, int] | None:
    """연말, 연초 and 월말 of the current year or month."""
    said = _END.match(text, start)
    if said is None:
        return None
    unit, part = ("Y", ENDS[said[1]]) if said[1] else ("M", MONTH_ENDS[said[2]])
    return Day(shift=(unit, 0), part=part), said.end()


def run(text: str, start: int, lean: int) -> tuple[Day, int] | None:
    """The stretch up to publication or from it on, after 지난 or 다음: 3주, 두 달, 사흘, 3일 동안.

    Years and months with 간 attached (지난 3년간) are a duration, as news has it. 지난 3일 is a day of the month: days in digits
    need 동안.
    """
    said = _RUN.match(text, start)
    if said is None or lean == 0:
        return None
    if said[4]:
        return Day(run=("D", lean * COUNTED_DAYS.get(said[4], 7))), _with_span(text, said.end())
    count, unit = int(said[1]) if said[1] else COUNTS[said[2]], said[3]
    if not count or unit == "일" and not (said[1] and said[5]):
        return None
    return Day(run=(DISTANCES[unit] or "D", lean * count)), _with_span(text, said.end())


def _with_span(text: str, end: int) -> int:
    """The end of a stretch with the 간 that is written to it."""
    return end + text.startswith("간", end)


def ahead(text: str, start: int) -> tuple[Day, int] | None:
    """앞으로 5일간, 향후 2주 동안: the days from publication on; years and months ahead are durations."""
    said = _AHEAD.match(text, start)
    if said is None:
        return None
    if said[4]:
        return Day(run=("D", COUNTED_DAYS.get(said[4], 7))), said.end()
    count = int(said[1]) if said[1] else COUNTS[said[2]]
    return (Day(run=("D" if said[3] == "일" else "W", count)), said.end()) if count else None


def spelled_distance(text: str, start: int) -> tuple[Day, int] | None:
    """삼일 후, 십오일 전: days in letters count only before 전 or 후."""
    said = _SPELLED_DAYS.match(text, start)
    read = sino(said[1], 0) if said else None
    return counted(text, start, said.end(), "일", int(read.top)) if said and read else None


def counted(text: str, start: int, end: int, unit: str, count: int) -> tuple[Day, int] | None:
    """The date that a distance gives: after 3년, the word 전 or 후 makes it one.

    After an event or a condition it is how long before or after that (수술 1년 후, 내리면 1년 후): a duration.
    """
    letter = DISTANCES.get(unit)
    said = _AGO.match(text, end)
    if letter is None or said is None or _FROM_EVENT.search(text[max(0, start - 8) : start]):
        return None
    back = said[1] in ("전", "앞서", "이전")
    told = not back and tense(text, said.end()) == "told"
    return Day(shift=(letter, -count if back else count), anaphoric=True, exactly=True, told=told), said.end()
