"""Facts that share a measure, and facts with several sources -> Findings A101 to A104."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from briefing.audit.finding import Finding, Stated
from briefing.audit.interval import nominal, stated
from briefing.facts import Ledger
from briefing.model import Fact

Studies = dict[str, list[Fact]]


def compared(ledger: Ledger) -> tuple[Finding, ...]:
    """What the brief's own facts say of one another: by measure, then by how many sources bear one out."""
    found: list[Finding] = []
    for measure, facts in _measures(ledger).items():
        found += _mixed(measure, facts)
        found += _side_by_side(
            measure, facts, {_study(each.fact, ledger) for one in found for each in one.figures}
        )
    found += _corroborated(ledger)
    return tuple(found)


def _measures(ledger: Ledger) -> dict[str, list[Fact]]:
    measures: dict[str, list[Fact]] = {}
    for fact in ledger.facts.values():
        if (
            fact.measure is not None
            and fact.evidence
            and fact.period is not None
            and nominal(fact.quantity) is not None
        ):
            measures.setdefault(fact.measure, []).append(fact)
    return {measure: sorted(facts, key=_when) for measure, facts in measures.items()}


def _when(fact: Fact) -> tuple[str, str]:
    return (str(fact.period.value) if fact.period else "", fact.id)


def _study_of(fact: Fact) -> str:
    return fact.via or fact.evidence[0].source


def _study(id: str | None, ledger: Ledger) -> str:
    return _study_of(ledger.facts[id]) if id is not None and id in ledger.facts else ""


def _studies(facts: Sequence[Fact]) -> Studies:
    studies: Studies = {}
    for fact in facts:
        studies.setdefault(_study_of(fact), []).append(fact)
    return studies


def _trend(facts: Sequence[Fact]) -> int:
    return _direction(facts[0], facts[-1])


def _direction(one: Fact, other: Fact) -> int:
    a, b = nominal(one.quantity), nominal(other.quantity)
    assert a is not None and b is not None
    return (b > a) - (b < a)


def _mixed(measure: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """A101: neighbours in time of two studies go against the way that each study goes by itself."""
    studies = _studies(facts)
    for one, other in pairwise(facts):
        mine, theirs = studies[_study_of(one)], studies[_study_of(other)]
        if mine is theirs or not _alike(one, other) or _when(one)[0] == _when(other)[0]:
            continue
        way = _direction(one, other)
        if way and _trend(mine) == _trend(theirs) == -way:
            yield Finding("A101", None, (_stated(one), _stated(other)), subject=measure)


def _side_by_side(measure: str, facts: Sequence[Fact], told: set[str]) -> Iterator[Finding]:
    """A103: two sources differ for the same time; A102: other studies, so other populations; A104: they agree."""
    for (one, mine), (other, theirs) in combinations(_studies(facts).items(), 2):
        same = [(a, b) for a in mine for b in theirs if _when(a)[0] == _when(b)[0] and _alike(a, b)]
        for a, b in same:
            agree = stated(a.quantity).meets(stated(b.quantity))
            yield Finding("A104" if agree else "A103", None, (_stated(a), _stated(b)), subject=measure)
        if not same and not {one, other} <= told and _alike(mine[-1], theirs[-1]):
            yield Finding("A102", None, (_stated(mine[-1]), _stated(theirs[-1])), subject=measure)


def _alike(one: Fact, other: Fact) -> bool:
    return (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit)


def _corroborated(ledger: Ledger) -> Iterator[Finding]:
    for record in ledger.records():
        if len({evidence.source for evidence in record.evidence}) > 1:
            yield Finding("A104", None, (), subject=record.id)


def _stated(fact: Fact) -> Stated:
    evidence = fact.evidence[0]
    start, end = evidence.hole or (0, len(evidence.quote))
    assert evidence.span is not None
    return Stated(evidence.source, evidence.span, 0, evidence.quote[start:end], fact.quantity, fact.id)


def known(findings: Iterable[Finding], ledger: Ledger) -> Iterator[Finding]:
    """The findings with the fact that carries each of their figures."""
    for finding in findings:
        claimed = _carried(finding.claimed, ledger) if finding.claimed is not None else None
        yield replace(
            finding, claimed=claimed, figures=tuple(_carried(each, ledger) for each in finding.figures)
        )


def _carried(figure: Stated, ledger: Ledger) -> Stated:
    if figure.fact is not None:
        return figure
    for fact in ledger.facts.values():
        for evidence in fact.evidence:
            inside = (
                evidence.span is not None
                and evidence.source == figure.source
                and (evidence.span.start <= figure.span.start and figure.span.end <= evidence.span.end)
            )
            if inside and fact.quantity == figure.quantity:
                return replace(figure, fact=fact.id)
    return figure
