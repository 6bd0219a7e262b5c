"""A copy of a brief -> the problems that the product finds in it with one file changed, what cannot have changed kept."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from briefing import checks, facts, look, review
from briefing.compose import Draft, compose, declared, draft, spoken, typed
from briefing.facts import Ledger
from briefing.facts import lock as locks
from briefing.model import Brief, Problem, Refusal
from briefing.pipeline import Composed, Vocabulary, _named, _section_places, _texts, prove, vocabulary
from briefing.project import Project, load
from briefing.readback.closure import closure
from briefing.wording.catalog import labels
from tests.mutations.fault import Fault

FOLDERS = ("seeds", "templates", "locales")
ANY_EDIT = ("L005", "L006")
"""Problems that any edit of a section raises: they are about no fault."""


@functools.cache
def _read(text: str, language: str) -> object:
    return _unkept(text, language=language)


_unkept = typed.read
names = import_module("briefing.checks.naming")  # the room gives its function that name


@contextmanager
def reading_once() -> Iterator[None]:
    """The words of templates and names read once each: the same text gives the same figures."""
    kept: Callable[..., object] = lambda text, *, language: _read(text, language)  # noqa: E731
    typed.read = names.read = kept  # type: ignore[assignment]
    try:
        yield
    finally:
        typed.read = names.read = _unkept


@dataclass(slots=True)
class Bench:
    """A brief in a folder of its own, with everything that was proven and composed of it before the first fault."""

    folder: Path
    originals: Path | None = None
    project: Project = field(init=False)
    words: Vocabulary = field(init=False)
    ledger: Ledger = field(init=False)
    drafts: dict[str, Draft] = field(init=False)
    briefs: dict[str, Brief] = field(init=False)

    def __post_init__(self) -> None:
        project = load(self.folder)
        self.words, unlabelled = vocabulary(project)
        self.project, unnamed = _named(project, self.words)
        self.ledger, found = prove(self.project, self.originals, self.words.names)
        assert not (unlabelled or unnamed or found)
        self.drafts = {each: self._draft(each) for each in self.project.languages}
        self.briefs = {each: self._composed(each)[0] for each in self.project.languages}
        assert not list(self._side_by_side(self.project, self.briefs))

    def problems(self, fault: Fault) -> list[Problem]:
        """What the product finds in the brief with the fault, less what any edit raises."""
        if fault.file.startswith("output/"):
            _, language, format = fault.file.rsplit(".", 2)
            return list(closure(self.briefs[language], format, fault.text.encode()))
        path = (
            self.originals.parent / fault.file
            if fault.file.startswith("originals/") and self.originals
            else self.folder / fault.file
        )
        before = path.read_bytes()
        path.write_text(fault.text, encoding="utf-8")
        try:
            found = list(self._stage(fault.file))
        except Refusal as refusal:
            found = list(refusal.problems)
        finally:
            path.write_bytes(before)
        return [problem for problem in found if problem.code not in ANY_EDIT]

    def finished(self) -> dict[str, str]:
        """The brief's finished files that are text, as it stands without a fault."""
        return {
            f"output/{self.project.name}.{language}.{format}": text
            for language, brief in self.briefs.items()
            for format, text in _texts(self.project, brief, ("md", "html"), look.load(self.project))[
                0
            ].items()
        }

    def _stage(self, file: str) -> Iterator[Problem]:
        """The stages that read ``file``, in the order of the pipeline, up to the one that finds something."""
        if file.endswith(".po"):
            labels(self.project.locales, file.split("/")[1], templates=self.project.label_template)
        elif file.startswith("templates/"):
            yield from self._with_template(file.split(".")[1])
        elif file.startswith(("seeds/", "originals/")):
            yield from self._with_seeds()
        elif file == "locales/glossary.toml":
            words, found = vocabulary(self.project)
            yield from found
            if not found:
                yield from self._with_words(words)
        else:
            yield from self._with_config()

    def _with_template(self, language: str) -> Iterator[Problem]:
        drafted = self._draft(language)
        yield from drafted.door.problems
        if not drafted.door.problems:
            brief, found = self._composed(language, drafted)
            yield from found
            yield from self._side_by_side(self.project, self.briefs | {language: brief})

    def _with_seeds(self) -> Iterator[Problem]:
        seeds = facts.load(self.project.seeds, self.project.languages, self.words.names)
        ledger, found = facts.prove(seeds, self.originals, locks.read(self.project.seeds))
        yield from found
        yield from checks.naming(self.project, ledger)
        yield from declared(self.project, ledger)

    def _with_words(self, words: Vocabulary) -> Iterator[Problem]:
        for language in self.project.languages:
            yield from draft(self.project, self.ledger, words.glossary, language).door.problems

    def _with_config(self) -> Iterator[Problem]:
        project = load(self.folder, names=self.words.names)
        spoken(project)
        yield from declared(project, self.ledger)
        yield from checks.naming(project, self.ledger)
        if project.sections != self.project.sections:
            for language in project.languages:
                yield from draft(project, self.ledger, self.words.glossary, language).door.problems
        yield from self._side_by_side(project, self.briefs)

    def _draft(self, language: str) -> Draft:
        return draft(self.project, self.ledger, self.words.glossary, language)

    def _composed(self, language: str, drafted: Draft | None = None) -> tuple[Brief, tuple[Problem, ...]]:
        drafted = drafted or self.drafts[language]
        return compose(self.project, drafted, self.words.glossary, self.words.catalogs[language])

    def _side_by_side(self, project: Project, briefs: dict[str, Brief]) -> Iterator[Problem]:
        reviewed, now = None, review.digests(briefs)
        with suppress(Refusal):
            reviewed = review.read(project)
        sides = checks.Sides(briefs, reviewed, now, _section_places(project, self.drafts))
        yield from checks.agreement(project, sides)
        yield from checks.order(sides)


def copied(root: Path, folder: Path) -> Path:
    """The brief in ``root`` copied to ``folder``, without originals and output."""
    shutil.copy(root / "briefing.toml", folder)
    for name in FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("originals", "fonts"))
    return folder


def whole(folder: Path) -> Composed:
    """The brief as the product assembles it, nothing kept."""
    from briefing.pipeline import assemble

    return assemble(replace(load(folder)), None)
