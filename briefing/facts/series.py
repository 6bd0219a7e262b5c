"""Declared series and the tables that they run through (or the lock in their place) -> a fact for each of their cells."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.facts import cells, headers, units
from briefing.facts import lock as locks
from briefing.facts.cells import Found, Levels, Table
from briefing.facts.layout import Layout
from briefing.facts.lock import Lock, Made
from briefing.facts.seeds import LEVEL, Cell, FactSeed, Phrase, Quoted, Seeds, SeriesSeed
from briefing.model import Fact, Problem, Refusal, Words
from briefing.saying import tell

_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Expanded:
    """The seeds with the facts of their series, and which these are."""

    seeds: Seeds
    made: Mapping[str, Made]
    problems: tuple[Problem, ...]


def expanded(seeds: Seeds, tables: Mapping[str, Table]) -> Expanded:
    """The seeds with a fact for each figure of a declared row or column of a table.

    F061 to F063 where its headers are not there, F066 where it does not run so, F003 where an id is taken.
    """
    facts, made, problems = dict(seeds.facts), dict[str, Made](), list[Problem]()
    for seed in seeds.series.values():
        try:
            run, told = _run(seed, tables[seed.source])
        except Refusal as refusal:
            problems += [
                replace(problem, message=tell("'{id}': {message}", id=seed.id, message=problem.message))
                for problem in refusal.problems
            ]
            continue
        problems += told
        own = _facts(seed, run, tables[seed.source])
        problems += _clashes(seeds, facts, own, seed)
        facts |= {fact.id: fact for fact in own if fact.id not in facts}
        made[seed.id] = Made(seed.declaration(), tuple(fact.id for fact in own))
    return Expanded(replace(seeds, facts=facts), made, tuple(problems))


def remembered(seeds: Seeds, lock: Lock) -> Expanded:
    """The same from the lock, without the tables; F033 where a series is not in it as it is declared."""
    facts, problems = dict(seeds.facts), list[Problem]()
    for seed in seeds.series.values():
        made = lock.series.get(seed.id)
        if made is None or made.declaration != seed.declaration():
            what = tell("the series '{id}' is not in the lock as it is declared", id=seed.id)
            problems.append(Problem("F033", what, seed.where, locks.HINT))
            continue
        own = [
            _fact(seed, id, located.cell, _header(seed, located.cell))
            for id in made.facts
            if (located := lock.evidence.get((id, seed.source))) is not None and located.cell is not None
        ]
        problems += _clashes(seeds, facts, own, seed)
        facts |= {fact.id: fact for fact in own if fact.id not in facts}
    kept = {id: made for id, made in lock.series.items() if id in seeds.series}
    return Expanded(replace(seeds, facts=facts), kept, tuple(problems))


def series(seeds: Seeds, made: Mapping[str, Made], facts: Mapping[str, Fact]) -> dict[str, tuple[str, ...]]:
    """The facts of each series in order: those of a row or column as they stand there, those that are named as they are
    named, and those of a measure by their period."""
    found: dict[str, tuple[str, ...]] = {}
    measures: dict[str, list[Fact]] = {}
    for fact in facts.values():
        if fact.measure is not None:
            measures.setdefault(fact.measure, []).append(fact)
    for measure, members in measures.items():
        dated = sorted(members, key=lambda fact: str(fact.period.value) if fact.period is not None else "")
        found[measure] = tuple(fact.id for fact in dated)
    found |= {id: tuple(fact for fact in one.facts if fact in facts) for id, one in made.items()}
    return found | {id: group.facts for id, group in seeds.groups.items()}


def amiss(seeds: Seeds, made: Mapping[str, Made], facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """F068 for a series of facts that nobody defines, F003 for one with the name of a measure that other facts have."""
    for group in seeds.groups.values():
        for id in group.facts:
            if id not in facts and seeds.place_of(id) is None:
                near = difflib.get_close_matches(id, facts, n=1)
                hint = (
                    tell("did you mean '{near}'?", near=near[0])
                    if near
                    else tell("define [fact.{id}]", id=id)
                )
                yield Problem(
                    "F068",
                    tell("the series '{id}' names an unknown fact '{id2}'", id=group.id, id2=id),
                    group.where,
                    hint,
                )
    named = {id: (set(group.facts), group.where) for id, group in seeds.groups.items()}
    named |= {id: (set(one.facts), seeds.series[id].where) for id, one in made.items()}
    for id, (members, where) in named.items():
        others = [fact.id for fact in facts.values() if fact.measure == id and fact.id not in members]
        if others:
            what = tell(
                "the series '{id}' has the name of the measure of '{others}', which is none of its facts",
                id=id,
                others=others[0],
            )
            yield Problem("F003", what, where, tell("give the series or the measure another name"))


def _run(seed: SeriesSeed, table: Table) -> tuple[list[Found], list[Problem]]:
    """The cells of the series in their order, and the note of those that it leaves out."""
    lead = max(map(len, (seed.row, *(() if seed.row else (*seed.others, seed.first, seed.last)))))
    sheets = table.sheets(seed.where, seed.sheet, lead)
    along = [
        (sheet, at)
        for sheet in sheets
        for at in (cells.rows_of(sheet, seed.row) if seed.row else cells.columns_of(sheet, seed.column))
    ]
    axis, wanted = ("row", seed.row) if seed.row else ("column", seed.column)
    if not along:
        raise cells.missing(table, axis, wanted, sheets, seed.where)
    if len(along) > 1:
        hint = tell('name more levels of its headers: ["…", "…"], or its sheet')
        raise _many(seed, table, axis, wanted, len(along), hint)
    (sheet, at) = along[0]
    places = _places(seed, table, sheet)
    run = [Found(sheet, at, place) if seed.row else Found(sheet, place, at) for place in places]
    if seed.others:
        return run, []
    kept = [found for found in run if not units.NO_FIGURE.fullmatch(found.text)]
    if not kept:
        raise Refusal(
            Problem(
                "F066",
                tell(
                    "no cell of {axis} '{wanted}' has a figure",
                    axis=cells.AXES[axis],
                    wanted=LEVEL.join(wanted),
                ),
                seed.where,
            )
        )
    return kept, list(_left_out(seed, run, table))


def _many(seed: SeriesSeed, table: Table, axis: str, wanted: Levels, count: int, hint: str) -> Refusal:
    what = tell(
        "{axis} '{wanted}' of {id} stands {count} times",
        axis=cells.AXES[axis],
        wanted=LEVEL.join(wanted),
        id=table.card.id,
        count=count,
    )
    return Refusal(Problem("F062", what, seed.where, hint))


def _places(seed: SeriesSeed, table: Table, sheet: Layout) -> list[int]:
    """The rows of a column series, the columns of a row series."""
    of = cells.columns_of if seed.row else cells.rows_of
    axis = "column" if seed.row else "row"

    def one(wanted: Levels) -> int:
        found = of(sheet, wanted)
        if not found:
            raise cells.missing(table, axis, wanted, [sheet], seed.where)
        if len(found) > 1:
            hint = tell('name more levels of its headers: ["…", "…"]')
            raise _many(seed, table, axis, wanted, len(found), hint)
        return found[0]

    if seed.others:
        return [one(wanted) for wanted in seed.others]
    first = one(seed.first) if seed.first else (sheet.lead if seed.row else sheet.first)
    last = one(seed.last) if seed.last else (len(sheet.columns) if seed.row else len(sheet.cells)) - 1
    if last < first:
        what = tell(
            "{axis} '{last}' stands before '{first}'",
            axis=cells.AXES[axis],
            last=LEVEL.join(seed.last),
            first=LEVEL.join(seed.first),
        )
        raise Refusal(Problem("F066", what, seed.where, tell("exchange from and to")))
    headed = sheet.columns if seed.row else ((),) * sheet.first + sheet.rows
    return [at for at in range(first, last + 1) if at < len(headed) and any(headed[at])]


def _left_out(seed: SeriesSeed, run: Sequence[Found], table: Table) -> Iterator[Problem]:
    """F067, a note: cells without a figure, which the series does not have; rows that are empty are no cells of it."""
    empty = [found for found in run if units.NO_FIGURE.fullmatch(found.text) and _said(seed, found)]
    beside = [found for found in empty if found.text]
    if beside:
        said = ", ".join(f"'{LEVEL.join(_said(seed, found))}'" for found in beside[:5])
        what = tell(
            "series '{id}' leaves out what has no figure: {said}{what}",
            id=seed.id,
            said=said,
            what=" …" if len(beside) > 5 else "",
        )
        yield Problem("F067", what, seed.where, tell("nothing to do where the table has none"), "note")


def _said(seed: SeriesSeed, found: Found) -> Levels:
    return found.column_headers if seed.row else found.row_headers


def _facts(seed: SeriesSeed, run: Sequence[Found], table: Table) -> list[FactSeed]:
    slugs = [_slug(_said(seed, found), table.card.language) for found in run]
    return [
        _fact(seed, f"{seed.id}-{slug or number}", _cell(seed, found), _header(seed, _cell(seed, found)))
        for number, (found, slug) in enumerate(zip(run, slugs, strict=True), start=1)
    ]


def _cell(seed: SeriesSeed, found: Found) -> Cell:
    """The cell by all levels of the headers along which the series runs."""
    if seed.row:
        return Cell(seed.row, tuple(map(headers.plain, found.column_headers)), seed.sheet)
    return Cell(tuple(map(headers.plain, found.row_headers)), seed.column, seed.sheet)


def _header(seed: SeriesSeed, cell: Cell) -> str:
    return LEVEL.join(cell.column if seed.row else cell.row)


def _slug(said: Levels, language: str) -> str:
    """A header as the end of an id: its date, else its letters where they are ASCII, else ""."""
    parts = [headers.day(header, language) or headers.unbracketed(header) for header in said]
    text = "-".join(parts).lower()
    return _SLUG.sub("-", text).strip("-") if text.isascii() else ""


def _fact(seed: SeriesSeed, id: str, cell: Cell, header: str) -> FactSeed:
    named: Words = seed.names.get(header, {})
    what = {language: _with(said, named.get(language)) for language, said in seed.what.items()}
    quoted = Quoted(
        seed.source,
        Phrase("", None),
        None,
        seed.when,
        seed.period,
        seed.because,
        seed.where,
        cell=cell,
        unit=seed.unit,
    )
    return FactSeed(id, what, dict(named) or seed.label, seed.measure, seed.via, quoted)


def _with(said: str, name: str | None) -> str:
    return f"{said} ({name})" if name else said


def _clashes(
    seeds: Seeds, facts: Mapping[str, FactSeed], own: Sequence[FactSeed], seed: SeriesSeed
) -> Iterator[Problem]:
    """F003 for ids that something else has, or two cells of the series."""
    seen: set[str] = set()
    for fact in own:
        first = facts[fact.id].quoted.where if fact.id in facts else seeds.place_of(fact.id)
        if first is not None or fact.id in seen:
            what = tell("the series '{id}' makes a second '{id2}'", id=seed.id, id2=fact.id)
            hint = tell(
                "the other is at {first}; give the series another id, or name its rows: rows = [...]",
                first=first or seed.where,
            )
            yield Problem("F003", what, seed.where, hint)
        seen.add(fact.id)
