"""What is calculated from facts: its value against fractions, its unit, its precision, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.derive import derive
from briefing.facts.seeds import DerivedSeed, Seeds
from briefing.model import Cite, Fact, Other, Place, Problem, Quantity, Range, Ratio
from briefing.pipeline import assemble
from briefing.plaintext import plain
from briefing.project import load
from tests import small_brief

WHERE = Place("seeds/derived.toml", 1)


def fact(
    id: str, value: object, unit: str | None, kind: str, step: str | None = None, qualifier: str = "exact"
) -> Fact:
    number = Decimal(value) if isinstance(value, str) else value
    quantity = Quantity(kind, number, unit, qualifier, step=Decimal(step) if step else None)  # type: ignore[arg-type]
    return Fact(id, {}, quantity, period=Quantity("date", "2023"))


FACTS = {
    each.id: each
    for each in (
        fact("people", "60", "person", "count", "1"),
        fact("others", "15", "person", "count", "1"),
        fact("crowd", "40000", "person", "count", "10000"),
        fact("dollars", "2750000000", "USD", "money", "10000000"),
        fact("few-dollars", "300000000", "USD", "money", "100000000"),
        fact("won", "3700000000000", "KRW", "money", "100000000000"),
        fact("share", "34", None, "percent", "1"),
        fact("finer-share", "30.5", None, "percent", "0.1"),
        fact("rise", "2.5", None, "points", "0.1"),
        fact("one-in-four", Ratio(Decimal(1), Decimal(4)), None, "ratio"),
        fact("nothing", "0", "person", "count", "1"),
        fact("range", Range(Decimal(1), Decimal(2)), "person", "count"),
        fact("years", "4", "year", "duration", "1"),
        fact("aged", "64", "year", "age", "1"),
        fact("long", "12.5", "km", "measure", "0.1"),
        fact("some", "500", "person", "count", "100", "about"),
    )
}


def made(
    formula: str, kind: str, step: str | None = None, facts: dict[str, Fact] = FACTS, **more: str
) -> tuple[dict[str, Fact], list[Problem]]:
    seeds = Seeds()
    for id, text in {"result": formula, **more}.items():
        seeds.derived[id] = DerivedSeed(id, text, kind, step, {}, {}, None, None, WHERE)
    return derive(seeds, facts)


def only(formula: str, kind: str, step: str | None = None) -> Quantity:
    found, problems = made(formula, kind, step)
    assert not [problem for problem in problems if problem.severity == "error"], problems
    return found["result"].quantity


@pytest.mark.parametrize(
    ("formula", "kind", "round", "value", "unit"),
    [
        ("people + others", "count", None, "75", "person"),
        ("others / people", "percent", None, "25", None),
        ("people / others", "multiple", None, "4", None),
        ("people * share", "count", "0.1", "20.4", "person"),
        ("people * one-in-four", "count", None, "15", "person"),
        ("1 - share", "percent", None, "66", None),
        ("share - finer-share", "points", None, "3.5", None),
        ("share + rise", "percent", None, "36.5", None),
        ("dollars / years", "money", None, "687500000", "USD"),
        ("won / dollars", "money", "1", "1345", "KRW"),
        ("aged - years", "duration", None, "60", "year"),
        ("2 * long", "measure", None, "25", "km"),
    ],
)
def test_value_and_unit(formula: str, kind: str, round: str | None, value: str, unit: str | None) -> None:
    quantity = only(formula, kind, round)
    assert (quantity.value, quantity.unit, quantity.kind) == (Decimal(value), unit, kind)


@pytest.mark.parametrize(
    ("formula", "kind", "why"),
    [
        ("dollars + won", "money", "USD and KRW cannot be added"),
        ("won - dollars", "money", "KRW and USD cannot be added"),
        ("people + share", "count", "person and plain numbers cannot be added"),
        ("people + dollars", "count", "person and USD cannot be added"),
        ("share + people", "percent", "plain numbers and person cannot be added"),
        ("share - finer-share", "percent", "percentage points"),
        ("people + others", "money", "gives person, not a money"),
        ("dollars - few-dollars", "count", "gives USD, not a count"),
        ("people / years", "percent", "not a percent"),
        ("people * others", "count", "no single unit"),
        ("dollars / dollars", "money", "no single unit"),
        ("people / nothing", "multiple", "divides by zero"),
        ("people / (others - others)", "multiple", "divides by zero"),
        ("people / years(people, others)", "count", "divides by zero"),
        ("(0 - 8) ^ (1 / 3)", "number", "leaves the range"),
        ("range + people", "count", "'range' is not a single number"),
        ("people / 7", "count", "does not end"),
        ("result + people", "count", "leads back to itself"),
        ("nobody + people", "count", "unknown fact 'nobody'"),
    ],
)
def test_what_is_refused(formula: str, kind: str, why: str) -> None:
    found, problems = made(formula, kind)
    assert not found and [problem.where for problem in problems] == [WHERE]
    assert problems[0].code == ("F041" if "itself" in why else "F040") and why in problems[0].message


def test_a_cycle_of_three_is_told_of_each() -> None:
    found, problems = made("second + people", "count", second="third + people", third="result + people")
    assert not found and [problem.code for problem in problems] == ["F041"] * 3


def test_derived_facts_are_made_in_any_order() -> None:
    found, problems = made("second + people", "count", second="third + people", third="people + others")
    assert not problems and found["result"].quantity.value == Decimal(195)
    assert found["result"].parents == ("second", "people")


@pytest.mark.parametrize(
    ("formula", "kind", "round", "step"),
    [
        ("people + others", "count", None, "1"),  # what was counted one by one is exact
        ("crowd + people", "count", None, "10"),  # known to 10,000, and 40,060 is told to tens
        ("dollars + few-dollars", "money", None, "10000000"),
        ("dollars - few-dollars", "money", None, "10000000"),
        ("few-dollars * 10", "money", None, "1000000000"),
        ("dollars / years", "money", None, "100000"),
        ("share + rise", "percent", None, "0.1"),
        ("won / dollars", "money", "1", "1"),  # what is declared is what is printed
        ("people / others", "multiple", None, "1"),
    ],
)
def test_precision_is_carried(formula: str, kind: str, round: str | None, step: str) -> None:
    assert only(formula, kind, round).step == Decimal(step)


@pytest.mark.parametrize(
    ("formula", "round", "warned"),
    [
        ("won / dollars", "0.1", True),  # 3.7 trillion at 2.75 billion is known to some ten won
        ("won / dollars", "1", False),
        ("others / people", "0.0001", False),
        ("crowd / people", "0.1", True),
    ],
)
def test_digits_that_the_terms_do_not_carry(formula: str, round: str, warned: bool) -> None:
    kind = "multiple" if "crowd" in formula else "percent" if "others" in formula else "money"
    _, problems = made(formula, kind, round)
    assert [(problem.code, problem.severity) for problem in problems] == [("F042", "warning")] * warned
    assert not warned or 'round = "' in problems[0].hint


def test_what_comes_of_rough_figures_is_rough() -> None:
    assert only("some + people", "count").qualifier == "about"
    assert only("others + people", "count").qualifier == "exact"


NUMBERS = {f"n{index}": value for index, value in enumerate(("3", "7", "12.5", "100", "0.04", "8579"))}
PLAIN = {id: fact(id, value, None, "number") for id, value in NUMBERS.items()}
TREES = st.recursive(
    st.sampled_from([*NUMBERS, "1", "2", "0.5"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner),
    max_leaves=9,
)


def spelled(tree: object) -> str:
    return tree if isinstance(tree, str) else f"({spelled(tree[0])} {tree[1]} {spelled(tree[2])})"  # type: ignore[index]


def exactly(tree: object) -> Fraction:
    if isinstance(tree, str):
        return Fraction(NUMBERS.get(tree, tree))
    left, sign, right = exactly(tree[0]), tree[1], exactly(tree[2])  # type: ignore[index]
    if sign == "/":
        return left / right
    return left + right if sign == "+" else left - right if sign == "-" else left * right


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of ``step`` nearest to ``value``; of two, the one farther from zero."""
    steps = abs(value) / step
    whole = steps.numerator // steps.denominator
    whole += steps - whole >= Fraction(1, 2)
    return whole * step * (1 if value >= 0 else -1)


@given(TREES, st.sampled_from(["0.001", "0.1", "1", "25"]), st.sampled_from(["number", "percent"]))
def test_values_are_those_of_fractions(tree: object, step: str, kind: str) -> None:
    """Calculated in decimals and rounded once, each result is what fractions give, or is refused as they are."""
    found, problems = made(spelled(tree), kind, step, PLAIN)
    try:
        value = exactly(tree) * (100 if kind == "percent" else 1)
    except ZeroDivisionError:
        assert "divides by zero" in problems[0].message
        return
    expected = half_up(value, Fraction(step))
    if abs(value) >= 10**28 or (value and not expected):
        assert "result" not in found or Fraction(found["result"].quantity.value) == expected  # type: ignore[arg-type]
    else:
        assert Fraction(found["result"].quantity.value) == expected  # type: ignore[arg-type]


@given(TREES)
def test_without_a_rounding_the_value_is_exact_or_refused(tree: object) -> None:
    found, problems = made(spelled(tree), "number", None, PLAIN)
    if "result" in found:
        quantity = found["result"].quantity
        assert Fraction(quantity.value) == exactly(tree)  # type: ignore[arg-type]
        assert quantity.value % quantity.step == 0  # type: ignore[operator]
    else:
        assert [problem.code for problem in problems] == ["F040"]


UNITS = {
    "persons": fact("persons", "12", "person", "count"),
    "items": fact("items", "5", "item", "count"),
    "usd": fact("usd", "70", "USD", "money"),
    "krw": fact("krw", "900", "KRW", "money"),
    "part": fact("part", "20", None, "percent"),
}


@given(st.lists(st.sampled_from([*UNITS]), min_size=2, max_size=5), st.data())
def test_sums_of_unlike_units_are_refused(ids: list[str], data: st.DataObject) -> None:
    signs = [data.draw(st.sampled_from("+-")) for _ in ids[1:]]
    text = ids[0] + "".join(f" {sign} {id}" for sign, id in zip(signs, ids[1:], strict=True))
    kind = UNITS[ids[0]].quantity.kind
    found, problems = made(text, kind, None, UNITS)
    if len({UNITS[id].quantity.unit for id in ids}) > 1:
        assert not found and "cannot be added" in problems[0].message
    elif kind == "percent" and len(ids) == 2 and signs == ["-"]:
        assert not found and "points" in problems[0].message
    else:
        assert found["result"].quantity.unit == UNITS[ids[0]].quantity.unit


@pytest.mark.parametrize(
    ("language", "here", "formula"),
    [
        ("en", "Calculated here", "(412,300 − 206,150) ÷ 206,150"),
        ("ko", "이 브리프의 계산", "(41만 2,300명 − 20만 6,150명) ÷ 20만 6,150명"),
    ],
)
def test_the_annex_prints_the_formula(language: str, here: str, formula: str, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    brief = assemble(load(folder), folder / "seeds/originals").briefs[language]
    (row,) = (row for row in brief.annex if row.fact == "growth")
    (basis,) = row.basis
    assert plain(basis) == f"{brief.gettext('Calculated here')}: {formula}"
    assert brief.gettext("Calculated here") == here
    assert any(isinstance(part, Other) and (part.role, part.words) == ("formula", formula) for part in basis)
    assert isinstance(row.sources[0], Cite) and row.sources[0].numbers == (1,)
