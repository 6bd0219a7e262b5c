"""Typer's commands in; their help, and what was wrong with their use, in the user's language out."""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from briefing.cli import speech, width
from briefing.model import Refusal
from briefing.saying import Message, noted, recognised, tell

if TYPE_CHECKING:
    from typer import Context

UsageProblem: type[Any] = typer.BadParameter.__mro__[2]
"""The root of what Typer raises where a command is used wrongly (Click's ClickException)."""
EXAMPLE = "Example: "
WORDS = (
    noted("No such option: {option} (Possible options: {options})"),
    noted("No such option: {option}"),
    noted("No such command {command}. Did you mean {commands}?"),
    noted("No such command {command}."),
    noted("Missing command."),
    noted("Missing argument {name}. {more}"),
    noted("Missing argument {name}."),
    noted("Missing option {name}. {more}"),
    noted("Missing option {name}."),
    noted("Choose from:\n\t{choices}"),
    noted("Invalid value for {name}: {why}"),
    noted("Invalid value: {why}"),
    noted("Value error, {why}"),
    noted("{value} is not one of {choices}."),
    noted("Value {value} is not a valid {kind}."),
    noted("{value} is not a valid {kind}."),
    noted("Option {option} requires an argument."),
    noted("Option {option} requires {count} arguments."),
    noted("Option {option} does not take a value."),
    noted("Argument {name} takes {count} values."),
    noted("Got unexpected extra argument ({extra})"),
    noted("Got unexpected extra argument(s) ({extra})"),
    noted("Got unexpected extra arguments ({extra})"),
    noted("Shell {shell} not supported."),
)
"""What Typer and Click say of a wrong use; they have no translations of their own. Longer ones first."""
EXTRAS = (noted("default: {value}"), noted("env var: {name}"), noted("required"))
"""What they add to the help of an option."""


class Command(TyperCommand):
    """A command whose help is in the user's language and fits the terminal."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_help(self, ctx)) + "\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        return _short(self.help or "")


class Group(TyperGroup):
    """Commands under one name; the outermost one chooses the language before anything is read or said."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_help(self, ctx)) + "\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        return _short(self.help or "")

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        arguments = list(sys.argv[1:] if args is None else args)
        try:
            speech.use(speech.asked(arguments, os.environ))
        except Refusal as refusal:
            from briefing.cli.problems import show

            speech.use(None)
            show(refusal.problems)
            sys.exit(refusal.exit_code)
        run = partial(super().main, arguments, prog_name, complete_var, False, windows_expand_args, **extra)
        if not standalone_mode:
            return run()
        try:
            code = run()
        except UsageProblem as problem:
            _show(problem)
            sys.exit(problem.exit_code)
        except typer.Abort:
            speech.say(tell("interrupted"), error=True)
            sys.exit(1)
        sys.exit(code or 0)


def _show(problem: Any) -> None:
    """Usage, where help is, and what is wrong, as Typer shows them."""
    ctx = getattr(problem, "ctx", None)
    if type(problem).__name__ == "NoArgsIsHelpError":
        print(problem.format_message(), file=sys.stderr)
        return
    if ctx is not None:
        print("\n".join(_usage(ctx.command, ctx, width.columns())), file=sys.stderr)
        command = f"{ctx.command_path} {ctx.help_option_names[0]}"
        speech.say(tell("Try '{command}' for help.", command=command), error=True)
        print(file=sys.stderr)
    what = recognised(problem.format_message(), WORDS)
    speech.say(tell("Error: {what}", what=what), error=True)


def paragraphs(text: str) -> tuple[list[str], str]:
    """The paragraphs of a help text, each on one line, and the command that is its example."""
    body, _, example = inspect.cleandoc(text).replace("\f", "").partition(EXAMPLE)
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()], " ".join(example.split())


def _short(text: str) -> str:
    """What stands before the first colon, semicolon or full stop, in the user's language."""
    said, _ = paragraphs(text)
    return re.split(r"[:;](?= )|\.(?= |$)", speech.said(tell_help(said[0])))[0] if said else ""


def tell_help(text: str) -> Message:
    """A text of the help as a message, whose template it is itself."""
    return tell(text.replace("{", "{{").replace("}", "}}"))


def texts(command: Any, ctx: Any = None) -> Iterator[tuple[str, str]]:
    """Every text of the help of a command and of those below it, as catalogs have it, and the file that says it."""
    ctx = ctx or typer.Context(command, info_name=command.name)
    code = getattr(inspect.unwrap(command.callback), "__code__", None) if command.callback else None
    file = code.co_filename if code else ""
    said = paragraphs(command.help or "")[0]
    said += [
        " ".join(inspect.cleandoc(each.help).split())
        for each in command.get_params(ctx)
        if getattr(each, "help", "")
    ]
    yield from ((tell_help(text).template, file) for text in said)
    for each in getattr(command, "commands", {}).values():
        yield from texts(each)


def _help(command: Any, ctx: Context) -> Iterator[str]:
    columns = width.columns()
    yield from _usage(command, ctx, columns)
    said, example = paragraphs(command.help or "")
    for paragraph in said:
        yield ""
        yield from (f"  {line}" for line in width.folded(speech.said(tell_help(paragraph)), columns - 2))
    if example:
        yield ""
        heading = speech.said(tell("Example:"))
        yield from width.beside(f"  {heading}", example, width.width(heading) + 3, columns)
    arguments = [_record(each, ctx) for each in command.get_params(ctx) if each.param_type_name == "argument"]
    options = [_record(each, ctx) for each in command.get_params(ctx) if each.param_type_name == "option"]
    commands = [
        (name, each.get_short_help_str())
        for name, each in getattr(command, "commands", {}).items()
        if not each.hidden
    ]
    headings = (tell("Arguments:"), tell("Options:"), tell("Commands:"))
    for heading, rows in zip(headings, (arguments, options, commands), strict=True):
        if shown := [row for row in rows if row[0]]:
            yield ""
            yield speech.said(heading)
            yield from _rows(shown, columns)


def _usage(command: Any, ctx: Context, columns: int) -> list[str]:
    usage = tell("Usage: {command}", command=ctx.command_path)
    start = speech.said(usage)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    column = width.width(start) + 1
    return width.beside(start, pieces, column if column + 20 <= columns else 4, columns)


def _record(parameter: Any, ctx: Context) -> tuple[str, str]:
    """Name and help of an option or argument; ("", "") for a hidden one."""
    record = parameter.get_help_record(ctx)
    if record is None:
        return "", ""
    name, shown = record
    text = inspect.cleandoc(parameter.help or "").strip()
    extra = re.fullmatch(r".*?\s*\[([^\[\]]*)\]", shown[len(parameter.help or "") :].strip(), re.DOTALL)
    said = speech.said(tell_help(" ".join(text.split()))) if text else ""
    if extra:
        parts = (speech.said(recognised(part, EXTRAS)) for part in extra[1].split("; "))
        said = f"{said}  [{'; '.join(parts)}]"
    return name, said.strip()


def _rows(rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    rows = list(rows)
    fitting = [width.width(name) for name, _ in rows if width.width(name) <= columns // 3]
    column = max(fitting, default=columns // 4) + 4
    for name, said in rows:
        yield from width.beside(f"  {name}", said, column, columns)
