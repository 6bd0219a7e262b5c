"""Korean figures found in order -> the same with conversions (``equals``) and changes (``of``) linked.

27억5000만달러(약 3조7000억원); A에서 B로 34% 급등; 3년 전(1609명)과 견줘 5.3배.
"""

from __future__ import annotations

import re

from ..found import Found

_OPEN = re.compile(r"\s?[(（]\s?(?:=|≒|한화|원화|미화|우리 ?돈|우리돈으로)?\s?$")
_INTO = re.compile(r"[^.!?\n]{0,6}?(?:으로|로)(?![가-힣])")
_COMPARED = re.compile(
    r"[^.!?\n]{0,3}?[)）]?(?:과|와|에|보다|\s)\s?(?:견줘|비해|비교해|대비|견주어|보다)|[)）]?보다"
)
_CONVERTED = {"money", "measure"}
_CHANGES = {"percent", "points", "multiple"}


def relate(text: str, found: list[Found]) -> None:
    """Sets ``equals`` and ``of`` in place; looks at most a few figures back, so the time is linear."""
    for place, each in enumerate(found):
        if place and each.kind in _CONVERTED:
            _conversion(text, found[place - 1], each)
        if each.kind in _CHANGES and place:
            _change(text, found, place)


def _conversion(text: str, before: Found, each: Found) -> None:
    if before.kind != each.kind or before.unit == each.unit or each.start - before.end > 12:
        return
    if _OPEN.match(text[before.end : each.start]) and text[each.end : each.end + 1] in (")", "）"):
        each.equals = before


def _change(text: str, found: list[Found], place: int) -> None:
    """The two ends that a percentage or multiple compares: A에서 B로 N%, or (A)과 견줘 N배 with B before."""
    each = found[place]
    near = found[max(0, place - 8) : place + 1]
    ends = [f for f in near[:-1] if f.kind != "date" and f.equals is None]
    if not ends or "\n" in text[ends[-1].end : each.start]:
        return
    last = ends[-1]
    if each.start - last.end < 40 and _INTO.match(_after(text, near, last)):
        for first in reversed(ends[:-1]):
            if first.kind == last.kind and first.unit == last.unit and last.start - first.end < 60:
                if _after(text, near, first).startswith("에서"):
                    each.of = (first, last)
                return
    elif (
        each.kind == "multiple"
        and each.start - last.end < 40
        and _COMPARED.match(text[last.end : each.start])
    ):
        other = next((f for f in reversed(ends[:-1]) if f.kind == last.kind and f.unit == last.unit), None)
        if other is not None:
            each.of = (last, other)


def _after(text: str, near: list[Found], figure: Found) -> str:
    """What follows a figure, its conversion in brackets (one of the figures ``near`` it) left out."""
    end = next((f.end + 1 for f in near if f.equals is figure), figure.end)
    return text[end : end + 12]
