"""`briefing snapshot` on a small brief: accept, compare, find what changed, with and without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.snapshots import browser
from tests import small_brief

TEXTS = {
    f"ferry.{lang}.{kind}" for lang in ("ko", "en") for kind in ("md", "html", "pdf.txt", "pdf.tags.txt")
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The brief, on a machine without a browser."""
    small_brief.write(tmp_path / "brief")
    monkeypatch.chdir(tmp_path / "brief")
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    monkeypatch.delenv("CHROMIUM", raising=False)
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    yield tmp_path / "brief"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, ["snapshot", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "tests" / "snapshots").iterdir()}


def test_accepted_once_it_compares_as_the_same_and_nothing_else_is_written(folder: Path) -> None:
    missing = run()
    assert missing.exit_code == 1 and "error O021" in missing.output
    assert "briefing snapshot --accept" in missing.output and not (folder / "tests").exists()
    accepted = run("--accept")
    assert accepted.exit_code == 0, accepted.output
    made = names(folder)
    pictures = {name for name in made if name.endswith(".png")}
    assert made - pictures == TEXTS
    assert {"ferry.ko.pdf.01.png", "ferry.en.pdf.01.png"} <= pictures
    assert all(Image.open(folder / "tests" / "snapshots" / name).size == (497, 702) for name in pictures)
    again = run()
    assert again.exit_code == 0 and f"{len(made)} snapshots as accepted" in again.output
    assert names(folder) == made and not (folder / "output").exists()


def test_without_a_browser_it_says_that_web_pages_were_not_compared(folder: Path) -> None:
    run("--accept")
    said = run()
    assert said.exit_code == 0
    assert "note O023: pictures of web pages were not compared: no Chromium on the path" in said.output


def test_a_change_is_found_in_every_form_and_the_page_shown(folder: Path) -> None:
    run("--accept")
    small_brief.edit(folder, "templates/brief.en.md.j2", "Traffic rose steeply", "Traffic rose gently")
    found = run()
    assert found.exit_code == 1
    for name in ("ferry.en.md", "ferry.en.html", "ferry.en.pdf.txt", "ferry.en.pdf.01.png"):
        assert f"tests/snapshots/{name}: error O020" in found.output
    assert "ferry.ko." not in found.output
    assert "gently" in found.output and "steeply" in found.output
    differences = folder / "tests" / "snapshots" / "differences"
    sheet = Image.open(differences / "ferry.en.pdf.01.difference.png")
    assert sheet.width == 3 * 497 + 4 * 12 and (differences / ".gitignore").read_text() == "*\n"
    assert str(differences / "ferry.en.pdf.01.difference.png") in found.output
    accepted = run("--accept")
    assert accepted.exit_code == 0 and "accepted" in accepted.output and run().exit_code == 0
    assert not list(differences.glob("*.png")), "what was accepted differs no more"


def test_a_left_over_reference_fails_until_it_is_removed(folder: Path) -> None:
    run("--accept")
    left = folder / "tests" / "snapshots" / "ferry.en.pdf.09.png"
    left.write_bytes(b"")
    found = run()
    assert found.exit_code == 1 and f"{left.name}: error O022" in found.output
    assert run("--accept").exit_code == 0 and not left.exists()


def test_without_pictures_only_texts_are_made_and_asked_for(folder: Path) -> None:
    assert run("--accept", "--no-pictures").exit_code == 0 and names(folder) == TEXTS
    (folder / "tests" / "snapshots" / "ferry.en.pdf.01.png").write_bytes(b"")
    assert run("--no-pictures").exit_code == 0


def test_folders_of_ones_own(folder: Path, tmp_path: Path) -> None:
    kept, out = tmp_path / "kept", tmp_path / "seen"
    assert run("--accept", "--folder", str(kept)).exit_code == 0 and not (folder / "tests").exists()
    Image.new("RGB", (497, 702), "white").save(kept / "ferry.en.pdf.01.png")
    found = run("--folder", str(kept), "--out", str(out))
    assert found.exit_code == 1 and f"briefing snapshot --accept --folder {kept}" in found.output
    assert [path.name for path in out.iterdir()] == ["ferry.en.pdf.01.difference.png"]


def test_a_brief_with_an_error_is_refused_and_nothing_accepted(folder: Path) -> None:
    small_brief.edit(folder, "templates/brief.en.md.j2", "Traffic rose steeply", "Traffic rose 30 times")
    refused = run("--accept")
    assert refused.exit_code == 1 and "error U" in refused.output and not (folder / "tests").exists()


def test_the_brief_of_the_package_has_no_snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run().exit_code == 2


def test_a_named_browser_that_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert browser.photograph({"a.en.html": b""}) == "CHROMIUM names no program: /nowhere/chromium"


def test_a_browser_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = tmp_path / "chromium"
    silent.write_text("#!/bin/sh\nexit 1\n")
    silent.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(silent))
    assert browser.photograph({"a.en.html": b""}) == f"{silent} does not answer"


@pytest.mark.skipif(browser.found() is None, reason="no Chromium here")
def test_a_web_page_is_drawn_whole_at_three_widths() -> None:
    page = b"<!doctype html><style>body{margin:0;background:#fff}div{height:9000px}p{margin:0;height:40px;background:#b8380f}</style><div>words</div><p>"
    found = browser.photograph({"a.en.html": page})
    assert not isinstance(found, str)
    assert list(found.pictures) == [f"a.en.html.{width}.png" for width in browser.WIDTHS]
    from briefing.snapshots.pictures import opened

    for width, picture in zip(browser.WIDTHS, found.pictures.values(), strict=True):
        image = opened(picture)
        assert image.size == (width, 9040)
        assert image.getpixel((width - 1, 9039)) == (184, 56, 15) and image.getpixel((0, 8990)) == (
            255,
            255,
            255,
        )
    machine = found.machines["a.en.html"]
    assert isinstance(machine["chromium"], int) and machine["chromium"] > 50
