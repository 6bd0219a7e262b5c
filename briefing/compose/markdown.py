"""Markdown with marks -> blocks with marks: the tree of a section, built from markdown-it's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefing.compose.marks import MARK, ChartMark, Marks, TableMark
from briefing.model import (
    Block,
    Bullets,
    Chart,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Paragraph,
    Place,
    Problem,
    Quote,
    Refusal,
    Strong,
    Table,
    Text,
)
from briefing.saying import tell

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 200_000
DEEPEST = 8
ADDRESS = re.compile(r"(?:https?://|mailto:)\S")
ALLOWED = tell("paragraphs, ### headings, lists, > quotes, tables, **strong**, *emphasis* and links")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "fence", "reference"])


def parse(text: str, marks: Marks, where: Place) -> tuple[Block, ...]:
    """The blocks of ``text``; a chart, or a called table, that stands alone in a paragraph is still to be filled.

    Refusal T020 for Markdown that a brief has no use for, T021 past the limits of size and nesting.
    """
    if len(text) > LONGEST:
        raise Refusal(
            Problem(
                "T021",
                tell("section of more than {longest} characters", longest=LONGEST),
                where,
                tell("split it"),
            ),
            exit_code=5,
        )
    tokens = _parser().parse(text)
    if any(token.level > 2 * DEEPEST for token in tokens):
        raise _too_deep(where)
    reader = _Tokens(tokens, text.splitlines(), marks, where)
    return tuple(reader.blocks(None))


def _too_deep(where: Place) -> Refusal:
    return Refusal(
        Problem("T021", tell("nested more than {deepest} deep", deepest=DEEPEST), where, tell("flatten it")),
        exit_code=5,
    )


def parse_line(text: str, marks: Marks, where: Place) -> Inlines:
    """The inlines of a text that is one paragraph, such as a title."""
    blocks = parse(text.strip(), marks, where)
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        raise Refusal(
            Problem("T022", tell("one line of text is expected here"), where, tell("write one paragraph"))
        )
    return blocks[0].content


class _Tokens:
    """Walks the token stream once; every method leaves ``at`` behind what it has read."""

    def __init__(self, tokens: list[Token], lines: list[str], marks: Marks, where: Place):
        self.tokens, self.lines, self.marks, self.where, self.at = tokens, lines, marks, where, 0

    def blocks(self, until: str | None) -> Iterator[Block]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return
            yield self._block(token)

    def _block(self, token: Token) -> Block:
        match token.type:
            case "paragraph_open":
                return self._paragraph(self.place(token).line)
            case "heading_open":
                return Heading(int(token.tag[1:]), self._content())
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(self._items(token.type.replace("open", "close")))
                return Bullets(items, ordered=token.type.startswith("ordered"))
            case "blockquote_open":
                return Quote(tuple(self.blocks("blockquote_close")))
            case "table_open":
                return self._table()
        raise self._unknown(token)

    def place(self, token: Token) -> Place:
        """The line on which the block of ``token`` begins; for an inline token that of the whole text."""
        return Place(self.where.file, self.where.line + (token.map[0] if token.map else 0))

    def _unknown(self, token: Token) -> Refusal:
        named = token.type.removesuffix("_open").replace("_", " ")
        return Refusal(
            Problem(
                "T020",
                tell("'{named}' has no place in a brief", named=named),
                self.place(token),
                tell("use {allowed}", allowed=ALLOWED),
            )
        )

    def address(self, token: Token, words: Inlines) -> str:
        """The address of a link, which must be one of the web or of mail, and the link have words."""
        href = str(token.attrGet("href") or "")
        if MARK.search(unquote(href)):
            problem = Problem(
                "T031",
                tell("a figure cannot stand in an address"),
                self.place(token),
                tell("write it as text"),
            )
            raise Refusal(problem)
        if not ADDRESS.match(href) or not words:
            what = (
                tell("the link to '{href}' leads nowhere", href=href)
                if words
                else tell("the link to '{href}' has no words", href=href)
            )
            raise Refusal(Problem("T034", what, self.place(token), tell("write [words](https://…)")))
        return href

    def _paragraph(self, line: int) -> Block:
        content = self._content()
        if len(content) == 1 and isinstance(content[0], Text) and MARK.fullmatch(content[0].text.strip()):
            mark = self.marks.behind(content[0].text.strip())
            if isinstance(mark, ChartMark):
                return Chart(mark.id, "", (), content)
            if isinstance(mark, TableMark):
                return Table((), (), caption=content, id=mark.id)
        return Paragraph(content, line)

    def _content(self) -> Inlines:
        inline = self.tokens[self.at]
        self.at += 2
        children = inline.children or []
        if any(child.level > DEEPEST for child in children):
            raise _too_deep(self.place(inline))
        return tuple(_inlines(children, self))

    def _items(self, until: str) -> Iterator[tuple[Block, ...]]:
        while self.tokens[self.at].type != until:
            self.at += 1
            yield tuple(self.blocks("list_item_close"))
        self.at += 1

    def _table(self) -> Table:
        rows: list[tuple[Inlines, ...]] = []
        align: list[str] = []
        cells: list[Inlines] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    align.append("right" if "right" in str(token.attrGet("style") or "") else "left")
                cells.append(self._content())
            elif token.type == "tr_open" and token.map and rows:
                self._whole_row(token, len(rows[0]))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        self.at += 1
        return Table(rows[0], tuple(rows[1:]), tuple(align))

    def _whole_row(self, token: Token, columns: int) -> None:
        """T036 where a row has more cells than the head: Markdown would drop them without a word."""
        assert token.map
        if len(_cells(self.lines[token.map[0]])) > columns:
            what = tell("a row has more than the {columns} cells of its table's head", columns=columns)
            raise Refusal(Problem("T036", what, self.place(token), tell("take them out, or widen the head")))


def _cells(line: str) -> list[str]:
    """The cells of a table's row, as markdown-it splits it."""
    from markdown_it.rules_block.table import escapedSplit

    return escapedSplit(re.sub(r"^[\s>]*\|?|\|?\s*$", "", line))


def _inlines(tokens: list[Token], reader: _Tokens) -> Iterator[Inline]:
    """Inline tokens as a tree; neighbouring pieces of text become one."""
    text = ""
    stack = list(reversed(tokens))
    while stack:
        token = stack.pop()
        if token.type in ("text", "text_special", "softbreak"):
            text += " " if token.type == "softbreak" else token.content
            continue
        if text:
            yield Text(text)
            text = ""
        if token.type not in ("strong_open", "em_open", "link_open"):
            raise reader._unknown(token)
        inner = _until(stack, token.type, token.type.replace("open", "close"))
        children = tuple(_inlines(inner, reader))
        if token.type == "link_open":
            yield Link(reader.address(token, children), children)
        else:
            yield Strong(children) if token.type == "strong_open" else Emphasis(children)
    if text:
        yield Text(text)


def _until(stack: list[Token], opening: str, closing: str) -> list[Token]:
    inner: list[Token] = []
    depth = 1
    while depth:
        token = stack.pop()
        depth += (token.type == opening) - (token.type == closing)
        inner.append(token)
    return inner[:-1]
