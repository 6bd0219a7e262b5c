"""A Chart -> inline SVG: geometry in Decimal, the same in every language, drawn by templates/charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from briefing import lettering
from briefing.charts.crowd import Shown
from briefing.charts.drawing import NARROW, WIDE, Drawing, Lettering, Sheet, Spot, refuse, rounded
from briefing.charts.lines import lines, shown
from briefing.charts.parts import strip, waffle
from briefing.charts.rows import bars, dots
from briefing.look import standard
from briefing.model import Chart, Figure
from briefing.plaintext import plain
from briefing.project import builtin_folder
from briefing.saying import tell

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["NARROW", "WIDE", "Sheet", "Shown", "Spot", "draw", "shown", "spots"]

LAYOUTS: Mapping[str, Callable[[Chart, Sheet], Drawing]] = {
    "bars": bars,
    "dots": dots,
    "line": lines,
    "strip": strip,
    "waffle": waffle,
}


def draw(
    chart: Chart,
    *,
    language: str,
    sheet: Sheet = WIDE,
    colours: Mapping[str, str] | None = None,
    told: bool = False,
) -> str:
    """``chart`` as one inline ``<svg>`` in ``colours`` by role, the standard look's if None; Refusal R020 to R023 where it could not be read.

    Its title is the caption, or where it must be ``told`` the whole description.
    """
    drawing = _lay_out(chart, sheet)
    template = _environment().get_template(f"charts/{chart.kind}.svg.j2")
    look = colours or standard().in_print
    title = chart.description if told else chart.caption
    drawn = template.render(
        chart=chart, drawing=drawing, sheet=sheet, language=language, look=look, title=title
    )
    return "".join(line.strip() for line in drawn.splitlines())


def spots(chart: Chart, *, sheet: Sheet = WIDE) -> tuple[Spot, ...]:
    """The places of the figures in the drawing of ``chart``, for links that lie over it."""
    drawing = _lay_out(chart, sheet)
    lettered = (_spot(text, drawing) for text in drawing.lettering if text.figure is not None)
    return (*lettered, *(_mark(*point, drawing) for point in drawing.points))


def _mark(figure: Figure, x: Decimal, y: Decimal, drawing: Drawing) -> Spot:
    """A figure that has a point and no lettering."""
    across, reach = Decimal(drawing.sheet.width), drawing.sheet.size / 2
    return Spot(
        figure,
        left=rounded((x - reach) / across * 100),
        top=rounded((y - reach) / drawing.height * 100),
        width=rounded(reach * 2 / across * 100),
        height=rounded(reach * 2 / drawing.height * 100),
        silent=True,
    )


def _spot(text: Lettering, drawing: Drawing) -> Spot:
    assert text.figure is not None
    size, across = drawing.sheet.size, Decimal(drawing.sheet.width)
    extent = lettering.width(text.figure.words) * size
    left = text.x - extent if text.anchor == "end" else text.x
    return Spot(
        text.figure,
        left=rounded(left / across * 100),
        top=rounded((text.y - size) / drawing.height * 100),
        width=rounded(extent / across * 100),
        height=rounded(size * Decimal("1.35") / drawing.height * 100),
    )


def _lay_out(chart: Chart, sheet: Sheet) -> Drawing:
    if chart.kind not in LAYOUTS:
        refuse(
            chart,
            "R020",
            tell("has the unknown kind '{kind}'", kind=chart.kind),
            tell("known kinds: {layouts}", layouts=", ".join(LAYOUTS)),
        )
    if not chart.rows:
        refuse(chart, "R020", tell("has no rows"), tell("name its facts in briefing.toml"))
    return LAYOUTS[chart.kind](chart, sheet)


def _coordinate(value: Decimal | int) -> str:
    """Two decimal places at most, no trailing zeros: 12.5, 480, 0."""
    text = format(rounded(Decimal(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _environment() -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    folder = builtin_folder() / "templates"
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"at": _coordinate, "plain": plain}
    return environment
