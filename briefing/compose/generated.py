"""The ledger and what a page printed -> the parts that nobody writes: edition line, cards, sources, evidence annex."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import wording
from briefing.audit.words import filled
from briefing.compose.fragment import text_fragment
from briefing.compose.words import Writer
from briefing.facts import formula
from briefing.facts.locators import page_of
from briefing.model import (
    Card,
    Cite,
    Edition,
    Evidence,
    EvidenceRow,
    Fact,
    Inline,
    Inlines,
    KeyFigure,
    Locator,
    Name,
    Origin,
    Other,
    Quantity,
    SourceEntry,
    Text,
)
from briefing.project import Project
from briefing.wording.catalog import Catalog


def edition(project: Project, writer: Writer, catalog: Catalog) -> Edition:
    """The series line; its number and date come from briefing.toml."""
    # Translators: edition line and page label
    said = catalog.gettext("No. {number}")
    number = said.replace("{number}", str(project.edition_number))
    date = wording.say(Quantity("date", project.edition_date), language=writer.language, style=writer.style)
    return Edition(
        project.series[writer.language],
        Other("edition", number),
        Other("edition", date),
        project.edition_date,
    )


def cards(project: Project, writer: Writer) -> tuple[KeyFigure, ...]:
    """The key figures of the first page, in the order of briefing.toml."""
    return tuple(_card(writer.ledger.facts[id], writer) for id in project.cards)


def _card(fact: Fact, writer: Writer) -> KeyFigure:
    figure = writer.figure(fact.id, form="digits")
    label: list[Inline] = [Text(fact.label.get(writer.language) or fact.what[writer.language])]
    if fact.period is not None:
        label += [Text(", "), writer.figure(fact.id, "period")]
    return KeyFigure(figure, tuple(label))


def sources(writer: Writer, catalog: Catalog) -> tuple[SourceEntry, ...]:
    """Every source that is quoted under its number: who, what, when, whose report, and with what caution."""
    cards = writer.ledger.cards
    return tuple(
        SourceEntry(number, id, tuple(_source(cards[id], writer, catalog)), cards[id].url)
        for id, number in writer.ledger.numbers().items()
    )


def _source(card: Card, writer: Writer, catalog: Catalog) -> Iterator[Inline]:
    language = writer.language
    author = card.author.get(language) or next(iter(card.author.values()), "")
    yield Text(f"{author}, " if author else "")
    # Translators: list of sources, source lines, evidence
    quoted = catalog.gettext("“{title}”")
    yield Other("verbatim", quoted.replace("{title}", card.title[language]))
    yield Text(f", {card.publisher[language]}, ")
    yield _published(card, writer)
    yield Text(".")
    if card.relays:
        # Translators: list of sources, source lines, evidence
        relayed = catalog.gettext("Relaying {report}")
        yield Text(f" {relayed.replace('{report}', card.relays[language])}.")
    if card.standing:
        yield Text(f" {card.standing[language]}")


def annex(writer: Writer, catalog: Catalog) -> tuple[EvidenceRow, ...]:
    """One row for each fact or event that the page prints, in the order of the sources, calculated ones last."""
    ledger, numbers = writer.ledger, writer.ledger.numbers()
    places: dict[str, list[str]] = {}
    for printed in writer.printed:
        places.setdefault(printed.fact, []).extend((printed.place,) if printed.place else ())

    def order(id: str) -> tuple[int, int, str]:
        proofs = ledger.evidence_of(id)
        if not proofs:
            return (len(numbers) + 1, 0, id)
        return (numbers[proofs[0].source], proofs[0].span.start if proofs[0].span else 0, id)

    writer.section, writer.at = "annex", 0
    return tuple(_row(id, tuple(places[id]), writer, catalog) for id in sorted(places, key=order))


def _row(id: str, places: tuple[str, ...], writer: Writer, catalog: Catalog) -> EvidenceRow:
    record = writer.ledger.facts.get(id) or writer.ledger.events[id]
    # in the order in which the row prints them
    figure = writer.figure(id, form="digits", linked=False) if isinstance(record, Fact) else None
    period: Inlines = ()
    if record.period is not None:
        period = (writer.figure(id, "period", "table", linked=False),)
    return EvidenceRow(
        fact=id,
        figure=figure,
        what=(Text(record.what[writer.language]),),
        period=period,
        basis=tuple(_basis(id, writer, catalog)),
        sources=tuple(_provenance(id, writer)),
        places=places,
        origins=tuple(_origins(id, writer, catalog)),
    )


def _origins(id: str, writer: Writer, catalog: Catalog) -> Iterator[Origin]:
    ledger = writer.ledger
    proofs = {evidence.source: evidence for evidence in ledger.evidence_of(id)}
    for source in proofs or ledger.sources_of(id):
        card = ledger.cards[source]
        said: Inlines = (Text(f"{reporter(card, writer.language, catalog)}, "), _published(card, writer))
        address = _address(card.url, proofs.get(source)) if card.url else None
        yield Origin((*said, Cite((ledger.numbers()[source],))), address)


def _address(url: str, evidence: Evidence | None) -> str | None:
    """What opens the quoted words: their text fragment, or the page of a PDF (RFC 8118); nothing opens a cell."""
    locator = evidence.locator if evidence is not None else None
    if evidence is None or (locator is not None and locator.cell):
        return None
    if locator is not None and locator.page is not None:
        return page_of(url, locator.page)
    return text_fragment(url, evidence.quote)


def reporter(card: Card, language: str, catalog: Catalog) -> str:
    """The publisher, and whose report it passes on."""
    publisher = card.publisher[language]
    if not card.relays:
        return publisher
    # Translators: source line of a chart
    said = catalog.gettext("{publisher}, relaying {report}")
    return said.replace("{publisher}", publisher).replace("{report}", card.relays[language])


def _published(card: Card, writer: Writer) -> Other:
    published = Quantity("date", card.published)
    said = wording.say(published, language=writer.language, style=writer.style, form="approximate")
    return Other("publication", said)


def _basis(id: str, writer: Writer, catalog: Catalog) -> Iterator[Inlines]:
    for evidence in writer.ledger.evidence_of(id):
        language = writer.ledger.cards[evidence.source].language
        quoted: Inlines = (Other("verbatim", f"“{evidence.quote}”", language),)
        if evidence.locator is not None:
            place = Other("locator", _located(evidence.locator, evidence.unit, catalog))
            quoted += (Text(" ("), place, Text(")"))
        yield quoted
    fact = writer.ledger.facts.get(id)
    if fact is not None and fact.formula is not None:
        said = formula.say(
            formula.parse(fact.formula), lambda term: _worded(term, writer), lambda term: _year(term, writer)
        )
        # Translators: list of sources, source lines, evidence
        here = catalog.gettext("Calculated here")
        yield (Text(f"{here}: "), Other("formula", said))


def _located(locator: Locator, unit: str, catalog: Catalog) -> str:
    """Where people look it up: the page of a PDF, or the cell of a table with its headers, and with its unit where these
    do not say it."""
    if locator.page is not None:
        # Translators: after quoted words, the page of a PDF on which they stand
        return catalog.gettext("p. {page}").replace("{page}", str(locator.page))
    if locator.sheet:
        # Translators: after the text of a cell, where it stands in its spreadsheet
        said = catalog.gettext("row {row}, column {column}, sheet {sheet}, cell {cell}")
    else:
        # Translators: after the text of a cell, where it stands in its table
        said = catalog.gettext("row {row}, column {column}, cell {cell}")
    values = {"row": locator.row, "column": locator.column, "sheet": locator.sheet, "cell": locator.cell}
    where = filled(said, values, lambda words, _: words)
    if not unit or unit in locator.row or unit in locator.column:
        return where
    # Translators: after the place of a cell, the unit that its table says of all cells
    counted = catalog.gettext("{place}, unit {unit}")
    return filled(counted, {"place": where, "unit": unit}, lambda words, _: words)


def _worded(id: str, writer: Writer) -> str:
    return wording.say(
        writer.ledger.facts[id].quantity, language=writer.language, style=writer.style, form="digits"
    )


def _year(id: str, writer: Writer) -> str:
    year = Quantity("date", f"{formula.year_of(writer.ledger.facts[id]):04f}")
    return wording.say(year, language=writer.language, style=writer.style)


def _provenance(id: str, writer: Writer) -> Iterator[Inline]:
    ids = writer.ledger.sources_of(id)
    yield Cite(tuple(sorted(writer.ledger.numbers()[source] for source in ids)))
    record = writer.ledger.facts.get(id) or writer.ledger.events[id]
    if record.via is not None:
        yield Text(" ")
        yield Name(record.via, writer.ledger.studies[record.via].title[writer.language])
