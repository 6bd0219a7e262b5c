"""A declared quote or cell and its article -> Located: where it stands, what it says, and its date."""

from __future__ import annotations

from dataclasses import replace

from briefing import sources
from briefing.facts import cells, quotes, stated
from briefing.facts import lock as locks
from briefing.facts.lock import Located
from briefing.facts.quotes import Article
from briefing.facts.seeds import Cell, Quoted
from briefing.model import Locator, Problem, Quantity, Refusal
from briefing.saying import tell


def locate(article: Article, quoted: Quoted) -> Located:
    """The evidence as the original tells it; Refusal F010 to F021, of a cell F060 to F065, where it does not."""
    return _quote(article, quoted) if quoted.cell is None else _cell(article, quoted, quoted.cell)


def _cell(article: Article, quoted: Quoted, cell: Cell) -> Located:
    table = article.table
    found = cells.find(table, cell, quoted.nth, quoted.where)
    unit = stated.unit_of(found, quoted, article.card)
    locator = table.locator(found)
    said = f"cell {f'{locator.sheet} {locator.cell}'.strip()} of {article.card.id}"
    quantity = stated.figure(found.text, unit, article.card.language, said, quoted.where)
    start, end = found.range
    span = article.source.span(start, end)
    located = Located(
        found.text,
        span,
        quantity,
        context=locks.context(article.source, span),
        locator=locator,
        unit=unit,
        cell=cell,
    )
    if quoted.when is not None:
        return _dated(article, quoted, located, start)
    period = cells.period(locator, article.card.language) if quoted.period is None else None
    return replace(located, period=period)


def _quote(article: Article, quoted: Quoted) -> Located:
    start = quotes.find(article, quoted)
    words = quoted.phrase.text
    if quotes.whole_sentence(article, start, words):
        hint = tell("quote a phrase of it")
        raise Refusal(
            Problem("F021", tell("quote '{words}' is a whole sentence", words=words), quoted.where, hint)
        )
    span = article.source.span(start, start + len(words))
    quantity = None
    if quoted.phrase.hole is not None:
        quantity = quotes.figure_at(article, quoted.phrase, start, quoted)
        _same_alone(article, quoted, quantity)
    page = sources.page_of(article.source, start)
    located = Located(
        words,
        span,
        quantity,
        context=locks.context(article.source, span),
        locator=Locator(page=page) if page is not None else None,
    )
    return _dated(article, quoted, located, start) if quoted.when is not None else located


def _dated(article: Article, quoted: Quoted, located: Located, start: int) -> Located:
    """The evidence with the date that its ``when`` quotes, nearest to ``start`` of the cleaned text."""
    assert quoted.when is not None
    at = quotes.nearest(article, quoted.when, start, quoted)
    period = quotes.figure_at(article, quoted.when, at, quoted)
    is_date(period, quoted)
    when = quoted.when.text
    return replace(located, period=period, when=when, period_span=article.source.span(at, at + len(when)))


def _same_alone(article: Article, quoted: Quoted, quantity: Quantity) -> None:
    alone = quotes.figure_alone(quoted.phrase, article.card, quoted)
    if alone != quantity:
        raise Refusal(
            Problem(
                "F015",
                tell("quote '{text}' cuts off words that belong to its figure", text=quoted.phrase.text),
                quoted.where,
                tell("quote the figure with its qualifier and unit"),
            )
        )


def is_date(period: Quantity, quoted: Quoted) -> None:
    """Refusal F016 where what the bracket of ``when`` holds is no date."""
    if period.kind != "date" or not isinstance(period.value, str):
        raise Refusal(
            Problem(
                "F016",
                tell("the bracket of 'when' holds no date"),
                quoted.where,
                tell("bracket the words of the date"),
            )
        )
