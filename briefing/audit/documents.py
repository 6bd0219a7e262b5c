"""Documents -> every Finding that their own words give, in the order of the documents and of their lines."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.audit.changes import changes
from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.order import order
from briefing.audit.rates import across, rates
from briefing.audit.shares import shares
from briefing.audit.sums import sums
from briefing.audit.yearly import yearly

RECKONINGS = (changes, shares, sums, yearly, rates, order)


def audit(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What each document's figures say of one another, then what the documents' rates do."""
    found: list[Finding] = []
    for document in documents:
        own = [finding for reckon in RECKONINGS for finding in reckon(document)]
        found += sorted(dict.fromkeys(own), key=lambda finding: (finding.places[0].span, finding.code))
    return (*found, *across(documents))
