"""The small brief, built once, and forgeries of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing.pipeline import build
from briefing.project import load
from briefing.render import pdf
from briefing.render.attached import Attached
from briefing.verify import Verdict
from briefing.verify import pdf as verified
from tests import small_brief


@dataclass(frozen=True)
class Built:
    """A folder with the small brief; ``out`` its outputs, ``html`` what its Korean PDF is made from."""

    folder: Path
    out: Path
    html: str

    @property
    def originals(self) -> Path:
        return self.folder / "seeds" / "originals"

    @property
    def pdf(self) -> Path:
        return self.out / "ferry.ko.pdf"

    def changed(self, *pairs: tuple[str, str]) -> str:
        """The HTML with the first of each pair, where it stands first in the body, replaced by the second."""
        head, body = self.html.replace("\u2060", "").split("<body>")
        for old, new in pairs:
            assert old in body
            body = body.replace(old, new, 1)
        return f"{head}<body>{body}"

    @property
    def register(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((self.out / "ferry.facts.json").read_bytes())
        return data

    def forged(self, path: Path, html: str, data: dict[str, Any] | None = None) -> Path:
        """A PDF of other words, or with another register, under a digest of its own."""
        from briefing.register import record, rows

        content = (self.out / "ferry.facts.json").read_bytes()
        sheet = (self.out / "ferry.facts.csv").read_bytes()
        if data is not None:
            content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
            sheet = rows.dump(record.parse(content, "forged"))
        files = [
            Attached("ferry.facts.csv", "", sheet, "2024-06"),
            Attached("ferry.facts.json", "", content, "2024-06"),
        ]
        path.write_bytes(pdf.render(html, files))
        return path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = small_brief.write(tmp_path_factory.mktemp("ferry"))
    build(
        load(folder),
        languages=("ko", "en"),
        formats=("md", "html", "pdf"),
        out=folder / "output",
        originals=folder / "seeds" / "originals",
        keep_print_html=folder / "kept",
    )
    html = (folder / "kept" / "ferry.ko.print.html").read_text(encoding="utf-8")
    return Built(folder, folder / "output", html)


@pytest.fixture
def codes() -> Callable[..., set[str]]:
    def of(path: Path, originals: Path | None = None) -> set[str]:
        verdict: Verdict = verified(path, str(path), originals).verdict
        assert bool(verdict.problems) != bool(verdict.holds)
        return {problem.code for problem in verdict.problems}

    return of
