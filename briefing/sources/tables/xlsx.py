"""The bytes of an Office Open XML workbook -> its sheets, each cell as the text that it says; openpyxl reads it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from briefing.model import Refusal
from briefing.saying import tell
from briefing.sources.scripts import LOWERED, RAISED
from briefing.sources.tables.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    gathered,
    position,
    too_large,
    unreadable,
)
from briefing.sources.tables.numbers import said
from briefing.sources.tables.package import found, opened

WHAT = "XLSX"
_SHEETS = "xl/worksheets/"
_CELL, _FORMULA = rb"<(?:\w+:)?c[ />]", rb"<(?:\w+:)?f[ />]"
_MERGED = rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})"'
Formulas = Mapping[tuple[int, int], str]
"""Row and column, from 0 -> the formula there."""


def sheets(content: bytes, shown: str) -> tuple[Grid, ...]:
    """The worksheets in their order, hidden ones too; charts have no cells.

    A formula says the value that was calculated when the file was saved; one that never was says itself (=SUM(…)), which
    is no figure. The value of merged cells stands in each of them.
    """
    package = opened(content, shown, WHAT)
    _measured(package, shown)
    values = _workbook(content, shown, calculated=True)
    formulas: Mapping[str, Formulas] = {}
    if any(found(package, _SHEETS, _FORMULA, shown, WHAT)):
        written = _workbook(content, shown, calculated=False)
        formulas = {sheet.title: _formulas(sheet) for sheet in written.worksheets}
    return tuple(
        gathered(sheet.title, _rows(sheet, formulas.get(sheet.title, {}), shown), shown)
        for sheet in values.worksheets
    )


def _measured(package: ZipFile, shown: str) -> None:
    """S005 where the sheets have too many cells, or merge too many, before anything is made of them."""
    if sum(1 for _ in found(package, _SHEETS, _CELL, shown, WHAT)) > 2 * MOST_CELLS:
        raise too_large(tell("more than {most_cells} cells", most_cells=f"{MOST_CELLS:,}"), shown)
    area = 0
    for match in found(package, _SHEETS, _MERGED, shown, WHAT):
        (top, left), (bottom, right) = (position(corner.decode()) for corner in match.groups())
        area += (bottom - top + 1) * (right - left + 1)
        if area > 4 * MOST_CELLS:
            raise too_large(tell("too many merged cells"), shown)


def _workbook(content: bytes, shown: str, *, calculated: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, none of which is a cell
            return load_workbook(io.BytesIO(content), data_only=calculated, keep_links=False, rich_text=True)
    except Refusal:
        raise
    except Exception as error:  # whatever damaged XML leads openpyxl to
        what = f"is no readable workbook: {type(error).__name__}"
        raise unreadable(what, shown, tell("save it again as {what}", what=WHAT)) from None


def _formulas(sheet: Worksheet) -> Formulas:
    return {
        (cell.row - 1, cell.column - 1): str(getattr(cell.value, "text", cell.value))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _rows(sheet: Worksheet, formulas: Formulas, shown: str) -> Iterator[list[str]]:
    height, width = sheet.max_row, sheet.max_column
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > 4 * MOST_CELLS:
        raise too_large(tell("cells too far apart"), shown)
    merged = _merged(sheet, width)
    for row, cells in enumerate(sheet.iter_rows(max_row=height, max_col=width)):
        texts = [_text(cell, formulas.get((row, column))) for column, cell in enumerate(cells)]
        for column, (above, left) in merged.get(row, {}).items():
            texts[column] = _text(sheet.cell(above, left), formulas.get((above - 1, left - 1)))
        yield texts


def _text(cell: Any, formula: str | None) -> str:
    if cell.value is None and formula is not None:
        return formula
    if isinstance(cell.value, CellRichText):
        return "".join(map(_run, cell.value))
    return said(cell.value, cell.number_format or "")


def _run(run: TextBlock | str) -> str:
    """A run of a text; digits that are set raised or lowered say so, that the mark of a note is no digit of a number."""
    if isinstance(run, str):
        return run
    level = run.font.vertAlign
    return str(run.text).translate({"superscript": RAISED, "subscript": LOWERED}.get(level or "", {}))


def _merged(sheet: Worksheet, width: int) -> dict[int, dict[int, tuple[int, int]]]:
    """For each row, from 0, its columns that are merged into another cell -> that cell's row and column, from 1."""
    merged: dict[int, dict[int, tuple[int, int]]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1):
            columns = range(area.min_col, min(area.max_col, width) + 1)
            merged.setdefault(row - 1, {}).update(
                dict.fromkeys((at - 1 for at in columns), (area.min_row, area.min_col))
            )
    return merged
