"""What a document says of itself: Metadata."""

from __future__ import annotations

from dataclasses import dataclass


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
