"""Briefs -> Problems L003 where a chart or a called table does not stand in every language, or shows other figures there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.checks.sides import Sides
from briefing.model import Block, Chart, Figure, Problem, Table
from briefing.plaintext import leaves, singles
from briefing.saying import tell

HINT = tell("print it in each")


def drawn(sides: Sides) -> Iterator[Problem]:
    """L003 at the section of the language that lacks it, or that differs from the first."""
    found = {
        language: {
            block.id: (section.id, block) for section in brief.sections for block in _drawn(section.blocks)
        }
        for language, brief in sides.briefs.items()
    }
    every = {id: (section, block) for others in found.values() for id, (section, block) in others.items()}
    for language, here in found.items():
        for id, (section, block) in sorted(every.items()):
            noun = tell("table") if isinstance(block, Table) else tell("chart")
            if id not in here:
                what = tell("{noun} '{id}' does not stand in {language}", noun=noun, id=id, language=language)
                yield Problem("L003", what, sides.place(language, section), HINT, section=section)
    first, *others = found
    for language in others:
        for id in sorted(found[first].keys() & found[language].keys()):
            (section, one), (_, other) = found[first][id], found[language][id]
            blamed = sides.blamed(section, first, language)
            for differing in _differences(one, other):
                noun = tell("table") if isinstance(one, Table) else tell("chart")
                said = tell(
                    "{noun} '{id}' has other {what} in {language} than in {first}",
                    noun=noun,
                    id=id,
                    what=differing,
                    language=language,
                    first=first,
                )
                hint = tell("call it with the same series and options in each")
                yield Problem("L003", said, sides.place(blamed, section), hint, section=section)


def _differences(one: Chart | Table, other: Chart | Table) -> Iterator[str]:
    """In what two languages' versions of one chart or table differ that are the same in every language."""
    if isinstance(one, Chart) and isinstance(other, Chart):
        if _shown(one) != _shown(other):
            yield tell("figures")
        elif [row.accent for row in one.rows] != [row.accent for row in other.rows]:
            yield tell("accents")
        elif (one.kind, one.scale, bool(one.unit)) != (other.kind, other.scale, bool(other.unit)):
            yield tell("settings")
    elif isinstance(one, Table) and isinstance(other, Table) and _cells(one) != _cells(other):
        yield tell("figures")


def _shown(chart: Chart) -> list[str]:
    return [row.figure.fact for row in chart.rows] + ([chart.whole.fact] if chart.whole else [])


def _cells(table: Table) -> list[list[list[tuple[str, str]]]]:
    return [
        [
            [(leaf.fact, leaf.aspect) for leaf in leaves(cell) if isinstance(leaf, Figure)]
            for cell in row
        ]
        for row in (table.head, *table.rows)
    ]  # fmt: skip


def _drawn(blocks: Iterable[Block]) -> Iterator[Chart | Table]:
    """The charts, and the tables that a template called."""
    return (block for block in singles(blocks) if isinstance(block, Chart | Table) and block.id)
