from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path

import pytest

from briefing.look.logo import MOST_BYTES, MOST_ELEMENTS, Logo, logo
from briefing.model import Place, Problem, Refusal

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30">'
GOOD = f"""<?xml version="1.0" encoding="UTF-8"?>
{HEAD}
<title>Mark</title>
<defs><linearGradient id="g"><stop offset="0" stop-color="#0A6C7A"/></linearGradient></defs>
<style>.a {{ fill: url(#g) }}</style>
<g class="a"><circle cx="15" cy="15" r="12"/><path d="M40 5h70v20h-70z" style="fill:#123456"/></g>
</svg>"""
WHERE = Place("briefing.toml", 7)


def _png(width: int = 30, height: int = 10, *, rows: int | None = None) -> bytes:
    lines = (b"\0" + b"\x20\x60\x70" * width) * (height if rows is None else rows)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    ]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def _read(folder: Path, content: bytes, name: str = "mark.svg") -> Logo:
    (folder / name).write_bytes(content)
    return logo(folder, name, {"en": "Mark"}, WHERE)


def _refused(folder: Path, content: bytes, name: str = "mark.svg") -> Problem:
    with pytest.raises(Refusal) as refused:
        _read(folder, content, name)
    (problem,) = refused.value.problems
    assert problem.code == "P042"
    return problem


def test_an_svg_of_shapes_is_carried_as_it_is(tmp_path: Path) -> None:
    kind, _, packed = _read(tmp_path, GOOD.encode()).address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(packed) == GOOD.encode()


def test_a_png_is_carried_as_it_is(tmp_path: Path) -> None:
    kind, _, packed = _read(tmp_path, _png(), "mark.png").address.partition(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(packed) == _png()


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "holds <script>"),
        ("<foreignObject/>", "holds <foreignObject>"),
        ("<text>Institute</text>", "holds <text>"),
        ('<image href="data:image/png;base64,AA=="/>', "holds <image>"),
        ('<use href="#a"/>', "holds <use>"),
        ('<a href="https://example.org/"><path d="M0 0"/></a>', "holds <a>"),
        ('<animate attributeName="x"/>', "holds <animate>"),
        ('<x:thing xmlns:x="urn:x"/>', "holds <thing>"),
        ('<path onclick="alert(1)" d="M0 0"/>', "a script in onclick"),
        ('<path fill="url(https://example.org/#a)" d="M0 0"/>', "outside of itself in fill"),
        ('<path style="fill:url( \'//example.org/a\')" d="M0 0"/>', "outside of itself in style"),
        ('<linearGradient href="other.svg#a"/>', "outside of itself in href"),
        ('<linearGradient xmlns:l="http://www.w3.org/1999/xlink" l:href="//x/#a"/>', "outside of itself in href"),
        ('<style>@import "https://example.org/a.css";</style>', "outside of itself in its style"),
        ("<style>.a { fill: u\\72l(//example.org) }</style>", "outside of itself in its style"),
        ("<?xml-stylesheet href='a.css'?>", "processing instruction"),
        ("<g>", "no XML"),
    ],
)  # fmt: skip
def test_an_svg_that_does_more_than_draw_is_refused_at_its_line(
    tmp_path: Path, inside: str, said: str
) -> None:
    problem = _refused(tmp_path, f"{HEAD}\n<path d='M0 0'/>\n{inside}\n</svg>".encode())
    assert said in problem.message
    # an element that is not closed shows where the next one ends
    assert problem.where == Place("mark.svg", 4 if said == "no XML" else 3)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD.replace(HEAD, f"<!DOCTYPE svg [<!ENTITY a 'b'>]>\n{HEAD}"), "a document type"),
        (GOOD.replace(' viewBox="0 0 120 30"', ""), "no viewBox"),
        (GOOD.replace("120 30", "120 nan"), "no viewBox"),
        (GOOD.replace("120 30", "2000 30"), "66.7 times as wide"),
        (GOOD.replace("120 30", "10 300"), "0.0 times as wide"),
        (GOOD.replace("</svg>", "<g/>" * MOST_ELEMENTS + "</svg>"), "more than 2,000 elements"),
        (GOOD.replace("</svg>", " " * MOST_BYTES + "</svg>"), "more than 48,000 bytes"),
        ("GIF89a", "neither SVG nor PNG"),
        ("", "neither SVG nor PNG"),
    ],
)
def test_what_is_no_logo_is_refused(tmp_path: Path, content: str, said: str) -> None:
    assert said in _refused(tmp_path, content.encode()).message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_png()[:-20], "a broken PNG"),
        (_png().replace(b"IDAT", b"IDAX"), "a broken PNG"),
        (_png(rows=2)[:60] + _png(rows=2)[61:], "a broken PNG"),
        (_png(4000, 1000), "4,000 by 1,000 pixels"),
        (_png(400, 10), "40.0 times as wide"),
        (_png(30, 10, rows=60_000), "a broken PNG"),
    ],
)
def test_a_png_that_is_broken_or_too_large_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in _refused(tmp_path, content, "mark.png").message


@pytest.mark.parametrize("name", ["../mark.svg", "/etc/hostname", "link.svg"])
def test_a_logo_outside_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "mark.svg").write_text(GOOD, "utf-8")
    (folder / "link.svg").symlink_to(tmp_path / "mark.svg")
    with pytest.raises(Refusal) as refused:
        logo(folder, name, {"en": "Mark"}, WHERE)
    (problem,) = refused.value.problems
    assert (problem.code, problem.where) == ("P042", WHERE)
    assert "outside" in problem.message


def test_a_logo_that_is_not_there_is_refused_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        logo(tmp_path, "gone.svg", {"en": "Mark"}, WHERE)
    assert [(problem.code, problem.where) for problem in refused.value.problems] == [("P042", WHERE)]
