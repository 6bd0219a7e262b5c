"""A document -> Findings A012: parts that do not add up to the total that is stated with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.interval import Interval, nominal, stated
from briefing.model import Mention, Quantity

_SUMMED = {
    "ko": re.compile(r"(?:합치면|합하면|더하면|합쳐|합해|더해|합산하면|합한|합친|더한)\s(?:[가-힣]{1,6}[은는이가]?\s)?(?:모두\s|총\s|전체\s|약\s)?$"),
    "en": re.compile(r"\b(?:total of|totall?ing|add(?:s|ing|ed)? up to|makes?|making|come to|comes to|together (?:[a-z]+\s)?(?:make|number|raise|raised|cost|come to))\s(?:a total of\s|a combined\s)?$", re.I),
}  # fmt: skip
_ALTOGETHER = re.compile(r"(?:\s[a-z]+){0,3}\s(?:in total|in all|altogether|combined)\b", re.I)
_OPENED = {
    "ko": re.compile(r"(?:으로|로|인데|이며|이고|이다|,|:)[,:]?\s(?:[가-힣·]+(?:[은는이가])?\s)*|\s?[(（](?:[가-힣·]+\s)*"),
    "en": re.compile(
        r"(?:\s[a-z]+){0,4}(?::|\s\(|,?\s(?:made up of|comprising|consisting of|split between|divided between|of which)|\s[–—-])\s?(?:[a-z]+\s)*",
        re.I,
    ),
}  # fmt: skip
_TOTAL_KO = re.compile(r"(?:모두|총|합계|도합|통틀어)\s?$")
_LISTED = {
    "ko": re.compile(r"(?:과|와|,|에|및|이고|이며|·|\+)?,?\s?(?:및\s)?(?:[가-힣A-Za-z·]+\s?){0,4}"),
    "en": re.compile(r"(?:\s[A-Za-z'’-]+){0,4}(?:,|,?\sand|\splus|;)\s(?:[A-Za-z'’-]+\s){0,4}?", re.I),
}
_OPEN_ENDED = {
    "ko": re.compile(r"등(?:\s|을|이|으로|에|의|$)|가운데|중\s|보다|넘|가량을"),
    "en": re.compile(r"\b(?:including|such as|among|at least|more than|other|others|of them)\b", re.I),
}
_CLOSE = Decimal("0.8")


def sums(document: Document) -> Iterator[Finding]:
    mentions = [mention for mention in document.mentions if mention.equals is None]
    for place, said in enumerate(mentions):
        total = _added_up(document, said)
        if nominal(total.quantity) is None or total.quantity.kind not in (
            "count",
            "number",
            "money",
            "measure",
        ):
            continue
        explicit = _summed(document, total)
        parts = _before(document, mentions, place) if explicit else _after(document, mentions, place)
        if len(parts) > 1 and (finding := _judged(document, total, parts, sure=explicit)) is not None:
            yield finding


def _added_up(document: Document, total: Mention) -> Mention:
    """The total; that of "add up to forty" is exact and no "up to forty"."""
    added = total.quantity.qualifier == "at_most" and re.search(
        r"\badd(?:s|ing)?\s$", document.before(total, 8)
    )
    return replace(total, quantity=replace(total.quantity, qualifier="exact")) if added else total


def _summed(document: Document, total: Mention) -> bool:
    """Whether the words say that the figure is the sum of those before it."""
    before = document.before(total, 40)
    if _SUMMED[document.language].search(before) or re.search(r"\badd(?:s|ing)?\s$", before):
        return True
    return (
        document.language == "en"
        and _ALTOGETHER.match(document.after(total, 40)) is not None
        and (re.search(r"(?:,|–|—|\bor\b|\bis\b)\s$", document.before(total, 40)) is not None)
    )


def _before(document: Document, mentions: Sequence[Mention], place: int) -> list[Mention]:
    """The list that ends with the figure before the total."""
    total = mentions[place]
    parts: list[Mention] = []
    for part in reversed(mentions[max(0, place - 8) : place]):
        if not _alike(part, total) or not document.together(part, total) or part.of:
            break
        if parts and _LISTED[document.language].fullmatch(document.between(part, parts[0])) is None:
            break
        parts.insert(0, part)
    return [] if not parts or _open(document, parts[0], total) else parts


def _after(document: Document, mentions: Sequence[Mention], place: int) -> list[Mention]:
    """The list that stands behind the total and ends its sentence or bracket."""
    total = mentions[place]
    parts: list[Mention] = []
    for part in mentions[place + 1 : place + 9]:
        if not _alike(part, total) or not document.together(part, total) or part.of:
            break
        words = _LISTED if parts else _OPENED
        if words[document.language].fullmatch(document.between(parts[-1] if parts else total, part)) is None:
            break
        parts.append(part)
    if not parts or _open(document, total, parts[-1]):
        return []
    bracket = re.match(r"\s?[(（]", document.after(total, 2)) is not None
    if document.language == "ko" and not bracket and not _TOTAL_KO.search(document.before(total, 6)):
        return []
    rest = document.after(parts[-1], 40)
    ended = re.match(r"[)）]", rest) if bracket else re.fullmatch(r"[^,%0-9]{0,16}", rest)
    return parts if ended and not _OPEN_ENDED[document.language].match(rest.lstrip()) else []


def _open(document: Document, first: Mention, last: Mention) -> bool:
    return _OPEN_ENDED[document.language].search(document.between(first, last)) is not None


def _alike(one: Mention, other: Mention) -> bool:
    a, b = one.quantity, other.quantity
    if nominal(a) is None or a.qualifier not in ("exact", "about"):
        return False
    counts = {"count", "number"}
    return (
        a.unit == b.unit
        and a.kind == b.kind
        or (a.kind in counts and b.kind in counts and None in (a.unit, b.unit))
    )


def _judged(document: Document, total: Mention, parts: Sequence[Mention], *, sure: bool) -> Finding | None:
    ends = [stated(part.quantity) for part in parts]
    reach = Interval(sum((end.low for end in ends), Decimal(0)), sum((end.high for end in ends), Decimal(0)))
    exact = sum((nominal(part.quantity) or Decimal(0) for part in parts), Decimal(0))
    mine = nominal(total.quantity)
    assert mine is not None
    if reach.meets(stated(total.quantity)) or (not sure and exact < mine * _CLOSE) or exact > mine * 2:
        return None
    step = min(part.quantity.step or Decimal(1) for part in parts)
    quantity = total.quantity
    computed = Quantity(quantity.kind, exact, quantity.unit, counter=quantity.counter, step=step)
    apart = Quantity(quantity.kind, abs(exact - mine), quantity.unit, counter=quantity.counter, step=step)
    return Finding("A012", document.stated(total), tuple(map(document.stated, parts)), computed, apart)
