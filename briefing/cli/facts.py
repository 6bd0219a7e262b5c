"""``briefing facts``: every fact with its value, period, source and the places that print it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import table
from briefing.cli.build import Originals, originals_folder
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.facts import Ledger
    from briefing.model import Brief, Event, Evidence, Fact


def facts(
    originals: Originals = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only the facts that no page prints.")] = False,
) -> None:
    """List the facts: value, period, source, where they are printed; and those that no page uses.

    Example: briefing facts --unused
    """
    with edge():
        from briefing import pipeline
        from briefing.model import Refusal
        from briefing.project import find

        project = find(Path.cwd())
        folder = originals_folder(project, originals)
        try:
            composed = pipeline.assemble(project, folder)
        except Refusal:
            if not unused:  # whoever mends a page that names an unknown fact wants to see those there are
                with suppress(Refusal):  # the one that is raised says more
                    _declared(pipeline.known(project, folder), project.languages[0])
            raise
        show(composed.problems)
        ledger, used = composed.ledger, _used(composed.briefs.values())
        needed = ledger.needed(used)
        chosen = [each for each in ledger.records() if (each.id not in used if unused else each.id in needed)]
        rows = [
            (*_row(ledger, each, project.languages[0]), ", ".join(used.get(each.id, ())) or tell("nowhere"))
            for each in chosen
        ]
        table.show((*_heads(), tell("printed in")), rows, wrap=(3, 4))
        idle = [row for row in rows if row[4] == tell("nowhere")]
        say(
            tell(
                "{count} facts and events, {idle} of them printed nowhere",
                count=len(rows),
                idle=len(idle),
            )
        )
        if not unused and (left := len(ledger.records()) - len(rows)):
            say(
                tell(
                    "{left} more in series of tables that no page prints: briefing facts --unused", left=left
                )
            )


def _declared(ledger: Ledger, language: str) -> None:
    """The facts of a brief whose pages cannot be made, without the places that print them."""
    if rows := [_row(ledger, each, language) for each in ledger.records()]:
        table.show(_heads(), rows, wrap=(3,))
        say(
            tell(
                "{count} facts and events; where they are printed is not known before the errors are mended",
                count=len(rows),
            )
        )


def _heads() -> tuple[str, ...]:
    return (tell("fact"), tell("value"), tell("period"), tell("source"))


def _used(briefs: Iterable[Brief]) -> dict[str, list[str]]:
    """The sections that print each fact, in their order."""
    used: dict[str, list[str]] = {}
    for brief in briefs:
        for printed in brief.printed:
            if printed.section != "annex" and printed.section not in used.setdefault(printed.fact, []):
                used[printed.fact].append(printed.section)
    return used


def _row(ledger: Ledger, record: Fact | Event, language: str) -> tuple[str, str, str, str]:
    """Id, value, period, and the formula or the sources with their places."""
    from briefing import wording
    from briefing.model import Fact

    value = "—"
    if isinstance(record, Fact):
        value = wording.say(record.quantity, language=language, form="digits")
    period = str(record.period.value) if record.period else "—"
    if formula := getattr(record, "formula", None):
        return record.id, value, period, f"{', '.join(ledger.sources_of(record.id))}: {formula}"
    evidence = ledger.evidence_of(record.id)
    basis = dict.fromkeys(": ".join(filter(None, (each.source, _where(each)))) for each in evidence)
    return record.id, value, period, ", ".join(basis)


def _where(evidence: Evidence) -> str:
    """The page or the cell of a piece of evidence, "" where it has neither."""
    locator = evidence.locator
    if locator is None:
        return ""
    if locator.page is not None:
        return f"p. {locator.page}"
    return f"{locator.sheet} {locator.cell}".strip()
