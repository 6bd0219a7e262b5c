"""A project -> its finished files in memory, as a build would write them; nothing in its output folder changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.project import Project


def finished(
    project: Project, originals: Path | None = None, *, report: Callable[[str], None] = lambda stage: None
) -> dict[str, bytes]:
    """Name -> bytes of every language and format of the brief; Refusal where a build would refuse."""
    from briefing.pipeline import assemble, render
    from briefing.render.paper import printers

    with printers(len(project.languages) if "pdf" in project.formats else 0) as printer:
        composed = assemble(project, originals, report=report)
        outputs, _ = render(project, composed, project.languages, project.formats, printer, report)
    return {output.name: output.content for output in outputs}
