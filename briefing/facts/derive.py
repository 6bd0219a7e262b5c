"""Derived seeds and proven facts -> the facts that are calculated here, units checked, rounding declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

from briefing.facts.amounts import Amount, FormulaError
from briefing.facts.formula import EXACTLY, Node, Operation, Term, evaluate, parse, terms
from briefing.facts.seeds import DerivedSeed, Seeds
from briefing.model import Fact, Problem, Quantity
from briefing.saying import tell

LARGEST = Decimal(10) ** 30
STEP = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,12})?", re.ASCII)
HUNDREDTHS = ("percent", "points")
UNITLESS = ("number", "percent", "points", "multiple")


def derive(seeds: Seeds, facts: Mapping[str, Fact]) -> tuple[dict[str, Fact], list[Problem]]:
    """Every derived fact by id, and the problems F040 (formula, units, rounding), F041 (cycle) and F042 (precision)."""
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    for seed in seeds.derived.values():
        try:
            trees[seed.id] = parse(seed.formula)
        except FormulaError as error:
            problems.append(_wrong(seed, str(error)))
    known = dict(facts)
    waiting = dict(trees)
    while ready := [id for id, tree in waiting.items() if all(term in known for term in terms(tree))]:
        for id in ready:
            tree = waiting.pop(id)
            try:
                amount = _as(seeds.derived[id], tree, evaluate(tree, known), known)
                known[id] = _fact(seeds.derived[id], tree, amount, known)
                problems += _too_fine(seeds.derived[id], amount)
            except FormulaError as error:
                problems.append(_wrong(seeds.derived[id], str(error)))
    for id, tree in waiting.items():
        problems += _stuck(seeds.derived[id], tree, known, trees, seeds)
    return {id: known[id] for id in seeds.derived if id in known}, problems


def _wrong(seed: DerivedSeed, why: str) -> Problem:
    return Problem(
        "F040",
        tell("the formula of '{id}': {why}", id=seed.id, why=why),
        seed.where,
        tell("it reads: {formula}", formula=seed.formula),
    )


def _stuck(
    seed: DerivedSeed, tree: Node, known: Mapping[str, Fact], trees: Mapping[str, Node], seeds: Seeds
) -> Iterator[Problem]:
    missing = [term for term in terms(tree) if term not in known]
    unknown = [term for term in missing if seeds.place_of(term) is None]
    events = [term for term in missing if term in seeds.events]
    if unknown:
        yield _wrong(seed, tell("names an unknown fact '{unknown}'", unknown=unknown[0]))
    elif events:
        yield _wrong(seed, tell("names the event '{events}', which has no value", events=events[0]))
    elif all(term in trees for term in missing):
        hint = tell("through {missing}", missing=missing[0])
        yield Problem(
            "F041", tell("the formula of '{id}' leads back to itself", id=seed.id), seed.where, hint
        )
    # else what it waits for has a problem of its own


def _fact(seed: DerivedSeed, tree: Node, amount: Amount, facts: Mapping[str, Fact]) -> Fact:
    parents = [facts[id] for id in terms(tree)]
    counters = {parent.quantity.counter for parent in parents if parent.quantity.unit in amount.units}
    unit = _unit(seed, amount, parents)
    if abs(amount.value) >= LARGEST:
        raise FormulaError(tell("gives a number of more than 30 digits"))
    value, step = _rounded(seed, amount)
    if all(parent.quantity.qualifier == "exact" for parent in parents):
        qualifier = "exact"
    else:
        qualifier = "about"
    return Fact(
        id=seed.id,
        what=seed.what,
        quantity=Quantity(
            kind=seed.kind,  # type: ignore[arg-type]
            value=value,
            unit=unit,
            qualifier=qualifier,  # type: ignore[arg-type]
            counter=counters.pop() if len(counters) == 1 and seed.kind == "count" else None,
            step=step,
        ),
        label=seed.label,
        measure=seed.measure,
        period=_period(seed, parents, facts),
        formula=seed.formula,
        parents=terms(tree),
        where=seed.where,
    )


def _as(seed: DerivedSeed, tree: Node, amount: Amount, facts: Mapping[str, Fact]) -> Amount:
    """The amount in the printed unit; a difference of two percentages is none itself."""
    if seed.kind not in HUNDREDTHS:
        return amount
    if seed.kind == "percent" and isinstance(tree, Operation) and tree.sign == "-":
        sides = (tree.left, tree.right)
        if all(isinstance(side, Term) and facts[side.id].quantity.kind == "percent" for side in sides):
            raise FormulaError(tell('gives percentage points, not a percent: as = "points"'))
    with localcontext(EXACTLY):
        step = amount.step * 100 if amount.step is not None else None
        return replace(amount, value=amount.value * 100, step=step)


def _unit(seed: DerivedSeed, amount: Amount, parents: list[Fact]) -> str | None:
    above = [unit for unit, power in amount.units.items() if power == 1]
    if seed.kind in UNITLESS:
        if amount.units:
            raise FormulaError(
                tell("gives {units}, not a {kind}", units=", ".join(amount.units), kind=seed.kind)
            )
        return None
    if len(above) != 1 or any(power > 1 for power in amount.units.values()):
        raise FormulaError(tell("gives no single unit for a {kind}", kind=seed.kind))
    kinds = {parent.quantity.kind for parent in parents if parent.quantity.unit == above[0]}
    if seed.kind not in kinds and not (seed.kind == "duration" and "age" in kinds):
        raise FormulaError(tell("gives {above}, not a {kind}", above=above[0], kind=seed.kind))
    return above[0]


def _rounded(seed: DerivedSeed, amount: Amount) -> tuple[Decimal, Decimal]:
    """The value at its declared step, half-up; without one it must end by itself (F040 otherwise), and is known
    as finely as its terms let it be."""
    value = amount.value
    with localcontext(EXACTLY):
        if seed.step is None:
            plain = value.normalize()
            exponent = plain.as_tuple().exponent
            if not isinstance(exponent, int) or exponent < -12:
                raise FormulaError(tell('does not end; declare its rounding: round = "0.1"'))
            shown = min(exponent, 0)
            if amount.step:
                shown = max(shown, min(exponent, amount.step.adjusted()))
            return Decimal(format(plain, "f")), Decimal(1).scaleb(shown)
        try:
            step = Decimal(seed.step)
            if STEP.fullmatch(seed.step) is None or step <= 0:
                raise InvalidOperation
            rounded = (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
        except InvalidOperation:
            raise FormulaError(tell("has no usable rounding '{step}'", step=seed.step)) from None
        if value and not rounded:
            raise FormulaError(tell("leaves nothing of its result when rounded to '{step}'", step=seed.step))
        return rounded, step


def _too_fine(seed: DerivedSeed, amount: Amount) -> Iterator[Problem]:
    """F042, a warning: the declared rounding prints digits that the terms do not carry; one such digit is customary."""
    if seed.step is None or not amount.step:
        return
    known = Decimal(1).scaleb(amount.step.adjusted())
    if Decimal(seed.step) * 10 < known:
        what = tell(
            "'{id}' is rounded to '{step}', and its terms are known to {known} or so",
            id=seed.id,
            step=seed.step,
            known=f"{known:f}",
        )
        yield Problem(
            "F042",
            what,
            seed.where,
            tell('round = "{known}"', known=f"{known:f}"),
            "warning",
            facts=(seed.id,),
        )


def _period(seed: DerivedSeed, parents: list[Fact], facts: Mapping[str, Fact]) -> Quantity | None:
    if seed.period_of is not None:
        if seed.period_of not in facts:
            raise FormulaError(
                tell("takes its period from an unknown fact '{period_of}'", period_of=seed.period_of)
            )
        return facts[seed.period_of].period
    dated = [parent.period for parent in parents if parent.period is not None]
    return max(dated, key=lambda period: str(period.value)) if dated else None
