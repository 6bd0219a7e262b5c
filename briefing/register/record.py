"""Register -> facts.json, and facts.json -> Register: the shape that facts.schema.json publishes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import InvalidOperation
from typing import Any

from briefing.facts import lock as locks
from briefing.facts.locators import fragments
from briefing.facts.lock import Original
from briefing.model import Card, Event, Evidence, Fact, Other, Place, Printed, Problem, Quantity, Refusal
from briefing.register.nouns import Anchor, Register, anchor
from briefing.register.shape import faults
from briefing.saying import tell

FORMAT = "briefing-facts-1"
NAME = ".facts.json"
LARGEST = 8_000_000
"""Bytes: a register of many thousand facts."""


def dump(register: Register) -> bytes:
    """The register as UTF-8 JSON, the same bytes for the same brief."""
    data = {
        "schema": FORMAT,
        "brief": register.brief,
        "title": dict(register.title),
        "edition": {"number": register.number, "date": register.date},
        "languages": list(register.languages),
        "sections": [{"id": id, "title": dict(title)} for id, title in register.sections.items()],
        "sources": [_source(card, register.originals[id]) for id, card in register.cards.items()],
        "facts": [_entry(record, register) for record in register.records()],
        "others": [
            {"language": language, "role": other.role, "words": other.words}
            for language, others in register.others.items()
            for other in others
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def parse(content: bytes, shown: str) -> Register:
    """The register read back; Refusal V010 with each way in which it departs from its schema."""
    try:
        if len(content) > LARGEST:
            raise ValueError(f"it has more than {LARGEST:,} bytes")
        data = json.loads(content.decode(), parse_float=str, object_pairs_hook=_once)
        amiss = faults(data)
        if amiss:
            raise Refusal(*(_problem(fault, shown) for fault in amiss))
        return _register(data)
    except (ValueError, LookupError, TypeError, ArithmeticError, InvalidOperation, RecursionError) as error:
        why = (
            tell("its values cannot be read")
            if not isinstance(error, ValueError)
            else str(error).split("\n")[0]
        )
        raise Refusal(_problem(why, shown)) from None


def _problem(why: str, shown: str) -> Problem:
    hint = tell("ask whoever sent it for the file as it was built")
    return Problem("V010", tell("the register is not as its schema says: {why}", why=why), Place(shown), hint)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which each key stands once: readers differ in which of two they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in an object")
    return found


def _source(card: Card, original: Original) -> dict[str, object]:
    source: dict[str, object] = {
        "id": card.id,
        "publisher": dict(card.publisher),
        "title": dict(card.title),
        "published": card.published,
        "language": card.language,
        "file": card.file,
        "sha256": original.sha256,
        "body": [{"from": first, "to": last} for first, last in card.body],
    }
    optional = {"url": card.url, "encoding": card.encoding, "delimiter": card.delimiter}
    return source | {key: said for key, said in optional.items() if said}


def _entry(record: Fact | Event, register: Register) -> dict[str, object]:
    derived = isinstance(record, Fact) and record.formula is not None
    kind = "event" if isinstance(record, Event) else "calculated" if derived else "quoted"
    entry: dict[str, object] = {"id": record.id, "type": kind, "what": dict(record.what)}
    entry |= {key: said for key in ("measure", "via") if (said := getattr(record, key, None))}
    if isinstance(record, Fact):
        entry |= _figure(record.quantity)
    entry["period"] = locks.recorded(record.period) if record.period is not None else None
    entry |= {"because": record.because} if record.because else {}
    entry["evidence"] = [_evidence(anchor) for anchor in register.anchors[record.id]]
    if isinstance(record, Fact) and record.formula is not None:
        entry |= {"formula": record.formula, "parents": list(record.parents)}
    entry["printed"] = [
        _printed(printed, language, order)
        for language, page in register.printed.items()
        for order, printed in enumerate(page, start=1)
        if printed.fact == record.id
    ]
    return entry


def _figure(quantity: Quantity) -> dict[str, object]:
    found = locks.recorded(quantity)
    return {("precision" if key == "step" else key): value for key, value in found.items()}


def _evidence(anchor: Anchor) -> dict[str, object]:
    located = anchor.located
    quote: dict[str, object] = {
        "type": "TextQuoteSelector",
        "exact": located.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    if anchor.hole is not None:
        quote["refinedBy"] = _position(*anchor.hole)
    row: dict[str, object] = {
        "source": located.span.source,
        "selector": [
            _position(located.span.start, located.span.end),
            quote,
            *fragments(located.locator),
        ],
    }
    row |= locks.whereabouts(located)
    row |= {"value": locks.recorded(located.quantity)} if located.quantity is not None else {}
    row |= {"period": locks.recorded(located.period)} if located.period is not None else {}
    if located.period_span is not None:
        row["periodSelector"] = [
            _position(located.period_span.start, located.period_span.end),
            {"type": "TextQuoteSelector", "exact": located.when},
        ]
    return row


def _position(start: int, end: int) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def _printed(printed: Printed, language: str, order: int) -> dict[str, object]:
    said: dict[str, object] = {
        "language": language,
        "section": printed.section,
        "order": order,
        "aspect": printed.aspect,
        "words": printed.words,
    }
    said |= {"whole": printed.whole} if printed.whole else {}
    return said | ({"qualifier": printed.quantity.qualifier} if printed.quantity is not None else {})


def _register(data: Mapping[str, Any]) -> Register:
    entries = data["facts"]
    if len({entry["id"] for entry in entries}) < len(entries):
        raise ValueError("two facts have one id")
    anchors = {entry["id"]: tuple(map(_anchor, entry["evidence"])) for entry in entries}
    records = [_record(entry, anchors[entry["id"]]) for entry in entries]
    by_id = {record.id: record for record in records}
    return Register(
        brief=data["brief"],
        title=data["title"],
        number=data["edition"]["number"],
        date=data["edition"]["date"],
        languages=tuple(data["languages"]),
        sections={section["id"]: section["title"] for section in data["sections"]},
        cards={row["id"]: _card(row) for row in data["sources"]},
        originals={
            row["id"]: Original(row["file"], row["sha256"], row["published"]) for row in data["sources"]
        },
        facts={record.id: record for record in records if isinstance(record, Fact)},
        events={record.id: record for record in records if isinstance(record, Event)},
        anchors=anchors,
        printed={language: _page(entries, by_id, language) for language in data["languages"]},
        others={
            language: tuple(
                Other(row["role"], row["words"]) for row in data["others"] if row["language"] == language
            )
            for language in data["languages"]
        },
    )


def _anchor(row: Mapping[str, Any]) -> Anchor:
    inner = row["selector"][1].get("refinedBy")
    return anchor(row, (inner["start"], inner["end"]) if inner else None)


def _card(row: Mapping[str, Any]) -> Card:
    return Card(
        row["id"],
        row["publisher"],
        row["title"],
        row["published"],
        row["language"],
        row["file"],
        url=row.get("url"),
        body=tuple((part["from"], part["to"]) for part in row["body"]),
        delimiter=row.get("delimiter"),
        encoding=row.get("encoding"),
    )


def _record(entry: Mapping[str, Any], anchors: Iterable[Anchor]) -> Fact | Event:
    evidence = tuple(
        Evidence(
            found.located.span.source,
            found.located.quote,
            found.hole,
            span=found.located.span,
            quantity=found.located.quantity,
            period=found.located.period,
            locator=found.located.locator,
            unit=found.located.unit,
        )
        for found in anchors
    )
    period = locks.quantity_of(entry["period"]) if entry["period"] is not None else None
    if entry["type"] == "event":
        return Event(entry["id"], entry["what"], (), evidence, period, entry.get("because"), entry.get("via"))
    return Fact(
        id=entry["id"],
        what=entry["what"],
        quantity=_quantity(entry),
        evidence=evidence,
        measure=entry.get("measure"),
        period=period,
        because=entry.get("because"),
        via=entry.get("via"),
        formula=entry.get("formula"),
        parents=tuple(entry.get("parents", ())),
    )


def _quantity(entry: Mapping[str, Any]) -> Quantity:
    renamed = {("step" if key == "precision" else key): value for key, value in entry.items()}
    return locks.quantity_of(renamed)


def _page(
    entries: Iterable[Mapping[str, Any]], records: Mapping[str, Fact | Event], language: str
) -> tuple[Printed, ...]:
    rows = [
        (row["order"], entry["id"], row)
        for entry in entries
        for row in entry["printed"]
        if row["language"] == language
    ]
    return tuple(
        Printed(
            row["section"],
            id,
            row["aspect"],
            _said(row, records[id]),
            row["words"],
            "",
            whole=row.get("whole", ""),
        )
        for _, id, row in sorted(rows, key=lambda found: found[:2])
    )


def _said(row: Mapping[str, Any], record: Fact | Event) -> Quantity | None:
    quantity = None
    if row["aspect"] == "value" and isinstance(record, Fact):
        quantity = record.quantity
    elif row["aspect"] == "period":
        quantity = record.period
    return replace(quantity, qualifier=row["qualifier"]) if quantity is not None else None
