"""The bytes of a PDF -> its language, the files that it carries, and its passages."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.model import Place, Problem, Refusal
from briefing.readback import Passage, passages
from briefing.register.record import LARGEST
from briefing.saying import tell

MOST = 100
"""Attachments that are looked at."""
HINT = tell("ask whoever sent it for the file as it was built")


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF as read."""

    language: str
    files: Mapping[str, bytes]
    passages: tuple[Passage, ...]


def opened(content: bytes, shown: str) -> Opened:
    """Refusal V003 with exit code 3 for what is no readable PDF."""
    if not content.startswith(b"%PDF-"):
        problem = Problem(
            "V003", tell("it is no PDF"), Place(shown), tell("name a PDF, or the folder of a brief")
        )
        raise Refusal(problem, exit_code=3)
    try:
        return _read(content)
    except Refusal as refusal:
        problem = Problem("V003", refusal.problems[0].message, Place(shown), HINT)
        raise Refusal(problem, exit_code=3) from None
    except (ValueError, LookupError, TypeError, OSError, ArithmeticError, AttributeError, RuntimeError):
        # PDFium's own error is a RuntimeError; a damaged tree gives null pointers
        raise Refusal(Problem("V003", tell("it is damaged"), Place(shown), HINT), exit_code=3) from None


def _read(content: bytes) -> Opened:
    import pypdfium2

    said = passages(content, "pdf")
    document = pypdfium2.PdfDocument(content)
    try:
        return Opened(_language(document), _files(document), said)
    finally:
        document.close()


def _language(document: Any) -> str:
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * 64)()
    length = pdfium.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), ctypes.sizeof(buffer)
    )
    return bytes(buffer)[: max(0, min(length, 128) - 2)].decode("utf-16-le", "replace")


def _files(document: Any) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for index in range(min(document.count_attachments(), MOST)):
        file = document.get_attachment(index)
        name = file.get_name()
        if name in files:
            raise ValueError("two attachments have one name")
        content = bytes(file.get_data())
        files[name] = content if len(content) <= LARGEST else b""
    return files
