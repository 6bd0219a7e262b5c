"""A sheet of a source -> Layout: which of its rows and columns are headers, and what each row, column and cell says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.facts.headers import day, levels, plain, unit_line
from briefing.model import Sheet, Source

_NUMBER = re.compile(r"[-−+△▲(]?\s?[$€£¥₩]?\d[\d,]*(?:\.\d+)?\)?\s?%?(?:\s?(?:\(?[pre]\)|\*+))?")


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet by its headers: ``first`` is its first row of cells, ``lead`` the number of columns that name rows.

    ``rows`` are the headers of each row from ``first`` on, ``columns`` those of each column, from the outermost in;
    ``unit`` what a line above the table says of its unit. ``cells`` are the texts, ``ranges`` their places.
    ``rows_named`` tells which rows have exactly these headers, counted from ``first``.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]
    ranges: tuple[tuple[tuple[int, int], ...], ...]
    first: int
    lead: int
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, ...], ...]
    unit: str
    rows_named: Mapping[tuple[str, ...], Sequence[int]]

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, "" where the sheet has none there; both from 0."""
        line = self.cells[row] if row < len(self.cells) else ()
        return line[column] if column < len(line) else ""


def layout(
    source: Source, sheet: Sheet, language: str, *, lead: int, header_rows: int | None = None
) -> Layout:
    """The layout of a sheet whose first ``lead`` columns name the rows.

    Header rows are those above the first row that has a figure beyond these columns, titles and unit lines left out, or
    the last ``header_rows`` above it where they are declared.
    """
    cells = tuple(tuple(source.text[start:end] for start, end in row) for row in sheet.rows)
    head = _heads(cells, lead, language) if header_rows is None else _declared(cells, lead, header_rows)
    first = head[-1] + 1 if head else _first_figures(cells, lead, language)
    width = max(map(len, cells), default=0)
    columns = tuple(_column(cells, head, column, lead) for column in range(width))
    above = [text for row in cells[:first] for text in row]
    unit = next((found for text in above if (found := unit_line(text))), "")
    rows = tuple(_row_headers(cells, first, lead))
    named: dict[tuple[str, ...], list[int]] = {}
    for at, headed in enumerate(rows):
        named.setdefault(tuple(plain(text) for text in headed if text), []).append(at)
    return Layout(sheet.name, cells, sheet.rows, first, lead, rows, columns, unit, named)


def _heads(cells: Sequence[Sequence[str]], lead: int, language: str) -> list[int]:
    """The rows of headers: after titles, up to the first row with figures."""
    heads: list[int] = []
    for at, row in enumerate(cells):
        if _titles(row, lead):
            if heads and any(row):
                break  # a title inside the table heads a part of it
            continue
        beyond = [text for text in row[lead:] if text]
        if any(map(_NUMBER.fullmatch, beyond)) and not _dates(cells, at, heads, lead, language):
            break
        heads.append(at)
    else:
        return heads[:1]  # no row of figures: the first one names the columns
    return heads


def _dates(cells: Sequence[Sequence[str]], at: int, heads: list[int], lead: int, language: str) -> bool:
    """Whether a row of numbers is a row of headers, all of them dates: years stand above the columns that they name."""
    row = cells[at]
    if not all(day(text, language) for text in row[lead:] if text):
        return False
    above = cells[heads[-1]] if heads else ()
    return not heads or not any(row[:lead]) or tuple(row[:lead]) == tuple(above[:lead])


def _titles(row: Sequence[str], lead: int) -> bool:
    """Whether a row is no more than a title, a note, a unit or nothing: one text, which is not of some column alone."""
    said = {text for text in row if text}
    return not said or (len(said) == 1 and (any(row[:lead]) or bool(unit_line(next(iter(said))))))


def _declared(cells: Sequence[Sequence[str]], lead: int, wanted: int) -> list[int]:
    """The first ``wanted`` rows that are no titles."""
    return [at for at, row in enumerate(cells) if not _titles(row, lead)][:wanted]


def _first_figures(cells: Sequence[Sequence[str]], lead: int, language: str) -> int:
    return next((at for at, row in enumerate(cells) if any(map(_NUMBER.fullmatch, row[lead:]))), len(cells))


def _column(cells: Sequence[Sequence[str]], heads: Sequence[int], column: int, lead: int) -> tuple[str, ...]:
    """The headers of a column; above the last of them, an empty cell belongs to the one on its left."""
    said = []
    for head in heads:
        row = cells[head]
        text = row[column] if column < len(row) else ""
        if not text and head != heads[-1] and column >= lead:
            text = next((row[at] for at in range(min(column, len(row)) - 1, lead - 1, -1) if row[at]), "")
        said.append(text)
    return tuple(levels(said))


def _row_headers(cells: Sequence[Sequence[str]], first: int, lead: int) -> Iterator[tuple[str, ...]]:
    """The headers of each row; in all leading columns but the last, an empty cell belongs to the one above."""
    above = [""] * lead
    for row in cells[first:]:
        said = [row[at] if at < len(row) else "" for at in range(lead)]
        if any(said[:-1]):
            outer = next(at for at, text in enumerate(said) if text)
            above[outer:] = [""] * (lead - outer)
        above[: lead - 1] = [text or above[at] for at, text in enumerate(said[: lead - 1])]
        headed = [*above[: lead - 1], said[-1]] if any(row) else said
        yield tuple(headed)
