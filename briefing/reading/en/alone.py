"""A text and a place in it -> whether nothing else stands in the text, as in the cell of a table."""

from __future__ import annotations

_FEW = 4


def alone(text: str, start: int, end: int) -> bool:
    """Whether only blanks and a full stop stand around ``start`` to ``end``; never looks far."""
    if start > _FEW or len(text) - end > _FEW:
        return False
    return not text[:start].strip() and not text[end:].strip(" .\n")
