"""A Locator -> the fragment selector of its page or its cell, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.model import Locator
from briefing.sources.tables import position, reference

PDF, TABLE = "http://tools.ietf.org/rfc/rfc8118", "http://tools.ietf.org/rfc/rfc7111"
"""What fragments of a PDF (page=3) and of a table (cell=5,3: its row and column, from 1) conform to."""
_PAGE, _CELL = re.compile(r"page=([1-9]\d{0,6})"), re.compile(r"cell=([1-9]\d{0,6}),([1-9]\d{0,4})")


def fragments(locator: Locator | None) -> tuple[dict[str, str], ...]:
    """The W3C FragmentSelector of a page or a cell; none where there is no locator."""
    if locator is None:
        return ()
    if locator.page is not None:
        value, standard = f"page={locator.page}", PDF
    else:
        row, column = position(locator.cell)
        value, standard = f"cell={row + 1},{column + 1}", TABLE
    return ({"type": "FragmentSelector", "conformsTo": standard, "value": value},)


def page_of(address: str, page: int) -> str:
    """The address of a PDF that opens it at a page (RFC 8118, section 3)."""
    return f"{address.partition('#')[0]}#page={page}"


def whereabouts_of(locator: Locator | None, unit: str) -> dict[str, object]:
    """What no fragment says of a cell: its sheet, its headers, the unit that is read with it."""
    if locator is None or not locator.cell:
        return {}
    said = {"row": locator.row, "column": locator.column}
    where: dict[str, object] = {"locator": ({"sheet": locator.sheet} if locator.sheet else {}) | said}
    return where | ({"unit": unit} if unit else {})


def locator_of(fragment: Mapping[str, Any], where: Mapping[str, Any]) -> Locator:
    """The locator read back; ValueError where the fragment is neither of the two."""
    value = str(fragment["value"])
    if found := _PAGE.fullmatch(value):
        return Locator(page=int(found[1]))
    if found := _CELL.fullmatch(value):
        cell = reference(int(found[1]) - 1, int(found[2]) - 1)
        return Locator(None, str(where.get("sheet", "")), cell, str(where["row"]), str(where["column"]))
    raise ValueError(f"'{value}' is no fragment of a PDF or a table")
