"""A DOCX in; its text out, a paragraph or a row of a table a line, notes at the end; and what it says of itself.

Headers and footers, comments, deleted and hidden words are left out; nothing outside the file is followed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from briefing.model import Place
from briefing.saying import tell
from briefing.sources.extracted import Extracted, Given
from briefing.sources.metadata import Metadata, tidy
from briefing.sources.refusals import damaged, guarded, need, refusal, too_long
from briefing.sources.scripts import LOWERED, RAISED

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all parts together, pictures among them."""
MOST_MARKUP = 32 * 1024 * 1024
"""Bytes of a part that is read: a book of a thousand pages has ten million."""
MOST_PARTS = 10_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rubyPr", f"{W}rt", FALLBACK}
)
"""Deleted words, codes of fields, readings above words, and second versions of drawings."""
SPACES = re.compile("[ \t]+")
NOTES = ("footnotes", "endnotes")
SIGNS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}cr": "\n"}


def read(given: Given) -> Extracted:
    """The text of a document; Refusal S006 without python-docx, S007 where it is damaged, S005 where it unpacks to too much."""
    _check(given)
    text: str = guarded(_text, given, shown=given.shown)
    if not text.strip():
        hint = tell("give its text; pictures of pages have none")
        raise refusal("S008", tell("is a document without text"), Place(given.shown, 1), hint)
    return Extracted(text)


def metadata(given: Given) -> Metadata:
    """Title, author, language and, as a proposal, the day on which it was made: its core properties."""
    _check(given)
    return guarded(_described, given, shown=given.shown)


def _check(given: Given) -> None:
    """Refuses what python-docx should not unpack."""
    need("docx", "docx", tell("a DOCX document"), given.shown)
    import docx  # noqa: F401 - so that the bounded process has it

    try:
        with zipfile.ZipFile(io.BytesIO(given.content)) as parts:
            sizes = {part.filename: part.file_size for part in parts.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise damaged(tell("is no whole DOCX document"), given.shown) from None
    markup = max((size for name, size in sizes.items() if name.endswith((".xml", ".rels"))), default=0)
    if len(sizes) > MOST_PARTS or sum(sizes.values()) > MOST_UNPACKED or markup > MOST_MARKUP:
        raise too_long(tell("unpacks to more than a document holds"), given.shown)


def _opened(given: Given) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(io.BytesIO(given.content))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        NotImplementedError,
        AttributeError,
    ):
        raise damaged(tell("is no whole DOCX document"), given.shown) from None


def _text(given: Given) -> str:
    document = _opened(given)
    lines = list(_lines(document.element.body))
    for part in _notes(document, given):
        for note in part:
            if note.get(f"{W}type", "normal") == "normal":
                lines += _lines(note)
    return "\n".join(lines) + "\n"


def _notes(document: Any, given: Given) -> Iterator[Any]:
    """The footnotes and the endnotes, where there are some."""
    from docx.oxml.parser import parse_xml
    from lxml.etree import LxmlError

    parts = {
        rel.reltype.rpartition("/")[2]: rel for rel in document.part.rels.values() if not rel.is_external
    }
    for name in NOTES:
        if name in parts:
            try:
                yield parse_xml(parts[name].target_part.blob)
            except LxmlError:
                raise damaged(tell("is no whole DOCX document"), given.shown) from None


def _lines(block: Any) -> Iterator[str]:
    """The lines of paragraphs and tables, however they are wrapped (content controls, changes, text boxes)."""
    for element in block:
        if element.tag == f"{W}p":
            yield from filter(None, (SPACES.sub(" ", line).strip() for line in _words(element).split("\n")))
            yield from (line for box in _boxes(element) for line in _lines(box))
        elif element.tag == f"{W}tbl":
            yield from filter(None, (" | ".join(_cells(row)).strip(" |") for row in _rows(element)))
        elif element.tag not in LEFT_OUT:
            yield from _lines(element)


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == f"{W}tr":
            yield element
        elif element.tag not in LEFT_OUT:
            yield from _rows(element)


def _cells(row: Any) -> Iterator[str]:
    for element in row:
        if element.tag == f"{W}tc":
            yield " ".join(_lines(element))
        elif element.tag not in LEFT_OUT:
            yield from _cells(element)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that are anchored in a paragraph, less the second versions of them."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag in LEFT_OUT for above in box.iterancestors()):
            yield box


def _words(element: Any) -> str:
    """The words of a paragraph, its text boxes aside."""
    if element.tag in LEFT_OUT or element.tag == f"{W}txbxContent":
        return ""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in SIGNS:
        return SIGNS[element.tag]
    if element.tag == f"{W}br":
        return "\n"
    words = "".join(_words(child) for child in element)
    return _set(words, element) if element.tag == f"{W}r" else words


def _set(words: str, run: Any) -> str:
    """The words of a run as they are shown: hidden, raised (8,579³) or lowered (CO₂)."""
    look = run.find(f"{W}rPr")
    if look is None:
        return words
    hidden = look.find(f"{W}vanish")
    if hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off"):
        return ""
    level = look.find(f"{W}vertAlign")
    table = {"superscript": RAISED, "subscript": LOWERED}.get(
        "" if level is None else level.get(f"{W}val", "")
    )
    return words.translate(table) if table else words


def _described(given: Given) -> Metadata:
    from docx.opc.constants import RELATIONSHIP_TYPE

    document = _opened(given)
    try:
        document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except KeyError:  # else the library would make some up
        return Metadata()
    properties = document.core_properties
    made = properties.created
    day = f"{made:%Y-%m-%d}" if made is not None else ""
    language = (properties.language or "")[:2].lower()
    return Metadata(
        title=tidy(properties.title),
        author=tidy(properties.author),
        published=day,
        language=language if language.isalpha() and language.isascii() else "",
        proposed=frozenset({"published"} if day else ()),
    )
