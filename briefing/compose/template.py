"""A template and its door -> the text of each section with marks in it, and what its own words may not hold."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.compose import typed
from briefing.compose.door import Door
from briefing.compose.markdown import LONGEST
from briefing.compose.marks import MARK, ChartMark, TableMark
from briefing.compose.sandbox import Overrun, environment, hurried
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell
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
    from jinja2 import TemplateNotFound, pass_context

    jinja = environment(folders)
    jinja.globals.clear()
    jinja.globals.update(door.functions())
    # a filter of the context is run on its line; others are folded into constants when Jinja compiles
    jinja.filters["josa"] = pass_context(lambda context, words, pair: door.josa(words, pair))
    with _readable(name, door.template):
        if not (folders[0] / name).is_file():
            raise TemplateNotFound(name)
        template = jinja.get_template(name)
        assert jinja.loader is not None
        tokens = list(jinja.lex(jinja.loader.get_source(jinja, name)[0]))
    literals = [(line, text) for line, kind, text in tokens if kind == "data"]
    door.problems += _literal_problems(literals, language, door.template, idioms)
    door.problems += _stray(tokens, door.template)
    lines = _block_lines(tokens)
    drafts = {
        block: Drafted(block, _rendered(template, block, door), lines.get(block, 1))
        for block in template.blocks
    }
    door.problems += _smuggled(drafts, literals, door, language, idioms)
    return drafts


@contextmanager
def _readable(name: str, shown: str) -> Iterator[None]:
    """Refusal T001 for a template that is no Jinja, T003 for one that is missing, T004 for one that is no text."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    where = Place(shown)
    try:
        yield
    except TemplateNotFound as error:
        what = tell("there is no template '{name}'", name=error.name)
        raise Refusal(Problem("T003", what, where, tell("write it, or mend languages"))) from None
    except TemplateSyntaxError as error:
        # the lexer names a template by its whole path
        file = shown if str(error.name).endswith(name) else f"templates/{error.name}"
        problem = Problem("T001", _message(error), Place(file, error.lineno), tell("mend the Jinja syntax"))
        raise Refusal(problem) from None
    except UnicodeDecodeError as error:
        problem = Problem(
            "T004", tell("not UTF-8 at byte {start}", start=error.start), where, tell("save it as UTF-8")
        )
        raise Refusal(problem, exit_code=3) from None
    except OSError as error:
        what = tell("cannot be read: {strerror}", strerror=(error.strerror or "input error").lower())
        raise Refusal(Problem("T004", what, where, tell("give a readable file")), exit_code=3) from None
    except RecursionError:
        problem = Problem("T001", tell("nested too deeply"), where, tell("use fewer levels of brackets"))
        raise Refusal(problem, exit_code=5) from None


def _rendered(template: Template, block: str, door: Door) -> str:
    said, size = [], 0
    try:
        with hurried():
            for piece in template.blocks[block](template.new_context()):
                said.append(piece)
                size += len(piece)
                if size > LONGEST:
                    raise Overrun(
                        tell(
                            "block '{block}' has more than {longest} characters",
                            block=block,
                            longest=f"{LONGEST:,}",
                        )
                    )
        return "".join(said)
    except Overrun as error:
        problem = Problem("T021", str(error), Place(door.template), tell("shorten it, or end its loop"))
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
            Problem("T002", _message(error), Place(door.template, line), tell("mend the expression"))
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


def _literal_problems(
    literals: list[tuple[int, str]], language: str, template: str, idioms: Mapping[str, str]
) -> Iterator[Problem]:
    """U001 a digit, U002 a number word, U003 what no page can show, in the template's own words."""
    for line, text in literals:
        for at, written in typed.figures(text, language, idioms):
            yield typed.unsourced(written, Place(template, line + text.count("\n", 0, at)))
        for at, character in enumerate(text):
            if unprintable(character):
                where = Place(template, line + text.count("\n", 0, at))
                yield Problem(
                    "U003",
                    tell("character U+{ord} cannot be shown", ord=f"{ord(character):04X}"),
                    where,
                    tell("delete it"),
                )


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
            yield Problem(
                "T005",
                tell("'{said}' stands outside every block", said=said),
                where,
                tell("move it into a block"),
            )


def _pieces(text: str) -> list[str]:
    """What stands between the marks of a text; a chart's call leaves line ends of its own."""
    return [piece.strip("\n") for piece in MARK.split(text)]


def _smuggled(
    drafts: Mapping[str, Drafted],
    literals: list[tuple[int, str]],
    door: Door,
    language: str,
    idioms: Mapping[str, str],
) -> Iterator[Problem]:
    """U001 and U002 for figures that an expression made, which the literal text does not show."""
    texts = [(drafted.text, drafted.line) for drafted in drafts.values()]
    texts += [
        (mark.caption, mark.line) for mark in door.marks.left if isinstance(mark, ChartMark | TableMark)
    ]
    said = [literal for _, literal in literals]
    for text, line in texts:
        if all(any(piece in literal for literal in said) for piece in _pieces(text)):
            continue  # nothing but the literal text, which has been read
        for written in dict.fromkeys(written for _, written in typed.figures(text, language, idioms)):
            # not in the literals joined: a comment may stand inside a word
            if not any(written in literal for _, literal in literals):
                yield typed.unsourced(written, Place(door.template, line))
