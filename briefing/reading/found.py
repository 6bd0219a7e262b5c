"""What a language's grammar hands to the shared resolution: figures found, dates still in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from re import Pattern

from briefing.model import Kind, Qualifier, Value

EXACT = Context(prec=120)
"""Arithmetic on figures never rounds: numerals are at most ``LONGEST`` digits long."""

LONGEST = 48
"""A longer run of digits is a key or a checksum, not a figure."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as said. What is not said is None and comes from the day of publication.

    ``period`` is Q1 to Q4, H1 or H2, or 21 to 24 for the seasons;
    ``shift`` (unit, count) counts from the publication date, or from the nearest earlier date where
    ``anaphoric``; units are Y, Q, M, W, D. ``lean`` is -1 for the last one before publication (지난 4월),
    1 for the next (오는), 0 where the words do not say. ``weekday`` counts from Monday = 0; ``told`` where
    it is told of, so that it lies on the day of publication or before it; ``due`` where it is announced;
    ``near`` where only words further off tell of it, so that a day close ahead is that very day.
    ``exactly`` is a distance that ends on a day and no whole week (3주 전). ``days`` are the first and last
    day of a week that are meant (주말: 5, 6). ``nth`` (unit, place) is the place of a day D, a week W or,
    with ``weekday``, a weekday within the month or year; -1 is the last. ``run`` (unit, count) is a
    stretch up to the day of publication (count below 0) or from the day after it on. ``feast`` holds the days
    of a holiday that moves, year by year; ``days`` are then those around it that are meant (설 연휴: -1, 1).
    ``same`` is M where the month is that of an earlier date, a year or more before it (전년 동월).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    period: str | None = None
    part: str | None = None
    shift: tuple[str, int] | None = None
    anaphoric: bool = False
    lean: int = 0
    weekday: int | None = None
    told: bool = False
    due: bool = False
    near: bool = False
    exactly: bool = False
    days: tuple[int, int] | None = None
    nth: tuple[str, int] | None = None
    run: tuple[str, int] | None = None
    feast: tuple[date, ...] | None = None
    same: str | None = None
    until: Day | None = None


@dataclass(slots=True)
class Found:
    """A figure in the text, with its qualifier words.

    A Found of kind None is a piece of text that is settled as no figure (an address, a clock time).
    """

    start: int
    end: int
    kind: Kind | None
    value: Value = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counter: str | None = None
    step: Decimal | None = None
    day: Day | None = None
    equals: Found | None = None
    of: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word means: ``canonical`` is the unit of the quantity, ``factor`` how many of it one is
    (갑절: two times; a basis point: a hundredth)."""

    kind: Kind
    canonical: str | None = None
    factor: Decimal = Decimal(1)
    counter: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: where a figure may begin, what stands there, and how figures hang together.

    ``figure(text, start)`` reads the figure whose numeral or first date word begins at ``start``; its
    span may begin earlier, at a qualifier. ``relate`` fills ``equals`` and ``of``.
    ``sentence`` matches the end of a sentence.
    """

    trigger: Pattern[str]
    figure: Callable[[str, int], Found | None]
    relate: Callable[[str, list[Found]], None]
    sentence: Pattern[str]


_RUN = re.compile(r"\d+(?:,\d{3})*")


def scan(text: str, grammar: Grammar) -> list[Found]:
    """Every figure of ``text`` in order of place; none overlaps another. One pass, linear time."""
    found: list[Found] = []
    position = last = 0
    search, figure = grammar.trigger.search, grammar.figure
    while hit := search(text, position):
        got = figure(text, hit.start())
        if got is None:
            run = _RUN.match(text, hit.start())
            position = run.end() if run else hit.end()
            continue
        got.start = max(got.start, last)
        position = max(got.end, hit.start() + 1)
        if got.kind is not None:
            found.append(got)
            last = got.end
    return found
