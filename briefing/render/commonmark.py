"""Blocks -> CommonMark with tables and footnotes, every special character of the words escaped."""

from __future__ import annotations

import re

from briefing.model import (
    Block,
    Bullets,
    Chart,
    Cite,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Other,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from briefing.plaintext import words

# "~" because forges strike through what stands between two of them (7~8일 … 10~20%).
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
# Forges take what stands between two dollar signs for a formula, unless a space precedes the second.
_DOLLAR = re.compile(r"(?<=\S)\$")
_STARTS = (
    (re.compile(r"^(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
    (re.compile(r"^([-+#=>])"), r"\\\1"),
)


def escaped(text: str) -> str:
    """``text`` as words inside a line."""
    return _DOLLAR.sub(r"\\$", _SPECIAL.sub(lambda found: "\\" + found[0], text))


def line(content: Inlines) -> str:
    """``content`` as a line of its own, safe from being read as a list, heading or quotation."""
    text = " ".join(inline(content).split())
    for pattern, replacement in _STARTS:
        text = pattern.sub(replacement, text)
    return text


def inline(content: Inlines) -> str:
    """``content`` as inline Markdown."""
    written = ""
    for index, leaf in enumerate(content):
        following = content[index + 1] if index + 1 < len(content) else None
        written = _appended(written, leaf, following)
    return written


def _appended(written: str, leaf: Inline, following: Inline | None) -> str:
    match leaf:
        case Strong(children):
            return written + _emphasis("**", inline(children), written, following)
        case Emphasis(children):
            return written + _emphasis("*", inline(children), written, following)
        case Link(href, (Other(words=said),)) if said == href:
            return f"{written}<{href}>"
        case Link(href, children):
            return f"{written}[{inline(children)}]({_address(href)})"
        case Cite(numbers):
            return written.rstrip() + "".join(f"[^{number}]" for number in numbers)
    return written + escaped(words(leaf))


def _emphasis(mark: str, inner: str, written: str, following: Inline | None) -> str:
    """``inner`` between marks, or bare where CommonMark's flanking rule would leave the marks on the page.

    A closing mark after punctuation does not close before a letter, nor after a space at all, and an opening
    one likewise (spec 0.31.2, section 6.2).
    """
    core = inner.strip()
    if not core:
        return inner
    lead, trail = inner[: inner.index(core)], inner[inner.index(core) + len(core) :]
    after = trail or words(following)[:1]
    before = lead or written[-1:]
    closes = core[-1].isalnum() or not after.isalnum()
    opens = core[0].isalnum() or not before.isalnum()
    return f"{lead}{mark}{core}{mark}{trail}" if closes and opens else inner


def _address(href: str) -> str:
    return f"<{href}>" if re.search(r"[\s()]", href) else href


def blocks(content: tuple[Block, ...]) -> str:
    """``content`` as Markdown, a blank line between blocks."""
    return "\n\n".join(block(item) for item in content)


def block(item: Block) -> str:
    match item:
        case Paragraph(content):
            return line(content)
        case Heading(level, content):
            return (
                "#" * level
                + " "
                + re.sub(r"#+$", lambda found: "\\" + found[0], " ".join(inline(content).split()))
            )
        case Bullets(items, ordered):
            return _list(items, ordered)
        case Quote(quoted):
            return "\n".join(f"> {row}".rstrip() for row in blocks(quoted).split("\n"))
        case Table():
            return table(item)
        case Chart():
            raise TypeError("a chart is a table in Markdown")
    raise TypeError(type(item).__name__)


def _list(items: tuple[tuple[Block, ...], ...], ordered: bool) -> str:
    rows = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if ordered else "- "
        text = blocks(item).replace("\n", "\n" + " " * len(mark))
        rows.append(mark + re.sub(r"\n +\n", "\n\n", text))
    # One item of several blocks makes the whole list loose, as CommonMark reads it.
    return ("\n\n" if any(len(item) > 1 for item in items) else "\n").join(rows)


def table(item: Table) -> str:
    """The table alone, without its caption."""
    align = item.align or ("left",) * len(item.head)
    rule = "|" + "|".join(" ---: " if side == "right" else " --- " for side in align) + "|"
    return "\n".join((_row(item.head), rule, *(_row(row) for row in item.rows)))


def _row(cells: tuple[Inlines, ...]) -> str:
    return "|" + "|".join(f" {' '.join(inline(cell).split())} " for cell in cells) + "|"
