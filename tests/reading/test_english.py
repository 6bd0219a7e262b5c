"""English sentences of our own -> the figures in them, as rows of a table."""

from __future__ import annotations

import pytest

from briefing.model import Mention
from briefing.reading import read

PUBLISHED = "2021-11-18"

FIGURES = """
The port lost 4,382 workers | 4,382 workers | count | 4382 | person | exact
It cost about $2.3 billion | about $2.3 billion | money | 2300000000 | USD | about
a £1.45m grant | £1.45m | money | 1450000 | GBP | exact
some 3.2 trillion won | some 3.2 trillion won | money | 3200000000000 | KRW | about
nearly 83% of it | nearly 83% | percent | 83 | None | nearly
11.7 per cent | 11.7 per cent | percent | 11.7 | None | exact
up 2.4 percentage points | 2.4 percentage points | points | 2.4 | None | exact
at least 200 times | at least 200 times | multiple | 200 | None | at_least
output doubled | doubled | multiple | 2 | None | exact
a threefold rise | threefold | multiple | 3 | None | exact
one in nine drivers | one in nine | ratio | 1/9 | None | exact
1 in 60 ships | 1 in 60 | ratio | 1/60 | None | exact
half of the budget | half | ratio | 1/2 | None | exact
three quarters of them | three quarters | ratio | 3/4 | None | exact
a third of the fleet | a third | ratio | 1/3 | None | exact
up to 27 countries | up to 27 countries | count | 27 | country | at_most
more than 50 firms | more than 50 firms | count | 50 | company | more_than
the seven hospitals | seven hospitals | count | 7 | institution | exact
a six-year plan | six-year | duration | 6 | year | exact
the 21st bridge | 21st | ordinal | 21 | None | exact
two hundred and four people | two hundred and four people | count | 204 | person | exact
67k users | 67k users | count | 67000 | person | exact
"""

NUMERALS = """
three and a fifth | three and a fifth | number | 3.2
three dozens | three dozens | number | 36
a hundred and three quarters | a hundred and three quarters | number | 100.75
3 million and a half | 3 million and a half | number | 3500000
two fifths of a billion | two fifths of a billion | number | 400000000
three quarters of a million | three quarters of a million | number | 750000
4 thousand 3 hundred and 21 | 4 thousand 3 hundred and 21 | number | 4321
two hundred point seventy-one | two hundred point seventy-one | number | 200.71
40 000 tonnes | 40 000 tonnes | measure | 40000
30 lakh voters | 30 lakh voters | count | 3000000
two crore twelve lakh | two crore twelve lakh | number | 21200000
10G | 10G | number | 10000000000
5K | 5K | number | 5000
1 over 3 | 1 over 3 | ratio | 1/3
three twenty-firsts | three twenty-firsts | ratio | 3/21
three-fourths of it | three-fourths | ratio | 3/4
a trillionth | a trillionth | ratio | 1/1000000000000
¾ | ¾ | ratio | 3/4
3½ miles | 3½ miles | measure | 3.5
naught | naught | number | 0
raised by 25 basis points | 25 basis points | points | 0.25
"""

MONEY = """
one dollar and 43 | one dollar and 43 | 1.43 | USD
15 dollars 50. | 15 dollars 50 | 15.50 | USD
20 ringgit and 43 sen | 20 ringgit and 43 sen | 20.43 | MYR
64.2 cents a share | 64.2 cents | 64.2 | cent
210 pence a share | 210 pence | 210 | penny
300m yuan | 300m yuan | 300000000 | CNY
5M Canadian dollars | 5M Canadian dollars | 5000000 | CAD
5 lakh rupees | 5 lakh rupees | 500000 | INR
42 Egyptian pounds | 42 Egyptian pounds | 42 | EGP
a quarter million US dollars | a quarter million US dollars | 250000 | USD
75 USD million | 75 USD million | 75000000 | USD
over 30 MUSD | over 30 MUSD | 30000000 | USD
about MAUD 60 | about MAUD 60 | 60000000 | AUD
NZD$15 | NZD$15 | 15 | NZD
QAR 20m | QAR 20m | 20000000 | QAR
100₾ | 100₾ | 100 | GEL
10 dinars | 10 dinars | 10 | None
"""

RANGES = """
between 150 and 180 people | between 150 and 180 people | 150 | 180
7–9 billion euros | 7–9 billion euros | 7000000000 | 9000000000
tens of millions of dollars | tens of millions of dollars | 10000000 | 100000000
hundreds of firms | hundreds of firms | 100 | 1000
a few hundred people | a few hundred people | 100 | 1000
several hundred thousand people | several hundred thousand people | 100000 | 1000000
several people | several people | 2 | 9
tens of thousands of people | tens of thousands of people | 10000 | 100000
billions of dollars | billions of dollars | 1000000000 | 10000000000
dozens were hurt | dozens | 24 | 96
From 10 dollars to 20 dollars | 10 dollars to 20 dollars | 10 | 20
between 10 dollars and 20 dollars | between 10 dollars and 20 dollars | 10 | 20
8% to 13% | 8% to 13% | 8 | 13
women in their 20s | 20s | 20 | 29
decades of war | decades | 10 | 100
"""

DATES = """
in June 2020 | June 2020 | 2020-06
on 15 November | 15 November | 2021-11-15
March 5, 2019 | March 5, 2019 | 2019-03-05
last year | last year | 2020
next month | next month | 2021-12
Q3 2019 | Q3 2019 | 2019-Q3
early 2018 | early 2018 | 2018
from 2016 to 2019 | 2016 to 2019 | 2016/2019
2016–19 | 2016–19 | 2016/2019
In 2019. Three years earlier it rained | Three years earlier | 2016
two years ago | two years ago | 2019
30 December 2023 to 2 January 2024 | 30 December 2023 to 2 January 2024 | 2023-12-30/2024-01-02
between May and July 2020 | between May and July 2020 | 2020-05/2020-07
March 28 to April 3, 2019 | March 28 to April 3, 2019 | 2019-03-28/2019-04-03
Q1–Q3 2020 | Q1–Q3 2020 | 2020-Q1/2020-Q3
the autumn of 2019 | autumn of 2019 | 2019-23
"""

NOT_FIGURES = [
    "They help one another, and no one doubts it.",
    "At first it may march ahead; on the one hand, it did.",
    "One of the reasons is the first-class service of a third party.",
    "See https://example.org/2021/11 or write to a.b2@example.org.",
    "The KTX-2 runs at 10:30.",
    "One day, the next step and the last word.",
    "He doubled back to May Street, ran a 5K run and used the 5G network.",
    "They said a few words in the second half, on second thoughts.",
    "See Chapter 3, Section 2, page 14 and Article 50.",
    "She won a prize for several years; the team won the cup.",
    "The pound rose against the dollar; it is one of the best ever.",
    "First, a person asked a question and may march ahead.",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def written(text: str, words: str) -> Mention:
    return next(
        mention for mention in read(text, language="en", published=PUBLISHED) if mention.written == words
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


@pytest.mark.parametrize(("text", "words", "kind", "value"), rows(NUMERALS))
def test_numeral(text: str, words: str, kind: str, value: str) -> None:
    record = written(text, words).record()
    assert [record["kind"], record["value"]] == [kind, value]


@pytest.mark.parametrize(("text", "words", "value", "unit"), rows(MONEY))
def test_money(text: str, words: str, value: str, unit: str) -> None:
    record = written(text, words).record()
    assert [record["kind"], record["value"], str(record["unit"])] == ["money", value, unit]


def test_over_a_time_is_no_more_than_it() -> None:
    assert written("Output grew over three years.", "three years").quantity.qualifier == "exact"
    assert written("It ran for over three years.", "over three years").quantity.qualifier == "more_than"


def test_where_a_change_began_and_ended_are_two_figures() -> None:
    mentions = read("Fares rose from 10 dollars to 20 dollars, up 100%.", language="en")
    assert [mention.written for mention in mentions] == ["10 dollars", "20 dollars", "100%"]
    assert mentions[2].of == (mentions[0].span, mentions[1].span)


@pytest.mark.parametrize(("text", "words", "low", "high"), rows(RANGES))
def test_range(text: str, words: str, low: str, high: str) -> None:
    assert written(text, words).record()["value"] == {"low": low, "high": high}


@pytest.mark.parametrize(("text", "words", "edtf"), rows(DATES))
def test_date(text: str, words: str, edtf: str) -> None:
    assert written(text, words).quantity.value == edtf


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_ordinary_words_are_no_figures(text: str) -> None:
    assert read(text, language="en") == ()


def test_conversion_and_change_are_linked() -> None:
    mentions = read("Fares rose from $300 (about 400,000 won) to $390, up 30%.", language="en")
    assert mentions[1].equals == mentions[0].span
    assert mentions[3].of == (mentions[0].span, mentions[2].span)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministry said on Monday that ferries were full", "2024-05-06"),
        ("Talks ended on Wednesday without a deal", "2024-05-08"),
        ("Talks ended on Thursday without a deal", "2024-05-02"),
        ("The council will meet on Monday to vote", "2024-05-13"),
        ("Bids are due by Friday", "2024-05-10"),
        ("He left on Monday. The fair will open in June", "2024-05-06"),
        ("Friday", "2024-05-10"),
    ],
)
def test_a_weekday_that_is_told_of_is_past(text, day):
    (first, *_) = read(text, language="en", published="2024-05-08")
    assert first.quantity.value == day
