"""What authors declare in seeds beyond any quote: dates that they type, formulas, which of several places -> F050 where it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from briefing.facts.seeds import DerivedSeed, Quoted, Seeds
from briefing.model import Place, Problem
from briefing.saying import joined, tell

Authored = Mapping[str, Mapping[str, str]]
"""Id (and source, where it is further evidence) -> what was declared, as text."""


def authored(seeds: Seeds) -> Authored:
    """The declarations that no original proves, as the lock keeps them."""
    return {id: said for id, (said, _) in _declared(seeds).items() if said}


def changed(seeds: Seeds, before: Authored, known: Collection[str]) -> Iterator[Problem]:
    """F050, a warning: a declaration differs from the one in the lock, so that other figures or dates follow from it.

    ``known`` are the ids of the quotes in the lock; what it does not know is new, and no change.
    """
    for id, (said, where) in _declared(seeds).items():
        then = before.get(id, {})
        if then == said or (id not in before and id.partition(" ")[0] not in known):
            continue
        differing = [key for key in sorted({*then, *said}) if then.get(key) != said.get(key)]
        told = joined(
            tell("{key} was {then} and is {now}", key=key, then=_shown(then, key), now=_shown(said, key))
            for key in differing
        )
        what = tell("'{id}' is declared otherwise than when the lock was written: {told}", id=id, told=told)
        hint = tell("see that it still is what its name says; a build with the originals records it")
        yield Problem("F050", what, where, hint, "warning", facts=(id.partition(" ")[0],))


def _shown(said: Mapping[str, str], key: str) -> str:
    return f"'{said[key]}'" if key in said else tell("not given")


def _declared(seeds: Seeds) -> dict[str, tuple[dict[str, str], Place]]:
    also = {id(quoted) for _, quoted in seeds.also}
    quotes = {
        f"{name} {quoted.source}" if id(quoted) in also else name: (_of_quote(quoted), quoted.where)
        for name, quoted in seeds.quotes()
    }
    derived = {seed.id: (_of_formula(seed), seed.where) for seed in seeds.derived.values()}
    return dict(sorted((quotes | derived).items()))


def _of_quote(quoted: Quoted) -> dict[str, str]:
    said = {"nth": str(quoted.nth) if quoted.nth is not None else None, "period": quoted.period}
    said |= {"unit": quoted.unit}
    return {key: text for key, text in said.items() if text is not None}


def _of_formula(seed: DerivedSeed) -> dict[str, str]:
    said = {"formula": seed.formula, "as": seed.kind, "round": seed.step, "period_of": seed.period_of}
    return {key: text for key, text in said.items() if text is not None}
