"""Bad input at the command line: one line, a hint, the right exit code, never a traceback, nothing changed."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app
from tests import small_brief


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    yield tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("build", "--lang", "kr"), 2, "unknown language 'kr'"),
        (("build", "--lang", "kr"), 2, "known languages: ko, en"),
        (("build", "--lang", ","), 2, "no language named"),
        (("build", "--format", "docx"), 2, "known formats: md, html, pdf"),
        (
            ("build", "--format", "md", "--keep-print-html", "kept"),
            2,
            "--keep-print-html has nothing to keep",
        ),
        (("build", "--originals", "nowhere"), 3, "there is no folder 'nowhere'"),
        (("build", "--out", "briefing.toml"), 4, "is not a folder"),
        (("build", "--format", "md", "--out", "/"), 4, "is not a folder"),
        (("extract", "nowhere.txt"), 3, "nowhere.txt: error S001"),
        (("extract", "seeds/originals/ferry.txt", "--published", "May"), 2, "'May' is no date"),
        (("extract", "seeds/originals/ferry.txt", "--published", "2024-02-30"), 2, "'2024-02-30' is no date"),
        (("extract", "seeds/originals/ferry.txt", "--language", "xx"), 2, "xx"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_misuse(folder: Path, arguments: tuple[str, ...], exit_code: int, said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == exit_code, result.output
    assert said in result.output
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    ("file", "content", "exit_code", "said"),
    [
        ("briefing.toml", b"name = \n", 1, "briefing.toml:1: error P903"),
        ("briefing.toml", b"\xff\xfe", 3, "briefing.toml:1: error P902"),
        ("seeds/island-daily.toml", b"[source\n", 1, "seeds/island-daily.toml:1: error P903"),
        ("seeds/originals/ferry.txt", "부족 인력".encode("cp949"), 3, "ferry.txt:1"),
        ("templates/brief.ko.md.j2", b"{% block title %}", 1, "templates/brief.ko.md.j2:1: error T001"),
        ("templates/brief.ko.md.j2", b"\xff", 3, "templates/brief.ko.md.j2"),
        ("locales/glossary.toml", b"[term.port]\nko = 1\n", 1, "locales/glossary.toml:2: error P003"),
        ("locales/idioms.toml", b"[ko\n", 1, "locales/idioms.toml:1: error P903"),
    ],
)
def test_damaged_files(folder: Path, file: str, content: bytes, exit_code: int, said: str) -> None:
    (folder / file).write_bytes(content)
    result = run("build", "--format", "md")
    assert (result.exit_code, said in result.output) == (exit_code, True), result.output
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    ("file", "exit_code", "said"),
    [
        ("seeds/originals/ferry.txt", 3, "seeds/island-daily.toml:1: error S001"),
        ("templates/brief.ko.md.j2", 1, "templates/brief.ko.md.j2: error T003"),
        ("seeds/island-daily.toml", 1, "seeds: error F000"),
    ],
)
def test_missing_files(folder: Path, file: str, exit_code: int, said: str) -> None:
    (folder / file).unlink()
    result = run("build", "--format", "md")
    assert (result.exit_code, said in result.output) == (exit_code, True), result.output


def test_a_lock_that_is_no_text_is_refused(folder: Path) -> None:
    (folder / "seeds/facts.lock.json").write_bytes(b"\xff")
    assert "seeds/facts.lock.json: error F031" in run("extract", "seeds/originals/ferry.txt").output
    (folder / "seeds/originals/ferry.txt").rename(folder / "ferry.txt")
    (folder / "seeds/originals").rmdir()
    result = run("check")
    assert (result.exit_code, "seeds/facts.lock.json: error F031" in result.output) == (1, True), (
        result.output
    )


def test_what_cannot_be_written_leaves_the_old_set(folder: Path) -> None:
    (folder / "kept").write_text("mine")
    result = run("build", "--lang", "en", "--format", "pdf", "--keep-print-html", "kept")
    assert result.exit_code == 4 and not (folder / "output").exists()
    (folder / "seeds/facts.lock.json").mkdir()
    assert run("build", "--format", "md").exit_code == 4 and not (folder / "output").exists()


def test_a_folder_that_is_gone_is_said_in_a_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = run("check")
    assert result.exit_code == 3 and "error P011: " in result.output


def test_extract_formats(folder: Path) -> None:
    lines = run(
        "extract", "seeds/originals/ferry.txt", "--format", "jsonl", "--published", "2024-05-11"
    ).output.splitlines()
    records = [json.loads(line) for line in lines]
    text = (folder / "seeds/originals/ferry.txt").read_text(encoding="utf-8")
    assert {record["value"] for record in records if isinstance(record["value"], str)} >= {
        "412300",
        "206150",
        "1/5",
    }
    assert all(text[record["start"] : record["end"]] == record["text"] for record in records)
    table = run("extract", "seeds/originals/ferry.txt").output
    assert "41만2300명" in table and "1200만달러" in table


def test_extract_names_the_facts_that_use_a_figure_and_stubs_the_rest(folder: Path) -> None:
    assert run("build", "--format", "md").exit_code == 0
    table = run("extract", "seeds/originals/ferry.txt").output
    assert next(line for line in table.splitlines() if "41만2300명" in line).rstrip().endswith("passengers")
    stubs = run("extract", "seeds/originals/ferry.txt", "--format", "toml").output
    assert "[fact.figure-1]" in stubs and "160억원]" in stubs and "41만2300명" not in stubs
    dated = next(line for line in table.splitlines() if "지난해" in line)
    assert dated.rstrip().endswith(" passengers")


def test_stubs_are_numbered_through_and_quote_the_cleaned_text(folder: Path) -> None:
    from briefing.sources import load

    text = "선원은 모두 3000명이다. 선원은 모두 4000명이다.\r\n선원은\u00a0모두 5000명이다.\n"
    (folder / "crew.txt").write_bytes(text.encode())
    stubs = tomllib.loads(run("extract", "--format", "toml", "crew.txt", "crew.txt").output)["fact"]
    assert list(stubs) == [f"figure-{number}" for number in range(1, 7)]
    cleaned = load(folder / "crew.txt", "crew")[0].text
    quotes = [stub["quote"].replace("[", "").replace("]", "") for stub in stubs.values()]
    assert all(cleaned.count(quote) == 1 for quote in quotes)


def test_facts_lists_values_places_and_what_is_unused(folder: Path) -> None:
    output = run("facts").output
    line = next(line for line in output.splitlines() if line.lstrip().startswith("growth"))
    assert (
        "100%" in line
        and "(passengers - passengers-before) / passengers-before" in line
        and "traffic" in line
    )
    unused = run("facts", "--unused").output
    assert "ship-cost" in unused and "islanders" not in unused and "1 of them printed nowhere" in unused


def test_facts_are_listed_while_a_page_names_an_unknown_one(folder: Path) -> None:
    page = folder / "templates/brief.en.md.j2"
    page.write_text(page.read_text("utf-8").replace('fact("growth")', 'fact("growht")'), "utf-8")
    result = run("facts")
    assert result.exit_code == 1 and "T010: unknown fact 'growht'" in result.output
    assert re.search(r"^ *growth +100%", result.output, re.MULTILINE), result.output
    assert "not known before the errors are mended" in result.output
    assert "100%" not in run("facts", "--unused").output


def test_check_writes_nothing(folder: Path) -> None:
    result = run("check")
    assert result.exit_code == 0 and "no errors" in result.output
    assert not (folder / "output").exists() and not (folder / "seeds" / "facts.lock.json").exists()


def test_strict_turns_warnings_into_errors(folder: Path) -> None:
    (folder / "seeds/originals/spread.txt").write_text("부족 인력은 ８５７９명이다.\n", encoding="utf-8")
    assert run("extract", "seeds/originals/spread.txt").exit_code == 0
    assert run("extract", "--strict", "seeds/originals/spread.txt").exit_code == 1


def test_a_warning_of_a_source_stops_a_build_until_its_card_answers(folder: Path) -> None:
    path = folder / "seeds/originals/ferry.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("붐빈다\n", "붐빈다 ８\n", 1), encoding="utf-8")
    refused = run("build", "--format", "md")
    assert refused.exit_code == 1 and "ferry.txt:1: error S" in refused.output
    code = refused.output.split("error ")[1][:4]
    small_brief.edit(
        folder,
        "seeds/island-daily.toml",
        'file = "ferry.txt"',
        f'file = "ferry.txt"\nacknowledged = {{ {code} = "typed so" }}',
    )
    assert run("build", "--format", "md").exit_code == 0


def test_a_folder_that_is_gone_or_locked_is_no_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    result = run("check")
    assert (result.exit_code, "error P011: the system: no such file" in result.output) == (3, True), (
        result.output
    )


def test_a_link_in_the_place_of_the_configuration_is_not_passed_over(folder: Path) -> None:
    (folder / "briefing.toml").unlink()
    (folder / "briefing.toml").symlink_to("nowhere.toml")
    result = run("build", "--format", "md")
    assert (result.exit_code, "briefing.toml: error P901" in result.output) == (3, True), result.output


def test_a_pipe_in_the_output_folder_is_replaced(folder: Path) -> None:
    assert run("build", "--format", "md").exit_code == 0
    (folder / "output/ferry.ko.md").unlink()
    os.mkfifo(folder / "output/ferry.ko.md")
    assert run("build", "--format", "md").exit_code == 0
    assert (folder / "output/ferry.ko.md").is_file()


def test_an_editor_s_hidden_file_is_no_source(folder: Path) -> None:
    (folder / "seeds/.#island-daily.toml").symlink_to("nobody@nowhere")
    assert run("check").exit_code == 0


def test_extract_counts_dates_from_the_day_that_the_brief_knows(folder: Path) -> None:
    assert run("build", "--format", "md").exit_code == 0
    known = run("extract", "seeds/originals/ferry.txt", "--format", "jsonl").output
    dates = {
        record["text"]: record["value"]
        for record in map(json.loads, known.splitlines())
        if record["kind"] == "date"
    }
    assert dates["지난해"] == "2023" and dates["3년 전"] == "2020" and dates["지난 4월"] == "2024-04"


def test_idioms_have_reasons(folder: Path) -> None:
    (folder / "locales/idioms.toml").write_text(
        '[en]\n"sixes and sevens" = ""\n\n[fr]\nsix = "?"\n', encoding="utf-8"
    )
    output = run("check").output
    assert "locales/idioms.toml:2: error P003" in output and "locales/idioms.toml:4: error P001" in output
