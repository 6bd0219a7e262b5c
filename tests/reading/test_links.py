"""Sentences -> the changes in them with the two figures that each compares, as rows of a table."""

from __future__ import annotations

import pytest

from briefing.reading import read

KOREAN = """
매출은 2019년 480억원에서 지난해 715억원(5000만달러)으로 4년 만에 49% 늘었다. | 49% | 480억원 > 715억원
값은 1만700원으로, 1년 전 6,700원에서 59.7% 올랐다. | 59.7% | 6,700원 > 1만700원
영업이익은 전년 같은 기간(1조2000억원)보다 12% 증가한 1조3440억원을 기록했다. | 12% | 1조2000억원 > 1조3440억원
실업률은 3.2%에서 3.5%로 0.3%포인트 올랐다. | 0.3%포인트 | 3.2% > 3.5%
빈집은 800채였다. 5년 전(500채)보다 60% 늘었다. | 60% | 500채 > 800채
수출액은 90억달러로 2021년(60억달러)의 1.5배였다. | 1.5배 | 60억달러 > 90억달러
금리는 3.53%까지 올랐다가 14일 현재 3.41%로 12bp 내렸다. | 12bp | 3.53% > 3.41%
영업이익은 220억원으로 증권가 전망치(200억원)를 10% 웃돌았다. | 10% | 200억원 > 220억원
가산금리가 0.4%p에서 0.8%p로 약 두 배 높아졌다. | 약 두 배 | 0.4%p > 0.8%p
이익은 340억원이었다. 시장 기대(300억원)보다 많았고 부채는 5% 줄었다. | 5% |
참가자는 10만명에서 12만명으로 늘었고, 비용은 12% 줄었다. | 12% |
고용률은 62.9%로 전년 같은 달보다 0.4%p 올랐다. | 0.4%p |
대기업(91.2%)은 51.0%인 소기업과 40.2%포인트 차이다. | 40.2%포인트 |
찬성은 32.5%로, 반대(47.5%)와 15%포인트 차이가 났다. | 15%포인트 | 47.5% > 32.5%
성장률은 1.4%에서 -0.3%로 꺾였다가 0.2%로 올랐다. | 0.2% |
위쪽 10%가 아래쪽 10%의 8.1배를 번다. | 8.1배 |
역에서 3만명이 내려 5% 늘었다. | 5% |
"""
ENGLISH = """
Revenue climbed from $48 million in 2019 to $71.5 million last year, an increase of 49%. | 49% | $48 million > $71.5 million
Revenue rose 49% from $48 million to $71.5 million. | 49% | $48 million > $71.5 million
Profit rose 5% to $3 billion from $2.86 billion a year earlier. | 5% | $2.86 billion > $3 billion
It earned $71.5 million, up 49 percent from $48 million a year earlier. | 49 percent | $48 million > $71.5 million
A flat costs £187,500 now, against £142,000 in 2019, a rise of 32%. | 32% | £142,000 > £187,500
The rate fell by 0.2 percentage points to 3.5% from 3.7%. | 0.2 percentage points | 3.7% > 3.5%
It employs 1,200 people, three times the 400 it had in 2015. | three times | 400 > 1,200 people
Unemployment fell to 3.5% from 3.7%, while prices rose 2%. | 2% |
The index closed at 2,650, up 1.2 percent, with 300 stocks up from 200. | 1.2 percent |
"""
ROWS = [
    (language, *(cell.strip() for cell in row.split("|")))
    for language, table in (("ko", KOREAN), ("en", ENGLISH))
    for row in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "sentence", "change", "ends"), ROWS)
def test_a_change_knows_its_two_ends(language: str, sentence: str, change: str, ends: str) -> None:
    mentions = read(sentence, language=language, published="2024-05-01")
    found = next(mention for mention in mentions if mention.written == change)
    assert " > ".join(sentence[end.start : end.end] for end in found.of) == ends
