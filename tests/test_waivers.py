"""A warning can be lived with for a reason and for a time; an error cannot, and an idle waiver is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.model import Place, Problem
from briefing.waivers import Waiver
from tests import small_brief

ENGLISH, CONFIG = "templates/brief.en.md.j2", "briefing.toml"
WAIVER = """
[[waiver]]
code = "L008"
file = "templates/brief.en.md.j2"
because = "English names the growth first"
until = "2025-06"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small brief, with a warning L008: the languages tell the same figures in another order."""
    small_brief.write(tmp_path)
    old = '{{ fact("passengers") }} people, {{ fact("growth") }} more than before'
    new = '{{ fact("growth") }} more than before: {{ fact("passengers") }} people'
    small_brief.edit(tmp_path, ENGLISH, old, new)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


def add(folder: Path, text: str) -> None:
    path = folder / CONFIG
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_waived_warning_is_shown_and_not_counted(folder: Path) -> None:
    assert check("--strict").exit_code == 1
    add(folder, WAIVER)
    said = check("--strict")
    assert said.exit_code == 0, said.output
    assert "waived L008" in said.output and "English names the growth first (until 2025-06)" in said.output
    assert "0 warnings, 1 waived" in said.output


@pytest.mark.parametrize("narrowed", ['section = "traffic"', 'fact = "growth"', 'fact = "passengers"'])
def test_a_waiver_for_a_section_or_a_fact(folder: Path, narrowed: str) -> None:
    add(folder, WAIVER + narrowed + "\n")
    assert check("--strict").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("brief.en", "brief.ko"),
        ("until", 'section = "summary"\nuntil'),
        ("until", 'fact = "islanders"\nuntil'),
        ('"L008"', '"C108"'),
    ],
)
def test_a_waiver_of_something_else_is_idle_and_waives_nothing(folder: Path, old: str, new: str) -> None:
    add(folder, WAIVER.replace(old, new))
    said = check("--strict")
    assert said.exit_code == 1
    assert "warning L008" in said.output and "warning P022" in said.output
    line = (folder / CONFIG).read_text("utf-8").splitlines().index("[[waiver]]") + 1
    assert f"{CONFIG}:{line}: warning P022" in said.output


def test_an_expired_waiver_is_told_beside_what_it_waived(folder: Path) -> None:
    add(folder, WAIVER.replace("2025-06", "2024-05"))
    said = check("--strict")
    assert said.exit_code == 1
    assert "warning L008" in said.output and "warning P021" in said.output and "P022" not in said.output
    assert "held until 2024-05, and this edition is of 2024-06" in said.output


@pytest.mark.parametrize("code", ["U001", "F010", "L001", "L002", "F036", "O010", "S101", "P022", "C203"])
def test_what_cannot_be_waived(folder: Path, code: str) -> None:
    add(folder, WAIVER.replace("L008", code))
    said = check()
    assert said.exit_code == 1 and "error P020" in said.output and f"{code} cannot be waived" in said.output


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"L008"', '"L099"', "unknown code 'L099'"),
        ('because = "English names the growth first"\n', "", "has no 'because'"),
        ('until = "2025-06"\n', "", "has no 'until'"),
        ('"2025-06"', '"2025-13"', "must be a day, month or year"),
        ('file = "templates/brief.en.md.j2"\n', "", "has no 'file'"),
        ("until", "til", "did you mean 'until'?"),
    ],
)
def test_what_is_no_waiver(folder: Path, old: str, new: str, expected: str) -> None:
    add(folder, WAIVER.replace(old, new))
    said = check()
    assert said.exit_code == 1 and expected in said.output


def test_an_error_stands_beside_a_waiver(folder: Path) -> None:
    add(folder, WAIVER)
    small_brief.edit(folder, ENGLISH, "A new route", "Twelve new routes")
    said = check()
    assert said.exit_code == 1 and "error U002" in said.output and "P022" not in said.output


@pytest.mark.parametrize(
    ("until", "edition", "expired"),
    [
        ("2025-06", "2025-06", False),
        ("2025-06", "2025-06-30", False),
        ("2025-06", "2025-07", True),
        ("2025-06-15", "2025-06", False),
        ("2025-06-15", "2025-06-16", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026", True),
        ("2025-06", "2025-Q2", False),
        ("2025-03", "2025-Q2", True),
        ("2025-06", "2025-H2", True),
        ("2025-06~", "2025-06~", False),
        ("2024-12", "2024-11/2025-02", False),
    ],
)
def test_the_end_is_compared_with_the_edition(until: str, edition: str, expired: bool) -> None:
    assert Waiver("L008", "a", "", "", "b", until, Place("c")).expired(edition) is expired


def test_only_warnings_are_covered() -> None:
    waiver = Waiver("L008", "a", "", "", "b", "2025", Place("c"))
    covered = [
        waiver.covers(Problem("L008", "x", Place("a", 3), "", severity))
        for severity in ("error", "warning", "note")
    ]  # type: ignore[arg-type]
    assert covered == [False, True, False]
    assert not waiver.covers(Problem("L008", "x", None, "", "warning"))
