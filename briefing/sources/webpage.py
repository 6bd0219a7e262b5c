"""A saved web page in; its main text out, a paragraph or a row of a table a line, and what the page says of itself.

What is main text and what is furniture (menus, lists of other articles, comments, notices, footers) trafilatura says.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.model import Place
from briefing.saying import tell
from briefing.sources import decoding
from briefing.sources.extracted import Extracted, Given
from briefing.sources.metadata import Metadata, tidy
from briefing.sources.refusals import guarded, need, refusal, too_long
from briefing.sources.scripts import LOWERED, RAISED

CHARSET = re.compile(
    rb"""<meta\b[^>]{0,512}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,128}?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(
        ("euc-kr", "cp949", "ms949", "uhc", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949",
         "korean", "x-windows-949"), "cp949",
    ),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be"), "utf-8"),  # as the standard has it: who can read the word is not in it
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"), "windows-1252"),
}  # fmt: skip
"""What a page says -> what may be declared (https://encoding.spec.whatwg.org/#names-and-labels)."""
BEGINNING = 16 * 1024
"""Bytes in which a page says its character set; the standard asks for the first 1,024, saved pages have more before it."""
MOST_ELEMENTS = 200_000
"""A long article of an encyclopedia has 20,000."""
UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
BLOCKS = frozenset("p head quote item list table row div body lb fw ab code pre figure".split())
SPACES = re.compile(r"[ \t\n\r\f]+")
HINT = tell("save the article as plain text in UTF-8")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says of itself in its markup: who wrote it, where it was saved from, and the values that may hold a day."""

    author: str
    address: str
    language: str
    days: str


def read(given: Given) -> Extracted:
    """The main text of a page; Refusal S006 without trafilatura, S008 where no main text is found."""
    page = _page(given)
    text: str = guarded(_main, page, given.shown, shown=given.shown)
    if not text.strip():
        raise refusal("S008", tell("is a web page without a text of its own"), Place(given.shown, 1), HINT)
    return Extracted(text)


def metadata(given: Given) -> Metadata:
    """What a page says of itself in its markup: og:, article:, JSON-LD, canonical, lang."""
    page = _page(given)
    return guarded(_described, page, given.shown, shown=given.shown)


def _page(given: Given) -> str:
    for library in ("trafilatura", "lxml_html_clean"):
        need(library, "html", tell("a web page"), given.shown)
    import trafilatura  # noqa: F401 - so that the bounded process has it

    encoding = given.encoding or _own_encoding(given)
    return decoding.decoded(replace(given, encoding=encoding))


def _own_encoding(given: Given) -> str | None:
    """What the page's first bytes or its markup say; None where they say nothing, which is UTF-8."""
    for mark, _, codec in decoding.MARKS:
        if given.content.startswith(mark):
            return codec or None
    found = CHARSET.search(given.content[:BEGINNING])
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    if label not in LABELS:
        what = tell("is a web page in the character set '{label}', which is not read", label=label[:40])
        raise refusal("S002", what, Place(given.shown, 1), tell("save it in UTF-8"))
    return LABELS[label]


def _tree(page: str, shown: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # no element at all
        raise refusal(
            "S008", tell("is a web page without a text of its own"), Place(shown, 1), HINT
        ) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise too_long(tell("nests its elements too deep"), shown, HINT)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise too_long(
            tell("has more than {most_elements} elements", most_elements=MOST_ELEMENTS), shown, HINT
        )
    return tree


def _main(page: str, shown: str) -> str:
    import trafilatura

    logging.disable(logging.CRITICAL)  # of this process, which ends with the page
    tree = _tree(page, shown)
    _prepare(tree)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, IndexError):  # a tree that its heuristics do not expect
        found = None
    body = getattr(found, "body", None)
    lines = _lines(body) if body is not None else iter(())
    return "\n".join(lines) + "\n"


def _prepare(tree: Any) -> None:
    """What is raised or lowered becomes letters that say so, and what is never shown goes: else 8,579³ is read as 85793."""
    for element in list(tree.iter("sup", "sub")):
        table = RAISED if element.tag == "sup" else LOWERED
        for each in element.iter():
            each.text = each.text and each.text.translate(table)
            if each is not element:
                each.tail = each.tail and each.tail.translate(table)
        element.tag = "span"
    for element in list(tree.iter()):
        hidden = "hidden" in element.attrib or UNSEEN.search(element.get("style", ""))
        if hidden and element.tag not in ("html", "body") and element.getparent() is not None:
            element.drop_tree()


def _lines(body: Any) -> Iterator[str]:
    """The lines of trafilatura's tree: blocks and ends of lines divide them, a row's cells stand in one."""
    words: list[str] = []
    for piece in _pieces(body):
        if piece is None:
            if line := SPACES.sub(" ", "".join(words)).strip(" |"):
                yield line
            words = []
        else:
            words.append(piece)
    if line := SPACES.sub(" ", "".join(words)).strip(" |"):
        yield line


def _pieces(element: Any, cell: bool = False) -> Iterator[str | None]:
    """Words, with None where a line ends; within a cell nothing ends a line."""
    block = element.tag in BLOCKS
    end = " " if cell else None
    if block:
        yield end
    if element.text:
        yield element.text
    for child in element:
        yield from _pieces(child, cell or child.tag == "cell")
        if child.tag == "cell":
            yield " | "
        if child.tail and (element.tag not in ("row", "table") or child.tail.strip()):
            yield child.tail
    if block:
        yield end


def _described(page: str, shown: str) -> Metadata:
    import trafilatura

    logging.disable(logging.CRITICAL)
    tree = _tree(page, shown)
    said = _said(page, tree)
    # without a last day the clock would decide which days are days
    day = {
        "original_date": True,
        "extensive_search": False,
        "max_date": "2199-12-31",
        "outputformat": "%Y-%m-%d",
    }
    found = trafilatura.extract_metadata(tree, date_config=day)
    published = found.date or ""
    proposed = {"published"} if published and published not in said.days else set()
    return Metadata(
        title=tidy(found.title),
        author=tidy(_name(found.author or "", said.author)),
        published=published,
        publisher=tidy(found.sitename),
        url=found.url if found.url and found.url.startswith(("https://", "http://")) else said.address,
        language=said.language,
        proposed=frozenset(proposed),
    )


BYLINE = re.compile(
    r"(?<=[가-힣])\s*(?:선임|수석|전문|인턴)?(?:기자|특파원|논설위원)(?![가-힣]).*", re.DOTALL
)
"""What a Korean byline says after the name: the office of who wrote it, then 입력, an address, a day."""


def _name(found: str, said: str) -> str:
    """The author: a name of one word, as Korean ones are, is none to the library, which then looks for a byline."""
    one = said.strip()
    return BYLINE.sub("", one if one and " " not in one else found or said)


SAVED = re.compile(r"saved from url=\(\d+\)(https?://\S+)|^\s*url: (https?://\S+)\s*$", re.MULTILINE)
"""The comment in which browsers, and SingleFile, say where they saved a page."""

AUTHORS = ("author", "article:author", "dable:author")
WRITTEN_BY = re.compile(r'"author"\s*:\s*[\[{][^\]}]*"name"\s*:\s*"([^"\\\x00-\x1f]+)"')
"""The author in JSON-LD (https://schema.org/author), one person or the first of several."""


def _said(page: str, tree: Any) -> _Said:
    saved = SAVED.search(page[:4096])
    address = (saved[1] or saved[2]) if saved else ""
    locales = [meta.get("content", "") for meta in tree.iter("meta") if meta.get("property") == "og:locale"]
    language = re.match(r"[a-z]{2}(?![a-z])", (tree.get("lang") or "".join(locales[:1])).lower())
    linked = [script.text or "" for script in tree.iter("script") if "ld+json" in script.get("type", "")]
    days = [meta.get("content", "") for meta in tree.iter("meta")]
    days += [time.get("datetime", "") for time in tree.iter("time")]
    authors = [meta.get("content", "") for meta in tree.iter("meta") if _key(meta) in AUTHORS]
    authors += [name for text in linked for name in WRITTEN_BY.findall(text)]
    author = next((name for name in authors if name.strip() and "://" not in name), "")
    return _Said(author, address, language[0] if language else "", "\n".join([*days, *linked]))


def _key(meta: Any) -> str:
    return str(meta.get("name") or meta.get("property") or "").lower()
