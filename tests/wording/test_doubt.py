"""Figures easily heard as another: ranges of two scales, negatives, dozens, counters that make a word."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.model import Quantity, Range
from briefing.wording import say
from tests.wording.quantities import date, q, share, span


@pytest.mark.parametrize(
    ("low", "high", "ko", "press", "en"),
    [
        # 1~25만 is heard as 1만 to 25만
        (1, 250_000, "1명~25만 명", "1명~25만명", "1–250,000 people"),
        (1_000, 30_000_000, "1,000명~3,000만 명", "1000명~3000만명", "1,000 to 30 million people"),
        (1, 30_000_000, "1명~3,000만 명", "1명~3000만명", "1 to 30,000,000 people"),
        (150, 2_000_000, "150명~200만 명", "150명~200만명", "150 to 2,000,000 people"),
        # here the first end would be greater than the second, so nobody hears it
        (5_000, 10_000, "5,000~1만 명", "5000~1만명", "5,000–10,000 people"),
        (9_000, 20_000, "9,000~2만 명", "9000~2만명", "9,000–20,000 people"),
        # the second ends in digits, or the first has a scale of its own
        (200, 20_425, "200~2만 425명", "200~2만425명", "200–20,425 people"),
        (10_000, 250_000, "1만~25만 명", "1만~25만명", "10,000–250,000 people"),
        (500_000, 300_000_000, "50만~3억 명", "50만~3억명", "500,000 to 300 million people"),
    ],
)
def test_the_ends_of_a_range_of_two_scales(low, high, ko, press, en):
    people = span("count", low, high, "person")
    assert say(people, language="ko") == ko
    assert say(people, language="ko", style="press") == press
    assert say(people, language="en", form="unit") == en


@pytest.mark.parametrize(
    ("low", "high", "ko", "en"),
    [
        (1, 39_000_000_000, "1달러~390억 달러", "$1 to $39,000,000,000"),
        (250_000, 39_000_000_000, "25만~390억 달러", "$250,000 to $39 billion"),
        (10**9, 39 * 10**9, "10억~390억 달러", "$1–39 billion"),
        (900_000_000, 1_200_000_000, "9억~12억 달러", "$900 million to $1.2 billion"),
    ],
)
def test_the_ends_of_a_range_of_money(low, high, ko, en):
    assert say(span("money", low, high, "USD"), language="ko") == ko
    assert say(span("money", low, high, "USD"), language="en") == en


def test_compact_ranges_leave_no_doubt_either():
    people = span("count", 1, 35_000, "person")
    assert say(people, language="ko", form="compact") == "1명~3.5만 명"
    assert say(people, language="ko") == "1~3만 5,000명"


def test_a_range_without_a_unit_keeps_its_second_end_in_digits():
    assert say(span("number", 1, 250_000), language="ko") == "1~250,000"
    assert say(span("number", 1, 250_000), language="ko", style="press") == "1~250000"


@pytest.mark.parametrize(
    ("quantity", "ko", "ko_table", "en"),
    [
        (q("percent", "-3.2"), "마이너스 3.2%", "−3.2%", "−3.2%"),
        (q("percent", "-3.2", None, "about"), "약 마이너스 3.2%", "약 −3.2%", "about −3.2%"),
        (q("percent", -3, None, "at_most"), "마이너스 3% 이하", "−3% 이하", "no more than −3%"),
        (q("points", "-0.5"), "마이너스 0.5%포인트", "−0.5%p", "−0.5 percentage points"),
        (q("money", -5_000_000, "USD"), "마이너스 500만 달러", "−500만 달러", "−$5 million"),
        (q("money", -5_000_000, "CAD"), "마이너스 500만 캐나다 달러", "−500만 캐나다 달러", "−5 million Canadian dollars"),
        (q("count", -12_000, "person"), "마이너스 1만 2,000명", "−1만 2,000명", "−12,000"),
        (q("measure", "-5.2", "°C"), "영하 5.2°C", "−5.2°C", "−5.2 °C"),
        (q("measure", -5, "km"), "마이너스 5km", "−5km", "−5 km"),
        (span("percent", -3, 5), "−3%~5%", "−3%~5%", "−3% to 5%"),
        (span("percent", -5, -3), "−5%~−3%", "−5%~−3%", "−5% to −3%"),
        (span("measure", -5, 3, "°C"), "−5°C~3°C", "−5°C~3°C", "−5 to 3 °C"),
        (span("money", -5_000_000, 3_000_000, "USD"),
         "−500만 달러~300만 달러", "−500만 달러~300만 달러", "−$5 million to $3 million"),
    ],
)  # fmt: skip
def test_negative_figures(quantity, ko, ko_table, en):
    assert say(quantity, language="ko") == ko
    assert say(quantity, language="ko", form="table") == ko_table
    assert say(quantity, language="en") == en


@pytest.mark.parametrize(
    ("low", "high", "unit", "ko", "en"),
    [
        (10, 100, "person", "수십 명", "dozens of people"),
        (24, 96, "person", "수십 명", "dozens of people"),
        (24_000, 96_000, "person", "수만 명", "tens of thousands of people"),
        (10**6, 10**7, "person", "수백만 명", "millions of people"),
        (10**13, 10**14, "person", "수십조 명", "tens of trillions of people"),
        (2, 9, "company", "몇 개사", "several companies"),
    ],
)
def test_vague_counts(low, high, unit, ko, en):
    vague = span("count", low, high, unit, vague=True)
    assert say(vague, language="ko") == ko
    assert say(vague, language="en", form="unit") == en


@pytest.mark.parametrize(
    ("quantity", "ko", "press", "en"),
    [
        (span("money", 10**9, 10**10, "USD", vague=True), "수십억 달러", "수십억달러", "billions of dollars"),
        (span("money", 10**8, 10**9, "KRW", vague=True), "수억 원", "수억원", "hundreds of millions of won"),
        (span("money", 10**6, 10**7, "CAD", vague=True),
         "수백만 캐나다 달러", "수백만 캐나다달러", "millions of Canadian dollars"),
        (span("percent", 10, 100, vague=True), "수십 %", "수십%", "dozens of per cent"),
        (span("duration", 10, 100, "year", vague=True), "수십 년", "수십년", "decades"),
        (span("duration", 2, 9, "month", vague=True), "몇 개월", "몇 개월", "several months"),
        (span("multiple", 2, 9, vague=True), "몇 배", "몇 배", "several times"),
    ],
)  # fmt: skip
def test_vague_figures(quantity, ko, press, en):
    assert say(quantity, language="ko") == ko
    assert say(quantity, language="ko", style="press") == press
    assert say(quantity, language="en") == en


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("points", 49), "49-percentage-point"),
        (q("measure", 20, "kg"), "20 kg"),
        (q("measure", 30, "acre"), "30-acre"),
        (q("duration", 4, "year"), "four-year"),
        (q("age", 35, "year"), "35-year-old"),
        (span("duration", 10, 100, "month", vague=True), "dozens of months"),
    ],
)
def test_before_a_noun(quantity, words):
    assert say(quantity, language="en", form="attributive") == words


def test_american_english_spells_percent_as_one_word():
    assert say(span("percent", 10, 100, vague=True), language="en-US") == "dozens of percent"


@pytest.mark.parametrize(
    ("quantity", "press"),
    [
        (q("count", 5 * 10**12, "case"), "5조 건"),
        (q("count", 5 * 10**12, "view"), "5조 회"),
        (q("count", 3 * 10**8, "item", counter="대"), "3억 대"),
        (span("count", 10**12, 10**13, "case", vague=True), "수조 건"),
        (q("count", 3 * 10**8, "case"), "3억건"),
        (q("count", 50_000, "item", counter="대"), "5만대"),
        (q("count", "5000000000001", "case"), "5조1건"),
        (q("money", 5 * 10**12, "KRW"), "5조원"),
    ],
)
def test_press_keeps_apart_what_would_make_another_word(quantity, press):
    assert say(quantity, language="ko", style="press") == press


def test_cars_are_not_decades_of_life():
    assert say(span("count", 215, 333, "item", counter="대"), language="ko") == "215~333대"
    assert say(span("age", 20, 39, "year", counter="대"), language="en") == "20s to 30s"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (share(1, 7, "person", "less_than"), "fewer than one in seven"),
        (share(1, 2, None, "less_than"), "less than half"),
        (share(2, 4), "two in four"),  # two quarters is half a year
        (q("age", 35, "year", "less_than"), "under 35"),
        (q("age", 65, "year", "more_than"), "over 65"),
        (q("measure", 1, "acre"), "1 acre"),
        (q("measure", 1, "ft"), "1 foot"),
        (q("measure", 90, "°"), "90 degrees"),
        (q("multiple", 1), "1-fold"),
        (span("multiple", 2, 3), "two to three times"),
        (span("multiple", 20, 30), "20–30 times"),
        (q("ordinal", 113), "113th"),
        (date("2023-Q1", part="early"), "early in the first quarter of 2023"),
    ],
)
def test_what_an_english_editor_would_change(quantity, words):
    assert say(quantity, language="en") == words


NUMBERS = [
    Decimal(n) for n in ("1", "9.5", "999", "9999", "10000", "250000", "3e7", "15000000", "39e9", "5e12")
]


@pytest.mark.parametrize("style", ["office", "orthography", "press"])
def test_no_two_ranges_are_said_alike(style):
    """However far apart the ends are, each range is heard as itself."""
    pairs = [Range(low, high) for low in NUMBERS for high in NUMBERS if low < high]
    for kind, unit in (("count", "person"), ("money", "USD"), ("number", None)):
        for language, tone in (("ko", style), ("en", "en-GB"), ("en", "en-US")):
            words = {say(Quantity(kind, pair, unit), language=language, style=tone) for pair in pairs}
            assert len(words) == len(pairs)
