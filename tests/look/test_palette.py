from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.look import Look, standard
from briefing.look.colour import contrast, nearest, polar
from briefing.look.palette import LETTERS, MARKS, ROLES, SCHEMES, faint, schemes
from briefing.look.theme import theme
from briefing.model import Place
from briefing.project import builtin_folder

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
FOLDER = builtin_folder() / "templates"
SHIPPED = sorted(path.stem for path in (FOLDER / "themes").glob("*.toml"))


def _shipped(name: str) -> dict[str, dict[str, str]]:
    found = theme(name, (FOLDER,), {FOLDER: "templates"}, Place("briefing.toml"))
    return schemes(found.accent, found.ink, found.given)


def test_more_than_one_theme_is_shipped() -> None:
    assert {"ember", "harbour"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_shipped_colour_stands_out(name: str, scheme: str) -> None:
    """Reckoned here by itself, so that a role left out of the rules would be seen."""
    colours = _shipped(name)[scheme]
    for role in LETTERS:
        assert contrast(colours[role], colours["paper"]) >= 4.5, role
        assert contrast(colours[role], colours["tint"]) >= 4.5, role
    for role in MARKS:
        assert contrast(colours[role], colours["paper"]) >= 3, role
    assert contrast(colours["mark"], colours["rest"]) >= 3


@pytest.mark.parametrize("name", SHIPPED)
def test_letters_of_every_shipped_theme_stand_out_in_print(name: str) -> None:
    printed = _shipped(name)["print"]
    assert printed["paper"] == "#FFFFFF"
    assert all(contrast(printed[role], "#FFFFFF") >= 4.5 for role in (*LETTERS, "mark"))
    assert contrast(printed["bar"], "#FFFFFF") >= 3


def test_every_scheme_has_every_role() -> None:
    look: Look = standard()
    assert {name: set(look.schemes[name]) for name in SCHEMES} == {name: set(ROLES) for name in SCHEMES}


@given(COLOURS, COLOURS)
def test_what_is_derived_stands_out_wherever_accent_and_ink_do(accent: str, ink: str) -> None:
    accent = nearest(accent, ("#FFFFFF",), 4.5) or ""
    ink = nearest(ink, ("#E0E0E0",), 7) or ""
    assert list(faint(schemes(accent, ink, {}))) == []


def test_greys_keep_the_hue_of_the_ink_and_grow_lighter() -> None:
    light = schemes("#0A6C7A", "#0F2236", {})["light"]
    ramp = [polar(light[role])[0] for role in ("ink", "text", "grey", "soft", "faint", "bar", "line", "hair")]
    assert ramp == sorted(ramp)
    assert polar(light["grey"])[2] == pytest.approx(polar("#0F2236")[2], abs=0.1)


@pytest.mark.parametrize(
    ("scheme", "role", "given", "needs"),
    [
        ("light", "faint", "#999999", 4.5),
        ("light", "bar", "#C0C0C0", 3),
        ("dark", "accent", "#30404A", 4.5),
        ("dark", "mark", "#30404A", 3),
        ("print", "deep", "#E09070", 4.5),
        ("print", "mark", "#E05030", 4.5),
    ],
)
def test_a_given_colour_that_is_too_faint_is_found(scheme: str, role: str, given: str, needs: float) -> None:
    (found,) = faint(schemes("#0A6C7A", "#0F2236", {scheme: {role: given}}))
    assert (found.scheme, found.role, found.colour, found.needs) == (scheme, role, given, needs)
    assert found.has < needs
    assert found.will_do is not None
    assert contrast(found.will_do, found.ground_colour) >= needs


def test_a_mark_may_be_bright_on_the_screen_that_is_too_faint_for_letters_in_print() -> None:
    given = {"light": {"mark": "#E05030"}, "print": {"mark": "#B03010"}}
    assert list(faint(schemes("#B03010", "#0F2236", given))) == []
