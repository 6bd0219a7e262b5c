"""Raw text in; Problems out for characters that look like others, are not seen, or were lost on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from briefing.model import Place, Problem, Severity
from briefing.saying import Message, joined, noted, tell
from briefing.sources.cleaning import hidden
from briefing.sources.lines import lines_of, named, printable

Found = Iterator[tuple[int, str]]
"""Places in the raw text, each with what stands there."""

DECOMPOSED = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]|[^\\W\\d_][\u0300-\u036f]+"
)
NUMBER = re.compile(r"\d(?:[\d,.，．٬٫]*\d)?")
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LOST = re.compile("\ufffd+")
SEEN_AS_CONTROL = re.compile("[\x0b\x0c\x80-\x9f]")
LETTER_IN_NUMBER = re.compile(
    r"(?<![A-Za-z\d_.,-])(?:"
    r"\d[\d,.]*[OolI|](?=[\d,.]*\d)[\dOolI|,.]*"  # 1O0, 1l5
    r"|\d[\d,.]*\d[Oo]+|\d[\d,]*,\d{0,2}[lI|]+"  # 8,57O, 8,57l; not 4o, not 10l
    r"|[lI|]\d{2,}(?=[가-힣%,])"  # l00명
    r")(?![A-Za-z])"
)
LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
GROUPED_ODDLY = re.compile(r"\d['’]\d{3}(?!\d)|(?<![\d.,])(?!0\.)\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\.?\d)")
GROUPED_BY_SPACE = re.compile("(?<!\\d)\\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\\d{3})+(?!\\d)")
ENCODED_TWICE = re.compile("[\u00c2-\u00f4](?:[\x80-\xbf]|[ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]){1,3}")


def look_alikes(raw: str, shown: str) -> list[Problem]:
    """What a reader of the page would not see; one Problem a kind, with all its lines."""
    problems = []
    for code, severity, what, hint, finder in KINDS:
        found = list(finder(raw))
        if found:
            problems.append(_problem(code, severity, what, hint, raw, shown, found))
    return problems


def _problem(
    code: str, severity: Severity, what: str, hint: str, raw: str, shown: str, found: list[tuple[int, str]]
) -> Problem:
    lines = lines_of(raw, (at for at, _ in found))
    kinds = list(dict.fromkeys(words for _, words in found))
    seen: Message = joined(kinds[:3])
    if len(kinds) > 3:
        seen = tell("{kinds} and {count} more", kinds=seen, count=len(kinds) - 3)
    message = tell(what, kinds=seen)
    if len(lines) > 1:
        message = tell("{message} ({lines})", message=message, lines=named(lines))
    return Problem(code, message, Place(shown, lines[0]), hint, severity)


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control').lower()}"


def _around(raw: str, start: int, end: int) -> str:
    """The run of characters without spaces in which a place stands, invisible ones written as code points."""
    while start > 0 and end - start < 16 and not raw[start - 1].isspace():
        start -= 1
    while end < len(raw) and end - start < 24 and not raw[end].isspace():
        end += 1
    return printable(raw[start:end])


def _decomposed(raw: str) -> Found:
    for found in DECOMPOSED.finditer(raw):
        if not unicodedata.is_normalized("NFC", found[0]):
            yield found.start(), f"'{unicodedata.normalize('NFC', found[0])}'"


def _other_digits(raw: str) -> Found:
    for found in NUMBER.finditer(raw):
        if not found[0].isascii():
            plain = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in found[0])
            yield (
                found.start(),
                tell("'{digits}' for {plain}", digits=found[0], plain=unicodedata.normalize("NFKC", plain)),
            )


def _hidden(raw: str) -> Found:
    for at in hidden(raw):
        yield (
            at,
            tell("{character} in '{around}'", character=_named(raw[at]), around=_around(raw, at, at + 1)),
        )


def _directed(raw: str) -> Found:
    for found in BIDI.finditer(raw):
        yield (
            found.start(),
            tell(
                "{character} in '{around}'",
                character=_named(found[0]),
                around=_around(raw, *found.span()),
            ),
        )


def _lost(raw: str, *, beside_figure: bool) -> Found:
    for found in LOST.finditer(raw):
        around = raw[max(found.start() - 2, 0) : found.end() + 2]
        if any(char.isdigit() for char in around) is beside_figure:
            yield found.start(), f"'{_around(raw, *found.span())}'"


def _lost_in_figure(raw: str) -> Found:
    return _lost(raw, beside_figure=True)


def _lost_elsewhere(raw: str) -> Found:
    return _lost(raw, beside_figure=False)


def _encoded_twice(raw: str) -> Found:
    at = 0
    for line in LINE.findall(raw):
        wide = sum(char > "\x7f" for char in line)
        sequences = ENCODED_TWICE.findall(line)
        if len(sequences) >= 3 and 2 * sum(map(len, sequences)) > wide:
            yield at, f"'{_around(line, 0, 1)}'"
        at += len(line)


def _control(raw: str) -> Found:
    if any(_encoded_twice(raw)):
        return  # said already: they are halves of letters
    for found in SEEN_AS_CONTROL.finditer(raw):
        yield found.start(), _named(found[0])


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Found]:
    def finder(raw: str) -> Found:
        for found in pattern.finditer(raw):
            yield found.start(), f"'{printable(found[0].strip()[:24])}'"

    return finder


KINDS: tuple[tuple[str, Severity, str, str, Callable[[str], Found]], ...] = (
    ("S101", "warning", noted("decomposed letters (NFD) are read as {kinds}"),
     tell("save the text in NFC, or acknowledge S101 in the source's card"), _decomposed),
    ("S102", "warning", noted("digits that are not 0 to 9: {kinds}"),
     tell("compare with the page and type plain digits"), _other_digits),
    ("S103", "warning", noted("invisible characters are skipped: {kinds}"),
     tell("remove them, or acknowledge S103 in the source's card"), _hidden),
    ("S104", "warning", noted("direction marks change what is seen: {kinds}"),
     tell("compare with the page and remove them"), _directed),
    ("S105", "warning", noted("a character was lost (U+FFFD) in {kinds}"), tell("fetch the text again"), _lost_elsewhere),
    ("S106", "warning", noted("a character was lost (U+FFFD) in or beside a figure: {kinds}"),
     tell("fetch the text again: the figure cannot be trusted"), _lost_in_figure),
    ("S107", "warning", noted("looks encoded twice (mojibake): {kinds}"),
     tell("fetch the text again, as UTF-8"), _encoded_twice),
    ("S108", "warning", noted("control characters: {kinds}"), tell("remove them"), _control),
    ("S109", "warning", noted("a letter inside a number: {kinds}"), tell("compare with the page and type the digit"),
     _matches(LETTER_IN_NUMBER)),
    ("S120", "note", noted("a separator that countries read differently: {kinds}"),
     tell("check that it is read as meant"), _matches(GROUPED_ODDLY)),
    ("S121", "note", noted("a space groups digits: {kinds}"), tell("check that it is read as meant"),
     _matches(GROUPED_BY_SPACE)),
)  # fmt: skip
NEVER_ACKNOWLEDGED = frozenset({"S106"})
"""Warnings that a source's card cannot acknowledge: a lost character in a figure may be a digit."""
