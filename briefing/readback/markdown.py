"""Markdown -> passages: blocks, footnotes, cells of tables, alternative texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.readback.passage import Passage, Role, passage

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPENINGS: dict[str, Role] = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "list_item_open": "item",
    "th_open": "cell",
    "td_open": "cell",
    "footnote_open": "source",
}
_INSIDE = ("item", "source")
"""Roles that a paragraph within them takes."""


def read(text: str) -> tuple[Passage, ...]:
    """The passages that a CommonMark reader with tables and footnotes finds in ``text``."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    return tuple(_passages(reader.parse(text, {})))


def _passages(tokens: Sequence[Token]) -> Iterator[Passage]:
    roles: list[Role] = []
    where, label, line = "", "", 0
    for token in tokens:
        if token.map is not None:
            line = token.map[0] + 1
        if token.type in _OPENINGS:
            role = _OPENINGS[token.type]
            roles.append(roles[-1] if role == "paragraph" and roles and roles[-1] in _INSIDE else role)
            if token.type == "footnote_open":
                label = f"[{token.meta['label']}]"
        elif token.type.removesuffix("close") + "open" in _OPENINGS:
            roles.pop()
        elif token.type == "inline":
            role = roles[-1] if roles else "paragraph"
            said = passage(label + "".join(_inline(token.children or ())), role, where, line)
            label = ""
            where = said.text if role == "heading" else "" if role == "source" else where
            yield Passage(said.text, role, where, line, said.removed)
            yield from _out_of_sight(token.children or (), where, line)
        elif token.type in ("code_block", "fence", "html_block"):
            yield passage(token.content, "paragraph", where, line)


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "code_inline" | "html_inline":
                yield token.content
            case "softbreak" | "hardbreak":
                yield "\n"
            case "footnote_ref":
                yield f"[{token.meta['label']}]"


def _out_of_sight(tokens: Sequence[Token], where: str, line: int) -> Iterator[Passage]:
    for token in tokens:
        if token.type == "image":
            yield passage(token.content, "alt", where, line)
        for name in ("href", "title"):
            said = str(token.attrGet(name) or "")
            if name == "title" and said:
                yield passage(said, "alt", where, line)
            elif "://" in said:
                yield passage(said, "address", where, line)
