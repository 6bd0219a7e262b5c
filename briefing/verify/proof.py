"""A register -> Problems where it does not prove itself: quotes read again, formulas calculated again, words read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.facts import cells, quotes, units
from briefing.facts.assemble import equal
from briefing.facts.derive import derive
from briefing.facts.lock import Located
from briefing.facts.seeds import DerivedSeed, Phrase, Quoted, Seeds
from briefing.model import Card, Event, Fact, Place, Printed, Problem, Quantity, Refusal
from briefing.readback.meant import as_meant
from briefing.reading import LANGUAGES, read
from briefing.register import Anchor, Register
from briefing.saying import tell

HINT = tell("the register was changed by hand, or built by a tool that reads otherwise")
PARTS = ("title", "standfirst", "cards", "annex")


def prove(register: Register, shown: str) -> Iterator[Problem]:
    """V020 a quote that reads otherwise, V021 its date, V022 a calculation, V023 words that say another value, V024 what is not there."""
    where = Place(shown)

    def problem(code: str, what: str) -> Problem:
        return Problem(code, what, where, HINT)

    for what in _dangling(register):
        yield problem("V024", what)
    for record in register.records():
        for anchor in register.anchors[record.id]:
            card = register.cards.get(anchor.located.span.source)
            if card is not None:
                for code, what in (*_quote(record, anchor, card), *_date(record, anchor, card)):
                    yield problem(code, what)
    for what in _calculations(register, where):
        yield problem("V022", what)
    for language, page in register.printed.items():
        for printed in dict.fromkeys(page):
            if printed.words and not says(printed, language):
                yield problem(
                    "V023",
                    tell(
                        "'{words}' in {language} does not say what '{fact}' holds",
                        words=printed.words,
                        language=language,
                        fact=printed.fact,
                    ),
                )


def says(printed: Printed, language: str) -> bool:
    """Whether the words of a figure say its value, with its qualifier and, where they name one, its unit."""
    wanted = printed.quantity
    if wanted is None:
        return False
    if language not in LANGUAGES:
        return True
    if printed.whole and _digits(printed.whole) != _digits(printed.words):
        return False  # the unit of a column adds none
    found = [mention.quantity for mention in read(printed.whole or printed.words, language=language)]
    if len(found) != 1:
        return False
    said = as_meant(found[0], wanted)
    same = said.value == wanted.value and said.qualifier == wanted.qualifier
    # English counts nouns without a counter: 8,579 is a plain number
    return same and (
        (said.kind, said.unit) == (wanted.kind, wanted.unit) or (said.kind, said.unit) == ("number", None)
    )


def _digits(words: str) -> list[str]:
    return re.findall(r"\d", words)


def _dangling(register: Register) -> Iterator[str]:
    known = {*PARTS, *register.sections}
    for id, anchors in register.anchors.items():
        for anchor in anchors:
            if anchor.located.span.source not in register.cards:
                yield tell("'{id}' cites a source that the register does not describe", id=id)
    for language, page in register.printed.items():
        for section in sorted({printed.section for printed in page} - known):
            yield tell(
                "what {language} prints stands in '{section}', which is no section",
                language=language,
                section=section,
            )


def _quote(record: Fact | Event, anchor: Anchor, card: Card) -> Iterator[tuple[str, str]]:
    located = anchor.located
    if isinstance(record, Event):
        return
    if anchor.hole is None or located.quantity is None:
        yield "V020", tell("'{id}' has a quote without a figure", id=record.id)
        return
    read_again = reread(anchor, card)
    if read_again is None or not same(read_again, located.quantity):
        yield (
            "V020",
            tell(
                "'{id}' quotes '{quote}', which does not read as the register says",
                id=record.id,
                quote=located.quote,
            ),
        )
    elif not (same if record.evidence[0].source == card.id else equal)(record.quantity, located.quantity):
        yield "V020", tell("'{id}' has another value than its quote in {id2}", id=record.id, id2=card.id)


def _date(record: Fact | Event, anchor: Anchor, card: Card) -> Iterator[tuple[str, str]]:
    located = anchor.located
    if located.when is not None and not dated(located, card):
        yield (
            "V021",
            tell(
                "the date of '{id}', '{when}', does not read as the register says",
                id=record.id,
                when=located.when,
            ),
        )
    if record.evidence[0].source != card.id:
        return  # a fact has the date of its first quote
    if located.when is not None and record.period != located.period:
        yield "V021", tell("'{id}' has another date than its quote in {id2}", id=record.id, id2=card.id)
    if located.when is None and record.period is not None and not record.because:
        if located.locator is not None and located.locator.cell:
            if cells.period(located.locator, card.language) != record.period:
                yield (
                    "V021",
                    tell("the headers of the cell of '{id}' are not the date that it has", id=record.id),
                )
            return
        yield "V021", tell("'{id}' has a date without a quote or a reason", id=record.id)


def dated(located: Located, card: Card) -> bool:
    """Whether the words of the date read as the register says; one counted from another day of the text is taken as it is."""
    assert located.when is not None
    found = [m.quantity for m in read(located.when, language=card.language, published=card.published)]
    return any(
        one.kind == "date" and (one == located.period or (one.relative is not None and _elsewhere(located)))
        for one in found
    )


def _elsewhere(located: Located) -> bool:
    return located.period is not None and located.period.relative is None


def reread(anchor: Anchor, card: Card) -> Quantity | None:
    """The figure in the hole of a quote as it reads by itself, or of a cell with its unit; None where it reads as none."""
    located = anchor.located
    if located.locator is not None and located.locator.cell:
        return units.figure(located.quote, located.unit, card.language)
    phrase = Phrase(located.quote, anchor.hole)
    try:
        return quotes.figure_alone(phrase, card, _quoted(phrase, card.id))
    except Refusal:
        return None


def same(one: Quantity, other: Quantity) -> bool:
    """The same figure at the same stated precision."""
    return one == other and one.step == other.step


def _quoted(phrase: Phrase, source: str) -> Quoted:
    return Quoted(source, phrase, None, None, None, None, Place(source))


def _calculations(register: Register, where: Place) -> Iterator[str]:
    quoted = {id: fact for id, fact in register.facts.items() if fact.formula is None}
    seeds = Seeds()
    for id, fact in register.facts.items():
        if fact.formula is not None:
            seeds.derived[id] = _seed(fact, where)
    again, problems = derive(seeds, quoted)
    yield from (f"{problem.message} ({problem.hint})" for problem in problems)
    for id, fact in again.items():
        stated = register.facts[id]
        if not same(stated.quantity, fact.quantity):
            yield tell(
                "'{id}' is {shown} by its formula, the register says {shown2}",
                id=id,
                shown=_shown(fact.quantity),
                shown2=_shown(stated.quantity),
            )
        if stated.parents != fact.parents:
            yield tell("'{id}' has other parents than its formula", id=id)
        if stated.period != fact.period and stated.period not in [one.period for one in quoted.values()]:
            yield tell("'{id}' has a period that no quoted fact has", id=id)


def _seed(fact: Fact, where: Place) -> DerivedSeed:
    step = format(fact.quantity.step, "f") if fact.quantity.step is not None else None
    return DerivedSeed(
        fact.id, fact.formula or "", fact.quantity.kind, step, fact.what, {}, None, None, where
    )


def _shown(quantity: Quantity) -> str:
    value = quantity.value
    said = format(value, "f") if isinstance(value, Decimal) else str(value)
    return " ".join(filter(None, (said, quantity.unit)))
