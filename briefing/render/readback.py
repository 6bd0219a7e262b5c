"""A finished PDF -> the text that a reader copies from it, and the printed figures that it lacks."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import normalize

from briefing.model import Brief, Problem
from briefing.render.joiners import without
from briefing.render.page import printed_figures


def text_of(pdf: bytes) -> str:
    """The text layer of all pages, joiners dropped, lines joined: hyphens of broken words stay."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            layer = page.get_textpage()
            pages.append(layer.get_text_range())
            layer.close()
            page.close()
    finally:
        document.close()
    return _joined("\n".join(pages))


def _joined(text: str) -> str:
    # PDFium marks a line that it thinks continues with U+FFFE or a soft hyphen.
    return " ".join(without(re.sub("[\ufffe\u00ad]", "", text)).split())


def missing(pdf: bytes, brief: Brief) -> tuple[Problem, ...]:
    """Problem R040 for each figure whose words stand less often in the text layer than the pages print them.

    Letters are compared in their compatibility form (㎿ = MW), and a space between them may come or go,
    because a column or a drawing may part them. A figure within a longer one (34% in 134%) does not count.
    """
    text = normalize("NFKC", text_of(pdf))
    printed = Counter(normalize("NFKC", figure.words) for figure in printed_figures(brief))
    problems = []
    for words, times in sorted(printed.items()):
        found = _count(words, text)
        if found < times:
            message = f"the PDF's text holds '{words}' {found} times, the page prints it {times} times"
            problems.append(
                Problem("R040", message, hint="look at its pages: something hides or cuts the figure")
            )
    return tuple(problems)


def _count(words: str, text: str) -> int:
    before = r"(?<!\d)(?<!\d[.,])" if words[:1].isdigit() else ""
    after = r"(?!\d|[.,]\d)" if words[-1:].isdigit() else ""
    letters = r"\s?".join(re.escape(letter) for letter in words if not letter.isspace())
    return len(re.findall(before + letters + after, text))
