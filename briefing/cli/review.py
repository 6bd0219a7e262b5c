"""``briefing review``: which sections wait for a reader of all languages, and the word that one has read them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import complete
from briefing.cli.build import Originals, originals_folder
from briefing.cli.problems import edge, show
from briefing.saying import tell

WAITING = ("L005", "L006", "L007", "L008", "L009")


def review(
    accept: Annotated[
        list[str] | None,
        typer.Option(
            help="A section that you have read in every language; 'all' for all.",
            metavar="SECTION",
            autocompletion=complete.sections,
        ),
    ] = None,
    originals: Originals = None,
) -> None:
    """Show which sections changed since their languages were read side by side; accept those you have read.

    Example: briefing review --accept summary
    """
    with edge():
        from briefing import pipeline
        from briefing import review as reviews
        from briefing.checks import orders
        from briefing.cli import table
        from briefing.deliver import write
        from briefing.model import Problem, Refusal
        from briefing.project import find

        project = find(Path.cwd())
        composed = pipeline.assemble(project, originals_folder(project, originals))
        now, before = reviews.digests(composed.briefs), reviews.read(project)
        if accept:
            if project.builtin:
                what, hint = (
                    tell("the brief that the package carries has no review of yours"),
                    tell("copy its folder first"),
                )
                raise Refusal(Problem("P012", what, hint=hint), exit_code=2)
            chosen = frozenset(now) if "all" in accept else frozenset(accept)
            if unknown := sorted(chosen - now.keys()):
                what, hint = (
                    tell("'{unknown}' is no section", unknown=unknown[0]),
                    tell("sections: {now}", now=", ".join(now)),
                )
                raise Refusal(Problem("P013", what, hint=hint), exit_code=2)
            text = reviews.accepted(before, now, orders(composed.briefs), chosen)
            write(project.folder / reviews.NAME, text.encode())
            before = reviews.read(project)
        else:
            show([problem for problem in composed.problems if problem.code in WAITING])
        table.show((tell("section"), *project.languages), reviews.rows(before, now, project.languages))
