"""What the originals told -> seeds/audit.lock.json and back, so that the same is known where they are not at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import InvalidOperation
from pathlib import Path
from typing import Any

from briefing.audit.finding import SEVERITIES, Finding, Stated
from briefing.facts import lock as locks
from briefing.model import Place, Problem, Quantity, Refusal, Span
from briefing.saying import tell

NAME = "audit.lock.json"
SHOWN = f"seeds/{NAME}"
FORMAT = 1


def dump(findings: Sequence[Finding], digests: Mapping[str, str]) -> str:
    """The findings of the originals whose SHA-256 stand in ``digests``, as text; the same for the same findings."""
    rows = [_row(finding) for finding in findings]
    data = {"format": FORMAT, "originals": dict(sorted(digests.items())), "findings": rows}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load(seeds: Path, digests: Mapping[str, str]) -> tuple[tuple[Finding, ...], str]:
    """The findings kept in the folder ``seeds``, and the text that keeps them; Refusal A110 where there are none, or they are of other originals."""
    path = seeds / NAME
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        data = json.loads(text) if text else None
        if data is None or data["format"] != FORMAT:
            raise Refusal(_amiss(tell("there is no audit of the originals")))
        if data["originals"] != dict(digests):
            raise Refusal(_amiss(tell("the audit is of other originals than the facts")))
        return tuple(_finding(row) for row in data["findings"]), text
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, InvalidOperation, RecursionError):
        raise Refusal(_amiss(tell("the audit of the originals is not readable"))) from None


def _amiss(what: str) -> Problem:
    return Problem("A110", what, Place(SHOWN), locks.HINT)


def _row(finding: Finding) -> dict[str, object]:
    row: dict[str, object] = {"code": finding.code}
    if finding.claimed is not None:
        row["claimed"] = _figure(finding.claimed)
    row["figures"] = [_figure(each) for each in finding.figures]
    if finding.computed is not None:
        row["computed"] = locks.recorded(finding.computed)
    if finding.difference is not None:
        row["difference"] = locks.recorded(finding.difference)
    return row


def _figure(figure: Stated) -> dict[str, object]:
    selector = {"type": "TextPositionSelector", "start": figure.span.start, "end": figure.span.end}
    page = {"page": figure.page} if figure.page is not None else {}
    return {
        "source": figure.source,
        "selector": selector,
        "line": figure.line,
        **page,
        "exact": figure.written,
        "value": locks.recorded(figure.quantity),
    }


def _finding(row: Mapping[str, Any]) -> Finding:
    SEVERITIES[row["code"]]  # a code of another version is not readable
    return Finding(
        row["code"],
        _stated(row["claimed"]) if "claimed" in row else None,
        tuple(_stated(each) for each in row["figures"]),
        _said(row, "computed"),
        _said(row, "difference"),
    )


def _said(row: Mapping[str, Any], key: str) -> Quantity | None:
    return locks.quantity_of(row[key]) if key in row else None


def _stated(row: Mapping[str, Any]) -> Stated:
    span = Span(row["source"], int(row["selector"]["start"]), int(row["selector"]["end"]))
    quantity, page = locks.quantity_of(row["value"]), row.get("page")
    return Stated(row["source"], span, int(row["line"]), str(row["exact"]), quantity, page=page)
