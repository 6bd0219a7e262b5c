from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from briefing.look import standard
from tests.render.conftest import SHELL

SCREEN = (SHELL[0] / "styles" / "screen.css").read_text("utf-8")
PRINT = (SHELL[0] / "styles" / "print.css").read_text("utf-8")
SITE = (SHELL[0] / "styles" / "site.css").read_text("utf-8")
LOOK = standard()


@pytest.mark.parametrize(("sheet", "made"), [(SCREEN, LOOK.shown), (SITE, LOOK.shown), (PRINT, LOOK.printed)])
def test_every_property_that_a_sheet_takes_is_one_that_the_look_gives(
    sheet: str, made: Callable[[str], str]
) -> None:
    given = set(re.findall(r"--([a-z-]+):", made("")))
    assert set(re.findall(r"var\(--([a-z-]+)\)", sheet)) <= given


def test_colours_of_the_sheets_are_those_of_the_look() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", SCREEN + SITE + PRINT) == []


@pytest.mark.parametrize(
    "unknown", ["line-break", "text-wrap", "aspect-ratio", "color-mix", "@supports", "keep-all"]
)
def test_print_uses_nothing_that_weasyprint_rejects(unknown: str) -> None:
    assert unknown not in PRINT


def test_no_type_on_paper_is_smaller_than_seven_points() -> None:
    assert min(Decimal(size) for size in re.findall(r"(?:font-size: |font: \d+ )([\d.]+)pt", PRINT)) >= 7
