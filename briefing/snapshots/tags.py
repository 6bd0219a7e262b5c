"""A tagged PDF -> its structure tree as indented lines, runs of the same lines folded."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.saying import tell


def tag_tree(content: bytes) -> str:
    """One line a tag, with the alternative text where it has one; ``× n`` where n like it follow each other."""
    document = pypdfium2.PdfDocument(content)
    lines: list[str] = []
    for number in range(len(document)):
        page = document[number]
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        lines.append(tell("page {number}", number=number + 1))
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            lines += _lines(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), 1)
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return "\n".join(lines) + "\n"


def _lines(element: Any, depth: int) -> Iterator[str]:
    alternative = _text(pdfium.FPDF_StructElement_GetAltText, element)
    kind = _text(pdfium.FPDF_StructElement_GetType, element)
    plain = kind in ("Span", "NonStruct") and not alternative  # carries words, no structure
    inner = []
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            inner.append(tuple(_lines(child, depth + (not plain))))
    if not plain:
        yield "  " * depth + kind + (f" “{alternative}”" if alternative else "")
    for lines, run in groupby(branch for branch in inner if branch):
        times = len(list(run))
        yield lines[0] + (f" × {times}" if times > 1 else "")
        yield from lines[1:]


def _text(getter: Any, element: Any) -> str:
    size = getter(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
