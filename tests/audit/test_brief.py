"""The audit of a brief: what its facts say of one another, what is kept for days without originals, and answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing import pipeline
from briefing.cli import app
from briefing.project import find
from tests import small_brief
from tests.conftest import ROOT

WRONG = "이 배의 승객은 2만4000명에서 3만6000명으로 40% 늘었다.\n"
CLAIM = """
[fact.claim]
quote = "[40%] 늘었"
period = "2024"
because = "the article speaks of the present"
what = { ko = "승객 증가율", en = "Growth of the passengers" }

[fact.fewer]
quote = "[2만4000명]에서"
period = "2024"
because = "the article speaks of the present"
what = { ko = "이 배의 승객", en = "Passengers of this ship" }

[fact.more]
quote = "[3만6000명]으로"
period = "2024"
because = "the article speaks of the present"
what = { ko = "이 배의 승객", en = "Passengers of this ship" }
"""
ANSWER = """[answer.claim]
code = "A001"
of = "claim"
reason = { ko = "기사에 적힌 대로 옮긴다.", en = "It is given as the article has it." }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_brief.write(tmp_path)
    article = tmp_path / "seeds" / "originals" / "ferry.txt"
    article.write_text(article.read_text("utf-8") + WRONG + small_brief.FILLER, encoding="utf-8")
    source = tmp_path / "seeds" / "island-daily.toml"
    source.write_text(source.read_text("utf-8") + CLAIM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["audit", *arguments])
    return done.exit_code, done.output


def rows(*arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("--format", "json", *arguments)[1])["findings"]
    return found


def test_a_wrong_change_is_an_error_with_its_figures(folder: Path) -> None:
    code, _ = run()
    (wrong,) = [row for row in rows() if row["severity"] == "error"]
    assert code == 1 and wrong["code"] == "A001"
    assert wrong["computed"]["value"] == "50.0" and wrong["difference"]["value"] == "10.0"  # type: ignore[index]
    assert [figure["fact"] for figure in wrong["figures"]] == ["fewer", "more"]  # type: ignore[attr-defined]


def test_each_language_says_it(folder: Path) -> None:
    assert "2만 4,000명에서 3만 6,000명으로의 변화는 40%가 아니라 50.0%다" in run("--lang", "ko")[1]
    assert "from 24,000 to 36,000 is 50.0%, not 40%: 10.0 percentage points apart" in run("--lang", "en")[1]


def test_an_answer_stands_beside_it_and_does_not_hide_it(folder: Path) -> None:
    (folder / "seeds" / "answers.toml").write_text(ANSWER, encoding="utf-8")
    code, output = run("--lang", "en")
    assert code == 0 and "A001" in output and "Answered: It is given as the article has it." in output


def test_an_answer_to_nothing_is_a_warning(folder: Path) -> None:
    answer = ANSWER.replace('"A001"', '"A002"')
    (folder / "seeds" / "answers.toml").write_text(answer, encoding="utf-8")
    code, output = run()
    assert code == 1 and "seeds/answers.toml:1: warning A111" in output


def test_a_reason_may_hold_no_figure(folder: Path) -> None:
    (folder / "seeds" / "answers.toml").write_text(ANSWER.replace("It is", "Its 7 are"), encoding="utf-8")
    code, output = run()
    assert code == 1 and "U010" in output


def test_the_findings_are_kept_for_days_without_the_originals(folder: Path) -> None:
    assert CliRunner().invoke(app, ["build", "--format", "md"]).exit_code == 0
    with_them = rows()
    (folder / "seeds" / "originals" / "ferry.txt").unlink()
    (folder / "seeds" / "originals").rmdir()
    assert rows() == with_them


@pytest.mark.parametrize(
    "change", ["", "{}", '{"format": 1, "originals": {"island-daily": "0"}, "findings": []}']
)
def test_an_audit_that_is_not_of_these_originals_is_told(folder: Path, change: str) -> None:
    assert CliRunner().invoke(app, ["build", "--format", "md"]).exit_code == 0
    (folder / "seeds" / "originals" / "ferry.txt").unlink()
    (folder / "seeds" / "originals").rmdir()
    (folder / "seeds" / "audit.lock.json").write_text(change, encoding="utf-8")
    assert "A110" in run()[1]


def noted(folder: Path) -> str:
    small_brief.edit(folder, "briefing.toml", '"traffic"]\ncards', '"traffic", "notes"]\ncards')
    for language, title in (("ko", "일러두기"), ("en", "Data notes")):
        path = folder / "templates" / f"brief.{language}.md.j2"
        block = "\n{% block notes %}\n## " + title + "\n\n{{ findings() }}\n{% endblock %}\n"
        path.write_text(path.read_text("utf-8") + block, encoding="utf-8")
    return CliRunner().invoke(app, ["build", "--format", "md", "--out", "o"]).output


def test_a_note_needs_a_calculated_fact_and_says_which(folder: Path) -> None:
    output = noted(folder)
    assert "A113" in output and 'formula = "(more - fewer) / fewer"' in output


def test_a_note_needs_facts_for_its_figures(folder: Path) -> None:
    small_brief.edit(folder, "seeds/island-daily.toml", CLAIM, "")
    assert "A112" in noted(folder)


def test_the_notes_are_written_from_the_findings(folder: Path) -> None:
    derived = folder / "seeds" / "derived.toml"
    more = '\n[derived.real]\nformula = "(more - fewer) / fewer"\nas = "percent"\nwhat = { ko = "증가율", en = "Growth" }\n'
    derived.write_text(derived.read_text("utf-8") + more, encoding="utf-8")
    (folder / "seeds" / "answers.toml").write_text(ANSWER, encoding="utf-8")
    noted(folder)
    korean = (folder / "o" / "ferry.ko.md").read_text("utf-8")
    english = (folder / "o" / "ferry.en.md").read_text("utf-8")
    assert "보도된 값과 계산한 값." in korean and "기사에 적힌 대로 옮긴다." in korean
    assert "Reported and calculated." in english and "It is given as the article has it." in english


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["Sea Post"], "Reported both by Island Daily and Sea Post: Ferry passengers."),
        (["Sea Post", "Port Times"], "Reported by Island Daily, Port Times and Sea Post: Ferry passengers."),
    ],
)
def test_what_two_sources_report_both_do_and_three_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: list[str], said: str
) -> None:
    brief = small_brief.write(tmp_path / "brief")
    for name in others:
        id = name.lower().replace(" ", "-")
        text = "지난해 배를 탄 사람은 모두 41만2300명이라고 신문이 전했다.\n" + small_brief.FILLER
        (brief / f"seeds/originals/{id}.txt").write_text(text, encoding="utf-8")
        card = small_brief.SOURCE.split("[fact.")[0].replace("ferry.txt", f"{id}.txt")
        card = card.replace("Island Daily", name).replace(
            "섬일보", "바다신문" if "Sea" in name else "항구신문"
        )
        also = '[also.passengers]\nquote = "모두 [41만2300명]이"\nwhen = "[지난해] 배"\n'
        (brief / f"seeds/{id}.toml").write_text(card + also, encoding="utf-8")
    monkeypatch.chdir(brief)
    output = noted(brief)
    assert (brief / "o/ferry.en.md").is_file(), output
    assert said in (brief / "o/ferry.en.md").read_text("utf-8")


def test_the_brief_finds_what_its_sources_get_wrong_and_no_more(originals: Path) -> None:
    project = find(ROOT)
    audited = pipeline.assemble(project, originals).audited
    assert sorted(f"{each.code} {each.severity}" for each in audited.findings) == [
        "A001 error", "A004 note", "A022 note", "A031 note", "A031 note", "A031 note", "A033 note",
        "A101 warning", "A102 note", "A104 note", "A104 note",
    ]  # fmt: skip
    kept = pipeline.assemble(project, None).audited
    assert kept.findings == audited.findings and kept.lock == audited.lock


def test_a_document_without_a_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Sales rose 20% to $250 million from $200 million.\n", encoding="utf-8")
    code, output = run("a.txt", "--lang", "en")
    assert code == 1 and "a.txt:1" in output and "A001" in output
    (tmp_path / "a.txt").write_text("Sales rose 25% to $250 million from $200 million.\n", encoding="utf-8")
    assert run("a.txt")[0] == 0
    assert run("none.txt")[0] == 3
    assert run("a.txt", "--lang", "xx")[0] == 2
    assert run("a.txt", "--published", "soon")[0] == 2
