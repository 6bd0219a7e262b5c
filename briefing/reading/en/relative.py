"""English dates counted from another day at a place in the text -> Found: last year, two weeks ago."""

from __future__ import annotations

import re

from ..found import Day, Found
from .alone import alone
from .calendar import FROM_CONTEXT, LEANS, MONTH, TIMES, UNITS, WORDS
from .calendar import month as month_of
from .qualifiers import qualify
from .weeks import week

_I = re.IGNORECASE
_RELATIVE = re.compile(
    r"(?:(?P<the>the|that)\s)?(?P<word>last|past|this|current|next|coming|previous|preceding|prior|following|same)\s"
    r"(?:(?P<of>fiscal|financial|calendar|school|academic|tax)\s)?(?P<unit>year|quarter|month|week|decade|day|fortnight)\b(?![-'’](?!s\b(?!\s(?:time|end)\b)))",
    _I,
)
_STRETCH = re.compile(r"\b(?:over|in|within|during|for|of|throughout|across|through)\s(?:just\s)?$", _I)
"""Before "the last year" and "the next month": a length up to today or from it, not a year of the calendar."""
_SAME_AS = re.compile(r"\s(?:last|of|in|the\s(?:previous|year)|a\syear|one\syear|as|that|this)\b", _I)
_MONTH_LEANS = re.compile(rf"(?:the\s)?(?P<lean>last|this|next|past|coming)\s(?P<month>{MONTH})(?!\w)", _I)
_UNIT = r"year|quarter|month|week|fortnight|day|decade|century"
_CLAUSE_ENDS = r"(?=\s*(?:$|[.,;:)\]”\"\n—–])|\s(?:and|but|or|in|at|on|when|while|to|by|with|for|as|because|after|before|amid|despite|under)\b)"
_AGO = (
    r"(?P<how>ago|previously|hence|from now|(?:earlier|later)(?!\sthan\b|[-\w])"
    rf"|(?:before|after){_CLAUSE_ENDS})"
)
_DISTANCE = re.compile(rf"\s?{_AGO}(?!\w)", _I)
_A_UNIT = re.compile(rf"(?:(?P<the>the|an?)\s)?(?P<unit>{_UNIT})\s{_AGO}(?!\w)", _I)
_THAN = re.compile(r"\b[a-z]+\sthan\s$")
"""A fifth more than a year ago compares with that year; at the head of a sentence a distance is meant."""
_IN_TIME = re.compile(r"\b(?:in|within)\s(?:about\s|around\s|just\s)?(?:an?\s)?$", _I)
_TIME = re.compile(r"['’]s?\s(?:time\b|from now\b)", _I)
_DAY_WORD = re.compile(rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b(?!-)", _I)
_YEAR_END = re.compile(
    r"(?:the\s)?(?:end of (?:the|this) (?P<unit>year|month|quarter|week)\b(?!['’-])|year[\s-]end\b(?!\s\d)|year['’]s end\b"
    r"|(?P<edge>start|beginning|middle) of (?:the|this) (?P<unit2>year|month|week)\b(?!['’-]))",
    _I,
)
_EDGES = {"start": "early", "beginning": "early", "middle": "mid"}


def relative(text: str, start: int) -> Found | None:
    """The date that begins at ``start`` and counts from publication or from another date."""
    if day_word := _DAY_WORD.match(text, start):
        return Found(start, day_word.end(), "date", day=Day(shift=("D", WORDS[day_word[0].lower()])))
    if edge := _YEAR_END.match(text, start):
        unit = (edge["unit"] or edge["unit2"] or "year").lower()
        part = _EDGES[edge["edge"].lower()] if edge["edge"] else "late"
        return Found(start, edge.end(), "date", day=Day(shift=(UNITS[unit], 0), part=part))
    if said := _RELATIVE.match(text, start):
        return _unit_beside(text, said)
    if (named := _MONTH_LEANS.match(text, start)) and named["month"][0].isupper():
        day = Day(month=month_of(named["month"]), lean=LEANS[named["lean"].lower()])
        return Found(start, named.end(), "date", day=day)
    if found := week(text, start):
        return found
    said = _A_UNIT.match(text, start)
    if said is None:
        return None
    found = _a_unit(said)
    return found if _THAN.search(text[max(0, start - 14) : start]) else qualify(text, found)


def _unit_beside(text: str, said: re.Match[str]) -> Found | None:
    """Last year, the previous quarter; the same month last year says nothing more than "last year"."""
    word, unit = said["word"].lower(), said["unit"].lower()
    if unit == "decade" or word == "past":
        return None
    if word not in FROM_CONTEXT and unit in ("day", "fortnight") and (word != "next" or not said["the"]):
        return None
    if word == "same" and (unit in ("day", "week") or _SAME_AS.match(text, said.end())):
        return None
    anaphoric = word in FROM_CONTEXT
    if said["the"] and not anaphoric:
        if said["the"].lower() == "that":
            return None
        if unit != "quarter" and word in ("last", "next", "coming"):
            if word != "next" or _STRETCH.search(text[max(0, said.start() - 14) : said.start()]):
                return None
            anaphoric = True
    count = LEANS.get(word, FROM_CONTEXT.get(word, 0)) * TIMES.get(unit, 1)
    return Found(said.start(), said.end(), "date", day=Day(shift=(UNITS[unit], count), anaphoric=anaphoric))


def _a_unit(said: re.Match[str]) -> Found:
    """A year earlier, the week before, month ago."""
    unit, word = said["unit"].lower(), said["how"].lower()
    count = TIMES.get(unit, 1) * (-1 if _is_back(word) else 1)
    day = Day(shift=(UNITS[unit], count), anaphoric=_from_context(word))
    return Found(said.start(), said.end(), "date", day=day)


def _is_back(word: str) -> bool:
    return word in ("ago", "earlier", "before", "previously")


def _from_context(word: str) -> bool:
    return word not in ("ago", "hence", "from now")


def counted(text: str, start: int, end: int, unit: str, count: int) -> tuple[Day, int, int] | None:
    """The date that a distance gives, with its span: five years earlier, in three weeks' time."""
    letter = UNITS.get(unit)
    if letter is None:
        return None
    count = count * TIMES.get(unit, 1)
    ahead = _IN_TIME.search(text[max(0, start - 16) : start])
    if ahead and (time := _TIME.match(text, end)):
        return Day(shift=(letter, count)), start, time.end()
    if ahead and alone(text, start - len(ahead[0]), end) and ahead[0].lower() == "in ":
        return Day(shift=(letter, count), exactly=True), start - len(ahead[0]), end
    said = _DISTANCE.match(text, end)
    if said is None:
        return None
    word = said["how"].lower()
    return (
        Day(shift=(letter, -count if _is_back(word) else count), anaphoric=_from_context(word)),
        start,
        said.end(),
    )
