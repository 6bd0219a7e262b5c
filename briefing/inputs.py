"""A project -> the digests of all that its pages are made from; with an output folder, what is out of date there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from briefing import look
from briefing.deliver import recorded
from briefing.model import Place, Problem
from briefing.project import CONFIG, FORMATS, Project
from briefing.saying import tell


def digests(project: Project, lock: str, audit: str | None = None) -> dict[str, dict[str, str]]:
    """Path in the brief -> SHA-256 of its bytes, for each language; ``lock`` and ``audit`` are the locks of facts and audit as they will be written."""
    common = {project.shown(path): _digest(path.read_bytes()) for path in _common(project)}
    common[CONFIG] = _digest(_printed(project))
    common["seeds/facts.lock.json"] = _digest(lock.encode())
    if audit is not None:
        common["seeds/audit.lock.json"] = _digest(audit.encode())
    return {
        language: dict(sorted((common | _own(project, language)).items())) for language in project.languages
    }


def outdated(project: Project, lock: str, audit: str | None, out: Path) -> Iterator[Problem]:
    """O010 a file that was made from other inputs than there are now, O011 one that was changed since, O012 one
    that is gone: warnings, for files of this brief that the manifest in ``out`` records."""
    now = digests(project, lock, audit)
    every = {path: digest for inputs in now.values() for path, digest in inputs.items()}
    for name, entry in sorted(recorded(out).items()):
        if entry.brief != project.name:
            continue
        where = Place(project.shown((out / name).absolute()))
        language, _, format = name.removeprefix(f"{project.name}.").partition(".")
        made, there = dict(entry.inputs), now.get(language, {})
        changed = sorted(path for path in made.keys() | there.keys() if made.get(path) != every.get(path))
        again = tell("build again: briefing build")
        if not (out / name).is_file():
            yield Problem("O012", tell("'{name}' was built and is gone", name=name), where, again, "warning")
        elif _digest((out / name).read_bytes()) != entry.sha256:
            yield Problem(
                "O011",
                tell("'{name}' has been changed since it was built", name=name),
                where,
                again,
                "warning",
            )
        elif language not in now and format in FORMATS:
            what, hint = (
                tell("'{name}' is in a language that the brief no longer has", name=name),
                tell("delete it"),
            )
            yield Problem("O010", what, where, hint, "warning")
        elif changed:
            more = tell(" and {count} more", count=len(changed) - 1) if len(changed) > 1 else ""
            what = tell(
                "'{name}' is out of date: {changed}{more} changed since it was built",
                name=name,
                changed=changed[0],
                more=more,
            )
            yield Problem("O010", what, where, again, "warning")


def _common(project: Project) -> Iterator[Path]:
    yield from sorted(path for path in project.seeds.glob("*.toml") if not path.name.startswith("."))
    for path in (project.locales / "glossary.toml", project.locales / "idioms.toml"):
        if path.is_file():
            yield path
    yield from (path for path in look.files(project) if path.is_file())


def _printed(project: Project) -> bytes:
    """What briefing.toml says of the pages: where they go and who signs them is no input of theirs."""
    data = {key: value for key, value in project.config.data.items() if key not in ("publish", "sign")}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str).encode()


def _own(project: Project, language: str) -> dict[str, str]:
    template = project.templates[0] / f"brief.{language}.md.j2"
    catalog = project.catalogs(language) / language / "LC_MESSAGES" / "briefing.po"
    own = {f"templates/{template.name}": template, f"locales/{language}/LC_MESSAGES/briefing.po": catalog}
    shells: dict[str, Path] = {}
    for folder in reversed(project.templates):
        for path in sorted(folder.rglob("*")):
            # a review says what was read, not what is printed; a site's pages are no pages of the brief
            if path.is_file() and not (
                path.match("brief.*.md.j2") or path.match("site.*") or path.name == "review.toml"
            ):
                shells[f"templates/{path.relative_to(folder).as_posix()}"] = path
    return {name: _digest(path.read_bytes()) for name, path in (own | shells).items()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
