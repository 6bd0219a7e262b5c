"""Brief -> the lines that a finished file of a format should hold, each with the leaves that account for its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from briefing import charts
from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    ChartRow,
    Cite,
    EvidenceRow,
    Figure,
    Heading,
    Inlines,
    Other,
    Paragraph,
    Quote,
    SourceEntry,
    Table,
    Text,
)
from briefing.plaintext import Leaf, leaves, plain, singles, words

Channel = Literal["text", "drawing", "alt"]
"""What lines are set side by side with."""
SOURCES, ANNEX = "sources", "annex"
"""Sections that nobody declares: the list of sources, the evidence."""
FRONT = ("title", "edition", "standfirst", "cards")
"""What stands before the first section."""


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a page as its leaves; ``marked`` where its figures carry a machine-readable value."""

    section: str
    content: tuple[Leaf, ...]
    channel: Channel = "text"
    heads: bool = False
    marked: bool = True

    @property
    def words(self) -> str:
        """What the line says, citation marks left out."""
        return "".join(words(leaf) for leaf in self.content)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(leaf for leaf in self.content if isinstance(leaf, Figure))


def lines(brief: Brief, format: str) -> tuple[Line, ...]:
    """The lines of ``brief`` in the order in which a file of ``format`` prints them."""
    title, series = _line("title", brief.title, heads=True), edition(brief, format)
    head = [*series, title] if format == "pdf" else [title, *series]
    found = [*head, _line("standfirst", brief.standfirst)]
    for card in brief.cards:
        found += [_line("cards", (card.figure,)), _line("cards", card.label)]
    for section in brief.sections:
        number = numbered(section.number, ". " if format == "md" else " ")
        found.append(_line(section.id, (*number, *section.title), heads=True))
        for block in section.blocks:
            found += _block(block, section.id, format)
    names = _places(brief)
    annex = [_line(ANNEX, (Text(brief.gettext("Evidence for every figure")),), heads=True)]
    annex += [line for row in brief.annex for line in _row(row, names, format)]
    if format == "md":
        entries = {entry.number: entry for entry in brief.sources}
        cited = dict.fromkeys(number for line in (*found, *annex) for number in _cited(line.content))
        notes = (_source(entries[number], format) for number in cited if number in entries)
        return (*found, *annex, *notes)
    if format == "html":
        annex += [line for row in brief.opened for line in _opened(row, brief)]
    listed = [_line(SOURCES, (Text(brief.gettext("Sources")),), heads=True)]
    return (*found, *listed, *(_source(entry, format) for entry in brief.sources), *annex)


def edition(brief: Brief, format: str) -> Iterator[Line]:
    """The edition line where it stands in the text; on the screen it stands in the frame of the page."""
    said = brief.edition
    if format == "md":
        yield _line("edition", (Text(f"{said.series} · "), said.number, Text(" · "), said.date))
    if format == "pdf":
        yield from (_line("edition", (part,)) for part in (Text(said.series), said.number, said.date))


def numbered(number: int | None, apart: str) -> tuple[Leaf, ...]:
    return () if number is None else (Other("number", f"{number}{apart}"),)


def _line(
    section: str, content: Inlines, channel: Channel = "text", *, heads: bool = False, marked: bool = True
) -> Line:
    return Line(section, tuple(leaves(content)), channel, heads, marked)


def _cited(content: tuple[Leaf, ...]) -> Iterator[int]:
    for leaf in content:
        if isinstance(leaf, Cite):
            yield from leaf.numbers


def _block(block: Block, section: str, format: str) -> Iterator[Line]:
    match block:
        case Paragraph(content) | Heading(content=content):
            yield _line(section, content)
        case Bullets(items):
            for item in items:
                for inner in item:
                    yield from _block(inner, section, format)
        case Quote(blocks):
            for inner in blocks:
                yield from _block(inner, section, format)
        case Table(head, rows, caption=caption, note=note):
            for cell in (caption, *head, *(cell for row in rows for cell in row), note):
                if cell:
                    yield _line(section, cell)
        case Chart():
            yield from _chart(block, section, format)


def _chart(chart: Chart, section: str, format: str) -> Iterator[Line]:
    said = f" ({chart.unit})" if format == "md" else f" {chart.unit}"
    unit: Inlines = (Text(said),) if chart.unit else ()
    rows: list[tuple[Leaf, Leaf]] = [(_label(row), row.figure) for row in chart.rows]
    whole: list[tuple[Leaf, Leaf]] = [(Text(chart.whole_label), chart.whole)] if chart.whole else []
    series = [f"{row.series}, " if row.series else "" for row in chart.rows] + [""] * len(whole)
    table = [
        Line(section, (Text(before), cell) if before and column == 0 else (cell,), marked=column > 0)
        for before, row in zip(series, (*rows, *whole), strict=True)
        for column, cell in enumerate(row)
    ]
    yield _line(section, (*chart.caption, *unit))
    if format == "md":
        yield from table
    else:
        for _ in range(1 if format == "pdf" else 2):
            if format == "html" or not charts.shown(chart).told:
                yield _line(section, chart.caption, "alt")
            if format == "html" or charts.shown(chart).told:
                yield Line(section, tuple(_described(chart)), "alt")
            yield from _drawing(chart, section)
    yield _line(section, chart.note)
    if format == "html":
        yield from table


def _label(row: ChartRow) -> Leaf:
    """A row's label; where it is a date, the date of the row's figure."""
    return (
        Figure(row.figure.fact, row.label, row.figure.quantity, "period") if _dated(row) else Text(row.label)
    )


def _dated(row: ChartRow) -> bool:
    return any(letter.isdigit() for letter in row.label)


def _described(chart: Chart) -> Iterator[Leaf]:
    """The description with the dates in it, which the record holds as words of its labels, as figures."""
    dated = {row.figure.fact: row for row in chart.rows if _dated(row)}
    said = list(leaves(chart.description))
    for leaf, after in zip_longest(said, said[1:]):
        row = dated.get(after.fact) if isinstance(after, Figure) else None
        label = f"{row.label}: " if row is not None else ""
        if row is None or not isinstance(leaf, Text) or not leaf.text.endswith(label):
            yield leaf
        else:
            yield from (Text(leaf.text.removesuffix(label)), _label(row), Text(": "))


def _drawing(chart: Chart, section: str) -> Iterator[Line]:
    """The lettering in the order in which it is drawn; the axis, of which some may be left out, is not here."""
    shown, dated = charts.shown(chart), set[str]()
    for row in shown.order:
        # under two points of one date it stands once
        labelled = row.label in shown.dates and not (chart.kind == "line" and row.label in dated)
        pair: tuple[Leaf, ...] = (_label(row),) if labelled else ()
        pair += (row.figure,) if row in shown.rows else ()
        dated.add(row.label)
        drawn = pair[::-1] if chart.kind in ("strip", "waffle") else pair
        yield from (Line(section, (leaf,), "drawing", marked=False) for leaf in drawn)
    for name in dict.fromkeys(row.series for row in chart.rows if row.series):
        yield Line(section, (Text(name),), "drawing", marked=False)
    if chart.whole is not None:
        yield Line(section, (chart.whole,), "drawing", marked=False)
        if chart.whole_label:
            yield Line(section, (Text(chart.whole_label),), "drawing", marked=False)


def _source(entry: SourceEntry, format: str) -> Line:
    number: Leaf = Other("number", f"{entry.number} ") if format == "pdf" else Cite((entry.number,))
    address = (Text(" "), Other("address", entry.url)) if entry.url else ()
    return Line(SOURCES, (number, *leaves(entry.content), *address))


def _row(row: EvidenceRow, names: Mapping[str, str], format: str) -> Iterator[Line]:
    figure: Inlines = (row.figure,) if row.figure is not None else (Text("–"),)
    for cell in (figure, row.what, row.period, *row.basis, row.sources):
        yield _line(ANNEX, cell)
    if format != "md":
        said = dict.fromkeys(names[place] for place in row.places if place in names)
        yield Line(ANNEX, (Other("number", ", ".join(said)),))


def _opened(row: EvidenceRow, brief: Brief) -> Iterator[Line]:
    """What opens where the screen prints the row's figure; the words on which a link opens are those of the quote."""
    figure: Inlines = (row.figure,) if row.figure is not None else ()
    yield _line(ANNEX, figure)
    yield _line(ANNEX, (*row.what, *((Text(" · "), *row.period) if row.period else ())))
    if row.study:
        yield _line(ANNEX, row.study)
    for basis, origin in zip_longest(row.basis, row.origins):
        yield from (_line(ANNEX, said) for said in (basis, origin and origin.content) if said)
        if origin is not None and origin.address is not None:
            if ":~:" not in origin.address:
                # Translators: link, or a part for screens and screen readers alone
                yield _line(ANNEX, (Text(brief.gettext("Open the source at this page")),))
                continue
            yield _line(ANNEX, basis, "alt")
            # Translators: link, or a part for screens and screen readers alone
            yield _line(ANNEX, (Text(brief.gettext("Open the source at these words")),))
    yield _line(
        ANNEX, (Text(brief.gettext("See it in the table of evidence")), Text(f" {brief.gettext('Close')}"))
    )


def _places(brief: Brief) -> dict[str, str]:
    """The place of every figure and citation -> how the evidence names its section."""
    named = {card.figure.place: brief.gettext("Key figures") for card in brief.cards}
    for section in brief.sections:
        name = plain(section.title) if section.number is None else f"§{section.number}"
        inside = [_line(section.id, section.title)]
        inside += [line for block in section.blocks for line in _block(block, section.id, "md")]
        for leaf in (leaf for line in inside for leaf in line.content):
            if isinstance(leaf, Figure | Cite) and leaf.place:
                named[leaf.place] = name
    return named


def scales(brief: Brief) -> frozenset[str]:
    """The labels of the axes of all charts."""
    every = (block for section in brief.sections for block in singles(section.blocks))
    charts = (block for block in every if isinstance(block, Chart))
    return frozenset(tick.words for chart in charts for _, tick in chart.ticks)
