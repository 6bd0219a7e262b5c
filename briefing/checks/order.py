"""Languages side by side -> L008 where they tell figures in another order, L009 where in another passage; nobody has looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefing.checks.groups import NOUNS, Group, Key, paired
from briefing.checks.sides import Sides
from briefing.model import Aspect, Brief, Problem
from briefing.review import Orders, Reviewed
from briefing.saying import joined, tell

Pair = tuple[Aspect, str, str]
"""Two facts of which both languages print the value, or the date, in an order of their own."""
PASSAGE = "passage"


def order(sides: Sides) -> Iterator[Problem]:
    """L008, a warning: two figures stand in one order in one language and in the other in another, so that they may
    have changed places. L009, a warning: a figure is cited with one passage here and with another there.

    Languages may well differ in what they say first: what a review accepted is known, and only what is new, or
    gone, is told of.
    """
    first, *others = sides.briefs
    for section in _sections(sides.briefs[first]):
        for other in others:
            yield from _told(section, first, other, sides)
            yield from _elsewhere(section, first, other, sides)


def orders(briefs: Mapping[str, Brief]) -> Orders:
    """The differences of order and passage in each section, as a review accepts them."""
    sides = Sides(briefs, None, {}, {})
    first, *others = briefs
    return {
        section: tuple(
            " ".join((first, other, *told))
            for other in others
            for told in (
                *sorted(_turned(sides.groups(first, section), sides.groups(other, section))),
                *((PASSAGE, *reversed(key)) for key in sorted(_apart(section, first, other, sides))),
            )
        )
        for section in _sections(briefs[first])
    }


def _sections(brief: Brief) -> tuple[str, ...]:
    return ("title", "standfirst", *(section.id for section in brief.sections))


def _turned(one: tuple[Group, ...], two: tuple[Group, ...]) -> Iterator[Pair]:
    """The pairs of figures, and of dates, whose order differs in groups that correspond."""
    for i, j in paired(one, two):
        for aspect in ("value", "period"):
            here, there = _facts(one[i], aspect), _facts(two[j], aspect)
            for a, b in combinations(sorted(set(here) & set(there)), 2):
                if [each for each in here if each in (a, b)] != [each for each in there if each in (a, b)]:
                    yield aspect, a, b


def _facts(group: Group, aspect: Aspect) -> list[str]:
    return [each.fact for each in group.printed if each.aspect == aspect]


def _known(section: str, one: str, other: str, reviewed: Reviewed | None) -> Iterator[Pair]:
    """The pairs that were accepted; what else a hand wrote into the file is none."""
    for text in reviewed.orders.get(section, ()) if reviewed is not None else ():
        match text.split():
            case [first, second, "value" | "period" as aspect, a, b] if (first, second) == (one, other):
                yield ("value" if aspect == "value" else "period"), a, b


def _told(section: str, one: str, other: str, sides: Sides) -> Iterator[Problem]:
    blamed = sides.blamed(section, one, other)
    groups = sides.groups(one, section), sides.groups(other, section)
    now, known = set(_turned(*groups)), set(_known(section, one, other, sides.reviewed))
    for pair in sorted(now ^ known):
        if not _both(pair, groups):
            continue
        aspect, *facts = pair
        names = joined((tell(NOUNS[aspect], fact=fact) for fact in facts), tell(" and "))
        stand = (
            tell("stand in another order")
            if pair in now
            else tell("stood in another order when reviewed, and not now,")
        )
        hint = tell(
            "see that each is where it belongs, then: briefing review --accept {section}", section=section
        )
        line = _line(sides.groups(blamed, section), pair)
        where = sides.place(blamed, section, line)
        what = tell("{names} {stand} in {one} and {other}", names=names, stand=stand, one=one, other=other)
        yield Problem("L008", what, where, hint, "warning", section, tuple(facts))


def _both(pair: Pair, sections: tuple[tuple[Group, ...], ...]) -> bool:
    """Whether each language still prints both in one passage; what has left it is told of by L001 or L009."""
    return all(any(group.keys.issuperset(_keys(pair)) for group in groups) for groups in sections)


def _line(groups: tuple[Group, ...], pair: Pair) -> int:
    one, other = _keys(pair)
    return next((group.line_of(one) for group in groups if group.keys.issuperset((one, other))), 0)


def _keys(pair: Pair) -> tuple[Key, Key]:
    aspect, one, other = pair
    return (one, aspect), (other, aspect)


def _elsewhere(section: str, one: str, other: str, sides: Sides) -> Iterator[Problem]:
    blamed = sides.blamed(section, one, other)
    known = sides.reviewed.orders.get(section, ()) if sides.reviewed is not None else ()
    for key, group in sorted(_apart(section, one, other, sides).items(), key=lambda each: each[0]):
        if " ".join((one, other, PASSAGE, *reversed(key))) in known:
            continue
        what = tell(
            "{key} is cited with another passage in {one} than in {other}",
            key=tell(NOUNS[key[1]], fact=key[0]),
            one=one,
            other=other,
        )
        hint = tell(
            "see that it is where it belongs, then: briefing review --accept {section}", section=section
        )
        where = sides.place(blamed, section, group.line_of(key))
        yield Problem("L009", what, where, hint, "warning", section, (key[0],))


def _apart(section: str, one: str, other: str, sides: Sides) -> dict[Key, Group]:
    """What stands in groups that do not correspond, with its group in the language that is blamed."""
    left, right = sides.groups(one, section), sides.groups(other, section)
    pairs = paired(left, right)
    first = sides.blamed(section, one, other) == one
    mine, theirs = (left, right) if first else (right, left)
    forth = dict(pairs) if first else {j: i for i, j in pairs}
    counts = [_counts(group) for group in theirs]
    met = [(group, counts[forth[at]] if at in forth else Counter()) for at, group in enumerate(mine)]
    alone = [counts[at] for at in range(len(theirs)) if at not in forth.values()]
    shared = _printed(one, section, sides) & _printed(other, section, sides)
    apart: dict[Key, Group] = {}
    # where it stands now says more than where it is missed
    for group, there in met:
        apart |= {key: group for key in (_counts(group) - there) if key in shared and key not in apart}
    for group, there in met:
        apart |= {key: group for key in (there - _counts(group)) if key in shared and key not in apart}
    for there in alone:
        near = next((group for group in mine if group.keys & there.keys()), None)
        if near is not None:
            apart |= {key: near for key in there if key in shared and key not in apart}
    return apart


def _counts(group: Group) -> Counter[Key]:
    return Counter((each.fact, each.aspect) for each in group.printed)


def _printed(language: str, section: str, sides: Sides) -> frozenset[Key]:
    """All that the section prints, charts included; what one language lacks altogether is told of by L001."""
    printed = sides.briefs[language].printed
    return frozenset((each.fact, each.aspect) for each in printed if each.section == section)
