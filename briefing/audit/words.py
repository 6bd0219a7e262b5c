"""A Finding and a catalog -> one sentence about it in the catalog's language, figures said as that language says them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from briefing import wording
from briefing.audit.finding import Finding, Stated
from briefing.audit.rates import rate_of
from briefing.model import Quantity, Refusal
from briefing.wording import cldr
from briefing.wording.catalog import Catalog

_SLOT = re.compile(r"\{(\w+)\}(?:\[([^\]]+)\])?")
"""A placeholder, with the particle that follows it in Korean: {first}[을/를]."""


def sentence(finding: Finding, catalog: Catalog, naming: Callable[[str], str] = str) -> str:
    """What was claimed, what follows from which figures, how far apart; ``naming`` says a subject or a source in words."""
    message = messages(catalog)[_key(finding)]
    language = catalog.language
    return filled(
        message,
        _values(finding, catalog, naming),
        lambda words, pair: words + _particle(words, pair, language),
    )


def filled(message: str, values: Mapping[str, str], particled: Callable[[str, str], str]) -> str:
    """The message with its values; for ``{first}[을/를]`` what stands there with its particle, as ``particled`` adds it."""

    def value(slot: re.Match[str]) -> str:
        name, pair = slot.groups()
        return particled(values[name], pair) if pair else values[name]

    return _SLOT.sub(value, message)


def _particle(words: str, pair: str, language: str) -> str:
    try:
        return wording.particle(words, pair, language=language)
    except Refusal:  # a Latin word that nobody has said how to read: both forms, as Korean writes them
        closed, _, open_ = pair.partition("/")
        return f"{closed}({open_})"


def _key(finding: Finding) -> str:
    alone = finding.code in ("A011", "A041", "A042") and len(finding.figures) == (
        0 if finding.code == "A041" else 1
    )
    return f"{finding.code} alone" if alone else finding.code


def _values(finding: Finding, catalog: Catalog, naming: Callable[[str], str]) -> dict[str, str]:
    language = catalog.language
    figures = [_said(figure, language) for figure in finding.figures]
    values = {"parts": cldr.join(figures, language), "subject": naming(finding.subject)}
    values |= dict(zip(("first", "second", "third"), figures, strict=False))
    if finding.claimed is not None:
        values["claimed"] = _said(finding.claimed, language)
    if finding.computed is not None:
        values["computed"] = say(finding.computed, language)
    if finding.difference is not None:
        values["difference"] = say(_plain(finding.difference), language)
    if finding.code in ("A031", "A033", "A034"):
        values |= _rates(finding, language, naming)
    return values


def _rates(finding: Finding, language: str, naming: Callable[[str], str]) -> dict[str, str]:
    base = finding.figures[1].quantity
    said = [f"{say(rate, language)} ({naming(source)})" for source, rate in pairs(finding)]
    return {
        "currency": cldr.currency(base.unit or "", language, Decimal(1)),
        "rates": cldr.join(said, language),
    }


def pairs(finding: Finding) -> Iterator[tuple[str, Quantity]]:
    """Source and rate of every conversion that a finding about rates names."""
    for priced, base in zip(finding.figures[::2], finding.figures[1::2], strict=True):
        yield priced.source, rate_of(priced.quantity, base.quantity)


def _said(figure: Stated, language: str) -> str:
    try:
        return say(figure.quantity, language)
    except Refusal:  # an impossible stretch of time has no wording but the source's own
        return figure.written


def say(quantity: Quantity, language: str) -> str:
    """The size of a quantity in digits: which way a change goes is not what is doubted."""
    value = quantity.value
    plain = replace(quantity, value=abs(value)) if isinstance(value, Decimal) else quantity
    return wording.say(plain, language=language, form="digits")


def _plain(difference: Quantity) -> Quantity:
    """How far two multiples lie apart is a number and no multiple."""
    return replace(difference, kind="number") if difference.kind == "multiple" else difference


def messages(catalog: Catalog) -> dict[str, str]:
    """The sentence for each code; what stands in braces is put in, with the particle in brackets behind it."""
    return _of_documents(catalog) | _of_times(catalog) | _of_facts(catalog)


def _of_documents(catalog: Catalog) -> dict[str, str]:
    # Translators: a finding of the audit; Korean: {first}[을/를]
    change = catalog.gettext("from {first} to {second} is {computed}, not {claimed}: {difference} apart")
    return {
        "A001": change,
        "A002": change,
        # Translators: a finding of the audit
        "A003": catalog.gettext("{second} is {computed} as much as {first}, not {claimed}: {difference} apart"),
        # Translators: a finding of the audit
        "A004": catalog.gettext(
            "{claimed} is said of an increase; from {first} to {second} it is the level that is reached, {computed}"
        ),
        # Translators: a finding of the audit
        "A005": catalog.gettext("from {first} to {second} goes the other way than the words at {claimed} say"),
        # Translators: a finding of the audit
        "A006": catalog.gettext("{claimed} is no percentage: from {first} to {second} is {computed}"),
        # Translators: a finding of the audit
        "A007": catalog.gettext("{claimed} holds only as far as figures are rounded; those given make it {computed}"),
        # Translators: a finding of the audit
        "A011": catalog.gettext("{first} of {second} is {computed}, not {claimed}: {difference} apart"),
        # Translators: a finding of the audit
        "A011 alone": catalog.gettext("{first} is {computed}, not {claimed}: {difference} apart"),
        # Translators: a finding of the audit
        "A012": catalog.gettext("{parts} add up to {computed}, not {claimed}: {difference} apart"),
    }  # fmt: skip


def _of_times(catalog: Catalog) -> dict[str, str]:
    return {
        # Translators: a finding of the audit
        "A021": catalog.gettext("{first} over {second} is {computed} a year, not {claimed}: {difference} apart"),
        # Translators: a finding of the audit
        "A022": catalog.gettext("{claimed} a year agrees with {first} over {second}, which is {computed} a year"),
        # Translators: a finding of the audit
        "A031": catalog.gettext("per {currency}, the conversions imply {computed}"),
        # Translators: a finding of the audit
        "A032": catalog.gettext(
            "{first} is said to be {claimed}; as {third} is {second}, it would be {computed}: {difference} apart"
        ),
        # Translators: a finding of the audit
        "A033": catalog.gettext("per {currency}, the sources imply {rates}"),
        # Translators: a finding of the audit
        "A034": catalog.gettext("per {currency}, the sources imply {rates}, too far apart for rates of a few years"),
        # Translators: a finding of the audit
        "A041": catalog.gettext("{claimed} should follow {first} and comes before it"),
        # Translators: a finding of the audit
        "A041 alone": catalog.gettext("{claimed} ends before it begins"),
        # Translators: a finding of the audit
        "A042": catalog.gettext("from {first} to {second} is {computed}, not {claimed}"),
        # Translators: a finding of the audit
        "A042 alone": catalog.gettext("{first} is {computed}, not {claimed}"),
    }  # fmt: skip


def _of_facts(catalog: Catalog) -> dict[str, str]:
    return {
        # Translators: a finding of the audit
        "A101": catalog.gettext(
            "{subject}: read as a single series it goes from {first} to {second}, against the direction of either study"
        ),
        # Translators: a finding of the audit
        "A102": catalog.gettext("{subject}: {first} and {second} are of separate groups, which no change connects"),
        # Translators: a finding of the audit
        "A103": catalog.gettext("{subject}: for the same time the sources say {first} and {second}"),
        # Translators: a finding of the audit
        "A104": catalog.gettext("{subject}: borne out by more than a single source"),
    }  # fmt: skip
