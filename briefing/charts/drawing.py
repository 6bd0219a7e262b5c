"""What a chart is laid out on and laid out as, and what every kind of chart asks of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NoReturn

from briefing import lettering
from briefing.model import Chart, Figure, Problem, Quantity, Range, Ratio, Refusal
from briefing.saying import tell


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart is drawn on, in user units: width, label column, room kept for figures, bar and type size.

    A sheet without a label column is narrow: there labels and figures stand above their marks.
    """

    name: str
    width: int
    label: int
    room: int
    bar: Decimal
    size: Decimal
    waffle_rows: int

    @property
    def left(self) -> int:
        """Where the plot begins."""
        return self.label + 12 if self.label else 0

    @property
    def plot(self) -> int:
        """Length of the longest bar."""
        return self.width - self.left - self.room


WIDE = Sheet("wide", width=480, label=124, room=120, bar=Decimal(13), size=Decimal(11), waffle_rows=10)
NARROW = Sheet("narrow", width=340, label=0, room=0, bar=Decimal(10), size=Decimal(13), waffle_rows=20)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of text at a baseline: ``figure`` is the figure that they print, None for a label."""

    x: Decimal
    y: Decimal
    lines: tuple[str, ...]
    role: str
    anchor: str = "start"
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chart prints a figure, in percent of the drawing's width and height; ``silent`` where it only marks it."""

    figure: Figure
    left: Decimal
    top: Decimal
    width: Decimal
    height: Decimal
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A laid-out chart: its height, its lettering, and the marks that its template draws.

    ``points`` are the places of figures that have no lettering of their own.
    """

    sheet: Sheet
    height: Decimal
    lettering: tuple[Lettering, ...]
    marks: tuple[Mapping[str, Any], ...]
    grid: tuple[Decimal, ...] = ()
    points: tuple[tuple[Figure, Decimal, Decimal], ...] = ()


def must_fit(chart: Chart, lines: tuple[str, ...], room: Decimal) -> None:
    for line in lines:
        if lettering.width(line) > room:
            refuse(
                chart,
                "R022",
                tell("has no room for '{line}'", line=line),
                tell("give its fact a shorter label"),
            )


def magnitude(chart: Chart, figure: Figure) -> Decimal:
    """The number that is drawn: of a range its middle, of a ratio its share."""
    match figure.quantity:
        case Quantity(value=Decimal() as value):
            return value
        case Quantity(value=Range(low, high)):
            return (low + high) / 2
        case Quantity(value=Ratio(part, whole)):
            return part / whole
    refuse(
        chart,
        "R023",
        tell("cannot draw '{words}', which is no number", words=figure.words),
        tell("leave it out of its facts"),
    )


def refuse(chart: Chart, code: str, message: str, hint: str) -> NoReturn:
    raise Refusal(Problem(code, tell("chart '{id}' {message}", id=chart.id, message=message), hint=hint))


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
