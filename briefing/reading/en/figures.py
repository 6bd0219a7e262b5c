"""A numeral's place in English text -> the figure there: its unit, its range, its ratio, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import ONE, negative
from ..found import EXACT, Found
from . import dates
from .numerals import Numeral, digits, vague, words
from .qualifiers import qualify
from .units import SIGNS, Unit, unit

_DASH = re.compile(r"\s?[-–—~]\s?(?=[\d$€£¥₩])|\sto\s(?=\d|[$€£¥₩])")
_TO = re.compile(r"\s(?:to|or)\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to)\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:about\s|around\s)?(?:US)?[$€£¥₩]?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:in|out of|of)\s(?:every\s|each\s)?(?=\d|[a-z]+)", re.IGNORECASE)
_SLASH = re.compile(r"\s?/\s?(\d{1,6})(?![\d/])")
_SIGN = re.compile(
    "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    + r"|(?:USD|EUR|GBP|KRW|JPY|CNY|RMB|CAD|AUD|CHF|INR|Rs\.?|AED|SGD|HKD)(?=\s?\d)"
)
_NAMES = {(Decimal(9), Decimal(11)), (Decimal(24), Decimal(7))}
_CODES = {"RMB": "CNY", "Rs": "INR", "Rs.": "INR"}
_GLUED = re.compile(r"[A-Za-z_#&@/]$|[A-Za-z]-$|\d[.:/-]$")
_MINUS = re.compile(r"\b(?:minus|negative)\s$", re.IGNORECASE)
_UNITLESS_NO = re.compile(r"[A-Za-z]|[-:/]\d|:\d|/\d")
_NOUN_ONE = re.compile(
    (
        r"[\s-](?:of|in|out of)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|"
        r"twelve|twenty|\d+|every)\b"
    ),
    re.IGNORECASE,
)
_AGED = re.compile(r"[\s-](?:years?|months?|weeks?|days?)[\s-](?:old|of age)\b", re.IGNORECASE)


def figure(text: str, start: int) -> Found | None:
    """The figure whose numeral or currency sign begins at ``start``."""
    if sign := _SIGN.match(text, start):
        return _money(text, start, sign)
    if text[start].isdigit() or text[start] == ".":
        if start and _GLUED.search(text[max(0, start - 2) : start]):
            return None
        numeral = digits(text, start)
    else:
        numeral = vague(text, start) or words(text, start)
    if numeral is None:
        return None
    _sign(text, numeral)
    if ratio := _ratio(text, numeral):
        return qualify(text, ratio)
    _widen(text, numeral)
    of = 3 if numeral.step is None and text.startswith(" of ", numeral.end) else 0
    said = unit(text, numeral.end + of)
    if numeral.worded and numeral.value == ONE and not _one(text, numeral, said):
        return None
    return _unitless(text, numeral) if said is None else _with_unit(text, numeral, *said)


def _one(text: str, numeral: Numeral, said: tuple[str, Unit, int] | None) -> bool:
    """Whether "one" is a figure: before a counted noun, or alone; not one another, one of the, no one."""
    if said is None:
        return not text[: numeral.start].strip() and not text[numeral.end :].strip(" .")
    return (
        said[1].kind in ("percent", "money", "points")
        or said[1].kind == "count"
        and not re.search(
            r"\b(?:no|any|this|that|every|each)\s$",
            text[max(0, numeral.start - 6) : numeral.start],
            re.IGNORECASE,
        )
        or said[1].kind in ("duration", "measure")
        and said[0] != "day"
        and text[numeral.end : numeral.end + 1] != "-"
    )


def _sign(text: str, numeral: Numeral) -> None:
    if isinstance(numeral.value, Range):
        return
    if not numeral.worded and negative(text, numeral.start):
        numeral.value, numeral.start = -numeral.value, numeral.start - 1
    elif word := _MINUS.search(text[max(0, numeral.start - 10) : numeral.start]):
        numeral.value, numeral.start = -numeral.value, numeral.start - len(word[0])


def _read(text: str, start: int, money: bool = False) -> Numeral | None:
    return digits(text, start, money) if text[start : start + 1].isdigit() else words(text, start)


def _widen(text: str, numeral: Numeral, money: bool = False) -> None:
    """Takes a second end into the numeral: 200–300, 5 to 6 billion, between 20 and 30."""
    if isinstance(numeral.value, Range):
        return
    joined = _DASH.match(text, numeral.end) or numeral.worded and _TO.match(text, numeral.end) or None
    if joined is None and _BETWEEN.search(text[max(0, numeral.start - 18) : numeral.start]):
        joined = _AND.match(text, numeral.end)
    if not joined:
        return
    at = joined.end()
    if sign := _SIGN.match(text, at):
        if not money:
            return
        at = sign.end()
    second = _read(text, at, money)
    if second is None or isinstance(second.value, Range):
        return
    low = numeral.value
    if numeral.scale == ONE and second.scale > ONE and low * second.scale < second.value:
        low = EXACT.multiply(low, second.scale)
    if low < second.value and (numeral.worded is second.worded):
        numeral.value, numeral.end, numeral.scale, numeral.step = (
            Range(low, second.value),
            second.end,
            second.scale,
            second.step,
        )


def _ratio(text: str, numeral: Numeral) -> Found | None:
    """One in seven, 1 in 40, three out of four, 3/4."""
    if isinstance(numeral.value, Range) or numeral.value != numeral.value.to_integral_value():
        return None
    if not numeral.worded and (slash := _SLASH.match(text, numeral.end)):
        whole = Decimal(slash[1])
        if (numeral.value, whole) in _NAMES:
            return None
        return Found(numeral.start, slash.end(), "ratio", Ratio(numeral.value, whole)) if whole else None
    said = _OUT_OF.match(text, numeral.end)
    if said is None or numeral.scale != ONE:
        return None
    second = _read(text, said.end())
    if second is None or isinstance(second.value, Range) or not 0 < numeral.value < second.value:
        return None
    link = said[0].strip().lower()
    if link.startswith("of") or second.value >= 1900 or numeral.value > 9 and link.startswith("in"):
        return None
    said_unit = unit(text, second.end)
    if said_unit and said_unit[1].kind in ("duration", "money", "percent"):
        return None
    return Found(numeral.start, second.end, "ratio", Ratio(numeral.value, second.value))


def _money(text: str, start: int, sign: re.Match[str]) -> Found | None:
    at = sign.end()
    at += text[at : at + 1] == " "
    numeral = digits(text, at, True) or (words(text, at) if text[at : at + 1].isalpha() else None)
    if numeral is None:
        return None
    _widen(text, numeral, True)
    code = SIGNS.get(sign[0]) or _CODES.get(sign[0], sign[0])
    value = numeral.value
    begin = start
    if start and text[start - 1] in "-−" and negative(text, start) and isinstance(value, Decimal):
        value, begin = -value, start - 1
    found = Found(begin, numeral.end, "money", value, code, step=numeral.step)
    said = unit(text, found.end)
    if said and said[1].kind == "money" and said[1].canonical == code and said[1].factor == ONE:
        found.end = found.core_end = said[2]
    return qualify(text, found)


def _unitless(text: str, numeral: Numeral) -> Found | None:
    after = text[numeral.end : numeral.end + 2]
    if not numeral.worded and _UNITLESS_NO.match(after):
        return None
    return qualify(text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step))


def _with_unit(text: str, numeral: Numeral, name: str, meaning: Unit, end: int) -> Found | None:
    if meaning.kind == "duration":
        return _duration(text, numeral, name, meaning.canonical or "", end)
    value, step = numeral.value, numeral.step
    if meaning.factor != ONE and isinstance(value, Decimal):
        value, step = EXACT.multiply(value, meaning.factor), meaning.factor
    found = Found(
        numeral.start,
        end,
        meaning.kind,
        value,
        meaning.canonical,
        counter=name if meaning.counter else None,
        step=step,
    )
    if meaning.kind == "money":
        _cents(text, found)
    return qualify(text, found)


def _cents(text: str, found: Found) -> None:
    """13 dollars and 45 cents as one amount."""
    joined = re.compile(
        r"\s(?:and\s)?(?=\d{1,2}\s(?:cents?|pence)|[a-z]+(?:[\s-][a-z]+)?\s(?:cents?|pence))", re.IGNORECASE
    ).match(text, found.end)
    rest = _read(text, joined.end()) if joined else None
    said = unit(text, rest.end) if rest else None
    if (
        rest
        and said
        and said[1].factor != ONE
        and isinstance(rest.value, Decimal)
        and isinstance(found.value, Decimal)
    ):
        found.value = EXACT.add(found.value, rest.value.scaleb(-2))
        found.end = found.core_end = said[2]
        found.step = Decimal("0.01")


def _single(numeral: Numeral) -> Decimal:
    return numeral.value.high if isinstance(numeral.value, Range) else numeral.value


_TIME_STEPS = {("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}
_ON = re.compile(r"(?:,?\s(?:and\s)?)(?=\d{1,2}\s(?:months?|minutes?|seconds?))", re.IGNORECASE)


def _duration(text: str, numeral: Numeral, name: str, canonical: str, end: int) -> Found | None:
    value = numeral.value
    if aged := _AGED.match(text, numeral.end):
        return qualify(text, Found(numeral.start, aged.end(), "age", value, canonical, step=numeral.step))
    if isinstance(value, Decimal):
        if (
            value == value.to_integral_value()
            and value < 10000
            and (day := dates.counted(text, end, canonical, int(value)))
        ):
            return qualify(text, Found(numeral.start, day[1], "date", day=day[0]))
        if (
            (on := _ON.match(text, end))
            and (rest := digits(text, on.end()))
            and (said := unit(text, rest.end))
        ):
            times = _TIME_STEPS.get((canonical, said[1].canonical or ""))
            if times:
                value, canonical, end = value * times + _single(rest), said[1].canonical or "", said[2]
    if canonical == "decade" or canonical == "century":
        factor = Decimal(10 if canonical == "decade" else 100)
        canonical = "year"
        value = (
            EXACT.multiply(value, factor)
            if isinstance(value, Decimal)
            else Range(value.low * factor, value.high * factor, value.vague)
        )
    return qualify(
        text, Found(numeral.start, end, "duration", value, canonical, counter=name, step=numeral.step)
    )
