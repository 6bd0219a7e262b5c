"""seeds/*.toml -> the sources that a brief has and the ids that are taken in it, whatever else the files say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing import tomlplace
from briefing.facts.declared import ANSWERS, DERIVED, STUDIES

RESERVED = tuple(name.removesuffix(".toml") for name in (STUDIES, DERIVED, ANSWERS))
"""Names of files in seeds/ that describe no source."""
_FAMILIES = ("fact", "event", "derived", "series")


@dataclass(frozen=True, slots=True)
class Registered:
    """Source id -> its file among the originals; and the ids of facts, events, calculations and series."""

    files: Mapping[str, str]
    ids: frozenset[str]


def registered(folder: Path) -> Registered:
    """What ``folder`` (seeds/ of a brief) has; Refusal where a file in it is no TOML."""
    files: dict[str, str] = {}
    ids: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        if path.name.startswith("."):
            continue
        data = tomlplace.load(path, shown=f"seeds/{path.name}").data
        source = data.get("source")
        if isinstance(source, dict) and isinstance(source.get("file"), str):
            files[path.stem] = source["file"]
        for family in _FAMILIES:
            tables = data.get(family)
            ids |= tables.keys() if isinstance(tables, dict) else set()
    return Registered(files, frozenset(ids))
