"""The words that Korean dates are made of, as tables: relative words, parts, weekdays, holidays, counts.

Relative words and counts of days: 표준국어대사전. Fixed holidays: 관공서의 공휴일에 관한 규정, 국경일에 관한 법률 and
각종 기념일 등에 관한 규정; those of the lunar calendar (설날, 추석, 부처님오신날) have no day of their own here.
"""

from __future__ import annotations

from collections.abc import Iterable

YEARS = {
    "지난해": -1, "지난 해": -1, "지난 한 해": -1, "작년": -1, "올해": 0, "올 해": 0, "올 한 해": 0, "금년": 0,
    "내년": 1, "재작년": -2, "지지난해": -2, "그러께": -2, "후년": 2, "내후년": 2, "올": 0,
}  # fmt: skip
"""Year words counted from publication."""
YEARS_FROM_CONTEXT = {
    "전년": -1,
    "이듬해": 1,
    "다음해": 1,
    "다음 해": 1,
    "같은 해": 0,
    "그해": 0,
    "그 해": 0,
    "당해": 0,
}
MONTHS = {
    "지난달": -1, "지난 달": -1, "저번달": -1, "저번 달": -1, "이달": 0, "이번달": 0, "이번 달": 0, "내달": 1, "다음달": 1,
    "다음 달": 1, "지지난달": -2, "지지난 달": -2, "다다음달": 2, "다다음 달": 2,
}  # fmt: skip
MONTHS_FROM_CONTEXT = {"전월": -1, "같은 달": 0, "그달": 0, "당월": 0}
QUARTERS_AROUND = {
    "지난 분기": -1, "지난분기": -1, "직전 분기": -1, "이번 분기": 0, "다음 분기": 1, "다음분기": 1,
}  # fmt: skip
WEEKS = {
    "지난주": -1, "지난 주": -1, "저번주": -1, "저번 주": -1, "이번주": 0, "이번 주": 0, "금주": 0, "다음주": 1, "다음 주": 1,
    "내주": 1, "다가오는 주": 1, "오는 주": 1, "지지난주": -2, "지지난 주": -2, "다다음주": 2, "다다음 주": 2,
}  # fmt: skip
DAYS = {
    "오늘": 0, "금일": 0, "어제": -1, "어젯밤": -1, "전일": -1, "그제": -2, "그저께": -2, "엊그제": -2, "그끄제": -3,
    "그끄저께": -3, "내일": 1, "모레": 2, "내일모레": 2, "글피": 3, "그글피": 4,
}  # fmt: skip
DAYS_FROM_CONTEXT = {
    "이날": 0,
    "당일": 0,
    "전날": -1,
    "다음날": 1,
    "다음 날": 1,
    "이튿날": 1,
    "하루 전": -1,
    "같은 날": 0,
}
DAYS_FROM_CONTEXT |= {"그 다음 날": 1, "그 다음날": 1, "그다음 날": 1}
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
"""Which one is meant: the last before publication, the next after it, or the one at hand."""
PERIODS = {"상반기": "H1", "하반기": "H2", "전반기": "H1", "후반기": "H2"}
QUARTERS = {"일": "1", "이": "2", "삼": "3", "사": "4"}
SEASONS = {"봄": "21", "여름": "22", "가을": "23", "겨울": "24"}
"""Seasons by their number in EDTF (ISO 8601-2:2019, 4.8)."""
PARTS = {
    "초순": "early", "초반": "early", "초": "early", "상순": "early", "중순": "mid", "중반": "mid", "하순": "late",
    "말": "late", "후반": "late",
}  # fmt: skip
WEEK_PARTS = {
    "말": (5, 6), "초": (0, 2), "초반": (0, 2), "중반": (1, 3), "후반": (3, 6),
}  # fmt: skip
"""Days of a week, Monday = 0: 주말 is Saturday and Sunday (표준국어대사전); its halves meet in Thursday."""
ENDS = {"연초": "early", "연말": "late", "연중": "mid"}
MONTH_ENDS = {"월초": "early", "월말": "late"}
WEEKDAYS = {f"{day}요일": place for place, day in enumerate("월화수목금토일")}
NTH = {
    "첫": 1, "첫째": 1, "첫 번째": 1, "첫번째": 1, "둘째": 2, "두 번째": 2, "두번째": 2, "셋째": 3, "세 번째": 3, "세번째": 3,
    "넷째": 4, "네 번째": 4, "네번째": 4, "다섯째": 5, "다섯 번째": 5, "다섯번째": 5, "마지막": -1,
}  # fmt: skip
SPELLED_MONTHS = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "육": 6, "칠": 7, "팔": 8, "구": 9, "시": 10, "십": 10, "십일": 11,
    "십이": 12,
}  # fmt: skip
HOLIDAYS = {
    "신정": (1, 1), "삼일절": (3, 1), "3·1절": (3, 1), "3.1절": (3, 1), "식목일": (4, 5), "근로자의 날": (5, 1), "노동절": (5, 1),
    "어린이날": (5, 5), "어버이날": (5, 8), "스승의 날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15),
    "개천절": (10, 3), "한글날": (10, 9), "성탄절": (12, 25), "크리스마스": (12, 25),
}  # fmt: skip
DISTANCES = {"년": "Y", "해": "Y", "개월": "M", "달": "M", "주": "W", "주일": "W", "일": "D", "시간": None}
COUNTED_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
COUNTS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


FIRST_WORDS = frozenset(
    [*LEANS, *YEARS, *YEARS_FROM_CONTEXT, *MONTHS, *MONTHS_FROM_CONTEXT, *WEEKS, *DAYS, *DAYS_FROM_CONTEXT, *ENDS, *MONTH_ENDS]
    + [*WEEKDAYS, *PERIODS, *QUARTERS_AROUND, *(day for day in HOLIDAYS if not day[0].isdigit()), "주말", "주초", "주 초"]
)  # fmt: skip
"""The words with which a date may begin."""
