"""The tutorial, done from its first to its last command in an empty folder, comes out as its page says."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.walkthrough import Walk, steps

PAGE = ROOT / "docs" / "tutorial.md"


def test_the_tutorial(tmp_path: Path) -> None:
    walk = Walk(tmp_path)
    taken = list(steps(PAGE.read_text("utf-8")))
    assert {step.how for step in taken} == {"run", "file", "add to", "change in"}
    for step in taken:
        walk.take(step)
    output = tmp_path / "libraries" / "output"
    assert {path.name for path in output.glob("libraries.*.pdf")} == {"libraries.ko.pdf", "libraries.en.pdf"}
    korean, english = (output / f"libraries.{code}.md" for code in ("ko", "en"))
    assert "41만 2,300명" in korean.read_text("utf-8") and "412,300" in english.read_text("utf-8")
    assert "자전거" not in korean.read_text("utf-8"), "the example that the brief began with is gone"
