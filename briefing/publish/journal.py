"""What went where -> a journal beside the output, a line an event; read again so that the next run goes on from there.

A line is written when a server or a folder has answered, never before: what the journal holds has happened. Only
"begun" comes before: a server cannot be asked what became of a message whose answer a killed process never heard. The
journal tells the time as the brief's own edition and the server's answer do, since no clock is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.deliver import append
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

NAME = "journal.jsonl"
FOLDER = "published"
"""Beside the output folder: the journal, and the register of each edition that went out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: ``what`` (a path, an address) of ``edition`` went to ``target``, which answered ``said``.

    ``outcome`` is sent, kept (it was there already, the same), refused (for good) or failed (may be tried again); in the
    journal also begun (a mail whose end is about to be sent), and in a dry run due (would be sent).
    """

    target: str
    edition: str
    what: str
    sha256: str
    outcome: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one output folder."""

    path: Path

    def entries(self) -> Iterator[Entry]:
        """Every whole line; the last may have been cut off by a kill and is then as if it had not been written."""
        if not self.path.is_file():
            return
        lines = self.path.read_text("utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, 1):
            try:
                yield Entry(**json.loads(line))
            except (ValueError, TypeError):
                if number < len(lines):  # what ends with a line break was written whole
                    hint = tell("mend or move that line; what it tells of may be published again")
                    raise Refusal(
                        Problem(
                            "O031",
                            tell("the journal has a line that is none"),
                            Place(str(self.path), number),
                            hint,
                        ),
                        exit_code=3,
                    ) from None

    def done(self, target: str, edition: str) -> dict[str, Entry]:
        """What of an edition has reached a target for good (sent, kept or refused), by what it is."""
        return {
            entry.what: entry
            for entry in self.entries()
            if (entry.target, entry.edition) == (target, edition) and entry.outcome not in ("failed", "begun")
        }

    def add(self, entry: Entry) -> None:
        """Write one line, durably, before the next thing is begun."""
        append(self.path, json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True) + "\n")


def beside(out: Path) -> Journal:
    """The journal of the output folder ``out``."""
    return Journal(out.absolute().parent / FOLDER / NAME)
