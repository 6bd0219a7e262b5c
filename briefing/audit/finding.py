"""The nouns of an audit: a figure as stated at its place, and what was found about it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Quantity, Severity, Span

SEVERITIES: dict[str, Severity] = {
    "A001": "error", "A002": "error", "A003": "error", "A004": "note", "A005": "error", "A006": "warning",
    "A007": "note", "A011": "error", "A012": "error", "A021": "error", "A022": "note",
    "A031": "note", "A032": "warning", "A033": "note", "A034": "warning", "A041": "error", "A042": "warning",
    "A101": "warning", "A102": "note", "A103": "warning", "A104": "note",
}  # fmt: skip
"""What each code weighs; a code means one thing and has one severity."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a source states: the source's id, where in its raw text, in which line, in which words.

    ``fact`` is the fact of the brief that this figure carries, ``page`` the page of a PDF, where there is one.
    """

    source: str
    span: Span
    line: int
    written: str
    quantity: Quantity
    fact: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was claimed, what follows from which other figures, and how far apart the two are.

    ``claimed`` is None where several figures stand side by side (rates, populations); ``figures`` are those
    that ``computed`` follows from, in the order of the calculation; ``subject`` is the measure, fact or event
    that facts were compared under; ``reasons`` answer the finding in a language each.
    """

    code: str
    claimed: Stated | None
    figures: tuple[Stated, ...]
    computed: Quantity | None = None
    difference: Quantity | None = None
    subject: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.code]

    @property
    def places(self) -> tuple[Stated, ...]:
        """Every figure that it speaks of, the claim first."""
        return (self.claimed, *self.figures) if self.claimed is not None else self.figures
