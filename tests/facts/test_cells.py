"""Cells: found by their headers, read with the unit of their table, dated by what heads them, kept in the lock."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import facts, sources
from briefing.facts import Ledger, units
from briefing.facts import headers as said_by
from briefing.facts.cells import Table, find
from briefing.facts.figures import figures
from briefing.facts.locate import locate
from briefing.facts.lock import Located
from briefing.facts.quotes import article
from briefing.facts.seeds import Cell, Phrase, Quoted
from briefing.facts.stated import unit_of
from briefing.model import Card, Locator, Place, Problem, Refusal, Source
from tests import table_files

WHERE = Place("seeds/x.toml", 3)
PLAIN = """연도,부족 인력(명),부족률(%)
2021,"2,132",1.1
2022,"4,521",2
2023,"8,579",3.4
"""
LEVELS = """시도별 인구,,,,
(단위: 천 명),,,,
지역,연도,2022,,2023
,,남,여,합계
서울,구,1.5,2.5,-
,동,3,4,…
부산,구,5,6,X
"""
Read = Callable[..., Table]


@pytest.fixture
def table(tmp_path: Path) -> Read:
    def read(text: str, language: str = "ko", **told: object) -> Table:
        (tmp_path / "t.csv").write_text(text, encoding="utf-8")
        source, _ = sources.load(tmp_path / "t.csv", "t")
        card = Card("t", {}, {}, "2024-05-11", language, "t.csv")
        return Table(replace(card, **told), source)  # type: ignore[arg-type]

    return read


def named(
    row: str | Sequence[str], column: str | Sequence[str], unit: str | None = None, **told: object
) -> Quoted:
    def levels(said: str | Sequence[str]) -> tuple[str, ...]:
        return (said,) if isinstance(said, str) else tuple(said)

    cell = Cell(levels(row), levels(column))
    quoted = Quoted("t", Phrase("", None), None, None, None, None, WHERE, cell=cell, unit=unit)
    return replace(quoted, **told)  # type: ignore[arg-type]


def located(table: Table, quoted: Quoted) -> Located:
    return locate(article(table.card, table.source), quoted)


def told(table: Table, quoted: Quoted) -> Problem:
    with pytest.raises(Refusal) as caught:
        located(table, quoted)
    (problem,) = caught.value.problems
    return problem


def test_a_cell_is_found_by_its_headers_and_read_with_their_unit(table: Read) -> None:
    found = located(table(PLAIN), named("2023", "부족 인력"))
    assert (found.quote, found.unit) == ("8,579", "명")
    assert found.quantity is not None and (found.quantity.value, found.quantity.unit) == (8579, "person")
    assert found.locator == Locator(None, "", "B4", "2023", "부족 인력(명)")
    assert found.period is not None and found.period.value == "2023"
    assert table(PLAIN).source.raw[found.span.start : found.span.end] == "8,579"


def test_titles_levels_and_outer_headers_are_understood(table: Read) -> None:
    levels = table(LEVELS)
    found = located(levels, named(["서울", "동"], ["2022", "여"]))
    assert found.quantity is not None and found.quantity.value == 4000 and found.unit == "천 명"
    assert found.locator == Locator(None, "", "D6", "서울 › 동", "2022 › 여")
    assert found.period is not None and found.period.value == "2022"
    assert located(levels, named(["부산", "구"], "남")).quote == "5"


def test_the_very_words_of_a_header_come_before_those_without_their_unit(table: Read) -> None:
    twice = "연도,인력,인력(명),인력(%)\n2023,1,2,3\n"
    assert located(table(twice), named("2023", "인력")).quote == "1"
    assert located(table(twice), named("2023", "인력(%)")).quote == "3"
    problem = told(table(twice.replace("인력,인력(명)", "직원,인력(명)")), named("2023", "인력"))
    assert problem.code == "F062" and "C2, D2" in problem.message


@pytest.mark.parametrize(
    ("quoted", "code", "said"),
    [
        (named("2024", "부족 인력"), "F061", "'2021'"),
        (named("2023", "부족인력"), "F061", "did you mean '부족 인력(명)'"),
        (named("2023", "부족"), "F061", "'부족 인력(명)' or '부족률(%)'"),
        (named("2023", "연도"), "F061", "columns are '부족 인력(명)', '부족률(%)'"),
        (named("2023", "부족 인력", nth=2), "F063", "mend nth"),
        (named("2023", "부족 인력", "마리의 나비"), "F065", 'unit = ""'),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(
    table: Read, quoted: Quoted, code: str, said: str
) -> None:
    problem = told(table(PLAIN), quoted)
    assert problem.code == code and said in problem.hint and problem.where == WHERE


@pytest.mark.parametrize(("row", "column", "holds"), [("서울", "합계", "'-'"), ("부산", "합계", "'X'")])
def test_a_cell_without_a_figure_is_told(table: Read, row: str, column: str, holds: str) -> None:
    problem = told(table(LEVELS), named([row, "구"], column))
    assert problem.code == "F064" and holds in problem.message


@pytest.mark.parametrize("held", ["", "=B1+B2", "12와 13", "(3.2)", "1E+05", "▲3"])
def test_what_is_not_exactly_one_figure_is_none(table: Read, held: str) -> None:
    assert told(table(f"연도,값(명),곁\n2023,{held},1\n"), named("2023", "값")).code == "F064"


def test_nth_chooses_where_headers_stand_twice(table: Read) -> None:
    twice = table("구분,값\n계,1\n가,2\n계,3\n")
    assert told(twice, named("계", "값")).code == "F062"
    assert [located(twice, named("계", "값", nth=nth)).quote for nth in (1, 2)] == ["1", "3"]


def test_sheets_are_named_where_they_must_be(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("남", "여"):
        book.create_sheet(name)
        book[name].append(["연도", "인구(명)"])
        book[name].append([2023, len(name)])
    book.remove(book.active)
    book.save(tmp_path / "t.xlsx")
    source, _ = sources.load(tmp_path / "t.xlsx", "t")
    both = Table(Card("t", {}, {}, "2024", "ko", "t.xlsx"), source)
    assert told(both, named("2023", "인구")).code == "F062"
    chosen = replace(named("2023", "인구"), cell=Cell(("2023",), ("인구",), "여"))
    assert located(both, chosen).locator == Locator(None, "여", "B2", "2023", "인구(명)")
    missing = told(both, replace(chosen, cell=Cell(("2023",), ("인구",), "여자")))
    assert missing.code == "F060" and "'여'" in missing.hint


@pytest.mark.parametrize(
    ("text", "cell", "told_of", "value", "unit"),
    [
        ("단위: 백만 원,\n연도,수입\n2023,1.5\n", ("2023", "수입"), {}, 1500000, "KRW"),
        ("(단위: 명),\n연도,수입(천 원)\n2023,1.5\n", ("2023", "수입"), {}, 1500, "KRW"),
        ("(단위: 명),\n연도,비율\n2023,15.6%\n", ("2023", "비율"), {}, Decimal("15.6"), None),
        ("구분,2023\n이용객(천 명),8.6\n", ("이용객", "2023"), {}, 8600, "person"),
        ("연도,비율\n2023,15.6%\n", ("2023", "비율"), {"unit": "천 명"}, Decimal("15.6"), None),
        ("연도,수\n2023,3.5천\n", ("2023", "수"), {"unit": "명"}, 3500, "person"),
        ("연도,수\n2023,2024\n", ("2023", "수"), {}, 2024, None),
        ("연도,수\n2023,2024\n", ("2023", "수"), {"unit": "명"}, 2024, "person"),
        ("연도,지수(2020=100)\n2023,104.2\n", ("2023", "지수"), {}, Decimal("104.2"), None),
        ("연도,수(천 꿀꿀)\n2023,7\n", ("2023", "수"), {"unit": ""}, 7, None),
        ("연도,수(명)\n2023,7 p)\n", ("2023", "수"), {}, 7, "person"),
        ("연도,증감(명)\n2023,△7\n", ("2023", "증감"), {}, -7, "person"),
    ],
)
def test_units_stand_in_headers_above_the_table_or_in_the_card(
    table: Read, text: str, cell: tuple[str, str], told_of: dict[str, object], value: object, unit: str | None
) -> None:
    found = located(table(text, **told_of), named(*cell))
    assert found.quantity is not None and (found.quantity.value, found.quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("unit", "cell", "value", "of"),
    [
        ("$ bn", "12.3", 12300000000, "USD"),
        ("USD million", "1,200", 1200000000, "USD"),
        ("thousands of persons", "8.6", 8600, "person"),
        ("'000 tonnes", "5", 5000, "t"),
        ("%", "-3.2", Decimal("-3.2"), None),
    ],
)
def test_english_units_are_read_in_either_order(unit: str, cell: str, value: object, of: str | None) -> None:
    found = units.figure(cell, unit, "en")
    assert found is not None and (found.value, found.unit) == (value, of)
    if of == "USD":
        assert found.step == 100000000 if "." in cell else 1000000


def test_words_that_would_change_a_value_are_never_left_out(table: Read) -> None:
    quoted = named("2023", "수")
    assert told(table("연도,수(천 꿀꿀)\n2023,7\n"), quoted).code == "F065"
    assert told(table('"(단위: 천 명, %)",\n연도,수\n2023,7\n'), quoted).code == "F065"
    assert located(table("연도,수(A)\n2023,7\n"), quoted).unit == ""


@pytest.mark.parametrize(
    ("headers", "period"),
    [
        (("2023",), "2023"), (("2023년",), "2023"), (("2024-03",), "2024-03"), (("2024.03",), "2024-03"),
        (("2024. 3월",), "2024-03"), (("2023 Q1",), "2023-Q1"), (("2023 1/4",), "2023-Q1"),
        (("2023.4/4",), "2023-Q4"), (("2023년 하반기",), "2023-H2"), (("2024.03.11",), "2024-03-11"),
        (("2023p)",), "2023"), (("2023년 2분기",), "2023-Q2"), (("2023", "3월"), "2023-03"),
        (("2분기", "2023"), "2023-Q2"), (("서울", "2023"), "2023"), (("2022", "2023"), None),
        (("2024.3",), None), (("지난해",), None), (("20대",), None), (("3월",), None), (("13579",), None),
    ],
)  # fmt: skip
def test_a_header_that_is_a_date_dates_its_cells(headers: tuple[str, ...], period: str | None) -> None:
    assert said_by.period(headers, "ko") == period


def test_english_dates_in_headers() -> None:
    assert [said_by.day(header, "en") for header in ("March 2023", "Q1 2023", "Mar")] == [
        "2023-03",
        "2023-Q1",
        None,
    ]
    assert said_by.period(("2023", "Mar"), "en") == "2023-03"


def test_declared_header_rows_and_columns_are_taken(table: Read) -> None:
    odd = "한국,2021,1,2\n한국,2022,3,4\n"
    headed = "나라,해,1,2\n,,가,나\n" + odd
    assert told(table(headed), named("2022", "나")).code == "F061"
    found = located(table(headed, header_rows=2, header_columns=2), named(["한국", "2022"], ["2", "나"]))
    assert (found.quote, found.period and found.period.value) == ("4", "2022")


def test_what_stands_between_parts_of_a_table_is_no_header(table: Read) -> None:
    text = "연도,값(명)\n2022,1\n2023,2\n주: 2022년은 잠정,\n자료: 항만청,\n"
    assert located(table(text), named("2022", "값")).quote == "1"


def test_extract_proposes_cells_that_lead_back_to_it(table: Read) -> None:
    for text in (PLAIN, LEVELS, "구분,값\n계,1\n가,2\n계,3\n"):
        given = table(text, header_columns=2 if text == LEVELS else 1)
        found = list(figures(given.source, "ko", given.card))
        assert found
        for figure in found:
            quoted = replace(named(figure.cell.row, figure.cell.column), nth=figure.nth)
            assert find(given, figure.cell, figure.nth, WHERE).range == figure.range
            assert located(given, quoted).quantity == figure.quantity


def brief(tmp_path: Path, kind: str = "csv") -> Path:
    return table_files.brief(tmp_path / "brief", kind)


def proven(folder: Path, locked: str | None = None, originals: bool = True) -> tuple[Ledger, list[Problem]]:
    seeds = facts.load(folder / "seeds", ("ko", "en"))
    ledger, problems = facts.prove(seeds, folder / "seeds" / "originals" if originals else None, locked)
    return ledger, list(problems)


def test_the_lock_names_the_cell_and_proves_it_without_the_table(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    ledger, problems = proven(folder)
    assert problems == []
    row = json.loads(ledger.lock)["evidence"]["riders"][0]
    assert row["selector"][2] == {
        "type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc7111", "value": "cell=5,2",
    }  # fmt: skip
    assert (row["locator"], row["unit"]) == ({"row": "2023", "column": "이용객(천 명)"}, "천 명")
    again, problems = proven(folder, ledger.lock, originals=False)
    assert problems == [] and again.lock == ledger.lock
    assert (again.facts, again.series, again.made) == (ledger.facts, ledger.series, ledger.made)


def test_what_is_declared_otherwise_than_locked_is_told(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    lock = proven(folder)[0].lock
    seeds = folder / "seeds" / "ferry-table.toml"
    text = seeds.read_text(encoding="utf-8")
    seeds.write_text(
        text.replace('from = "2021"', 'from = "2022"').replace(
            '"2023", column = "이용객"', '"2022", column = "이용객"'
        ),
        encoding="utf-8",
    )
    assert [problem.code for problem in proven(folder, lock, originals=False)[1][:2]] == ["F033", "F033"]
    seeds.write_text(text, encoding="utf-8")
    assert [
        problem.code
        for problem in proven(
            folder, lock.replace('"8579"', "").replace('"exact": "12.1"', '"exact": "12.2"'), originals=False
        )[1]
    ] == ["F034"]


@pytest.mark.parametrize(
    ("old", "new", "code", "said", "state"),
    [
        ("12.1", "13.1", "F037", "'13.1'", "changed"),
        ("2020,", "2019,1,1,1,1\n2020,", "F035", "moved from B5 to B6", "moved"),
        ("이용객(천 명),섬", "이용객 (천 명),섬", "F036", "'이용객 (천 명)'", "moved"),
        ("이용객(천 명),섬", "손님(천 명),섬", "F061", "no column '이용객'", "vanished"),
    ],
)
def test_a_table_that_changed_is_told(
    tmp_path: Path, old: str, new: str, code: str, said: str, state: str
) -> None:
    folder = brief(tmp_path)
    lock = proven(folder)[0].lock
    path = folder / "seeds" / "originals" / "ferry.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    ledger, problems = proven(folder, lock)
    told_of = [problem for problem in problems if problem.facts == ("riders",)]
    assert [problem.code for problem in told_of] == [code] and said in told_of[0].message
    assert ledger.stale["riders"] == state and "F038" in [problem.code for problem in problems]


def test_a_column_is_a_series_and_so_are_named_facts_and_a_measure(tmp_path: Path) -> None:
    ledger, _ = proven(brief(tmp_path))
    members = tuple(f"islanders-{year}" for year in (2021, 2022, 2023))
    assert ledger.series == {
        "islanders": members,
        "both": ("riders", "islanders-2023"),
        "riders": ("riders",),
    }
    assert [ledger.facts[id].quantity.value for id in members] == [2240, 2023, 2518]
    assert ledger.made == set(members)
    assert ledger.needed(["islanders-2022"]) == ledger.facts.keys()
    assert "islanders-2022" not in ledger.needed([])  # 2021 and 2023 are what the growth is made of


SERIES = """[series.fleet]
{axis}
what = {{ ko = "배", en = "Boats" }}
"""


def series(folder: Path, axis: str, table: str | None = None) -> tuple[Ledger, list[Problem]]:
    seeds = folder / "seeds" / "ferry-table.toml"
    seeds.write_text(seeds.read_text(encoding="utf-8") + SERIES.format(axis=axis), encoding="utf-8")
    if table is not None:
        path = folder / "seeds" / "originals" / "ferry.csv"
        path.write_text(table, encoding="utf-8")
    return proven(folder)


@pytest.mark.parametrize(
    ("axis", "ids"),
    [
        ('column = "요금 인상률"', ["2020", "2021", "2022", "2023"]),
        ('column = "요금 인상률"\nfrom = "2021"\nto = "2022"', ["2021", "2022"]),
        ('column = "요금 인상률"\nrows = ["2023", "2020"]', ["2023", "2020"]),
        ('row = "2022"', ["1", "2", "3", "4"]),
        ('row = "2022"\nfrom = "운임 수입"', ["1", "2"]),
        ('row = "2022"\ncolumns = ["운임 수입"]', ["1"]),
    ],
)
def test_a_series_runs_along_a_column_or_a_row(tmp_path: Path, axis: str, ids: list[str]) -> None:
    ledger, problems = series(brief(tmp_path), axis)
    assert problems == [] and ledger.series["fleet"] == tuple(f"fleet-{id}" for id in ids)


@pytest.mark.parametrize(
    ("axis", "code"),
    [
        ('column = "요금 인상률"\nfrom = "2023"\nto = "2020"', "F066"),
        ('column = "요금 인상률"\nfrom = "1999"', "F061"),
        ('column = "뱃삯"', "F061"),
    ],
)
def test_a_series_that_does_not_run_so_is_told(tmp_path: Path, axis: str, code: str) -> None:
    assert code in [problem.code for problem in series(brief(tmp_path), axis)[1]]


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ('[series.fleet]\nfacts = ["riders", "rider"]\n', "F068"),
        ('[series.riders]\nfacts = ["fares"]\n', "F003"),
        ('[series.fleet]\ncolumn = "요금 인상률"\nmeasure = "riders"\nwhat = { ko = "가", en = "a" }\n', None),
        ('[series.fleet]\ncolumn = "요금 인상률"\nwhat = { ko = "가", en = "a" }\n'
         '[fact.fleet-2020]\ncell = { row = "2020", column = "이용객" }\nwhat = { ko = "가", en = "a" }\n', "F003"),
    ],
)  # fmt: skip
def test_names_that_clash_and_facts_that_nobody_defines_are_told(
    tmp_path: Path, added: str, code: str | None
) -> None:
    folder = brief(tmp_path)
    seeds = folder / "seeds" / "ferry-table.toml"
    seeds.write_text(seeds.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert [problem.code for problem in proven(folder)[1]] == ([code] if code else [])


def test_cells_without_a_figure_leave_a_series_and_are_noted(tmp_path: Path) -> None:
    head = ",".join(table_files.HEAD)
    rows = "\n".join(",".join((*row[:4], "-" if row[0] == "2021" else row[4])) for row in table_files.ROWS)
    folder = brief(tmp_path)
    ledger, problems = series(folder, 'column = "요금 인상률"', f"{head}\n{rows}\n\n주: 잠정,,,,\n")
    assert ledger.series["fleet"] == ("fleet-2020", "fleet-2022", "fleet-2023")
    assert [problem.code for problem in problems if "fleet" in problem.message] == ["F067"]


def test_names_of_rows_are_labels_in_every_language(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    names = 'column = "요금 인상률"\nrows = ["2023"]\nnames = { "2023" = { ko = "올해", en = "This year" } }'
    ledger, _ = series(folder, names)
    assert ledger.facts["fleet-2023"].label == {"ko": "올해", "en": "This year"}
    assert ledger.facts["fleet-2023"].what == {"ko": "배 (올해)", "en": "Boats (This year)"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[fact.a]\nwhat = { ko = "가", en = "a" }\n', "F007"),
        (
            '[fact.a]\nquote = "[1]"\ncell = { row = "1", column = "2" }\nwhat = { ko = "가", en = "a" }\n',
            "F007",
        ),
        ('[fact.a]\nquote = "[1]"\nunit = "명"\nwhat = { ko = "가", en = "a" }\n', "F007"),
        ('[fact.a]\ncell = { row = "1", colum = "2" }\nwhat = { ko = "가", en = "a" }\n', "P001"),
        ('[fact.a]\ncell = { row = [], column = "2" }\nwhat = { ko = "가", en = "a" }\n', "P003"),
        ('[series.a]\nwhat = { ko = "가", en = "a" }\n', "F007"),
        ('[series.a]\ncolumn = "a"\ncolumns = ["b"]\nwhat = { ko = "가", en = "a" }\n', "F007"),
        ('[series.riders-2]\ncolumn = "이용객"\nwhat = { ko = "가" }\n', "P004"),
    ],
)
def test_keys_that_do_not_go_together_are_told(tmp_path: Path, text: str, code: str) -> None:
    folder = brief(tmp_path)
    seeds = folder / "seeds" / "ferry-table.toml"
    seeds.write_text(seeds.read_text(encoding="utf-8") + text, encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        proven(folder)
    assert code in [problem.code for problem in caught.value.problems]


def test_keys_of_tables_are_for_tables(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    seeds = folder / "seeds" / "ferry-table.toml"
    text = seeds.read_text(encoding="utf-8")
    seeds.write_text(
        text.replace('file = "ferry.csv"', 'file = "ferry.txt"\nheader_rows = 2'), encoding="utf-8"
    )
    with pytest.raises(Refusal) as caught:
        proven(folder)
    assert [problem.code for problem in caught.value.problems] == ["F008"]


def test_further_evidence_may_be_a_cell(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    more = table_files.SOURCE.format(kind="xlsx").split("[fact.riders]")[0]
    more += '[also.riders]\ncell = { row = "2023", column = "이용객" }\n'
    (folder / "seeds" / "more.toml").write_text(more, encoding="utf-8")
    table_files.write(folder / "seeds" / "originals" / "ferry.xlsx")
    ledger, problems = proven(folder)
    assert problems == [] and [proof.source for proof in ledger.facts["riders"].evidence] == [
        "ferry-table",
        "more",
    ]


def test_the_date_may_be_quoted_from_the_title(tmp_path: Path, table: Read) -> None:
    text = "시도별 이용객(2023년 4월 조사),\n지역,이용객(명)\n서울,12\n"
    when = Phrase("2023년 4월", (0, 8))
    found = located(table(text), named("서울", "이용객", when=when))
    assert found.period is not None and found.period.value == "2023-04"
    assert (
        unit_of(
            find(table(text), Cell(("서울",), ("이용객",)), None, WHERE),
            named("서울", "이용객"),
            table(text).card,
        )
        == "명"
    )


def test_source_without_sheets_has_no_cells() -> None:
    prose = Table(Card("t", {}, {}, "2024", "ko", "t.txt"), Source("t", "가", "가", (0, 1), ""))
    assert told(prose, named("가", "나")).code == "F060"
