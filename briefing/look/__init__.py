"""[look] of briefing.toml and the theme that it names -> Look: colours by role, type scale, page and logo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from briefing import schema
from briefing.look import palette
from briefing.look.logo import Logo, logo
from briefing.look.palette import OF_ACCENT, OF_INK, Faint, Scheme
from briefing.look.sheet import PAGES, Page, Scale, card_room, print_measures, scaled, screen_measures
from briefing.look.theme import SIZE, STANDARD, STEP, Theme, body_size, theme
from briefing.model import Place, Problem, Refusal
from briefing.project import Project, builtin_folder
from briefing.saying import tell

__all__ = ["Logo", "Look", "load", "standard"]


_SHAPE = {
    "theme": schema.name("ember (the standard), harbour, or the name of a file of templates/themes/."),
    "accent": schema.colour("The colour of links and of what charts stress; others follow from it."),
    "ink": schema.colour("The colour of headings and figures; text, greys and rules follow from it."),
    "scale": SIZE,
    "ratio": STEP,
    "page": schema.one_of(*PAGES, about="The size of the page; A4 where left out."),
    "series": schema.words("The name of the series, on the first page and in running heads."),
    "logo": schema.text("An SVG or PNG file of the brief's folder, at most 48 kB."),
    "logo_alt": schema.words("The words that stand for the logo; they come with it."),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What pages look like, the same in every language."""

    theme: str
    schemes: Mapping[str, Scheme]
    scale: Scale
    page: Page
    logo: Logo | None = None

    @property
    def in_print(self) -> Scheme:
        """The colours of the printed page, which its charts have as attributes."""
        return self.schemes["print"]

    @property
    def card_room(self) -> Decimal:
        """Points that the figure of a card may take in print."""
        return card_room(self.page, self.scale)

    def printed(self, style: str) -> str:
        """The print style sheet ``style`` with this look's custom properties, at its type size."""
        names = print_measures(self.page, self.scale) | dict(self.in_print)
        return f":root {{ {_properties(names)} }}\n{scaled(style, self.scale)}"

    def shown(self, style: str) -> str:
        """The screen's style sheet ``style`` with this look's custom properties, on light and dark ground."""
        light = _properties(dict(self.schemes["light"]) | screen_measures(self.scale))
        dark = _properties(self.schemes["dark"])
        large = "" if self.scale.factor == 1 else f"html {{ font-size: {self.scale.factor:.2%} }}\n"
        return (
            f":root {{ color-scheme: light dark; {light} }}\n{large}"
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
            # a browser takes no custom property for the size of a page
            f"@media print {{ :root {{ color-scheme: light }} @page {{ size: {self.page.size} }} }}\n{style}"
        )


def _properties(values: Mapping[str, str]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in values.items())


@cache
def standard() -> Look:
    """The look of a brief that asks for none: the package's own theme on A4."""
    folder = builtin_folder() / "templates"
    found = theme(STANDARD, (folder,), {folder: "templates"}, Place("briefing.toml"))
    return Look(STANDARD, palette.schemes(found.accent, found.ink, found.given), found.scale, PAGES["A4"])


def load(project: Project) -> Look:
    """The look of ``project``; Refusal with every problem of its theme, its colours and its logo."""
    if problems := list(_unfit(project)):
        raise Refusal(*problems)
    asked, here = project.look, project.config.place("look", "theme")
    shown = {folder: project.shown(folder) for folder in project.templates}
    found = theme(asked.get("theme", STANDARD), project.templates, shown, here)
    accent, ink = (
        asked.get(key, base).upper() for key, base in (("accent", found.accent), ("ink", found.ink))
    )
    made = palette.schemes(accent, ink, _kept(found, asked))
    problems = [_too_faint(fault, found, project) for fault in palette.faint(made)]
    mark: Logo | None = None
    try:
        mark = _logo(project)
    except Refusal as refused:
        problems += refused.problems
    if problems:
        raise Refusal(*dict.fromkeys(problems))
    body = body_size(asked["scale"]) if "scale" in asked else found.scale.body
    ratio = Decimal(asked.get("ratio", found.scale.ratio))
    return Look(found.name, made, Scale(body, ratio), PAGES[asked.get("page", "A4")], mark)


def _unfit(project: Project) -> Iterator[Problem]:
    """What of [look] does not fit its keys; P002 where a logo has no words that stand for it, or words no logo."""
    if not project.look:
        return
    yield from schema.check(project.config, ("look",), _SHAPE)
    for has, lacks in (("logo", "logo_alt"), ("logo_alt", "logo")):
        if has in project.look and lacks not in project.look:
            hint = tell("add {lacks} = {said}", lacks=lacks, said=_SHAPE[lacks].said)
            place = project.config.place("look", has)
            yield Problem(
                "P002", tell("[look] has '{has}' and no '{lacks}'", has=has, lacks=lacks), place, hint
            )


def _kept(found: Theme, asked: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """The colours that a theme states, less those that follow from an accent or ink that the brief has of its own."""
    gone: set[tuple[str, str]] = set()
    for scheme in palette.SCHEMES:
        if "accent" in asked:
            gone |= {(scheme, role) for role in OF_ACCENT}
        if "ink" in asked:
            gone |= {(scheme, role) for role in OF_INK}
    gone |= {("light", "tint")} if "accent" in asked else set()
    gone |= {("dark", "paper"), ("dark", "tint")} if "ink" in asked else set()
    return {
        scheme: {role: said for role, said in colours.items() if (scheme, role) not in gone}
        for scheme, colours in found.given.items()
    }


def _too_faint(fault: Faint, found: Theme, project: Project) -> Problem:
    own = "ink" if fault.role in OF_INK else "accent"
    if fault.role in (*OF_INK, *OF_ACCENT) and own in project.look:
        name, where = own, project.config.place("look", own)
    else:
        name, where = fault.role, found.place(fault.scheme, fault.role)
    kind = tell("marks") if fault.needs == palette.MARKS_NEED else tell("letters")
    of = {"light": "", "dark": tell(" (on dark ground)")}.get(fault.scheme, tell(" (in print)"))
    what = tell(
        "{name} {colour} on {ground} {ground_colour}{of} has a contrast of {floor}:1, and {kind} need {needs}:1",
        name=name,
        colour=fault.colour,
        ground=fault.ground,
        ground_colour=fault.ground_colour,
        of=of,
        floor=_floor(fault.has),
        kind=kind,
        needs=f"{fault.needs:g}",
    )
    hint = (
        tell("the nearest that stands out enough is {will_do}", will_do=fault.will_do)
        if fault.will_do
        else tell("change the ground")
    )
    return Problem("P041", what, where, hint)


def _floor(ratio: float) -> str:
    """Two places, never rounded up to what is needed."""
    return f"{int(ratio * 100) / 100:.2f}"


def _logo(project: Project) -> Logo | None:
    asked, place = project.look, project.config.place("look", "logo")
    return logo(project.folder, asked["logo"], asked["logo_alt"], place) if "logo" in asked else None


def files(project: Project) -> Iterator[Path]:
    """What of a look lies outside of the templates: the logo."""
    if "logo" in project.look:
        yield project.folder / project.look["logo"]
