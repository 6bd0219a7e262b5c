"""Two editions compared figure by figure, from folders of briefs or from registers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.editions import Edition, Stated, compare, composed
from briefing.pipeline import assemble
from briefing.project import load
from tests import small_brief

ARTICLE, SEEDS, CONFIG = "seeds/originals/ferry.txt", "seeds/island-daily.toml", "briefing.toml"
KOREAN, ENGLISH = "templates/brief.ko.md.j2", "templates/brief.en.md.j2"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two editions, ``old`` and ``new``, alike so far."""
    for name in ("old", "new"):
        small_brief.write(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    return tmp_path


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["diff", *arguments])


def differences(folders: Path) -> dict[str, dict[str, object]]:
    said = diff("old", "new", "--format", "json")
    assert said.exit_code == 0, said.output
    return {row["id"]: row for row in json.loads(said.stdout)["differences"]}


def survey(folder: Path) -> None:
    """A newer count in the source and its quote."""
    for name in (SEEDS, ARTICLE):
        small_brief.edit(folder, name, "41만2300명", "61만8450명")


def test_editions_that_are_alike(folders: Path) -> None:
    said = diff("old", "new", "--exit-code")
    assert said.exit_code == 0 and said.stdout == "no differences\n"
    assert differences(folders) == {}


def test_a_changed_figure_and_what_is_calculated_from_it(folders: Path) -> None:
    survey(folders / "new")
    found = differences(folders)
    assert {id: row["change"] for id, row in found.items()} == {"passengers": "changed", "growth": "changed"}
    row = found["passengers"]
    assert [row[side]["figure"]["value"] for side in ("old", "new")] == ["412300", "618450"]  # type: ignore[index]
    assert row["sections"] == ["standfirst", "cards", "summary", "traffic"] and row["languages"] == [
        "ko",
        "en",
    ]
    assert found["growth"]["new"]["sources"] == ["island-daily"]  # type: ignore[index]
    said = diff("old", "new")
    line = next(line for line in said.stdout.splitlines() if " passengers " in line)
    for part in (
        "changed",
        "41만 2,300명 / 412,300",
        "61만 8,450명 / 618,450",
        "island-daily",
        "traffic",
        "ko, en",
    ):
        assert part in line
    assert said.stdout.endswith("2 changed\n")
    assert diff("old", "new", "--exit-code").exit_code == 1


def test_a_changed_period_is_shown(folders: Path) -> None:
    small_brief.edit(
        folders / "new", SEEDS, '[5명 중 1명]은"\nperiod = "2024"', '[5명 중 1명]은"\nperiod = "2023"'
    )
    found = differences(folders)
    assert {id: row["change"] for id, row in found.items()} == {"islanders": "changed"}
    assert "(2024)" in diff("old", "new").stdout and "(2023)" in diff("old", "new").stdout


def test_added_and_removed(folders: Path) -> None:
    extra = '\n[derived.lost]\nformula = "passengers - passengers-before"\nas = "count"\n'
    extra += 'what = { ko = "늘어난 이용객", en = "Additional passengers" }\n'
    path = folders / "new/seeds/derived.toml"
    path.write_text(path.read_text("utf-8") + extra, "utf-8")
    assert {id: row["change"] for id, row in differences(folders).items()} == {"lost": "added"}
    row = next(line for line in diff("old", "new").stdout.splitlines() if "lost" in line)
    assert "—" in row and "206150 person" in row and "nowhere" in row
    back = json.loads(diff("new", "old", "--format", "json").stdout)["differences"]
    assert [(each["id"], each["change"], each["new"]) for each in back] == [("lost", "removed", None)]


def test_another_formula_is_another_source(folders: Path) -> None:
    old = "(passengers - passengers-before) / passengers-before"
    small_brief.edit(folders / "new", "seeds/derived.toml", old, "passengers / passengers-before - 1")
    found = differences(folders)
    assert {id: row["change"] for id, row in found.items()} == {"growth": "sourced"}
    assert " → passengers / passengers-before - 1" in diff("old", "new").stdout


def test_a_figure_in_another_section(folders: Path) -> None:
    told = '- Passenger numbers rose by {{ fact("growth") }} to'
    small_brief.edit(folders / "new", ENGLISH, "- Passenger numbers rose to", told)
    told = '- 이용객은 {{ fact("growth") }} 늘어'
    small_brief.edit(folders / "new", KOREAN, "- 이용객은", told)
    row = differences(folders)["growth"]
    assert row["change"] == "moved" and row["sections"] == ["traffic", "summary"]


def test_words_alone(folders: Path) -> None:
    small_brief.edit(folders / "new", CONFIG, "[edition]", '[style]\nko = "press"\n\n[edition]')
    found = differences(folders)
    assert {row["change"] for row in found.values()} == {"reworded"} and "passengers" in found
    assert found["passengers"]["languages"] == ["ko"]
    line = next(line for line in diff("old", "new").stdout.splitlines() if " passengers " in line)
    assert "41만 2,300명" in line and "41만2300명" in line and "412,300" not in line
    small_brief.edit(folders / "new", SEEDS, 'en = "Cost of the new ferry"', 'en = "Price of the new ferry"')
    assert differences(folders)["ship-cost"]["change"] == "reworded"


def test_markdown_for_a_pull_request(folders: Path) -> None:
    survey(folders / "new")
    small_brief.edit(folders / "new", CONFIG, "number = 1", "number = 2")
    said = diff("old", "new", "--format", "markdown").stdout.splitlines()
    assert said[0] == "### Figures of ferry: No. 1, 2024-06 → No. 2, 2024-06"
    assert said[2] == "2 changed"
    assert said[4] == "| change | fact | old | new | source | sections | languages |"
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(said))
    assert sum(token.type == "tr_open" for token in tokens) == 3
    assert sum(token.type == "td_open" for token in tokens) == 14


def test_hostile_words_stay_in_their_cell() -> None:
    from markdown_it import MarkdownIt

    from briefing.editions.said import markdown
    from briefing.editions.stated import Saying

    words = "a | b <img src=x> [x](javascript:y) `c`\n| d"
    sides = [
        Edition(
            "a",
            "b",
            "1",
            "2024",
            {
                "f": Stated(
                    "f", {}, (("value", value),), "", (), "", (Saying("en", "s", "value", words + value),)
                )
            },
        )
        for value in "12"
    ]
    html = MarkdownIt("commonmark").enable("table").render(markdown(*sides, compare(*sides)))
    assert html.count("<tr>") == 2 and "<img" not in html and "<a" not in html and "<code" not in html


def register(folder: Path) -> dict[str, object]:
    """The register of a brief, as its schema has it (briefing-facts-1), in the parts that matter here."""
    project = load(folder)
    pages = assemble(project, folder / "seeds/originals")
    edition, facts = composed(project, pages, ""), pages.ledger.facts
    rows = []
    for id, stated in edition.facts.items():
        fact = facts.get(id)
        row: dict[str, object] = {"id": id, "what": dict(stated.what), "printed": []}
        if fact is not None:
            row |= fact.quantity.record() | {"formula": fact.formula, "parents": list(fact.parents)}
        row["period"] = {"kind": "date", "value": stated.period} if stated.period else None
        row["evidence"] = [{"source": piece.source} for piece in pages.ledger.evidence_of(id)]
        row["printed"] = [
            {"language": each.language, "section": each.section, "aspect": each.aspect, "words": each.words}
            for each in stated.printed
        ]
        rows.append(row)
    edition_of = {"number": project.edition_number, "date": project.edition_date}
    return {"schema": "briefing-facts-1", "brief": project.name, "edition": edition_of, "facts": rows}


def test_a_register_says_what_its_brief_says(folders: Path) -> None:
    output = folders / "old/output"
    output.mkdir()
    (output / "ferry.facts.json").write_text(json.dumps(register(folders / "old")), "utf-8")
    for side in ("old/output", "old/output/ferry.facts.json"):
        assert diff(side, "old", "--exit-code").stdout == "no differences\n"
    survey(folders / "new")
    said = diff("old/output", "new", "--format", "json", "--exit-code")
    assert said.exit_code == 1
    assert [row["id"] for row in json.loads(said.stdout)["differences"]] == ["passengers", "growth"]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"schema": "x", "facts": []}', '{"schema": "briefing-facts-1", "facts": [1]}', "[" * 9000,
     '{"schema": "briefing-facts-1", "brief": "a", "edition": {}, "facts": []}'],
)  # fmt: skip
def test_what_is_no_register(folders: Path, content: str) -> None:
    (folders / "x.json").write_text(content, "utf-8")
    said = diff("x.json", "new")
    assert said.exit_code == 3 and "x.json: error P030" in said.output and "Traceback" not in said.output


def test_what_cannot_be_compared(folders: Path) -> None:
    empty = folders / "empty"
    empty.mkdir()
    for name in ("nowhere", "empty"):
        said = diff(name, "new")
        assert said.exit_code == 3 and f"{name}: error P030" in said.output
    for name in ("a.facts.json", "b.facts.json"):
        (empty / name).write_text("{}", "utf-8")
    assert "holds several registers" in diff("empty", "new").output


def test_a_broken_edition_is_told_by_its_own_folder(folders: Path) -> None:
    small_brief.edit(folders / "old", ENGLISH, "A new route", "Twelve routes and a new route")
    said = diff("old", "new")
    assert said.exit_code == 1 and f"old/{ENGLISH}:" in said.output and "error U002" in said.output


def test_a_register_that_leads_back_to_itself_is_refused(folders: Path) -> None:
    data = register(folders / "old")
    for row in data["facts"]:  # type: ignore[attr-defined]
        if row["id"] == "growth":
            row["parents"] = ["growth"]
    (folders / "x.json").write_text(json.dumps(data), "utf-8")
    assert diff("x.json", "new").exit_code == 3
