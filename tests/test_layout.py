"""The printed brief as a compositor checks it: no head at a foot, no line alone, no chart apart, no empty page."""

from __future__ import annotations

from collections import defaultdict

import pytest

from briefing.pipeline import assemble
from briefing.project import load
from briefing.render import pdf
from tests.conftest import ROOT
from tests.layout import Laid, Sheet, laid_out

LANGUAGES = ("ko", "en")
Pages = tuple[list[Sheet], list[Laid]]


@pytest.fixture(scope="module")
def laid() -> dict[str, Pages]:
    project = load(ROOT)
    briefs = assemble(project, None).briefs
    return {
        language: laid_out(pdf.print_html(briefs[language], shell=project.templates))
        for language in LANGUAGES
    }


def annex_page(blocks: list[Laid]) -> int:
    return min(block.page for block in blocks if "annex" in block.classes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_takes_four_to_six_pages_before_the_annex(laid: dict[str, Pages], language: str) -> None:
    _, blocks = laid[language]
    body = max(block.page for block in blocks if "sources" in block.classes)
    assert 4 <= body <= 6
    assert body <= annex_page(blocks) <= body + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_but_the_last_is_less_than_a_third_filled(laid: dict[str, Pages], language: str) -> None:
    sheets, _ = laid[language]
    assert [number for number, sheet in enumerate(sheets[:-1], 1) if sheet.filled < 1 / 3] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_lines_follow_every_heading_on_its_page(laid: dict[str, Pages], language: str) -> None:
    _, blocks = laid[language]
    for head in (block for block in blocks if block.tag in ("h2", "h3")):
        below = [
            block
            for block in blocks
            if block.page == head.page and block.top >= head.top and block is not head
        ]
        follows = sum(block.lines for block in below if block.tag not in ("h2", "h3"))
        assert follows >= 2 or any(block.tag == "svg" for block in below), head


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_paragraph_stands_alone(laid: dict[str, Pages], language: str) -> None:
    _, blocks = laid[language]
    parts = defaultdict(list)
    for block in blocks:
        if block.lines and block.tag != "th":  # the head of a table stands on each of its pages
            parts[block.key].append(block)
    broken = [part for part in parts.values() if len(part) > 1]
    assert [part for part in broken if min(block.lines for block in part) < 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_stands_with_its_caption_and_source(laid: dict[str, Pages], language: str) -> None:
    _, blocks = laid[language]
    figures = [block for block in blocks if block.tag == "figure"]
    assert len(figures) == len({block.key for block in figures}) >= 5
    # a caption whose unit stands on a line of its own is laid out as several boxes
    captions = {block.key: block.page for block in blocks if block.tag == "figcaption"}
    assert {(block.key, block.page) for block in blocks if block.tag == "figcaption"} == set(captions.items())
    assert list(captions.values()) == [block.page for block in figures]
