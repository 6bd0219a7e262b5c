"""Figures found and the day of publication -> mentions: dates resolved in order, links made final."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Pattern

from briefing.model import Mention, Quantity, Span

from .calendar import Anchor
from .days import anchor_in, edtf, relative_of
from .found import Day, Found

_LISTED = re.compile(r"[,·ㆍ‧]\s?|\s?[와과및]\s")
_FAR = 600
"""No sentence pair is longer than this many characters; it also bounds the search."""


class _Dates:
    """The dates said so far, as far back as the sentence before the one being read."""

    def __init__(self, text: str, sentence: Pattern[str]):
        self.text = text
        self.sentence = sentence
        self.last: tuple[int, Anchor] | None = None

    def before(self, place: int) -> Anchor | None:
        """The nearest earlier date in the sentence of ``place`` or the sentence before it."""
        if self.last is None:
            return None
        end, anchor = self.last
        if place - end > _FAR:
            return None
        first = self.sentence.search(self.text, end, place)
        if first and self.sentence.search(self.text, first.end(), place):
            return None
        return anchor

    def completed(self, found: Found) -> Day:
        """The day of ``found``; one that a list joins to a day said before it is of the same month."""
        day = found.day
        assert day is not None
        alone = day.day is not None and day.month is None and day.shift is None and not day.lean
        if not alone or self.last is None or not 0 <= found.start - self.last[0] <= 3:
            return day
        end, anchor = self.last
        if anchor.month is None or anchor.day is None or not _LISTED.fullmatch(self.text, end, found.start):
            return day
        return replace(day, year=anchor.year, month=anchor.month)

    def say(self, end: int, value: str) -> None:
        anchor = anchor_in(value)
        if anchor is not None:
            self.last = (end, anchor)


def resolve(
    text: str, found: list[Found], published: Anchor | None, sentence: Pattern[str]
) -> tuple[Mention, ...]:
    """The mentions of ``text``. A date with no anchor keeps value None and says its distance."""
    dates = _Dates(text, sentence)
    quantities = [_date(each, published, dates) if each.day is not None else _plain(each) for each in found]
    mentions = []
    for each, quantity in zip(found, quantities, strict=True):
        equals = Span("", each.equals.start, each.equals.end) if each.equals else None
        of = tuple(Span("", end.start, end.end) for end in each.of)
        span = Span("", each.start, each.end)
        mentions.append(Mention(span, text[each.start : each.end], quantity, equals, of))
    return tuple(mentions)


def _plain(found: Found) -> Quantity:
    assert found.kind is not None
    return Quantity(found.kind, found.value, found.unit, found.qualifier, found.counter, found.step)


def _date(found: Found, published: Anchor | None, dates: _Dates) -> Quantity:
    assert found.day is not None
    day = dates.completed(found)
    earlier = dates.before(found.start) if day.anaphoric else None
    value = edtf(day, published, earlier)
    if value is None and found.value is not None:
        return replace(_plain(found), kind="duration")
    relative = relative_of(found.day) if earlier is None else None
    if value is not None:
        dates.say(found.end, value)
    return Quantity("date", value, None, found.qualifier, part=found.day.part, relative=relative)
