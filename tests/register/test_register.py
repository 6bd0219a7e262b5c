"""The register as JSON and as rows: its schema, the way back, and what a spreadsheet may not be given."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Refusal
from briefing.pipeline import assemble
from briefing.project import load
from briefing.register import files, record, register, rows, shape
from briefing.verify import classes, proof
from tests import small_brief
from tests.conftest import ROOT

Data = dict[str, Any]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = small_brief.write(tmp_path_factory.mktemp("ferry"))
    return made(folder, folder / "seeds" / "originals")


def made(folder: Path, originals: Path | None) -> bytes:
    project = load(folder)
    composed = assemble(project, originals)
    return record.dump(register(project, composed.ledger, composed.briefs))


@pytest.fixture(scope="module")
def talent() -> bytes:
    return made(ROOT, None)


def fact(data: Data, id: str) -> Data:
    return next(found for found in data["facts"] if found["id"] == id)


@pytest.mark.parametrize("brief", ["ferry", "talent"])
def test_what_is_read_back_is_what_was_written(brief: str, request: pytest.FixtureRequest) -> None:
    content: bytes = request.getfixturevalue(brief)
    again = record.parse(content, "facts.json")
    assert record.dump(again) == content
    assert list(proof.prove(again, "facts.json")) == [] and list(classes.check(again, "facts.json")) == []


def test_each_figure_has_its_proof_and_its_places(ferry: bytes) -> None:
    data = json.loads(ferry)
    assert (data["brief"], data["edition"], data["languages"]) == (
        "ferry",
        {"number": 1, "date": "2024-06"},
        ["ko", "en"],
    )
    passengers = fact(data, "passengers")
    assert (passengers["value"], passengers["unit"], passengers["precision"]) == ("412300", "person", "1")
    position, quote = passengers["evidence"][0]["selector"]
    raw = small_brief.ARTICLE
    assert raw[position["start"] : position["end"]] == quote["exact"] == "이용객은 모두 41만2300명"
    hole = quote["refinedBy"]
    assert quote["exact"][hole["start"] : hole["end"]] == "41만2300명"
    places = {(row["language"], row["section"]) for row in passengers["printed"]}
    sections = ("standfirst", "cards", "summary", "traffic", "annex")
    assert places == {(language, section) for language in ("ko", "en") for section in sections}
    assert fact(data, "growth")["parents"] == ["passengers", "passengers-before"]
    assert "page" not in passengers["printed"][0]


def test_without_originals_and_of_any_language_it_is_the_same(ferry: bytes, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    project = load(folder)
    composed = assemble(project, folder / "seeds" / "originals")
    (folder / "seeds" / "facts.lock.json").write_text(composed.ledger.lock, encoding="utf-8")
    assert made(folder, None) == ferry


def broken(change: Callable[[Data], object], content: bytes) -> bytes:
    data = json.loads(content)
    change(data)
    return json.dumps(data).encode()


SHAPES: list[tuple[str, Callable[[Data], object]]] = [
    ("brief is missing", lambda data: data.pop("brief")),
    ("unknown key", lambda data: data.update(more=1)),
    ("is not briefing-facts-1", lambda data: data.update(schema="other")),
    ("languages has fewer than 1 items", lambda data: data.update(languages=[])),
    ("edition.number is no integer", lambda data: data["edition"].update(number=True)),
    ("edition.number is less than 1", lambda data: data["edition"].update(number=0)),
    ("facts[0].value", lambda data: data["facts"][0].update(value=412300)),
    ("facts[0].kind is none of", lambda data: data["facts"][0].update(kind="sum")),
    ("sources[0].sha256 is not written", lambda data: data["sources"][0].update(sha256="0\n")),
    ("sources[0].file is not written", lambda data: data["sources"][0].update(file="../etc/passwd")),
    ("facts[0].evidence has fewer", lambda data: data["facts"][0].update(evidence=[])),
    ("prefix is missing", lambda data: data["facts"][0]["evidence"][0]["selector"][1].pop("prefix")),
    (
        "more than 200 characters",
        lambda data: data["facts"][0]["evidence"][0]["selector"][1].update(exact="가" * 201),
    ),
    ("two facts have one id", lambda data: data["facts"].append(data["facts"][0])),
]


@pytest.mark.parametrize(("said", "change"), SHAPES, ids=[said for said, _ in SHAPES])
def test_a_departure_from_the_schema_is_told(
    said: str, change: Callable[[Data], object], ferry: bytes
) -> None:
    with pytest.raises(Refusal) as caught:
        record.parse(broken(change, ferry), "facts.json")
    assert {problem.code for problem in caught.value.problems} == {"V010"}
    assert any(said in problem.message for problem in caught.value.problems), caught.value


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "1/0", "1/", "x", "--1", ""])
def test_a_value_that_is_no_number_is_refused_or_disproved(value: str, ferry: bytes) -> None:
    content = broken(lambda data: data["facts"][0].update(value=value), ferry)
    try:
        found = [problem.code for problem in proof.prove(record.parse(content, "x"), "x")]
    except Refusal as refusal:
        found = [problem.code for problem in refusal.problems]
    assert found


def test_a_key_that_stands_twice_is_refused(ferry: bytes) -> None:
    with pytest.raises(Refusal, match="a key stands twice"):
        record.parse(ferry.replace(b'"brief"', b'"brief": "other",\n "brief"', 1), "facts.json")


LIES: list[tuple[str, Callable[[Data], object]]] = [
    ("V020", lambda data: fact(data, "ship-cost").update(value="13000000")),
    ("V020", lambda data: fact(data, "ship-cost").update(precision="1000")),
    ("V020", lambda data: fact(data, "ship-cost").update(qualifier="about")),
    ("V020", lambda data: fact(data, "ship-cost")["evidence"][0]["selector"][1].pop("refinedBy")),
    ("V021", lambda data: fact(data, "passengers")["period"].update(value="2022")),
    ("V021", lambda data: fact(data, "ship-cost").pop("because")),
    ("V022", lambda data: fact(data, "growth").update(value="99")),
    ("V022", lambda data: fact(data, "growth").update(formula="passengers / passengers-before")),
    ("V022", lambda data: fact(data, "growth").update(formula="growth + 1")),
    ("V022", lambda data: fact(data, "growth").update(formula="(")),
    ("V022", lambda data: fact(data, "growth").update(parents=["passengers"])),
    ("V023", lambda data: fact(data, "passengers")["printed"][0].update(words="41만 2,301명")),
    ("V023", lambda data: fact(data, "passengers")["printed"][0].update(words="많은 사람")),
    ("V024", lambda data: fact(data, "passengers")["printed"][0].update(section="elsewhere")),
    ("V024", lambda data: fact(data, "passengers")["evidence"][0].update(source="other")),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "name", "words": "9,579명"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "verbatim", "words": "“9,579명”"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "scale", "words": "9,579"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "formula", "words": "9,579명 ÷ 2명"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "edition", "words": "9,579명"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "publication", "words": "1999년"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "address", "words": "https://9579"})),
    ("V025", lambda data: data["others"].append({"language": "ko", "role": "anything", "words": "9,579명"})),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), LIES, ids=[f"{code}-{n}" for n, (code, _) in enumerate(LIES)])
def test_a_lie_is_disproved_by_the_register_itself(
    code: str, change: Callable[[Data], object], ferry: bytes
) -> None:
    lying = record.parse(broken(change, ferry), "facts.json")
    found = [*proof.prove(lying, "facts.json"), *classes.check(lying, "facts.json")]
    assert code in {problem.code for problem in found}
    assert all(problem.hint and problem.where for problem in found)


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, inner in schema.items():
            yield key
            named = key in ("properties", "$defs")
            for part in inner.values() if named else [inner]:
                yield from keywords(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keywords(part)


def test_every_keyword_of_the_schema_is_one_that_is_checked() -> None:
    known = {
        "$ref", "anyOf", "type", "const", "enum", "pattern", "maxLength", "minimum", "minItems", "maxItems",
        "properties", "required", "additionalProperties", "items", "prefixItems", *shape.SAID,
    }  # fmt: skip
    used = set(keywords(json.loads(shape.SCHEMA.read_text(encoding="utf-8"))))
    assert used == known


def test_the_rows_are_a_fact_each(ferry: bytes) -> None:
    content = rows.dump(record.parse(ferry, "facts.json"))
    assert content.startswith(b"\xef\xbb\xbfid,type,kind,value,")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in table] == [entry["id"] for entry in json.loads(ferry)["facts"]]
    growth = next(row for row in table if row["id"] == "growth")
    assert (growth["value"], growth["kind"], growth["printed_en"]) == ("100", "percent", "traffic annex")
    assert next(row for row in table if row["id"] == "islanders")["value"] == "1 in 5"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert rows.safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-12.5", "8579", "약 5명", ""])
def test_words_and_numbers_stay_as_they_are(cell: str) -> None:
    assert rows.safe(cell) == cell


def test_a_hostile_name_is_no_formula_in_the_file(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    hostile = "=HYPERLINK(A1)"
    small_brief.edit(folder, "seeds/island-daily.toml", 'en = "Cost of the new ferry"', f'en = "{hostile}"')
    project = load(folder)
    composed = assemble(project, folder / "seeds" / "originals")
    sheet, _ = files(register(project, composed.ledger, composed.briefs))
    cells = [cell for row in csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))) for cell in row]
    assert f"'{hostile}" in cells
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "+", "@")) or (cell[:1] == "-" and rows.safe(cell) != cell)
    ]
