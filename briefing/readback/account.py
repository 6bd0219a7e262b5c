"""The record of a page -> Problems where a figure in it says something else than its fact, or has no fact at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from briefing.model import Aspect, Brief, Figure, Place, Problem, Quantity, Text
from briefing.plaintext import Leaf, words
from briefing.readback.meant import as_meant
from briefing.readback.record import FRONT, Line
from briefing.readback.tokens import Token, tokens
from briefing.saying import tell

Key = tuple[str, Aspect, str]
"""Fact, aspect and words of a printed figure."""


def account(brief: Brief, record: tuple[Line, ...], file: str) -> Iterator[Problem]:
    """R110 a figure whose words do not read as its fact, R111 one that is none, R112 one that the record lacks."""
    said = {(row.fact, row.aspect, row.words): row.quantity for row in brief.printed if row.words}
    seen: set[tuple[str, str]] = set()
    for line in record:
        text = line.words
        if (line.section, text) in seen:
            continue
        seen.add((line.section, text))
        yield from _misread(line, text, said, brief.language, file)
        yield from _unexplained(line, text, brief.language, file, brief.idioms)
    yield from _unrecorded(brief, record, file)


def spans(content: tuple[Leaf, ...]) -> tuple[tuple[int, int, Leaf], ...]:
    """Where each leaf stands in the words of its line."""
    found, at = [], 0
    for leaf in content:
        length = len(words(leaf))
        found.append((at, at + length, leaf))
        at += length
    return tuple(found)


def _misread(
    line: Line, text: str, said: Mapping[Key, Quantity | None], language: str, file: str
) -> Iterator[Problem]:
    read = tokens(text, language)
    for start, end, figure in spans(line.content):
        if not isinstance(figure, Figure):
            continue
        quantity = said.get((figure.fact, figure.aspect, figure.words)) or figure.quantity
        own = [token for token in read if token.start < end and start < token.end]
        alone = tokens(figure.whole or figure.words, language)
        if not (_says(own, quantity) or _says(alone, quantity)):
            what = tell(
                "'{words}' in section '{section}' does not read as '{fact}', {shown}",
                words=figure.words,
                section=line.section,
                fact=figure.fact,
                shown=_shown(quantity),
            )
            yield Problem("R110", what, Place(file), tell("give the fact another form in the template"))


def _says(found: tuple[Token, ...] | list[Token], quantity: Quantity) -> bool:
    """Whether one token alone says ``quantity``; words without a grammar are taken as they stand."""
    if not found or any(token.quantity is None for token in found):
        return all(token.quantity is None for token in found)
    read = found[0].quantity
    if len(found) > 1 or read is None:
        return False
    read = as_meant(read, quantity)
    return read == quantity or (_near(read, quantity) and replace(read, value=quantity.value) == quantity)


def _near(read: Quantity, quantity: Quantity) -> bool:
    """Whether ``read`` is ``quantity`` at the precision with which it is stated: 2.27조 for 2조 2,660억."""
    if not isinstance(read.value, Decimal) or not isinstance(quantity.value, Decimal) or read.step is None:
        return False
    return abs(read.value - quantity.value) * 2 <= read.step


def _shown(quantity: Quantity) -> str:
    record = quantity.record()
    return " ".join(
        str(record[key]) for key in ("kind", "value", "unit", "qualifier") if record[key] is not None
    )


def _unexplained(
    line: Line, text: str, language: str, file: str, idioms: tuple[str, ...]
) -> Iterator[Problem]:
    leaves = spans(line.content)
    for token in tokens(text, language):
        free = [
            (max(start, token.start), min(end, token.end))
            for start, end, leaf in leaves
            if isinstance(leaf, Text) and start < token.end and token.start < end
        ]
        bound = any(
            not isinstance(leaf, Text) and start < token.end and token.start < end
            for start, end, leaf in leaves
        )
        digits = any(letter.isdigit() for start, end in free for letter in text[start:end])
        if (digits or not (bound or relative(token))) and not _idiomatic(text, token, idioms):
            what = tell(
                "no fact, name or class accounts for '{words}' in section '{section}'",
                words=token.words,
                section=line.section,
            )
            yield Problem("R111", what, Place(file), tell("print it through fact(), when() or term()"))


def relative(token: Token) -> bool:
    """A date without a digit: today, 지난해."""
    dated = token.quantity is not None and token.quantity.kind == "date"
    return dated and not any(letter.isdigit() for letter in token.words)


def _idiomatic(text: str, token: Token, idioms: tuple[str, ...]) -> bool:
    return any(
        at <= token.start and token.end <= at + len(idiom)
        for idiom in idioms
        for at in range(len(text))
        if text.startswith(idiom, at)
    )


def _unrecorded(brief: Brief, record: tuple[Line, ...], file: str) -> Iterator[Problem]:
    """The figures of the lines and the list of what is printed hold each other."""
    front = dict.fromkeys(FRONT, "head")
    printed = {
        (front.get(row.section, row.section), row.fact, row.aspect, row.words)
        for row in brief.printed
        if row.words
    }
    held = {
        (front.get(line.section, line.section), figure.fact, figure.aspect, figure.words)
        for line in record
        for figure in line.figures
    }
    for section, fact, aspect, said in sorted(printed ^ held):
        side = tell("no line prints") if (section, fact, aspect, said) in printed else tell("no record lists")
        what = tell(
            "{side} the {aspect} of '{fact}', '{said}', in section '{section}'",
            side=side,
            aspect=aspect,
            fact=fact,
            said=said,
            section=section,
        )
        yield Problem("R112", what, Place(file), tell("report this: page and record have come apart"))
