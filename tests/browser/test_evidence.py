"""Each figure opens its evidence: by mouse, keyboard and touch, with and without scripts, wherever there is room."""

from __future__ import annotations

import functools
import html
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from briefing.model import Brief, EvidenceRow, Inlines
from briefing.plaintext import plain
from briefing.readback.hypertext import read
from tests.browser.conftest import LANGUAGES, Site, Visit, squeezed

OPEN = ":popover-open"
INSIDE = """block => {
  const outside = [], screen = document.documentElement
  for (const button of document.querySelectorAll('main [popovertarget]:not([popovertargetaction])')) {
    const fold = button.closest('details')
    if (fold) fold.open = true
    if (!button.checkVisibility()) continue
    button.scrollIntoView({ block })
    button.click()
    const card = document.querySelector(':popover-open'), box = card.getBoundingClientRect()
    const near = button.getBoundingClientRect()
    const beside = box.top >= near.bottom - 1 || box.bottom <= near.top + 1
    if (box.left < 0 || box.top < 0 || box.right > screen.clientWidth || box.bottom > innerHeight || card.scrollWidth > card.clientWidth || (innerWidth >= 768 && innerHeight >= 800 && !beside))
      outside.push([button.id || button.getAttribute('popovertarget'), box.left, box.top, box.right, box.bottom])
    card.hidePopover()
    if (fold) fold.open = false
  }
  return outside
}"""


def opener(page: Page, fact: str) -> Locator:
    """The first button that opens the fact and is seen without opening anything else; else one in a folded table."""
    every = page.locator(f'[popovertarget="p-{fact}"]:not([popovertargetaction])')
    seen = every.locator("visible=true")
    if not seen.count():
        every.first.evaluate("button => { button.closest('details').open = true }")
    return seen.first


def wanted(row: EvidenceRow) -> list[str]:
    """All that the popover of a row must say."""
    assert row.figure is not None
    said: list[Inlines] = [(row.figure,), row.what, row.period, row.study, *row.basis]
    said += [origin.content for origin in row.origins]
    return [squeezed(plain(content)) for content in said if content]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_popover_opens_by_mouse_and_says_what_the_record_says(
    visit: Visit, site: Site, language: str
) -> None:
    page = visit(language, 1280)
    rows = site.briefs[language].opened
    assert len(rows) == page.locator("[popover]").count() > 50
    for row in rows:
        assert wanted(row)[3:], row.fact
        opener(page, row.fact).click()
        opened = page.locator(OPEN)
        said = squeezed(opened.inner_text())
        assert opened.get_attribute("id") == f"p-{row.fact}"
        assert [words for words in wanted(row) if words not in said] == []
        page.mouse.click(2, 2)
        assert opened.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(360, 800), (768, 800), (1280, 800), (360, 560), (844, 390)])
def test_a_popover_lies_within_the_window_and_where_there_is_room_beside_its_figure(
    visit: Visit, language: str, size: tuple[int, int]
) -> None:
    page = visit(language, size[0])
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert [page.evaluate(INSIDE, block) for block in ("nearest", "center")] == [[], []]


def test_the_keyboard_opens_a_popover_walks_through_it_and_comes_back(visit: Visit, site: Site) -> None:
    page = visit("en", 1280)
    page.locator("#key-figures button").first.focus()
    for _ in range(4):
        expect(page.locator(":focus")).to_have_class("fig")
        fact = page.locator(":focus").get_attribute("popovertarget")
        page.keyboard.press("Enter")
        opened = page.locator(OPEN)
        assert opened.get_attribute("id") == fact
        expect(opened).to_have_role("dialog")
        expect(opened).to_have_accessible_name(squeezed(opened.locator("[id^=w-]").inner_text()))
        page.keyboard.press("Tab")
        assert opened.locator("a:focus").count() == 1
        page.keyboard.press("Escape")
        assert opened.count() == 0
        assert page.locator(":focus").get_attribute("popovertarget") == fact
        assert page.locator(":focus").evaluate("at => getComputedStyle(at).outlineStyle") == "solid"
        page.keyboard.press("Space")
        opened.get_by_role("button", name="Close").press("Enter")
        assert opened.count() == 0
        page.locator(f'[popovertarget="{fact}"]').first.focus()
        page.keyboard.press("Tab")
        while page.locator("a.date:focus").count():
            page.keyboard.press("Tab")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finger_opens_and_closes(visit: Visit, site: Site, language: str) -> None:
    page = visit(language, 360, has_touch=True, is_mobile=True)
    for row in site.briefs[language].opened[::9]:
        opener(page, row.fact).tap()
        opened = page.locator(OPEN)
        assert opened.get_attribute("id") == f"p-{row.fact}"
        box = opened.bounding_box()
        assert box is not None
        assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 360, 800)
        page.touchscreen.tap(8, 20)  # the margin, where no other figure lies
        expect(opened).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_figures_of_a_drawing_open_where_they_are_drawn(visit: Visit, width: int) -> None:
    page = visit("ko", width)
    drawn = page.locator(".plate:visible text")
    spots = page.locator(".spot").locator("visible=true")
    assert spots.count() >= 15
    letters = {
        squeezed(text.text_content() or ""): box for text in drawn.all() if (box := text.bounding_box())
    }
    for spot in spots.all():
        name = page.locator(f"#{spot.get_attribute('aria-labelledby')}")
        label, figure = name.locator("th"), name.locator("td")
        expect(spot).to_have_accessible_name(f"{label.text_content()} {figure.text_content()}")
        assert squeezed(figure.text_content() or "") in letters
        middle = """spot => { const box = spot.getBoundingClientRect()
          const under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
          return under.find(element => element.matches('text, tspan'))?.closest('text').textContent }"""
        spot.scroll_into_view_if_needed()
        assert squeezed(spot.evaluate(middle) or "") == squeezed(figure.text_content() or "")
        spot.click()
        assert page.locator(OPEN).get_attribute("id") == spot.get_attribute("popovertarget")
        page.keyboard.press("Escape")


def test_it_opens_without_scripts_too(visit: Visit, site: Site) -> None:
    page = visit("ko", 1280, java_script_enabled=False)
    for row in site.briefs["ko"].opened[::20]:
        button = page.locator(f'button.fig[popovertarget="p-{row.fact}"]').locator("visible=true").first
        if button.count():
            button.click()
            card = page.locator(f"#p-{row.fact}")
            expect(card).to_be_visible()
            assert all(words in squeezed(card.inner_text()) for words in wanted(row))
            page.keyboard.press("Escape")
            expect(card).to_be_hidden()


def test_a_sentence_is_selected_with_its_figures(visit: Visit) -> None:
    page = visit("ko", 1280)
    copied, said = page.evaluate(
        """() => { const item = document.querySelector('#summary li')
          getSelection().selectAllChildren(item)
          return [getSelection().toString(), item.textContent] }"""
    )
    assert page.locator("#summary li").first.locator("button").count() >= 2
    assert squeezed(copied) == squeezed(said)


@pytest.mark.parametrize("width", [360, 412, 1280])
def test_no_line_breaks_between_a_figure_and_what_touches_it(visit: Visit, width: int) -> None:
    page = visit("ko", width)
    parted = page.evaluate(
        """() => { const parted = [], letter = (node, at) => { const range = document.createRange()
            range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect() }
          for (const span of document.querySelectorAll('main .tied')) {
            const next = span.nextSibling, figure = span.querySelector('data').firstChild
            if (!span.checkVisibility() || next?.nodeType !== 3) continue
            const one = letter(figure, figure.length - 1), other = letter(next, 0)
            if (other.top > one.bottom) parted.push(span.textContent + next.data.slice(0, 5))
          }
          return [parted, document.querySelectorAll('main .tied').length] }"""
    )
    assert parted[0] == []
    assert parted[1] > 40


def directives(brief: Brief) -> dict[str, str]:
    """Address of each link to quoted words -> the words."""
    return {
        origin.address: plain(basis).strip("“”")
        for row in brief.opened
        for basis, origin in zip(row.basis, row.origins, strict=False)
        if origin.address is not None
    }


def test_a_link_to_an_article_names_the_quoted_words(visit: Visit, site: Site) -> None:
    known = directives(site.briefs["ko"])
    page = visit("ko", 1280)
    links = page.locator("[popover] a[href*=':~:text=']").all()
    assert len(links) >= len(known) > 10
    urls = [source.url for source in site.briefs["ko"].sources if source.url]
    for link in links:
        address = link.get_attribute("href") or ""
        url, _, directive = address.partition("#:~:text=")
        assert url in urls
        assert unquote(directive) == known[address]
        assert not set(directive) & set(",&-")
        quote = link.locator("xpath=ancestor::div").locator("blockquote").first
        assert squeezed(quote.inner_text()) == f"“{known[address]}”"
    assert [
        link
        for link in page.locator("a[href^=http]").all()
        if link.get_attribute("href") not in (*known, *urls)
    ] == []


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which it is served, on this machine alone."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _arrives(browser: Browser, brief: Brief, shelf: tuple[Path, str], paragraphs: list[str]) -> None:
    """Every link of the brief scrolls to its words on a tall page that holds ``paragraphs`` far apart."""
    folder, address = shelf
    spaced = "".join(f"<p style='margin: 900px 0'>{html.escape(said)}</p>" for said in paragraphs)
    document = f"<!doctype html><html lang=ko><meta charset=utf-8><link rel=icon href='data:,'><title>…</title>{spaced}"
    (folder / "article.html").write_text(document, "utf-8")
    page = browser.new_page(viewport={"width": 800, "height": 600})
    for link, words in directives(brief).items():
        page.goto("about:blank")
        page.goto(f"{address}/article.html#{link.partition('#')[2]}")
        page.wait_for_function("scrollY > 0", timeout=4000)
        shown = """words => [...document.querySelectorAll('p')].some(said => {
          const box = said.getBoundingClientRect()
          return said.textContent.includes(words) && box.bottom > 0 && box.top < innerHeight })"""
        assert page.evaluate(shown, words), words
    page.close()


def test_a_link_scrolls_to_the_quoted_words(browser: Browser, site: Site, shelf: tuple[Path, str]) -> None:
    quotes = dict.fromkeys(directives(site.briefs["ko"]).values())
    _arrives(browser, site.briefs["ko"], shelf, ["머리말.", *(f"앞말 {quote} 뒷말." for quote in quotes)])


def test_a_link_scrolls_to_the_words_as_the_article_prints_them(
    browser: Browser, site: Site, shelf: tuple[Path, str], originals: Path
) -> None:
    from briefing.project import load
    from tests.conftest import ROOT

    linked = [path for path in load(ROOT).seeds.glob("*.toml") if "\nurl = " in path.read_text("utf-8")]
    assert len(linked) == 1
    file = next(
        line.split('"')[1] for line in linked[0].read_text("utf-8").splitlines() if line.startswith("file = ")
    )
    text = (originals / file).read_text("utf-8-sig")
    _arrives(browser, site.briefs["ko"], shelf, ["머리말.", *text.splitlines()])


def test_the_page_that_a_browser_holds_is_read_back_whole(visit: Visit, site: Site) -> None:
    page = visit("ko", 1280)
    held = {passage.text for passage in read(page.content()) if passage.where == "evidence"}
    for row in site.briefs["ko"].opened:
        assert {squeezed(plain(basis)) for basis in row.basis} <= {squeezed(text) for text in held}
