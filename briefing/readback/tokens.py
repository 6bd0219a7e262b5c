"""Words in a language -> their tokens: every figure as it reads, and every digit that no figure holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing import reading, wording
from briefing.model import Quantity

_LOOSE = re.compile(r"[0-9０-９¼-¾⅐-⅞²³¹⁰-⁹₀-₉①-⑳Ⅰ-ⅿ]+(?:[.,][0-9]+)*%?")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, or digits that are none (``quantity`` None), with their place in the text."""

    start: int
    end: int
    words: str
    quantity: Quantity | None = None

    @property
    def reads(self) -> object:
        """What it says: two tokens that read alike say the same."""
        quantity = self.quantity
        if quantity is None:
            return self.words.casefold()
        return quantity, quantity.part, quantity.step if quantity.kind != "date" else None

    @property
    def says(self) -> object:
        """Its value whatever its unit, or its words."""
        return self.words.casefold() if self.quantity is None else self.quantity.value


@lru_cache(maxsize=8192)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order of place; in a language without a grammar by their words alone."""
    found = [*_read(text, language)]
    taken = [(token.start, token.end) for token in found]
    for loose in _LOOSE.finditer(text):
        if not any(start < loose.end() and loose.start() < end for start, end in taken):
            found.append(Token(loose.start(), loose.end(), loose[0]))
    return tuple(sorted(found, key=lambda token: token.start))


def _read(text: str, language: str) -> list[Token]:
    if language in reading.LANGUAGES:
        return [
            Token(mention.span.start, mention.span.end, mention.written, mention.quantity)
            for mention in reading.read(text, language=language)
        ]
    words = wording.number_words(language)
    said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    if not said:
        return []
    found = re.finditer(rf"(?<!\w)(?:{said})(?!\w)", text, re.IGNORECASE)
    return [Token(match.start(), match.end(), match[0]) for match in found]
