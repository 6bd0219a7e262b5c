"""``briefing agree`` on files of each format: the table, both places, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app

KOREAN = """# 2023년 여객선 통계

지난해 배를 탄 사람은 3만5천여 명이다.

- 새 배는 1200만 달러에 샀다.
- 승객 10명 중 3명은 65세 이상이다.

| 항로 | 승객 |
| --- | ---: |
| 북쪽 | 8,579 |
| 남쪽 | 1,609 |
"""
ENGLISH = """# Ferry statistics, 2023

More than 35,000 people took the boat last year.

- The new boat cost $12 million.
- Three in ten passengers are 65 or older.

| Line | Passengers |
| --- | ---: |
| North | 8,579 |
| South | 1,609 |
"""


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, ["agree", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(folder: Path, name: str, text: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def html(text: str) -> str:
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark").enable("table").render(text)
    return f"<!doctype html><title>1999</title><script>var a = 77;</script>\n{body}"


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_versions_that_agree(tmp_path: Path, form: str) -> None:
    texts = [html(text) if form == "html" else text for text in (KOREAN, ENGLISH)]
    first, second = (written(tmp_path, f"{n}.{form}", text) for n, text in enumerate(texts))
    result = run(first, second)
    assert (result.exit_code, result.output) == (0, "the figures agree\n")


@pytest.mark.parametrize(
    ("right", "wrong", "differs", "first", "second", "line"),
    [
        ("$12 million", "$12 billion", "value", "1200만 달러", "$12 billion", 5),
        ("More than 35,000", "35,000", "qualifier", "3만5천여 명", "35,000 people", 3),
        ("Three in ten", "Four in ten", "value", "10명 중 3명", "Four in ten", 6),
        ("1,609", "1,906", "value", "1,609", "1,906", 11),
    ],
)
def test_a_fault_is_shown_with_both_places(
    tmp_path: Path, right: str, wrong: str, differs: str, first: str, second: str, line: int
) -> None:
    korean, english = (
        written(tmp_path, "a.md", KOREAN),
        written(tmp_path, "b.md", ENGLISH.replace(right, wrong)),
    )
    result = run(korean, english, "--format", "json")
    assert result.exit_code == 1
    (row,) = json.loads(result.output)
    assert row["differs"] == differs and (row["first"], row["second"]) == (first, second)
    assert row["first_where"] == f"{korean}:{line}" and row["second_where"] == f"{english}:{line}"
    table = run(korean, english)
    assert table.exit_code == 1 and second in table.output and "1 disagreement\n" in table.output


def test_paragraphs_may_be_divided_differently(tmp_path: Path) -> None:
    korean = written(tmp_path, "a.txt", "첫해에 40명이 왔다.\n\n다음 해에는 55명이 왔다.\n\n올해는 70명이다.")
    english = written(
        tmp_path, "b.txt", "In the first year 40 people came. In the next, 55 came.\n\nThis year it is 70."
    )
    assert run(korean, english).exit_code == 0


def test_relative_dates_compare_by_distance_or_by_the_day_given(tmp_path: Path) -> None:
    korean, english = (
        written(tmp_path, "a.txt", "지난해 문을 열었다."),
        written(tmp_path, "b.txt", "It opened this year."),
    )
    assert run(korean, english).exit_code == 1
    dated = written(tmp_path, "c.txt", "It opened in 2022.")
    assert run(korean, dated).exit_code == 0
    assert run(korean, dated, "--published", "2024-05-01").exit_code == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("no.md", b"", 3),
        ("bad.txt", "한글".encode("cp949"), 3),
        ("bad.pdf", b"%PDF-1.7 nothing", 3),
        ("zero.txt", b"a\0b", 3),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes, code: int) -> None:
    result = run(written(tmp_path, "a.txt", "40명"), written(tmp_path, name, content))
    assert result.exit_code == code and "error S030" in result.output and "hint:" in result.output


def test_misuse_and_missing_files(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "40명")
    assert run(file, tmp_path / "nowhere.txt").exit_code == 3
    assert run(file, file, "--language", "ko").exit_code == 2
    assert run(file, file, "--language", "fr", "--language", "en").exit_code == 2
    assert run(file, file, "--published", "May").exit_code == 2
