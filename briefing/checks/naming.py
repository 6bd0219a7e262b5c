"""What the seeds call their facts -> Problems U010 where those names hold figures of their own."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts import Ledger
from briefing.model import Fact, Problem
from briefing.reading import read


def naming(ledger: Ledger) -> Iterator[Problem]:
    """U010: ``what`` and ``label`` are printed beside figures, so they may hold none themselves."""
    for record in ledger.records():
        for language, text in (*record.what.items(), *(record.label if isinstance(record, Fact) else {}).items()):
            for mention in read(text, language=language):
                if mention.quantity.value is None:  # "that year", Asia Today: words for a day, no figure
                    continue
                yield Problem(
                    "U010",
                    f"the {language} name of '{record.id}' holds a figure of its own, '{mention.written}'",
                    record.where,
                    "say it without; the figure is printed beside",
                )
