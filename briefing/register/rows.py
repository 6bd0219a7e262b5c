"""Register -> facts.csv: a row a fact or event, for a spreadsheet; no cell of it begins a formula.

UTF-8 with a byte order mark, by which spreadsheets know it, and rows that end as RFC 4180 says. A cell that would
begin a formula has an apostrophe before it (CWE-1236); a negative number is none.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from briefing.facts import lock as locks
from briefing.model import Event, Fact, Range, Ratio
from briefing.register.nouns import Register

NAME = ".facts.csv"
COLUMNS = (
    "id",
    "type",
    "kind",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "precision",
    "period",
    "measure",
)
AFTER = ("source", "start", "end", "quote", "formula")
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def dump(register: Register) -> bytes:
    """The rows under their head; names and printed places have a column a language."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    named = [f"what_{language}" for language in register.languages]
    places = [f"printed_{language}" for language in register.languages]
    writer.writerow((*COLUMNS, *named, *AFTER, *places))
    for record in register.records():
        writer.writerow([safe(cell) for cell in _cells(record, register)])
    return text.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """``cell`` as a spreadsheet takes it for text or a number, never for a formula."""
    return "'" + cell if cell.lstrip(" ").startswith(_STARTS) and not _NUMBER.fullmatch(cell) else cell


def _cells(record: Fact | Event, register: Register) -> Iterator[str]:
    derived = isinstance(record, Fact) and record.formula is not None
    yield record.id
    yield "event" if isinstance(record, Event) else "calculated" if derived else "quoted"
    yield from _figure(record)
    yield str(record.period.value) if record.period is not None else ""
    yield (isinstance(record, Fact) and record.measure) or ""
    yield from (record.what.get(language, "") for language in register.languages)
    spans = [anchor.located.span for anchor in register.anchors[record.id]]
    yield "; ".join(span.source for span in spans)
    yield "; ".join(str(span.start) for span in spans)
    yield "; ".join(str(span.end) for span in spans)
    yield "; ".join(anchor.located.quote for anchor in register.anchors[record.id])
    yield (isinstance(record, Fact) and record.formula) or ""
    for language in register.languages:
        page = [printed.section for printed in register.printed[language] if printed.fact == record.id]
        yield " ".join(dict.fromkeys(page))


def _figure(record: Fact | Event) -> tuple[str, ...]:
    """kind, value, low, high, unit, qualifier, precision."""
    if isinstance(record, Event):
        return ("",) * 7
    quantity = record.quantity
    value, low, high = "", "", ""
    match quantity.value:
        case Range():
            low, high = format(quantity.value.low, "f"), format(quantity.value.high, "f")
        case Ratio(part, whole):
            value = f"{part:f} in {whole:f}"
        case _:
            value = str(locks.recorded(quantity)["value"])
    step = format(quantity.step, "f") if quantity.step is not None else ""
    return (quantity.kind, value, low, high, quantity.unit or "", quantity.qualifier, step)
