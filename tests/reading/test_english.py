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

RANGES = """
between 150 and 180 people | 150 and 180 people | 150 | 180
7–9 billion euros | 7–9 billion euros | 7000000000 | 9000000000
tens of millions of dollars | tens of millions of dollars | 10000000 | 100000000
hundreds of firms | hundreds of firms | 100 | 1000
a few hundred people | a few hundred people | 100 | 1000
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
"""

NOT_FIGURES = [
    "They help one another, and no one doubts it.",
    "At first it may march ahead; on the one hand, it did.",
    "One of the reasons is the first-class service of a third party.",
    "See https://example.org/2021/11 or write to a.b2@example.org.",
    "The KTX-2 runs at 10:30.",
    "One day, the next step and the last word.",
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
