"""Two amounts and a sign -> their amount: value, units and precision; what does not go together is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Quantity, Ratio
from briefing.saying import tell

Units = Mapping[str, int]
COUNTED = ("count", "duration", "age", "ordinal")


class FormulaError(Exception):
    """The formula cannot be parsed or calculated; the message says why."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with the powers of its units: 20,000,000 USD per year is {USD: 1, year: -1}.

    ``step`` is how finely the value is known, carried from the smallest units that its terms state;
    None where they are exact: constants, and whole people, places or years that were counted.
    """

    value: Decimal
    units: Units
    step: Decimal | None = None


def amount(id: str, quantity: Quantity) -> Amount:
    """A fact as a term: a percentage as its hundredth, a ratio as part by whole."""
    units = {quantity.unit: 1} if quantity.unit else {}
    match quantity.value:
        case Decimal() if quantity.kind in ("percent", "points"):
            step = quantity.step / 100 if quantity.step is not None else None
            return Amount(quantity.value / 100, {}, step)
        case Decimal():
            return Amount(quantity.value, units, _known(quantity))
        case Ratio(part, whole):
            return Amount(part / whole, {})
    raise FormulaError(tell("'{id}' is not a single number", id=id))


def _known(quantity: Quantity) -> Decimal | None:
    counted = quantity.kind in COUNTED and quantity.qualifier == "exact"
    return None if counted and quantity.step is not None and quantity.step <= 1 else quantity.step


def combine(sign: str, left: Amount, right: Amount) -> Amount:
    """``left sign right`` in the caller's decimal context; FormulaError for units that do not go together."""
    if sign in "+-":
        if left.units != right.units:
            raise FormulaError(
                tell("{said} and {said2} cannot be added", said=_said(left.units), said2=_said(right.units))
            )
        total = left.value + right.value if sign == "+" else left.value - right.value
        return Amount(total, left.units, _coarser(left.step, right.step))
    if sign == "^":
        return _power(left, right)
    direction = 1 if sign == "*" else -1
    units = dict(left.units)
    for unit, power in right.units.items():
        units[unit] = units.get(unit, 0) + direction * power
    a, b = left.value, right.value
    value = a * b if sign == "*" else a / b
    # how far the result moves when a term moves by its step: the derivative by that term
    by_left, by_right = (b, a) if sign == "*" else (1 / b, a / (b * b))
    step = _coarser(_moved(left.step, by_left), _moved(right.step, by_right))
    return Amount(value, {unit: power for unit, power in units.items() if power}, step)


def _power(base: Amount, exponent: Amount) -> Amount:
    if base.units or exponent.units:
        raise FormulaError(tell("only a plain number can be raised to a power"))
    value = base.value**exponent.value
    step = None
    if base.step is not None and base.value:
        step = _moved(base.step, exponent.value * value / base.value)
    if exponent.step is not None and base.value > 0:
        step = _coarser(step, _moved(exponent.step, value * base.value.ln()))
    return Amount(value, {}, step)


def _moved(step: Decimal | None, slope: Decimal) -> Decimal | None:
    return abs(slope) * step if step is not None else None


def _coarser(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return max((step for step in (one, other) if step is not None), default=None)


def _said(units: Units) -> str:
    return " ".join(f"{unit}^{power}" if power != 1 else unit for unit, power in units.items()) or tell(
        "plain numbers"
    )
