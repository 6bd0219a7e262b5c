"""A brief's finished files in, references that a person can read out, and what differs from those last accepted."""

from __future__ import annotations

from briefing.snapshots.brief import finished
from briefing.snapshots.folder import Verdict, accept, compare
from briefing.snapshots.nouns import KINDS, PICTURES, TEXTS, Difference, Snapshot, Taken, kind_of
from briefing.snapshots.take import take

__all__ = [
    "KINDS",
    "PICTURES",
    "TEXTS",
    "Difference",
    "Snapshot",
    "Taken",
    "Verdict",
    "accept",
    "compare",
    "finished",
    "kind_of",
    "take",
]
