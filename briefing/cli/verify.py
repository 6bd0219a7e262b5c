"""``briefing verify``: a distributed PDF, or a folder of outputs, against its own register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.problems import edge, show


def verify(
    path: Annotated[
        Path, typer.Argument(help="A PDF of this tool, or an output folder.", metavar="FILE|FOLDER")
    ],
    originals: Annotated[
        Path | None,
        typer.Option(
            envvar="BRIEFING_ORIGINALS",
            help="Folder with the source documents, to find every quote at its place.",
            metavar="DIR",
        ),
    ] = None,
) -> None:
    """Prove a PDF against the register that it carries, offline; of a folder, every file of each brief.

    Example: briefing verify ai-talent.ko.pdf --originals ~/articles
    """
    with edge():
        from briefing import verify as verifier
        from briefing.model import Problem, Refusal
        from briefing.verify import bounded, folder

        if originals is not None and not originals.is_dir():
            missing = Problem("P010", f"there is no folder '{originals}'", hint="mend --originals")
            raise Refusal(missing, exit_code=3)
        if path.is_dir():
            verdicts = bounded.run(folder.verify, path, originals, shown=str(path))
        else:
            verdicts = (bounded.run(verifier.pdf, path, str(path), originals, shown=str(path)).verdict,)
        failed = 0
        for verdict in verdicts:
            show(verdict.problems)
            failed += bool(verdict.problems)
            said = "does not hold" if verdict.problems else "; ".join(verdict.holds) or "holds"
            print(f"{verdict.file}: {said}")
        if failed:
            raise typer.Exit(1)
