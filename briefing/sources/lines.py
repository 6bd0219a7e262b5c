"""A text and a place in it in; the number of its line out, whatever ends its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from briefing.saying import tell

LINE_END = re.compile(r"\r\n?|\n")


def line_of(raw: str, offset: int) -> int:
    """The line (from 1) in which ``raw[offset]`` stands; LF, CR and CRLF each end a line once."""
    ended = raw.count("\n", 0, offset) + raw.count("\r", 0, offset) - raw.count("\r\n", 0, offset)
    inside_crlf = raw[max(offset - 1, 0) : offset + 1] == "\r\n"
    return ended + 1 - inside_crlf


def lines_of(raw: str, offsets: Iterable[int]) -> list[int]:
    """The lines of many places, each line once, in order."""
    starts = [0, *(end.end() for end in LINE_END.finditer(raw))]
    return sorted({bisect_right(starts, offset) for offset in offsets})


def named(lines: list[int]) -> str:
    """Line numbers in words for a message: ``line 3``, ``lines 3, 5 and 9``, five at most."""
    shown = [str(line) for line in lines[:5]]
    if len(lines) > len(shown):
        return tell("lines {lines} and {count} more", lines=", ".join(shown), count=len(lines) - len(shown))
    if len(shown) == 1:
        return tell("line {line}", line=shown[0])
    return tell("lines {lines} and {last}", lines=", ".join(shown[:-1]), last=shown[-1])


def named_pages(pages: list[int]) -> str:
    """Numbers of pages in words for a message, as ``named`` says lines."""
    shown = [str(page) for page in pages[:5]]
    if len(pages) > len(shown):
        return tell("pages {pages} and {count} more", pages=", ".join(shown), count=len(pages) - len(shown))
    if len(shown) == 1:
        return tell("page {page}", page=shown[0])
    return tell("pages {pages} and {last}", pages=", ".join(shown[:-1]), last=shown[-1])


def printable(words: str) -> str:
    """Words of a file (or its name) with code points in place of what a terminal would obey or hide."""
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in words)
