"""A template and its door -> the text of each section with marks in it, and what its own words may not hold."""

from __future__ import annotations

import traceback
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.compose.door import Door
from briefing.compose.marks import MARK
from briefing.model import Place, Problem, Refusal
from briefing.reading import read

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


@dataclass(frozen=True, slots=True)
class Drafted:
    """A block of the template as Markdown with marks, and the template's line on which that text begins."""

    name: str
    text: str
    line: int


def environment(folders: tuple[Path, ...]) -> SandboxedEnvironment:
    """Jinja for prose: sandboxed and strict; nothing is escaped, since only marks enter."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def run(
    name: str, folders: tuple[Path, ...], door: Door, language: str, idioms: Mapping[str, str]
) -> dict[str, Drafted]:
    """Every block of template ``name``, run through ``door``; Refusal T001, T002 where it cannot be run.

    Digits and number words in the template's own words become problems U001 and U002 of the door.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError, pass_context

    jinja = environment(folders)
    jinja.globals.clear()
    jinja.globals.update(door.functions())
    # a filter of the context is run on its line; others are folded into constants when Jinja compiles
    jinja.filters["josa"] = pass_context(lambda context, words, pair: door.josa(words, pair))
    try:
        template = jinja.get_template(name)
        assert jinja.loader is not None
        source = jinja.loader.get_source(jinja, name)[0]
    except TemplateNotFound as error:
        missing = Problem(
            "T003",
            f"there is no template '{error.name}'",
            Place(door.template),
            "write it, or mend languages",
        )
        raise Refusal(missing) from None
    except TemplateSyntaxError as error:
        where = Place(door.template if error.name == name else f"templates/{error.name}", error.lineno)
        raise Refusal(Problem("T001", _message(error), where, "mend the Jinja syntax")) from None
    except UnicodeDecodeError as error:
        undecodable = Problem(
            "T004", f"not UTF-8 at byte {error.start}", Place(door.template), "save it as UTF-8"
        )
        raise Refusal(undecodable, exit_code=3) from None
    tokens = list(jinja.lex(source))
    literals = [(line, text) for line, kind, text in tokens if kind == "data"]
    door.problems += _unsourced(literals, language, door.template, idioms)
    lines = _block_lines(tokens)
    drafts = {
        block: Drafted(block, _rendered(template, block, door), lines.get(block, 1))
        for block in template.blocks
    }
    door.problems += _smuggled(drafts, literals, door.template)
    return drafts


def _rendered(template: Template, block: str, door: Door) -> str:
    try:
        return "".join(template.blocks[block](template.new_context()))
    except Exception as error:  # a template is a program: whatever it raises is a problem of its author
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == template.filename
        ]
        # frames of compiled blocks carry lines of the compiled code
        line = template.get_corresponding_lineno(frames[-1].lineno or 0) if frames else 0
        raise Refusal(
            Problem("T002", _message(error), Place(door.template, line), "mend the expression")
        ) from None


def _message(error: Exception) -> str:
    said = str(error).strip().splitlines()
    return (said[0] if said else type(error).__name__).rstrip(".")


def _block_lines(tokens: list[tuple[int, str, str]]) -> dict[str, int]:
    """The line on which the text of each block begins: behind its tag, or on the next line where that ends one."""
    lines: dict[str, int] = {}
    words = [(line, kind, text) for line, kind, text in tokens if kind != "whitespace"]
    for index, (_, kind, text) in enumerate(words[:-2]):
        if kind == "name" and text == "block" and words[index - 1][1] == "block_begin":
            (_, _, name), (line, _, end) = words[index + 1 : index + 3]
            lines[name] = line + end.count("\n")
    return lines


def _unsourced(
    literals: list[tuple[int, str]], language: str, template: str, idioms: Mapping[str, str]
) -> Iterator[Problem]:
    """U001 a digit, U002 a number word, U003 a private character in the template's own words."""
    for line, text in literals:
        taken: list[tuple[int, int]] = []
        for mention in read(text, language=language):
            span = mention.span
            if not _idiomatic(text, span.start, span.end, idioms):
                taken.append((span.start, span.end))
                yield _unsourced_figure(
                    mention.written, Place(template, line + text.count("\n", 0, span.start))
                )
        for at, character in enumerate(text):
            if unicodedata.category(character) in ("Nd", "No", "Nl") and not any(
                low <= at < high for low, high in taken
            ):
                where = Place(template, line + text.count("\n", 0, at))
                yield _unsourced_figure(character, where)
            elif MARK.match(character):
                where = Place(template, line + text.count("\n", 0, at))
                yield Problem(
                    "U003", f"private character U+{ord(character):X} in the text", where, "delete it"
                )


def _unsourced_figure(written: str, where: Place) -> Problem:
    digits = any(unicodedata.category(character) in ("Nd", "No", "Nl") for character in written)
    what = ("U001", "unsourced digit") if digits else ("U002", "number word without a source")
    hint = 'print a fact: {{ fact("…") }}; a name with digits is a {{ term("…") }}, an idiom stands in locales/idioms.toml'
    return Problem(what[0], f"{what[1]} '{written}'", where, hint)


def _idiomatic(text: str, start: int, end: int, idioms: Mapping[str, str]) -> bool:
    for idiom in idioms:
        at = text.find(idiom)
        while at >= 0:
            if at <= start and end <= at + len(idiom):
                return True
            at = text.find(idiom, at + 1)
    return False


def _smuggled(
    drafts: Mapping[str, Drafted], literals: list[tuple[int, str]], template: str
) -> Iterator[Problem]:
    """U001 for digits that an expression made, which the literal text does not show."""
    typed = "".join(text for _, text in literals)
    for drafted in drafts.values():
        for character in sorted(set(drafted.text)):
            if unicodedata.category(character) in ("Nd", "No", "Nl") and character not in typed:
                yield _unsourced_figure(character, Place(template, drafted.line))


def load_idioms(data: Mapping[str, Any], language: str) -> Mapping[str, str]:
    """The idioms of a language with their reasons, from the data of locales/idioms.toml."""
    table = data.get(language, {})
    return (
        {idiom: reason for idiom, reason in table.items() if isinstance(reason, str)}
        if isinstance(table, dict)
        else {}
    )
