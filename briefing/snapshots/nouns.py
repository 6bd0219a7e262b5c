"""Snapshot, what was taken of a brief, and Difference: the nouns of comparing with accepted references."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

TEXTS = ("md", "html", "pdf.txt", "pdf.tags.txt")
PICTURES = ("pdf.png", "html.png")
KINDS = (*TEXTS, *PICTURES)
"""Markdown, web page, the PDF's text layer and tag tree; pictures of the PDF's pages and of the web page."""

_NAME = re.compile(
    r"(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(?P<kind>md|html|pdf\.txt|pdf\.tags\.txt|(?P<of>pdf|html)\.\d+\.png)"
)


def parts(name: str) -> tuple[str, str, str] | None:
    """Name of the brief, language and kind of the snapshot that a file of this name is; None where it is none."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return found["stem"], found["language"], f"{found['of']}.png" if found["of"] else found["kind"]


def kind_of(name: str) -> str | None:
    """The kind of snapshot that a file of this name is; None where it is none."""
    found = parts(name)
    return found[2] if found else None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reference: ``NAME.LANG.KIND``, pictures with the page's number or the window's width before ``.png``."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """The snapshots of finished files, and what was asked for.

    ``stems`` and ``languages`` say whose references these are; None means that the folder is theirs alone.
    ``skipped`` tells of each kind that could not be made here why. ``machines`` says of each web page that was drawn
    with what: the browser, the fonts and the system that decide how it looks.
    """

    snapshots: tuple[Snapshot, ...]
    kinds: frozenset[str]
    stems: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    skipped: Mapping[str, str] = field(default_factory=dict)
    machines: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def covers(self, name: str) -> bool:
        """Whether a reference of this name is among what was asked for, so that it is unused where nothing made it."""
        found = parts(name)
        if found is None:
            return False
        stem, language, kind = found
        return (
            kind in self.kinds
            and (self.stems is None or stem in self.stems)
            and (self.languages is None or language in self.languages)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A reference that is not as made now: ``what`` is differs, missing or unused.

    ``lines`` show it: some lines of a text, the measure of a picture. ``panels`` is a PNG of expected | made | difference.
    """

    name: str
    what: str
    lines: tuple[str, ...] = ()
    panels: bytes | None = field(default=None, repr=False)
