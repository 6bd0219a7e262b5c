"""Options in, problems printed, exit code out: the command line, a module a command."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import Annotated

import typer

from briefing import kept
from briefing.cli import complete, speech
from briefing.cli.add import add
from briefing.cli.agree import agree
from briefing.cli.audit import audit
from briefing.cli.build import build
from briefing.cli.catalog import catalog
from briefing.cli.check import check
from briefing.cli.diff import diff
from briefing.cli.doctor import doctor
from briefing.cli.extract import extract
from briefing.cli.facts import facts
from briefing.cli.new import new
from briefing.cli.publish import publish
from briefing.cli.review import review
from briefing.cli.snapshot import snapshot
from briefing.cli.usage import Command, Group
from briefing.cli.verify import verify
from briefing.model import Refusal

app = typer.Typer(
    name="briefing",
    no_args_is_help=True,
    cls=Group,
    rich_markup_mode=None,  # plain help: loading Rich takes longer than the rest of `briefing --help`
    pretty_exceptions_enable=False,
)
for command in (
    new,
    add,
    build,
    check,
    review,
    snapshot,
    diff,
    extract,
    audit,
    facts,
    agree,
    verify,
    publish,
    doctor,
):
    app.command(cls=Command)(command)
app.add_typer(catalog)


@app.callback()
def briefing(
    speak: Annotated[
        str | None,
        typer.Option(
            "--speak",
            envvar=speech.VARIABLE,
            help="Language of messages and help: en, ko, or auto for that of the machine (default: en). "
            "What programs read (json, jsonl, sarif, github) stays English.",
            metavar="LANG",
            autocompletion=complete.languages_of_messages,
        ),
    ] = None,
) -> None:
    """Policy briefs in several languages from one set of sources, with every figure proven.

    Example: briefing --speak ko build --lang ko,en
    """
    # read by Group.main, before anything else can be said


def main() -> None:
    """The entry point of the ``briefing`` command."""
    # a command makes many objects that live until it ends; looking for garbage among them is a tenth of a check
    gc.set_threshold(100_000, 50, 50)
    # names of files may hold what the terminal's encoding lacks; a message must still come out
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with kept.in_use(kept.Kept(kept.file_of_this_python())) as shelves:
        try:
            app()
        finally:
            _keep(shelves)


def _keep(shelves: kept.Kept) -> None:
    """Write what this command worked out for the next, where bytecode may be written at all."""
    if shelves.changed and not sys.dont_write_bytecode:
        from briefing.deliver import write

        with suppress(Refusal):  # a package that may not be written to: then it is worked out each time
            write(shelves.file, shelves.content())
