"""Words -> their width in ems and the lines they take, by classes of letters, the same on every machine."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

_HANGUL = Decimal("0.87")
_LATIN = Decimal("0.57")
_DIGIT = Decimal("0.64")
_CAPITAL = Decimal("0.70")
_NARROW = {letter: Decimal("0.29") for letter in " .,:;'!|iljI·‘’“”"}
_MIDDLE = {letter: Decimal("0.38") for letter in 'frt()[]-/「」『』“”"'}
_BROAD = {letter: Decimal("0.93") for letter in "%mwMW@₩—→"}
_UNIT = Decimal("1.75")
_NOTHING = frozenset("\u2060\u200b")
_WIDTHS = _NARROW | _MIDDLE | _BROAD | dict.fromkeys(_NOTHING, Decimal(0))


def width(words: str) -> Decimal:
    """Width of ``words`` in ems, a little above what Pretendard SemiBold takes (its advances, by class)."""
    return sum((_advance(letter) for letter in words), Decimal(0))


def _advance(letter: str) -> Decimal:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter.isdecimal():
        return _DIGIT
    if "\u3380" <= letter <= "\u33df":
        return _UNIT
    if unicodedata.east_asian_width(letter) in "WF":
        return _HANGUL if "가" <= letter <= "힣" else Decimal(1)
    return _CAPITAL if letter.isupper() else _LATIN


def lines(words: str, room: Decimal) -> tuple[str, ...]:
    """``words`` on one line where they fit in ``room`` ems, else on two as even as the spaces allow.

    Two lines may still be wider than ``room``: the caller measures them.
    """
    parts = words.split()
    if width(words) <= room or len(parts) < 2:
        return (" ".join(parts),)
    breaks = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return min(breaks, key=lambda pair: max(width(pair[0]), width(pair[1])))
