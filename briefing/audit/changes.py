"""A document -> Findings A001 to A007: changes and multiples that do not follow from the two figures they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.audit.document import Document
from briefing.audit.ends import ends_of
from briefing.audit.finding import Finding
from briefing.audit.interval import Interval, corners, cut, nominal, pair, rounded, stated
from briefing.model import Mention, Quantity

_UP = {
    "ko": re.compile(r"\s?(?:[가-힣]{0,3}\s)?(?:늘|증가|올|오른|오르|상승|급등|급증|뛰|뛴|불|높|커|확대|성장|비싸|비싼|많)"),
    "en": re.compile(r"\b(?:rose|rise|rises|risen|up|increased?|grew|grown|growth|climb\w*|jump\w*|gain\w*|surg\w*|soar\w*|higher|more)\b", re.I),
}  # fmt: skip
_DOWN = {
    "ko": re.compile(r"\s?(?:[가-힣]{0,3}\s)?(?:줄|감소|내린|내렸|하락|급락|급감|떨어|낮|축소|깎|싸|싼|적)"),
    "en": re.compile(r"\b(?:fell|fall|falls|fallen|down|drop\w*|decline\w*|decreas\w*|cut|cuts|shr[aiu]nk\w*|lower|less|fewer|slump\w*|plung\w*)\b", re.I),
}  # fmt: skip
_GROWN = {
    "ko": re.compile(
        r"(?:나|가량|정도)?\s?(?:더\s)?(?:이상\s)?(?:증가|늘|급증|많|높|커졌|상승|올랐|급등|성장|확대)"
    ),
    "en": re.compile(r"\s(?:more|higher|larger|greater|bigger)\b(?! than (?:half|double))", re.I),
}
_BY = re.compile(
    r"\b(?:increase|increased|rose|rise|grew|growth)\s(?:of|by)\s(?:a factor of\s)?(?:about\s)?$", re.I
)
_AS_LEVEL = {
    "ko": re.compile(
        r"\s?(?:수준|에 해당|에 그|에 불과|에 달|에 머|에도 못|를 차지|이었|였|로\s(?:줄|감소|축소|떨))"
    ),
    "en": re.compile(r"\s(?:of|as)\b", re.I),
}
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def changes(document: Document) -> Iterator[Finding]:
    for mention in document.mentions:
        if (
            mention.quantity.kind not in ("percent", "points", "multiple")
            or nominal(mention.quantity) is None
        ):
            continue
        ends = ends_of(document, mention)
        if ends is None or not _comparable(*ends):
            continue
        code, computed = _judged(document, mention, *ends)
        if code:
            yield _finding(document, code, mention, ends, computed)


def _comparable(start: Mention, end: Mention) -> bool:
    values = (nominal(start.quantity), nominal(end.quantity))
    return all(value is not None and value > 0 for value in values)


def _judged(document: Document, claim: Mention, start: Mention, end: Mention) -> tuple[str, Quantity]:
    """The code of what is wrong with a claim ("" where nothing is) and what its ends give instead."""
    match claim.quantity.kind:
        case "multiple":
            return _multiple(document, claim, start.quantity, end.quantity)
        case "points":
            return _points(claim, start.quantity, end.quantity)
    return _percent(document, claim, start.quantity, end.quantity)


def _finding(
    document: Document, code: str, claim: Mention, ends: tuple[Mention, Mention], computed: Quantity
) -> Finding:
    mine, theirs = nominal(claim.quantity), nominal(computed)
    assert mine is not None and theirs is not None
    apart = abs(abs(theirs) - mine) if code != "A005" else abs(theirs - mine)
    kind = "points" if claim.quantity.kind == "percent" else claim.quantity.kind
    return Finding(
        code,
        document.stated(claim),
        tuple(document.stated(end) for end in ends),
        computed,
        Quantity(kind, apart, step=computed.step),
    )


def _fits(claim: Quantity, exact: Decimal, reachable: Interval) -> str | None:
    """ "" where the claim is what the figures give, "A007" where only their rounding reaches it, None where nothing does."""
    if stated(claim).low <= exact <= stated(claim).high:
        return ""
    return "A007" if cut(claim).meets(reachable) else None


def _percent(document: Document, claim: Mention, start: Quantity, end: Quantity) -> tuple[str, Quantity]:
    old, new = nominal(start), nominal(end)
    assert old is not None and new is not None
    a, b = pair(start, end)
    change, step = (new - old) / old * 100, _finer(claim.quantity)
    computed = Quantity("percent", rounded(change, step), step=step)
    if a.low <= 0:
        return "", computed
    reach = corners(lambda x, y: (y - x) / x * 100, a, b)
    fits = _fits(claim.quantity, abs(change), _positive(reach))
    if fits is not None:
        return (fits or _turned(document, claim, change)), computed
    backwards = _fits(
        claim.quantity, abs(new - old) / new * 100, _positive(corners(lambda x, y: (y - x) / y * 100, a, b))
    )
    level = _fits(claim.quantity, new / old * 100, corners(lambda x, y: y / x * 100, a, b))
    if backwards == "" and len(claim.of) == 2 and _direction(document, claim) * change < 0:
        return "", computed  # the earlier figure is the later one: a change said the other way round
    if level is not None and _AS_LEVEL[document.language].match(document.after(claim, 12)):
        return "", computed
    if (
        start.kind == "percent"
        and _fits(claim.quantity, abs(new - old), _positive(corners(lambda x, y: y - x, a, b))) is not None
    ):
        return "A006", replace(computed, kind="points", value=rounded(abs(new - old), step))
    return "A001", computed


def _turned(document: Document, claim: Mention, change: Decimal) -> str:
    return "A005" if _direction(document, claim) * change < 0 else ""


def _direction(document: Document, claim: Mention) -> int:
    """1 where the words at a change say that it goes up, -1 down, 0 where they do not say."""
    up, down = _UP[document.language], _DOWN[document.language]
    if document.language == "ko":
        words = document.after(claim, 14)
        return bool(up.match(words)) - bool(down.match(words))
    words = document.before(claim, 24)
    said = [match.end() for match in up.finditer(words)], [match.end() for match in down.finditer(words)]
    return (max(said[0], default=0) > max(said[1], default=0)) - (
        max(said[1], default=0) > max(said[0], default=0)
    )


def _points(claim: Mention, start: Quantity, end: Quantity) -> tuple[str, Quantity]:
    old, new = nominal(start), nominal(end)
    assert old is not None and new is not None
    step = min(start.step or _TENTH, end.step or _TENTH)
    computed = Quantity("points", rounded(new - old, step), step=step)
    reach = _positive(corners(lambda x, y: y - x, *pair(start, end)))
    fits = _fits(claim.quantity, abs(new - old), reach)
    return ("A002" if fits is None else fits), computed


def _multiple(document: Document, claim: Mention, start: Quantity, end: Quantity) -> tuple[str, Quantity]:
    old, new = nominal(start), nominal(end)
    assert old is not None and new is not None
    a, b = pair(start, end)
    step = _finer(claim.quantity)
    computed = Quantity("multiple", rounded(new / old, step), step=step)
    if a.low <= 0 or b.low <= 0:
        return "", computed
    level = _fits(claim.quantity, new / old, corners(lambda x, y: y / x, a, b))
    more = _fits(claim.quantity, new / old - 1, corners(lambda x, y: y / x - 1, a, b))
    fewer = _fits(claim.quantity, old / new, corners(lambda x, y: x / y, a, b))
    grown = _said_grown(document, claim)
    if level is not None and grown and more is None and claim.quantity.qualifier in ("exact", "about"):
        return "A004", computed
    if level is not None or (more is not None and grown):
        return level or "", computed
    return ("A003" if fewer is None else ""), computed


def _said_grown(document: Document, claim: Mention) -> bool:
    """Whether the words make the multiple the size of an increase: 5.3배나 증가, three times more."""
    if _GROWN[document.language].match(document.after(claim, 14)):
        return True
    return document.language == "en" and _BY.search(document.before(claim, 40)) is not None


def _finer(claim: Quantity) -> Decimal:
    """One place more than the claim states, so that what is computed can be told from it."""
    return max(min(claim.step or Decimal(1), Decimal(1)) * _TENTH, _HUNDREDTH * _TENTH)


def _positive(interval: Interval) -> Interval:
    """The sizes of changes that lie in ``interval``, whichever way they go."""
    if interval.low >= 0:
        return interval
    if interval.high <= 0:
        return Interval(-interval.high, -interval.low)
    return Interval(Decimal(0), max(interval.high, -interval.low))
