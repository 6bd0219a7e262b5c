"""A column's unit said once: what stands in its head, in its cells, and what the two say together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.model import Quantity, Range
from briefing.reading import read
from briefing.wording import column, empty


def _money(*values: str, unit: str = "USD") -> list[Quantity]:
    return [Quantity("money", Decimal(value), unit) for value in values]


def _people(*values: str) -> list[Quantity]:
    return [Quantity("count", Decimal(value), "person", counter="명") for value in values]


COLUMNS = [
    (_people("438420", "230028"), ("명", "438,420", "230,028"), ("", "438,420", "230,028")),
    (_people("51670000", "900000"), ("만 명", "5,167", "90"), ("", "51,670,000", "900,000")),
    (_money("2750000000", "4000000000"), ("억 달러", "27.5", "40"), ("$ billion", "2.75", "4")),
    (_money("256000", "335250"), ("달러", "256,000", "335,250"), ("$", "256,000", "335,250")),
    (_money("31500000000", "441", unit="KRW"), ("원", "31,500,000,000", "441"), ("₩", "31,500,000,000", "441")),
    (_money("-2560000", "33500000", unit="CNY"), ("만 위안", "−256", "3,350"), ("million yuan", "−2.56", "33.5")),
    ([Quantity("percent", Decimal("17"), step=Decimal("0.1"))], ("%", "17.0"), ("%", "17.0")),
    ([Quantity("points", Decimal("3.2"))], ("%p", "3.2"), ("percentage points", "3.2")),
    ([Quantity("duration", Decimal("4"), "year")], ("년", "4"), ("years", "4")),
    ([Quantity("multiple", Decimal("5.3"))], ("배", "5.3"), ("times", "5.3")),
]  # fmt: skip


@pytest.mark.parametrize(("quantities", "korean", "english"), COLUMNS)
def test_a_column_says_its_unit_once_and_loses_nothing(
    quantities: list[Quantity], korean: tuple[str, ...], english: tuple[str, ...]
) -> None:
    for language, expected in (("ko", korean), ("en", english)):
        made = column(quantities, language=language)
        assert (made.unit, *(words for words, _ in made.cells)) == expected
        for quantity, (words, whole) in zip(quantities, made.cells, strict=True):
            (mention,) = read(whole or words, language=language)
            assert mention.quantity.value == quantity.value
            assert mention.quantity.kind in (quantity.kind, "number")


def test_a_qualifier_stands_in_its_cell() -> None:
    about = [Quantity("count", Decimal(300), "person", "about", counter="명"), *_people("200")]
    assert column(about, language="ko").cells == (("약 300", "약 300명"), ("200", "200명"))
    assert column(about, language="en").cells[0][0] == "about 300"


@pytest.mark.parametrize(
    "quantities",
    [
        [*_people("1"), *_money("2")],
        [*_money("1"), *_money("2", unit="KRW")],
        [Quantity("count", Range(Decimal(10), Decimal(20)), "person"), *_people("30")],
        [],
    ],
)
def test_figures_without_a_unit_in_common_keep_theirs(quantities: list[Quantity]) -> None:
    for language in ("ko", "en"):
        made = column(quantities, language=language)
        assert made.unit == "" and all(whole == "" for _, whole in made.cells)


def test_an_empty_cell_is_what_the_language_prints() -> None:
    assert (empty("ko"), empty("en")) == ("…", "–")
