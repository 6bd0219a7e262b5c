from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.render.conftest import SHELL

SCREEN = (SHELL[0] / "styles" / "screen.css").read_text("utf-8")
PRINT = (SHELL[0] / "styles" / "print.css").read_text("utf-8")
SCHEMES = [
    dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", SCREEN, re.S)
]


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_there_is_a_light_a_dark_and_a_print_scheme() -> None:
    assert len(SCHEMES) == 3
    assert SCHEMES[0] == SCHEMES[2]


@pytest.mark.parametrize("scheme", SCHEMES[:2], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "text", "grey", "faint", "accent"])
def test_letters_stand_out_on_screen(scheme: dict[str, str], ink: str) -> None:
    assert _contrast(scheme[ink], scheme["paper"]) >= 4.5
    assert _contrast(scheme[ink], scheme["tint"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES[:2], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["mark", "bar"])
def test_marks_of_charts_stand_out_on_screen(scheme: dict[str, str], mark: str) -> None:
    assert _contrast(scheme[mark], scheme["paper"]) >= 3


def test_letters_stand_out_on_paper() -> None:
    colours = set(re.findall(r"[ {;]color: (#\w{6})", PRINT))
    assert len(colours) >= 5
    assert {colour for colour in colours if _contrast(colour, "#ffffff") < 4.5} == set()


@pytest.mark.parametrize(
    "unknown", ["line-break", "text-wrap", "aspect-ratio", "color-mix", "@supports", "keep-all"]
)
def test_print_uses_nothing_that_weasyprint_rejects(unknown: str) -> None:
    assert unknown not in PRINT


def test_no_type_on_paper_is_smaller_than_seven_points() -> None:
    assert min(Decimal(size) for size in re.findall(r"(?:font-size: |font: \d+ )([\d.]+)pt", PRINT)) >= 7
