"""A quantity said in Korean, alone or in a sentence, is read back as the same quantity, in every style."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Quantity, Range, Ratio
from briefing.reading import read
from briefing.wording import say

STYLES = ("office", "orthography", "press")
QUALIFIERS = ("exact", "about", "nearly", "at_least", "at_most", "more_than", "less_than")
COUNTERS = {"person": "명", "item": "개", "place": "곳", "country": "개국", "case": "건", "team": "팀"}

style = st.sampled_from(STYLES)
qualifier = st.sampled_from(QUALIFIERS)
size = st.one_of(st.integers(1, 9999), st.integers(1, 10**13), st.integers(1, 99).map(lambda n: n * 10**6))
tenths = st.decimals(Decimal("0.1"), Decimal(9999), places=1)
currency = st.sampled_from(["KRW", "USD", "EUR", "GBP", "JPY", "CNY"])


def same(quantity: Quantity, style: str) -> None:
    words = say(quantity, language="ko", style=style)
    for text in (words, f"모두 {words}, 그렇게 적었다."):
        assert [mention.quantity for mention in read(text, language="ko")] == [quantity], text


@settings(deadline=None, max_examples=150)
@given(size, st.sampled_from(sorted(COUNTERS)), qualifier, style)
def test_counts(value: int, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("count", Decimal(value), unit, qualifier, counter=COUNTERS[unit]), style)


@settings(deadline=None, max_examples=150)
@given(st.one_of(size.map(Decimal), tenths), currency, qualifier, style)
def test_money(value: Decimal, unit: str, qualifier: str, style: str) -> None:
    same(Quantity("money", value, unit, qualifier), style)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(["percent", "points"]), tenths, st.booleans(), qualifier, style)
def test_percents_and_points(kind: str, value: Decimal, fall: bool, qualifier: str, style: str) -> None:
    same(Quantity(kind, -value if fall else value, None, qualifier), style)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=100)
@given(tenths, qualifier, style)
def test_multiples(value: Decimal, qualifier: str, style: str) -> None:
    same(Quantity("multiple", value, None, qualifier), style)


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 2000), st.data(), qualifier, style)
def test_fractions(whole: int, data: st.DataObject, qualifier: str, style: str) -> None:
    part = data.draw(st.integers(1, whole - 1))
    same(Quantity("ratio", Ratio(Decimal(part), Decimal(whole)), None, qualifier), style)


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 10), st.data(), st.sampled_from(["명", "곳", "개", "가구"]), style)
def test_so_many_among_so_many(whole: int, data: st.DataObject, counter: str, style: str) -> None:
    part = data.draw(st.integers(1, whole - 1))
    ratio = Ratio(Decimal(part), Decimal(whole))
    same(Quantity("ratio", ratio, counter=counter), style)


@settings(deadline=None, max_examples=150)
@given(size, st.integers(2, 9), st.sampled_from(["count", "money", "percent", "multiple"]), qualifier, style)
def test_ranges(low: int, times: int, kind: str, qualifier: str, style: str) -> None:
    unit = {"count": "person", "money": "KRW"}.get(kind)
    counter = "명" if kind == "count" else None
    value = Range(Decimal(low), Decimal(low * times))
    same(Quantity(kind, value, unit, qualifier, counter=counter), style)  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("power", range(1, 13))
@pytest.mark.parametrize(("kind", "unit"), [("count", "person"), ("money", "KRW"), ("multiple", None)])
def test_vague_figures(kind: str, unit: str | None, power: int, style: str) -> None:
    value = Range(Decimal(10**power), Decimal(10 ** (power + 1)), True)
    same(Quantity(kind, value, unit, counter="명" if kind == "count" else None), style)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 999), st.sampled_from(["위", "차", "기", "대", "번째", "호"]), style)
def test_ordinals(value: int, counter: str, style: str) -> None:
    same(Quantity("ordinal", Decimal(value), counter=counter), style)
