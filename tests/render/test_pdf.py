from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pypdfium2
import pytest
from pypdfium2 import raw

from briefing.model import Paragraph, Refusal, Text
from briefing.readback.pdf import text_of
from briefing.readback.record import ANNEX, lines
from briefing.render import pdf
from briefing.render.joiners import JOINER
from tests.render import sample
from tests.render.conftest import GOLDEN, SHELL, Rendered


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def _lines(content: bytes) -> list[str]:
    with _opened(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return [line.strip() for page in pages for line in page.replace(JOINER, "").splitlines()]


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * 16)()
    length = raw.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), 32
    )
    return bytes(buffer)[: length - 2].decode("utf-16-le")


def _font(layer: pypdfium2.PdfTextPage, index: int) -> str:
    buffer, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(layer.raw, index, buffer, 100, flags)
    return buffer.value.decode()


def _refusal(markup: str) -> tuple[str, str]:
    with pytest.raises(Refusal) as refused:
        pdf.render(
            f"<html lang=ko><title>t</title><body style='font-family: Pretendard'>{markup}</body></html>"
        )
    problem = refused.value.problems[0]
    return problem.code, problem.message


def test_the_same_bytes_again_from_any_folder(
    rendered: Rendered, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert pdf.render(pdf.print_html(rendered.brief, shell=SHELL)) == rendered.pdf


def test_it_is_tagged_and_says_what_it_is(rendered: Rendered) -> None:
    with _opened(rendered.pdf) as document:
        assert raw.FPDFCatalog_IsTagged(document.raw)
        assert _language(document) == rendered.brief.language
        metadata = document.get_metadata_dict()
        assert len(document) == {"ko": 5, "en": 5}[rendered.brief.language]
    assert metadata["Author"] == rendered.brief.edition.series
    assert metadata["CreationDate"] == metadata["ModDate"] == "D:20240520"


def test_bookmarks_are_the_heads_free_of_joiners(rendered: Rendered) -> None:
    with _opened(rendered.pdf) as document:
        titles = [bookmark.get_title() for bookmark in document.get_toc() if bookmark.level == 0]
    assert len(titles) == len(rendered.brief.sections) + 2
    assert titles[1].startswith("1 ")
    assert JOINER not in "".join(titles)


def test_only_the_bundled_family_is_used(rendered: Rendered) -> None:
    names = set()
    with _opened(rendered.pdf) as document:
        for page in document:
            layer = page.get_textpage()
            names |= {_font(layer, index) for index in range(layer.count_chars())}
    assert {name.split("+")[-1].split("-")[0] for name in names if name} == {"Pretendard"}
    assert len(names) >= len(pdf.WEIGHTS)


def test_korean_words_are_never_broken_inside() -> None:
    words = "인공지능부문인력수급현황실태조사보고서의 " * 40
    brief = sample.tiny(Paragraph((Text(words.strip()),)))
    lines = [line for line in _lines(pdf.render(pdf.print_html(brief, shell=SHELL))) if "실태" in line]
    assert len(lines) > 10
    assert all(set(line.split()) == {words.strip().split()[0]} for line in lines)


def test_figures_are_never_broken_across_lines(rendered: Rendered) -> None:
    for line in _lines(rendered.pdf):
        assert not re.search(r"(?:\d만|\d억|\d조|₩|\$)$", line), line


def test_every_printed_figure_is_linked_both_ways(rendered: Rendered) -> None:
    printed = [line for line in lines(rendered.brief, "pdf") if line.section != ANNEX]
    for figure in (figure for line in printed for figure in line.figures if figure.place):
        assert f'id="{figure.place}" href="#e-{figure.fact}"' in rendered.print_html
    for row in rendered.brief.annex:
        assert re.search(f'id="e-{row.fact}"><a href="#f-', rendered.print_html)


def test_every_link_of_the_print_page_arrives(rendered: Rendered) -> None:
    ids = re.findall(r'\bid="([^"]+)"', rendered.print_html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', rendered.print_html)) <= set(ids)


def test_the_kept_page_names_fonts_that_are_there(rendered: Rendered) -> None:
    addresses = re.findall(r"url\(([^)]+)\)", rendered.print_html)
    assert len(addresses) == len(pdf.WEIGHTS)
    assert all(Path(unquote(urlsplit(address).path)).is_file() for address in addresses)


def test_the_text_reads_as_it_is_kept(rendered: Rendered, same_as_kept: Callable[[str, Path], None]) -> None:
    """Without its line breaks, which other versions of the system's libraries may set elsewhere."""
    same_as_kept(
        text_of(rendered.pdf).replace(". ", ".\n"), GOLDEN / f"wind.{rendered.brief.language}.pdf.txt"
    )


def test_a_missing_glyph_is_refused() -> None:
    code, message = _refusal("<p>漢字 ༀ</p>")
    assert code == "R030"
    assert "U+0F00" in message or "U+6F22" in message


def test_what_weasyprint_warns_of_is_refused() -> None:
    assert _refusal("<p style='text-wrap: balance'>x</p>")[0] == "R030"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://tracker.example/a.png", "ftp://x.example/a"]
)
def test_nothing_outside_the_package_is_read(address: str) -> None:
    code, message = _refusal(f"<img alt=x src='{address}'>")
    assert code == "R031"
    assert address in message


def test_a_path_out_of_the_fonts_folder_is_not_followed() -> None:
    assert _refusal("<img alt=x src='../../pyproject.toml'>")[0] == "R031"
