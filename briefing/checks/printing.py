"""Facts whose quotes moved, changed or vanished, and templates -> notes F039 at every sentence that prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.compose import Draft
from briefing.facts import Ledger
from briefing.model import Place, Problem
from briefing.project import Project
from briefing.saying import noted, tell

SENTENCE = re.compile(
    r"(?:\{\{.*?\}\}|\{%.*?%\}|[^.!?]|[.!?](?!\s|\{\{-?\s*cite|$))+[.!?]*(?:\{\{-?\s*cite\(.*?\}\})?"
)
LONGEST = 160
HINTS = {
    "moved": noted("its quote moved: read whether this still holds"),
    "changed": noted("its quote changed: read whether this still holds"),
    "vanished": noted("its quote vanished: read whether this still holds"),
}
"""Of what became of a quote, what to do where its fact is printed."""


def printing(project: Project, ledger: Ledger, drafts: Mapping[str, Draft]) -> Iterator[Problem]:
    """F039 for each call of a stale fact in a template, and for charts and cards that show it."""
    for id in project.cards:
        if id in ledger.stale:
            yield _note(tell("a card shows '{id}'", id=id), id, ledger, project.cards_at)
    for drafted in drafts.values():
        lines = _lines(project, drafted.door.template)
        for id, line in dict.fromkeys(drafted.door.calls):
            if id in ledger.stale:
                where = Place(drafted.door.template, line)
                said = _sentence(lines[line - 1] if 0 < line <= len(lines) else "", id)
                yield _note(tell("'{id}' is printed in “{said}”", id=id, said=said), id, ledger, where)
                continue
            drawn = drafted.door.drawn.get(id) or (_shown(project, id) if id in project.charts else ())
            noun = tell("table") if id.startswith("table-") and id not in project.charts else tell("chart")
            for shown in drawn:
                if shown in ledger.stale:
                    where = Place(drafted.door.template, line)
                    yield _note(
                        tell("{noun} '{id}' shows '{shown}'", noun=noun, id=id, shown=shown),
                        shown,
                        ledger,
                        where,
                    )


def _note(what: str, id: str, ledger: Ledger, where: Place) -> Problem:
    return Problem("F039", what, where, tell(HINTS[ledger.stale[id]]), "note", facts=(id,))


def _shown(project: Project, chart: str) -> tuple[str, ...]:
    spec = project.charts[chart]
    return (*spec.facts, *((spec.whole,) if spec.whole else ()))


def _lines(project: Project, template: str) -> list[str]:
    path = project.templates[0] / template.removeprefix("templates/")
    return path.read_text(encoding="utf-8").splitlines()


def _sentence(line: str, id: str) -> str:
    """The sentence of the template's line that calls ``id``, as the template has it."""
    call = re.compile(rf"""["']{re.escape(id)}["']""")
    found = next((said[0] for said in SENTENCE.finditer(line) if call.search(said[0])), line)
    found = found.strip()
    return found if len(found) <= LONGEST else tell("{found}…", found=found[: LONGEST - 1])
