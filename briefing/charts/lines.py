"""A chart of figures over time -> Drawing: a line a series, none where two series must not be joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from briefing import lettering
from briefing.charts.crowd import MOST, Shown, everything, sparse
from briefing.charts.drawing import NARROW, WIDE, Drawing, Lettering, Sheet, magnitude, refuse, rounded
from briefing.charts.room import Box, Room
from briefing.model import Chart, ChartRow, Refusal
from briefing.saying import tell

_TALL = {"wide": 12, "narrow": 14}
"""Height of the plot in sizes of type."""
_SIDES = {"wide": (18, 118), "narrow": (16, 76)}
"""Room left and right of the plot, for the lettering of its first and last points."""
_NAME_ROOM = {"wide": Decimal("6.5"), "narrow": Decimal("4.5")}
"""Ems in which the name of a series stands on one line; a longer one takes two."""
_SET = Decimal("0.93")
"""How much of its width as reckoned, which errs to the broad side, a date takes."""
_RADIUS = Decimal(4)
_DOT, _SMALL = Decimal("3.8"), Decimal(2)
"""Radius of a point with lettering, and of one without."""
_STEPS = 40


@dataclass(frozen=True, slots=True)
class _Point:
    row: ChartRow
    x: Decimal
    y: Decimal


def lines(chart: Chart, sheet: Sheet) -> Drawing:
    """A point each figure, a line through those of one series in the order of time; values from zero.

    Where there is no room for the lettering of all, only what ``shown`` names has some.
    """
    return _laid(chart, sheet, shown(chart))


def shown(chart: Chart) -> Shown:
    """What of a chart is lettered, the same on every sheet: everything, unless a line has no room for it."""
    every = everything(chart)
    if chart.kind != "line":
        return every
    return every if len(chart.rows) <= MOST and _fits(chart, every) else sparse(chart)


def _fits(chart: Chart, every: Shown) -> bool:
    try:
        for sheet in (WIDE, NARROW):
            _laid(chart, sheet, every)
    except Refusal:
        return False
    return True


def _laid(chart: Chart, sheet: Sheet, shown: Shown) -> Drawing:
    points = _points(chart, sheet)
    series = {
        name: sorted((point for point in points if point.row.series == name), key=lambda point: point.x)
        for name in _names(chart)
    }
    foot = sheet.size * _TALL[sheet.name]
    dated = [point for point in points if point.row.label in shown.dates]
    years, height = _years(chart, dated, foot, sheet)
    lettered = [point for point in points if point.row in shown.rows]
    around = [_around(point) for point in points if shown.whole or point in lettered]
    along = [Box(x, y, x + 1, y + 1) for line in series.values() for x, y in _through(line)]
    room = Room(sheet, around, along, lenient=not shown.whole)
    values = _values(chart, lettered, series, room)
    names = [] if len(series) < 2 else list(_named(chart, series, values, room))
    texts = [
        text
        for row in shown.order
        for text in (*years.get(row, ()), *((values[row],) if row in values else ()))
    ]
    marks: list[Mapping[str, Any]] = [
        {
            "accent": any(point.row.accent for point in line),
            "points": [(point.x, point.y) for point in line],
            "drops": [(point.x, point.y) for point in line if point in dated],
            "dots": [(point.x, point.y, _DOT if point.row in shown.rows else _SMALL) for point in line],
            "floor": foot,
        }
        for line in series.values()
    ]
    bare = tuple((point.row.figure, point.x, point.y) for point in points if point.row not in shown.rows)
    return Drawing(sheet, height, (*texts, *names), tuple(marks), tuple(sorted({p.x for p in points})), bare)


def _names(chart: Chart) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.series for row in chart.rows))


def _points(chart: Chart, sheet: Sheet) -> list[_Point]:
    times = [row.at for row in chart.rows if row.at is not None]
    sizes = [magnitude(chart, row.figure) for row in chart.rows]
    if len(times) < len(chart.rows) or min(sizes) < 0 or max(sizes) == 0:
        refuse(chart, "R021", tell("has figures that no line over time shows"), tell("choose another kind"))
    left, right = _SIDES[sheet.name]
    across, top, foot = sheet.width - left - right, sheet.size * 2, sheet.size * _TALL[sheet.name]
    first, span = min(times), (max(times) - min(times)) or Decimal(1)
    return [
        _Point(
            row,
            rounded(left + (at - first) / span * across),
            rounded(foot - (foot - top) * size / max(sizes)),
        )
        for row, at, size in zip(chart.rows, times, sizes, strict=True)
    ]


def _years(
    chart: Chart, points: Sequence[_Point], foot: Decimal, sheet: Sheet
) -> tuple[dict[ChartRow, tuple[Lettering, ...]], Decimal]:
    """The date under each point, once each, on a second line where two would touch; the height of all."""
    size, step = sheet.size * Decimal("0.9"), sheet.size * Decimal("1.3")
    ends: list[Decimal] = []
    found: dict[ChartRow, tuple[Lettering, ...]] = {}
    for point in sorted({point.x: point for point in reversed(points)}.values(), key=lambda point: point.x):
        half = lettering.width(point.row.label) * size * _SET / 2
        x = min(max(point.x, half), sheet.width - half)
        line = next((at for at, end in enumerate(ends) if x - half > end + 3), len(ends))
        ends[line : line + 1] = [x + half]
        baseline = foot + step * (line + 1)
        found[point.row] = (Lettering(rounded(x - half), rounded(baseline), (point.row.label,), "year"),)
    return found, rounded(foot + step * len(ends) + sheet.size * Decimal("0.4"))


def _around(point: _Point) -> Box:
    return Box(point.x - _RADIUS, point.y - _RADIUS, point.x + _RADIUS, point.y + _RADIUS)


def _through(line: Sequence[_Point]) -> Iterator[tuple[Decimal, Decimal]]:
    for one, other in zip(line, line[1:], strict=False):
        for step in range(_STEPS):
            part = Decimal(step) / _STEPS
            yield one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part


def _values(
    chart: Chart, points: Sequence[_Point], series: Mapping[str, Sequence[_Point]], room: Room
) -> dict[ChartRow, Lettering]:
    """Each figure beside its point: the last of a line at its right where there is room, others above or below."""
    found: dict[ChartRow, Lettering] = {}
    sheet = room.sheet
    order = {row: at for at, row in enumerate(chart.rows)}
    ends = {line[-1].row for line in series.values()}
    for point in sorted(points, key=lambda point: (point.row not in ends, -point.x)):
        up, down = point.y - sheet.size * Decimal("0.75"), point.y + sheet.size * Decimal("1.5")
        level = point.y + sheet.size * Decimal("0.36")
        beside, behind = point.x + 9, point.x - 9
        above = [
            (point.x, up, "middle"),
            (point.x - 2, up, "end"),
            (point.x, up - sheet.size * Decimal("0.6"), "start"),
            (point.x, down, "middle"),
            (point.x, down, "start"),
            # a long figure at the foot of a rising line stands higher, no line to its point
            *((point.x - sheet.size, up - sheet.size * Decimal(rise), "start") for rise in ("1.4", "2.2")),
        ]
        right = [(beside, level, "start")]
        places = [*right, *above] if point.row in ends else [*above, *right]
        places += _farther(point, sheet.size) if room.lenient else []
        words = (point.row.figure.words,)
        level_with = [(order[row], text) for row, text in found.items() if row.at == point.row.at]
        suits = partial(_in_order, order[point.row], level_with, sheet.size)
        text = room.placed(words, [*places, (behind, level, "end")], sheet.size, suits)
        if text is None:
            refuse(
                chart,
                "R022",
                tell("has no room for '{words}'", words=words[0]),
                tell("leave a figure out, or choose bars"),
            )
        found[point.row] = Lettering(*text, words, "value", figure=point.row.figure)
    return found


def _farther(point: _Point, size: Decimal) -> list[tuple[Decimal, Decimal, str]]:
    """Places away from a line that rises and falls beside its point."""
    lefts = [Decimal(0)] * (point.x < size * 4) + [point.x - size]
    rises = ("-2.2", "2.6", "-3.2", "3.6", "-4.4", "4.8", "-5.6", "6")
    return [(left, point.y + size * Decimal(rise), "start") for rise in rises for left in lefts]


def _in_order(
    rank: int, beside: Sequence[tuple[int, Lettering]], size: Decimal, left: Decimal, y: Decimal
) -> bool:
    """Whether of two figures of one time on one height the earlier line's stands at the left, where it is read first."""
    level = [(other, text) for other, text in beside if abs(text.y - y) < size]
    return all((text.x < left) == (other < rank) for other, text in level)


def _named(
    chart: Chart, series: Mapping[str, Sequence[_Point]], values: Mapping[ChartRow, Lettering], room: Room
) -> Iterator[Lettering]:
    """The name of each series beside the figure of its last point, or of its first, where there is room."""
    sheet = room.sheet
    for name, line in series.items():
        places = []
        for point in (line[-1], line[0]):
            value = values[point.row]
            extent = lettering.width(point.row.figure.words) * sheet.size
            places += [
                (value.x + extent + 5, value.y, "start"),
                (value.x, value.y + sheet.size * Decimal("1.25"), "start"),
                (value.x - 5, value.y, "end"),
            ]
            if room.lenient:
                places += [
                    (value.x, value.y + sheet.size * Decimal(rise), "start")
                    for rise in ("-1.25", "2.5", "-2.5", "3.75", "-3.75")
                ]
        words = lettering.lines(name, _NAME_ROOM[sheet.name])
        text = room.placed(words, places, sheet.size)
        if text is None:
            refuse(
                chart,
                "R022",
                tell("has no room for '{name}'", name=name),
                tell("give the series a shorter name"),
            )
        yield Lettering(*text, words, "label")
