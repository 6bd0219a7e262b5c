"""A section that changes in one language waits for the others until somebody has read them side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing import review
from briefing.cli import app
from briefing.model import Problem, Refusal
from briefing.pipeline import assemble
from briefing.project import load
from tests import small_brief

KOREAN, ENGLISH = "templates/brief.ko.md.j2", "templates/brief.en.md.j2"
SEEDS = "seeds/island-daily.toml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ("review", *arguments))


def problems(folder: Path) -> list[Problem]:
    return list(assemble(load(folder), folder / "seeds/originals").problems)


def line_of(folder: Path, name: str, words: str) -> int:
    text = (folder / name).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_a_brief_without_a_review_has_no_warnings(folder: Path) -> None:
    assert problems(folder) == []
    assert "new" in run().output and not (folder / review.NAME).exists()


def test_a_sentence_changed_in_one_language_waits_for_the_other(folder: Path) -> None:
    assert run("--accept", "all").exit_code == 0
    assert problems(folder) == []
    small_brief.edit(folder, KOREAN, "이용객이 크게 늘었다", "이용객이 조금 늘었다")
    (problem,) = problems(folder)
    assert (problem.code, problem.severity) == ("L005", "warning")
    assert "'traffic' has changed in ko" in problem.message and "en waits" in problem.message
    assert problem.where is not None
    assert (problem.where.file, problem.where.line) == (
        KOREAN,
        line_of(folder, KOREAN, "## 이용객"),
    )
    with pytest.raises(Refusal):
        assemble(load(folder), folder / "seeds/originals", strict=True)
    assert "L005" in run().output
    done = run("--accept", "traffic")
    assert done.exit_code == 0 and "changed" not in done.output
    assert problems(folder) == []


def test_accepting_one_section_leaves_the_others_waiting(folder: Path) -> None:
    run("--accept", "all")
    small_brief.edit(folder, ENGLISH, "Traffic rose steeply", "Traffic rose somewhat")
    small_brief.edit(folder, ENGLISH, "Passenger numbers rose", "Passenger numbers went up")
    assert {problem.code for problem in problems(folder)} == {"L005"} and len(problems(folder)) == 2
    run("--accept", "summary")
    (problem,) = problems(folder)
    assert "'traffic'" in problem.message and "ko waits" in problem.message


def test_a_figure_that_changes_in_the_source_asks_for_a_review_of_all_languages(folder: Path) -> None:
    run("--accept", "all")
    for name in (SEEDS, "seeds/originals/ferry.txt"):
        small_brief.edit(folder, name, "41만2300명", "61만8450명")
    found = problems(folder)
    assert {problem.code for problem in found} == {"L005"}
    assert all("ko, en" in problem.message and "all wait" in problem.message for problem in found)
    assert {problem.message.split("'")[1] for problem in found} == {
        "standfirst",
        "cards",
        "summary",
        "traffic",
    }


def test_how_figures_are_worded_is_no_change_of_what_is_said(folder: Path) -> None:
    run("--accept", "all")
    small_brief.edit(folder, "briefing.toml", "[edition]", '[style]\nko = "press"\n\n[edition]')
    assert problems(folder) == []


def test_sections_come_and_go(folder: Path) -> None:
    run("--accept", "all")
    path = folder / review.NAME
    path.write_text(path.read_text("utf-8").replace("[summary]", "[overview]"), "utf-8")
    found = {problem.code: problem for problem in problems(folder)}
    assert set(found) == {"L006", "L007"}
    assert "'summary' has not been reviewed in ko, en" in found["L006"].message
    assert str(found["L007"].where) == f"{review.NAME}:{line_of(folder, review.NAME, '[overview]')}"
    run("--accept", "summary")
    assert problems(folder) == []


def test_facts_in_another_order_ask_for_a_look(folder: Path) -> None:
    old = '{{ fact("passengers") }} people, {{ fact("growth") }} more than before'
    new = '{{ fact("growth") }} more than before: {{ fact("passengers") }} people'
    small_brief.edit(folder, ENGLISH, old, new)
    (problem,) = problems(folder)
    assert (problem.code, problem.severity) == ("L008", "warning")
    assert "'growth' and 'passengers'" in problem.message
    assert str(problem.where) == f"{ENGLISH}:{line_of(folder, ENGLISH, 'more than before')}"
    run("--accept", "traffic")
    assert not [problem for problem in problems(folder) if problem.code == "L008"]
    assert 'order = [\n    "ko en value growth passengers",\n]' in (folder / review.NAME).read_text("utf-8")


def test_an_order_that_was_accepted_is_known_while_the_words_change_and_missed_when_it_is_gone(
    folder: Path,
) -> None:
    old = '{{ fact("passengers") }} people, {{ fact("growth") }} more than before'
    new = '{{ fact("growth") }} more than before: {{ fact("passengers") }} people'
    small_brief.edit(folder, ENGLISH, old, new)
    run("--accept", "all")
    small_brief.edit(folder, ENGLISH, "more than before:", "more than once:")
    assert [problem.code for problem in problems(folder)] == ["L005"]
    small_brief.edit(folder, ENGLISH, new.replace("before", "once"), old)
    assert [problem.code for problem in problems(folder)] == ["L005", "L008"]


def test_a_figure_that_moves_to_another_passage_asks_for_a_look_where_it_changed(folder: Path) -> None:
    run("--accept", "all")
    small_brief.edit(folder, KOREAN, '{{ fact("growth") }} 늘어난', "많이 늘어난")
    told = '{{ fact("islanders") }}이 섬 주민이고 증가율은 {{ fact("growth") }}'
    small_brief.edit(folder, KOREAN, '{{ fact("islanders") }}이 섬 주민', told)
    found = [problem for problem in problems(folder) if problem.code != "L005"]
    assert [(problem.code, problem.facts) for problem in found] == [("L009", ("growth",))]
    assert str(found[0].where) == f"{KOREAN}:{line_of(folder, KOREAN, told)}"


@pytest.mark.parametrize("broken", ["summary = 1\n", "[summary]\nko = 1\n"])
def test_a_broken_review_is_refused_at_its_line(folder: Path, broken: str) -> None:
    (folder / review.NAME).write_text(broken, "utf-8")
    with pytest.raises(Refusal) as caught:
        problems(folder)
    assert [problem.code for problem in caught.value.problems] == ["P003"]
    assert str(caught.value.problems[0].where).startswith(f"{review.NAME}:")


def test_what_cannot_be_reviewed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    unknown = run("--accept", "trafic")
    assert unknown.exit_code == 2 and "P013" in unknown.output and "traffic" in unknown.output


def test_a_review_changes_no_page(folder: Path) -> None:
    from briefing.inputs import digests

    before = digests(load(folder), "")
    run("--accept", "all")
    assert digests(load(folder), "") == before
