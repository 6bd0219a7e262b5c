"""Numbers, dates and times as a spreadsheet stores them -> the text that a cell says."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

DIGITS = Context(prec=15)
"""Spreadsheets keep 15 significant digits of a number; what binary fractions hold beyond them is noise."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def said(value: object, form: str = "") -> str:
    """A stored value as text: numbers without exponent or noise, in percent where ``form`` (a number format) says so,
    dates as ISO 8601, as finely as ``form`` shows them."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            return number(value, percent="%" in _LITERAL.sub("", form))
        case datetime() | date():
            return _day(value, form)
        case time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def number(value: int | float | Decimal, *, percent: bool = False) -> str:
    """Plain decimal text: 0.1 + 0.2 is 0.3, 1E+05 is 100000; with ``percent`` 0.156 is 15.6%."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    if not isinstance(value, Decimal) or percent:
        exact = DIGITS.plus(exact * 100 if percent else exact)
        exact = exact.normalize(DIGITS) if exact else Decimal(0)
    return f"{exact:f}%" if percent else f"{exact:f}"


def _day(value: date, form: str) -> str:
    if isinstance(value, datetime):
        if value.time() != time():
            return value.isoformat(sep=" ")
        value = value.date()
    shown = _LITERAL.sub("", form).lower()
    if "y" in shown and "d" not in shown:
        return value.isoformat()[: 7 if "m" in shown else 4]
    return value.isoformat()
