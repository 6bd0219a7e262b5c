"""The command line in, docs/reference/commands.md out."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer.main import get_command

from briefing.cli import app
from generators.text import table

HEAD = """# Commands

Every command works on the brief of the folder in which you stand, or of the nearest folder above it that has a
`briefing.toml`. `briefing COMMAND --help` says the same as this page.

Exit codes: 0 done, 1 the brief has problems, 2 misuse of the command, 3 input cannot be read, 4 output cannot be
written, 5 a limit was passed, 130 interrupted. When anything fails, the output that stood there stands unchanged.

A problem is one line on standard error, `file:line: severity code: what`, with a hint below; [every code](codes.md)
keeps its meaning.
"""
EXAMPLE = re.compile(r"\s*Example: (?P<command>.+?)\s*\Z", re.DOTALL)


def page() -> str:
    """Every command in the order of `briefing --help`, those of a group after it."""
    group = get_command(app)
    own = [param for param in group.params if not param.hidden and param.name != "help"]
    parts = [HEAD]
    if own:
        parts.append("## briefing\n\nOptions before the command:\n\n" + _options(own))
    parts += _commands("briefing", group)
    return "\n".join(parts)


def _commands(prefix: str, group: Any) -> Iterator[str]:
    for name, command in group.commands.items():
        if command.hidden:
            continue
        yield _command(f"{prefix} {name}", command)
        if hasattr(command, "commands"):
            yield from _commands(f"{prefix} {name}", command)


def _command(name: str, command: Any) -> str:
    help = inspect.cleandoc(command.help or "")
    example = EXAMPLE.search(help)
    parts = [f"## {name}\n", f"{EXAMPLE.sub('', help)}\n"]
    if hasattr(command, "commands"):
        return "\n".join(parts)
    arguments = [param for param in command.params if _is_argument(param)]
    options = [param for param in command.params if not _is_argument(param) and not param.hidden]
    usage = " ".join([name, *(["[OPTIONS]"] if options else []), *map(_placeholder, arguments)])
    parts.append(f"```text\n{usage}\n```\n")
    if arguments:
        rows = [(f"`{_metavar(param)}`", param.help or "") for param in arguments]
        parts.append(table(("argument", "what it is"), rows))
    if options:
        parts.append(_options(options))
    if example:
        parts.append(f"Example:\n\n```sh\n{' '.join(example['command'].split())}\n```\n")
    return "\n".join(parts)


def _options(options: list[Any]) -> str:
    rows = [(_written(param), _default(param), param.help or "") for param in options if param.name != "help"]
    return table(("option", "default", "what it does"), rows)


def _is_argument(param: Any) -> bool:
    return not str(param.opts[0]).startswith("-")


def _placeholder(param: Any) -> str:
    return _metavar(param) if param.required else f"[{_metavar(param)}]"


def _metavar(param: Any) -> str:
    return param.metavar or str(param.name).upper()


def _written(param: Any) -> str:
    """The names of an option with what follows it, and the variable that sets it."""
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    kind = param.type_descriptor.annotation
    if param.is_flag:
        after = ""
    elif isinstance(kind, type) and issubclass(kind, Enum):
        after = " " + " or ".join(f"`{each.value}`" for each in kind)
    else:
        after = f" `{_metavar(param)}`"
    again = ", may be given again" if param.multiple else ""
    return names + after + again + (f" (`{param.envvar}`)" if param.envvar else "")


def _default(param: Any) -> str:
    value = param.default
    if param.is_flag or value is None or value == []:
        return ""
    return f"`{value.value if isinstance(value, Enum) else value}`"
