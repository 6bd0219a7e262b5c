from __future__ import annotations

from briefing.project import load
from briefing.wording.extraction import extracted
from tests.render import sample
from tests.render.conftest import SHELL

ROOT = SHELL[0].parent
ROOMS = ("briefing/render/", "templates/")
SITE = "templates/site."


def _used() -> set[str]:
    """The English labels that the renderers and their shells ask for; the pages around a brief on a site are not theirs."""
    return {
        str(message.id)
        for message in extracted(load(ROOT)).labels
        if any(file.startswith(ROOMS) and not file.startswith(SITE) for file, _ in message.locations)
    }


def test_the_sample_has_the_labels_that_are_used_and_no_other() -> None:
    assert set(sample.LABELS["ko"]) == _used()
    assert {"Key figures", "Printed in", "Total"} <= _used()
