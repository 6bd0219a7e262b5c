"""Text and a width in, lines that fit a terminal out: East Asian widths counted, words kept whole."""

from __future__ import annotations

import os
import sys
import unicodedata

NARROWEST, WIDEST, ELSEWHERE = 40, 100, 80
"""Columns of help: at least, at most, and where there is no terminal to ask."""


def columns() -> int:
    """How wide help is: as wide as the terminal, within bounds."""
    return max(NARROWEST, min(terminal(), WIDEST))


def terminal() -> int:
    """How wide the terminal is: COLUMNS, else what standard output says of itself."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or ELSEWHERE
    except (OSError, ValueError):  # no terminal, or a stream without a file
        return ELSEWHERE


def width(text: str) -> int:
    """Columns that the text takes: two for a wide or fullwidth character, none for a mark (Unicode, UAX 11)."""
    return sum(
        0
        if unicodedata.category(each) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


def folded(text: str, columns: int) -> list[str]:
    """The words in lines of at most so many columns; a word that is longer has a line of its own, whole."""
    lines = [""]
    for word in text.split():
        if lines[-1] and width(lines[-1]) + 1 + width(word) > columns:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def beside(left: str, right: str, column: int, columns: int) -> list[str]:
    """``right`` folded from ``column`` on, beside ``left``, or below it where that is too long."""
    lines = [f"{' ' * column}{line}" for line in folded(right, columns - column)] if right else []
    if lines and width(left) < column:
        return [left + " " * (column - width(left)) + lines[0].lstrip(), *lines[1:]]
    return [left, *lines]
