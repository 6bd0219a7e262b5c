"""Two editions -> what changed between them in words of a language: the box of a site's page, the first lines of a mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.editions import Difference
from briefing.editions.stated import Stated
from briefing.publish.release import Release

Gettext = Callable[[str], str]
TOLD = ("changed", "added", "removed")
"""The changes that readers are told of: what only moved or was reworded is the editors' business."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that changed: what it is, and how each edition prints it (empty where it has none)."""

    what: str
    old: str
    new: str


def told(release: Release, language: str) -> tuple[Change, ...]:
    """The figures that readers of ``language`` find changed, in the order of the page; none for a first edition."""
    return tuple(
        _change(difference, language)
        for difference in release.changes
        if difference.change in TOLD and language in difference.languages
    )


def _change(difference: Difference, language: str) -> Change:
    what = next(side.what.get(language) or difference.id for side in reversed(difference.sides))
    return Change(what, _words(difference.old, language), _words(difference.new, language))


def _words(stated: Stated | None, language: str) -> str:
    """How an edition prints the figure on its pages, else in its annex."""
    if stated is None:
        return ""
    rows = [row for row in stated.printed if row.language == language and row.aspect == "value"]
    pages = [row for row in rows if row in stated.pages]
    return (pages or rows)[0].words if rows else ""
