"""Brief -> what each link of its PDF leads to, in words for assistive technology (PDF/UA-1, 7.18.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.model import Brief
from briefing.plaintext import plain
from briefing.render.page import places

_DIGIT = re.compile(r"\d")


def descriptions(brief: Brief) -> dict[str, str]:
    """The name of every place inside the page that a link may lead to -> what stands there, free of figures."""
    # Translators: column of the evidence table or of the table under a chart
    evidence, printed = brief.gettext("Evidence"), brief.gettext("Printed in")
    said = {f"e-{row.fact}": _joined(evidence, plain(row.what)) for row in brief.annex}
    said |= {f"s-{entry.number}": brief.gettext("Source") for entry in brief.sources}
    return said | {place: _joined(printed, title) for place, title in places(brief).items()}


def _joined(label: str, name: str) -> str:
    """A name with a figure in it is left out: no figure stands where it is not read back."""
    return label if _DIGIT.search(name) else f"{label}: {name}"


def describe(pdf: Any, said: Mapping[str, str]) -> None:
    """Give each link annotation of ``pdf`` (pydyf's) the words of ``said`` in place of the target's name."""
    import pydyf

    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link" and "Dest" in item:
            item["Contents"] = pydyf.String(said.get(item["Dest"].string, item["Dest"].string))
