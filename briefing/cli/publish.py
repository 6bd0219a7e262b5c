"""``briefing publish``: an edition to the targets of briefing.toml, once each, with a journal of what went where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import complete
from briefing.cli.build import Originals, originals_folder, output_folder
from briefing.cli.problems import edge
from briefing.cli.speech import say
from briefing.saying import Message, tell

if TYPE_CHECKING:
    from briefing.editions import Edition
    from briefing.publish import Journal


def publish(
    targets: Annotated[
        list[str],
        typer.Argument(
            help="Names of [publish.NAME] tables in briefing.toml.",
            metavar="TARGET…",
            autocompletion=complete.targets,
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go where; send and write nothing.")
    ] = False,
    sign: Annotated[
        bool, typer.Option("--sign", help="Sign the PDFs with the certificate of [sign] first.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Output folder to publish (default: output).", metavar="DIR")
    ] = None,
    originals: Originals = None,
) -> None:
    """Publish the built edition: to a site's folder, an object store or mailboxes; a second run goes on from the first.

    Only what passes every check goes out. Example: briefing publish site mail --dry-run
    """
    with edge():
        from briefing import publish as publisher
        from briefing.project import find

        project = find(Path.cwd())
        chosen = publisher.named(project, tuple(targets))
        folder = out or output_folder(project)
        journal = publisher.beside(folder)
        edition = publisher.release(
            project, folder, originals_folder(project, originals), former(journal, project.edition_date)
        )
        if sign:
            edition = publisher.signed(project, edition, journal, dry_run=dry_run)
            if not dry_run and (note := publisher.lacking(project, edition)):
                say(tell("note: {note}", note=note), error=True)
        failed = 0
        for target in chosen:
            for entry in publisher.send(edition, target, journal, dry_run=dry_run):
                said = tell(
                    "{target}: {outcome} {what}",
                    target=target.name,
                    outcome=outcomes()[entry.outcome],
                    what=entry.what,
                )
                say(tell("{said} ({why})", said=said, why=entry.said) if entry.said else said)
                failed += entry.outcome in ("failed", "refused")
        if not dry_run:
            publisher.remember(edition, journal)
    if failed:
        raise typer.Exit(1)


def outcomes() -> dict[str, Message]:
    """What came of a file or a message, in words."""
    return {
        "sent": tell("sent"),
        "kept": tell("kept"),
        "refused": tell("refused"),
        "failed": tell("failed"),
        "due": tell("due"),
        "begun": tell("begun"),
    }


def former(journal: Journal, date: str) -> Edition | None:
    """The last edition that went out before the one of ``date``, as its kept register tells of it."""
    from briefing.editions import registered

    kept = sorted(journal.path.parent.glob("*/*.facts.json"), key=lambda path: path.parent.name)
    before = [path for path in kept if path.parent.name < date]
    return registered(before[-1], str(before[-1])) if before else None
