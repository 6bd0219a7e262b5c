"""A change in a document -> the two figures that it compares, the earlier first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.audit.document import Document
from briefing.model import Mention, Range, Span
from briefing.reading import read

_ENDS = frozenset({"number", "count", "money", "percent", "points", "duration", "measure", "age"})
_FROM = re.compile(r"\bfrom(?:\s(?:about|some|around))?\s$", re.I)
_TO = re.compile(r"\s(?:to|or)\s|\s?[–—-]\s?")
_THEN = re.compile(
    r"[^.;\n]{0,24}?,\s(?:or\s)?(?:up|down|(?:a|an)\s[a-z]+(?:\s[a-z]+)?\sof|more than|nearly|almost)?\s?$",
    re.I,
)
_BEFORE = re.compile(r"\s?,?\s?(?:[a-z]+\s){0,3}from\s$", re.I)


def ends_of(document: Document, claim: Mention) -> tuple[Mention, Mention] | None:
    """The ends as read, or those of a "from A to B" beside the claim, which reads as one range."""
    if len(claim.of) == 2:
        pair = [document.at(span) for span in claim.of]
        if all(end is not None and end.quantity.kind in _ENDS for end in pair):
            return pair[0], pair[1]  # type: ignore[return-value]
        return None
    return (
        (_ranged(document, claim) or _to_from(document, claim) or _from_to(document, claim))
        if document.language == "en"
        else None
    )


def _to_from(document: Document, claim: Mention) -> tuple[Mention, Mention] | None:
    """rose 20% to 1,000 from 1,250"""
    place = document.place(claim)
    following = document.mentions[place + 1 : place + 3]
    if len(following) < 2 or not document.together(claim, following[1]):
        return None
    end, start = following
    alike = end.quantity.kind == start.quantity.kind and end.quantity.unit == start.quantity.unit
    said = document.between(claim, end), document.between(end, start)
    return (start, end) if alike and start.quantity.kind in _ENDS and said == (" to ", " from ") else None


def _from_to(document: Document, claim: Mention) -> tuple[Mention, Mention] | None:
    """from 950,000 to 760,000, a cut of 20%"""
    place = document.place(claim)
    ends = document.mentions[max(0, place - 2) : place]
    if len(ends) < 2 or not document.together(ends[0], claim):
        return None
    start, end = ends
    alike = start.quantity.kind == end.quantity.kind and start.quantity.unit == end.quantity.unit
    said = document.between(start, end) == " to " and _FROM.search(document.before(start, 12)) is not None
    return (
        (start, end)
        if alike and said and start.quantity.kind in _ENDS and _joined(document, end, claim)
        else None
    )


def _ranged(document: Document, claim: Mention) -> tuple[Mention, Mention] | None:
    place = document.place(claim)
    for span in _beside(document, place):
        if isinstance(span.quantity.value, Range) and span.quantity.kind in _ENDS:
            if _FROM.search(document.before(span, 12)) and _joined(document, span, claim):
                return _split(document, span)
    return None


def _beside(document: Document, place: int) -> Iterator[Mention]:
    near = document.mentions[max(0, place - 1) : place] + document.mentions[place + 1 : place + 2]
    return (each for each in near if document.together(each, document.mentions[place]))


def _joined(document: Document, span: Mention, claim: Mention) -> bool:
    if span.span.start < claim.span.start:
        return _THEN.fullmatch(document.between(span, claim)) is not None
    return _BEFORE.fullmatch(document.between(claim, span)) is not None


def _split(document: Document, span: Mention) -> tuple[Mention, Mention] | None:
    """Both ends of a range in the order in which they are printed; a unit said once is that of both."""
    parts = _TO.split(span.written)
    if len(parts) != 2:
        return None
    found = [read(part, language=document.language) for part in parts]
    if any(len(each) != 1 for each in found):
        return None
    last = found[1][0].quantity
    start = span.span.start + span.written.index(parts[0])
    ends = []
    for part, (mention,) in zip(parts, found, strict=True):
        at = document.text.index(part, start, span.span.end) + mention.span.start
        start = at + 1
        quantity = mention.quantity
        if quantity.kind == "number" and last.kind != "number":
            quantity = replace(quantity, kind=last.kind, unit=last.unit)
        ends.append(replace(mention, span=Span("", at, at + len(mention.written)), quantity=quantity))
    low_high = span.quantity.value
    assert isinstance(low_high, Range)
    same = {end.quantity.value for end in ends} == {low_high.low, low_high.high}
    return (ends[0], ends[1]) if same else None
