"""What a document says of itself: Metadata; and what the first line of a text proposes."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.sources.lines import printable

LONGEST_TITLE = 120
"""Characters of a first line that may be a title; a longer one is a paragraph."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself, "" where it says nothing.

    ``published`` is an EDTF day (2024-03-11), ``url`` the page's own address, ``language`` an ISO 639-1 code.
    ``proposed`` names the fields that are a guess only and have to be confirmed: the first line of a text as its title,
    the day on which a PDF or DOCX was made as its day of publication.
    """

    title: str = ""
    author: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    proposed: frozenset[str] = frozenset()


def tidy(words: str | None) -> str:
    """A file's own words in one line, with code points in place of what a terminal would obey or hide."""
    return printable(" ".join((words or "").split()))


def of_text(text: str) -> Metadata:
    """The first line of a text as its title, where it is short enough and no sentence."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "").lstrip("# ")
    if not line or len(line) > LONGEST_TITLE or line.endswith((".", "。")):
        return Metadata()
    return Metadata(title=line, proposed=frozenset({"title"}))
