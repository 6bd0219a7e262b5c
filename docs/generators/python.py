"""The public names of the package in, docs/reference/python.md out."""

from __future__ import annotations

import dataclasses
import inspect
import re
from typing import Any

import briefing
from generators.text import prose, table

HEAD = """# Python

{about}

```python
from briefing import build, read, say
```

The package is typed (`py.typed`). Figures are `Decimal`, never `float`; offsets count code points, and ends are
exclusive; dates are EDTF text (`2024`, `2024-03`, `2024-03-11`, `2024-09~`). Every example on this page is run by the
tests.
"""
FUNCTION, CLASS = "## {name}\n\n```python\n{signature}\n```\n\n{about}", "## {name}\n\n{about}"


def page() -> str:
    """Functions, then nouns, each by name."""
    found = {name: getattr(briefing, name) for name in briefing.__all__}
    functions = [_function(name, each) for name, each in found.items() if inspect.isfunction(each)]
    classes = [_class(name, each) for name, each in found.items() if inspect.isclass(each)]
    about = prose(briefing.__doc__).replace("The names below", "The names on this page")
    return "\n".join([HEAD.format(about=about.strip()), *functions, *classes])


def _function(name: str, function: Any) -> str:
    signature = inspect.signature(function)
    params = [f"    {_unquoted(param)}," for param in signature.parameters.values()]
    keywords = [
        index for index, param in enumerate(signature.parameters.values()) if param.kind == param.KEYWORD_ONLY
    ]
    if keywords:
        params.insert(keywords[0], "    *,")
    written = "\n".join([f"{name}(", *params, f") -> {signature.return_annotation}"])
    return FUNCTION.format(name=name, signature=written, about=prose(function.__doc__))


def _unquoted(param: inspect.Parameter) -> str:
    """A parameter as its author wrote it: the annotations of these modules are kept as text."""
    default = "" if param.default is param.empty else f" = {param.default!r}"
    return f"{param.name}: {param.annotation}{default}"


def _class(name: str, noun: Any) -> str:
    text = CLASS.format(name=name, about=prose(noun.__doc__))
    told = _attributes(noun)
    return f"{text}\n{table(('attribute', 'type'), told)}" if told else text


def _attributes(noun: Any) -> list[tuple[str, str]]:
    """The fields that its docstring speaks of: these are stable, others are the package's own."""
    if not dataclasses.is_dataclass(noun):
        return []
    named = set(re.findall(r"``(\w+)", noun.__doc__ or ""))
    return [
        (f"`{field.name}`", f"`{field.type}`") for field in dataclasses.fields(noun) if field.name in named
    ]
