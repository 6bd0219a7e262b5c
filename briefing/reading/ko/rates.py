"""A Korean figure with a measure -> the same as a rate: 시속 90km, 900Wh/L, 9㎍/㎥."""

from __future__ import annotations

import re

from ..found import Found
from .measures import RATED

_SPEED = re.compile(r"(시속|초속|분속)\s?(?:약\s)?$")
_PER = {"시속": "h", "초속": "s", "분속": "min"}
_SLASH = re.compile(
    rf"\s?/\s?({'|'.join(sorted(map(re.escape, RATED), key=len, reverse=True))})(?![A-Za-z0-9²³])"
    r"(?!(?<=[시초분일년월])[가-힣](?<![은는이가을를의로에과와도]))"
)


def rate(text: str, found: Found) -> None:
    """Takes what ``found`` is measured by into its unit and its span."""
    head = text[max(0, found.start - 6) : found.start]
    if per := _SLASH.match(text, found.end):
        found.unit, found.end = f"{found.unit}/{RATED[per[1]]}", per.end()
        if speed := _SPEED.search(head):
            found.start -= len(speed[0])
    elif speed := _SPEED.search(head):
        found.unit = f"{found.unit}/{_PER[speed[1]]}"
        found.start -= len(speed[0])
