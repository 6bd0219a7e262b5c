"""The record of what each language prints -> Problems L001 to L004 where the languages are out of step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checks.drawn import drawn
from briefing.checks.groups import NOUNS, Key
from briefing.checks.sides import Sides
from briefing.model import Brief, Printed, Problem
from briefing.project import Project
from briefing.saying import tell

Prints = Mapping[str, Printed | None]


def agreement(project: Project, sides: Sides) -> Iterator[Problem]:
    """L001 a fact that one language alone prints in a section, L002 a qualifier, L003 a chart or a table.

    L004, a warning, is an exception that nothing needs.
    """
    exempt = {(row.section, row.fact, row.language) for row in project.exempt}
    needed: set[tuple[str, str, str]] = set()
    said = {language: _by_section(brief) for language, brief in sides.briefs.items()}
    for section in ("title", "standfirst", "cards", *project.sections):
        union = {key for sections in said.values() for key in sections.get(section, {})}
        for key in sorted(union):
            prints = {language: sections.get(section, {}).get(key) for language, sections in said.items()}
            yield from _alone(section, key, prints, exempt, sides)
            if None in prints.values():
                needed |= {(section, key[0], language) for language, printed in prints.items() if printed}
        for language in sides.briefs:
            yield from _unqualified(section, language, sides)
    for row in project.exempt:
        if (row.section, row.fact, row.language) not in needed:
            what = tell(
                "nothing needs the exception for '{fact}' in section '{section}'",
                fact=row.fact,
                section=row.section,
            )
            yield Problem("L004", what, row.where, tell("delete it"), "warning", row.section, (row.fact,))
    yield from drawn(sides)


def _alone(
    section: str, key: Key, prints: Prints, exempt: set[tuple[str, str, str]], sides: Sides
) -> Iterator[Problem]:
    """L001 at the line that lost the fact, or at that which gained it where only that language has changed."""
    fact, aspect = key
    noun = tell(NOUNS[aspect], fact=fact)
    printing = {language: printed for language, printed in prints.items() if printed is not None}
    for language, printed in prints.items():
        if printed is not None or all((section, fact, other) in exempt for other in printing):
            continue
        first, there = next(iter(printing.items()))
        if sides.blamed(section, first, language) == first:
            where = sides.place(first, section, there.line)
        else:
            where = sides.counterpart(key, section, first, language)
        yield Problem(
            "L001",
            tell(
                "{noun} stands in section '{section}' in {printing}, not in {language}",
                noun=noun,
                section=section,
                printing=", ".join(printing),
                language=language,
            ),
            where,
            tell("print it in each, or declare an [[exception]] with its reason in briefing.toml"),
            section=section,
            facts=(fact,),
        )


def _unqualified(section: str, language: str, sides: Sides) -> Iterator[Problem]:
    """L002: where the words of a section first print a fact, they say its qualifier; a bare figure may follow."""
    met: set[str] = set()
    for group in sides.groups(language, section):
        for printed in group.printed:
            if printed.aspect != "value" or printed.fact in met:
                continue
            met.add(printed.fact)
            if printed.unsaid != "exact":
                what = tell(
                    "'{fact}' is '{unsaid}', and section '{section}' does not say so in {language}",
                    fact=printed.fact,
                    unsaid=printed.unsaid,
                    section=section,
                    language=language,
                )
                where = sides.place(language, section, printed.line)
                hint = tell("print it first without the form bare")
                yield Problem("L002", what, where, hint, section=section, facts=(printed.fact,))


def _by_section(brief: Brief) -> dict[str, dict[Key, Printed]]:
    sections: dict[str, dict[Key, Printed]] = {}
    for printed in brief.printed:
        sections.setdefault(printed.section, {}).setdefault((printed.fact, printed.aspect), printed)
    return sections
