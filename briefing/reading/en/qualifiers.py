"""The words around an English figure -> its qualifier and the span with them (nearly 70%)."""

from __future__ import annotations

import re
from decimal import Decimal
from re import Pattern

from briefing.model import Qualifier

from ..found import Found

BEFORE: dict[str, Qualifier] = {
    "about": "about", "around": "about", "roughly": "about", "some": "about", "approximately": "about",
    "circa": "about", "an estimated": "about",
    "estimated": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "just under": "less_than", "at least": "at_least", "a minimum of": "at_least",
    "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "up to": "at_most", "at most": "at_most", "as many as": "at_most", "as much as": "at_most",
    "a maximum of": "at_most",
    "no more than": "at_most", "not more than": "at_most", "more than": "more_than", "over": "more_than",
    "above": "more_than", "exceeding": "more_than", "not exceeding": "at_most", "not to exceed": "at_most", "not exceed": "at_most",
    "exceed": "more_than", "in excess of": "more_than",
    "greater than": "more_than", "upwards of": "more_than", "just over": "more_than",
    "well over": "more_than", "less than": "less_than", "fewer than": "less_than", "under": "less_than",
    "below": "less_than", "short of": "less_than", "~": "about", "c.": "about", "or so": "about",
}  # fmt: skip
AFTER: dict[str, Qualifier] = {
    "or more": "at_least", "or so": "about", "or fewer": "at_most", "or less": "at_most",
    "at least": "at_least", "at most": "at_most", "plus": "more_than", "or over": "at_least",
    "or under": "at_most", "or thereabouts": "about", "or above": "at_least", "or older": "at_least",
    "or below": "at_most", "or younger": "at_most", "or greater": "at_least", "or higher": "at_least",
    "or lower": "at_most", "or thereabout": "about", "or even more": "at_least", "and over": "at_least",
    "and older": "at_least", "and above": "at_least", "and up": "at_least", "and upwards": "at_least",
    "and under": "at_most", "and younger": "at_most", "and below": "at_most",
}  # fmt: skip
_BEFORE = re.compile(
    (
        rf"(?:^|"
        rf"(?<![A-Za-z]))({'|'.join(re.escape(w) for w in sorted(BEFORE, key=len, reverse=True))})\s?(?:an?\s)?$"
    ),
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:\s|-(?=plus))({'|'.join(sorted(AFTER, key=len, reverse=True))})\b(?!\s(?:than|to|the|an?|all|half|at|it|his|her|their)\b|\s[\d$£€])|"
    r"(\+)(?!\d)",
    re.IGNORECASE,
)
_NO_QUALIFIER: dict[str, Pattern[str]] = {
    "over": re.compile(
        r"\b(?:jailed|sued|sacked|arrested|investigated|criticised|criticized|row|dispute|clash\w*|battle|quit|resigned|"
        r"questioned|concerns?|anger|fears?|outrage|lawsuit|trial|lead|victory|advantage|control|vote|talks|staggered|"
        r"triumph|premium|edge|presid\w*)\s$",
        re.IGNORECASE,
    ),
    "up to": re.compile(
        r"\b(?:edg|tick|inch|creep|mov|stepp?|round|jump|push|driv|bump|nudg|pick|climb|ratchet|scal|bid|hik|rais|revis|shoot)(?:ed|ing|s|e|es)(?:\sback)?"
        r"\s$|\b(?:went|go|goes|gone|going|crept|shot|took|came|driven|rose|risen|edge|add\w*|catch\w*|caught|live[sd]?|sprang)\s$",
        re.IGNORECASE,
    ),
    "short of": re.compile(
        r"\b(?:is|are|was|were|be|been|being|still|already|chronically|desperately|badly|currently|now|run|running|ran)\s$",
        re.IGNORECASE,
    ),
    "under": re.compile(
        r"\b(?:under|act|rule|law|section|scheme|article|agreement|plan|clause)\s$", re.IGNORECASE
    ),
}
"""What before a word makes it no qualifier: jailed over a sum, short of people (a lack of them)."""
_OF_DATES = {
    "about",
    "around",
    "roughly",
    "circa",
    "c.",
    "some",
    "nearly",
    "almost",
    "more than",
    "approximately",
}
_LENGTH = re.compile(
    r"^\s*$|\b(?:for|of|after|lasts|lasted|lasting|took|takes|take|spent|is|was|are|were|by|well|just|with|served|spans)\s$",
    re.IGNORECASE,
)
"""Before "over 20 years" as a length; elsewhere "over" says during."""
_PERIODS = frozenset(
    "seasons sessions rounds legs nights episodes terms sets innings phases stages passes transits weekends series evenings "
    "meetings instalments installments generations editions semesters elections".split()
)
"""Things one after another: over four of them is during them."""
_WORD = re.compile(r"\s([a-z]+)")
_FEW = 20
_LAST = frozenset("tdyemnorsgwf.~TDYEMNORSGWF")


def qualify(text: str, found: Found) -> Found:
    """``found`` with its qualifier, its span widened over the words that say it."""
    start = found.start
    head = text[max(0, start - 16) : start]
    kept = head.rstrip()
    if (
        kept
        and kept[-1] in _LAST
        and (before := _BEFORE.search(head))
        and not _no_qualifier(text, start, before)
    ):
        word = before[1].lower()
        meant = word in _OF_DATES if found.kind == "date" else word != "over" or not _lasts(text, found)
        if meant or found.kind != "date" and _LENGTH.search(head[: before.start(1)]):
            found.start = start - len(head) + before.start(1)
            found.qualifier = BEFORE[before[1].lower()]
    if (after := _AFTER.match(text, found.end)) and (after[2] or found.qualifier == "exact"):
        found.qualifier = AFTER[after[1].lower()] if after[1] else "more_than"
        found.end = after.end()
    return found


def _lasts(text: str, found: Found) -> bool:
    """Whether "over" before the figure says how long something went on: over two years, over four seasons."""
    if found.kind == "duration":
        return True
    if found.kind not in ("number", "count") or not isinstance(found.value, Decimal) or found.value > _FEW:
        return False
    after = None if found.counter else _WORD.match(text, found.end)
    return (after[1] if after else found.counter) in _PERIODS


def _no_qualifier(text: str, start: int, before: re.Match[str]) -> bool:
    if (cause := _NO_QUALIFIER.get(before[1].lower())) is None:
        return False
    at = start - (len(before.string) - before.start(1))
    return cause.search(text[max(0, at - 14) : at]) is not None
