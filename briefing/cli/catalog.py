"""``briefing catalog``: the labels of generated parts on their way from code and templates to translators and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from briefing.cli import complete
from briefing.cli import messages as own_messages
from briefing.cli.problems import edge, show
from briefing.cli.speech import say
from briefing.cli.usage import Command, Group
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.project import Project
    from briefing.wording.pofile import Labels

catalog = typer.Typer(
    name="catalog",
    cls=Group,
    help="Extract, update, check and compile the labels of generated parts (gettext catalogs).",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Lang = Annotated[
    str | None,
    typer.Option(
        help="Languages, such as ko,en (default: all that are there).",
        metavar="LIST",
        autocompletion=complete.languages,
    ),
]
Messages = Annotated[
    bool,
    typer.Option(
        "--messages", help="What this tool says to its users instead, in its own repository: messages.po."
    ),
]
Made = TypeVar("Made")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@catalog.command(cls=Command)
def extract(ctx: typer.Context, messages: Messages = False) -> None:
    """Write locales/briefing.pot: every label that the code and the templates ask for.

    Example: briefing catalog extract
    """
    with edge():
        from briefing.deliver import write
        from briefing.wording.catalog import TEMPLATE

        if messages:
            own_messages.extract(ctx.find_root().command)
            return
        project = _own()
        template = _extracted(project)
        _say(f"locales/{TEMPLATE}", template, write(project.locales / TEMPLATE, _bytes(template)))


@catalog.command(cls=Command)
def update(
    lang: Lang = None,
    drop_obsolete: Annotated[
        bool, typer.Option("--drop-obsolete", help="Delete the labels that nothing asks for any more.")
    ] = False,
    messages: Messages = False,
) -> None:
    """Bring each catalog up to locales/briefing.pot; with --lang, make the one of a new language.

    Example: briefing catalog update --lang fr
    """
    with edge():
        from briefing.deliver import write
        from briefing.model import Place, Problem
        from briefing.wording import catalog as catalogs
        from briefing.wording.merging import updated
        from briefing.wording.names import names

        if messages:
            own_messages.update(_codes(lang), drop_obsolete=drop_obsolete)
            return
        project = _own()
        called = names(project)
        merged = _gathered(
            _languages(project, lang),
            lambda language: updated(
                _begun(project, language),
                catalogs.template(project.locales),
                language,
                given={name.text for name in called if language in name.said},
                drop_obsolete=drop_obsolete,
            ),
        )
        for language, labels in merged.items():
            shown = catalogs.shown(language)
            _say(shown, labels, write(catalogs.path(project.locales, language), _bytes(labels)))
            empty = sum(not message.string for message in labels.labels)
            if empty or labels.obsolete:
                said = tell(
                    "labels to translate: {empty}, obsolete: {old}", empty=empty, old=len(labels.obsolete)
                )
                hint = tell(
                    "fill in each empty msgstr; copy what is still right out of the obsolete ones, then "
                    "briefing catalog update --drop-obsolete"
                )
                code = "C205" if empty else "C206"
                show((Problem(code, said, Place(shown), hint, severity="warning"),))


@catalog.command(cls=Command)
def check(ctx: typer.Context, lang: Lang = None, messages: Messages = False) -> None:
    """Check the catalogs as a build does, and that no label was added or removed since the last extraction.

    Example: briefing catalog check
    """
    with edge():
        from briefing.model import Refusal
        from briefing.project import find
        from briefing.wording import catalog as catalogs

        if messages:
            own_messages.check(ctx.find_root().command, _codes(lang))
            return
        project = find(Path.cwd())
        template = project.locales / catalogs.TEMPLATE
        problems = list(_stale(project)) if template.is_file() else []

        def checked(language: str) -> int:
            folder = project.catalogs(language)
            found = len(catalogs.labels(folder, language, templates=project.label_template))
            if folder == project.locales and template.is_file():
                problems.extend(catalogs.unused(folder, language))
            return found

        counted = _gathered(_languages(project, lang, project.languages), checked, problems)
        if problems:
            raise Refusal(*problems)
        for language, count in counted.items():
            say(tell("{language}: {count} labels", language=language, count=count))


@catalog.command("compile", cls=Command)
def compile_(lang: Lang = None) -> None:
    """Check the catalogs strictly and write each as a .mo file beside it.

    Example: briefing catalog compile --lang ko
    """
    with edge():
        from briefing.deliver import write
        from briefing.wording import catalog as catalogs
        from briefing.wording.pofile import compiled

        project = _own()

        def checked(language: str) -> Labels:
            catalogs.labels(project.locales, language, templates=project.label_template)
            return catalogs.read(project.locales, language)

        for language, labels in _gathered(_languages(project, lang), checked).items():
            path = catalogs.path(project.locales, language).with_suffix(".mo")
            _say(project.shown(path), labels, write(path, compiled(labels)))


def _own() -> Project:
    """The brief around, whose catalogs may be written."""
    from briefing.model import Problem, Refusal
    from briefing.project import find

    project = find(Path.cwd())
    if project.builtin or project.installed:
        message = tell("the catalogs of the brief that the package carries are not written")
        hint = tell("go to the folder of a brief, one with a briefing.toml")
        raise Refusal(Problem("C215", message, project.where, hint), exit_code=4)
    return project


def _languages(project: Project, asked: str | None, default: Iterable[str] = ()) -> tuple[str, ...]:
    from briefing.model import Place, Problem, Refusal
    from briefing.wording.catalog import held

    if asked is None:
        found = tuple(dict.fromkeys((*held(project.locales), *default)))
        if not found:
            hint = tell(
                "make one: briefing catalog update --lang {languages}", languages=project.languages[0]
            )
            raise Refusal(Problem("C201", tell("no catalog of labels"), Place("locales"), hint), exit_code=3)
        return found
    return _codes(asked)


def _codes(asked: str | None) -> tuple[str, ...]:
    """The codes of languages in "ko,en"; Refusal C214 (exit code 2) for what is none."""
    from briefing.model import Problem, Refusal

    names = tuple(dict.fromkeys(part.strip() for part in (asked or "").split(",") if asked))
    problems = [
        Problem(
            "C214",
            tell("'{name}' is not the code of a language", name=name),
            hint=tell("write it as ko, en or pt-BR"),
        )
        for name in names
        if not _CODE.fullmatch(name)
    ]
    if problems:
        raise Refusal(*problems, exit_code=2)
    return names


def _gathered(
    languages: Iterable[str], make: Callable[[str], Made], problems: list[Problem] | None = None
) -> dict[str, Made]:
    """What is made for each language; Refusal with the problems of all of them at once."""
    from briefing.model import Refusal

    made: dict[str, Made] = {}
    found: list[Problem] = [] if problems is None else problems
    exit_code = 1
    for language in languages:
        try:
            made[language] = make(language)
        except Refusal as refusal:
            found += refusal.problems
            exit_code = max(exit_code, refusal.exit_code)
    if len(made) < len(tuple(languages)):
        raise Refusal(*dict.fromkeys(found), exit_code=exit_code)
    return made


def _begun(project: Project, language: str) -> Labels:
    """The brief's catalog of a language, else the package's to begin with, else an empty one."""
    from briefing.wording import catalog as catalogs
    from briefing.wording.pofile import Labels

    folder = project.catalogs(language)
    return catalogs.read(folder, language) if catalogs.path(folder, language).is_file() else Labels()


def _extracted(project: Project) -> Labels:
    from briefing.wording.extraction import extracted
    from briefing.wording.merging import headed

    return headed(extracted(project))


def _stale(project: Project) -> Iterable[Problem]:
    """C213 for each label by which locales/briefing.pot differs from what the code and the templates ask for."""
    from briefing.model import Place, Problem
    from briefing.wording.catalog import EXTRACT, TEMPLATE, key, template

    shown = f"locales/{TEMPLATE}"
    there = {key(message): message.lineno or 0 for message in template(project.locales).labels}
    asked = {key(message): message.locations[0][0] for message in _extracted(project).labels}
    for asked_for in sorted(asked.keys() - there.keys()):
        what = tell(
            "{asked_for} '{asked_for2}' of {asked} is not extracted",
            asked_for=asked_for[0] or tell("label"),
            asked_for2=asked_for[1],
            asked=asked[asked_for],
        )
        yield Problem("C213", what, Place(shown), EXTRACT)
    for asked_for in sorted(there.keys() - asked.keys()):
        what = tell(
            "{asked_for} '{asked_for2}' is used nowhere",
            asked_for=asked_for[0] or tell("label"),
            asked_for2=asked_for[1],
        )
        yield Problem("C213", what, Place(shown, there[asked_for]), EXTRACT)


def _bytes(labels: Labels) -> bytes:
    from briefing.wording.pofile import written

    return written(labels)


def _say(shown: str, labels: Labels, changed: bool) -> None:
    counted = tell("{file}: {count} labels", file=shown, count=len(labels))
    say(counted if changed else tell("{counted}, unchanged", counted=counted))
