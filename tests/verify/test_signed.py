"""A signed PDF: what is told of it, each for itself, and every way to tamper with it."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from typer.testing import CliRunner

from briefing.cli import app
from briefing.model import Refusal
from briefing.publish.appended import Appended
from briefing.render import seal
from briefing.verify import Verdict
from briefing.verify import pdf as verified
from tests.certificates import Signer, signer
from tests.verify.conftest import Built


@dataclass(frozen=True)
class Signed:
    original: bytes
    content: bytes
    own: Signer

    @property
    def added(self) -> int:
        return len(self.original)


def appended(
    content: bytes, own: Signer, *, field: str = "Signature", change: Any = None, **more: Any
) -> bytes:
    """``content`` signed once more as this tool signs, after ``change`` did something to the same revision."""
    from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    (certificate,) = load_certs_from_pemder_data(own.pem)
    key = load_private_key_from_pemder_data(own.key_pem, None)
    writer = Appended(BytesIO(content))
    if change is not None:
        change(writer)
    spec = SigFieldSpec(field, **{"invis_sig_settings": InvisSigSettings(box_out_of_bounds=True)} | more)
    told = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    signing = SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=SimpleCertificateStore())
    made: bytes = PdfSigner(told, signing, new_field_spec=spec).sign_pdf(writer).getvalue()
    return made


def update(content: bytes, change: Any) -> bytes:
    """``content`` with an incremental update in which ``change`` did something."""
    writer = Appended(BytesIO(content))
    change(writer)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def repaint(writer: Any) -> None:
    """Another figure over the page: what a shadow attack shows to those who trust the signature."""
    from pyhanko.pdf_utils.generic import StreamObject

    sheet = writer.root["/Pages"]["/Kids"][0]
    old = sheet["/Contents"].data
    sheet["/Contents"] = writer.add_object(StreamObject(stream_data=old + b"\n1 0 0 rg 0 0 300 300 re f\n"))
    writer.update_container(sheet)


def rename(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import TextStringObject

    writer.root["/Lang"] = TextStringObject("en")
    writer.update_root()


def hide(writer: Any) -> None:
    """An object that nothing refers to yet, for a later revision to use."""
    from pyhanko.pdf_utils.generic import StreamObject

    writer.add_object(StreamObject(stream_data=b"1 0 0 rg 0 0 300 300 re f"))


def act(writer: Any) -> None:
    """A link of the page that leads elsewhere."""
    from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, TextStringObject

    note = writer.root["/Pages"]["/Kids"][0]["/Annots"][0]
    action = {"/S": NameObject("/URI"), "/URI": TextStringObject("https://elsewhere.example/")}
    note["/A"] = DictionaryObject({NameObject(key): value for key, value in action.items()})
    writer.update_container(note)


@pytest.fixture(scope="module")
def signed(built: Built) -> Signed:
    original = built.pdf.read_bytes()
    return Signed(original, appended(original, signer()), signer())


def told(content: bytes, path: Path, *trust: bytes) -> Verdict:
    path.write_bytes(content)
    return verified(path, path.name, None, trust).verdict


def states(verdict: Verdict) -> dict[str, bool | None]:
    return {part.name: part.holds for part in verdict.parts}


def codes(verdict: Verdict) -> set[str]:
    return {problem.code for problem in verdict.problems}


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["verify", *map(str, arguments)], env={"BRIEFING_ORIGINALS": None})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


ALL = {"integrity": True, "signature": True, "register": True, "figures": True}


def test_a_signed_file_of_a_trusted_signer_holds(signed: Signed, built: Built, tmp_path: Path) -> None:
    path, trust = tmp_path / "signed.pdf", signed.own.write(tmp_path)
    path.write_bytes(signed.content)
    code, said = run(path, "--trust", trust, "--originals", built.originals)
    assert code == 0, said
    lines = said.splitlines()
    assert lines[0] == f"{path}: holds"
    assert [line.strip().split(":")[0] for line in lines[1:]] == list(ALL)
    assert all(": holds: " in line for line in lines[1:])
    fingerprint = signed.own.certificate.fingerprint(SHA256()).hex()
    assert "Island Briefs" in lines[2] and fingerprint in lines[2] and "1 originals hold" in lines[3]


def test_a_signer_who_is_not_trusted_is_named(signed: Signed, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    for trust in ((), (signer("Somebody Else").pem,)):
        verdict = told(signed.content, path, *trust)
        assert states(verdict) == ALL | {"signature": False} and codes(verdict) == {"V063"}
        assert "intact and valid, by Common Name: Island Briefs" in verdict.parts[1].said
    code, said = run(path)
    assert code == 1 and "signer is not among the trusted" in said and "--trust" in said


def test_a_stripped_signature_leaves_the_original(signed: Signed, tmp_path: Path) -> None:
    verdict = told(signed.content[: signed.added], tmp_path / "stripped.pdf", signed.own.pem)
    assert verdict.problems == () and verdict.parts == ()
    assert verdict.holds[0] == "unaltered since it was built, its builder unknown"


def regions(signed: Signed) -> dict[str, range]:
    """The parts of a signed file's bytes."""
    content, end = signed.content, len(signed.content)
    at = content.rindex(b"/Contents <") + len(b"/Contents <")
    close = content.index(b">", at)
    start = content.rindex(seal.MARK)
    used = at + len(content[at:close].rstrip(b"0"))
    return {
        "original": range(start),
        "seal": range(start, signed.added),
        "revision": range(signed.added, at),
        "signature": range(at, used),
        "padding": range(used, close),
        "range": range(close, content.index(b"endobj", close)),
        "end": range(content.index(b"endobj", close), end),
    }


@pytest.mark.parametrize("region", ["original", "seal", "revision", "signature", "padding", "range", "end"])
def test_a_changed_byte_fails_wherever_it_stands(region: str, signed: Signed, tmp_path: Path) -> None:
    draw, places = random.Random(8579), regions(signed)[region]
    for _ in range(3):
        at = draw.choice(places)
        changed = bytearray(signed.content)
        changed[at] ^= 1 << draw.randrange(8)
        try:
            verdict = told(bytes(changed), tmp_path / "changed.pdf", signed.own.pem)
        except Refusal as refusal:
            assert refusal.exit_code in (1, 3)
            continue
        assert verdict.problems, f"byte {at} of {region}"


def test_an_altered_original_is_told_by_both(signed: Signed, tmp_path: Path) -> None:
    changed = bytearray(signed.content)
    changed[signed.content.index(b"%", 1) + 1] ^= 1  # the comment of the second line: the file stays readable
    verdict = told(bytes(changed), tmp_path / "changed.pdf", signed.own.pem)
    assert states(verdict) == ALL | {"integrity": False, "signature": False}
    assert {"V002", "V061"} <= codes(verdict)
    assert "it is not what was signed" in [problem.message for problem in verdict.problems]


@pytest.mark.parametrize("more", [b"\n", b"%", b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"])
def test_what_follows_the_signature_is_not_covered(more: bytes, signed: Signed, tmp_path: Path) -> None:
    verdict = told(signed.content + more, tmp_path / "longer.pdf", signed.own.pem)
    assert codes(verdict) & {"V061", "V062"} and not states(verdict)["integrity"]


@pytest.mark.parametrize("change", [repaint, rename, hide, act])
def test_a_revision_after_the_signature_fails(change: Any, signed: Signed, tmp_path: Path) -> None:
    """The signature is still of its own bytes, and the library says that it is valid."""
    verdict = told(update(signed.content, change), tmp_path / "later.pdf", signed.own.pem)
    assert "V062" in codes(verdict) and states(verdict)["integrity"] is False
    messages = " ".join(problem.message for problem in verdict.problems)
    assert "2 revisions follow" in messages and "does not cover the whole file" in messages


@pytest.mark.parametrize("change", [repaint, rename, hide, act])
def test_a_revision_that_changes_the_pages_as_it_signs_fails(
    change: Any, signed: Signed, tmp_path: Path
) -> None:
    """All bytes are signed, by a key that the reader trusts: but what is signed is not what was built."""
    content = appended(signed.original, signed.own, change=change)
    verdict = told(content, tmp_path / "shadow.pdf", signed.own.pem)
    assert states(verdict)["integrity"] is False and states(verdict)["signature"] is True
    assert any("more than the signature was added" in problem.message for problem in verdict.problems)


@pytest.mark.parametrize("change", [repaint, hide])
def test_a_revision_before_the_signature_fails(change: Any, signed: Signed, tmp_path: Path) -> None:
    content = appended(update(signed.original, change), signed.own)
    verdict = told(content, tmp_path / "before.pdf", signed.own.pem)
    assert states(verdict)["integrity"] is False and states(verdict)["signature"] is True


def test_a_second_signature_fails(signed: Signed, tmp_path: Path) -> None:
    content = appended(signed.content, signer("Somebody Else"), field="Second")
    verdict = told(content, tmp_path / "twice.pdf", signed.own.pem, signer("Somebody Else").pem)
    assert codes(verdict) == {"V062"} and "2 signatures, not one" in verdict.problems[0].message


def test_a_signature_that_draws_on_the_page_fails(signed: Signed, tmp_path: Path) -> None:
    content = appended(signed.original, signed.own, box=(50, 50, 400, 400))
    verdict = told(content, tmp_path / "drawn.pdf", signed.own.pem)
    assert "V062" in codes(verdict) and states(verdict)["signature"] is True


def test_another_files_signature_fails(signed: Signed, built: Built, tmp_path: Path) -> None:
    """The revision of one file after the other's original, and a signature put in the place of another."""
    english = (built.out / "ferry.en.pdf").read_bytes()
    with_it = english + signed.content[signed.added :]
    assert told_or_refused(with_it, tmp_path / "moved.pdf", signed.own.pem)
    other = appended(english, signed.own)
    hex_ = re.compile(rb"/Contents <([0-9A-F]+)>")
    own, theirs = (list(hex_.finditer(content))[-1] for content in (signed.content, other))
    assert len(own[1]) == len(theirs[1])
    swapped = signed.content[: own.start(1)] + theirs[1] + signed.content[own.end(1) :]
    verdict = told(swapped, tmp_path / "swapped.pdf", signed.own.pem)
    assert states(verdict) == ALL | {"signature": False} and codes(verdict) == {"V061"}


def told_or_refused(content: bytes, path: Path, *trust: bytes) -> bool:
    try:
        return bool(told(content, path, *trust).problems)
    except Refusal:
        return True


def test_a_signature_under_the_digest_fails(signed: Signed, tmp_path: Path) -> None:
    """A forger appends the signed file's own bytes and seals them anew."""
    sealed = seal.seal(update(signed.content, repaint))
    verdict = told(sealed, tmp_path / "resealed.pdf", signed.own.pem)
    assert codes(verdict) == {"V062"}


def test_a_forged_register_under_a_signature_fails(built: Built, signed: Signed, tmp_path: Path) -> None:
    """Signing does not make figures true: a signed forgery is intact, and its register and pages disagree."""
    forged = built.forged(
        tmp_path / "forged.pdf", built.changed(("41만 2,300명", "42만 1,300명"))
    ).read_bytes()
    verdict = told(appended(forged, signed.own), tmp_path / "signed.pdf", signed.own.pem)
    assert states(verdict) == ALL | {"figures": False}


@pytest.mark.parametrize("kept", [1, 10, 100, 1000, 3000])
def test_a_truncated_signature_fails(kept: int, signed: Signed, tmp_path: Path) -> None:
    assert told_or_refused(signed.content[:-kept], tmp_path / "cut.pdf", signed.own.pem)


def test_a_certificate_that_is_over_does_not_hold(signed: Signed, tmp_path: Path) -> None:
    old = signer("Of Yesterday", until=2021)
    verdict = told(appended(signed.original, old), tmp_path / "old.pdf", old.pem)
    assert states(verdict) == ALL | {"signature": False} and "V061" in codes(verdict)


def test_without_the_library_it_is_told_as_unchecked(
    signed: Signed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    path, trust = tmp_path / "signed.pdf", signed.own.write(tmp_path)
    verdict = told(signed.content, path)
    assert states(verdict) == ALL | {"signature": None} and codes(verdict) == {"V060"}
    code, said = run(path, "--trust", trust)
    assert code == 1 and "pip install briefing[sign]" in said
    assert "not proven: its signature was not checked" in said and "does not hold" not in said


def test_a_trusted_certificate_that_is_none_is_refused(signed: Signed, tmp_path: Path) -> None:
    path, none = tmp_path / "signed.pdf", tmp_path / "none.pem"
    path.write_bytes(signed.content)
    none.write_text("no certificate")
    code, said = run(path, "--trust", none)
    assert code == 3 and "error V065" in said
    code, said = run(path, "--trust", tmp_path / "absent.pem")
    assert code == 3
