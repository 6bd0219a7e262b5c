"""Briefs -> which facts each citation stands behind, with their lines, and which of them correspond in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import (
    Aspect,
    Brief,
    Chart,
    Cite,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Printed,
    Table,
)
from briefing.plaintext import Single, leaves, singles
from briefing.saying import noted

Key = tuple[str, Aspect]
NOUNS: dict[str, str] = {
    "value": noted("'{fact}'"),
    "period": noted("the date of '{fact}'"),
    "cited": noted("the citation of '{fact}'"),
}
"""What of a fact a message is about, as its template."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one citation mark stands behind, in the order of the page; in a title all that it prints.

    ``text`` counts the paragraphs, items and cells of the section up to the one that it stands in.
    """

    printed: tuple[Printed, ...]
    text: int

    @property
    def keys(self) -> frozenset[Key]:
        return frozenset((each.fact, each.aspect) for each in self.printed)

    @property
    def line(self) -> int:
        return self.printed[0].line

    def line_of(self, key: Key) -> int:
        return next((each.line for each in self.printed if (each.fact, each.aspect) == key), self.line)


def groups(brief: Brief, section: str) -> tuple[Group, ...]:
    """The groups of a section's words in the order of the page; charts and called tables, which are the same in each language, left out."""
    printed: dict[str, list[Printed]] = {}
    for each in brief.printed:
        if each.place:
            printed.setdefault(each.place, []).append(each)
    return tuple(
        Group(tuple(group), at)
        for at, (content, _) in enumerate(texts(brief, section))
        for group in _cited(content, printed)
        if group
    )


def texts(brief: Brief, section: str) -> tuple[tuple[Inlines, int], ...]:
    """The paragraphs, items and cells of a section, each with the template's line on which it begins, 0 if unknown."""
    inner = next((each for each in brief.sections if each.id == section), None)
    if inner is not None:
        return tuple(text for block in singles(inner.blocks) for text in _texts(block))
    return (({"title": brief.title, "standfirst": brief.standfirst}.get(section, ()), 0),)


def _cited(content: Inlines, printed: dict[str, list[Printed]]) -> Iterator[list[Printed]]:
    group: list[Printed] = []
    for leaf in leaves(content):
        if isinstance(leaf, Figure | Cite):
            group += printed.get(leaf.place, ())
        if isinstance(leaf, Cite):
            yield group
            group = []
    yield group


def _texts(block: Single) -> Iterator[tuple[Inlines, int]]:
    match block:
        case Paragraph(content, line):
            yield content, line
        case Heading(content=content):
            yield content, 0
        case Table(caption=caption, id=id) if id:
            yield caption, 0
        case Table(_, rows, caption=caption):
            yield from ((cell, 0) for cell in (*(cell for row in rows for cell in row), caption))
        case Chart(caption=caption):
            yield caption, 0


def paired(one: Sequence[Group], other: Sequence[Group]) -> tuple[tuple[int, int], ...]:
    """The pairs of groups, none crossing another, that have most facts in common; groups without any stay alone."""
    best: list[list[tuple[int, tuple[tuple[int, int], ...]]]] = [[(0, ())] * (len(other) + 1)]
    for i, left in enumerate(one):
        row = [best[i][0]]
        for j, right in enumerate(other):
            common = len(left.keys & right.keys)
            score, pairs = best[i][j]
            met = (score + common, (*pairs, (i, j))) if common else (-1, ())
            row.append(max(best[i][j + 1], row[j], met, key=lambda each: each[0]))
        best.append(row)
    return best[-1][-1][1]
