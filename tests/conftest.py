"""Texts as they were last accepted, and where the originals of the brief lie, if anywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
# How long an example takes is the machine's matter, and a run that failed fails again.
settings.register_profile(
    "any machine", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture
def same_as_kept(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compares a text with its golden file; `pytest --briefing-accept` writes the file first, to be read as a difference."""

    def compare(made: str, path: Path) -> None:
        if request.config.getoption("briefing_accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8", newline="")
        assert made.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture(autouse=True)
def as_if_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test works on what the environment names, or speaks the language that it asks for: `briefing add` would copy its
    documents there."""
    for name in ("BRIEFING_ORIGINALS", "BRIEFING_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the source articles, which are not part of the repository."""
    named = os.environ.get("BRIEFING_ORIGINALS")
    for folder in (
        Path(named) if named else None,
        ROOT / "seeds" / "originals",
        ROOT.parent / "shared" / "seeds",
    ):
        if folder is not None and folder.is_dir():
            return folder
    pytest.skip("the originals are not here: set BRIEFING_ORIGINALS to their folder")
