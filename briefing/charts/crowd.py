"""A chart over time with many points -> which of them are lettered: the ends and extremes of each line, and a few dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.charts.drawing import magnitude
from briefing.model import Chart, ChartRow

MOST = 12
"""Points of a chart over time that may all be lettered."""
_FEW = 2
"""Lines of which the extremes are lettered besides the ends."""
_APART = 4
"""Into how many parts the axis falls, of which each has room for one date."""
_NEAR = 10
"""The part of the axis within which of an end an extreme has no room for a figure of its own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows whose figure is lettered, and the labels of dates that stand on the axis; ``whole`` where that is all.

    ``told`` where the chart's description alone says of each row what it is: dates of two lines stand once. Its rows
    are then lettered in the ``order`` of time, since a reader of a PDF takes words on one height from left to right.
    """

    rows: frozenset[ChartRow]
    dates: frozenset[str]
    whole: bool
    told: bool
    order: tuple[ChartRow, ...]


def everything(chart: Chart) -> Shown:
    labels = frozenset(row.label for row in chart.rows)
    told = chart.kind == "line" and len(labels) < len(chart.rows)
    order = tuple(sorted(chart.rows, key=_time)) if told else chart.rows
    return Shown(frozenset(chart.rows), labels, whole=True, told=told, order=order)


def sparse(chart: Chart) -> Shown:
    """The first and last figure of each line, the highest and lowest of one or two; their dates and some between."""
    series: dict[str, list[ChartRow]] = {}
    for row in chart.rows:
        series.setdefault(row.series, []).append(row)
    lines = [sorted(rows, key=_time) for rows in series.values()]
    ends = [row for line in lines for row in (line[0], line[-1])]
    extremes = [row for line in lines if len(lines) <= _FEW for row in _extremes(chart, line)]
    rows = frozenset((*ends, *extremes))
    dates = frozenset(_dates(chart, ends, extremes))
    return Shown(rows, dates, whole=False, told=True, order=tuple(sorted(chart.rows, key=_time)))


def _extremes(chart: Chart, line: Sequence[ChartRow]) -> Iterator[ChartRow]:
    """The highest and the lowest of a line that are not close to its ends, the first of each where there are several."""
    near = (_time(line[-1]) - _time(line[0])) / _NEAR
    for choose in (max, min):
        row = choose(line, key=lambda row: magnitude(chart, row.figure))
        if min(_time(row) - _time(line[0]), _time(line[-1]) - _time(row)) >= near:
            yield row


def _dates(chart: Chart, ends: Sequence[ChartRow], extremes: Sequence[ChartRow]) -> Iterator[str]:
    """Labels far enough apart: of the ends of the axis, then of what parts it evenly, then of the extremes."""
    ordered = sorted(chart.rows, key=_time)
    first, last = ordered[0], ordered[-1]
    apart = (_time(last) - _time(first)) / _APART
    least = apart * Decimal("0.75")
    between = sorted(ordered, key=lambda row: _from_parts(_time(row) - _time(first), apart))
    taken: list[Decimal] = []
    for row in (first, last, *between[: _APART + 1], *extremes, *ends, *between):
        at = _time(row)
        if all(abs(at - other) >= least for other in taken):
            taken.append(at)
            yield row.label


def _from_parts(at: Decimal, apart: Decimal) -> Decimal:
    """How far a time is from the nearest part of the axis."""
    return abs(at - (at / apart).to_integral_value() * apart) if apart else Decimal(0)


def _time(row: ChartRow) -> Decimal:
    return row.at if row.at is not None else Decimal(0)
