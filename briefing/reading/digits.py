"""Digits as printed, with thousands separators and a decimal point -> value and smallest stated unit."""

from __future__ import annotations

import re
from decimal import Decimal

from .found import LONGEST

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
NUMBER = re.compile(DIGITS)

ONE = Decimal(1)
ZERO = Decimal(0)
_STEPS = {places: ONE.scaleb(-places) for places in range(LONGEST + 1)}
_MINUS = "-−"


def number(written: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of digits: ``1,234.50`` -> (1234.50, 0.01). None for a run too long to be a figure."""
    if len(written) > LONGEST:
        return None
    plain = written.replace(",", "")
    point = plain.find(".")
    return Decimal(plain), _STEPS[len(plain) - point - 1 if point >= 0 else 0]


def negative(text: str, start: int) -> bool:
    """Whether the character before ``start`` is a minus sign rather than a hyphen between things."""
    if start < 1 or text[start - 1] not in _MINUS:
        return False
    return start == 1 or not (text[start - 2].isalnum() or text[start - 2] in ")]}~∼-−.%")
