"""[look] of a brief: what is asked for, and what is refused, at its line."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import look
from briefing.inputs import digests
from briefing.model import Problem, Refusal
from briefing.pipeline import check
from briefing.project import Project, load
from tests.small_brief import edit, write

AT = "[edition]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'
ALT = 'logo_alt = { ko = "섬 연구소", en = "Island Institute" }'


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    return write(tmp_path / "brief")


def _asking(folder: Path, *lines: str) -> Project:
    """The brief with a [look] whose header is the seventh line of briefing.toml."""
    edit(folder, "briefing.toml", AT, "\n".join(("[look]", *lines, "", AT)))
    return load(folder)


def _problems(project: Project) -> list[Problem]:
    with pytest.raises(Refusal) as refused:
        look.load(project)
    return list(refused.value.problems)


def test_a_brief_that_asks_for_nothing_has_the_standard_look(brief: Path) -> None:
    assert look.load(load(brief)) == look.standard()


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('theme = "harbor"', "P040", "unknown theme 'harbor'"),
        ('theme = "../x"', "P003", "'theme'"),
        ('colour = "#112233"', "P001", "unknown key 'colour'"),
        ('accent = "teal"', "P003", "must be a colour such as #C8451B"),
        ('accent = "#0A6"', "P003", "must be a colour such as #C8451B"),
        ('page = "A5"', "P003", "'page' in [look] must be A4 or letter"),
        ('scale = "huge"', "P003", "small, normal, large or a size in points from 8.8 to 11.5"),
        ("scale = 14", "P003", "a size in points from 8.8 to 11.5"),
        ("scale = nan", "P003", "a size in points"),
        ("scale = true", "P003", "a size in points"),
        ("ratio = 2", "P003", "a ratio from 1.16 to 1.28"),
        ('accent = "#F2A900"', "P041", "accent #F2A900 on paper #FFFFFF has a contrast of 2.00:1, and letters need 4.5:1"),
        ('ink = "#8A94A0"', "P041", "ink #8A94A0 on tint #F6F3EE has a contrast of 2.7"),
        ('logo = "mark.svg"', "P002", "'logo' and no 'logo_alt'"),
        (ALT, "P002", "'logo_alt' and no 'logo'"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_at_its_line(brief: Path, line: str, code: str, said: str) -> None:
    problems = _problems(_asking(brief, 'page = "A4"' if "page" not in line else 'scale = "small"', line))
    assert [problem.code for problem in problems][:1] == [code]
    assert said in problems[0].message
    where = problems[0].where
    assert where is not None
    lines = (brief / "briefing.toml").read_text("utf-8").splitlines()
    assert (where.file, lines[where.line - 1]) == ("briefing.toml", line)


def test_every_key_that_does_not_fit_is_told_at_once(brief: Path) -> None:
    project = _asking(brief, 'accent = "red"', 'page = "A3"', "ratio = 9")
    assert [problem.where.line for problem in _problems(project) if problem.where] == [9, 10, 11]


def test_the_nearest_colour_that_is_offered_is_accepted(brief: Path) -> None:
    project = _asking(brief, 'accent = "#F2A900"')
    offered = {match for problem in _problems(project) for match in re.findall("#[0-9A-F]{6}", problem.hint)}
    assert len(offered) >= 1
    edit(brief, "briefing.toml", "#F2A900", min(offered))
    assert look.load(load(brief)).in_print["mark"] == min(offered)


def test_an_unknown_theme_is_answered_with_the_likely_one(brief: Path) -> None:
    (problem,) = _problems(_asking(brief, 'theme = "harbor"'))
    assert "did you mean 'harbour'?" in problem.hint


def test_an_accent_of_ones_own_changes_what_follows_from_it_alone(brief: Path) -> None:
    own, plain = look.load(_asking(brief, 'accent = "#0a6c7a"')), look.standard()
    changed = {role for role, said in own.schemes["light"].items() if said != plain.schemes["light"][role]}
    assert changed == {"accent", "deep", "mark", "under", "tint"}
    assert own.in_print["mark"] == "#0A6C7A"
    assert own.schemes["dark"]["mark"] != plain.schemes["dark"]["mark"]
    assert own.schemes["dark"]["grey"] == plain.schemes["dark"]["grey"]


def test_an_ink_of_ones_own_changes_the_greys(brief: Path) -> None:
    own, plain = look.load(_asking(brief, 'ink = "#2B1F14"')), look.standard()
    assert own.in_print["ink"] == "#2B1F14"
    assert own.in_print["faint"] != plain.in_print["faint"]
    assert own.in_print["mark"] == plain.in_print["mark"]


def test_scale_and_ratio_and_page(brief: Path) -> None:
    own = look.load(_asking(brief, "scale = 10.5", "ratio = 1.25", 'page = "letter"'))
    assert (own.scale.body, own.scale.ratio, own.page.size) == (Decimal("10.5"), Decimal("1.25"), "letter")


def test_a_theme_of_the_briefs_own_is_found_before_the_packages(brief: Path) -> None:
    themes = brief / "templates" / "themes"
    themes.mkdir()
    (themes / "moss.toml").write_text('accent = "#3E6B2F"\nink = "#1C2618"\nscale = "large"\n', "utf-8")
    project = _asking(brief, 'theme = "moss"')
    own = look.load(project)
    assert (own.theme, own.scale.body, own.in_print["mark"]) == ("moss", Decimal("10.4"), "#3E6B2F")
    assert "templates/themes/moss.toml" in digests(project, "{}")["ko"]


@pytest.mark.parametrize(
    ("text", "line", "code", "said"),
    [
        ('accent = "#3E6B2F"\n', 1, "P002", "'ink'"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\nfont = "x"\n', 3, "P001", "'font'"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\n[light]\nsky = "#000000"\n', 4, "P001", "'sky'"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\n[print]\npaper = "#FFFFE0"\n', 4, "P001", "'paper'"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\n[dark]\nfaint = "#333"\n', 4, "P003", "a colour"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\n[dark]\nfaint = "#444444"\n', 4, "P041", "faint #444444 on"),
        ('accent = "#3E6B2F"\nink = "#1C2618"\n\n[light]\nbar = "#CCCCCC"\n', 5, "P041", "marks need 3:1"),
    ],
)
def test_a_theme_that_does_not_fit_is_refused_at_its_line(
    brief: Path, text: str, line: int, code: str, said: str
) -> None:
    themes = brief / "templates" / "themes"
    themes.mkdir()
    (themes / "moss.toml").write_text(text, "utf-8")
    problem = _problems(_asking(brief, 'theme = "moss"'))[0]
    assert problem.where is not None
    assert (problem.code, problem.where.file, problem.where.line) == (
        code,
        "templates/themes/moss.toml",
        line,
    )
    assert said in problem.message


def test_a_page_under_its_old_table_is_told_where_it_went(brief: Path) -> None:
    edit(brief, "briefing.toml", AT, f'[page]\nsize = "A4"\n\n{AT}')
    with pytest.raises(Refusal) as refused:
        load(brief)
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.line if problem.where else 0) == ("P001", 8)
    assert 'under [look]: page = "A4"' in problem.hint


SERIES = 'series = { ko = "섬 브리프", en = "Island Briefs" }\n'


def test_the_series_may_be_named_under_look(brief: Path) -> None:
    edit(brief, "briefing.toml", SERIES, "")
    project = _asking(brief, SERIES.strip())
    assert project.series == {"ko": "섬 브리프", "en": "Island Briefs"}
    assert project.series_at.line == 8


@pytest.mark.parametrize(
    ("top", "under", "code"), [(True, SERIES, "P005"), (False, "", "P002"), (False, 'series = "x"\n', "P003")]
)
def test_the_series_is_named_once_and_in_words(brief: Path, top: bool, under: str, code: str) -> None:
    edit(brief, "briefing.toml", SERIES, SERIES if top else "")
    with pytest.raises(Refusal) as refused:
        _asking(brief, under)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_logo_is_among_what_pages_are_made_from(brief: Path) -> None:
    (brief / "mark.svg").write_text(SVG, "utf-8")
    project = _asking(brief, 'logo = "mark.svg"', ALT)
    assert look.load(project).logo is not None
    before = digests(project, "{}")["en"]
    (brief / "mark.svg").write_text(SVG.replace("40", "44"), "utf-8")
    after = digests(project, "{}")["en"]
    assert {name for name in after if before.get(name) != after[name]} == {"mark.svg"}


def test_words_for_a_logo_are_asked_for_in_every_language_and_hold_no_figure(brief: Path) -> None:
    (brief / "mark.svg").write_text(SVG, "utf-8")
    project = _asking(brief, 'logo = "mark.svg"', 'logo_alt = { en = "The 300 islands" }')
    with pytest.raises(Refusal) as refused:
        check(project, brief / "output", brief / "seeds" / "originals")
    found = {(problem.code, problem.where.line if problem.where else 0) for problem in refused.value.problems}
    assert {("P004", 10), ("U010", 10)} <= found


def test_a_check_tells_of_colours_and_logo_together(brief: Path) -> None:
    project = _asking(brief, 'accent = "#F2A900"', 'logo = "gone.svg"', ALT)
    with pytest.raises(Refusal) as refused:
        check(project, brief / "output", brief / "seeds" / "originals")
    assert {"P041", "P042"} <= {problem.code for problem in refused.value.problems}
