"""Problems for machines: JSON, GitHub's workflow commands, SARIF 2.1.0, from the same check."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.cli.formats import Format, written
from briefing.model import Place, Problem
from tests import small_brief

ENGLISH = "templates/brief.en.md.j2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("BRIEFING_ORIGINALS", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def check(format: str) -> Result:
    return CliRunner().invoke(app, ["check", "--format", format])


def broken(folder: Path) -> int:
    """Type a number word; the line on which it stands."""
    small_brief.edit(folder, ENGLISH, "A new route", "Twelve routes and a new route")
    text = (folder / ENGLISH).read_text("utf-8")
    return text[: text.index("Twelve")].count("\n") + 1


def test_json(folder: Path) -> None:
    line = broken(folder)
    said = check("json")
    (problem,) = json.loads(said.stdout)["problems"]
    assert said.exit_code == 1
    assert (problem["code"], problem["severity"], problem["file"], problem["line"]) == (
        "U002",
        "error",
        ENGLISH,
        line,
    )
    assert problem["hint"] and "Twelve" in problem["message"]


def test_github(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = broken(folder)
    assert check("github").stdout.startswith(f"::error file={ENGLISH},line={line},title=U002::")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    assert f"file={folder.name}/{ENGLISH}," in check("github").stdout


def required(log: dict[str, Any]) -> None:
    """What the SARIF 2.1.0 schema requires of the objects that are written (OASIS, sarif-schema-2.1.0.json)."""
    assert log["version"] == "2.1.0" and isinstance(log["runs"], list)
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert isinstance(driver["name"], str)
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids)) and all(
            set(rule["shortDescription"]) == {"text"} for rule in driver["rules"]
        )
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        for result in run["results"]:
            assert result["message"]["text"]
            assert ids[result["ruleIndex"]] == result["ruleId"]
            assert result["level"] in ("none", "note", "warning", "error")
            for location in result.get("locations", ()):
                place = location["physicalLocation"]
                assert re.fullmatch(r"(file:///)?[A-Za-z0-9._~/%-]*", place["artifactLocation"]["uri"])
                assert place.get("region", {"startLine": 1})["startLine"] >= 1
            for suppression in result.get("suppressions", ()):
                assert suppression["kind"] in ("inSource", "external") and suppression["justification"]


def test_sarif(folder: Path) -> None:
    line = broken(folder)
    said = check("sarif")
    log = json.loads(said.stdout)
    required(log)
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert said.exit_code == 1 and result["ruleId"] == "U002" and result["level"] == "error"
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == (ENGLISH, line)
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"]


@pytest.mark.parametrize("format", ["json", "github", "sarif"])
def test_a_whole_brief(folder: Path, format: str) -> None:
    said = check(format)
    assert said.exit_code == 0
    if format == "json":
        assert json.loads(said.stdout) == {"problems": []}
    elif format == "sarif":
        required(json.loads(said.stdout))
        assert json.loads(said.stdout)["runs"][0]["results"] == []
    else:
        assert said.stdout == ""


def test_the_same_bytes_each_time(folder: Path) -> None:
    broken(folder)
    assert all(check(format).stdout == check(format).stdout for format in ("json", "github", "sarif"))


def test_a_waived_problem() -> None:
    problem = Problem(
        "L008", "a", Place("b.md", 2), "c", "warning", "traffic", ("x", "y"), "we know (until 2025)"
    )
    folder = Path("/nowhere")
    log = json.loads(written([problem], Format.sarif, folder))
    required(log)
    result = log["runs"][0]["results"][0]
    assert result["suppressions"] == [{"kind": "external", "justification": "we know (until 2025)"}]
    assert written([problem], Format.github, folder) == (
        "::notice file=b.md,line=2,title=L008::a%0Awaived: we know (until 2025)%0Ac"
    )
    row = json.loads(written([problem], Format.json, folder))["problems"][0]
    assert (row["waived"], row["section"], row["facts"]) == ("we know (until 2025)", "traffic", ["x", "y"])


def test_hostile_names() -> None:
    problem = Problem("O001", "100%\r\n::error::x", Place("a,b:c %41/가.md"), "d\ne")
    (line,) = written([problem], Format.github, Path("/nowhere")).split("\n")
    assert line == "::error file=a%2Cb%3Ac %2541/가.md,title=O001::100%25%0D%0A::error::x%0Ad%0Ae"
    log = json.loads(written([problem], Format.sarif, Path("/nowhere")))
    required(log)
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == "a,b:c %41/가.md"


@given(st.text(), st.text(min_size=1))
def test_a_workflow_command_is_one_line_and_loses_nothing(message: str, file: str) -> None:
    said = written([Problem("X001", message, Place(file, 7))], Format.github, Path("/nowhere"))
    assert "\n" not in said and "\r" not in said
    properties, _, data = said.removeprefix("::error ").partition("::")
    fields = dict(field.split("=", 1) for field in properties.split(","))
    assert unescaped(data) == message
    assert (unescaped(fields["file"]), fields["line"], fields["title"]) == (file, "7", "X001")


def unescaped(text: str) -> str:
    for escape, letter in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, letter)
    return text
