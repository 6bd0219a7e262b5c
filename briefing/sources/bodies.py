"""Cleaned text and pairs of phrases in; the ranges of the article out, with Problems for what is not."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefing.model import Place, Problem
from briefing.saying import noted, tell
from briefing.sources.lines import printable

Range = tuple[int, int]
_ABSENT = {
    "begin": (
        noted("the body should begin with '{phrase}', which the text does not print"),
        noted("the body should begin with '{phrase}', which stands only before that point"),
    ),
    "end": (
        noted("the body should end with '{phrase}', which the text does not print"),
        noted("the body should end with '{phrase}', which stands only before that point"),
    ),
}
"""For each end of the body: what is said of a phrase that stands nowhere, and of one that stands too early."""


def find_body(
    text: str, body: Sequence[tuple[str, str]], shown: str
) -> tuple[tuple[Range, ...], list[Problem]]:
    """The half-open ranges from each first phrase to the end of its second, in the order of the text.

    Of several places the first one after the range before counts; with no phrases the whole text is the body.
    """
    if not body:
        return ((0, len(text)),), []
    ranges: list[Range] = []
    problems: list[Problem] = []
    reached = 0
    for first, last in body:
        found, said = _range(text, first, last, reached, shown)
        problems += said
        if found:
            ranges.append(found)
            reached = found[1]
    return tuple(ranges), problems


def _range(text: str, first: str, last: str, reached: int, shown: str) -> tuple[Range | None, list[Problem]]:
    first, last = (unicodedata.normalize("NFC", phrase) for phrase in (first, last))
    start = text.find(first, reached) if first else -1
    if start < 0:
        return None, [_absent(text, first, "begin", shown)]
    end = text.find(last, start) if last else -1
    if end < 0:
        return None, [_absent(text, last, "end", shown)]
    said = []
    if (second := text.find(first, start + 1)) >= 0:
        what = tell(
            "the body begins at the first '{first}'; another stands in line {line}",
            first=printable(first),
            line=_line(text, second),
        )
        where = Place(shown, _line(text, start))
        said.append(Problem("S202", what, where, tell("choose a phrase that stands once"), "note"))
    return (start, end + len(last)), said


def _absent(text: str, phrase: str, side: str, shown: str) -> Problem:
    where, shown_phrase = Place(shown), printable(phrase)
    told = _ABSENT[side]
    hint = tell("correct the phrases of `body` in the source's card")
    if not phrase or phrase not in text:
        return Problem("S201", tell(told[0], phrase=shown_phrase), where, hint)
    where = Place(shown, _line(text, text.index(phrase)))
    hint = tell("put the ranges of `body` in the order of the text, without overlap")
    return Problem("S203", tell(told[1], phrase=shown_phrase), where, hint)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
