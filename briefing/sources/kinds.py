"""The bytes of a file and its name in; what kind of document it is out, by its signature first and its name second."""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from typing import Literal

from briefing.sources.decoding import is_foreign

Kind = Literal["text", "html", "pdf", "docx", "csv", "xlsx", "ods", "parquet"]

NAMED: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".csv": "csv",
    ".tsv": "csv", ".xlsx": "xlsx", ".ods": "ods", ".parquet": "parquet",
}  # fmt: skip
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
BEGINNING = 64 * 1024
"""Bytes in which a page has to say that it is one; browsers put comments of any length before."""
MOST_PARTS = 10_000
"""Files in a ZIP; a document of a word processor has dozens."""
PART = b"PK\x01\x02"


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file; "text" too for what is none of the others, so that decoding tells what it is."""
    named = NAMED.get(PurePath(name).suffix.lower(), "text")
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        packed = named if named in ("docx", "xlsx", "ods") else "text"
        return _packed(content) or packed
    if content.startswith(b"PAR1"):
        return "parquet"
    if is_foreign(content):
        return "text"
    if PAGE.match(content[:BEGINNING]) or PAGE.match(
        content[:BEGINNING].replace(b"\0", b"").lstrip(b"\xff\xfe")
    ):
        return "html"  # in UTF-16 every other byte of it is NUL
    return named


def _packed(content: bytes) -> Kind | None:
    """What a ZIP file holds, by the names of its parts; None where that is none of the kinds, or cannot be told."""
    import zipfile

    if content.count(PART) > MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = parts.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if "[Content_Types].xml" in names:
        folders = {name.partition("/")[0] for name in names}
        return "docx" if "word" in folders else "xlsx" if "xl" in folders else None
    spreadsheet = b"application/vnd.oasis.opendocument.spreadsheet"
    return "ods" if spreadsheet in content[:200] else None
