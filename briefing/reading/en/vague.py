"""English words for a magnitude at a place in the text -> Numeral with a range: dozens, a few hundred."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..digits import ONE
from ..found import EXACT
from .cardinals import SCALES
from .numerals import Numeral

_VAGUE = re.compile(
    r"(?:(?P<few>(?:a\s)?few|several|many|(?:a\s)?couple(?: of)?|some)\s)?"
    r"(?:(?P<tens>tens|dozens|hundreds|thousands)\sof\s|(?P<hundred>hundred)\s(?=thousand|[mb]illion))?"
    r"(?P<last>hundreds|thousands|millions|billions|trillions|dozens|tens(?=\sof)|lakhs|crores|hundred|"
    r"thousand|million|billion|trillion|dozen|lakh|crore)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"several\b", re.IGNORECASE)
_MAGNITUDES = {"ten": 10} | SCALES
SEVERAL = Range(Decimal(2), Decimal(9), True)
"""Several is more than one and less than ten (the Korean 몇 in the other grammar)."""


def vague(text: str, start: int) -> Numeral | None:
    """dozens, hundreds, tens of millions, a few hundred: a range of one magnitude; several: 2 to 9."""
    said = _VAGUE.match(text, start)
    if said is None:
        several = _SEVERAL.match(text, start)
        return Numeral(start, several.end(), SEVERAL, None, worded=True) if several else None
    last, few = said["last"].lower(), (said["few"] or "").lower()
    if not last.endswith("s") and not few:
        return None
    scale = Decimal(_MAGNITUDES[last.rstrip("s")])
    if more := said["tens"] or said["hundred"]:
        scale = EXACT.multiply(scale, Decimal(_MAGNITUDES[more.lower().rstrip("s")]))
    two = "couple" in few
    low = Decimal(2) if two or scale == 12 else ONE
    high = Decimal(3) if two else Decimal(8) if scale == 12 else Decimal(10)
    value = Range(EXACT.multiply(low, scale), EXACT.multiply(high, scale), True)
    return Numeral(start, said.end(), value, None, scale, True)
