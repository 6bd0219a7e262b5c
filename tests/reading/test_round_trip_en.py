"""A quantity said in English, alone or in a sentence, is read back as the same quantity, in both styles."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.model import Quantity, Range, Ratio
from briefing.reading import read
from briefing.wording import say

QUALIFIERS = ("exact", "about", "nearly", "at_least", "at_most", "more_than", "less_than")
CLASSES = ("person", "animal", "place", "country", "region", "case", "company", "institution", "household",
           "team", "vote", "word", "page")  # fmt: skip
CURRENCIES = (
    "USD",
    "EUR",
    "GBP",
    "KRW",
    "JPY",
    "CNY",
    "INR",
    "CAD",
    "AUD",
    "CHF",
    "SEK",
    "BRL",
    "MYR",
    "EGP",
    "THB",
)

style = st.sampled_from(("en-GB", "en-US"))
qualifier = st.sampled_from(QUALIFIERS)
size = st.one_of(st.integers(1, 9999), st.integers(1, 10**13), st.integers(1, 99).map(lambda n: n * 10**6))
tenths = st.decimals(Decimal("0.1"), Decimal(9999), places=1)
day = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def same(
    quantity: Quantity, style: str, form: str | None = None, sentence: str = "In all {}; so it says."
) -> None:
    words = say(quantity, language="en", style=style, form=form)
    for text in (words, sentence.format(words)):
        assert [mention.quantity for mention in read(text, language="en")] == [quantity], text


def span(low: Decimal | int, size: Decimal | int, *, vague: bool = False) -> Range:
    return Range(Decimal(low), Decimal(low) + Decimal(size), vague)


@settings(deadline=None, max_examples=150)
@given(size, st.sampled_from(CLASSES), qualifier, style)
def test_counts(value: int, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("count", Decimal(value), unit, qualifier), style, "unit")


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.integers(2, 10**13).map(Decimal), tenths.filter(lambda n: n != 1)), qualifier, style)
def test_numbers(value: Decimal, qualifier: str, style: str) -> None:
    same(Quantity("number", value, None, qualifier), style, sentence="It came to {}; so it says.")


@settings(deadline=None, max_examples=150)
@given(st.one_of(size.map(Decimal), tenths), st.sampled_from(CURRENCIES), qualifier, style)
def test_money(value: Decimal, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("money", value, unit, qualifier), style)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(["percent", "points"]), tenths, st.booleans(), qualifier, style)
def test_percents_and_points(kind: str, value: Decimal, fall: bool, qualifier: str, style: str) -> None:
    same(Quantity(kind, -value if fall else value, None, qualifier), style)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=100)
@given(st.one_of(tenths, st.integers(2, 500).map(Decimal)), qualifier, style)
def test_multiples(value: Decimal, qualifier: str, style: str) -> None:
    same(Quantity("multiple", value, None, qualifier), style)


@settings(deadline=None, max_examples=150)
@given(st.integers(2, 2000), st.data(), qualifier, style)
def test_ratios(whole: int, data: st.DataObject, qualifier: str, style: str) -> None:
    part = data.draw(st.integers(1, whole - 1))
    same(Quantity("ratio", Ratio(Decimal(part), Decimal(whole)), None, qualifier), style)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 400), style)
def test_ordinals(value: int, style: str) -> None:
    same(Quantity("ordinal", Decimal(value)), style, sentence="It was the {} bridge.")


@settings(deadline=None, max_examples=100)
@given(
    st.integers(2, 9999),
    st.sampled_from(("year", "month", "week", "day", "hour", "minute")),
    qualifier,
    style,
)
def test_durations(value: int, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("duration", Decimal(value), unit, qualifier), style)


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 120), qualifier, style)
def test_ages(value: int, qualifier: str, style: str) -> None:
    same(Quantity("age", Decimal(value), "year", qualifier), style, "unit")


@pytest.mark.parametrize("first", range(20, 100, 10))
def test_decades_of_life(first: int) -> None:
    same(Quantity("age", span(first, 9), "year", counter="대"), "en-GB", sentence="She was in her {}.")


@settings(deadline=None, max_examples=100)
@given(tenths, st.sampled_from(("km", "m", "cm", "kg", "t", "ha", "km²", "MW", "GWh", "GB", "°C", "km/h", "acre")),
       qualifier, style)  # fmt: skip
def test_measures(value: Decimal, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("measure", value, unit, qualifier), style)


@settings(deadline=None, max_examples=150)
@given(size, size, st.sampled_from(("USD", "KRW", "CNY", "CAD")), qualifier, style)
def test_ranges_of_money(low: int, more: int, unit: str, qualifier: str, style: str) -> None:
    assume(low >= 1000 or low + more < 10**6)  # "$1 to $39 billion" does not say whether 1 is a billion
    same(Quantity("money", span(low, more), unit, qualifier), style)


@settings(deadline=None, max_examples=150)
@given(size, size, st.sampled_from(CLASSES), style)
def test_ranges_of_counts(low: int, more: int, unit: str, style: str) -> None:
    assume(low >= 1000 or low + more < 10**6)
    same(Quantity("count", span(low, more), unit), style, "unit")


@settings(deadline=None, max_examples=100)
@given(tenths, tenths, st.sampled_from(("percent", "points")), style)
def test_ranges_of_percents(low: Decimal, more: Decimal, kind: str, style: str) -> None:
    same(Quantity(kind, span(low, more)), style)  # type: ignore[arg-type]


@pytest.mark.parametrize("power", range(2, 12))
@pytest.mark.parametrize(("kind", "unit"), [("money", "USD"), ("money", "KRW"), ("count", "person")])
def test_magnitudes(power: int, kind: str, unit: str) -> None:
    value = Range(Decimal(10) ** power, Decimal(10) ** (power + 1), True)
    same(Quantity(kind, value, unit), "en-GB", "unit")  # type: ignore[arg-type]


@settings(deadline=None, max_examples=150)
@given(day, style, st.sampled_from((None, "table")))
def test_days(value: date, style: str, form: str | None) -> None:
    same(Quantity("date", value.isoformat()), style, form)


@settings(deadline=None, max_examples=100)
@given(day, st.sampled_from(("{0:04d}", "{0:04d}-{1:02d}", "{0:04d}-Q{2}", "{0:04d}-H1", "{0:04d}-H2", "{3}0/{3}9", "{0:04d}-2{2}")),
       st.sampled_from((None, "table")), style)  # fmt: skip
def test_longer_dates(value: date, pattern: str, form: str | None, style: str) -> None:
    edtf = pattern.format(value.year, value.month, (value.month - 1) // 3 + 1, value.year // 10)
    same(Quantity("date", edtf), style, form)


@settings(deadline=None, max_examples=150)
@given(day, st.integers(1, 900), st.sampled_from((4, 7, 10)), style)
def test_spans_of_dates(start: date, days: int, precision: int, style: str) -> None:
    ends = [each.isoformat()[:precision] for each in (start, start + timedelta(days=days))]
    if ends[0] != ends[1]:
        same(Quantity("date", "/".join(ends)), style)
