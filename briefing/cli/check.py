"""``briefing check``: everything that a build would find before any format, for people and for machines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.build import Originals, Strict, originals_folder, output_folder, progress, say_how
from briefing.cli.formats import Format, written
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.saying import tell, tell_many

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.pipeline import Composed


def check(
    originals: Originals = None,
    strict: Strict = False,
    format: Annotated[
        Format, typer.Option(help="How problems are written; all but table go to standard output.")
    ] = Format.table,
    out: Annotated[
        Path | None, typer.Option(help="Output folder to compare (default: output).", metavar="DIR")
    ] = None,
) -> None:
    """Check facts, templates, languages and whether the output is up to date, without writing anything.

    Example: briefing check --strict --format github
    """
    folder = Path()

    def report(problems: Sequence[Problem]) -> None:
        if format is Format.table:
            show(problems)
        elif said := written(problems, format, folder):
            print(said)

    with edge(report):
        from briefing import pipeline
        from briefing.project import find

        project = find(Path.cwd())
        folder = project.folder
        with progress() as stage:
            composed = pipeline.check(
                project,
                out or output_folder(project),
                originals_folder(project, originals),
                strict=strict,
                report=stage,
            )
        report(composed.problems)
        if format is Format.table:
            say_how(project, composed.ledger.reread)
            say(_summary(composed))


def _summary(composed: Composed) -> str:
    used = {printed.fact for brief in composed.briefs.values() for printed in brief.printed}
    waived = sum(bool(problem.waived) for problem in composed.problems)
    warnings = sum(problem.severity == "warning" for problem in composed.problems) - waived
    return tell(
        "{facts} facts printed in {languages}: no errors, {warnings}{waived}",
        facts=len(used),
        languages=", ".join(composed.briefs),
        warnings=tell_many("{count} warning", "{count} warnings", count=warnings),
        waived=tell(", {count} waived", count=waived) if waived else "",
    )
