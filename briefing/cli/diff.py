"""``briefing diff``: two editions of a brief, figure by figure."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.problems import edge
from briefing.cli.speech import say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.editions import Edition


class Format(StrEnum):
    """How differences are written."""

    table = "table"
    markdown = "markdown"
    json = "json"


def diff(
    old: Annotated[Path, typer.Argument(help="A brief's folder, an output folder or a facts.json.")],
    new: Annotated[Path, typer.Argument(help="The same of the newer edition.")],
    format: Annotated[Format, typer.Option(help="How differences are written.")] = Format.table,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 where anything differs.")
    ] = False,
) -> None:
    """Compare two editions figure by figure: what changed, was added, removed, moved or only reworded.

    Example: briefing diff ../edition-1 . --format markdown
    """
    with edge():
        from briefing.cli import table
        from briefing.editions import compare, said

        before, after = edition(old), edition(new)
        differences = compare(before, after)
        if format is Format.json:
            print(said.records(before, after, differences))
        elif format is Format.markdown:
            print(said.markdown(before, after, differences))
        else:
            if differences:
                table.show(said.HEAD, [said.cells(each) for each in differences], wrap=(2, 3, 4, 5))
            say(said.summary(differences))
    if exit_code and differences:
        raise typer.Exit(1)


def edition(path: Path) -> Edition:
    """What ``path`` names; Refusal P030 (exit code 3) where it is nothing that can be compared."""
    from briefing.editions import registered
    from briefing.model import Place, Problem, Refusal
    from briefing.project import CONFIG

    if path.is_file():
        return registered(path, str(path))
    if (path / CONFIG).is_file():
        return _folder(path)
    found = sorted(path.glob("*facts.json")) if path.is_dir() else []
    if len(found) == 1:
        return registered(found[0], str(found[0]))
    what = (
        tell("holds several registers")
        if found
        else tell("is no brief, no output folder with a register and no register")
    )
    hint = (
        tell("name one of its files")
        if found
        else tell("name a folder with a briefing.toml, or build that output again")
    )
    raise Refusal(
        Problem("P030", tell("'{path}' {what}", path=path, what=what), Place(str(path)), hint), exit_code=3
    )


def _folder(path: Path) -> Edition:
    """The edition of a brief's folder; its problems are named from where we stand."""
    from briefing import pipeline
    from briefing.cli.build import originals_folder
    from briefing.editions import composed
    from briefing.model import Place, Refusal
    from briefing.project import load

    try:
        project = load(path.resolve())
        pages = pipeline.assemble(project, originals_folder(project, None))
        return composed(project, pages, str(path))
    except Refusal as refusal:
        problems = [
            replace(problem, where=Place(str(path / problem.where.file), problem.where.line))
            if problem.where is not None
            else problem
            for problem in refusal.problems
        ]
        raise Refusal(*problems, exit_code=refusal.exit_code) from None
