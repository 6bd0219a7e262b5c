"""Charts and tables that templates call: what comes out, and what is refused at which line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.checks.drawn import drawn
from briefing.checks.sides import Sides
from briefing.compose import compose, draft
from briefing.facts import Ledger
from briefing.model import Brief, Chart, Figure, Problem, Table
from briefing.pipeline import assemble
from briefing.plaintext import plain
from briefing.project import Project, load
from briefing.wording.catalog import labels
from briefing.wording.glossary import Glossary
from tests import series_brief
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Ledger]:
    folder = series_brief.write(tmp_path_factory.mktemp("garam"))
    project = load(folder)
    return project, assemble(project, folder / "seeds" / "originals").ledger


Say = Callable[..., tuple[Brief | None, list[Problem]]]


@pytest.fixture
def say(made: tuple[Project, Ledger]) -> Say:
    """The section of a template with ``body`` in it, composed, and the problems; None where it cannot be."""
    project, ledger = made

    def said(body: str, language: str = "en") -> tuple[Brief | None, list[Problem]]:
        title = "{% block title %}A town{% endblock %}{% block standfirst %}A town.{% endblock %}\n"
        sections = "{% block people %}\n## People\n\nWords.\n\n" + body + "\n{% endblock %}\n"
        more = "{% block money %}\n## Money\n\nWords.\n{% endblock %}\n"
        path = project.folder / "templates" / f"brief.{language}.md.j2"
        path.write_text(title + sections + more, encoding="utf-8")
        catalog = labels(ROOT / "locales", language, templates=ROOT / "locales")
        drafted = draft(project, ledger, Glossary({}, {}), language, catalog=catalog)
        if drafted.door.problems:
            return None, drafted.door.problems
        brief, problems = compose(project, drafted, Glossary({}, {}), catalog)
        return brief, list(problems)

    return said


def _block(said: tuple[Brief | None, list[Problem]]) -> Chart | Table:
    brief, problems = said
    assert brief is not None and not problems, problems
    (block,) = (block for block in brief.sections[0].blocks if isinstance(block, Chart | Table))
    return block


def _cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


def _call(call: str) -> str:
    return "{% call " + call + " %}what it shows{% endcall %}"


def test_a_series_becomes_bars_with_a_row_for_each_period(say: Say) -> None:
    chart = _block(say(_call('chart("bar", series("budget"), accent="budget-2024", last=3)')))
    assert isinstance(chart, Chart) and (chart.id, chart.kind) == ("bars-budget", "bars")
    assert [(row.label, row.figure.words, row.accent) for row in chart.rows] == [
        ("2022", "₩39.8 billion", False),
        ("2023", "₩40.5 billion", False),
        ("2024", "₩44.1 billion", True),
    ]
    assert plain(chart.note) == "Source: Garam Daily"


def test_each_series_is_a_line_of_its_own_with_the_name_of_its_facts(say: Say) -> None:
    chart = _block(
        say(_call('chart("line", series("births"), series("deaths", name="Funerals"), since=2022)'))
    )
    assert isinstance(chart, Chart) and chart.id == "line-births-deaths"
    assert [row.series for row in chart.rows] == ["Births"] * 3 + ["Funerals"] * 3
    assert plain(chart.description).startswith("what it shows. Births, 2022: 2,491; Births, 2023: 2,300")


def test_an_accent_on_a_series_is_on_all_of_it(say: Say) -> None:
    chart = _block(say(_call('chart("line", series("births"), series("deaths"), accent="deaths", last=2)')))
    assert isinstance(chart, Chart) and [row.accent for row in chart.rows] == [False] * 2 + [True] * 2


def test_facts_by_name_make_a_chart_with_a_whole(say: Say) -> None:
    chart = _block(say(_call('chart("strip", "deaths-2005", whole="births-2005", unit="people")')))
    assert isinstance(chart, Chart) and chart.whole is not None
    assert (chart.rows[0].label, chart.whole_label, chart.unit) == ("Deaths", "Births", "people")


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        (
            "ko",
            [["시점", "출생아 (명)", "사망자 (명)"], ["2011년", "4,903", "2,573"], ["2012년", "4,655", "…"]],
        ),
        ("en", [["When", "Births", "Deaths"], ["2011", "4,903", "2,573"], ["2012", "4,655", "–"]]),
    ],
)
def test_a_table_has_a_row_for_each_period_and_an_empty_cell_where_a_series_has_none(
    say: Say, language: str, cells: list[list[str]]
) -> None:
    table = _block(
        say(_call('table(series("births"), series("deaths"), since="2011", until="2012")'), language)
    )
    assert isinstance(table, Table) and _cells(table) == cells
    assert table.align == ("left", "right", "right") and table.id == "table-births-deaths"
    assert plain(table.note).endswith(("가람일보", "Garam Daily"))


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("ko", [["내용", "2023년", "2024년"], ["돌봄 예산 (억 원)", "405", "441"], ["고령자 비율 (%)", "16.4", "17.0"]]),
        (
            "en",
            [["What it is", "2023", "2024"], ["Budget for care (₩ billion)", "40.5", "44.1"],
             ["Share of the elderly (%)", "16.4", "17.0"]],
        ),
    ],
)  # fmt: skip
def test_turned_a_series_is_a_row_under_its_own_unit(say: Say, language: str, cells: list[list[str]]) -> None:
    table = _block(say(_call('table(series("budget"), series("share"), rows="series", last=2)'), language))
    assert isinstance(table, Table) and _cells(table) == cells


def test_facts_of_several_units_keep_theirs_in_each_cell(say: Say) -> None:
    table = _block(say(_call('table("births-2024", "share-2024", "budget-2024")')))
    assert isinstance(table, Table)
    assert _cells(table)[1:] == [
        ["Births", "2,383", "2024"],
        ["Share of the elderly", "17.0%", "2024"],
        ["Budget for care", "₩44.1 billion", "2024"],
    ]


def test_each_figure_of_a_table_is_recorded_with_a_place_and_with_its_unit(say: Say) -> None:
    brief, _ = say(_call('table(series("budget"), last=1)'), "ko")
    assert brief is not None
    rows = {(row.fact, row.aspect): row for row in brief.printed if row.section == "people"}
    value = rows["budget-2024", "value"]
    assert (value.words, value.whole, value.place) == ("441", "441억 원", "f-budget-2024-1")
    assert rows["budget-2024", "period"].place == "d-budget-2024-1"
    assert {row.fact for row in brief.annex} >= {"budget-2024"}


def test_the_same_call_twice_is_two_charts(say: Say) -> None:
    call = _call('chart("bars", series("budget"), last=2)')
    brief, problems = say(f"{call}\n\n{call}")
    assert brief is not None and not problems
    ids = [block.id for block in brief.sections[0].blocks if isinstance(block, Chart)]
    assert ids == ["bars-budget", "bars-budget-2"]


WRONG = [
    ('chart("bars", series("birth"))', "T060", "unknown series 'birth'", "did you mean 'births'?"),
    ('table(series("births"), series("nothing"))', "T060", "unknown series 'nothing'", "births, budget"),
    ('chart("bar", series("births", since="2030"))', "T061", "nothing of series 'births' is left", ""),
    ('chart("bar", series("births"), until="1990")', "T061", "series 'births' in the chart", ""),
    ("table()", "T061", "a table is called without series", ""),
    ('chart("pie", series("births"))', "T015", "unknown kind of chart 'pie'", "kinds: bars"),
    ('chart("lines", series("births"))', "T015", "unknown kind", "did you mean 'line'?"),
    ('chart("births")', "T015", "unknown chart 'births'", ""),
    ('chart("bars")', "T061", "a chart is called without series", ""),
    ('chart("bars", "births")', "T010", "unknown fact 'births'", 'write series("births")'),
    ('chart("bars", "birth-2024")', "T010", "unknown fact", "did you mean 'births-2024'?"),
    ('table(series("births"), "deaths-2024")', "T062", "mixes series and single facts", ""),
    ('table("deaths-2024", "deaths-2024")', "T062", "shows 'deaths-2024' twice", ""),
    ('table(series("births"), lst=5)', "T062", "no option 'lst'", "did you mean 'last'?"),
    ('table(series("births"), last=0)', "T062", "'last' is 0", ""),
    ('table(series("births"), since="spring")', "T062", "'since' is 'spring'", ""),
    ('table(series("births"), rows="columns")', "T062", "'rows' is 'columns'", "period, series"),
    ('table("births-2024", rows="series")', "T062", "single facts has no 'rows'", ""),
    ('chart("bars", series("births"), scale="square")', "T062", "'scale' is 'square'", ""),
    ('chart("bars", 5)', "T062", "no series and no fact", ""),
    ('chart("bars", series("births"), accent="births-1999")', "T040", "unknown fact 'births-1999'", ""),
    ('chart("bars", series("births"), last=2, accent="births-2005")', "T040", "does not draw", ""),
    ('chart("line", series("births"), series("budget"))', "T041", "different units", ""),
    ('chart("line", series("births"), last=1)', "T041", "has no line to draw", ""),
    ('chart("bars", series("births"), series("deaths"))', "T045", "more than one row called 'Births'", "last=1"),
    ('chart("bars", series("births"), series("deaths"), row="period")', "T045", "dates alone", ""),
    ('chart("waffle", series("births"), last=1)', "T042", "has no whole", ""),
    ('table(series("births", name="Deaths"), series("deaths"))', "T063", "two series are called 'Deaths'", ""),
    ('table(series("births", name="Births of 2024"))', "U001", "'2024'", ""),
    ('chart("bars", series("births"), unit="seven people")', "U002", "'seven people'", ""),
    ('table(series("births"), series("deaths"), series("budget"), series("share"), rows="series")', "T066", "too many", "last="),
    ('table(series("births"), last=5 - 2)', "T002", "does not calculate", ""),
]  # fmt: skip


@pytest.mark.parametrize(("call", "code", "message", "hint"), WRONG, ids=[row[0] for row in WRONG])
def test_what_cannot_be_shown_is_told_at_its_line(
    say: Say, call: str, code: str, message: str, hint: str
) -> None:
    try:
        _, problems = say(_call(call))
    except Exception as refusal:  # noqa: BLE001 - a Refusal, whose problems are looked at like the others
        problems = list(getattr(refusal, "problems", ()))
    told = [(problem.code, problem.where.line if problem.where else 0) for problem in problems]
    assert set(told) == {(code, 7)}, problems
    assert message in problems[0].message and hint in problems[0].hint


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{{ chart("bars", series("births")) }}', "T016"),
        ('{{ table(series("births")) }}', "T016"),
        ('Words {% call table(series("births")) %}in a line{% endcall %} of text', "T032"),
        ('{{ series("births") }}', "T065"),
        ('{% call chart("bars", series("births"), last=3) %}in 2024{% endcall %}', "U001"),
    ],
)
def test_a_call_out_of_place_is_told(say: Say, body: str, code: str) -> None:
    _, problems = say(body)
    assert [problem.code for problem in problems] == [code]


def _told(say: Say, korean: str, english: str) -> list[str]:
    briefs = {
        language: brief
        for language, call in (("ko", korean), ("en", english))
        if (brief := say(_call(call), language)[0]) is not None
    }
    return [problem.message for problem in drawn(Sides(briefs, None, {}, {}))]


TABLE = 'table(series("births"), series("deaths"), last=3)'


def test_the_same_table_in_each_language_is_no_problem(say: Say) -> None:
    assert _told(say, TABLE, TABLE) == []


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ('table(series("births"), series("deaths"), last=2)', ["table 'table-births-deaths' has other figures in en than in ko"]),
        ('table(series("births"), series("deaths"), last=3, rows="series")', ["table 'table-births-deaths' has other figures in en than in ko"]),
        ('table(series("births"), last=3)',
         ["table 'table-births' does not stand in ko", "table 'table-births-deaths' does not stand in en"]),
    ],
)  # fmt: skip
def test_a_table_that_differs_is_told(say: Say, english: str, told: list[str]) -> None:
    assert _told(say, TABLE, english) == told


def test_a_chart_that_differs_is_told(say: Say) -> None:
    korean = 'chart("bars", series("budget"), last=3)'
    english = 'chart("bars", series("budget"), last=3, accent="budget-2024")'
    assert _told(say, korean, english) == ["chart 'bars-budget' has other accents in en than in ko"]
    assert _told(say, korean, 'chart("bars", series("budget"), last=3, unit="won")') == [
        "chart 'bars-budget' has other settings in en than in ko"
    ]


def test_every_figure_of_a_called_chart_or_table_is_a_leaf_with_a_place(say: Say) -> None:
    table = _block(say(_call('table(series("births"), last=4)')))
    assert isinstance(table, Table)
    figures = [leaf for row in table.rows for cell in row for leaf in cell if isinstance(leaf, Figure)]
    assert len(figures) == 8 and len({figure.place for figure in figures}) == 8


@pytest.mark.parametrize(
    ("call", "language"),
    [
        ('chart("bars", series("births"), unit="thousand people")', "en"),
        ('chart("bars", series("births"), unit="bn")', "en"),
        ('chart("bars", series("births"), unit="%")', "en"),
        ('chart("bars", series("births"), unit="만명")', "ko"),
        ('table(series("births", name="Births (thousands)"))', "en"),
        ('table(series("births", name="출생아(만 명)"))', "ko"),
        ('table(series("budget", name="예산, 억 달러"))', "ko"),
    ],
)
def test_words_that_say_another_unit_than_the_figures_are_refused(say: Say, call: str, language: str) -> None:
    _, problems = say(_call(call), language)
    assert "T067" in [problem.code for problem in problems]


@pytest.mark.parametrize("unit", ["people", "births a year", "live births (registered)"])
def test_words_that_say_what_is_counted_stand_below_a_chart(say: Say, unit: str) -> None:
    chart = _block(say(_call(f'chart("bars", series("births"), unit="{unit}")')))
    assert isinstance(chart, Chart) and chart.unit == unit
