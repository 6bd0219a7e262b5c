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
}  # fmt: skip
TIMES = frozenset(("year", "quarter", "month", "week", "day", "hour", "minute", "second"))
DECADE = "s"
"""What makes an age a decade of life: 20s."""
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
            return "pp" if short else "percentage point" if one else "percentage points"
        case "duration":
            name = quantity.unit if quantity.unit in TIMES else quantity.counter or ""
            plain = one or "attributive" in forms or quantity.unit not in TIMES
            return name or "" if plain else f"{name}s"
        case "age":
            return _age(quantity, forms)
        case "measure":
            return MEASURES.get(quantity.unit or "") or quantity.unit or quantity.counter or ""
        case "count" if "unit" in forms:
            return _noun(quantity, one)
    return ""


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
    """Whether one to nine are written in words: not before signs and units of measurement, nor for ages."""
    return kind in ("number", "count", "duration")


def attach(number: str, unit: str, forms: frozenset[str]) -> str:
    """A number with its unit: 34%, 20 kg (SI Brochure 5.4.3: a space), four-year before a noun, 20s."""
    if not unit:
        return number
    if unit in ("%", DECADE, "°"):
        return f"{number}{unit}"
    return f"{number}{'-' if 'attributive' in forms else ' '}{unit}"
