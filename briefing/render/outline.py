"""Blocks -> the structure that the Markdown should have; and Markdown -> the structure that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.model import (
    Block,
    Bullets,
    Chart,
    Cite,
    Emphasis,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from briefing.plaintext import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

Entry = tuple[str, str]
"""What a block is ("h2", "p", "li", "th", "td", "quote", "note 1") and the words in it."""


def composed(blocks: tuple[Block, ...]) -> Iterator[Entry]:
    """The entries that ``blocks`` should give."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield "p", said(content)
            case Heading(level, content):
                yield f"h{level}", said(content)
            case Bullets(items, ordered):
                for item in items:
                    yield "ol" if ordered else "ul", ""
                    yield from composed(item)
            case Quote(quoted):
                yield "quote", ""
                yield from composed(quoted)
            case Table(head, rows):
                yield from (("th", said(cell)) for cell in head)
                yield from (("td", said(cell)) for row in rows for cell in row)
            case Chart():
                raise TypeError("a chart is a table in Markdown")


REFERENCE = re.compile("\ue000(\\d+)\ue001")
"""A footnote reference in an entry's words, between private characters: no typed [^1] passes for one."""


def said(content: Inlines) -> str:
    """The words of ``content`` with its citation marks, as footnote references."""
    return re.sub(r"\s+(?=\ue000)", "", " ".join("".join(_said(content)).split()))


def _said(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Strong(children) | Emphasis(children) | Link(children=children):
                yield from _said(children)
            case Cite(numbers):
                yield from (f"\ue000{number}\ue001" for number in numbers)
            case leaf:
                yield words(leaf)


def legible(said: str) -> str:
    """An entry's words with references as Markdown writes them."""
    return REFERENCE.sub(r"[^\1]", said)


def parsed(markdown: str) -> tuple[Entry, ...]:
    """The entries that a CommonMark reader with tables and footnotes finds in ``markdown``."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    env: dict[str, object] = {}
    return tuple(_entries(reader.parse(markdown, env)))


_OPENINGS: Mapping[str, str] = {
    "heading_open": "h", "blockquote_open": "quote", "th_open": "th", "td_open": "td",
    "html_block": "html", "code_block": "code", "fence": "code", "hr": "rule",
}  # fmt: skip


def _entries(tokens: Sequence[Token]) -> Iterator[Entry]:
    """One entry a block: the inline token takes the name of what it stands in, a list item one of its own."""
    name, lists = "p", []
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append("ul" if token.type.startswith("bullet") else "ol")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                yield lists[-1], ""
            case "paragraph_open":
                name = "p"
            case "heading_open":
                name = token.tag
            case "th_open" | "td_open":
                name = _OPENINGS[token.type]
            case "blockquote_open" | "html_block" | "code_block" | "fence" | "hr":
                yield _OPENINGS[token.type], token.content
            case "footnote_open":
                yield f"note {token.meta['label']}", ""
            case "inline":
                yield name, " ".join("".join(_inline(token.children or ())).split())


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield token.content
            case "softbreak":
                yield " "
            case "footnote_ref":
                yield f"\ue000{token.meta['label']}\ue001"
            case "html_inline" | "code_inline" | "image":
                yield f"<{token.type}>"
