"""English figures found in order -> the same with conversions (``equals``) and changes (``of``) linked.

$2.75 billion (about 3.7 trillion won); from A to B, up 34 percent; rose 5% to B from A; B, up 49% from A.
"""

from __future__ import annotations

import re

from ..changes import Marks, link
from ..found import Found
from .carried import carry

_I = re.IGNORECASE
_OPEN = re.compile(r"\s?=\s?$|\s?[(（,]\s?(?:or\s|equal to\s|equivalent to\s|=)?\s?$", _I)
_CONVERTED = {"money", "measure"}
_ORIGIN = re.compile(
    r"\b(?:from|against|than|versus|vs\.?|(?:compared|compares) (?:with|to)|relative to|on)\s(?:(?!to\b)[a-z'’]+\s){0,3}$"
    r"|^\s(?:the|as many as the|as much as the)\s$",
    _I,
)
_TIMES = re.compile(r"(?:twice|thrice|double|triple|times)$", _I)
_TIMES_WHAT = re.compile(
    r"\s(?:(?:the|its|their|his|her|last|as|much|many)\s|(?:[\w.]{1,20}['’]s\s))(?:[\w'’.-]{1,20}\s){0,5}$"
)
"""Between a multiple and what it is a multiple of: twice the industry average of 3.6%."""
_TARGET = re.compile(r"\b(?:to|reaching|hit|hitting)\s(?:(?!from\b)[a-z'’]+\s){0,3}$", _I)
_FOLLOWS = re.compile(
    r"[^.;\n]{0,40}?(?:,|\s[–—-]|\(|\bis|\bwas|\bwere|\bare)\s?(?:(?:up|down|a|an|which|that|is|was|or|about|some|nearly|almost|"
    r"rise|fall|drop|increase|decrease|gain|jump|decline|of|by|more|still|already|roughly|around|over)\s){0,5}$",
    _I,
)
_OPENS = re.compile(r"[^,;]*$|,?\s(?:from|to)\b[^,;]*$", _I)
_WINDOW = 48
_OWNERS = ("'s", "’s")
_LEVEL = re.compile(r"\b(?:to|at|from)\s$")
"""Before a percentage that is an end itself and no change: rose to 3.3% from 3.2%."""


def relate(text: str, found: list[Found]) -> None:
    """Sets ``equals`` and ``of`` in place; looks at most a few figures around, so the time is linear."""
    carry(text, found)
    for before, each in zip(found, found[1:], strict=False):
        if (
            each.kind in _CONVERTED
            and before.kind == each.kind
            and before.unit != each.unit
            and each.start - before.end <= 16
            and _OPEN.match(text[before.end : each.start])
            and text[each.end : each.end + 1] in ")],"
        ):
            each.equals = before
    link(text, found, _MARKS)
    for each in found:
        if each.of and each.kind == "percent" and _LEVEL.search(text[max(0, each.start - 6) : each.start]):
            each.of = ()


def _origin(text: str, last: int, figure: Found, _: int) -> bool:
    if _TIMES_WHAT.match(text[last : figure.start]) and _TIMES.search(text[max(0, last - 8) : last]):
        return True
    return _ORIGIN.search(_before(text, last, figure)) is not None


def _target(text: str, last: int, figure: Found, _: int) -> bool:
    return _TARGET.search(_before(text, last, figure)) is not None


def _before(text: str, last: int, figure: Found) -> str:
    """The words up to the figure before it, and beyond one that says whose it is: than last summer's £2m."""
    begin = figure.start - _WINDOW
    return text[max(0, begin if text[last - 2 : last] in _OWNERS else max(last, begin)) : figure.start]


def _leads(text: str, change: Found, figure: Found) -> bool:
    return False


def _follows(between: str) -> bool:
    return _FOLLOWS.match(between) is not None


def _opens(between: str) -> bool:
    return _OPENS.match(between) is not None


_MARKS = Marks(_origin, _target, _leads, _follows, _opens, re.compile(r"[.!?;]\s|\n"))
