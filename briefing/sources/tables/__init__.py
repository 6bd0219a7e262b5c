"""The bytes of a table (CSV, XLSX, ODS, Parquet) -> its sheets, and the one text in which every cell has its place."""

from __future__ import annotations

from pathlib import Path

from briefing.model import Sheet
from briefing.sources.tables import csv, ods, parquet, xlsx
from briefing.sources.tables.grid import MOST_BYTES, Grid, canonical, position, reference, unreadable

__all__ = ["KINDS", "MOST_BYTES", "is_table", "position", "read", "reference"]

KINDS = (".csv", ".tsv", ".xlsx", ".ods", ".parquet")


def is_table(name: str) -> bool:
    """Whether a file of that name is read as a table."""
    return Path(name).suffix.lower() in KINDS


def read(
    content: bytes, name: str, shown: str, *, encoding: str | None = None, delimiter: str | None = None
) -> tuple[str, tuple[Sheet, ...]]:
    """The text of a table, and of each sheet that has content the range of every cell in it.

    ``name`` tells the kind by its ending; ``encoding`` and ``delimiter`` are of CSV. Refusals: S400 a reader that is not
    installed, S401 a file that is not what its name says (exit code 3), S005 one that is too large (5).
    """
    found = [grid for grid in _grids(content, name, shown, encoding, delimiter) if grid.rows]
    if not found:
        raise unreadable("has no cell with content", shown, "give a table")
    return canonical(found)


def _grids(
    content: bytes, name: str, shown: str, encoding: str | None, delimiter: str | None
) -> tuple[Grid, ...]:
    match Path(name).suffix.lower():
        case ".xlsx":
            return xlsx.sheets(content, shown)
        case ".ods":
            return ods.sheets(content, shown)
        case ".parquet":
            return parquet.sheets(content, shown)
        case ".tsv":
            return csv.sheets(content, shown, encoding=encoding, delimiter=delimiter or "\t")
    return csv.sheets(content, shown, encoding=encoding, delimiter=delimiter)
