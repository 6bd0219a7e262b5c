"""A called table and its caption -> Table: periods and figures in the page's words, each unit said once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing import lettering, wording
from briefing.compose import when
from briefing.compose.asked import name_of
from briefing.compose.credit import credit
from briefing.compose.markdown import parse_line
from briefing.compose.marks import Series, TableMark
from briefing.compose.words import Writer
from briefing.model import Fact, Figure, Inlines, Other, Place, Table, Text
from briefing.plaintext import plain
from briefing.saying import tell
from briefing.wording.catalog import Catalog

ROOM = Decimal(45)
"""Ems of a table's letters that the column of a page takes (139 mm at 8.6 points)."""
_GAP = Decimal("0.93")


def fill(mark: TableMark, writer: Writer, catalog: Catalog) -> Table:
    """The table that a template calls, with the caption that it gave it."""
    caption = writer.content(parse_line(mark.caption, writer.marks, Place(writer.template, mark.line)))
    writer.at = mark.line
    if mark.facts:
        head, rows = _listed(mark.facts, writer, catalog)
    elif mark.turned:
        head, rows = _across(mark.series, writer, catalog)
    else:
        head, rows = _down(mark.series, writer, catalog)
    align = ("left", *("right" for _ in head[1:]))
    ids = tuple(id for one in mark.series for id in one.facts) + mark.facts
    note = credit(ids, writer, catalog)
    _must_fit(mark, head, rows, writer)
    return Table(head, rows, align, caption, note, mark.id)


def _down(
    several: Sequence[Series], writer: Writer, catalog: Catalog
) -> tuple[tuple[Inlines, ...], tuple[tuple[Inlines, ...], ...]]:
    """A row for each period, a column for each series."""
    columns = [_column(one.facts, writer) for one in several]
    head = [_headed(one.name, column.unit) for one, column in zip(several, columns, strict=True)]
    cells = [
        dict(zip(one.facts, column.cells, strict=True)) for one, column in zip(several, columns, strict=True)
    ]
    rows = []
    for period in _periods(several, writer):
        row: list[Inlines] = [(writer.figure(next(filter(None, period)), "period"),)]
        for ids, said in zip(period, cells, strict=True):
            row.append(_cell(ids, said, writer))
        rows.append(tuple(row))
    # Translators: column of the evidence table or of the table under a chart
    return ((Text(catalog.gettext("When")),), *head), tuple(rows)


def _across(
    several: Sequence[Series], writer: Writer, catalog: Catalog
) -> tuple[tuple[Inlines, ...], tuple[tuple[Inlines, ...], ...]]:
    """A row for each series, a column for each period."""
    periods = _periods(several, writer)
    # Translators: column of the evidence table or of the table under a chart
    head: list[Inlines] = [(Text(catalog.gettext("What it is")),)]
    head += [(writer.figure(next(filter(None, period)), "period"),) for period in periods]
    rows = []
    for at, one in enumerate(several):
        column = _column(one.facts, writer)
        said = dict(zip(one.facts, column.cells, strict=True))
        cells = [_cell(period[at], said, writer) for period in periods]
        rows.append((_headed(one.name, column.unit), *cells))
    return tuple(head), tuple(rows)


def _listed(
    ids: Sequence[str], writer: Writer, catalog: Catalog
) -> tuple[tuple[Inlines, ...], tuple[tuple[Inlines, ...], ...]]:
    """A row for each fact: its name, its figure and, where any has one, its period."""
    facts = [writer.ledger.facts[id] for id in ids]
    column, dated = _column(ids, writer), any(fact.period is not None for fact in facts)
    said = dict(zip(ids, column.cells, strict=True))
    # Translators: column of the evidence table or of the table under a chart
    what, figure = catalog.gettext("What it is"), catalog.gettext("Figure")
    # Translators: column of the evidence table or of the table under a chart
    when_said = catalog.gettext("When")
    head: list[Inlines] = [(Text(what),), _headed(figure, column.unit)]
    rows = [
        ((Text(name_of(fact, writer.language)),), _cell(fact.id, said, writer), *_date(fact, dated, writer))
        for fact in facts
    ]
    return (*head, *(((Text(when_said),),) if dated else ())), tuple(rows)


def _date(fact: Fact, dated: bool, writer: Writer) -> tuple[Inlines, ...]:
    if not dated:
        return ()
    if fact.period is None:
        return ((Text(wording.empty(writer.language)),),)
    return ((writer.figure(fact.id, "period", "table"),),)


def _column(ids: Sequence[str], writer: Writer) -> wording.Column:
    quantities = [writer.ledger.facts[id].quantity for id in ids]
    return wording.column(quantities, language=writer.language, style=writer.style)


def _headed(name: str, unit: str) -> Inlines:
    return (Text(f"{name} "), Other("unit", f"({unit})")) if unit else (Text(name),)


def _cell(id: str, said: dict[str, tuple[str, str]], writer: Writer) -> Inlines:
    """The figure of a fact, or what says that there is none."""
    return (writer.figure(id, cell=said[id]),) if id else (Text(wording.empty(writer.language)),)


def _periods(several: Sequence[Series], writer: Writer) -> tuple[tuple[str, ...], ...]:
    """For each period in the order of time the fact that each series has for it, "" where it has none."""
    held: dict[str, list[str]] = {}
    order: dict[str, tuple[Decimal, str]] = {}
    for at, one in enumerate(several):
        for id in one.facts:
            fact = writer.ledger.facts[id]
            period = str(fact.period.value) if fact.period is not None else ""
            held.setdefault(period, [""] * len(several))[at] = id
            order[period] = (when.year(fact) or Decimal(period[:4] if period[:4].isdigit() else 0), period)
    return tuple(tuple(held[period]) for period in sorted(held, key=order.__getitem__))


def _must_fit(
    mark: TableMark, head: tuple[Inlines, ...], rows: tuple[tuple[Inlines, ...], ...], writer: Writer
) -> None:
    """T066 for columns that stand side by side on no page: figures and words are not broken."""
    columns = zip(head, *rows, strict=True)
    needed = sum((max(map(_unbroken, column)) + _GAP for column in columns), Decimal(0))
    if needed > ROOM:
        what = tell("table '{id}' has {count} columns, too many for a page", id=mark.id, count=len(head))
        hint = tell("show fewer with last=… or since=…") if mark.turned else tell("part it into two tables")
        writer.problem("T066", what, Place(writer.template, mark.line), hint)


def _unbroken(cell: Inlines) -> Decimal:
    """Ems of the longest piece of a cell that stays on one line."""
    if any(isinstance(leaf, Figure) for leaf in cell):
        return lettering.width(plain(cell))
    return max(map(lettering.width, plain(cell).split() or [""]))
