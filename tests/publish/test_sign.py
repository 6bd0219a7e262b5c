"""Signing a release: what is appended and kept, which certificates serve, and what is refused without telling a secret."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefing.model import Refusal
from briefing.pipeline import build
from briefing.project import load
from briefing.publish import Journal, Release, beside, lacking, release, signed
from briefing.publish.sums import sums
from briefing.verify import pdf as verified
from tests import small_brief
from tests.certificates import PASSPHRASE, signer, stamping

PEM = 'certificate = "cert.pem"\nkey = "key.pem"'
P12 = 'certificate = "signer.p12"\npassphrase = "SIGNER_PASSPHRASE"'
LOCKED = 'certificate = "cert.pem"\nkey = "locked.pem"\npassphrase = "SIGNER_PASSPHRASE"'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    folder = small_brief.write(tmp_path_factory.mktemp("ferry"))
    project, originals = load(folder), folder / "seeds" / "originals"
    build(
        project,
        languages=("ko", "en"),
        formats=("md", "html", "pdf"),
        out=folder / "output",
        originals=originals,
    )
    return folder, release(load(folder), folder / "output", originals)


@pytest.fixture
def edition(built: tuple[Path, Release]) -> Release:
    return built[1]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return beside(tmp_path / "output")


def sign(folder: Path, edition: Release, journal: Journal, table: str, *, dry_run: bool = False) -> Release:
    """The edition signed by a brief of this ``[sign]`` table; only briefing.toml is read."""
    small_brief.write(folder)
    (folder / "briefing.toml").write_text(f"{small_brief.CONFIG}\n[sign]\n{table}\n", encoding="utf-8")
    return signed(load(folder), edition, journal, dry_run=dry_run)


def pdfs(edition: Release) -> dict[str, bytes]:
    return {item.name: item.content for item in edition.items if item.format == "pdf"}


def _text(written: bytes) -> str:
    """The words of a literal string, whose bytes may be written as octal numbers."""
    content = re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8)]), written)
    return content.decode("utf-16" if content.startswith(b"\xfe\xff") else "ascii")


def codes(content: bytes, path: Path, *trust: bytes) -> list[str]:
    path.write_bytes(content)
    return [problem.code for problem in verified(path, path.name, None, trust).verdict.problems]


@pytest.mark.parametrize(
    ("kind", "table"), [("rsa", PEM), ("ec", PEM), ("rsa", P12), ("ec", P12), ("ec", LOCKED)]
)
def test_each_pdf_is_signed_and_begins_with_what_was_built(
    kind: str,
    table: str,
    edition: Release,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIGNER_PASSPHRASE", PASSPHRASE)
    own = signer(kind=kind)
    own.write(tmp_path)
    made = sign(tmp_path, edition, journal, table)
    before, after = pdfs(edition), pdfs(made)
    assert before.keys() == after.keys() == {"ferry.ko.pdf", "ferry.en.pdf"}
    for name, content in after.items():
        assert content.startswith(before[name]) and 0 < len(content) - len(before[name]) < 30_000
        assert (journal.path.parent / "2024-06" / name).read_bytes() == content
    assert [item for item in made.items if item.format != "pdf"] == [
        item for item in edition.items if item.format != "pdf"
    ]
    assert codes(after["ferry.ko.pdf"], tmp_path / "signed.pdf", own.pem) == []
    assert b"/ETSI.CAdES.detached" in after["ferry.ko.pdf"]
    assert page.validate_pdf_bytes(
        after["ferry.ko.pdf"], profile=page.ValidationProfile.PDF_A_3A
    ).is_compliant


@pytest.fixture(scope="module")
def made(built: tuple[Path, Release], tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("signed")
    signer().write(folder)
    table = f'{PEM}\nreason = "edition of June"\nlocation = "Seoul"'
    return sign(folder, built[1], beside(folder / "output"), table)


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1], ids=str
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_signed_file_is_still_what_it_says(
    made: Release, language: str, profile: page.ValidationProfile
) -> None:
    report = page.validate_pdf_bytes(pdfs(made)[f"ferry.{language}.pdf"], profile=profile)
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_a_signed_file_whole(made: Release, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(pdfs(made)["ferry.ko.pdf"])
    ran = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_field_has_a_name_in_the_files_language_and_shows_nothing(
    made: Release, edition: Release
) -> None:
    for language, name in (("ko", "전자서명"), ("en", "Digital signature")):
        file = f"ferry.{language}.pdf"
        more = pdfs(made)[file][len(pdfs(edition)[file]) :]
        assert re.search(rb"/Rect \[ ?-9999 -9999 -9999 -9999 ?\]", more)
        said = re.search(rb"/TU \(((?:[^()\\]|\\.)*)\)", more, re.S)
        assert said is not None and _text(said[1]) == name
        pictures = [
            pypdfium2.PdfDocument(each)[0].render() for each in (pdfs(made)[file], pdfs(edition)[file])
        ]
        assert bytes(pictures[0].buffer) == bytes(pictures[1].buffer)


def test_reason_and_place_are_told(made: Release) -> None:
    document = pypdfium2.PdfDocument(pdfs(made)["ferry.en.pdf"])
    assert pdfium.FPDF_GetSignatureCount(document.raw) == 1
    content = pdfs(made)["ferry.en.pdf"]
    assert b"/Reason (edition of June)" in content and b"/Location (Seoul)" in content


def test_a_later_run_takes_what_was_signed(edition: Release, journal: Journal, tmp_path: Path) -> None:
    signer().write(tmp_path)
    first = sign(tmp_path, edition, journal, PEM)
    (journal.path.parent / "2024-06" / "ferry.en.pdf").unlink()  # as if a run had been killed between the two
    (tmp_path / "key.pem").write_bytes(signer().key_pem)
    second = sign(tmp_path, edition, journal, PEM)
    assert pdfs(second)["ferry.ko.pdf"] == pdfs(first)["ferry.ko.pdf"]
    assert pdfs(second)["ferry.en.pdf"].startswith(pdfs(edition)["ferry.en.pdf"])
    (tmp_path / "key.pem").unlink()
    assert sign(tmp_path, edition, journal, PEM) == second  # no key is needed for what is kept


@pytest.mark.parametrize("harm", ["other build", "altered", "unsigned", "none"])
def test_a_kept_file_of_another_build_is_refused(
    harm: str, made: Release, edition: Release, journal: Journal, tmp_path: Path
) -> None:
    signer().write(tmp_path)
    content = pdfs(made)["ferry.ko.pdf"]
    kept = {
        "other build": pdfs(made)["ferry.en.pdf"],
        "altered": content.replace(b"/Location (Seoul)", b"/Location (Busan)"),
        "unsigned": pdfs(edition)["ferry.ko.pdf"],
        "none": b"",
    }[harm]
    path = journal.path.parent / "2024-06" / "ferry.ko.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(kept)
    with pytest.raises(Refusal) as caught:
        sign(tmp_path, edition, journal, PEM)
    assert [problem.code for problem in caught.value.problems] == ["O036"]
    assert path.read_bytes() == kept


def test_a_dry_run_writes_nothing_but_tries_the_key(
    edition: Release, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer().write(tmp_path)
    monkeypatch.setenv("SIGNER_PASSPHRASE", PASSPHRASE)
    assert sign(tmp_path, edition, journal, P12, dry_run=True) == edition
    assert not journal.path.parent.exists()
    monkeypatch.setenv("SIGNER_PASSPHRASE", "wrong")
    with pytest.raises(Refusal):
        sign(tmp_path, edition, journal, P12, dry_run=True)


@pytest.mark.parametrize("table", [P12, LOCKED])
@pytest.mark.parametrize("phrase", [f"{PASSPHRASE}-wrong", ""])
def test_a_wrong_passphrase_is_refused_and_not_told(
    table: str,
    phrase: str,
    edition: Release,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    signer().write(tmp_path)
    monkeypatch.setenv("SIGNER_PASSPHRASE", phrase)
    with pytest.raises(Refusal) as caught:
        sign(tmp_path, edition, journal, table)
    assert {problem.code for problem in caught.value.problems} == {"O036" if phrase else "O032"}
    said = f"{caught.value.problems!r}{caught.value!r}{caught.value.__cause__!r}{''.join(capfd.readouterr())}"
    assert PASSPHRASE not in said and "briefing.toml" in said or not phrase
    assert not journal.path.parent.exists()


@pytest.mark.parametrize(
    ("table", "code", "line", "said"),
    [
        ('certificate = "cert.pem"', "O036", 2, "needs its key"),
        ('certificate = "signer.p12"\nkey = "key.pem"', "O036", 3, "its own key"),
        (f'{PEM}\npassword = "hush-hush"', "O036", 4, "passed on"),
        (f'{PEM}\nminisign_password = "hush-hush"', "O036", 4, "passed on"),
        ('certificate = "c.pem"\nkey = "-----BEGIN hush-hush"', "O036", 3, "holds a key itself"),
        (f'{PEM}\npassphrase = "hush-hush"', "P003", 4, "the name of a secret"),
        (f'{PEM}\ntimestamp = "http://stamps.example/"', "O036", 4, "without encryption"),
        (f'{PEM}\ntimestamp = "https://me:hush-hush@stamps.example/"', "O036", 4, "a secret"),
        (f'{PEM}\ntimestamp = "ftp://stamps.example/"', "P003", 4, "an address"),
        (f"{PEM}\nstamp = 1", "P001", 4, "unknown key"),
        ("key = 3", "P002", 1, "certificate"),
        (f'{PEM}\nreason = ""', "P003", 4, "must be text"),
        ('certificate = "absent.p12"', "O036", 1, "cannot be read"),
        ('certificate = "key.pem"\nkey = "key.pem"', "O036", 1, "cannot be opened"),
        ('certificate = "cert.pem"\nkey = "cert.pem"', "O036", 1, "cannot be opened"),
        ('certificate = "briefing.toml"\nkey = "key.pem"', "O036", 1, "cannot be opened"),
        ('certificate = "cert.pem"\nkey = "other.pem"', "O036", 1, "does not hold"),
    ],
)
def test_what_cannot_sign_is_refused_at_its_line(
    table: str, code: str, line: int, said: str, edition: Release, journal: Journal, tmp_path: Path
) -> None:
    signer().write(tmp_path)
    (tmp_path / "other.pem").write_bytes(signer("Somebody Else").key_pem)
    start = small_brief.CONFIG.count("\n") + 1
    with pytest.raises(Refusal) as caught:
        sign(tmp_path, edition, journal, table)
    found = [problem for problem in caught.value.problems if problem.code == code]
    assert found and said in found[0].message
    assert str(found[0].where) == f"briefing.toml:{start + line}"
    assert "hush-hush" not in repr(caught.value.problems)
    assert not journal.path.parent.exists()


def test_without_a_table_nothing_is_signed(built: tuple[Path, Release], journal: Journal) -> None:
    with pytest.raises(Refusal) as caught:
        signed(load(built[0]), built[1], journal)
    assert caught.value.problems[0].code == "O036" and caught.value.exit_code == 2


def test_a_certificate_that_is_over_cannot_sign(edition: Release, journal: Journal, tmp_path: Path) -> None:
    signer("Of Yesterday", until=2021).write(tmp_path)
    with pytest.raises(Refusal) as caught:
        sign(tmp_path, edition, journal, PEM)
    assert {problem.code for problem in caught.value.problems} == {"O036", "V061"}


def test_a_server_stamps_the_time(edition: Release, journal: Journal, tmp_path: Path) -> None:
    own, stamps = signer(), signer("Clock of the Harbour", stamps=True)
    own.write(tmp_path)
    with stamping(stamps) as address:
        made = sign(tmp_path, edition, journal, f'{PEM}\ntimestamp = "{address}"')
    content = pdfs(made)["ferry.ko.pdf"]
    path = tmp_path / "signed.pdf"
    assert codes(content, path, own.pem, stamps.pem) == []
    assert codes(content, path, own.pem) == ["V064"]
    (_, told, *_) = verified(path, path.name, None, (own.pem, stamps.pem)).verdict.parts
    assert "by the time stamp of Common Name: Clock of the Harbour" in told.said


def test_without_its_stamp_nothing_is_signed(edition: Release, journal: Journal, tmp_path: Path) -> None:
    signer().write(tmp_path)
    with stamping(signer("Clock of the Harbour", stamps=True)) as address:
        for table in (f'{PEM}\ntimestamp = "{address}broken"', PEM + '\ntimestamp = "http://127.0.0.1:9/"'):
            with pytest.raises(Refusal) as caught:
                sign(tmp_path, edition, journal, table)
            assert "gave none" in caught.value.problems[0].message and caught.value.exit_code == 3
    assert not journal.path.parent.exists()


def test_sums_are_as_sha256sum_reads_them(edition: Release) -> None:
    lines = sums(edition.items).decode().splitlines()
    assert lines == sorted(lines, key=lambda line: line.split("  ")[1]) and len(lines) == len(edition.items)
    for item in edition.items:
        assert f"{hashlib.sha256(item.content).hexdigest()}  {item.name}" in lines


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
@pytest.mark.parametrize("phrase", [pytest.param("a phrase of minisign", marks=pytest.mark.slow), ""])
def test_minisign_signs_the_sums_of_the_signed_files(
    phrase: str, edition: Release, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer().write(tmp_path)
    key, public = tmp_path / "mini.key", tmp_path / "mini.pub"
    command = ["minisign", "-G", "-p", str(public), "-s", str(key), *([] if phrase else ["-W"])]
    subprocess.run(command, input=f"{phrase}\n{phrase}\n".encode(), capture_output=True, check=True)
    table = f'{PEM}\nminisign = "mini.key"'
    if phrase:  # of which minisign makes a key in seconds, so it is asked for but once
        table += '\nminisign_passphrase = "MINI"'
        monkeypatch.setenv("MINI", phrase)
    made = sign(tmp_path, edition, journal, table)
    listed, signature = made.items[-2:]
    assert (listed.name, signature.name) == ("SHA256SUMS", "SHA256SUMS.minisig")
    assert listed.content == sums(made.items) and listed.content != sums(edition.items)
    assert sign(tmp_path, edition, journal, table) == made
    folder = journal.path.parent / "2024-06"
    check = ["minisign", "-V", "-p", str(public), "-m", str(folder / "SHA256SUMS")]
    ran = subprocess.run(check, capture_output=True, text=True)
    assert ran.returncode == 0 and "ferry 2024-06" in ran.stdout
    if phrase:
        return
    (folder / "SHA256SUMS").write_bytes(listed.content.replace(b"ferry.ko", b"ferry.en"))
    assert subprocess.run(check, capture_output=True).returncode != 0
    assert sign(tmp_path, edition, journal, table) == made  # and what was changed is written and signed again
    assert subprocess.run(check, capture_output=True).returncode == 0


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_a_key_that_minisign_cannot_read_is_refused(
    edition: Release, journal: Journal, tmp_path: Path
) -> None:
    signer().write(tmp_path)
    for key, said in (("cert.pem", "minisign cannot sign"), ("absent.key", "there is no key")):
        with pytest.raises(Refusal) as caught:
            sign(tmp_path, edition, journal, f'{PEM}\nminisign = "{key}"')
        assert said in caught.value.problems[0].message


def test_without_minisign_the_pdfs_are_signed_all_the_same(
    edition: Release, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer().write(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    made = sign(tmp_path, edition, journal, f'{PEM}\nminisign = "mini.key"')
    assert len(made.items) == len(edition.items) and pdfs(made) != pdfs(edition)
    assert "minisign is not installed" in lacking(load(tmp_path), made)
