from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import Refusal
from briefing.pipeline import build
from briefing.project import load
from briefing.render import html, markdown
from tests.readback import island


@pytest.mark.parametrize(("module", "format"), [(markdown, "md"), (html, "html")])
def test_a_build_whose_file_says_another_figure_writes_nothing(
    module: object, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = island.write(tmp_path / "brief")
    out = tmp_path / "out"
    project = load(folder)
    build(
        project, languages=["ko"], formats=["md", "html"], out=out, originals=folder / "seeds" / "originals"
    )
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    right = module.render  # type: ignore[attr-defined]
    monkeypatch.setattr(
        module, "render", lambda *a, **k: right(*a, **k).replace("20만 6,150명", "20만 6,105명")
    )
    with pytest.raises(Refusal) as refused:
        build(
            project,
            languages=["ko"],
            formats=["md", "html"],
            out=out,
            originals=folder / "seeds" / "originals",
        )
    problems = [problem for problem in refused.value.problems if problem.code == "R101"]
    assert problems and all(str(problem.where).startswith(f"ferry.ko.{format}:") for problem in problems)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
