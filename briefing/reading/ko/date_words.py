"""The words that Korean dates are made of, as tables: relative words, parts, weekdays, holidays, counts.

Relative words and counts of days: 표준국어대사전. Fixed holidays: 관공서의 공휴일에 관한 규정, 국경일에 관한 법률 and
각종 기념일 등에 관한 규정; those of the lunar calendar (설날, 추석, 부처님오신날) stand in ``lunar``.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..tries import trie
from .lunar import FEASTS

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
    "지난 분기": -1, "지난분기": -1, "이번 분기": 0, "다음 분기": 1, "다음분기": 1,
}  # fmt: skip
QUARTERS_FROM_CONTEXT = {
    "직전 분기": -1, "직전분기": -1, "전 분기": -1, "전분기": -1, "같은 분기": 0, "전년 동분기": -4, "전년 같은 분기": -4,
    "지난해 같은 분기": -4, "작년 같은 분기": -4,
}  # fmt: skip
SAME_MONTHS = {
    f"{year}{gap}{month}": -12 for year in ("전년", "작년", "지난해", "1년 전")
    for gap in ("", " ") for month in ("같은 달", "같은달", "동월")
}  # fmt: skip
"""A month a year before the one said earlier."""
WEEKS = {
    "지난주": -1, "지난 주": -1, "저번주": -1, "저번 주": -1, "이번주": 0, "이번 주": 0, "금주": 0, "다음주": 1, "다음 주": 1,
    "내주": 1, "다가오는 주": 1, "오는 주": 1, "지지난주": -2, "지지난 주": -2, "다다음주": 2, "다다음 주": 2,
}  # fmt: skip
BEFORE_IT = {"전주": "W", "전달": "M"}
"""The week and the month before, in comparisons only: 전주 is a city as well, 전달 a delivery."""
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
    "신정": (1, 1), "새해 첫날": (1, 1), "새해 첫 날": (1, 1), "삼일절": (3, 1), "3·1절": (3, 1), "3.1절": (3, 1), "식목일": (4, 5), "근로자의 날": (5, 1), "노동절": (5, 1),
    "어린이날": (5, 5), "어버이날": (5, 8), "스승의 날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15),
    "개천절": (10, 3), "한글날": (10, 9), "성탄절": (12, 25), "크리스마스": (12, 25),
}  # fmt: skip
AHEAD = ("앞으로", "향후")
DISTANCES = {"년": "Y", "해": "Y", "개월": "M", "달": "M", "주": "W", "주일": "W", "일": "D", "시간": None}
COUNTED_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
COUNTS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip


_ALL = "국|직원|세계|구간|국민|대표|대통령|총리|총재|장관|차관|의원|회장|사장|감독|선수|노선|지역|품목|과목|종목|경기|학년|점포|매장|객실|계열|세대|군|부처|당원|사원|위원|지사|시장|총장|회차|좌석|제품|차종|교수|대원|병력"
"""What 전 goes before as 'all' or 'former' and not as 'before'."""
DISTANCE = (
    r"\s?(?:후|뒤)(?=에|의\s|부터|까지|인\s|로|쯤|께|면|[^가-힣]|$)"
    rf"|\s?전(?=에(?![가-힣])|에[는도서]|의\s|부터|까지|보다|이[다었]|인\s|[,.)]|$|\s(?!{_ALL}))"
)
"""After a number of days: 5일 뒤, 3일 전에, but 26일 전국, 5일 전 직원."""


EVENTS = frozenset(
    (
        "졸업 입학 입사 퇴사 퇴직 결혼 이혼 출산 출생 임신 사망 사고 사건 수술 시술 치료 접종 투여 복용 진단 퇴원 입원 발병 감염 이식 취임 임명 퇴임 당선 선거 "
        "총선 대선 개봉 출시 발매 개장 개관 개통 준공 착공 완공 입주 계약 가입 상장 인수 합병 데뷔 은퇴 이적 입단 전역 제대 입대 출소 석방 구속 기소 시행 도입 개정 "
        "종전 참사 화재 폭발 이륙 출발 도착 발사 만기 만료 창업 창립 설립 개업 폐업 이사 이민 귀국 출국 수능 시험 경기 대회 개막 폐막 투표 투표일 마감 선고 판결 "
        "발효 공포 종료 식사 운동 취침 훈련 파종 수확 이혼 배송 주문 구매 납품 통보 신고 접수 실험 조사"
    ).split()
)
"""What a distance may be counted from: 수술 1년 후, 투표 사흘 전."""


def closed_by(consonant: str) -> str:
    """The syllables that end in ㄴ, ㄹ or ㅆ, for a class of letters."""
    place = {"ㄴ": 4, "ㄹ": 8, "ㅆ": 20}[consonant]
    return "".join(chr(code) for code in range(0xAC00 + place, 0xD7A4, 28))


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return trie(words, exact=True)


FIRST_WORDS = frozenset(
    [*LEANS, *YEARS, *YEARS_FROM_CONTEXT, *MONTHS, *MONTHS_FROM_CONTEXT, *WEEKS, *DAYS, *DAYS_FROM_CONTEXT, *ENDS, *MONTH_ENDS]
    + [*WEEKDAYS, *PERIODS, *QUARTERS_AROUND, *QUARTERS_FROM_CONTEXT, *FEASTS, *AHEAD, *BEFORE_IT]
    + [*(day for day in HOLIDAYS if not day[0].isdigit()), "주말", "주초", "주 초", "유월", "시월", "기원전"]
)  # fmt: skip
"""The words with which a date may begin."""
