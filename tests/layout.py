"""Print HTML -> what stands where on its pages, as WeasyPrint lays it out: lines of each block, headings, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.render import pdf

FOLIO = 60
"""CSS pixels at the foot and head of a page that running heads and folios take."""


@dataclass(frozen=True)
class Laid:
    """An element on one page: which it is, its tag and classes, its lines there, where it begins and ends."""

    page: int
    key: int
    tag: str
    classes: tuple[str, ...]
    lines: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """A page: its content's upper and lower edge, and where the lowest thing on it ends."""

    top: float
    bottom: float
    lowest: float

    @property
    def filled(self) -> float:
        return (self.lowest - self.top) / (self.bottom - self.top)


def laid_out(html: str) -> tuple[list[Sheet], list[Laid]]:
    """Every page and every block of it, in the order of the page."""
    configuration = pdf._font_configuration()
    from weasyprint import HTML
    from weasyprint.formatting_structure import boxes

    document = HTML(string=html, base_url=pdf.fonts().as_uri() + "/", url_fetcher=pdf._fetcher()).render(
        font_config=configuration
    )
    sheets, found = [], []
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        inner = [child for child in box.children if not isinstance(child, boxes.MarginBox)]
        blocks = [each for child in inner for each in _walk(child, number, boxes)]
        found += [each for each in blocks if each.tag not in ("html", "body")]
        ends = [each.bottom for each in found if each.page == number and (each.lines or each.tag == "svg")]
        top = box.content_box_y()
        sheets.append(Sheet(top, top + box.height, max(ends, default=top)))
    return sheets, found


def _walk(box: Any, page: int, boxes: Any) -> Iterator[Laid]:
    element = getattr(box, "element", None)
    children = list(getattr(box, "children", ()))
    if element is not None and isinstance(box, boxes.BlockLevelBox | boxes.TableCellBox | boxes.ReplacedBox):
        lines = sum(isinstance(child, boxes.LineBox) for child in children)
        classes = tuple((element.get("class") or "").split())
        tag = str(element.tag).rpartition("}")[2]
        yield Laid(
            page, id(element), tag, classes, lines, box.position_y, box.position_y + box.margin_height()
        )
    for child in children:
        yield from _walk(child, page, boxes)
