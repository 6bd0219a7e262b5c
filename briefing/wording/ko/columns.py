"""The quantities of a column in, its unit and its Korean cells out: 억 달러 over 3.37, 명 over 438,420."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Quantity
from briefing.wording.figures import digits, shared_power, shifted
from briefing.wording.ko import numerals, units

_KINDS = ("number", "count", "money", "percent", "points", "multiple", "duration", "measure")
_POWERS = (12, 8, 4)


def unit(quantities: Sequence[Quantity], style: str) -> tuple[str, int] | None:
    """The unit that all share, with the power of ten that it says (억 원: 8); None where they share none.

    Counts are told in 만 only where each is a whole number of them, money with at most two places.
    """
    first = quantities[0]
    word = units.unit(first, brief=True)
    if first.kind not in _KINDS or any(
        each.kind != first.kind or each.unit != first.unit or units.unit(each, brief=True) != word
        for each in quantities
    ):
        return None
    scaled = {"money": 2, "count": 0, "number": 0}
    values = [each.value for each in quantities if isinstance(each.value, Decimal)]
    power = shared_power(values, _POWERS, scaled[first.kind]) if first.kind in scaled else 0
    scale = numerals.MYRIADS[power // 4]
    return (numerals.attach(scale, word, style) if scale else word), power


def cell(quantity: Quantity, power: int, style: str) -> tuple[str, str]:
    """The number alone, in units of ten to the ``power``, and the same with its unit."""
    value = quantity.value
    assert isinstance(value, Decimal)
    number = digits(shifted(value, power), step=None if power else quantity.step)
    scale, word = numerals.MYRIADS[power // 4], units.unit(quantity, brief=True)
    return number, numerals.attach(number + scale, word, style)
