"""A Quantity in, its English unit out: people, percentage points, years, kg."""

from __future__ import annotations

import re

from briefing.model import Quantity

SCALED = frozenset(("number", "count"))
_IRREGULAR = {"person": "people", "country": "countries", "company": "companies"}
NOUNS = {
    one: (one, _IRREGULAR.get(one, f"{one}s"))
    for one in (
        "person", "animal", "place", "country", "region", "case", "time", "company", "institution",
        "household", "team", "step", "point", "vote", "word", "page", "view", "level", "seat",
    )
}  # fmt: skip
MEASURES = {
    "pyeong": "pyeong", "acre": "acres", "mi": "miles", "ft": "feet", "in": "inches", "yd": "yards",
    "bbl": "barrels", "oz": "ounces", "gal": "gallons", "lb": "pounds", "px": "pixels", "hp": "horsepower",
    "°": "degrees",
}  # fmt: skip
_SINGULAR = {"feet": "foot", "inches": "inch", "pyeong": "pyeong", "horsepower": "horsepower"}
TIMES = frozenset(("year", "quarter", "month", "week", "day", "hour", "minute", "second"))
DECADE = "s"
"""What makes an age a decade of life: 20s."""
PERCENT = {"en-GB": "per cent", "en-US": "percent"}
"""Where the sign cannot stand: tens of per cent."""
_NOUN = re.compile(r"[A-Za-z][A-Za-z' -]*")


def unit(quantity: Quantity, forms: frozenset[str]) -> str:
    """The word or sign after the number, "" where prose leaves it to the sentence.

    What is counted is named only in the form ``unit``; a class without an English noun has none.
    """
    one = quantity.value == 1
    match quantity.kind:
        case "percent":
            return "%"
        case "points":
            short = bool(forms & {"table", "compact"})
            if "attributive" in forms and not short:
                return "percentage-point"
            return "pp" if short else "percentage point" if one else "percentage points"
        case "duration":
            name = quantity.unit if quantity.unit in TIMES else quantity.counter or ""
            plain = one or "attributive" in forms or quantity.unit not in TIMES
            return name or "" if plain else f"{name}s"
        case "age":
            return _age(quantity, forms)
        case "measure":
            return _measure(quantity, one or "attributive" in forms)
        case "count" if "unit" in forms:
            return _noun(quantity, one)
    return ""


def _measure(quantity: Quantity, one: bool) -> str:
    """Symbols of the SI as they are, other units by name: 20 kg, 30 acres, 1 mile."""
    name = MEASURES.get(quantity.unit or "")
    if name is None:
        return quantity.unit or quantity.counter or ""
    return _SINGULAR.get(name, name.removesuffix("s")) if one else name


def _age(quantity: Quantity, forms: frozenset[str]) -> str:
    if quantity.counter == "대":
        return DECADE
    one = quantity.value == 1
    name = quantity.unit if quantity.unit in TIMES else "year"
    if "attributive" in forms:
        return f"{name}-old"
    if name != "year":
        return name if one else f"{name}s"
    if "unit" not in forms:
        return ""
    return "year old" if one else "years old"


def _noun(quantity: Quantity, one: bool) -> str:
    """The noun of an English source as printed, else that of the class."""
    printed = quantity.counter or ""
    if _NOUN.fullmatch(printed) and not one:
        return printed
    return NOUNS.get(quantity.unit or "", ("", ""))[not one]


def in_words(kind: str) -> bool:
    """Whether one to nine are written in words: not before signs and units of measurement, nor for ages
    (European Commission, English Style Guide, "Numbers")."""
    return kind in ("number", "count", "duration")


def attach(number: str, unit: str, quantity: Quantity, forms: frozenset[str]) -> str:
    """A number with its unit: 34%, 20 kg (SI Brochure 5.4.3: a space, before a noun too), 20s; a unit in
    words is hyphened before its noun: four-year, 30-acre (New Hart's Rules, on compound modifiers)."""
    if not unit:
        return number
    if unit in ("%", DECADE, "°"):
        return f"{number}{unit}"
    symbol = unit == "pp" or (quantity.kind == "measure" and quantity.unit not in MEASURES)
    return f"{number}{'-' if 'attributive' in forms and not symbol else ' '}{unit}"
