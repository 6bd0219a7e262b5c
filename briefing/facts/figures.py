"""A table as a source -> every figure in it, with the headers that name its cell: what extract and add propose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.facts import cells, stated, units
from briefing.facts.cells import Found, Levels, Table
from briefing.facts.headers import plain
from briefing.facts.layout import layout
from briefing.facts.seeds import Cell, Phrase, Quoted
from briefing.model import Card, Locator, Place, Quantity, Refusal, Source

_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table: ``cell`` names it, with ``nth`` where its headers stand more than once; ``quantity`` None
    where its unit cannot be read. ``period`` is what its headers say."""

    text: str
    unit: str
    locator: Locator
    cell: Cell
    nth: int | None
    quantity: Quantity | None
    period: Quantity | None
    range: tuple[int, int]


def figures(source: Source, language: str, card: Card | None = None) -> Iterator[Figure]:
    """The figures of all sheets, row by row; cells of text, of dates and of no figure are none.

    ``card`` tells of the headers where the source has been described.
    """
    known = card or Card(source.id, {}, {}, "", language, source.id)
    table = Table(known, source)
    lead = known.header_columns or 1
    for sheet in source.sheets:
        found = layout(source, sheet, language, lead=lead, header_rows=known.header_rows)
        for row in range(found.first, len(found.cells)):
            for column in range(lead, len(found.cells[row])):
                if units.figure(found.cells[row][column], "", language) is not None:
                    yield _figure(Found(found, row, column), table)


def _figure(found: Found, table: Table) -> Figure:
    card = table.card
    sheet = found.sheet.name if len(table.source.sheets) > 1 else ""
    cell = Cell(_named(found.row_headers), _named(found.column_headers), sheet)
    quoted = Quoted(card.id, Phrase("", None), None, None, None, None, _NOWHERE, cell=cell)
    locator = table.locator(found)
    try:
        cells.certain(found, table, _NOWHERE)
        unit = stated.unit_of(found, quoted, card)
        quantity = units.figure(found.text, unit, card.language)
    except Refusal:
        unit, quantity = "", None
    period = cells.period(locator, card.language)
    return Figure(found.text, unit, locator, cell, _nth(found, table, cell), quantity, period, found.range)


def _named(levels: Levels) -> Levels:
    return tuple(map(plain, levels))


def _nth(found: Found, table: Table, cell: Cell) -> int | None:
    """Which of the cells with these headers it is, None where it is the only one."""
    rows, columns = cells.rows_of(found.sheet, cell.row), cells.columns_of(found.sheet, cell.column)
    same = [(row, column) for row in rows for column in columns if found.sheet.cell(row, column)]
    return (
        same.index((found.row, found.column)) + 1
        if len(same) > 1 and (found.row, found.column) in same
        else None
    )
