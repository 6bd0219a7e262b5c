"""A section as recorded and as found -> Faults: figures that differ, that are lacking, that nothing accounts for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing.model import Cite, Figure, Name, Other
from briefing.plaintext import value
from briefing.readback.account import relative, spans
from briefing.readback.faults import Fault, differing
from briefing.readback.passage import Passage
from briefing.readback.record import Line
from briefing.readback.sections import Group, composed, key
from briefing.readback.tokens import Token, tokens
from briefing.saying import tell

PARTS = {"text": "text", "drawing": "drawing", "alt": tell("alternative text")}


def compared(group: Group, language: str, known: frozenset[str]) -> Iterator[Fault]:
    """The faults of one group; ``known`` are words that a drawing may hold besides: the labels of its axis."""
    if group.channel == "value":
        yield from _values(group)
        return
    wanted = [key(line.words) for line in group.lines]
    found = [key(passage.text) for passage in group.found]
    if "".join(wanted) != "".join(found):
        for lines, passages in _regions(group, wanted, found):
            kept = [passage for passage in passages if not composed(passage.text, known)]
            if len(lines) == len(kept):
                for line, passage in zip(lines, kept, strict=True):
                    yield from _words((line,), (passage,), group, language)
            else:
                yield from _words(lines, kept, group, language)
    yield from _citations(group)


def _regions(group: Group, wanted: list[str], found: list[str]) -> Iterator[tuple[list[Line], list[Passage]]]:
    """Runs of lines and passages between those that are the same."""
    for tag, i, j, k, m in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if tag != "equal" and "".join(wanted[i:j]) != "".join(found[k:m]):
            yield group.lines[i:j], group.found[k:m]


def _words(
    lines: Sequence[Line], passages: Sequence[Passage], group: Group, language: str
) -> Iterator[Fault]:
    """What the tokens of ``passages`` say otherwise than those of ``lines``."""
    text, starts = _joined([line.words for line in lines])
    said, places = _joined([passage.text for passage in passages])
    wanted, found = tokens(text, language), tokens(said, language)
    last = group.found[0].line if group.found else 0

    def section(token: Token) -> str:
        return lines[bisect_right(starts, token.start) - 1].section

    def line(token: Token | None) -> int:
        if token is not None:
            return passages[bisect_right(places, token.start) - 1].line
        return passages[0].line if passages else last

    part = PARTS[group.channel]
    for one, other in paired(wanted, found):
        if one is None and other is not None and not relative(other):
            yield Fault("R103", "", other.words, part, group.section, line(other), None, other.says)
        elif one is not None:
            owner = owner_of(lines, starts, one)
            if other is None and owner:
                code = "R102" if owner == "figure" else "R107"
                yield Fault(code, one.words, "", part, section(one), line(None), one.says)
            elif other is not None and owner:
                code = differing(one, other, owner)
                yield Fault(
                    code, one.words, other.words, part, section(one), line(other), one.says, other.says
                )


def paired(wanted: Sequence[Token], found: Sequence[Token]) -> Iterator[tuple[Token | None, Token | None]]:
    """Tokens that stand in the same place and do not read alike; None where one side has none."""
    first, second = [token.reads for token in wanted], [token.reads for token in found]
    for tag, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(j - i, m - k)
        yield from zip(wanted[i : i + both], found[k : k + both], strict=True)
        yield from ((token, None) for token in wanted[i + both : j])
        yield from ((None, token) for token in found[k + both : m])


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """The texts with a space between, and where each begins."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return " ".join(texts), starts


def owner_of(lines: Sequence[Line], starts: Sequence[int], token: Token) -> str:
    """What accounts for a token of the record: figure, the role of other words, name, or "" for words alone."""
    index = bisect_right(starts, token.start) - 1
    start, end = token.start - starts[index], token.end - starts[index]
    owners = [leaf for left, right, leaf in spans(lines[index].content) if left < end and start < right]
    for leaf in owners:
        match leaf:
            case Figure():
                return "figure"
            case Other(role):
                return role
            case Name():
                return "name"
    return "" if relative(token) else "text"


def _citations(group: Group) -> Iterator[Fault]:
    """R107 for citation marks that are not those of the record."""
    wanted = [
        (number, line.section)
        for line in group.lines
        for leaf in line.content
        if isinstance(leaf, Cite)
        for number in leaf.numbers
    ]
    found = [
        (int(number), passage.line)
        for passage in group.found
        for mark in passage.citations
        for number in mark.words.strip("[]").split(",")
    ]
    numbers = [number for number, _ in wanted], [number for number, _ in found]
    last = found[-1][1] if found else 0
    for tag, i, j, k, m in SequenceMatcher(None, *numbers, autojunk=False).get_opcodes():
        if tag == "equal" or group.channel != "text":
            continue
        marks = ["".join(f"[{number}]" for number in run) for run in (numbers[0][i:j], numbers[1][k:m])]
        line = found[k][1] if k < len(found) else last
        yield Fault("R107", marks[0], marks[1], "citation", group.section, line)


def _values(group: Group) -> Iterator[Fault]:
    """R108 for machine-readable values that are not those of the figures beside them."""
    figures = [
        figure for line in group.lines if line.marked and line.channel == "text" for figure in line.figures
    ]
    wanted = [said for said in (value(figure.quantity) for figure in figures) if said]
    found = [passage.text for passage in group.found]
    for tag, i, j, k, m in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if tag != "equal":
            line = group.found[min(k, len(found) - 1)].line if found else 0
            yield Fault("R108", ", ".join(wanted[i:j]), ", ".join(found[k:m]), "value", group.section, line)
