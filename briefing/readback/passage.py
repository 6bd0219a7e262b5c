"""Words as a finished file holds them -> a Passage: the words as a reader takes them in, and what was taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "heading", "paragraph", "item", "cell", "caption", "note", "card", "source",
    "drawing", "alt", "metadata", "furniture", "outline", "value", "address",
]  # fmt: skip
"""What a passage is. ``drawing`` is lettering of a chart, ``furniture`` is a running head, a folio or a navigation, ``outline`` a bookmark,
``value`` the machine-readable value of a figure, ``address`` where an outer link leads."""

JOINER = "\u2060"
_HIDDEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_CITATION = re.compile(r"\s*\[\d{1,3}(?:,\s?\d{1,3})*\]")
_TAKEN = re.compile(f"(?P<cite>{_CITATION.pattern})|(?P<hidden>{_HIDDEN.pattern})|(?P<space>\\s+)")
_BROKEN = re.compile("(?<=\\d[,.])\\s*[\r\n]+\\s*(?=\\d)|(?<!\\d)\u00ad\\s*[\r\n]+\\s*")
_HYPHENED = re.compile("(?<=\\d)\u00ad\\s*[\r\n]+\\s*(?=\\d)")


@dataclass(frozen=True, slots=True)
class Removed:
    """Characters that were taken out before ``text[at]``: a citation mark (``[1, 3]``) or hidden characters."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a finished file, or words that it holds out of sight.

    ``where`` is the id of the section where the file names it, else the words of the heading above;
    ``line`` is a line of Markdown or HTML, a page of a PDF, 0 where neither is known.
    """

    text: str
    role: Role
    where: str = ""
    line: int = 0
    removed: tuple[Removed, ...] = ()

    @property
    def citations(self) -> tuple[Removed, ...]:
        """The citation marks, each with its place in ``text``."""
        return tuple(removed for removed in self.removed if removed.words.startswith("["))


def passage(raw: str, role: Role, where: str = "", line: int = 0) -> Passage:
    """``raw`` with white space folded and without soft hyphens, joiners, citation marks and breaks within a figure."""
    raw = _BROKEN.sub("", _HYPHENED.sub("-", raw)).strip()
    pieces: list[str] = []
    removed: list[Removed] = []
    length = at = 0
    for found in _TAKEN.finditer(raw):
        kept = raw[at : found.start()]
        pieces.append(kept)
        length += len(kept)
        at = found.end()
        if found["space"]:
            if length and not (pieces and pieces[-1].endswith(" ")):
                pieces.append(" ")
                length += 1
        else:
            removed.append(Removed(length, found[0].strip()))
    pieces.append(raw[at:])
    return Passage("".join(pieces).rstrip(), role, where, line, tuple(removed))
