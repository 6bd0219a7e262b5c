"""English numerals at a place in the text -> Numeral: digits with their scale words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from ..digits import DIGITS, ONE, number
from ..found import EXACT
from .alone import alone
from .cardinals import SCALES, SHORT
from .fractions import mixed

_SPACES = "\u00a0\u2009\u202f"
_GROUPED = re.compile(
    rf"(?!0)\d{{1,3}}(?:([ {_SPACES}])\d{{3}})(?:\1\d{{3}}){{0,15}}(?![\d,]|\.\d{{3}}|\1\d)(?:\.\d+)?"
)
"""Groups of three apart by a space: ISO 80000-1, common in European English."""
_BLANKS = re.compile(rf"[ {_SPACES}]")
_DIGITS = re.compile(DIGITS)
_BARE = re.compile(r"\.\d+")
SCALE = re.compile(rf"[\s\-‐]{{0,2}}({'|'.join(sorted(SCALES, key=len, reverse=True))})\b", re.IGNORECASE)
_SHORT = re.compile(rf"\s?({'|'.join(sorted(SHORT, key=len, reverse=True))})\b", re.IGNORECASE)
_ALWAYS = {"bn", "tn", "mn", "mln", "bln", "trn", "tln", "mio"}
_GLUED = {"K", "M", "B", "k", "mil", "MM", "G"}
"""Abbreviations that scale any number when glued to it; m, b and t do so for money alone (200m is metres)."""
_NO_SCALE = re.compile(
    r"\s(?:run|race|walk|marathon|resolution|display|screen|TVs?|video|network|networks|speeds?|forces?|said|has|is)\b"
)
_POINT_DIGITS = re.compile(r"\spoint\s(\d{1,3})\b", re.IGNORECASE)
_ON = re.compile(r",?\s(\d{1,3})\s(hundred|thousand|million|lakh)\b", re.IGNORECASE)
_ON_ONES = re.compile(r"\sand\s([1-9]\d?)(?![\d%]|[.,]\d)", re.IGNORECASE)


@dataclass(slots=True)
class Numeral:
    """A numeral as read; ``scale`` its last scale word, ``worded`` where it is spelled out."""

    start: int
    end: int
    value: Decimal | Range
    step: Decimal | None = ONE
    scale: Decimal = ONE
    worded: bool = False


def digits(text: str, start: int, money: bool = False) -> Numeral | None:
    """The numeral in digits at ``start`` with its scale: 2.75 billion; 67k; after a currency sign also 200m."""
    grouped = _GROUPED.match(text, start)
    said = grouped or _DIGITS.match(text, start) or _BARE.match(text, start)
    if said is None:
        return None
    written = _BLANKS.sub("", said[0]) if grouped else said[0]
    if (read := number(written if written[0] != "." else "0" + written)) is None:
        return None
    numeral = Numeral(start, said.end(), *read)
    if point := _POINT_DIGITS.match(text, numeral.end) if written.isdigit() else None:
        numeral.step = ONE.scaleb(-len(point[1]))
        numeral.value, numeral.end = EXACT.add(read[0], Decimal(point[1]).scaleb(-len(point[1]))), point.end()
    elif (more := mixed(text, numeral.end)) and written.isdigit():
        numeral.value, numeral.end = EXACT.add(read[0], more[0]), more[1]
    _scale_words(text, numeral)
    short = _SHORT.match(text, numeral.end) if numeral.scale == ONE else None
    if short and _short_stands(text, written, short, numeral.end, money):
        grow(numeral, Decimal(SHORT[short[1].lower()]), short.end())
    return numeral


def grow(numeral: Numeral, factor: Decimal, end: int) -> None:
    """Multiplies the numeral, its range and its step by a scale whose word ends at ``end``."""
    value = numeral.value
    numeral.value = (
        Range(scaled(value.low, factor), scaled(value.high, factor), value.vague)
        if isinstance(value, Range)
        else scaled(value, factor)
    )
    numeral.step = scaled(numeral.step, factor) if numeral.step is not None else None
    numeral.scale, numeral.end = EXACT.multiply(numeral.scale, factor), end


def is_scale(word: str) -> bool:
    """Whether a scale word is one in this spelling: Cr is a crore, cr and CR are other things."""
    return word.lower() != "cr" or word == "Cr"


def _scale_words(text: str, numeral: Numeral) -> None:
    """Scale words after digits, and what goes on after them: 4 thousand 3 hundred and 21; 3 million and a half."""
    while (word := SCALE.match(text, numeral.end)) and is_scale(word[1]) and numeral.scale <= 10**15:
        grow(numeral, Decimal(SCALES[word[1].lower()]), word.end())
    if numeral.scale == ONE or isinstance(numeral.value, Range):
        return
    while (more := _ON.match(text, numeral.end)) and (
        factor := Decimal(SCALES[more[2].lower()])
    ) < numeral.scale:
        numeral.value = EXACT.add(numeral.value, Decimal(more[1]) * factor)
        numeral.end, numeral.scale, numeral.step = more.end(), factor, factor
    if numeral.scale == 100 and (ones := _ON_ONES.match(text, numeral.end)):
        numeral.value, numeral.end, numeral.step = EXACT.add(numeral.value, Decimal(ones[1])), ones.end(), ONE
    elif (
        numeral.scale >= 1000
        and (rest := mixed(text, numeral.end))
        and "and" in text[numeral.end : numeral.end + 5]
    ):
        numeral.value, numeral.end = EXACT.add(numeral.value, scaled(rest[0], numeral.scale)), rest[1]


def _short_stands(text: str, written: str, short: re.Match[str], end: int, money: bool) -> bool:
    """Whether an abbreviation after digits is a scale: 5K, 10G and 2mil are, a 5K run, 5G and 200 m are not."""
    letter, spaced = short[1], short.start(1) > end
    if letter.lower() in _ALWAYS:
        return True
    if _NO_SCALE.match(text, short.end()):
        return False
    if letter == "G":
        return len(written) > 1 and (not spaced or "." in written)
    if letter in ("g", "mm", "Mm"):
        return False
    if letter == "M" and written == "3" and not money:
        return alone(text, end - 1, short.end()) or text[short.end() : short.end() + 7].lower() in (
            " people",
            " users",
        )
    return letter in _GLUED and not spaced or money and not (spaced and letter in ("k", "g", "t"))


def scaled(value: Decimal, scale: Decimal) -> Decimal:
    """The product, without trailing places where it is whole."""
    product = EXACT.multiply(value, scale)
    whole = product.to_integral_value(context=EXACT)
    return whole if whole == product else product
