"""A theme's name -> its file in the brief's templates or the package's, read and checked: Theme."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefing import schema, tomlplace
from briefing.look.palette import ROLES, SCHEMES
from briefing.look.sheet import (
    BODY,
    HIGHEST_RATIO,
    LARGEST_BODY,
    LOWEST_RATIO,
    RATIO,
    SCALES,
    SMALLEST_BODY,
    Scale,
)
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

FOLDER = "themes"
STANDARD = "ember"

SIZE = schema.between(
    SMALLEST_BODY,
    LARGEST_BODY,
    "a size in points",
    *SCALES,
    about="The size of running text; normal where left out.",
)
STEP = schema.between(
    LOWEST_RATIO, HIGHEST_RATIO, "a ratio", about="By how much each step of the headings grows."
)
_ROLES_IN_PRINT = {role: schema.colour(use) for role, use in ROLES.items() if role not in ("paper", "tint")}
_SHAPE = {
    "accent": schema.colour("The colour from which links, marks and small print follow.", required=True),
    "ink": schema.colour("The colour from which headings, text, greys and rules follow.", required=True),
    "scale": SIZE,
    "ratio": STEP,
    "light": schema.table("Roles that do not follow, on light ground."),
    "dark": schema.table("Roles that do not follow, on dark ground."),
    "print": schema.table("Roles that do not follow, in print."),
}
_SCHEME = {
    "light": {role: schema.colour(use) for role, use in ROLES.items()},
    "dark": {role: schema.colour(use) for role, use in ROLES.items()},
    "print": _ROLES_IN_PRINT,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as its file gives it: two colours from which the others follow, those that do not, and a type scale."""

    name: str
    accent: str
    ink: str
    scale: Scale
    given: Mapping[str, Mapping[str, str]]
    document: tomlplace.Document

    def place(self, scheme: str, role: str) -> Place:
        """Where the colour of a role stands, or that from which it follows."""
        if role in self.given.get(scheme, {}):
            return self.document.place(scheme, role)
        return self.document.place("ink" if role == "ink" else "accent")


def theme(name: str, folders: Sequence[Path], shown: Mapping[Path, str], where: Place) -> Theme:
    """The theme ``name`` of the first of the template ``folders`` that has it, ``shown`` as messages name them.

    Refusal P040 where none has it, P001 to P003 with the line of the file for what does not fit.
    """
    for folder in folders:
        path = folder / FOLDER / f"{name}.toml"
        if path.is_file():
            return _read(name, path, f"{shown[folder]}/{FOLDER}/{name}.toml")
    known = sorted({path.stem for folder in folders for path in (folder / FOLDER).glob("*.toml")})
    near = difflib.get_close_matches(name, known, n=1)
    hint = (
        tell("did you mean '{near}'?", near=near[0])
        if near
        else tell("themes known here: {known}", known=", ".join(known))
    )
    own = tell("write templates/{folder}/{name}.toml for one of your own", folder=FOLDER, name=name)
    raise Refusal(
        Problem(
            "P040",
            tell("unknown theme '{name}'", name=name),
            where,
            tell("{hint}; {own}", hint=hint, own=own),
        )
    )


def _read(name: str, path: Path, shown: str) -> Theme:
    document = tomlplace.load(path, shown=shown)
    if problems := tuple(_problems(document)):
        raise Refusal(*problems)
    data = document.data
    return Theme(
        name,
        data["accent"].upper(),
        data["ink"].upper(),
        Scale(body_size(data.get("scale", BODY)), Decimal(data.get("ratio", RATIO))),
        {
            scheme: {role: colour.upper() for role, colour in data[scheme].items()}
            for scheme in SCHEMES
            if scheme in data
        },
        document,
    )


def _problems(document: tomlplace.Document) -> Iterator[Problem]:
    yield from schema.check(document, (), _SHAPE)
    for scheme, shape in _SCHEME.items():
        if isinstance(document.data.get(scheme), dict):
            yield from schema.check(document, (scheme,), shape)


def body_size(given: Any) -> Decimal:
    """The size of running text in points: a word of the scale, or the points themselves."""
    return SCALES[given] if isinstance(given, str) else Decimal(given)
