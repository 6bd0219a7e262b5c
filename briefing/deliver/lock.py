"""A path in, a lock on it while a block runs: two builds never write to one folder at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

PAUSE = 0.1
TURNS = 100
"""How long a build waits for another one: turns, each of so many seconds."""


@contextmanager
def locked(path: Path, wanted: Path) -> Iterator[None]:
    """Hold the file ``path`` as the lock of ``wanted``, with our process number in it.

    The system drops the lock when its owner dies, however it dies: a file left behind is taken over.
    Raises Refusal (exit code 4) where its owner keeps it for more than ``TURNS`` turns.
    """
    handle = _wait(path, wanted)
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _wait(path: Path, wanted: Path) -> int:
    owner = ""
    for _ in range(TURNS):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        if _take(handle, path):
            return handle
        owner = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
        os.close(handle)
        sleep(PAUSE)
    hint = tell("wait until it is done, then build again")
    raise Refusal(
        Problem(
            "O003",
            tell("process {owner} is writing to '{wanted}'", owner=owner, wanted=wanted),
            Place(str(wanted)),
            hint,
        ),
        exit_code=4,
    )


def _take(handle: int, path: Path) -> bool:
    """Try to lock; False also where the former owner removed the file between our opening and locking it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except (BlockingIOError, FileNotFoundError):
        return False
