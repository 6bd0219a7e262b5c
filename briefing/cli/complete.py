"""The beginning of a word on the command line in, the words that it may become out: for the shells' completion.

Called while somebody types, so each looks at file names and at one table, and says nothing where that fails.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.project import Project


def languages_of_messages(incomplete: str) -> list[str]:
    """What --speak takes."""
    from briefing.cli import speech

    return _beginning(incomplete, (*speech.known(), speech.AUTO))


def languages(incomplete: str) -> list[str]:
    """The languages of the brief around, also behind a comma: ko,e."""
    project = _project()
    return _listed(incomplete, project.languages if project else ())


def formats(incomplete: str) -> list[str]:
    """The formats of a build, also behind a comma."""
    from briefing.project import FORMATS

    return _listed(incomplete, FORMATS)


def sections(incomplete: str) -> list[str]:
    """The sections of the brief around, and all of them."""
    project = _project()
    if project is None:
        return []
    heads = ("title", "standfirst", *(("cards",) if project.cards else ()))
    return _beginning(incomplete, (*heads, *project.sections, "all"))


def targets(incomplete: str) -> list[str]:
    """The [publish.NAME] tables of the brief around."""
    project = _project()
    if project is None:
        return []
    return _beginning(incomplete, project.config.data.get("publish", {}))


def languages_read(incomplete: str) -> list[str]:
    """The languages of documents whose figures can be read."""
    from briefing.reading import LANGUAGES

    return _beginning(incomplete, LANGUAGES)


def _project() -> Project | None:
    from briefing.model import Refusal
    from briefing.project import find

    try:
        return find(Path.cwd())
    except (Refusal, OSError):
        return None


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]


def _listed(incomplete: str, words: Iterable[str]) -> list[str]:
    """The next word of a list with commas, the words before it kept and not said twice."""
    before, comma, last = incomplete.rpartition(",")
    given = before.split(",")
    return [f"{before}{comma}{word}" for word in words if word.startswith(last) and word not in given]
