"""Project, facts and a template -> Brief in one language: the only door through which a figure enters a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing import schema, tomlplace, wording
from briefing.audit import Audited
from briefing.compose import chart as charts
from briefing.compose import generated
from briefing.compose import table as tables
from briefing.compose.door import Door
from briefing.compose.markdown import parse, parse_line
from briefing.compose.marks import ChartMark, TableMark
from briefing.compose.names import typed_names
from briefing.compose.template import Drafted, run
from briefing.compose.words import Writer
from briefing.facts import Ledger
from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    Heading,
    Inlines,
    Place,
    Problem,
    Quote,
    Refusal,
    Section,
    Table,
)
from briefing.project import Project
from briefing.saying import tell
from briefing.wording.catalog import Catalog
from briefing.wording.glossary import Glossary

__all__ = ["Draft", "compose", "declared", "draft", "spoken"]

TITLE, STANDFIRST = "title", "standfirst"
UNNUMBERED = ("summary", "notes")


def spoken(project: Project) -> None:
    """Refusal P006 for languages of briefing.toml in which figures cannot be said, and for unknown styles."""
    known = wording.languages()
    problems = [
        Problem(
            "P006",
            tell("unknown language '{language}'", language=language),
            project.languages_at,
            tell("known languages: {known}", known=", ".join(known)),
        )
        for language in project.languages
        if language not in known
    ]
    for language, style in project.styles.items():
        if language not in project.languages:
            problems.append(
                Problem(
                    "P006",
                    tell("style of an unknown language '{language}'", language=language),
                    project.styles_at,
                    tell("delete it"),
                )
            )
        elif language in known and style not in wording.voice(language).STYLES:
            styles = ", ".join(wording.voice(language).STYLES)
            problems.append(
                Problem(
                    "P006",
                    tell("unknown style '{style}'", style=style),
                    project.styles_at,
                    tell("known styles: {styles}", styles=styles),
                )
            )
    if problems:
        raise Refusal(*problems)


def declared(project: Project, ledger: Ledger) -> tuple[Problem, ...]:
    """What briefing.toml names and the ledger does not have: T040 to T043."""
    problems = [
        Problem(
            "T043",
            tell("card names an unknown fact '{id}'", id=id),
            project.cards_at,
            tell("run `briefing facts`"),
        )
        for id in project.cards
        if id not in ledger.facts and id not in ledger.unproven
    ]
    for spec in project.charts.values():
        problems += charts.check(spec, ledger.facts, ledger.unproven)
    return tuple(problems)


@dataclass(frozen=True, slots=True)
class Draft:
    """A template that has been run: its blocks with marks in them, and the door that they came through."""

    language: str
    blocks: Mapping[str, Drafted]
    door: Door


def draft(
    project: Project,
    ledger: Ledger,
    glossary: Glossary,
    language: str,
    audited: Audited | None = None,
    catalog: Catalog | None = None,
) -> Draft:
    """The template of ``language`` run through its door; Refusal where it is missing, broken or incomplete.

    What is wrong with its words and calls stands in ``door.problems``.
    """
    name = f"brief.{language}.md.j2"
    door = Door(
        ledger,
        glossary.terms,
        project.charts,
        f"templates/{name}",
        audited=audited,
        catalog=catalog,
        language=language,
    )
    blocks = run(name, project.templates, door, language, _idioms(project, language))
    missing = _missing(project, blocks, door.template)
    if missing:
        raise Refusal(*door.problems, *missing)
    order = [blocks[name] for name in (STANDFIRST, *project.sections)]
    door.problems += typed_names(order, door.marks, glossary, language, door.template)
    return Draft(language, blocks, door)


def compose(
    project: Project, draft: Draft, glossary: Glossary, catalog: Catalog
) -> tuple[Brief, tuple[Problem, ...]]:
    """The brief of a draft whose facts are all proven, and what is wrong with its wording."""
    door = draft.door
    style = project.styles.get(draft.language)
    writer = Writer(
        door.ledger,
        glossary,
        door.marks,
        draft.language,
        style,
        door.template,
        idioms=_idioms(project, draft.language),
    )
    brief = _pages(project, draft.blocks, writer, catalog)
    return brief, (*writer.problems, *_lost(draft))


def _lost(draft: Draft) -> Iterator[Problem]:
    """T035 for a call whose figure or name Markdown left out: in a link's title, in a cell too many."""
    for drafted in draft.blocks.values():
        for mark in draft.door.marks.lost(drafted.text):
            yield Problem(
                "T035",
                tell("what is called here reaches no page"),
                Place(draft.door.template, mark.line),
                tell("a table's row has as many cells as its head; a link's title holds no figure"),
            )


def _idioms(project: Project, language: str) -> Mapping[str, str]:
    """The idioms of ``language`` with their reasons; Refusal where the file holds anything else."""
    path = project.locales / "idioms.toml"
    if not path.exists():
        return {}
    document = tomlplace.load(path, shown=project.shown(path))
    problems = list(schema.check(document, (), dict.fromkeys(project.languages, schema.table())))
    for known in project.languages:
        table = document.data.get(known)
        if isinstance(table, dict):
            problems += schema.check(document, (known,), dict.fromkeys(table, schema.text()))
    if problems:
        raise Refusal(*problems)
    return dict(document.data.get(language, {}))


def _missing(project: Project, drafts: Mapping[str, Drafted], shown: str) -> list[Problem]:
    wanted = (TITLE, STANDFIRST, *project.sections)
    problems = [
        Problem(
            "T050",
            tell("block '{name}' is missing", name=name),
            Place(shown),
            tell("write {{% block {name} %}} … {{% endblock %}}", name=name),
        )
        for name in wanted
        if name not in drafts
    ]
    problems += [
        Problem(
            "T051",
            tell("block '{name}' is no section of the brief", name=name),
            Place(shown, drafted.line),
            tell("add it to sections"),
        )
        for name, drafted in drafts.items()
        if name not in wanted
    ]
    return problems


def _pages(project: Project, drafts: Mapping[str, Drafted], writer: Writer, catalog: Catalog) -> Brief:
    def line(name: str) -> Inlines:
        writer.section, writer.line = name, drafts[name].line
        return writer.content(
            parse_line(drafts[name].text, writer.marks, Place(writer.template, drafts[name].line))
        )

    title, standfirst = line(TITLE), line(STANDFIRST)
    writer.section, writer.at = "cards", 0
    cards = generated.cards(project, writer)
    numbered = [name for name in project.sections if name not in UNNUMBERED]
    sections = tuple(
        _section(
            drafts[name], numbered.index(name) + 1 if name in numbered else None, project, writer, catalog
        )
        for name in project.sections
    )
    sources = generated.sources(writer, catalog)
    annex = generated.annex(writer, catalog)
    return Brief(
        name=project.name,
        language=writer.language,
        title=title,
        standfirst=standfirst,
        edition=generated.edition(project, writer, catalog),
        cards=cards,
        sections=sections,
        sources=sources,
        annex=annex,
        labels=catalog,
        languages=project.languages,
        printed=tuple(writer.printed),
        idioms=tuple(writer.idioms),
    )


def _section(
    drafted: Drafted, number: int | None, project: Project, writer: Writer, catalog: Catalog
) -> Section:
    where = Place(writer.template, drafted.line)
    blocks = parse(drafted.text, writer.marks, where)
    if not blocks or not isinstance(blocks[0], Heading) or blocks[0].level != 2:
        raise Refusal(
            Problem(
                "T052",
                tell("section '{name}' has no title", name=drafted.name),
                where,
                tell("begin it with ## …"),
            )
        )
    if any(isinstance(block, Heading) and block.level < 3 for block in blocks[1:]):
        raise Refusal(
            Problem(
                "T053",
                tell("section '{name}' has two titles", name=drafted.name),
                where,
                tell("use ### inside a section"),
            )
        )
    writer.section, writer.line = drafted.name, drafted.line
    title = writer.content(blocks[0].content)
    return Section(
        drafted.name, title, tuple(_written(block, project, writer, catalog) for block in blocks[1:]), number
    )


def _written(block: Block, project: Project, writer: Writer, catalog: Catalog) -> Block:
    """The block with its words; charts and tables are filled where they stand, so that terms expand in page order."""

    def written(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_written(inner, project, writer, catalog) for inner in blocks)

    match block:
        case Chart(caption=called):
            return _drawn(called, project, writer, catalog)
        case Table(caption=called) if called:
            return _drawn(called, project, writer, catalog)
        case Bullets(items, ordered):
            return Bullets(tuple(written(item) for item in items), ordered)
        case Quote(inner):
            return Quote(written(inner))
    return writer.block(block)


def _drawn(called: Inlines, project: Project, writer: Writer, catalog: Catalog) -> Block:
    """The chart or the table whose mark stands in ``called``."""
    mark = writer.marks.behind(str(getattr(called[0], "text", "")).strip())
    assert isinstance(mark, ChartMark | TableMark)
    if isinstance(mark, TableMark):
        return tables.fill(mark, writer, catalog)
    return charts.fill(mark, mark.spec or project.charts[mark.id], writer, catalog)
