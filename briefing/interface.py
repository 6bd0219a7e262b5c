"""A brief's folder, languages and formats in, what a build wrote out: the package as Python programs call it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Problem, Refusal
from briefing.project import CONFIG, Project, chosen_formats, chosen_languages, load
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.pipeline import Built

__all__ = ["build", "load_project"]


def load_project(folder: str | os.PathLike[str] = ".") -> Project:
    """The brief in ``folder``: its ``briefing.toml``, read and checked; nothing else of it is read yet.

    Raises Refusal with every problem of that file at once: exit code 1 where it says what it may not say, 3 where it
    is not there or cannot be read.

    >>> project = load_project("my-brief")
    >>> project.name, project.languages, project.formats
    ('ferry', ('ko', 'en'), ('md', 'html', 'pdf'))
    >>> project.title["en"]
    'Boats to the islands'

    >>> load_project("no-such-folder")
    Traceback (most recent call last):
    briefing.model.Refusal: there is no brief in 'no-such-folder'
    """
    path = Path(folder).resolve()
    if not os.path.lexists(path / CONFIG):
        hint = tell(
            "name a folder that holds a {config}, or make one: briefing new {path}",
            config=CONFIG,
            path=Path(folder),
        )
        raise Refusal(
            Problem("P901", tell("there is no brief in '{folder}'", folder=folder), hint=hint), exit_code=3
        )
    return load(path)


def build(
    brief: str | os.PathLike[str] | Project,
    languages: str | Sequence[str] | None = None,
    formats: str | Sequence[str] | None = None,
    out: str | os.PathLike[str] | None = None,
    originals: str | os.PathLike[str] | None = None,
    strict: bool = False,
) -> Built:
    """Check a brief as a whole and write its files as a whole, as ``briefing build`` does.

    ``brief`` is its folder, or what ``load_project`` gave for it. ``languages`` ("ko,en" or ["ko", "en"]) and
    ``formats`` (of "md", "html", "pdf") are those to write; None writes all that ``briefing.toml`` names, and every
    language is checked either way. ``out`` is the folder that is written to, ``output`` in the brief's where None.
    ``originals`` is the folder of the source documents; where None, ``seeds/originals`` of the brief if it is there,
    else quotes are taken as ``seeds/facts.lock.json`` has them, and ``Built.reread`` is False. With ``strict``,
    warnings refuse as errors do.

    Gives the paths of the files written and the warnings that are left. Raises Refusal with every problem found, each
    with its file and line; what stood in ``out`` then stands there unchanged. Its exit code is 1 for problems of the
    brief, 2 for an unknown language or format, 3 and 4 where files cannot be read or written, 5 past a limit.

    >>> built = build("my-brief", languages="en", formats="md")
    >>> [path.name for path in built.paths]
    ['ferry.en.md', 'ferry.facts.csv', 'ferry.facts.json']
    >>> built.problems, built.reread
    ((), True)

    >>> try:
    ...     build("my-brief", languages="fr")
    ... except Refusal as refusal:
    ...     print(refusal.exit_code, refusal.problems[0].code, refusal, refusal.problems[0].hint, sep="; ")
    2; P006; unknown language 'fr'; known languages: ko, en
    """
    from briefing import pipeline

    project = brief if isinstance(brief, Project) else load_project(brief)
    folder = Path(originals) if originals is not None else project.seeds / "originals"
    if originals is not None and not folder.is_dir():
        hint = tell("name the folder of the source documents, or leave originals out")
        raise Refusal(
            Problem("P010", tell("there is no folder '{folder}'", folder=folder), hint=hint), exit_code=3
        )
    return pipeline.build(
        project,
        languages=chosen_languages(project, _listed(languages)),
        formats=chosen_formats(project, _listed(formats)),
        out=Path(out) if out is not None else project.folder / "output",
        originals=folder if folder.is_dir() else None,
        strict=strict,
    )


def _listed(asked: str | Sequence[str] | None) -> str | None:
    """Names as the options of the command give them."""
    return asked if asked is None or isinstance(asked, str) else ",".join(asked)
