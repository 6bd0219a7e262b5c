"""A chart of parts of a whole -> Drawing: a strip of one cell each, a waffle of shares."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from briefing import lettering
from briefing.charts.drawing import Drawing, Lettering, Sheet, magnitude, must_fit, refuse, rounded
from briefing.model import Chart, Ratio
from briefing.saying import tell

CELLS = 1000
"""Cells of a waffle whose whole is larger than that."""


def strip(chart: Chart, sheet: Sheet) -> Drawing:
    whole, parts = _parts(chart)
    if whole != whole.to_integral_value() or whole > 120:
        refuse(
            chart,
            "R021",
            tell("cannot draw {whole} as cells of one strip", whole=whole),
            tell("choose a waffle"),
        )
    pitch = Decimal(sheet.width) / whole
    tall = sheet.size * 2
    ends = _running(tuple(int(part) for part in parts), int(whole))
    marks = [
        {
            "x": rounded(pitch * cell),
            "width": rounded(pitch - min(Decimal(3), pitch / 5)),
            "part": _part(cell, ends),
        }
        for cell in range(int(whole))
    ]
    texts, height = _legend(chart, tall, sheet)
    return Drawing(sheet, height, texts, tuple(marks))


def waffle(chart: Chart, sheet: Sheet) -> Drawing:
    whole, parts = _parts(chart)
    cells = int(whole) if whole <= CELLS and whole == whole.to_integral_value() else CELLS
    counts = tuple(
        max(int((part / whole * cells).quantize(Decimal(1), ROUND_HALF_UP)), int(part > 0)) for part in parts
    )
    rows = sheet.waffle_rows if cells > 200 else max(sheet.waffle_rows // 2, 1)
    columns = -(-cells // rows)
    pitch = Decimal(sheet.width) / columns
    pitch = min(pitch, sheet.size * 2)
    ends = _running(counts, cells)
    marks = []
    for row in range(rows):
        start = 0
        for part, end in enumerate(ends):
            # Cells fill column by column, so a part takes this row's cells up to column stop.
            stop = max((end - row + rows - 1) // rows, 0)
            if stop > start:
                marks.append({"row": row, "start": start, "stop": stop, "part": part})
                start = stop
    gap = pitch / 5
    texts, height = _legend(chart, pitch * rows - gap, sheet)
    shape = {"pitch": rounded(pitch), "cell": rounded(pitch - gap)}
    return Drawing(sheet, height, texts, tuple(shape | mark for mark in marks))


def _running(counts: tuple[int, ...], whole: int) -> tuple[int, ...]:
    """Where each part ends, counted in cells; the last end is the whole."""
    return (*(sum(counts[: index + 1]) for index in range(len(counts))), whole)


def _part(cell: int, ends: tuple[int, ...]) -> int:
    return next(part for part, end in enumerate(ends) if cell < end)


def _parts(chart: Chart) -> tuple[Decimal, tuple[Decimal, ...]]:
    """The whole and its parts, in the order of the rows; one ratio alone brings its whole with it."""
    first = chart.rows[0].figure.quantity.value
    if chart.whole is None and isinstance(first, Ratio):
        return first.whole, (first.part,)
    if chart.whole is None:
        refuse(
            chart,
            "R021",
            tell("shows parts of a whole that is not named"),
            tell('name the fact that is the whole: whole = "…"'),
        )
    whole = magnitude(chart, chart.whole)
    parts = tuple(
        row.figure.quantity.value.part
        if isinstance(row.figure.quantity.value, Ratio)
        else magnitude(chart, row.figure)
        for row in chart.rows
    )
    if whole <= 0 or min(parts) < 0 or sum(parts) > whole:
        refuse(
            chart,
            "R021",
            tell("has parts that are more than the whole"),
            tell("check its facts in briefing.toml"),
        )
    return whole, parts


def _legend(chart: Chart, top: Decimal, sheet: Sheet) -> tuple[tuple[Lettering, ...], Decimal]:
    """Each part's figure and what it is under the marks, a line each, the whole after them; the height."""
    size = sheet.size
    texts: list[Lettering] = []
    step = size * Decimal("1.45")
    baseline, foot = top + size * Decimal("1.7"), top
    rows = [(row.figure, row.label, "share") for row in chart.rows]
    rows += [(chart.whole, chart.whole_label, "whole")] if chart.whole is not None else []
    for figure, said, role in rows:
        extent = lettering.width(figure.words) * size + size * Decimal("0.8")
        room = (sheet.width - extent) / size
        label = lettering.lines(said, room) if said else ()
        must_fit(chart, label, room)
        texts.append(Lettering(Decimal(0), baseline, (figure.words,), role, "start", figure))
        texts += [Lettering(rounded(extent), baseline, label, "label")] if label else []
        foot = baseline + step * (max(len(label), 1) - 1) + size * Decimal("0.4")
        baseline += step * max(len(label), 1)
    return tuple(texts), foot
