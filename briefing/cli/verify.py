"""``briefing verify``: a distributed PDF, or a folder of outputs, against its own register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.problems import edge, one_line, show
from briefing.cli.speech import said
from briefing.saying import joined, tell

if TYPE_CHECKING:
    from briefing.verify import Verdict

STATES = {True: tell("holds"), False: tell("does not hold"), None: tell("not checked")}


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
    trust: Annotated[
        list[Path] | None,
        typer.Option(
            help="Certificate of a signer whom you trust, or of who vouches for one; may be given again.",
            metavar="CERT.pem",
        ),
    ] = None,
) -> None:
    """Prove a PDF against the register that it carries, offline; of a folder, every file of each brief.

    Of a signed PDF it says each for itself: integrity, signature, register and figures. All must hold.

    Example: briefing verify ai-talent.ko.pdf --originals ~/articles
    """
    with edge():
        from briefing import verify as verifier
        from briefing.model import Problem, Refusal
        from briefing.verify import bounded, folder, signature

        if originals is not None and not originals.is_dir():
            missing = Problem(
                "P010",
                tell("there is no folder '{originals}'", originals=originals),
                hint=tell("mend --originals"),
            )
            raise Refusal(missing, exit_code=3)
        roots = signature.trusted([(str(file), file.read_bytes()) for file in trust or ()])
        if path.is_dir():
            verdicts = bounded.run(folder.verify, path, originals, roots, shown=str(path))
        else:
            verdicts = (
                bounded.run(verifier.pdf, path, str(path), originals, roots, shown=str(path)).verdict,
            )
        failed = 0
        for verdict in verdicts:
            show(verdict.problems)
            failed += bool(verdict.problems)
            print(one_line(f"{verdict.file}: {said(_said(verdict))}"))
            for part in verdict.parts:
                print(one_line(f"  {said(part.name)}: {said(STATES[part.holds])}: {said(part.said)}"))
        if failed:
            raise typer.Exit(1)


def _said(verdict: Verdict) -> str:
    if verdict.unchecked:
        return tell("not proven: its signature was not checked")
    if verdict.problems:
        return tell("does not hold")
    if verdict.parts or not verdict.holds:
        return tell("holds")
    return joined(verdict.holds, "; ")
