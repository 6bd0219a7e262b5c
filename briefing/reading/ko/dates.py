"""Korean date words at a place in the text -> Found with a Day: 2023년 5월, 지난 4월, 27일, 3년 전, 올해 상반기.

Relative words: 표준국어대사전. In news prose a bare month is one of the current year and a bare day one of the
dateline's month, as the style books of the Korean press have it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day, Found
from .numerals import sino

YEARS = {
    "지난해": -1,
    "작년": -1,
    "올해": 0,
    "금년": 0,
    "내년": 1,
    "재작년": -2,
    "지지난해": -2,
    "내후년": 2,
    "올": 0,
}
"""Year words counted from publication."""
YEARS_FROM_CONTEXT = {"전년": -1, "이듬해": 1, "다음해": 1, "같은 해": 0, "그해": 0, "당해": 0}
MONTHS = {
    "지난달": -1,
    "지난 달": -1,
    "저번달": -1,
    "이달": 0,
    "이번달": 0,
    "이번 달": 0,
    "내달": 1,
    "다음달": 1,
    "다음 달": 1,
    "지지난달": -2,
}
WEEKS = {
    "지난주": -1,
    "지난 주": -1,
    "저번주": -1,
    "저번 주": -1,
    "이번주": 0,
    "이번 주": 0,
    "금주": 0,
    "다음주": 1,
    "다음 주": 1,
    "내주": 1,
}
DAYS = {
    "오늘": 0,
    "금일": 0,
    "어제": -1,
    "전일": -1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "내일": 1,
    "모레": 2,
    "글피": 3,
    "내일모레": 2,
}
DAYS_FROM_CONTEXT = {"이날": 0, "당일": 0, "전날": -1, "다음날": 1, "다음 날": 1, "이튿날": 1, "하루 전": -1}
LEANS = {
    "지난": -1,
    "저번": -1,
    "오는": 1,
    "다음": 1,
    "다가오는": 1,
    "이번": 0,
    "올": 0,
    "매년": 0,
    "매월": 0,
}
PERIODS = {"상반기": "H1", "하반기": "H2", "전반기": "H1", "후반기": "H2"}
QUARTERS = {"일": "1", "이": "2", "삼": "3", "사": "4"}
PARTS = {
    "초순": "early",
    "초반": "early",
    "초": "early",
    "상순": "early",
    "중순": "mid",
    "중반": "mid",
    "하순": "late",
    "말": "late",
    "후반": "late",
}
WEEKDAYS = {f"{day}요일": place for place, day in enumerate("월화수목금토일")}
SPELLED_MONTHS = {
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "유": 6,
    "육": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
    "시": 10,
    "십": 10,
    "십일": 11,
    "십이": 12,
}
DISTANCES = {"년": "Y", "해": "Y", "개월": "M", "달": "M", "주": "W", "주일": "W", "일": "D", "시간": None}
COUNTED_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
ENDS = {"연초": "early", "연말": "late", "연중": "mid"}


def _any(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_LEAN = re.compile(rf"({_any(LEANS)})\s?")
_YEAR_WORD = re.compile(rf"({_any(YEARS)}|{_any(YEARS_FROM_CONTEXT)})(?:도(?![가-힣]))?")
_YEAR = re.compile(
    r"(?:[’'‘](\d{2})|(\d{4}|[5-9]\d(?=년(?!간|\s?만|동안|\s?전|\s?뒤|\s?후|여|째|\s?이상|[대생])|년생)|"
    r"[0-4]\d(?=년\s?\d{1,2}월)))\s?년(?!간|대|\s?동안|여|\s?만에)(?:도(?![가-힣]))?"
)
_DECADE = re.compile(r"(\d{3})0년대|(\d0)년대|(\d{1,2})세기")
_MONTH_WORD = re.compile(rf"({_any(MONTHS)})")
_MONTH = re.compile(r"(1[0-2]|0?[1-9])\s?월(?!요일|드|급|세|\s?\d+[만천]?원|등|북|가(?!을)|평|마다)")
_SPELLED_MONTH = re.compile(
    rf"(?:(?<![가-힣])|(?<=년))({_any(SPELLED_MONTHS)})월(?=\s|$|[의에은는부까]|[이삼]?십?[일이삼사오육칠팔구]?일)"
)
_DAY = re.compile(
    r"(3[01]|[12]\d|0?[1-9])\s?일(?!간|\s?동안|\s?만에|\s?만이|\s?연속|째|\s?이내|\s?이상|\s?이하|\s?내(?![가-힣])|\s?안에|"
    r"치|여|차|대|\s?가량|\s?정도|\s?이하|시|본|반|정(?!오)|부로|병|등|\s?넘)"
)
_SPELLED_DAY = re.compile(
    r"(삼십일?|[이]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일(?![가-힣])|(삼십일?|[이]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일(?=에|부터|까지|의|은|이다)"
)
_PERIOD = re.compile(
    rf"({_any(PERIODS)})|([1-4])\s?분기|[1-4]\s?[·/]\s?4\s?분기|([일이삼사])분기|([1-4])사분기"
)
_PART = re.compile(
    rf"\s?({_any(PARTS)})(?![가-힣])|\s?({_any(PARTS)})(?=[에의은는이가도로과와을께쯤경]|까지|부터|이후|현재|기준)(?!초대|말이|초과|초가|"
    rf"말은|말을|말도)"
)
_WEEK = re.compile(rf"({_any(WEEKS)})(?![고며어었는])(?:\s?({_any(WEEKDAYS)}))?(?!인공)")
_DAY_WORD = re.compile(rf"({_any(DAYS)}|{_any(DAYS_FROM_CONTEXT)})")
_WEEKDAY = re.compile(rf"({_any(WEEKDAYS)})")
_END = re.compile(rf"(?:({_any(ENDS)}))(?=[에의은는이가도]?(?![가-힣])|까지|부터|쯤|께|로|이후)")
_ISO = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|\.\s?(\d{1,2})\.\s?(\d{1,2})\.?|/(\d{1,2})/(\d{1,2}))(?!\d|\.\d)"
)
_DMY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_YEAR_ALONE = re.compile(
    r"((?:19|20)\d\d)(?![\d,.]\d|\d|[가-힣A-Za-z%％])(?!\s?(?:[가-힣]?여|명|개|원|달러|대|건|곳|마리|톤|가지|만|억|t\b|kg|m\b|km))"
)
_TO = re.compile(r"\s?(?:부터|에서|[~∼〜～–—-])\s?")
_SHORT_RANGE = re.compile(
    r"(\d{1,4})\s?(?:일|년|월|분기)?\s?[~∼〜～–—-]\s?(\d{1,4})\s?(년|월|일|분기)(?!간|\s?동안|\s?만에|차|여|대|\s?전|\s?뒤|\s?후)"
)
_AGO = re.compile(
    r"\s?(전|앞서|후|뒤|이후|이전)(?=(?:부터|에는|에도|에서|에|의|만|까지|보다|과|와|쯤|인|이|은|로|엔|께)?(?![가-힣]))"
)
_CIRCA = re.compile(r"(?:께|쯤|경)(?![가-힣])|(?:께|쯤|경)(?=에|부터|까지)")


def _value(words: str) -> int:
    read = sino(words, 0)
    return int(read.top) if read else 0


def date(text: str, start: int) -> Found | None:
    """The date or span of dates that begins at ``start``."""
    if text[start].isdigit() and (found := _digits(text, start)):
        return found
    first = _one(text, start)
    if first is None:
        return None
    day, end = first
    if (to := _TO.match(text, end)) and (second := _one(text, to.end())):
        if second[0].lean == 0 and not second[0].anaphoric and _later(day, second[0]):
            return Found(start, second[1], "date", day=replace(day, until=second[0]))
    found = Found(start, end, "date", day=day)
    if circa := _CIRCA.match(text, end):
        found.end, found.qualifier = circa.end(), "about"
    return found


def _later(first: Day, second: Day) -> bool:
    if first.year is not None and second.year is not None:
        return first.year <= second.year
    return (
        second.shift is None or first.shift is not None or first.year is not None or first.month is not None
    )


def _digits(text: str, start: int) -> Found | None:
    if iso := _ISO.match(text, start):
        year, month, day = (int(part) for part in iso.groups() if part)
        if month <= 12 and day <= 31:
            return Found(start, iso.end(), "date", day=Day(year, month, day))
    if dmy := _DMY.match(text, start):
        day, month, year = map(int, dmy.groups())
        day, month = (month, day) if month > 12 else (day, month)
        if 0 < month <= 12 and day <= 31:
            return Found(start, dmy.end(), "date", day=Day(year, month, day))
    if decade := _DECADE.match(text, start):
        said = (
            f"{decade[1]}X"
            if decade[1]
            else f"19{decade[2][0]}X"
            if decade[2]
            else f"{int(decade[3]) - 1:02d}XX"
        )
        return Found(start, decade.end(), "date", day=Day(decade=said))
    if short := _SHORT_RANGE.match(text, start):
        return _span(text, start, Day(), short)
    if alone := _YEAR_ALONE.match(text, start):
        return Found(start, alone.end(), "date", day=Day(int(alone[1])))
    return None


def _span(text: str, start: int, base: Day, short: re.Match[str]) -> Found | None:
    """7~8일, 3~5월, 2025∼2027년, 1~2분기: two ends that share their unit."""
    low, high, name = int(short[1]), int(short[2]), short[3]
    if name == "년":
        if low < 1000:
            return None
        high = high if high >= 1000 else low // 100 * 100 + high
        return Found(start, short.end(), "date", day=replace(base, year=low, until=Day(high)))
    if name == "분기":
        until = replace(base, period=f"Q{high}")
        return (
            Found(start, short.end(), "date", day=replace(base, period=f"Q{low}", until=until))
            if high <= 4
            else None
        )
    limit = 12 if name == "월" else 31
    if not (0 < low < high <= limit):
        return None
    if name == "월":
        after = _DAY.match(text, short.end())
        return (
            None
            if after
            else Found(start, short.end(), "date", day=replace(base, month=low, until=Day(month=high)))
        )
    return Found(start, short.end(), "date", day=replace(base, day=low, until=Day(day=high)))


def _one(text: str, start: int) -> tuple[Day, int] | None:
    """One date, from its largest part down: lean, year, half or quarter, month, part, day."""
    day, end = Day(), start
    if said := _LEAN.match(text, start):
        day, end = Day(lean=LEANS[said[1]]), said.end()
    if shifted := _words(text, start):
        return shifted
    begin = end
    if year := _YEAR.match(text, end):
        written = year[1] or year[2]
        day, end = (
            replace(day, year=_century(int(written)) if len(written) == 2 else int(written)),
            year.end(),
        )
    elif spelled := _spelled_year(text, end):
        day, end = replace(day, year=spelled[0]), spelled[1]
    elif word := _YEAR_WORD.match(text, start):
        shift = YEARS.get(word[1], YEARS_FROM_CONTEXT.get(word[1], 0))
        day, end = Day(shift=("Y", shift), anaphoric=word[1] not in YEARS), word.end()
        if word[1] == "올" and not re.compile(
            r"\s\d{1,2}월|\s?(?:상|하)반기|\s\d분기|초|\s(?:봄|여름|가을|겨울|초|연말)"
        ).match(text, end):
            return None
    rest = _below_year(text, day, end, end > begin or day.shift is not None)
    return rest if rest and rest[1] > begin else None


def _century(year: int) -> int:
    return year + (1900 if year >= 50 else 2000)


def _spelled_year(text: str, start: int) -> tuple[int, int] | None:
    if text[start : start + 1] not in "일이삼구천" or not text[start : start + 1]:
        return None
    read = sino(text, start)
    if read and read.top >= 1000 and read.top < 10000 and text.startswith("년", read.end):
        return int(read.top), read.end + 1
    return None


def _below_year(text: str, day: Day, end: int, said: bool) -> tuple[Day, int] | None:
    gap = end + (said and text[end : end + 1] == " ")
    if period := _PERIOD.match(text, gap):
        number = period[2] or QUARTERS.get(period[3] or "") or period[4] or text[gap]
        return replace(day, period=PERIODS.get(period[1] or "") or f"Q{number}"), period.end()
    month = _MONTH.match(text, gap)
    spelled = None if month else _SPELLED_MONTH.match(text, gap)
    if month or spelled:
        number = int(month[1]) if month else SPELLED_MONTHS[spelled[1]] if spelled else 0
        day, end, said = replace(day, month=number), (month or spelled).end(), True  # type: ignore[union-attr]
        gap = end + (text[end : end + 1] == " ")
        if (
            (span := _SHORT_RANGE.match(text, gap))
            and span[3] == "일"
            and (both := _span(text, gap, day, span))
        ):
            return both.day, both.end  # type: ignore[return-value]
        if date_in_month := _day(text, gap, True):
            return _weekday_after(text, replace(day, day=date_in_month[0]), date_in_month[1])
    elif not said or day.lean and day.year is None:
        if (
            (span := _SHORT_RANGE.match(text, gap))
            and span[3] == "일"
            and (both := _span(text, gap, day, span))
        ):
            return both.day, both.end  # type: ignore[return-value]
        if alone := _day(text, gap, False):
            return _weekday_after(text, replace(day, day=alone[0]), alone[1])
        if day.lean or text.startswith(("월", "화", "수", "목", "금", "토", "일"), gap):
            if weekday := _WEEKDAY.match(text, gap):
                return replace(day, weekday=WEEKDAYS[weekday[1]]), weekday.end()
        return None
    if said and (part := _PART.match(text, end)):
        return replace(day, part=PARTS[part[1] or part[2]]), part.end()
    return day, end


def _day(text: str, start: int, after_month: bool) -> tuple[int, int] | None:
    if said := _DAY.match(text, start):
        return int(said[1]), said.end()
    if spelled := _SPELLED_DAY.match(text, start):
        written = spelled[1] or spelled[2]
        if after_month or len(written) >= 2 and written[-1] != "십":
            return _value(written), spelled.end()
    return None


def _weekday_after(text: str, day: Day, end: int) -> tuple[Day, int]:
    said = _WEEKDAY.match(text, end + (text[end : end + 1] == " "))
    return (day, said.end()) if said else (day, end)


def _words(text: str, start: int) -> tuple[Day, int] | None:
    """Words that name a month, week or day by its distance from publication, with what follows them."""
    if month := _MONTH_WORD.match(text, start):
        day, end = Day(shift=("M", MONTHS[month[1]])), month.end()
        gap = end + (text[end : end + 1] == " ")
        if said := _day(text, gap, False):
            return replace(day, day=said[0]), said[1]
        part = _PART.match(text, end)
        return (replace(day, part=PARTS[part[1] or part[2]]), part.end()) if part else (day, end)
    if week := _WEEK.match(text, start):
        weekday = WEEKDAYS[week[2]] if week[2] else None
        part = _PART.match(text, week.end()) if weekday is None else None
        named = PARTS[part[1] or part[2]] if part else None
        return Day(
            shift=("W", WEEKS[week[1]]), weekday=weekday, part=named
        ), part.end() if part else week.end()
    if day_word := _DAY_WORD.match(text, start):
        word = day_word[1]
        if not re.compile(
            r"(?:[은는이가도의에엔로과와까부쯤]|마저|처럼|만)?(?:[^가-힣]|$)|까지|부터|에는|에도|저녁|아침|밤|오전|오후|보다"
        ).match(text, day_word.end()):
            return None
        shift = DAYS.get(word, DAYS_FROM_CONTEXT.get(word, 0))
        return Day(shift=("D", shift), anaphoric=word not in DAYS), day_word.end()
    if ending := _END.match(text, start):
        return Day(shift=("Y", 0), part=ENDS[ending[1]]), ending.end()
    return None


def counted(text: str, end: int, unit: str, count: int) -> tuple[Day, int] | None:
    """The date that a distance gives: after 3년, the word 전 or 후 makes it one."""
    letter = DISTANCES.get(unit)
    said = _AGO.match(text, end)
    if letter is None or said is None:
        return None
    back = said[1] in ("전", "앞서", "이전")
    return Day(
        shift=(letter, -count if back else count), anaphoric=back or said[1] in ("후", "뒤", "이후")
    ), said.end()
