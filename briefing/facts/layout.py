"""A sheet of a source -> Layout: which of its rows and columns are headers, and what each row, column and cell says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.facts import units
from briefing.facts.headers import NOTE, all_unit, day, levels, plain, unit_line
from briefing.model import Sheet, Source

_NUMBER = re.compile(rf"[-−–+△▲▽▼(]?\s?[$€£¥₩]?\d[\d,]*(?:\.\d+)?\)?\s?%?(?:\s?\(?[pre]\)?|\s?[¹²³]|{NOTE})?")
_UNITS = re.compile(r"단위(?:명)?|units?(?:[ _]of[ _]measure|[ _]measure)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d년?")
_DECIMAL_COMMA = re.compile(r"[-−]?(?:\d+,\d{1,2}|\d{4,},\d+|0\d*,\d+)")
_POWERS = re.compile(r"power ?code|unit[ _]mult(?:iplier)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet by its headers: ``first`` is its first row of cells, ``lead`` the number of columns that name rows.

    ``rows`` are the headers of each row from ``first`` on, ``columns`` those of each column, from the outermost in;
    ``unit_row`` is whether the innermost headers of all columns are units, ``unit_columns`` are those that say the unit of
    each row, ``power_columns`` those that say its power of ten; ``lines`` are units that rows outside the cells say, with
    their rows, and ``parts`` the rows of headers below ``first``. ``commas`` is whether some numbers have a decimal comma.
    ``cells`` are the texts, ``ranges`` their places.
    ``rows_named`` tells which rows have exactly these headers, counted from ``first``.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]
    ranges: tuple[tuple[tuple[int, int], ...], ...]
    first: int
    lead: int
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, ...], ...]
    unit_row: bool
    unit_columns: tuple[int, ...]
    power_columns: tuple[int, ...]
    lines: tuple[tuple[int, str], ...]
    parts: tuple[int, ...]
    commas: bool
    rows_named: Mapping[tuple[str, ...], Sequence[int]]

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, "" where the sheet has none there; both from 0."""
        line = self.cells[row] if row < len(self.cells) else ()
        return line[column] if column < len(line) else ""

    def lines_of(self, row: int) -> list[str]:
        """The units that hold for a row: of the last line inside the table above it, else above the table, else below."""
        before = [at for at, _ in self.lines if self.first <= at <= row]
        if before:
            return [unit for at, unit in self.lines if at == before[-1]]
        above = [unit for at, unit in self.lines if at < self.first]
        return above or [unit for at, unit in self.lines if at > row]


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
    rows = tuple(_row_headers(cells, first, lead))
    named: dict[tuple[str, ...], list[int]] = {}
    for at, headed in enumerate(rows):
        named.setdefault(tuple(plain(text) for text in headed if text), []).append(at)
    inner = [said[-1] for said in columns[lead:] if said]
    return Layout(
        name=sheet.name,
        cells=cells,
        ranges=sheet.rows,
        first=first,
        lead=lead,
        rows=rows,
        columns=columns,
        unit_row=len(head) > 1 and bool(inner) and all(units.readable(text, language) for text in inner),
        unit_columns=_headed(columns, _UNITS),
        power_columns=_headed(columns, _POWERS),
        lines=tuple(_lines(cells, head, first, lead, language)),
        parts=tuple(_parts(cells, first, lead)),
        commas=any(_DECIMAL_COMMA.fullmatch(text) for row in cells for text in row),
        rows_named=named,
    )


def _headed(columns: Sequence[Sequence[str]], name: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, said in enumerate(columns) if at and said and name.fullmatch(said[-1]))


def _lines(
    cells: Sequence[Sequence[str]], head: Sequence[int], first: int, lead: int, language: str
) -> Iterator[tuple[int, str]]:
    """The rows that say a unit of all cells below them, with it; of a row of headers its corner alone may."""
    for at, row in enumerate(cells):
        texts = list(dict.fromkeys(filter(None, row)))
        if at in head:
            yield from ((at, unit) for text in row[:lead] if (unit := unit_line(text)))
        elif texts and (at < first or _titles(row, lead)):
            yield from ((at, unit) for unit in units.lines(texts, language))


def _parts(cells: Sequence[Sequence[str]], first: int, lead: int) -> Iterator[int]:
    """Rows below the first figures that are headers of another table: names alone, after a gap or a title."""
    for at in range(first + 1, len(cells)):
        beyond = [text for text in cells[at][lead:] if text]
        names = [text for text in beyond if not _figure(text)]
        dates = bool(beyond) and all(_YEAR.fullmatch(text) for text in beyond)
        if len(beyond) > 1 and (len(names) == len(beyond) or dates) and _titles(cells[at - 1], lead):
            yield at


def _figure(text: str) -> bool:
    """Whether a text is a number or stands for one that is not there."""
    return bool(_NUMBER.fullmatch(text) or units.NO_FIGURE.fullmatch(text))


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
        if (
            heads
            and (all(map(_figure, beyond)) or day(row[0], language))
            and any(row[:lead])
            and not _dates(cells, at, heads, lead, language)
        ):
            break  # figures that are not there, or that say their units
        heads.append(at)
    else:
        return heads[:1]  # no row of figures: the first one names the columns
    return heads


def _dates(cells: Sequence[Sequence[str]], at: int, heads: list[int], lead: int, language: str) -> bool:
    """Whether a row of numbers is a row of headers, all of them dates: years stand above the columns that they name."""
    row = cells[at]
    numbers = [text for text in row[lead:] if text and (heads or _NUMBER.fullmatch(text))]
    if not numbers or not all(day(text, language) for text in numbers):
        return False
    above = cells[heads[-1]] if heads else ()
    return not heads or not any(row[:lead]) or tuple(row[:lead]) == tuple(above[:lead])


def _titles(row: Sequence[str], lead: int) -> bool:
    """Whether a row is no more than a title, a note, a unit or nothing: one text, which is not of some column alone."""
    said = {text for text in row if text}
    told = {text for text in said if all_unit(text)}
    rest = said - told
    return len(told) < 2 and (not rest or (len(rest) == 1 and any(row[:lead])))


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
