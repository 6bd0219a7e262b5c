"""A register's words with digits that are no fact -> Problems where they do not say what their class says.

Without this a forged figure could pass as a name or as a quote. A name is what the brief's glossary asserts: it is
only held to be more than a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.facts.locators import page_of
from briefing.model import Fact, Locator, Other, Place, Problem, Quantity
from briefing.reading import LANGUAGES, read
from briefing.register import Register
from briefing.saying import tell

ROLES = ("edition", "scale", "unit", "verbatim", "locator", "formula", "publication", "address", "name")
HINT = tell("the register was changed by hand")


def check(register: Register, shown: str) -> Iterator[Problem]:
    """V025 words whose class does not account for them."""
    for language, others in register.others.items():
        for other in others:
            if not _fits(other, language, register):
                what = tell(
                    "'{words}' in {language} is no {role} of this brief",
                    words=other.words,
                    language=language,
                    role=other.role,
                )
                yield Problem("V025", what, Place(shown), HINT)


def _fits(other: Other, language: str, register: Register) -> bool:
    words = other.words
    match other.role:
        case "verbatim":
            return any(
                not re.search(r"\w", words.replace(said, "", 1)) for said in _quoted(register, language)
            )
        case "locator":
            return any(_stands(words, *found) for found in _locators(register))
        case "address":
            return words in {card.url for card in register.cards.values()} | set(_opened(register))
        case "name":
            left = words
            for mention in read(words, language=_reader(language)):
                left = left.replace(mention.written, "", 1)
            return bool(re.search(r"[^\W\d_]", left))
    if language not in LANGUAGES:
        return other.role in ROLES
    found = [mention.quantity for mention in read(words, language=language)]
    return _said(other, found, register)


def _quoted(register: Register, language: str) -> set[str]:
    quotes = {anchor.located.quote for anchors in register.anchors.values() for anchor in anchors}
    return (quotes | {card.title.get(language, "") for card in register.cards.values()}) - {""}


def _opened(register: Register) -> Iterator[str]:
    """The addresses that open a source at a page of it."""
    for anchors in register.anchors.values():
        for located in (anchor.located for anchor in anchors):
            card = register.cards.get(located.span.source)
            if card is not None and card.url and located.locator is not None and located.locator.page:
                yield page_of(card.url, located.locator.page)


def _locators(register: Register) -> set[tuple[Locator, str]]:
    found = [anchor.located for anchors in register.anchors.values() for anchor in anchors]
    return {(located.locator, located.unit) for located in found if located.locator is not None}


def _stands(words: str, locator: Locator, unit: str) -> bool:
    """Whether the words say a page, or a cell and its unit, and nothing else that has a digit."""
    if locator.page is not None:
        return re.findall(r"\d+", words) == [str(locator.page)]
    said = (locator.row, locator.column, locator.sheet, locator.cell)
    left = words
    for part in sorted(filter(None, said), key=len, reverse=True):
        if part not in left:
            return False
        left = left.replace(part, "", 1)
    return not re.search(r"\d", left.replace(unit, "", 1))


def _reader(language: str) -> str | None:
    return language if language in LANGUAGES else None


def _said(other: Other, found: list[Quantity], register: Register) -> bool:
    match other.role:
        case "edition":
            number = re.findall(r"\d+", other.words) == [str(register.number)]
            return number or [quantity.value for quantity in found] == [register.date]
        case "publication":
            dates = {card.published.rstrip("~") for card in register.cards.values()}
            return len(found) == 1 and str(found[0].value).rstrip("~") in dates
        case "scale":
            return len(found) == 1 and _power(found[0].value)
        case "unit":
            return not re.search(r"\d", other.words) and all(_power(quantity.value) for quantity in found)
        case "formula":
            allowed = _terms(register)
            return all(quantity.value in allowed for quantity in found)
    return False


def _power(value: object) -> bool:
    """Whether a value is a power of ten: 0.1, 1, 10 …"""
    return isinstance(value, Decimal) and value > 0 and value.normalize().as_tuple().digits == (1,)


def _terms(register: Register) -> set[object]:
    """The values, years and constants that the formulas of the register name."""
    allowed: set[object] = set()
    for fact in register.facts.values():
        if fact.formula is not None:
            allowed |= {
                Decimal(number) for number in re.findall(r"(?<![\w-])\d+(?:\.\d+)?(?![\w-])", fact.formula)
            }
            for parent in fact.parents:
                if parent in register.facts:
                    allowed |= _entering(register.facts[parent])
    return allowed


def _entering(fact: Fact) -> set[object]:
    year = str(fact.period.value)[:4] if fact.period is not None else ""
    return {fact.quantity.value, year} | ({Decimal(year)} if year.isdigit() else set())
