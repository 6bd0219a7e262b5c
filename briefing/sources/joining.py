"""The end of a printed line and the beginning of the next in; how the two are read together out.

Latin letters break between words, or after a hyphen. Korean breaks between any two syllables, or at spaces alone, as the
document was set (https://www.w3.org/TR/klreq/#line-breaking); the space at which a line breaks is seldom in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.sources.extracted import Break

HANGUL = re.compile("[가-힣]")
TOKEN = re.compile(r"[가-힣]+")
DIVIDED = re.compile(r"([A-Za-z]*[a-z])-$")
GOES_ON = re.compile(r"[a-z]+")
IN_GROUPS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})*,\d{0,2}$")
GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+")
BEGINS = re.compile(r"\d+(?:,\d{3})*")
OPENS, CLOSES = "([{“‘「『《〈~∼〜–/", ")]}」』》〉,.%;:!?…"
SPANS = "~∼〜"
GREAT = re.compile(r"\d[만억조천백]$")
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|보다|까지|부터|마다|처럼|이나|나|이며|며|이고|고|이다|다|였다|했다|된다|한다|"
    r"이라고|라고|이라는|라는|들|들이|들은|들을|씩|째|쯤|여|형|적|화)(?![가-힣])"
)
"""What no word is, but the end of one."""
ENDS = re.compile(r"\S(?:은|는|을|를|에|의|로|와|과|도|서|며|고|면|지만|한|된|할|했던|다)$")
COUNTED = re.compile(
    r"\d[만억조천백]?\s?(?:년|월|일|시|분|주|명|인|개|곳|건|원|달러|배|가구|개월|시간|개국|대|톤|권|살|세)$"
)
COUNTS_ON = re.compile(r"월|국|사|소|년|간|기|대|도|생|산|차|러|구|여|짜리|씩|째")
"""What may follow a counter without a space: it begins a longer one (3개|월), or goes on with it (2023년|도)."""
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety half "
    "hundred thousand million billion trillion third thirds quarter quarters fifth fifths tenth tenths year month week day hour "
    "fold".split()
)
"""Words that a hyphen joins in a figure (twenty-five, two-thirds, five-year), never one of division."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document prints within its lines: Korean words, and words with a hyphen; how it breaks Korean shows in them."""

    korean: frozenset[str]
    hyphened: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        korean: set[str] = set()
        hyphened: set[str] = set()
        for line in lines:
            inner = line.split()[1:-1]
            korean.update(found for word in inner for found in TOKEN.findall(word))
            hyphened.update(re.findall(r"[a-z]+-[a-z]+", line.lower()))
        return cls(frozenset(korean), frozenset(hyphened))


def seam(line: str, after: str, end: int, spaced: bool, room: bool, vocabulary: Vocabulary) -> Break:
    """The break at ``end``, where ``line`` stops; ``spaced`` where the file has a space there, ``room`` where another
    syllable would have fitted, so that the line broke at a space."""
    if (divided := DIVIDED.search(line)) and (goes_on := GOES_ON.match(after)):
        first, second = divided[1].lower(), goes_on[0]
        whole = first in NUMBERS or second in NUMBERS or f"{first}-{second}" in vocabulary.hyphened
        return Break(end if whole else end - 1, end + 1, space=False)
    return Break(end, end + 1, _space(line, after, spaced, room, vocabulary))


def _space(line: str, after: str, spaced: bool, room: bool, vocabulary: Vocabulary) -> bool:
    """Whether a space stood where the line broke."""
    last, first = line[-1], after[0]
    if spaced:
        return True
    spans = first in SPANS and (last.isdigit() or HANGUL.match(last))
    if last in OPENS or first in CLOSES or spans or (last == "-" and line[-2:-1].isalnum()):
        return False
    if (begun := IN_GROUPS.search(line)) and (rest := BEGINS.match(after)):
        return GROUPS.fullmatch(begun[0] + rest[0]) is None
    if not (HANGUL.match(last) or HANGUL.match(first)):
        return True
    if room or first in OPENS:
        return room
    if HANGUL.match(last) and HANGUL.match(first):
        return _between(line, after, vocabulary)
    if HANGUL.match(first):
        return not (last.isdigit() or PARTICLE.match(after))
    return not (first.isdigit() and (GREAT.search(line) or line.endswith(" 제")))


def _between(line: str, after: str, vocabulary: Vocabulary) -> bool:
    """The same between two syllables, from what the document prints elsewhere, then from how words end."""
    before, begun = TOKEN.findall(line)[-1], TOKEN.findall(after)[0]
    if before + begun in vocabulary.korean:
        return False
    if PARTICLE.match(after):
        return False
    if before in vocabulary.korean and begun in vocabulary.korean and len(before) > 1 and len(begun) > 1:
        return True
    counted = COUNTED.search(line) is not None and not COUNTS_ON.match(after)
    return counted or ENDS.search(line.split()[-1]) is not None
