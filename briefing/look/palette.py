"""An accent and an ink -> the colour of every role, on light ground, on dark ground and in print; pairs that stand out too little."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.look.colour import Polar, colour, contrast, nearest, polar

Scheme = Mapping[str, str]
"""Role -> #RRGGBB."""

SCHEMES = ("light", "dark", "print")
LETTERS = ("ink", "text", "grey", "soft", "faint", "accent", "deep")
MARKS = ("mark", "bar")
OF_ACCENT = ("accent", "deep", "mark", "under")
OF_INK = ("ink", "text", "grey", "soft", "faint", "line", "hair", "bar", "pale", "rest")
ROLES = {
    "paper": "the ground of the page",
    "tint": "the ground of what a reader was led to",
    "ink": "headings and figures",
    "text": "running text",
    "grey": "standfirst, notes and labels of charts",
    "soft": "heads of tables, the edition line in print",
    "faint": "sources, scales, running heads",
    "accent": "links, citations and numbers of sections",
    "deep": "the accent in small print",
    "mark": "what a chart stresses; large figures in print",
    "under": "the line below a figure",
    "bar": "the other bars of a chart",
    "pale": "the third part of a whole",
    "rest": "the cells of no part",
    "line": "rules",
    "hair": "hairlines",
}

LETTERS_NEED = 4.5
"""WCAG 2.2, 1.4.3: text on its ground."""
MARKS_NEED = 3.0
"""WCAG 2.2, 1.4.11: what carries meaning in a drawing."""

_LIGHT = {"text": 0.27, "grey": 0.40, "soft": 0.45, "faint": 0.50, "bar": 0.65, "line": 0.84, "pale": 0.81, "hair": 0.91, "rest": 0.89}  # fmt: skip
_DARK = {"text": 0.91, "grey": 0.81, "soft": 0.76, "faint": 0.72, "bar": 0.64, "line": 0.40, "pale": 0.50, "hair": 0.32, "rest": 0.37}  # fmt: skip
_NEUTRAL = 0.024
"""The most chroma of a grey: the hue of the ink, hardly seen."""


@dataclass(frozen=True, slots=True)
class Faint:
    """A role that stands out too little on a ground; ``will_do`` is the nearest colour that stands out."""

    scheme: str
    role: str
    colour: str
    ground: str
    ground_colour: str
    has: float
    needs: float
    will_do: str | None


def schemes(accent: str, ink: str, given: Mapping[str, Scheme]) -> dict[str, dict[str, str]]:
    """The colours of every role; those ``given`` by scheme and role stand, the others follow from accent and ink."""
    light = _completed("light", _light(accent, ink, given.get("light", {})), given.get("light", {}))
    dark = _completed("dark", _dark(accent, ink), given.get("dark", {}))
    printed = light | {"paper": "#FFFFFF"} | dict(given.get("print", {}))
    return {"light": light, "dark": dark, "print": printed}


def _light(accent: str, ink: str, given: Scheme) -> dict[str, str]:
    lightness, chroma, hue = polar(accent)
    greys = _greys(ink, {role: max(at, polar(ink)[0]) for role, at in _LIGHT.items()})
    mark = given.get("mark", accent)
    return greys | {
        "paper": "#FFFFFF",
        "tint": colour(0.965, 0.008, hue),
        "ink": ink,
        "mark": mark,
        "accent": mark,
        "deep": colour(lightness - 0.07, chroma, hue),
        "under": colour(lightness + 0.11, chroma * 0.75, hue),
    }


def _dark(accent: str, ink: str) -> dict[str, str]:
    _, chroma, hue = polar(accent)
    return _greys(ink, _DARK) | {
        "paper": _grey(ink, 0.205),
        "tint": _grey(ink, 0.25),
        "ink": _grey(ink, 0.97, 0.2),
        "mark": colour(0.70, chroma, hue),
        "accent": colour(0.77, chroma, hue),
        "deep": colour(0.77, chroma, hue),
        "under": colour(0.56, chroma * 0.65, hue),
    }


def _greys(ink: str, lightness: Mapping[str, float]) -> dict[str, str]:
    return {role: _grey(ink, at) for role, at in lightness.items()}


def _grey(ink: str, lightness: float, share: float = 1.0) -> str:
    of_ink: Polar = polar(ink)
    # towards white the same chroma looks more coloured than towards black
    fade = 1.0 if lightness < 0.6 else 1.3 - lightness / 2
    return colour(lightness, min(of_ink[1], _NEUTRAL) * share * fade, of_ink[2])


def _completed(scheme: str, derived: Mapping[str, str], given: Scheme) -> dict[str, str]:
    """Every role: as given, else as derived and moved as little as it takes to stand out."""
    grounds = {role: given.get(role, derived[role]) for role in ("paper", "tint")}
    found: dict[str, str] = {}
    for role in ROLES:
        own = given.get(role, grounds.get(role, derived[role]))
        on, needs = _asked(scheme, role)
        stated = role in given or role in ("ink", "mark") and scheme == "light"
        moved = None if stated or not on else nearest(own, (grounds[name] for name in on), needs)
        found[role] = moved or own
    return found


def _asked(scheme: str, role: str) -> tuple[tuple[str, ...], float]:
    """On which grounds a role must stand out in a scheme, and how far."""
    on = ("paper",) if scheme == "print" else ("paper", "tint")
    if role in LETTERS or (role == "mark" and scheme == "print"):
        return on, LETTERS_NEED
    return (("paper",), MARKS_NEED) if role in MARKS else ((), 0.0)


def faint(made: Mapping[str, Scheme]) -> Iterator[Faint]:
    """Each role that stands out too little, with the ground on which it does so least."""
    shared = {role for role in ROLES if made["light"][role] == made["print"][role]}
    for scheme in SCHEMES:
        colours = made[scheme]
        for role in ROLES:
            on, needs = _asked(scheme, role)
            if not on or (scheme == "print" and role in shared):
                continue
            if scheme == "light" and role in shared:  # print may ask for more, and is not asked again
                needs = max(needs, _asked("print", role)[1])
            ratios = {name: contrast(colours[role], colours[name]) for name in on}
            worst = min(on, key=lambda name: ratios[name])
            if ratios[worst] < needs:
                will_do = nearest(colours[role], (colours[name] for name in on), needs)
                yield Faint(scheme, role, colours[role], worst, colours[worst], ratios[worst], needs, will_do)
