"""The size of a page and of its letters -> the measures that the style sheets take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

BODY = Decimal("9.5")
RATIO = Decimal("1.22")
"""Body size in points, and the ratio of one step of the scale to the next, that the style sheets are written for."""
SCALES: Mapping[str, Decimal] = {"small": Decimal("9.1"), "normal": BODY, "large": Decimal("10.4")}
SMALLEST_BODY, LARGEST_BODY = Decimal("8.8"), Decimal("11.5")
LOWEST_RATIO, HIGHEST_RATIO = Decimal("1.16"), Decimal("1.28")
LEAST = Decimal(7)
"""No letters on paper are smaller, in points."""

_HEADS = (("lead", 1, "12", "19.4"), ("head", 2, "14.5", "20"), ("title", 5, "27", "34"))
"""What grows by how many steps of the ratio: its name, the steps, and its size and line in points at BODY and RATIO."""
_GUTTERS = Decimal("14.47")
_POINTS = re.compile(r"(?<![\w.#])(-?(?:\d+\.\d+|\.\d+|\d+))pt\b")
_SIZES = re.compile(r"(font-size: |font: \d+ )([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in millimetres: its width, its margins, and the top margin of the first one."""

    size: str
    width: Decimal
    sides: Decimal
    top: Decimal
    first: Decimal
    foot: Decimal

    @property
    def measure(self) -> Decimal:
        """The width between the margins."""
        return self.width - 2 * self.sides


PAGES: Mapping[str, Page] = {
    "A4": Page("A4", Decimal(210), Decimal(20), Decimal(22), Decimal(16), Decimal(20)),
    "letter": Page("letter", Decimal("215.9"), Decimal(20), Decimal(21), Decimal(14), Decimal(19)),
}
HEADS_COLUMN = Decimal(31)
"""Millimetres of the narrow column beside the text, for the numbers of heads."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The size of running text in points, and the ratio by which headings grow."""

    body: Decimal = BODY
    ratio: Decimal = RATIO

    @property
    def factor(self) -> Decimal:
        return self.body / BODY

    def steps(self, number: int) -> Decimal:
        """How much a heading ``number`` steps above the text grows beyond the text."""
        return (self.ratio / RATIO) ** number


def card_room(page: Page, scale: Scale) -> Decimal:
    """Points that a card's figure may take, as of a size before it is scaled: a quarter of the measure less its gutters."""
    return page.measure / Decimal("25.4") * 72 / 4 / scale.factor - _GUTTERS


def print_measures(page: Page, scale: Scale) -> dict[str, str]:
    """The custom properties of a page and its headings in print."""
    lengths = {
        "sides": page.sides,
        "top": page.top,
        "first": page.first,
        "foot": page.foot,
        "measure": page.measure,
        "heads": HEADS_COLUMN,
        "column": page.measure - HEADS_COLUMN,
    }
    found = {"page": page.size} | {name: f"{plain(length)}mm" for name, length in lengths.items()}
    for name, steps, size, line in _HEADS:
        grown = scale.factor * scale.steps(steps)
        found |= {
            name: f"{plain(Decimal(size) * grown)}pt",
            f"{name}-line": f"{plain(Decimal(line) * grown)}pt",
        }
    return found


def screen_measures(scale: Scale) -> dict[str, str]:
    """The custom properties of headings on the screen, as factors, and the text of a browser's print."""
    found = {name: plain(scale.steps(steps)) for name, steps, _, _ in _HEADS}
    return found | {"printed": f"{plain(Decimal('9.1') * scale.factor)}pt"}


def scaled(style: str, scale: Scale) -> str:
    """A print style sheet with every measure in points made larger or smaller as the text is; letters stay legible."""
    if scale.factor == 1:
        return style
    grown = _POINTS.sub(lambda found: f"{plain(Decimal(found[1]) * scale.factor)}pt", style)
    return _SIZES.sub(lambda found: f"{found[1]}{max(Decimal(found[2]), LEAST)}pt", grown)


def plain(value: Decimal) -> str:
    """Two decimal places at most and no idle zeros."""
    text = format(value.quantize(Decimal("0.01"), ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".")
