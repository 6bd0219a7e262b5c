"""The record of what each language prints -> Problems L001 to L003 where the languages are out of step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model import Brief, Chart, Place, Printed, Problem
from briefing.project import Project

Key = tuple[str, str]


def agreement(project: Project, briefs: Mapping[str, Brief]) -> Iterator[Problem]:
    """L001 a fact that one language alone prints in a section, L002 a value that differs, L003 a chart."""
    exempt = {(row.section, row.fact, row.language) for row in project.exempt}
    said = {language: _by_section(brief) for language, brief in briefs.items()}
    for section in ("title", "standfirst", "cards", *project.sections):
        union = {key for sections in said.values() for key in sections.get(section, {})}
        for key in sorted(union):
            prints = {language: sections.get(section, {}).get(key) for language, sections in said.items()}
            yield from _compared(section, key, prints, exempt)
    charts = {language: _charts(brief) for language, brief in briefs.items()}
    first = next(iter(charts.values()), ())
    for language, found in charts.items():
        for chart in sorted(set(first) ^ set(found)):
            where = Place(f"templates/brief.{language}.md.j2")
            yield Problem("L003", f"chart '{chart}' stands in one language alone", where, "print it in each")


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
    if len({printed.quantity for printed in prints.values() if printed is not None}) > 1:
        yield Problem(
            "L002", f"{noun} differs between the languages in section '{section}'", hint="build again"
        )


def _by_section(brief: Brief) -> dict[str, dict[Key, Printed]]:
    sections: dict[str, dict[Key, Printed]] = {}
    for printed in brief.printed:
        sections.setdefault(printed.section, {})[printed.fact, printed.aspect] = printed
    return sections


def _charts(brief: Brief) -> tuple[str, ...]:
    return tuple(
        block.id for section in brief.sections for block in section.blocks if isinstance(block, Chart)
    )
