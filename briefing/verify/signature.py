"""A PDF that goes on after its seal -> who signed it, whether the signature holds, and what else was appended.

The library's ``valid`` says only that the signature is of the digest that it holds: it stays true for a file that was
altered. What counts is its overall verdict, the whole file being signed, and nothing but the signature being new.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from briefing.model import Place, Problem, Refusal
from briefing.render import seal
from briefing.saying import tell
from briefing.verify.opened import HINT, opened

ENOUGH = {"digital_signature", "non_repudiation"}
"""A certificate that may be used for either may sign a document (ETSI EN 319 142-1 asks no more)."""
DIGESTS = ("sha256", "sha384", "sha512")
TRUST = tell(
    "give the certificate of the signer, or of who vouches for it, from a place that you trust: --trust CERT.pem"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed file: the sealed file that it begins with, the signature in words, and what of it does not hold."""

    original: bytes
    said: str
    problems: tuple[Problem, ...]


def signatures(content: bytes) -> int:
    """How many signatures a PDF carries, as PDFium counts them; none where it cannot be read."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return max(0, int(pdfium.FPDF_GetSignatureCount(document.raw)))
    finally:
        document.close()


def examine(content: bytes, shown: str, trust: Sequence[bytes] = ()) -> Signed | None:
    """The signature after the seal of ``content``; None where there is no seal or no signature after it.

    ``trust``: certificates, DER or PEM, of those whose signatures are believed. Nothing is fetched.
    """
    found = seal.original(content)
    if found is None or not signatures(content):
        return None
    original, sealed = found
    where = Place(shown)
    problems = []
    if not sealed:
        problems.append(Problem("V002", tell("what was signed is not as it was built"), where, HINT))
    try:
        import pyhanko  # noqa: F401
    except ImportError:
        hint = tell("pip install briefing[sign]")
        missing = Problem("V060", tell("it carries a signature that could not be checked"), where, hint)
        return Signed(original, tell("not checked: pyHanko is not installed"), (*problems, missing))
    with quiet():
        try:
            said, more = _examined(content, original, where, trust)
        except Exception as error:  # whatever the library says of a file made to break it, it is no signature
            broken = tell("its signature cannot be read ({name})", name=type(error).__name__)
            beyond = tell("what follows what was built is no signature's revision")
            said, more = tell("cannot be read"), [Problem("V061", broken, where, HINT), _more(beyond, where)]
    return Signed(original, said, (*problems, *more))


@contextmanager
def quiet() -> Iterator[None]:
    """What the library logs of a broken file, a key or a server is told by a problem, without what it must not repeat."""
    was = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(was)


def _examined(
    content: bytes, original: bytes, where: Place, trust: Sequence[bytes]
) -> tuple[str, list[Problem]]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(BytesIO(content))
    every = reader.embedded_signatures
    if len(every) != 1:
        return f"{len(every)} signatures", [
            _more(tell("it carries {count} signatures, not one", count=len(every)), where)
        ]
    problems = [_more(what, where) for what in _appended(reader, every[0], original)]
    said, more = _judged(every[0], where, trust)
    return said, problems + more


def _more(what: str, where: Place) -> Problem:
    return Problem("V062", what, where, HINT)


def _appended(reader: Any, signature: Any, original: bytes) -> Iterator[str]:
    """What is wrong with the revisions: one is the original, the other the signature, which covers both."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    from briefing.verify import revision

    own = PdfFileReader(BytesIO(original)).xrefs.total_revisions
    later = reader.xrefs.total_revisions - own
    if later != 1 or signature.signed_revision != own:
        yield tell("{later} revisions follow what was built, not the signature's alone", later=later)
    if signature.evaluate_signature_coverage() != SignatureCoverageLevel.ENTIRE_FILE:
        yield tell("its signature does not cover the whole file")
    if signature.byte_range[0] != 0 or signature.byte_range[1] < len(original):
        yield tell("its signature does not cover what was built")
    if not _exact(signature, reader.stream.getvalue()):
        yield tell("the room that is left for its signature holds something else")
    if later and revision.fault(reader, own):
        yield tell("more than the signature was added to what was built: its pages or files may be others")
    if _read(original) != _read(reader.stream.getvalue()):
        yield tell("it does not print what it printed when it was built")


def _exact(signature: Any, content: bytes) -> bool:
    """Whether the bytes that no signature can cover, its own, are the signature and zeros, written in one way only."""
    from asn1crypto import cms, parser

    _, start, end, _ = signature.byte_range
    raw = bytes.fromhex(content[start + 1 : end - 1].decode("ascii"))
    _, _, _, head, inner, tail = parser.parse(raw, strict=False)
    length = len(head) + len(inner) + len(tail)
    info = cms.ContentInfo.load(raw[:length])
    data = info["content"]
    (own,) = data["signer_infos"]
    plain = (data["version"].native, own["version"].native) == ("v1", "v1")
    plain &= [each.dump() for each in data["digest_algorithms"]] == [own["digest_algorithm"].dump()]
    plain &= own["digest_algorithm"]["algorithm"].native in DIGESTS and info.dump(force=True) == raw[:length]
    return plain and content[start:end] == b"<" + raw.hex().upper().encode() + b">" and not any(raw[length:])


def _read(content: bytes) -> tuple[object, object]:
    found = opened(content, "")
    return found.passages, found.files


def _judged(signature: Any, where: Place, trust: Sequence[bytes]) -> tuple[str, list[Problem]]:
    """The signature in words, and V061, V063 or V064 where the library's overall verdict is against it."""
    from pyhanko.keys import load_certs_from_pemder_data
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    roots = [root for content in trust for root in load_certs_from_pemder_data(content)]
    status: Any = validate_pdf_signature(
        signature,
        ValidationContext(trust_roots=roots, allow_fetching=False),
        key_usage_settings=KeyUsageConstraints(key_usage=ENOUGH, match_all_key_usages=False),
    )
    certificate = status.signing_cert
    who = f"{certificate.subject.human_friendly} (SHA-256 {certificate.sha256.hex()})"
    problems = []
    if not status.intact:
        problems.append(Problem("V061", tell("it is not what was signed"), where, HINT))
    if not status.valid:
        problems.append(Problem("V061", tell("its signature is not of the key that it names"), where, HINT))
    made, valid = status.signer_reported_dt, (certificate.not_valid_before, certificate.not_valid_after)
    if made is not None and not valid[0] <= made <= valid[1]:
        message = tell("it says that it was signed when its certificate was not valid")
        problems.append(Problem("V061", message, where, HINT))
    if status.intact and status.valid and not status.trusted:  # else trust was not looked at
        why = status.trust_problem_indic
        reason = f" ({why.name.lower().replace('_', ' ')})" if why is not None and roots else ""
        problems.append(
            Problem(
                "V063",
                tell("its signer is not among the trusted: {who}{reason}", who=who, reason=reason),
                where,
                TRUST,
            )
        )
    when, more = _time(status, where)
    problems += more
    if not status.bottom_line and not problems:
        problems.append(Problem("V061", tell("its signature does not hold"), where, HINT))
    sound = tell("intact and valid") if status.intact and status.valid else tell("not of these bytes")
    return tell("{sound}, by {who}, {when}", sound=sound, who=who, when=when), problems


def _time(status: Any, where: Place) -> tuple[str, list[Problem]]:
    stamp = status.timestamp_validity
    if stamp is None:
        return tell("by its own word at {time}", time=status.signer_reported_dt), []
    when = tell(
        "before {time} by the time stamp of {signer}",
        time=stamp.timestamp,
        signer=stamp.signing_cert.subject.human_friendly,
    )
    if not (stamp.valid and stamp.intact):
        return when, [Problem("V064", tell("its time stamp does not hold"), where, HINT)]
    if not stamp.trusted:
        who = f"{stamp.signing_cert.subject.human_friendly} (SHA-256 {stamp.signing_cert.sha256.hex()})"
        return when, [
            Problem("V064", tell("its time stamp is of none among the trusted: {who}", who=who), where, TRUST)
        ]
    return when, []


def trusted(contents: Sequence[tuple[str, bytes]]) -> tuple[bytes, ...]:
    """The certificates of files (name and bytes), as ``examine`` takes them; Refusal V065 for what holds none."""
    if not contents:
        return ()
    try:
        from pyhanko.keys import load_certs_from_pemder_data
    except ImportError:
        return ()  # the file's signature is then told as unchecked
    found: list[bytes] = []
    for name, content in contents:
        try:
            found += [certificate.dump() for certificate in load_certs_from_pemder_data(content)]
        except (
            Exception
        ):  # asn1crypto and its callers raise as many errors as there are ways to be no certificate
            hint = tell("give a PEM or DER file of certificates")
            raise Refusal(
                Problem("V065", tell("it holds no certificate"), Place(name), hint), exit_code=3
            ) from None
    return tuple(found)
