"""Composed pages, or the JSON of a register -> Edition: each fact's figure, period, sources and printed words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.model import Event, Fact, Place, Problem, Refusal, Words
from briefing.pipeline import Composed
from briefing.project import Project
from briefing.saying import tell

ANNEX = "annex"
FIGURE = ("kind", "value", "unit", "qualifier", "part")
FORMAT = "briefing-facts-1"
LARGEST = 8_000_000
"""Bytes of a register that is read: many thousand facts."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one language prints of a fact in one section: ``aspect`` value, period or cited."""

    language: str
    section: str
    aspect: str
    words: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as an edition states it; ``figure`` is its quantity's record, (“value”, “8579”) and so on."""

    id: str
    what: Words
    figure: tuple[tuple[str, str], ...]
    period: str
    sources: tuple[str, ...]
    formula: str
    printed: tuple[Saying, ...]

    @property
    def pages(self) -> tuple[Saying, ...]:
        """What is printed outside the annex, which prints every fact."""
        return tuple(each for each in self.printed if each.section != ANNEX)


@dataclass(frozen=True, slots=True)
class Edition:
    """One side of a comparison; ``shown`` is the path by which it was named."""

    shown: str
    brief: str
    number: str
    date: str
    facts: Mapping[str, Stated]


def composed(project: Project, pages: Composed, shown: str) -> Edition:
    """The edition that a brief's folder makes."""
    printed: dict[str, list[Saying]] = {}
    for language, brief in pages.briefs.items():
        for row in brief.printed:
            printed.setdefault(row.fact, []).append(Saying(language, row.section, row.aspect, row.words))
    ledger = pages.ledger
    facts = {
        record.id: Stated(
            record.id,
            record.what,
            _figure(record.quantity.record()) if isinstance(record, Fact) else (),
            _period(record),
            ledger.sources_of(record.id),
            (isinstance(record, Fact) and record.formula) or "",
            tuple(printed.get(record.id, ())),
        )
        for record in ledger.records()
    }
    return Edition(shown, project.name, str(project.edition_number), project.edition_date, facts)


def registered(path: Path, shown: str) -> Edition:
    """The edition that a register (NAME.facts.json) tells of; Refusal P030 where it is none."""
    try:
        content = path.read_bytes()
        if len(content) > LARGEST:
            raise ValueError("too long")
        data = json.loads(content)
        if data["schema"] != FORMAT:
            raise ValueError("another schema")
        rows = {str(row["id"]): row for row in data["facts"]}
        facts = {id: _stated(row, rows) for id, row in rows.items()}
        edition = data["edition"]
        return Edition(shown, str(data["brief"]), str(edition["number"]), str(edition["date"]), facts)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        what, hint = (
            tell("'{name}' is no register of a brief", name=path.name),
            tell("name the facts.json that a build wrote"),
        )
        raise Refusal(Problem("P030", what, Place(shown), hint), exit_code=3) from None


def _stated(row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> Stated:
    period = row.get("period")
    return Stated(
        str(row["id"]),
        {str(language): str(said) for language, said in row["what"].items()},
        _figure(row) if "kind" in row else (),
        str(period["value"] if isinstance(period, dict) else period or ""),
        tuple(dict.fromkeys(_sources(row, rows))),
        str(row.get("formula") or ""),
        tuple(
            Saying(str(each["language"]), str(each["section"]), str(each["aspect"]), str(each["words"]))
            for each in row["printed"]
        ),
    )


def _sources(row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The sources of a row, those of a calculated fact through its parents."""
    own = [str(piece["source"]) for piece in row.get("evidence", ())]
    return own + [source for parent in row.get("parents", ()) for source in _sources(rows[parent], rows)]


def _figure(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    said = ((key, record.get(key)) for key in FIGURE)
    return tuple(
        (key, json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value))
        for key, value in said
        if value is not None
    )


def _period(record: Fact | Event) -> str:
    return str(record.period.value or "") if record.period is not None else ""
