from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from briefing import lettering
from briefing.project import builtin_folder
from tests.render.sample_words import FACTS

WORDS = sorted(
    {
        words
        for fact in FACTS.values()
        for said in (fact.words, fact.label, fact.what)
        for words in said.values()
        if words
    }
)


@cache
def _advances() -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    from fontTools.ttLib import TTFont

    font = TTFont(builtin_folder() / "templates" / "fonts" / "Pretendard-SemiBold.otf", lazy=True)
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def _set(words: str) -> Decimal:
    names, advances, em = _advances()
    return Decimal(sum(advances[names[ord(letter)]][0] for letter in words)) / em


@pytest.mark.parametrize("words", WORDS)
def test_width_is_never_less_than_the_font_takes(words: str) -> None:
    estimated, real = lettering.width(words), _set(words)
    assert real <= estimated * Decimal("1.02")
    assert estimated <= real * Decimal("1.3")


def test_joiners_take_no_room() -> None:
    assert lettering.width("부\u2060족") == lettering.width("부족")


def test_a_label_that_fits_stays_on_one_line() -> None:
    assert lettering.lines("해저 케이블", Decimal(12)) == ("해저 케이블",)


def test_a_long_label_is_broken_at_the_most_even_space() -> None:
    assert lettering.lines("Turbines in an average wind farm", Decimal(11)) == (
        "Turbines in an",
        "average wind farm",
    )


def test_one_long_word_is_left_whole() -> None:
    assert lettering.lines("국제해상풍력협의회", Decimal(3)) == ("국제해상풍력협의회",)
