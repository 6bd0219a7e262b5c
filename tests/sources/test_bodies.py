"""The ranges of the article proper: chosen by phrases, ordered, and reported where they do not fit."""

from __future__ import annotations

from pathlib import Path

from briefing.model import Problem, Source
from briefing.sources import load

TEXT = "증시 2,500\n기사 첫 문장이다.\n사진 설명 3명\n다시 본문이다. 끝 문장이다.\n광고 1위\n끝 문장이다.\n"


def read(tmp_path: Path, *body: tuple[str, str]) -> tuple[Source, tuple[Problem, ...]]:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    return load(path, "source", body=body)


def bodies(source: Source) -> list[str]:
    return [source.text[start:end] for start, end in source.body]


def test_without_phrases_the_whole_text_is_the_body(tmp_path: Path) -> None:
    source, problems = read(tmp_path)
    assert bodies(source) == [TEXT] and problems == ()


def test_ranges_end_with_the_first_end_after_their_beginning(tmp_path: Path) -> None:
    source, problems = read(tmp_path, ("기사 첫", "문장이다."), ("다시 본문", "끝 문장이다."))
    assert bodies(source) == ["기사 첫 문장이다.", "다시 본문이다. 끝 문장이다."] and problems == ()


def test_one_phrase_may_be_a_whole_range(tmp_path: Path) -> None:
    source, problems = read(tmp_path, ("기사 첫 문장이다.", "기사 첫 문장이다."))
    assert bodies(source) == ["기사 첫 문장이다."] and problems == ()


def test_an_absent_phrase_is_an_error(tmp_path: Path) -> None:
    source, problems = read(tmp_path, ("없는 말", "끝"), ("기사", "없는 끝"), ("", ""))
    assert source.body == ()
    assert [(problem.code, problem.severity) for problem in problems] == [("S201", "error")] * 3
    assert "begin with '없는 말'" in problems[0].message and "end with '없는 끝'" in problems[1].message


def test_ranges_out_of_order_or_overlapping_are_an_error(tmp_path: Path) -> None:
    source, problems = read(tmp_path, ("다시 본문", "광고 1위"), ("기사 첫", "문장이다."))
    assert bodies(source) == ["다시 본문이다. 끝 문장이다.\n광고 1위"]
    assert [(problem.code, str(problem.where)) for problem in problems] == [("S203", "a.txt:2")]


def test_a_beginning_that_stands_twice_is_noted_and_the_first_counts(tmp_path: Path) -> None:
    source, (problem,) = read(tmp_path, ("끝 문장", "이다."))
    assert bodies(source) == ["끝 문장이다."] and source.body[0][0] < TEXT.index("광고")
    assert (problem.code, problem.severity) == ("S202", "note") and "line 6" in problem.message
