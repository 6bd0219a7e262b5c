"""``briefing build``: every language and format."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import complete
from briefing.cli.problems import edge, show
from briefing.cli.speech import said, say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.project import Project

Originals = Annotated[
    Path | None,
    typer.Option(
        envvar="BRIEFING_ORIGINALS",
        help="Folder with the source documents, to prove every quote at its place.",
        metavar="DIR",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]


def build(
    lang: Annotated[
        str | None,
        typer.Option(
            help="Languages to build, such as ko,en.", metavar="LIST", autocompletion=complete.languages
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(help="Formats to build: md,html,pdf.", metavar="LIST", autocompletion=complete.formats),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Output folder (default: output).", metavar="DIR")] = None,
    originals: Originals = None,
    keep_print_html: Annotated[
        Path | None, typer.Option(help="Keep the HTML from which the PDFs are made.", metavar="DIR")
    ] = None,
    strict: Strict = False,
) -> None:
    """Build the brief: every language and format, checked as a whole, written as a whole.

    Example: briefing build --lang ko,en --originals ~/articles
    """
    with edge():
        from briefing import pipeline
        from briefing.model import Problem, Refusal
        from briefing.project import chosen_formats, chosen_languages, find

        project = find(Path.cwd())
        languages, formats = chosen_languages(project, lang), chosen_formats(project, format)
        if keep_print_html is not None and "pdf" not in formats:
            nothing = Problem(
                "P008", tell("--keep-print-html has nothing to keep"), hint=tell("add pdf to --format")
            )
            raise Refusal(nothing, exit_code=2)
        folder = originals_folder(project, originals)
        with progress() as report:
            built = pipeline.build(
                project,
                languages=languages,
                formats=formats,
                out=out or output_folder(project),
                originals=folder,
                keep_print_html=keep_print_html,
                strict=strict,
                report=report,
            )
        show(built.problems)
        say_how(project, built.reread)
        for path in built.paths:
            print(path)


def originals_folder(project: Project, asked: Path | None) -> Path | None:
    """The folder of originals: as asked, else seeds/originals where it exists."""
    from briefing.model import Problem, Refusal

    if asked is not None and not asked.is_dir():
        raise Refusal(
            Problem("P010", tell("there is no folder '{asked}'", asked=asked), hint=tell("mend --originals")),
            exit_code=3,
        )
    own = project.seeds / "originals"
    return asked if asked is not None else (own if own.is_dir() else None)


def output_folder(project: Project) -> Path:
    """Where a build writes that is not told where: beside the brief, for the package's own where we stand."""
    return Path("output") if project.builtin else project.folder / "output"


def say_how(project: Project, reread: bool) -> None:
    if project.builtin:
        say(tell("no briefing.toml here or above: this is the brief that the package carries"), error=True)
    if not reread:
        say(tell("the originals were not re-read: quotes and seeds/facts.lock.json were used"), error=True)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A status line on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda stage: None
        return
    # one line that is rewritten: a spinner's thread would not survive the rendering processes' fork
    try:
        yield lambda stage: print(f"\r\033[K{said(stage)} …", end="", file=sys.stderr, flush=True)
    finally:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
