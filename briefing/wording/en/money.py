"""Money in, English words out: $335,250, ₩3.7 trillion, 300 million yuan, billions of dollars."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Quantity, Range, Ratio
from briefing.wording import cldr
from briefing.wording.en import numerals

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "JPY": "¥"}
NAMES = {
    "USD": "dollars", "EUR": "euros", "GBP": "pounds", "KRW": "won", "JPY": "yen",
    "CNY": "yuan", "INR": "rupees", "cent": "cents", "penny": "pence",
}  # fmt: skip
ONE = {"INR": "rupee", "cent": "cent", "penny": "penny"}
"""What a single one is called, where NAMES has another form for more."""


def say(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """An amount by its currency sign, or by its name where a sign would leave doubt (¥ is the yen alone).

    The scale word follows with the places that are needed and no others ($2.75 billion, ₩26.326 billion).
    Source: European Commission, English Style Guide, on currencies; signs are CLDR's narrow ones.
    """
    value, code = quantity.value, quantity.unit or ""
    assert not isinstance(value, Ratio | str) and value is not None
    if isinstance(value, Range) and value.vague:
        if vague := numerals.vague(value, name(code, style), "money"):
            return vague
    sign = SIGNS.get(code, "")
    number = numerals.number(value, style, forms, step=quantity.step, words=False, scaled=True, sign=sign)
    return number if sign or not code else f"{number} {name(code, style, value)}"


def name(code: str, style: str, value: Decimal | Range | None = None) -> str:
    """The currency in words; its plural where no single amount is given (CLDR currencies)."""
    if code in NAMES:
        return ONE.get(code, NAMES[code]) if value == 1 else NAMES[code]
    return cldr.currency(code, style, value if isinstance(value, Decimal) else Decimal(2)) if code else ""
