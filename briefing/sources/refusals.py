"""What is amiss with a file as a whole -> the Refusal that says so."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeVar

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

SECONDS = 60
"""Processor time that a document may take: a PDF of a thousand pages takes ten, a long web page two."""
Made = TypeVar("Made")


def refusal(code: str, message: str, where: Place, hint: str, exit_code: int = 3) -> Refusal:
    return Refusal(Problem(code, message, where, hint), exit_code=exit_code)


def damaged(what: str, shown: str, hint: str = tell("open it, and save or fetch it again")) -> Refusal:
    """S007: the file is not whole, or not what it says it is."""
    return refusal("S007", what, Place(shown, 1), hint)


def too_long(what: str, shown: str, hint: str = tell("give one document, or a part of it")) -> Refusal:
    """S005, exit code 5."""
    return refusal("S005", what, Place(shown, 1), hint, exit_code=5)


def need(library: str, group: str, kind: str, shown: str) -> None:
    """Refusal S006 where ``library`` is not installed, which ``kind`` (a web page) needs and the group brings."""
    if find_spec(library) is None:
        what = tell(
            "is {kind}, which the group '{group}' of the package reads, and that is not installed",
            kind=kind,
            group=group,
        )
        raise refusal("S006", what, Place(shown, 1), tell("pip install 'briefing[{group}]'", group=group))


def guarded(function: Callable[..., Made], *arguments: object, shown: str) -> Made:
    """What ``function`` gives in a bounded process; Refusal S009 (exit code 5) where the file breaks or exhausts it."""
    from briefing import bounded

    try:
        return bounded.run(function, *arguments, seconds=SECONDS)
    except bounded.Exhausted:
        what = tell("breaks its reader, or keeps it busy for more than {seconds} seconds", seconds=SECONDS)
        raise refusal(
            "S009", what, Place(shown, 1), tell("save it anew, or give its text"), exit_code=5
        ) from None
