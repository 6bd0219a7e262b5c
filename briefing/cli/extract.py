"""``briefing extract``: every figure of a document, as a table, as JSON lines, or as stubs for seeds/."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import complete
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.saying import tell, tell_many

if TYPE_CHECKING:
    from briefing.facts.lock import Located, Lock
    from briefing.facts.stubs import Spot
    from briefing.model import Card, Mention, Quantity, Source, Span


Encoding = Annotated[
    str | None,
    typer.Option(help="Of a text that is not UTF-8: cp949, utf-16 or windows-1252.", metavar="NAME"),
]


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    toml = "toml"


def extract(
    files: Annotated[
        list[Path], typer.Argument(help="Texts, web pages, PDFs, DOCX, tables.", metavar="FILE…")
    ],
    language: Annotated[
        str | None,
        typer.Option(
            help="ko or en (default: by script).", metavar="LANG", autocompletion=complete.languages_read
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            help="Day from which relative dates count (default: that of the source in the brief, else of the page).",
            metavar="DATE",
        ),
    ] = None,
    encoding: Encoding = None,
    format: Annotated[Format, typer.Option(help="table, jsonl or toml.")] = Format.table,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
) -> None:
    """Find every figure in a document, with the facts of the brief that use it.

    Example: briefing extract article.txt --published 2024-03-11 --format toml
    """
    with edge():
        from briefing import sources
        from briefing.cli import cells
        from briefing.model import Card, Refusal
        from briefing.reading import read, script

        dated(published)
        number, locked = count(1), locked_brief()
        for file in files:
            source, problems = sources.load(file, file.name, shown=str(file), encoding=encoding)
            if any(problem.stops(strict=strict) for problem in problems):
                raise Refusal(*problems)
            show(problems)
            day = published or day_of(source, locked) or _own_day(source, file, encoding)
            used = _used(source, locked)
            if source.sheets:
                cells.show(source, language or script(source.text), used, format.value, number, file)
                continue
            mentions = read(source.text, language=language, published=day)
            if format is Format.jsonl:
                for mention in mentions:
                    print(json.dumps(_record(mention, source), ensure_ascii=False))
            elif format is Format.toml:
                card = Card(file.name, {}, {}, day or "", language or script(source.text), file.name)
                _stubs(source, mentions, used, number, card)
            else:
                _table(source, mentions, used, file)


def dated(published: str | None) -> None:
    from briefing.model import Problem, Refusal
    from briefing.schema import is_day

    if published is not None and not is_day(published):
        raise Refusal(
            Problem(
                "P007",
                tell("'{published}' is no date", published=published),
                hint=tell("write it as 2024-03-11, 2024-03 or 2024-09~"),
            ),
            exit_code=2,
        )


def locked_brief() -> Lock | None:
    """The lock of the brief around, where there is one."""
    from briefing.facts import lock
    from briefing.project import find

    text = lock.read(find(Path.cwd()).seeds)
    return lock.parse(text) if text is not None else None


def day_of(source: Source, locked: Lock | None) -> str | None:
    """The day on which this very file appeared, where the brief around has it as a source."""
    originals = locked.originals.values() if locked is not None else ()
    return next((original.published for original in originals if original.sha256 == source.sha256), None)


def _own_day(source: Source, file: Path, encoding: str | None) -> str | None:
    """The day on which a web page says that it appeared; other files tell none for sure."""
    from briefing import sources

    if source.pages or source.sheets:
        return None
    about = sources.metadata(file, shown=str(file), encoding=encoding)
    return None if "published" in about.proposed else about.published or None


def _record(mention: Mention, source: Source) -> dict[str, object]:
    """A line of JSON: the figure with offsets of the raw text, and its page where the document has pages."""
    from briefing.sources import page_of

    page = page_of(source, mention.span.start)
    return _in_raw(mention, source).record() | ({"page": page} if page is not None else {})


def _in_raw(mention: Mention, source: Source) -> Mention:
    """The mention with offsets of the raw text in place of those of the cleaned text."""

    def raw(span: Span) -> Span:
        return source.span(span.start, span.end)

    equals = raw(mention.equals) if mention.equals is not None else None
    return replace(mention, span=raw(mention.span), equals=equals, of=tuple(raw(span) for span in mention.of))


def _used(source: Source, locked: Lock | None) -> dict[str, Located]:
    """The facts and events of the brief around that are quoted from this very file, with the place of each quote."""
    if locked is None:
        return {}
    same = {id for id, original in locked.originals.items() if original.sha256 == source.sha256}
    return {fact: located for (fact, id), located in locked.evidence.items() if id in same}


def _using(mention: Mention, source: Source, used: Mapping[str, Located]) -> list[str]:
    """The facts whose value, or whose date, is this figure."""
    raw = source.span(mention.span.start, mention.span.end)

    def within(span: Span | None) -> bool:
        return span is not None and span.start < raw.end and raw.start < span.end

    return [
        fact
        for fact, located in used.items()
        if (mention.quantity == located.quantity and within(located.span))
        or (mention.quantity.kind == "date" and within(located.period_span))
    ]


def value_of(quantity: Quantity) -> str:
    """The value of a figure, as tables print it."""
    record = quantity.record()
    value = record["value"] or record.get("relative", "")
    return value if isinstance(value, str) else json.dumps(value)


def spot(source: Source, mention: Mention) -> Spot:
    """The page on which a figure stands, or its line where the source has no pages."""
    from briefing.facts.stubs import Spot
    from briefing.sources import line_of, page_of

    page = page_of(source, mention.span.start)
    if page is not None:
        return Spot("page", str(page))
    return Spot("line", str(line_of(source.raw, source.offsets[mention.span.start])))


def _table(source: Source, mentions: Sequence[Mention], used: Mapping[str, Located], file: Path) -> None:
    from briefing.cli import table

    rows = []
    for mention in mentions:
        record = mention.quantity.record()
        unit = str(record.get("unit") or record.get("counter") or "")
        at = spot(source, mention)
        place = f"p. {at.at}" if at.kind == "page" else at.at
        facts = ", ".join(_using(mention, source, used))
        written = " ".join(mention.written.split())
        rows.append(
            (
                place,
                written,
                str(record["kind"]),
                value_of(mention.quantity),
                unit,
                str(record["qualifier"]),
                facts,
            )
        )
    table.show(
        (
            tell("page") if source.pages else tell("line"),
            tell("figure"),
            tell("kind"),
            tell("value"),
            tell("unit"),
            tell("qualifier"),
            tell("fact"),
        ),
        rows,
        wrap=(1, 6),
    )
    say(tell_many("{count} figure in {name}", "{count} figures in {name}", count=len(rows), name=file.name))


def _stubs(
    source: Source,
    mentions: Sequence[Mention],
    used: Mapping[str, Located],
    number: Iterator[int],
    card: Card,
) -> None:
    """A [fact] table to fill in for each figure that no fact of the brief uses yet; quotes are of the cleaned text."""
    from briefing.facts import stubs
    from briefing.facts.cells import Table
    from briefing.facts.propose import propose
    from briefing.facts.quotes import Article
    from briefing.project import find

    article = Article(card, source, tuple(mentions), Table(card, source))
    languages = find(Path.cwd()).languages
    for mention in mentions:
        if mention.quantity.kind == "date" or _using(mention, source, used):
            continue
        at = spot(source, mention)
        if (proposal := propose(article, mention)) is None:
            said = " ".join(mention.written.split())
            print(f"# {at.kind} {at.at}: no quote holds for '{said}'\n")
            continue
        print(stubs.open_stub(stubs.quoted(proposal, at), f"figure-{next(number)}", languages))
