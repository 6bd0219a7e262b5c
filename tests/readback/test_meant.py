"""Words that say two things are read as what the fact means; no others are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.model import Quantity
from briefing.readback.meant import as_meant
from briefing.reading import read

DAYS = Quantity("duration", Decimal(10), "day")
AGE = Quantity("age", Decimal("44.9"), "year")


@pytest.mark.parametrize(
    ("words", "language", "meant", "alike"),
    [
        ("10일", "ko", DAYS, True),
        ("11일", "ko", DAYS, False),
        ("10월 10일", "ko", DAYS, False),
        ("10일", "ko", Quantity("duration", Decimal(10), "hour"), False),
        ("44.9", "en", AGE, True),
        ("44.9 years", "en", AGE, True),
        ("44.9 months", "en", AGE, False),
        ("44.9%", "en", AGE, False),
    ],
)
def test_in_the_sense_of_the_fact(words: str, language: str, meant: Quantity, alike: bool) -> None:
    (mention,) = read(words, language=language)
    assert (as_meant(mention.quantity, meant) == meant) is alike
