"""A chart, declared or called, and its caption -> Chart: rows, axis and description in the page's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from briefing import wording
from briefing.compose.asked import name_of
from briefing.compose.credit import credit
from briefing.compose.markdown import parse_line
from briefing.compose.marks import ChartMark
from briefing.compose.when import year
from briefing.compose.words import Writer
from briefing.facts import units
from briefing.model import (
    Chart,
    ChartRow,
    Fact,
    Figure,
    Inline,
    Inlines,
    Other,
    Place,
    Problem,
    Quantity,
    Text,
)
from briefing.project import ChartSpec
from briefing.saying import tell
from briefing.wording.catalog import Catalog


def fill(mark: ChartMark, spec: ChartSpec, writer: Writer, catalog: Catalog) -> Chart:
    """The chart that ``spec`` declares, with the caption that the template gave it."""
    caption = writer.content(parse_line(mark.caption, writer.marks, Place(writer.template, mark.line)))
    facts = [writer.ledger.facts[id] for id in spec.facts]
    writer.at = mark.line
    rows = tuple(
        ChartRow(
            _label(fact, spec, writer),
            writer.figure(fact.id, form="digits"),
            fact.id in spec.accent,
            _series(fact, facts, spec, writer),
            year(fact) if spec.kind == "line" else None,
        )
        for fact in facts
    )
    whole = writer.figure(spec.whole, form="digits") if spec.whole is not None else None
    whole_label = _name(writer.ledger.facts[spec.whole], writer) if spec.whole is not None else ""
    said = [(f"{row.series}, {row.label}" if row.series else row.label, row.figure) for row in rows]
    said += [(whole_label, whole)] if whole is not None else []
    ids = (*spec.facts, *((spec.whole,) if spec.whole else ()))
    return Chart(
        id=spec.id,
        kind=spec.kind,
        rows=rows,
        caption=caption,
        note=credit(ids, writer, catalog),
        unit=spec.unit.get(writer.language, ""),
        scale=spec.scale,
        ticks=tuple(_ticks(rows, writer)) if spec.scale == "log" else (),
        whole=whole,
        whole_label=whole_label,
        description=tuple(_description(caption, said)),
    )


def check(spec: ChartSpec, facts: Mapping[str, Fact], unproven: Collection[str]) -> Iterator[Problem]:
    """T040 for facts that a chart names and nobody defines or draws, else what cannot be drawn: T041 to T045, T013."""
    named = (*spec.facts, *spec.accent, *((spec.whole,) if spec.whole else ()))
    for id in named:
        if id not in facts and id not in unproven:
            what = tell("chart '{id}' names an unknown fact '{id2}'", id=spec.id, id2=id)
            yield Problem("T040", what, spec.where, tell("run `briefing facts`"))
    for id in spec.accent:
        if id not in spec.facts:
            what = tell("chart '{id}' accents '{id2}', which it does not draw", id=spec.id, id2=id)
            yield Problem("T040", what, spec.where, tell("add it to facts"))
    origins = {_origin(facts[id], spec) for id in spec.facts if id in facts}
    for origin in spec.series:
        if origin not in origins:
            what = tell(
                "chart '{id}' names a series '{origin}', from which it draws nothing",
                id=spec.id,
                origin=origin,
            )
            yield Problem(
                "T040",
                what,
                spec.where,
                tell("its figures come from: {origins}", origins=", ".join(sorted(origins))),
            )
    if all(id in facts for id in named):
        for code, how, hint in (*_undrawable(spec, facts), *_unwhole(spec, facts), *_belied(spec, facts)):
            yield Problem(code, tell("chart '{id}' {what}", id=spec.id, what=how), spec.where, hint)


def _belied(spec: ChartSpec, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str, str]]:
    """Code, what and hint for words that say another unit than its figures have, which are printed whole."""
    for names in (spec.unit, *spec.series.values()):
        for language, words in names.items():
            if any(units.belied(words, facts[id].quantity, language) for id in spec.facts):
                hint = tell(
                    "say what is counted, without thousands or millions: its figures are printed whole"
                )
                yield "T067", tell("says '{words}' of figures of another unit", words=words), hint


def _undrawable(spec: ChartSpec, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str, str]]:
    """Code, what and hint for rows that have no place on one scale."""
    drawn = (*spec.facts, spec.whole) if spec.whole is not None else spec.facts
    quantities = [facts[id].quantity for id in drawn]
    values = [quantity.value for quantity in quantities if isinstance(quantity.value, Decimal)]
    if not spec.facts:
        yield "T041", tell("draws nothing"), tell("name its facts")
    if len(values) < len(quantities):
        yield "T041", tell("draws a figure that is no single number"), tell("choose others")
    elif len({(quantity.kind, quantity.unit) for quantity in quantities}) > 1:
        yield "T041", tell("draws figures of different units"), tell("chart like with like")
    elif spec.scale == "log" and any(value <= 0 for value in values):
        yield "T041", tell("has a figure that no log scale shows"), tell("use scale = linear")
    elif _dated(spec) and not spec.members and len({facts[id].measure or id for id in spec.facts}) > 1:
        hint = (
            tell("give them one measure, or choose bars") if spec.kind == "line" else tell("use row = label")
        )
        yield "T045", tell("tells figures of different measures apart by their dates alone"), hint
    if (
        spec.kind == "line"
        and max(Counter(_origin(facts[id], spec) for id in spec.facts).values(), default=2) < 2
    ):
        one = tell("are of one series") if spec.members else tell("come from one study")
        yield "T041", tell("has no line to draw: no two of its figures {one}", one=one), tell("choose bars")
    for id in sorted({id for id in spec.facts if spec.facts.count(id) > 1}):
        yield "T041", tell("draws '{id}' twice", id=id), tell("name each fact once")
    for id in spec.facts:
        if spec.kind == "line" and year(facts[id]) is None:
            yield "T013", tell("has no single date for '{id}'", id=id), tell("leave it out, or choose bars")
        elif spec.row == "period" and facts[id].period is None:
            yield "T013", tell("has no date for the row of '{id}'", id=id), tell("use row = label")


def _unwhole(spec: ChartSpec, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str, str]]:
    """Code, what and hint for parts that make no whole."""
    if spec.whole is None:
        if spec.kind in ("strip", "waffle"):
            yield "T042", tell("has no whole"), tell('name it: whole = "fact-id"')
        return
    whole = facts[spec.whole].quantity.value
    parts = [facts[id].quantity.value for id in spec.facts]
    if isinstance(whole, Decimal) and sum(part for part in parts if isinstance(part, Decimal)) > whole:
        yield "T044", tell("has parts that are more than its whole"), tell("choose the whole that holds them")


def _series(fact: Fact, facts: Sequence[Fact], spec: ChartSpec, writer: Writer) -> str:
    """The name of the line that a fact belongs to: its study's, else its source's; none where all are of one."""
    if spec.kind != "line" or len({_origin(each, spec) for each in facts}) < 2:
        return ""
    origin = _origin(fact, spec)
    if (said := spec.series.get(origin, {}).get(writer.language)) is not None:
        return said
    study = writer.ledger.studies.get(origin)
    return study.title[writer.language] if study else writer.ledger.cards[origin].publisher[writer.language]


def _origin(fact: Fact, spec: ChartSpec) -> str:
    """The series that the author put it in, else whose count it is: figures of two studies or sources are never joined
    by a line, whatever their measure."""
    if fact.id in spec.members:
        return spec.members[fact.id]
    return fact.via or (fact.evidence[0].source if fact.evidence else fact.id)


def _dated(spec: ChartSpec) -> bool:
    """Whether the rows of a chart are named by their dates."""
    return spec.row == "period" or spec.kind == "line"


def _label(fact: Fact, spec: ChartSpec, writer: Writer) -> str:
    if _dated(spec):
        return writer.figure(fact.id, "period", linked=False).words
    return _name(fact, writer)


def _name(fact: Fact, writer: Writer) -> str:
    return name_of(fact, writer.language)


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


def _description(caption: Inlines, items: Iterable[tuple[str, Figure]]) -> Iterator[Inline]:
    """What a listener hears: the finding, then each row and the whole as ``label: figure``."""
    yield from caption
    for index, (label, figure) in enumerate(items):
        yield Text(f"{'. ' if index == 0 else '; '}{label}: ")
        yield figure
