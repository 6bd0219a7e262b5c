"""Articles with inline gold -> how many of their figures are read right, and how much is read that is none.

    python -m tests.reading.test_articles [FOLDER]     prints the table and every miss, of other articles if you like

The format of the gold is in tests/articles/README.md.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from briefing.model import Kind, Mention, Quantity, Range, Ratio
from briefing.reading import read

FOLDER = Path(__file__).resolve().parents[1] / "articles"
VALUES, QUALIFIED, SPURIOUS = 0.95, 0.90, 0.05
LOWEST = 0.88
GOLD = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")
HEADER = re.compile(r"# language=(ko|en) published=(\S+)\n")
CLOCK = ("hour", "minute", "second")
QUALIFIERS = ("about", "nearly", "at_least", "at_most", "more_than", "less_than")


def names(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".txt") for path in folder.glob("*.txt"))


ARTICLES = names(FOLDER)


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated figure; ``kind`` "?" where careful annotators may differ, so that it counts nowhere."""

    start: int
    end: int
    words: str
    kind: str
    value: str = ""
    unit: str | None = None
    qualifier: str = "exact"
    part: str | None = None
    name: str | None = None
    equals: str | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    language: str
    published: str
    text: str
    gold: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one article; ``misses`` as (words, gold, what was read there), ``spans`` as (words, read)."""

    gold: int
    value: int
    qualified: int
    spans: tuple[tuple[str, str], ...]
    mentions: int
    spurious: tuple[str, ...]
    links: int
    unlinked: tuple[str, ...]
    misses: tuple[tuple[str, str, str], ...]


def annotation(start: int, words: str, note: str) -> Expected:
    """``money 3700000000000 KRW about #a`` -> its fields; raises ValueError for what the format does not know."""
    kind, *rest = note.split()
    fields: dict[str, str] = {}
    of: tuple[str, ...] = ()
    if kind != "?":
        fields["value"] = rest.pop(0)
    for word in rest:
        if word in QUALIFIERS:
            fields["qualifier"] = word
        elif word.startswith("#"):
            fields["name"] = word[1:]
        elif word.startswith("="):
            fields["equals"] = word[1:]
        elif word.startswith("of="):
            of = tuple(word[3:].split(","))
        elif word.startswith("part="):
            fields["part"] = word[5:]
        elif "unit" not in fields:
            fields["unit"] = word
        else:
            raise ValueError(f"cannot read the annotation {note!r} of {words!r}")
    return Expected(start, start + len(words), words, kind, of=of, **fields)


@cache
def article(name: str, folder: Path = FOLDER) -> Article:
    """The file without its gold, and the gold with places in the text as it is then."""
    raw = (folder / f"{name}.txt").read_text(encoding="utf-8")
    header = HEADER.match(raw)
    assert header, f"{name}: the first line says language and date"
    body, text, gold, last = raw[header.end() :], "", [], 0
    for note in GOLD.finditer(body):
        text += body[last : note.start()]
        gold.append(annotation(len(text), note[1], note[2]))
        text, last = text + note[1], note.end()
    text += body[last:]
    return Article(header[1], header[2], text, tuple(gold))


def same_value(expected: Expected, quantity: Quantity) -> bool:
    if expected.kind == "date":
        return quantity.value == expected.value
    ends = [Fraction(end) * scale(expected.kind, expected.unit) for end in expected.value.split("..")]
    match quantity.value:
        case Range(low, high):
            said = [Fraction(low), Fraction(high)]
        case Ratio(part, whole):
            said = [Fraction(part) / Fraction(whole)] if whole else []
        case Decimal() as value:
            said = [Fraction(value)]
        case _:
            return False
    return ends == [end * scale(quantity.kind, quantity.unit) for end in said]


def scale(kind: str, unit: str | None) -> int:
    """So that an hour and a half is 90 minutes and 18 months are a year and a half."""
    return {"hour": 60, "year": 12, "decade": 120}.get(unit or "", 1) if kind == "duration" else 1


def right(expected: Expected, quantity: Quantity) -> bool:
    """The value of the right kind, in its unit. A number is a count whose noun is not known; what class of
    thing is counted (person, place) does not bear on the value."""
    counts = ("count", "number")
    if expected.kind in counts:
        return quantity.kind in counts and same_value(expected, quantity)
    if quantity.kind != expected.kind or not same_value(expected, quantity):
        return False
    if expected.kind == "duration":
        return (expected.unit in CLOCK) == (quantity.unit in CLOCK) or expected.unit == quantity.unit
    return expected.unit in (None, quantity.unit)


def touching(expected: Expected, mentions: tuple[Mention, ...]) -> list[Mention]:
    return [m for m in mentions if m.span.start < expected.end and expected.start < m.span.end]


def described(mention: Mention) -> str:
    quantity = mention.quantity
    value = mention.record()["value"]
    return f"{mention.written!r} = {quantity.kind} {value} {quantity.unit or ''} {quantity.qualifier}"


@cache
def score(name: str, folder: Path = FOLDER) -> Score:
    given = article(name, folder)
    mentions = read(given.text, language=given.language, published=given.published)
    found: dict[Expected, Mention] = {}
    misses, spans, qualified = [], [], 0
    certain = [gold for gold in given.gold if gold.kind != "?"]
    for gold in certain:
        near = touching(gold, mentions)
        hit = next((m for m in near if right(gold, m.quantity) and m not in found.values()), None)
        whole = hit is not None and (hit.quantity.qualifier, hit.quantity.part) == (gold.qualifier, gold.part)
        if hit is not None:
            found[gold] = hit
            if (hit.span.start, hit.span.end) != (gold.start, gold.end):
                spans.append((gold.words, hit.written))
        qualified += whole
        if not whole:
            wanted = f"{gold.kind} {gold.value} {gold.unit or ''} {gold.qualifier}"
            misses.append((gold.words, wanted, "; ".join(map(described, near)) or "nothing"))
    stray = [m for m in mentions if not any(m in touching(gold, (m,)) for gold in given.gold)]
    links = [gold for gold in certain if gold.equals or gold.of]
    unlinked = tuple(gold.words for gold in links if not linked(gold, found))
    return Score(
        len(certain), len(found), qualified, tuple(spans), len(mentions),
        tuple(m.written for m in stray), len(links), unlinked, tuple(misses),
    )  # fmt: skip


def linked(gold: Expected, found: dict[Expected, Mention]) -> bool:
    places = {each.name: mention.span for each, mention in found.items() if each.name}
    mention = found.get(gold)
    if mention is None:
        return False
    if gold.equals:
        return mention.equals is not None and mention.equals == places.get(gold.equals)
    return bool(mention.of) and set(mention.of) == {places.get(end) for end in gold.of}


def show(folder: Path) -> None:
    """The table of all articles, then every miss, every other span and every stray mention."""
    print(
        f"{'article':<22} {'figures':>7} {'value':>7} {'+qual.':>7} {'span':>7} {'spurious':>9} {'links':>6}"
    )
    scores = {name: score(name, folder) for name in names(folder)}
    for name, one in scores.items():
        row(name, [one])
    row("all", list(scores.values()))
    for name, one in scores.items():
        for words, wanted, got in one.misses:
            print(f"{name}: {words!r}: {wanted}; read {got}")
        for words, got in one.spans:
            print(f"{name}: {words!r}: read as {got!r}")
        for words in one.spurious:
            print(f"{name}: {words!r}: no figure")
        for words in one.unlinked:
            print(f"{name}: {words!r}: not linked to the figures that it converts or compares")


def row(name: str, scores: list[Score]) -> None:
    gold, stray = sum(one.gold for one in scores), share_of_strays(scores)
    shares = [share(scores, key) for key in ("value", "qualified")]
    shares.append(shares[0] - sum(len(one.spans) for one in scores) / gold)
    links, unlinked = sum(one.links for one in scores), sum(len(one.unlinked) for one in scores)
    print(
        f"{name:<22} {gold:7} "
        + " ".join(f"{share:7.3f}" for share in shares)
        + f" {stray:9.3f} {links - unlinked:3}/{links}"
    )


def share(scores: list[Score], key: str) -> float:
    return float(sum(getattr(one, key) for one in scores) / sum(one.gold for one in scores))


def share_of_strays(scores: list[Score]) -> float:
    return sum(len(one.spurious) for one in scores) / max(1, sum(one.mentions for one in scores))


def shown(scores: list[Score]) -> str:
    return "\n" + "\n".join(
        f"{words!r}: {wanted}; read {got}" for one in scores for words, wanted, got in one.misses
    )


def test_values() -> None:
    scores = [score(name) for name in ARTICLES]
    assert share(scores, "value") >= VALUES, shown(scores)


def test_values_with_their_qualifiers() -> None:
    scores = [score(name) for name in ARTICLES]
    assert share(scores, "qualified") >= QUALIFIED, shown(scores)


def test_few_mentions_where_there_is_no_figure() -> None:
    scores = [score(name) for name in ARTICLES]
    assert share_of_strays(scores) <= SPURIOUS, [words for one in scores for words in one.spurious]


@pytest.mark.parametrize("name", ARTICLES)
def test_no_article_is_far_below_the_rest(name: str) -> None:
    assert score(name).value / score(name).gold >= LOWEST, shown([score(name)])


@pytest.mark.parametrize("name", ARTICLES)
def test_mentions_are_in_order_and_never_overlap(name: str) -> None:
    given = article(name)
    mentions = read(given.text, language=given.language, published=given.published)
    assert mentions
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(given.text[m.span.start : m.span.end] == m.written for m in mentions)


@pytest.mark.parametrize("name", ARTICLES)
def test_the_gold_is_well_formed(name: str) -> None:
    given = article(name)
    named = {gold.name for gold in given.gold if gold.name}
    assert not re.search(r"\[\[|\]\]|\|", given.text)
    assert {end for gold in given.gold for end in (*gold.of, gold.equals) if end} == named
    assert 1200 <= len(given.text) <= 2500
    assert {gold.kind for gold in given.gold} <= {*get_args(Kind), "?"}


if __name__ == "__main__":
    show(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
