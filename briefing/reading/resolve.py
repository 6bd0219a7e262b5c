"""Figures found and the day of publication -> mentions: dates resolved in order, links made final."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Pattern

from briefing.model import Mention, Quantity, Span

from .calendar import JUST_PAST, Anchor
from .days import anchor_in, edtf, relative_of
from .found import Day, Found

_LISTED = re.compile(r"[,·ㆍ‧]\s?|\s?[와과및]\s")
_BRACKET = re.compile(r"\s?[(（]")
"""A bare day in brackets is of the month, week or holiday before them: 설 연휴(25∼30일), 지난달(5일)."""
_CHANGED = re.compile(r"에서\s|(?:\s(?:오전|오후|낮|밤|새벽|저녁))?\s\d{1,2}시(?:\s\d{1,2}분)?부터\s")
_FAR = 600
"""No sentence pair is longer than this many characters; it also bounds the search."""


class _Dates:
    """The dates said so far, as far back as the sentence before the one being read."""

    def __init__(self, text: str, sentence: Pattern[str], published: Anchor | None):
        self.text = text
        self.sentence = sentence
        self.published = published
        self.last: dict[str, tuple[int, Anchor]] = {}

    def before(self, place: int, day: Day) -> Anchor | None:
        """The nearest earlier date, in the sentence of ``place`` or the one before, that ``day`` may count from."""
        unit = day.shift[0] if day.shift else "D"
        said = self.last.get(unit) or self.last.get("Y")
        if said is None:
            return None
        end, anchor = said
        if place - end > _FAR:
            return None
        first = self.sentence.search(self.text, end, place)
        if first and self.sentence.search(self.text, first.end(), place):
            return None
        return anchor

    def completed(self, found: Found) -> Day:
        """The day of ``found``, with the month or year of a date that it goes on from."""
        day = found.day
        assert day is not None
        if day.shift is not None or day.lean or day.year is not None:
            return day
        if changed := self._changed(day, found.start):
            return changed
        if day.day is not None and day.month is None:
            return self._listed(day, found.start) or self._going_on(day, found.start)
        return self._later_that_year(day, found.start) if day.month is not None else day

    def _listed(self, day: Day, start: int) -> Day | None:
        """One that a list joins to a day said before it is of the same month (11월 18일, 19일)."""
        end, anchor = self.last.get("Y", (0, None))
        if anchor is None or not 0 <= start - end <= 3 or anchor.month is None:
            return None
        if _BRACKET.fullmatch(self.text, end, start) and (anchor.day is None or (day.day or 0) >= 4):
            return replace(day, year=anchor.year, month=anchor.month)
        if anchor.day is None:
            return None
        return (
            replace(day, year=anchor.year, month=anchor.month)
            if _LISTED.fullmatch(self.text, end, start)
            else None
        )

    def _changed(self, day: Day, start: int) -> Day | None:
        """The second end of a change of dates has the year or month of the first (2025년 상반기에서 하반기로)."""
        end, anchor = self.last.get("Y", (0, None))
        if anchor is None or not _CHANGED.fullmatch(self.text, end, start):
            return None
        if day.month is not None or day.period is not None:
            return replace(day, year=anchor.year + ((day.month or 12) < (anchor.month or 0)))
        if day.day is None or anchor.month is None or day.day <= (anchor.day or 0):
            return None
        return replace(day, year=anchor.year, month=anchor.month)

    def _going_on(self, day: Day, start: int) -> Day:
        """A bare day after a day of another month in its sentence (다음 달 2일 … 16일) goes on from there."""
        anchor, now = self._in_sentence("D", start), self.published
        if anchor is None or now is None or anchor.month is None or day.day is None:
            return day
        if _is_news(day, now) and not day.due:
            return day
        ahead = (anchor.year, anchor.month) > (now.year, now.month or 12)
        if not (ahead or anchor.year < now.year) or day.day <= (anchor.day or 0):
            return day
        return replace(day, year=anchor.year, month=anchor.month)

    def _later_that_year(self, day: Day, start: int) -> Day:
        """A bare month after an earlier one of a past year in its sentence is of that year (2016년 5월 … 9월)."""
        anchor, now = self._in_sentence("M", start), self.published
        if anchor is None or now is None or not day.told or anchor.year >= now.year or day.month is None:
            return day
        if day.month <= (anchor.month or 12) or 0 <= (now.month or 0) - day.month <= 1:
            return day
        return replace(day, year=anchor.year)

    def _in_sentence(self, unit: str, start: int) -> Anchor | None:
        end, anchor = self.last.get(unit, (0, None))
        if anchor is None or start - end > _FAR or self.sentence.search(self.text, end, start):
            return None
        return anchor

    def say(self, end: int, value: str) -> None:
        anchor = anchor_in(value)
        if anchor is None:
            return
        self.last["Y"] = end, anchor
        if anchor.quarter is not None:
            self.last["Q"] = end, anchor
        if anchor.month is not None:
            self.last["M"] = end, anchor
        if anchor.day is not None:
            self.last["D"] = self.last["W"] = end, anchor


def _is_news(day: Day, now: Anchor) -> bool:
    """Whether a bare day is that of the news or lies a few days before it."""
    back = (now.day or 0) - (day.day or 0)
    return now.day is None or 0 <= (back if back >= 0 else back + 31) <= JUST_PAST


def resolve(
    text: str, found: list[Found], published: Anchor | None, sentence: Pattern[str]
) -> tuple[Mention, ...]:
    """The mentions of ``text``. A date with no anchor keeps value None and says its distance."""
    dates = _Dates(text, sentence, published)
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
    earlier = dates.before(found.start, day) if day.anaphoric else None
    value = edtf(day, published, earlier)
    if value is None and found.value is not None:
        return replace(_plain(found), kind="duration")
    relative = relative_of(found.day) if earlier is None else None
    if value is not None:
        dates.say(found.end, value)
    return Quantity("date", value, None, found.qualifier, part=found.day.part, relative=relative)
