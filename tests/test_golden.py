"""The brief of this repository, as it was last accepted: texts, tags and pictures of its pages, and the PDF's digest.

`pytest --briefing-accept tests/test_golden.py` writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest

from briefing.pipeline import Composed, assemble
from briefing.project import load
from briefing.snapshots import KINDS, finished, kind_of
from briefing.snapshots.folder import INDEX
from briefing.snapshots.plugin import BriefingSnapshot
from tests.conftest import ROOT

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("ko", "en")


@pytest.fixture(scope="module")
def composed() -> Composed:
    return assemble(load(ROOT), None)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return finished(load(ROOT))


def described(content: bytes) -> dict[str, object]:
    document = pypdfium2.PdfDocument(content)
    pages = len(document)
    document.close()
    return {"pages": pages, "sha256": hashlib.sha256(content).hexdigest(), "libraries": libraries()}


def libraries() -> dict[str, str]:
    """The system's libraries that shape the bytes of a PDF; everything else is in the lock."""
    versions = {}
    for name, function in (("pango-1.0", "pango_version_string"), ("harfbuzz-subset", "hb_version_string")):
        call = getattr(ctypes.CDLL(ctypes.util.find_library(name)), function)
        call.restype = ctypes.c_char_p
        versions[name] = call().decode()
    return versions


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_golden(
    made: dict[str, bytes], language: str, kind: str, briefing_snapshot: BriefingSnapshot
) -> None:
    briefing_snapshot(made, folder=GOLDEN, kinds=(kind,), languages=(language,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_digest_of_the_pdf(
    made: dict[str, bytes], language: str, request: pytest.FixtureRequest
) -> None:
    kept, now = GOLDEN / f"ai-talent.{language}.pdf.json", described(made[f"ai-talent.{language}.pdf"])
    if request.config.getoption("briefing_accept"):
        kept.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    golden = json.loads(kept.read_text())
    if golden["libraries"] != now["libraries"]:
        pytest.skip(
            f"accepted with {golden['libraries']}, this machine has {now['libraries']}: bytes may differ"
        )
    assert now == golden


def test_no_golden_file_is_left_over() -> None:
    """Of snapshots the run itself tells; this is about what else lies there."""
    others = {path.name for path in GOLDEN.iterdir() if kind_of(path.name) is None}
    assert others == {INDEX, *(f"ai-talent.{language}.pdf.json" for language in LANGUAGES)}


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
