"""Certificates and keys of made-up signers, each made once in a test run, and a time-stamp server of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "not-to-be-shown"


@dataclass(frozen=True)
class Signer:
    """A key and a certificate that vouches for itself."""

    key: Any
    certificate: x509.Certificate
    name: str

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self._key(serialization.NoEncryption())

    @property
    def locked_key_pem(self) -> bytes:
        return self._key(serialization.BestAvailableEncryption(PASSPHRASE.encode()))

    @property
    def p12(self) -> bytes:
        locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
        return pkcs12.serialize_key_and_certificates(b"signer", self.key, self.certificate, None, locked)

    def _key(self, locked: serialization.KeySerializationEncryption) -> bytes:
        form = serialization.PrivateFormat.PKCS8
        return self.key.private_bytes(serialization.Encoding.PEM, form, locked)

    def write(self, folder: Path) -> Path:
        """cert.pem, key.pem, locked.pem and signer.p12 in ``folder``; returns the first."""
        (folder / "cert.pem").write_bytes(self.pem)
        (folder / "key.pem").write_bytes(self.key_pem)
        (folder / "locked.pem").write_bytes(self.locked_key_pem)
        (folder / "signer.p12").write_bytes(self.p12)
        return folder / "cert.pem"


@cache
def signer(
    name: str = "Island Briefs", kind: str = "rsa", *, stamps: bool = False, until: int = 2040
) -> Signer:
    key = rsa.generate_private_key(65537, 2048) if kind == "rsa" else ec.generate_private_key(ec.SECP256R1())
    said = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = {
        each: each in ("digital_signature", "content_commitment")
        for each in (
            "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
            "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
        )
    }  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(said)
        .issuer_name(said)
        .public_key(key.public_key())
        .serial_number(8579)
        .not_valid_before(datetime(2020, 1, 1))
        .not_valid_after(datetime(until, 1, 1))
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    if stamps:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return Signer(key, builder.sign(key, hashes.SHA256()), name)


@contextmanager
def stamping(own: Signer) -> Iterator[str]:
    """The address of a server that stamps with ``own``, on the loopback; paths but / are answered with an error."""
    from asn1crypto import tsp
    from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
    from pyhanko.sign.timestamps import DummyTimeStamper

    (certificate,) = load_certs_from_pemder_data(own.pem)
    stamper = DummyTimeStamper(certificate, load_private_key_from_pemder_data(own.key_pem, None))

    class Server(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path != "/":
                self.send_error(503)
                return
            said = stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
