"""Items of a release -> SHA256SUMS, and its signature by minisign where that is installed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from briefing.deliver import write
from briefing.model import Problem, Refusal
from briefing.publish.certificate import Certificate
from briefing.publish.release import Item, Release
from briefing.publish.secrets import secret
from briefing.saying import tell

NAME = "SHA256SUMS"
SIGNATURE = f"{NAME}.minisig"
SECONDS = 60
"""That minisign may take: it makes a key out of a passphrase, which is slow on purpose."""
_SIGNED = re.compile(rb"untrusted comment:[^\n]*\n[^\n]+\ntrusted comment:[^\n]*\n[^\n]+\n")
_HINT = tell("check minisign and minisign_passphrase in [sign]")


def sums(items: Sequence[Item]) -> bytes:
    """The digests of the items, a line each as ``sha256sum --check`` reads it, in the order of their names."""
    named = sorted((item for item in items if item.name not in (NAME, SIGNATURE)), key=lambda item: item.name)
    return "".join(f"{item.sha256}  {item.name}\n" for item in named).encode()


def sign_sums(edition: Release, certificate: Certificate, folder: Path) -> Item | None:
    """The signature of ``sums`` of the edition, kept in ``folder`` with what it signs.

    None where [sign] names no key of minisign, or minisign is not installed. Refusal O036 where it cannot sign.
    """
    if certificate.minisign is None or not installed():
        return None
    if not certificate.minisign.is_file():
        problem = Problem(
            "O036", tell("there is no key '{name}'", name=certificate.minisign.name), certificate.where, _HINT
        )
        raise Refusal(problem, exit_code=3)
    content, signature = sums(edition.items), folder / SIGNATURE
    listed = folder / NAME
    if not (listed.is_file() and listed.read_bytes() == content and signature.is_file()):
        write(signature, b"")  # before the digests change: whatever stood there is of others
        write(listed, content)
    if not signature.read_bytes():
        write(signature, _signature(edition, certificate, listed))
    return Item(SIGNATURE, signature.read_bytes(), "text/plain; charset=utf-8", "", "minisig")


def item(edition: Release) -> Item:
    return Item(NAME, sums(edition.items), "text/plain; charset=utf-8", "", "sums")


def installed() -> bool:
    try:
        subprocess.run(["minisign", "-v"], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return True


def _signature(edition: Release, certificate: Certificate, listed: Path) -> bytes:
    """What minisign says; its own comment tells the edition, since the time that it would tell differs with every run."""
    name = certificate.minisign_passphrase
    words = secret(name) if name is not None else None
    given = f"{words.reveal()}\n".encode() if words is not None else b""
    command = ["minisign", "-S", "-s", str(certificate.minisign), "-m", str(listed), "-x", "/dev/stdout"]
    said = f"{edition.brief} {edition.folder}"
    try:
        done = subprocess.run([*command, "-t", said], input=given, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        raise Refusal(Problem("O036", tell("minisign does not answer"), certificate.where, _HINT)) from None
    found = _SIGNED.search(
        done.stdout
    )  # it asks for the passphrase, and says that it is done, on the same stream
    if done.returncode != 0 or found is None:
        raise Refusal(
            Problem("O036", tell("minisign cannot sign {name}", name=NAME), certificate.where, _HINT),
            exit_code=3,
        )
    return found[0]
