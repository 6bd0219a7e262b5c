"""seeds/*.toml -> Seeds: every table checked against the fields it may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing import schema, tomlplace
from briefing.facts import tables
from briefing.facts.phrases import dated, parse_phrase
from briefing.facts.seeds import DerivedSeed, EventSeed, FactSeed, Phrase, Quoted, Seeds, Study
from briefing.model import Card, Place, Problem, Refusal
from briefing.reading import LANGUAGES
from briefing.saying import tell
from briefing.sources import ENCODINGS

CARD_WORDS = ("publisher", "title", "relays", "standing")
RECORD_WORDS = ("what", "label", "title")
"""What cards and records say in every language."""
_NONE: schema.Names = {}
STUDIES, DERIVED, ANSWERS = "studies.toml", "derived.toml", "answers.toml"
_KINDS = ("number", "count", "money", "percent", "points", "multiple", "duration", "measure")
_DATED = {
    "when": schema.text(
        "Words of the source, with [brackets] around the date of the figure; of several places the nearest to the quote counts."
    ),
    "period": schema.edtf("The date of the figure (EDTF) where the source prints none; it needs because."),
    "because": schema.text("Why the period is typed."),
}
_NTH = schema.whole_number("Which one is meant, from 1, where the source prints the words more than once.")
_QUOTED = _DATED | {
    "quote": schema.text("Words of the source, with [brackets] around the figure."),
    "cell": schema.table("The cell of a table that holds the figure, by its headers; instead of a quote."),
    "unit": tables.UNIT,
    "nth": _NTH,
}
_SOURCE = {
    "publisher": schema.words("Who published the source.", required=True),
    "author": schema.words("Who wrote it, in each language where a spelling is known."),
    "title": schema.words("The title of the source.", required=True),
    "published": schema.day(
        "The day, month or year on which it appeared (EDTF); words such as 지난해 count from it.",
        required=True,
    ),
    "language": schema.one_of(
        *LANGUAGES, required=True, about="The language of the source, by which its figures are read."
    ),
    "file": schema.text("The name of its file in the folder of originals.", required=True),
    "encoding": schema.one_of(
        *ENCODINGS, about="The encoding of a text or web page, where it is not UTF-8 or the page's own."
    ),
    "url": schema.url("Where it may be had; evidence links to the quoted words there."),
    "relays": schema.words("Whose report it passes on."),
    "standing": schema.words("A caution that is printed with the source."),
    "body": schema.tables("Where the article itself begins and ends, if its file holds more."),
    "acknowledged": schema.reasons(
        "The warnings about its text (S101 to S111) that were looked into, each with a reason."
    ),
    **tables.SOURCE,
}
_BODY = {
    "from": schema.text("The first words of the range.", required=True),
    "to": schema.text("The last words of the range.", required=True),
}
_FACT = _QUOTED | {
    "what": schema.words(
        "What was measured, of whom, where: the words of tables and evidence.", required=True
    ),
    "label": schema.words("The same in a few words, for charts and cards."),
    "measure": schema.name(
        "The name of what is measured; facts of one measure are compared with each other."
    ),
    "via": schema.name("The study behind the article, from seeds/studies.toml."),
}
_EVENT = _DATED | {
    "quote": schema.text("Words of the source that tell it, without brackets.", required=True),
    "nth": _NTH,
    "what": schema.words("What happened.", required=True),
    "actors": schema.strings("Who did it, as keys of the glossary."),
    "via": schema.name("The study behind the article, from seeds/studies.toml."),
}
_DERIVED = {
    "formula": schema.text(
        "The calculation: ids of facts, numbers, + - * / ^, years(a, b) and parentheses.", required=True
    ),
    "as": schema.one_of(*_KINDS, required=True, about="The kind of the result."),
    "round": schema.text("The step to which the result is rounded, such as 0.1."),
    "what": schema.words(
        "What was measured, of whom, where: the words of tables and evidence.", required=True
    ),
    "label": schema.words("The same in a few words, for charts and cards."),
    "measure": schema.name(
        "The name of what is measured; facts of one measure are compared with each other."
    ),
    "period_of": schema.name(
        "The fact whose period is that of the result; where left out, the latest of the terms' periods."
    ),
}
_STUDY = {
    "title": schema.words("The title of the study.", required=True),
    "by": schema.name("Who made it, as a key of the glossary."),
}
_TABLES = {"fact": _FACT, "also": _QUOTED, "event": _EVENT, "series": tables.SERIES | _DATED}


def load(folder: Path, languages: tuple[str, ...], names: schema.Names = _NONE) -> Seeds:
    """The declarations in ``folder``, with ``names`` where they lack a language; Refusal with every problem of every file at once."""
    seeds = Seeds()
    problems: list[Problem] = []
    files = sorted(
        path
        for path in folder.glob("*.toml")
        if not path.name.startswith(".")
        and path.name != ANSWERS  # an editor's lock; the audit reads its answers
    )
    if not any(path.name not in (STUDIES, DERIVED) for path in files):
        raise Refusal(
            Problem(
                "F000",
                tell("the brief has no sources"),
                Place("seeds"),
                tell("describe one in seeds/NAME.toml"),
            )
        )
    for path in files:
        try:
            document = tomlplace.load(path, shown=f"seeds/{path.name}")
        except Refusal as refusal:
            if refusal.exit_code != 1:
                raise
            problems += refusal.problems
            continue
        found = list(_problems_of(document, path.name, languages, names))
        problems += found
        if not any(problem.severity == "error" for problem in found):
            problems += _take(document, path, seeds)
    if not problems:
        problems += _dangling(seeds)
    if problems:
        raise Refusal(*problems)
    return seeds


def _problems_of(
    document: tomlplace.Document, file: str, languages: tuple[str, ...], names: schema.Names
) -> Iterator[Problem]:
    data = document.data
    shapes: Mapping[str, Mapping[str, schema.Field]]
    if file == STUDIES:
        shapes = {"study": _STUDY}
    elif file == DERIVED:
        shapes = {"derived": _DERIVED, "series": tables.GROUP}
    else:
        shapes = _TABLES
        if "source" not in data:
            yield Problem(
                "P002",
                tell("no [source] table"),
                document.place(),
                tell("say who published it, when, and in which file"),
            )
    for family, entries in data.items():
        if family == "source" and shapes is _TABLES:
            yield from schema.check(document, ("source",), _SOURCE)
            yield from _body_problems(document)
            yield from tables.source_problems(document)
            yield from _unsaid(document, ("source",), CARD_WORDS, languages, names)
        elif family not in shapes or not isinstance(entries, dict):
            known = ", ".join(f"[{key}.ID]" for key in shapes)
            yield Problem(
                "P001",
                tell("unknown table [{family}]", family=family),
                document.place(family),
                tell("tables known here: {known}", known=known),
            )
        else:
            for id in entries:
                if not schema.NAME.match(id):
                    yield Problem(
                        "P003",
                        tell("'{id}' is not a name", id=id),
                        document.place(family, id),
                        tell("use a-z, 0-9 and -"),
                    )
                shape = tables.GROUP if tables.is_group(family, entries[id]) else shapes[family]
                yield from schema.check(document, (family, id), shape)
                yield from tables.problems(document, family, id)
                yield from _unsaid(document, (family, id), RECORD_WORDS, languages, names)


def _body_problems(document: tomlplace.Document) -> Iterator[Problem]:
    ranges = document.data["source"].get("body", []) if isinstance(document.data["source"], dict) else []
    for index in range(len(ranges) if isinstance(ranges, list) else 0):
        yield from schema.check(document, ("source", "body", str(index)), _BODY)


def _unsaid(
    document: tomlplace.Document,
    keys: tuple[str, ...],
    fields: tuple[str, ...],
    languages: tuple[str, ...],
    names: schema.Names,
) -> Iterator[Problem]:
    table: Any = document.data
    for key in keys:
        table = table[key]
    for key in fields:
        if isinstance(table, dict) and isinstance(table.get(key), dict):
            yield from schema.complete(document, (*keys, key), table[key], languages, names)


def _take(document: tomlplace.Document, path: Path, seeds: Seeds) -> list[Problem]:
    data = document.data
    if path.name == STUDIES:
        for id, table in data.get("study", {}).items():
            seeds.studies[id] = Study(id, table["title"], table.get("by"), document.place("study", id))
        return []
    if path.name == DERIVED:
        problems = tables.take(document, path.stem, seeds)
        for id, table in data.get("derived", {}).items():
            problems += _derived(id, table, document, seeds)
        return problems
    seeds.cards[path.stem] = _card(path.stem, data["source"], document)
    problems = []
    for family in ("fact", "also", "event"):
        for id, table in data.get(family, {}).items():
            problems += _quoted(family, id, table, document, path.stem, seeds)
    return [*problems, *tables.take(document, path.stem, seeds)]


def _card(id: str, table: Mapping[str, Any], document: tomlplace.Document) -> Card:
    plain = {key: table[key] for key in table if key != "body"}
    body = tuple((row["from"], row["to"]) for row in table.get("body", ()))
    return Card(id=id, **plain, body=body, where=document.place("source"))


def _derived(id: str, table: Mapping[str, Any], document: tomlplace.Document, seeds: Seeds) -> list[Problem]:
    where = document.place("derived", id)
    if (first := seeds.place_of(id)) is not None:
        return [_twice(id, where, first)]
    seeds.derived[id] = DerivedSeed(
        id=id,
        formula=table["formula"],
        kind=table["as"],
        step=table.get("round"),
        what=table["what"],
        label=table.get("label", {}),
        measure=table.get("measure"),
        period_of=table.get("period_of"),
        where=where,
    )
    return []


def _quoted(
    family: str, id: str, table: Mapping[str, Any], document: tomlplace.Document, source: str, seeds: Seeds
) -> list[Problem]:
    where = document.place(family, id, "cell" if "cell" in table else "quote")
    phrase, cell, problems = Phrase("", None), tables.cell(table), list[Problem]()
    if cell is None:
        holes = 0 if family == "event" or (family == "also" and "[" not in table["quote"]) else 1
        phrase, problems = parse_phrase(table["quote"], where, holes=holes)
    when, found = dated(table, document, (family, id))
    problems += found
    said = table.get("nth"), when, table.get("period"), table.get("because")
    quoted = Quoted(source, phrase, *said, where, cell=cell, unit=table.get("unit"))
    if family == "also":
        seeds.also.append((id, quoted))
    elif (first := seeds.place_of(id)) is not None:
        problems.append(_twice(id, where, first))
    elif family == "fact":
        seeds.facts[id] = FactSeed(
            id, table["what"], table.get("label", {}), table.get("measure"), table.get("via"), quoted
        )
    else:
        seeds.events[id] = EventSeed(
            id, table["what"], tuple(table.get("actors", ())), table.get("via"), quoted
        )
    return problems


def _twice(id: str, where: Place, first: Place) -> Problem:
    return Problem(
        "F003",
        tell("'{id}' is defined twice", id=id),
        where,
        tell("the other is at {first}; further evidence is [also.{id}]", first=first, id=id),
    )


def _dangling(seeds: Seeds) -> Iterator[Problem]:
    for id, quoted in seeds.also:
        if id not in seeds.facts and id not in seeds.events:
            yield Problem(
                "F004",
                tell("[also.{id}] adds to a fact that nobody defines", id=id),
                quoted.where,
                tell("define [fact.{id}]", id=id),
            )
        elif (id in seeds.facts) != quoted.carries:
            yield Problem(
                "F001",
                tell("the quote of [also.{id}] must be of the kind of what it adds to", id=id),
                quoted.where,
            )
        elif quoted.source == (seeds.facts.get(id) or seeds.events[id]).quoted.source:
            yield Problem(
                "F006",
                tell("[also.{id}] stands with '{id}' itself, whose source has its quote already", id=id),
                quoted.where,
                tell("further evidence comes from another source; keep the better quote"),
            )
    declared: list[FactSeed | EventSeed] = [*seeds.facts.values(), *seeds.events.values()]
    yield from tables.dangling(seeds)
    for fact in declared:
        if fact.via is not None and fact.via not in seeds.studies:
            yield Problem(
                "F005",
                tell("'{id}' names an unknown study '{via}'", id=fact.id, via=fact.via),
                fact.quoted.where,
                tell("describe it in seeds/{studies}", studies=STUDIES),
            )
