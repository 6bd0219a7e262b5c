"""A file in; a Source out: decoded strictly, kept exactly, its cleaned text knowing every raw offset; and its Metadata."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.model import Card, Place, Problem, Source
from briefing.saying import tell
from briefing.sources import pasted, readers
from briefing.sources.bodies import find_body
from briefing.sources.cleaning import Cleaned, clean
from briefing.sources.decoding import ENCODINGS
from briefing.sources.extracted import Extracted
from briefing.sources.lines import line_of, lines_of, named, printable
from briefing.sources.lookalikes import NEVER_ACKNOWLEDGED, look_alikes
from briefing.sources.metadata import Metadata

__all__ = [
    "ENCODINGS",
    "NEVER_ACKNOWLEDGED",
    "Metadata",
    "line_of",
    "load",
    "metadata",
    "original",
    "page_of",
]

LINES = re.compile(r" \(lines [^()]*\)$")
"""The other lines that a problem names at its end."""


def load(
    path: Path,
    id: str,
    *,
    body: Sequence[tuple[str, str]] = (),
    shown: str = "",
    encoding: str | None = None,
    delimiter: str | None = None,
) -> tuple[Source, tuple[Problem, ...]]:
    """Read a source; ``shown`` is its name in messages (the file's name where none is given).

    Plain text, a saved web page, a PDF with a text layer, DOCX or a table, told apart by signature, then by name.
    ``raw`` of what is no plain text is the text that its reader takes out: the same for the same file and the same
    version of the library; that of a table has its cells in ``sheets``, and no body. ``encoding`` is a key of ``ENCODINGS``: that of a text, or of a page in place of its own word;
    ``delimiter`` parts the cells of CSV, None where that is to be found out.
    ``body`` holds pairs of phrases of the cleaned text, from the first to the end of the second.
    ``sha256`` is the digest of the file's bytes, byte order mark included.
    Refuses with exit code 3 what cannot be read, with 5 what passes a limit, with 2 an unknown encoding; all else that
    is amiss comes as Problems, in the order of the lines.
    """
    shown = printable(shown or path.name)
    content, made = readers.read(path, shown, encoding, delimiter)
    digest = hashlib.sha256(content).hexdigest()
    if made.sheets:
        return _table(id, made, digest, shown)
    cleaned, problems = _cleared(clean(made.raw).joined(made), made.raw, shown)
    ranges, amiss = find_body(cleaned.text, body, shown)
    problems = [*made.problems, *_on_pages([*look_alikes(made.raw, shown), *problems], made), *amiss]
    problems.sort(key=lambda problem: (problem.where.line if problem.where else 0, problem.code))
    source = Source(
        id,
        made.raw,
        cleaned.text,
        cleaned.offsets,
        digest,
        ranges,
        tuple(cleaned.at(page) for page in made.pages),
    )
    return source, tuple(problems)


def original(folder: Path, card: Card) -> tuple[Source, tuple[Problem, ...]]:
    """The source that ``card`` describes, out of the folder of the originals; refuses what ``load`` refuses."""
    return load(
        folder / card.file,
        card.id,
        body=card.body,
        shown=card.file,
        encoding=card.encoding,
        delimiter=card.delimiter,
    )


def _table(id: str, made: Extracted, digest: str, shown: str) -> tuple[Source, tuple[Problem, ...]]:
    """The source of a table, whose cells its reader has cleaned one by one: nothing is left out of it."""
    # 1.234 in a cell has three decimals and is no number in groups
    problems = [problem for problem in look_alikes(made.raw, shown) if problem.code != "S120"]
    offsets = tuple(range(len(made.raw) + 1))
    return Source(id, made.raw, made.raw, offsets, digest, sheets=made.sheets), (*made.problems, *problems)


def _on_pages(problems: Sequence[Problem], made: Extracted) -> list[Problem]:
    """Problems of a document with pages, which has no lines that anybody could look up, with the page in their place."""
    if not made.pages:
        return list(problems)
    starts = [line_of(made.raw, page) for page in made.pages]
    found = []
    for problem in problems:
        where = problem.where or Place("")
        on = tell(
            "on page {bisect_right}: {sub}",
            bisect_right=bisect_right(starts, where.line),
            sub=LINES.sub("", problem.message),
        )
        found.append(replace(problem, message=on, where=Place(where.file)))
    return found


def metadata(path: Path, *, shown: str = "", encoding: str | None = None) -> Metadata:
    """What the file at ``path`` says of itself; refuses what ``load`` refuses, and takes the same ``encoding``."""
    given, kind = readers.opened(path, printable(shown or path.name), encoding)
    return readers.described(given, kind)


def page_of(source: Source, offset: int) -> int | None:
    """The page (from 1) on which ``source.text[offset]`` stands; None where the source has no pages."""
    return bisect_right(source.pages, offset) or None


def _cleared(cleaned: Cleaned, raw: str, shown: str) -> tuple[Cleaned, list[Problem]]:
    """The cleaned text less the phrases that were pasted into it, and a warning for each of them."""
    text = cleaned.text
    found = pasted.find(text)
    warnings: list[tuple[str, list[int]]] = []
    for each in found:
        heading = tell(" and into a heading") if each.heading else ""
        what = tell(
            "'{phrase}' is pasted {count} times into sentences{heading} and is left out",
            phrase=printable(each.phrase),
            count=len(each.glued),
            heading=heading,
        )
        warnings.append((what, sorted(each.glued + each.heading)))
    if errors := pasted.fetch_errors(text):
        what = tell("the error of a fetch is pasted into the text: '{words}'", words=_words(text, errors[0]))
        warnings.append((what, errors))
    if errors and not found and (seams := pasted.single_seams(text)):
        what = tell("words glued to a comma may be pasted in: '{words}'", words=_words(text, seams[0]))
        warnings.append((what, seams))
    problems = [
        _warning(what, [cleaned.offsets[at] for at in places], raw, shown) for what, places in warnings
    ]
    return cleaned.without(span for each in found for span in each.ranges()), problems


def _words(text: str, at: int) -> str:
    return printable(text[at : at + 40].split("\n")[0])


def _warning(what: str, offsets: list[int], raw: str, shown: str) -> Problem:
    lines = lines_of(raw, offsets)
    if len(lines) > 1:
        what = tell("{message} ({lines})", message=what, lines=named(lines))
    hint = tell("compare with another copy, or acknowledge S111 in the source's card with a reason")
    return Problem("S111", what, Place(shown, lines[0]), hint, "warning")
