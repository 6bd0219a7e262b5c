"""The text of a cell and the words that its table says of all cells -> the figure, read as prose would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.facts.headers import whole
from briefing.model import Quantity

_BARE = re.compile(r"([-−+]?)([1-9]\d{3,})(\.\d+)?")
_FOOTNOTE = re.compile(r"\s*(?:\(?[pre]\)|\*+|[†‡¹²³⁴⁵⁶⁷⁸⁹]+\)?)\Z")
_MINUS = re.compile(r"\A△\s?(?=\d)")
_CURRENCY = re.compile(r"(?<![\w$])(?:US\$|[$€£¥₩]|[A-Z]{3})(?![\w$])")
_THOUSANDS = re.compile(r"(?:in\s+)?['’`]?000s?\b")
_PLURAL = re.compile(r"(?:in\s+)?\b(thousand|million|billion|trillion)s\b(?:\s+of\b)?", re.IGNORECASE)
_MAGNITUDE = re.compile(
    r"\A(?:십|백|천|만|억|조)|\s(?:십|백|천|만|억|조)+\s|\b(?:thousand|million|billion|trillion|bn|mn|mln|k)s?\b|['’]?000",
    re.IGNORECASE,
)
NO_FIGURE = re.compile(r"[-–—‐−]*|\.{2,}|[…‥.·xX*:]|n/?a|N/?A|NA|해당\s?없음|자료\s?없음")
"""What tables print where there is no figure (the conventions of statistical offices)."""


@lru_cache(maxsize=4096)
def figure(cell: str, unit: str, language: str) -> Quantity | None:
    """The figure that a cell says with its unit; None where the two do not read as exactly one figure.

    A cell that says its own unit (15.6%) is read alone. Digits without a unit are a number, never a year.
    """
    text = _plain(cell)
    if not any(map(str.isdigit, text)):
        return None  # a dash before a unit would read as a negative thousand
    alone = whole(text, language)
    if alone is not None and alone.quantity.kind not in ("number", "date"):
        return alone.quantity
    for said in _spoken(text, unit):
        mention = whole(said, language)
        if mention is not None and mention.quantity.kind != "date":
            return mention.quantity
    return None


def own(cell: str, language: str) -> bool:
    """Whether a cell says its own unit."""
    found = figure(cell, "", language)
    return found is not None and found.kind != "number"


def readable(unit: str, language: str) -> bool:
    """Whether figures can be read with that unit."""
    found = figure("7", unit, language)
    return found is not None and (found.kind != "number" or found.value != 7)


def scales(unit: str) -> bool:
    """Whether words that cannot be read as a unit hold a power of ten, so that leaving them out would change values."""
    return bool(_MAGNITUDE.search(unit))


def _plain(cell: str) -> str:
    """The text without its mark of a note; the white triangle of Korean accounts is a minus (a black one may be a rise)."""
    return _MINUS.sub("-", _FOOTNOTE.sub("", cell) or cell)


def _spoken(text: str, unit: str) -> Iterator[str]:
    """Ways to say a figure with its unit, the first one first: a currency stands before its amount ($ bn: $12.3 bn)."""
    if bare := _BARE.fullmatch(text):
        text = f"{bare[1]}{int(bare[2]):,}{bare[3] or ''}"
    words = _PLURAL.sub(r"\1", _THOUSANDS.sub("thousand", unit)).strip()
    currency = _CURRENCY.search(words)
    if currency:
        rest = f"{words[: currency.start()]}{words[currency.end() :]}".strip()
        apart = " " if currency[0].isalpha() else ""
        yield f"{currency[0]}{apart}{text} {rest}".rstrip()
    yield f"{text} {words}".rstrip()
