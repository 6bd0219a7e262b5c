from __future__ import annotations

import pytest

from briefing.render.joiners import JOINER, joined, without


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("부족 인력", "부~족 인~력"),
        ("LG유플러스는", "LG~유~플~러~스~는"),
        ("석·박사", "석~·~박~사"),
        ("연구소(SPRi)가", "연~구~소(SPRi)~가"),
        ("plain English, 34%", "plain English, 34%"),
        ("", ""),
    ],
)
def test_joiners_stand_between_the_letters_of_a_korean_word(words: str, shown: str) -> None:
    assert joined(words) == shown.replace("~", JOINER)
    assert without(joined(words)) == words


def test_the_letters_beside_a_text_count() -> None:
    assert joined("이다", before="8,579명") == f"{JOINER}이{JOINER}다"
    assert joined("약", after="3조") == f"약{JOINER}"
    assert joined(" 그리고", before="8,579명").startswith(" ")
