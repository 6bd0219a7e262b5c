"""Bilingual pairs of every kind: right ones pass, and each fault of the wrong ones is seen."""

from __future__ import annotations

import pytest

from tests.agree.bilingual import Pair, compared, pairs

EVERY = tuple(pairs())
SOME = EVERY[::4]
"""Which version comes first changes little: a quarter of the pairs shows that."""
FALSE_ALARMS, CAUGHT = 1, 98
"""Per hundred pairs: at most so many right ones may raise something, at least so many wrong ones must."""


def test_there_are_enough_of_each() -> None:
    assert len(EVERY) >= 150
    assert len({(right.korean, right.english) for right, _ in EVERY}) == len(EVERY)


@pytest.mark.parametrize("turned", [False, True], ids=["korean first", "english first"])
def test_right_pairs_raise_nothing(turned: bool) -> None:
    asked = SOME if turned else EVERY
    alarms = [(right.name, found) for right, _ in asked if (found := compared(right, turned=turned))]
    assert len(alarms) * 100 <= len(asked) * FALSE_ALARMS, alarms


@pytest.mark.parametrize("turned", [False, True], ids=["korean first", "english first"])
def test_wrong_pairs_are_caught(turned: bool) -> None:
    asked = SOME if turned else EVERY
    missed = [(wrong.name, wrong.fault) for _, wrong in asked if not compared(wrong, turned=turned)]
    assert len(asked) - len(missed) >= len(asked) * CAUGHT / 100, missed


@pytest.mark.parametrize(
    ("korean", "english", "differs"),
    [
        ("8,579명이 부족하다.", "It is short of 8,597 people.", "value"),
        ("비율은 14.3%다.", "The rate is 14.3 percentage points.", "unit"),
        ("약 100명이 떠났다.", "100 people left.", "qualifier"),
        ("지수는 -0.2%였다.", "The index was 0.2%.", "sign"),
        (
            "세 곳이 문을 닫았고 40명이 일자리를 잃었다.",
            "Offices closed and 40 people lost their jobs.",
            "missing",
        ),
        ("수출은 35억 달러, 수입은 32억 달러였다.", "Exports were $3.2bn and imports $3.5bn.", "exchanged"),
        ("2024년 3월에 열렸다.", "It was held in March 2023.", "value"),
        ("33만5250달러를 받았다.", "He was paid ₩335,250.", "unit"),
    ],
)
def test_what_differs_is_named(korean: str, english: str, differs: str) -> None:
    found = compared(Pair("", korean, english))
    assert {fault.differs for fault in found} == {differs}, found


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("33만5250달러", "$335,250"),
        ("2천만 명", "20 million people"),
        ("7명 중 1명", "one in seven"),
        ("3분의 1", "a third"),
        ("27억 5,000만 달러", "$2.75 billion"),
        ("3.7조 원", "3.7 trillion won"),
        ("0.25%p", "25 basis points"),
        ("만 65세", "aged 65"),
        ("수십 개 기업", "dozens of companies"),
        ("두 배로 늘었다", "it doubled"),
        ("2024년 3월", "March 2024"),
        ("20~30대", "people in their 20s and 30s"),
        ("양국은 한 차례 만났다", "the two countries met"),
        ("약 5만 1천 명", "51,425"),
    ],
)
def test_the_same_in_other_words(korean: str, english: str) -> None:
    assert compared(Pair("", korean, english)) == ()
