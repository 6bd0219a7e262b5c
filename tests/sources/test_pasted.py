"""Pasted phrases are found by how they are glued; names, lists and refrains are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.sources import load
from briefing.sources.pasted import find

GARDEN = (
    "무료 꽃씨 나눔 - 봄맞이 안내\n"
    "도서관은 새 단장을 마치고,무료 꽃씨 나눔시민을 맞았다. 시민 수백 명이 다녀갔다.\n"
    "관장은 소설,무료 꽃씨 나눔그림책,무료 꽃씨 나눔잡지를 늘리겠다고 했다. 그림책은 아이들이 고른다.\n"
    "내년에는,무료 꽃씨 나눔강당도 고친다. 강당 공사는 여름에 끝난다.\n"
)
HARBOUR = (
    "The harbour was quiet,win big tonightthough two boats came in. though late, they sold all.\n"
    "The mayor spoke,win big tonightand the band played; and then,win big tonightpeople went home.\n"
    "Many people stayed.\n"
)


def test_korean_phrase_disappears_and_nothing_is_invented(tmp_path: Path) -> None:
    (pasted,) = find(GARDEN)
    assert (pasted.phrase, len(pasted.glued), len(pasted.heading)) == ("무료 꽃씨 나눔", 4, 1)
    path = tmp_path / "a.txt"
    path.write_bytes(GARDEN.replace("\n", "\r\n").encode())
    source, (problem,) = load(path, "source")
    assert source.text == GARDEN.replace("무료 꽃씨 나눔", "")
    assert "마치고,시민을" in source.text
    assert (problem.code, problem.severity, str(problem.where)) == ("S111", "warning", "a.txt:1")
    assert "4 times" in problem.message and "lines 1, 2, 3 and 4" in problem.message
    start = source.text.index("소설,그림책")
    span = source.span(start, start + 6)
    assert source.raw[span.start : span.end] == "소설,무료 꽃씨 나눔그림책"
    start = source.text.index("시민을")
    assert source.span(start, start + 3).start == source.raw.index("시민을")


def test_english_phrase_is_found() -> None:
    (pasted,) = find(HARBOUR)
    assert (pasted.phrase, len(pasted.glued), pasted.heading) == ("win big tonight", 3, ())


def test_a_phrase_of_one_word_needs_a_heading() -> None:
    body = (
        "시장은,행운복권광장과,행운복권공원을 고쳤다. 광장은 넓다. 공원은 좁다.\n"
        "그날,행운복권시민이 모였다. 시민은 웃었다.\n"
    )
    assert find(body) == ()
    assert [pasted.phrase for pasted in find("행운복권 | 첫 화면\n" + body)] == ["행운복권"]


@pytest.mark.parametrize(
    "text",
    [
        # a ministry's name with particles, commas without spaces
        "어제,해양 수산부는 밝혔다.오늘,해양 수산부가 왔다.내일,해양 수산부와 만난다.모레,해양 수산부의 말.",
        "첫째,국토 교통부에서 왔다.둘째,국토 교통부로 갔다.셋째,국토 교통부도 왔다.넷째,국토 교통부까지.",
        # a list of names with a common beginning
        "국립박물관,국립도서관,국립공원,국립극장을 돌았다. 박물관 도서관 공원 극장은 모두 붐볐다.",
        "서울 중앙지법,서울 중앙우체국,서울 중앙도서관이 나란히 있다.",
        # a refrain
        "가자,꽃길로 걸어가자!\n가자,꽃길로 걸어가자!\n가자,꽃길로 걸어가자!\n",
        "And so,la la la we sang,la la la we sang,la la la we sang.\n" * 4,
        # the same words, spaced as they should be
        "시의회, 예산 심의 시작. 예산 심의 끝, 예산 심의 다시. 예산 심의 예산 심의.\n" * 5,
        "The Ministry of Trade said,Ministry of Trade officials agreed,Ministry of Trade figures show it.",
        # names with English plurals and cases
        "New York,New Jersey,New Mexico,New Yorkers,New Jerseyans; York and Jersey and Mexico.",
    ],
)
def test_ordinary_repetition_is_left_alone(text: str) -> None:
    assert find(text) == ()


def test_one_glued_place_is_reported_only_beside_a_fetch_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "시장은 어제,무료 꽃씨 나눔시민을 만나 웃었다\n"
    path.write_text(text, "utf-8")
    assert load(path, "source")[1] == ()
    path.write_text(text + "curl error: Could not resolve host: example.org\n", "utf-8")
    source, problems = load(path, "source")
    assert [problem.code for problem in problems] == ["S111", "S111"]
    assert [str(problem.where) for problem in problems] == ["a.txt:1", "a.txt:2"]
    assert source.text == source.raw
