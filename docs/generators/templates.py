"""The door of compose in, docs/reference/template-functions.md out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from briefing.compose.door import Door
from briefing.wording import FORM_MEANINGS
from generators.text import prose, table

HEAD = """# Functions of templates

A template is Markdown with [Jinja](https://jinja.palletsprojects.com/)'s blocks, one block a section. Digits and number
words may not be typed there: a figure enters through these functions alone, and each is checked against its source.
"""
FORMS = """## Forms

`form` says how a figure is written, where running prose will not do; several may be asked for together, with a
space between: `{{ fact("id", "bare unit") }}`.
"""
FILTERS = ("josa",)
HIDDEN = ("self", "caller")
"""What Jinja itself passes."""


def page() -> str:
    names = Door.functions.__get__(_Bare())()
    parts = [HEAD]
    parts += [_function(name, getattr(Door, call.__name__)) for name, call in names.items()]
    parts += [_function(name, getattr(Door, name)) for name in FILTERS]
    parts.append(FORMS)
    parts.append(
        table(("form", "what it does"), ((f"`{form}`", said) for form, said in FORM_MEANINGS.items()))
    )
    return "\n".join(parts)


class _Bare:
    """A door of which only the names are asked."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return getattr(Door, name)


def _function(name: str, method: Callable[..., Any]) -> str:
    params = [
        param.replace(annotation=param.empty)
        for param in inspect.signature(method).parameters.values()
        if param.name not in HIDDEN
    ]
    written = f"{name}{inspect.Signature(params)}"
    if name in FILTERS:
        written = f"words | {name}{inspect.Signature(params[1:])}"
    return f"## {name}\n\n```text\n{written}\n```\n\n{prose(method.__doc__)}"
