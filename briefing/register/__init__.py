"""A project, its ledger and its pages -> Register: every figure, its proof, and where each language prints it.

It knows sections and no pages, so that one register serves every language and format of a brief; JSON (``record``)
and rows (``rows``) are the shapes in which it travels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.facts import Ledger
from briefing.facts import lock as locks
from briefing.model import (
    Block,
    Brief,
    Chart,
    Event,
    Fact,
    Heading,
    Inlines,
    Name,
    Other,
    Output,
    Paragraph,
    Table,
)
from briefing.plaintext import leaves, plain, singles
from briefing.project import Project
from briefing.reading import LANGUAGES, read
from briefing.register import record as records
from briefing.register import rows
from briefing.register.nouns import Anchor, Register, anchor

__all__ = ["Anchor", "Register", "files", "register"]


def register(project: Project, ledger: Ledger, briefs: Mapping[str, Brief]) -> Register:
    """The register of a brief whose pages are all composed; the same whichever of them are then built."""
    lock = locks.parse(ledger.lock)
    titles = {language: _titles(brief) for language, brief in briefs.items()}
    ids = [id for said in titles.values() for id in said]
    entries = json.loads(ledger.lock)["evidence"]
    proofs = {(id, row["source"]): row for id, found in entries.items() for row in found}
    needed = ledger.needed({printed.fact for brief in briefs.values() for printed in brief.printed})
    return Register(
        brief=project.name,
        title={language: plain(brief.title) for language, brief in briefs.items()},
        number=project.edition_number,
        date=project.edition_date,
        languages=tuple(briefs),
        sections={id: {language: said[id] for language, said in titles.items()} for id in dict.fromkeys(ids)},
        cards={id: ledger.cards[id] for id in ledger.numbers()},
        originals=lock.originals,
        facts={id: fact for id, fact in ledger.facts.items() if id in needed},
        events=ledger.events,
        anchors={record.id: _anchors(record, proofs) for record in ledger.records() if record.id in needed},
        printed={language: brief.printed for language, brief in briefs.items()},
        others={language: tuple(dict.fromkeys(_others(brief))) for language, brief in briefs.items()},
    )


def files(record: Register) -> tuple[Output, ...]:
    """The register as it lies beside the pages: NAME.facts.json and NAME.facts.csv."""
    return (
        Output(record.brief + rows.NAME, rows.dump(record)),
        Output(record.brief + records.NAME, records.dump(record)),
    )


def _titles(brief: Brief) -> dict[str, str]:
    """The title of each section, of the list of sources and of the annex."""
    return {section.id: plain(section.title) for section in brief.sections} | {
        "sources": brief.gettext("Sources"),
        "annex": brief.gettext("Evidence for every figure"),
    }


def _anchors(record: Fact | Event, proofs: Mapping[tuple[str, str], Mapping[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(
        anchor(proofs[record.id, evidence.source], evidence.hole)
        for evidence in record.evidence
        if (record.id, evidence.source) in proofs
    )


def _others(brief: Brief) -> Iterator[Other]:
    """Words of the page that hold digits and are no fact: names, and what has a class of its own."""
    edition = (brief.edition.number, brief.edition.date)
    contents = [brief.title, brief.standfirst, edition, *(card.label for card in brief.cards)]
    for section in brief.sections:
        contents += [section.title, *_contents(section.blocks)]
    contents += [source.content for source in brief.sources]
    contents += [part for row in brief.annex for part in (row.what, *row.basis, row.sources)]
    for content in contents:
        for leaf in leaves(content):
            if isinstance(leaf, Other):
                yield leaf
            elif isinstance(leaf, Name) and _holds_figures(leaf.words, brief.language):
                yield Other("name", leaf.words)
    yield from (Other("address", source.url) for source in brief.sources if source.url)
    opened = (origin.address for row in brief.annex for origin in row.origins)
    yield from (Other("address", address) for address in opened if address and ":~:" not in address)


def _holds_figures(words: str, language: str) -> bool:
    """Whether words have a digit, or read as a figure without one."""
    return any(map(str.isdecimal, words)) or bool(read(words, language=_reader(language)))


def _reader(language: str) -> str | None:
    return language if language in LANGUAGES else None


def _contents(blocks: Iterable[Block]) -> Iterator[Inlines]:
    for block in singles(blocks):
        match block:
            case Paragraph(content) | Heading(content=content):
                yield content
            case Table(head, rows, caption=caption, note=note):
                yield from (*head, *(cell for row in rows for cell in row), caption, note)
            case Chart(caption=caption, note=note, ticks=ticks):
                yield from (caption, note, tuple(words for _, words in ticks))
