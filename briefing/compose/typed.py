"""Words that an author typed -> the figures in them, none of which has a source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from briefing import wording
from briefing.compose.marks import MARK
from briefing.model import Place, Problem
from briefing.reading import LANGUAGES, read
from briefing.saying import tell

_NUMERIC = re.compile(r"[^\W\D]|[^\x00-\x7f가-힣]")
"""A digit, or what may be one in another script (②, ½, Ⅳ)."""


def figures(text: str, language: str, idioms: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Offset and words of every figure in ``text``, and of every digit outside one; marks and idioms are none."""
    spans = list(_spans(text, language))
    for start, end in spans:
        if not MARK.search(text, start, end) and not _idiomatic(text, start, end, idioms):
            yield start, text[start:end]
    for found in _NUMERIC.finditer(text):
        at = found.start()
        loose = _is_digit(found[0]) and not any(start <= at < end for start, end in spans)
        if loose and not _idiomatic(text, at, at + 1, idioms):
            yield at, found[0]


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where figures stand; in a language that is said and not read, its number words as its wording lists them."""
    if language in LANGUAGES:
        yield from ((mention.span.start, mention.span.end) for mention in read(text, language=language))
    elif words := wording.number_words(language):
        said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        yield from (found.span() for found in re.finditer(rf"(?<!\w)(?:{said})(?!\w)", text, re.IGNORECASE))


def unsourced(written: str, where: Place) -> Problem:
    """U001 for a figure in digits, U002 for one in words."""
    digits = any(map(_is_digit, written))
    code, what = (
        ("U001", tell("unsourced digit")) if digits else ("U002", tell("number word without a source"))
    )
    hint = tell(
        'print a fact: {{{{ fact("…") }}}}; a name with digits is a {{{{ term("…") }}}}, an idiom stands in locales/idioms.toml'
    )
    return Problem(code, tell("{what} '{written}'", what=what, written=written), where, hint)


def _is_digit(character: str) -> bool:
    return unicodedata.category(character) in ("Nd", "No", "Nl")


def _idiomatic(text: str, start: int, end: int, idioms: Mapping[str, str]) -> bool:
    for idiom in idioms:
        at = text.find(idiom)
        while at >= 0:
            if at <= start and end <= at + len(idiom):
                return True
            at = text.find(idiom, at + 1)
    return False
