"""A numeral's place in English text -> the figure there: its unit, its range, its ratio, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import ONE, negative
from ..found import EXACT, Found, Unit
from .alone import alone
from .cardinals import ALONE
from .durations import duration
from .fractions import VULGAR
from .money import money_after, money_first, rescale
from .numerals import Numeral, digits
from .qualifiers import qualify
from .ranges import read_number, second_unit, widen
from .spoken import words
from .units import unit
from .vague import SEVERAL, vague

_OUT_OF = re.compile(r"\s(?:in|out of|of)\s(?:every\s|each\s)?(?=\d|[a-z]+)", re.IGNORECASE)
_SLASH = re.compile(r"\s?/\s?(\d{1,6})(?![\d/])")
_OVER = re.compile(r"\sover\s(?=\d|[a-z])", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\n](?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d\b(?!,\d)")
_NAMES = {(Decimal(9), Decimal(11)), (Decimal(24), Decimal(7))}
_GLUED = re.compile(r"[A-Za-z_#&@/]$|[A-Za-z]-$|\d[.:/-]$")
_LABELLED = re.compile(
    r"(?:^|[^a-z])(?:chapter|section|page|figure|fig\.|table|article|appendix|annex|gate|highway|interstate|route|"
    r"flight|room|platform|no\.|volume|vol\.|act|clause|paragraph|windows|iphone|boeing|airbus|channel|"
    r"group of|formula|unit|line|pier|exhibit|footnote|note|claude|gemini|llama|gpt|version|tier|type|item|form)\s$",
    re.IGNORECASE,
)
"""Labels whose number names a thing and counts nothing."""
_MINUS = re.compile(r"(?<!or )\b(?:minus|negative)\s$", re.IGNORECASE)
_UNITLESS_NO = re.compile(r"[A-Za-z]|[-:/]\d|:\d|/\d|-[A-Zs]")
_NOT_COUNTED = re.compile(r"\b(?:no|any|this|that|every|each)\s$", re.IGNORECASE)
_POINT = re.compile(r"point\s(\d{1,12})$", re.IGNORECASE)
_STREET = re.compile(r"\s(?:[A-Z][a-z]+\s)?(?:Street|Avenue|Road|Lane|Square|Boulevard)\b")


def figure(text: str, start: int) -> Found | None:
    """The figure whose numeral or currency sign begins at ``start``."""
    if not text[start].isdigit() and (found := money_first(text, start) or _by_itself(text, start)):
        return found
    numeral = _numeral(text, start)
    if numeral is None:
        return None
    _sign(text, numeral)
    if ratio := _ratio(text, numeral):
        return qualify(text, ratio)
    widen(text, numeral)
    rescale(text, numeral)
    of = 3 if numeral.step is None and text.startswith(" of ", numeral.end) else 0
    said = unit(text, numeral.end + of)
    if numeral.worded and numeral.value == ONE and not _one(text, numeral, said):
        return None
    if numeral.value is SEVERAL and (of or not _several(text, numeral, said)):
        return None
    if said is None and _LABELLED.search(text[max(0, numeral.start - 14) : numeral.start]):
        return None
    return _unitless(text, numeral) if said is None else _with_unit(text, numeral, *said)


def _numeral(text: str, start: int) -> Numeral | None:
    if text[start].isdigit() or text[start] == ".":
        if start and _GLUED.search(text[max(0, start - 2) : start]):
            return None
        return digits(text, start)
    return vague(text, start) or words(text, start)


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
        return Found(start, point.end(), "number", Decimal(f"0.{point[1]}"), step=ONE.scaleb(-len(point[1])))
    return None


def _one(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Whether "one" is a figure: before a counted noun, or alone; not one another, one of the, no one."""
    if said is None:
        return alone(text, numeral.start, numeral.end)
    name, meaning, _ = said
    if meaning.kind == "count":
        return not _NOT_COUNTED.search(text[max(0, numeral.start - 6) : numeral.start])
    if meaning.kind in ("duration", "measure"):
        return name != "day" and text[numeral.end : numeral.end + 1] != "-"
    return meaning.kind in ("percent", "money", "points")


def _several(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Several people are a figure; several years, which only says "for long", are one where they stand alone."""
    by_itself = alone(text, numeral.start, numeral.end if said is None else said[2])
    return by_itself or said is not None and said[1].kind in ("count", "money", "measure")


def _sign(text: str, numeral: Numeral) -> None:
    if isinstance(numeral.value, Range):
        return
    if not numeral.worded and negative(text, numeral.start):
        numeral.value, numeral.start = -numeral.value, numeral.start - 1
    elif word := _MINUS.search(text[max(0, numeral.start - 10) : numeral.start]):
        numeral.value, numeral.start = -numeral.value, numeral.start - len(word[0])


def _ratio(text: str, numeral: Numeral) -> Found | None:
    """One in seven, 1 in 40, three out of four, 3/4, 1 over 3."""
    value = numeral.value
    if isinstance(value, Range) or value != value.to_integral_value():
        return None
    if not numeral.worded and (slash := _SLASH.match(text, numeral.end)):
        whole = Decimal(slash[1])
        if (value, whole) in _NAMES:
            return None
        return Found(numeral.start, slash.end(), "ratio", Ratio(value, whole)) if whole else None
    if over := _OVER.match(text, numeral.end):
        return _over(text, numeral, over.end())
    said = _OUT_OF.match(text, numeral.end)
    if said is None or numeral.scale != ONE:
        return None
    second = read_number(text, said.end())
    if second is None or isinstance(second.value, Range) or not 0 < value < second.value:
        return None
    link = said[0].strip().lower()
    if link.startswith("of") or _YEAR.match(text, said.end()):
        return None
    if value > 9 and link.startswith("in") and not _CLAUSE_ENDS.match(text, second.end):
        return None
    said_unit = unit(text, second.end)
    if said_unit and said_unit[1].kind in ("duration", "money", "percent"):
        return None
    return Found(numeral.start, second.end, "ratio", Ratio(value, second.value))


def _over(text: str, numeral: Numeral, at: int) -> Found | None:
    """One over three at the end of a clause; before a noun "over" is a qualifier or a preposition."""
    second = read_number(text, at)
    if second is None or isinstance(second.value, Range) or not _CLAUSE_ENDS.match(text, second.end):
        return None
    part = numeral.value
    if isinstance(part, Range) or not 0 < abs(part) < second.value or second.value != int(second.value):
        return None
    return Found(numeral.start, second.end, "ratio", Ratio(part, second.value))


def _unitless(text: str, numeral: Numeral) -> Found | None:
    after = text[numeral.end : numeral.end + 2]
    if not numeral.worded and (_UNITLESS_NO.match(after) or _STREET.match(text, numeral.end)):
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
    found = Found(numeral.start, end, meaning.kind, value, meaning.canonical, counter=counter, step=step)
    second_unit(text, found)
    if meaning.kind == "money":
        money_after(text, found, numeral, meaning)
    return qualify(text, found)


def _times(value: Decimal | Range, factor: Decimal) -> Decimal | Range:
    if isinstance(value, Range):
        return Range(EXACT.multiply(value.low, factor), EXACT.multiply(value.high, factor), value.vague)
    return EXACT.multiply(value, factor)
