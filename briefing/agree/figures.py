"""Words of a passage -> its figures: those of the reader, what it leaves out, and numbers within names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import cast

from briefing.model import Mention, Qualifier, Quantity, Range, Ratio
from briefing.reading import read

from . import english, korean
from .figure import Figure, Side
from .pieces import apart, joined, unclocked

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?")
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\+?\d{1,4}[-)]\s?\d{2,4}-\d{3,4}(?:-\d{4})?|\b1\d{3}-\d{4}\b"
    r"|6[.·]25(?=\s?전쟁)|5·18|4·19|9·11|3[.·]1(?=\s?(?:운동|절))|\[\d+\]|\d{9,}|코로나\s?19|COVID[- ]?19|(?<![\d.])\d\s?\+\s?\d(?![\d.%])"
)
_LETTERED = re.compile(
    r"(?<![A-Za-z])(?!(?:US|KRW|USD|EUR|GBP|JPY|CNY|Rs|[QH]|FY|No|W|B)\d)(?!COVID)[A-Z][A-Za-z&]{0,9}-?(\d+(?:\.\d+)?)(?![\d,.]*\d|[A-Za-z%])"
)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[①-⑳])[.)]\s")
_SMALL = Decimal(10)


def voice(language: str) -> ModuleType:
    """What is particular to a language: korean or english."""
    return korean if language == "ko" else english


def language_of(text: str) -> str:
    """ko where a tenth of the letters are Hangul, else en."""
    hangul = sum("가" <= letter <= "힣" for letter in text)
    return "ko" if hangul * 10 > sum(letter.isalpha() for letter in text) else "en"


_QUOTED = re.compile(
    r"[‘“「『《〈][^‘’“”「」『』《》〈〉]*[가-힣][^‘’“”「」『』《》〈〉]*[’”」』》〉]|(?:[\d][\d,. ]*)?[가-힣][^A-Za-z(（‘“]*"
)


_OR = re.compile(r"(?<=[원러엔%명개건])/(?=\d)")
"""A stroke between two amounts (15만 4,000원/8만 9,300원), which is no rate."""


def figures(text: str, language: str, published: str | None) -> tuple[Figure, ...]:
    """Every figure of ``text`` in order of place; none overlap. Korean words within English prose are read as Korean."""
    flat = _OR.sub(";", text.replace("\n", " "))
    if language == "ko" and not re.search("[가-힣]", flat) and re.search(r"[a-z]{2,} [a-z]{2,}", flat):
        language = "en"
    quoted = [hit.span() for hit in _QUOTED.finditer(flat)] if language == "en" else []
    found: list[Figure] = []
    for start, end in quoted:
        for figure in _in_one_language(flat[start:end], "ko", published):
            found.append(replace(figure, start=figure.start + start, end=figure.end + start))
        flat = flat[:start] + "\u00b7" * (end - start) + flat[end:]
    found += _in_one_language(flat, language, published)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _in_one_language(flat: str, language: str, published: str | None) -> tuple[Figure, ...]:
    said = voice(language)
    taken = [hit.span() for hit in _LETTERED.finditer(flat)]
    names = [
        Figure(hit.start(1), hit.end(1), hit[0], Quantity("number", Decimal(hit[1])), name=True)
        for hit in _LETTERED.finditer(flat)
    ]
    flat = _LETTERED.sub(lambda hit: hit[0][: hit.start(1) - hit.start()] + "·" * len(hit[1]), flat)
    read_here = tuple(
        apart(read(unclocked(flat, said) + " ", language=language, published=published), language, published)
    )
    taken += [hit.span() for hit in _ADDRESS.finditer(flat)]
    if numbered := _NUMBERED.match(flat):
        taken.append(numbered.span())
    found: list[Figure] = names
    for each in (*_supplement(flat, said, read_here), *_mentions(flat, said, read_here, published is None)):
        if not any(each.start < end and start < each.end for start, end in taken):
            found.append(each)
            taken.append((each.start, each.end))
    found += _names(flat, taken)
    found += _weak(flat, said, [*taken, *((figure.start, figure.end) for figure in found)])
    return tuple(joined(flat, sorted(found, key=lambda figure: figure.start)))


def _supplement(text: str, said: ModuleType, mentions: tuple[Mention, ...]) -> Iterator[Figure]:
    for pattern, quantity in said.SUPPLEMENT:
        for hit in pattern.finditer(text):
            start, end = hit.span()
            start += len(hit[0]) - len(hit[0].lstrip())
            over = [m for m in mentions if m.span.start < end and start < m.span.end]
            if any(m.span.start < start or m.span.end > end for m in over):
                continue  # a longer figure stands there
            made = quantity(hit)
            if made.kind in ("ratio", "multiple", "points", "percent") and (
                hedge := said.HEDGED.search(text[:start][-20:])
            ):
                made = replace(made, qualifier=said.QUALIFIERS[hedge[1].lower()])
            yield Figure(
                start,
                end,
                text[start:end],
                made,
                made.counter == "soft" or _soft(made) or _idle(text, start, end),
            )


def _mentions(text: str, said: ModuleType, mentions: tuple[Mention, ...], undated: bool) -> Iterator[Figure]:
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        quantity = mention.quantity
        if quantity.qualifier == "exact" and quantity.kind not in ("date", "ordinal"):
            over = quantity.kind == "duration" and text[:start].lower().endswith("over ")
            if not over:  # over four years: while they lasted
                quantity = replace(quantity, qualifier=_qualifier(text, said, start, end))
        quantity = _of_comparison(text, quantity, mention)
        if quantity.unit == "week" and isinstance(quantity.value, Decimal) and quantity.value > 1000:
            quantity = replace(quantity, kind="count", unit=None)  # 200만 주 are shares
        if quantity.kind == "date" and undated:
            quantity = _by_distance(quantity, mention.written, said)
        if quantity.kind == "number" and (won := _WON.match(text, end)):
            quantity, end = replace(quantity, kind="money", unit="KRW"), won.end()
        soft = _soft(quantity) or _idle(text, start, end)
        soft = soft or quantity.value == 1 and text[end : end + 1] == "당"
        yield Figure(start, end, text[start:end], quantity, soft)


_WON = re.compile(r"\swon(?=\s(?:an?|each|every|by|apiece|per|the)\b)")
_LACKING = re.compile(r"\b(?:is|are|was|were|be|been|runs?|fell)\s$")
_COMPARED = re.compile(r"^(?:less|more|fewer|higher|lower|greater) than (?:the|its|last)\b", re.I)
_UNIT_OF_TIME = re.compile(r"(?:\ba|\bper|\beach|\bevery) second$")


_SEASON = re.compile(r"XXXX-2[1-4]")
_WEEKDAY_OF = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _idle(text: str, start: int, end: int) -> bool:
    """Words that count nothing: 7.8 km a second, the third Sunday of May (a date in Korean)."""
    unit = end - start < 10 and _UNIT_OF_TIME.search(text[:end][-14:])
    return bool(unit or _WEEKDAY_OF.match(text, end))


def _by_distance(quantity: Quantity, written: str, said: ModuleType) -> Quantity:
    """A date counted from another of the text (one year after) by its distance, which is what the words say."""
    alone = read(written, language="ko" if said is korean else "en")
    only = alone[0].quantity if len(alone) == 1 else None
    return only if only is not None and only.kind == "date" and only.value is None else quantity


def _of_comparison(text: str, quantity: Quantity, mention: Mention) -> Quantity:
    """``less than the 2.2% of August`` compares with 2.2% exactly."""
    short = mention.written.startswith("short of") and _LACKING.search(text[: mention.span.start])
    if _COMPARED.match(mention.written) or short:
        return replace(quantity, qualifier="exact")
    return quantity


_COUNTER = re.compile(r"[가-힣](?=\s?(?:이상|이하|미만|초과|안팎|가량|남짓)(?![가-힣]{2}))")
"""A counter that the reader does not know, between a number and its hedge: 4,000보 미만."""


def _qualifier(text: str, said: ModuleType, start: int, end: int) -> Qualifier:
    """What the words beside a figure say of it that the reader left out (70%에 육박, 65 and over)."""
    for pattern, qualifier in said.BEFORE:
        if pattern.search(text[max(0, start - 24) : start]):
            return cast(Qualifier, qualifier)
    for pattern, qualifier in said.AFTER:
        if pattern.match(text, end) or (_COUNTER.match(text, end) and pattern.match(text, end + 1)):
            return cast(Qualifier, qualifier)
    return "exact"


def _soft(quantity: Quantity) -> bool:
    """Whether one language may need the word where the other does not: one, 한 번, the first, a few."""
    value = quantity.value
    if quantity.kind == "date":
        return value is None or bool(_SEASON.match(str(value)))
    if quantity.kind == "age" and isinstance(value, Range) and value.low == 10 and value.high == 19:
        return True  # 청소년 is teenagers
    if isinstance(value, Range):
        return value.vague and value.high <= _SMALL
    if value == 0 and quantity.kind == "number":
        return True
    if quantity.kind in ("number", "count", "ordinal", "duration", "multiple"):
        return value == 1 and quantity.unit != "clock"
    return False


_WITHIN = re.compile(r"^[가-힣]\d+[가-힣]$")
"""A number within a Korean name, which the other language may leave out: 다우존스30산업평균지수."""


def _names(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    for hit in _DIGITS.finditer(text):
        if any(hit.start() < end and start < hit.end() for start, end in taken):
            continue
        digits = hit[0].rstrip("stndrh").replace(",", "")
        glued = bool(_WITHIN.search(text[max(0, hit.start() - 1) : hit.end() + 1]))
        yield Figure(
            hit.start(), hit.end(), hit[0], Quantity("number", Decimal(digits)), soft=glued, name=True
        )


def _weak(text: str, said: ModuleType, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    """Number words that the reader leaves alone: they can answer a figure of the other language, and ask for none."""
    for hit in said.WEAK.finditer(text):
        if not any(hit.start() < end and start < hit.end() for start, end in taken):
            value = Decimal(said.NUMBERS[hit[1].lower()])
            yield Figure(hit.start(), hit.end(), hit[0], Quantity("number", value), soft=True, name=True)


def ends(quantity: Quantity) -> tuple[Decimal, ...]:
    """The single numbers that a range or a ratio is made of."""
    if isinstance(quantity.value, Range) and not quantity.value.vague:
        return (quantity.value.low, quantity.value.high)
    if isinstance(quantity.value, Ratio):
        return (quantity.value.part, quantity.value.whole)
    return ()


def sentence(side: Side, figure: Figure) -> tuple[int, int]:
    """The half-open offsets of the sentence in which a figure stands."""
    stops = [hit.end() for hit in voice(side.language).SENTENCE.finditer(side.text)]
    before = [stop for stop in stops if stop <= figure.start]
    after = [stop for stop in stops if stop > figure.start]
    return (before[-1] if before else 0), (after[0] if after else len(side.text))
