"""A figure as stated -> the interval of values that it may stand for, and what follows from intervals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from briefing.model import Quantity, Ratio

EXACTLY = Context(prec=60)
HALF, FAR = Decimal("0.5"), Decimal("1e60")
LOOSE = Decimal("0.05")
"""How far from a figure its value may lie that is said to be about or nearly so."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends are included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def widened(self, share: Decimal) -> Interval:
        return Interval(self.low * (1 - share), self.high * (1 + share))


def nominal(quantity: Quantity) -> Decimal | None:
    """The figure taken as printed; None for a range, a date, or nothing."""
    match quantity.value:
        case Decimal() as value:
            return value
        case Ratio(part, whole) if whole:
            with localcontext(EXACTLY):
                return part / whole
    return None


def stated(quantity: Quantity, grain: Decimal | None = None) -> Interval:
    """What the figure may stand for: half of ``grain`` (its own step) to each side, further where a word says so.

    Counts and money that are written out to the last unit (8,579 people, 256,000 dollars) are exact.
    """
    value = nominal(quantity)
    assert value is not None
    if isinstance(quantity.value, Ratio):
        half = Decimal(0) if quantity.qualifier == "exact" else abs(value) * LOOSE
    else:
        half = (
            Decimal(0)
            if written_out(quantity) and grain is None
            else (grain or quantity.step or Decimal(0)) * HALF
        )
    loose = max(half, abs(value) * LOOSE)
    match quantity.qualifier:
        case "about":
            return Interval(value - loose, value + loose)
        case "nearly":
            return Interval(value - 2 * loose, value + half)
        case "at_least" | "more_than":
            return Interval(value - half, FAR)
        case "at_most" | "less_than":
            return Interval(-FAR, value + half)
    return Interval(value - half, value + half)


def written_out(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "number", "money") and quantity.step == 1


def pair(one: Quantity, other: Quantity) -> tuple[Interval, Interval]:
    """Two figures that are compared: beside a sum written out to its last unit, another is exact too (8000원, 1만원)."""
    if one.kind == "money" and (written_out(one) or written_out(other)):
        one, other = replace(one, step=Decimal(1)), replace(other, step=Decimal(1))
    return stated(one), stated(other)


def cut(quantity: Quantity) -> Interval:
    """What the figure may stand for where its last digits were cut off in place of rounded."""
    rounded, value = stated(quantity), nominal(quantity)
    assert value is not None
    if quantity.kind == "multiple":
        return rounded  # to cut 2.9 times down to two is no way of rounding
    return Interval(rounded.low, max(rounded.high, value + (quantity.step or Decimal(0))))


def grain(quantity: Quantity) -> Decimal:
    """The unit that a figure is rounded to, judged by its zeros: 3억3700만원 -> 1,000,000, at least two digits kept.

    A figure written out to its last unit (256,000 dollars) counts as exact to that unit.
    """
    value, step = nominal(quantity), quantity.step or Decimal(1)
    if value is None or not value or step <= 1:
        return step
    zeros = Decimal(1)
    while value % (zeros * 10) == 0 and abs(value) >= zeros * 100:
        zeros *= 10
    return max(step, zeros)


def corners(formula: Callable[[Decimal, Decimal], Decimal], one: Interval, other: Interval) -> Interval:
    """The interval of a formula that is monotonic in each of two intervals."""
    with localcontext(EXACTLY):
        values = [formula(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
    return Interval(min(values), max(values))


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """``value`` to the nearest multiple of ``step``, halves up (away from zero)."""
    with localcontext(EXACTLY):
        return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
