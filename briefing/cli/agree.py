"""``briefing agree``: two language versions of a document compared figure by figure."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import complete
from briefing.cli.problems import edge
from briefing.cli.speech import say
from briefing.saying import tell, tell_many


class Format(StrEnum):
    table = "table"
    json = "json"


def agree(
    first: Annotated[Path, typer.Argument(help="One language version.", metavar="FILE")],
    second: Annotated[Path, typer.Argument(help="The other version.", metavar="FILE")],
    language: Annotated[
        list[str] | None,
        typer.Option(
            help="ko or en, once a file in their order (default: by script).",
            metavar="LANG",
            autocompletion=complete.languages_read,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            help="Day from which relative dates count (default: compared by distance).", metavar="DATE"
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="table or json.")] = Format.table,
) -> None:
    """Compare the figures of two language versions of a document: Markdown, HTML, PDF or plain text.

    Ends with 1 where they disagree. Example: briefing agree press.ko.pdf press.en.html
    """
    with edge():
        from briefing.agree import compare, passages

        spoken = _languages(language or [])
        if published is not None:
            from briefing.reading.days import anchor_of

            anchor_of(published)
        versions = [passages(file.read_bytes(), str(file)) for file in (first, second)]
        found = compare(versions[0], versions[1], languages=spoken, published=published)
        if format is Format.json:
            print(json.dumps([fault.record() for fault in found], ensure_ascii=False, indent=2))
        elif found:
            from briefing.cli import table

            head = (tell("differs"), tell("words"), tell("words there"), tell("place"), tell("place there"))
            rows = [
                (each.differs, each.first or "—", each.second or "—", each.first_where, each.second_where)
                for each in found
            ]
            table.show(head, rows, wrap=(1, 2, 3, 4))
        if format is Format.table:
            say(
                tell_many("{count} disagreement", "{count} disagreements", count=len(found))
                if found
                else tell("the figures agree")
            )
        if found:
            raise typer.Exit(1)


def _languages(given: list[str]) -> tuple[str | None, str | None]:
    from briefing.model import Problem, Refusal

    wrong = [language for language in given if language not in ("ko", "en")]
    if wrong or len(given) not in (0, 2):
        what = (
            tell("unknown language '{wrong}'", wrong=wrong[0])
            if wrong
            else tell("one --language for two files")
        )
        hint = tell("give --language ko --language en, in the order of the files, or neither")
        raise Refusal(Problem("P013", what, hint=hint), exit_code=2)
    return (given[0], given[1]) if given else (None, None)
