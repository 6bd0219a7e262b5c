"""A spoken part of one unit in English text -> Found: half a percentage point, a quarter of a mile, a half-point."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import EXACT, Found
from .fractions import named, share
from .qualifiers import qualify
from .units import UNITS

_KINDS = frozenset({"measure", "points", "percent", "duration"})
_WORDS = {
    name
    for name, unit in UNITS.items()
    if unit.kind in _KINDS and name.isascii() and len(name) > 2 and name.islower()
}
_NOT = {"times", "in", "per cent"}
_SMALL = {"cent": ("money", "cent"), "penny": ("money", "penny")}
_POINT = re.compile(r"(?:percentage[\s-])?point\b", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?P<of>\s(?:of\s)?(?:an?|one)\s|\sof\s(?:one\s)?(?=percent|per\scent|1%))|(?P<glue>[\s-])",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[a-z]+[\s-]){0,2}[a-z]+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:the|first|second|third|fourth|last|next|this|each|every|per|that|previous)\s$", re.IGNORECASE
)
_LONG = {"year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "centuries": ("year", 100)}


def part_of_unit(text: str, start: int) -> Found | None:
    """The part of one unit whose fraction begins at ``start``; a quarter of the year and a half day off are none."""
    said = named(text, start)
    if said is None:
        return None
    lead, part, whole, end = said
    joined = _OF_ONE.match(text, end)
    if joined is None or whole > 10 and whole not in (100, 1000):
        return None
    glued = joined["glue"] is not None
    if glued and (
        not lead
        and whole != 2
        and text[end] != "-"
        and whole != 4
        or _BEFORE.search(text[max(0, start - 9) : start])
    ):
        return None
    if (meant := _unit(text, joined.end())) is None:
        return None
    kind, unit, factor, stop, name = meant
    if glued and (
        kind == "duration"
        and (not (whole in (2, 4) and unit in ("hour", "year")) or text[end - 6 : end].lower() == "fourth")
        or part > 1
        and text[end] != "-"
    ):
        return None
    value = EXACT.multiply(share(part, whole), Decimal(factor))
    counter = name if kind == "duration" else None
    return qualify(text, Found(start, stop, kind, value, unit, counter=counter, step=None))  # type: ignore[arg-type]


def _unit(text: str, at: int) -> tuple[str, str | None, int, int, str] | None:
    if text.startswith("1%", at):
        return "percent", None, 1, at + 2, "%"
    if point := _POINT.match(text, at):
        return "points", None, 1, point.end(), "point"
    words = _NAME.match(text, at)
    if words is None:
        return None
    spoken = words[0].lower()
    while spoken:
        end = at + len(spoken)
        if spoken in _LONG:
            unit, factor = _LONG[spoken]
            return "duration", unit, factor, end, spoken
        if spoken in _SMALL:
            return *_SMALL[spoken], 1, end, spoken
        if spoken in _WORDS and spoken not in _NOT and not spoken.endswith("percents"):
            unit_of = UNITS[spoken]
            return unit_of.kind, unit_of.canonical, 1, end, spoken
        shorter = re.match(r"(.*)[\s-]", spoken)
        spoken = shorter[1] if shorter else ""
    return None
