"""A file's bytes -> its passages: headings, paragraphs, list items, table cells, each with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePath
from unicodedata import normalize

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

from .figure import Passage

FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf"}
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]")
_CITED = re.compile(r"\[\^[^\]\s]{1,20}\](?!:)")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead "
    "title tr ul".split()
)
_UNREAD = frozenset("script style template noscript svg head".split())
_CELLS = frozenset({"td", "th"})


def passages(content: bytes, name: str) -> tuple[Passage, ...]:
    """The passages of a file by the ending of its name; Refusal (exit 3) where it cannot be read."""
    kind = FORMATS.get(PurePath(name).suffix.lower(), "txt")
    if kind == "pdf" or content.startswith(b"%PDF-"):
        found = _pdf(content, name)
    else:
        text = _decoded(content, name)
        found = {"md": _markdown, "html": _html, "txt": _plain}[kind](text, name)
    kept = tuple(passage for passage in found if passage.text.strip())
    if not kept:
        raise _refused(tell("holds no text"), name, tell("give a document with a text layer"))
    return kept


def _refused(what: str, name: str, hint: str) -> Refusal:
    return Refusal(
        Problem("S030", tell("'{name}' {what}", name=PurePath(name).name, what=what), Place(name), hint),
        exit_code=3,
    )


def _decoded(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(
            tell("is not UTF-8 text"), name, tell("save it as UTF-8, or give Markdown, HTML or PDF")
        ) from None
    if "\0" in text:
        raise _refused(tell("is not text"), name, tell("give Markdown, HTML, PDF or plain text"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """Compatibility letters, joiners and citation marks taken out; one space for many; lines kept."""
    text = _CITED.sub("", _UNSEEN.sub("", text)).replace("㏊", "ha")
    text = re.sub(r"[^\S\n]+", " ", text)
    return re.sub(r" ?\n ?", "\n", text).strip()


def from_text(text: str, name: str) -> tuple[Passage, ...]:
    """The paragraphs of plain text, as blank lines divide it."""
    return tuple(_plain(text, name))


def _plain(text: str, name: str) -> Iterator[Passage]:
    lines: list[str] = []
    places: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(line)
            places.append(f"{name}:{number}")
        elif lines:
            yield Passage(clean("\n".join(lines)), "paragraph", places[0], tuple(places))
            lines, places = [], []


def _markdown(text: str, name: str) -> Iterator[Passage]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    roles: list[str] = []
    line = 0
    for token in tokens:
        if token.map:
            line = token.map[0]
        if token.type in ("fence", "code_block"):
            yield Passage(clean(token.content), "paragraph", f"{name}:{line + 1}")
        elif token.type == "html_block":
            yield from _html(token.content, name, line)
        elif token.nesting:
            roles = [*roles, token.type] if token.nesting > 0 else roles[:-1]
        elif token.type == "inline":
            words = "".join(_inline(child) for child in token.children or ())
            start, end = token.map or (line, line + 1)
            places = tuple(f"{name}:{each + 1}" for each in range(start, end))
            yield Passage(clean(words), _role(roles), places[0], places)


def _inline(token: object) -> str:
    kind = getattr(token, "type", "")
    if kind in ("softbreak", "hardbreak"):
        return "\n"
    if kind in ("text", "code_inline", "image"):
        return str(getattr(token, "content", ""))
    return ""


def _role(open_tokens: list[str]) -> str:
    for token, role in (("heading", "heading"), ("th_", "cell"), ("td_", "cell"), ("list_item", "item")):
        if any(each.startswith(token) for each in open_tokens):
            return role
    return "paragraph"


class _Reader(HTMLParser):
    """Blocks of an HTML page; what no reader sees (scripts, styles, drawings) is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, int]] = []
        self.words, self.role, self.line, self.unread = "", "paragraph", 1, 0

    def flush(self) -> None:
        if self.words.strip():
            self.found.append((self.words, self.role, self.line))
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self.unread += 1
        if tag in _BLOCKS:
            self.flush()
            role = "heading" if re.fullmatch(r"h[1-6]", tag) else "item" if tag == "li" else "paragraph"
            self.role = "cell" if tag in _CELLS else role
        if tag == "br":
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD and self.unread:
            self.unread -= 1
        if tag in _BLOCKS:
            self.flush()
            self.role = "paragraph"

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        if not self.words.strip() and data.strip():
            ahead = data[: len(data) - len(data.lstrip())].count("\n")
            self.line = self.getpos()[0] + ahead
        self.words += data


def _html(text: str, name: str, before: int = 0) -> Iterator[Passage]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    for words, role, line in reader.found:
        yield Passage(clean(" ".join(words.split())), role, f"{name}:{before + line}")


def _pdf(content: bytes, name: str) -> Iterator[Passage]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise _refused(
            tell("is no readable PDF"), name, tell("give a whole PDF without a password")
        ) from None
    try:
        pages = []
        for page in document:
            layer = page.get_textpage()
            pages.append(
                [
                    normalize("NFKC", _UNSEEN.sub("", line)).strip()
                    for line in layer.get_text_range().splitlines()
                ]
            )
            layer.close()
            page.close()
    finally:
        document.close()
    running = _running(pages)
    for number, lines in enumerate(pages, 1):
        kept = [line for line in lines if _DIGIT.sub("0", line) not in running]
        for nth, paragraph in enumerate(_paragraphs(kept), 1):
            yield Passage(clean(paragraph), "printed", f"{name}:page {number}:{nth}")


_DIGIT = re.compile(r"\d+")
_FOLIO = re.compile(r"[-–—·\s]*\d{1,4}(?:\s?[/|]\s?\d{1,4})?[-–—·\s]*")


def _running(pages: list[list[str]]) -> set[str]:
    """Running heads and folios: first and last lines that stand on half the pages, but for their digits."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_DIGIT.sub("0", line) for line in (*lines[:3], *lines[-3:]) if line})
    often = {line for line, times in edges.items() if len(pages) > 2 and times * 2 > len(pages)}
    return often | {
        _DIGIT.sub("0", line) for lines in pages for line in lines if line and _FOLIO.fullmatch(line)
    }


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines of a page joined until one is short or the page ends."""
    longest = max((len(line) for line in lines), default=0)
    words = ""
    for line in lines:
        words = f"{words} {line}" if words else line
        if not line or len(line) < longest * 3 // 5:
            yield words
            words = ""
    if words:
        yield words
