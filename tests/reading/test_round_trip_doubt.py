"""Figures that could be heard as another, said in both languages -> the same quantity when read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Kind, Quantity, Range
from briefing.reading import read
from briefing.wording import say

VOICES = [("ko", "office"), ("ko", "orthography"), ("ko", "press"), ("en", "en-GB"), ("en", "en-US")]
SENTENCES = {"ko": "모두 {}, 그렇게 적었다.", "en": "In all {}; so it says."}

voice = st.sampled_from(VOICES)
form = st.sampled_from(("unit", "unit digits"))
tenths = st.decimals(Decimal("0.1"), Decimal(1799), places=1)  # four digits without a comma may be a year
power = st.integers(0, 12).map(lambda n: Decimal(10) ** n)
wide = st.builds(lambda n, p: n * p, st.integers(1, 99).map(Decimal), power).filter(
    lambda value: not 1800 <= value <= 2200
)


def same(quantity: Quantity, voice: tuple[str, str], form: str | None) -> None:
    language, style = voice
    words = say(quantity, language=language, style=style, form=form)
    for text in (words, SENTENCES[language].format(words)):
        heard = read(text, language=language)
        assert [(each.quantity, each.quantity.part) for each in heard] == [(quantity, quantity.part)], text


@settings(deadline=None, max_examples=150)
@given(tenths, st.sampled_from([("percent", None), ("points", None), ("measure", "°C"), ("measure", "km")]),
       voice, form)  # fmt: skip
def test_below_zero(value: Decimal, what: tuple[Kind, str | None], voice: tuple[str, str], form: str) -> None:
    kind, unit = what
    same(Quantity(kind, -value, unit), voice, form)


@settings(deadline=None, max_examples=150)
@given(wide, st.sampled_from(["USD", "KRW", "CAD", "EUR"]), voice, form)
def test_losses(value: Decimal, unit: str, voice: tuple[str, str], form: str) -> None:
    same(Quantity("money", -value, unit), voice, form)


@settings(deadline=None, max_examples=200)
@given(st.lists(wide, min_size=2, max_size=2, unique=True), voice, form,
       st.sampled_from([("money", "USD"), ("money", "CAD"), ("count", "person")]))  # fmt: skip
def test_ranges_of_any_width(
    ends: list[Decimal], voice: tuple[str, str], form: str, what: tuple[Kind, str]
) -> None:
    kind, unit = what
    same(Quantity(kind, Range(*sorted(ends)), unit, counter="명" if kind == "count" else None), voice, form)


@settings(deadline=None, max_examples=100)
@given(tenths, tenths, st.sampled_from(["percent", "points"]), voice)
def test_ranges_from_below_zero(low: Decimal, high: Decimal, kind: Kind, voice: tuple[str, str]) -> None:
    same(Quantity(kind, Range(-low, high)), voice, None)


@settings(deadline=None, max_examples=100)
@given(wide.filter(lambda n: n > 10**11), st.sampled_from(["건", "회", "곳", "명"]))
def test_counters_after_large_scales(value: Decimal, counter: str) -> None:
    unit = {"건": "case", "회": "time", "곳": "place", "명": "person"}[counter]
    same(Quantity("count", value, unit, counter=counter), ("ko", "press"), None)


@pytest.mark.parametrize("part", ["early", "mid", "late"])
@pytest.mark.parametrize("date", ["2023", "2023-10", "1999-05", "2010/2019"])
@pytest.mark.parametrize("voice", VOICES)
def test_parts_of_dates(date: str, part: str, voice: tuple[str, str]) -> None:
    same(Quantity("date", date, part=part), voice, None)
