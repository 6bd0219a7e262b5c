"""A whole brief on a table: the same pages whatever the table is kept in, and every figure proven by its cell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from briefing import pipeline, project
from briefing.cli import app
from briefing.model import Refusal
from briefing.register import record
from briefing.verify import folder as folders
from briefing.verify import proven
from tests import table_files

FORMATS = ("md", "html", "pdf")


def built(folder: Path, formats: tuple[str, ...], *, reread: bool = True) -> Path:
    originals = folder / "seeds" / "originals" if reread else None
    out = folder / "output"
    pipeline.build(
        project.load(folder), languages=("ko", "en"), formats=formats, out=out, originals=originals
    )
    return out


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief on a workbook of two sheets, one of which has headers of two levels, built in every format."""
    import openpyxl

    folder = table_files.brief(tmp_path_factory.mktemp("brief"), "xlsx")
    path = folder / "seeds" / "originals" / "ferry.xlsx"
    book = openpyxl.load_workbook(path)
    book.active.title = "이용객"
    fleet = book.create_sheet("배")
    for row in (
        ["선박 현황 (단위: 척)"],
        ["항로", "2022", None, "2023", None],
        [None, "차도선", "쾌속선"] * 1 + ["차도선", "쾌속선"],
        ["동해", 12, 3, 14, 5],
    ):
        fleet.append(row)
    for cells in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        fleet.merge_cells(cells)
    book.save(path)
    seeds = folder / "seeds" / "ferry-table.toml"
    more = '[fact.fast]\ncell = { row = "동해", column = ["2023", "쾌속선"], sheet = "배" }\n'
    more += 'what = { ko = "동해 쾌속선", en = "Fast ferries on the East Sea" }\n'
    seeds.write_text(seeds.read_text(encoding="utf-8") + more, encoding="utf-8")
    for language, said in (
        ("ko", '쾌속선은 {{ fact("fast") }}이다.'),
        ("en", 'There are {{ fact("fast") }} fast ones.'),
    ):
        template = folder / "templates" / f"brief.{language}.md.j2"
        text = template.read_text(encoding="utf-8").replace("{{ cite() }}", f" {said}{{{{ cite() }}}}")
        template.write_text(text, encoding="utf-8")
    built(folder, FORMATS)
    return folder


def test_the_pages_are_the_same_whatever_the_table_is_kept_in(tmp_path: Path) -> None:
    pages = {}
    for kind in table_files.KINDS:
        out = built(table_files.brief(tmp_path / kind, kind), ("md",))
        pages[kind] = [
            (out / f"ferry.{language}.md").read_text(encoding="utf-8") for language in ("ko", "en")
        ]
        assert all(
            not verdict.problems for verdict in folders.verify(out, out.parent / "seeds" / "originals")
        )
    assert len({tuple(texts) for texts in pages.values()}) == 1
    korean, english = pages["csv"]
    assert "“12.1” (2023 행, 이용객(천 명) 열, B5 셀)" in korean and "1만 2,100명" in korean
    assert "“-1” (row 2021, column 요금 인상률(%), cell E3)" in english
    assert (
        "islanders-2021" not in english and "2,240" in english
    )  # a term of the growth, on no row of its own


def test_every_format_says_the_cell_and_is_proven(workbook: Path) -> None:
    out = workbook / "output"
    said = "“5” (row 동해, column 2023 › 쾌속선, sheet 배, cell E4, unit 척)"
    assert said in (out / "ferry.en.md").read_text(encoding="utf-8")
    assert "sheet 배, cell E4, unit 척" in (out / "ferry.en.html").read_text(encoding="utf-8")
    for originals in (None, workbook / "seeds" / "originals"):
        verdicts = folders.verify(out, originals)
        assert len(verdicts) == 8 and all(not verdict.problems for verdict in verdicts)


def entry(data: dict[str, Any], id: str) -> dict[str, Any]:
    return next(fact for fact in data["facts"] if fact["id"] == id)["evidence"][0]


@pytest.mark.parametrize(
    ("forged", "code"),
    [
        (lambda data: entry(data, "riders").update(unit="만 명"), "V020"),
        (lambda data: entry(data, "riders")["selector"][1].update(exact="12.2"), "V020"),
        (lambda data: entry(data, "riders")["locator"].update(row="2022"), "V021"),
        (lambda data: entry(data, "riders")["selector"][2].update(value="cell=5,3"), "V025"),
        (lambda data: entry(data, "riders").update(selector=entry(data, "riders")["selector"][:2]), "V020"),
        (lambda data: data["others"].append({"language": "en", "role": "locator", "words": "row 7"}), "V025"),
    ],
)
def test_a_forged_register_does_not_hold(workbook: Path, forged: Callable[[Any], object], code: str) -> None:
    data = json.loads((workbook / "output" / "ferry.facts.json").read_text(encoding="utf-8"))
    forged(data)
    try:
        found = proven(record.parse(json.dumps(data).encode(), "forged"), "forged", None).problems
    except Refusal as refusal:
        found = refusal.problems
    assert code in [problem.code for problem in found]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("12.1", "12.2", "V042"),
        ("2023,", "2024,", "V042"),
        ("연도", "연도수", "V042"),
        ("천 명", "만 명", "V043"),
    ],
)
def test_another_table_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    folder = table_files.brief(tmp_path, "csv")
    out = built(folder, ("md",))
    path = folder / "seeds" / "originals" / "ferry.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problems = [problem for verdict in folders.verify(out, path.parent) for problem in verdict.problems]
    about = [problem for problem in problems if "'riders'" in problem.message]
    assert "V041" in {problem.code for problem in problems} and [problem.code for problem in about] == [code]


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_commands_know_tables(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "seeds/originals/ferry.xlsx"
    assert "배 E4" in (listed := run(workbook, monkeypatch, "extract", table)) and "fast" in listed
    stubs = run(workbook, monkeypatch, "extract", table, "--format", "toml")
    assert 'cell = { row = "동해", column = ["2022", "차도선"], sheet = "배" }' in stubs
    assert '["2023", "쾌속선"]' not in stubs  # a fact has it already
    rows = [
        json.loads(line)
        for line in run(workbook, monkeypatch, "extract", table, "--format", "jsonl").splitlines()
    ]
    assert rows[-1]["cell"] == "E4" and rows[-1]["kind"] == "count"
    facts = run(workbook, monkeypatch, "facts")
    assert "ferry-table: 이용객 B5" in facts and "islanders-2021" in facts
    assert "errors: 0" in run(workbook, monkeypatch, "audit", table)
    assert "errors: 0" in run(workbook, monkeypatch, "audit")


def test_without_the_table_the_pages_are_the_same_bytes(workbook: Path) -> None:
    before = {path.name: path.read_bytes() for path in (workbook / "output").glob("*.md")}
    built(workbook, ("md",), reread=False)
    assert before == {path.name: path.read_bytes() for path in (workbook / "output").glob("*.md")}
