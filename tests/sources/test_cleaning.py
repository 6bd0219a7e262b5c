"""Cleaned text knows every raw offset, and look-alikes are reported where they stand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Problem, Source
from briefing.sources import load
from briefing.sources.cleaning import clean


def read(tmp_path: Path, text: str) -> tuple[Source, tuple[Problem, ...]]:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    return load(path, "source")


def codes(tmp_path: Path, text: str) -> list[str]:
    return [problem.code for problem in read(tmp_path, text)[1]]


def test_a_quote_in_nfc_finds_decomposed_hangul_whole(tmp_path: Path) -> None:
    raw = "앞말 " + unicodedata.normalize("NFD", "인력은 98명") + " 뒷말"
    source, (problem,) = read(tmp_path, raw)
    assert (problem.code, problem.severity) == ("S101", "warning")
    start = source.text.index("인력은 98명")
    span = source.span(start, start + len("인력은 98명"))
    assert source.raw[span.start : span.end] == unicodedata.normalize("NFD", "인력은 98명")


def test_removed_characters_stay_inside_the_span(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "모두 8\u200b,5\u2060\u00ad79명이다")
    assert [problem.code for problem in problems] == ["S103"]
    start = source.text.index("8,579명")
    span = source.span(start, start + 6)
    assert source.raw[span.start : span.end] == "8\u200b,5\u2060\u00ad79명"


@given(
    st.text(
        alphabet="a각ᄀ\u1161\u11a8e\u0301\u0323\u119e\r\n\u200b\u0958\u2adc\u09c7\u09be\u09d7樂", max_size=14
    )
)
@settings(max_examples=400, deadline=None)
def test_cleaning_is_nfc_with_offsets_that_rise(raw: str) -> None:
    cleaned = clean(raw)
    visible = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\u200b", "")
    assert cleaned.text == unicodedata.normalize("NFC", visible)
    assert len(cleaned.offsets) == len(cleaned.text) + 1 and cleaned.offsets[-1] == len(raw)
    assert list(cleaned.offsets) == sorted(cleaned.offsets)
    for at, character in enumerate(cleaned.text):
        origin = raw[cleaned.offsets[at]]
        parts = unicodedata.normalize("NFD", character)
        assert (
            character == "\n"
            or parts[0] in unicodedata.normalize("NFD", origin)
            or character in "\u0301\u0323"
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("모두 ８５７９명", ["S102"]),
        ("모두 ٨٥٧٩명", ["S102"]),
        ("오늘 \u202e21\u202c명", ["S104"]),
        ("그\ufffd고 끝", ["S105"]),
        ("모두 57\ufffd명", ["S106"]),
        ("모두 \ufffd,579명", ["S106"]),
        ("첫째\x0c둘째", ["S108"]),
        ("모두 8,57O명", ["S109"]),
        ("모두 1O0명", ["S109"]),
        ("모두 l00명", ["S109"]),
        ("모두 8,57l명", ["S109"]),
        ("인구는 1.234.567명", ["S120"]),
        ("인구는 8\u00a0579명", ["S121"]),
        ("카페가 생겼다. ".encode().decode("latin-1") * 2, ["S107"]),
    ],
)
def test_look_alikes_are_reported(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o와 o1, o3-mini, O157균, 10l들이 통, 4K와 5G, H2O, 2I",
        "가족 👨‍👩‍👧 이모지와 ❤️",
        "« Voilà », dit-elle ; déjà « l’été » à Évry où l’œuvre s’achève",
        "대한민국ㅋㅋ ᄒᆞᆫ글과 樂園, 원문자 ①②, x²",
        "지수는 2,455.91로 0.125포인트 올라 1.95% 상승, 2024. 03. 11.",
        "글에 <script>와 &amp;와 <b>가 나온다",
        "نمی‌خواهم",
    ],
)
def test_ordinary_text_is_not_reported(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text) == []


def test_one_problem_a_kind_names_its_lines(tmp_path: Path) -> None:
    source, (problem,) = read(tmp_path, "없음\r\n모두 ８명\r\n또 ９명\r\n끝")
    assert str(problem.where) == "a.txt:2" and "(lines 2 and 3)" in problem.message
    assert "'８' for 8" in problem.message and "'９' for 9" in problem.message
    assert "８" in source.text
