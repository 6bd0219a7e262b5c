"""A row of the evidence annex -> what the popover of its figure says, part by part."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from markupsafe import Markup

from briefing.model import EvidenceRow, Figure
from briefing.render.hypertext import Hypertext


def content(hypertext: Hypertext, row: EvidenceRow) -> dict[str, Any]:
    """The figure, what it is and when; each quote with who says it and where it opens, or the formula; the study."""
    return {
        "fact": row.fact,
        "figure": hypertext.data(row.figure) if row.figure is not None else "",
        "what": hypertext.inlines(row.what),
        # a figure within is the popover's own, so it leads nowhere
        "period": Markup("").join(
            hypertext.data(part) if isinstance(part, Figure) else hypertext.inlines((part,))
            for part in row.period
        ),
        "proofs": [
            {
                "basis": hypertext.inlines(basis or ()),
                "origin": hypertext.inlines(origin.content) if origin else "",
                "address": origin.address if origin else None,
            }
            for basis, origin in zip_longest(row.basis, row.origins)
        ],
        "study": hypertext.inlines(row.study),
    }
