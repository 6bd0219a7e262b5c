"""The nouns of a comparison: a passage of a document, a figure in it, and where two versions disagree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Quantity


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or table cell; ``where`` is file:line, or file and page:paragraph."""

    text: str
    role: str
    where: str
    lines: tuple[str, ...] = ()

    def place(self, offset: int) -> str:
        """Where the character at ``offset`` stands: its own line where the document has lines."""
        line = self.text.count("\n", 0, offset)
        return self.lines[line] if line < len(self.lines) else self.where


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as its language writes it: half-open offsets in its text, and the value in normal units.

    ``soft`` where only one language may need the word (one, 한, first); ``bare`` where the words give no unit.
    """

    start: int
    end: int
    written: str
    quantity: Quantity
    soft: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Both places and both words (empty where one version lacks the figure), and what differs."""

    differs: str
    first: str
    second: str
    first_where: str
    second_where: str

    def record(self) -> dict[str, str]:
        return {
            "differs": self.differs,
            "first": self.first,
            "first_where": self.first_where,
            "second": self.second,
            "second_where": self.second_where,
        }


@dataclass(frozen=True, slots=True)
class Side:
    """One version of a stretch of text: its words, language and figures."""

    text: str
    language: str
    figures: tuple[Figure, ...]


def number_of(quantity: Quantity) -> Decimal | None:
    return quantity.value if isinstance(quantity.value, Decimal) else None
