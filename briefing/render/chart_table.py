"""A Chart -> the rows of the table that says the same."""

from __future__ import annotations

from briefing.model import Chart, Figure
from briefing.render.columns import Gettext


def rows(chart: Chart, gettext: Gettext) -> tuple[tuple[str, Figure], ...]:
    """Label and figure of each mark, the whole last under its own label, or the catalog's word for a total."""
    marks = tuple(
        (f"{row.series}, {row.label}" if row.series else row.label, row.figure) for row in chart.rows
    )
    if chart.whole is None:
        return marks
    # Translators: column of the evidence table or of the table under a chart
    total = gettext("Total")
    return (*marks, (chart.whole_label or total, chart.whole))
