"""The text of a cell and the words that its table says of all cells -> the figure, read as prose would be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from briefing.facts.headers import LONGEST, brackets, tails, unit_line, whole
from briefing.facts.headers import plain as plain_words
from briefing.model import Quantity
from briefing.reading import LANGUAGES

Meaning = Literal["unit", "plain", "unreadable", "doubt", "label"]
_BARE = re.compile(r"([-−+]?)([1-9]\d{3,})(\.\d+)?")
_MARK = re.compile(
    r"(?:\s*\(?[per]\)|(?<=\d)\s?[per]|\s*\*+|\s*[†‡]|\s*[⁰¹²³⁴-⁹]+[)⁾]?|\s+\d{1,2}\)|\s*\[\d{1,2}\])\Z"
)
"""What follows a number and is none of it: provisional, estimated, revised; the mark of a note."""
_MARK_BEFORE = re.compile(r"\A(?:\d{1,2}\)\s*|\*+\s*)(?=[-−+△]?\s?\d)")
_FLAG = re.compile(r"\d\s?[bcdefmnrsuz]\Z")
"""A letter that is a flag in one table (Eurostat: b break in series, c confidential …) and a unit in another."""
_LETTER = re.compile(r"\d\s?[A-Za-z]\Z")
_PENCE = re.compile(r"\dp\Z")
_MINUS = re.compile(r"\A△\s?(?=\d)")
_CURRENCY = re.compile(r"(?<![\w$])(?:US\$|[$€£¥₩]|[A-Z]{3})(?![\w$])")
_THOUSANDS = re.compile(r"(?:in\s+)?['’`]?000s?\b")
_PLURAL = re.compile(r"(?:in\s+)?\b(thousand|million|billion|trillion)s\b(?:\s+of\b)?", re.IGNORECASE)
_POWERS = "십백천만억조"
_MAGNITUDE = re.compile(
    rf"(?:\A|[\d\s,·/])[{_POWERS}]+(?:\s|\Z|[명원개건톤호대인㎡㎢]|달러|가구|유로|엔|위안|[$€£¥₩])"
    r"|\b(?:thousand|million|billion|trillion|bn|mn|mln|k)s?\b|['’]?000"
    r"|(?-i:(?:\b[A-Z]{3}|[$€£¥₩])\s?(?:k|mm?|mn|bn?|tn)\b)",
    re.IGNORECASE,
)
_BARE_POWER = re.compile(r"(?:in\s+)?(?:thousand|million|billion|trillion)s?\Z", re.IGNORECASE)
_COUNTED = re.compile(rf"(1,000|1(?:0{{0,3}}))\s?(?=[{_POWERS}]?\s?[^\d\s,.=당])")
_SPOKEN = {"1": "", "10": "십", "100": "백", "1000": "천"}
_ENGLISH = {"1": "", "1000": "thousand "}
_GLUED = re.compile(r"([$€£¥₩])(?=(?:k|m|mn|bn)\b)")
_BETWEEN = re.compile(r"\s*[,，;·]\s*(?!\d{3}\b)")
_INDEX = re.compile(
    r"(?:지수\s*,?\s*|index\s*,?\s*)?(?:18|19|20)\d\d(?:[.-]\d\d?)?년?\s*=\s*100(?:\.0)?", re.IGNORECASE
)
_RATES = re.compile(r"(?:률|(?<!환)율|비중|구성비|\b(?:rate|ratio|share|percentage))\Z", re.IGNORECASE)
_PERCENT = re.compile(r"\s%\Z")
_COUNTS_IN = re.compile(
    r"\b(?:thousands|millions|billions|trillions)\b|\bin\s+(?:\S+\s+){0,2}(?:thousand|million|billion|trillion)\b|['’]000\b|\b000s",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"(?:이상|이하|미만|초과|or (?:more|over|less|under)|and over)\Z|\A(?:over|under|at least)\b"
)
_RATE = re.compile(
    r"당(?:\s|\Z)|\bper\b|/|\A(?:점|포인트|지수|비율|비|배율|p|pt|ppm|points?|index|ratio|rate|score)\Z",
    re.IGNORECASE,
)
NO_FIGURE = re.compile(r"[-–—‐−]*|\.{2,}|[…‥.·xX*:]|n/?a|N/?A|NA|해당\s?없음|자료\s?없음")
"""What tables print where there is no figure (the conventions of statistical offices)."""


@lru_cache(maxsize=4096)
def figure(cell: str, unit: str, language: str) -> Quantity | None:
    """The figure that a cell says with its unit; None where the two do not read as exactly one figure.

    A cell that says its own unit (15.6%) is read alone. Digits without a unit are a number, never a year.
    """
    if len(cell) + len(unit) > LONGEST:
        return None
    text = plain(cell)
    if not any(map(str.isdigit, text)) or _FLAG.search(text):
        return None  # a dash before a unit would read as a negative thousand
    if language == "en" and _PENCE.search(cell) and (not unit or _CURRENCY.search(unit)):
        return None  # provisional or pence
    alone = whole(text, language)
    if alone is not None and alone.quantity.kind not in ("number", "date"):
        return alone.quantity
    if "%" in unit and _LETTER.search(text):
        return None
    for said in _spoken(text, unit, language):
        mention = whole(said, language)
        if mention is not None and mention.quantity.kind != "date":
            return mention.quantity
    return None


def own(cell: str, language: str) -> bool:
    """Whether a cell says its own unit."""
    found = figure(cell, "", language)
    return found is not None and found.kind != "number"


def readable(unit: str, language: str) -> bool:
    """Whether figures can be read with that unit."""
    found = figure("7", unit, language)
    return found is not None and (found.kind != "number" or found.value != 7)


def scales(unit: str) -> bool:
    """Whether words hold a power of ten or a percentage, so that leaving them out would change values."""
    return bool(_MAGNITUDE.search(unit)) or "%" in unit or "‰" in unit


def meaning(said: str, language: str) -> tuple[Meaning, str]:
    """What the words of a bracket or a line are: a ``unit``, with its words; ``plain`` (2020=100: a number without unit);
    ``unreadable``, where leaving them out could change values; in ``doubt``, where they may be a unit of their own; else a
    ``label``."""
    if _INDEX.fullmatch(said):
        return "plain", ""
    if _CLASS.search(said):
        return "label", ""
    if readable(said, language):
        return "unit", said
    parts = _BETWEEN.split(said)
    told = [part for part in parts if readable(part, language)]
    others = [part for part in parts if part not in told]
    if len(told) == 1 and not any(scales(part) or _RATE.search(part) or "=" in part for part in others):
        return "unit", told[0]
    if _RATE.search(said) and "%" not in said:
        return "doubt", said
    if scales(said):
        return "unreadable", said
    words = any(readable(word, language) for part in parts for word in part.split())
    return ("doubt", said) if words else ("label", "")


def told(text: str, language: str) -> str:
    """The unit that a header or a title says without brackets, where it holds a power of ten or is a percentage: all of it,
    or what follows a comma, a dash or `in`; "" where it says none."""
    for said in (plain_words(text), *tails(text)):
        # digits are those of a class (100만 원 미만)
        if scales(said) and not any(map(str.isdigit, said.replace("000", ""))) and readable(said, language):
            return said
    return "%" if _PERCENT.search(text) else ""


def counted(text: str) -> bool:
    """Whether a header or a title says in English that it counts in thousands or millions."""
    return bool(_COUNTS_IN.search(text))


def lines(texts: Sequence[str], language: str) -> Iterator[str]:
    """Units that a row outside the cells says of all of them: (단위: 천 명), (in thousands), Employment (thousands)."""
    texts = [text[-LONGEST:] for text in texts]
    named = [found for text in texts if (found := unit_line(text))]
    yield from named or filter(None, (_line(text, language) for text in texts))


def _line(text: str, language: str) -> str:
    for words in brackets(text):
        meant, unit = meaning(words, language)
        if meant in ("unit", "unreadable") and (scales(unit) or len(words) + 2 >= len(text)):
            return unit
    return told(text, language) or (text if counted(text) else "")


def belied(words: str, quantity: Quantity, language: str) -> bool:
    """Whether words beside a figure that is printed whole say another unit, or that it counts in thousands."""
    if language not in LANGUAGES:
        return False
    for said in (words, *brackets(words), *tails(words)):
        found = figure("7", said, language)
        if found is None or not isinstance(found.value, Decimal):
            continue
        other = found.kind in ("percent", "points", "money") and (found.kind, found.unit) != (
            quantity.kind,
            quantity.unit,
        )
        if found.value != 7 or other:
            return True
    return counted(words)


def rate(header: str) -> bool:
    """Whether a header names a rate or a share (고용률, employment rate), which no count of people or money is."""
    return bool(_RATES.search(plain(header)))


def percentage(cell: str, language: str) -> bool:
    """Whether a cell says itself that it is a percentage, which no unit of its table can change."""
    found = figure(cell, "", language)
    return found is not None and found.kind in ("percent", "points")


def same(one: str, other: str, language: str) -> bool:
    """Whether two units read alike: 천명 and 천 명."""
    return one == other or figure("7", one, language) == figure("7", other, language)


def clash(cell: str, unit: str, language: str) -> bool:
    """Whether it cannot be told if the unit that a cell says itself stands beside that of its table or instead of it:
    ₩1,234 where the table counts in thousands of won, 1.5m where it counts people."""
    own, table = figure(cell, "", language), figure("7", unit, language)
    if own is None or table is None or not unit or own.kind in ("percent", "points"):
        return False
    if _LETTER.search(cell):
        return own.unit != table.unit
    digits = re.sub(r"[^\d.]", "", cell)
    unscaled = digits.strip(".") != "" and isinstance(own.value, Decimal) and f"{abs(own.value):f}" == digits
    return unscaled and table.value != 7 and table.unit in (None, own.unit)


def plain(cell: str) -> str:
    """The text without marks of notes; the white triangle of Korean accounts is a minus (a black one may be a rise)."""
    return _MINUS.sub("-", _MARK_BEFORE.sub("", _MARK.sub("", cell) or cell))


def _words(unit: str, language: str) -> str:
    """A unit as prose says it: 10억원 -> 십억원, 1,000명 -> 천명; Persons, Thousands -> thousand Persons."""
    parts = [part for part in _BETWEEN.split(unit) if part]
    if len(parts) == 2:
        powers = [part for part in parts if _BARE_POWER.match(part)]
        others = [part for part in parts if part not in powers and not _MAGNITUDE.search(part)]
        if len(powers) == len(others) == 1:
            unit = f"{powers[0]} {others[0]}"
    number = _COUNTED.match(unit)
    if number is not None:
        spoken = (_SPOKEN if language == "ko" else _ENGLISH).get(number[1].replace(",", ""))
        return unit if spoken is None else spoken + unit[number.end() :]
    return _GLUED.sub(r"\1 ", unit)


def _spoken(text: str, unit: str, language: str) -> Iterator[str]:
    """Ways to say a figure with its unit, the first one first: a currency stands before its amount ($ bn: $12.3 bn)."""
    if bare := _BARE.fullmatch(text):
        text = f"{bare[1]}{int(bare[2]):,}{bare[3] or ''}"
    words = _PLURAL.sub(r"\1", _THOUSANDS.sub("thousand", _words(unit, language))).strip()
    currency = _CURRENCY.search(words)
    if currency:
        rest = f"{words[: currency.start()]}{words[currency.end() :]}".strip()
        apart = " " if currency[0].isalpha() else ""
        yield f"{currency[0]}{apart}{text} {rest}".rstrip()
    yield f"{text} {words}".rstrip()
