"""The pipeline, top to bottom: a project -> its finished files in the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import checks, facts, look, review
from briefing.audit import Audited, audit_brief, kept
from briefing.compose import Draft, compose, declared, draft, spoken
from briefing.facts import Ledger
from briefing.facts import lock as locks
from briefing.inputs import digests, outdated
from briefing.model import Brief, Output, Place, Problem, Refusal
from briefing.project import Project, load
from briefing.saying import tell
from briefing.schema import Names
from briefing.wording.catalog import Catalog, labels
from briefing.wording.glossary import Glossary
from briefing.wording.glossary import load as load_glossary

if TYPE_CHECKING:
    from briefing.render.paper import Printer

Report = Callable[[str], None]


def _silent(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Composed:
    """Facts and pages before any format, with the warnings that they leave."""

    ledger: Ledger
    audited: Audited
    briefs: Mapping[str, Brief]
    look: look.Look
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and the warnings that it leaves.

    ``paths`` are the files written, by name, the register of all figures among them;
    ``problems`` the warnings and notes, none of them an error; ``reread`` whether the originals were at hand, so that
    every quote was looked up at its place, or the lock alone.
    """

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]
    reread: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names, and the labels of generated parts in each language."""

    glossary: Glossary
    catalogs: Mapping[str, Catalog]

    @property
    def names(self) -> Names:
        """What the catalogs say for names that seeds and briefing.toml give in other languages."""
        return {language: catalog.names for language, catalog in self.catalogs.items()}


def prove(project: Project, originals: Path | None, names: Names) -> tuple[Ledger, tuple[Problem, ...]]:
    """seeds + originals (or lock) -> ledger, with its problems."""
    return facts.prove(
        facts.load(project.seeds, project.languages, names), originals, _locked(project, originals)
    )


def known(project: Project, originals: Path | None) -> Ledger:
    """What of the seeds is proven, whatever else is amiss with the brief; Refusal where they cannot be read."""
    words, _ = vocabulary(project)
    return prove(project, originals, words.names)[0]


def _locked(project: Project, originals: Path | None) -> str | None:
    """The last lock's text; one that is no text is no loss where the originals write it anew."""
    try:
        return locks.read(project.seeds)
    except Refusal:
        if originals is None:
            raise
        return None


def assemble(
    project: Project, originals: Path | None, *, strict: bool = False, report: Report = _silent
) -> Composed:
    """Facts and a brief in every language, agreed; Refusal with every error found (and, strict, every warning)."""
    spoken(project)
    report(tell("facts"))
    words, unlabelled = vocabulary(project)
    project, problems = _named(project, words)
    seen = look.standard()
    with _gathered(problems):
        seen = look.load(project)
    ledger, found = prove(project, originals, words.names)
    audited = audit_brief(ledger, project.seeds, originals, project.languages, words.names)
    problems = [*found, *problems, *audited.problems]
    problems += declared(project, ledger)
    drafts: dict[str, Draft] = {}
    problems += unlabelled
    if not unlabelled:
        for language in project.languages:
            report(tell("template {language}", language=language))
            with _gathered(problems):
                catalog = words.catalogs[language]
                drafts[language] = draft(project, ledger, words.glossary, language, audited, catalog)
                problems += drafts[language].door.problems
    problems += checks.naming(project, ledger)
    problems += checks.printing(project, ledger, drafts)
    if any(problem.severity == "error" for problem in problems):
        raise Refusal(*checks.waived(project, problems, whole=False))
    briefs: dict[str, Brief] = {}
    for language in project.languages:
        report(tell("pages {language}", language=language))
        with _gathered(problems):
            briefs[language], found = compose(
                project, drafts[language], words.glossary, words.catalogs[language]
            )
            problems += found
    if len(briefs) == len(project.languages):
        reviewed, now = None, review.digests(briefs)
        with _gathered(problems):
            reviewed = review.read(project)
        sides = checks.Sides(briefs, reviewed, now, _section_places(project, drafts))
        problems += checks.agreement(project, sides)
        problems += checks.waiting(reviewed, now, sides.places)
        problems += checks.order(sides)
        problems += checks.listing(ledger, briefs)
    problems = checks.waived(project, problems, whole=len(briefs) == len(project.languages))
    if any(problem.stops(strict=strict) for problem in problems):
        raise Refusal(*problems)
    return Composed(ledger, audited, briefs, seen, tuple(problems))


def check(
    project: Project,
    out: Path,
    originals: Path | None = None,
    *,
    strict: bool = False,
    report: Report = _silent,
) -> Composed:
    """What a build would find before any format, and which files in ``out`` are out of date; nothing is written."""
    composed = assemble(project, originals, report=report)
    problems = (*composed.problems, *outdated(project, composed.ledger.lock, composed.audited.lock, out))
    if any(problem.stops(strict=strict) for problem in problems):
        raise Refusal(*problems)
    return replace(composed, problems=problems)


def vocabulary(project: Project) -> tuple[Vocabulary, list[Problem]]:
    """locales/ -> glossary and labels, and the problems of all of them."""
    problems: list[Problem] = []
    glossary, catalogs = Glossary({}, {}), {}
    own = project.locales / "glossary.toml"
    if own.is_file():
        with _gathered(problems):
            glossary = load_glossary(own, project.languages, shown=project.shown(own))
    for language in project.languages:
        with _gathered(problems):
            catalogs[language] = labels(
                project.catalogs(language), language, templates=project.label_template
            )
    return Vocabulary(glossary, catalogs), problems


def _named(project: Project, words: Vocabulary) -> tuple[Project, list[Problem]]:
    """The project with the words that briefing.toml lacks in a language, and P004 for those that the catalogs lack too."""
    problems: list[Problem] = []
    with _gathered(problems):
        project = load(project.folder, builtin=project.builtin, names=words.names)
    return project, problems


def _section_places(project: Project, drafts: Mapping[str, Draft]) -> dict[tuple[str, str], Place]:
    """Where each section stands in each language's template; the cards stand in briefing.toml."""
    places = {("cards", language): project.cards_at for language in drafts}
    for language, drafted in drafts.items():
        for name, block in drafted.blocks.items():
            places[name, language] = Place(drafted.door.template, block.line)
    return places


@contextmanager
def _gathered(problems: list[Problem]) -> Iterator[None]:
    """Add what is refused inside to ``problems`` and go on, so that every problem is shown at once."""
    try:
        yield
    except Refusal as refusal:
        if refusal.exit_code != 1:
            raise Refusal(*problems, *refusal.problems, exit_code=refusal.exit_code) from None
        problems += refusal.problems


def build(
    project: Project,
    *,
    languages: Sequence[str],
    formats: Sequence[str],
    out: Path,
    originals: Path | None = None,
    keep_print_html: Path | None = None,
    strict: bool = False,
    report: Report = _silent,
) -> Built:
    """Build the brief into ``out``; on Refusal nothing there has changed."""
    # what only a build needs is loaded by builds alone: a check is part of every edit
    from briefing.deliver import deliver, write
    from briefing.render.paper import printers

    with printers(len(languages) if "pdf" in formats else 0) as printer:
        composed = assemble(project, originals, strict=strict, report=report)
        outputs, printed = render(project, composed, languages, formats, printer, report)
    report(tell("output"))
    if keep_print_html is not None:
        for language, html in printed.items():
            write(keep_print_html / f"{project.name}.{language}.print.html", html.encode())
    if originals is not None and not project.builtin:
        write(project.seeds / locks.NAME, composed.ledger.lock.encode())
        write(project.seeds / kept.NAME, (composed.audited.lock or "").encode())
    # last: where anything else cannot be written, the old set still stands
    paths = deliver(outputs, out, stem=project.name)
    return Built(paths, composed.problems, composed.ledger.reread)


def render(
    project: Project,
    composed: Composed,
    languages: Sequence[str],
    formats: Sequence[str],
    printer: Printer,
    report: Report = _silent,
) -> tuple[list[Output], dict[str, str]]:
    """Briefs -> finished files, read back; and the print HTML of each language for which there is a PDF."""
    from briefing import register
    from briefing.readback.closure import closure
    from briefing.render.paper import print_all

    shell, inputs = project.templates, digests(project, composed.ledger.lock, composed.audited.lock)
    briefs = [composed.briefs[language] for language in languages]
    report(tell("{formats} of {languages}", formats=", ".join(formats), languages=", ".join(languages)))
    record = register.files(register.register(project, composed.ledger, composed.briefs))
    finish = print_all(briefs if "pdf" in formats else (), shell, record, printer, composed.look)
    made: dict[tuple[str, str], bytes] = {}
    problems: list[Problem] = []
    for brief in briefs:
        texts, found = _texts(project, brief, formats, composed.look)
        written = {format: text.encode() for format, text in texts.items()}
        made |= {(brief.language, format): content for format, content in written.items()}
        problems += found
        problems += (problem for format in written for problem in closure(brief, format, written[format]))
    sheets = finish()
    for language, sheet in sheets.items():
        made[language, "pdf"] = sheet.pdf
        problems += sheet.problems
    if problems:
        raise Refusal(*problems)
    outputs = [
        Output(f"{project.name}.{language}.{format}", made[language, format], inputs[language])
        for language in languages
        for format in formats
    ]
    every = {path: digest for made_of in inputs.values() for path, digest in made_of.items()}
    outputs += [replace(file, inputs=every) for file in record]
    return outputs, {language: sheet.html for language, sheet in sheets.items()}


def _texts(
    project: Project, brief: Brief, formats: Sequence[str], seen: look.Look | None = None
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The formats that are text, and what reading the Markdown again found wrong."""
    from briefing.render import html, markdown

    texts: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    if "md" in formats:
        texts["md"] = markdown.render(brief)
        problems = markdown.verify(texts["md"], brief)
    if "html" in formats:
        alternates = {other: f"{project.name}.{other}.html" for other in project.languages}
        texts["html"] = html.render(brief, alternates=alternates, shell=project.templates, look=seen)
    return texts, problems
