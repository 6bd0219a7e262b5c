"""The record of what each language prints -> Problems L001 to L004 where the languages are out of step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model import Block, Brief, Bullets, Chart, Place, Printed, Problem, Quote
from briefing.project import Project

Key = tuple[str, str]


def agreement(project: Project, briefs: Mapping[str, Brief]) -> Iterator[Problem]:
    """L001 a fact that one language alone prints in a section, L002 a qualifier, L003 a chart.

    A qualifier is said where the section prints the fact with it at least once: a bare figure may follow.
    L004, a warning, is an exception that nothing needs.
    """
    exempt = {(row.section, row.fact, row.language) for row in project.exempt}
    needed: set[tuple[str, str, str]] = set()
    said = {language: _by_section(brief) for language, brief in briefs.items()}
    for section in ("title", "standfirst", "cards", *project.sections):
        union = {key for sections in said.values() for key in sections.get(section, {})}
        for key in sorted(union):
            prints = {language: sections.get(section, {}).get(key) for language, sections in said.items()}
            yield from _compared(section, key, prints, exempt)
            if None in prints.values():
                needed |= {(section, key[0], language) for language, printed in prints.items() if printed}
    for row in project.exempt:
        if (row.section, row.fact, row.language) not in needed:
            what = f"nothing needs the exception for '{row.fact}' in section '{row.section}'"
            yield Problem("L004", what, row.where, "delete it", "warning")
    charts = {
        language: {id for section in brief.sections for id in _charts(section.blocks)}
        for language, brief in briefs.items()
    }
    every = {chart for found in charts.values() for chart in found}
    for language, found in charts.items():
        for chart in sorted(every - found):
            where = Place(f"templates/brief.{language}.md.j2")
            yield Problem("L003", f"chart '{chart}' does not stand in {language}", where, "print it in each")


def _compared(
    section: str, key: Key, prints: Mapping[str, Printed | None], exempt: set[tuple[str, str, str]]
) -> Iterator[Problem]:
    fact, aspect = key
    noun = {"value": f"'{fact}'", "period": f"the date of '{fact}'"}.get(aspect, f"the citation of '{fact}'")
    printing = [language for language, printed in prints.items() if printed is not None]
    for language, printed in prints.items():
        if printed is None and not all((section, fact, other) in exempt for other in printing):
            yield Problem(
                "L001",
                f"{noun} stands in section '{section}' in {', '.join(printing)}, not in {language}",
                Place(f"templates/brief.{language}.md.j2"),
                "print it there too, or declare an [[exception]] with its reason in briefing.toml",
            )
    said = {
        language: printed.quantity for language, printed in prints.items() if printed and printed.quantity
    }
    whole = next((quantity for quantity in said.values() if quantity.qualifier != "exact"), None)
    for language, quantity in said.items():
        if whole is not None and quantity != whole:
            yield Problem(
                "L002",
                f"{noun} is '{whole.qualifier}' in section '{section}', and {language} does not say so",
                Place(f"templates/brief.{language}.md.j2"),
                "print it once without the form bare",
            )


def _by_section(brief: Brief) -> dict[str, dict[Key, Printed]]:
    sections: dict[str, dict[Key, Printed]] = {}
    for printed in brief.printed:
        section, key = sections.setdefault(printed.section, {}), (printed.fact, printed.aspect)
        earlier = section.get(key)
        if earlier is None or earlier.quantity is None or earlier.quantity.qualifier == "exact":
            section[key] = printed
    return sections


def _charts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Chart(id):
                yield id
            case Bullets(items):
                for item in items:
                    yield from _charts(item)
            case Quote(inner):
                yield from _charts(inner)
