"""Archive -> sitemap.xml (sitemaps.org 0.9) with the languages of each page, and the robots.txt that names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from briefing.publish.archive import Archive, Published

NAME = "sitemap.xml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(archive: Archive, address: str, languages: Sequence[str]) -> bytes:
    """Every page at its lasting address; what stands under latest/ stands there under its own address too."""
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    _group(
        root, {each: f"{address}/index.{each}.html" for each in languages}, f"{address}/", archive.editions[0]
    )
    for edition in archive.editions:
        base = f"{address}/{edition.folder}/"
        spoken = [each for each in languages if each in edition.said]
        _group(root, {each: f"{base}index.{each}.html" for each in spoken}, base, edition)
        briefs = {file.language: base + file.name for file in edition.files if file.format == "html"}
        _group(root, briefs, base, edition)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def robots(address: str) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}/{NAME}\n".encode()


def _group(root: ElementTree.Element, pages: Mapping[str, str], neutral: str, edition: Published) -> None:
    """The pages of one thing, each naming all of them, itself too, and the one for every other language."""
    for page in pages.values():
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = page
        ElementTree.SubElement(url, "lastmod").text = edition.day
        for language, other in (*pages.items(), ("x-default", neutral)):
            link = {"rel": "alternate", "hreflang": language, "href": other}
            ElementTree.SubElement(url, "xhtml:link", link)
