"""Brief -> the parts that the shells of the screen and of paper set: cards, sections, sources, annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from briefing import lettering
from briefing.look import Look
from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    Cite,
    EvidenceRow,
    Figure,
    Heading,
    Inlines,
    KeyFigure,
    Paragraph,
    Quote,
    Section,
    SourceEntry,
    Table,
    Text,
)
from briefing.plaintext import Leaf, leaves, plain
from briefing.render import popover
from briefing.render.columns import evidence_columns
from briefing.render.flow import flow
from briefing.render.hypertext import Hypertext

CARD_SIZES = (21, 19, 17, 15, 13)


def parts(brief: Brief, *, paper: bool, look: Look) -> dict[str, Any]:
    """What a shell prints, by name, each part already HTML where it holds content."""
    hypertext = Hypertext(
        brief.language,
        evidence=frozenset(row.fact for row in brief.annex),
        gettext=brief.gettext,
        paper=paper,
        colours=look.in_print,
        opened=frozenset() if paper else frozenset(row.fact for row in brief.opened),
    )
    where = _where(brief)
    return {
        "brief": brief,
        "gettext": brief.gettext,
        "_": brief.gettext,
        "columns": evidence_columns(brief.gettext),
        "title": _title(hypertext, brief.title),
        "plain_title": plain(brief.title),
        "description": plain(brief.standfirst),
        "standfirst": hypertext.inlines(brief.standfirst),
        "cards": [_card(hypertext, card) for card in brief.cards],
        "card_size": card_size(brief.cards, look.card_room),
        "logo": look.logo,
        "sections": [_section(hypertext, section) for section in brief.sections],
        "sources": [_source(hypertext, source) for source in brief.sources],
        "annex": [_row(hypertext, row, where) for row in brief.annex],
        "popovers": [] if paper else [popover.content(hypertext, row) for row in brief.opened],
    }


def _title(hypertext: Hypertext, title: Inlines) -> Markup:
    """The title; what follows a colon stands on a line of its own."""
    for index, leaf in enumerate(title):
        if isinstance(leaf, Text) and ": " in leaf.text:
            lead, _, rest = leaf.text.partition(": ")
            return Markup('<span class="lead">{}</span> <span class="rest">{}</span>').format(
                hypertext.heading((*title[:index], Text(lead + ":"))),
                hypertext.heading((Text(rest), *title[index + 1 :])),
            )
    return hypertext.heading(title)


def _section(hypertext: Hypertext, section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "number": section.number,
        "title": hypertext.heading(section.title),
        "plain": plain(section.title),
        "content": flow(hypertext, section.blocks),
    }


def _source(hypertext: Hypertext, source: SourceEntry) -> dict[str, Any]:
    return {"number": source.number, "content": hypertext.inlines(source.content), "url": source.url}


def _row(hypertext: Hypertext, row: EvidenceRow, where: Mapping[str, str]) -> dict[str, Any]:
    places: dict[str, str] = {}
    for place in row.places:
        if place in where:
            places.setdefault(where[place], place)
    if not places and row.places:
        places["↑"] = row.places[0]
    return {
        "fact": row.fact,
        "figure": _back(hypertext, row, places),
        "what": hypertext.inlines(row.what),
        "period": hypertext.inlines(row.period),
        "basis": [hypertext.inlines(basis) for basis in row.basis],
        "sources": hypertext.inlines(row.sources),
        "places": [{"name": name, "place": place} for name, place in places.items()],
    }


def _back(hypertext: Hypertext, row: EvidenceRow, places: Mapping[str, str]) -> Markup:
    """The row's figure as the way back to where the page prints it first."""
    if row.figure is None:
        return Markup("–")
    data = hypertext.data(row.figure)
    first = next(iter(places.values()), None)
    return Markup('<a href="#{}">{}</a>').format(first, data) if first else data


def _where(brief: Brief) -> dict[str, str]:
    """The place of every figure and citation -> the number of its section, or the title of one without."""
    short = {plain(each.title): f"§{each.number}" for each in brief.sections if each.number is not None}
    return {place: short.get(title, title) for place, title in places(brief).items()}


def places(brief: Brief) -> dict[str, str]:
    """The place of every figure and citation -> the title of its section."""
    named = {card.figure.place: brief.gettext("Key figures") for card in brief.cards}
    for section in brief.sections:
        name = plain(section.title)
        for leaf in (*leaves(section.title), *_leaves_of(section.blocks)):
            if isinstance(leaf, Figure | Cite) and leaf.place:
                named[leaf.place] = name
    return named


def _leaves_of(blocks: tuple[Block, ...]) -> Iterator[Leaf]:
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(content=content):
                yield from leaves(content)
            case Bullets(items):
                for item in items:
                    yield from _leaves_of(item)
            case Quote(quoted):
                yield from _leaves_of(quoted)
            case Table(head, rows, caption=caption, note=note):
                for cell in (*head, *(cell for row in rows for cell in row), caption, note):
                    yield from leaves(cell)
            case Chart(rows=marks, caption=caption, note=note, whole=whole):
                yield from leaves(caption)
                yield from (mark.figure for mark in marks)
                yield from (whole,) if whole is not None else ()
                yield from leaves(note)


def _card(hypertext: Hypertext, card: KeyFigure) -> dict[str, Any]:
    lead, number, unit = split(card.figure.words)
    letters = Markup("{}{}{}").format(_small(lead), number, _small(unit))
    return {"figure": hypertext.figure(card.figure, parts=letters), "label": hypertext.inlines(card.label)}


def _small(words: str) -> Markup:
    return Markup("<small>{}</small>").format(words) if words else Markup("")


def split(words: str) -> tuple[str, str, str]:
    """A figure's words as qualifier, number, unit: ("약 ", "3조 7,000억", " 원"), signs with the number."""
    found = re.fullmatch(r"(\D*\s)?(\D*\d(?:.*\d)?%?[만억조]?)(.*)", words)
    return (found[1] or "", found[2], found[3]) if found else ("", words, "")


def card_size(cards: tuple[KeyFigure, ...], room: Decimal) -> int:
    """The largest type size in points at which every card's figure stays on one line of ``room`` points."""
    for size in CARD_SIZES:
        if all(_set_width(card.figure.words) * size <= room for card in cards):
            return size
    return CARD_SIZES[-1]


def _set_width(words: str) -> Decimal:
    lead, number, unit = split(words)
    return lettering.width(number) + lettering.width(lead + unit) * Decimal("0.56")
