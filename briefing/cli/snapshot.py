"""``briefing snapshot``: the brief as it comes out now, against the snapshots that were accepted."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.build import Originals, originals_folder, progress
from briefing.cli.problems import edge, show
from briefing.cli.speech import said, say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.project import Project
    from briefing.snapshots import Verdict

COMMAND = "briefing snapshot --accept"
DIFFERENCES = "differences"


def snapshot(
    accept: Annotated[
        bool, typer.Option("--accept", help="Keep what is made now, and remove what nothing makes any more.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Where pictures of differences go (default: differences/ in FOLDER).", metavar="DIR"
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            help="The accepted snapshots (default: tests/snapshots of the brief).", metavar="FOLDER"
        ),
    ] = None,
    originals: Originals = None,
    no_pictures: Annotated[
        bool, typer.Option("--no-pictures", help="Texts alone: no page is drawn, no browser started.")
    ] = False,
) -> None:
    """Compare the brief with its accepted snapshots: Markdown, web pages, the PDF's text, tags and pages as pictures.

    Example: briefing snapshot --accept
    """
    with edge():
        from briefing import snapshots
        from briefing.project import find

        project = find(Path.cwd())
        kept = folder or references(project)
        with progress() as report:
            files = snapshots.finished(project, originals_folder(project, originals), report=report)
            kinds = snapshots.TEXTS if no_pictures else snapshots.KINDS
            taken = snapshots.take(files, kinds, whole_folder=True, report=report)
            verdict = snapshots.compare(taken, kept)
        if accept:
            _accepted(snapshots.accept(taken, kept), kept)
            verdict = snapshots.compare(taken, kept)
        differences = out or kept / DIFFERENCES
        sweep(differences)
        shown = write_panels(verdict, differences, ignored=out is None)
        accepting = COMMAND if folder is None else f"{COMMAND} --folder {shlex.quote(str(folder))}"
        show(verdict.problems(str(kept), accepting, shown))
        _lines(verdict)
        compared, wrong = verdict.compared, len(verdict.differences)
        say(
            tell("{compared} snapshots, {wrong} not as accepted", compared=compared, wrong=wrong)
            if wrong
            else tell("{compared} snapshots as accepted", compared=compared)
        )
    if wrong:
        raise typer.Exit(1)


def references(project: Project) -> Path:
    """Where the snapshots of a brief lie that names no other place; Refusal P012 for the package's own brief."""
    from briefing.model import Problem, Refusal

    if project.builtin:
        what = tell("the brief that the package carries has no snapshots of yours")
        raise Refusal(
            Problem("P012", what, hint=tell("copy its folder first, or name a --folder")), exit_code=2
        )
    return project.folder / "tests" / "snapshots"


def sweep(folder: Path) -> None:
    """Take away the pictures of an earlier run: what lies there is what differs now."""
    from briefing.deliver import remove

    for path in folder.glob("*.difference.png"):
        remove(path)


def write_panels(verdict: Verdict, folder: Path, *, ignored: bool) -> Mapping[str, Path]:
    """The three panels of each picture that differs, in a folder that git ignores; name -> file."""
    from briefing.deliver import write

    shown = {}
    for each in verdict.differences:
        if each.panels is not None:
            shown[each.name] = folder / f"{each.name.removesuffix('.png')}.difference.png"
            write(shown[each.name], each.panels)
    if shown and ignored:
        write(folder / ".gitignore", b"*\n")
    return shown


def _lines(verdict: Verdict) -> None:
    """The lines of each text that differs, below its name."""
    for each in verdict.differences:
        if each.panels is None and len(each.lines) > 1:
            print(f"\n{each.name}", *(f"  {said(line)}" for line in each.lines[1:]), sep="\n")


def _accepted(names: tuple[str, ...], folder: Path) -> None:
    for name in names:
        file = folder / name
        say(
            tell("accepted {file}", file=file) if file.exists() else tell("removed {file}", file=file),
            error=True,
        )
