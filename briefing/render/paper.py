"""Briefs -> their PDFs, a process for each language: setting a page is most of the time of a build."""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing.look import Look
from briefing.model import Brief, Output, Problem, Refusal
from briefing.saying import tell

PR_SET_PDEATHSIG = 1  # prctl(2)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished PDF, the HTML that it was set from, and what reading it back found wrong."""

    html: str
    pdf: bytes
    problems: tuple[Problem, ...]


Printer = Callable[[Brief, tuple[Path, ...], tuple[Output, ...], Look | None], Callable[[], Sheet]]
"""Takes a brief, the template folders, the files that travel inside and the look; what it gives waits for the sheet when it is called."""


@contextmanager
def printers(number: int) -> Iterator[Printer]:
    """A Printer with ``number`` processes that get ready while the caller goes on with something else.

    Where processes cannot be forked safely (Pango on macOS) the sheets are set in this one.
    """
    if number < 2 or sys.platform != "linux":
        yield lambda brief, shell, files, look: lambda: print_one(brief, shell, files, look)
        return
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(number, context, initializer=_get_ready)
    others = set(multiprocessing.active_children())
    pool.submit(int)  # starts every process
    ours = set(multiprocessing.active_children()) - others
    try:

        def begin(
            brief: Brief, shell: tuple[Path, ...], files: tuple[Output, ...], look: Look | None
        ) -> Callable[[], Sheet]:
            future = pool.submit(print_one, brief, shell, files, look)
            return lambda: _finished(future.result)

        yield begin
    except BaseException:
        # a build that has failed does not wait for pages that nobody will see
        for process in ours:
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _get_ready() -> None:
    # an interruption is the parent's to answer, and where the parent is killed its processes end too
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    from briefing.render import pdf

    pdf.warm()


def _finished(result: Callable[[], Sheet]) -> Sheet:
    try:
        return result()
    except BrokenProcessPool:
        died = Problem(
            "R050",
            tell("the process that sets the pages was killed"),
            hint=tell("give it more memory, then build again"),
        )
        raise Refusal(died, exit_code=5) from None


def print_one(
    brief: Brief, shell: tuple[Path, ...], files: tuple[Output, ...] = (), look: Look | None = None
) -> Sheet:
    """The brief as a PDF with ``files`` inside it, read back."""
    from briefing.readback.closure import closure
    from briefing.render import pdf
    from briefing.render.links import descriptions

    html = pdf.print_html(brief, shell=shell, look=look)
    content = pdf.render(html, pdf.attached(brief, files), links=descriptions(brief))
    return Sheet(html, content, closure(brief, "pdf", content))


def print_all(
    briefs: Sequence[Brief],
    shell: tuple[Path, ...],
    files: tuple[Output, ...],
    printer: Printer,
    look: Look | None = None,
) -> Callable[[], dict[str, Sheet]]:
    """Begin to print; calling what this gives waits for the sheets by language, or for the first Refusal."""
    waiting = {brief.language: printer(brief, shell, files, look) for brief in briefs}
    return lambda: {language: sheet() for language, sheet in waiting.items()}
