"""What a reader makes of a file's bytes: Extracted, its text with the places in it; Given, what the reader is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import Problem, Sheet


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it comes to its reader.

    ``shown`` is its name in messages; ``encoding`` a key of ``decoding.ENCODINGS`` where one was declared, ``delimiter``
    what parts the cells of CSV where that was.
    """

    content: bytes
    shown: str
    encoding: str | None = None
    delimiter: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph: the half-open range of ``raw`` that it takes, a hyphen of division included;
    ``space`` where a space is read in its place, else nothing is."""

    start: int
    end: int
    space: bool


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file: the same for the same bytes and the same version of the library that reads them.

    All places are of ``raw``: ``breaks`` are read as a space or not at all, ``left_out`` (half-open ranges) not at all,
    ``pages`` tells where each page begins, ``sheets`` where each cell of a table stands, whose text is clean already. None overlaps another, all are in order.
    """

    raw: str
    breaks: tuple[Break, ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


Reader = Callable[[Given], Extracted]
