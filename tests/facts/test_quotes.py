"""Quotes: the brackets they must have, where dates are looked for, and what is proposed for a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import sources
from briefing.facts.declared import parse_phrase
from briefing.facts.propose import propose
from briefing.facts.quotes import Article, article, figure_at, find, nearest
from briefing.facts.seeds import Quoted
from briefing.model import Card, Place, Refusal

WHERE = Place("seeds/x.toml", 3)
TEXT = """지난해 배는 120척이었다. 올해는 140척이다.
선원은 거의 3000명이다. 지난해 5월 배는 120척이었다.
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Article:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    source, problems = sources.load(path, "harbour")
    assert problems == ()
    card = Card("harbour", {}, {}, "2024-06-01", "ko", "harbour.txt")
    return article(card, source)


def quoted(quote: str, when: str | None = None, nth: int | None = None) -> Quoted:
    phrase, problems = parse_phrase(quote, WHERE, holes=1)
    assert problems == []
    dated = parse_phrase(when, WHERE, holes=1)[0] if when else None
    return Quoted("harbour", phrase, nth, dated, None, None, WHERE)


@pytest.mark.parametrize("text", ["no bracket", "[two] [of them]", "[", "]", "][", "[]", "a [b [c]]"])
def test_a_quote_has_one_bracket(text: str) -> None:
    assert [problem.code for problem in parse_phrase(text, WHERE, holes=1)[1]] == ["F001"]


def test_the_hole_is_where_the_bracket_was() -> None:
    phrase, _ = parse_phrase("배는 [120척]이", WHERE, holes=1)
    assert (phrase.text, phrase.hole) == ("배는 120척이", (3, 7))


def test_nth_chooses_among_places(harbour: Article) -> None:
    with pytest.raises(Refusal, match="stands 2 times"):
        find(harbour, quoted("배는 [120척]"))
    first, second = (find(harbour, quoted("배는 [120척]", nth=nth)) for nth in (1, 2))
    assert TEXT[first:].startswith("배는") and TEXT[second:].startswith("배는") and first < second


def test_a_date_is_taken_from_the_nearest_place(harbour: Article) -> None:
    claim = quoted("배는 [120척]", "[지난해 5월]", nth=2)
    start = find(harbour, claim)
    assert claim.when is not None
    at = nearest(harbour, claim.when, start, claim)
    assert figure_at(harbour, claim.when, at, claim).value == "2023-05"


def test_the_figure_takes_its_qualifier_along(harbour: Article) -> None:
    claim = quoted("거의 [3000명]")
    figure = figure_at(harbour, claim.phrase, find(harbour, claim), claim)
    assert (figure.value, figure.unit, figure.qualifier) == (3000, "person", "nearly")


@pytest.mark.parametrize(
    ("figure", "proposed"),
    [
        ("140척", ("[140척]이다", None, "[올해]")),
        ("120척", ("지난해 배는 [120척]", None, "[지난해]")),
        ("거의 3000명", ("[거의 3000명]이다", None, None)),
    ],
)
def test_a_proposed_quote_is_short_and_unique(
    harbour: Article, figure: str, proposed: tuple[str, int | None, str | None]
) -> None:
    assert _proposed(harbour, TEXT.index(figure)) == proposed


def test_a_figure_that_cannot_be_told_apart_gets_its_number(tmp_path: Path) -> None:
    text = "배 7척.\n배 7척.\n"
    (tmp_path / "boats.txt").write_text(text, encoding="utf-8")
    source, _ = sources.load(tmp_path / "boats.txt", "boats")
    twice = article(Card("boats", {}, {}, "2024-06-01", "ko", "boats.txt"), source)
    assert _proposed(twice, text.rindex("7")) == ("[7척]", 2, None)


def _proposed(known: Article, start: int) -> tuple[str, int | None, str | None] | None:
    (mention,) = [each for each in known.mentions if each.span.start == start]
    found = propose(known, mention)
    return (found.quote, found.nth, found.when) if found is not None else None
