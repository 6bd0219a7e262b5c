"""Docstrings and cells in, Markdown out."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a cell's line breaks and bars are taken out of its way."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def prose(doc: str | None) -> str:
    """A docstring as Markdown: code in single backticks, examples in blocks of their own."""
    text = inspect.cleandoc(doc or "").replace("``", "`")
    return "\n\n".join(_block(part) for part in re.split(r"\n\n+", text)) + "\n"


def _block(part: str) -> str:
    return f"```python\n{part}\n```" if part.startswith(">>>") else part
