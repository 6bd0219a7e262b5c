"""A template and its door -> the text of each section with marks in it, and what its own words may not hold."""

from __future__ import annotations

import traceback
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.compose.door import Door
from briefing.compose.markdown import LONGEST
from briefing.compose.marks import MARK, ChartMark
from briefing.compose.sandbox import Overrun, environment, hurried
from briefing.model import Place, Problem, Refusal
from briefing.reading import read
from briefing.schema import unprintable

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Drafted:
    """A block of the template as Markdown with marks, and the template's line on which that text begins."""

    name: str
    text: str
    line: int


def run(
    name: str, folders: tuple[Path, ...], door: Door, language: str, idioms: Mapping[str, str]
) -> dict[str, Drafted]:
    """Every block of template ``name``, run through ``door``; Refusal T001 to T004 where it cannot be run.

    ``name`` is looked for in the first of ``folders`` alone, what it includes in all of them. Digits and number
    words in the template's own words become problems U001 and U002 of the door, words outside its blocks T005.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError, pass_context

    jinja = environment(folders)
    jinja.globals.clear()
    jinja.globals.update(door.functions())
    # a filter of the context is run on its line; others are folded into constants when Jinja compiles
    jinja.filters["josa"] = pass_context(lambda context, words, pair: door.josa(words, pair))
    try:
        if not (folders[0] / name).is_file():
            raise TemplateNotFound(name)
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
        # the lexer names a template by its whole path
        ours = str(error.name).endswith(name)
        where = Place(door.template if ours else f"templates/{error.name}", error.lineno)
        raise Refusal(Problem("T001", _message(error), where, "mend the Jinja syntax")) from None
    except UnicodeDecodeError as error:
        undecodable = Problem(
            "T004", f"not UTF-8 at byte {error.start}", Place(door.template), "save it as UTF-8"
        )
        raise Refusal(undecodable, exit_code=3) from None
    except OSError as error:
        what = f"cannot be read: {(error.strerror or 'input error').lower()}"
        unreadable = Problem("T004", what, Place(door.template), "give a readable file")
        raise Refusal(unreadable, exit_code=3) from None
    except RecursionError:
        deep = Problem("T001", "nested too deeply", Place(door.template), "use fewer levels of brackets")
        raise Refusal(deep, exit_code=5) from None
    tokens = list(jinja.lex(source))
    literals = [(line, text) for line, kind, text in tokens if kind == "data"]
    door.problems += _unsourced(literals, language, door.template, idioms)
    door.problems += _stray(tokens, door.template)
    lines = _block_lines(tokens)
    drafts = {
        block: Drafted(block, _rendered(template, block, door), lines.get(block, 1))
        for block in template.blocks
    }
    door.problems += _smuggled(drafts, literals, door, language, idioms)
    return drafts


def _rendered(template: Template, block: str, door: Door) -> str:
    said, size = [], 0
    try:
        with hurried():
            for piece in template.blocks[block](template.new_context()):
                said.append(piece)
                size += len(piece)
                if size > LONGEST:
                    raise Overrun(f"block '{block}' has more than {LONGEST:,} characters")
        return "".join(said)
    except Overrun as error:
        problem = Problem("T021", str(error), Place(door.template), "shorten it, or end its loop")
        raise Refusal(problem, exit_code=5) from None
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
    message = (said[0] if said else type(error).__name__).rstrip(".")
    return message[0].lower() + message[1:] if message[1:2].islower() else message


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
    """U001 a digit, U002 a number word, U003 what no page can show in the template's own words."""
    for line, text in literals:
        taken: list[tuple[int, int]] = []
        for mention in read(text, language=language):
            span = mention.span
            if not is_idiomatic(text, span.start, span.end, idioms):
                taken.append((span.start, span.end))
                yield unsourced(mention.written, Place(template, line + text.count("\n", 0, span.start)))
        for at, character in enumerate(text):
            if is_digit(character) and not any(low <= at < high for low, high in taken):
                where = Place(template, line + text.count("\n", 0, at))
                yield unsourced(character, where)
            elif unprintable(character):
                where = Place(template, line + text.count("\n", 0, at))
                yield Problem("U003", f"character U+{ord(character):04X} cannot be shown", where, "delete it")


def unsourced(written: str, where: Place) -> Problem:
    digits = any(map(is_digit, written))
    what = ("U001", "unsourced digit") if digits else ("U002", "number word without a source")
    hint = 'print a fact: {{ fact("…") }}; a name with digits is a {{ term("…") }}, an idiom stands in locales/idioms.toml'
    return Problem(what[0], f"{what[1]} '{written}'", where, hint)


def is_idiomatic(text: str, start: int, end: int, idioms: Mapping[str, str]) -> bool:
    for idiom in idioms:
        at = text.find(idiom)
        while at >= 0:
            if at <= start and end <= at + len(idiom):
                return True
            at = text.find(idiom, at + 1)
    return False


def _stray(tokens: list[tuple[int, str, str]], template: str) -> Iterator[Problem]:
    """T005 for words outside every block, which no page would print."""
    depth = 0
    words = [token for token in tokens if token[1] != "whitespace"]
    for index, (line, kind, text) in enumerate(words):
        if kind == "name" and words[index - 1][1] == "block_begin":
            depth += (text == "block") - (text == "endblock")
        elif kind == "data" and depth == 0 and text.strip():
            above = len(text) - len(text.lstrip())
            where = Place(template, line + text.count("\n", 0, above))
            said = text.strip().splitlines()[0][:40]
            yield Problem("T005", f"'{said}' stands outside every block", where, "move it into a block")


def _smuggled(
    drafts: Mapping[str, Drafted],
    literals: list[tuple[int, str]],
    door: Door,
    language: str,
    idioms: Mapping[str, str],
) -> Iterator[Problem]:
    """U001 and U002 for figures that an expression made, which the literal text does not show."""
    typed = [text for _, text in literals]  # not joined: a comment may stand inside a word
    texts = [(drafted.text, drafted.line) for drafted in drafts.values()]
    texts += [(mark.caption, mark.line) for mark in door.marks.left if isinstance(mark, ChartMark)]
    for text, line in texts:
        made = [
            mention.written
            for mention in read(text, language=language)
            if not MARK.search(mention.written)
            and not is_idiomatic(text, mention.span.start, mention.span.end, idioms)
        ]
        made += [letter for letter in text if is_digit(letter) and not any(letter in one for one in made)]
        for written in dict.fromkeys(made):
            if not any(written in text for text in typed):
                yield unsourced(written, Place(door.template, line))


def is_digit(character: str) -> bool:
    return unicodedata.category(character) in ("Nd", "No", "Nl")
