"""Any text at all: reading never fails, never overlaps, and takes time in proportion to the length."""

from __future__ import annotations

import gc
import random
import time

import pytest

from briefing.model import Refusal
from briefing.reading import read

WORDS = [
    "지난해",
    "올해",
    "3년",
    "전",
    "5월",
    "일",
    "월",
    "수",
    "백",
    "천",
    "만",
    "억",
    "조",
    "원",
    "%",
    "$",
    "1",
    "23",
    "2024",
    ",",
    ".",
    "~",
    "-",
    "(",
    ")",
    "약",
    "이상",
    "두",
    "세",
    "명",
    "절반",
    "배",
    "마이너스",
    "점",
    "분의",
    "중",
    "one",
    "two",
    "half",
    "and",
    "of",
    "in",
    "to",
    "million",
    "a",
    "the",
    "third",
    "Q2",
    "/",
    ":",
    "�",
    "\x00",
    "²",
    "٣",
    "½",
    "９",
    "year",
    "ago",
    "last",
    "\u200b",
    "\n",
]
DENSE = ["1" * 40_000, "1," * 20_000, "1.1" * 15_000, "만" * 40_000, "a" * 60_000, "a@" * 20_000, "일이삼 " * 10_000,
         "one hundred " * 3_000, "half a " * 5_000, "-1" * 20_000, "지난 " * 10_000]  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en", None])
def test_mentions_are_in_order_and_are_what_the_text_says(language: str | None) -> None:
    draw = random.Random(11)
    for _ in range(1500):
        text = "".join(draw.choice(WORDS) + draw.choice(["", " "]) for _ in range(draw.randint(1, 14)))
        end = 0
        for mention in read(
            text, language=language, published=draw.choice([None, "2024", "2024-03~", "2024-02-29"])
        ):
            assert end <= mention.span.start < mention.span.end
            assert mention.written == text[mention.span.start : mention.span.end]
            assert mention.record()["kind"] == mention.quantity.kind
            end = mention.span.end


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("text", DENSE, ids=lambda text: text[:6])
def test_dense_text_takes_no_longer_than_its_length_allows(text: str, language: str) -> None:
    begin = time.perf_counter()
    read(text, language=language)
    assert time.perf_counter() - begin < len(text) / 4000


GROWING = ["2024-", "100-1", "2024 ", "100 ", "1 ", "1,", "1~", "~1", "1/", "1:", "$1 ", '"', "(", "a@", "one x in ",
           "one-", "a half ", "half of ", "from 1 to ", "between 1 and ", "Monday ", "First, ", "point one ", "수 ", "한 ",
           "지난 ", "일", "1일부터 ", "1월 1일 ", "3명 중 ", "1에서 ", "억 ", "공일공"]  # fmt: skip
# Far enough apart that a busy machine's noise is small beside the 256 times that quadratic work would take.
SHORT, TIMES = 1_000, 16
MOST = 40


def _seconds(text: str, language: str) -> float:
    """Without the collector, whose work grows with everything that the test run holds and not with the text."""
    gc.disable()
    try:
        begin = time.process_time()
        read(text, language=language, published="2024-03-11")
        return time.process_time() - begin
    finally:
        gc.enable()


def _growth(short: str, long: str, language: str) -> float:
    """How many times as long the longer text takes, each by its best run, measured again while it looks too long."""
    least, most = float("inf"), float("inf")
    for _ in range(5):
        least, most = min(least, _seconds(short, language)), min(most, _seconds(long, language))
        if most <= MOST * least:
            break
    return most / least


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("piece", GROWING)
def test_the_work_grows_with_the_length(piece: str, language: str) -> None:
    short = piece * (SHORT // len(piece))
    assert _growth(short, short * TIMES, language) <= MOST


def _mixed(draw: random.Random, words: list[str], length: int) -> str:
    return "".join(draw.choice(words) + draw.choice(["", " ", ",", "-", "~"]) for _ in range(length))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_time_for_words_in_any_order_grows_with_their_number(language: str) -> None:
    draw = random.Random(5)
    for _ in range(4):
        few = draw.sample(WORDS, 6)
        text = _mixed(draw, few, 500)
        assert _growth(text, text * TIMES, language) <= MOST, few


@pytest.mark.parametrize("language", ["kr", "", "../ko", "\ud800"])
def test_an_unknown_language_is_refused(language: str) -> None:
    if not language:
        assert read("", language=language) == ()
        return
    with pytest.raises(Refusal) as refused:
        read("1", language=language)
    assert "ko, en" in refused.value.problems[0].hint


@pytest.mark.parametrize("published", ["soon", "2024-13-01", "2024-02-30", "\udfff"])
def test_a_publication_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(Refusal):
        read("1", language="ko", published=published)


def test_the_language_is_told_by_the_script() -> None:
    assert read("부족 인력은 12명")[0].written == "12명"
    assert read("one in four people")[0].record()["value"] == "1/4"
