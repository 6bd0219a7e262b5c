"""briefing.toml and the folders beside it -> Project: what to build, from which folders, in which languages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefing import schema, tomlplace, waivers
from briefing.model import Place, Problem, Refusal, Words
from briefing.saying import noted, tell

CONFIG = "briefing.toml"
FORMATS = ("md", "html", "pdf")
CHARTS = ("bars", "line", "dots", "strip", "waffle")

_SHAPE = {
    "name": schema.name("What the names of all output files begin with.", required=True),
    "title": schema.words("The title of the brief, on its first page and in feeds.", required=True),
    "series": schema.words("The name of the series; it may stand under [look] instead."),
    "edition": schema.table("Number and date of this edition.", required=True),
    "languages": schema.strings(
        "The languages, in order; where left out, every language that has a template."
    ),
    "formats": schema.strings("The formats of a build, from md, html and pdf; where left out, all three."),
    "sections": schema.strings(
        "The sections in their order; each is a block of this name in every template.", required=True
    ),
    "cards": schema.strings("The facts that are printed large on the first page."),
    "style": schema.table(
        "The number and date style of each language; the first of a language where left out."
    ),
    "look": schema.table("Colours, type, page and logo."),
    "chart": schema.table("The charts, one table each; a template calls a chart by the table's name."),
    "exception": schema.tables("Facts that one section prints in one language alone."),
    "waiver": schema.tables("Warnings that the brief lives with, each with a reason and an end."),
    "publish": schema.table("The targets of `briefing publish`, one table each."),
    "sign": schema.table("The certificate with which `briefing publish --sign` signs."),
}
_EDITION = {
    "number": schema.whole_number("The number of the edition, as the edition line prints it.", required=True),
    "date": schema.edtf(
        "The date of the edition (EDTF), as the edition line prints it; waivers end by it.", required=True
    ),
}
_CHART = {
    "kind": schema.one_of(*CHARTS, required=True, about="How the chart draws its figures."),
    "facts": schema.strings("The facts that it draws, in order.", required=True),
    "accent": schema.strings("Those of the facts that carry the colour."),
    "whole": schema.name("For strip and waffle: the fact of which the others are parts."),
    "row": schema.one_of(
        "label", "period", about="What names a bar: the label of its fact (the standard) or its period."
    ),
    "scale": schema.one_of(
        "linear",
        "log",
        about="The axis: linear (the standard), or log where figures lie orders of magnitude apart.",
    ),
    "unit": schema.words("What is counted, in words."),
    "series": schema.table("For line: the name of the line of each study."),
}
_EXCEPTION = {
    "section": schema.name("The section that prints the fact.", required=True),
    "fact": schema.name("The fact that it prints.", required=True),
    "language": schema.text("The one language that prints it.", required=True),
    "because": schema.text("Why the other languages do not.", required=True),
}


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as declared, once for all languages, or as a template calls it: which facts, in which order, drawn how.

    ``series`` names lines by their origin: a study or source, or the series that ``members`` puts each fact in.
    """

    id: str
    kind: str
    facts: tuple[str, ...]
    accent: tuple[str, ...]
    whole: str | None
    row: str
    scale: str
    unit: Words
    series: Mapping[str, Words]
    where: Place
    members: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exempt:
    """A fact that one section prints in one language alone, with the reason."""

    section: str
    fact: str
    language: str
    because: str
    where: Place


@dataclass(frozen=True, slots=True)
class Project:
    """A brief's folder and its configuration; ``builtin`` where no briefing.toml was found and the package's is used.

    ``name`` is what file names begin with, ``title`` and ``series`` are said in each language, ``edition_date`` is
    EDTF; ``languages``, ``formats`` and ``sections`` stand in the order in which they are built. ``load_project``
    makes one; keys are those of ``briefing.toml``.
    """

    folder: Path
    builtin: bool
    name: str
    title: Words
    series: Words
    edition_number: int
    edition_date: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    sections: tuple[str, ...]
    cards: tuple[str, ...]
    styles: Words
    look: Mapping[str, Any]
    charts: Mapping[str, ChartSpec]
    exempt: tuple[Exempt, ...]
    waivers: tuple[waivers.Waiver, ...]
    where: Place
    languages_at: Place
    styles_at: Place
    cards_at: Place
    series_at: Place
    config: tomlplace.Document

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Template folders in the order in which they are searched: the brief's own, then the package's."""
        own, packaged = self.folder / "templates", builtin_folder() / "templates"
        return (own,) if own == packaged else (own, packaged)

    def catalogs(self, language: str) -> Path:
        """The locales folder that holds the catalog of ``language``: the brief's own, else the package's."""
        own = self.locales / language / "LC_MESSAGES" / "briefing.po"
        return self.locales if own.is_file() else builtin_folder() / "locales"

    @property
    def label_template(self) -> Path:
        """The locales folder that holds the template of all labels: the brief's own, else the package's."""
        own = self.locales / "briefing.pot"
        return self.locales if own.is_file() else builtin_folder() / "locales"

    @property
    def installed(self) -> bool:
        """Whether the folder is part of an installed package, where nothing is written."""
        return self.folder.is_relative_to(Path(__file__).resolve().parent)

    def shown(self, path: Path) -> str:
        """``path`` as messages print it: from the brief's folder where it lies inside."""
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else str(path)


def builtin_folder() -> Path:
    """The folder of the brief that the package carries: inside an installed package, above it in a source tree."""
    package = Path(__file__).resolve().parent
    return package / "builtin" if (package / "builtin").is_dir() else package.parent


def find(start: Path) -> Project:
    """The brief of the nearest folder from ``start`` upwards that has a briefing.toml, else the built-in one."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if os.path.lexists(folder / CONFIG):
            return load(folder)
    return load(builtin_folder(), builtin=True)


def load(folder: Path, *, builtin: bool = False, names: schema.Names | None = None) -> Project:
    """The project in ``folder``; Refusal with every problem of its briefing.toml (exit code 1, or 3 if unreadable).

    ``names`` fills in the words that briefing.toml lacks in a language; only with it are lacking ones a problem.
    """
    document = tomlplace.load(folder / CONFIG, shown=CONFIG)
    problems = list(schema.check(document, (), _SHAPE))
    data = document.data
    if isinstance(data.get("edition"), dict):
        problems += schema.check(document, ("edition",), _EDITION)
    problems = [_moved(problem) for problem in problems] + list(_series(document))
    if isinstance(data.get("chart"), dict):
        for key in data["chart"]:
            problems += schema.check(document, ("chart", key), _CHART)
            problems += _lines_named(document, key)
    if isinstance(data.get("exception"), list):
        for index in range(len(data["exception"])):
            problems += schema.check(document, ("exception", str(index)), _EXCEPTION)
    problems += waivers.problems(document)
    if problems:
        raise Refusal(*problems)
    languages = tuple(data["languages"]) if "languages" in data else _templated(folder)
    problems = list(_consistency(document, languages))
    if names is not None and not problems:
        problems += _unsaid(document, languages, names)
    if problems:
        raise Refusal(*problems)
    return _project(folder, document, languages, builtin)


def _lines_named(document: tomlplace.Document, chart: str) -> Iterator[Problem]:
    """What is no words in the names that a chart gives its series."""
    series = (
        document.data["chart"][chart].get("series")
        if isinstance(document.data["chart"][chart], dict)
        else None
    )
    if isinstance(series, dict):
        yield from schema.check(document, ("chart", chart, "series"), {key: schema.words() for key in series})


def _moved(problem: Problem) -> Problem:
    """A problem whose hint says where a table has gone that briefing.toml once had."""
    if problem.code == "P001" and "'page'" in problem.message:
        return replace(problem, hint=tell('the page stands under [look]: page = "A4" or page = "letter"'))
    return problem


def _series_keys(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Under which keys the name of the series stands: [look] series, or series at the top."""
    look = data.get("look")
    return ("look", "series") if isinstance(look, dict) and "series" in look else ("series",)


def _series(document: tomlplace.Document) -> Iterator[Problem]:
    """P002 where no series is named, P005 where it is named at the top and under [look], P003 where that is no name."""
    data, keys = document.data, _series_keys(document.data)
    if keys == ("series",):
        if "series" not in data:
            hint = tell('add series = {{ ko = "…", en = "…" }} under [look]')
            yield Problem("P002", tell("the brief has no 'series'"), document.place("look"), hint)
        return
    field = schema.words()
    if not field.fits(data["look"]["series"]):
        yield Problem(
            "P003", tell("'series' in [look] must be {said}", said=field.said), document.place(*keys)
        )
    if "series" in data:
        what = tell("the series is named twice, at the top and under [look]")
        yield Problem("P005", what, document.place("series"), tell("leave the one under [look]"))


def _templated(folder: Path) -> tuple[str, ...]:
    """The languages that have a template, where briefing.toml names none."""
    return tuple(sorted(path.name.split(".")[1] for path in (folder / "templates").glob("brief.*.md.j2")))


def _unsaid(
    document: tomlplace.Document, languages: tuple[str, ...], names: schema.Names
) -> Iterator[Problem]:
    data = document.data
    keys = _series_keys(data)
    yield from schema.complete(document, ("title",), data["title"], languages, names)
    yield from schema.complete(document, keys, _at(data, keys), languages, names)
    alt = data.get("look", {}).get("logo_alt")
    if schema.words().fits(alt):
        yield from schema.complete(document, ("look", "logo_alt"), alt, languages, names)
    for id, chart in data.get("chart", {}).items():
        if "unit" in chart:
            yield from schema.complete(document, ("chart", id, "unit"), chart["unit"], languages, names)
        for origin, said in chart.get("series", {}).items():
            yield from schema.complete(document, ("chart", id, "series", origin), said, languages, names)


def _at(data: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return data[keys[0]] if len(keys) == 1 else _at(data[keys[0]], keys[1:])


def _consistency(document: tomlplace.Document, languages: tuple[str, ...]) -> list[Problem]:
    data = document.data
    problems: list[Problem] = []
    if not languages and "languages" not in data:
        hint = tell("write templates/brief.LANG.md.j2 for each language")
        problems.append(Problem("T003", tell("the brief has no template"), document.place(), hint))
    problems += [
        Problem(
            "P003",
            tell("'{key}' is empty", key=key),
            document.place(key),
            tell("name one, such as {example}", example=example),
        )
        for key, example in (("languages", "ko"), ("formats", "html"), ("sections", "summary"))
        if data.get(key) == []
    ]
    for key in ("languages", "sections", "formats", "cards"):
        values = data.get(key, [])
        problems += [
            Problem(
                "P005", tell("'{value}' stands twice in {key}", value=value, key=key), document.place(key)
            )
            for value in sorted({value for value in values if values.count(value) > 1})
        ]
    problems += [
        Problem(
            "P006",
            tell("unknown format '{value}'", value=value),
            document.place("formats"),
            tell("known formats: {formats}", formats=", ".join(FORMATS)),
        )
        for value in data.get("formats", [])
        if value not in FORMATS
    ]
    problems += [
        Problem(
            "P003",
            tell("section '{value}' is not a name", value=value),
            document.place("sections"),
            tell("use a-z, 0-9 and _"),
        )
        for value in data["sections"]
        if not value.isidentifier()
    ]
    return problems


def _project(
    folder: Path, document: tomlplace.Document, languages: tuple[str, ...], builtin: bool
) -> Project:
    data = document.data
    return Project(
        folder=folder,
        builtin=builtin,
        name=data["name"],
        title=data["title"],
        series=_at(data, _series_keys(data)),
        edition_number=data["edition"]["number"],
        edition_date=data["edition"]["date"],
        languages=languages,
        formats=tuple(data.get("formats", FORMATS)),
        sections=tuple(data["sections"]),
        cards=tuple(data.get("cards", ())),
        styles=data.get("style", {}),
        look=data.get("look", {}),
        charts={key: _chart(key, table, document) for key, table in data.get("chart", {}).items()},
        exempt=tuple(
            Exempt(**table, where=document.place("exception", index))
            for index, table in enumerate(data.get("exception", ()))
        ),
        waivers=waivers.declared(document),
        where=document.place(),
        languages_at=document.place("languages"),
        styles_at=document.place("style"),
        cards_at=document.place("cards"),
        series_at=document.place(*_series_keys(data)),
        config=document,
    )


def _chart(key: str, table: Mapping[str, Any], document: tomlplace.Document) -> ChartSpec:
    return ChartSpec(
        id=key,
        kind=table["kind"],
        facts=tuple(table["facts"]),
        accent=tuple(table.get("accent", ())),
        whole=table.get("whole"),
        row=table.get("row", "label"),
        scale=table.get("scale", "linear"),
        unit=table.get("unit", {}),
        series=table.get("series", {}),
        where=document.place("chart", key),
    )


def chosen_languages(project: Project, asked: str | None) -> tuple[str, ...]:
    """The languages named in ``asked`` ("ko,en"; None for all); Refusal with exit code 2 for an unknown one."""
    return _chosen(asked, project.languages, LANGUAGES_SAID)


def chosen_formats(project: Project, asked: str | None) -> tuple[str, ...]:
    """The formats named in ``asked`` ("md,html,pdf"; None for those of briefing.toml)."""
    return _chosen(asked, project.formats if asked is None else FORMATS, FORMATS_SAID)


LANGUAGES_SAID = (
    noted("unknown language '{part}'"),
    noted("no language named"),
    noted("known languages: {known}"),
)
FORMATS_SAID = (noted("unknown format '{part}'"), noted("no format named"), noted("known formats: {known}"))


def _chosen(asked: str | None, known: tuple[str, ...], said: tuple[str, str, str]) -> tuple[str, ...]:
    if asked is None:
        return known
    unknown, none, those = said
    hint = tell(those, known=", ".join(known))
    names = [part.strip() for part in asked.split(",") if part.strip()]
    problems = [Problem("P006", tell(unknown, part=part), hint=hint) for part in names if part not in known]
    if not names:
        problems = [Problem("P006", tell(none), hint=hint)]
    if problems:
        raise Refusal(*problems, exit_code=2)
    return tuple(dict.fromkeys(names))
