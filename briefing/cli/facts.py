"""``briefing facts``: every fact with its value, period, source and the places that print it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.build import Originals, originals_folder
from briefing.cli.problems import edge, show


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
        for record in composed.ledger.records():
            if unused and record.id in used:
                continue
            value = "—"
            if isinstance(record, Fact):
                value = wording.say(record.quantity, language=language, form="digits")
            period = str(record.period.value) if record.period else "—"
            sources = ", ".join(composed.ledger.sources_of(record.id))
            formula = getattr(record, "formula", None)
            basis = f"{sources}: {formula}" if formula else sources
            rows.append((record.id, value, period, basis, ", ".join(used.get(record.id, ())) or "nowhere"))
        table.show(("fact", "value", "period", "source", "printed in"), rows, wrap=(3, 4))
        idle = [row for row in rows if row[4] == "nowhere"]
        print(f"{len(rows)} facts and events, {len(idle)} of them printed nowhere")
