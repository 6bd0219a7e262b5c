from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.render import sample
from tests.render.conftest import SHELL

ROOT = SHELL[0].parent
_USED = re.compile(r"""labels\[["']([^"']+)["']\]|label\(\w+, "([^"]+)"\)""")
_LISTED = re.compile(r"""(?:in|names =) \(("[^)]+")\)""")


def _used() -> set[str]:
    """The English labels that the shells and the renderers ask for by name."""
    files = [*SHELL[0].glob("*.html.j2"), *(ROOT / "briefing" / "render").glob("*.py")]
    found: set[str] = set()
    for file in files:
        text = file.read_text("utf-8")
        found |= {first or second for first, second in _USED.findall(text)}
        for listed in _LISTED.findall(text):
            found |= set(re.findall(r'"([A-Z][^"]*)"', listed))
    return found


def _translated(path: Path) -> set[str]:
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"', path.read_text("utf-8"), re.M)
    return {msgid for msgid, _ in pairs}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_label_is_in_the_catalogs(language: str) -> None:
    assert _used() - _translated(ROOT / "locales" / language / "LC_MESSAGES" / "briefing.po") == set()


def test_the_sample_has_the_labels_that_are_used_and_no_other() -> None:
    assert set(sample.LABELS["ko"]) == _used()
    assert {"Key figures", "Printed in", "Total"} <= _used()
