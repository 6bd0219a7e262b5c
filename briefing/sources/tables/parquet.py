"""The bytes of a Parquet file -> its one sheet, the names of its columns as the first row; pyarrow reads it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pyarrow
from pyarrow import parquet, types

from briefing.saying import tell
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
from briefing.sources.tables.package import MOST_UNPACKED

_PLAIN = (
    types.is_integer,
    types.is_floating,
    types.is_decimal,
    types.is_string,
    types.is_large_string,
    types.is_date,
    types.is_timestamp,
    types.is_boolean,
    types.is_null,
)


def sheets(content: bytes, shown: str) -> tuple[Grid, ...]:
    """The table, its name "". Columns hold whole numbers, decimals, floating numbers, texts, dates, moments, or truth
    values; S007 (exit code 3) names a column of another type."""
    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(content))
        height, width = file.metadata.num_rows, file.metadata.num_columns
        groups = (file.metadata.row_group(at) for at in range(file.metadata.num_row_groups))
        if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_CELLS:
            raise too_large(tell("more than {most_cells} cells", most_cells=f"{MOST_CELLS:,}"), shown)
        if sum(group.total_byte_size for group in groups) > MOST_UNPACKED:
            raise too_large(
                tell(
                    "more than {most_unpacked} MiB when unpacked", most_unpacked=MOST_UNPACKED // 1024 // 1024
                ),
                shown,
            )
        # no threads: this runs in a process that was forked
        table = file.read(use_threads=False)
        for field in table.schema:
            _check(field, shown)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        what = f"is no readable Parquet file: {type(error).__name__}"
        raise unreadable(what, shown, tell("write it again as Parquet")) from None
    return (gathered("", _rows(table), shown),)


def _check(field: pyarrow.Field, shown: str) -> None:
    kind = field.type.value_type if types.is_dictionary(field.type) else field.type
    if not any(is_of(kind) for is_of in _PLAIN):
        what = f"holds columns that are no plain values: '{field.name}' is {field.type}"
        raise unreadable(what, shown, tell("write its values as numbers, texts or dates"))


def _rows(table: pyarrow.Table) -> Iterator[list[str]]:
    yield list(table.column_names)
    columns = [_texts(table.column(at)) for at in range(table.num_columns)]
    yield from (list(row) for row in zip(*columns, strict=True))


def _texts(column: pyarrow.ChunkedArray) -> Iterator[str]:
    if types.is_float32(column.type):
        # the shortest text that reads back as the same narrow number; a wide one would show its noise
        for text in column.cast(pyarrow.string()):
            yield said(Decimal(text.as_py())) if text.is_valid else ""
        return
    if types.is_timestamp(column.type):
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    for value in column:
        yield said(value.as_py())
