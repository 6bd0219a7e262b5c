from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from briefing import charts
from briefing.charts import parts
from briefing.charts.lines import lines
from briefing.charts.rows import dots
from briefing.lettering import width
from briefing.model import Chart, ChartRow, Figure, Other, Quantity, Range, Ratio, Refusal, Text
from tests.render import sample

SVG = "{http://www.w3.org/2000/svg}"


def _figure(value: str, words: str | None = None) -> Figure:
    return Figure("x", words or value, Quantity("count", Decimal(value)))


def _chart(kind: str, *values: str, whole: str | None = None, **more: object) -> Chart:
    rows = tuple(ChartRow(f"row {index}", _figure(value), index == 0) for index, value in enumerate(values))
    return Chart(
        "c", kind, rows, (Text("A finding"),), whole=_figure(whole) if whole else None,
        description=(Text("What it shows"),), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _charts(language: str) -> list[Chart]:
    sections = sample.brief(language).sections
    return [block for section in sections for block in section.blocks if isinstance(block, Chart)]


def _marks(svg: str) -> list[dict[str, str]]:
    """Everything drawn but the lettering."""
    root = ElementTree.fromstring(svg)
    return [element.attrib for element in root if element.tag in (f"{SVG}rect", f"{SVG}path", f"{SVG}circle")]


def _refusal(chart: Chart) -> str:
    with pytest.raises(Refusal) as refused:
        charts.draw(chart, language="en")
    return refused.value.problems[0].code


@pytest.mark.parametrize("sheet", [charts.WIDE, charts.NARROW], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("index", range(5))
def test_a_chart_is_an_image_with_title_description_and_real_text(
    index: int, language: str, sheet: charts.Sheet
) -> None:
    chart = _charts(language)[index]
    root = ElementTree.fromstring(charts.draw(chart, language=language, sheet=sheet))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    assert root.get("font-family", "").startswith("Pretendard")
    lettering = "|".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for row in chart.rows:
        assert row.figure.words in lettering
        assert row.label in lettering
    assert "id=" not in ElementTree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("index", range(5))
def test_marks_stand_in_the_same_places_in_every_language(index: int) -> None:
    drawn = [charts.draw(_charts(language)[index], language=language) for language in ("ko", "en")]
    assert _marks(drawn[0]) == _marks(drawn[1])


def test_bars_are_as_long_as_their_figures() -> None:
    widths = [
        Decimal(mark["width"]) for mark in _marks(charts.draw(_chart("bars", "50", "200"), language="en"))
    ]
    assert widths[1] == charts.WIDE.plot
    assert widths[0] * 4 == widths[1]


def test_a_log_scale_puts_powers_of_ten_at_equal_distances() -> None:
    ticks = tuple((Decimal(10) ** power, Other("scale", str(10**power))) for power in range(1, 5))
    svg = charts.draw(_chart("dots", "100", "1000", scale="log", ticks=ticks), language="en")
    places = [Decimal(x) for x in re.findall(r'class="grid" d="M([\d.]+) ', svg)]
    steps = {later - earlier for earlier, later in pairwise(places)}
    assert len(places) == 4
    assert max(steps) - min(steps) <= Decimal("0.01")
    circles = [Decimal(x) for x in re.findall(r'cx="([\d.]+)"', svg)]
    assert circles == [places[1], places[2]]


@pytest.mark.parametrize("sheet", [charts.WIDE, charts.NARROW], ids=lambda sheet: sheet.name)
def test_words_of_a_scale_never_touch_and_never_leave_the_sheet(sheet: charts.Sheet) -> None:
    ticks = tuple((Decimal(10) ** power, Other("scale", f"{10**power:,}")) for power in range(1, 9))
    drawing = dots(_chart("dots", "100", "1000", scale="log", ticks=ticks), sheet)
    words = sorted((text for text in drawing.lettering if text.role == "scale"), key=lambda text: text.x)
    half = [width(text.lines[0]) * sheet.size * Decimal("0.82") / 2 for text in words]
    ends = [(text.x - extent, text.x + extent) for text, extent in zip(words, half, strict=True)]
    assert len(words) >= 4
    assert words[-1].lines == ("100,000,000",)
    assert ends[0][0] >= Decimal("-0.01")
    assert ends[-1][1] <= sheet.width + Decimal("0.01")
    assert all(left[1] < right[0] for left, right in pairwise(ends))


def test_a_log_scale_without_ticks_begins_at_a_power_of_ten_below_one() -> None:
    svg = charts.draw(_chart("dots", "0.5", "5", scale="log"), language="en")
    assert all(Decimal(x) > charts.WIDE.left for x in re.findall(r'cx="([\d.-]+)"', svg))


def test_a_strip_marks_as_many_cells_as_the_figure_says() -> None:
    marks = _marks(charts.draw(_chart("strip", "3", whole="31"), language="en"))
    assert [mark["class"] for mark in marks] == ["accent"] * 3 + ["rest"] * 28


def test_a_ratio_brings_its_own_whole() -> None:
    figure = Figure("x", "3 of 31", Quantity("ratio", Ratio(Decimal(3), Decimal(31))))
    chart = replace(_chart("strip", "1"), rows=(ChartRow("label", figure, True),))
    assert len(_marks(charts.draw(chart, language="en"))) == 31


@pytest.mark.parametrize("sheet", [charts.WIDE, charts.NARROW], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize(
    ("share", "whole", "cells"), [("8579", "60004", 143), ("1", "60004", 1), ("7", "40", 7)]
)
def test_a_waffle_fills_the_share_of_its_cells(
    share: str, whole: str, cells: int, sheet: charts.Sheet
) -> None:
    drawing = parts.waffle(_chart("waffle", share, whole=whole), sheet)
    filled = [mark["stop"] - mark["start"] for mark in drawing.marks if mark["part"] == 0]
    every = [mark["stop"] - mark["start"] for mark in drawing.marks]
    assert sum(filled) == cells
    assert sum(every) == min(int(whole), parts.CELLS)


def test_spots_lie_inside_the_drawing() -> None:
    for chart in _charts("ko"):
        for spot in charts.spots(chart):
            assert 0 <= spot.left < spot.left + spot.width <= 101
            assert 0 <= spot.top < spot.top + spot.height <= 101


def test_words_of_a_label_are_text_not_markup() -> None:
    chart = replace(
        _chart("bars", "1"), rows=(ChartRow("<b>&", _figure("1")),), caption=(Text("</title><script>"),)
    )
    root = ElementTree.fromstring(charts.draw(chart, language="en"))
    assert root.findtext(f"{SVG}title") == "</title><script>"


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (_chart("pie", "1"), "R020"),
        (_chart("bars"), "R020"),
        (_chart("bars", "0"), "R021"),
        (_chart("bars", "-1", "2"), "R021"),
        (_chart("dots", "0", "10", scale="log"), "R021"),
        (_chart("strip", "3"), "R021"),
        (_chart("strip", "3", whole="500"), "R021"),
        (_chart("waffle", "9", whole="8"), "R021"),
        (replace(_chart("bars", "1"), rows=(ChartRow("불가분" * 20, _figure("1")),)), "R022"),
        (
            replace(
                _chart("bars", "1"), rows=(ChartRow("a", Figure("x", "2023", Quantity("date", "2023"))),)
            ),
            "R023",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(chart: Chart, code: str) -> None:
    assert _refusal(chart) == code


def test_a_range_is_drawn_at_its_middle() -> None:
    chart = _chart("bars", "10")
    figure = Figure("x", "4 to 6", Quantity("count", Range(Decimal(4), Decimal(6))))
    widths = [
        Decimal(mark["width"])
        for mark in _marks(
            charts.draw(replace(chart, rows=(*chart.rows, ChartRow("r", figure))), language="en")
        )
    ]
    assert widths[1] * 2 == widths[0]


def _over_time(*points: tuple[str, str, str], accent: int = 0) -> Chart:
    """A line chart of (series, year, value)."""
    rows = tuple(
        ChartRow(year, _figure(value, f"{value}%"), index == accent, series, Decimal(year))
        for index, (series, year, value) in enumerate(points)
    )
    return Chart("c", "line", rows, (Text("A finding"),), description=(Text("What it shows"),))


TWO_COUNTS = (("One", "2011", "41"), ("One", "2022", "71"), ("Other", "2014", "21"), ("Other", "2020", "70"))


@pytest.mark.parametrize("sheet", [charts.WIDE, charts.NARROW], ids=lambda sheet: sheet.name)
def test_two_series_are_two_lines(sheet: charts.Sheet) -> None:
    drawn = charts.draw(_over_time(*TWO_COUNTS), language="en", sheet=sheet)
    paths = [mark["d"] for mark in _marks(drawn) if "stem" in mark.get("class", "")]
    assert [path.count("L") for path in paths] == [1, 1]
    assert len([mark for mark in _marks(drawn) if "cx" in mark]) == 4
    assert {"One", "Other"} <= set("|".join(ElementTree.fromstring(drawn).itertext()).split("|"))


def test_points_stand_where_their_time_and_value_are() -> None:
    chart = _over_time(("", "2010", "0"), ("", "2015", "50"), ("", "2020", "100"))
    points = [mark for mark in _marks(charts.draw(chart, language="en")) if "cx" in mark]
    (x1, y1), (x2, y2), (x3, y3) = ((Decimal(mark["cx"]), Decimal(mark["cy"])) for mark in points)
    # a leap day makes no difference: years are places on the axis
    assert abs((x2 - x1) - (x3 - x2)) <= Decimal("0.02") and x1 < x2 < x3
    assert abs((y1 - y2) - (y2 - y3)) <= Decimal("0.02") and y1 > y2 > y3


def test_nothing_is_lettered_over_anything_else() -> None:
    drawing = lines(_over_time(*TWO_COUNTS), charts.WIDE)
    size = charts.WIDE.size
    boxes = [
        (text.x, text.y - size, text.x + max(map(width, text.lines)) * size * Decimal("0.9"), text.y)
        for text in drawing.lettering
    ]
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= charts.WIDE.width
        for other in boxes[index + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


CROWD = [("One", str(year), str(100 + (year - 2001) ** 2)) for year in range(1984, 2024)]
CROWD += [("Other", str(year), str(900 - (year - 1999) ** 2)) for year in range(1984, 2024)]


@pytest.mark.parametrize("sheet", [charts.WIDE, charts.NARROW], ids=lambda sheet: sheet.name)
def test_of_many_points_the_ends_and_extremes_are_lettered_and_every_one_can_be_pointed_at(
    sheet: charts.Sheet,
) -> None:
    chart = _over_time(*CROWD)
    drawing = lines(chart, sheet)
    lettered = {text.figure.words for text in drawing.lettering if text.figure is not None}
    ends = {f"{row.figure.words}" for row in chart.rows if row.label in ("1984", "2023")}
    assert lettered == ends | {"100%", "900%"}
    years = sorted(text.lines[0] for text in drawing.lettering if text.role == "year")
    assert years[0] == "1984" and years[-1] == "2023" and len(years) == 5
    assert len({text.y for text in drawing.lettering if text.role == "year"}) == 1
    spots = charts.spots(chart, sheet=sheet)
    assert len(spots) == len(chart.rows) and sum(spot.silent for spot in spots) == len(chart.rows) - len(
        lettered
    )
    assert charts.shown(chart) == charts.shown(replace(chart, caption=()))


def test_a_chart_with_room_for_all_letters_all() -> None:
    few = charts.shown(_over_time(*TWO_COUNTS))
    assert few.whole and not few.told and len(few.rows) == 4 and len(few.dates) == 4


def test_lines_that_share_their_dates_are_told_in_the_description() -> None:
    shown = charts.shown(
        _over_time(("One", "2020", "1"), ("One", "2021", "9"), ("Other", "2020", "5"), ("Other", "2021", "4"))
    )
    assert shown.whole and shown.told


def test_points_without_room_for_their_figures_are_lettered_sparingly_however_few_they_are() -> None:
    flat = [("", str(2010 + month), "1,234,567,890,123"[:9]) for month in range(12)]
    chart = _over_time(*((series, year, "123456789") for series, year, _ in flat))
    assert not charts.shown(chart).whole
    assert len([text for text in lines(chart, charts.NARROW).lettering if text.figure is not None]) == 2


def test_dates_that_would_touch_stand_on_two_lines() -> None:
    drawing = lines(_over_time(("", "2010", "1"), ("", "2019", "4"), ("", "2020", "9")), charts.NARROW)
    years = {text.lines[0]: text.y for text in drawing.lettering if text.role == "year"}
    assert years["2019"] != years["2020"] and years["2010"] == years["2019"]


def test_the_same_points_in_every_language() -> None:
    words = {"ko": ("첫째 집계", "둘째 집계"), "en": ("The first count", "Another one")}
    drawn = []
    for names in words.values():
        rows = [(names[series == "Other"], year, value) for series, year, value in TWO_COUNTS]
        drawn.append(_marks(charts.draw(_over_time(*rows), language="ko")))
    assert drawn[0] == drawn[1]
