"""Finished pages in other looks: the brief of this repository in the second theme on US letter, and small ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pypdfium2
import pytest

from briefing import charts, look
from briefing.look import Look, standard
from briefing.look.sheet import BODY, PAGES, Scale, scaled
from briefing.model import Bullets, Chart, Paragraph
from briefing.pipeline import Composed, assemble, render
from briefing.plaintext import plain
from briefing.project import load
from briefing.readback import pdf as readback
from briefing.render import html, pdf
from briefing.render.page import card_size
from briefing.render.paper import printers
from tests.conftest import ROOT
from tests.render import sample
from tests.render.conftest import SHELL
from tests.small_brief import edit, write

LANGUAGES = ("ko", "en")
MILLIMETRE = 72 / 25.4
QUARTER_INCH = 18
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path fill="#123456" d="M0 0h40v10z"/></svg>'
)


def _harbour() -> Look:
    project = load(ROOT)
    return look.load(replace(project, look={"theme": "harbour", "page": "letter"}))


@pytest.fixture(scope="module")
def composed() -> Composed:
    return replace(assemble(load(ROOT), None), look=_harbour())


@pytest.fixture(scope="module")
def made(composed: Composed) -> dict[str, bytes]:
    """Every page of the repository's brief in the second theme on US letter, by name."""
    with printers(len(LANGUAGES)) as printer:
        outputs, printed = render(load(ROOT), composed, LANGUAGES, ("html", "pdf"), printer)
    files = {output.name.removeprefix("ai-talent."): output.content for output in outputs}
    return files | {f"{language}.print": text.encode() for language, text in printed.items()}


def _letters(content: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """Page, letter and box (left, bottom, right, top) of everything that is printed."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document):
        layer = page.get_textpage()
        for at in range(layer.count_chars()):
            letter = layer.get_text_range(at, 1)
            if letter.strip():
                yield number, letter, layer.get_charbox(at)
    document.close()


def _boxes(content: bytes) -> list[tuple[float, float, float, float]]:
    document = pypdfium2.PdfDocument(content)
    boxes = [page.get_mediabox() for page in document]
    document.close()
    return boxes


def _outside(content: bytes, look: Look) -> list[str]:
    """Letters in the side margins, across the line between text and running heads, or where no printer prints."""
    _, _, width, height = _boxes(content)[0]
    sides, foot = (float(length) * MILLIMETRE for length in (look.page.sides, look.page.foot))
    faults = []
    for number, letter, (left, bottom, right, top) in _letters(content):
        head = height - float(look.page.top if number else look.page.first) * MILLIMETRE
        beside = left < sides - 1 or right > width - sides + 1
        across = any(bottom < line - 1 and top > line + 1 for line in (foot, head))
        if beside or across or bottom < QUARTER_INCH or top > height - QUARTER_INCH:
            faults.append(f"page {number + 1}: {letter} at {left:.0f}–{right:.0f}, {bottom:.0f}–{top:.0f}")
    return faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_us_letter_with_all_text_inside_its_margins(
    made: dict[str, bytes], composed: Composed, language: str
) -> None:
    content = made[f"{language}.pdf"]
    assert set(_boxes(content)) == {(0, 0, 612, 792)}
    assert _outside(content, composed.look) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_fills_the_measure_of_the_page(
    made: dict[str, bytes], composed: Composed, language: str
) -> None:
    """A page laid out for A4 would leave 6 mm of the right end free; running heads do not count."""
    page = composed.look.page
    right_end, foot = 612 - float(page.sides) * MILLIMETRE, float(page.foot) * MILLIMETRE
    head = 792 - float(page.top) * MILLIMETRE
    text = [
        (number, letter, box)
        for number, letter, box in _letters(made[f"{language}.pdf"])
        if box[1] > foot and box[3] < head
    ]
    assert max(box[2] for _, _, box in text) > right_end - 6


def test_no_width_of_the_print_sheet_is_that_of_one_page() -> None:
    sheet = (SHELL[0] / "styles" / "print.css").read_text("utf-8")
    fixed = [Decimal(length) for length in re.findall(r"([\d.]+)mm", sheet)]
    assert fixed and max(fixed) <= 60
    measures = {size: replace(standard(), page=PAGES[size]).printed("") for size in PAGES}
    assert "--measure: 170mm; --heads: 31mm; --column: 139mm" in measures["A4"]
    assert "--measure: 175.9mm; --heads: 31mm; --column: 144.9mm" in measures["letter"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_points_end_on_the_first_page(made: dict[str, bytes], composed: Composed, language: str) -> None:
    last = composed.briefs[language].sections[0].blocks[-1]
    assert isinstance(last, Bullets)
    words = "".join(
        plain(inner.content) for item in last.items for inner in item if isinstance(inner, Paragraph)
    )
    document = pypdfium2.PdfDocument(made[f"{language}.pdf"])
    first = document[0].get_textpage().get_text_range()
    document.close()
    assert _bare(words)[-40:] in _bare(first)


def _bare(words: str) -> str:
    return "".join(letter for letter in words if letter.isalpha())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_colour_of_the_standard_theme_is_left(
    made: dict[str, bytes], composed: Composed, language: str
) -> None:
    own = {colour for scheme in composed.look.schemes.values() for colour in scheme.values()}
    for name in ("html", "print"):
        used = {
            said.upper() for said in re.findall(r"#[0-9A-Fa-f]{6}\b", made[f"{language}.{name}"].decode())
        }
        assert used <= own, name
        assert composed.look.in_print["mark"] in used


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_has_both_grounds_and_names_them(made: dict[str, bytes], language: str) -> None:
    page, schemes = made[f"{language}.html"].decode(), _harbour().schemes
    for scheme in ("light", "dark"):
        ground = schemes[scheme]["paper"]
        assert (
            f'<meta name="theme-color" content="{ground}" media="(prefers-color-scheme: {scheme})">' in page
        )
        assert f"--paper: {ground}" in page
    assert "@page { size: letter }" in page


@pytest.mark.parametrize("kind", ["bars", "dots", "strip", "waffle"])
def test_charts_take_their_colours_from_the_look_and_nothing_else(kind: str) -> None:
    drawn = [
        block
        for section in sample.brief("en").sections
        for block in section.blocks
        if isinstance(block, Chart) and block.kind == kind
    ]
    own = _harbour().in_print
    roles = {colour: role for role, colour in reversed(standard().in_print.items())}
    for chart in drawn:
        before = ElementTree.fromstring(charts.draw(chart, language="en"))
        after = ElementTree.fromstring(charts.draw(chart, language="en", colours=own))
        for one, other in zip(before.iter(), after.iter(), strict=True):
            for name, value in one.attrib.items():
                expected = own[roles[value]] if value in roles else value
                assert other.get(name) == expected, (one.tag, name)
    assert drawn


@pytest.mark.parametrize("size", ["A4", "letter"])
@pytest.mark.parametrize("body", [Decimal("8.8"), Decimal("11.5")])
def test_small_and_large_text_stays_inside_the_margins(size: str, body: Decimal) -> None:
    own = replace(standard(), page=PAGES[size], scale=Scale(body))
    content = pdf.render(pdf.print_html(sample.brief("ko"), shell=SHELL, look=own))
    assert _outside(content, own) == []


def test_a_card_has_more_room_on_a_wider_page_and_less_under_larger_text() -> None:
    usual = standard()
    assert usual.card_room == pytest.approx(Decimal(106), abs=Decimal("0.1"))
    assert replace(usual, page=PAGES["letter"]).card_room > usual.card_room
    large = replace(usual, scale=Scale(Decimal("11.5")))
    assert large.card_room < usual.card_room
    cards = sample.brief("ko").cards
    assert card_size(cards, Decimal(60)) < card_size(cards, usual.card_room)


def test_a_print_sheet_grows_with_its_text_and_stays_legible() -> None:
    sheet = "p { font-size: 9.7pt; margin: -1pt 2mm .5pt; font: 400 7.2pt X } .size-17 { font-size: 17pt }"
    grown = scaled(sheet, Scale(BODY * 2))
    assert grown == (
        "p { font-size: 19.4pt; margin: -2pt 2mm 1pt; font: 400 14.4pt X } .size-17 { font-size: 34pt }"
    )
    assert "font: 400 7pt X" in scaled(sheet, Scale(BODY / 2))
    assert scaled(sheet, Scale()) == sheet


def test_headings_grow_by_their_steps() -> None:
    sizes = dict(
        re.findall(
            r"--(lead|head|title): ([\d.]+)pt",
            replace(standard(), scale=Scale(ratio=Decimal("1.28"))).printed(""),
        )
    )
    usual = dict(re.findall(r"--(lead|head|title): ([\d.]+)pt", standard().printed("")))
    assert usual == {"lead": "12", "head": "14.5", "title": "27"}
    growth = [Decimal(sizes[name]) / Decimal(usual[name]) for name in ("lead", "head", "title")]
    assert growth == sorted(growth)
    assert growth[0] > 1


@pytest.fixture(scope="module")
def with_logo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = write(tmp_path_factory.mktemp("logo") / "brief")
    (folder / "mark.svg").write_text(SVG, "utf-8")
    asked = (
        '[look]\nlogo = "mark.svg"\nlogo_alt = { ko = "섬 연구소", en = "Island Institute" }\n\n[edition]\n'
    )
    edit(folder, "briefing.toml", "[edition]\n", asked)
    project = load(folder)
    with printers(1) as printer:
        outputs, printed = render(
            project, assemble(project, folder / "seeds" / "originals"), ("en",), ("html", "pdf"), printer
        )
    files = {output.name.removeprefix("ferry."): output.content for output in outputs}
    return files | {"en.print": printed["en"].encode()}


def test_a_logo_is_on_the_page_and_in_the_pdf_with_its_name(with_logo: dict[str, bytes]) -> None:
    for name in ("en.html", "en.print"):
        page = with_logo[name].decode()
        shown = re.findall(r'<img class="logo" src="(data:image/svg\+xml;base64,[^"]+)" alt="([^"]+)">', page)
        assert [alt for _, alt in shown] == ["Island Institute"]
    named = [passage.text for passage in readback.read(with_logo["en.pdf"]) if passage.role == "alt"]
    assert named[0] == "Island Institute"


def test_the_pages_of_a_look_are_the_same_bytes_again(made: dict[str, bytes], composed: Composed) -> None:
    brief = composed.briefs["en"]
    again = pdf.print_html(brief, shell=load(ROOT).templates, look=_harbour())
    assert again.encode() == made["en.print"]
    page = html.render(
        brief,
        alternates={"ko": "ai-talent.ko.html", "en": "ai-talent.en.html"},
        shell=load(ROOT).templates,
        look=_harbour(),
    )
    assert page.encode() == made["en.html"]
