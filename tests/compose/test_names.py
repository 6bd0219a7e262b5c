"""Names that an author typed where term() should say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import Problem
from briefing.pipeline import assemble
from briefing.project import load
from tests import small_brief

KOREAN, ENGLISH, GLOSSARY = "templates/brief.ko.md.j2", "templates/brief.en.md.j2", "locales/glossary.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_brief.write(tmp_path)
    small_brief.edit(tmp_path, GLOSSARY, 'full = "항만공사"', 'full = "제주항만공사", short = "항만공사"')
    return tmp_path


def problems(folder: Path) -> list[Problem]:
    return list(assemble(load(folder), folder / "seeds/originals").problems)


def line_of(folder: Path, name: str, words: str) -> int:
    text = (folder / name).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_names_that_are_called_raise_nothing(folder: Path) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (ENGLISH, "A new route", "The harbour of the Port Authority: a new route", "C108"),
        (ENGLISH, "## Passengers\n", "## Passengers\n\nThe word of the Authority.\n", "C109"),
        (ENGLISH, "Traffic rose steeply", "Traffic rose steeply, says the Authority", "C109"),
        (KOREAN, "## 이용객\n", "## 이용객\n\n제주항만공사는 말이 없다.\n", "C108"),
        (KOREAN, "## 이용객\n", "## 이용객\n\n항만공사에서는 말이 없다.\n", "C109"),
    ],
)
def test_typed_names_are_a_warning_on_their_line(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    small_brief.edit(folder, file, old, new)
    (problem,) = problems(folder)
    words = next(line for line in new.splitlines() if "uthority" in line or "공사" in line)
    assert (problem.code, problem.severity) == (code, "warning")
    assert str(problem.where) == f"{file}:{line_of(folder, file, words)}"
    assert 'term("port")' in problem.hint


@pytest.mark.parametrize("said", ["항만공사법은 낡았다.", "The Authority of the sea is old."])
def test_other_words_that_hold_a_name_are_none(folder: Path, said: str) -> None:
    small_brief.edit(folder, KOREAN, "## 이용객\n", f"## 이용객\n\n{said}\n")
    assert problems(folder) == []


def test_a_short_name_may_be_typed_after_its_introduction(folder: Path) -> None:
    small_brief.edit(folder, ENGLISH, "lives on the islands.", "lives on the islands, says the Authority.")
    assert problems(folder) == []
