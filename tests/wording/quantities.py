"""Short ways to write a Quantity in a test."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from briefing.model import Kind, Qualifier, Quantity, Range, Ratio


def q(
    kind: Kind, value: str | int, unit: str | None = None, qualifier: Qualifier = "exact", **more: Any
) -> Quantity:
    return Quantity(kind, Decimal(value), unit, qualifier, **more)


def span(
    kind: Kind,
    low: int,
    high: int,
    unit: str | None = None,
    qualifier: Qualifier = "exact",
    *,
    vague: bool = False,
    **more: Any,
) -> Quantity:
    return Quantity(kind, Range(Decimal(low), Decimal(high), vague), unit, qualifier, **more)


def share(
    part: int, whole: int, unit: str | None = None, qualifier: Qualifier = "exact", **more: Any
) -> Quantity:
    return Quantity("ratio", Ratio(Decimal(part), Decimal(whole)), unit, qualifier, **more)


def date(value: str, qualifier: Qualifier = "exact", part: str | None = None) -> Quantity:
    return Quantity("date", value, None, qualifier, part=part)
