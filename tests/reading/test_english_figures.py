"""Figures as English news, reports and statistics say them, sentences of our own -> kind, value and unit."""

from __future__ import annotations

import time

import pytest

from briefing.model import Mention
from briefing.reading import read

AGES = """
Ivor Blake, 52, denied it | 52 | 52 | exact
Her son, six, was unhurt | six | 6 | exact
Among them were Mia, 9, and Josh, 12. | 9 | 9 | exact
children under five | under five | 5 | less_than
people aged 65 or over | 65 or over | 65 | at_least
29% are 65 and over | 65 and over | 65 | at_least
the over-75s pay nothing | over-75s | 75 | more_than
under-fives swim free | under-fives | 5 | less_than
boys aged seven to nine | seven to nine | 7..9 | exact
girls aged between 12 and 15 | between 12 and 15 | 12..15 | exact
among 16- to 24-year-olds | 16- to 24-year-olds | 16..24 | exact
She was 16 when it shut | 16 | 16 | exact
who is 64, retired | 64 | 64 | exact
"""

MEASURES = """
a 62,000-square-foot hall | 62,000-square-foot | 62000 | sq ft
a 45,000-square-metre hall | 45,000-square-metre | 45000 | m²
a 200-millimeter pipe | 200-millimeter | 200 | mm
a 110-kilovolt cable | 110-kilovolt | 110 | kV
1.3 million metric tons of rice | 1.3 million metric tons | 1300000 | t
14m tonnes of steel | 14m tonnes | 14000000 | t
a 3.5m wall | 3.5m | 3.5 | m
the 100m hurdles | 100m | 100 | m
12㎍/㎥ of dust | 12㎍/㎥ | 12 | µg/m³
35 micrograms per cubic metre | 35 micrograms per cubic metre | 35 | µg/m³
30 nautical miles off | 30 nautical miles | 30 | nmi
9.8 million barrels per day | 9.8 million barrels per day | 9800000 | bpd
two tablespoons of oil | two tablespoons | 2 | tbsp
a quarter cup of oil | a quarter cup | 0.25 | cup
half a mile away | half a mile | 0.5 | mi
a half-litre of milk | a half-litre | 0.5 | L
39.3C in the shade | 39.3C | 39.3 | °C
a 500-pound bomb | 500-pound | 500 | lb
he weighs 180 pounds | 180 pounds | 180 | lb
between 40 and 60 km/h | between 40 and 60 km/h | 40..60 | km/h
"""

COUNTS = """
1.4m doses were sent | 1.4m doses | 1400000 | count
2mil readers | 2mil readers | 2000000 | count
nine brokerages agreed | nine brokerages | 9 | count
20,000 new homes | 20,000 new homes | 20000 | count
31 previous convictions | 31 previous convictions | 31 | count
seven bus routes | seven bus routes | 7 | count
seven opposition proposals | seven | 7 | number
a 1,200-seat hall | 1,200-seat | 1200 | count
one man drowned | one man | 1 | count
one of the three suspects | one | 1 | number
Two died and one was hurt | one | 1 | number
one in five | one in five | 1/5 | ratio
one patient in ten waits | one patient in ten | 1/10 | ratio
lists fell by 2,314 to 7.4 million | 7.4 million | 7400000 | number
one school in four is full | one school in four | 1/4 | ratio
a 1-in-20 chance | 1-in-20 | 1/20 | ratio
cut by a fifth as demand sank | a fifth | 1/5 | ratio
the poorest quarter of pupils | quarter | 1/4 | ratio
rain was a quarter below normal | a quarter | 1/4 | ratio
half a percentage point | half a percentage point | 0.5 | points
a quarter-point rise | a quarter-point | 0.25 | points
half a percent of it | half a percent | 0.5 | percent
a million and a half | a million and a half | 1500000 | number
hundred and twelfth | hundred and twelfth | 112 | ordinal
the second-largest bank | second | 2 | ordinal
a distant second, at 9% | second | 2 | ordinal
for the first time since | first | 1 | ordinal
a one-year deal | one-year | 1 | duration
60.5 billion won the year before | 60.5 billion won | 60500000000 | money
$1.4 m was paid | $1.4 m | 1400000 | money
$3 and 50 cents | $3 and 50 cents | 3.50 | money
8 mil dollars | 8 mil dollars | 8000000 | money
7-1/4 cents a bushel | 7-1/4 cents | 7.25 | money
15p a share | 15p | 15 | money
between £3m and £5m | between £3m and £5m | 3000000..5000000 | money
"""

NOT_FIGURES = [
    "Call 0300 555 2368, or dial 111.",
    "Ring +1 757 555 0142 in an emergency.",
    "They met at half past nine in a 4-4-2 shape and lost 1-3 to Lyon.",
    "She won 6-4, 3-6, 7-5 and cheered the 5-4 ruling.",
    "Apollo 11 left from Terminal 2 by the number 7 bus.",
    "Phase 3 trials treat type 2 diabetes in Year 6 pupils.",
    "The Third Reich, the First Minister and a sixth sense.",
    "In the first place, he works half time.",
    "One of the best; the one to watch; one another.",
]


def written(text: str, words: str) -> Mention:
    return next(mention for mention in read(text, language="en") if mention.written == words)


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def value(mention: Mention) -> str:
    said = mention.record()["value"]
    return f"{said['low']}..{said['high']}" if isinstance(said, dict) else str(said)


@pytest.mark.parametrize(("text", "words", "years", "qualifier"), rows(AGES))
def test_age(text: str, words: str, years: str, qualifier: str) -> None:
    mention = written(text, words)
    quantity = mention.quantity
    assert [quantity.kind, value(mention), quantity.unit, quantity.qualifier] == [
        "age",
        years,
        "year",
        qualifier,
    ]


@pytest.mark.parametrize(("text", "words", "amount", "unit"), rows(MEASURES))
def test_measure(text: str, words: str, amount: str, unit: str) -> None:
    mention = written(text, words)
    assert [mention.quantity.kind, value(mention), mention.quantity.unit] == ["measure", amount, unit]


@pytest.mark.parametrize(("text", "words", "amount", "kind"), rows(COUNTS))
def test_figure(text: str, words: str, amount: str, kind: str) -> None:
    mention = written(text, words)
    assert [mention.quantity.kind, value(mention)] == [kind, amount]


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_what_is_no_figure(text: str) -> None:
    assert [mention.written for mention in read(text, language="en")] == []


@pytest.mark.parametrize(
    ("text", "words", "qualifier"),
    [
        ("well above the £12.3bn forecast", "£12.3bn", "exact"),
        ("jailed over £1.2m of thefts", "£1.2m", "exact"),
        ("it is short of 4,000 nurses", "4,000 nurses", "exact"),
        ("paid over £1.2m", "over £1.2m", "more_than"),
        ("just short of 4,000 nurses", "short of 4,000 nurses", "less_than"),
    ],
)
def test_a_comparison_is_no_qualifier(text: str, words: str, qualifier: str) -> None:
    assert written(text, words).quantity.qualifier == qualifier


def test_points_of_a_list_are_ranks_where_a_second_follows() -> None:
    listed = read("First, pay more. Second, hire. Third, wait.", language="en")
    assert [mention.written for mention in listed] == ["First", "Second", "Third"]
    assert read("First, pay more. Then wait.", language="en") == ()


def test_distance_and_end_of_a_move_are_two_figures() -> None:
    assert [m.written for m in read("The stock fell 3p to 412p.", language="en")] == ["3p", "412p"]


@pytest.mark.parametrize("piece", ["one in ", "First, go. ", "6-4, ", "half a ", "two and one ", "0300 555 "])
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        read(piece * count, language="en")
        return time.process_time() - began

    seconds(200)
    assert seconds(8000) < 16 * max(seconds(2000), 0.002)
