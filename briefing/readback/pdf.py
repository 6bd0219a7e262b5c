"""A PDF -> passages: its text layer by its tags, alternative texts, bookmarks, document information, XMP."""

from __future__ import annotations

import ctypes
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.model import Problem, Refusal
from briefing.readback.passage import JOINER, Passage, Role, passage
from briefing.saying import tell

_ROLES: dict[str, Role] = {
    **dict.fromkeys(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"), "heading"),
    **dict.fromkeys(("P", "Sect", "Div", "Document", "Part", "Art", "BlockQuote", "Code"), "paragraph"),
    **dict.fromkeys(("LI", "LBody", "L"), "item"),
    **dict.fromkeys(("TH", "TD", "TR"), "cell"),
    **dict.fromkeys(("Figure",), "drawing"),
    **dict.fromkeys(("Caption",), "caption"),
    **dict.fromkeys(("Note", "FENote"), "note"),
}  # fmt: skip
"""Tags that begin a passage of their own; the words of any other belong to the passage around it."""
_INFORMATION = ("Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate")
_ENDED = re.compile(r"""[.!?。:;]["'”’)\]]*(?:\s*\[[\d, ]+\])*$""")


def read(content: bytes) -> tuple[Passage, ...]:
    """The passages of the PDF ``content``; Refusal R100 where it is none or asks for a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        what = tell("the PDF cannot be read: {error}", error=str(error)[:80])
        raise Refusal(Problem("R100", what, None, tell("write it anew")), exit_code=3) from None
    try:
        return tuple(_passages(document, content))
    finally:
        document.close()


def _passages(document: Any, content: bytes) -> Iterator[Passage]:
    for name in _INFORMATION:
        yield from _spoken(document.get_metadata_value(name), "metadata")
    for packet in re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", content, re.S):
        words = re.sub(r"<[^>]*>", "\n", packet.decode("utf-8", "replace"))
        for line in words.splitlines():
            yield from _spoken(html.unescape(line), "metadata")
    for bookmark in document.get_toc():
        yield from _spoken(bookmark.get_title(), "outline")
    blocks: list[_Block] = []
    for number, page in enumerate(document, 1):
        own = list(_blocks(page, number))
        first = next((n for n, block in enumerate(own) if block.tag), None)
        if first is not None and _continues(blocks, own[first]):
            last = max(n for n, block in enumerate(blocks) if block.tag)
            blocks[last] = replace(blocks[last], words=f"{blocks[last].words}\n{own.pop(first).words}")
        blocks += own
    where = ""
    for block in blocks:
        said = passage(block.words, block.role, where, block.page)
        if not said.text and not said.removed:
            continue
        if block.role == "heading":
            where = said.text
            said = replace(said, where=where)
        yield said


def _spoken(words: str, role: Role) -> Iterator[Passage]:
    if words.strip():
        yield passage(words, role)


@dataclass(frozen=True, slots=True)
class _Block:
    tag: str
    role: Role
    words: str
    page: int


def _continues(blocks: list[_Block], first: _Block) -> bool:
    """Whether a page begins within the paragraph with which the page before it ended."""
    last = next((block for block in reversed(blocks) if block.tag), None)
    return (
        last is not None
        and last.tag == first.tag
        and last.role in ("paragraph", "item")
        and not _ENDED.search(last.words.rstrip())
    )


def _blocks(page: Any, number: int) -> Iterator[_Block]:
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    runs, untagged = _runs(layer)
    layer.close()
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        found: list[_Block] = []
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), "", "paragraph", runs, found, number)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    yield from (block for block in found if block.words.strip())
    tagged = bool(found)
    yield from _loose(untagged, "drawing" if tagged else "paragraph", number)
    yield from _loose(list(runs.values()), "furniture" if tagged else "paragraph", number)


def _loose(pieces: list[str], role: Role, page: int) -> Iterator[_Block]:
    """Words that no tag holds: on a tagged page lettering of a drawing, and what stands in the margins."""
    apart = r"(?:\r?\n[ \t]*){2,}" if role == "paragraph" else r"\r?\n"
    for words in pieces:
        yield from (_Block("", role, part, page) for part in re.split(apart, words) if part.strip())


def _runs(layer: Any) -> tuple[dict[int, str], list[str]]:
    """The words of each marked content of a page, and those outside any, as they follow each other.

    PDFium puts white space of its own between the pieces of a line and at its end: it belongs to the piece before.
    """
    import pypdfium2.raw as pdfium

    at, marked = pdfium.FPDFText_GetTextObject, pdfium.FPDFPageObj_GetMarkedContentID
    numbers: dict[int, int] = {}
    runs: dict[int, list[str]] = {}
    loose: list[list[str]] = []
    current: list[str] = []
    last: int | None = None
    for index, character in enumerate(_characters(layer)):
        object = at(layer, index)
        if object:
            address = ctypes.addressof(object.contents)
            number = numbers.get(address)
            if number is None:
                number = numbers[address] = marked(object)
            if number != last:
                current = runs.setdefault(number, []) if number >= 0 else []
                if number < 0:
                    loose.append(current)
                last = number
        current.append(character)
    return {number: "".join(run) for number, run in runs.items()}, ["".join(run) for run in loose]


def _characters(layer: Any) -> str:
    """The characters of a page, one for each that PDFium counts.

    A hyphen at the end of a line that PDFium takes for one within a word is a soft one.
    """
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(layer)
    buffer = ctypes.create_string_buffer(2 * count + 2)
    length = pdfium.FPDFText_GetText(layer, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    said = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
    if (
        length != count + 1 or len(said) != count
    ):  # characters that it counts and does not give, or gives in two
        said = "".join(chr(pdfium.FPDFText_GetUnicode(layer, index)) for index in range(count))
    return said.replace("\x02", "\u00ad").replace("\ufffe", "\u00ad")


def _walk(element: Any, tag: str, role: Role, runs: dict[int, str], found: list[_Block], page: int) -> None:
    """Add the words below ``element`` to the last block, in the order of the tags; a block's tag begins a new one."""
    import pypdfium2.raw as pdfium

    own = _text(pdfium.FPDF_StructElement_GetType, element)
    if alternative := _text(pdfium.FPDF_StructElement_GetAltText, element):
        found.append(_Block(own, "alt", alternative, page))
    begins = own in _ROLES
    if begins:
        tag, role = own, role if own == "P" and role in ("item", "cell", "caption") else _ROLES[own]
    if begins or alternative:
        found.append(_Block(tag, role, "", page))
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            depth = len(found)
            _walk(child, tag, role, runs, found, page)
            if len(found) > depth and found[-1].tag != tag or len(found) > depth + 1:
                found.append(_Block(tag, role, "", page))
            continue
        number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if number >= 0:
            # PDFium leaves out a piece that is white space alone
            words = runs.pop(number, " ")
            apart = "\n" if tag == "Figure" else ""
            found[-1] = replace(found[-1], words=found[-1].words + apart + words)


def _text(getter: Any, element: Any) -> str:
    size = getter(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def text_of(content: bytes) -> str:
    """The text layer of all pages in the order in which it is drawn, without joiners, white space folded."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        layers = [page.get_textpage() for page in document]
        said = "\n".join(layer.get_text_range() for layer in layers)
    finally:
        document.close()
    # PDFium marks a line that it thinks continues with U+FFFE or a soft hyphen
    return " ".join(re.sub(f"[\ufffe\u00ad{JOINER}]", "", said).split())
