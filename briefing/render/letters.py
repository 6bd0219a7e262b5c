"""Words -> the letters of them that the bundled fonts do not have, so that no page can print them."""

from __future__ import annotations

import unicodedata
from functools import cache

from briefing.render.pdf import fonts

_UNSEEN = ("Cf", "Cc", "Zl", "Zp")


def lacking(words: str) -> str:
    """The characters of ``words`` for which the bundled fonts have no glyph, in their order."""
    if words.isascii():
        return ""
    known = _known()
    return "".join(
        letter
        for letter in words
        if ord(letter) not in known
        and unicodedata.category(letter) not in _UNSEEN
        and not "\ufe00" <= letter <= "\ufe0f"  # selects a form of the letter before it
    )


@cache
def _known() -> frozenset[int]:
    """The code points of the text font; the faces of one family have the same."""
    from fontTools.ttLib import TTFont

    with TTFont(fonts() / "Pretendard-Regular.otf", lazy=True) as font:
        return frozenset(font.getBestCmap())
