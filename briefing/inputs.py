"""A project -> the digests of all that its pages are made from, a mapping for each language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefing.project import CONFIG, Project


def digests(project: Project, lock: str) -> dict[str, dict[str, str]]:
    """Path in the brief -> SHA-256 of its bytes, for each language; ``lock`` is the facts' lock as it will be written."""
    common = {project.shown(path): _digest(path.read_bytes()) for path in _common(project)}
    common["seeds/facts.lock.json"] = _digest(lock.encode())
    return {
        language: dict(sorted((common | _own(project, language)).items())) for language in project.languages
    }


def _common(project: Project) -> Iterator[Path]:
    yield project.folder / CONFIG
    yield from sorted(path for path in project.seeds.glob("*.toml") if not path.name.startswith("."))
    for path in (project.locales / "glossary.toml", project.locales / "idioms.toml"):
        if path.is_file():
            yield path


def _own(project: Project, language: str) -> dict[str, str]:
    template = project.templates[0] / f"brief.{language}.md.j2"
    catalog = project.catalogs(language) / language / "LC_MESSAGES" / "briefing.po"
    own = {f"templates/{template.name}": template, f"locales/{language}/LC_MESSAGES/briefing.po": catalog}
    shells: dict[str, Path] = {}
    for folder in reversed(project.templates):
        for path in sorted(folder.rglob("*")):
            # a review says what was read, not what is printed
            if path.is_file() and not path.match("brief.*.md.j2") and path.name != "review.toml":
                shells[f"templates/{path.relative_to(folder).as_posix()}"] = path
    return {name: _digest(path.read_bytes()) for name, path in (own | shells).items()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
