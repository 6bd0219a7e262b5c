"""PDFs: figures as in the words that were set, whatever line they break in; pages; and what cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from briefing.model import Problem, Refusal, Source
from briefing.sources import Metadata, load, metadata, page_of
from tests.sources import documents

WIDTHS = range(45, 110, 5)
"""Millimetres: lines of 13 to 36 Korean letters, so that they break at most places of every figure."""


def read(folder: Path, content: bytes, name: str = "a.pdf") -> tuple[Source, tuple[Problem, ...]]:
    path = folder / name
    path.write_bytes(content)
    return load(path, "source")


def refused(folder: Path, content: bytes, name: str = "a.pdf") -> tuple[str, int, str]:
    with pytest.raises(Refusal) as caught:
        read(folder, content, name)
    (problem,) = caught.value.problems
    assert problem.hint and str(problem.where).startswith(name)
    return problem.code, caught.value.exit_code, problem.message


def pages(source: Source) -> list[str]:
    ends = (*source.pages[1:], len(source.text))
    return [source.text[start:end] for start, end in zip(source.pages, ends, strict=True)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_figures_are_read_wherever_a_line_breaks_them(tmp_path: Path, language: str) -> None:
    """The same words on a page for each width: each page has the figures of the words themselves."""
    texts = documents.TEXTS[language]
    columns = "".join(
        f"<div lang={language} style='width: {width}mm; break-after: page'>{documents.paragraphs(texts)}</div>"
        for width in WIDTHS
    )
    style = "p:lang(en) { hyphens: auto; text-align: justify }"
    source, problems = read(tmp_path, documents.pdf(columns, style))
    assert problems == () and len(source.pages) == len(WIDTHS)
    for text in pages(source):
        assert documents.figures(text, language) == documents.plain(language), text
    assert "-\n" in source.raw if language == "en" else "가구\n로" in source.raw or "10\n억" in source.raw
    if language == "en":  # nothing of the setting is left
        assert {text.strip() for text in pages(source)} == {"\n".join(texts)}


def test_offsets_of_joined_lines_are_those_of_the_raw_text(tmp_path: Path) -> None:
    column = f"<div style='width: 50mm'>{documents.paragraphs(documents.KOREAN)}</div>"
    source, _ = read(tmp_path, documents.pdf(column))
    assert len(source.offsets) == len(source.text) + 1 and source.offsets[-1] == len(source.raw)
    assert list(source.offsets) == sorted(source.offsets)
    for at, character in enumerate(source.text):
        assert source.raw[source.offsets[at]] in (character, "\n")
    start = source.text.index("사상 가장 많았고, 미국으로 간 것이 10억 달러")
    span = source.span(start, start + 29)
    assert "".join(source.raw[span.start : span.end].split()) == "".join(
        source.text[start : start + 29].split()
    )


def test_pages_begin_where_they_do_and_heads_and_numbers_of_pages_are_no_figures(tmp_path: Path) -> None:
    style = "@page { @top-center { content: '바다 보고서 2024년 3호' } @bottom-center { content: '- ' counter(page) ' -' } }"
    body = "".join(
        f"<p style='break-after: page'>어가는 {count}가구다.</p>" for count in (8579, 1609, 1204, 51425)
    )
    source, _ = read(tmp_path, documents.pdf(body, style))
    assert [page_of(source, source.text.index(count)) for count in ("8579", "1609", "1204", "51425")] == [
        1,
        2,
        3,
        4,
    ]
    assert (
        source.text.count("바다 보고서 2024년 3호") == 1 and source.raw.count("바다 보고서 2024년 3호") == 4
    )
    assert "- 1 -" in source.raw and "-" not in source.text
    assert page_of(source, 0) == 1 and page_of(source, len(source.text)) == 4


def test_a_figure_is_not_joined_across_pages_nor_out_of_a_table(tmp_path: Path) -> None:
    body = (
        "<div style='width: 60mm'><p>조사에 답한 어가는 모두 한 해 앞서보다 훨씬 늘어난 1,609</p>"
        "<p style='break-before: page'>579가구가 새로 답했다.</p></div>"
        "<table style='border-spacing: 20mm 0'><tr><td>2023<td>1,609<td>12<tr><td>2024<td>8,579<td>345</table>"
    )
    text = read(tmp_path, documents.pdf(body))[0].text
    assert "1,609\n\n579가구가" in text
    assert "2023 1,609 12\n2024 8,579 345" in text


def test_a_mark_of_a_note_is_no_digit_of_the_figure(tmp_path: Path) -> None:
    body = "<p>종사자는 51,425<sup style='font-size: 60%'>13</sup>명이고 넓이는 120km<sup style='font-size: 60%'>2</sup>다.</p>"
    assert "51,425¹³명이고 넓이는 120km²다." in read(tmp_path, documents.pdf(body))[0].text


def test_metadata_of_the_document_information(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    given = {"title": "해조류 수출", "author": "김바다", "dcterms.created": "2024-03-11"}
    path.write_bytes(documents.pdf("<p>8,579</p>", **given))
    expected = Metadata(
        "해조류 수출", "김바다", "2024-03-11", language="ko", proposed=frozenset({"published"})
    )
    assert metadata(path) == expected


def picture() -> str:
    import base64

    content = io.BytesIO()
    Image.new("L", (60, 80), 200).save(content, "PNG")
    return f"<img src='data:image/png;base64,{base64.b64encode(content.getvalue()).decode()}'>"


def test_scans_are_refused_and_single_pages_of_pictures_are_told(tmp_path: Path) -> None:
    code, exit_code, message = refused(tmp_path, documents.pdf(picture() * 1))
    assert (code, exit_code) == ("S008", 3) and "no text layer" in message
    half = "<p>어가는 8,579가구다.</p>" + f"<p style='break-before: page'>{picture()}</p>"
    source, problems = read(tmp_path, documents.pdf(half))
    assert "8,579" in source.text and len(source.pages) == 2
    assert [(each.code, each.severity) for each in problems] == [
        ("S112", "warning")
    ] and "page 2" in problems[0].message


def test_what_is_amiss_in_the_text_is_told_with_its_page(tmp_path: Path) -> None:
    body = "<p>어가는 8,579가구다.</p><p style='break-before: page'>김은 8,57O톤이다.</p>"
    _, (problem,) = read(tmp_path, documents.pdf(body))
    assert problem.code == "S109" and problem.message.startswith("on page 2: a letter inside a number")


def encrypted(content: bytes) -> bytes:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(content)))
    writer.encrypt("owner", "reader")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_each_bad_pdf_is_one_clear_problem(tmp_path: Path) -> None:
    whole = documents.pdf("<p>어가는 8,579가구다.</p>")
    assert refused(tmp_path, encrypted(whole)) == ("S007", 3, "is a PDF encrypted with a password")
    for content in (whole[: len(whole) // 2], b"%PDF-1.7\n" + b"<<" * 100_000):
        code, exit_code, message = refused(tmp_path, content, "a.txt")
        assert (code, exit_code) == ("S007", 3) and "damaged" in message
    assert refused(tmp_path, b"8,579 households")[:2] == ("S007", 3)
    assert refused(tmp_path, b"%PDF-1.7\n" + b" " * (50 * 1024 * 1024))[:2] == ("S005", 5)
