"""English numbers in words at a place in the text -> Numeral: two hundred and four, half a million."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from ..digits import ONE, ZERO
from ..found import EXACT
from .cardinals import ONES, SCALES, TENS
from .fractions import mixed, named, share
from .numerals import SCALE, Numeral, grow, is_scale, scaled

_SIMPLE = re.compile(
    rf"(?:({'|'.join(TENS)})(?:[\s\-‐‑–—]{{1,3}}({'|'.join(list(ONES)[1:10])}))?|"
    rf"({'|'.join(sorted(ONES, key=len, reverse=True))}))\b",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s{1,3}(?:(?:and|&)\s{1,2})?", re.IGNORECASE)
_POINT = re.compile(
    rf"\s(?:point|dot)(?:[\s\-]({'|'.join(TENS)})(?:[\s-]({'|'.join(list(ONES)[1:10])}))?\b|"
    rf"((?:[\s\-](?:oh|{'|'.join(list(ONES)[:11])}|\d+)){{1,48}})\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"an?\s{1,2}(?=(?:hundred|thousand|lakh|[mb]illion|crore|trillion|dozen)\b)|"
                   r"(?=hundred\s(?:thousand|[mb]illion|and)\b)", re.IGNORECASE)  # fmt: skip
_OF_A = re.compile(
    r"(?P<of>\sof)?(?:\san?)?[\s-]{1,2}(?P<scale>hundred|thousand|[mb]illion|trillion|dozen|lakh|crore)\b",
    re.IGNORECASE,
)
_AND_SHARE = re.compile(r"\s{1,2}and\s{1,2}", re.IGNORECASE)


def words(text: str, start: int) -> Numeral | None:
    """The numeral spelled out at ``start``: two hundred and four, a hundred, two and a half million."""
    if part := share_of_scale(text, start):
        return part
    spoken = _Spoken(start)
    at = start
    if (lead := _LEAD.match(text, start)) and lead.end() >= start:
        spoken.section, spoken.pieces, spoken.end = ONE, 1, lead.end()
        spoken.take_scales(text)
        if spoken.scale == 12:
            return spoken.numeral(start)
        spoken.take_share(text)
        at = spoken.after(text)
    while spoken.pieces < 24 and spoken.take(text, at):
        at = spoken.after(text)
    if not spoken.pieces:
        return None
    numeral = spoken.numeral(start)
    return _with_point(text, numeral) if spoken.scale <= 100 else numeral


def share_of_scale(text: str, start: int) -> Numeral | None:
    """half a million, three quarters of a billion, two thirds of a million, a quarter million."""
    said = named(text, start)
    if said is None or (scale := _OF_A.match(text, said[3])) is None:
        return None
    _, part, whole, _ = said
    if whole not in (2, 4) and part == 1 and not scale["of"]:
        return None
    factor = Decimal(SCALES[scale["scale"].lower()])
    return Numeral(start, scale.end(), scaled(share(part, whole), factor), factor, factor, True)


@dataclass(slots=True)
class _Spoken:
    """A numeral in words while it is being read: what is summed, and the part below the next scale word."""

    end: int
    total: Decimal = ZERO
    section: Decimal = ZERO
    scale: Decimal = ONE
    last: Decimal = Decimal("Infinity")
    pieces: int = 0
    broken: bool = False

    def numeral(self, start: int) -> Numeral:
        step = ONE if self.broken else self.scale
        return Numeral(start, self.end, EXACT.add(self.total, self.section), step, self.scale, True)

    def after(self, text: str) -> int:
        gap = _AND.match(text, self.end)
        return gap.end() if gap else self.end

    def take(self, text: str, at: int) -> bool:
        """Takes one number word at ``at`` with its fraction and its scale words; whether it belongs here."""
        said = _SIMPLE.match(text, at)
        if said is None or self.broken:
            return False
        tens, ones, small = (word.lower() if word else "" for word in said.groups())
        value = Decimal(TENS[tens] + (ONES[ones] if ones else 0) if tens else ONES[small])
        if self.pieces and (self.take_share(text) or self.section % 100 or value == 0 or self.scale == ONE):
            return False
        self.section, self.end, self.scale = self.section + value, said.end(), ONE
        self.pieces += 1
        if more := mixed(text, self.end):
            self.section, self.end, self.broken = EXACT.add(self.section, more[0]), more[1], True
        self.take_scales(text)
        if self.scale >= 1000:
            self.broken = False
            self.take_share(text)
        return True

    def take_share(self, text: str) -> bool:
        """Takes a fraction of the last scale word: six million and two thirds, a billion and a half."""
        if self.broken or self.scale == ONE or (joined := _AND_SHARE.match(text, self.end)) is None:
            return False
        if part := share_of_scale(text, joined.end()):
            assert isinstance(part.value, Decimal)
            if part.scale >= self.scale:
                return False
            self.total, self.end, self.broken = EXACT.add(self.total, part.value), part.end, True
            return True
        if (more := mixed(text, self.end)) is None:
            return False
        factor = self.scale if self.scale >= 1000 else ONE
        self.total, self.end, self.broken = EXACT.add(self.total, scaled(more[0], factor)), more[1], True
        return True

    def take_scales(self, text: str) -> None:
        while (word := SCALE.match(text, self.end)) and is_scale(word[1]):
            factor = Decimal(SCALES[word[1].lower()])
            if not self.section or factor >= self.last or factor == 100 and self.section >= 100:
                break
            self.scale, self.end = factor, word.end()
            if factor == 12:
                rest = self.section % 100 or self.section
                self.section += rest * 11
            elif factor == 100:
                self.section *= factor
            else:
                grown = scaled(self.section, factor)
                self.total, self.section, self.last = EXACT.add(self.total, grown), ZERO, factor


def _with_point(text: str, numeral: Numeral) -> Numeral:
    said = _POINT.match(text, numeral.end)
    if said is None or isinstance(numeral.value, Range):
        return numeral
    if said[1]:
        places = str(TENS[said[1].lower()] + (ONES[said[2].lower()] if said[2] else 0))
    else:
        spoken = re.split(r"[\s-]+", said[3].strip())
        places = "".join(str(ONES.get(word.lower(), word if word.isdigit() else 0)) for word in spoken)[:40]
    numeral.step, numeral.scale, numeral.end = ONE.scaleb(-len(places)), ONE, said.end()
    numeral.value = EXACT.add(numeral.value, EXACT.multiply(Decimal(places), numeral.step))
    if scale := SCALE.match(text, numeral.end):
        grow(numeral, Decimal(SCALES[scale[1].lower()]), scale.end())
    return numeral
