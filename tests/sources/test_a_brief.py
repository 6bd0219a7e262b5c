"""A brief whose source is of another kind: the same facts, at their places, and commands that take such files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing.cli import app
from tests import small_brief
from tests.sources import documents
from tests.sources.test_webpages import page

LINES = small_brief.ARTICLE.splitlines()
KINDS = {
    "ferry.txt": lambda: small_brief.ARTICLE.encode("cp949"),
    "ferry.html": lambda: page(documents.paragraphs(LINES[1:])).encode(),
    "ferry.pdf": lambda: documents.pdf(f"<div style='width: 70mm'>{documents.paragraphs(LINES)}</div>"),
    "ferry.docx": lambda: documents.saved(documents.docx(LINES)),
}


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(params=KINDS)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_brief.write(tmp_path)
    originals = tmp_path / "seeds" / "originals"
    (originals / "ferry.txt").unlink()
    (originals / request.param).write_bytes(KINDS[request.param]())
    declared = '\nencoding = "cp949"' if request.param == "ferry.txt" else ""
    small_brief.edit(
        tmp_path, "seeds/island-daily.toml", 'file = "ferry.txt"', f'file = "{request.param}"{declared}'
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    return tmp_path


def test_facts_are_proven_from_it_and_the_finished_files_can_be_verified(folder: Path) -> None:
    result = run("build", "--format", "md")
    assert result.exit_code == 0, result.output
    english = (folder / "output" / "ferry.en.md").read_text("utf-8")
    assert "412,300" in english and "twice" not in english
    file = next((folder / "seeds" / "originals").iterdir()).name
    lock = json.loads((folder / "seeds" / "facts.lock.json").read_text("utf-8"))
    assert lock["originals"]["island-daily"]["file"] == file
    (folder / "seeds" / "originals" / file).unlink()
    (folder / "seeds" / "originals").rmdir()
    without = run("build", "--format", "md", "--out", "again")
    assert without.exit_code == 0, without.output
    assert (folder / "again" / "ferry.en.md").read_text("utf-8") == english


def test_extract_and_audit_take_it(folder: Path) -> None:
    file = next((folder / "seeds" / "originals").iterdir())
    given = ("--encoding", "cp949") if file.suffix == ".txt" else ()
    table = run("extract", str(file), "--published", "2024-05-11", *given)
    assert table.exit_code == 0 and "41만2300명" in table.output, table.output
    assert ("p. 1" in table.output) is (file.suffix == ".pdf")
    lines = run("extract", str(file), "--format", "jsonl", *given).stdout.splitlines()
    assert {json.loads(line).get("page") for line in lines} == {1 if file.suffix == ".pdf" else None}
    audited = run("audit", str(file), "--lang", "en", *given)
    assert audited.exit_code == 0 and "Traceback" not in audited.output, audited.output


@pytest.mark.parametrize("folder", ["ferry.txt", "ferry.pdf"], indirect=True)
def test_verify_looks_quotes_up_in_it(folder: Path) -> None:
    assert run("build", "--lang", "en", "--format", "pdf").exit_code == 0
    verified = run("verify", "output/ferry.en.pdf", "--originals", "seeds/originals")
    assert verified.exit_code == 0, verified.output
