"""A finished PDF -> the same with a digest over all its bytes but the digest's own, and whether that digest holds.

The digest stands in a comment of fixed width between the trailer and ``startxref`` (ISO 32000-1, 7.2.4: a comment is
white space), where it moves no object and no cross-reference. It is the SHA-256 of the whole file with 64 zeros in its
place. The comment must end the file as it is written here, so that nothing can follow it. Whoever changes the file can
compute it anew: it shows what happened on the way, not who built it. That takes a signature.
"""

from __future__ import annotations

import hashlib
import re

MARK = b"%Briefing-SHA-256: "
NOTHING = b"0" * 64
_END = re.compile(rb"\nstartxref\n[0-9]{1,12}\n%%EOF\n?\Z")
_SEALED = re.compile(rb"\n" + MARK + rb"([0-9a-f]{64})\nstartxref\n[0-9]{1,12}\n%%EOF\n?\Z")
_WITHIN = re.compile(_SEALED.pattern.removesuffix(rb"\n?\Z") + rb"(\n?)")
_MOST = 8
"""Seals within a file that are tried: a file of this tool has one."""
_TAIL = 200
"""Bytes at the end within which the comment stands."""


def seal(pdf: bytes) -> bytes:
    """``pdf`` with its digest; the same bytes for the same file."""
    end = _END.search(pdf, max(0, len(pdf) - _TAIL))
    assert end is not None, "the file does not end as a PDF does"
    head, tail = pdf[: end.start()] + b"\n" + MARK, pdf[end.start() :]
    return head + _digest(head, tail) + tail


def holds(pdf: bytes) -> bool | None:
    """Whether ``pdf`` is as it was sealed, None where it ends with no seal."""
    found = _SEALED.search(pdf, max(0, len(pdf) - _TAIL))
    if found is None:
        return None
    return found[1] == _digest(pdf[: found.start(1)], pdf[found.end(1) :])


def original(pdf: bytes) -> tuple[bytes, bool] | None:
    """The sealed file that ``pdf`` begins with, and whether it is as it was sealed; None where there is no seal.

    A signature is appended to a sealed file, which stays as its beginning.
    """
    last = None
    for found, _ in zip(_WITHIN.finditer(pdf), range(_MOST), strict=False):
        for end in {found.end(), found.start(2)}:
            last = pdf[:end]
            if holds(last):
                return last, True
    return (last, False) if last is not None else None


def _digest(head: bytes, tail: bytes) -> bytes:
    return hashlib.sha256(head + NOTHING + tail).hexdigest().encode()
