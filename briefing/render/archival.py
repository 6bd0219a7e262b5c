"""A PDF about to be written -> PDF/A-3a that says of itself that it is PDF/UA-1 too.

WeasyPrint writes one identification; the other goes into the same XMP packet, with the schema that PDF/A asks of
any property it does not know (ISO 19005-3, 6.6.2.3; ISO 14289-1, 5). A packet must be plain to be found (6.6.2.1).
"""

from __future__ import annotations

import zlib
from typing import Any
from xml.etree import ElementTree

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_END = b"</rdf:RDF>"
_LAST = b"\nendstream"
_SCHEMA = {"schema": "PDF/UA identification schema", "namespaceURI": _NAMES["pdfuaid"], "prefix": "pdfuaid"}
_PART = {
    "name": "part",
    "valueType": "Integer",
    "category": "internal",
    "description": "Part of the standard for universal accessibility that the file follows",
}


def identify(pdf: Any) -> None:
    """Add the identification as PDF/UA-1 to the one metadata stream of ``pdf`` (pydyf's)."""
    streams = [item for item in pdf.objects if getattr(item, "extra", {}).get("Type") == "/Metadata"]
    assert len(streams) == 1, "WeasyPrint writes one metadata stream"
    packet = b"".join(streams[0].stream)
    assert packet.count(_END) == 1, "the metadata stream holds one description"
    streams[0].stream = [packet.replace(_END, b"".join(_descriptions()) + _END)]
    streams[0].compress = False


def link_once(pdf: Any) -> None:
    """Take out the links that WeasyPrint makes of each element inside a link: they lie over it, and no Link tag holds them."""
    objects = {item.reference: item for item in pdf.objects}
    doubled = set()
    for element in [item for item in pdf.objects if _is(item, "/StructElem") and item["S"] != "/Link"]:
        for child in list(element["K"]):
            reference = objects.get(child, {}) if isinstance(child, bytes) else {}
            if _is(reference, "/OBJR") and objects[reference["Obj"]].get("Subtype") == "/Link":
                element["K"].remove(child)
                doubled.add(reference["Obj"])
    for page in [item for item in pdf.objects if _is(item, "/Page") and "Annots" in item]:
        page["Annots"][:] = [each for each in page["Annots"] if each not in doubled]


def part_ends(pdf: Any) -> None:
    """Write CR LF before ``endstream`` where a stream's data ends in CR: before LF alone a reader takes that byte for
    half of the line's end, and finds the stream shorter than it says (ISO 19005-3, 6.1.7.1)."""
    import pydyf

    class Parted(pydyf.Stream):  # type: ignore[misc]
        @property
        def data(self) -> bytes:
            return bytes(super().data).removesuffix(_LAST) + b"\r" + _LAST

    for place, item in enumerate(pdf.objects):
        if isinstance(item, pydyf.Stream) and _ends_in_return(item):
            parted = Parted(item.stream, item.extra, compress=item.compress)
            parted.number, parted.generation = item.number, item.generation
            pdf.objects[place] = parted


def _ends_in_return(stream: Any) -> bool:
    import pydyf

    plain = pydyf.Stream(stream.stream).data.partition(b"stream\n")[2].removesuffix(_LAST)
    # deflated data ends with its checksum (RFC 1950, 2.2)
    written = zlib.adler32(plain).to_bytes(4, "big") if stream.compress else plain
    return written.endswith(b"\r")


def _is(item: Any, kind: str) -> bool:
    return isinstance(item, dict) and item.get("Type") == kind


def _descriptions() -> list[bytes]:
    for prefix, name in _NAMES.items():
        ElementTree.register_namespace(prefix, name)
    part, schemas = _element("rdf:Description"), _element("rdf:Description")
    for description in (part, schemas):
        description.set(_name("rdf:about"), "")
    part.set(_name("pdfuaid:part"), "1")
    schema = _listed(schemas, "pdfaExtension:schemas", "rdf:Bag")
    _say(schema, "pdfaSchema", _SCHEMA)
    _say(_listed(schema, "pdfaSchema:property", "rdf:Seq"), "pdfaProperty", _PART)
    return [ElementTree.tostring(each, encoding="utf-8") for each in (part, schemas)]


def _listed(parent: ElementTree.Element, name: str, kind: str) -> ElementTree.Element:
    """The one entry of a new list ``name`` in ``parent``."""
    entry = _within(_within(_within(parent, name), kind), "rdf:li")
    entry.set(_name("rdf:parseType"), "Resource")
    return entry


def _say(parent: ElementTree.Element, prefix: str, properties: dict[str, str]) -> None:
    for name, value in properties.items():
        _within(parent, f"{prefix}:{name}").text = value


def _within(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, _name(name))


def _element(name: str) -> ElementTree.Element:
    return ElementTree.Element(_name(name))


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"
