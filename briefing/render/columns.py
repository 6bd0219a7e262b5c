"""A catalog's gettext -> the heads of the tables that nobody writes."""

from __future__ import annotations

from collections.abc import Callable

Gettext = Callable[[str], str]


def evidence_columns(gettext: Gettext) -> tuple[str, ...]:
    """Figure, what it is, when, evidence, source, and last where it is printed."""
    return (
        # Translators: column of the evidence table or of the table under a chart
        gettext("Figure"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("What it is"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("When"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("Evidence"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("Source"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("Printed in"),
    )


def chart_columns(gettext: Gettext) -> tuple[str, str]:
    """What a mark stands for, and its figure."""
    return (
        # Translators: column of the evidence table or of the table under a chart
        gettext("Item"),
        # Translators: column of the evidence table or of the table under a chart
        gettext("Value"),
    )
