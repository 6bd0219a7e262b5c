"""A PDF with a text layer in; the lines that it prints out, with its pages, and what it says of itself."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefing.model import Place, Problem
from briefing.saying import tell, tell_many
from briefing.schema import is_day
from briefing.sources.extracted import Extracted, Given
from briefing.sources.lines import named_pages
from briefing.sources.metadata import Metadata, tidy
from briefing.sources.printed import Line, assemble
from briefing.sources.refusals import damaged, guarded, refusal, too_long
from briefing.sources.scripts import LOWERED, RAISED

MOST_PAGES = 3000
MOST_CHARACTERS = 3_000_000
WRONG_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
LOST = "\ufffd"
"""For what the font gives no letter."""
DIVISIONS = frozenset({0x02, 0xFFFE})
"""What PDFium gives in place of a hyphen and the end of its line, where it takes a word for divided."""
HYPHENS = frozenset({0xAD, 0x2010, 0x2011})
"""How files write a hyphen, besides as one."""
SMALLER = 80
"""Percent of the size of the letter before, at most, that a raised or lowered digit has."""
LIFTED = 10
"""Percent of the height of the letter before, at least, by which its foot stands above or below."""
RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(given: Given) -> Extracted:
    """The text of a PDF; Refusal S007 where it is damaged or encrypted, S008 where its pages have no text."""
    import pypdfium2  # noqa: F401 - so that the bounded process has it

    made: tuple[list[list[Line]], list[int]] = guarded(_pages, given, shown=given.shown)
    pages, pictures = made
    if not any(pages):
        hint = tell("make one (ocrmypdf FILE FILE), read it through, and give that")
        what = tell_many(
            "has no text layer: {count} page is a picture, as of a scan, or empty",
            "has no text layer: {count} pages are pictures, as of a scan, or empty",
            count=len(pages),
        )
        raise refusal("S008", what, Place(given.shown, 1), hint)
    return assemble(pages, _unread(pictures, given.shown))


def metadata(given: Given) -> Metadata:
    """Title, author, language, and as a proposal the day on which the file was made: its document information."""
    import pypdfium2  # noqa: F401

    return guarded(_described, given, shown=given.shown)


def _unread(pictures: list[int], shown: str) -> tuple[Problem, ...]:
    if not pictures:
        return ()
    what = tell_many(
        "{pages} is a picture without text, and not read",
        "{pages} are pictures without text, and not read",
        count=len(pictures),
        pages=named_pages(pictures),
    )
    hint = tell(
        "make a text layer (ocrmypdf --skip-text FILE FILE), or acknowledge S112 in the source's card"
    )
    return (Problem("S112", what, Place(shown, 1), hint, "warning"),)


@contextmanager
def _opened(given: Given) -> Iterator[Any]:
    import pypdfium2

    if not given.content[:1024].lstrip().startswith(b"%PDF-"):
        raise damaged(
            tell("is named as a PDF and is none"),
            given.shown,
            tell("give the PDF, or the text under its own name"),
        )
    try:
        document = pypdfium2.PdfDocument(given.content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == WRONG_PASSWORD:
            hint = tell("save it without a password")
            raise damaged(tell("is a PDF encrypted with a password"), given.shown, hint) from None
        raise damaged(tell("is a PDF that cannot be read: it is damaged"), given.shown) from None
    try:
        yield document
    except (pypdfium2.PdfiumError, ValueError, OSError):  # a damaged tree gives null pointers
        raise damaged(tell("is a PDF that cannot be read: it is damaged"), given.shown) from None
    finally:
        document.close()


def _pages(given: Given) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and the numbers of those that hold pictures alone."""
    import pypdfium2.raw as pdfium

    pages: list[list[Line]] = []
    pictures: list[int] = []
    read = 0
    with _opened(given) as document:
        if len(document) > MOST_PAGES:
            raise too_long(tell("has more than {most_pages} pages", most_pages=MOST_PAGES), given.shown)
        for number, page in enumerate(document, 1):
            layer = page.get_textpage()
            read += layer.count_chars()
            if read > MOST_CHARACTERS:
                raise too_long(
                    tell("has more than {most_characters} letters", most_characters=MOST_CHARACTERS),
                    given.shown,
                )
            pages.append(_lines(layer.raw, layer.count_chars()))
            if not pages[-1] and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
                pictures.append(number)
            layer.close()
            page.close()
    return pages, pictures


def _lines(layer: Any, count: int) -> list[Line]:
    """The lines of a page as PDFium divides them, in the order of the file."""
    import pypdfium2.raw as pdfium

    found: list[Line] = []
    words: list[str] = []
    start = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(layer, index)
        if code in DIVISIONS:
            words.append("-")
        if code in DIVISIONS or code in (0x0A, 0x0D):
            found += _line(layer, words, start)
            words, start = [], index + 1
        else:
            words.append(_letter(layer, index, code))
    return [*found, *_line(layer, words, start)]


def _letter(layer: Any, index: int, code: int) -> str:
    """A letter as printed; a hyphen is one however the file writes it."""
    import pypdfium2.raw as pdfium

    if code in HYPHENS:
        return "-"
    if code in LIGATURES:
        return LIGATURES[code]
    unread = code < 0x20 and code != 0x09
    if unread or code > 0x10FFFF or pdfium.FPDFText_HasUnicodeMapError(layer, index) == 1:
        return LOST
    return chr(code)


def _line(layer: Any, words: list[str], start: int) -> list[Line]:
    """The line whose first letter is the ``start``-th of the page; none where nothing is printed on it."""
    inked = [at for at, word in enumerate(words) if not word.isspace()]
    if not inked:
        return []
    first, last = inked[0], inked[-1]
    spaces = [at for at in range(first, last) if words[at].isspace()]
    left, right = _box(layer, start + first), _box(layer, start + last)
    before_figures = [at for at in spaces if words[at + 1].isdigit()]
    gaps = [(_box(layer, start + at - 1).right, _box(layer, start + at + 1).left) for at in before_figures]
    word = _box(layer, start + spaces[0] - 1) if spaces else right
    for at in range(first + 1, last + 1):
        if words[at].isdigit() and not words[at - 1].isspace():
            words[at] = _level(layer, start + at, words[at], words[at - 1])
    return [
        Line(
            words="".join(words[first : last + 1]),
            spaced=last + 1 < len(words),
            left=left.left,
            right=right.right,
            bottom=min(left.bottom, right.bottom),
            top=max(left.top, right.top),
            size=max(left.top - left.bottom, right.top - right.bottom),
            word=word.right - left.left,
            gaps=tuple(gaps),
        )
    ]


def _box(layer: Any, index: int) -> Any:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(layer, index, box)
    return box


def _level(layer: Any, index: int, digit: str, previous: str) -> str:
    """The digit as it is set beside the letter before it: raised (8,579³), lowered (CO₂) or level."""
    import pypdfium2.raw as pdfium

    if previous in RAISED_DIGITS:
        before = index - 1
        same = pdfium.FPDFText_GetFontSize(layer, index) == pdfium.FPDFText_GetFontSize(layer, before)
        return digit.translate(RAISED) if same else digit
    size, other = (pdfium.FPDFText_GetFontSize(layer, at) for at in (index, index - 1))
    if not 0 < size * 100 <= other * SMALLER:
        return digit
    x, here, there = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(layer, index, x, here)
    pdfium.FPDFText_GetCharOrigin(layer, index - 1, x, there)
    box = _box(layer, index - 1)
    lift = (here.value - there.value) * 100
    if abs(lift) < (box.top - box.bottom) * LIFTED:
        return digit
    return digit.translate(RAISED if lift > 0 else LOWERED)


def _described(given: Given) -> Metadata:
    with _opened(given) as document:
        said = document.get_metadata_dict(skip_empty=True)
        made = DAY.match(said.get("CreationDate", ""))
        day = "-".join(made.groups()) if made and is_day("-".join(made.groups())) else ""
        return Metadata(
            title=tidy(said.get("Title")),
            author=tidy(said.get("Author")),
            published=day,
            language=_language(document),
            proposed=frozenset({"published"} if day else ()),
        )


def _language(document: Any) -> str:
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * 64)()
    length = pdfium.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), ctypes.sizeof(buffer)
    )
    said = bytes(buffer)[: max(0, min(length, 128) - 2)].decode("utf-16-le", "replace")
    return said[:2].lower() if re.match(r"[A-Za-z]{2}(?![A-Za-z])", said) else ""
