"""A numeral's place in English text -> the figure there: its unit, its range, its ratio, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import ONE, negative
from ..found import EXACT, Found, Unit
from .ages import group_word, grouped, is_age
from .alone import alone
from .cardinals import ALONE, ONES
from .durations import duration
from .fractions import VULGAR
from .labels import names
from .money import money_after, money_first, rescale
from .nouns import COMPOUND, PLURALS
from .numerals import Numeral, digits
from .qualifiers import qualify
from .ranges import opened, second_unit, smaller_unit, widen
from .ratios import ratio
from .single import one
from .spoken import words
from .units import unit
from .vague import SEVERAL, vague

_GLUED = re.compile(r"[A-Za-z_#&@/]$|[A-Za-z]-$|\d[.:/-]$")
_MINUS = re.compile(r"(?<!or )\b(?:minus|negative)\s$", re.IGNORECASE)
_MINUS_ENDS = frozenset(("us", "ve"))
_UNITLESS_NO = re.compile(r"[A-Za-z]|[-:/]\d|:\d|/\d|-(?:[A-Z]|some|si[dz])")
_Said = tuple[str, Unit, int] | None
_WHICH = re.compile(
    r"\s(?:new|more|other|additional|previous|extra|further|spare|separate|different)(?=\s[a-z])"
)
_MORE = frozenset(("more", "additional", "extra", "further"))
_TIMES_CALLED = re.compile(
    r"\s(?:in|since|for|during|over|at|this|last|before|between|on|when|while|against|around|across|already|so far|a|per|each|every|"
    r"daily|yearly|weekly|and|but|from|with|until|after|under|because)\b(?!\s(?:average|size|normal))|[.,;:)]|$"
)
_TIMES_GREW = re.compile(
    r"(?:^|\b(?:by|to|than|up|down|rise|rose|risen|grow\w*|grew|increas\w*|multipl\w*|expand\w*|higher|lower|jump\w*|surg\w*|soar\w*|"
    r"gain\w*|climb\w*|worth|return|earnings|sales|trad\w*|price\w*|valu\w*|revenue|profits?|output|is|was|were|are|be|some|nearly|"
    r"almost|roughly|leverage\w*|ratio|fell|fall\w*)\s)(?:(?:about|around|nearly|almost|more|over|than|roughly|some|by|at|least)\s){0,3}$",
    re.IGNORECASE,
)
"""Before N times that grew or compare; other times are how often: arrested 12 times, called 77 times."""
_DIGIT = "|".join(list(ONES)[:10])
_POINT = re.compile(rf"point\s(\d{{1,12}}|(?:{_DIGIT})(?:\s(?:{_DIGIT})){{0,8}})$", re.IGNORECASE)


def figure(text: str, start: int) -> Found | None:
    """The figure whose numeral or currency sign begins at ``start``, with the "between" of its range."""
    found = _figure(text, start)
    return opened(text, found) if found is not None and isinstance(found.value, Range) else found


def _figure(text: str, start: int) -> Found | None:
    if not text[start].isdigit() and (found := money_first(text, start) or _by_itself(text, start)):
        return found
    numeral = _numeral(text, start)
    if numeral is None:
        return None
    _sign(text, numeral)
    if found := ratio(text, numeral):
        return qualify(text, found)
    widen(text, numeral)
    rescale(text, numeral)
    of = 3 if numeral.step is None and text.startswith(" of ", numeral.end) else 0
    if group := grouped(text, numeral):
        return _age_group(text, numeral, group)
    said = _counted(text, numeral, unit(text, numeral.end + of))
    if said is None and is_age(text, numeral):
        return qualify(text, _age(numeral, numeral.end))
    if numeral.worded and numeral.value == ONE and not one(text, numeral, said):
        return None
    if numeral.value is SEVERAL and (of or not _several(text, numeral, said)):
        return None
    if names(text, numeral, said):
        return None
    return _unitless(text, numeral) if said is None else _with_unit(text, numeral, *said)


def _numeral(text: str, start: int) -> Numeral | None:
    if text[start].isdigit() or text[start] == ".":
        said = digits(text, start)
        if start and _GLUED.search(text[max(0, start - 2) : start]):
            return said if said and grouped(text, said) else None
        return said
    return group_word(text, start) or vague(text, start) or words(text, start)


def _by_itself(text: str, start: int) -> Found | None:
    """A vulgar fraction, or a word that is a figure only where the text holds nothing else: naught, a couple."""
    if text[start] in VULGAR and not (start and text[start - 1].isdigit()):
        part, whole = VULGAR[text[start]]
        return qualify(text, Found(start, start + 1, "ratio", Ratio(Decimal(part), Decimal(whole))))
    if start > 2 or len(text) > 24 or text[:start].strip():
        return None
    if value := ALONE.get(text.strip().lower()):
        return Found(start, len(text.rstrip()), "number", Decimal(value), step=ONE)
    if text.strip().lower() in ALONE:
        return Found(start, len(text.rstrip()), "number", Decimal(0), step=ONE)
    if point := _POINT.match(text, start):
        places = (
            point[1] if point[1].isdigit() else "".join(str(ONES[word]) for word in point[1].lower().split())
        )
        return Found(start, point.end(), "number", Decimal(f"0.{places}"), step=ONE.scaleb(-len(places)))
    return None


def _age(numeral: Numeral, end: int) -> Found:
    return Found(numeral.start, end, "age", numeral.value, "year", step=numeral.step)


def _age_group(text: str, numeral: Numeral, end: int) -> Found:
    """Under-18s, the over-75s: the word before is the qualifier."""
    found = _age(numeral, end)
    over = text[numeral.start - 5 : numeral.start - 1].lower() == "over"
    found.start, found.qualifier = numeral.start - (5 if over else 6), "more_than" if over else "less_than"
    return found


def _counted(text: str, numeral: Numeral, said: _Said) -> _Said:
    """The unit, less a noun in the singular after a number that is not one: seven bus routes are no seven buses.
    A noun one word on is taken where the word between only says which: 300,000 new homes."""
    if said is None:
        more = _WHICH.match(text, numeral.end)
        said = unit(text, more.end()) if more else None
        return (
            said
            if said
            and (
                said[1].kind == "count"
                and (said[0] in PLURALS or numeral.value == ONE)
                or _further(more, said)
            )
            else None
        )
    name, meaning, _ = said
    single = meaning.kind == "count" and name.lower() not in PLURALS
    if not single or text[numeral.end : numeral.end + 1] in "-‐‑":
        return said
    if numeral.value == ONE:
        return None if numeral.worded and name in COMPOUND else said
    following = unit(text, said[2])
    return (
        following if following and following[1].kind == "count" and following[0].lower() in PLURALS else None
    )


def _further(more: re.Match[str] | None, said: tuple[str, Unit, int]) -> bool:
    """16 to 20 more hours, three additional miles."""
    return more is not None and more[0].strip() in _MORE and said[1].kind in ("duration", "measure")


def _several(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Several people are a figure; several years, which only says "for long", are one where they stand alone."""
    by_itself = alone(text, numeral.start, numeral.end if said is None else said[2])
    return by_itself or said is not None and said[1].kind in ("count", "money", "measure")


def _sign(text: str, numeral: Numeral) -> None:
    if isinstance(numeral.value, Range):
        return
    if not numeral.worded and negative(text, numeral.start):
        numeral.value, numeral.start = -numeral.value, numeral.start - 1
        return
    head = text[max(0, numeral.start - 10) : numeral.start]
    if head.rstrip()[-2:].lower() in _MINUS_ENDS and (word := _MINUS.search(head)):
        numeral.value, numeral.start = -numeral.value, numeral.start - len(word[0])


def _unitless(text: str, numeral: Numeral) -> Found | None:
    after = text[numeral.end : numeral.end + 8]
    if not numeral.worded and _UNITLESS_NO.match(after):
        return None
    if text.startswith("-a-side", numeral.end):
        return None
    return qualify(text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step))


def _with_unit(text: str, numeral: Numeral, name: str, meaning: Unit, end: int) -> Found | None:
    if meaning.kind == "duration":
        found = duration(text, numeral, name, meaning.canonical or "", end)
        return found
    value, step = numeral.value, numeral.step
    if meaning.factor != ONE:
        value, step = _times(value, meaning.factor), meaning.factor
    counter = name if meaning.counter else None
    if name == "times" and _how_often(text, numeral, end):
        meaning, counter = Unit("count", "time"), name
    found = Found(numeral.start, end, meaning.kind, value, meaning.canonical, counter=counter, step=step)
    if meaning.kind == "measure":
        smaller_unit(text, found)
    second_unit(text, found)
    if meaning.kind == "money":
        money_after(text, found, numeral, meaning)
    return qualify(text, found)


def _how_often(text: str, numeral: Numeral, end: int) -> bool:
    """Whether so many times says how often, not how much."""
    value = numeral.value
    if text[end - 6 : end - 5] == "-" or isinstance(value, Decimal) and value != value.to_integral_value():
        return False
    head = text[max(0, numeral.start - 32) : numeral.start]
    if not head.strip() or not _TIMES_CALLED.match(text, end):
        return False
    return _TIMES_GREW.search(head) is None


def _times(value: Decimal | Range, factor: Decimal) -> Decimal | Range:
    if isinstance(value, Range):
        return Range(EXACT.multiply(value.low, factor), EXACT.multiply(value.high, factor), value.vague)
    return EXACT.multiply(value, factor)
