"""The processes that set the pages: they end with the build, however it ends."""

from __future__ import annotations

import multiprocessing
import sys
import time
from pathlib import Path

import pytest

from briefing.render.paper import print_all, printers
from tests.readback import island
from tests.render.conftest import SHELL


def test_a_failed_build_does_not_wait_for_its_processes() -> None:
    with pytest.raises(ZeroDivisionError), printers(2):
        started = multiprocessing.active_children()
        raise ZeroDivisionError
    assert len(started) == (2 if sys.platform == "linux" else 0)
    assert not still_there([process.pid for process in started])


def still_there(pids: list[int | None], seconds: int = 10) -> list[int | None]:
    """The processes that have not ended in that time; who reaps them is the pool's affair."""
    deadline = time.monotonic() + seconds
    while pids and time.monotonic() < deadline:
        pids = [pid for pid in pids if pid is not None and Path(f"/proc/{pid}").exists()]
        time.sleep(0.02)
    return pids


def test_each_language_gets_its_sheet() -> None:
    briefs = [island.composed()[1].briefs[language] for language in ("ko", "en")]
    with printers(2) as printer:
        sheets = print_all(briefs, SHELL, (), printer)()
    assert list(sheets) == ["ko", "en"]
    assert all(sheet.pdf.startswith(b"%PDF") and sheet.problems == () for sheet in sheets.values())
