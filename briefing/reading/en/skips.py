"""A place in English text -> the end of what stands there and is no figure: addresses, codes, clock times."""

from __future__ import annotations

import re

from ..found import Found

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}", re.IGNORECASE)
_SETTLED = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\b|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|"
    r"\d{1,2}\so['’]?clock\b"
    r"|\d{1,3}(?:\.\d{1,3}){3}\b|\+?\d{1,3}-\d{3}-\d{3,4}(?:-\d{4})?\b|\d+(?:\.\d+){2,}",
    re.IGNORECASE,
)


def skip(text: str, start: int) -> Found | None:
    """A settled piece (kind None) that begins at ``start``, or None."""
    hit = (_SETTLED if text[start].isdigit() else _ADDRESS).match(text, start)
    return Found(start, hit.end(), None) if hit else None
