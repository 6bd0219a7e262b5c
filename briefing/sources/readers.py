"""A file in; the text of its kind out, and what it says of itself: which reader reads which kind, and how long it may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from briefing.model import Place, Problem
from briefing.saying import tell
from briefing.sources import decoding
from briefing.sources.extracted import Extracted, Given, Reader
from briefing.sources.kinds import Kind, kind_of
from briefing.sources.lines import printable
from briefing.sources.metadata import Metadata, of_text
from briefing.sources.refusals import refusal, too_long

MEBIBYTE = 1024 * 1024
MOST_BYTES: dict[Kind, int] = {
    "text": 2 * MEBIBYTE, "html": 20 * MEBIBYTE, "pdf": 50 * MEBIBYTE, "docx": 50 * MEBIBYTE,
    "csv": 2 * MEBIBYTE, "xlsx": 50 * MEBIBYTE, "ods": 50 * MEBIBYTE, "parquet": 50 * MEBIBYTE,
}  # fmt: skip
"""A longer file is no source; a limit keeps a mistaken path from filling the memory. Pictures make documents long."""
MOST_TEXT = 2 * MEBIBYTE
"""Bytes of UTF-8 that the text of a document may have, whatever its kind."""
TEXTS = (".txt", ".text", ".md")
"""Names under which nobody expects a page that has to be read apart."""
MOST = max(MOST_BYTES.values())


def read(
    path: Path, shown: str, encoding: str | None, delimiter: str | None = None
) -> tuple[bytes, Extracted]:
    """The bytes of a file and its text; Refusal (exit code 3, or 5 where a limit is passed) where it cannot be read."""
    given, kind = opened(path, shown, encoding)
    made = READERS[kind](replace(given, delimiter=delimiter))
    if kind == "html" and PurePath(path.name).suffix.lower() in TEXTS:
        made = replace(made, problems=(*made.problems, _disguised(shown)))
    if kind != "text" and len(made.raw.encode("utf-8", "surrogatepass")) > MOST_TEXT:
        raise too_long(
            tell("holds more than {most_text} MiB of text", most_text=MOST_TEXT // MEBIBYTE), shown
        )
    return given.content, made


def _disguised(shown: str) -> Problem:
    what = tell(
        "is a web page under the name of a text: its main text is read, what stands around it is left out"
    )
    hint = tell("name it .html where that is meant, or save the article as plain text")
    return Problem("S110", what, Place(shown, 1), hint, "warning")


def opened(path: Path, shown: str, encoding: str | None) -> tuple[Given, Kind]:
    """The bytes of a file and what kind it is."""
    if encoding is not None and encoding not in decoding.ENCODINGS:
        known = tell("known are {encodings}", encodings=", ".join(decoding.ENCODINGS))
        raise refusal(
            "S002",
            tell("the encoding '{printable}' is unknown", printable=printable(encoding)),
            Place(shown),
            known,
            exit_code=2,
        )
    content = _bytes(path, shown)
    kind = kind_of(content, path.name)
    if len(content) > MOST_BYTES[kind]:
        raise too_long(
            tell("is longer than {most_bytes} MiB", most_bytes=MOST_BYTES[kind] // MEBIBYTE), shown
        )
    if not content.strip():
        raise refusal(
            "S003", tell("is empty"), Place(shown, 1), tell("give a file with the text of the source")
        )
    return Given(content, shown, encoding), kind


def _bytes(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST + 1)
    except FileNotFoundError:
        hint = tell("check the name and the folder")
        raise refusal("S001", tell("there is no such file"), Place(shown), hint) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (getattr(error, "strerror", None) or "its name is no file name").lower()
        raise refusal(
            "S001",
            tell("cannot be read: {reason}", reason=reason),
            Place(shown),
            tell("give a readable file"),
        ) from None


def described(given: Given, kind: Kind) -> Metadata:
    """What a file says of itself, by its kind; of a table nothing."""
    if kind == "html":
        from briefing.sources import webpage

        return webpage.metadata(given)
    if kind == "pdf":
        from briefing.sources import pdf

        return pdf.metadata(given)
    if kind == "docx":
        from briefing.sources import word

        return word.metadata(given)
    if kind == "text":
        return of_text(decoding.decode(given))
    return Metadata()


def _text(given: Given) -> Extracted:
    return Extracted(decoding.decode(given))


def _html(given: Given) -> Extracted:
    from briefing.sources import webpage

    return webpage.read(given)


def _pdf(given: Given) -> Extracted:
    from briefing.sources import pdf

    return pdf.read(given)


def _docx(given: Given) -> Extracted:
    from briefing.sources import word

    return word.read(given)


def _csv(given: Given) -> Extracted:
    from briefing.sources import tables

    return tables.delimited(given)


def _xlsx(given: Given) -> Extracted:
    from briefing.sources import tables

    return tables.workbook(given)


def _ods(given: Given) -> Extracted:
    from briefing.sources import tables

    return tables.spreadsheet(given)


def _parquet(given: Given) -> Extracted:
    from briefing.sources import tables

    return tables.columns(given)


READERS: dict[Kind, Reader] = {
    "text": _text, "html": _html, "pdf": _pdf, "docx": _docx,
    "csv": _csv, "xlsx": _xlsx, "ods": _ods, "parquet": _parquet,
}  # fmt: skip
