"""briefing.toml and seeds/*.toml -> the names in them, for translators into a language that they do not give."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from briefing.facts.declared import CARD_WORDS, RECORD_WORDS
from briefing.model import Words
from briefing.project import CONFIG, Project
from briefing.schema import source_text
from briefing.tomlplace import KeyPath, lines_of
from briefing.wording.catalog import NAME


@dataclass(frozen=True, slots=True)
class Name:
    """Words as the brief gives them: in which file and line, and under which keys."""

    said: Words
    file: str
    line: int
    keys: KeyPath

    @property
    def text(self) -> str:
        return source_text(self.said)

    @property
    def comment(self) -> str:
        """What a translator is told: fact.shortfall what."""
        return f"{'.'.join(self.keys[:-1])} {self.keys[-1]}".strip()


def names(project: Project) -> tuple[Name, ...]:
    """Every name of the brief, in order of file and line."""
    files = (project.folder / CONFIG, *sorted(project.seeds.glob("*.toml")))
    return tuple(
        name
        for path in files
        if not path.name.startswith(".")
        for name in _of(path.read_text("utf-8"), path.relative_to(project.folder).as_posix())
    )


def extract(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Babel's interface to an extraction method: line, function, message and comments of each name."""
    for name in _of(file.read().decode("utf-8"), ""):
        yield name.line, "pgettext", (NAME, name.text), [name.comment]


def _of(text: str, file: str) -> Iterator[Name]:
    try:
        data, lines = tomllib.loads(text), lines_of(text)
    except ValueError:  # a build says what is wrong there, and where
        return
    for keys in _keys(data):
        said: Any = data
        for key in keys:
            said = said.get(key) if isinstance(said, dict) else None
        if isinstance(said, dict) and said and all(isinstance(words, str) for words in said.values()):
            yield Name(said, file, lines.get(keys, 1), keys)


def _keys(data: Mapping[str, Any]) -> Iterable[KeyPath]:
    """Where names may stand in a brief's files."""
    for key, table in data.items():
        if key in ("title", "series"):
            yield (key,)
        elif key == "look":
            yield from ((key, field) for field in ("series", "logo_alt"))
        elif key == "source":
            yield from ((key, field) for field in CARD_WORDS)
        elif key == "chart" and isinstance(table, dict):
            for id, chart in table.items():
                yield (key, id, "unit")
                if isinstance(chart, dict) and isinstance(chart.get("series"), dict):
                    yield from ((key, id, "series", study) for study in chart["series"])
        elif key == "answer" and isinstance(table, dict):
            yield from ((key, id, "reason") for id in table)
        elif key in ("fact", "event", "derived", "study") and isinstance(table, dict):
            yield from ((key, id, field) for id in table for field in RECORD_WORDS)
