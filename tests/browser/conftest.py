"""What the tests of the web page share: the brief's pages as files, and the system's Chromium in the bundled font."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from briefing.model import Brief
from briefing.pipeline import assemble
from briefing.project import load
from briefing.render import html
from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
LANGUAGES = ("ko", "en")
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
Visit = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """The pages as they lie in a folder, and what each must say."""

    folder: Path
    briefs: dict[str, Brief]

    def address(self, language: str) -> str:
        return (self.folder / f"{self.briefs[language].name}.{language}.html").as_uri()


@dataclass
class Watch:
    """What a page must never do: complain, or ask for anything but pages of its own folder."""

    folder: str
    seen: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        own = request.url.startswith(self.folder) and request.is_navigation_request()
        if not own and not request.url.startswith("data:,"):
            self.seen.append(f"request: {request.url}")


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    folder = tmp_path_factory.mktemp("fonts")
    known = folder / "fonts.conf"
    known.write_text(FONTS.format(fonts=ROOT / "templates" / "fonts", cache=folder / "cache"), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, env={**os.environ, "FONTCONFIG_FILE": str(known)}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    project = load(ROOT)
    briefs = dict(assemble(project, None).briefs)
    names = {language: f"{project.name}.{language}.html" for language in LANGUAGES}
    for language, name in names.items():
        page = html.render(briefs[language], alternates=names, shell=project.templates)
        (folder / name).write_text(page, "utf-8")
    return Site(folder, briefs)


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Opens a page of the site; at the end none may have complained or asked for anything."""
    contexts: list[BrowserContext] = []
    watch = Watch(site.folder.as_uri())

    def open(language: str, width: int, scheme: str = "light", **options: Any) -> Page:
        size = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=size, color_scheme=scheme, **options))
        page = contexts[-1].new_page()
        watch.over(page)
        page.goto(site.address(language))
        return page

    yield open
    for context in contexts:
        context.close()
    assert watch.seen == []


def squeezed(text: str) -> str:
    """``text`` with white space of every kind as single spaces, and without the narrow ones before a citation."""
    return " ".join(re.sub("[\u2060\u202f]", " ", text).split())
