"""``briefing new``: a small brief in a folder of its own, which builds at once and is there to be rewritten."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.ask import Asker, asker, guide, misuse
from briefing.cli.problems import edge
from briefing.cli.speech import said, say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.scaffold import Answers

Given = list[str] | None


def new(
    folder: Annotated[Path, typer.Argument(help="A folder that is empty or not there.", metavar="FOLDER")],
    title: Annotated[
        Given, typer.Option(help="Title: a text for all languages, or LANG=TEXT for one.", metavar="TEXT")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="Languages of the brief, such as ko,en.", metavar="LIST")
    ] = None,
    date: Annotated[
        str | None, typer.Option(help="Date of the edition, such as 2026-11.", metavar="DATE")
    ] = None,
    series: Annotated[
        Given, typer.Option(help="Name of the series, given as --title is.", metavar="TEXT")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(help="What its files are called (default: as the folder is).", metavar="NAME"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take every default without asking.")] = False,
) -> None:
    """Write a small brief about an invented city, which builds at once and is there to be rewritten.

    On a terminal it asks for what was not given; elsewhere there are defaults for all but --date.

    Example: briefing new harbour --title "A harbour for all" --lang ko,en --date 2026-11
    """
    with edge():
        from briefing import scaffold
        from briefing.deliver import plant, vacant

        vacant(folder)
        ask = asker(yes=yes)
        languages = _languages(ask, lang)
        answers = _answers(ask, folder, languages, title or (), series or (), date, name)
        files = scaffold.files(answers)
        plant(files, folder)
        say(
            tell(
                "wrote the brief '{name}' into {folder}: {count} files\n",
                name=answers.name,
                folder=folder,
                count=len(files),
            )
        )
        say(tell("next:"))
        for command, why in _next(folder):
            print(f"  {command:<32}{said(why)}".rstrip())


def _languages(ask: Asker, given: str | None) -> tuple[str, ...]:
    from briefing.scaffold import languages

    known = languages()

    def complaint(text: str) -> str:
        unknown = [code for code in _split(text) if code not in known]
        if unknown:
            return tell(
                "unknown language '{unknown}' (known: {known})", unknown=unknown[0], known=", ".join(known)
            )
        return "" if _split(text) else tell("name a language")

    # Korean before English where both are known: the order of the package's own brief
    usual = sorted(known, key=lambda code: (code != "ko", code))
    return _split(ask.text("--lang", tell("languages"), given, ",".join(usual), complaint))


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _answers(
    ask: Asker,
    folder: Path,
    languages: tuple[str, ...],
    title: Sequence[str],
    series: Sequence[str],
    date: str | None,
    name: str | None,
) -> Answers:
    from briefing import scaffold, schema
    from briefing.wording import voice

    def dated(text: str) -> str:
        return "" if schema.edtf().fits(text) else tell("write it as 2026-11, 2026-11-27 or 2026")

    def named(text: str) -> str:
        return (
            "" if schema.name().fits(text) else tell("a name is of a-z, 0-9 and hyphens, such as kr-harbours")
        )

    names = {code: voice(code).NAME for code in languages}
    titles = ask.words("--title", tell("title"), title, names, scaffold.TITLE, scaffold.title_complaint)
    if wrong := scaffold.titles_complaint(titles):
        raise misuse(
            "P052", tell("--title: {said}", said=wrong), tell("write its digits alike, or leave them out")
        )
    called = ask.words(
        "--series", tell("name of the series"), series, names, scaffold.SERIES, scaffold.series_complaint
    )
    # no clock is asked: an edition that bears a date bears the one that somebody gave it
    day = ask.text("--date", tell("date of the edition, such as 2026-11"), date, "", dated)
    short = ask.text(
        "--name", tell("name of its files"), name, schema.slug(folder.resolve().name) or "brief", named
    )
    ask.settle()
    return scaffold.Answers(short, titles, called, languages, day, guide(languages))


def _next(folder: Path) -> tuple[tuple[str, str], ...]:
    return (
        (f"cd {shlex.quote(str(folder))}", ""),
        ("briefing build", tell("the brief in every language and format, in output/")),
        ("briefing add FILE", tell("a source of your own, with quotes proposed for its figures")),
        ("pytest --briefing-accept", tell("keep how it looks; pytest then compares (pip install pytest)")),
    )
