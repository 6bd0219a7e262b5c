"""Words right beside a figure -> its role in a comparison (base, whole, target, change), and what two roles tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .figure import Figure, Side
from .figures import voice

BASES = {"base", "whole"}
"""Roles that words mark for certain; 으로 and "to" may say no more than where a sentence goes on."""
ASIDE = re.compile(r"\s?[(（][^()（）]{0,24}[)）]")


def role(side: Side, figure: Figure) -> str:
    """base, target or change, as the words right beside a figure say; empty where they say nothing."""
    said = voice(side.language)
    words = figure.written
    lead = re.match(r"(?:(?![A-Z]{2,3}\b)[A-Za-z]+ )*", words)
    start = figure.start + (lead.end() if lead and lead.end() < len(words) else 0)
    before = side.text[max(0, start - 40) : start]
    aside = ASIDE.match(side.text, figure.end)
    ends = {figure.end, aside.end() if aside else figure.end}
    for role, pattern in said.ROLES_AFTER:
        if any(pattern.match(side.text, end) for end in ends) or any(
            pattern.match(words, at)
            for at in range(len(words))
            if side.language == "ko" and words[at] in "에보을를"
        ):
            return str(role)
    for role, pattern in said.ROLES_BEFORE:
        if pattern.search(before):
            return str(role)
    return ""


def by_roles(a: str, b: str, c: str, d: str) -> bool | None:
    """Whether the roles in the comparison (base, target, change) have changed places; None where they do not say."""
    if a == b or c == d or not (a or b) or not (c or d):
        return None
    if BASES & {a if a == c else "", b if b == d else ""}:
        return False
    if (a == c == "change" and (b or d)) or (b == d == "change" and (a or c)):
        return False
    if (a and a == d and (c or a in BASES)) or (b and b == c and (d or b in BASES)):
        return True
    return None


def way(side: Side, figure: Figure) -> str:
    """up or down, as the verb beside a figure says; empty where it says neither or both."""
    said = voice(side.language)
    near = (
        side.text[figure.end : figure.end + 9] if side.language == "ko" else side.text[: figure.start][-22:]
    )
    up, down = bool(said.UP.search(near)), bool(said.DOWN.search(near))
    return "" if up == down else "up" if up else "down"


def shared(side: Side, a: Figure, b: Figure, roles: Sequence[str]) -> bool:
    """Whether what changed may be said of both: by the verb before the first in English, after the last in Korean."""
    first, last = roles if a.start < b.start else reversed(roles)
    marked, bare = (first, last) if side.language == "ko" else (last, first)
    return marked != "change" or bare == "change"
