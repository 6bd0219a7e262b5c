"""A source's text and day -> a Document: its figures in order, and the words around each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from briefing.audit.finding import Stated
from briefing.model import Mention, Source, Span
from briefing.reading import read
from briefing.reading import script as script_of
from briefing.sources import line_of, page_of

_SENTENCE = {
    "ko": re.compile(r"[.!?]['\"”’]?(?=\s|$)|(?<=[가-힣])\.(?=[가-힣])|\n"),
    "en": re.compile(r"[.!?]['\"”’]?\s|\n"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its figures; ``mentions`` have spans of ``source.text``. ``closed`` are the ends of sentences."""

    source: Source
    language: str
    mentions: tuple[Mention, ...]
    closed: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        return self.source.text

    def at(self, span: Span) -> Mention | None:
        """The figure that stands at ``span``."""
        place = bisect_left(self.starts, span.start)
        found = self.mentions[place] if place < len(self.mentions) else None
        return found if found is not None and found.span == span else None

    def place(self, mention: Mention) -> int:
        """Which of the document's figures it is, counted from the start."""
        return bisect_left(self.starts, mention.span.start)

    def sentence_of(self, place: int) -> int:
        """Which sentence ``place`` lies in, counted from the start."""
        return bisect_right(self.closed, place)

    def together(self, one: Mention, other: Mention) -> bool:
        return self.sentence_of(one.span.start) == self.sentence_of(other.span.start)

    def between(self, one: Mention, other: Mention) -> str:
        return self.text[one.span.end : other.span.start]

    def before(self, mention: Mention, most: int) -> str:
        """At most ``most`` characters of its sentence that stand before it."""
        return _last(
            self.text[max(0, mention.span.start - most) : mention.span.start], _SENTENCE[self.language]
        )

    def after(self, mention: Mention, most: int) -> str:
        """At most ``most`` characters of its sentence that stand behind it."""
        rest = self.text[mention.span.end : mention.span.end + most]
        end = _SENTENCE[self.language].search(rest)
        return rest[: end.start()] if end else rest

    def stated(self, mention: Mention) -> Stated:
        span = self.source.span(mention.span.start, mention.span.end)
        line = line_of(self.source.raw, span.start)
        page = page_of(self.source, mention.span.start)
        written = " ".join(mention.written.split())
        return Stated(self.source.id, span, line, written, mention.quantity, page=page)


def document(source: Source, *, language: str | None = None, published: str | None = None) -> Document:
    """The figures of a source's body, read against the day on which it appeared."""
    chosen = language or script_of(source.text)
    mentions = read(source.text, language=chosen, published=published)
    inside = tuple(mention for mention in mentions if _inside(mention, source.body))
    closed = tuple(match.end() for match in _SENTENCE[chosen].finditer(source.text))
    return Document(source, chosen, inside, closed, tuple(mention.span.start for mention in inside))


def _inside(mention: Mention, body: tuple[tuple[int, int], ...]) -> bool:
    return not body or any(start <= mention.span.start and mention.span.end <= end for start, end in body)


def _last(text: str, sentence: re.Pattern[str]) -> str:
    ends = [match.end() for match in sentence.finditer(text)]
    return text[ends[-1] :] if ends else text
