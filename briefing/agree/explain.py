"""A figure without its like -> the figures of the other side that say it in other words, perhaps none."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Range, Ratio

from . import dates
from .figure import Figure, Side, number_of
from .figures import ends, voice
from .same import difference, normal


def explained(one: Side, other: Side, i: int, own: set[int], left: set[int]) -> tuple[int, ...] | None:
    """The figures of the other side (perhaps none) that say what figure ``i`` says; None where nothing does."""
    figure = one.figures[i]
    if figure.quantity.kind == "date":
        return _date_explained(figure, other, left)
    rival = any(other.figures[j].quantity.kind in ("multiple", "ratio") for j in left)
    if figure.quantity.kind in ("multiple", "ratio") and not rival and _follows(figure, one):
        return ()
    if figure.quantity.kind == "age" and (decades := _decades(figure, other, left)):
        return decades
    odds = (each.quantity.value for each in one.figures if isinstance(each.quantity.value, Ratio))
    if any(ratio.whole == 1 and ratio.part == number_of(figure.quantity) for ratio in odds):
        return ()  # 12.5 applicants for each place (12.5 to 1)
    numbers = ends(figure.quantity)
    used = [j for number in numbers for j in left if number_of(other.figures[j].quantity) == number]
    if (
        numbers
        and {number_of(other.figures[j].quantity) for j in used} | {Decimal(1)} >= set(numbers)
        and used
    ):
        return tuple(dict.fromkeys(used))
    for k, again in enumerate(one.figures):
        if (
            k not in own
            and k != i
            and not again.name
            and difference(figure.quantity, again.quantity) in (None, "qualifier")
            and normal(figure.quantity)[0] == normal(again.quantity)[0]
        ):
            if any(difference(figure.quantity, b.quantity) in (None, "qualifier") for b in other.figures):
                return ()
    if any(
        b.name and not b.soft and number_of(b.quantity) == number_of(figure.quantity) for b in other.figures
    ):
        return ()  # 5세대(5G) is 5G
    if figure.name and any(number_of(b.quantity) == number_of(figure.quantity) for b in other.figures):
        return ()
    return None


def _decades(figure: Figure, other: Side, left: set[int]) -> tuple[int, ...]:
    """20~30대 as those in their 20s and 30s."""
    value = figure.quantity.value
    ages = [(j, other.figures[j].quantity.value) for j in sorted(left)]
    ranges = [(j, age) for j, age in ages if isinstance(value, Range) and isinstance(age, Range)]
    first = [j for j, age in ranges if isinstance(value, Range) and age.low == value.low]
    last = [j for j, age in ranges if isinstance(value, Range) and age.high == value.high]
    return (first[0], last[0]) if first and last else ()


def _follows(figure: Figure, side: Side) -> bool:
    """Whether a multiple says what two other figures of its text show (halved … from four to two)."""
    value, _, _ = normal(figure.quantity)
    numbers = [n for each in side.figures if each is not figure and (n := number_of(each.quantity))]
    return isinstance(value, Decimal) and any(
        one * value == other for one in numbers for other in numbers if one != other
    )


def _date_explained(figure: Figure, other: Side, left: set[int]) -> tuple[int, ...] | None:
    said = dates.parts(figure.quantity, figure.written)
    stated = {key: value for key, value in said.items() if key not in ("far", "part")}
    rivals = [
        j
        for j in left
        if other.figures[j].quantity.kind == "date"
        and dates.clash(said, dates.parts(other.figures[j].quantity, other.figures[j].written))
        in ("year", "month", "day", "period", "to year", "to month", "to day", "far")
    ]
    if rivals:
        return None
    atoms = {
        (key.removeprefix("to "), value)
        for b in other.figures
        if b.quantity.kind == "date"
        for key, value in dates.parts(b.quantity, b.written).items()
    }
    atoms |= {("month", month) for month in dates.months(other.text)}
    atoms |= {
        ("day", f"{int(n):02d}")
        for b in other.figures
        if b.quantity.kind == "ordinal" and (n := number_of(b.quantity)) and n < 32
    }
    atoms |= {("year", f"{n:f}") for b in other.figures if (n := number_of(b.quantity)) and 1900 < n < 2100}
    lacking = {(key.removeprefix("to "), value) for key, value in stated.items()} - atoms
    if any(key == "far" for key, _ in atoms):
        lacking = {(key, value) for key, value in lacking if key != "year"}
    if voice(other.language).WEEKDAY.search(other.text):
        lacking = {(key, value) for key, value in lacking if key != "day"}
    return () if not lacking else None
