"""A made-up language: digits in groups of four, particles by the last sound, its own words for everything.

It is copied into a package as ``briefing/wording/qps.py`` (qps: private use, as pseudo-localisation has it).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefing.model import Quantity, Range, Ratio
from briefing.wording.figures import split

NAME = "Ñéwspéák"
STYLES = ("plain",)
NUMBER_WORDS = frozenset({"twö", "thréé", "hälf"})
_QUALIFIERS = {
    "about": "cïrca ", "nearly": "alṁöst ", "at_least": "ät leäst ", "at_most": "ät möst ",
    "more_than": "övér ", "less_than": "ündér ",
}  # fmt: skip
_KINDS = {"percent": " pér cént", "points": " pöints", "multiple": "-föld", "age": " yéärs", "ordinal": "-th"}


def say(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """Qualifier, value, unit; a date as its EDTF parts in turned order."""
    qualifier = "" if "bare" in forms else _QUALIFIERS.get(quantity.qualifier, "")
    if isinstance(quantity.value, str):
        return qualifier + " tö ".join(_date(side) for side in quantity.value.split("/"))
    unit = quantity.unit or ""
    tail = _KINDS.get(quantity.kind) or (
        f" {unit}" if quantity.kind in ("money", "duration", "measure") else ""
    )
    match quantity.value:
        case Range(low, high):
            said = f"{_digits(low)} tö {_digits(high)}"
        case Ratio(part, whole):
            said = f"{_digits(part)} öf {_digits(whole)}"
        case Decimal() as value:
            said = _digits(value)
        case _:
            said = "?"
    return f"{qualifier}{said}{tail}"


def particle(words: str, pair: str, readings: Mapping[str, str]) -> str:
    """ "ün/n": the first after a consonant, the other after a vowel."""
    closed, _, open_ = pair.partition("/")
    return open_ if words[-1].lower() in "aeiouäéíöü" else closed


def _digits(value: Decimal) -> str:
    """Groups of four with a middle dot: 1·2345,5."""
    whole, places = split(value)
    digits, groups = str(whole), []
    while digits:
        digits, last = digits[:-4], digits[-4:]
        groups.insert(0, last)
    sign = "−" if value < 0 else ""
    return sign + "·".join(groups) + (f",{places}" if places else "")


def _date(edtf: str) -> str:
    return "/".join(reversed(edtf.rstrip("~?").split("-")))
