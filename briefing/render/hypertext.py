"""Inlines of a Brief -> HTML: figures that open their evidence (on paper: lead to it), citations linked to their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import category

from markupsafe import Markup, escape

from briefing.model import (
    Cite,
    Emphasis,
    Figure,
    Inlines,
    Link,
    Other,
    Strong,
    Text,
)
from briefing.plaintext import Leaf, leaves, value, words
from briefing.render.columns import Gettext
from briefing.render.joiners import joined

_NARROW_SPACE = "\u202f"
_UNBROKEN = ("address", "digest")
_SET_APART = ("verbatim", "formula")


@dataclass(frozen=True, slots=True)
class Hypertext:
    """How one page turns content into HTML.

    ``evidence`` names the facts with a row in the annex, ``opened`` those of them with a popover; ``paper`` is
    true for the PDF, where Korean words are joined, charts are drawn once, and links lie over them. ``colours`` are
    those of charts, by role.
    """

    language: str
    evidence: frozenset[str]
    gettext: Gettext
    paper: bool = False
    colours: Mapping[str, str] | None = None
    opened: frozenset[str] = frozenset()

    def inlines(self, content: Inlines) -> Markup:
        """``content`` as phrasing content."""
        return Markup("").join(self._woven(content, _Neighbours(tuple(leaves(content)))))

    def _woven(self, content: Inlines, beside: _Neighbours) -> Iterator[Markup]:
        for inline in content:
            match inline:
                case Strong(children):
                    yield (
                        Markup("<strong>")
                        + Markup("").join(self._woven(children, beside))
                        + Markup("</strong>")
                    )
                case Emphasis(children):
                    yield Markup("<em>") + Markup("").join(self._woven(children, beside)) + Markup("</em>")
                case Link(href, children):
                    woven = Markup("").join(self._woven(children, beside))
                    yield Markup('<a class="out" href="{}">').format(href) + woven + Markup("</a>")
                case leaf:
                    yield self._leaf(leaf, *beside.step())

    def _leaf(self, leaf: Leaf, before: Leaf | None, after: Leaf | None) -> Markup:
        match leaf:
            case Figure():
                return self._tied(self.figure(leaf), leaf, before, after)
            case Cite(numbers, place):
                mark = Markup(' id="{}"').format(place) if place else ""
                marks = Markup(", ").join(
                    Markup('<a href="#s-{0}">{0}</a>').format(number) for number in numbers
                )
                return Markup('<span class="cite"{}>{}[{}]</span>').format(mark, _NARROW_SPACE, marks)
            case Other(role, said) if role in _UNBROKEN:
                return Markup('<span class="{}">{}</span>').format(role, said)
            case Other("unit", said):
                return Markup('<span class="w">{}</span>').format(said)
            case Other(role, said, language) if role in _SET_APART or language:
                marked = (
                    Markup(' lang="{}"').format(language) if language and language != self.language else ""
                )
                inside = _terms(said) if role == "formula" else self.text(said)
                return Markup('<span class="{}"{}>{}</span>').format(role, marked, inside)
        said = words(leaf).rstrip() if isinstance(after, Cite) else words(leaf)
        return escape(self.text(said, before, after))

    def text(self, said: str, before: Leaf | None = None, after: Leaf | None = None) -> str:
        """Plain words as they are set between the leaves beside them: on paper joined, else as they stand."""
        if not self.paper:
            return said
        # Between two leaves the joiner belongs to the later one, except before a figure, which holds none.
        following = words(after) if isinstance(after, Figure) else ""
        return joined(said, words(before), following)

    def figure(self, figure: Figure, *, parts: Markup | None = None, place: bool = True) -> Markup:
        """A figure as ``<data>`` in a button that opens its evidence, or in a link to it where it opens none.

        ``parts`` where its letters are set in parts.
        """
        data = self.data(figure, parts)
        mark = Markup(' id="{}"').format(figure.place) if figure.place and place else ""
        kind = "date" if figure.aspect == "period" or figure.quantity.kind == "date" else "fig"
        if self.opens(figure):
            return Markup('<button type="button" class="{}"{} popovertarget="p-{}">{}</button>').format(
                kind, mark, figure.fact, data
            )
        if figure.fact not in self.evidence:
            return Markup('<span class="{}"{}>{}</span>').format(kind, mark, data)
        return Markup('<a class="{}"{} href="#e-{}">{}</a>').format(kind, mark, figure.fact, data)

    def opens(self, figure: Figure) -> bool:
        """Whether the figure opens a popover; a period leads to its row of the annex."""
        return figure.aspect == "value" and figure.fact in self.opened

    def _tied(self, set: Markup, figure: Figure, before: Leaf | None, after: Leaf | None) -> Markup:
        """A button tied to the letters that touch it: alone, lines may break on either side of it."""
        if not self.opens(figure):
            return set
        ties = [
            name
            for name, touching in (("led", _touches(before, -1)), ("tied", _touches(after, 0)))
            if touching
        ]
        return Markup('<span class="{}">{}</span>').format(" ".join(ties), set) if ties else set

    def data(self, figure: Figure, parts: Markup | None = None) -> Markup:
        """The figure's words with their value; on paper, which no program reads, the words alone."""
        said = parts or escape(figure.words)
        return (
            said
            if self.paper
            else Markup('<data class="figure" value="{}">{}</data>').format(value(figure.quantity), said)
        )

    def heading(self, content: Inlines) -> Markup:
        """``content`` for a heading: on paper each word is an unbroken span, and bookmarks stay clean."""
        if not self.paper:
            return self.inlines(content)
        spans = (Markup("").join(map(self._plain_leaf, word)) for word in _by_word(content))
        return Markup(" ").join(Markup('<span class="w">{}</span>').format(span) for span in spans)

    def _plain_leaf(self, leaf: Leaf) -> Markup:
        return self.figure(leaf) if isinstance(leaf, Figure) else escape(words(leaf))


def _touches(leaf: Leaf | None, end: int) -> bool:
    """Whether no line may break between a figure and a leaf, which faces it with that ``end`` of its words.

    One may at a space, and before a bracket that opens.
    """
    if isinstance(leaf, Cite):
        return True
    facing = words(leaf)[end:][:1]
    return bool(facing) and not facing.isspace() and not (end == 0 and category(facing) == "Ps")


def _terms(formula: str) -> Markup:
    """A formula that may break after an operator, never inside a figure."""
    terms = re.split(r"(?<= [-+−×÷*/^=]) ", formula)
    return Markup(" ").join(Markup('<span class="w">{}</span>').format(term) for term in terms)


class _Neighbours:
    """Walks the leaves of a content in step with its rendering and tells what stands beside each."""

    def __init__(self, leaves: tuple[Leaf, ...]):
        self._leaves = leaves
        self._at = -1

    def step(self) -> tuple[Leaf | None, Leaf | None]:
        self._at += 1
        before = self._leaves[self._at - 1] if self._at else None
        after = self._leaves[self._at + 1] if self._at + 1 < len(self._leaves) else None
        return before, after


def _by_word(content: Inlines) -> Iterator[list[Leaf]]:
    """The leaves of ``content``, grouped by the words that spaces part; a figure is never split."""
    word: list[Leaf] = []
    for leaf in leaves(content):
        if isinstance(leaf, Figure):
            word.append(leaf)
            continue
        first, *others = words(leaf).split(" ")
        word += [Text(first)] if first else []
        for part in others:
            if word:
                yield word
            word = [Text(part)] if part else []
    if word:
        yield word
