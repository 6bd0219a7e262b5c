"""What the tests of the renderers share: the sample in both languages, and its PDFs (a second each)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.model import Brief
from briefing.render import html, markdown, pdf
from tests.render import sample

SHELL = (Path(__file__).resolve().parents[2] / "templates",)
GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Rendered:
    """A sample brief and everything made from it."""

    brief: Brief
    markdown: str
    html: str
    print_html: str
    pdf: bytes


@pytest.fixture(scope="session", params=["ko", "en"])
def rendered(request: pytest.FixtureRequest) -> Rendered:
    brief = sample.brief(request.param)
    printed = pdf.print_html(brief, shell=SHELL)
    return Rendered(
        brief,
        markdown.render(brief),
        html.render(brief, alternates={"ko": "wind.ko.html", "en": "wind.en.html"}, shell=SHELL),
        printed,
        pdf.render(printed),
    )
