"""A folder of outputs: every file of the manifest, one register for all of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app
from briefing.pipeline import build
from briefing.project import load
from tests import small_brief
from tests.verify.conftest import Built


@pytest.fixture
def out(built: Built, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built.out, tmp_path / "output"))


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["verify", str(folder), *arguments], env={"BRIEFING_ORIGINALS": None})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


def edit(out: Path, name: str, old: str, new: str, *, listed: bool = False) -> None:
    """Change the first ``old`` of a file and, where ``listed``, its digest in the manifest."""
    path = out / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    if listed:
        manifest = json.loads((out / "manifest.json").read_text())
        manifest["files"][name]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
        (out / "manifest.json").write_text(json.dumps(manifest))


def test_a_folder_as_it_was_built_holds(out: Path, built: Built) -> None:
    code, said = run(out)
    assert code == 0 and said.count("\n") == 8
    code, said = run(out, "--originals", str(built.originals))
    assert code == 0 and "1 originals hold every quote" in said


@pytest.mark.parametrize(
    ("name", "old", "new", "listed", "wanted"),
    [
        ("ferry.ko.md", "늘었다", "줄었다", False, {"V051"}),
        ("ferry.ko.md", "41만 2,300명", "42만 1,300명", True, {"V030", "V031"}),
        ("ferry.en.md", "100%", "10%", True, {"V030", "V031"}),
        (
            "ferry.en.html",
            ">412,300</data></button> people",
            ">421,300</data></button> people",
            True,
            {"V030", "V032"},
        ),
        ("ferry.en.html", 'value="412300"', 'value="421300"', True, {"V030"}),
        ("ferry.facts.csv", "412300", "421300", True, {"V052"}),
        ("ferry.facts.json", '"412300"', '"421300"', True, {"V020", "V022", "V023", "V052"}),
        ("ferry.facts.json", '"brief"', '"beef"', False, {"V010", "V051"}),
    ],
)
def test_a_changed_file_fails(
    out: Path, name: str, old: str, new: str, listed: bool, wanted: set[str]
) -> None:
    edit(out, name, old, new, listed=listed)
    code, said = run(out)
    assert code == 1 and all(f"error {code}" in said for code in wanted), said
    assert f"{name}: does not hold" in said


def test_a_file_that_is_missing_or_a_stranger_fails(out: Path) -> None:
    (out / "ferry.en.md").unlink()
    shutil.copy(out / "ferry.en.pdf", out / "copy.pdf")
    code, said = run(out)
    assert code == 1 and "ferry.en.md: error V050" in said and "copy.pdf: error V053" in said


def test_a_pdf_of_another_edition_fails(out: Path, tmp_path: Path) -> None:
    later = small_brief.write(tmp_path / "later")
    small_brief.edit(later, "briefing.toml", "number = 1", "number = 2")
    originals = later / "seeds" / "originals"
    build(load(later), languages=("en",), formats=("pdf",), out=later / "output", originals=originals)
    shutil.copy(later / "output" / "ferry.en.pdf", out)
    code, said = run(out)
    assert code == 1 and "V051" in said
    assert "V052: it is of edition 2 (2024-06), the folder of 1 (2024-06)" in said
    assert "ferry.ko.pdf: unaltered" in said


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"files": {"../x.pdf": {"brief": "b", "sha256": "", "inputs": {}}}}']
)
def test_a_folder_without_a_manifest_of_ours_is_refused(manifest: str, tmp_path: Path) -> None:
    assert run(tmp_path)[0] == 3
    (tmp_path / "manifest.json").write_text(manifest)
    code, said = run(tmp_path)
    assert code == 3 and "hint" in said


def test_a_value_that_two_sources_print_in_two_units_holds(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path / "brief")
    head = small_brief.SOURCE.split("[fact.")[0]
    what = 'what = { ko = "전기", en = "Electricity" }\n'
    for name, used, kind, more in (("here", "5.2TWh", "fact", what), ("there", "5,200GWh", "also", "")):
        text = f"지난해 항구가 쓴 전기는 모두 {used}로 집계됐다.\n" + small_brief.FILLER
        (folder / f"seeds/originals/{name}.txt").write_text(text, encoding="utf-8")
        table = f'[{kind}.power]\nquote = "모두 [{used}]로"\nwhen = "[지난해] 항구"\n{more}'
        card = head.replace("ferry.txt", f"{name}.txt")
        (folder / f"seeds/{name}.toml").write_text(card + table, encoding="utf-8")
    for language, heading in (("ko", "## 이용객\n"), ("en", "## Passengers\n")):
        said = f'{heading}\n{{{{ fact("power") }}}}.{{{{ cite() }}}}\n'
        small_brief.edit(folder, f"templates/brief.{language}.md.j2", heading, said)
    originals = folder / "seeds/originals"
    build(load(folder), languages=("ko", "en"), formats=("md",), out=folder / "output", originals=originals)
    code, said = run(folder / "output")
    assert code == 0, said
