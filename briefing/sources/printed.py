"""The lines of a document's pages in; its text out, with the ends of lines that fall inside a paragraph, and its pages.

Running heads are kept where they first stand and left out after that, numbers of pages altogether.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Problem
from briefing.sources.extracted import Break, Extracted
from briefing.sources.joining import Vocabulary, seam

Pages = Sequence[Sequence["Line"]]
At = tuple[int, int]
"""A line: the index of its page, and its own on that page."""

FOLIO = re.compile(
    r"(?:p(?:age|\.)?\s?)?[-–—·\s]*(\d{1,4})(?:\s?[/|]\s?\d{1,4})?[-–—·\s]*(?:쪽|면)?", re.IGNORECASE
)
ITEM = re.compile(r"(?:[•◦‣·∙▪■□○●◇◆▶▷❍ㅇㅁ※*\-–—▲△✓]\s|[①-⑳]|\(?(?:\d{1,2}|[가-하]|[a-z])[.)]\s)")
LEADERS = re.compile(r"[.·…‥]{4}|(?:[.·…‥] ){4}")
NARROWEST = 8
"""Sizes of its letters that a line of a paragraph is wide, at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, its box in points from the foot of the page, the height ``size`` of its letters,
    the width of its first ``word``, the ends of the ``gaps`` before its figures; ``spaced`` where a space follows it."""

    words: str
    spaced: bool
    left: float
    right: float
    bottom: float
    top: float
    size: float
    word: float
    gaps: tuple[tuple[float, float], ...] = ()


def assemble(pages: Pages, problems: tuple[Problem, ...]) -> Extracted:
    """The text of all pages: a printed line a line, and an empty one between pages."""
    out = _running(pages)
    vocabulary = Vocabulary.of(line.words for page in pages for line in page)
    raw: list[str] = []
    length = 0
    starts, breaks, left_out = [], list[Break](), []
    for number, page in enumerate(pages):
        starts.append(length)
        kept = [index for index in range(len(page)) if (number, index) not in out]
        after = dict(pairwise(kept))
        margins = [_margin(line, page) for line in page]
        leading = _leading(page)
        for index, line in enumerate(page):
            end = length + len(line.words)
            if (number, index) in out:
                left_out.append((length, end + 1))
            elif index + 1 == after.get(index) and _runs_on(line, page[index + 1], margins[index], leading):
                room = margins[index] - line.right
                breaks.append(
                    seam(line.words, page[index + 1].words, end, line.spaced, room > line.size, vocabulary)
                )
            raw.append(f"{line.words}\n")
            length = end + 1
        raw.append("\n")
        length += 1
    return Extracted("".join(raw), tuple(breaks), tuple(left_out), tuple(starts), problems=problems)


def _margin(line: Line, page: Sequence[Line]) -> float:
    """Where the lines of its column end on the right: the furthest of those with letters of its size that begin about where it does."""
    beside = [
        other.right
        for other in page
        if abs(other.left - line.left) < 3 * line.size and abs(other.size - line.size) < line.size / 8
    ]
    return max(beside)


def _leading(page: Sequence[Line]) -> float:
    """How far lines stand below one another on a page, in sizes of their letters: as most do."""
    steps = sorted(
        (line.bottom - after.bottom) / line.size
        for line, after in pairwise(page)
        if line.size > 0 and 0 < line.bottom - after.bottom < 2.5 * line.size
    )
    return steps[len(steps) // 3] if steps else 0.0


def _runs_on(line: Line, after: Line, margin: float, leading: float) -> bool:
    """Whether the paragraph goes on in the line ``after``: it stands right below, in letters of the same size, and its
    first word would not have fitted into what is left of ``line``."""
    size = line.size
    below = 0 < (line.bottom - after.bottom) / size < 1.2 * leading and after.left - line.left < 3 * size
    alike = abs(after.size - size) < size / 8
    if not (below and alike) or line.right - line.left < NARROWEST * size:
        return False
    if ITEM.match(after.words) or LEADERS.search(line.words + " " + after.words):
        return False
    return not _rows(line, after) and line.right + after.word + size / 4 > margin


def _rows(line: Line, after: Line) -> bool:
    """Whether two lines are rows of a table: both leave the same space, wider than between words, before a figure."""
    wide = 1.2 * line.size
    return any(
        min(end, other_end) - max(start, other_start) > wide
        for start, end in line.gaps
        for other_start, other_end in after.gaps
    )


def _running(pages: Pages) -> set[At]:
    """The lines that stand around the text of the pages, but for the first time that each does."""
    edges = {at for number, page in enumerate(pages) for at in _edges(number, page)}
    heads: Counter[tuple[str, int]] = Counter()
    folios: Counter[int] = Counter()
    for number, index in sorted(edges):
        line = pages[number][index]
        heads[line.words, round(line.bottom / 4)] += 1
        if found := FOLIO.fullmatch(line.words):
            folios[int(found[1]) - number] += 1
    often = {head for head, times in heads.items() if times > 2 and 2 * times > len(pages)}
    counted = {start for start, times in folios.items() if 2 * times > len(pages) and _counts(start, times)}
    out: set[At] = set()
    seen: set[tuple[str, int]] = set()
    for number, index in sorted(edges):
        line = pages[number][index]
        head, found = (line.words, round(line.bottom / 4)), FOLIO.fullmatch(line.words)
        if (head in often and head in seen) or (found and int(found[1]) - number in counted):
            out.add((number, index))
        seen.add(head)
    return out


def _counts(start: int, times: int) -> bool:
    """Whether numbers that rise by one a page are theirs: ``start`` is that of the first; two years may be headings."""
    return times > 4 or (times > 2 and not 1900 <= start < 2100) or (times == 2 and start == 1)


def _edges(number: int, page: Sequence[Line]) -> Iterator[At]:
    """The two highest and the two lowest lines of a page."""
    by_height = sorted(range(len(page)), key=lambda index: page[index].bottom)
    yield from ((number, index) for index in {*by_height[:2], *by_height[-2:]})
