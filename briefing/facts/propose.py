"""A text and the span of a figure in it -> a short quote with a hole that carries the figure."""

from __future__ import annotations

import re

from briefing.facts.quotes import LONGEST_QUOTE
from briefing.model import Span

WORD_BEFORE = re.compile(r"[^\s\[\]]+[ \t]*\Z")
SENTENCE_BREAK = re.compile(r"[.?!]\s|[\r\n]")


def propose(text: str, span: Span) -> tuple[str, int | None]:
    """A phrase of at most 40 characters that ends with the figure and begins at a word, unique where it can be.

    The figure stands in brackets; the number is ``nth`` where the longest phrase still stands elsewhere too.
    """
    figure = text[span.start : span.end]
    start = span.start
    while text.count(text[start : span.end]) > 1:
        word = WORD_BEFORE.search(text, max(0, start - LONGEST_QUOTE), start)
        if (
            word is None
            or span.end - word.start() > LONGEST_QUOTE
            or SENTENCE_BREAK.search(text, word.start(), start)
        ):
            break
        start = word.start()
    quote = f"{text[start : span.start]}[{figure}]"
    phrase = text[start : span.end]
    if text.count(phrase) == 1:
        return quote, None
    return quote, len(re.findall(f"(?={re.escape(phrase)})", text[:start])) + 1
