"""A register and the folder of its originals -> Problems where a quote does not stand at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing import sources
from briefing.facts import quotes, units
from briefing.facts.lock import CONTEXT, digest
from briefing.facts.quotes import Article
from briefing.facts.seeds import LEVEL, Phrase, Quoted
from briefing.model import Locator, Place, Problem, Refusal, Source
from briefing.register import Anchor, Register
from briefing.saying import tell
from briefing.sources.tables import position
from briefing.verify.proof import same

HINT = tell("compare the quote with the original: one of the two was changed")


def find(register: Register, originals: Path, shown: str) -> Iterator[Problem]:
    """V040 no such original, V041 another original, V042 a quote elsewhere, V043 a figure that its article reads otherwise."""
    for id, card in register.cards.items():
        path = originals / card.file
        if not path.is_file():
            message = tell(
                "there is no original '{file}' in {originals}", file=card.file, originals=originals
            )
            yield Problem("V040", message, Place(shown), tell("mend --originals"))
            continue
        source, _ = sources.original(originals, card)
        if source.sha256 != register.originals[id].sha256:
            message = tell(
                "'{file}' is not the original that '{id}' was taken from: its digest differs",
                file=card.file,
                id=id,
            )
            yield Problem(
                "V041", message, Place(shown), tell("look for the copy with the digest of the register")
            )
        article = quotes.article(card, source)
        for fact, anchors in register.anchors.items():
            for anchor in anchors:
                if anchor.located.span.source == id:
                    yield from _placed(fact, anchor, article, shown)


def _placed(fact: str, anchor: Anchor, article: Article, shown: str) -> Iterator[Problem]:
    located, source = anchor.located, article.source
    place = Place(article.card.file, source.raw[: located.span.start].count("\n") + 1)
    at = _at(source, located.span.start, located.span.end, located.quote)
    before = source.raw[max(0, located.span.start - CONTEXT) : located.span.start]
    after = source.raw[located.span.end : located.span.end + CONTEXT]
    if at is None or (digest(before), digest(after)) != (anchor.prefix, anchor.suffix):
        yield Problem(
            "V042", tell("the quote of '{fact}' does not stand at its place", fact=fact), place, HINT
        )
    elif not _at_locator(anchor, source, at):
        yield Problem(
            "V042",
            tell("the quote of '{fact}' does not stand on its page or in its cell", fact=fact),
            place,
            HINT,
        )
    elif anchor.hole is not None and not _reads(anchor, article, at):
        yield Problem(
            "V043", tell("the figure of '{fact}' reads otherwise in its article", fact=fact), place, HINT
        )
    when = located.period_span
    if when is not None and _at(source, when.start, when.end, located.when or "") is None:
        yield Problem(
            "V042", tell("the date of '{fact}' does not stand at its place", fact=fact), place, HINT
        )


def _at(source: Source, start: int, end: int, words: str) -> int | None:
    """Where in the cleaned text the words stand whose raw range is given; None where others stand there."""
    try:
        at = source.offsets.index(start)
    except ValueError:
        return None
    found = source.text[at : at + len(words)]
    if found != words or not words or source.span(at, at + len(words)).end != end:
        return None
    return at


def _at_locator(anchor: Anchor, source: Source, at: int) -> bool:
    """Whether the range is that of the cell, or on the page, that the register names."""
    locator = anchor.located.locator
    if locator is None or not locator.cell:
        return sources.page_of(source, at) == (locator.page if locator is not None else None)
    row, column = position(locator.cell)
    sheets = [sheet for sheet in source.sheets if locator.sheet in ("", sheet.name)]
    where = (at, at + len(anchor.located.quote))
    return any(row < len(sheet.rows) and where in sheet.rows[row][column : column + 1] for sheet in sheets)


def _reads(anchor: Anchor, article: Article, at: int) -> bool:
    locator, unit = anchor.located.locator, anchor.located.unit
    if locator is not None and locator.cell:
        quantity = units.figure(anchor.located.quote, unit, article.card.language)
        headed = _headed(locator, article.source)
        return headed and quantity is not None and quantity == anchor.located.quantity
    phrase = Phrase(anchor.located.quote, anchor.hole)
    quoted = Quoted(article.card.id, phrase, None, None, None, None, Place(article.card.file))
    try:
        quantity = quotes.figure_at(article, phrase, at, quoted)
    except Refusal:
        return False
    return anchor.located.quantity is not None and same(quantity, anchor.located.quantity)


def _headed(locator: Locator, source: Source) -> bool:
    """Whether every level of the cell's headers stands in the table, its row's in its row or above it."""
    row, column = position(locator.cell)
    for sheet in source.sheets:
        if locator.sheet in ("", sheet.name):
            beside = [
                source.text[start:end] for line in sheet.rows[: row + 1] for start, end in line[:column]
            ]
            above = [source.text[start:end] for line in sheet.rows[:row] for start, end in line[: column + 1]]
            levels = (locator.row.split(LEVEL), beside), (locator.column.split(LEVEL), above)
            return all(header in found or not header for headers, found in levels for header in headers)
    return False
