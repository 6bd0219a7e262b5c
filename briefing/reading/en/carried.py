"""English figures found in order -> the same with what they leave unsaid and the words beside them give.

Output rose by 3 million tons to 798 million; aged 3, 5 and 9; fell to 59.8%, down 7.5 points; 500 million pesos in Manila.
"""

from __future__ import annotations

import re
from bisect import bisect
from decimal import Decimal
from itertools import pairwise

from ..found import Found

_CARRIED = re.compile(
    r"(?:\s|[^.;\n]{0,40}(?:up|down|compared|versus)\s)(?:from|to|with|against)\s$|[^.;\n]{0,40}\sversus\s$"
)
_NO_NOUN = re.compile(
    r"(?:$|[.,;:)](?!\d)|\s(?:in|on|at|by|from|to|for|as|and|but|or|while|when|after|before|during|over|since|a|an|the|last|"
    r"this|two|three|five|ten|previously|earlier|one|according|with)\b)"
)
_AGES = re.compile(r",\s(?:and\s)?|\sand\s")
_AGE_ENDS = re.compile(
    r"(?:[,;)]|\.(?!\d)|$)(?!\s\d+\s[a-z])|\sand\s\d{1,2}\b(?=[,.;)]|$|\s(?:were|was|are|is|who|from|of)\b)|\s(?:were|was|are|is|who|from)\b"
)
_POINTS = re.compile(
    r"[^.;\n]{0,24}(?:,|\s)(?:up|down|rise|fall|drop|gain|increase|decrease|rose|fell|widened|narrowed|swing|lead|gap)\s"
    r"(?:of\s|by\s|to\s|from\s|about\s){0,2}$"
)
_POINTS_LESS = re.compile(r"\s(?:less|more|lower|higher|below|above)\b")
_POINTS_END = re.compile(r"\s(?:from|to)\s$")
_ERROR = re.compile(r"\bmargin of error\b[^.;\n]{0,40}$", re.IGNORECASE)
_AS_SHARE = re.compile(r",?\s\(?(?:or\s)$|\s\($")
_PESO = {
    "PHP": "Philippin Filipin Manila Marcos Mindanao Luzon", "MXN": "Mexic", "ARS": "Argentin Buenos",
    "CLP": "Chile Santiago", "COP": "Colombia Bogot", "CUP": "Cuba Havana", "DOP": "Dominican",
    "UYU": "Uruguay Montevideo",
}  # fmt: skip
_KRONE = {"NOK": "Norw Oslo", "DKK": "Denmark Danish Dane Copenhagen"}
_DINAR = {"KWD": "Kuwait", "BHD": "Bahrain", "JOD": "Jordan Amman", "IQD": "Iraq Baghdad", "TND": "Tunis",
          "DZD": "Algeri", "RSD": "Serbia Belgrade", "LYD": "Libya Tripoli"}  # fmt: skip
_RIAL = {"IRR": "Iran Tehran", "OMR": "Oman Muscat", "YER": "Yemen Sanaa"}
_SHARED = {"peso": _PESO, "krone": _KRONE, "kroner": _KRONE, "dinar": _DINAR, "rial": _RIAL}
"""Nouns of several currencies -> code -> beginnings of the names of its country, people and capital."""
_PLACES = {
    noun: (
        re.compile(r"\b(?:" + "|".join(name for names in table.values() for name in names.split()) + ")"),
        {name: code for code, names in table.items() for name in names.split()},
    )
    for noun, table in _SHARED.items()
}
_BACK, _ON = 3000, 300
"""How far a country may stand from its currency."""


def carry(text: str, found: list[Found]) -> None:
    """Fills in place the unit that a figure leaves to the one before it or to the country that is spoken of."""
    for before, each in pairwise(found):
        if each.kind == "number":
            _of_before(text, before, each)
        elif each.kind == "count" and each.unit == "point":
            _share(text, before, each)
    for each, after in pairwise(found):
        if each.kind == "count" and each.unit == "point" and after.kind == "percent":
            if _POINTS_END.match(text[each.end : after.start]):
                _points(each)
    places: dict[str, list[tuple[int, str]]] = {}
    for each in found:
        if each.unit == "point" and _ERROR.search(text[max(0, each.start - 70) : each.start]):
            _points(each)
        if each.kind == "money" and each.unit is None:
            _country(text, each, places)


def _of_before(text: str, before: Found, each: Found) -> None:
    if before.kind not in ("measure", "points", "age") or each.start - before.end > 60:
        return
    between = text[before.end : each.start]
    value = each.value
    if before.kind == "age":
        if (
            _AGES.fullmatch(between)
            and isinstance(value, Decimal)
            and 0 <= value <= 125
            and before.unit == "year"
        ):
            if value == int(value) and _AGE_ENDS.match(text, each.end):
                each.kind, each.unit = "age", "year"
        return
    if _CARRIED.match(between) and _NO_NOUN.match(text, each.end):
        each.kind, each.unit = before.kind, before.unit


def _share(text: str, before: Found, each: Found) -> None:
    """Points said of a percentage are percentage points; those of an index or a table are not."""
    if before.kind == "percent" and each.start - before.end <= 60:
        between = text[before.end : each.start]
        if (
            _POINTS.match(between)
            or "." not in between
            and ";" not in between
            and _POINTS_LESS.match(text, each.end)
        ):
            _points(each)


def _points(each: Found) -> None:
    each.kind, each.unit, each.counter = "points", None, None


def _country(text: str, each: Found, places: dict[str, list[tuple[int, str]]]) -> None:
    """The currency of the country named last before the figure, else soon after it."""
    noun = text[each.start : each.end].split()[-1].lower()
    if noun not in _PLACES:
        noun = noun.removesuffix("s")
    if noun not in _PLACES:
        return
    pattern, codes = _PLACES[noun]
    if noun not in places:
        places[noun] = [(hit.start(), codes[hit[0]]) for hit in pattern.finditer(text)]
    said = places[noun]
    at = bisect(said, (each.start, ""))
    if at and each.start - said[at - 1][0] <= _BACK:
        each.unit = said[at - 1][1]
    elif at < len(said) and said[at][0] - each.end <= _ON:
        each.unit = said[at][1]
