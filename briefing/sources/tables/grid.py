"""The cells of a file's sheets -> the one text in which every cell has its place: a row a line, cells parted by tabs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Place, Refusal, Sheet
from briefing.saying import tell
from briefing.sources.cleaning import clean
from briefing.sources.lines import printable
from briefing.sources.refusals import damaged, refusal, too_long

MOST_CELLS = 200_000
"""A larger table is a database, no source to quote from."""
MOST_CHARACTERS = 2 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 2_000
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as the file has it: rows of cells as text, from A1 on; ``name`` is "" where the file names none."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def reference(row: int, column: int) -> str:
    """The name of a cell by its row and column, both from 0: (4, 2) -> C5."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def position(cell: str) -> tuple[int, int]:
    """Row and column, both from 0, of a cell by its name: C5 -> (4, 2); ValueError where it is no name."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", cell)
    if found is None:
        raise ValueError(f"'{cell}' names no cell")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def gathered(name: str, rows: Iterable[Sequence[str]], shown: str) -> Grid:
    """The rows as a Grid, cleaned as every source text is, without what is empty at the end of a row or of the sheet.

    Refusal with exit code 5 as soon as there are more rows, columns, cells or characters than a table may have.
    """
    kept: list[tuple[str, ...]] = []
    cells = characters = empty = 0
    for index, row in enumerate(rows):
        if index >= MOST_ROWS:
            raise too_large(tell("more than {most_rows} rows", most_rows=f"{MOST_ROWS:,}"), shown)
        said = _trimmed([text_of(cell, shown, index, column) for column, cell in enumerate(row)])
        if not said:
            empty += 1
            continue
        if len(said) > MOST_COLUMNS:
            raise too_large(tell("more than {most_columns} columns", most_columns=f"{MOST_COLUMNS:,}"), shown)
        kept += [(), *[()] * (empty - 1)] if empty else []
        kept.append(said)
        empty = 0
        cells += len(said)
        characters += sum(map(len, said))
        if cells > MOST_CELLS or characters > MOST_CHARACTERS:
            most = (
                tell("{most_cells} cells", most_cells=f"{MOST_CELLS:,}")
                if cells > MOST_CELLS
                else tell("{most_characters} characters", most_characters=f"{MOST_CHARACTERS:,}")
            )
            raise too_large(tell("more than {most}", most=most), shown)
    return Grid(name, tuple(kept))


def text_of(cell: str, shown: str, row: int, column: int) -> str:
    """A cell's text in NFC, on one line, without invisible characters and without space around it."""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    if found := _CONTROL.search(cell):
        what = tell(
            "cell {reference} holds the control character U+{ord}",
            reference=reference(row, column),
            ord=f"{ord(found[0]):04X}",
        )
        raise refusal("S004", what, Place(shown), tell("remove it from the table"))
    return clean(unicodedata.normalize("NFC", _BREAKS.sub(" ", cell))).text.strip()


def canonical(grids: Sequence[Grid]) -> tuple[str, tuple[Sheet, ...]]:
    """The text of all sheets, one after another, and the range of every cell in it.

    A line with its name stands before each sheet where there are several.
    """
    lines: list[str] = []
    sheets: list[Sheet] = []
    at = 0
    for grid in grids:
        if len(grids) > 1:
            lines.append(grid.name)
            at += len(grid.name) + 1
        rows = []
        for row in grid.rows:
            rows.append(tuple(_ranges(row, at)))
            lines.append("\t".join(row))
            at += len(lines[-1]) + 1
        sheets.append(Sheet(grid.name, tuple(rows)))
    return "\n".join([*lines, ""]), tuple(sheets)


def _ranges(row: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    for cell in row:
        yield at, at + len(cell)
        at += len(cell) + 1


def _trimmed(row: list[str]) -> tuple[str, ...]:
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def too_large(what: str, shown: str) -> Refusal:
    """S005, exit code 5: a table is larger than a source may be."""
    return too_long(
        tell("has {what}", what=what), shown, tell("keep the rows and columns that the brief needs")
    )


def unreadable(what: str, shown: str, hint: str) -> Refusal:
    """S007, exit code 3: a file is not what its name says."""
    return damaged(printable(what), shown, hint)
