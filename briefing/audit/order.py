"""A document -> Findings A041 and A042: an end before its beginning, a number of years that two dates do not span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.interval import nominal
from briefing.model import Mention, Quantity

_TO_KO = re.compile(
    r"(?:부터|에서)\s?(?:[가-힣]+\s){0,2}"
    r"|(?:에|에는)?\s?(?:착공|시작|출발|개통|설립|창립|창업|착수|입사|취임|개막|출범|개업|문을 열)[^.!?,\n]{0,6},?\s(?:[가-힣]+\s){0,2}"
)
_UNTIL_KO = re.compile(
    r"까지|에?\s?(?:[가-힣]+\s){0,1}(?:완공|준공|끝|마쳤|마친|종료|폐업|해산|퇴임|퇴사|폐막|문을 닫|으로)"
)
_BETWEEN = re.compile(r"\b(?:from|between)\s$", re.I)
_TO = re.compile(r"\s(?:to|until|till|through|and)\s(?:the\s)?(?:[a-z]+\sof\s)?", re.I)
_ENDED = re.compile(
    r"\b(?:began|begun|started|opened|founded|launched|established|broke ground)\s(?:in|on)\s$", re.I
)
_AND_ENDED = re.compile(
    r",?\s(?:and\s)?(?:was\s)?(?:ended|closed|completed|finished|dissolved|shut)\s(?:down\s)?(?:in|on)\s",
    re.I,
)
_SPAN_KO = re.compile(r"(?:까지)?\s?(?:만\s|모두\s|총\s|약\s)?")
_SPAN = re.compile(r",?\s(?:a (?:period|span|stretch) of\s)", re.I)
_YEARS_FROM = re.compile(r"\s(?:(?:from|between)\s)?", re.I)


def order(document: Document) -> Iterator[Finding]:
    days = [
        mention for mention in document.mentions if mention.quantity.kind == "date" and mention.quantity.value
    ]
    for one in days:
        if "/" in str(one.quantity.value):
            yield from _interval(document, one)
    for one, other in zip(days, days[1:], strict=False):
        if document.place(other) - document.place(one) > 1 or not document.together(one, other):
            continue
        if _runs(document, one, other):
            yield from _pair(document, one, other)
    yield from _series(document)


def _interval(document: Document, day: Mention) -> Iterator[Finding]:
    """A stretch said in one breath, from 2020 to 2018, which reads as one date."""
    start, end = str(day.quantity.value).split("/")
    if start and end and start != ".." and end != ".." and _later(start, end):
        yield Finding("A041", document.stated(day), (), Quantity("date", f"{end}/{start}"))
        return
    yield from _years(document, day, day, start, end)


def _runs(document: Document, one: Mention, other: Mention) -> bool:
    between = document.between(one, other)
    if document.language == "ko":
        return (
            _TO_KO.fullmatch(between) is not None and _UNTIL_KO.match(document.after(other, 16)) is not None
        )
    if _BETWEEN.search(document.before(one, 12)) and _TO.fullmatch(between):
        return True
    return _ENDED.search(document.before(one, 24)) is not None and _AND_ENDED.fullmatch(between) is not None


def _pair(document: Document, one: Mention, other: Mention) -> Iterator[Finding]:
    start, end = str(one.quantity.value), str(other.quantity.value)
    if one.quantity.relative or other.quantity.relative:
        return  # a day that is counted from another may have been counted from the wrong one
    if _later(start, end):
        yield Finding("A041", document.stated(other), (document.stated(one),))
    else:
        yield from _years(document, one, other, start, end)


def _later(one: str, other: str) -> bool:
    """Whether the first date lies after the second, as far as both are told."""
    a, b = _plain(one), _plain(other)
    shared = min(len(a), len(b))
    return bool(a and b) and a[:shared] > b[:shared]


def _plain(edtf: str) -> str:
    match = re.match(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", edtf.split("/")[0])
    return match[0] if match else ""


def _years(document: Document, one: Mention, other: Mention, start: str, end: str) -> Iterator[Finding]:
    """2019년부터 2023년까지 6년간: both ends may be counted or one."""
    place = document.place(other)
    spans = [(each, False) for each in document.mentions[place + 1 : place + 2]]
    first = document.place(one)
    spans += [(each, True) for each in document.mentions[max(0, first - 1) : first]]
    for span, ahead in spans:
        quantity = span.quantity
        exact = quantity.qualifier == "exact" or span.written.lower().startswith("over the ")
        if quantity.kind != "duration" or quantity.unit != "year" or not exact:
            continue
        if not document.together(span, one) or not _of_the_dates(document, span, one, other, ahead=ahead):
            continue
        if not (_plain(start) and _plain(end)):
            continue
        apart = Decimal(int(_plain(end)[:4]) - int(_plain(start)[:4]))
        said = nominal(quantity)
        if said is not None and not apart - 1 <= said <= apart + 1:
            computed = Quantity("duration", apart, "year", step=Decimal(1))
            missing = Quantity("duration", abs(said - apart), "year", step=Decimal(1))
            dates = tuple(document.stated(each) for each in dict.fromkeys((one, other)))
            yield Finding("A042", document.stated(span), dates, computed, missing)


def _of_the_dates(document: Document, span: Mention, one: Mention, other: Mention, *, ahead: bool) -> bool:
    if document.language == "ko":
        return not ahead and _SPAN_KO.fullmatch(document.between(other, span)) is not None
    if ahead:
        return _YEARS_FROM.fullmatch(document.between(span, one)) is not None
    return _SPAN.fullmatch(document.between(other, span)) is not None


def _series(document: Document) -> Iterator[Finding]:
    """A change whose earlier figure is dated after the later one."""
    for change in document.mentions:
        ends = [document.at(span) for span in change.of]
        if len(ends) != 2 or None in ends:
            continue
        days = [_day_before(document, end) for end in ends if end is not None]
        start, end = days if len(days) == 2 else (None, None)
        if start is not None and end is not None and start is not end:
            told = not (start.quantity.relative or end.quantity.relative)
            if told and _later(str(start.quantity.value), str(end.quantity.value)):
                yield Finding("A041", document.stated(end), (document.stated(start),))


def _day_before(document: Document, end: Mention) -> Mention | None:
    """The date that stands right at a figure: 2020년 25만6000달러."""
    place = document.place(end)
    day = document.mentions[place - 1] if place else None
    if document.language != "ko" or day is None or day.quantity.kind != "date" or not day.quantity.value:
        return None
    return day if re.fullmatch(r"(?:의|에)?\s?[(（]?", document.between(day, end)) else None
