"""Korean sentences of our own -> the figures in them, as rows of a table."""

from __future__ import annotations

import pytest

from briefing.model import Mention
from briefing.reading import read

PUBLISHED = "2021-11-18"

# text | written | kind | value | unit | qualifier
FIGURES = """
어민 4382명이 모였다 | 4382명 | count | 4382 | person | exact
예산은 약 2조3000억원이다 | 약 2조3000억원 | money | 2300000000000 | KRW | about
수출은 18.5억달러였다 | 18.5억달러 | money | 1850000000 | USD | exact
항구에 7만2310명이 왔다 | 7만2310명 | count | 72310 | person | exact
4천317억원을 들였다 | 4천317억원 | money | 431700000000 | KRW | exact
비용은 6억 700만 원이다 | 6억 700만 원 | money | 607000000 | KRW | exact
삼천이백만 원을 냈다 | 삼천이백만 원 | money | 32000000 | KRW | exact
전력 수요가 거의 83%까지 찼다 | 거의 83% | percent | 83 | None | nearly
점유율이 2.4%포인트 올랐다 | 2.4%포인트 | points | 2.4 | None | exact
풍력 단지 200배 이상 커졌다 | 200배 이상 | multiple | 200 | None | at_least
발전량이 두 배로 늘었다 | 두 배 | multiple | 2 | None | exact
최대 30억달러를 빌린다 | 최대 30억달러 | money | 3000000000 | USD | at_most
50억원이 넘는 손실 | 50억원이 넘는 | money | 5000000000 | KRW | more_than
병원 300여 곳이 문을 닫았다 | 300여 곳 | count | 300 | place | more_than
5천 명 미만인 마을 | 5천 명 미만 | count | 5000 | person | less_than
농가 세 곳에서 | 세 곳 | count | 3 | place | exact
바다에 면한 네 나라 | 네 나라 | count | 4 | country | exact
회원 27개국이 서명했다 | 27개국 | count | 27 | country | exact
운전자 9명 중 2명은 | 9명 중 2명 | ratio | 2/9 | None | exact
선박 60척 중 1척이 | 60척 중 1척 | ratio | 1/60 | None | exact
예산의 절반이다 | 절반 | ratio | 1/2 | None | exact
전체의 5분의 3이다 | 5분의 3 | ratio | 3/5 | None | exact
두 번째 다리가 놓였다 | 두 번째 | ordinal | 2 | None | exact
제3차 회의 | 제3차 | ordinal | 3 | None | exact
박모(52)씨가 나섰다 | 52 | age | 52 | year | exact
1시간 20분이 걸린다 | 1시간 20분 | duration | 80 | minute | exact
향후 6년간 짓는다 | 6년간 | duration | 6 | year | exact
시속 90km로 달렸다 | 시속 90km | measure | 90 | km/h | exact
사장 연봉 12억 시대 | 12억 | money | 1200000000 | KRW | exact
"""

RANGES = """
150~180명을 뽑는다 | 150~180명 | 150 | 180
3만∼4만대를 판다 | 3만∼4만대 | 30000 | 40000
7~9억원이 든다 | 7~9억원 | 700000000 | 900000000
수백만 원을 물었다 | 수백만 원 | 1000000 | 10000000
수십억 달러를 썼다 | 수십억 달러 | 1000000000 | 10000000000
서너 명이 남았다 | 서너 명 | 3 | 4
"""

DATES = """
지난해 6월 착공했다 | 지난해 6월 | 2020-06
작년에는 비가 왔다 | 작년 | 2020
올해 상반기 실적 | 올해 상반기 | 2021-H1
지난 2월 문을 열었다 | 지난 2월 | 2021-02
지난 12월 닫았다 | 지난 12월 | 2020-12
15일(현지시간) 밝혔다 | 15일 | 2021-11-15
지난 2~3일 열렸다 | 지난 2~3일 | 2021-11-02/2021-11-03
오는 24일 연다 | 오는 24일 | 2021-11-24
2019년 3분기 | 2019년 3분기 | 2019-Q3
1980년대에 세웠다 | 1980년대 | 198X
2018.04.07. 등록 | 2018.04.07. | 2018-04-07
2년 전 시작했다 | 2년 전 | 2019
지난달 12일 통과했다 | 지난달 12일 | 2021-10-12
2016∼2019년 사이 | 2016∼2019년 | 2016/2019
"""

NOT_FIGURES = [
    "한편 한국과 북한의 공원",
    "연구원과 사원이 공조해 수사했다",
    "이 정부는 만일에 대비한다",
    "KTX-2와 무궁화3의 차이",
    "문의는 02-345-6789",
    "누리집은 https://example.org/2021/11",
    "오전 10시 30분에 모인다",
    "하나의 시장, 하나의 목소리",
    "한 연구자는 그렇게 말했다",
    "수많은 수도권 주민이 서명했다",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def written(text: str, words: str) -> Mention:
    return next(
        mention for mention in read(text, language="ko", published=PUBLISHED) if mention.written == words
    )


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit", "qualifier"), rows(FIGURES))
def test_figure(text: str, words: str, kind: str, value: str, unit: str, qualifier: str) -> None:
    record = written(text, words).record()
    assert [record["kind"], record["value"], str(record["unit"]), record["qualifier"]] == [
        kind,
        value,
        unit,
        qualifier,
    ]


@pytest.mark.parametrize(("text", "words", "low", "high"), rows(RANGES))
def test_range(text: str, words: str, low: str, high: str) -> None:
    assert written(text, words).record()["value"] == {"low": low, "high": high}


@pytest.mark.parametrize(("text", "words", "edtf"), rows(DATES))
def test_date(text: str, words: str, edtf: str) -> None:
    assert written(text, words).quantity.value == edtf


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_ordinary_words_are_no_figures(text: str) -> None:
    assert read(text, language="ko") == ()


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("34%", "1"),
        ("33만5250명", "1"),
        ("27.5억원", "10000000"),
        ("3조7000억원", "100000000"),
        ("2.50%", "0.01"),
    ],
)
def test_step_is_the_smallest_unit_stated(words: str, step: str) -> None:
    assert str(read(words, language="ko")[0].quantity.step) == step


def test_conversion_in_brackets_equals_the_figure_before_it() -> None:
    first, second = read("18억달러(약 2조1000억원)를 들였다", language="ko")
    assert second.equals == first.span and second.quantity.qualifier == "about"


def test_a_change_knows_its_two_ends() -> None:
    mentions = read("요금은 2019년 40만원(300달러)에서 2021년 52만원(400달러)으로 30% 올랐다", language="ko")
    change = next(mention for mention in mentions if mention.quantity.kind == "percent")
    assert [each.written for each in mentions if each.span in change.of] == ["40만원", "52만원"]


def test_a_multiple_compares_with_the_figure_in_brackets() -> None:
    mentions = read(
        "환자는 6200명이었다. 4년 전(1550명)과 견줘 4배로 늘었다.", language="ko", published="2021"
    )
    multiple = mentions[-1]
    assert {each.written for each in mentions if each.span in multiple.of} == {"6200명", "1550명"}


def test_years_before_count_from_the_nearest_earlier_date() -> None:
    text = "2018년 기준 빈집은 800채였다. 5년 전과 견줘 늘었다."
    assert [m.quantity.value for m in read(text, language="ko", published="2021-11-18")][-1] == "2013"


def test_relative_date_without_publication_says_its_distance() -> None:
    quantity = read("지난해 문을 열었다", language="ko")[0].quantity
    assert (quantity.value, quantity.relative) == (None, "-P1Y")


def test_part_of_a_year() -> None:
    quantity = read("2020년 초 닫았다", language="ko")[0].quantity
    assert (quantity.value, quantity.part) == ("2020", "early")
