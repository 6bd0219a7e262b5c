"""Korean sentences of our own that tell of a date or announce it -> the date that a reader of that day understands."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from briefing.reading import read
from briefing.reading.ko.lunar import FEASTS

from .test_korean_dates import rows

PUBLISHED = "2024-11-20"  # a Wednesday

# text | the mentions and what they are, in order
TENSE = """
금통위는 28일 기준금리를 결정한다 | 28일 2024-11-28
30일 개봉하는 영화 | 30일 2024-11-30
25일 숨진 채 발견됐다 | 25일 2024-10-25
열차가 24일 새벽 탈선했다 | 24일 2024-10-24
2일 개막한다 | 2일 2024-12-02
도서관은 18일 문을 닫았다 | 18일 2024-11-18
법안을 30일 처리하기로 했다 | 30일 2024-11-30
“곧 열겠다”고 24일 말했다 | 24일 2024-10-24
3월 개관한다 | 3월 2025-03
1월 기온이 가장 낮다 | 1월 2024-01
1월 1일부터 요금이 오른다 | 1월 1일 2025-01-01
12월 판매가 줄었다 | 12월 2023-12
12월 인도분은 오른 값에 마감했다 | 12월 2024-12
월요일 금리를 내렸다 | 월요일 2024-11-18
수요일에는 눈이 오겠다 | 수요일 2024-11-20
토요일 오전 열린 집회 | 토요일 2024-11-16
금요일 발표할 예정이라고 밝혔다 | 금요일 2024-11-22
금요일인 29일 비가 온다 | 금요일 2024-11-29; 29일 2024-11-29
25일부터 27일까지 열린다 | 25일부터 27일까지 2024-11-25/2024-11-27
"""

GOING_ON = """
다음 달 2일부터 심사를 거쳐 16일 확정된다 | 다음 달 2일 2024-12-02; 16일 2024-12-16
다음 달 3일 문을 연다고 20일 밝혔다 | 다음 달 3일 2024-12-03; 20일 2024-11-20
2016년 5월 입사해 9월 퇴사했다 | 2016년 5월 2016-05; 9월 2016-09
2016년 5월 3일 붙잡혀 7일 풀려났다 | 2016년 5월 3일 2016-05-03; 7일 2016-05-07
2019년 6월 3일 다친 B씨가 20일 소송을 냈다 | 2019년 6월 3일 2019-06-03; 20일 2024-11-20
2026년 말에서 2027년 하반기로 늦춘다 | 2026년 말 2026; 2027년 하반기 2027-H2
2025년 상반기에서 하반기로 늦춘다 | 2025년 상반기 2025-H1; 하반기 2025-H2
9월 13일 0시부터 17일 밤까지 면제했다 | 9월 13일 2024-09-13; 17일 2024-09-17
내년 설 연휴(25∼30일)에 | 내년 설 연휴 2025-01-28/2025-01-30; 25∼30일 2025-01-25/2025-01-30
다음 달(11일) 연다 | 다음 달 2024-12; 11일 2024-12-11
3월 5일에서 12일로 미뤘다 | 3월 5일 2024-03-05; 12일 2024-03-12
2010년에서 2018년 사이 | 2010년에서 2018년 사이 2010/2018
"""

FROM_CONTEXT = """
3분기 수출은 전 분기보다 늘었다 | 3분기 2024-Q3; 전 분기 2024-Q2
1분기 실적은 직전 분기보다 나빴다 | 1분기 2024-Q1; 직전 분기 2023-Q4
지난해 3분기 흑자였다. 전분기는 적자였다 | 지난해 3분기 2023-Q3; 전분기 2023-Q2
10월 취업자는 작년 같은 달보다 늘었다 | 10월 2024-10; 작년 같은 달 2023-10
9월 출생아는 전년 동월 대비 늘었다 | 9월 2024-09; 전년 동월 2023-09
10월 물가는 전달보다 올랐다 | 10월 2024-10; 전달 2024-09
지지율은 전주 대비 올랐다 | 전주 2024-11-11/2024-11-17
2010년 데뷔해 3년 뒤 은퇴했다 | 2010년 2010; 3년 뒤 2013
그는 2년 뒤 떠났다 | 2년 뒤 None
5년 뒤에는 인구가 줄어든다 | 5년 뒤 2029
3년 뒤면 인구가 줄어든다 | 3년 뒤 2027
기원전 37년 나라를 세웠다 | 기원전 37년 None
기원전 2세기 후반의 무덤 | 기원전 2세기 후반 None
"""

WEEKDAYS = """
7월 1일(월) 발표했다 | 7월 1일(월) 2024-07-01
2024. 7. 1.(월) 배포 | 2024. 7. 1.(월) 2024-07-01
2024. 7. 1.(월) ~ 7. 5.(금) 접수 | 2024. 7. 1.(월) ~ 7. 5.(금) 2024-07-01/2024-07-05
7. 1.(월)~7. 5.(금) 접수 | 7. 1.(월)~7. 5.(금) 2024-07-01/2024-07-05
11/22(금) 마감 | 11/22(금) 2024-11-22
7월 1일(월)부터 5일(금)까지 | 7월 1일(월)부터 5일(금)까지 2024-07-01/2024-07-05
7월 1~3일(월~수) 연다 | 7월 1~3일(월~수) 2024-07-01/2024-07-03
월요일, 1월 22일, 2018에 만났다 | 월요일, 1월 22일, 2018 2018-01-22
1월 12일, 2016년에 태어났다 | 1월 12일, 2016년 2016-01-12
"""

DISTANCES = """
5일 전에 보낸 편지 | 5일 전 2024-11-15
3일 뒤 발표한다 | 3일 뒤 2024-11-23
삼일 후에 보자 | 삼일 후 2024-11-23
유월 육일에 쉰다 | 유월 육일 2024-06-06
시월 삼일 연휴 | 시월 삼일 2024-10-03
26일 전국이 흐리다 | 26일 2024-11-26
5일 전 직원이 모였다 | 5일 2024-11-05
3일 전 세계 증시가 내렸다 | 3일 2024-11-03
15일 후쿠시마에서 | 15일 2024-11-15
지난 2주간 확진자 | 지난 2주간 2024-11-06/2024-11-19
지난 사흘간 내린 비 | 지난 사흘간 2024-11-17/2024-11-19
앞으로 5일간 춥다 | 앞으로 5일간 2024-11-21/2024-11-25
향후 2주 동안 쉰다 | 향후 2주 2024-11-21/2024-12-04
5, 6일 열린다 | 5, 6일 2024-11-05/2024-11-06
2·3분기 연속 | 2·3분기 2024-Q2/2024-Q3
2025학년도 입시 | 2025학년도 2025
"""

FEAST_DAYS = """
올해 추석은 | 올해 추석 2024-09-17
2019년 설날 | 2019년 설날 2019-02-05
지난 추석 때보다 | 지난 추석 2024-09-17
내년 설 연휴 | 내년 설 연휴 2025-01-28/2025-01-30
설을 앞두고 바쁘다 | 설 2025-01-29
추석 연휴 귀경길에 눈이 내렸다 | 추석 연휴 2024-09-16/2024-09-18
2026년 부처님오신날은 | 2026년 부처님오신날 2026-05-24
"""

DURATIONS = """
최근 3년 동안 늘었다 | 최근 3년 | 3 | year
최근 5년간 두고 | 최근 5년간 | 5 | year
최근 사흘간 내렸다 | 최근 사흘간 | 3 | day
지난 10년간 올랐다 | 지난 10년간 | 10 | year
앞으로 3년간 뽑는다 | 3년간 | 3 | year
수술 1년 후 재발했다 | 1년 | 1 | year
금리가 내리면 1년 후 오른다 | 1년 | 1 | year
수능 100일 전 | 100일 | 100 | day
투표 사흘 전 | 사흘 | 3 | day
반세기 만에 돌아왔다 | 반세기 | 50 | year
사반세기 동안 지켰다 | 사반세기 | 25 | year
4일 연휴에 쉰다 | 4일 | 4 | day
국고채 3년물 금리 | 3년 | 3 | year
혈액은 3.4일분뿐이다 | 3.4일 | 3.4 | day
약은 5일분이다 | 5일 | 5 | day
1일 권장 섭취량 | 1일 | 1 | day
주 4일제를 한다 | 4일 | 4 | day
세 달 반치 월급 | 세 달 반 | 3.5 | month
6개 분기 연속 줄었다 | 6개 분기 | 6 | quarter
그는 20초51, 맞수는 늦었다 | 20초51 | 20.51 | second
"""

NO_DATES = [
    "추석 선물과 추석 민심",
    "설 자리가 없다",
    "사내에 설이 돌았다",
    "성탄절에 대해 물었다",
    "꽃을 전달했다",
    "전주 한옥마을",
    "오전 9시 30분부터 오후 6시까지",
]


@pytest.mark.parametrize(
    ("text", "expected"), rows(TENSE, GOING_ON, FROM_CONTEXT, WEEKDAYS, DISTANCES, FEAST_DAYS)
)
def test_dates_of_a_sentence(text: str, expected: str) -> None:
    heard = read(text, language="ko", published=PUBLISHED)
    assert "; ".join(f"{each.written} {each.quantity.value}" for each in heard) == expected
    assert {each.quantity.kind for each in heard} == {"date"}


@pytest.mark.parametrize(("text", "written", "value", "unit"), rows(DURATIONS))
def test_how_long(text: str, written: str, value: str, unit: str) -> None:
    (only,) = read(text, language="ko", published=PUBLISHED)
    found = only.quantity
    assert (only.written, found.kind, str(found.value), found.unit) == (written, "duration", value, unit)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert not read(text, language="ko", published=PUBLISHED)


def test_the_days_of_the_lunar_calendar_lie_whole_months_apart() -> None:
    new_year, buddha, harvest = FEASTS["설날"], FEASTS["부처님오신날"], FEASTS["추석"]
    assert [each.year for each in new_year] == list(range(1990, 2051))
    for first, fourth, eighth in zip(new_year, buddha, harvest, strict=True):
        assert date(first.year, 1, 20) < first < date(first.year, 2, 22)
        for later, days in ((fourth, 7), (eighth, 14)):
            months = (later - timedelta(days=days) - first).days / 29.530588
            assert abs(months - round(months)) * 29.530588 < 2, later


def test_looking_for_the_verb_takes_no_longer_in_a_long_sentence() -> None:
    def spent(times: int) -> float:
        text = "5일 “가나 " * times
        start = time.process_time()
        read(text, language="ko", published=PUBLISHED)
        return time.process_time() - start

    spent(100)
    small, large = min(spent(1_000) for _ in range(3)), min(spent(8_000) for _ in range(2))
    assert large < 8 * small * 3 + 0.05


def test_a_quarter_that_is_told_of_has_been() -> None:
    def value(text: str) -> object:
        return read(text, language="ko", published="2024-02-20")[0].quantity.value

    assert value("4분기만 보면 0.65명으로 떨어졌다") == "2023-Q4"
    assert value("3분기 매출이 4.5% 늘었다") == "2023-Q3"
    assert value("2분기에는 나아질 것으로 내다봤다고 예상했다") == "2024-Q2"
