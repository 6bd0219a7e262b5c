"""A figure as its words read alone, and what was meant -> the same figure in that sense, where the words say both."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.model import Quantity

_DAY = re.compile(r"XXXX-XX-(\d\d)")
"""A day of a month that nothing names."""


def as_meant(read: Quantity, meant: Quantity) -> Quantity:
    """``read`` with the kind and unit of ``meant`` where its words allow it, else ``read`` itself; values are not compared.

    A count and an age may leave to the words around them what is counted (44.9); a Korean 10일 is ten days as well as
    the tenth.
    """
    if meant.kind == "count" and read.kind in ("number", "count"):
        return replace(read, kind="count", unit=meant.unit)
    if meant.kind == "age" and (read.kind == "number" or (read.kind, read.unit) == ("duration", meant.unit)):
        return replace(read, kind="age", unit=meant.unit)
    if (meant.kind, meant.unit) == ("duration", "day") and isinstance(read.value, str):
        day = _DAY.fullmatch(read.value)
        return replace(read, kind="duration", unit="day", value=Decimal(day[1])) if day else read
    return read
