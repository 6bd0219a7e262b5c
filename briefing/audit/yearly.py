"""A document -> Findings A021 and A022: amounts a year beside the sum and the years that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.interval import EXACTLY, Interval, corners, nominal, rounded, stated
from briefing.model import Mention, Quantity

_YEARLY_BEFORE = {
    "ko": re.compile(
        r"(?:연봉|연평균|연간|매년|해마다|한 해(?:에| 평균)?|1년에|(?<![가-힣])연)\s?(?:평균\s)?(?:약\s)?$"
    ),
    "en": re.compile(r"\b(?:annual(?:ly)?|yearly|each year|every year)(?:\s[a-z]+){0,3}\s(?:of\s)?$", re.I),
}
_YEARLY_AFTER = {
    "ko": re.compile(r"씩|\s?(?:의\s)?연봉"),
    "en": re.compile(
        r"(?:\s[a-z]+)?\s(?:a year|per year|annually|each year|every year|yearly|a-year)\b", re.I
    ),
}
_OVER = {
    "before": re.compile(
        r"(?:\s[a-z]+){0,3},?\s(?:over|across|for|spread over)\s(?:the\snext\s|the\s|a\s)?", re.I
    ),
    "ko_before": re.compile(
        r"\s?(?:간|동안|에 걸쳐)?,?\s(?:모두\s|총\s|최대\s|약\s)?(?:[가-힣]+[에을를]?\s){0,2}"
    ),
    "ko_after": re.compile(r"(?:을|를|이|가)?\s?(?:[(（][^)）]*[)）])?(?:을|를)?\s?(?:향후\s|앞으로\s)?"),
}
_SPREAD_KO = re.compile(r"간|동안|에 걸쳐|에 나눠")
Spread = tuple[Mention, Mention]


def yearly(document: Document) -> Iterator[Finding]:
    spreads = [spread for sum_ in _money(document) for spread in _years_of(document, sum_)]
    claims = [each for each in _money(document) if _is_yearly(document, each)]
    for claim in claims:
        beside = [
            spread for spread in spreads if spread[0] is not claim and document.together(claim, spread[0])
        ]
        same = [spread for spread in beside if _alike(claim, spread[0])]
        if same and not any(_fits(claim, spread) for spread in same):
            yield _finding(document, "A021", claim, same[0])
        elif not same:
            far = next(
                (
                    each
                    for each in _converted(document, spreads)
                    if _alike(claim, each[0]) and _fits(claim, each)
                ),
                None,
            )
            if far is not None:
                yield _finding(document, "A022", claim, far)


def _money(document: Document) -> list[Mention]:
    kinds = ("money", "count", "measure", "number")
    return [each for each in document.mentions if each.quantity.kind in kinds and nominal(each.quantity)]


def _is_yearly(document: Document, mention: Mention) -> bool:
    language = document.language
    if _YEARLY_AFTER[language].match(_past_bracket(document.after(mention, 40))):
        return language == "en" or "씩" not in document.after(mention, 2) or _each_year(document, mention)
    return _YEARLY_BEFORE[language].search(document.before(mention, 24)) is not None


def _each_year(document: Document, mention: Mention) -> bool:
    return re.search(r"매년|해마다|한 해|연간", document.before(mention, 40)) is not None


def _past_bracket(text: str) -> str:
    return re.sub(r"^\s?\([^)]*\)", "", text)


def _years_of(document: Document, total: Mention) -> Iterator[Spread]:
    """The sum with the years that it is said to last."""
    if _is_yearly(document, total) or total.equals is not None:
        return
    place = document.place(total)
    for years in document.mentions[max(0, place - 1) : place] + document.mentions[place + 1 : place + 3]:
        quantity = years.quantity
        whole = quantity.kind == "duration" and quantity.unit == "year" and quantity.qualifier == "exact"
        if (
            whole
            and (nominal(quantity) or 0) > 1
            and document.together(years, total)
            and _spread(document, years, total)
        ):
            yield total, years
            return


def _spread(document: Document, years: Mention, total: Mention) -> bool:
    if years.span.start < total.span.start:
        between = document.between(years, total)
        if document.language == "ko":
            lasting = years.written.endswith("간") or _SPREAD_KO.match(between.lstrip())
            return bool(lasting) and _OVER["ko_before"].fullmatch(between) is not None
        return re.fullmatch(
            r",?\s(?:(?:it|they|he|she|will|would|to|spend|invest|cost|costs|receive|get|worth|of)\s){0,3}",
            between,
            re.I,
        ) is not None and (
            re.search(r"\b(?:over|for|across|in)\s(?:the next\s|the\s)?$", document.before(years, 20), re.I)
            is not None
        )
    between = re.sub(r"\s?\([^)]*\)", "", document.between(total, years))
    if document.language == "ko":
        lasting = years.written.endswith("간") or _SPREAD_KO.match(document.after(years, 6).lstrip())
        return bool(lasting) and _OVER["ko_after"].fullmatch(between) is not None
    return _OVER["before"].fullmatch(between) is not None


def _converted(document: Document, spreads: list[Spread]) -> Iterator[Spread]:
    """Every spread sum, and what the document itself converts it to."""
    for total, years in spreads:
        yield total, years
        for other in document.mentions:
            if other.equals == total.span:
                yield other, years


def _alike(one: Mention, other: Mention) -> bool:
    return one.quantity.kind == other.quantity.kind and one.quantity.unit == other.quantity.unit


def _fits(claim: Mention, spread: Spread) -> bool:
    total, years = (each.quantity for each in spread)
    span = nominal(years)
    assert span is not None
    reach = corners(lambda x, y: x / y, stated(total), Interval(span, span))
    return reach.meets(stated(claim.quantity))


def _finding(document: Document, code: str, claim: Mention, spread: Spread) -> Finding:
    total, years = (nominal(each.quantity) for each in spread)
    mine = nominal(claim.quantity)
    assert total is not None and years is not None and mine is not None
    quantity = claim.quantity
    step = min(quantity.step or Decimal(1), spread[0].quantity.step or Decimal(1))
    exact = rounded(EXACTLY.divide(total, years), step)
    computed = Quantity(quantity.kind, exact, quantity.unit, counter=quantity.counter, step=step)
    apart = Quantity(quantity.kind, abs(exact - mine), quantity.unit, counter=quantity.counter, step=step)
    return Finding(code, document.stated(claim), tuple(map(document.stated, spread)), computed, apart)
