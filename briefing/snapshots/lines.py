"""Two texts -> a few lines that show in what they differ, cut to the place."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from os.path import commonprefix

from briefing.saying import tell, tell_many

SHOWN = 20
"""Lines of a difference that are shown."""
_WIDE, _BEFORE = 150, 40


def differing(old: str, new: str) -> tuple[str, ...]:
    """How many lines differ, then each as ``-`` what was accepted and ``+`` what is made; empty where none does.

    Line ends do not count: a repository may have its own. A long line is cut to where it begins to differ.
    """
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return ()
    changed = list(_changed(before, after))
    count = sum(line.startswith(("-", "+")) for line in changed)
    rest = len(changed) - SHOWN
    return (
        tell_many(
            "{count} line, at line {first}",
            "{count} lines, first at line {first}",
            count=count,
            first=changed[0].strip("@ "),
        ),
        *islice(changed, SHOWN),
        *((tell("… {rest} more", rest=rest),) if rest > 0 else ()),
    )


def _changed(before: list[str], after: list[str]) -> Iterator[str]:
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        yield f"@@ {first + 1} @@"
        for one, other in zip_longest(before[first:last], after[start:end]):
            at = len(commonprefix([one, other])) if one is not None and other is not None else 0
            if one is not None:
                yield f"-{_cut(one, at)}"
            if other is not None:
                yield f"+{_cut(other, at)}"


def _cut(line: str, at: int) -> str:
    if len(line) <= _WIDE:
        return line
    start = max(0, at - _BEFORE)
    end = start + _WIDE
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
