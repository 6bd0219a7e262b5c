"""The page in a real browser: three widths, light and dark, on paper, from one language to the other."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from briefing.plaintext import plain
from tests.browser.conftest import LANGUAGES, Site, Visit, squeezed

WIDTHS = (360, 768, 1280)
STICKING_OUT = """() => {
  const room = document.documentElement.clientWidth
  const clipped = at => { const above = at.parentElement
    return above !== document.body && (getComputedStyle(above).overflowX !== 'visible' || clipped(above)) }
  return [...document.querySelectorAll('body *')]
    .filter(at => at.checkVisibility() && !at.closest('.skip, svg') && !clipped(at))
    .filter(at => { const box = at.getBoundingClientRect(); return box.width && (box.left < -0.5 || box.right > room + 0.5) })
    .map(at => `${at.tagName} ${at.id} ${at.textContent.slice(0, 30)}`)
}"""


def findings(page: Page, within: str | None = None) -> list[str]:
    """What axe-core finds in the page, or in one part of it: rule and element."""
    found = Axe().run(page, context=within, options={"resultTypes": ["violations"]}).response
    assert len(found["passes"]) > (10 if within else 40)
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def looks() -> Iterator[object]:
    """Every width in light and in dark, in one language and in the other by turns; the rest of them all in the slow run."""
    looked = ((width, scheme) for width in WIDTHS for scheme in ("light", "dark"))
    for turn, (width, scheme) in enumerate(looked):
        for place, language in enumerate(LANGUAGES):
            marks = () if place == (turn + turn // 2) % len(LANGUAGES) else pytest.mark.slow
            yield pytest.param(language, width, scheme, marks=marks)


@pytest.mark.parametrize(("language", "width", "scheme"), list(looks()))
def test_a_page_fits_and_is_accessible_closed_and_open(
    visit: Visit, language: str, width: int, scheme: str
) -> None:
    page = visit(language, width, scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert min(ground) > 200 if scheme == "light" else max(ground) < 60
    for opened in (None, ":popover-open"):
        if opened:
            page.locator("article button.fig").nth(5).click()
            expect(page.locator(opened)).to_be_visible()
        scrolls, shows = page.evaluate(
            "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
        )
        assert scrolls <= shows == width
        assert page.evaluate(STICKING_OUT) == []
        assert findings(page, opened) == []


def test_the_other_language_opens_at_the_same_section(visit: Visit, site: Site) -> None:
    page = visit("ko", 360)
    for id in (*(section.id for section in site.briefs["ko"].sections), "sources", "evidence"):
        for language in ("en", "ko"):
            page.locator(f"#{id} > .switch").click()
            expect(page.locator("html")).to_have_attribute("lang", language)
            assert page.url == f"{site.address(language)}#{id}"
            box = page.locator(f"#{id} > h2").bounding_box()
            assert box is not None
            assert 0 <= box["y"] < 790


@pytest.mark.parametrize("width", WIDTHS)
def test_the_contents_lead_to_every_section(visit: Visit, site: Site, width: int) -> None:
    page = visit("ko", width)
    links = page.locator(".contents a").all()
    assert len(links) == len(site.briefs["ko"].sections) + 2
    for link in links:
        link.click()
        target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}'] > h2")
        box = target.bounding_box()
        assert box is not None
        assert -1 <= box["y"] < 790
        assert squeezed(target.inner_text()) == squeezed(link.inner_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_described_as_json(visit: Visit, site: Site, language: str) -> None:
    page = visit(language, 1280)
    report = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert (report["@context"], report["@type"]) == ("https://schema.org", "Report")
    assert report["name"] == plain(site.briefs[language].title)
    assert len(report["citation"]) == len(site.briefs[language].sources)
    assert page.locator("script").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_as_a_paper_without_what_only_a_screen_can_do(
    visit: Visit, site: Site, language: str, tmp_path: Path
) -> None:
    page = visit(language, 1280, "dark")
    button = page.locator("article button.fig").nth(5)
    before = button.evaluate("at => getComputedStyle(at).fontFamily")
    button.click()
    page.emulate_media(media="print")
    gone = page.locator("[popover], .switch, .languages, .contents, details, .skip")
    assert gone.count() > 60
    assert gone.locator("visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert button.is_visible()
    plainly = "at => { const set = getComputedStyle(at); return [set.fontFamily, set.borderStyle, set.padding, set.backgroundColor] }"
    assert button.evaluate(plainly) == [before, "none", "0px", "rgba(0, 0, 0, 0)"]
    paper = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "".join(paper[number].get_textpage().get_text_range() for number in range(len(paper)))
    said = squeezed(text).replace(" ", "")
    for card in site.briefs[language].cards:
        assert card.figure.words.replace(" ", "") in said
    assert site.briefs[language].gettext("Close") not in text.split()
    assert 6 <= len(paper) <= 20
