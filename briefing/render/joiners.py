"""Words -> words that no line breaks inside: Korean syllables joined by U+2060, where keep-all is unknown."""

from __future__ import annotations

import re

JOINER = "\u2060"
_HANGUL = "ㄱ-ㆎ가-힣"
_PART = f"{_HANGUL}A-Za-z0-9"
# A break is possible between two syllables, beside a middle dot or tilde, between a syllable and letters.
_BREAK = re.compile(
    f"(?<=[{_HANGUL}])(?=[{_PART}·~%])|(?<=[A-Za-z0-9%·~])(?=[{_HANGUL}])|(?<=[{_HANGUL}\\])’”』」])(?=[{_HANGUL}])"
)


def joined(words: str, before: str = "", after: str = "") -> str:
    """``words`` with a joiner wherever a Korean word could tear; ``before`` and ``after`` stand beside them.

    Hangul words are kept whole between spaces (Korean knows no hyphenation); a bracket may open a line.
    """
    if not words:
        return words
    text = _BREAK.sub(JOINER, before[-1:] + words + after[:1])
    start = len(before[-1:])
    end = len(text) - len(after[:1])
    return text[start:end]


def without(text: str) -> str:
    """``text`` free of joiners."""
    return text.replace(JOINER, "")
