"""A release and [sign] of briefing.toml -> the release with its PDFs signed (PAdES B-B), each once and then kept.

A signature holds a time, so that no two are alike: the signed file stays beside the journal and is taken from there as
long as it begins with what is built today. It is appended to the built file, which is not changed by a byte.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.deliver import write
from briefing.model import Place, Problem, Refusal
from briefing.project import Project
from briefing.publish.certificate import Certificate, certificate
from briefing.publish.journal import Journal
from briefing.publish.release import Item, Release
from briefing.publish.secrets import secret
from briefing.publish.sums import SIGNATURE, sign_sums
from briefing.publish.sums import item as listed
from briefing.saying import tell
from briefing.verify import signature

FIELD = "Signature"
SECONDS = 20
"""That a server of time stamps may take to answer."""


def signed(project: Project, edition: Release, journal: Journal, *, dry_run: bool = False) -> Release:
    """The edition with every PDF signed; with SHA256SUMS and its signature too where minisign signs them.

    ``dry_run`` looks whether certificate, key and passphrase fit, and leaves what is not yet signed unsigned. Refusal
    O036 where a signature cannot be made, or one that is kept is of another build.
    """
    own = certificate(project)
    folder = journal.path.parent / edition.folder
    with signature.quiet():
        signer = None
        items = []
        for item in edition.items:
            if item.format == "pdf":
                kept = _kept(folder / item.name, item)
                if kept is None:
                    signer = signer or _signer(own)
                    kept = item.content if dry_run else _signed(item, edition, own, signer)
                    if not dry_run:
                        write(folder / item.name, kept)
                item = replace(item, content=kept)
            items.append(item)
    release = replace(edition, items=tuple(items))
    sums = sign_sums(release, own, folder) if not dry_run else None
    return replace(release, items=(*items, listed(release), sums)) if sums is not None else release


def lacking(project: Project, edition: Release) -> str:
    """What of a signed edition could not be made here, and is no fault; empty where nothing is lacking."""
    if certificate(project).minisign is not None and edition.items[-1].name != SIGNATURE:
        return tell("minisign is not installed: SHA256SUMS is not signed")
    return ""


def _kept(path: Path, item: Item) -> bytes | None:
    """The signed file of an earlier run; Refusal where it is no signature of just this build."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    found = signature.examine(content, path.name)
    against = [problem for problem in found.problems if problem.code not in TRUST] if found else []
    if found is None or against or found.original != item.content:
        what = tell("the signed file of this edition is of another build, or was altered")
        hint = tell(
            "what was published does not change: raise the edition, or remove {name} and sign anew",
            name=path.name,
        )
        raise Refusal(Problem("O036", what, Place(str(path)), hint))
    return content


TRUST = ("V063", "V064")
"""Whom a reader trusts is not asked of who signs."""


def _signer(own: Certificate) -> Any:
    """The library's signer; Refusal O036 that repeats neither key nor passphrase."""
    try:
        from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore
    except ImportError:
        hint = tell("pip install briefing[sign]")
        raise Refusal(Problem("O036", tell("signing needs pyHanko"), own.where, hint), exit_code=3) from None
    words = secret(own.passphrase) if own.passphrase is not None else None
    phrase = words.reveal().encode() if words is not None else None
    content = _read(own.certificate, own)
    if own.key is None:
        try:
            return SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=phrase)
        except Exception:
            raise Refusal(_unread(own.certificate, own), exit_code=3) from None
    try:
        first, *others = load_certs_from_pemder_data(content)
    except Exception:
        raise Refusal(_unread(own.certificate, own), exit_code=3) from None
    try:
        key = load_private_key_from_pemder_data(_read(own.key, own), passphrase=phrase)
    except (ValueError, TypeError):
        raise Refusal(_unread(own.key, own), exit_code=3) from None
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(others)
    return SimpleSigner(signing_cert=first, signing_key=key, cert_registry=store)


def _read(path: Path, own: Certificate) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        problem = Problem(
            "O036",
            tell("'{name}' cannot be read", name=path.name),
            own.where,
            tell("check its path and its rights"),
        )
        raise Refusal(problem, exit_code=3) from None


def _unread(path: Path, own: Certificate) -> Problem:
    hint = tell("check that it is PKCS#12 or PEM, and that the secret that passphrase names is its own")
    return Problem("O036", tell("'{name}' cannot be opened", name=path.name), own.where, hint)


def _unsigned(own: Certificate, why: str) -> Problem:
    if own.timestamp is not None:
        hint = tell("try again later, or check timestamp in [sign]; nothing was signed without a time stamp")
        return Problem("O036", tell("the server of time stamps gave none ({why})", why=why), own.where, hint)
    hint = tell("check that key and certificate are of one kind that PDF knows: RSA, or an elliptic curve")
    return Problem("O036", tell("the certificate cannot sign ({why})", why=why), own.where, hint)


def _signed(item: Item, edition: Release, own: Certificate, signer: Any) -> bytes:
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError

    from briefing.publish.appended import Appended

    told = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=own.reason,
        location=own.location,
    )
    # nothing to see, so it needs no tag: PDF/UA has that outside the page, PDF/A only without the flag "hidden"
    field = SigFieldSpec(
        FIELD,
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
        # Translators: name of the field that holds a signature, for assistive technology
        readable_field_name=own.name or edition.briefs[item.language].gettext("Digital signature"),
    )
    server = HTTPTimeStamper(own.timestamp, timeout=SECONDS) if own.timestamp is not None else None
    made = BytesIO()
    try:
        PdfSigner(told, signer, timestamper=server, new_field_spec=field).sign_pdf(
            Appended(BytesIO(item.content)), output=made
        )
    except (TimestampRequestError, SigningError, ValueError, LookupError, TypeError, OSError) as error:
        raise Refusal(_unsigned(own, type(error).__name__), exit_code=3) from None
    content = made.getvalue()
    found = signature.examine(content, item.name)
    faults = [problem for problem in found.problems if problem.code not in TRUST] if found else []
    if found is None or faults or found.original != item.content:
        hint = tell("check that the certificate is of this key, and may be used for signing")
        raise Refusal(
            Problem("O036", tell("the signature of {name} does not hold", name=item.name), own.where, hint),
            *faults,
        )
    return content
