"""A file in; a Source out: decoded strictly, kept exactly, its cleaned text knowing every raw offset."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from briefing.model import Place, Problem, Source
from briefing.sources import pasted, tables
from briefing.sources.bodies import find_body
from briefing.sources.cleaning import Cleaned, clean
from briefing.sources.decoding import decode, read_bytes
from briefing.sources.lines import line_of, lines_of, named, printable
from briefing.sources.lookalikes import NEVER_ACKNOWLEDGED, look_alikes
from briefing.sources.metadata import Metadata

__all__ = ["NEVER_ACKNOWLEDGED", "Metadata", "line_of", "load", "metadata", "page_of"]


def load(
    path: Path,
    id: str,
    *,
    body: Sequence[tuple[str, str]] = (),
    shown: str = "",
    delimiter: str | None = None,
) -> tuple[Source, tuple[Problem, ...]]:
    """Read a source; ``shown`` is its name in messages (the file's name where none is given).

    A table (its name ends with one of ``tables.KINDS``) has its cells in ``sheets``, and no body; ``delimiter`` is what
    parts them in CSV, None where that is to be found out.

    ``body`` holds pairs of phrases of the cleaned text, from the first to the end of the second.
    ``sha256`` is the digest of the file's bytes, byte order mark included.
    Refuses with exit code 3 what is no UTF-8 text, with 5 what is too long; all else that is amiss comes
    as Problems, in the order of the lines.
    """
    shown = printable(shown or path.name)
    if tables.is_table(path.name):
        return _table(path, id, shown, delimiter)
    content, raw = decode(path, shown)
    cleaned, problems = _cleared(raw, shown)
    ranges, amiss = find_body(cleaned.text, body, shown)
    problems = [*look_alikes(raw, shown), *problems, *amiss]
    problems.sort(key=lambda problem: (problem.where.line if problem.where else 0, problem.code))
    digest = hashlib.sha256(content).hexdigest()
    return Source(id, raw, cleaned.text, cleaned.offsets, digest, ranges), tuple(problems)


def _table(path: Path, id: str, shown: str, delimiter: str | None) -> tuple[Source, tuple[Problem, ...]]:
    content = read_bytes(path, shown, tables.MOST_BYTES)
    text, sheets = tables.read(content, path.name, shown, delimiter=delimiter)
    # a cell is one value: 1.234 has three decimals there and is no number in groups
    problems = [problem for problem in look_alikes(text, shown) if problem.code != "S120"]
    digest = hashlib.sha256(content).hexdigest()
    return Source(id, text, text, tuple(range(len(text) + 1)), digest, sheets=sheets), tuple(problems)


def metadata(path: Path, *, shown: str = "", encoding: str | None = None) -> Metadata:
    """What the file at ``path`` says of itself; refuses what ``load`` refuses, and takes the same ``encoding``."""
    return Metadata()


def page_of(source: Source, offset: int) -> int | None:
    """The page (from 1) on which ``source.text[offset]`` stands; None where the source has no pages."""
    return bisect_right(source.pages, offset) or None


def _cleared(raw: str, shown: str) -> tuple[Cleaned, list[Problem]]:
    """The cleaned text less the phrases that were pasted into it, and a warning for each of them."""
    cleaned = clean(raw)
    text = cleaned.text
    found = pasted.find(text)
    warnings: list[tuple[str, list[int]]] = []
    for each in found:
        heading = " and into a heading" if each.heading else ""
        what = f"'{each.phrase}' is pasted {len(each.glued)} times into sentences{heading} and is left out"
        warnings.append((what, sorted(each.glued + each.heading)))
    if errors := pasted.fetch_errors(text):
        what = f"the error of a fetch is pasted into the text: '{_words(text, errors[0])}'"
        warnings.append((what, errors))
    if errors and not found and (seams := pasted.single_seams(text)):
        warnings.append((f"words glued to a comma may be pasted in: '{_words(text, seams[0])}'", seams))
    problems = [
        _warning(what, [cleaned.offsets[at] for at in places], raw, shown) for what, places in warnings
    ]
    return cleaned.without(span for each in found for span in each.ranges()), problems


def _words(text: str, at: int) -> str:
    return text[at : at + 40].split("\n")[0]


def _warning(what: str, offsets: list[int], raw: str, shown: str) -> Problem:
    lines = lines_of(raw, offsets)
    message = printable(what) + (f" ({named(lines)})" if len(lines) > 1 else "")
    hint = "compare with another copy, or acknowledge S111 in the source's card with a reason"
    return Problem("S111", message, Place(shown, lines[0]), hint, "warning")
