"""Figures found in order -> changes (N%, N points, N times) linked to the two figures that they compare.

What stands at a figure says its part in a change: where it came from, or where it went. A language gives
its marks; which figures make a pair is the same in all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, takewhile
from re import Pattern

from .found import Found

CHANGES = frozenset({"percent", "points", "multiple"})
_NO_END = frozenset({"date", "ordinal"})
_REACH = 90
"""Characters between an end and its change, at most: a clause and no paragraph."""
_BACK, _AHEAD = 8, 3


@dataclass(frozen=True, slots=True)
class Marks:
    """How a language marks the ends of a change.

    ``origin`` and ``target`` say whether the words at a figure make it where the change began or ended;
    they get the text, the end of the figure before it, the figure, and where its bracket ends.
    ``leads`` whether a change qualifies the figure that comes next (49% 늘어난 715억원).
    ``follows`` whether a change is said of the figures before it, given the text between, and ``opens``
    whether it is said of those after it.
    """

    origin: Callable[[str, int, Found, int], bool]
    target: Callable[[str, int, Found, int], bool]
    leads: Callable[[str, Found, Found], bool]
    follows: Callable[[str], bool]
    opens: Callable[[str], bool]
    sentence: Pattern[str]


def link(text: str, found: list[Found], marks: Marks) -> None:
    """Sets ``of`` to (origin, target) in place; looks a few figures around, so the time is linear."""
    for place, each in enumerate(found):
        if each.kind in CHANGES:
            each.of = _Clause(text, found, place, marks).pair()


def _may_end(figure: Found) -> bool:
    return figure.kind not in _NO_END and figure.equals is None


class _Clause:
    """The figures around one change, in its sentence and within reach."""

    def __init__(self, text: str, found: list[Found], place: int, marks: Marks):
        self.text, self.marks, self.change = text, marks, found[place]
        around = found[max(0, place - _BACK) : place + _AHEAD + 2]
        self.closed = {id(f.equals): f.end + 1 for f in around if f.equals}
        self.days = {f.end: f for f in around if f.kind == "date"}
        self.starts = {id(figure): last.end for last, figure in pairwise(around)}
        back = [f for f in found[max(0, place - _BACK) : place][::-1] if _may_end(f)]
        self.before = list(takewhile(self._near, back))
        self.earlier = back[len(self.before) :]
        ahead = [f for f in found[place + 1 : place + 1 + _AHEAD] if _may_end(f)]
        self.after = list(takewhile(self._near, ahead))

    def _near(self, figure: Found) -> bool:
        start, end = sorted((figure, self.change), key=lambda each: each.start)
        return (
            end.start - start.end <= _REACH
            and self.marks.sentence.search(self.text, start.end, end.start) is None
        )

    def pair(self) -> tuple[Found, ...]:
        return self._behind() or self._ahead()

    def _said(self, mark: Callable[[str, int, Found, int], bool], figure: Found) -> bool:
        return mark(
            self.text, self.starts.get(id(figure), 0), figure, self.closed.get(id(figure), figure.end)
        )

    def _fits(self, one: Found, other: Found) -> bool:
        """Only like can be compared; a difference in points is one of percentages."""
        counts = {"count", "number"}
        alike = one.kind == other.kind or {one.kind, other.kind} <= counts
        same_unit = one.unit == other.unit or alike and one.kind in counts and None in (one.unit, other.unit)
        return alike and same_unit and (self.change.kind != "points" or one.kind in ("percent", "points"))

    def _behind(self) -> tuple[Found, ...]:
        """The origin is said before the change: A에서 B로 N%; B로, 전년 A보다 N%; A보다 N% 늘어난 B."""
        if not self.before or not self._followed(self.before[0]):
            return ()
        for place, origin in enumerate(self.before):
            if self._other_change(origin):
                return ()
            if not self._said(self.marks.origin, origin):
                continue
            between, earlier = self.before[:place], self.before[place + 1 :]
            if self._of_a_day(origin):
                earlier += self.earlier
            for target in (*between, *self._led(), *earlier[:4]):
                if target in between and not self._said(self.marks.target, target):
                    continue
                if self._fits(origin, target):
                    return (origin, target)
            return ()
        return ()

    def _of_a_day(self, figure: Found) -> bool:
        """5년 전(1550명): said of a day, so that what it compares with may stand in the sentence before."""
        return self.text[figure.start - 1] in "(（" and self.days.get(figure.start - 1) is not None

    def _other_change(self, figure: Found) -> bool:
        """Beyond another change the figures are those of that one; a percentage may be an end itself."""
        return figure.kind in CHANGES and not (
            figure.kind != "multiple"
            and (self._said(self.marks.origin, figure) or self._said(self.marks.target, figure))
        )

    def _followed(self, figure: Found) -> bool:
        end = self.closed.get(id(figure), figure.end)
        return self.marks.follows(self.text[end : self.change.start])

    def _led(self) -> list[Found]:
        return (
            self.after[:1] if self.after and self.marks.leads(self.text, self.change, self.after[0]) else []
        )

    def _ahead(self) -> tuple[Found, ...]:
        """The origin is said after the change: up N% from A to B; up N% to B from A; B, up N% from A."""
        for place, origin in enumerate(self.after):
            between = self.text[self.change.end : origin.start]
            if self._other_change(origin) or not self.marks.opens(between):
                return ()
            if not self._said(self.marks.origin, origin):
                continue
            around = [*self.after[place + 1 :], *self.after[:place]]
            targets = [f for f in around if self._said(self.marks.target, f)]
            targets += [figure for figure in self.before[:1] if self._followed(figure)]
            target = next((f for f in targets if self._fits(origin, f)), None)
            return (origin, target) if target is not None else ()
        return ()
