"""Raw text in; the text that is read out, each character with its place in the raw text.

Cleaning composes letters (NFC, Unicode Standard Annex 15), ends every line with LF and drops invisible
characters; it puts nothing in, but where a printed line ends inside a paragraph a space may stand for its end.
Digits of other scripts and direction marks stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from briefing.model import continues
from briefing.sources.extracted import Extracted

JOINERS = "\u200c\u200d"
INVISIBLE = re.compile(f"[\u00ad\u180e\u200b\u2060-\u2064\ufeff{JOINERS}]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text and, for each character and for the end, its place in the raw text."""

    text: str
    offsets: tuple[int, ...]

    def without(self, ranges: Iterable[tuple[int, int]]) -> Cleaned:
        """The same less the half-open ranges of ``text``, which do not overlap."""
        texts: list[str] = []
        offsets: list[int] = []
        kept = 0
        for start, end in sorted(ranges):
            texts.append(self.text[kept:start])
            offsets += self.offsets[kept:start]
            kept = end
        return Cleaned("".join(texts) + self.text[kept:], (*offsets, *self.offsets[kept:]))

    def joined(self, made: Extracted) -> Cleaned:
        """The same less what ``made`` leaves out, its lines joined where they end inside a paragraph."""
        characters = list(self.text)
        dropped = [(self.at(start), self.at(end)) for start, end in made.left_out]
        for each in made.breaks:
            start, end = self.at(each.start), self.at(each.end)
            if each.space and start < end:
                characters[start] = " "
                start += 1
            dropped.append((start, end))
        return Cleaned("".join(characters), self.offsets).without(dropped)

    def at(self, place: int) -> int:
        """The place in ``text`` of a place in the raw text, or of the first one after it that was kept."""
        return bisect_left(self.offsets, place)


def clean(raw: str) -> Cleaned:
    """The text composed, with LF line ends and without invisible characters."""
    dropped = set(hidden(raw))
    if not dropped and "\r" not in raw and unicodedata.is_normalized("NFC", raw):
        return Cleaned(raw, tuple(range(len(raw) + 1)))
    characters: list[str] = []
    offsets: list[int] = []
    for cluster in _clusters(raw, dropped):
        decomposed = "".join(raw[at] for at in cluster).replace("\r", "\n")
        composed = unicodedata.normalize("NFC", decomposed)
        characters.append(composed)
        offsets += _starts(cluster, decomposed, composed)
    return Cleaned("".join(characters), (*offsets, len(raw)))


def _clusters(raw: str, dropped: set[int]) -> Iterator[list[int]]:
    """The places of each character that begins something, with those of the characters that join it."""
    cluster: list[int] = []
    for at, character in enumerate(raw):
        if at in dropped or (character == "\n" and raw[at - 1 : at] == "\r"):
            continue
        if cluster and not continues(character):
            yield cluster
            cluster = []
        cluster.append(at)
    if cluster:
        yield cluster


def _starts(cluster: list[int], decomposed: str, composed: str) -> list[int]:
    """Where each composed character begins in the raw text, counted in fully decomposed characters."""
    if composed == decomposed:
        return cluster
    *begun, _ = accumulate((_parts(character) for character in decomposed), initial=0)
    *places, _ = accumulate((_parts(character) for character in composed), initial=0)
    return [cluster[bisect_right(begun, place) - 1] for place in places]


def _parts(character: str) -> int:
    return len(unicodedata.normalize("NFD", character))


def hidden(raw: str) -> list[int]:
    """The places of invisible characters, less joiners that an emoji or a script needs."""
    return [found.start() for found in INVISIBLE.finditer(raw) if not _needed(raw, found.start())]


def _needed(raw: str, at: int) -> bool:
    around = raw[at - 1 : at], raw[at + 1 : at + 2]
    return raw[at] in JOINERS and all(character and _uses_joiners(character) for character in around)


def _uses_joiners(character: str) -> bool:
    """Emoji and what modifies them, Arabic, and the scripts of India and its neighbours."""
    return unicodedata.category(character) in ("So", "Sk", "Mn") or "\u0600" <= character < "\u1000"
