"""What the reader joins or parts -> mentions and figures as the other language may put them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from types import ModuleType

from briefing.model import Mention, Range
from briefing.reading import read

from .figure import Figure
from .same import normal

_LESSER = {
    "year": ("month",), "hour": ("minute", "second"), "minute": ("second",), "week": ("day",), "month": ("day",),
}  # fmt: skip


def joined(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Durations in two units as one: two years and three months, 2시간 30분."""
    before: Figure | None = None
    for figure in found:
        sum_of = _sum(text, before, figure) if before is not None else None
        if sum_of is None and before is not None:
            yield before
        before = sum_of or figure
    if before is not None:
        yield before


def _sum(text: str, one: Figure, other: Figure) -> Figure | None:
    first, second = one.quantity, other.quantity
    if (
        first.kind not in ("duration", "age")
        or second.kind != "duration"
        or second.unit not in _LESSER.get(first.unit or "", ())
    ):
        return None
    listed = one.written[:1].isdigit() and other.written[:1].isdigit()  # 2 hours, 0 minutes and 35 seconds
    if text[one.end : other.start].strip() not in ("", "and", *((",", ", and") if listed else ())):
        return None
    if not isinstance(first.value, Decimal) or not isinstance(second.value, Decimal):
        return None
    first = replace(first, kind="duration")  # 21세 3개월
    (great, unit, _), (small, _, by) = normal(first), normal(second)
    if not isinstance(great, Decimal) or not isinstance(small, Decimal):
        return None
    total = replace(first, value=great + small, unit=unit, step=by)
    return Figure(one.start, other.end, text[one.start : other.end], total)


def unclocked(text: str, said: ModuleType) -> str:
    """The text with its clock times blanked, which the reader would join to the dates beside them."""
    for clock in said.CLOCKS:
        text = clock.sub(lambda hit: " " * len(hit[0]), text)
    return text


def apart(mentions: tuple[Mention, ...], language: str, published: str | None) -> Iterator[Mention]:
    """What the reader joins and a comparison must not: fell 0.2% to 2.9%; and two years and three months joined."""
    for mention in mentions:
        parts = list(_pieces(mention, language, published)) if language == "en" else []
        yield from parts if len(parts) > 1 else [mention]


def _pieces(mention: Mention, language: str, published: str | None) -> Iterator[Mention]:
    words, at = mention.written, mention.span.start
    if mention.quantity.kind == "duration":
        breaks = [hit.span() for hit in re.finditer(r",\s", words)]
    elif isinstance(mention.quantity.value, Range) and mention.quantity.kind != "age":
        breaks = [hit.span() for hit in re.finditer(r"\sto\s", words)]
    else:
        return
    start = 0
    for end, following in [*breaks, (len(words), len(words))]:
        read_here = read(words[start:end], language=language, published=published)
        if len(read_here) != 1 or read_here[0].quantity.kind != mention.quantity.kind:
            return
        only = read_here[0]
        span = replace(only.span, start=at + start + only.span.start, end=at + start + only.span.end)
        yield replace(only, span=span)
        start = following
