"""Bad input at the command line: one line, a hint, the right exit code, never a traceback, nothing changed."""

from __future__ import annotations

import json
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
        (("build", "--originals", "nowhere"), 3, "there is no folder 'nowhere'"),
        (("build", "--out", "briefing.toml"), 4, "is not a folder"),
        (("extract", "nowhere.txt"), 3, "nowhere.txt: error S001"),
        (("extract", "seeds/originals/ferry.txt", "--published", "May"), 2, "'May' is no date"),
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
    "file", ["seeds/originals/ferry.txt", "templates/brief.ko.md.j2", "seeds/island-daily.toml"]
)
def test_missing_files(folder: Path, file: str) -> None:
    (folder / file).unlink()
    result = run("build", "--format", "md")
    assert result.exit_code in (1, 3) and "error" in result.output


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
