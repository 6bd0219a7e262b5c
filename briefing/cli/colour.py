"""Words and how bad they are in; on a terminal that wants it, the words in their colour out."""

from __future__ import annotations

import os
import sys
from typing import TextIO

COLOURS = {"error": "1;31", "warning": "33", "note": "2", "hint": "2", "waived": "2"}
"""Select Graphic Rendition (ECMA-48, 8.3.117): red and bold, yellow, faint."""


def coloured(text: str, role: str, stream: TextIO | None = None) -> str:
    """The text with the escapes of its role, where the stream (standard error) is shown in colour."""
    if not wanted(stream or sys.stderr):
        return text
    return f"\033[{COLOURS[role]}m{text}\033[0m"


def wanted(stream: TextIO) -> bool:
    """Whether to write in colour: never with NO_COLOR (https://no-color.org), with FORCE_COLOR anywhere, else on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
