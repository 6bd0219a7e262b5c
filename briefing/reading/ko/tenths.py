"""A Korean figure in 할 and the 푼 and 리 after it -> one percentage: 3할1푼2리 is 31.2 per cent (표준국어대사전)."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import EXACT, Found

_REST = re.compile(r"(?:\s?(\d)\s?푼)?(?:\s?(\d)\s?리)?(?![\d가-힣]{2})")


def tenths(text: str, found: Found) -> None:
    """Takes the hundredths and thousandths after 할 into ``found``."""
    rest = _REST.match(text, found.end)
    if rest is None or not isinstance(found.value, Decimal) or not (rest[1] or rest[2]):
        return
    more = Decimal(rest[1] or 0) + Decimal(rest[2] or 0).scaleb(-1)
    found.value, found.end = EXACT.add(found.value, more), max(rest.end(1) + 1, rest.end(2) + 1)
    found.step = Decimal("0.1") if rest[2] else Decimal(1)
