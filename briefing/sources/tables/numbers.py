"""Numbers, dates and times as a spreadsheet stores them -> the text that a cell says."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

DIGITS = Context(prec=15)
"""Spreadsheets keep 15 significant digits of a number; what binary fractions hold beyond them is noise."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


_SCALED = re.compile(r"[0#?](,+)(?![0#?,.])|[0#?](,+)(?=\.)")
_WORDS = re.compile(r'"([^"]*)"|\\(.)')
_PLACE = re.compile(r"[0#?]|General", re.IGNORECASE)


def said(value: object, form: str = "") -> str:
    """A stored value as text: numbers without exponent or noise, dates as ISO 8601, as finely as ``form`` shows them.

    Of a number ``form`` (a number format, ECMA-376 part 1, 18.8.31) may change the value: % shows its hundredfold, a comma
    behind its digits its thousandth, and words behind it (0"천 명") are read with it.
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            return _shown(value, form)
        case datetime() | date():
            return _day(value, form)
        case time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def _shown(value: int | float | Decimal, form: str) -> str:
    sections = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', form) or [""]
    section = sections[1] if len(sections) > 1 and value < 0 else sections[0]
    bare = _LITERAL.sub("", section)
    scaled = sum(len(one or other) for one, other in _SCALED.findall(bare))
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    text = number(_scaled(exact, scaled) if scaled and exact.is_finite() else value, percent="%" in bare)
    if not text[-1:].isdigit() or not (places := list(_PLACE.finditer(_blanked(section)))):
        return text
    words = "".join(one or other for one, other in _WORDS.findall(section[places[-1].end() :]))
    return text + words if any(letter.isalpha() or letter in "%‰" for letter in words) else text


def _scaled(exact: Decimal, thousands: int) -> Decimal:
    value = DIGITS.plus(exact).scaleb(-3 * thousands)
    return value.normalize(DIGITS) if value else Decimal(0)


def _blanked(section: str) -> str:
    """The format with as many spaces in place of what it shows as it stands."""
    return _LITERAL.sub(lambda found: " " * len(found[0]), section)


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
