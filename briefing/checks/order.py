"""Briefs -> Problems L008 where the languages tell the same figures in another order and nobody has looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model import Block, Brief, Bullets, Figure, Inlines, Paragraph, Place, Problem, Quote
from briefing.plaintext import leaves
from briefing.review import Digests, Reviewed

Facts = tuple[str, ...]


def order(
    briefs: Mapping[str, Brief],
    reviewed: Reviewed | None,
    now: Digests,
    places: Mapping[tuple[str, str], Place],
) -> Iterator[Problem]:
    """L008, a warning: a paragraph has the same facts in each language in another order, so that two may have changed places.

    A section that was reviewed as it stands has none: languages may well differ in what they say first.
    """
    first, *others = briefs.values()
    for section in first.sections:
        if reviewed is not None and reviewed.digests.get(section.id) == now.get(section.id):
            continue
        orders = {frozenset(facts): facts for facts in _paragraphs(section.blocks) if len(facts) > 1}
        for other in others:
            blocks = next((each.blocks for each in other.sections if each.id == section.id), ())
            for facts in _paragraphs(blocks):
                said = orders.get(frozenset(facts), facts)
                if said != facts:
                    here, there = next(pair for pair in zip(said, facts, strict=True) if pair[0] != pair[1])
                    what = f"'{here}' and '{there}' stand in another order in {first.language} and {other.language}"
                    hint = f"see that each is where it belongs, then: briefing review --accept {section.id}"
                    yield Problem("L008", what, places.get((section.id, other.language)), hint, "warning")


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Facts]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield _facts(content)
            case Bullets(items):
                for item in items:
                    yield from _paragraphs(item)
            case Quote(inner):
                yield from _paragraphs(inner)


def _facts(content: Inlines) -> Facts:
    """The facts whose values stand in ``content``, each where it comes first."""
    return tuple(
        dict.fromkeys(
            leaf.fact for leaf in leaves(content) if isinstance(leaf, Figure) and leaf.aspect == "value"
        )
    )
