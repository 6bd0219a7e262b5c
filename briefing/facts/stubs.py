"""A source's card and what was proposed for its figures -> tables of seeds/, to be filled in."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.facts.propose import Proposal
from briefing.model import Card, Words
from briefing.tomlplace import written

_GUIDES = {
    "ko": (
        (
            "이 자료에 나오는 수치입니다. 브리프에 쓸 것만 맨 앞의 ‘# ’을 지우고, what에 무엇을 잰 수치인지 언어별로 적습니다.",
            '이름은 알맞게 바꿉니다. 템플릿에서는 fact("이름")으로 부릅니다. 쓰지 않을 것은 지워도 됩니다.',
        ),
        "{}행",
    ),
    "en": (
        (
            'The figures of this source. For each that the brief needs, take away the "# " before its lines, say in `what` in',
            'each language what was measured, and give it a name of its own: fact("name") prints it. Delete the others.',
        ),
        "line {}",
    ),
}
"""Language -> what is said above the stubs of a file, and how a line is named."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A proposal with the id that it is to have, and the line (from 1) of the original on which its figure stands."""

    id: str
    proposal: Proposal
    line: int


def numbered(
    proposals: Sequence[tuple[Proposal, int]], prefix: str, taken: Collection[str]
) -> tuple[Stub, ...]:
    """The proposals, each with its line, under ids of their own: ``prefix``-1, ``prefix``-2 …, less those ``taken``."""
    stubs: list[Stub] = []
    number = 0
    for proposal, line in proposals:
        number += 1
        while f"{prefix}-{number}" in taken:
            number += 1
        stubs.append(Stub(f"{prefix}-{number}", proposal, line))
    return tuple(stubs)


def fact(stub: Stub, languages: Sequence[str]) -> str:
    """[fact.ID] with its quote and date, and `what` still to be said in each of ``languages``."""
    proposal = stub.proposal
    lines = [f"[fact.{stub.id}]", f"quote = {written(proposal.quote)}"]
    lines += [f"nth = {proposal.nth}"] if proposal.nth is not None else []
    lines += [f"when = {written(proposal.when)}"] if proposal.when is not None else []
    lines.append(f"what = {table(dict.fromkeys(languages, ''))}")
    return "\n".join(lines) + "\n"


def reads_as(stub: Stub) -> str:
    """What the figure of a stub is read as, on one line."""
    return json.dumps(stub.proposal.mention.quantity.record(), ensure_ascii=False)


def seeds_file(card: Card, stubs: Sequence[Stub], languages: Sequence[str], guide: str) -> str:
    """seeds/ID.toml: [source], and each stub as a comment, which a reader of TOML passes over; ``guide`` is the language
    in which it is said what to do with them."""
    above, line_of = _GUIDES.get(guide, _GUIDES["en"])
    lines = ["[source]", *_source(card)]
    if stubs:
        lines += ["", *(f"# {line}" for line in above)]
    for stub in stubs:
        lines += ["", f"## {line_of.format(stub.line)}: {reads_as(stub)}"]
        lines += [f"# {line}" for line in fact(stub, languages).splitlines()]
    return "\n".join(lines) + "\n"


def _source(card: Card) -> Iterator[str]:
    yield f"publisher = {table(card.publisher)}"
    if card.author:
        yield f"author = {table(card.author)}"
    yield f"title = {table(card.title)}"
    yield f"published = {written(card.published)}"
    yield f"language = {written(card.language)}"
    yield f"file = {written(card.file)}"
    if card.url:
        yield f"url = {written(card.url)}"
    if card.acknowledged:
        yield f"acknowledged = {table(card.acknowledged)}"


def table(words: Words) -> str:
    """Words as an inline table of TOML."""
    return "{ " + ", ".join(f"{key} = {written(text)}" for key, text in words.items()) + " }"
