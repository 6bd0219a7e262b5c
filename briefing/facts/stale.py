"""Seeds and the lock, without the originals -> F033 and F034 where the lock does not prove what the seeds declare."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts import cells, quotes, stated, units
from briefing.facts import lock as locks
from briefing.facts.locate import is_date
from briefing.facts.lock import Located, Lock
from briefing.facts.seeds import Quoted, Seeds
from briefing.model import Card, Problem, Quantity, Refusal
from briefing.saying import tell


def stale(seeds: Seeds, lock: Lock) -> Iterator[Problem]:
    """F033 for what is not in the lock as it is declared, F034 for what reads otherwise than it says."""
    for id, card in seeds.cards.items():
        original = lock.originals.get(id)
        if original is None or (original.file, original.published) != (card.file, card.published):
            yield Problem(
                "F033",
                tell("source '{id}' is not in the lock as it is described", id=id),
                card.where,
                locks.HINT,
            )
    for id, quoted in seeds.quotes():
        located = lock.evidence.get((id, quoted.source))
        when = quoted.when.text if quoted.when else None
        if (
            located is None
            or not _as_quoted(quoted, located, seeds.cards[quoted.source])
            or located.when != when
        ):
            yield Problem(
                "F033", tell("'{id}' is not in the lock as it is quoted", id=id), quoted.where, locks.HINT
            )
            continue
        try:
            alone = _alone(quoted, located, seeds.cards[quoted.source])
            if located.period is not None:
                is_date(located.period, quoted)
            same = alone == located.quantity and _same_day(quoted, located, seeds.cards[quoted.source])
        except Refusal as refusal:
            yield from refusal.problems
            continue
        if not same:
            yield Problem(
                "F034", tell("'{id}' reads otherwise than the lock says", id=id), quoted.where, locks.HINT
            )


def _as_quoted(quoted: Quoted, located: Located, card: Card) -> bool:
    """Whether the lock has the words, or of a cell its headers and its unit, as they are declared."""
    if quoted.cell is None:
        return located.cell is None and located.quote == quoted.phrase.text
    if located.cell != quoted.cell:
        return False
    own = not located.unit and units.own(located.quote, card.language)
    if quoted.unit is not None or card.unit is None or own:
        return own or quoted.unit in (None, located.unit)
    locator = located.locator
    return located.unit == card.unit or (locator is not None and stated.in_headers(located.unit, locator))


def _alone(quoted: Quoted, located: Located, card: Card) -> Quantity | None:
    """The figure as the quote, or the cell's text with its unit, reads by itself; None for an event."""
    if quoted.cell is not None:
        return units.figure(located.quote, located.unit, card.language)
    return quotes.figure_alone(quoted.phrase, card, quoted) if quoted.phrase.hole is not None else None


def _same_day(quoted: Quoted, located: Located, card: Card) -> bool:
    """Whether the words of the date read as the lock says; those that count from another day of the text
    (3년 전, the lock keeps no distance from the publication then) are taken as they stand there."""
    if quoted.cell is not None and quoted.when is None:
        said = cells.period(located.locator, card.language) if located.locator and not quoted.period else None
        return located.period == said
    if quoted.when is None or located.period is None:
        return quoted.when is None and located.period is None
    alone = quotes.figure_alone(quoted.when, card, quoted)
    elsewhere = alone.relative is not None and located.period.relative is None
    return alone == located.period or elsewhere
