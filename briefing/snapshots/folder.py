"""Snapshots and the folder of those last accepted -> what differs; or the folder as it is now accepted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.deliver import remove, write
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell
from briefing.snapshots.nouns import PICTURES, Difference, Snapshot, Taken, kind_of

INDEX = "snapshots.json"
"""Beside the references: with what each web page was drawn. The PDF carries its fonts, a web page does not."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What differs, how many snapshots were compared, and of those that were asked for and not compared, why."""

    differences: tuple[Difference, ...]
    compared: int
    skipped: Mapping[str, str]

    def problems(self, folder: str, accepting: str, shown: Mapping[str, Path]) -> tuple[Problem, ...]:
        """A Problem each, for a folder called ``folder``; ``accepting`` is the command that accepts what is made now.

        ``shown`` says where the panels of a difference were written.
        """
        found = [_problem(each, folder, accepting, shown) for each in self.differences]
        found += [
            Problem(
                "O023",
                tell("pictures of {what} were not compared: {why}", what=what, why=why),
                Place(folder),
                severity="note",
            )
            for what, why in self.skipped.items()
        ]
        return tuple(found)


def _problem(each: Difference, folder: str, accepting: str, shown: Mapping[str, Path]) -> Problem:
    where = Place(f"{folder}/{each.name}")
    picture = tell("see {shown}; ", shown=shown[each.name]) if each.name in shown else ""
    if each.what == "missing":
        return Problem(
            "O021",
            tell("made now, and not among the accepted snapshots"),
            where,
            tell("read it, then: {accepting}", accepting=accepting),
        )
    if each.what == "unused":
        return Problem(
            "O022",
            tell("accepted once, and nothing makes it now"),
            where,
            tell("remove it: {accepting}", accepting=accepting),
        )
    first = each.lines[0] if each.lines else ""
    return Problem(
        "O020",
        tell("differs from what was accepted: {first}", first=first),
        where,
        tell("{picture}if it is right: {accepting}", picture=picture, accepting=accepting),
    )


def compare(taken: Taken, folder: Path) -> Verdict:
    """Each snapshot against its reference, and the references that nothing makes. Nothing is written."""
    elsewhere = _elsewhere(taken, folder)
    here = [snapshot for snapshot in taken.snapshots if _page(snapshot.name) not in elsewhere]
    found = [
        difference
        for snapshot in here
        if (difference := _compared(snapshot, folder / snapshot.name)) is not None
    ]
    found += (Difference(name, "unused") for name in unused(taken, folder))
    without = {"web pages" if kind == "html.png" else kind: why for kind, why in taken.skipped.items()}
    return Verdict(tuple(found), len(here), without | elsewhere)


def accept(taken: Taken, folder: Path) -> tuple[str, ...]:
    """Make the folder hold what was taken; the names that were written or removed.

    A picture that is within the limits of its reference stays as it is, so that a repository does not grow by noise;
    those of a web page are all drawn anew where this machine draws otherwise than the one that drew them.
    """
    elsewhere, changed = _elsewhere(taken, folder), []
    for snapshot in taken.snapshots:
        path = folder / snapshot.name
        redrawn = _page(snapshot.name) in elsewhere
        if (redrawn or _compared(snapshot, path)) and write(path, snapshot.content):
            changed.append(snapshot.name)
    for name in unused(taken, folder):
        remove(folder / name)
        changed.append(name)
    _note(taken, folder)
    return tuple(changed)


def _note(taken: Taken, folder: Path) -> None:
    """Write with what the web pages were drawn, and forget those that nothing draws any more."""
    before = _index(folder)
    gone = {
        page
        for page in before
        if page not in taken.machines and _is_unused(f"{page}.0.png", taken, frozenset())
    }
    noted = {
        page: dict(machine) for page, machine in (before | dict(taken.machines)).items() if page not in gone
    }
    if noted != before:
        write(
            folder / INDEX, (json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
        )


def unused(taken: Taken, folder: Path) -> tuple[str, ...]:
    """References within what was asked for that nothing makes; none of a kind that cannot be made here."""
    made = frozenset(snapshot.name for snapshot in taken.snapshots)
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(name for name in names if _is_unused(name, taken, made))


def _is_unused(name: str, taken: Taken, made: frozenset[str]) -> bool:
    return name not in made and taken.covers(name) and kind_of(name) not in taken.skipped


def _page(name: str) -> str:
    """``NAME.LANG.html`` of a picture of it, ``NAME.LANG.pdf`` of one of a page."""
    return name.removesuffix(".png").rpartition(".")[0]


def _compared(snapshot: Snapshot, path: Path) -> Difference | None:
    if not path.is_file():
        return Difference(snapshot.name, "missing")
    kept = path.read_bytes()
    if kept == snapshot.content:
        return None
    if snapshot.kind in PICTURES:
        return picture(snapshot.name, kept, snapshot.content)
    from briefing.snapshots.lines import differing

    if lines := differing(kept.decode("utf-8", "replace"), snapshot.content.decode()):
        return Difference(snapshot.name, "differs", lines)
    return None


def picture(name: str, kept: bytes, made: bytes) -> Difference | None:
    """What a reader sees differ between two PNGs, if anything, with its panels."""
    from briefing.snapshots.panels import panels
    from briefing.snapshots.perceived import see
    from briefing.snapshots.pictures import opened

    new = opened(made)
    try:
        old = opened(kept)
    except ValueError:
        return Difference(name, "differs", (tell("the accepted file is no PNG"),))
    seen = see(old, new)
    return Difference(name, "differs", (seen.said(),), panels(old, new, seen)) if seen.differs else None


def _elsewhere(taken: Taken, folder: Path) -> dict[str, str]:
    """Web pages that were accepted as drawn on another machine -> in words, in what this one differs."""
    noted = _index(folder)
    return {
        page: f"accepted with {_apart(noted[page], machine)}"
        for page, machine in taken.machines.items()
        if page in noted and noted[page] != machine
    }


def _apart(before: Mapping[str, object], now: Mapping[str, object]) -> str:
    keys = [key for key in sorted(before.keys() | now.keys()) if before.get(key) != now.get(key)]
    return "; ".join(f"{key} {_words(before.get(key))}, here {_words(now.get(key))}" for key in keys)


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _index(folder: Path) -> dict[str, dict[str, object]]:
    path = folder / INDEX
    if not path.is_file():
        return {}
    try:
        noted = json.loads(path.read_bytes())
    except ValueError:
        noted = None
    if not isinstance(noted, dict) or not all(isinstance(machine, dict) for machine in noted.values()):
        what = tell("is not what was noted beside accepted snapshots")
        hint = tell("restore it, or remove it and accept the pictures of web pages again")
        raise Refusal(Problem("O025", what, Place(str(path)), hint), exit_code=3)
    return dict(noted)
