"""A declared chart and its caption -> Chart: rows, axis and description in the page's words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from briefing import wording
from briefing.compose.markdown import parse_line
from briefing.compose.marks import ChartMark
from briefing.compose.words import Writer
from briefing.model import (
    Card,
    Chart,
    ChartRow,
    Fact,
    Inline,
    Inlines,
    Name,
    Other,
    Place,
    Problem,
    Quantity,
    Text,
)
from briefing.project import ChartSpec
from briefing.wording.catalog import Catalog


def fill(mark: ChartMark, spec: ChartSpec, writer: Writer, catalog: Catalog) -> Chart:
    """The chart that ``spec`` declares, with the caption that the template gave it."""
    caption = writer.content(parse_line(mark.caption, writer.marks, Place(writer.template, mark.line)))
    facts = [writer.ledger.facts[id] for id in spec.facts]
    rows = tuple(
        ChartRow(_label(fact, spec, writer), writer.figure(fact.id, form="digits"), fact.id in spec.accent)
        for fact in facts
    )
    whole = writer.figure(spec.whole, form="digits") if spec.whole is not None else None
    ids = (*spec.facts, *((spec.whole,) if spec.whole else ()))
    return Chart(
        id=spec.id,
        kind=spec.kind,
        rows=rows,
        caption=caption,
        note=_note(ids, writer, catalog),
        unit=spec.unit.get(writer.language, ""),
        scale=spec.scale,
        ticks=tuple(_ticks(rows, writer)) if spec.scale == "log" else (),
        whole=whole,
        whole_label=_name(writer.ledger.facts[spec.whole], writer) if spec.whole is not None else "",
        description=tuple(_description(caption, rows)),
    )


def check(spec: ChartSpec, facts: Mapping[str, Fact], unproven: Collection[str]) -> Iterator[Problem]:
    """T040 for facts that a chart names and nobody defines or draws, T041 for figures that cannot be drawn together."""
    named = (*spec.facts, *spec.accent, *((spec.whole,) if spec.whole else ()))
    unknown = [id for id in named if id not in facts and id not in unproven]
    for id in unknown:
        yield Problem(
            "T040", f"chart '{spec.id}' names an unknown fact '{id}'", spec.where, "run `briefing facts`"
        )
    for id in spec.accent:
        if id not in spec.facts:
            yield Problem(
                "T040",
                f"chart '{spec.id}' accents '{id}', which it does not draw",
                spec.where,
                "add it to facts",
            )
    if any(id not in facts for id in named):
        return
    if not spec.facts:
        yield Problem("T041", f"chart '{spec.id}' draws nothing", spec.where, "name its facts")
    drawn = (*spec.facts, spec.whole) if spec.whole is not None else spec.facts
    quantities = [facts[id].quantity for id in drawn]
    if not all(isinstance(quantity.value, Decimal) for quantity in quantities):
        yield Problem(
            "T041", f"chart '{spec.id}' draws a figure that is no single number", spec.where, "choose others"
        )
    elif len({(quantity.kind, quantity.unit) for quantity in quantities}) > 1:
        yield Problem(
            "T041", f"chart '{spec.id}' draws figures of different units", spec.where, "chart like with like"
        )
    elif (
        any(quantity.value <= 0 for quantity in quantities if isinstance(quantity.value, Decimal))
        and spec.scale == "log"
    ):
        yield Problem(
            "T041",
            f"chart '{spec.id}' has a figure that no log scale shows",
            spec.where,
            "use scale = linear",
        )
    for id in sorted({id for id in spec.facts if spec.facts.count(id) > 1}):
        yield Problem("T041", f"chart '{spec.id}' draws '{id}' twice", spec.where, "name each fact once")
    if spec.kind in ("strip", "waffle") and spec.whole is None:
        yield Problem("T042", f"chart '{spec.id}' has no whole", spec.where, 'name it: whole = "fact-id"')
    if spec.whole is not None and (whole := facts[spec.whole].quantity.value):
        parts = [quantity.value for quantity in quantities[: len(spec.facts)]]
        if isinstance(whole, Decimal) and sum(part for part in parts if isinstance(part, Decimal)) > whole:
            what = f"the parts of chart '{spec.id}' are more than its whole"
            yield Problem("T044", what, spec.where, "choose the whole that holds them")
    if spec.row == "period":
        for id in spec.facts:
            if facts[id].period is None:
                yield Problem("T013", f"'{id}' has no date to label its row", spec.where, "use row = label")


def _label(fact: Fact, spec: ChartSpec, writer: Writer) -> str:
    if spec.row == "period":
        return writer.figure(fact.id, "period", linked=False).words
    return _name(fact, writer)


def _name(fact: Fact, writer: Writer) -> str:
    return fact.label.get(writer.language) or fact.what[writer.language]


def _note(ids: tuple[str, ...], writer: Writer, catalog: Catalog) -> Inlines:
    names: list[Inline] = []
    for name in dict.fromkeys(_provenance(ids, writer, catalog)):
        names += [Text("; "), name] if names else [name]
    before, _, after = catalog["Source: {names}"].partition("{names}")
    return (Text(before), *names, Text(after), writer.cite_all(ids))


def _provenance(ids: tuple[str, ...], writer: Writer, catalog: Catalog) -> Iterator[Inline]:
    """The study behind each fact, else whose report it is; and that it was calculated here."""
    ledger = writer.ledger
    for id in ids:
        fact = ledger.facts[id]
        if fact.formula is not None:
            yield from _provenance(fact.parents, writer, catalog)
            yield Text(catalog["calculated here"])
        elif fact.via is not None:
            yield Name(fact.via, ledger.studies[fact.via].title[writer.language])
        else:
            yield Text(_reporter(ledger.cards[fact.evidence[0].source], writer.language, catalog))


def _reporter(card: Card, language: str, catalog: Catalog) -> str:
    """Who printed it, and whose report that passes on: what was read is the first of the two."""
    publisher = card.publisher[language]
    if not card.relays:
        return publisher
    said = catalog["{publisher}, relaying {report}"]
    return said.replace("{publisher}", publisher).replace("{report}", card.relays[language])


def _ticks(rows: tuple[ChartRow, ...], writer: Writer) -> Iterator[tuple[Decimal, Other]]:
    """Powers of ten around the figures, as axis labels."""
    values = [row.figure.quantity.value for row in rows]
    numbers = [value for value in values if isinstance(value, Decimal)]
    power = min(value.adjusted() for value in numbers)
    while True:
        tick = Decimal(1).scaleb(power)
        words = wording.say(
            Quantity("number", tick), language=writer.language, style=writer.style, form="digits"
        )
        yield tick, Other("scale", words)
        if tick >= max(numbers):
            return
        power += 1


def _description(caption: Inlines, rows: tuple[ChartRow, ...]) -> Iterator[Inline]:
    yield from caption
    for index, row in enumerate(rows):
        yield Text(f"{': ' if index == 0 else '; '}{row.label} ")
        yield row.figure
