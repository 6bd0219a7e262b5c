"""What seeds and briefing.toml have printed as it stands -> Problems U010, L011 where those words hold figures of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.facts import Ledger
from briefing.model import Fact, Place, Problem, Words
from briefing.project import Project
from briefing.reading import LANGUAGES, read
from briefing.saying import tell

Named = tuple[str, Words, Place | None]


def naming(project: Project, ledger: Ledger) -> Iterator[Problem]:
    """U010: names and remarks are printed beside figures or by themselves, so they may hold none.

    Titles of sources and studies are names as others gave them, and may; L011 where a translation of one has others.
    """
    yield from _titles(ledger)
    for name, said, where in (*_of_facts(ledger), *_of_sources(ledger), *_of_project(project)):
        for language, text in said.items():
            for mention in read(text, language=language) if language in LANGUAGES else ():
                if mention.quantity.value is None:  # "that year", Asia Today: words for a day, no figure
                    continue
                yield Problem(
                    "U010",
                    tell(
                        "the {language} {name} holds a figure of its own, '{written}'",
                        language=language,
                        name=name,
                        written=mention.written,
                    ),
                    where,
                    tell("say it without; a figure is printed as a fact"),
                )


def _titles(ledger: Ledger) -> Iterator[Problem]:
    titles = [(f"source '{card.id}'", card.title, card.where) for card in ledger.cards.values()]
    titles += [(f"study '{study.id}'", study.title, study.where) for study in ledger.studies.values()]
    for name, title, where in titles:
        held = {language: _values(title[language], language) for language in title if language in LANGUAGES}
        for language in list(held)[1:]:
            first = next(iter(held))
            if held[language] != held[first]:
                what = tell(
                    "the title of {name} has other figures in {language} than in {first}",
                    name=name,
                    language=language,
                    first=first,
                )
                yield Problem(
                    "L011",
                    what,
                    where,
                    tell("translate '{title}' with the figures that it has", title=title[first]),
                )


def _values(text: str, language: str) -> Counter[str]:
    """The values of the figures in ``text``, each as often as it stands there; words for a day (this year) are none."""
    values = (mention.quantity.record() for mention in read(text, language=language))
    return Counter(
        _plain(said["value"]) for said in values if said["value"] is not None and "relative" not in said
    )


def _plain(value: object) -> str:
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _of_facts(ledger: Ledger) -> Iterator[Named]:
    for record in ledger.records():
        yield f"name of '{record.id}'", record.what, record.where
        if isinstance(record, Fact):
            yield f"label of '{record.id}'", record.label, record.where


def _of_sources(ledger: Ledger) -> Iterator[Named]:
    for card in ledger.cards.values():
        yield f"standing of '{card.id}'", card.standing, card.where
        yield f"report behind '{card.id}'", card.relays, card.where


def _of_project(project: Project) -> Iterator[Named]:
    yield "name of the series", project.series, project.series_at
    yield "name of the logo", project.look.get("logo_alt", {}), project.config.place("look", "logo_alt")
    for spec in project.charts.values():
        yield f"unit of chart '{spec.id}'", spec.unit, spec.where
        for origin, said in spec.series.items():
            yield f"series '{origin}' of chart '{spec.id}'", said, spec.where
