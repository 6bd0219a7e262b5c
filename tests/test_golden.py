"""The brief of this repository, as it was last accepted: Markdown, HTML, and the PDF's text, tags, pages and digest.

`pytest --accept tests/test_golden.py` writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.build import Composed, assemble, render
from briefing.project import load
from briefing.readback.pdf import text_of
from briefing.render.paper import printers
from tests.conftest import ROOT
from tests.tagtree import tag_tree

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("ko", "en")
KINDS = ("md", "html", "pdf.txt", "pdf.tags.txt", "pdf.json")


@pytest.fixture(scope="module")
def composed() -> Composed:
    return assemble(load(ROOT), None)


@pytest.fixture(scope="module")
def made(composed: Composed) -> dict[str, str]:
    project = load(ROOT)
    with printers(len(project.languages)) as printer:
        outputs, _ = render(project, composed, project.languages, project.formats, printer)
    files: dict[str, str] = {}
    for output in outputs:
        if output.name.endswith(".pdf"):
            files |= described(output.name, output.content)
        else:
            files[output.name] = output.content.decode()
    return files


def described(name: str, content: bytes) -> dict[str, str]:
    import pypdfium2

    facts = {
        "pages": len(pypdfium2.PdfDocument(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
        "libraries": libraries(),
    }
    text = text_of(content).replace(". ", ".\n")
    return {
        f"{name}.txt": text,
        f"{name}.tags.txt": tag_tree(content),
        f"{name}.json": json.dumps(facts, indent=1) + "\n",
    }


def libraries() -> dict[str, str]:
    """The system's libraries that shape the bytes of a PDF; everything else is in the lock."""
    versions = {}
    for name, function in (("pango-1.0", "pango_version_string"), ("harfbuzz-subset", "hb_version_string")):
        call = getattr(ctypes.CDLL(ctypes.util.find_library(name)), function)
        call.restype = ctypes.c_char_p
        versions[name] = call().decode()
    return versions


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf.json"])
def test_golden(
    made: dict[str, str], language: str, kind: str, same_as_kept: Callable[[str, Path], None]
) -> None:
    name = f"ai-talent.{language}.{kind}"
    same_as_kept(made[name], GOLDEN / name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_digest_of_the_pdf(
    made: dict[str, str], language: str, request: pytest.FixtureRequest
) -> None:
    name = f"ai-talent.{language}.pdf.json"
    if request.config.getoption("--accept"):
        (GOLDEN / name).write_text(made[name], encoding="utf-8")
    golden, now = json.loads((GOLDEN / name).read_text()), json.loads(made[name])
    if golden["libraries"] != now["libraries"]:
        pytest.skip(
            f"accepted with {golden['libraries']}, this machine has {now['libraries']}: bytes may differ"
        )
    assert now == golden


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"ai-talent.{language}.{kind}" for language in LANGUAGES for kind in KINDS}
    assert {path.name for path in GOLDEN.iterdir()} == wanted


def test_the_originals_hold_every_quote_where_the_lock_says(composed: Composed, originals: Path) -> None:
    """With the originals the same ledger, the same lock and so the same pages come out as without."""
    again = assemble(load(ROOT), originals)
    assert again.ledger.reread and not composed.ledger.reread
    assert again.ledger.lock == composed.ledger.lock
    assert again.ledger.facts == composed.ledger.facts and again.ledger.events == composed.ledger.events
    assert again.briefs == composed.briefs
    assert [problem for problem in again.problems if problem.severity != "note"] == []


def test_the_brief_is_whole(composed: Composed) -> None:
    """What the brief promises: five numbered parts, three to five key points, four cards, three charts or more."""
    for brief in composed.briefs.values():
        sections = {section.id: section for section in brief.sections}
        assert [section.number for section in brief.sections] == [None, 1, 2, 3, 4, 5, None]
        points = [item for block in sections["summary"].blocks for item in getattr(block, "items", ())]
        assert 3 <= len(points) <= 5 and len(brief.cards) == 4 and len(brief.sources) == 4
        charts = [
            block for section in brief.sections for block in section.blocks if type(block).__name__ == "Chart"
        ]
        assert len(charts) >= 3
