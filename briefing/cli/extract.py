"""``briefing extract``: every figure of a document, as a table, as JSON lines, or as stubs for seeds/."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.problems import edge, show

if TYPE_CHECKING:
    from briefing.model import Mention, Source, Span


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    toml = "toml"


def extract(
    files: Annotated[list[Path], typer.Argument(help="Text files.", metavar="FILE…")],
    language: Annotated[
        str | None, typer.Option(help="ko or en (default: by script).", metavar="LANG")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="Day from which relative dates count, such as 2024-03-11.", metavar="DATE"),
    ] = None,
    format: Annotated[Format, typer.Option(help="table, jsonl or toml.")] = Format.table,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
) -> None:
    """Find every figure in a document, with the facts of the brief that use it.

    Example: briefing extract article.txt --published 2024-03-11 --format toml
    """
    with edge():
        from briefing import sources
        from briefing.model import Refusal
        from briefing.reading import read

        _dated(published)
        for file in files:
            source, problems = sources.load(file, file.name, shown=str(file))
            if any(
                problem.severity == "error" or (strict and problem.severity == "warning")
                for problem in problems
            ):
                raise Refusal(*problems)
            show(problems)
            mentions = [
                _in_raw(mention, source)
                for mention in read(source.text, language=language, published=published)
            ]
            if format is Format.jsonl:
                for mention in mentions:
                    print(json.dumps(mention.record(), ensure_ascii=False))
            elif format is Format.toml:
                _stubs(source, mentions)
            else:
                _table(source, mentions, file)


def _dated(published: str | None) -> None:
    from briefing.model import Problem, Refusal
    from briefing.schema import EDTF

    if published is not None and not EDTF.match(published):
        raise Refusal(
            Problem("P007", f"'{published}' is no date", hint="write it as 2024-03-11, 2024-03 or 2024-09~"),
            exit_code=2,
        )


def _in_raw(mention: Mention, source: Source) -> Mention:
    """The mention with offsets of the raw file in place of those of the cleaned text."""

    def raw(span: Span) -> Span:
        return source.span(span.start, span.end)

    equals = raw(mention.equals) if mention.equals is not None else None
    return replace(mention, span=raw(mention.span), equals=equals, of=tuple(raw(span) for span in mention.of))


def _facts_of(source: Source) -> dict[Span, list[str]]:
    """The facts of the brief around, by the raw span of their quote in this very file."""
    from briefing.facts import lock
    from briefing.model import Span
    from briefing.project import find

    path = find(Path.cwd()).seeds / lock.NAME
    if not path.is_file():
        return {}
    locked = lock.parse(path.read_text(encoding="utf-8"))
    same = {id for id, original in locked.originals.items() if original.sha256 == source.sha256}
    used: dict[Span, list[str]] = {}
    for (fact, id), located in locked.evidence.items():
        if id in same and located.quantity is not None:
            used.setdefault(Span("", located.span.start, located.span.end), []).append(fact)
    return used


def _using(mention: Mention, used: dict[Span, list[str]]) -> list[str]:
    quotes = (
        facts
        for span, facts in used.items()
        if span.start < mention.span.end and mention.span.start < span.end
    )
    return [fact for facts in quotes for fact in facts]


def _table(source: Source, mentions: Sequence[Mention], file: Path) -> None:
    from briefing.cli import table
    from briefing.sources import line_of

    used = _facts_of(source)
    rows = []
    for mention in mentions:
        record = mention.quantity.record()
        value = record["value"] or record.get("relative", "")
        value = value if isinstance(value, str) else json.dumps(value)
        unit = str(record.get("unit") or record.get("counter") or "")
        line = str(line_of(source.raw, mention.span.start))
        facts = ", ".join(_using(mention, used))
        rows.append(
            (line, mention.written, str(record["kind"]), value, unit, str(record["qualifier"]), facts)
        )
    table.show(("line", "figure", "kind", "value", "unit", "qualifier", "fact"), rows, wrap=(1, 6))
    print(f"{len(rows)} figures in {file.name}")


def _stubs(source: Source, mentions: Sequence[Mention]) -> None:
    """A [fact] table to fill in for each figure that no fact of the brief uses yet."""
    from briefing.facts.propose import propose

    used = _facts_of(source)
    number = 0
    for mention in mentions:
        if mention.quantity.kind == "date" or _using(mention, used):
            continue
        number += 1
        quote, nth = propose(source.raw, mention.span)
        print(f"[fact.figure-{number}]")
        print(f"quote = {json.dumps(quote, ensure_ascii=False)}")
        if nth is not None:
            print(f"nth = {nth}")
        print('what = { ko = "", en = "" }  # what was measured, of whom')
        print(f"# reads as {json.dumps(mention.quantity.record(), ensure_ascii=False)}\n")
