"""A Chart -> the rows of the table that says the same."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Chart, Figure


def rows(chart: Chart, labels: Mapping[str, str]) -> tuple[tuple[str, Figure], ...]:
    """Label and figure of each mark, the whole last under its own label, or the catalog's word for a total."""
    marks = tuple((row.label, row.figure) for row in chart.rows)
    return (*marks, (chart.whole_label or labels["Total"], chart.whole)) if chart.whole is not None else marks
