"""Template folders -> the Jinja environment of the shells: sandboxed, escaping, strict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from briefing.look import Look


@cache
def environment(folders: tuple[Path, ...]) -> Environment:
    """The environment that looks for a template in each of ``folders`` in turn."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(name: str, folders: tuple[Path, ...], values: Mapping[str, Any]) -> str:
    """The shell ``name`` filled with ``values``; Refusal R010 where the template cannot be read or run."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return environment(folders).get_template(name).render(values)
    except TemplateNotFound as missing:
        raise Refusal(
            Problem(
                "R010",
                tell("there is no template '{name}'", name=missing.name),
                hint=tell("add it to {folders}", folders=folders[0]),
            )
        ) from None
    except TemplateSyntaxError as error:
        where = Place(error.filename or error.name or name, error.lineno)
        raise Refusal(
            Problem(
                "R010",
                tell("template cannot be read: {message}", message=error.message),
                where,
                tell("mend the template"),
            )
        ) from None
    except TemplateError as error:
        raise Refusal(
            Problem(
                "R010",
                tell("template '{name}' failed: {error}", name=name, error=error),
                _line(error, name),
                tell("mend the template"),
            )
        ) from None


def _line(error: BaseException, name: str) -> Place:
    """The innermost line of a template that the error passed through."""
    place, trace = Place(name), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def compact(name: str, folders: tuple[Path, ...], look: Look) -> Markup:
    """The screen's style sheet ``name`` with the look's properties, without the white space that only its author needs."""
    from markupsafe import Markup

    text = re.sub(r"/\*.*?\*/", "", look.shown(style(name, folders)), flags=re.S)
    return Markup(re.sub(r"\s+", " ", text).strip())


def style(name: str, folders: tuple[Path, ...]) -> str:
    """The style sheet ``name``; Refusal R010 where no folder has it."""
    for folder in folders:
        if (folder / "styles" / name).is_file():
            return (folder / "styles" / name).read_text("utf-8")
    raise Refusal(
        Problem(
            "R010",
            tell("there is no style sheet 'styles/{name}'", name=name),
            hint=tell("add it to {folders}", folders=folders[0]),
        )
    )
