"""A chart of figures over time -> Drawing: a line a series, none where two series must not be joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefing import lettering
from briefing.charts.drawing import Drawing, Lettering, Sheet, magnitude, refuse, rounded
from briefing.model import Chart, ChartRow

_TALL = {"wide": 12, "narrow": 14}
"""Height of the plot in sizes of type."""
_SIDES = {"wide": (18, 118), "narrow": (16, 76)}
"""Room left and right of the plot, for the lettering of its first and last points."""
_NAME_ROOM = {"wide": Decimal("6.5"), "narrow": Decimal("4.5")}
"""Ems in which the name of a series stands on one line; a longer one takes two."""
_SET = Decimal("0.93")
"""How much of its width as reckoned, which errs to the broad side, a date takes."""
_RADIUS = Decimal(4)
_STEPS = 40


@dataclass(frozen=True, slots=True)
class _Box:
    """A place that is taken: half-open from its left and upper edge."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class _Point:
    row: ChartRow
    x: Decimal
    y: Decimal


def lines(chart: Chart, sheet: Sheet) -> Drawing:
    """A point each figure, a line through those of one series in the order of time; values from zero."""
    points = _points(chart, sheet)
    series = {name: [point for point in points if point.row.series == name] for name in _names(chart)}
    foot = sheet.size * _TALL[sheet.name]
    years, height = _years(chart, points, foot, sheet)
    taken = [_around(point) for point in points]
    taken += [_Box(x, y, x + 1, y + 1) for line in series.values() for x, y in _through(line)]
    values = _values(chart, points, series, taken, sheet)
    names = [] if len(series) < 2 else list(_named(chart, series, values, taken, sheet))
    texts = [text for point in points for text in (*years.get(point.row, ()), values[point.row])]
    marks: list[Mapping[str, Any]] = [
        {
            "accent": any(point.row.accent for point in line),
            "points": [(point.x, point.y) for point in line],
            "floor": foot,
        }
        for line in series.values()
    ]
    return Drawing(sheet, height, (*texts, *names), tuple(marks), tuple(sorted({p.x for p in points})))


def _names(chart: Chart) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.series for row in chart.rows))


def _points(chart: Chart, sheet: Sheet) -> list[_Point]:
    times = [row.at for row in chart.rows if row.at is not None]
    sizes = [magnitude(chart, row.figure) for row in chart.rows]
    if len(times) < len(chart.rows) or min(sizes) < 0 or max(sizes) == 0:
        refuse(chart, "R021", "has figures that no line over time shows", "choose another kind")
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


def _around(point: _Point) -> _Box:
    return _Box(point.x - _RADIUS, point.y - _RADIUS, point.x + _RADIUS, point.y + _RADIUS)


def _through(line: Sequence[_Point]) -> Iterator[tuple[Decimal, Decimal]]:
    for one, other in zip(line, line[1:], strict=False):
        for step in range(_STEPS):
            part = Decimal(step) / _STEPS
            yield one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part


def _values(
    chart: Chart, points: Sequence[_Point], series: Mapping[str, Sequence[_Point]], taken: list[_Box], sheet: Sheet
) -> dict[ChartRow, Lettering]:  # fmt: skip
    """Each figure beside its point: the last of a line at its right where there is room, others above or below."""
    found = {}
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
        words = (point.row.figure.words,)
        text = _placed(words, [*places, (behind, level, "end")], taken, sheet, sheet.size)
        if text is None:
            refuse(chart, "R022", f"has no room for '{words[0]}'", "leave a figure out, or choose bars")
        found[point.row] = Lettering(*text, words, "value", figure=point.row.figure)
    return found


def _named(
    chart: Chart, series: Mapping[str, Sequence[_Point]], values: Mapping[ChartRow, Lettering], taken: list[_Box],
    sheet: Sheet,
) -> Iterator[Lettering]:  # fmt: skip
    """The name of each series beside the figure of its last point, or of its first, where there is room."""
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
        words = lettering.lines(name, _NAME_ROOM[sheet.name])
        text = _placed(words, places, taken, sheet, sheet.size)
        if text is None:
            refuse(chart, "R022", f"has no room for '{name}'", "give the series a shorter name")
        yield Lettering(*text, words, "label")


def _placed(
    words: tuple[str, ...], places: Sequence[tuple[Decimal, Decimal, str]], taken: list[_Box], sheet: Sheet, size: Decimal
) -> tuple[Decimal, Decimal] | None:  # fmt: skip
    """Left edge and baseline at the first of ``places`` (x, baseline, anchor) where nothing stands, which is taken then.

    The edge is given and not the anchor: text that ends or centres at a point loses its place in the PDF's tags.
    """
    extent = max(lettering.width(line) for line in words) * size
    for x, y, anchor in places:
        left = {"start": x, "middle": x - extent / 2, "end": x - extent}[anchor]
        bottom = y + size * Decimal("0.25") + size * Decimal("1.18") * (len(words) - 1)
        box = _Box(left, y - size * Decimal("0.8"), left + extent, bottom)
        if left >= 0 and left + extent <= sheet.width and box.top >= 0 and not any(map(box.touches, taken)):
            taken.append(box)
            return rounded(left), rounded(y)
    return None
