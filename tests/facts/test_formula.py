"""Formulas: what they parse to, what they are worth, what they refuse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.amounts import FormulaError
from briefing.facts.formula import evaluate, parse, say, terms
from briefing.model import Fact, Quantity, Ratio


def fact(
    id: str, value: Decimal | Ratio, unit: str | None = None, kind: str = "count", year: str = "2023"
) -> Fact:
    return Fact(id, {}, Quantity(kind, value, unit), period=Quantity("date", year))  # type: ignore[arg-type]


FACTS = {
    fact.id: fact
    for fact in (
        fact("posts", Decimal(60), "person"),
        fact("empty-posts", Decimal(15), "person"),
        fact("cost", Decimal(140), "USD", "money"),
        fact("cost-krw", Decimal(1400), "KRW", "money"),
        fact("sites", Decimal(7), "institution"),
        fact("share", Decimal(25), kind="percent"),
        fact("one-in-four", Ratio(Decimal(1), Decimal(4)), kind="ratio"),
        fact("old", Decimal(8), "person", year="2020"),
        fact("nothing", Decimal(0), "person"),
    )
}


@pytest.mark.parametrize(
    ("text", "value", "units"),
    [
        ("empty-posts / posts", "0.25", {}),
        ("empty-posts / (posts + empty-posts)", "0.2", {}),
        ("posts - empty-posts", "45", {"person": 1}),
        ("cost / sites", "20", {"USD": 1, "institution": -1}),
        ("cost-krw / cost", "10", {"KRW": 1, "USD": -1}),
        ("posts * share", "15", {"person": 1}),
        ("posts * one-in-four", "15", {"person": 1}),
        ("2 ^ 3 ^ 2", "512", {}),
        ("10 - 4 - 3", "3", {}),
        ("(posts / old) ^ (1 / years(old, posts)) - 1", "0.957433820584968", {}),
    ],
)
def test_value_and_units(text: str, value: str, units: dict[str, int]) -> None:
    amount = evaluate(parse(text), FACTS)
    assert abs(amount.value - Decimal(value)) < Decimal("1e-12")
    assert amount.units == units


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "too early"),
        ("posts +", "too early"),
        ("(posts", "not closed"),
        ("posts posts", "not expected"),
        ("posts ; 1", "';' is not expected"),
        ("__import__", "not expected"),
        ("years(posts)", "two facts"),
        ("(" * 60 + "1" + ")" * 60, "nested"),
        ("1" * 2001, "more than 2000 characters"),
    ],
)
def test_what_cannot_be_parsed(text: str, why: str) -> None:
    with pytest.raises(FormulaError, match=why.replace("(", r"\(")):
        parse(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("posts + cost", "cannot be added"),
        ("posts / nothing", "divides by zero"),
        ("posts ^ 2", "plain number"),
        ("10 ^ (10 ^ 10)", "range of numbers"),
    ],
)
def test_what_cannot_be_calculated(text: str, why: str) -> None:
    with pytest.raises(FormulaError, match=why):
        evaluate(parse(text), FACTS)


def test_terms_and_words() -> None:
    tree = parse("(posts - empty-posts) / posts * (cost / (sites / 2)) - years(old, posts)")
    assert terms(tree) == ("posts", "empty-posts", "cost", "sites", "old")
    worded = say(tree, lambda id: id.upper(), lambda id: {"old": "2020", "posts": "2023"}[id])
    assert worded == "(POSTS − EMPTY-POSTS) ÷ POSTS × (COST ÷ (SITES ÷ 2)) − (2023 − 2020)"


@given(st.text(max_size=60))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        parse(text)
    except FormulaError:
        pass


@given(
    st.recursive(
        st.sampled_from(["posts", "sites", "2"]),
        lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner),
    )
)
def test_words_keep_the_meaning(tree: object) -> None:
    """What is said, read again as a formula, is worth the same."""
    text = spelled(tree)
    plain = {id: fact(id, FACTS[id].quantity.value, None, "number") for id in ("posts", "sites")}  # type: ignore[arg-type]
    worded = say(parse(text), lambda id: id, lambda id: id)
    again = worded.replace("−", "-").replace("×", "*").replace("÷", "/")
    try:
        expected = evaluate(parse(text), plain).value
    except FormulaError:
        return
    assert abs(evaluate(parse(again), plain).value - expected) < Decimal("1e-30") * max(abs(expected), 1)


def spelled(tree: object) -> str:
    if isinstance(tree, str):
        return tree
    left, sign, right = tree  # type: ignore[misc]
    return f"({spelled(left)} {sign} {spelled(right)})"
