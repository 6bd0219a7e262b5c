"""A Quantity in, English words out: 8,579, $2.75 billion, one in seven, early 2023."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Problem, Quantity, Range, Ratio, Refusal
from briefing.saying import tell
from briefing.wording.en import columns, dates, money, numerals, units
from briefing.wording.figures import digits, is_whole

__all__ = ["NAME", "STYLES", "column", "say"]

NAME = "English"
STYLES = ("en-GB", "en-US")

QUALIFIERS = {
    "about": "about",
    "nearly": "nearly",
    "at_least": "at least",
    "at_most": "up to",
    "more_than": "more than",
    "less_than": "less than",
}

AGES = {"more_than": "over", "less_than": "under"}


def say(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """The quantity in English, with its qualifier before it unless ``bare``.

    Source of the number style: European Commission, English Style Guide, "Numbers": one to nine in
    words, figures from 10 and before units and signs, million and billion in words.
    """
    if quantity.kind == "date":
        return dates.say(quantity, style, forms)
    words = _words(quantity, style, forms)
    return words if "bare" in forms else _qualified(words, quantity)


def _qualified(words: str, quantity: Quantity) -> str:
    if quantity.qualifier == "exact":
        return words
    return f"{_qualifier(quantity, quantity.qualifier)} {words}"


def _qualifier(quantity: Quantity, qualifier: str) -> str:
    """People and things are fewer, amounts are less (European Commission, English Style Guide; Guardian
    style guide); ages are under and over; a negative figure has no "up to"."""
    counted = quantity.kind == "count" or (quantity.kind == "ratio" and bool(quantity.unit))
    if qualifier == "less_than" and counted:
        return "fewer than"
    if quantity.kind == "age" and qualifier in AGES:
        return AGES[qualifier]
    value = quantity.value
    if qualifier == "at_most" and isinstance(value, Decimal) and value < 0:
        return "no more than"
    return QUALIFIERS[qualifier]


def column(quantities: Sequence[Quantity], style: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The unit that the quantities share, and each as its cell and with that unit; None where they share none."""
    shared = columns.unit(quantities, style)
    if shared is None:
        return None
    unit, power = shared
    cells = []
    for each in quantities:
        words, whole = (_qualified(said, each) for said in columns.cell(each, power, style))
        cells.append((words, whole if whole != words else ""))
    return unit, tuple(cells)


def _words(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    if quantity.value is None or isinstance(quantity.value, str):
        raise Refusal(
            Problem(
                "C006",
                tell("a {kind} without a number cannot be said", kind=quantity.kind),
                None,
                tell("give the figure a value"),
            )
        )
    if isinstance(quantity.value, Ratio):
        return numerals.ratio(quantity.value, named=bool(quantity.unit or quantity.counter), forms=forms)
    match quantity.kind:
        case "money":
            return money.say(quantity, style, forms)
        case "multiple":
            return _multiple(quantity, forms)
        case "ordinal":
            return _ordinal(quantity, forms)
    return _counted(quantity, style, forms)


def _counted(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """A number with its unit: 34%, 49 percentage points, four years, 8,579 people, 20 kg."""
    value = quantity.value
    assert not isinstance(value, Ratio | str) and value is not None
    unit = units.unit(quantity, forms)
    if isinstance(value, Range) and quantity.kind == "age" and unit == units.DECADE:
        first, last = int(value.low) // 10 * 10, int(value.high) // 10 * 10
        return f"{first}s" if first == last else f"{first}s to {last}s"
    if isinstance(value, Range) and value.vague:
        spelt = units.PERCENT[style] if unit == "%" else units.unit(quantity, forms - {"attributive"})
        if vague := numerals.vague(value, spelt, quantity.kind):
            return vague
    if isinstance(value, Range) and unit == "%" and value.low < 0:
        return " to ".join(f"{digits(end, step=quantity.step)}%" for end in (value.low, value.high))
    number = numerals.number(
        value,
        style,
        forms,
        step=quantity.step,
        words=units.in_words(quantity.kind),
        scaled=quantity.kind in units.SCALED,
    )
    return units.attach(number, unit, quantity, forms)


def _multiple(quantity: Quantity, forms: frozenset[str]) -> str:
    """100-fold for a whole multiple, 5.3 times for a level, two to three times.

    Forms ``fold`` and ``times`` choose. A level is never an increase: 8,579 after 1,609 is 5.3 times the level, not 5.3 times more.
    """
    value = quantity.value
    assert not isinstance(value, Ratio | str) and value is not None
    ends = (value.low, value.high) if isinstance(value, Range) else (value,)
    if isinstance(value, Range) and value.vague and (vague := numerals.vague(value, "times", "multiple")):
        return vague
    whole = all(map(is_whole, ends))
    if "times" not in forms and ("fold" in forms or (whole and len(ends) == 1)):
        if len(ends) == 1 and ends[0] in numerals.WORDS and ends[0] > 1 and not forms & numerals.IN_DIGITS:
            return f"{numerals.WORDS[ends[0]]}fold"
        return "–".join(digits(end, step=quantity.step) for end in ends) + "-fold"
    if len(ends) == 1 and ends[0] == 2 and not forms & numerals.IN_DIGITS:
        return "twice"
    number = numerals.number(value, "en-GB", forms, step=quantity.step, words=whole, scaled=False)
    return f"{number} time{'' if value == 1 else 's'}"


def _ordinal(quantity: Quantity, forms: frozenset[str]) -> str:
    value = quantity.value
    assert not isinstance(value, Ratio | str) and value is not None
    ends = (value.low, value.high) if isinstance(value, Range) else (value,)
    words = not forms & numerals.IN_DIGITS
    return " to ".join(numerals.ordinal(end, words=words) for end in ends)
