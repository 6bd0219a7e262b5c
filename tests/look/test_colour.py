from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.look.colour import colour, contrast, nearest, polar

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#949494", "#FFFFFF", 3.03),
        ("#FFFF00", "#000000", 19.56),
        ("#C8451B", "#C8451B", 1.0),
    ],
)
def test_contrast_is_that_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_a_colour_comes_back_from_lightness_chroma_and_hue(given: str) -> None:
    assert colour(*polar(given)) == given


def test_the_ends_of_lightness_are_black_and_white() -> None:
    assert polar("#FFFFFF")[0] == pytest.approx(1, abs=1e-6)
    assert polar("#000000")[0] == 0
    assert colour(1.0, 0.2, 1.0) == "#FFFFFF"
    assert colour(-1.0, 0.2, 1.0) == "#000000"


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5]))
def test_the_nearest_stands_out_and_what_does_already_is_kept(given: str, ground: str, ratio: float) -> None:
    found = nearest(given, (ground,), ratio)
    assert found is not None, "black or white stands out on every ground by 4.5"
    assert contrast(found, ground) >= ratio
    if contrast(given, ground) >= ratio:
        assert found == given


def test_the_nearest_is_of_the_same_hue_and_no_darker_than_it_must_be() -> None:
    found = nearest("#F2A900", ("#FFFFFF",), 4.5)
    assert found is not None
    assert polar(found)[2] == pytest.approx(polar("#F2A900")[2], abs=0.05)
    assert contrast(found, "#FFFFFF") == pytest.approx(4.5, abs=0.08)


def test_two_grounds_that_nothing_stands_out_on_have_no_nearest() -> None:
    assert nearest("#777777", ("#000000", "#FFFFFF", "#777777"), 7) is None
