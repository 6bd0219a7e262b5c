"""A brief's logo, an SVG or a PNG -> the data: address that pages carry; P042 for one that they may not."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from briefing.model import Place, Problem, Refusal, Words
from briefing.saying import tell

MOST_BYTES = 48_000
MOST_PIXELS = 2000
"""The longest side of a PNG."""
MOST_ELEMENTS = 2000
WIDEST, TALLEST = 12.0, 0.25
"""The most and the least that a logo may be wide for its height."""

_SVG = "http://www.w3.org/2000/svg"
_DRAWN = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath title desc style".split()
)
_INSTEAD = {
    "text": tell("turn letters into outlines"),
    "tspan": tell("turn letters into outlines"),
    "image": tell("draw it, or give the logo as PNG"),
    "use": tell("write out what is used"),
    "script": tell("take the script out"),
    "foreignObject": tell("draw it with shapes"),
}
_OUTWARD = re.compile(r"url\(\s*(?!['\"]?#)|@|\\|expression|javascript:", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Logo:
    """The address by which a page shows its logo, and the words that stand for it in each language."""

    address: str
    alt: Words


def logo(folder: Path, name: str, alt: Words, where: Place) -> Logo:
    """The logo ``name`` of the brief in ``folder``; Refusal P042 where it cannot be shown, with its line in an SVG."""
    path = folder / name
    if Path(name).is_absolute() or not path.resolve().is_relative_to(folder.resolve()):
        _refuse(
            tell("the logo '{name}' is outside of the brief's folder", name=name),
            where,
            tell("put the file into the folder"),
        )
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        _refuse(
            tell("the logo '{name}' cannot be read", name=name),
            where,
            tell("name an SVG or PNG of the brief's folder"),
        )
    if len(content) > MOST_BYTES:
        what = tell(
            "the logo '{name}' takes more than {most_bytes} bytes, which every page would carry",
            name=name,
            most_bytes=f"{MOST_BYTES:,}",
        )
        _refuse(what, where, tell("simplify it, or make it smaller"))
    if content.startswith(_PNG):
        kind, proportion = "png", _png(content, name, where)
    elif b"<svg" in content:
        kind, proportion = "svg+xml", _svg(content, name)
    else:
        _refuse(
            tell("the logo '{name}' is neither SVG nor PNG", name=name), where, tell("save it as SVG or PNG")
        )
    if not TALLEST <= proportion <= WIDEST:
        what = tell(
            "the logo '{name}' is {proportion} times as wide as it is high",
            name=name,
            proportion=f"{proportion:.1f}",
        )
        _refuse(
            what,
            where,
            tell(
                "give one that is {tallest} to {widest} times as wide as high",
                tallest=f"{TALLEST:g}",
                widest=f"{WIDEST:g}",
            ),
        )
    return Logo(f"data:image/{kind};base64,{base64.b64encode(content).decode()}", alt)


def _refuse(what: str, where: Place, hint: str) -> NoReturn:
    raise Refusal(Problem("P042", what, where, hint))


def _png(content: bytes, name: str, where: Place) -> float:
    """Width by height of a PNG (ISO 15948) that is whole: every chunk with its checksum, and all of its pixels."""
    again = tell("save it as PNG again")
    at, seen, pixels = len(_PNG), [], b""
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        body, end = content[at + 4 : at + 8 + length], at + 12 + length
        if end > len(content) or zlib.crc32(body) != int.from_bytes(content[end - 4 : end]):
            break
        seen.append(body[:4])
        pixels += body[4:] if body[:4] == b"IDAT" else b""
        at = end
    if not seen or seen[0] != b"IHDR" or seen[-1] != b"IEND":
        _refuse(tell("the logo '{name}' is a broken PNG", name=name), where, again)
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not 0 < width <= MOST_PIXELS or not 0 < height <= MOST_PIXELS:
        what = tell(
            "the logo '{name}' is {width} by {height} pixels",
            name=name,
            width=f"{width:,}",
            height=f"{height:,}",
        )
        _refuse(
            what,
            where,
            tell("make it at most {most_pixels} pixels wide and high", most_pixels=f"{MOST_PIXELS:,}"),
        )
    try:
        inflater = zlib.decompressobj()
        # eight bytes a pixel at most, and some for the filters of the lines of every pass
        inflater.decompress(pixels, width * height * 8 + height * 16)
        whole = inflater.eof
    except zlib.error:
        whole = False
    if not whole:
        _refuse(tell("the logo '{name}' is a broken PNG", name=name), where, again)
    return width / height


def _svg(content: bytes, name: str) -> float:
    """Width by height of an SVG that draws shapes and does nothing else."""
    reader = _Reader(name)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        what = tell("the logo is no XML: {messages}", messages=expat.errors.messages[error.code])
        raise Refusal(
            Problem("P042", what, Place(name, error.lineno), tell("save it as SVG again"))
        ) from None
    return reader.proportion


class _Reader:
    """Walks over an SVG and refuses, with its line, whatever is not a shape or its colour."""

    def __init__(self, name: str):
        self.name, self.proportion, self.elements = name, 0.0, 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text, self.parser.buffer_size = True, MOST_BYTES
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._letters
        self.parser.EndElementHandler = lambda _: None  # letters are given before it, so their line is known
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def _refuse(self, what: str, hint: str) -> NoReturn:
        _refuse(tell("the logo {what}", what=what), Place(self.name, self.parser.CurrentLineNumber), hint)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self.elements += 1
        if space != _SVG or name not in _DRAWN:
            self._refuse(
                tell("holds <{name}>", name=name),
                _INSTEAD.get(name, tell("save it as plain SVG, with shapes alone")),
            )
        if self.elements > MOST_ELEMENTS:
            self._refuse(
                tell("has more than {most_elements} elements", most_elements=f"{MOST_ELEMENTS:,}"),
                tell("simplify it"),
            )
        if self.elements == 1:
            self._frame(name, attributes)
        for key, value in attributes.items():
            key = key.rpartition(" ")[2]
            if key.lower().startswith("on"):
                self._refuse(tell("holds a script in {key}", key=key), tell("take the script out"))
            if (key == "href" and not value.startswith("#")) or _OUTWARD.search(value):
                self._refuse(tell("points outside of itself in {key}", key=key), tell("take the address out"))

    def _frame(self, name: str, attributes: dict[str, str]) -> None:
        sides = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
        try:
            width, height = (float(side) for side in sides[2:4])
        except ValueError:
            width = height = 0.0
        if name != "svg" or len(sides) != 4 or not 0 < width < 1e6 or not 0 < height < 1e6:
            self._refuse(
                tell("has no viewBox, so it has no proportion"), tell('add viewBox="0 0 WIDTH HEIGHT"')
            )
        self.proportion = width / height

    def _letters(self, said: str) -> None:
        if _OUTWARD.search(said):
            self._refuse(tell("points outside of itself in its style"), tell("take the address out"))

    def _doctype(self, *_: object) -> None:
        self._refuse(tell("has a document type"), tell("take the <!DOCTYPE …> out"))

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(tell("has a processing instruction '{target}'", target=target), tell("take it out"))
