"""Outputs and the last manifest in, the new manifest out: which file came from which inputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Output, Place, Problem, Refusal
from briefing.saying import tell

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of a file: its brief, its own SHA-256 and those of what it was made from."""

    brief: str
    sha256: str
    inputs: Mapping[str, str]


def recorded(folder: Path) -> Mapping[str, Entry]:
    """The entries of the manifest in ``folder`` by file name; empty where there is none.

    Raises Refusal (exit code 4) where a file of that name is no manifest of ours: it is not overwritten.
    """
    path = folder / NAME
    try:
        files = json.loads(path.read_bytes())["files"]
        return {
            name: Entry(str(entry["brief"]), str(entry["sha256"]), dict(entry["inputs"]))
            for name, entry in files.items()
        }
    except FileNotFoundError:
        return {}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        hint = tell("move that file away; a build writes a new one")
        problem = Problem(
            "O005", tell("'{path}' is not the manifest of a build", path=path), Place(str(path)), hint
        )
        raise Refusal(problem, exit_code=4) from None


def merged(outputs: Sequence[Output], folder: Path, brief: str) -> bytes:
    """The manifest for ``folder`` with ``outputs`` in it: the same bytes for the same files on any day."""
    entries = {name: entry for name, entry in recorded(folder).items() if (folder / name).exists()}
    for output in outputs:
        entries[output.name] = Entry(brief, hashlib.sha256(output.content).hexdigest(), output.inputs)
    files = {
        name: {"brief": entry.brief, "sha256": entry.sha256, "inputs": dict(entry.inputs)}
        for name, entry in entries.items()
    }
    return (json.dumps({"files": files}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
