"""``briefing add``: a document becomes a source of the brief, with a quote proposed for each of its figures."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.ask import asker, guide, misuse
from briefing.cli.build import Originals, originals_folder
from briefing.cli.describe import Document, Said, describe
from briefing.cli.extract import Encoding, spot, value_of
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.facts.registered import Registered
    from briefing.facts.stubs import Stub
    from briefing.model import Card, Source
    from briefing.project import Project

Given = list[str] | None
OF_ONE = ("title", "url", "author", "id")
"""Options that say something of a single file."""


def add(
    files: Annotated[list[Path], typer.Argument(help="Documents to quote from.", metavar="FILE…")],
    title: Annotated[
        Given, typer.Option(help="Title: a text for all languages, or LANG=TEXT for one.", metavar="TEXT")
    ] = None,
    publisher: Annotated[Given, typer.Option(help="Publisher, given as --title is.", metavar="TEXT")] = None,
    published: Annotated[
        str | None, typer.Option(help="Day on which it appeared, such as 2024-03-11.", metavar="DATE")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="ko or en (default: by script).", metavar="LANG")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.", metavar="TEXT")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.", metavar="URL")] = None,
    id: Annotated[
        str | None, typer.Option(help="What seeds/ID.toml is called (default: as the file is).", metavar="ID")
    ] = None,
    acknowledge: Annotated[
        Given,
        typer.Option(help="CODE=REASON: why a text with this warning may be used.", metavar="CODE=REASON"),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take what the file says or seems to say without asking.")
    ] = False,
    encoding: Encoding = None,
    originals: Originals = None,
) -> None:
    """Register documents as sources: keep the original, describe it in seeds/, propose a quote for each figure.

    On a terminal it asks for what the file does not say of itself; elsewhere that must be given.

    Example: briefing add report.txt --publisher "Island Daily" --published 2024-05-11 --title "Boats are full again"
    """
    with edge():
        from briefing.project import find
        from briefing.wording import voice

        project = find(Path.cwd())
        said = Said(title or (), publisher or (), published, language, author, url, id, acknowledge or ())
        _one_alone(files, said)
        folder = _folder(project, originals)
        ask, taken = asker(yes=yes), _registered(project, folder)
        names = {code: voice(code).NAME for code in project.languages}
        read = [_read(file, encoding) for file in files]
        _are_new(read, taken, folder)
        cards: list[Card] = []
        for document, _ in read:
            ask.about = str(document.path)
            if ask.asks:
                print(f"{document.path}:", file=sys.stderr)
            cards.append(describe(ask, document, said, names, taken, sure=yes))
            taken = replace(taken, files={**taken.files, cards[-1].id: cards[-1].file})
        ask.settle()
        for (document, content), card in zip(read, cards, strict=True):
            stubs, unquoted = _proposed(document.source, card, taken)
            _write(project, folder, card, content, stubs)
            _tell(project, card, stubs, unquoted)
            taken = replace(taken, ids=taken.ids | {stub.id for stub in stubs})
        _next(project)


def _one_alone(files: Sequence[Path], said: Said) -> None:
    given = [name for name in OF_ONE if getattr(said, name)]
    if len(files) > 1 and given:
        what = tell("--{given} speaks of one file, and {count} were given", given=given[0], count=len(files))
        raise misuse("P052", what, tell("add them one after the other"))


def _folder(project: Project, asked: Path | None) -> Path:
    """The folder of the originals, there or not yet; Refusal where the brief is the package's own."""
    if project.builtin:
        where = tell("there is no briefing.toml here or above to add a source to")
        raise misuse("P054", where, tell("go into the folder of a brief, or begin one: briefing new FOLDER"))
    return originals_folder(project, asked) or project.seeds / "originals"


def _registered(project: Project, folder: Path) -> Registered:
    """The sources that the brief has; Refusal where their originals are not in ``folder``, where a build would then
    look for them in vain."""
    from briefing.facts.registered import registered

    taken = registered(project.seeds)
    away = [file for file in taken.files.values() if not (folder / file).is_file()]
    if away:
        what = tell(
            "the originals of other sources are not in {folder}: {away}",
            folder=project.shown(folder),
            away=", ".join(away),
        )
        hint = tell("name the folder that has them with --originals, or put them there")
        raise Refusal(Problem("P055", what, hint=hint))
    return taken


def _read(file: Path, encoding: str | None) -> tuple[Document, bytes]:
    """A document with its bytes; what is amiss with it is shown, what cannot be used is refused."""
    from briefing import sources

    source, problems = sources.load(file, file.name, shown=str(file), encoding=encoding)
    about = sources.metadata(file, shown=str(file), encoding=encoding)
    if any(problem.severity == "error" for problem in problems):
        raise Refusal(*problems)
    show(problems)
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise Refusal(
            Problem("S001", tell("has changed while it was read"), Place(str(file)), tell("add it again")),
            exit_code=3,
        )
    return Document(file, source, about, problems, encoding), content


def _are_new(read: Sequence[tuple[Document, bytes]], taken: Registered, folder: Path) -> None:
    """Refusal P053 for a document that is a source already, or whose name another original has."""
    known = {hashlib.sha256((folder / file).read_bytes()).hexdigest(): id for id, file in taken.files.items()}
    names: dict[str, str] = {}
    for document, _ in read:
        digest, name = document.source.sha256, document.path.name
        there = folder / name
        if digest in known:
            what, hint = tell("is a source already: {known}", known=known[digest]), tell("see it in seeds/")
        elif names.setdefault(name, digest) != digest or (
            there.is_file() and hashlib.sha256(there.read_bytes()).hexdigest() != digest
        ):
            what, hint = (
                tell("another original is called '{name}'", name=name),
                tell("give the new file another name"),
            )
        else:
            known[digest] = name
            continue
        raise Refusal(Problem("P053", what, Place(str(document.path)), hint))


def _proposed(source: Source, card: Card, taken: Registered) -> tuple[tuple[Stub, ...], tuple[str, ...]]:
    """The figures of a source with a quote or a cell each, under ids that are free, and those that have neither."""
    from briefing.facts import stubs

    found, unquoted = _of_table(source, card) if source.sheets else _of_text(source, card)
    return stubs.numbered(found, card.id, taken.ids), tuple(unquoted)


def _of_table(source: Source, card: Card) -> tuple[list[Stub], list[str]]:
    from briefing.facts import stubs
    from briefing.facts.figures import figures

    found = list(figures(source, card.language, card))
    cells = [stubs.celled(figure) for figure in found] if len(found) <= stubs.MOST_CELLS else []
    return [*stubs.columns(found), *cells], []


def _of_text(source: Source, card: Card) -> tuple[list[Stub], list[str]]:
    from briefing.facts import stubs
    from briefing.facts.propose import propose
    from briefing.facts.quotes import article
    from briefing.render.letters import lacking

    read = article(card, source)
    found, unquoted = [], []
    for mention in read.mentions:
        if mention.quantity.kind == "date":
            continue
        proposal = propose(read, mention, printable=lambda words: not lacking(words))
        if proposal is None:
            unquoted.append(" ".join(mention.written.split()))
        else:
            found.append(stubs.quoted(proposal, spot(source, mention)))
    return found, unquoted


def _write(project: Project, folder: Path, card: Card, content: bytes, stubs: Sequence[Stub]) -> None:
    """The original, then its description: where that cannot be written, the original is taken away again."""
    from briefing.deliver import create, remove
    from briefing.facts.stubs import seeds_file

    text = seeds_file(card, stubs, project.languages, guide(project.languages))
    kept = create(folder / card.file, content)
    try:
        create(_described(project, card), text.encode())
    except BaseException:
        if kept:
            remove(folder / card.file)
        raise


def _tell(project: Project, card: Card, stubs: Sequence[Stub], unquoted: Sequence[str]) -> None:
    from briefing.cli import table

    rows = []
    for stub in stubs:
        keys = dict(stub.keys)
        carries = keys.get("quote") or keys.get("cell") or keys["column"]
        nth = f" (nth = {keys['nth']})" if "nth" in keys else ""
        kind = (
            stub.quantity.kind
            if stub.quantity is not None
            else ("series" if stub.family == "series" else "?")
        )
        value = value_of(stub.quantity) if stub.quantity is not None else ""
        rows.append((stub.spot.at, stub.figure, kind, value, stub.id, carries + nth, keys.get("when", "")))
    place = stubs[0].spot.kind if stubs else "line"
    what = tell("cell") if place == "cell" else tell("quote")
    places = {"line": tell("line"), "page": tell("page"), "cell": tell("cell")}
    table.show(
        (places[place], tell("figure"), tell("kind"), tell("value"), tell("id"), what, tell("when")),
        rows,
        wrap=(1, 5, 6),
    )
    say(
        tell(
            "'{id}' is now a source: {count} proposals in {described}",
            id=card.id,
            count=len(stubs),
            described=project.shown(_described(project, card)),
        )
    )
    if unquoted:
        say(
            tell(
                "no quote holds for {unquoted}: it would be a whole line, or read otherwise alone",
                unquoted=", ".join(unquoted),
            )
        )


def _described(project: Project, card: Card) -> Path:
    return project.seeds / f"{card.id}.toml"


def _next(project: Project) -> None:
    print()
    say(tell("next:"))
    say(tell("  uncomment in seeds/ the figures that the brief needs, and say in `what` what was measured"))
    say(tell('  print them in templates/: {{{{ fact("id") }}}}, and cite them: {{{{ cite() }}}}'))
    say(tell("  briefing check"))
