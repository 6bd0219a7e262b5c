"""Where each quote stands in its original, as JSON text that can be read back without the originals.

The shape is that of W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors);
the prefix and suffix of a quote, which may not be redistributed, are kept as digests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from briefing.facts.authored import Authored
from briefing.facts.locators import fragments, locator_of, whereabouts_of
from briefing.facts.seeds import Cell
from briefing.model import Locator, Place, Problem, Quantity, Range, Ratio, Refusal, Source, Span
from briefing.saying import tell

NAME = "facts.lock.json"
CONTEXT = 32
FORMAT = 1
HINT = tell("build once with the originals: --originals DIR")


@dataclass(frozen=True, slots=True)
class Located:
    """One piece of evidence as the originals told it; ``period`` the date read in ``when`` at ``period_span``,
    ``context`` the digests of what stands before and after the quote. Of a cell, ``quote`` is its text, ``unit`` the words
    read with it, ``cell`` the headers by which the seeds name it; ``locator`` is the cell, or a quote's page."""

    quote: str
    span: Span
    quantity: Quantity | None
    period: Quantity | None = None
    when: str | None = None
    period_span: Span | None = None
    context: tuple[str, str] = ("", "")
    locator: Locator | None = None
    unit: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """An original as it was when the lock was written; ``published`` is the day its dates count from."""

    file: str
    sha256: str
    published: str


@dataclass(frozen=True, slots=True)
class Lock:
    """What the lock file holds: the originals by source id, evidence by fact id and source id, what seeds declare
    beyond quotes (None in a lock of an earlier version), and the series that are made from tables."""

    originals: Mapping[str, Original]
    evidence: Mapping[tuple[str, str], Located]
    declared: Authored | None = None
    series: Mapping[str, Made] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A series as it came out of its table: how it was declared, and its facts in their order."""

    declaration: Mapping[str, object]
    facts: tuple[str, ...]


def dump(lock: Lock) -> str:
    """The lock as text: sorted, the same for the same quotes and originals."""
    entries: dict[str, list[dict[str, object]]] = {}
    for (id, source), located in sorted(lock.evidence.items()):
        entries.setdefault(id, []).append(_entry(source, located))
    originals = {
        id: {"file": original.file, "sha256": original.sha256, "published": original.published}
        for id, original in sorted(lock.originals.items())
    }
    data = {"format": FORMAT, "originals": originals, "evidence": entries, "declared": lock.declared or {}}
    if lock.series:
        data["series"] = {
            id: {"declared": made.declaration, "facts": made.facts}
            for id, made in sorted(lock.series.items())
        }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read(seeds: Path) -> str | None:
    """The text of the lock in the folder ``seeds``, None where there is none; Refusal F031 where it is no text."""
    path = seeds / NAME
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else None
    except UnicodeDecodeError:
        raise Refusal(_unreadable(0)) from None


def parse(text: str) -> Lock:
    """The lock read back; Refusal F031 where the file is not one that this version wrote."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']}")
        originals = {
            id: Original(row["file"], row["sha256"], row["published"])
            for id, row in data["originals"].items()
        }
        evidence = {
            (id, row["source"]): located_of(row) for id, rows in data["evidence"].items() for row in rows
        }
        declared = data.get("declared")
        if declared is not None:
            declared = {id: {key: str(text) for key, text in row.items()} for id, row in declared.items()}
        series = {
            id: Made(dict(row["declared"]), tuple(map(str, row["facts"])))
            for id, row in data.get("series", {}).items()
        }
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        InvalidOperation,
        RecursionError,
    ) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise Refusal(_unreadable(line)) from None
    return Lock(originals, evidence, declared, series)


def _unreadable(line: int) -> Problem:
    return Problem("F031", tell("the lock of the facts is not readable"), Place(f"seeds/{NAME}", line), HINT)


def _entry(source: str, located: Located) -> dict[str, object]:
    span = located.span
    entry: dict[str, object] = {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": located.quote,
                "prefix": located.context[0],
                "suffix": located.context[1],
            },
            *fragments(located.locator),
        ],
    }
    entry |= whereabouts(located)
    if located.cell is not None:
        named = {"row": list(located.cell.row), "column": list(located.cell.column)}
        entry["cell"] = named | ({"sheet": located.cell.sheet} if located.cell.sheet else {})
    if located.quantity is not None:
        entry["value"] = recorded(located.quantity)
    if located.period is not None:
        entry["period"] = recorded(located.period)
    if located.period_span is not None:
        start, end = located.period_span.start, located.period_span.end
        entry["periodSelector"] = [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": located.when},
        ]
    return entry


def whereabouts(located: Located) -> dict[str, object]:
    """The sheet and the headers of a cell, and the unit that is read with it; nothing for a quote."""
    return whereabouts_of(located.locator, located.unit)


def context(source: Source, span: Span) -> tuple[str, str]:
    """The digests of the characters before and after a span, by which a quote is known though they are not kept."""
    raw = source.raw
    before, after = raw[max(0, span.start - CONTEXT) : span.start], raw[span.end : span.end + CONTEXT]
    return digest(before), digest(after)


def digest(text: str) -> str:
    """The digest by which words are kept that may not be redistributed."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def recorded(quantity: Quantity) -> dict[str, object]:
    """A quantity as JSON-ready data, with the smallest unit that it states."""
    record = quantity.record()
    if quantity.step is not None:
        record["step"] = format(quantity.step, "f")
    if isinstance(quantity.value, Range) and quantity.value.vague:
        record["vague"] = True
    return record


def located_of(row: Mapping[str, Any]) -> Located:
    """A row of evidence read back; ValueError, KeyError or TypeError where it is none."""
    position, quote, *fragment = row["selector"]
    when, period_span = None, None
    if "periodSelector" in row:
        when_position, when_quote = row["periodSelector"]
        when = when_quote["exact"]
        period_span = Span(row["source"], int(when_position["start"]), int(when_position["end"]))
    return Located(
        quote["exact"],
        Span(row["source"], int(position["start"]), int(position["end"])),
        quantity_of(row["value"]) if "value" in row else None,
        quantity_of(row["period"]) if "period" in row else None,
        when,
        period_span,
        (str(quote["prefix"]), str(quote["suffix"])),
        locator_of(fragment[0], row.get("locator", {})) if fragment else None,
        str(row.get("unit", "")),
        _cell_of(row["cell"]) if "cell" in row else None,
    )


def _cell_of(row: Mapping[str, Any]) -> Cell:
    return Cell(tuple(map(str, row["row"])), tuple(map(str, row["column"])), str(row.get("sheet", "")))


def quantity_of(record: Mapping[str, Any]) -> Quantity:
    """A quantity read back from what ``recorded`` wrote."""
    value = record["value"]
    read: Decimal | Range | Ratio | str | None
    if isinstance(value, dict):
        read = Range(Decimal(value["low"]), Decimal(value["high"]), record.get("vague", False))
    elif record["kind"] == "date" or value is None:
        read = value
    elif "/" in value:
        part, whole = value.split("/")
        read = Ratio(Decimal(part), Decimal(whole))
    else:
        read = Decimal(value)
    if isinstance(read, Decimal) and not read.is_finite():
        raise ValueError(f"{read} is no number")
    return Quantity(
        kind=record["kind"],
        value=read,
        unit=record["unit"],
        qualifier=record["qualifier"],
        counter=record.get("counter"),
        step=Decimal(record["step"]) if "step" in record else None,
        part=record.get("part"),
        relative=record.get("relative"),
    )
