"""Briefs -> what each section says, as digests; templates/review.toml -> what it said when it was last reviewed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing import schema, tomlplace
from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    Cite,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Place,
    Problem,
    Quote,
    Refusal,
    Table,
)
from briefing.plaintext import leaves, words
from briefing.project import Project
from briefing.saying import tell

NAME = "templates/review.toml"
_HEAD = "# Written by `briefing review --accept`: what each section said when its languages were last read side by side.\n"
_LENGTH = 20
"""Hex digits of a digest: enough to tell any two editions of a paragraph apart."""

ORDER = "order"

Digests = Mapping[str, Mapping[str, str]]
Orders = Mapping[str, tuple[str, ...]]
"""Section -> what two languages tell in different orders, ``en ko value one-fact other-fact``, or in different
passages, ``en ko passage value one-fact``."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Section -> language -> digest as last accepted; ``places`` are the lines of the sections.

    ``orders`` are the differences of order that were accepted.
    """

    digests: Digests
    places: Mapping[str, Place]
    orders: Orders = field(default_factory=dict)


def digests(briefs: Mapping[str, Brief]) -> Digests:
    """Section -> language -> digest of all that the section says: its words, and its figures by value.

    Where a citation stands counts, its numbers do not. How a figure is worded does not count, what it says does: a new edition of a survey asks for a review,
    a change of the number style does not.
    """
    return {
        section: {language: _digest(texts[section]) for language, texts in said.items() if section in texts}
        for said in [{language: _sections(brief) for language, brief in briefs.items()}]
        for section in dict.fromkeys(name for texts in said.values() for name in texts)
    }


def read(project: Project) -> Reviewed | None:
    """The reviews of a brief, None where it has had none; Refusal P003 where the file is not as it is written."""
    if not (project.folder / NAME).is_file():
        return None
    document = tomlplace.load(project.folder / NAME, shown=NAME)
    shape = {language: schema.text() for language in project.languages}
    problems = [
        problem
        for section, digest in document.data.items()
        for problem in (
            schema.check(
                document,
                (section,),
                ({language: schema.text() for language in digest} or shape) | {ORDER: schema.strings()},
            )
            if isinstance(digest, dict)
            else [
                Problem("P003", tell("{section} must be a table", section=section), document.place(section))
            ]
        )
    ]
    if problems:
        raise Refusal(*problems)
    said = {
        section: {key: digest for key, digest in table.items() if key != ORDER}
        for section, table in document.data.items()
    }
    orders = {section: tuple(table.get(ORDER, ())) for section, table in document.data.items()}
    return Reviewed(said, {section: document.place(section) for section in said}, orders)


def accepted(reviewed: Reviewed | None, now: Digests, orders: Orders, sections: frozenset[str]) -> str:
    """The file after a review of ``sections``; the others stay as they were, those that are gone are dropped."""
    before = reviewed or Reviewed({}, {})
    tables = [
        _table(name, now[name], orders.get(name, ()))
        if name in sections
        else _table(name, before.digests.get(name, {}), before.orders.get(name, ()))
        for name in now
    ]
    return _HEAD + "".join(tables)


def _table(section: str, digest: Mapping[str, str], orders: tuple[str, ...]) -> str:
    if not digest:
        return ""
    lines = [f'{language} = "{digest[language]}"\n' for language in sorted(digest)]
    if orders:
        told = "".join(f'    "{order}",\n' for order in orders)
        lines.append(f"{ORDER} = [\n{told}]\n")
    return f"\n[{section}]\n" + "".join(lines)


def rows(reviewed: Reviewed | None, now: Digests, languages: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Section by section, for each language: reviewed, changed or new."""
    before = reviewed.digests if reviewed is not None else {}

    def state(section: str, language: str) -> str:
        accepted = before.get(section, {}).get(language)
        if accepted is None:
            return tell("new")
        return tell("reviewed") if accepted == now[section].get(language) else tell("changed")

    return [(section, *(state(section, language) for language in languages)) for section in now]


def _digest(lines: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_LENGTH]


def _sections(brief: Brief) -> dict[str, tuple[str, ...]]:
    cards = tuple(f"{_of(card.figure)} {_said(card.label)}" for card in brief.cards)
    heads: dict[str, tuple[str, ...]] = {
        "title": (_said(brief.title),),
        "standfirst": (_said(brief.standfirst),),
    }
    heads |= {"cards": cards} if cards else {}
    sections = {
        section.id: (_said(section.title), *(line for block in section.blocks for line in _lines(block)))
        for section in brief.sections
    }
    return heads | sections


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content):
            yield _said(content)
        case Heading(level, content):
            yield f"{'#' * level} {_said(content)}"
        case Bullets(items, ordered):
            for item in items:
                yield "1." if ordered else "-"
                yield from (line for inner in item for line in _lines(inner))
        case Quote(blocks):
            yield ">"
            yield from (line for inner in blocks for line in _lines(inner))
        case Table(head, rows, caption=caption, id=id):
            yield f"{id}: {_said(caption)}" if id else _said(caption)
            yield from (" | ".join(map(_said, cells)) for cells in (head, *rows))
        case Chart(id):
            yield f"{id}: {_said(block.caption)}"
            yield from (f"{row.label} {_of(row.figure)}" for row in block.rows)


def _said(content: Inlines) -> str:
    parts = (
        _of(leaf) if isinstance(leaf, Figure) else "[]" if isinstance(leaf, Cite) else words(leaf)
        for leaf in leaves(content)
    )
    return " ".join("".join(parts).split())


def _of(figure: Figure) -> str:
    record = figure.quantity.record()
    value = json.dumps([record.get(key) for key in ("kind", "value", "unit", "qualifier", "part")])
    return f"{{{figure.fact} {figure.aspect} {value}}}"
