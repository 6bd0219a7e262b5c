"""The finished Markdown and HTML of a brief -> faults in what they say, one figure at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.model import Brief
from tests.mutations.bench import Bench
from tests.mutations.fault import Fault, line_of, replaced

UNITS = {
    "ko": {"%": "%포인트", "만": "억", "억": "만"},
    "en": {"%": " percentage points", "million": "billion", "billion": "million"},
}
BEGIN = re.compile(r"<(?:p|li|figcaption|td|th|h[1-6]|dt|dd)\b|\n\n(?=.)|\n(?=[-|#>])")
QUALIFIERS = re.compile(r"(?:약|거의|최대|최소) |(?:about|nearly|over|at least|up to|more than) | ?이상")


def faults(bench: Bench, files: Mapping[str, str]) -> Iterator[Fault]:
    for name, text in files.items():
        language = name.split(".")[-2]
        found = list(figures(bench.briefs[language], text))
        for start, end in found:
            yield from _one(name, text, start, end)
        for (start, end), (other, stop) in zip(found, found[3:], strict=False):
            one, two = text[start:end], text[other:stop]
            if end <= other and re.sub(r"\D", "", one) != re.sub(r"\D", "", two):
                changed = replaced(replaced(text, other, stop, one), start, end, two)
                lines = begins(text, start), begins(text, other)
                yield _fault(
                    "figures exchanged", f"'{one}' and '{two}'", name, changed, "R101 R105 R106", *lines
                )


def begins(text: str, at: int) -> int:
    """The line on which the passage begins that ``at`` stands in."""
    opened = [match.start() for match in BEGIN.finditer(text, 0, at)]
    return line_of(text, opened[-1] if opened else at)


def _fault(kind: str, told: str, name: str, text: str, codes: str, since: int, line: int) -> Fault:
    shown = name.removeprefix("output/")
    return Fault(f"file: {kind}", told, name, text, (*codes.split(), "R108"), line, shown, since)


def figures(brief: Brief, text: str) -> Iterator[tuple[int, int]]:
    """Where the words of each figure stand that a link can lead to."""
    for printed in brief.printed:
        at = text.find(f'id="{printed.place}"')
        if printed.place and printed.words and printed.section not in ("cards", "annex") and at >= 0:
            start = text.find(printed.words, at)
            if 0 <= start - at < 300:
                yield start, start + len(printed.words)


def _one(name: str, text: str, start: int, end: int) -> Iterator[Fault]:
    words, line = text[start:end], begins(text, start)

    def fault(kind: str, begin: int, stop: int, new: str, codes: str, since: int = line) -> Fault:
        told = f"'{words}': '{text[begin:stop]}' becomes '{new}'"
        return _fault(kind, told, name, replaced(text, begin, stop, new), codes, since, line)

    if digit := re.search(r"[0-9]", words):
        yield fault("digit", start + digit.start(), start + digit.end(), str(int(digit[0]) % 9 + 1), "R101")
    for unit, other in UNITS[name.split(".")[-2]].items():
        if unit in words:
            at = start + words.index(unit)
            yield fault("unit", at, at + len(unit), other, "R101 R105")
    if lost := QUALIFIERS.search(words):
        yield fault("qualifier", start + lost.start(), start + lost.end(), "", "R104")
    # what is gone is told of with the run of passages that it is gone from, inside its section
    heading = max(text.rfind("<h2", 0, start), text.rfind("\n## ", 0, start), 0)
    yield fault("figure dropped", start, end, "", "R102", line_of(text, heading))
    yield fault("figure typed", start, start, "12,345 ", "R101 R103 R106")
