"""A language tag and what is wanted in, CLDR's names, lists and plural classes out: the one door to Babel."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale(tag: str) -> Locale:
    """CLDR's data of a language tag such as ``ko`` or ``en-GB``."""
    from babel import Locale

    return Locale.parse(tag, sep="-")


def join(parts: Sequence[str], tag: str, *, style: str = "standard") -> str:
    """A list as the language writes it (CLDR listPattern): "A, B and C" in en-GB, "A, B 및 C" in ko."""
    from babel.lists import format_list

    return format_list(list(parts), style=style, locale=locale(tag)) if parts else ""  # type: ignore[arg-type]


def currency(code: str, tag: str, count: Decimal | None = None) -> str:
    """The name of an ISO 4217 currency (CLDR currencies), in the plural form of ``count`` if given.

    In a language that CLDR does not know it is the code.
    """
    from babel import UnknownLocaleError
    from babel.numbers import get_currency_name

    try:
        return get_currency_name(code, count=count, locale=locale(tag))
    except UnknownLocaleError:
        return code


def plain(value: Decimal, tag: str) -> str:
    """A decimal in the language's digits and grouping, nothing rounded (Babel cuts at three places)."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale(tag), decimal_quantization=False)


def plural(value: Decimal, tag: str) -> str:
    """The plural class of a number (CLDR plurals): one, two, few, many or other."""
    return str(locale(tag).plural_form(value))


def month(number: int, tag: str, width: str = "wide") -> str:
    """The name of a month inside a date (CLDR months, context format), wide or abbreviated."""
    return str(locale(tag).months["format"][width][number])
