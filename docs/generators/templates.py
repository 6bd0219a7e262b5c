"""The door of compose in, docs/reference/template-functions.md out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from briefing.compose.door import Door
from briefing.facts import Ledger
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
HIDDEN = ("caller",)
"""What Jinja itself passes."""


def page() -> str:
    door = Door(Ledger({}, {}, {}, {}, "", False), (), (), "a template")
    parts = [HEAD]
    parts += [_function(name, call) for name, call in door.functions().items()]
    parts += [_function(name, getattr(door, name)) for name in FILTERS]
    parts.append(FORMS)
    parts.append(
        table(("form", "what it does"), ((f"`{form}`", said) for form, said in FORM_MEANINGS.items()))
    )
    return "\n".join(parts)


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
