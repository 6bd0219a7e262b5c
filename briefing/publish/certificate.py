"""[sign] of briefing.toml -> Certificate: what signs, with which key, whose time stamp; its secrets are named, never held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefing import schema, tomlplace
from briefing.model import Place, Problem, Refusal
from briefing.project import CONFIG, Project
from briefing.saying import tell

SECRET_NAME = re.compile(r"[A-Z_][A-Z0-9_]{0,99}\Z", re.ASCII)
LOOPBACK = ("127.0.0.1", "::1", "localhost")
ELSEWHERE = tell('keep it in the environment and name its variable: passphrase = "BRIEFING_PASSPHRASE"')


def _secret(about: str) -> schema.Field:
    return schema.Field(
        lambda value: isinstance(value, str) and bool(SECRET_NAME.match(value)),
        tell("the name of a secret such as BRIEFING_PASSPHRASE, never the secret itself"),
        about=about,
    )


_SHAPE = {
    "certificate": schema.text(
        "PKCS#12, or PEM with others that vouch for it after it; from the brief's folder.", required=True
    ),
    "key": schema.text("The key of a PEM certificate."),
    "passphrase": _secret("The name of the secret that opens the key."),
    "timestamp": schema.url("A server of time stamps (RFC 3161)."),
    "reason": schema.text("Why it was signed, as readers show it."),
    "location": schema.text("Where it was signed, as readers show it."),
    "name": schema.text("What a screen reader calls the field of the signature."),
    "minisign": schema.text("The secret key with which minisign signs SHA256SUMS."),
    "minisign_passphrase": _secret("The name of the secret that opens that key."),
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What signs: ``certificate`` is PKCS#12, or PEM with its ``key``; ``name`` is the field's, as readers tell it."""

    certificate: Path
    key: Path | None
    passphrase: str | None
    timestamp: str | None
    reason: str | None
    location: str | None
    name: str | None
    minisign: Path | None
    minisign_passphrase: str | None
    where: Place


def certificate(project: Project) -> Certificate:
    """The table [sign]; Refusal (exit code 2) at its line where it is not there, lacks something or holds a secret."""
    document = tomlplace.load(project.folder / CONFIG, shown=CONFIG)
    if "sign" not in document.data:
        hint = tell('add a table [sign] with certificate = "briefing.p12"')
        raise Refusal(
            Problem("O036", tell("there is no certificate to sign with"), Place(CONFIG), hint), exit_code=2
        )
    if problems := [*_held(document)] or [*schema.check(document, ("sign",), _SHAPE)]:
        raise Refusal(*problems, exit_code=2)
    table = document.data["sign"]
    if problems := [*_unfit(document, table)]:
        raise Refusal(*problems, exit_code=2)

    def path(key: str) -> Path | None:
        return project.folder / Path(table[key]).expanduser() if key in table else None

    words = {
        key: table.get(key)
        for key in ("passphrase", "timestamp", "reason", "location", "name", "minisign_passphrase")
    }
    own = path("certificate")
    assert own is not None, "the table was checked"
    return Certificate(own, path("key"), minisign=path("minisign"), where=document.place("sign"), **words)


def _held(document: tomlplace.Document) -> Iterator[Problem]:
    """What of the table is a secret itself; no message repeats it."""
    table = document.data["sign"]
    for key, value in table.items() if isinstance(table, dict) else ():
        if "password" in key.lower():
            message = tell("'{key}' in [sign] would be a secret in a file that is passed on", key=key)
        elif "-----BEGIN" in str(value) or "untrusted comment:" in str(value):
            message = tell("'{key}' in [sign] holds a key itself", key=key)
        else:
            continue
        yield Problem("O036", message, document.place("sign", key), ELSEWHERE)


def _unfit(document: tomlplace.Document, table: dict[str, Any]) -> Iterator[Problem]:
    own = Path(table["certificate"])
    if own.suffix.lower() in (".p12", ".pfx"):
        if "key" in table:
            yield Problem(
                "O036",
                tell("a PKCS#12 file holds its own key"),
                document.place("sign", "key"),
                tell("remove this line"),
            )
    elif "key" not in table:
        where, hint = document.place("sign", "certificate"), tell('add key = "key.pem", or give a .p12 file')
        yield Problem("O036", tell("a PEM certificate needs its key beside it"), where, hint)
    address = urlsplit(table.get("timestamp", ""))
    where = document.place("sign", "timestamp")
    if address.scheme == "http" and address.hostname not in LOOPBACK:
        yield Problem(
            "O036", tell("a time stamp is not asked for without encryption"), where, tell("use https://…")
        )
    if address.username or address.password:
        yield Problem(
            "O036", tell("the address of the time stamp holds a secret"), where, tell("take it out")
        )
