"""The word "one" in English text -> whether it counts: one of the three, at least one, one died; not one another."""

from __future__ import annotations

import re

from ..found import Unit
from .alone import alone
from .numerals import Numeral

_ONE_OF = re.compile(
    r"\sof\s(?:the|its|his|her|their|those|these|our|my|[A-Z][a-z]+['’]s)\s(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\d{1,4}(?![\d,]|s\b))\b"
)
_JUST_ONE = re.compile(
    r"\b(?:just|at least|more than|fewer than|less than|exactly|no more than|all but)\s$", re.IGNORECASE
)
_ONE_WHO = re.compile(r"\s(?:who|that|which|of|another|thing|way|side|hand|part|aspect|day|moment)\b|-")
_ONE_MORE = re.compile(r"\s(?:other\s(?:person|man|woman|died|was|is)|more\s(?:was|is|person|day|year|week|month|time)|was\s(?:killed|"
                       r"injured|wounded|hurt|missing|arrested|drawn|saved))\b")  # fmt: skip
_AND_ONE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|\d{1,4})\b[^.;:!?]{0,70}\b(?:and|with|but|plus|have replaced)\s$",
    re.IGNORECASE,
)
_ONE_DID = re.compile(
    r"\s(?:was|is|has|had|remained?|abstained|died|lost|drawn|drew|missing|injured|dead|survived|voted|against|woman|man|for|from)\b|[.,;]"
)
_IN_ONE = re.compile(r"\b(?:in|than|least|just|only|within|after|for)\s$", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"\b(?:no|any|this|that|every|each)\s$", re.IGNORECASE)


def one(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Whether "one" is a figure: before a counted noun, or alone; not one another, one of the, no one."""
    before = text[max(0, numeral.start - 100) : numeral.start]
    if said is None:
        if alone(text, numeral.start, numeral.end) or _ONE_OF.match(text, numeral.end):
            return True
        return bool(_JUST_ONE.search(before) and not _ONE_WHO.match(text, numeral.end) or _ONE_MORE.match(text, numeral.end)
                    or _AND_ONE.search(before) and _ONE_DID.match(text, numeral.end))  # fmt: skip
    name, meaning, _ = said
    if meaning.kind == "count":
        return not _NOT_COUNTED.search(text[max(0, numeral.start - 6) : numeral.start])
    if meaning.kind in ("duration", "measure"):
        hyphen = text[numeral.end : numeral.end + 1] == "-"
        return hyphen or name != "day" or bool(_IN_ONE.search(before))
    return meaning.kind in ("percent", "money", "points")
