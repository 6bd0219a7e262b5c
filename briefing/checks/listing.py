"""The ledger and the pages -> R002 for each source that the pages list and of which they print nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.facts import Ledger
from briefing.model import Brief, Problem
from briefing.saying import tell


def listing(ledger: Ledger, briefs: Mapping[str, Brief]) -> Iterator[Problem]:
    """R002, a warning: while a brief is being written its facts are declared before they are printed."""
    printed = {row.fact for brief in briefs.values() for row in brief.printed}
    used = {source for id in printed for source in ledger.sources_of(id)}
    for source in ledger.numbers():
        if source not in used:
            what = tell(
                "source '{source}' is listed, and nothing that it says is printed or cited", source=source
            )
            hint = tell("print one of its facts, or comment them out until then")
            yield Problem("R002", what, ledger.cards[source].where, hint, "warning")
