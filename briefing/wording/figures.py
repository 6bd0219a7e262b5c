"""Decimals in, their digits out: grouping, stated precision, powers of ten; exact at any length."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Range

MINUS = "\N{MINUS SIGN}"
"""Before a negative figure (The Unicode Standard, 6.2: the sign preferred to the hyphen that CLDR keeps)."""


def digits(value: Decimal, *, step: Decimal | None = None, group: str = ",", point: str = ".") -> str:
    """The value in full with digits grouped by threes: 1234.50 -> "1,234.5".

    Zeros after the point are kept only as far as ``step``, the smallest unit stated, has places:
    75 with step 0.1 is "75.0". Nothing is ever rounded (Babel's own pattern would cut at three places
    and round half-even).
    """
    whole, fraction = split(value, step=step)
    sign = MINUS if value < 0 else ""
    grouped = f"{whole:,}".replace(",", group)
    return f"{sign}{grouped}{point}{fraction}" if fraction else f"{sign}{grouped}"


def split(value: Decimal, *, step: Decimal | None = None) -> tuple[int, str]:
    """The whole part without its sign, and the places after the point that are needed or stated."""
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    fraction = fraction.rstrip("0")
    exponent = step.as_tuple().exponent if step is not None else 0
    stated = max(0, -exponent) if isinstance(exponent, int) else 0
    return int(whole), fraction.ljust(stated, "0")


def shifted(value: Decimal, power: int) -> Decimal:
    """The value divided by ten to the power, exactly (``scaleb`` would round to the context)."""
    sign, figures, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, figures, exponent - power))


def places(value: Decimal) -> int:
    """How many digits after the point the value needs."""
    return len(split(value)[1])


def power_of_ten(value: Decimal) -> int | None:
    """The exponent where the value is a power of ten from 1 upwards, else None."""
    whole, fraction = split(value)
    return len(str(whole)) - 1 if not fraction and str(whole).strip("0") == "1" and value > 0 else None


def magnitude(value: Range) -> int | None:
    """The power of ten that a vague range starts from: 1 for dozens (24 to 96) and for 수십 (10 to 100), 9 for
    billions and 수십억; None where the range is not from one power to the next."""
    dozens = value.low / 24
    if value.high == dozens * 96 and (power := power_of_ten(dozens)) is not None:
        return power + 1
    power = power_of_ten(value.low)
    return power if power is not None and value.high == value.low * 10 else None


def shared_power(values: Sequence[Decimal], powers: Sequence[int], most: int) -> int:
    """The greatest of ``powers`` of ten in which no value but zero is below one or has more than ``most`` places; 0 for none."""
    told = [value.copy_abs() for value in values if value]
    return next(
        (
            power
            for power in powers
            if told and all(value >= 10**power and places(shifted(value, power)) <= most for value in told)
        ),
        0,
    )


def is_whole(value: Decimal) -> bool:
    return places(value) == 0
