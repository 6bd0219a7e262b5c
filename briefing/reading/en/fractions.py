"""English fractions at a place in the text -> part, whole and end: three fifths, a twenty-first, ½, 3/4."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from ..tries import trie
from .cardinals import ONES, ORDINALS, TENS

WHOLES = {"half": 2, "quarter": 4} | {name: rank for name, rank in ORDINALS.items() if rank > 2}
_AFTER_TENS = WHOLES | {"first": 1, "second": 2}
_PLURALS = {"firsts": "first", "seconds": "second", "halves": "half"} | {f"{name}s": name for name in WHOLES}
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""Unicode's vulgar fractions (Number Forms and Latin-1)."""

_SHARE = Context(prec=28)
_PARTS = trie((*list(ONES)[1:], *TENS))
_NAMED = re.compile(
    rf"(?:([aA][nN]?|{_PARTS}|\d{{1,3}})(?:\s[-–]\s|[\s\-‐–—])(?i:an?\s)?((?i:hundred)\s)?)?"
    rf"(?:({trie(TENS)})[\s\-‐])?({trie((*_AFTER_TENS, *_PLURALS))})\b"
)
_PRINTED = re.compile(r"\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])|[\s-](\d)/(\d)\b(?!/)")
_AND = re.compile(r"[\s-](?:and|&)[\s-]", re.IGNORECASE)
_GOES_ON = re.compile(r"[\s-](?:of\b(?!\san?\s(?:[mb]illion|trillion|thousand|hundred))|(?=\D)(?!(?:and|or|in|to|from|per|"
                      r"times|percent|years?|months?|hours?|miles|million|billion|trillion|thousand)\b)[a-z])", re.IGNORECASE)  # fmt: skip


def named(text: str, start: int) -> tuple[str, int, int, int] | None:
    """The spoken fraction at ``start``: its first word ("" for a bare half), part, whole and end."""
    if text[start : start + 1].isdigit() and text[start + 1 : start + 2].isdigit():
        return None
    said = _NAMED.match(text, start)
    if said is None:
        return None
    lead, name = (said[1] or "").lower(), said[4].lower()
    part = 1 if lead in ("", "a", "an") else int(lead) if lead.isdigit() else ONES.get(lead) or TENS[lead]
    if said[2]:
        part *= 100
    single = _PLURALS.get(name, name)
    whole = _AFTER_TENS[single]
    if not said[3] and single not in WHOLES:
        return None
    if said[3]:
        if whole > 9 or single in ("half", "quarter"):
            return None
        whole += TENS[said[3].lower()]
    if (part > 1) is not (name in _PLURALS):
        return None
    return lead, part, whole, said.end()


def share(part: int, whole: int) -> Decimal:
    """The fraction as a decimal, to 28 places where it does not end."""
    return _SHARE.divide(Decimal(part), Decimal(whole))


def mixed(text: str, end: int) -> tuple[Decimal, int] | None:
    """The fraction that goes on a numeral ending at ``end``: 3 1/2, 3½, three and a half."""
    if printed := _PRINTED.match(text, end):
        if printed[1]:
            return share(*VULGAR[printed[1]]), printed.end()
        return (share(int(printed[2]), int(printed[3])), printed.end()) if int(printed[3]) else None
    joined = _AND.match(text, end)
    if joined is None or (said := named(text, joined.end())) is None:
        return None
    lead, part, whole, after = said
    if lead in ("a", "an") and 10 < whole < 100:  # and a thirtieth one
        return None
    if not lead or part >= whole or (whole not in (2, 4) or part > 1) and _GOES_ON.match(text, after):
        return None
    return share(part, whole), after
