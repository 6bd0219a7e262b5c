"""A chart of one mark a row -> Drawing: bars from a common start, dots on a linear or logarithmic scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from briefing import lettering
from briefing.charts.drawing import Drawing, Lettering, Sheet, magnitude, must_fit, refuse, rounded
from briefing.model import Chart, ChartRow, Figure
from briefing.saying import tell


def bars(chart: Chart, sheet: Sheet) -> Drawing:
    sizes = [magnitude(chart, row.figure) for row in chart.rows]
    longest = max(sizes)
    if min(sizes) < 0 or longest == 0:
        refuse(chart, "R021", tell("has no positive figures to draw as bars"), tell("choose another kind"))
    ends = [sheet.left + max(rounded(size / longest * sheet.plot), Decimal(1)) for size in sizes]
    return _rows(chart, sheet, ends, ())


def dots(chart: Chart, sheet: Sheet) -> Drawing:
    place = _scale(chart)
    radius = Decimal(4)

    def at(value: Decimal) -> Decimal:
        return rounded(sheet.left + place(value) * (sheet.plot - radius))

    return _rows(
        chart,
        sheet,
        [at(magnitude(chart, row.figure)) for row in chart.rows],
        tuple((at(position), tick.words) for position, tick in chart.ticks),
    )


def _rows(chart: Chart, sheet: Sheet, ends: list[Decimal], ticks: tuple[tuple[Decimal, str], ...]) -> Drawing:
    """One mark a row from the left edge to its end, with label and figure; then the axis."""
    size, top = sheet.size, Decimal(0)
    marks: list[Mapping[str, Any]] = []
    texts: list[Lettering] = []
    for row, end in zip(chart.rows, ends, strict=True):
        above, height = _above(chart, row, top, sheet) if not sheet.label else ((), size * Decimal("2.4"))
        middle = top + height - size if above else top + height / 2
        texts += above or (
            _label(chart, row.label, middle, sheet),
            _value(chart, row.figure, end, middle, sheet),
        )
        marks.append({"x": Decimal(sheet.left), "end": end, "y": middle, "accent": row.accent})
        top += height
    grid = tuple(at for at, _ in ticks)
    texts += _axis(ticks, top + size * Decimal("1.3"), sheet)
    return Drawing(sheet, top + (size * Decimal("1.8") if ticks else 0), tuple(texts), tuple(marks), grid)


def _axis(ticks: tuple[tuple[Decimal, str], ...], baseline: Decimal, sheet: Sheet) -> Iterator[Lettering]:
    """The words of the scale from its upper end down, less those that would touch the one before."""
    free = Decimal(sheet.width)
    for at, words in reversed(ticks):
        extent = lettering.width(words) * sheet.size * Decimal("0.82")
        left = min(max(at - extent / 2, Decimal(0)), sheet.width - extent)
        if left + extent <= free:
            yield Lettering(rounded(left + extent / 2), baseline, (words,), "scale", "middle")
            free = left - sheet.size / 3


def _above(chart: Chart, row: ChartRow, top: Decimal, sheet: Sheet) -> tuple[tuple[Lettering, ...], Decimal]:
    """Label at the left and figure at the right of a line above the mark, and the height of all three."""
    size = sheet.size
    room = sheet.width / size - lettering.width(row.figure.words) - 1
    label = lettering.lines(row.label, room)
    must_fit(chart, label, room)
    baseline = top + size * Decimal("1.1")
    height = size * (Decimal("1.8") + Decimal("1.25") * len(label))
    figure = Lettering(Decimal(sheet.width), baseline, (row.figure.words,), "value", "end", row.figure)
    return (Lettering(Decimal(0), baseline, label, "label"), figure), height


def _scale(chart: Chart) -> Callable[[Decimal], Decimal]:
    """A figure's place between the ends of the axis, 0 to 1: the ends are the outermost ticks and figures."""
    values = [magnitude(chart, row.figure) for row in chart.rows] + [position for position, _ in chart.ticks]
    if chart.scale != "log":
        low, high = min(Decimal(0), *values), max(values)
        return lambda value: (value - low) / (high - low or Decimal(1))
    if min(values) <= 0:
        refuse(
            chart,
            "R021",
            tell("has a figure that is not positive on a log scale"),
            tell("choose the linear scale"),
        )
    low, high = min(values).log10(), max(values).log10()
    if not chart.ticks:
        low = low.to_integral_value(ROUND_FLOOR)
    return lambda value: (value.log10() - low) / (high - low or Decimal(1))


def _label(chart: Chart, label: str, middle: Decimal, sheet: Sheet) -> Lettering:
    room = sheet.label / sheet.size
    lines = lettering.lines(label, room)
    must_fit(chart, lines, room)
    top = middle + sheet.size * (Decimal("0.36") if len(lines) == 1 else Decimal("-0.22"))
    return Lettering(Decimal(0), rounded(top), lines, "label")


def _value(chart: Chart, figure: Figure, end: Decimal, middle: Decimal, sheet: Sheet) -> Lettering:
    must_fit(chart, (figure.words,), (sheet.width - end - 6) / sheet.size)
    return Lettering(
        end + 6, rounded(middle + sheet.size * Decimal("0.36")), (figure.words,), "value", "start", figure
    )
