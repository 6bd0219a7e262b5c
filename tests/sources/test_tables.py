"""Tables: every kind says the same cells, each at its place in the text, and what is no table is refused."""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from briefing import sources
from briefing.model import Refusal, Source
from briefing.sources import refusals
from briefing.sources.tables import grid, position, reference
from tests import table_files


def cells(source: Source, sheet: int = 0) -> list[list[str]]:
    return [[source.text[start:end] for start, end in row] for row in source.sheets[sheet].rows]


def loaded(path: Path, **told: Any) -> Source:
    source, problems = sources.load(path, "table", **told)
    assert not problems
    return source


def refused(path: Path, **told: Any) -> tuple[int, str, str]:
    with pytest.raises(Refusal) as caught:
        sources.load(path, "table", **told)
    (problem,) = caught.value.problems
    return caught.value.exit_code, problem.code, f"{problem.message} | {problem.hint}"


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("kind", table_files.KINDS)
def test_every_kind_says_the_same_cells(kind: str, tmp_path: Path) -> None:
    source = loaded(table_files.write(tmp_path / f"ferry.{kind}"))
    assert cells(source) == [list(table_files.HEAD), *map(list, table_files.ROWS)]
    assert source.raw == source.text
    assert source.text.splitlines()[1] == "\t".join(table_files.ROWS[0])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("\ufeffa,b\r\n1,2\r\n", ["a", "b"]),
        ("a;b\n1,5;2\n2,5;3\n", ["a", "b"]),
        ("a\tb\n1\t2\n", ["a", "b"]),
        ('"a ""x"", y","b\r\nc"\n1,2\n', ['a "x", y', "b c"]),
        (" a ,\ub098\u110b\u1161\u200b\n1,2\n", ["a", "나아"]),
        ("only\n1\n", ["only"]),
    ],
)
def test_csv_is_read_as_rfc_4180_says_whatever_parts_it(text: str, first: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", text)
    source, _ = sources.load(path, "a")
    assert cells(source)[0] == first


def test_a_declared_delimiter_or_encoding_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "연도;값,명\n2023;1\n", "cp949")
    assert cells(loaded(path, encoding="cp949", delimiter=";")) == [["연도", "값,명"], ["2023", "1"]]
    assert cells(loaded(path, encoding="cp949", delimiter=",")) == [["연도;값", "명"], ["2023;1"]]
    assert cells(loaded(written(tmp_path / "a.tsv", "a,b\tc\n"))) == [["a,b", "c"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b;c\n1,2;3\n", "commas and semicolons"),
        ('a,b\n"1,2\n', "quote cells as RFC 4180 says"),
        (",\n,\n", "no cell with content"),
    ],
)
def test_csv_that_leaves_doubt_is_refused(text: str, said: str, tmp_path: Path) -> None:
    exit_code, code, message = refused(written(tmp_path / "a.csv", text))
    assert (exit_code, code) == (3, "S007") and said in message


def test_rows_and_columns_keep_the_names_that_the_file_gives_them(tmp_path: Path) -> None:
    source = loaded(written(tmp_path / "a.csv", ",\n,,x\n,y\n,\n"))
    assert cells(source) == [[], ["", "", "x"], ["", "y"]]
    assert [reference(*at) for at in ((1, 2), (0, 25), (9, 26), (0, 701), (0, 702))] == [
        "C2",
        "Z1",
        "AA10",
        "ZZ1",
        "AAA1",
    ]
    assert all(reference(*position(name)) == name for name in ("A1", "Z9", "AA10", "AZ3", "ZZ1"))


def workbook(path: Path, **sheets: list[list[Any]]) -> Any:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def test_a_workbook_says_what_its_cells_hold(tmp_path: Path) -> None:
    held = [
        0.1 + 0.2,
        1e5,
        1e-7,
        8579,
        True,
        "8579",
        datetime.datetime(2024, 3, 1),
        Decimal("1.10"),
        None,
        "끝",
    ]
    book = workbook(tmp_path, 값=[held, [datetime.date(2024, 3, 1), 0.156, 0.1561, 1234567.891, 0.5]])
    for cell, form in zip("ABCDE", ("yyyy-mm", "0%", "0.0%", "#,##0", '0"%"'), strict=True):
        book["값"][f"{cell}2"].number_format = form
    book.save(tmp_path / "a.xlsx")
    said = cells(loaded(tmp_path / "a.xlsx"))
    assert said[0] == ["0.3", "100000", "0.0000001", "8579", "TRUE", "8579", "2024-03-01", "1.1", "", "끝"]
    assert said[1] == ["2024-03", "15.6%", "15.61%", "1234567.891", "0.5%"]


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (51234567, "#,##0,", "51234.567"), (51234567, '#,##0,"천 명"', "51234.567천 명"), (2500000, "0.0,,", "2.5"),
        (1234, '#,##0"명"', "1234명"), (15.6, '0.0"%"', "15.6%"), (15.6, r"0.0\%", "15.6%"), (0.156, "0.0%", "15.6%"),
        (2023, '0"년"', "2023년"), (-3.2, '0.0;"△"0.0', "-3.2"), (-3, '#,##0"명";"△"#,##0"명"', "-3명"),
        (1234, '_-"₩"* #,##0_-', "1234"), (1234, "#,##0_);(#,##0)", "1234"), (1234, '#,##0" "', "1234"),
    ],
)  # fmt: skip
def test_a_number_format_that_changes_what_a_number_says_is_heard(
    value: float, form: str, said: str, tmp_path: Path
) -> None:
    book = workbook(tmp_path, 값=[[value]])
    book["값"]["A1"].number_format = form
    book.save(tmp_path / "a.xlsx")
    assert cells(loaded(tmp_path / "a.xlsx")) == [[said]]


def test_words_that_an_opendocument_format_adds_are_heard_and_thousands_refused(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1234"><text:p>{}</text:p></table:table-cell>'
    row = (
        "<table:table-row>"
        + "".join(map(cell.format, ("1,234천 명", "1,234.0", "1.234E+3")))
        + "</table:table-row>"
    )
    path = table_files.package(tmp_path / "a.ods", f'<table:table table:name="t">{row}</table:table>')
    assert cells(loaded(path)) == [["1234천 명", "1234", "1234"]]
    factor = (
        '<n:number xmlns:n="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" n:display-factor="1000"/>'
    )
    path = table_files.package(tmp_path / "b.ods", f'{factor}<table:table table:name="t">{row}</table:table>')
    assert refused(path)[:2] == (3, "S007")


def test_the_raised_mark_of_a_note_is_no_digit(tmp_path: Path) -> None:
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
    workbook(tmp_path, 값=[[CellRichText("579", raised), CellRichText("인구", raised)]]).save(
        tmp_path / "a.xlsx"
    )
    assert cells(loaded(tmp_path / "a.xlsx")) == [["579¹", "인구¹"]]


def test_merged_cells_say_their_value_throughout_and_sheets_have_their_names(tmp_path: Path) -> None:
    book = workbook(
        tmp_path, 인구=[["구분", "2022", None], [None, "남", "여"], ["서울", 1, 2]], 빈=[], 둘째=[["x"]]
    )
    book["인구"].merge_cells("A1:A2")
    book["인구"].merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    source = loaded(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in source.sheets] == ["인구", "둘째"]
    assert cells(source) == [["구분", "2022", "2022"], ["구분", "남", "여"], ["서울", "1", "2"]]
    assert source.text.splitlines()[0] == "인구" and source.text.splitlines()[-2:] == ["둘째", "x"]


def test_a_formula_that_was_never_calculated_says_itself(tmp_path: Path) -> None:
    workbook(tmp_path, 합=[[1, 2, "=A1+B1"]]).save(tmp_path / "a.xlsx")
    assert cells(loaded(tmp_path / "a.xlsx")) == [["1", "2", "=A1+B1"]]


def test_opendocument_rows_and_cells_stand_as_often_as_they_are_repeated(tmp_path: Path) -> None:
    spanned = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    path = table_files.package(
        tmp_path / "a.ods",
        '<table:table table:name="하나"><table:table-header-rows><table:table-row>'
        f"<table:table-cell {spanned}><text:p>머리<text:s text:c='2'/>말</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" '
        'office:value-type="float" office:value="0.30000000000000004"><text:p>0.3</text:p></table:table-cell>'
        '<table:table-cell office:value-type="percentage" office:value="0.1563"><text:p>15.6%</text:p>'
        "<office:annotation><text:p>7</text:p></office:annotation></table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>1. 3. 24</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>',
    )
    row = ["0.3", "0.3", "15.6%", "2024-03-01"]
    assert cells(loaded(path)) == [["머리  말", "머리  말"], row, row]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_archives_with_entities_or_bombs_are_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"a.{kind}"
    doctype = '<!DOCTYPE x [<!ENTITY a "bomb">]>'
    table_files.package(path, "<table:table/>", doctype)
    if kind == "xlsx":
        workbook(tmp_path, a=[["x"]]).save(path)
        with zipfile.ZipFile(path, "a") as parts:
            parts.writestr("xl/worksheets/more.xml", f"{doctype}<a/>")
    assert refused(path)[:2] == (3, "S007")
    table_files.write(path)
    monkeypatch.setattr("briefing.sources.tables.package.MOST_UNPACKED", 2**20)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/padding.xml", b"\0" * 2**20)
    assert refused(path)[:2] == (5, "S005")


def test_a_workbook_that_merges_all_cells_there_can_be_is_refused(tmp_path: Path) -> None:
    book = workbook(tmp_path, a=[["x"]])
    book["a"].merge_cells("B1:C1")
    book.save(tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as parts, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as made:
        for name in parts.namelist():
            made.writestr(name, parts.read(name).replace(b'"B1:C1"', b'"A1:XFD1048576"'))
    assert refused(tmp_path / "a.xlsx")[:2] == (5, "S005")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "parquet"])
def test_a_damaged_file_is_refused(kind: str, tmp_path: Path) -> None:
    path = table_files.write(tmp_path / f"a.{kind}")
    whole = path.read_bytes()
    for cut in (len(whole) // 3, len(whole) - 30):
        path.write_bytes(whole[:cut])
        assert refused(path)[:2] == (3, "S007")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "parquet"])
def test_a_table_that_is_too_large_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table_files.write(tmp_path / f"a.{kind}")
    for module in ("grid", "xlsx", "ods", "parquet"):
        monkeypatch.setattr(f"briefing.sources.tables.{module}.MOST_ROWS", 3)
    assert refused(path)[:2] == (5, "S005")
    assert grid.MOST_CELLS == 200_000


@pytest.mark.parametrize(("kind", "library"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_reader_names_its_group(
    kind: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table_files.write(tmp_path / f"a.{kind}")
    monkeypatch.setattr(refusals, "find_spec", lambda name: None if name == library else object())
    exit_code, code, message = refused(path)
    assert (exit_code, code) == (3, "S006") and f"pip install 'briefing[{kind}]'" in message


def test_parquet_says_the_names_and_the_plain_values_of_its_columns(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    day = datetime.date(2024, 3, 1)
    columns = {
        "수": pyarrow.array([8579, None]),
        "좁은": pyarrow.array([0.1, 2.5], pyarrow.float32()),
        "십진": pyarrow.array([Decimal("8.60"), Decimal("1.00")]),
        "날": pyarrow.array([day, day]),
        "말": pyarrow.array(["가", "나"]).dictionary_encode(),
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    said = cells(loaded(tmp_path / "a.parquet"))
    assert said[1:] == [["8579", "0.1", "8.60", "2024-03-01", "가"], ["", "2.5", "1.00", "2024-03-01", "나"]]
    parquet.write_table(pyarrow.table({"안": [[1, 2]]}), tmp_path / "b.parquet")
    assert "'안' is list" in refused(tmp_path / "b.parquet")[2]


def test_what_no_reader_sees_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "구분,값\n서울,１２3\n부산,1.234\n")
    assert [problem.code for problem in sources.load(path, "a")[1]] == ["S102"]
    assert refused(written(tmp_path / "b.csv", "a,b\n\x01,2\n"))[1] == "S004"
