"""Blocks of a Brief -> HTML: paragraphs, lists, tables, and charts with their captions."""

from __future__ import annotations

from markupsafe import Markup

from briefing import charts
from briefing.model import Block, Bullets, Chart, Figure, Heading, Inlines, Paragraph, Quote, Table
from briefing.render import chart_table
from briefing.render.hypertext import Hypertext

_WHOLE = 12
"""Rows of a table that stay on one page."""


def flow(hypertext: Hypertext, blocks: tuple[Block, ...]) -> Markup:
    """``blocks`` as flow content."""
    return Markup("\n").join(_block(hypertext, block) for block in blocks)


def _block(hypertext: Hypertext, block: Block) -> Markup:
    match block:
        case Paragraph(content):
            return Markup("<p>{}</p>").format(hypertext.inlines(content))
        case Heading(level, content):
            return Markup("<h{0}>{1}</h{0}>").format(level, hypertext.heading(content))
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            rows = Markup("\n").join(Markup("<li>{}</li>").format(_item(hypertext, item)) for item in items)
            return Markup("<{0}>\n{1}\n</{0}>").format(tag, rows)
        case Quote(blocks):
            return Markup("<blockquote>{}</blockquote>").format(flow(hypertext, blocks))
        case Table():
            return _table(hypertext, block)
        case Chart():
            return _chart(hypertext, block)
    raise TypeError(type(block).__name__)


def _item(hypertext: Hypertext, item: tuple[Block, ...]) -> Markup:
    match item:
        case (Paragraph(content),):
            return hypertext.inlines(content)
    return flow(hypertext, item)


def _table(hypertext: Hypertext, table: Table) -> Markup:
    align = table.align or ("left",) * len(table.head)
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_side(side), hypertext.inlines(cell))
        for cell, side in zip(table.head, align, strict=True)
    )
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(_cells(hypertext, row, align)) for row in table.rows
    )
    caption = (
        Markup("<figcaption>{}</figcaption>").format(hypertext.inlines(table.caption))
        if table.caption
        else ""
    )
    named = Markup(' id="{}"').format(table.id) if table.id else ""
    note = Markup('\n<p class="note">{}</p>').format(hypertext.inlines(table.note)) if table.note else ""
    return Markup(
        '<figure class="table{}"{}>{}<div class="scroll" tabindex="0"><table>\n<thead><tr>{}</tr></thead>\n'
        "<tbody>{}</tbody>\n</table></div>{}</figure>"
    ).format(" long" if len(table.rows) > _WHOLE else "", named, caption, head, rows, note)


def _cells(hypertext: Hypertext, row: tuple[Inlines, ...], align: tuple[str, ...]) -> Markup:
    first, *others = (hypertext.inlines(cell) for cell in row)
    cells = [Markup('<th scope="row"{}>{}</th>').format(_side(align[0]), first)]
    cells += [
        Markup("<td{}>{}</td>").format(_side(side), cell)
        for cell, side in zip(others, align[1:], strict=True)
    ]
    return Markup("").join(cells)


def _chart(hypertext: Hypertext, chart: Chart) -> Markup:
    """A chart with caption and source line; on the screen also its figures as a table, each with its link."""
    unit = Markup(' <span class="unit">{}</span>').format(hypertext.text(chart.unit)) if chart.unit else ""
    note = Markup('<p class="note">{}</p>').format(hypertext.inlines(chart.note)) if chart.note else ""
    return Markup(
        '<figure class="chart" id="chart-{}"><figcaption>{}{}</figcaption>\n{}\n{}{}</figure>'
    ).format(
        chart.id,
        hypertext.inlines(chart.caption),
        unit,
        _drawing(hypertext, chart),
        note,
        "" if hypertext.paper else _figures(hypertext, chart),
    )


def _drawing(hypertext: Hypertext, chart: Chart) -> Markup:
    if not hypertext.paper:
        marks = Markup("").join(
            Markup('<span id="{}"></span>').format(figure.place) for figure in _drawn(chart)
        )
        return marks + _plate(hypertext, chart, charts.WIDE) + _plate(hypertext, chart, charts.NARROW)
    told = charts.shown(chart).told
    wide = Markup(charts.draw(chart, language=hypertext.language, colours=hypertext.colours, told=told))
    spots = Markup("").join(
        Markup('<a class="spot" id="{}" href="#e-{}" style="{}"></a>').format(
            spot.figure.place, spot.figure.fact, _lies(spot)
        )
        for spot in charts.spots(chart)
        if spot.figure.fact in hypertext.evidence
    )
    return Markup('<div class="plate">{}{}</div>').format(wide, spots)


def _plate(hypertext: Hypertext, chart: Chart, sheet: charts.Sheet) -> Markup:
    """A drawing with buttons over its figures, which are named by their rows of the table below it."""
    drawing = Markup(charts.draw(chart, language=hypertext.language, sheet=sheet, colours=hypertext.colours))
    spots = Markup("").join(
        Markup(
            '<button type="button" class="spot" popovertarget="p-{}" aria-labelledby="v-{}" style="{}"{}></button>'
        ).format(
            spot.figure.fact,
            spot.figure.place,
            _lies(spot),
            # the table below has it for keys: a line of many points would hold them up
            Markup(' tabindex="-1"') if spot.silent else "",
        )
        for spot in charts.spots(chart, sheet=sheet)
        if hypertext.opens(spot.figure)
    )
    return Markup('<div class="plate {}">{}{}</div>').format(sheet.name, drawing, spots)


def _lies(spot: charts.Spot) -> str:
    return f"left:{spot.left}%;top:{spot.top}%;width:{spot.width}%;height:{spot.height}%"


def _figures(hypertext: Hypertext, chart: Chart) -> Markup:
    rows = Markup("").join(
        Markup('<tr id="v-{}"><th scope="row">{}</th><td>{}</td></tr>').format(
            figure.place, label, hypertext.figure(figure, place=False)
        )
        for label, figure in chart_table.rows(chart, hypertext.gettext)
    )
    # Translators: link, or a part for screens and screen readers alone
    summary = hypertext.gettext("Figures in this chart")
    return Markup("<details><summary>{}</summary><table><tbody>{}</tbody></table></details>").format(
        summary, rows
    )


def _drawn(chart: Chart) -> tuple[Figure, ...]:
    figures = tuple(row.figure for row in chart.rows)
    return (*figures, chart.whole) if chart.whole is not None else figures


def _side(side: str) -> Markup:
    return Markup(' class="right"') if side == "right" else Markup("")
