from __future__ import annotations

from urllib.parse import unquote

import pytest

from briefing.compose.fragment import text_fragment


@pytest.mark.parametrize(
    ("words", "encoded"),
    [
        ("34% up", "34%25%20up"),
        ("A-1, B & C", "A%2D1%2C%20B%20%26%20C"),
        ("7곳을", "7%EA%B3%B3%EC%9D%84"),
        ("“x”#y?", "%E2%80%9Cx%E2%80%9D%23y%3F"),
    ],
)
def test_what_parts_a_directive_is_encoded(words: str, encoded: str) -> None:
    address = text_fragment("https://a.example/?key=1", words)
    assert address == f"https://a.example/?key=1#:~:text={encoded}"
    assert unquote(encoded) == words


def test_a_fragment_that_an_address_has_is_kept() -> None:
    assert text_fragment("https://a.example/#part", "x") == "https://a.example/#part:~:text=x"
