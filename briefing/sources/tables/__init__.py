"""The bytes of a table (CSV, XLSX, ODS, Parquet) -> Extracted: the one text in which every cell has its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.saying import tell
from briefing.sources.extracted import Extracted, Given
from briefing.sources.refusals import guarded, need
from briefing.sources.tables.grid import Grid, canonical, position, reference, unreadable

__all__ = ["KINDS", "columns", "delimited", "is_table", "position", "reference", "spreadsheet", "workbook"]

KINDS = (".csv", ".tsv", ".xlsx", ".ods", ".parquet")


def is_table(name: str) -> bool:
    """Whether a file of that name is read as a table."""
    return Path(name).suffix.lower() in KINDS


def delimited(given: Given) -> Extracted:
    """CSV or TSV. Like all of these: of each sheet that has content the range of every cell; refusals are S006 for a
    reader that is not installed, S007 for a file that is not what its name says (exit code 3), S005 for one too large (5)."""
    from briefing.sources.tables import csv

    return _extracted(csv.sheets(given), given)


def workbook(given: Given) -> Extracted:
    """XLSX."""
    need("openpyxl", "xlsx", tell("an XLSX workbook"), given.shown)
    from briefing.sources.tables import xlsx

    return _extracted(guarded(xlsx.sheets, given.content, given.shown, shown=given.shown), given)


def spreadsheet(given: Given) -> Extracted:
    """ODS."""
    from briefing.sources.tables import ods

    return _extracted(guarded(ods.sheets, given.content, given.shown, shown=given.shown), given)


def columns(given: Given) -> Extracted:
    """Parquet."""
    need("pyarrow", "parquet", tell("a Parquet file"), given.shown)
    from briefing.sources.tables import parquet

    return _extracted(guarded(parquet.sheets, given.content, given.shown, shown=given.shown), given)


def _extracted(grids: Sequence[Grid], given: Given) -> Extracted:
    found = [grid for grid in grids if grid.rows]
    if not found:
        raise unreadable("has no cell with content", given.shown, tell("give a table"))
    text, sheets = canonical(found)
    return Extracted(text, sheets=sheets)
