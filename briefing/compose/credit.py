"""The facts of a chart or a table -> the line below it that says whose figures they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.compose.generated import reporter
from briefing.compose.words import Writer
from briefing.model import Inline, Inlines, Name, Text
from briefing.wording.catalog import Catalog


def credit(ids: Sequence[str], writer: Writer, catalog: Catalog) -> Inlines:
    """Each source once, in the order of the facts, and the citation of all."""
    names: list[Inline] = []
    for name in dict.fromkeys(_provenance(ids, writer, catalog)):
        names += [Text("; "), name] if names else [name]
    # Translators: list of sources, source lines, evidence
    before, _, after = catalog.gettext("Source: {names}").partition("{names}")
    return (Text(before), *names, Text(after), writer.cite_all(tuple(ids)))


def _provenance(ids: Sequence[str], writer: Writer, catalog: Catalog) -> Iterator[Inline]:
    """The study behind each fact, else whose report it is; and that it was calculated here."""
    ledger = writer.ledger
    for id in ids:
        fact = ledger.facts[id]
        if fact.formula is not None:
            yield from _provenance(fact.parents, writer, catalog)
            # Translators: list of sources, source lines, evidence
            yield Text(catalog.gettext("calculated here"))
        elif fact.via is not None:
            yield Name(fact.via, ledger.studies[fact.via].title[writer.language])
        else:
            yield Text(reporter(ledger.cards[fact.evidence[0].source], writer.language, catalog))
