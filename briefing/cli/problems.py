"""Problems and refusals -> lines on standard error, in the user's language, and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from briefing.cli.colour import coloured
from briefing.cli.speech import said, say
from briefing.model import Problem, Refusal
from briefing.saying import Message, tell, tell_many


def severities() -> dict[str, Message]:
    """How bad a problem is, in words."""
    return {
        "error": tell("error"),
        "warning": tell("warning"),
        "note": tell("note"),
        "waived": tell("waived"),
    }


def show(problems: Sequence[Problem]) -> None:
    """One line ``file:line: severity code: what`` for each problem, its hint below, and why it is waived."""
    for problem in dict.fromkeys(problems):
        where = problem.where or "briefing"
        severity = "waived" if problem.waived else problem.severity
        word = coloured(f"{said(severities()[severity])} {problem.code}", severity)
        print(f"{one_line(f'{where}: ')}{word}{one_line(f': {said(problem.message)}')}", file=sys.stderr)
        if problem.waived:
            reason = said(tell("because: {reason}", reason=problem.waived))
            print(one_line(f"  {reason}"), file=sys.stderr)
            continue
        if problem.hint:
            hint = said(tell("hint: {hint}", hint=problem.hint))
            print(coloured(one_line(f"  {hint}"), "hint"), file=sys.stderr)


def one_line(text: str) -> str:
    """``text`` with control characters written out, so that a hostile name cannot draw on the terminal."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


@contextmanager
def edge(report: Callable[[Sequence[Problem]], None] = show) -> Iterator[None]:
    """Turn a Refusal, an interruption or a system error into messages and the command's exit code.

    ``report`` writes the problems of a Refusal where they are not to be lines on standard error.
    """
    try:
        yield
    except Refusal as refusal:
        report(refusal.problems)
        errors = sum(problem.severity == "error" for problem in refusal.problems)
        if not errors and refusal.problems:
            say(tell("warnings are refused under --strict: nothing written"), error=True)
        elif errors > 1:
            counted = tell_many(
                "{count} error, nothing written", "{count} errors, nothing written", count=errors
            )
            say(counted, error=True)
        raise typer.Exit(refusal.exit_code) from None
    except BrokenPipeError:
        raise  # whoever read our output has gone: the command line ends without a word
    except OSError as error:
        what = tell(
            "{place}: {error}",
            place=error.filename or tell("the system"),
            error=(error.strerror or str(error)).lower(),
        )
        hint = tell("check that the folder and its files are there and may be read")
        report((Problem("P011", what, hint=hint),))
        raise typer.Exit(3) from None
    except KeyboardInterrupt:
        say(tell("interrupted, nothing written"), error=True)
        raise typer.Exit(130) from None
