"""A source's card and the figures found in it -> tables of seeds/, to be filled in by an author."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from briefing.facts.propose import Proposal
from briefing.model import Card, Quantity, Words
from briefing.tomlplace import written

if TYPE_CHECKING:
    from briefing.facts.figures import Figure

MOST_CELLS = 60
"""A table of more figures is proposed column by column alone."""
_GUIDES = {
    "ko": (
        (
            "이 자료에 나오는 수치입니다. 브리프에 쓸 것만 맨 앞의 ‘# ’을 지우고, what에 무엇을 잰 수치인지 언어별로 적습니다.",
            '이름은 알맞게 바꿉니다. 템플릿에서는 fact("이름")으로 부릅니다. 쓰지 않을 것은 지워도 됩니다.',
        ),
        {"line": "{}행", "page": "{}쪽", "cell": "{}"},
    ),
    "en": (
        (
            'The figures of this source. For each that the brief needs, take away the "# " before its lines, say in `what` in',
            'each language what was measured, and give it a name of its own: fact("name") prints it. Delete the others.',
        ),
        {"line": "line {}", "page": "page {}", "cell": "{}"},
    ),
}
"""Language -> what is said above the stubs of a file, and how a place is named."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands, as people look it up: the ``kind`` is line, page or cell."""

    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class Stub:
    """[fact.ID] or [series.ID] (``family``) less what only its author knows: ``keys`` with their values as TOML.

    ``figure`` is what the source prints and ``quantity`` what it is read as, None where that needs a unit, or of a series.
    """

    family: str
    keys: tuple[tuple[str, str], ...]
    spot: Spot
    figure: str
    quantity: Quantity | None
    id: str = ""

    def record(self) -> str:
        """What the figure is read as, on one line; "" where it is not."""
        return json.dumps(self.quantity.record(), ensure_ascii=False) if self.quantity is not None else ""


def quoted(proposal: Proposal, spot: Spot) -> Stub:
    """A fact that quotes."""
    keys = [("quote", written(proposal.quote))]
    keys += [("nth", str(proposal.nth))] if proposal.nth is not None else []
    keys += [("when", written(proposal.when))] if proposal.when is not None else []
    figure = " ".join(proposal.mention.written.split())
    return Stub("fact", tuple(keys), spot, figure, proposal.mention.quantity)


def celled(figure: Figure) -> Stub:
    """A fact that names the cell of a table."""
    named = {"row": _header(figure.cell.row), "column": _header(figure.cell.column)}
    named |= {"sheet": written(figure.cell.sheet)} if figure.cell.sheet else {}
    keys = [("cell", "{ " + ", ".join(f"{axis} = {said}" for axis, said in named.items()) + " }")]
    keys += [("nth", str(figure.nth))] if figure.nth is not None else []
    keys += [("unit", '"?"')] if figure.quantity is None else []  # no unit until its author says one
    spot = Spot("cell", f"{figure.locator.sheet} {figure.locator.cell}".strip())
    return Stub("fact", tuple(keys), spot, figure.text, figure.quantity)


def columns(figures: Sequence[Figure]) -> Iterator[Stub]:
    """A series for each column of more than one figure, none of which needs a word that the table lacks."""
    by_column: dict[tuple[str, tuple[str, ...]], list[Figure]] = {}
    for figure in figures:
        by_column.setdefault((figure.cell.sheet, figure.cell.column), []).append(figure)
    for (sheet, column), found in by_column.items():
        rows = {figure.cell.row for figure in found}
        if len(found) < 2 or len(rows) < len(found) or any(figure.quantity is None for figure in found):
            continue
        keys = [("column", _header(column))] + ([("sheet", written(sheet))] if sheet else [])
        first, last = found[0].locator, found[-1].locator
        spot = Spot("cell", f"{first.sheet} {first.cell}:{last.cell}".strip())
        yield Stub("series", tuple(keys), spot, f"{found[0].text} … {found[-1].text}", None)


def _header(levels: Sequence[str]) -> str:
    if len(levels) == 1:
        return written(levels[0])
    return "[" + ", ".join(map(written, levels)) + "]"


def numbered(stubs: Sequence[Stub], prefix: str, taken: Collection[str]) -> tuple[Stub, ...]:
    """The stubs under ids of their own: ``prefix``-1, ``prefix``-2 …, less those that are ``taken``."""
    free = (id for id in (f"{prefix}-{number}" for number in count(1)) if id not in taken)
    return tuple(replace(stub, id=next(free)) for stub in stubs)


def toml(stub: Stub, languages: Sequence[str]) -> str:
    """The table of a stub, with `what` still to be said in each of ``languages``."""
    lines = [f"[{stub.family}.{stub.id}]", *(f"{key} = {value}" for key, value in stub.keys)]
    lines.append(f"what = {table(dict.fromkeys(languages, ''))}")
    return "\n".join(lines) + "\n"


def open_stub(stub: Stub, id: str, languages: Sequence[str]) -> str:
    """The table of a stub under ``id``, with a comment on what it reads."""
    spot, said = (
        stub.spot,
        f"reads as {stub.record()}" if stub.quantity else f"{stub.figure}, of no known unit",
    )
    return f"{toml(replace(stub, id=id), languages)}# {spot.kind} {spot.at}: {said}\n"


def seeds_file(card: Card, stubs: Sequence[Stub], languages: Sequence[str], guide: str) -> str:
    """seeds/ID.toml: [source], and each stub as a comment, which a reader of TOML passes over; ``guide`` is the language
    in which it is said what to do with them."""
    above, places = _GUIDES.get(guide, _GUIDES["en"])
    lines = ["[source]", *_source(card)]
    if stubs:
        lines += ["", *(f"# {line}" for line in above)]
    for stub in stubs:
        said = stub.record() or stub.figure
        lines += ["", f"## {places[stub.spot.kind].format(stub.spot.at)}: {said}"]
        lines += [f"# {line}" for line in toml(stub, languages).splitlines()]
    return "\n".join(lines) + "\n"


def _source(card: Card) -> Iterator[str]:
    yield f"publisher = {table(card.publisher)}"
    if card.author:
        yield f"author = {table(card.author)}"
    yield f"title = {table(card.title)}"
    yield f"published = {written(card.published)}"
    yield f"language = {written(card.language)}"
    yield f"file = {written(card.file)}"
    if card.encoding:
        yield f"encoding = {written(card.encoding)}"
    if card.url:
        yield f"url = {written(card.url)}"
    if card.acknowledged:
        yield f"acknowledged = {table(card.acknowledged)}"


def table(words: Words) -> str:
    """Words as an inline table of TOML."""
    return f"{{ {', '.join(f'{key} = {written(text)}' for key, text in words.items())} }}"
