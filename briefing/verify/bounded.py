"""A check of a file that somebody sent -> what it gives, from a bounded process; Refusal V004 where it breaks its reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from briefing import bounded
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

SECONDS = 120
"""Seconds of processor time: a brief of ten pages in two languages and three formats takes three."""
Made = TypeVar("Made")


def run(function: Callable[..., Made], *arguments: object, shown: str) -> Made:
    """What ``function`` gives for ``arguments``; Refusal V004 (exit code 5) where it passes a limit or is killed."""
    try:
        return bounded.run(function, *arguments, seconds=SECONDS)
    except bounded.Exhausted:
        problem = Problem(
            "V004", tell("it breaks or exhausts its reader"), Place(shown), tell("do not trust it")
        )
        raise Refusal(problem, exit_code=5) from None
