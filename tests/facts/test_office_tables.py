"""Cells as statistical offices print them: read as they are meant, or refused; never read as something else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import sources
from briefing.facts import units
from briefing.facts.locate import locate
from briefing.facts.quotes import article
from briefing.facts.seeds import Cell, Phrase, Quoted
from briefing.model import Card, Place, Refusal

WHERE = Place("seeds/x.toml", 3)
Said = Callable[..., str]


@pytest.fixture
def says(tmp_path: Path) -> Said:
    """What a cell of a CSV file says: value and unit, or the code of its refusal."""

    def read(
        text: str, row: str, column: str, language: str = "ko", *, declared: str | None = None, **card: object
    ) -> str:
        (tmp_path / "t.csv").write_text(text, encoding="utf-8")
        source, _ = sources.load(tmp_path / "t.csv", "t")
        known = replace(Card("t", {}, {}, "2024-05-11", language, "t.csv"), **card)  # type: ignore[arg-type]
        cell = Cell(tuple(row.split(" › ")), tuple(column.split(" › ")))
        quoted = Quoted("t", Phrase("", None), None, None, None, None, WHERE, cell=cell, unit=declared)
        try:
            found = locate(article(known, source), quoted)
        except Refusal as refusal:
            return refusal.problems[0].code
        assert found.quantity is not None
        return f"{found.quantity.value} {found.quantity.unit or found.quantity.kind}"

    return read


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("51,234p", "명", 51234), ("51,234 p", "명", 51234), ("51,234p)", "명", 51234), ("51,234(e)", "명", 51234),
        ("51,234r", "명", 51234), ("51,234*", "명", 51234), ("51,234 1)", "명", 51234), ("51,234¹⁾", "명", 51234),
        ("51,234¹", "명", 51234), ("1) 51,234", "명", 51234), ("51,234 2)", "천 명", 51234000), ("* 7", "명", 7),
        ("12.3 [1]", "명", Decimal("12.3")), ("△3.2", "%", Decimal("-3.2")), ("△ 3.2p", "%", Decimal("-3.2")),
        ("▼3.2", "%", Decimal("-3.2")), ("−3.2", "%p", Decimal("-3.2")), ("1,234", "만 명", 12340000),
        ("12.5", "만 명", 125000), ("1,234", "십억원", 1234000000000), ("1,234", "10억원", 1234000000000),
        ("12.3", "100만 달러", 12300000), ("12.3", "1,000명", 12300), ("12.3", "1000명", 12300),
        ("12.3", "1명", Decimal("12.3")), ("1,234", "억원", 123400000000), ("007", "명", 7), ("１２３", "명", 123),
    ],
)  # fmt: skip
def test_marks_and_units_of_korean_offices(cell: str, unit: str, value: object) -> None:
    found = units.figure(cell, unit, "ko")
    assert found is not None and found.value == value


@pytest.mark.parametrize(
    ("cell", "unit", "value", "of"),
    [
        ("51,234p", "persons", 51234, "person"), ("12.3 e", "persons", Decimal("12.3"), "person"),
        ("1 234 567", "persons", 1234567, "person"), ("1.5", "$m", 1500000, "USD"), ("1.5", "£m", 1500000, "GBP"),
        ("1,234", "US dollars, Millions", 1234000000, "USD"), ("1,234", "Persons, Thousands", 1234000, "person"),
        ("1,234", "Tonnes, Thousands", 1234000, "t"), ("51.2", "'000", 51200, None), ("3", "1,000 persons", 3000, "person"),
        ("2.1p", "%", Decimal("2.1"), None), ("13 p", "", 13, None),
    ],
)  # fmt: skip
def test_marks_and_units_of_english_files(cell: str, unit: str, value: object, of: str | None) -> None:
    found = units.figure(cell, unit, "en")
    assert found is not None and (found.value, found.unit) == (value, of)


@pytest.mark.parametrize(
    ("cell", "unit", "language"),
    [
        ("(123)", "명", "ko"), ("▲3.2", "%", "ko"), ("51,2341)", "명", "ko"), ("12 (3.4)", "명", "ko"),
        ("1.234,5", "명", "ko"), ("1 234", "명", "ko"), ("12.3(1)", "persons", "en"), ("<5", "persons", "en"),
        ("12.3b", "persons", "en"), ("12.3c", "persons", "en"), ("12.3m", "persons", "en"), ("12.3b", "%", "en"),
        ("12.3K", "%", "en"), ("51,234p", "", "en"), ("12.5p", "£", "en"), ("1.2e6", "persons", "en"),
        ("12.3m", "명", "ko"), ("1.2E+05", "명", "ko"), ("3.2", "% of GDP", "en"),
    ],
)  # fmt: skip
def test_what_means_one_thing_here_and_another_there_is_no_figure(
    cell: str, unit: str, language: str
) -> None:
    assert units.figure(cell, unit, language) is None


TITLED = "{line},\n연도,인구\n2023,51.2\n"
ENGLISH = "{line},\nYear,Population\n2023,51.2\n"
HEADED = '연도,"{header}"\n2023,51.2\n'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(단위: 천 명)", "51200 person"), ("[단위 천 명]", "51200 person"), ("(단위 ; 천명)", "51200 person"),
        ("（단위：천 명）", "51200 person"), ("(천 명)", "51200 person"), ("취업자 수 (천 명)", "51200 person"),
        ('"(단위: 천 명, %)"', "F065"), ("천만 관객의 해", "51.2 number"), ("인구(2023년)", "51.2 number"),
    ],
)  # fmt: skip
def test_a_line_above_says_the_unit(says: Said, line: str, said: str) -> None:
    assert says(TITLED.format(line=line), "2023", "인구") == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(in thousands)", "51200 number"), ('"Table 3. Employment, thousands"', "51200 number"),
        ("Millions of US dollars", "51200000 USD"), ("Units - thousands", "51200 number"),
        ("Data in thousand heads of sorts", "F065"), ("Employment (millions of sorts)", "F065"), ("Employment", "51.2 number"),
    ],
)  # fmt: skip
def test_an_english_title_says_the_unit(says: Said, line: str, said: str) -> None:
    assert says(ENGLISH.format(line=line), "2023", "Population", "en") == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("인구 (천 명)", "51200 person"), ("인구(천 명)1)", "51200 person"), ("인구(천 명)*", "51200 person"),
        ("인구(천 명) 합계", "51200 person"), ("인구, 천 명", "51200 person"), ("인구/천 명", "51200 person"),
        ("인구〈천 명〉", "51200 person"), ("매출(10억원)", "51200000000 KRW"), ("인구(1,000명)", "51200 person"),
        ("수입(백만 원, 잠정)", "51200000 KRW"), ("증감률(전년 대비, %)", "51.2 percent"), ("수입(명, 천원)", "F065"),
        ("수입(천 명, %)", "F065"), ("지수(2020=100)", "51.2 number"), ("출생률(인구 1천명당 명)", "51.2 number"),
        ("취업자(만 15세 이상)", "51.2 number"), ("기업(1,000명 이상)", "51.2 number"), ("부채(% 수준)", "F065"),
    ],
)  # fmt: skip
def test_a_header_says_the_unit(says: Said, header: str, said: str) -> None:
    assert says(HEADED.format(header=header), "2023", header) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Population, thousands", "51200 number"), ("Exports in USD million", "51200000 USD"), ("Rate, %", "51.2 percent"),
        ("Unemployment rate %", "51.2 percent"), ("Debt (% of GDP)", "F065"), ("Sales ($m)", "51200000 USD"),
        ("Sales (USDm)", "F065"), ("Deaths (per 1,000 births)", "51.2 number"), ("Index (2015=100)", "51.2 number"),
        ("Exports in some million", "F065"), ("Firms (over 1,000 staff)", "51.2 number"),
    ],
)  # fmt: skip
def test_an_english_header_says_the_unit(says: Said, header: str, said: str) -> None:
    assert says(HEADED.format(header=header).replace("연도", "Year"), "2023", header, "en") == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("지수(2020=100)", "51.2 number"), ("밀도(명/㎢)", "F065"), ("만족도(점)", "51.2 point"), ("취업자(15세 이상)", "51200 person"),
        ("인구(여자)", "51200 person"), ("비율(%)", "51.2 percent"), ("출산율(여자 1명당 명)", "F065"),
    ],
)  # fmt: skip
def test_a_header_is_heard_before_the_line_above(says: Said, header: str, said: str) -> None:
    assert says(f'(단위: 천 명),\n연도,"{header}"\n2023,51.2\n', "2023", header) == said
    assert says(HEADED.format(header=header), "2023", header, declared="만 명") == "512000 person"


def test_a_unit_in_one_header_is_that_columns_alone(says: Said) -> None:
    text = "연도,이용객,수입(단위: 백만 원)\n2023,9.4,1310\n"
    assert says(text, "2023", "이용객") == "9.4 number"
    assert says(text, "2023", "수입") == "1310000000 KRW"


def test_a_corner_or_a_title_row_says_the_unit_of_all(says: Said) -> None:
    assert says("구분(단위: 천 명),2022,2023\n취업자,1,2\n", "취업자", "2023") == "2000 person"
    titled = "표 1. 인구,,(단위: 천 명)\n연도,남,여\n2023,1,2\n"
    assert [says(titled, "2023", of) for of in ("남", "여")] == ["1000 person", "2000 person"]


@pytest.mark.parametrize("corner", ["", "단위"])
def test_a_row_of_units_below_the_headers(says: Said, corner: str) -> None:
    text = f"구분,인구,비율\n{corner},천명,%\n2023,100,3.4\n"
    assert (says(text, "2023", "인구"), says(text, "2023", "비율")) == ("100000 person", "3.4 percent")


def test_units_change_within_a_sheet(says: Said) -> None:
    text = "(단위: 천 명),,\n구분,2022,2023\n취업자,1,2\n,,\n(단위: %),,\n고용률,61.2,62.1\n"
    assert (says(text, "취업자", "2023"), says(text, "고용률", "2023")) == ("2000 person", "62.1 percent")
    assert says("연도,인구\n2023,51.2\n단위: 천 명,\n", "2023", "인구") == "51200 person"


def test_a_second_table_below_is_not_read_by_the_headers_of_the_first(says: Said) -> None:
    text = "구분,남,여\n서울,1,2\n\n표 2,,\n구분,여,남\n부산,3,4\n"
    assert (says(text, "서울", "남"), says(text, "부산", "남")) == ("1 number", "F069")


def test_a_column_of_units_says_that_of_each_row(says: Said) -> None:
    text = "행정구역,항목,단위,2022,2023\n전국,인구,천명,1,2\n전국,고용률,%,61,62\n"
    assert says(text, "전국 › 인구", "2023", header_columns=2) == "2000 person"
    assert says(text, "전국 › 고용률", "2023", header_columns=2) == "62 percent"
    assert says(text, "전국 › 고용률", "2023", header_columns=2, declared="천 명") == "62000 person"


@pytest.mark.parametrize(
    ("power", "unit", "said"),
    [
        ("Thousands", "Persons", "28416000 person"), ("3", "Persons", "28416000 person"), ("0", "Persons", "28416 person"),
        ("Units", "", "28416 number"), ("Millions", "US dollar", "28416000000 USD"), ("6", "PS", "F065"), ("-2", "", "F065"),
    ],
)  # fmt: skip
def test_multipliers_of_oecd_files(says: Said, power: str, unit: str, said: str) -> None:
    text = f"LOCATION,TIME,Unit of measure,PowerCode,Value\nKOR,2023,{unit},{power},28416\n"
    assert says(text, "KOR › 2023", "Value", "en", header_columns=2) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('연도,매출(천 원)\n2023,"₩1,234"\n', "F065"), ('연도,매출(백만 원)\n2023,"1,234원"\n', "F065"),
        ("연도,매출(천 명)\n2023,15.6%\n", "15.6 percent"), ("연도,매출(명)\n2023,51만\n", "510000 person"),
        ('연도,매출(백만 원)\n2023,"1,234억 원"\n', "123400000000 KRW"), ("연도,매출(천 명)\n2023,12t\n", "F065"),
    ],
)  # fmt: skip
def test_two_units_that_could_both_be_meant_are_refused(says: Said, text: str, said: str) -> None:
    column = text.split(",")[1].split("\n")[0]
    assert says(text, "2023", column) == said


def test_row_and_column_with_different_units_are_refused_until_one_is_declared(says: Said) -> None:
    text = "구분,2023(천 명)\n고용률(%),62.1\n"
    assert says(text, "고용률", "2023") == "F065"
    assert says(text, "고용률", "2023", declared="%") == "62.1 percent"


def test_the_unit_of_a_source_is_not_that_of_a_column_that_says_another(says: Said) -> None:
    text = "연도,인구,부족률(%)\n2023,51.2,3.4\n"
    assert says(text, "2023", "인구", unit="천 명") == "51200 person"
    assert says(text, "2023", "부족률", unit="천 명") == "3.4 percent"
    assert says(text, "2023", "부족률", unit="천 명", declared="만 명") == "34000 person"


@pytest.mark.parametrize(
    ("text", "row", "column", "said"),
    [
        ("구분,100만 원 미만,200만 원 이상\n서울,12.3,4\n", "서울", "100만 원 미만", "12.3 number"),
        ("소득,2023\n100만 원 미만,12.3\n", "100만 원 미만", "2023", "12.3 number"),
        ("연도,0~14세,15~64세\n2023,12,4\n", "2023", "15~64세", "4 number"),
        ("연도,수출(백만$)\n2023,17\n", "2023", "수출", "F065"),
        ("(단위: 천 명),\n구분,2023\n고용률,62.1\n", "고용률", "2023", "F065"),
        ("구분,인구(천 명),,\n,남,여,증감률\n서울,1,2,3.3\n", "서울", "증감률", "F065"),
        ("구분,인구(천 명),,\n,남,여,증감률\n서울,1,2,3.3\n", "서울", "여", "2000 person"),
        ("지역별 인구(시도),\n연도,인구\n2023,12\n", "2023", "인구", "12 number"),
        ("구분,2022,2023\n수출(억 달러),6836,6322\n증감률(%),6.1,△7.5\n", "증감률", "2023", "-7.5 percent"),
        ("지역,2022,2023\n서울,2023,2024\n", "서울", "2023", "2024 number"),
    ],
)  # fmt: skip
def test_headers_of_classes_rates_and_years(says: Said, text: str, row: str, column: str, said: str) -> None:
    assert says(text, row, column) == said


def test_a_comma_that_may_be_decimal_is_refused(says: Said) -> None:
    text = "연도;비율;값\n2022;3,4;1,5\n2023;12,345;3,2\n"
    assert says(text, "2023", "비율") == "F064"


def test_a_first_row_without_figures_is_no_header(says: Said) -> None:
    text = "연도,값(명),비율(%)\n2020,-,…\n2021,8명,3\n"
    assert says(text, "2021", "값") == "8 person"
    assert says(text, "2020", "값") == "F064"


@pytest.mark.parametrize(
    "long", ["1" + " " * 100_000 + "x", "*" * 100_000, "단위: " * 30_000, "1) " * 30_000]
)
def test_a_cell_of_endless_text_holds_nobody_up(says: Said, long: str) -> None:
    """Where an expression tries each place of such a text, this takes hours."""
    assert says(f'연도,값\n2023,"{long}"\n2024,3\n', "2023", "값") == "F064"
    assert says(f'"{long}",\n연도,값\n2023,3\n', "2023", "값") in ("3 number", "F065")
    assert says(f'"{"가" * 400} (단위: 천 명)",\n연도,값\n2023,3\n', "2023", "값") == "3000 person"
