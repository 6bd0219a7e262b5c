"""The bytes of an OpenDocument spreadsheet -> its sheets, each cell as the text that it says (ODF 1.3, part 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import InvalidOperation
from xml.etree import ElementTree

from briefing.saying import tell
from briefing.sources.tables.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    gathered,
    too_large,
    unreadable,
)
from briefing.sources.tables.numbers import DIGITS, number
from briefing.sources.tables.package import opened

WHAT = "ODS"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FACTOR = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}display-factor"
_PART = "content.xml"


def sheets(content: bytes, shown: str) -> tuple[Grid, ...]:
    """The sheets in their order. A percentage says what the file displays, any other number its stored value;
    the value of merged cells stands in each of them."""
    package = opened(content, shown, WHAT)
    try:
        root = ElementTree.fromstring(package.read(_PART))
    except (KeyError, ElementTree.ParseError, ValueError) as error:
        what = f"is no {WHAT}: {type(error).__name__} in {_PART}"
        raise unreadable(what, shown, tell("save it again as {what}", what=WHAT)) from None
    if any(element.get(_FACTOR, "1") != "1" for element in root.iter()):
        what = tell("shows numbers in thousands by their format, so that it says others than it holds")
        raise unreadable(what, shown, tell("show its numbers whole and save it again"))
    return tuple(
        gathered(table.get(f"{_TABLE}name", ""), _rows(table, shown), shown)
        for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    )


def _rows(table: ElementTree.Element, shown: str) -> Iterator[list[str]]:
    """The rows, repeated ones as often as they stand; cells that another covers say what that one says."""
    covering: dict[tuple[int, int], str] = {}
    at = 0
    for row in _of(table, "table-row", ("table-header-rows", "table-rows", "table-row-group")):
        again = _repeated(row, "rows")
        texts = _cells(row, at, covering, shown)
        if not any(texts) and again > MOST_ROWS // 2:
            return  # the rest of the sheet, which has no content
        for _ in range(again):
            yield list(texts)
            at += 1
            if at > MOST_ROWS:
                raise too_large(tell("more than {most_rows} rows", most_rows=f"{MOST_ROWS:,}"), shown)


def _cells(row: ElementTree.Element, at: int, covering: dict[tuple[int, int], str], shown: str) -> list[str]:
    texts: list[str] = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        again = _repeated(cell, "columns")
        text = "" if cell.tag.endswith("covered-table-cell") else _said(cell)
        if len(texts) + again > MOST_COLUMNS:
            if text:
                raise too_large(
                    tell("more than {most_columns} columns", most_columns=f"{MOST_COLUMNS:,}"), shown
                )
            break  # the rest of the row, which has no content
        if text:
            _cover(cell, at, len(texts), text, covering)
        texts += [text or covering.get((at, column), "") for column in range(len(texts), len(texts) + again)]
    return texts


def _cover(
    cell: ElementTree.Element, row: int, column: int, text: str, covering: dict[tuple[int, int], str]
) -> None:
    down = min(_whole(cell, "number-rows-spanned"), MOST_ROWS)
    across = min(_whole(cell, "number-columns-spanned"), MOST_COLUMNS)
    if down * across > MOST_ROWS:
        down = 1
    for below in range(down):
        for beside in range(across):
            covering[row + below, column + beside] = text


def _said(cell: ElementTree.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type") or ""
    shown = "\n".join(_words(paragraph) for paragraph in cell.iterfind(f"{_TEXT}p"))
    if kind == "float":
        number = _number(cell.get(f"{_OFFICE}value") or "")
        return number + _behind(shown) if number else shown
    if kind == "currency":
        return _number(cell.get(f"{_OFFICE}value") or "") or shown
    if kind == "percentage":
        return shown or _number(cell.get(f"{_OFFICE}value") or "", percent=True)
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or shown).removesuffix("T00:00:00")
    return shown


def _behind(shown: str) -> str:
    """The words that a number format puts behind the digits, which are read with them: 1,234천 명 -> 천 명."""
    words = re.split(r"\d", shown)[-1] if any(map(str.isdigit, shown)) else ""
    return words if any(letter.isalpha() or letter in "%‰" for letter in words) else ""


def _number(value: str, *, percent: bool = False) -> str:
    try:
        return number(DIGITS.create_decimal(value).normalize(), percent=percent)
    except InvalidOperation:
        return ""


def _words(paragraph: ElementTree.Element) -> str:
    """The words of a paragraph, spaces and tabs that have an element of their own included, notes left out."""
    said = paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            said += " " * min(_whole(child, "c", _TEXT), 100)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            said += " "
        elif child.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note"):
            said += _words(child)
        said += child.tail or ""
    return said


def _of(parent: ElementTree.Element, name: str, groups: tuple[str, ...]) -> Iterator[ElementTree.Element]:
    for child in parent:
        if child.tag == f"{_TABLE}{name}":
            yield child
        elif child.tag.removeprefix(_TABLE) in groups:
            yield from _of(child, name, groups)


def _repeated(element: ElementTree.Element, what: str) -> int:
    return _whole(element, f"number-{what}-repeated")


def _whole(element: ElementTree.Element, name: str, space: str = _TABLE) -> int:
    """A count of 1 or more; 1 where the attribute is missing or is no number."""
    said = element.get(f"{space}{name}") or "1"
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 9 else 1
