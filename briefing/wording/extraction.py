"""Code, templates and a brief's files in, the labels and names in them out: as locales/babel.toml maps them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

from briefing.model import Place, Problem, Refusal
from briefing.project import Project, builtin_folder
from briefing.saying import tell
from briefing.wording.catalog import NAME
from briefing.wording.names import names
from briefing.wording.pofile import Labels

MAPPING = "babel.toml"


def extracted(project: Project) -> Labels:
    """The labels of the package's code and of the shells that the brief uses, its own before the package's; the brief's names.

    Raises Refusal (C212) for a file that its extractor cannot read.
    """
    mappings = [
        mapping
        for mapping in tomllib.loads((builtin_folder() / "locales" / MAPPING).read_text("utf-8"))["mappings"]
        if ":" not in mapping["method"]  # our own, called below on the brief's files alone
    ]
    found = Labels()
    for root, folder in _roots(project):
        own = project.folder if root != project.folder else None
        for file, line, message, comments in _messages(root, folder, mappings):
            if own is None or folder != "templates" or not (own / file).is_file():
                found.add(message, None, [(file, line)], auto_comments=comments)
    for name in names(project):
        found.add(name.text, None, [(name.file, name.line)], auto_comments=[name.comment], context=NAME)
    return found


def _roots(project: Project) -> Iterator[tuple[Path, str]]:
    """Where to look, and in which folder there: the mapping's patterns are relative to the first."""
    package = Path(__file__).resolve().parents[1]
    yield package.parent, package.name
    for folder in project.templates:
        yield folder.parent, folder.name


def _messages(
    root: Path, folder: str, mappings: list[dict[str, object]]
) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str]]]:
    reading = ""

    def note(file: str, method: str, options: object) -> None:
        nonlocal reading
        reading = file

    def wanted(path: str | Path) -> bool:
        return Path(path).is_relative_to(root / folder) and not Path(path).name.startswith((".", "_"))

    patterns = [(str(mapping["pattern"]), str(mapping["method"])) for mapping in mappings]
    try:
        for file, line, message, comments, _ in extract_from_dir(
            root,
            patterns,
            {pattern: mapping for (pattern, _), mapping in zip(patterns, mappings, strict=True)},
            callback=note,
            strip_comment_tags=True,
            directory_filter=wanted,
        ):
            yield file, line, message, comments
    except OSError:
        raise
    except Exception as error:  # whatever the parser of that language raises
        where = Place(reading, getattr(error, "lineno", None) or 0)
        said = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
        hint = tell("mend it there, then extract again")
        raise Refusal(
            Problem("C212", tell("labels cannot be read: {said}", said=said), where, hint)
        ) from None
