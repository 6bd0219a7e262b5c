"""Ends of printed lines: what is read together, with a space or without, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.sources.cleaning import clean
from briefing.sources.joining import Vocabulary, seam
from briefing.sources.printed import Line, assemble

NONE = Vocabulary(frozenset(), frozenset())


def joined(
    line: str, after: str, vocabulary: Vocabulary = NONE, *, spaced: bool = False, room: bool = False
) -> str:
    found = seam(line, after, len(line), spaced, room, vocabulary)
    return line[: found.start] + " " * found.space + after


@pytest.mark.parametrize(
    ("line", "after", "expected"),
    [
        ("모두 8,579", "명이다", "모두 8,579명이다"),
        ("지난해 3만", "5천 명", "지난해 3만5천 명"),
        ("수출은 27억", "5000만 달러", "수출은 27억5000만 달러"),
        ("모두 51,", "425명이", "모두 51,425명이"),
        ("모두 51,4", "25명이", "모두 51,425명이"),
        ("모두 10", "억 달러", "모두 10억 달러"),
        ("비율은 10", "%였다", "비율은 10%였다"),
        ("10~", "20%", "10~20%"),
        ("10", "~20%", "10~20%"),
        ("어가는", "8,579가구", "어가는 8,579가구"),
        ("2023년", "1609곳이던", "2023년 1609곳이던"),
        ("제", "3차 조사", "제 3차 조사"),
        ("조사는 제", "3차로", "조사는 제3차로"),
        ("3년 전", "보다 늘었다", "3년 전보다 늘었다"),
        ("늘었다. 3년", "전(20만명)보다", "늘었다. 3년 전(20만명)보다"),
        ("10명", "중 3명", "10명 중 3명"),
        ("지난 3개", "월 동안", "지난 3개월 동안"),
        ("2023년", "도 예산", "2023년도 예산"),
        ("달러", "(약 3조원)", "달러(약 3조원)"),
        ("달러(약 3조원)로", "사상 가장", "달러(약 3조원)로 사상 가장"),
        ("장비는 GPU", "가 68개", "장비는 GPU가 68개"),
        ("was 8,579", "last year", "was 8,579 last year"),
        ("in 2023", "1,609 plants", "in 2023 1,609 plants"),
        ("an extra-", "ordinary rise", "an extraordinary rise"),
        ("within twenty-", "five months", "within twenty-five months"),
        ("a five-", "year plan", "a five-year plan"),
        ("two-", "thirds of it", "two-thirds of it"),
        ("2020-", "2023", "2020-2023"),
        ("Anglo-", "American", "Anglo-American"),
        ("about", "(3.7 trillion)", "about (3.7 trillion)"),
    ],
)
def test_a_seam(line: str, after: str, expected: str) -> None:
    assert joined(line, after) == expected


def test_what_a_document_prints_elsewhere_decides() -> None:
    words = Vocabulary.of(["또한 가공 공장과 국제 협력은 늘고", "a well-known and long one"])
    assert joined("남해의 가", "공 공장", words) == "남해의 가공 공장"
    assert joined("여러 국제", "협력은 늘고", words) == "여러 국제 협력은 늘고"
    assert joined("a well-", "known farm", words) == "a well-known farm"


def test_a_printed_space_or_room_for_a_syllable_means_a_space() -> None:
    assert joined("모두 10", "월까지") == "모두 10월까지"
    assert joined("모두 10", "월까지", spaced=True) == "모두 10 월까지"
    assert joined("남해의 가", "공장", room=True) == "남해의 가 공장"


def line(words: str, top: int, right: float = 200, size: float = 10, left: float = 0, **more: object) -> Line:
    return Line(words, False, left, right, top - size, float(top), size, 30, **more)  # type: ignore[arg-type]


def text(*pages: Sequence[Line]) -> str:
    made = assemble(pages, ())
    return clean(made.raw).joined(made).text


FULL = line("어가는 모두 8,579", 100)


@pytest.mark.parametrize(
    ("after", "goes_on"),
    [
        (line("가구다.", 86, 40), True),
        (line("가구다.", 86, 40, size=7), False),  # letters of another size
        (line("가구다.", 60, 40), False),  # too far below
        (line("가구다.", 130, 40), False),  # the next column
        (line("• 가구다.", 86, 40), False),
        (line("3. 가구다.", 86, 40), False),
    ],
)
def test_a_paragraph_goes_on_only_below_and_alike(after: Line, goes_on: bool) -> None:
    more = [line("가나다", top, 200) for top in (400, 386, 372, 358)]
    assert ("8,579가구다." in text([*more, FULL, after])) is goes_on


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    assert text([FULL, line("가구가 있었다.", 86, 90), line("다른 문단이다.", 72, 90)]).splitlines()[:2] == [
        "어가는 모두 8,579가구가 있었다.",
        "다른 문단이다.",
    ]


def test_years_at_the_edge_of_two_pages_are_no_numbers_of_pages() -> None:
    pages = [[line(str(year), 800), FULL] for year in (2023, 2024)]
    assert "2023" in text(*pages) and "2024" in text(*pages)
    pages = [[line(f"- {number} -", 20), FULL] for number in (1, 2)]
    assert "- 1 -" not in text(*pages) and "- 2 -" not in text(*pages)
