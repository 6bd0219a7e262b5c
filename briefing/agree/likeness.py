"""Two figures -> how well they go together if they differ in one thing only."""

from __future__ import annotations

import re

from . import dates
from .beside import falls, said_apart, shares_unit, span_says
from .figure import Figure, Side, number_of
from .same import difference, normal

_ROUNDED = 3
"""How much less likely a rounded figure is than the very same: over one million, beside 1.17 million."""


def rank(one: Side, other: Side, i: int, j: int, wanted: str | None) -> int | None:
    """How well two figures go together if they differ in ``wanted`` only; lower is better."""
    a, b = one.figures[i], other.figures[j]
    if wanted == "value":
        return _rank_of_kind(a, b)
    if {a.quantity.unit, b.quantity.unit} & {"clock"} and a.quantity.unit != b.quantity.unit:
        return None
    if "date" in (a.quantity.kind, b.quantity.kind):
        return _rank_of_dates(a, b) if wanted is None else None
    if a.name or b.name:
        return 9 if wanted is None and number_of(a.quantity) == number_of(b.quantity) != None else None  # noqa: E711
    differs = difference(a.quantity, b.quantity, (a.written, b.written))
    if differs == "sign" and (falls(one, a) and falls(other, b)):
        differs = None
    if differs == "unit" and shares_unit(one, i, other, j):
        differs = None
    if differs == "qualifier" and (
        span_says(one, a, b) or span_says(other, b, a) or said_apart(one, a, b) or said_apart(other, b, a)
    ):
        differs = None
    told = wanted == "qualifier" and _counted(a) and _counted(b)  # at least one year, 1년
    if differs != wanted or (wanted is not None and not told and (a.soft or b.soft)):
        return None
    likely = 0 if a.quantity.kind == b.quantity.kind and a.quantity.unit == b.quantity.unit else 1
    return likely + (0 if a.soft or b.soft or _equal(a, b) else _ROUNDED)


def _equal(a: Figure, b: Figure) -> bool:
    return normal(a.quantity)[0] == normal(b.quantity)[0]


def _rank_of_dates(a: Figure, b: Figure) -> int | None:
    if a.quantity.kind == b.quantity.kind:
        first, second = (dates.parts(each.quantity, each.written) for each in (a, b))
        if dates.clash(first, second) is not None:
            return None
        return 2 + len(first.keys() ^ second.keys())
    day, figure = (a, b) if a.quantity.kind == "date" else (b, a)
    said, number = dates.parts(day.quantity, day.written), number_of(figure.quantity)
    if number is None:
        return None
    week = figure.quantity.kind == "duration" and figure.quantity.unit == "day"  # 주 5일, five days a week
    if (
        set(said) == {"day"}
        and (week or figure.quantity.kind in ("ordinal", "number"))
        and int(said["day"]) == number
    ):
        return 5
    if (
        set(said) == {"year"}
        and said["year"].isdigit()
        and int(said["year"]) == number
        and figure.quantity.kind == "number"
    ):
        return 5
    distance = said.get("far", "").strip("-P")
    unit = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "Y"}.get(
        figure.quantity.unit or "", ""
    )
    whole = figure.quantity.kind != "duration" or distance[-1:] == unit
    if figure.quantity.kind in ("duration", "number", "ordinal") and whole and distance[:-1] == f"{number:f}":
        return 6
    return None


def _rank_of_kind(a: Figure, b: Figure) -> int | None:
    if a.soft or b.soft:
        both = a.soft and b.soft and a.quantity.kind == b.quantity.kind
        return 8 if both and (_money(a, b) or _counted(a) and _counted(b)) else _far(a, b)
    if a.name or b.name:
        return 7 if a.name and b.name else None
    if a.quantity.kind == b.quantity.kind:
        return 0 if normal(a.quantity)[1] == normal(b.quantity)[1] else 2
    return 4


def _counted(figure: Figure) -> bool:
    """One month, 1개월: a length of time whose number is said."""
    return figure.quantity.kind == "duration" and bool(re.search(r"\bone\b|1|한", figure.written, re.I))


def _money(a: Figure, b: Figure) -> bool:
    return a.quantity.kind == "money" and a.quantity.unit == b.quantity.unit


def _far(a: Figure, b: Figure) -> int | None:
    """Relative dates of one unit that name different ones: 지난해 against this year."""
    if a.quantity.kind != "date" or b.quantity.kind != "date":
        return None
    first, second = (dates.parts(each.quantity, each.written) for each in (a, b))
    clash = dates.clash(first, second)
    if clash == "far":
        return 6 if first["far"][-1] == second["far"][-1] else None
    return 6 if clash not in (None, "nothing") else None
