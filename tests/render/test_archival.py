"""Every PDF is PDF/UA-1 and PDF/A-3a at once, whole to qpdf, and says of its links what they lead to."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import page
import pydyf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefing.model import Output
from briefing.render import pdf
from briefing.render.archival import part_ends
from briefing.render.links import descriptions
from tests.render.conftest import SHELL, Rendered

PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)


@pytest.fixture(scope="module")
def made(rendered: Rendered) -> bytes:
    """The sample's PDF as a build makes it: with files inside and its links described."""
    files = [Output("wind.facts.json", b"{}"), Output("wind.facts.csv", b"fact\r\n")]
    html = pdf.print_html(rendered.brief, shell=SHELL)
    return pdf.render(html, pdf.attached(rendered.brief, files), links=descriptions(rendered.brief))


@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_it_is_what_it_says(made: bytes, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(made, profile=profile)
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_the_validator_sees_what_is_missing(made: bytes) -> None:
    harmed = made.replace(b'pdfuaid:part="1"', b'pdfuaid:part="7"', 1)
    assert harmed != made
    assert not page.validate_pdf_bytes(harmed, profile=page.ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_it_whole(made: bytes, tmp_path: Path) -> None:
    file = tmp_path / "wind.pdf"
    file.write_bytes(made)
    ran = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("item", "data"),
    [
        (pydyf.Stream([b"plain\r"]), b"plain\r"),
        (pydyf.Stream([b"\x0c"], compress=True), zlib.compress(b"\x0c", 9)),  # its checksum is 00 0D 00 0D
        (pydyf.Stream([b"q", b"Q"]), b"q\nQ"),
    ],
)
def test_a_stream_ends_where_its_length_says(item: pydyf.Stream, data: bytes) -> None:
    pdf = SimpleNamespace(objects=[item])
    part_ends(pdf)
    (written,) = pdf.objects
    assert f"/Length {len(data)}".encode() in written.data
    body = written.data.partition(b"stream\n")[2].removesuffix(b"endstream")
    assert body == data + (b"\r\n" if data.endswith(b"\r") else b"\n")


def contents(content: bytes) -> Iterator[str]:
    """What each link annotation says of itself."""
    document = pypdfium2.PdfDocument(content)
    for number in range(len(document)):
        sheet = document[number]
        for index in range(pdfium.FPDFPage_GetAnnotCount(sheet)):
            annotation = pdfium.FPDFPage_GetAnnot(sheet, index)
            size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAnnot_GetStringValue(
                annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
            )
            yield buffer.raw.decode("utf-16-le").rstrip("\0")
    document.close()


def test_links_say_what_they_lead_to(rendered: Rendered, made: bytes) -> None:
    said = set(contents(made))
    known = set(descriptions(rendered.brief).values())
    addresses = {entry.url for entry in rendered.brief.sources if entry.url}
    assert said <= known | addresses
    assert any(each.startswith(rendered.brief.gettext("Evidence") + ": ") for each in said)
    assert not any(letter.isdigit() for each in said - addresses for letter in each)
