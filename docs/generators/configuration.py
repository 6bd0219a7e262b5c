"""The shapes of every TOML file of a brief in, docs/reference/configuration.md out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing import look, project, schema, waivers, wording
from briefing.audit import answers
from briefing.facts import declared, tables
from briefing.look.theme import _SCHEME, _SHAPE
from briefing.publish import certificate, targets
from briefing.wording import glossary
from generators.text import table

Shape = Mapping[str, schema.Field]
STYLES = {
    language: schema.one_of(*wording.voice(language).STYLES, about="The first is the standard.")
    for language in wording.languages()
}


@dataclass(frozen=True)
class Table:
    """A table of a file: how its head is written, the keys that it may have, and what it is for."""

    head: str
    shape: Shape
    about: str


@dataclass(frozen=True)
class File:
    name: str
    about: str
    tables: tuple[Table, ...]


FILES = (
    File(
        "briefing.toml",
        "What the brief is called, which languages, formats and sections it has, how it looks and where it goes.",
        (
            Table("", project._SHAPE, "At the top of the file:"),
            Table("[edition]", project._EDITION, ""),
            Table("[style]", STYLES, "How each language writes numbers and dates:"),
            Table(
                "[look]", look._SHAPE, "Every key may be left out; see [a theme](../howto/add-a-theme.md)."
            ),
            Table("[chart.NAME]", project._CHART, "See [a chart](../howto/add-a-chart.md)."),
            Table("[[exception]]", project._EXCEPTION, "One that nothing needs is a warning (L004)."),
            Table("[[waiver]]", waivers.SHAPE, "[Which warnings can be waived](codes.md#waivers)."),
            Table("[publish.NAME], a site", targets.SITE, "See [publishing](../howto/publish.md)."),
            Table(
                "[publish.NAME], a store", targets.STORE, "Without key_id and key, the machine's own rights."
            ),
            Table("[publish.NAME], mail", targets.MAIL, ""),
            Table("[sign]", certificate._SHAPE, "Secrets are named here and stand in the environment."),
        ),
    ),
    File(
        "seeds/NAME.toml",
        "One source: who published what and when, and the quotes that carry its facts.",
        (
            Table(
                "[source]", declared._SOURCE, "Every file has one; see [a source](../howto/add-a-source.md)."
            ),
            Table(
                "[[source.body]]", declared._BODY, "Ranges of the text that are the article, in its order."
            ),
            Table("[fact.ID]", declared._FACT, "A figure. ID is what templates and formulas call it by."),
            Table(
                "[also.ID]", declared._QUOTED, "Further evidence for the fact or event ID of another source."
            ),
            Table(
                "cell = { … }",
                tables._CELL,
                "Of a fact or of further evidence; see [a table](../howto/use-a-table.md).",
            ),
            Table(
                "[series.ID]",
                tables.SERIES | declared._DATED,
                "A column or a row of the table; each of its cells becomes the fact ID-HEADER.",
            ),
            Table(
                "[event.ID]",
                declared._EVENT,
                "Something that happened, without a figure; its quote has no bracket.",
            ),
        ),
    ),
    File(
        "seeds/derived.toml",
        "What is calculated from facts.",
        (
            Table("[derived.ID]", declared._DERIVED, "Its unit and its precision follow from the terms."),
            Table("[series.ID]", tables.GROUP, "Facts that are one series, wherever they are declared."),
        ),
    ),
    File(
        "seeds/studies.toml", "The studies behind the articles.", (Table("[study.ID]", declared._STUDY, ""),)
    ),
    File(
        "seeds/answers.toml",
        "Answers to what `briefing audit` finds; none makes a finding go away.",
        (Table("[answer.ID]", answers._SHAPE, ""),),
    ),
    File(
        "locales/glossary.toml",
        "Names and terms in each language, and how Latin words are read in Korean.",
        (
            Table("", glossary._FILE, "At the top of the file:"),
            Table("[term.KEY]", {"ko, en, …": glossary._names(), **glossary._TERM}, ""),
            Table("[term.KEY] ko, en, … as a table", glossary._FORMS, ""),
        ),
    ),
    File(
        "templates/themes/NAME.toml",
        "A theme: two colours from which all others follow.",
        (
            Table("", _SHAPE, "At the top of the file:"),
            Table("[light], [dark]", _SCHEME["light"], "What each role colours:"),
            Table("[print]", _SCHEME["print"], "The page is white, so paper and tint are not among them."),
        ),
    ),
)

HEAD = """# Configuration

A brief is a folder. What stands in its TOML files is checked key by key: an unknown key (P001), a missing one (P002)
and a wrong value (P003) are told with their line.

Text that a reader sees is given in each language, `{ ko = "…", en = "…" }`. A language may be left out where its
catalog of labels says the words. Dates are EDTF (ISO 8601-2): `2024`, `2024-03`, `2024-03-11`, `2024-Q2`, and
`2024-09~` where a date is approximate.
"""
IDIOMS = """## locales/idioms.toml

Words of the prose that read as a figure and are none, such as `one of the`: a table a language, `[ko]` or `[en]`, with
the words as key and the reason as value.
"""
WRITTEN = """## Files that the tool writes

| file | what it holds |
| --- | --- |
| seeds/facts.lock.json | where each quote stands in the original, and what seeds declare beside quotes |
| seeds/audit.lock.json | what the originals say that does not follow from their own figures |
| templates/review.toml | what each section said when its languages were last read side by side |
| output/ | the finished files, the register of all figures, and the manifest |
| published/ | the journal of what went where, and signed files |
"""


def page() -> str:
    return "\n".join([HEAD, *map(_file, FILES), IDIOMS, WRITTEN])


def _file(file: File) -> str:
    return "\n".join([f"## {file.name}\n\n{file.about}\n", *map(_table, file.tables)])


def _table(one: Table) -> str:
    head = f"### {one.head}\n\n" if one.head else ""
    about = f"{one.about}\n\n" if one.about else ""
    return head + about + table(("key", "value", "what it is for"), _rows(one.shape))


def _rows(shape: Shape) -> Iterator[tuple[str, str, str]]:
    for key, field in shape.items():
        need = ", required" if field.required else ""
        yield f"`{key}`", _code(field.said) + need, field.about


def _code(said: str) -> str:
    """What a key may hold, with its TOML as code."""
    before, brace, after = said.partition("{")
    return f"{before}`{brace}{after}`" if brace else said
