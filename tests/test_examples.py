"""Each brief in examples/ proves itself from its own originals, builds without a warning, and verifies."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefing import build, load_project
from briefing.verify import folder

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/briefing.toml"))
KINDS = {".csv", ".xlsx", ".html", ".pdf"}


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of an example, since a build writes its lock, and the folder in which it was built."""
    brief = tmp_path_factory.mktemp("examples") / request.param.name
    shutil.copytree(request.param, brief, ignore=shutil.ignore_patterns("output"))
    built = build(brief, out=brief / "output", originals=brief / "seeds" / "originals", strict=True)
    assert built.problems == () and built.reread
    return request.param, brief


def test_the_example_has_sources_of_every_kind_and_both_languages() -> None:
    names = {path.suffix for path in (ROOT / "examples" / "population" / "seeds" / "originals").iterdir()}
    assert names == KINDS
    assert set(load_project(ROOT / "examples" / "population").languages) == {"ko", "en"}


def test_its_lock_and_audit_are_as_committed(example: tuple[Path, Path]) -> None:
    kept, brief = example
    for name in ("facts.lock.json", "audit.lock.json"):
        assert (brief / "seeds" / name).read_bytes() == (kept / "seeds" / name).read_bytes(), name


def test_what_was_built_holds(example: tuple[Path, Path]) -> None:
    _, brief = example
    verdicts = folder.verify(brief / "output", brief / "seeds" / "originals")
    assert not [problem for verdict in verdicts for problem in verdict.problems]


def test_its_evidence_names_cells_and_pages(example: tuple[Path, Path]) -> None:
    _, brief = example
    page = (brief / "output" / "population.en.md").read_text("utf-8")
    assert re.search(r"“238,317” \(row 2024, column 출생아 수\(명\), cell B12\)", page)
    assert re.search(r"a month” \(p\. 2\)", page)
