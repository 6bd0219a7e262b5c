"""Blocks -> those that nest no others; inline content -> its plain words, without marks or links; a quantity -> its value for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.model import (
    Block,
    Bullets,
    Chart,
    Cite,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    Name,
    Other,
    Paragraph,
    Quantity,
    Quote,
    Range,
    Ratio,
    Strong,
    Table,
    Text,
)

Leaf = Text | Figure | Name | Other | Cite
Single = Paragraph | Heading | Table | Chart
"""A block that nests no others."""


def singles(blocks: Iterable[Block]) -> Iterator[Single]:
    """The blocks in reading order, those of lists and quotations in place of these."""
    for block in blocks:
        match block:
            case Bullets(items):
                for item in items:
                    yield from singles(item)
            case Quote(inner):
                yield from singles(inner)
            case single:
                yield single


def plain(content: Inlines) -> str:
    """The words that ``content`` prints, citation marks left out, white space single."""
    return " ".join("".join(words(leaf) for leaf in leaves(content)).split())


def words(leaf: Inline | None) -> str:
    """The words of one leaf as they stand, "" for a citation mark or nothing."""
    match leaf:
        case Text(text):
            return text
        case Figure(words=said) | Name(words=said) | Other(words=said):
            return said
    return ""


def leaves(content: Inlines) -> Iterator[Leaf]:
    """What stands in ``content`` in reading order, looked for through emphasis and links."""
    for inline in content:
        match inline:
            case Strong(children) | Emphasis(children) | Link(children=children):
                yield from leaves(children)
            case leaf:
                yield leaf


def value(quantity: Quantity) -> str:
    """``quantity`` as the value attribute of ``<data>``: 8579, 1/7, 2/3..5 as low..high, EDTF for a date."""
    match quantity.value:
        case Decimal() as number:
            return format(number, "f")
        case Range(low, high):
            return f"{low:f}..{high:f}"
        case Ratio(part, whole):
            return f"{part:f}/{whole:f}"
        case None:
            return ""
        case date:
            return date
