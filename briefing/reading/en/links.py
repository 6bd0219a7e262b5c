"""English figures found in order -> the same with conversions (``equals``) and changes (``of``) linked.

$2.75 billion (about 3.7 trillion won); from A to B, up 34 percent; from A to B, a 34% increase.
"""

from __future__ import annotations

import re

from ..found import Found

_OPEN = re.compile(r"\s?[(（,]\s?(?:or\s|equal to\s|equivalent to\s|=)?\s?$", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s\([^()]{0,40}\))?(?:\s(?:in|a year|per)?\s?[\w ]{0,16})?\sto\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)
_CHANGES = {"percent", "points", "multiple"}


def relate(text: str, found: list[Found]) -> None:
    """Sets ``equals`` and ``of`` in place; looks at most a few figures back, so the time is linear."""
    for place, each in enumerate(found):
        if not place:
            continue
        before = found[place - 1]
        if (
            (
                each.kind in ("money", "measure")
                and before.kind == each.kind
                and before.unit != each.unit
                and each.start - before.end <= 16
            )
            and _OPEN.match(text[before.end : each.start])
            and text[each.end : each.end + 1] in ")],"
        ):
            each.equals = before
        if each.kind in _CHANGES:
            _change(text, found, place)


def _change(text: str, found: list[Found], place: int) -> None:
    each = found[place]
    ends = [f for f in found[max(0, place - 8) : place] if f.kind != "date" and f.equals is None]
    if (
        len(ends) < 2
        or each.start - ends[-1].end > 60
        or re.search(r"[.;\n](?:\s|$)", text[ends[-1].end : each.start])
    ):
        return
    first, last = ends[-2:]
    if (
        first.kind == last.kind
        and first.unit == last.unit
        and last.start - first.end < 80
        and re.search(r"\bfrom\s(?:[a-z]+\s)?$", text[max(0, first.start - 16) : first.start], re.IGNORECASE)
        and re.search(r"\bto\s(?:[a-z]+\s){0,2}$", text[first.end : last.start], re.IGNORECASE)
    ):
        each.of = (first, last)
