"""English figures that take their meaning from the words beside them -> kind, value and unit, as rows of a table."""

from __future__ import annotations

import pytest

from briefing.model import Mention, Range, Ratio
from briefing.reading import read

PUBLISHED = "2024-12-09"

FIGURES = """
highs of 30 C (86 F) on Tuesday | 86 F | measure | 86 | °F
it fell to 5 C / 41 F overnight | 5 C | measure | 5 | °C
lows of -5 to -10C are due | -5 to -10C | measure | -10..-5 | °C
it needs 16 to 20 more hours | 16 to 20 more hours | duration | 16..20 | hour
the 6ft 2in striker | 6ft 2in | measure | 74 | in
at 6-foot-3 he is tall | 6-foot-3 | measure | 75 | in
five feet seven inches tall | five feet seven inches | measure | 67 | in
she weighs 13st 4lb | 13st 4lb | measure | 186 | lb
growth of −5% to −3% | −5% to −3% | percent | -5..-3 | None
a result of −$5 million to $3 million | −$5 million to $3 million | money | -5000000..3000000 | USD
the share fell $3.57 to $73.57 | $73.57 | money | 73.57 | USD
petrol fell by 2p to 134.8p | 134.8p | money | 134.8 | penny
stocks rose by 9 million barrels to 420 million barrels | 420 million barrels | measure | 420000000 | bbl
crops grew by 3 million tons to 798 million | 798 million | measure | 798000000 | t
it pumps 1.1 million bpd, up from 450,000 in May | 450,000 | measure | 450000 | bpd
the gap narrowed to 7 percentage points from 11 a decade ago | 11 | points | 11 | None
turnout was 59.8%, down 7.5 points from 67.3% | 7.5 points | points | 7.5 | None
debt will rise by 2.8 points to 95% of GDP | 2.8 points | points | 2.8 | None
the margin of error is 3 points | 3 points | points | 3 | None
the index lost 48.8 points, or 1.9%, to 2,455 | 48.8 points | count | 48.8 | point
Manila released 500 million pesos | 500 million pesos | money | 500000000 | PHP
Mexico will spend 20 billion pesos | 20 billion pesos | money | 20000000000 | MXN
it cost 300 pesos | 300 pesos | money | 300 | None
the boys, aged 3, 5 and 9, were found | 9 | age | 9 | year
their sons, 12 and 14, survived | 14 | age | 14 | year
in their late 30s and early 40s | 40s | age | 40..49 | year
people in their 20s to 30s | 20s to 30s | age | 20..39 | year
two million residents are over 65 | over 65 | age | 65 | year
she called 77 times in a day | 77 times | count | 77 | time
he was arrested 12 times. | 12 times | count | 12 | time
it trades at 12 times earnings | 12 times | multiple | 12 | None
sales grew five times. | five times | multiple | 5 | None
roughly six in 10, and a fifth did so by post | a fifth | ratio | 1/5 | None
a further third arrived late | third | ratio | 1/3 | None
two grandchildren, and a third is due in May | third | ordinal | 3 | None
just over three quarters of patients | just over three quarters | ratio | 3/4 | None
spread over four passes | four | number | 4 | None
profit rose 5.5pc | 5.5pc | percent | 5.5 | None
the rate edged up to 4.2% in May | 4.2% | percent | 4.2 | None
1,000-plus requests | 1,000-plus | number | 1000 | None
"""
DATES = """
this year's budget | this year's | 2024
last month's rise | last month's | 2024-11
warmer than last winter's | last winter's | 2023-24
Saturday's 3-1 defeat could cost the club | Saturday's | 2024-12-07
They face Villa on Sunday | Sunday | 2024-12-15
The meeting is Thursday. | Thursday | 2024-12-12
Forecasters expect landfall on Saturday | Saturday | 2024-12-14
Traders saw an 85% chance of a cut at the Fed's Dec. 17-18 meeting | Dec. 17-18 | 2024-12-17/2024-12-18
He was arrested on 20 December | 20 December | 2023-12-20
a chance of 37 percent, up from 25 percent in October | October | 2024-10
fares are due to go up by 4.9% on 3 March | 3 March | 2025-03-03
more hours are already scheduled for May | May | 2025-05
Around 2015 it closed | Around 2015 | 2015
lost in the 1700s | 1700s | 1700/1799
a 1632 portrait of a lady | 1632 | 1632
from spring to autumn 2023 | spring to autumn 2023 | 2023-21/2023-23
"""
NOT_FIGURES = [
    "The S&P 500, the FTSE 100 and the Russell 2000 fell.",
    "It dates from the 4th century BC.",
]
CHANGES = """
It spent £1.96bn, 17 per cent less than last summer's record £2.36bn. | 17 per cent | £2.36bn > £1.96bn
Absence reached 7.2% in October, twice the industry average of 3.6%. | twice | 3.6% > 7.2%
Inflation rose to 3.3% from 3.2%, and prices edged up to 5%. | 3.3% |
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def written(text: str, words: str) -> Mention:
    return next(m for m in read(text, language="en", published=PUBLISHED) if m.written == words)


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit"), rows(FIGURES))
def test_figure(text: str, words: str, kind: str, value: str, unit: str) -> None:
    quantity = written(text, words).quantity
    said = quantity.value
    if isinstance(said, Range):
        shown = f"{said.low}..{said.high}"
    else:
        shown = f"{said.part}/{said.whole}" if isinstance(said, Ratio) else str(said)
    assert (quantity.kind, shown, str(quantity.unit)) == (kind, value, unit)


@pytest.mark.parametrize(("text", "words", "value"), rows(DATES))
def test_date(text: str, words: str, value: str) -> None:
    assert written(text, words).quantity.value == value


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_no_figure(text: str) -> None:
    assert read(text, language="en", published=PUBLISHED) == ()


@pytest.mark.parametrize(("text", "change", "ends"), rows(CHANGES))
def test_change(text: str, change: str, ends: str) -> None:
    found = written(text, change)
    assert " > ".join(text[end.start : end.end] for end in found.of) == ends
