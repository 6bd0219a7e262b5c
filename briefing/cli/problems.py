"""Problems and refusals -> lines on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from briefing.model import Problem, Refusal


def show(problems: Sequence[Problem]) -> None:
    """One line ``file:line: severity code: what`` for each problem, its hint below, and why it is waived."""
    for problem in dict.fromkeys(problems):
        where = problem.where or "briefing"
        severity = "waived" if problem.waived else problem.severity
        print(one_line(f"{where}: {severity} {problem.code}: {problem.message}"), file=sys.stderr)
        if problem.waived:
            print(one_line(f"  because: {problem.waived}"), file=sys.stderr)
            continue
        if problem.hint:
            print(one_line(f"  hint: {problem.hint}"), file=sys.stderr)


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
            print("warnings are refused under --strict: nothing written", file=sys.stderr)
        elif errors > 1:
            print(f"{errors} errors, nothing written", file=sys.stderr)
        raise typer.Exit(refusal.exit_code) from None
    except BrokenPipeError:
        raise  # whoever read our output has gone: the command line ends without a word
    except OSError as error:
        what = f"{error.filename or 'the system'}: {(error.strerror or str(error)).lower()}"
        report((Problem("P011", what, hint="check that the folder and its files are there and may be read"),))
        raise typer.Exit(3) from None
    except KeyboardInterrupt:
        print("interrupted, nothing written", file=sys.stderr)
        raise typer.Exit(130) from None
