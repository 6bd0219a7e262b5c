"""A declared cell and the table of its source -> where it stands, and the day that its headers say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.facts import headers
from briefing.facts.layout import Layout, layout
from briefing.facts.seeds import LEVEL, Cell
from briefing.model import Card, Locator, Place, Problem, Quantity, Refusal, Source
from briefing.saying import joined, tell
from briefing.sources.tables import reference

Levels = tuple[str, ...]
_ONE_COMMA = re.compile(r"\D*\d{1,3},\d{3}\D*")
AXES = {
    "row": tell("row"),
    "column": tell("column"),
    "rows": tell("rows"),
    "columns": tell("columns"),
}
"""What messages call the two ways through a table."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cell at its place: ``row`` and ``column`` of the sheet, from 0, and the range of its text in the source."""

    sheet: Layout
    row: int
    column: int

    @property
    def text(self) -> str:
        return self.sheet.cell(self.row, self.column)

    @property
    def range(self) -> tuple[int, int]:
        return self.sheet.ranges[self.row][self.column]

    @property
    def row_headers(self) -> Levels:
        return tuple(filter(None, self.sheet.rows[self.row - self.sheet.first]))

    @property
    def column_headers(self) -> Levels:
        return self.sheet.columns[self.column]


@dataclass(frozen=True, slots=True)
class Table:
    """A source that is a table, with its card; ``known`` are the layouts that were asked for, by lead and sheet."""

    card: Card
    source: Source
    known: dict[tuple[int, int], Layout] = field(default_factory=dict, compare=False, repr=False)

    def sheets(self, where: Place, name: str, lead: int) -> list[Layout]:
        """The layouts of all sheets, or of the one that is named; F060 where there is none of that name."""
        card, known = self.card, [sheet.name for sheet in self.source.sheets]
        if not known:
            what = tell("{id} is no table, so it has no cells", id=card.id)
            raise Refusal(Problem("F060", what, where, tell("quote its words: quote = …")))
        chosen = [at for at, sheet in enumerate(known) if not name or headers.plain(sheet) == name]
        if not chosen:
            what = tell("{id} has no sheet '{name}'", id=card.id, name=name)
            raise Refusal(Problem("F060", what, where, _near(name, known, tell("sheets"))))
        lead = max(lead, card.header_columns or 1)
        return [self._layout(at, lead) for at in chosen]

    def _layout(self, at: int, lead: int) -> Layout:
        if (lead, at) not in self.known:
            sheet, card = self.source.sheets[at], self.card
            self.known[lead, at] = layout(
                self.source, sheet, card.language, lead=lead, header_rows=card.header_rows
            )
        return self.known[lead, at]

    def locator(self, found: Found) -> Locator:
        """What people look the cell up by; a sheet that is alone has no name."""
        sheet = found.sheet.name if len(self.source.sheets) > 1 else ""
        row, column = LEVEL.join(found.row_headers), LEVEL.join(found.column_headers)
        return Locator(None, sheet, reference(found.row, found.column), row, column)


def find(table: Table, cell: Cell, nth: int | None, where: Place) -> Found:
    """The one cell that the headers name; Refusal F061 to F063 where there is none, or several and no ``nth``."""
    sheets = table.sheets(where, cell.sheet, len(cell.row))
    rows = {id(sheet): rows_of(sheet, cell.row) for sheet in sheets}
    columns = {id(sheet): columns_of(sheet, cell.column) for sheet in sheets}
    for axis, wanted, found in (("row", cell.row, rows), ("column", cell.column, columns)):
        if not any(found.values()):
            raise missing(table, axis, wanted, sheets, where)
    every = [
        Found(sheet, row, column)
        for sheet in sheets
        for row in rows[id(sheet)]
        for column in columns[id(sheet)]
    ]
    chosen = _chosen([found for found in every if found.text] or every, table, cell, nth, where)
    certain(chosen, table, where)
    return chosen


def certain(found: Found, table: Table, where: Place) -> None:
    """Refusal F069 for a cell that stands below the headers of another table in its sheet, F064 for a number whose comma
    may part thousands or decimals."""
    said = _said(table.locator(found))
    part = next((at for at in reversed(found.sheet.parts) if at <= found.row), None)
    if part is not None:
        what = tell(
            "cell {said} of {id} stands below further headers, in row {row}",
            said=said,
            id=table.card.id,
            row=part + 1,
        )
        raise Refusal(
            Problem("F069", what, where, tell("give that part of the sheet a file or a sheet of its own"))
        )
    if found.sheet.commas and _ONE_COMMA.fullmatch(found.text):
        what = tell(
            "cell {said} of {id} holds '{text}' in a table with decimal commas, which may be two numbers",
            said=said,
            id=table.card.id,
            text=found.text,
        )
        raise Refusal(Problem("F064", what, where, tell("save the table with decimal points")))


def _chosen(found: Sequence[Found], table: Table, cell: Cell, nth: int | None, where: Place) -> Found:
    if not found:
        what = tell("no sheet of {id} has both {cell}", id=table.card.id, cell=cell)
        raise Refusal(Problem("F061", what, where, tell("see that both headers stand in one sheet")))
    if nth is None and len(found) > 1:
        places = ", ".join(_said(table.locator(one)) for one in found[:4])
        hint = tell(
            'name more levels of its headers: ["…", "…"], or its sheet, or say which with nth = 1, 2 …'
        )
        what = tell(
            "{cell} of {id} name {count} cells ({places}{what})",
            cell=cell,
            id=table.card.id,
            count=len(found),
            places=places,
            what=", …" if len(found) > 4 else "",
        )
        raise Refusal(Problem("F062", what, where, hint))
    if (nth or 1) > len(found):
        what = tell("{cell} of {id} name only {count} cells", cell=cell, id=table.card.id, count=len(found))
        raise Refusal(Problem("F063", what, where, tell("mend nth")))
    return found[(nth or 1) - 1]


def _said(locator: Locator) -> str:
    return f"{locator.sheet} {locator.cell}".strip()


def rows_of(sheet: Layout, wanted: Levels) -> list[int]:
    """The rows of the sheet, from 0, that the headers name."""
    return [at + sheet.first for at in sheet.rows_named.get(wanted) or _named(sheet.rows, wanted)]


def columns_of(sheet: Layout, wanted: Levels) -> list[int]:
    """The columns beyond the leading ones that the headers name."""
    return [at for at in _named(sheet.columns, wanted) if at >= sheet.lead]


def _named(known: Sequence[Levels], wanted: Levels) -> list[int]:
    """Which headers are meant: those that are the same on all levels before those that hold the wanted ones among
    others, and those with the very words before those that match without a bracketed unit."""
    ranks: Mapping[int, list[int]] = {rank: [] for rank in range(4)}
    for at, levels in enumerate(known):
        rank = _rank(tuple(filter(None, levels)), wanted)
        if rank is not None:
            ranks[rank].append(at)
    return next((found for found in ranks.values() if found), [])


def _rank(levels: Levels, wanted: Levels) -> int | None:
    exact = tuple(map(headers.plain, levels))
    loose = tuple(map(headers.unbracketed, levels))
    if exact == wanted:
        return 0
    if len(levels) == len(wanted) and _match(exact, loose, wanted):
        return 1
    if _within(exact, wanted):
        return 2
    both = iter(zip(exact, loose, strict=True))
    return 3 if all(any(want in pair for pair in both) for want in wanted) else None


def _match(exact: Levels, loose: Levels, wanted: Levels) -> bool:
    return all(want in pair for want, *pair in zip(wanted, exact, loose, strict=True))


def _within(levels: Levels, wanted: Levels) -> bool:
    left = iter(levels)
    return all(want in left for want in wanted)


def missing(table: Table, axis: str, wanted: Levels, sheets: Sequence[Layout], where: Place) -> Refusal:
    """F061: no row or column has these headers, with those that are like them."""
    known = [
        LEVEL.join(filter(None, levels))
        for sheet in sheets
        for levels in (sheet.rows if axis == "row" else sheet.columns[sheet.lead :])
        if any(levels)
    ]
    said = LEVEL.join(wanted)
    what = tell("{id} has no {axis} '{said}'", id=table.card.id, axis=AXES[axis], said=said)
    return Refusal(Problem("F061", what, where, _near(said, known, AXES[f"{axis}s"])))


def _near(wanted: str, known: Sequence[str], what: str) -> str:
    every = list(dict.fromkeys(filter(None, known)))
    near = difflib.get_close_matches(wanted, every, n=3)
    near += [name for name in every if wanted and wanted in name and name not in near][:3]
    if near:
        return tell("did you mean {near}?", near=joined((f"'{name}'" for name in near[:3]), tell(" or ")))
    shown = ", ".join(f"'{name}'" for name in every[:6])
    return (
        tell("{what} are {shown}{what2}", what=what, shown=shown, what2=" …" if len(every) > 6 else "")
        if every
        else tell("see header_rows in [source]")
    )


def period(locator: Locator, language: str) -> Quantity | None:
    """The date that the headers of a cell say, its row's before its column's."""
    row, column = locator.row.split(LEVEL), locator.column.split(LEVEL)
    said = headers.period((*row, *column), language)
    return Quantity("date", said) if said is not None else None
