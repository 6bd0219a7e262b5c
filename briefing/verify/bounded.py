"""A function and what it takes -> what it gives, from a process that cannot harm this one.

A file that somebody sent may be made to crash its reader or to keep it busy: the process has a bounded share of memory
and processor time, and its end is an answer too.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from briefing.model import Place, Problem, Refusal

MEMORY, SECONDS = 2**31, 120
"""Bytes, and seconds of processor time: a brief of ten pages in two languages and three formats takes three."""
Made = TypeVar("Made")


def run(function: Callable[..., Made], *arguments: object, shown: str) -> Made:
    """What ``function`` gives for ``arguments``; Refusal V004 (exit code 5) where it passes a limit or is killed."""
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), initializer=_bounded)
    try:
        return pool.submit(function, *arguments).result()
    except (BrokenProcessPool, MemoryError, RecursionError):
        problem = Problem("V004", "it breaks or exhausts its reader", Place(shown), "do not trust it")
        raise Refusal(problem, exit_code=5) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _bounded() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard < 0 else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
