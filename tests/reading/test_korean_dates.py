"""Korean dates, periods and durations of our own -> what they are read as, as rows of a table."""

from __future__ import annotations

import time

import pytest

from briefing.reading import read

PUBLISHED = "2022-08-17"  # a Wednesday

# text | written | value
MONTHS_AND_DAYS = """
다리는 1998년 3월 4일 놓였다 | 1998년 3월 4일 | 1998-03-04
17·18일 시험을 치른다 | 17·18일 | 2022-08-17/2022-08-18
3·4월 강수량 | 3·4월 | 2022-03/2022-04
작년 2~5월 수출 | 작년 2~5월 | 2021-02/2021-05
지난 1~3월 판매 | 지난 1~3월 | 2022-01/2022-03
다음 달 9~24일 접수한다 | 다음 달 9~24일 | 2022-09-09/2022-09-24
이달 20일 문을 연다 | 이달 20일 | 2022-08-20
31일 금요일에 만나자 | 31일 금요일 | 2023-03-31
7월 6일 목요일 회의 | 7월 6일 목요일 | 2023-07-06
9월 10일, 1901에 태어났다 | 9월 10일, 1901 | 1901-09-10
청약 15일 시작한다 | 15일 | 2022-08-15
최소 2030년까지 짓는다 | 2030년 | 2030
같은 달 25일 떠났다 | 같은 달 25일 | 2022-08-25
"""

NTH = """
3월 마지막 월요일에 쉰다 | 3월 마지막 월요일 | 2022-03-28
이번 달 첫 번째 금요일 | 이번 달 첫 번째 금요일 | 2022-08-05
2019년 10월 둘째 수요일 | 2019년 10월 둘째 수요일 | 2019-10-09
매년 5월 셋째 월요일은 | 매년 5월 셋째 월요일 | 2022-05-16
다음 달 둘째 주 토요일 | 다음 달 둘째 주 토요일 | 2022-09-10
9월 셋째 주에 열린다 | 9월 셋째 주 | 2022-09-12/2022-09-18
9월 2주차 순위 | 9월 2주차 | 2022-09-05/2022-09-11
2015년 첫 번째 주는 추웠다 | 2015년 첫 번째 주 | 2014-12-29/2015-01-04
2016년 마지막 주에 | 2016년 마지막 주 | 2016-12-26/2017-01-01
작년 초보다 늘었다 | 작년 초 | 2021
작년 마지막 날 | 작년 마지막 날 | 2021-12-31
2월 말일까지 낸다 | 2월 말일 | 2022-02-28
"""

PERIODS = """
3·4분기 실적 | 3·4분기 | 2022-Q3
삼사분기 실적 | 삼사분기 | 2022-Q3
2020년 2/4분기 성장률 | 2020년 2/4분기 | 2020-Q2
2021년 1~3분기 누적 | 2021년 1~3분기 | 2021-Q1/2021-Q3
지난 분기보다 줄었다 | 지난 분기 | 2022-Q2
작년 하반기 | 작년 하반기 | 2021-H2
올여름 더위 | 올여름 | 2022-22
지난 겨울 난방비 | 지난 겨울 | 2021-24
2023년 봄에 준공한다 | 2023년 봄 | 2023-21
2016년 봄~여름 | 2016년 봄~여름 | 2016-21/2016-22
1990년대 후반 | 1990년대 후반 | 1990/1999
20세기 | 20세기 | 1901/2000
1980∼90년대에 지은 | 1980∼90년대 | 1980/1999
‘70년대 말에 | ‘70년대 말 | 1970/1979
올 연말까지 | 올 연말 | 2022
지난 연말 모임 | 지난 연말 | 2021
내년 연초 | 내년 연초 | 2023
월말까지 낸다 | 월말 | 2022-08
"""

WEEKS = """
이번 주 월요일 회의 | 이번 주 월요일 | 2022-08-15
다음 주 화요일부터 | 다음 주 화요일 | 2022-08-23
지난 주 금요일 밤 | 지난 주 금요일 | 2022-08-12
다다음 주 판매 | 다다음 주 | 2022-08-29/2022-09-04
다가오는 주에 쉰다 | 다가오는 주 | 2022-08-22/2022-08-28
이번 주말 비가 온다 | 이번 주말 | 2022-08-20/2022-08-21
지난주말 산불 | 지난주말 | 2022-08-13/2022-08-14
이번 주 후반 추워진다 | 이번 주 후반 | 2022-08-18/2022-08-21
3주 전 산 표 | 3주 전 | 2022-07-27
지난주 금요일부터 이번 주 화요일까지 | 지난주 금요일부터 이번 주 화요일까지 | 2022-08-12/2022-08-16
월요일부터 금요일까지 | 월요일부터 금요일까지 | 2022-08-22/2022-08-26
"""

DAYS = """
그끄저께 어디 있었나 | 그끄저께 | 2022-08-14
그저께 내린 눈 | 그저께 | 2022-08-15
모레부터 갠다 | 모레 | 2022-08-19
글피에 떠난다 | 글피 | 2022-08-20
어젯밤 불이 났다 | 어젯밤 | 2022-08-16
내일저녁에 보자 | 내일저녁 | 2022-08-18
어린이날에 쉰다 | 어린이날 | 2022-05-05
지난 현충일 행사 | 지난 현충일 | 2022-06-06
오는 한글날 | 오는 한글날 | 2022-10-09
3·1절부터 | 3·1절 | 2022-03-01
"""

STRETCHES = """
지난 3주 동안 비가 왔다 | 지난 3주 | 2022-07-27/2022-08-16
지난 2년 동안 늘었다 | 지난 2년 | 2020-08-17/2022-08-16
지난 사흘 동안 | 지난 사흘 | 2022-08-14/2022-08-16
지난 3일 동안 비가 왔다 | 지난 3일 | 2022-08-14/2022-08-16
지난 3일 만났다 | 지난 3일 | 2022-08-03
다가오는 두 달 안에 | 다가오는 두 달 | 2022-08-18/2022-10-17
내일로부터 3일 이내에 낸다 | 내일로부터 3일 이내 | 2022-08-18/2022-08-20
지난 한 해 수출 | 지난 한 해 | 2021
12월 30일~1월 2일 | 12월 30일~1월 2일 | 2022-12-30/2023-01-02
30일부터 2일까지 | 30일부터 2일까지 | 2022-08-30/2022-09-02
9월 3일에서 12일 사이에 | 9월 3일에서 12일 사이에 | 2022-09-03/2022-09-12
2023년 4분기부터 2024년 1분기까지 | 2023년 4분기부터 2024년 1분기까지 | 2023-Q4/2024-Q1
"""

TABLES = """
2023. 9. 7. 개관 | 2023. 9. 7. | 2023-09-07
2023. 9. 기준 | 2023. 9. | 2023-09
2023.9.7. 개관 | 2023.9.7. | 2023-09-07
'23. 9. 7. 개관 | '23. 9. 7. | 2023-09-07
2023. 9. 7.~8. 전시 | 2023. 9. 7.~8. | 2023-09-07/2023-09-08
2023. 9. 7.~10. 8. 전시 | 2023. 9. 7.~10. 8. | 2023-09-07/2023-10-08
2023. 12. 30.~2024. 1. 2. 전시 | 2023. 12. 30.~2024. 1. 2. | 2023-12-30/2024-01-02
2023. 9.~11. 전시 | 2023. 9.~11. | 2023-09/2023-11
9-18-15로 적는다 | 9-18-15 | 2015-09-18
"""

# text | written | value | unit
DURATIONS = """
60년 역사의 상점 | 60년 | 60 | year
15일이 걸렸다 | 15일 | 15 | day
약 20일 뒤처졌다 | 약 20일 | 20 | day
3박 4일 여행 | 4일 | 4 | day
10일이 남았다 | 10일 | 10 | day
1시간 20분 30초를 기록했다 | 1시간 20분 30초 | 4830 | second
2년 6개월 만이다 | 2년 6개월 | 30 | month
한 시간 반을 달렸다 | 한 시간 반 | 1.5 | hour
향후 6년간 짓는다 | 6년간 | 6 | year
지난 5년간 늘었다 | 지난 5년간 | 5 | year
"""

NO_DATES = [
    "이번 주택 공급 대책",
    "다음 주자로 나섰다",
    "이번 주민 설명회",
    "힘을 내주는 사람",
    "광복절 특사로 나왔다",
    "크리스마스 트리",
    "봄철 산불",
    "주말농장과 주말 드라마",
    "주말에는 표가 없다",
    "오늘날의 도시",
    "전월세 시장",
]


def rows(*tables: str) -> list[tuple[str, ...]]:
    lines = [line for table in tables for line in table.strip().splitlines()]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    rows(MONTHS_AND_DAYS, NTH, PERIODS, WEEKS, DAYS, STRETCHES, TABLES),
)
def test_a_date_is_read_whole(text: str, written: str, value: str) -> None:
    first = next(each for each in read(text, language="ko", published=PUBLISHED))
    assert (first.written, first.quantity.kind, first.quantity.value) == (written, "date", value)


@pytest.mark.parametrize(("text", "written", "value", "unit"), rows(DURATIONS))
def test_a_duration_is_read_whole(text: str, written: str, value: str, unit: str) -> None:
    (only,) = read(text, language="ko", published=PUBLISHED)
    found = only.quantity
    assert (only.written, found.kind, str(found.value), found.unit) == (written, "duration", value, unit)


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert not [each for each in read(text, language="ko", published=PUBLISHED)]


def test_a_day_in_a_list_is_of_the_month_said_before_it() -> None:
    values = [
        each.quantity.value for each in read("11월 18일, 19일과 23일", language="ko", published=PUBLISHED)
    ]
    assert values == ["2022-11-18", "2022-11-19", "2022-11-23"]


def test_a_month_far_ahead_is_the_one_that_has_been() -> None:
    (december,) = read("12월 매출이 줄었다", language="ko", published="2023-01-09")
    (september,) = read("9월 축제가 열린다", language="ko", published="2023-01-09")
    assert (december.quantity.value, september.quantity.value) == ("2022-12", "2023-09")


def test_a_stretch_is_a_duration_where_no_day_of_publication_is_known() -> None:
    (only,) = read("지난 3년 동안 늘었다", language="ko")
    assert (only.quantity.kind, str(only.quantity.value), only.quantity.unit) == ("duration", "3", "year")


def test_a_stretch_is_as_fine_as_the_day_of_publication() -> None:
    (month,) = read("지난 2년 동안 늘었다", language="ko", published="2022-08~")
    (year,) = read("지난 2년 동안 늘었다", language="ko", published="2022")
    assert (month.quantity.value, year.quantity.value) == ("2020-08/2022-07", "2020/2021")


def test_a_year_and_day_that_do_not_exist_have_no_value() -> None:
    values = [each.quantity.value for each in read("2월 30일, 3000년 전", language="ko", published=PUBLISHED)]
    assert values == [None, None]


@pytest.mark.parametrize(
    "piece", ["지난 ", "3·4", "2024. ", "9~", "주 ", "1월 ", "부터 ", "마지막 ", "'24.", "1일, "]
)
def test_time_grows_with_the_length(piece: str) -> None:
    def spent(times: int) -> float:
        text = "1월 1일" + piece * times
        start = time.process_time()
        read(text, language="ko", published=PUBLISHED)
        return time.process_time() - start

    spent(100)
    small = min(spent(1_000) for _ in range(3))
    large = min(spent(8_000) for _ in range(2))
    assert large < 8 * small * 3 + 0.05
