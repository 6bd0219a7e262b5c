"""Archive -> an Atom feed (RFC 4287) in one language: an entry an edition, its PDF as an enclosure.

Written with ElementTree: feedgen 1.0 loses attributes of links (hreflang, length) that readers choose a file by.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from briefing.publish.archive import Archive, Published

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Element = ElementTree.Element


def name(language: str) -> str:
    """The file of the feed in a language."""
    return f"feed.{language}.xml"


def feed(archive: Archive, address: str, language: str, languages: Sequence[str]) -> bytes:
    """The feed of the editions that speak ``language``; its time is that of the newest, so no clock is asked."""
    editions = [each for each in archive.editions if language in each.said]
    series = editions[0].said[language].series
    root = Element("feed", {"xmlns": ATOM, LANG: language})
    _text(root, "id", f"{archive.id}{name(language)}")
    _text(root, "title", series)
    _text(root, "updated", editions[0].instant)
    _text(ElementTree.SubElement(root, "author"), "name", series)
    _link(root, "self", f"{address}/{name(language)}", TYPE, language)
    for other in (language, *(each for each in languages if each != language)):
        _link(root, "alternate", f"{address}/index.{other}.html", "text/html", other)
    for edition in editions:
        _entry(root, edition, address, language)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _entry(root: Element, edition: Published, address: str, language: str) -> None:
    entry, said = ElementTree.SubElement(root, "entry"), edition.said[language]
    _text(entry, "id", f"{edition.id}index.{language}.html")
    _text(entry, "title", said.title)
    _text(entry, "published", edition.instant)
    _text(entry, "updated", edition.instant)
    _text(entry, "summary", said.standfirst)
    base = f"{address}/{edition.folder}/"
    for other in (language, *(each for each in edition.said if each != language)):
        _link(entry, "alternate", f"{base}index.{other}.html", "text/html", other)
    for file in edition.files:
        if file.format == "pdf" and file.language == language:
            link = _link(entry, "enclosure", base + file.name, file.type, language)
            link.set("length", str(file.size))
            link.set("title", file.name)


def _text(parent: Element, tag: str, words: str) -> None:
    ElementTree.SubElement(parent, tag).text = words


def _link(parent: Element, rel: str, href: str, type: str, language: str) -> Element:
    attributes = {"rel": rel, "href": href, "type": type, "hreflang": language}
    return ElementTree.SubElement(parent, "link", attributes)
