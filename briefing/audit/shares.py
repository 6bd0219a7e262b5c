"""A document -> Findings A011 and A007: shares in percent that the part and the whole beside them do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.interval import corners, cut, nominal, rounded, stated
from briefing.model import Mention, Quantity, Ratio

_AMONG_KO = re.compile(r"\s?(?:중에서|가운데서|중|가운데)(?:에서)?,?\s[^.!?%]{0,24}|\s?(?:중|가운데)\s?")
_SO_KO = re.compile(
    r"\s?[(（,]\s?(?:즉|전체의|약|전체의 약)?\s?"
    r"|(?:으로|로|인|이며|이고|으로서|이|가),?\s(?:[가-힣]{1,8}\s){0,3}?(?:전체의|약|즉|[가-힣]*(?:율|률|비율|비중)[은는이가])?\s?"
    r"|(?:이|가|을|를)\s[가-힣\s]{1,14}\s[가-힣]*(?:율|률|비율|비중)[은는이가]\s"
)
_OF_ALL_KO = re.compile(r"[^.!?%]{0,24}(?:전체|총)\s[가-힣\s]{0,8}")
_THEIR_KO = re.compile(r"의\s(?:약\s)?")
_OF = re.compile(r"\bof\s(?:the|its|all|their|these|those|some|about|our|all the)?\s?$", re.I)
_PART_OF = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:out\s)?of\s(?:the\s|its\s|all\s|their\s|about\s)?(?:[a-z]+\s)?", re.I
)
_SO = re.compile(r"(?:\s[a-z-]+){0,4}?(?:,\sor\s|\s?\(|\s[–—-]\s|,\s)(?:about\s|some\s|roughly\s)?", re.I)
_AND = re.compile(r"(?:\s[a-z-]+){0,4},\s", re.I)
_CHANGE = re.compile(
    r"\s?(?:가량\s)?(?:[가-힣]{0,3}\s)?(?:늘|증가|줄|감소|많|적|오른|올랐|내린|내렸|낮|높|하락|상승)|\s(?:more|less|fewer|higher|lower|up|down|above|below|than)\b"
)
_TENTH = Decimal("0.1")


def shares(document: Document) -> Iterator[Finding]:
    for place, claim in enumerate(document.mentions):
        if claim.quantity.kind != "percent" or claim.of or nominal(claim.quantity) is None:
            continue
        if _CHANGE.match(document.after(claim, 16)):
            continue
        first = _bounded(document, place)
        near = [
            each for each in document.mentions[max(0, first - 3) : first] if document.together(each, claim)
        ]
        following = [
            each for each in document.mentions[place + 1 : place + 3] if document.together(each, claim)
        ]
        ends = _part_and_whole(document, near, document.mentions[first]) or _behind(
            document, claim, following
        )
        if ends is not None and (finding := _judged(document, claim, ends)) is not None:
            yield finding


def _bounded(document: Document, place: int) -> int:
    """Where the words of a share begin: at the bound right before it, if there is one (40%를 넘지 않는 38%)."""
    claim, before = document.mentions[place], document.mentions[max(0, place - 1)]
    bound = before.quantity.kind == "percent" and before.quantity.qualifier != "exact"
    return place - 1 if place and bound and not document.between(before, claim).strip() else place


def _part_and_whole(document: Document, near: list[Mention], claim: Mention) -> tuple[Mention, ...] | None:
    """The part and the whole said before their share; a single mention where it says both (1 in 4)."""
    so = _SO_KO if document.language == "ko" else _SO
    if near and isinstance(near[-1].quantity.value, Ratio):
        return (
            (near[-1],)
            if near[-1].quantity.value.part > 1 and _links(so, document, near[-1], claim)
            else None
        )
    if len(near) < 2:
        return None
    first, second = near[-2:]
    if not _alike(first, second):
        return None
    if document.language == "ko":
        if _links(_AMONG_KO, document, first, second) and _links(so, document, second, claim):
            return second, first
        if _links(_OF_ALL_KO, document, first, second) and _links(_THEIR_KO, document, second, claim):
            return first, second
        return None
    if _links(_PART_OF, document, first, second) and _links(so, document, second, claim):
        return first, second
    if _OF.search(document.before(first, 16)) and _links(so, document, second, claim):
        return (second, first) if _links(_AND, document, first, second) else None
    return None


def _behind(document: Document, claim: Mention, following: list[Mention]) -> tuple[Mention, ...] | None:
    """45%, or 540 of the 1,200: English may say the share first."""
    if document.language != "en" or not following or not _links(_SO, document, claim, following[0]):
        return None
    if isinstance(following[0].quantity.value, Ratio):
        return (following[0],) if following[0].quantity.value.part > 1 else None
    if len(following) == 2 and _alike(*following) and _links(_PART_OF, document, *following):
        return following[0], following[1]
    return None


def _links(words: re.Pattern[str], document: Document, one: Mention, other: Mention) -> bool:
    return words.fullmatch(document.between(one, other)) is not None


def _alike(one: Mention, other: Mention) -> bool:
    """Whether both count the same: like units, or a bare number beside a count."""
    a, b = one.quantity, other.quantity
    if nominal(a) is None or nominal(b) is None:
        return False
    counts = {"count", "number"}
    if a.kind in counts and b.kind in counts:
        return a.unit == b.unit or None in (a.unit, b.unit)
    return a.kind == b.kind and a.kind in ("money", "measure") and a.unit == b.unit


def _judged(document: Document, claim: Mention, ends: tuple[Mention, ...]) -> Finding | None:
    if len(ends) == 1:
        share = nominal(ends[0].quantity)
        assert share is not None
        exact, reach = (
            share * 100,
            corners(lambda x, _: x * 100, stated(ends[0].quantity), stated(ends[0].quantity)),
        )
    else:
        part, whole = nominal(ends[0].quantity), nominal(ends[1].quantity)
        assert part is not None and whole is not None
        if not 0 < part <= whole or stated(ends[1].quantity).low <= 0:
            return None
        exact = part / whole * 100
        reach = corners(lambda x, y: x / y * 100, stated(ends[0].quantity), stated(ends[1].quantity))
    if stated(claim.quantity).low <= exact <= stated(claim.quantity).high:
        return None
    step = min(claim.quantity.step or Decimal(1), Decimal(1)) * _TENTH
    computed = Quantity("percent", rounded(exact, step), step=step)
    mine = nominal(claim.quantity)
    assert mine is not None
    apart = Quantity("points", abs(rounded(exact, step) - mine), step=step)
    code = "A007" if cut(claim.quantity).meets(reach) else "A011"
    return Finding(code, document.stated(claim), tuple(map(document.stated, ends)), computed, apart)
