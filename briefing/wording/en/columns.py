"""The quantities of a column in, its unit and its English cells out: $ million over 2.75, years over 4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Quantity
from briefing.wording.en import money, numerals, units
from briefing.wording.figures import MINUS, digits, is_whole, shared_power, shifted

_KINDS = ("number", "count", "money", "percent", "points", "multiple", "duration", "measure")
_NAMES = dict(numerals.SCALES)


def unit(quantities: Sequence[Quantity], style: str) -> tuple[str, int] | None:
    """The unit that all share, with the power of ten that it says ($ million: 6); None where they share none.

    What is counted is said by the name of the column. A scale stands where each figure has at most two places in it.
    """
    first = quantities[0]
    if first.kind not in _KINDS or any(
        (each.kind, each.unit) != (first.kind, first.unit) for each in quantities
    ):
        return None
    values = [each.value for each in quantities if isinstance(each.value, Decimal)]
    power = shared_power(values, tuple(_NAMES), 2) if first.kind in ("money", "count", "number") else 0
    scale = _NAMES.get(power, "")
    if first.kind == "money":
        code = first.unit or ""
        sign = money.SIGNS.get(code, "")
        return (f"{sign} {scale}" if sign else f"{scale} {money.name(code, style)}").strip(), power
    return scale or _word(first), power


def _word(quantity: Quantity) -> str:
    """The unit in the plural, as the head of a column has it."""
    if quantity.kind == "multiple":
        return "times"
    many = Quantity(quantity.kind, Decimal(2), quantity.unit, counter=quantity.counter)
    return units.unit(many, frozenset())


def cell(quantity: Quantity, power: int, style: str) -> tuple[str, str]:
    """The number alone, in units of ten to the ``power``, and the same with its unit."""
    value = quantity.value
    assert isinstance(value, Decimal)
    step = None if power else quantity.step
    if quantity.kind == "money" and not power and not is_whole(value):
        step = min(step or Decimal(1), Decimal("0.01"))  # $12.50: cents have two places
    number = digits(shifted(value, power), step=step)
    scale = f" {_NAMES[power]}" if power else ""
    if quantity.kind == "money":
        code = quantity.unit or ""
        if sign := money.SIGNS.get(code, ""):
            minus, bare = (MINUS, number[1:]) if value < 0 else ("", number)
            return number, f"{minus}{sign}{bare}{scale}"
        return number, f"{number}{scale} {money.name(code, style, value)}".rstrip()
    if quantity.kind == "multiple":
        return number, f"{number} times"
    return number, units.attach(number + scale, units.unit(quantity, frozenset()), quantity, frozenset())
