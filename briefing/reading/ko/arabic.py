"""Digits with Korean scale words at a place in the text -> Numeral: 8579, 33만5250, 4천746억, 천 4백만."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..digits import DIGITS, ONE, ZERO, number
from ..found import EXACT
from .numerals import INFINITY, LARGE, MORE, SMALL, Numeral, whole

# A scale syllable that goes on into another word is none: 3분의 1조각, 5경기, 12만에.
_PIECE = re.compile(
    rf"(?P<number>{DIGITS})(?P<some>여(?=[십백천만억조]))?(?:(?P<small>\s?[십백천](?!신|화점|연|안시|주|장|정|막)))?"
    r"(?P<more>여(?=[만억조]|\s[만억조]\s?[명원]))?"
    r"(?:(?P<gap>\s?)(?P<large>만(?![에의]|\d*세)|억(?!류|제|울|새)|조(?!각|치|항|례|별|사|직|합|선|카|기|회|성|정|금|인|율|"
    r"작|달(?!러)|약|언|교|제)|경(?!기|찰|우|로|주|제|선|쟁|험|력|영|남|북|매|위|인|상)))?"
)
_ARTICLE = re.compile(r"제\s?$|(?:법|헌법|법률|시행령|규칙|협약|조약|조례|정관)\s$")
"""After these N조 is the article of a law."""
_ATTACHED = re.compile(r"(?:원|달러|유로|파운드|엔|위안|명|개|곳|건|팀|배|%|가구|마리|대|표|[~∼〜～]\d)")
_HEADLINE = re.compile(
    r"(?:연봉|상금|매출|자산|몸값|빚|부채|예산|투자|현상금|당첨금|성금|기부|손실|적자|흑자)(?:[은이만]|액)?\s[\d,.조억만천 ]{1,20}$"
)
_HEAD = re.compile(
    r"천\s?(?=\d[백십](?!신|화점|연|안시|주)|\d{3}(?!\d)[명여개원])|천(?=\d{2,3}(?![\d.,]))"
    r"|백\s?(?=\d십)|백(?=\d{1,2}(?![\d.,-]))|만\s?(?=\d[천백](?!신|화점|연|안시|주))|만(?=\d{3,4}(?![\d.,]))"
)
_POINTED = re.compile(r"\.(\d{1,9})(?![\d.])")


@dataclass(slots=True)
class _Sum:
    """Groups of digits taken so far: ``total`` of whole sections, the open ``section``, their smallest units."""

    end: int
    total: Decimal = ZERO
    section: Decimal = ZERO
    last_small: Decimal = INFINITY
    last_large: Decimal = INFINITY
    scale: Decimal = ONE
    step: Decimal = ONE
    more: bool = False

    def take(self, piece: re.Match[str], value: Decimal, unit: Decimal, begun: bool) -> bool:
        """Adds a group; False where it does not go on the numeral."""
        small, large = SMALL.get((piece["small"] or "").strip(), ONE), LARGE.get(piece["large"] or "", ONE)
        group = value if small == ONE else whole(EXACT.multiply(value, small))
        spaced = piece.start() > self.end
        if begun and not _fits(piece, group, large, spaced, self.last_small, self.last_large, self.scale):
            return False
        self.more = self.more or bool(piece["some"] or piece["more"])
        self.section, self.last_small = EXACT.add(self.section, group), small
        if large != ONE:
            self.total = EXACT.add(self.total, whole(EXACT.multiply(self.section, large)))
            self.section, self.last_small, self.last_large = ZERO, INFINITY, large
        self.scale = large if large != ONE else small
        self.step = whole(EXACT.multiply(unit, EXACT.multiply(small, large)))
        self.end = piece.end("large" if piece["large"] else "small" if piece["small"] else "number")
        return True


def digits(text: str, start: int, head: Decimal | None = None) -> Numeral | None:
    """The numeral that begins with a digit at ``start``: 8579, 33만5250, 4천746억, 3조7000억, 5만 1,425.

    ``head`` is a spelled scale that the digits go on from (천 4백만).
    """
    read = _Sum(start)
    if head is not None:
        read.section = read.last_small = head
    while piece := _PIECE.match(text, read.end + (read.end > start and text[read.end : read.end + 1] == " ")):
        said = number(piece["number"])
        if said is None:
            break
        if piece["large"] == "조" and read.end == start and _ARTICLE.search(text[max(0, start - 4) : start]):
            return Numeral(start, piece.end("number"), *said)
        if not read.take(piece, *said, begun=read.end > start) or read.scale == ONE:
            break
    if read.end == start:
        return None
    tail = MORE.match(text, read.end)
    end, more = (tail.end(), True) if tail else (read.end, read.more)
    return Numeral(start, end, EXACT.add(read.total, read.section), read.step, read.scale, more)


def headed(text: str, start: int) -> Numeral | None:
    """A spelled scale that goes on in digits: 천 4백만, 만 5천; 만 19세 is an age and none of these."""
    head = _HEAD.match(text, start)
    if head is None:
        return None
    scale = head[0].strip()
    large = LARGE.get(scale)
    read = digits(text, head.end(), None if large else SMALL[scale])
    if read is None or not isinstance(read.value, Decimal):
        return None
    read.start = start
    if large:
        read.value = EXACT.add(read.value, large)
    return read


def pointed(text: str, start: int) -> Numeral | None:
    """A decimal fraction without its zero: .25."""
    said = _POINTED.match(text, start)
    if said is None:
        return None
    return Numeral(start, said.end(), Decimal("0." + said[1]), ONE.scaleb(-len(said[1])))


def _fits(
    piece: re.Match[str],
    group: Decimal,
    large: Decimal,
    spaced: bool,
    small: Decimal,
    last: Decimal,
    scale: Decimal,
) -> bool:
    """Whether a further group of digits goes on the numeral: smaller than the unit that came before it."""
    if scale == ONE:
        return False
    if large != ONE:
        return large < last and (small == INFINITY or group < small)
    if group >= min(small, last):
        return False
    return not spaced or bool(piece["small"]) or len(piece["number"]) >= 3 or _counted(piece)


def _counted(piece: re.Match[str]) -> bool:
    """Whether one or two digits after a space end the numeral (5만 12명), not another one (상금 1억 3명에게)."""
    text, begin = piece.string, piece.start()
    return bool(_ATTACHED.match(text, piece.end("number"))) and not _HEADLINE.search(
        text[max(0, begin - 24) : begin]
    )
