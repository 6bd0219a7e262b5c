"""Quantities and how English writes them."""

from __future__ import annotations

import pytest

from briefing.model import Quantity, Refusal
from briefing.wording import say
from tests.wording.quantities import q, share, span


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("count", 51425, "person"), "51,425"),
        (q("count", 8579, "person"), "8,579"),
        (q("money", 335250, "USD"), "$335,250"),
        (q("money", 20_000_000, "USD"), "$20 million"),
        (q("money", "2750000000.0", "USD"), "$2.75 billion"),
        (q("money", 3_700_000_000_000, "KRW", "about"), "about ₩3.7 trillion"),
        (q("percent", 70, None, "nearly"), "nearly 70%"),
        (q("multiple", 100, None, "at_least"), "at least 100-fold"),
        (share(1, 7, "person"), "one in seven"),
        (q("points", 49), "49 percentage points"),
    ],
)
def test_the_table(quantity, words):
    assert say(quantity, language="en") == words
    assert say(quantity, language="en", style="en-US") == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("money", 1_000_000, "USD"), "$1 million"),
        (q("money", 999_999, "USD"), "$999,999"),
        (q("money", 26_326_000_000, "KRW"), "₩26.326 billion"),
        (q("money", 337_000_000, "KRW"), "₩337 million"),
        (q("money", 12_345_678_901, "USD"), "$12,345,678,901"),
        (q("money", 1_234_567, "GBP"), "£1,234,567"),
        (q("money", "12.5", "USD"), "$12.50"),
        (q("money", 5, "EUR"), "€5"),
        (q("money", 300_000_000, "CNY"), "300 million yuan"),
        (q("money", 5_000_000, "CAD"), "5 million Canadian dollars"),
        (q("money", -5_000_000, "USD"), "−$5 million"),
        (q("money", 2_000_000_000, "USD", "at_most"), "up to $2 billion"),
        (q("money", 2_000_000_000, "USD", "more_than"), "more than $2 billion"),
        (span("money", 2_000_000_000, 3_000_000_000, "USD"), "$2–3 billion"),
        (span("money", 900_000_000, 1_200_000_000, "USD"), "$900 million to $1.2 billion"),
        (span("money", 200_000, 300_000, "USD"), "$200,000–300,000"),
        (span("money", 10**9, 10**10, "USD", vague=True), "billions of dollars"),
        (span("money", 10**7, 10**8, "KRW", vague=True), "tens of millions of won"),
    ],
)
def test_money(quantity, words):
    assert say(quantity, language="en") == words


@pytest.mark.parametrize(
    ("quantity", "prose", "digits", "unit"),
    [
        (q("count", 3, "country"), "three", "3", "three countries"),
        (q("count", 1, "country"), "one", "1", "one country"),
        (q("count", 10, "country"), "10", "10", "10 countries"),
        (q("count", 0, "person"), "0", "0", "0 people"),
        (q("count", 8579, "person"), "8,579", "8,579", "8,579 people"),
        (q("count", 8579, "person", counter="workers"), "8,579", "8,579", "8,579 workers"),
        (q("count", 350_000, "item", counter="개"), "350,000", "350,000", "350,000"),
        (q("count", 1, None, counter="GPUs"), "one", "1", "one"),
        (q("count", 20_000_000, "person"), "20 million", "20 million", "20 million people"),
        (q("duration", 4, "year"), "four years", "4 years", "four years"),
        (q("duration", 1, "month"), "one month", "1 month", "one month"),
        (q("age", 35, "year"), "35", "35", "35 years old"),
        (q("measure", 5, "kg"), "5 kg", "5 kg", "5 kg"),
        (q("measure", 30, "pyeong"), "30 pyeong", "30 pyeong", "30 pyeong"),
        (q("percent", 7), "7%", "7%", "7%"),
        (q("points", 1), "1 percentage point", "1 percentage point", "1 percentage point"),
        (q("ordinal", 3), "third", "3rd", "third"),
        (q("ordinal", 12), "12th", "12th", "12th"),
        (q("ordinal", 22), "22nd", "22nd", "22nd"),
        (share(1, 40, "item"), "1 in 40", "1 in 40", "1 in 40"),
        (share(1, 2), "half", "half", "half"),
        (share(2, 3), "two thirds", "2 in 3", "two thirds"),
        (share(3, 4), "three quarters", "3 in 4", "three quarters"),
        (share(1, 2, "person"), "one in two", "1 in 2", "one in two"),
        (span("count", 200, 300, "person"), "200–300", "200–300", "200–300 people"),
        (span("count", 2, 3, "person"), "two to three", "2–3", "two to three people"),
        (span("percent", -3, 5), "−3% to 5%", "−3% to 5%", "−3% to 5%"),
        (span("age", 20, 29, "year", counter="대"), "20s", "20s", "20s"),
        (
            span("count", 100, 1000, "person", vague=True),
            "a few hundred",
            "a few hundred",
            "a few hundred people",
        ),
        (
            span("count", 10**4, 10**5, "person", vague=True),
            "tens of thousands",
            "tens of thousands",
            "tens of thousands of people",
        ),
        (span("count", 2, 9, "person", vague=True), "several", "several", "several people"),
        (span("duration", 10, 100, "year", vague=True), "decades", "decades", "decades"),
        (q("count", 100, "person", "less_than"), "fewer than 100", "fewer than 100", "fewer than 100 people"),
        (q("percent", 3, None, "less_than"), "less than 3%", "less than 3%", "less than 3%"),
    ],
)
def test_forms(quantity, prose, digits, unit):
    assert say(quantity, language="en") == prose
    assert say(quantity, language="en", form="digits") == digits
    assert say(quantity, language="en", form="unit") == unit


@pytest.mark.parametrize(
    ("value", "prose", "times", "fold"),
    [
        ("5.3", "5.3 times", "5.3 times", "5.3-fold"),
        ("2", "twofold", "twice", "twofold"),
        ("3", "threefold", "three times", "threefold"),
        ("100", "100-fold", "100 times", "100-fold"),
    ],
)
def test_multiples_are_levels_or_folds(value, prose, times, fold):
    assert say(q("multiple", value), language="en") == prose
    assert say(q("multiple", value), language="en", form="times") == times
    assert say(q("multiple", value), language="en", form="fold") == fold


def test_forms_may_be_asked_for_together():
    about = q("count", 12_000, "person", "about")
    assert say(about, language="en", form="unit") == "about 12,000 people"
    assert say(about, language="en", form="bare unit") == "12,000 people"
    assert say(q("duration", 4, "year"), language="en", form="attributive") == "four-year"


def test_compact_is_short_and_loses_nothing():
    assert say(q("money", 2_750_000_000, "USD"), language="en", form="compact") == "$2.75bn"
    assert say(q("money", 2_750_000_000, "USD"), language="en-US", form="compact") == "$2.75B"
    assert say(q("money", 335_250, "USD"), language="en", form="compact") == "$335,250"
    assert say(q("money", 12_345_678, "USD"), language="en", form="compact") == "$12,345,678"


def test_a_figure_without_a_value_is_refused():
    with pytest.raises(Refusal) as refused:
        say(Quantity("percent", None), language="en")
    assert refused.value.problems[0].code == "C006"
