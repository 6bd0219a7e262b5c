"""The bytes of a Parquet file -> its one sheet, the names of its columns as the first row; pyarrow reads it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.sources.refusals import need
from briefing.sources.tables.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    gathered,
    too_large,
    unreadable,
)
from briefing.sources.tables.numbers import said

if TYPE_CHECKING:
    import pyarrow

_PLAIN = (
    "is_integer",
    "is_floating",
    "is_decimal",
    "is_string",
    "is_large_string",
    "is_date",
    "is_boolean",
    "is_null",
)


def sheets(content: bytes, shown: str) -> tuple[Grid, ...]:
    """The table, its name "". Columns hold whole numbers, decimals, floating numbers, texts, dates, moments, or truth
    values; S007 (exit code 3) names a column of another type."""
    need("pyarrow", "parquet", "a Parquet file", shown)
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(content))
        height, width = file.metadata.num_rows, file.metadata.num_columns
        if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_CELLS:
            raise too_large(f"more than {MOST_CELLS:,} cells", shown)
        table = file.read()
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        what = f"is no readable Parquet file: {type(error).__name__}"
        raise unreadable(what, shown, "write it again as Parquet") from None
    return (gathered("", _rows(table, shown), shown),)


def _rows(table: pyarrow.Table, shown: str) -> Iterator[list[str]]:
    yield list(table.column_names)
    columns = [_column(name, table.column(name), shown) for name in table.column_names]
    yield from (list(row) for row in zip(*columns, strict=True))


def _column(name: str, column: pyarrow.ChunkedArray, shown: str) -> list[str]:
    import pyarrow
    from pyarrow import types

    kind = column.type
    if types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    if types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
    elif types.is_float32(kind):
        # the shortest text that reads back as the same narrow number; a wide one would show its noise
        texts = column.cast(pyarrow.string()).to_pylist()
        return ["" if text is None else said(Decimal(text)) for text in texts]
    elif not types.is_timestamp(kind) and not any(getattr(types, test)(kind) for test in _PLAIN):
        what = f"holds columns that are no plain values: '{name}' is {kind}"
        raise unreadable(what, shown, "write its values as numbers, texts or dates")
    return [said(value) for value in column.to_pylist()]
