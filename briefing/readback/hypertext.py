"""HTML -> passages: blocks, the lettering of drawings, alternative texts, metadata, values of figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from briefing.readback.passage import Passage, Role, passage

_ROLES: dict[str, Role] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("p", "div", "blockquote", "pre", "body", "main", "article", "section"), "paragraph"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th", "summary", "option", "button", "label"), "cell"),
    **dict.fromkeys(("text",), "drawing"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("desc",), "alt"),
    **dict.fromkeys(("title",), "metadata"),
    **dict.fromkeys(("nav", "footer", "header"), "furniture"),
    **dict.fromkeys(("head", "table", "ul", "ol", "dl", "figure", "tr", "svg", "aside", "details"), "paragraph"),
}  # fmt: skip
"""Elements that begin a passage of their own, and what it is."""
_CLASSES: dict[str, Role] = {"note": "note", "card": "card", "sources": "source"}
_HANDED_DOWN = ("furniture", "card", "source")
"""Roles that the blocks within take too."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ALTERNATIVES = ("alt", "title", "aria-label", "aria-description", "data-label", "summary")
_META = ("description", "author", "keywords", "generator")


@dataclass(slots=True)
class _Open:
    """An element that is open: its tag, the role of the words in it, the section that it stands in."""

    tag: str
    role: Role
    where: str
    block: bool


def read(text: str) -> tuple[Passage, ...]:
    """The passages of the page ``text``; scripts but JSON-LD, and style sheets, hold none."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    return tuple(reader.passages)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self._open: list[_Open] = [_Open("", "paragraph", "", True)]
        self._words: list[str] = []
        self._line = 0
        self._silent = ""
        self._data = False
        self._heading = ""

    def flush(self) -> None:
        """End the passage that the words belong to."""
        words = "".join(self._words)
        self._words.clear()
        if words.strip():
            last = self._open[-1]
            said = passage(words, last.role, last.where or self._heading, self._line)
            if last.role == "heading" and not last.where:
                said = passage(words, "heading", said.text, self._line)
                self._heading = said.text
            self.passages.append(said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        above = self._open[-1]
        self._hidden(tag, given, above.where)
        if tag in ("script", "style"):
            self._silent, self._data = tag, "json" in given.get("type", "")
        if tag == "br":
            self._words.append("\n")
        if tag == "sup":
            self._words.append("\u2063")
        if tag in _VOID:
            return
        block = tag in _ROLES and not (tag == "button" and "popovertarget" in given)  # a figure in a sentence
        if block:
            self.flush()
            self._line = self.getpos()[0]
        where = given.get("id", "") if tag == "section" and given.get("id") else above.where
        if tag == "li" and given.get("value", "").isdigit():
            self._words.append(f"[{given['value']}] ")  # the number by which a source is cited
        self._open.append(_Open(tag, _role(tag, given, above, self._open), where, block))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent == tag:
            self._silent = ""
        depth = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].tag == tag), 0)
        if not depth:
            return
        if tag == "sup":
            self._raised()
        for opened in reversed(self._open[depth:]):
            if opened.block:
                self.flush()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)
        elif self._data:
            where = self._open[-1].where
            line = self.getpos()[0]
            self.passages += (passage(said, "metadata", where, line) for said in _strings(data))

    def _raised(self) -> None:
        """Digits that are set raised are a citation mark, whatever brackets they wear."""
        mark = next((n for n in range(len(self._words) - 1, -1, -1) if self._words[n] == "\u2063"), None)
        if mark is None:
            return
        said = "".join(self._words[mark + 1 :])
        bare = said.strip().strip("[]()").strip()
        self._words[mark:] = [f"[{bare}]" if bare.isdigit() else said]

    def _hidden(self, tag: str, given: dict[str, str], where: str) -> None:
        line = self.getpos()[0]
        found: list[tuple[str, Role]] = [
            (given[name], "alt") for name in _ALTERNATIVES if given.get(name, "").strip()
        ]
        name = given.get("name") or given.get("property") or ""
        if tag == "meta" and (name in _META or ":" in name or "." in name):
            found.append((given.get("content", ""), "metadata"))
        if tag == "data":
            found.append((given.get("value", ""), "value"))
        if tag == "a" and "://" in given.get("href", ""):
            address, _, directive = given["href"].partition(":~:")
            found.append((address.removesuffix("#"), "address"))
            if directive:  # the words on which the page opens
                found.append((f"“{unquote(directive.removeprefix('text='))}”", "alt"))
        self.passages += (passage(said, role, where, line) for said, role in found if said.strip())


def _role(tag: str, given: dict[str, str], above: _Open, opened: list[_Open]) -> Role:
    own = next((_CLASSES[name] for name in given.get("class", "").split() if name in _CLASSES), None)
    if own is not None:
        return own
    if tag == "title" and any(element.tag == "svg" for element in opened):
        return "alt"
    if tag not in _ROLES or above.role in _HANDED_DOWN:
        return above.role
    if tag == "header" and any(element.tag == "main" for element in opened):
        return "paragraph"
    inherits = tag in ("p", "div") and above.role in ("item", "cell", "caption")
    return above.role if inherits else _ROLES[tag]


def _strings(data: str) -> Iterator[str]:
    """Every string that a JSON text holds, keys left out."""
    try:
        waiting = [json.loads(data)]
    except ValueError:
        yield data
        return
    while waiting:
        match waiting.pop(0):
            case str() as said:
                yield said
            case dict() as found:
                waiting = [*found.values(), *waiting]
            case list() as found:
                waiting = [*found, *waiting]
            case bool() | None:
                pass
            case number:
                yield str(number)
