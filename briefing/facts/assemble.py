"""Seeds and the places that originals or lock told -> the quoted facts and the events, with their evidence."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.facts.lock import Located, Lock
from briefing.facts.seeds import Quoted, Seeds
from briefing.model import Event, Evidence, Fact, Problem, Quantity
from briefing.saying import tell


def assemble(seeds: Seeds, lock: Lock) -> tuple[dict[str, Fact], dict[str, Event], list[Problem]]:
    """Facts and events by id; F017 where two sources of one fact print different values."""
    evidence: dict[str, list[Evidence]] = {}
    for id, quoted in seeds.quotes():
        located = lock.evidence.get((id, quoted.source))
        if located is not None:
            evidence.setdefault(id, []).append(_evidence(quoted, located))
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for seed in seeds.facts.values():
        proofs = tuple(evidence.get(seed.id, ()))
        if not proofs or proofs[0].source != seed.quoted.source or proofs[0].quantity is None:
            continue
        facts[seed.id] = Fact(
            id=seed.id,
            what=seed.what,
            quantity=proofs[0].quantity,
            evidence=proofs,
            label=seed.label,
            measure=seed.measure,
            period=proofs[0].period,
            because=seed.quoted.because,
            via=seed.via,
            where=seed.quoted.where,
        )
        problems += _disagreeing(facts[seed.id])
    events = {
        seed.id: Event(
            seed.id,
            seed.what,
            seed.actors,
            tuple(evidence[seed.id]),
            evidence[seed.id][0].period,
            seed.quoted.because,
            seed.via,
            seed.quoted.where,
        )
        for seed in seeds.events.values()
        if seed.id in evidence
    }
    return facts, events, problems


def _evidence(quoted: Quoted, located: Located) -> Evidence:
    period = located.period
    if period is None and quoted.period is not None:
        period = Quantity("date", quoted.period)
    return Evidence(
        source=quoted.source,
        quote=located.quote,
        hole=(0, len(located.quote)) if quoted.cell is not None else quoted.phrase.hole,
        nth=quoted.nth,
        span=located.span,
        quantity=located.quantity,
        period=period,
        where=quoted.where,
        locator=located.locator,
        unit=located.unit,
    )


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether both say the same to the last digit, in one unit or in two of one dimension (5.2 TWh, 5,200 GWh)."""
    if one == other:
        return True
    if (one.kind, one.qualifier) != (other.kind, other.qualifier) or one.kind != "measure":
        return False
    from briefing.agree.same import normal

    return normal(one)[:2] == normal(other)[:2]


def _disagreeing(fact: Fact) -> Iterator[Problem]:
    for other in fact.evidence[1:]:
        if other.quantity is None or not equal(other.quantity, fact.quantity):
            yield Problem(
                "F017",
                tell(
                    "'{id}' has another value in {source} than in {source2}",
                    id=fact.id,
                    source=other.source,
                    source2=fact.evidence[0].source,
                ),
                other.where,
                tell("make it a fact of its own with the same measure"),
            )
