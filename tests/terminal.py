"""A command on a terminal of its own: what it asks is answered, all that it says is returned."""

from __future__ import annotations

import codecs
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Sequence

CTRL_C, CTRL_D = "\x03", "\x04"
BRIEFING = (sys.executable, "-m", "briefing")
_TURNS = 40


def talk(answers: Sequence[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run ``briefing`` with ``arguments``: each of ``answers`` is what must be said next, and what is then typed."""
    leader, follower = pty.openpty()
    child = subprocess.Popen(
        (*BRIEFING, *arguments),
        stdin=follower,
        stdout=follower,
        stderr=follower,
        # whoever runs the tests in the background ignores it, and so would its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    os.close(follower)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    said, seen = "", 0
    for asked, answer in answers:
        while asked not in said[seen:]:
            more = _more(leader)
            assert more, f"never said: {asked!r}, but {said[seen:]!r}"
            said += decoder.decode(more)
        seen = said.index(asked, seen) + len(asked)
        if answer == CTRL_C:
            said += decoder.decode(_rest(leader))
            said += decoder.decode(_more(leader, child))
        else:
            os.write(leader, answer.encode())
    while more := _more(leader):
        said += decoder.decode(more)
    os.close(leader)
    return child.wait(), said.replace("\r\n", "\n")


def _rest(leader: int) -> bytes:
    """What is still said of a question, until there is silence: what comes after it is the answer to a signal."""
    said = b""
    while select.select([leader], [], [], 0.5)[0]:
        said += os.read(leader, 65536)
    return said


def _more(leader: int, interrupted: subprocess.Popen[bytes] | None = None) -> bytes:
    """What is said next, b"" at the end; ``interrupted`` is sent the signal until it says something.

    (Python may miss one that comes just before it waits for a line.)
    """
    for _ in range(_TURNS):
        if interrupted is not None:
            interrupted.send_signal(signal.SIGINT)
        if select.select([leader], [], [], 0.5)[0]:
            break
    else:
        raise AssertionError("nothing more was said")
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux: the other side has closed
        return b""
