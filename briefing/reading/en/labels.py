"""A numeral in English text -> whether it names a thing and counts nothing: Route 66, phase 3, Apollo 11, 12 Elm Street."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Unit
from .numerals import Numeral

_LABELLED = re.compile(
    r"(?:^|[^a-z])(?:chapter|section|page|figure|fig\.|table|article|appendix|annex|gate|highway|interstate|route|"
    r"flight|room|platform|no\.|volume|vol\.|act|clause|paragraph|windows|iphone|boeing|airbus|channel|junction|reactor|"
    r"group of|formula|unit|line|pier|exhibit|footnote|note|claude|gemini|llama|gpt|version|tier|type|item|form|terminal)\s$",
    re.IGNORECASE,
)
"""Labels whose number names a thing where no unit follows."""
_STAGED = re.compile(
    r"\b(?:[Ss]tage|[Pp]hase|[Tt]ype|[Tt]ier|[Gg]rade|[Cc]ategory|[Ll]evel|[Tt]erminal|Year|Group|Junction|Pod|Ward|Unit|Lane|"
    r"Platform|Gate|Zone|Annexe?|Schedule|Class|Form|Tower|Building|Block|Court|Hall|Studio|Apollo|Soyuz|Artemis|"
    r"Voyager|Pioneer|Mariner|Sputnik|Vostok|Chandrayaan|"
    r"Falcon|Gemini|Chang['’]e|Shenzhou|Catch|PlayStation|Xbox|Galaxy|Pixel|Super Bowl|Radio|BBC|ITV|Area|FIFA|"
    r"Division|League|Formula|Mach|Euro|Expo|Agenda|Vision|Horizon|Title|Rule|Order|Law|Bill|Proposition|Prop|Measure|"
    r"Resolution|Directive|Psalm|Room|Lot|World War|Box)\s$"
)
"""Nouns in the singular that a number names whatever comes after it (phase 3 trials, Year 6 pupils)."""
_NUMBERED = re.compile(r"\bNos?\.?\s$|\b[Ff]light\s[A-Z]{2}\s$")
_SERVICE = re.compile(r"\s(?:bus|tram|train|shirt|jersey|seed|spot|iron|wood)\b")
_STREET = re.compile(r"\s(?:[A-Z][a-z]+\s)?(?:Street|Avenue|Road|Lane|Square|Boulevard)\b")
_LARGEST = 99


def names(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Whether the numeral, with the unit ``said`` after it, is the number of a thing that has one."""
    head = text[max(0, numeral.start - 14) : numeral.start]
    value = numeral.value
    whole = isinstance(value, Decimal) and 0 <= value <= _LARGEST and value == value.to_integral_value()
    if whole and _STAGED.search(head):
        return True
    if not numeral.worded:
        if _NUMBERED.search(head) and (said is None or said[1].kind == "count"):
            return True
        if head.lower().endswith("number ") and _SERVICE.match(text, numeral.end):
            return True
        if said is None and _STREET.match(text, numeral.end):
            return True
    return said is None and _LABELLED.search(head) is not None
