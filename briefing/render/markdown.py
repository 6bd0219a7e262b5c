"""Brief -> clean Markdown: headings, tables, footnotes for sources; a chart is a table under its caption."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    EvidenceRow,
    Heading,
    Inline,
    Inlines,
    Link,
    Other,
    Paragraph,
    Problem,
    Quote,
    SourceEntry,
    Strong,
    Table,
    Text,
)
from briefing.render import commonmark, outline
from briefing.render.chart_table import rows as chart_rows
from briefing.render.columns import Gettext, chart_columns, evidence_columns
from briefing.saying import tell

DEPTH = 20
"""Levels of nesting that are written: markdown-it drops what lies deeper without a word."""


def render(brief: Brief) -> str:
    """The page of ``brief``; sources are footnotes at its end, under their own numbers."""
    notes = "\n".join(f"[^{source.number}]: {commonmark.line(_source(source))}" for source in brief.sources)
    return commonmark.blocks(page(brief)) + "\n" + (f"\n{notes}\n" if notes else "")


def page(brief: Brief) -> tuple[Block, ...]:
    """The whole page as the blocks that Markdown knows."""
    gettext = brief.gettext
    edition = brief.edition
    blocks: list[Block] = [
        Heading(1, brief.title),
        Paragraph((Text(f"{edition.series} · "), edition.number, Text(" · "), edition.date)),
        Paragraph(brief.standfirst),
    ]
    if brief.cards:
        # Translators: heading of a generated part
        blocks.append(Heading(2, (Text(gettext("Key figures")),)))
        rows = tuple(((card.figure,), card.label) for card in brief.cards)
        figure, what = evidence_columns(gettext)[:2]
        blocks.append(Table(((Text(figure),), (Text(what),)), rows))
    for section in brief.sections:
        number: Inlines = () if section.number is None else (Other("number", f"{section.number}. "),)
        blocks.append(Heading(2, number + section.title))
        blocks += written(section.blocks, gettext)
    if brief.annex:
        # Translators: heading of a generated part
        blocks.append(Heading(2, (Text(gettext("Evidence for every figure")),)))
        blocks.append(_annex(brief))
    return tuple(blocks)


def written(blocks: tuple[Block, ...], gettext: Gettext, depth: int = 1) -> Iterator[Block]:
    """``blocks`` with each chart as a table, each caption as a paragraph above it.

    Refusal by the caller's limits aside, nesting deeper than DEPTH is a ValueError: no template can write it.
    """
    if depth > DEPTH:
        raise ValueError(f"blocks are nested deeper than {DEPTH} levels")
    for block in blocks:
        match block:
            case Chart():
                yield from _chart(block, gettext)
            case Table(caption=caption, note=note) if caption:
                yield Paragraph((Strong(caption),))
                yield block
                yield from (Paragraph(note),) if note else ()
            case Quote(quoted):
                yield Quote(tuple(written(quoted, gettext, depth + 1)))
            case Bullets(items, ordered):
                yield Bullets(tuple(tuple(written(item, gettext, depth + 1)) for item in items), ordered)
            case other:
                yield other


def _chart(chart: Chart, gettext: Gettext) -> Iterator[Block]:
    yield Paragraph(
        (Strong(chart.caption), Text(f" ({chart.unit})")) if chart.unit else (Strong(chart.caption),)
    )
    item, value = chart_columns(gettext)
    rows = tuple(((Text(label),), (figure,)) for label, figure in chart_rows(chart, gettext))
    yield Table(((Text(item),), (Text(value),)), rows, ("left", "right"))
    if chart.note:
        yield Paragraph(chart.note)


def _annex(brief: Brief) -> Table:
    names = evidence_columns(brief.gettext)[:5]
    rows = tuple(_evidence(row) for row in brief.annex)
    return Table(tuple((Text(name),) for name in names), rows)


def _evidence(row: EvidenceRow) -> tuple[Inlines, ...]:
    basis: list[Inline] = []
    for index, said in enumerate(row.basis):
        basis += [Text("; ")] if index else []
        basis += said
    figure: Inlines = (row.figure,) if row.figure is not None else (Text("–"),)
    return figure, row.what, row.period, tuple(basis), row.sources


def _source(source: SourceEntry) -> Inlines:
    if source.url is None:
        return source.content
    return (*source.content, Text(" "), Link(source.url, (Other("address", source.url),)))


def verify(markdown: str, brief: Brief) -> tuple[Problem, ...]:
    """Problem R001 for the first place where ``markdown``, parsed again, differs from what was composed."""
    wanted = list(outline.composed(page(brief)))
    cited = _cited(wanted)
    for number in cited:
        source = next((source for source in brief.sources if source.number == number), None)
        if source is not None:
            wanted += [(f"note {number}", ""), ("p", outline.said(_source(source)))]
    found = outline.parsed(markdown)
    for expected, entry in zip_longest(wanted, found):
        if expected != entry:
            return (_difference(expected, entry),)
    uncited = sorted({source.number for source in brief.sources} - set(cited))
    return tuple(
        Problem(
            "R002",
            tell("source {number} is listed but never cited", number=number),
            hint=tell("cite it, or leave its file out of seeds/"),
        )
        for number in uncited
    )


def _cited(entries: list[outline.Entry]) -> tuple[int, ...]:
    """The numbers of the footnotes in the order of their first reference, as a reader numbers them."""
    return tuple(
        dict.fromkeys(int(number) for _, said in entries for number in outline.REFERENCE.findall(said))
    )


def _difference(expected: outline.Entry | None, found: outline.Entry | None) -> Problem:
    def shown(entry: outline.Entry | None) -> str:
        if entry is None:
            return "nothing"
        kind, said = entry
        return f"{kind} '{outline.legible(said)[:60]}'"

    return Problem(
        "R001",
        tell(
            "the finished Markdown reads as {found} where {expected} was composed",
            found=shown(found),
            expected=shown(expected),
        ),
        hint=tell("report this: its words were not escaped as Markdown asks"),
    )
