"""``briefing facts``: every fact with its value, period, source and the places that print it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.build import Originals, originals_folder
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.model import Evidence


def facts(
    originals: Originals = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only the facts that no page prints.")] = False,
) -> None:
    """List the facts: value, period, source, where they are printed; and those that no page uses.

    Example: briefing facts --unused
    """
    with edge():
        from briefing import pipeline, wording
        from briefing.cli import table
        from briefing.model import Fact
        from briefing.project import find

        project = find(Path.cwd())
        composed = pipeline.assemble(project, originals_folder(project, originals))
        show(composed.problems)
        language = project.languages[0]
        used: dict[str, list[str]] = {}
        for brief in composed.briefs.values():
            for printed in brief.printed:
                if printed.section != "annex" and printed.section not in used.setdefault(printed.fact, []):
                    used[printed.fact].append(printed.section)
        rows = []
        needed = composed.ledger.needed(used)
        for record in composed.ledger.records():
            if record.id in used if unused else record.id not in needed:
                continue
            value = "—"
            if isinstance(record, Fact):
                value = wording.say(record.quantity, language=language, form="digits")
            period = str(record.period.value) if record.period else "—"
            sources = ", ".join(composed.ledger.sources_of(record.id))
            formula = getattr(record, "formula", None)
            where = "; ".join(filter(None, map(_where, composed.ledger.evidence_of(record.id))))
            basis = ": ".join(filter(None, (sources, formula or where)))
            rows.append(
                (record.id, value, period, basis, ", ".join(used.get(record.id, ())) or tell("nowhere"))
            )
        table.show(
            (tell("fact"), tell("value"), tell("period"), tell("source"), tell("printed in")),
            rows,
            wrap=(3, 4),
        )
        idle = [row for row in rows if row[4] == tell("nowhere")]
        say(
            tell(
                "{count} facts and events, {idle} of them printed nowhere",
                count=len(rows),
                idle=len(idle),
            )
        )
        if not unused and (left := len(composed.ledger.records()) - len(rows)):
            say(
                tell(
                    "{left} more in series of tables that no page prints: briefing facts --unused", left=left
                )
            )


def _where(evidence: Evidence) -> str:
    """The page or the cell of a piece of evidence, "" where it has neither."""
    locator = evidence.locator
    if locator is None:
        return ""
    if locator.page is not None:
        return f"p. {locator.page}"
    return f"{locator.sheet} {locator.cell}".strip()
