"""A cell, what its table says of its unit (headers, a column of units, the lines around it) and what seeds declare of it
-> the words that are read with its number, and the figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.facts import headers, units
from briefing.facts.cells import Found
from briefing.facts.seeds import Quoted
from briefing.model import Card, Locator, Place, Problem, Quantity, Refusal
from briefing.saying import tell

_POWER = re.compile(r"\s*(?:units?|ones?|0)?\s*", re.IGNORECASE)
_EXPONENTS = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
"""The multipliers of SDMX files (UNIT_MULT) that have a name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one place says: its ``unit``, "" for a plain number, None where it says none; ``doubt`` may be one."""

    unit: str | None = None
    doubt: str = ""


def unit_of(found: Found, quoted: Quoted, card: Card) -> str:
    """The words that are read with the cell: none where it says its unit itself; else those that its fact declares; of
    its headers or its row's column of units; of its source; of the lines around it.

    F065 where words that could change the value cannot be read, or two places say different units.
    """
    declared, language = quoted.unit, card.language
    if declared and not units.readable(declared, language):
        raise _unreadable(declared, quoted)
    if not units.own(found.text, language):
        return (
            declared if declared is not None else _fitting(_stated(found, quoted, card), found, quoted, card)
        )
    if declared != "" and not units.percentage(found.text, language):
        said = declared if declared is not None else _stated(found, quoted, card)
        if units.clash(found.text, said, language):
            raise _twice(found.text, said, quoted)
    return ""


def _fitting(unit: str, found: Found, quoted: Quoted, card: Card) -> str:
    """The unit, refused where it counts people or money and the header of the row or column names a rate."""
    said = units.figure("7", unit, card.language)
    if said is not None and said.kind in ("count", "money", "measure"):
        for header in (*found.row_headers[-1:], *found.column_headers[-1:]):
            if units.rate(header):
                raise _twice(header, unit, quoted)
    return unit


def _stated(found: Found, quoted: Quoted, card: Card) -> str:
    language, row, column = card.language, found.row_headers, found.column_headers
    said = [
        _along(column, found.sheet.unit_row, quoted, card),
        _along(row, False, quoted, card),
        _beside(found, quoted, card),
    ]
    narrow = [told.unit for told in said if told.unit is not None]
    for other in narrow[1:]:
        if not units.same(narrow[0], other, language):
            raise _twice(narrow[0], other, quoted)
    if narrow:
        return narrow[0]
    wide = card.unit if card.unit is not None else _around(found, language)
    if wide and not units.readable(wide, language):
        raise _unreadable(wide, quoted)
    doubt = next((told.doubt for told in said if told.doubt), "")
    if wide and doubt and not units.same(wide, doubt, language):
        raise _unreadable(doubt, quoted)
    return wide


def _along(levels: Sequence[str], unit_row: bool, quoted: Quoted, card: Card) -> _Told:
    """The unit in the headers of a row or a column, from the innermost out."""
    doubt = ""
    for at, header in enumerate(reversed(levels)):
        for words in headers.brackets(header):
            meant, unit = units.meaning(words, card.language)
            if meant in ("unit", "plain"):
                return _Told(unit)
            if meant == "unreadable" and card.unit != "":
                raise _unreadable(words, quoted)
            doubt = doubt or (words if meant == "doubt" else "")
        if unit := units.told(header, card.language):
            return _Told(unit)
        if at == 0 and unit_row and units.readable(header, card.language):
            doubt = doubt or header
        if units.counted(header):
            raise _unreadable(header, quoted)
    return _Told(None, doubt) if not unit_row else _bare(levels, doubt, card)


def _bare(levels: Sequence[str], doubt: str, card: Card) -> _Told:
    """Of a table with a row of units below its headers: the unit in that row, where nothing wider says another."""
    return _Told(doubt) if doubt and doubt == levels[-1] and not card.unit else _Told(None, doubt)


def _beside(found: Found, quoted: Quoted, card: Card) -> _Told:
    """The unit in the row's cell of a column that is headed 단위 or Unit, and the power of ten in one of multipliers."""
    words = [found.sheet.cell(found.row, at) for at in found.sheet.unit_columns]
    power = next(filter(None, (found.sheet.cell(found.row, at) for at in found.sheet.power_columns)), "")
    power = _EXPONENTS.get(power, "" if _POWER.fullmatch(power) else power)
    said = [word for word in words if word]
    if not said and not power:
        return _Told()
    for word in said or [""]:
        meant, unit = units.meaning(word, card.language) if word else ("unit", "")
        if meant in ("unit", "plain"):
            together = f"{power} {unit}".strip()
            if together and not units.readable(together, card.language):
                raise _unreadable(together, quoted)
            if card.unit is not None and not units.same(card.unit, together, card.language):
                raise _twice(card.unit, together, quoted)
            return _Told(together)
    if card.unit == "" and not power and not any(map(units.scales, said)):
        return _Told()
    raise _unreadable(f"{power} {said[0]}".strip() if said else power, quoted)


def in_headers(unit: str, locator: Locator) -> bool:
    """Whether the headers of a cell say these words, so that they go before what its source declares."""
    return any(unit in header for header in (locator.row, locator.column)) if unit else False


def _around(found: Found, language: str) -> str:
    """What the lines around the table say for the row, several of them as one, which nobody can read."""
    said: list[str] = []
    for line in found.sheet.lines_of(found.row):
        if not any(units.same(line, other, language) for other in said):
            said.append(line)
    return " | ".join(said)


def _unreadable(unit: str, quoted: Quoted) -> Refusal:
    what = tell(
        "'{unit}', which the table gives as unit of {cell}, is none that can be read",
        unit=unit,
        cell=quoted.cell,
    )
    return Refusal(Problem("F065", what, quoted.where, _hint()))


def _twice(one: str, other: str, quoted: Quoted) -> Refusal:
    what = tell(
        "{cell} says '{one}' where its table says '{other}', and it cannot be told which is its unit",
        cell=quoted.cell,
        one=one,
        other=other,
    )
    return Refusal(Problem("F065", what, quoted.where, _hint()))


def _hint() -> str:
    return tell(
        'declare it in words that can be: unit = "천 명", unit = "$ million", or unit = "" for the cell alone'
    )


def figure(text: str, unit: str, language: str, said: str, where: Place) -> Quantity:
    """The figure of a cell's text; F064 where it has none. ``said`` names the cell."""
    quantity = units.figure(text, unit, language)
    if quantity is None:
        raise Refusal(
            Problem("F064", tell("{said} {why}", said=said, why=_why(text, unit)), where, _way_out(text))
        )
    return quantity


def _why(text: str, unit: str) -> str:
    if not text:
        return tell("is empty")
    if text.startswith("="):
        return tell("holds the formula '{text}', whose value was never calculated", text=text[:40])
    if units.NO_FIGURE.fullmatch(text):
        return tell("holds '{text}', which stands for no figure", text=text)
    return tell(
        "holds '{text}'{what}, which is not exactly one figure",
        text=text[:40],
        what=f" ({unit})" if unit else "",
    )


def _way_out(text: str) -> str:
    if text.startswith("="):
        return tell("open the file in a spreadsheet program and save it, which calculates it")
    return tell("name another cell, or declare what it counts with unit")
