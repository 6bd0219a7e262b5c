"""The bytes of a zipped document (XLSX, ODS) -> its parts, refused where they are no archive, too large, or hold entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from briefing.saying import tell
from briefing.sources.tables.grid import too_large, unreadable

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 2_000
_CHUNK = 1024 * 1024
_DECLARED = ("<!DOCTYPE", "<!ENTITY")
_NEEDLES = tuple(word.encode(code) for word in _DECLARED for code in ("utf-8", "utf-16-le", "utf-16-be"))
"""Neither format declares document types; entities in them serve bombs only."""
OLE = b"\xd0\xcf\x11\xe0"


def opened(content: bytes, shown: str, what: str) -> zipfile.ZipFile:
    """The archive, ``what`` it should be in messages; exit code 3 where it is none or is encrypted, 5 where it is too large."""
    if content.startswith(OLE):
        hint = tell("save it as {what} without a password", what=what)
        raise unreadable("is an OLE file: an old XLS, or protected by a password", shown, hint)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise unreadable(f"is no {what}", shown, tell("save it again as {what}", what=what)) from None
    parts = package.infolist()
    if len(parts) > MOST_PARTS:
        raise too_large(tell("more than {most_parts} parts", most_parts=f"{MOST_PARTS:,}"), shown)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise too_large(
            tell("more than {most_unpacked} MiB when unpacked", most_unpacked=MOST_UNPACKED // 1024 // 1024),
            shown,
        )
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable(
            "is protected by a password", shown, tell("save it as {what} without a password", what=what)
        )
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")) and any(
            needle in chunk for chunk in _chunks(package, part, shown, what) for needle in _NEEDLES
        ):
            hint = tell("save it again as {what}", what=what)
            raise unreadable("declares a document type or entities, which no table needs", shown, hint)
    return package


def found(
    package: zipfile.ZipFile, folder: str, pattern: bytes, shown: str, what: str
) -> Iterator[re.Match[bytes]]:
    """Where ``pattern`` stands in the parts of ``folder``, without parsing them; now and then a place twice."""
    tag = re.compile(pattern)
    parts = [part for part in package.infolist() if part.filename.lower().startswith(folder)]
    return (
        match
        for part in parts
        for chunk in _chunks(package, part, shown, what)
        for match in tag.finditer(chunk)
    )


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo, shown: str, what: str) -> Iterator[bytes]:
    """The unpacked bytes, each chunk with the last few of the one before it."""
    kept = b""
    try:
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                yield kept + chunk
                kept = chunk[-32:]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        why = type(error).__name__
        raise unreadable(
            f"is a damaged {what}: {why}", shown, tell("save it again as {what}", what=what)
        ) from None
