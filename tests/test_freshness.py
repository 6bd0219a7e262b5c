"""When a source, a survey or the inputs of a page change: which facts, which sentences, which files."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.model import Problem, Refusal
from briefing.pipeline import assemble
from briefing.project import load
from tests import small_brief

ARTICLE, SEEDS = "seeds/originals/ferry.txt", "seeds/island-daily.toml"
KOREAN, ENGLISH, LOCK = "templates/brief.ko.md.j2", "templates/brief.en.md.j2", "seeds/facts.lock.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    lock = assemble(load(tmp_path), tmp_path / "seeds/originals").ledger.lock
    (tmp_path / LOCK).write_text(lock, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def problems(folder: Path) -> list[Problem]:
    try:
        return list(assemble(load(folder), folder / "seeds/originals").problems)
    except Refusal as refusal:
        return list(refusal.problems)


def of(found: list[Problem], code: str) -> dict[tuple[str, ...], Problem]:
    return {problem.facts: problem for problem in found if problem.code == code}


def lines(folder: Path, name: str, words: str) -> set[str]:
    text = (folder / name).read_text("utf-8").splitlines()
    return {f"{name}:{number}" for number, line in enumerate(text, start=1) if words in line}


def told(found: list[Problem], fact: str) -> set[str]:
    return {str(problem.where) for problem in found if problem.code == "F039" and problem.facts == (fact,)}


def test_sources_that_did_not_change_raise_nothing(folder: Path) -> None:
    assert problems(folder) == []


def test_a_figure_that_changed_is_named_with_every_sentence_that_prints_it(folder: Path) -> None:
    small_brief.edit(folder, ARTICLE, "41만2300명", "41만2400명")
    found = problems(folder)
    (changed,) = of(found, "F037").values()
    assert changed.severity == "error" and changed.facts == ("passengers",)
    assert "'41만2400명' where '41만2300명' stood" in changed.message
    assert str(changed.where) in lines(folder, SEEDS, "이용객은 모두")
    assert not of(found, "F010")
    places = {
        place
        for name in (KOREAN, ENGLISH)
        for words in ('fact("passengers")', 'when("passengers")', 'chart("traffic")')
        for place in lines(folder, name, words)
    }
    assert told(found, "passengers") == places | lines(folder, "briefing.toml", "cards =")
    derived = lines(folder, KOREAN, 'fact("growth")') | lines(folder, ENGLISH, 'fact("growth")')
    assert told(found, "growth") == derived  # what is calculated from it is no fresher
    assert not told(found, "islanders")
    said = {problem.message for problem in found if problem.code == "F039"}
    assert any("Passenger numbers rose to" in message for message in said)
    assert any("이용객은 {{" in message for message in said)


def test_a_quote_that_vanished(folder: Path) -> None:
    small_brief.edit(folder, ARTICLE, "승객 5명 중 1명은", "승객 상당수는")
    found = problems(folder)
    assert [problem.facts for problem in found if problem.code == "F010"] == [("islanders",)]
    assert told(found, "islanders") == lines(folder, KOREAN, "islanders") | lines(
        folder, ENGLISH, "islanders"
    )
    (summary,) = of(found, "F038").values()
    assert summary.severity == "warning" and "of 5 quotes 2 moved, 0 changed, 1 vanished" in summary.message


def test_quotes_that_moved(folder: Path) -> None:
    small_brief.edit(folder, ARTICLE, "붐빈다\n항만공사가", "붐빈다\n취재: 섬일보 사진부\n항만공사가")
    found = problems(folder)
    moved = of(found, "F035")
    assert {problem.severity for problem in moved.values()} == {"note"}
    assert ("islanders",) in moved and "12 characters down" in moved["islanders",].message
    assert told(found, "islanders")
    summary = of(found, "F038")[()]
    assert "5 quotes 5 moved, 0 changed, 0 vanished" in summary.message


def test_a_quote_among_other_words(folder: Path) -> None:
    small_brief.edit(folder, ARTICLE, "섬 주민이다", "뭍 주민이다")
    found = problems(folder)
    assert of(found, "F036")["islanders",].severity == "warning"


def test_a_date_that_reads_otherwise(folder: Path) -> None:
    small_brief.edit(folder, SEEDS, '"2024-05-11"', '"2023-05-11"')
    small_brief.edit(folder, ARTICLE, "군청은 섬마다", "도청은 섬마다")
    changed = of(problems(folder), "F037")
    assert "2022" in changed["passengers",].message and "2023" in changed["passengers",].message
    assert changed["passengers",].severity == "warning"


def test_what_the_author_changed_is_no_change_of_the_source(folder: Path) -> None:
    small_brief.edit(folder, SEEDS, "[1200만달러]", "[1300만달러]")
    assert {problem.code for problem in problems(folder)} == {"F010"}


def test_a_lock_that_cannot_be_read_is_written_anew(folder: Path) -> None:
    for content in (b"{", b"\xff"):
        (folder / LOCK).write_bytes(content)
        assert problems(folder) == []


def test_a_build_with_the_originals_takes_what_moved(folder: Path) -> None:
    small_brief.edit(folder, ARTICLE, "붐빈다\n항만공사가", "붐빈다\n취재: 섬일보 사진부\n항만공사가")
    assert run("check", "--strict").exit_code == 1
    built = run("build", "--format", "md")
    assert built.exit_code == 0 and "F038" in built.output
    assert run("check", "--strict").exit_code == 0


def test_a_new_edition_of_a_survey_runs_through_to_the_pages_and_asks_for_a_review(folder: Path) -> None:
    assert run("review", "--accept", "all").exit_code == 0
    assert run("build", "--format", "md").exit_code == 0
    assert "412,300" in (folder / "output/ferry.en.md").read_text("utf-8")
    assert run("check", "--strict").exit_code == 0
    for name in (SEEDS, ARTICLE):
        small_brief.edit(folder, name, "41만2300명", "61만8450명")
    checked = run("check")
    assert checked.exit_code == 0
    for section in ("standfirst", "cards", "summary", "traffic"):
        assert (
            f"section '{section}' has changed in ko, en since the languages were reviewed" in checked.output
        )
    assert "warning F038" in checked.output
    assert {f"output/ferry.{language}.md: warning O010" for language in ("ko", "en")} <= {
        ":".join(line.split(":")[:2]) for line in checked.output.splitlines()
    }
    assert run("build", "--format", "md").exit_code == 0
    english, korean = ((folder / f"output/ferry.{code}.md").read_text("utf-8") for code in ("en", "ko"))
    assert "618,450" in english and "61만 8,450" in korean and "200%" in english and "200%" in korean
    assert "412,300" not in english and "41만" not in korean
    waiting = run("check", "--strict")
    assert waiting.exit_code == 1 and "L005" in waiting.output and "O010" not in waiting.output
    assert run("review", "--accept", "all").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_output_that_is_out_of_date(folder: Path) -> None:
    assert run("build", "--format", "md,html").exit_code == 0
    assert run("check", "--strict").exit_code == 0
    small_brief.edit(folder, ENGLISH, "A new route opened", "A further route opened")
    said = run("check")
    assert said.exit_code == 0
    for format in ("md", "html"):
        assert f"output/ferry.en.{format}: warning O010" in said.output
        assert f"output/ferry.ko.{format}" not in said.output  # Korean is made from nothing that changed
    assert f"{ENGLISH} changed since it was built" in said.output
    assert run("check", "--strict").exit_code == 1
    assert run("build", "--format", "md,html").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_output_that_was_edited_or_removed(folder: Path) -> None:
    assert run("build", "--format", "md", "--out", "pages").exit_code == 0
    (folder / "pages/ferry.en.md").write_text("something else", "utf-8")
    (folder / "pages/ferry.ko.md").unlink()
    said = run("check", "--out", "pages")
    assert (
        "pages/ferry.en.md: warning O011" in said.output and "pages/ferry.ko.md: warning O012" in said.output
    )


def test_output_in_a_language_that_the_brief_dropped(folder: Path) -> None:
    assert run("build", "--format", "md").exit_code == 0
    small_brief.edit(folder, "briefing.toml", 'languages = ["ko", "en"]', 'languages = ["ko"]')
    english = 'en = { full = "the Port Authority", short = "the Authority" }\n'
    small_brief.edit(folder, "locales/glossary.toml", english, "")
    said = run("check")
    assert (
        "output/ferry.en.md: warning O010: 'ferry.en.md' is in a language that the brief no longer has"
        in said.output
    )


def test_the_output_of_another_brief_is_left_alone(folder: Path) -> None:
    assert run("build", "--format", "md").exit_code == 0
    manifest = folder / "output/manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"ferry"', '"other"'), "utf-8")
    small_brief.edit(folder, ENGLISH, "A new route opened", "A further route opened")
    assert run("check", "--strict").exit_code == 0
