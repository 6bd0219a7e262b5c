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
from pathlib import Path
from typing import TypeVar

MEMORY = 2**31
"""Bytes beyond those that the calling process has already."""
Made = TypeVar("Made")


class Exhausted(Exception):
    """The function passed a limit, or its process was killed."""


def run(function: Callable[..., Made], *arguments: object, seconds: int) -> Made:
    """What ``function`` gives for ``arguments``, within ``seconds`` of processor time; Exhausted where it does not.

    What the function raises comes through. Libraries are best imported before, so that the process has them at once.
    """
    pool = ProcessPoolExecutor(
        1, multiprocessing.get_context("fork"), initializer=_bounded, initargs=(seconds, _memory())
    )
    try:
        return pool.submit(function, *arguments).result()
    except (BrokenProcessPool, MemoryError, RecursionError):
        raise Exhausted from None
    finally:
        pool.shutdown(cancel_futures=True)


def _memory() -> int:
    """Bytes of address space that this process has, where the system tells."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


def _bounded(seconds: int, memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for limit, most in ((resource.RLIMIT_AS, MEMORY + memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard < 0 else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
