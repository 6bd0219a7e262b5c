"""What seeds declare of tables: the keys of cells, series and sources -> their nouns, and problems for what does not fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing import schema
from briefing.facts.headers import plain
from briefing.facts.phrases import dated
from briefing.facts.seeds import Cell, GroupSeed, Seeds, SeriesSeed
from briefing.model import Problem
from briefing.saying import tell
from briefing.sources.tables import is_table
from briefing.tomlplace import Document


def _header(value: Any) -> bool:
    texts = value if isinstance(value, list) else [value]
    return bool(texts) and all(isinstance(text, str) and text.strip() for text in texts)


def _headers(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_header, value))


_HEADER = tell('a header, or one a level: "2023", ["한국", "2023"]')
UNIT = schema.Field(
    lambda value: isinstance(value, str) and not schema.unprintable(value),
    tell('a unit such as "천 명", or ""'),
    about="Words that are read together with the cell's number, where neither header nor table says them.",
)
_DELIMITER = schema.one_of(",", ";", "\t", about="What parts the cells of a CSV file, where it is in doubt.")
SOURCE = {
    "header_rows": schema.whole_number("How many rows of a table are headers, where it cannot be seen."),
    "header_columns": schema.whole_number("How many columns of a table are headers; one unless said."),
    "unit": UNIT,
    "delimiter": _DELIMITER,
}
"""Keys of [source] that tell of a table."""
_SHEET = schema.text("The sheet, where the file has several.")
_CELL = {
    "row": schema.Field(_header, _HEADER, required=True, about="The header of its row."),
    "column": schema.Field(_header, _HEADER, required=True, about="The header of its column."),
    "sheet": _SHEET,
}
_OTHERS = tell('a list of headers: ["2022", "2023"]')
SERIES = {
    "column": schema.Field(
        _header, _HEADER, about="The header of the column of which each row becomes a fact."
    ),
    "row": schema.Field(_header, _HEADER, about="The header of the row of which each column becomes a fact."),
    "rows": schema.Field(_headers, _OTHERS, about="These rows of the column alone."),
    "columns": schema.Field(_headers, _OTHERS, about="These columns of the row alone."),
    "from": schema.Field(_header, _HEADER, about="Where along the column or row it begins."),
    "to": schema.Field(_header, _HEADER, about="Where it ends, that one included."),
    "sheet": _SHEET,
    "what": schema.words(
        "What was measured, of whom, where: the words of tables and evidence.", required=True
    ),
    "label": schema.words("The same in a few words, for charts and tables."),
    "names": schema.table("Words of their own for single facts, by header."),
    "measure": schema.name("The name of what is measured; the id of the series unless said."),
    "unit": UNIT,
    "via": schema.name("The study behind the table, from seeds/studies.toml."),
}
GROUP = {"facts": schema.strings("The facts of the series, in their order.", required=True)}


def is_group(family: str, table: Any) -> bool:
    """Whether it is a series of facts that are declared one by one."""
    return family == "series" and isinstance(table, dict) and "facts" in table


def problems(document: Document, family: str, id: str) -> Iterator[Problem]:
    """F007 where neither or both of quote and cell are given, or of the row and the column of a series; the keys of a cell."""
    table, where = document.data[family][id], document.place(family, id)
    if not isinstance(table, dict):
        return
    if family in ("fact", "also"):
        yield from _one_of(("quote", "cell"), table, f"'{id}'", where)
        if isinstance(table.get("cell"), dict):
            yield from schema.check(document, (family, id, "cell"), _CELL)
        elif "unit" in table and "cell" not in table:
            yield Problem(
                "F007",
                tell("'{id}' has a unit beside a quote", id=id),
                where,
                tell("quote the unit with the figure"),
            )
    elif family == "series" and "facts" not in table:
        yield from _one_of(("column", "row"), table, tell("the series '{id}'", id=id), where)
        other, wrong = ("rows", "columns") if "column" in table else ("columns", "rows")
        if wrong in table:
            yield Problem(
                "F007",
                tell("the series '{id}' runs along its {wrong}", id=id, wrong=wrong),
                where,
                tell("name its {other}", other=other),
            )
        if other in table and ("from" in table or "to" in table):
            yield Problem(
                "F007",
                tell("the series '{id}' has {other} and from or to", id=id, other=other),
                where,
                tell("leave out one"),
            )
        names = table.get("names")
        if isinstance(names, dict):
            yield from schema.check(document, (family, id, "names"), dict.fromkeys(names, schema.words()))


def _one_of(keys: tuple[str, str], table: Mapping[str, Any], said: str, where: Any) -> Iterator[Problem]:
    given = [key for key in keys if key in table]
    if len(given) != 1:
        what = tell("both") if given else tell("neither")
        hint = (
            tell("leave one") if given else tell("add {keys} = … or {keys2} = …", keys=keys[0], keys2=keys[1])
        )
        yield Problem(
            "F007",
            tell(
                "{said} has {what} of {keys} and {keys2}", said=said, what=what, keys=keys[0], keys2=keys[1]
            ),
            where,
            hint,
        )


def source_problems(document: Document) -> Iterator[Problem]:
    """F008 for keys of [source] that do not apply to a file of its kind."""
    table = document.data["source"]
    file = table.get("file") if isinstance(table, dict) else None
    if not isinstance(file, str):
        return
    wrong = ["body"] if is_table(file) else list(SOURCE)
    if Path(file).suffix.lower() not in (".csv", ".tsv"):
        wrong.append("delimiter")
    kind = tell("a table") if is_table(file) else tell("no table")
    for key in dict.fromkeys(wrong):
        if key in table:
            what = tell("'{key}' does not apply to '{file}', which is {kind}", key=key, file=file, kind=kind)
            yield Problem("F008", what, document.place("source", key), tell("leave it out"))


def cell(table: Mapping[str, Any]) -> Cell | None:
    """The cell that a fact names, None where it quotes."""
    said = table.get("cell")
    if said is None:
        return None
    return Cell(levels(said["row"]), levels(said["column"]), _same(said.get("sheet", "")))


def levels(said: Any) -> tuple[str, ...]:
    """A declared header, one text a level, as headers are compared."""
    return tuple(map(_same, said if isinstance(said, list) else [said])) if said is not None else ()


def _same(text: str) -> str:
    return plain(unicodedata.normalize("NFC", text))


def take(document: Document, source: str, seeds: Seeds) -> list[Problem]:
    """Put the series of a seeds file into ``seeds``; F003 where an id is taken."""
    found: list[Problem] = []
    for id, table in document.data.get("series", {}).items():
        where = document.place("series", id)
        first = seeds.series.get(id) or seeds.groups.get(id)
        if first is not None:
            hint = tell("the other is at {where}", where=first.where)
            found.append(Problem("F003", tell("the series '{id}' is defined twice", id=id), where, hint))
        elif "facts" in table:
            seeds.groups[id] = GroupSeed(id, tuple(table["facts"]), where)
        else:
            when, amiss = dated(table, document, ("series", id))
            found += amiss
            others = table.get("rows") or table.get("columns") or ()
            seeds.series[id] = SeriesSeed(
                id=id,
                source=source,
                row=levels(table.get("row")),
                column=levels(table.get("column")),
                sheet=_same(table.get("sheet", "")),
                others=tuple(map(levels, others)),
                first=levels(table.get("from")),
                last=levels(table.get("to")),
                what=table["what"],
                label=table.get("label", {}),
                names={_same(name): said for name, said in table.get("names", {}).items()},
                measure=table.get("measure", id),
                unit=table.get("unit"),
                via=table.get("via"),
                when=when,
                period=table.get("period"),
                because=table.get("because"),
                where=where,
            )
    return found


def dangling(seeds: Seeds) -> Iterator[Problem]:
    """F005 for a series of an unknown study."""
    for seed in seeds.series.values():
        if seed.via is not None and seed.via not in seeds.studies:
            what = tell("the series '{id}' names an unknown study '{via}'", id=seed.id, via=seed.via)
            yield Problem("F005", what, seed.where, tell("describe it in seeds/studies.toml"))
