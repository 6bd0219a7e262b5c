"""A project and its output folder -> Release: an edition that passed every check, ready to go out.

Nothing is published from what was not just checked: the sources of the brief are composed again, the output must be of
just these, and every file must hold against its own register.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing import pipeline
from briefing.deliver import recorded
from briefing.editions import Difference, Edition, compare, composed
from briefing.look import Look, standard
from briefing.model import Brief, Place, Problem, Refusal
from briefing.project import Project
from briefing.saying import tell
from briefing.verify import folder as verifier

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}
"""Media type by the ending of a file's name."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the release: its name, bytes, media type, language (empty for the register's files) and format."""

    name: str
    content: bytes
    type: str
    language: str
    format: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Release:
    """One edition of a brief: its pages as composed, its files as built, and what changed since the one before.

    ``date`` is the edition's own (EDTF, at least a year); ``changes`` is empty for a first edition, and ``former``
    then None. ``look`` and ``shell`` (template folders) are those that its pages were set with.
    """

    brief: str
    number: int
    date: str
    languages: tuple[str, ...]
    briefs: Mapping[str, Brief]
    items: tuple[Item, ...]
    edition: Edition
    former: Edition | None = None
    changes: tuple[Difference, ...] = ()
    look: Look = field(default_factory=standard)
    shell: tuple[Path, ...] = ()

    @property
    def folder(self) -> str:
        """The edition's stable part of an address: 2024-10."""
        return self.date

    def item(self, language: str, format: str) -> Item | None:
        return next((each for each in self.items if (each.language, each.format) == (language, format)), None)


def release(
    project: Project, out: Path, originals: Path | None = None, former: Edition | None = None
) -> Release:
    """The edition in ``out``; Refusal O030 where it is not of these sources, is not whole, or does not verify."""
    checked = pipeline.check(project, out, originals)
    stale = [problem for problem in checked.problems if problem.code in ("O010", "O011", "O012")]
    if stale:
        raise Refusal(_unfit(out, stale[0].message), *stale)
    items = tuple(_items(project, out))
    lacking = [language for language in project.languages if not _has(items, language, "pdf")]
    if lacking:
        raise Refusal(_unfit(out, tell("it has no PDF in {lacking}", lacking=", ".join(lacking))))
    problems = [problem for verdict in verifier.verify(out) for problem in verdict.problems]
    if problems:
        raise Refusal(_unfit(out, tell("it does not hold against its own register")), *problems)
    edition = composed(project, checked, str(project.folder))
    return Release(
        project.name,
        project.edition_number,
        project.edition_date,
        project.languages,
        checked.briefs,
        items,
        edition,
        former,
        compare(former, edition) if former is not None else (),
        checked.look,
        project.templates,
    )


def _items(project: Project, out: Path) -> Sequence[Item]:
    found = []
    for name, entry in sorted(recorded(out).items()):
        if entry.brief != project.name:
            continue
        stem, _, format = name.removeprefix(f"{project.name}.").rpartition(".")
        language = stem if stem in project.languages else ""
        type = TYPES.get(format, "application/octet-stream")
        found.append(Item(name, (out / name).read_bytes(), type, language, format))
    return found


def _has(items: Sequence[Item], language: str, format: str) -> bool:
    return any((item.language, item.format) == (language, format) for item in items)


def _unfit(out: Path, why: str) -> Problem:
    hint = tell("build again, all languages and formats: briefing build")
    return Problem(
        "O030", tell("'{name}' cannot be published: {why}", name=out.name, why=why), Place(str(out)), hint
    )
