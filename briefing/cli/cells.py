"""``briefing extract`` of a table: its figures with their cells, as a table, as JSON lines, or as stubs for seeds/."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.speech import say
from briefing.saying import tell, tell_many

if TYPE_CHECKING:
    from briefing.facts.figures import Figure
    from briefing.facts.lock import Located
    from briefing.model import Source


def show(
    source: Source, language: str, used: Mapping[str, Located], format: str, number: Iterator[int], file: Path
) -> None:
    """Print every figure of a table in ``format``: table, jsonl or toml; ``used`` are the facts that this file carries."""
    from briefing.facts import stubs
    from briefing.facts.figures import figures
    from briefing.project import find

    found = list(figures(source, language))
    if format == "jsonl":
        for figure in found:
            print(json.dumps(_record(figure), ensure_ascii=False))
    elif format == "toml":
        languages = find(Path.cwd()).languages
        for figure in found:
            if not _facts(figure, used):
                print(stubs.open_stub(stubs.celled(figure), f"figure-{next(number)}", languages))
    else:
        _table(found, used, file)


def _facts(figure: Figure, used: Mapping[str, Located]) -> list[str]:
    at = figure.locator.sheet, figure.locator.cell
    return [
        fact
        for fact, located in used.items()
        if located.locator is not None and (located.locator.sheet, located.locator.cell) == at
    ]


def _place(figure: Figure) -> str:
    return f"{figure.locator.sheet} {figure.locator.cell}".strip()


def _record(figure: Figure) -> dict[str, object]:
    start, end = figure.range
    record: dict[str, object] = {"start": start, "end": end, "text": figure.text, "cell": figure.locator.cell}
    record |= {"sheet": figure.locator.sheet} if figure.locator.sheet else {}
    record |= {"row": figure.locator.row, "column": figure.locator.column, "words": figure.unit}
    return record | (figure.quantity.record() if figure.quantity is not None else {"kind": None})


def _table(found: list[Figure], used: Mapping[str, Located], file: Path) -> None:
    from briefing.cli import table

    rows = []
    for figure in found:
        kind, unit = "?", ""
        value: object = ""
        if figure.quantity is not None:
            record = figure.quantity.record()
            kind, value = str(record["kind"]), record["value"]
            unit = str(record.get("unit") or record.get("counter") or "")
        said = value if isinstance(value, str) else json.dumps(value)
        where = (_place(figure), figure.locator.row, figure.locator.column)
        rows.append((*where, figure.text, kind, said, unit, ", ".join(_facts(figure, used))))
    heads = (
        tell("cell"),
        tell("row"),
        tell("column"),
        tell("figure"),
        tell("kind"),
        tell("value"),
        tell("unit"),
        tell("fact"),
    )
    table.show(heads, rows, wrap=(1, 2, 7))
    say(tell_many("{count} figure in {name}", "{count} figures in {name}", count=len(rows), name=file.name))
