"""Dates, date intervals and durations said in Korean -> the same quantity when the words are read back."""

from __future__ import annotations

from calendar import monthrange
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Quantity, Range
from briefing.reading import read
from briefing.wording import say

STYLES = ("office", "orthography", "press")
FORMS = (None, "table")
years = st.integers(1900, 2099)


@st.composite
def days(draw: st.DrawFn) -> tuple[int, str]:
    year, month = draw(years), draw(st.integers(1, 12))
    day = draw(st.integers(1, monthrange(year, month)[1]))
    return year, f"{year}-{month:02d}-{day:02d}"


MOMENTS = {
    "day": days().map(lambda day: day[1]),
    "month": st.builds("{}-{:02d}".format, years, st.integers(1, 12)),
    "quarter": st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    "half": st.builds("{}-H{}".format, years, st.integers(1, 2)),
    "season": st.builds("{}-{}".format, years, st.integers(21, 24)),
    "year": years.map(str),
    "decade": st.integers(190, 209).map("{0}0/{0}9".format),
}
DATES = st.builds(
    lambda value, qualifier: Quantity("date", value, None, qualifier),
    st.one_of(*MOMENTS.values()),
    st.sampled_from(["exact", "about"]),
)
PARTS = st.builds(
    lambda value, part: Quantity("date", value, part=part),
    st.one_of(MOMENTS["month"], MOMENTS["year"], MOMENTS["decade"]),
    st.sampled_from(["early", "mid", "late"]),
)


@st.composite
def intervals(draw: st.DrawFn) -> Quantity:
    grain = draw(st.sampled_from(sorted(MOMENTS.keys() - {"decade"})))
    start, end = sorted(draw(st.lists(MOMENTS[grain], min_size=2, max_size=2, unique=True)))
    return Quantity("date", f"{start}/{end}")


QUALIFIERS = ["exact", "about", "nearly", "at_least", "at_most", "more_than", "less_than"]
TIME = ["year", "month", "week", "day", "hour", "minute"]
DURATIONS = st.builds(
    lambda value, unit, qualifier: Quantity("duration", Decimal(value), unit, qualifier),
    st.integers(1, 9999),
    st.sampled_from(TIME),
    st.sampled_from(QUALIFIERS),
)
SPANS = st.builds(
    lambda low, more, unit: Quantity("duration", Range(Decimal(low), Decimal(low + more)), unit),
    st.integers(1, 900),
    st.integers(1, 90),
    st.sampled_from(TIME),
)


def back(
    quantity: Quantity, style: str, form: str | None, sentence: str = "이 일은 {}에 있었다."
) -> tuple[str, list[tuple[Quantity, str | None]]]:
    words = say(quantity, language="ko", style=style, form=form)
    heard = read(sentence.format(words), language="ko")
    return words, [(each.quantity, each.quantity.part) for each in heard]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", STYLES)
@given(st.one_of(DATES, PARTS, intervals()))
def test_dates(style: str, form: str | None, quantity: Quantity) -> None:
    words, heard = back(quantity, style, form)
    assert heard == [(quantity, quantity.part)], words


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", STYLES)
@given(st.one_of(DURATIONS, SPANS))
def test_durations(style: str, form: str | None, quantity: Quantity) -> None:
    words, heard = back(quantity, style, form, "모두 {}이 걸렸다.")
    assert heard == [(quantity, None)], words
