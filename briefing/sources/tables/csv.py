"""The bytes of a delimited text file (CSV, TSV) -> its one sheet: RFC 4180 quoting, delimiter declared or found."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from briefing.model import Place
from briefing.saying import tell
from briefing.sources.decoding import decode
from briefing.sources.extracted import Given
from briefing.sources.refusals import refusal
from briefing.sources.tables.grid import MOST_CHARACTERS, Grid, gathered, unreadable

DELIMITERS = (",", ";", "\t")
_NAMED = {",": "comma", ";": "semicolon", "\t": "tab"}
_SAMPLE = 50
"""Rows by which the delimiter is known."""


def sheets(given: Given) -> tuple[Grid, ...]:
    """The table, its name "". Where no delimiter is declared it is the tab of a .tsv file, else the one that parts the
    rows into the most even columns; Refusal S007 where two would do, or where the quoting is not RFC 4180's."""
    said = decode(given)
    chosen = given.delimiter or ("\t" if given.shown.lower().endswith(".tsv") else _found(said, given.shown))
    return (gathered("", _rows(said, chosen, given.shown), given.shown),)


def _rows(said: str, delimiter: str, shown: str) -> Iterator[list[str]]:
    csv.field_size_limit(MOST_CHARACTERS)
    reader = csv.reader(io.StringIO(said, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        hint = tell('quote cells as RFC 4180 says: "…", and "" for a quotation mark inside')
        what = tell(
            "is no table parted by {delimiter}s: {error}",
            delimiter=_NAMED.get(delimiter, delimiter),
            error=error,
        )
        raise refusal("S007", what, Place(shown, reader.line_num), hint) from None


def _found(said: str, shown: str) -> str:
    """The delimiter by which most rows have the same number of cells, more than one; a comma where there is none."""
    evenness = {mark: found for mark in DELIMITERS if (found := _evenness(said, mark))}
    if not evenness:
        return ","
    best = max(evenness.values())
    chosen = [mark for mark, found in evenness.items() if found == best]
    if len(chosen) > 1:
        either = " and ".join(f"{_NAMED[mark]}s" for mark in chosen)
        raise unreadable(f"may be parted by {either}", shown, tell('say which: delimiter = "," in [source]'))
    return chosen[0]


def _evenness(said: str, mark: str) -> int:
    """How many of the first rows have as many cells as most of them; 0 where that is one cell."""
    counts: Counter[int] = Counter()
    try:
        for row, _ in zip(
            csv.reader(io.StringIO(said, newline=""), delimiter=mark), range(_SAMPLE), strict=False
        ):
            counts[len(row)] += len(row) > 1
    except csv.Error:
        return 0
    return max(counts.values(), default=0)
