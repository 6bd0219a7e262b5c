"""A mail server on loopback that takes, refuses, defers, limits and drops as a test says, and keeps what it took."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


@dataclass
class Mailbox:
    """The server's side: every message that it accepted, in order, and how it answers to an address."""

    recipients: dict[str, list[str]] = field(default_factory=dict)
    contents: dict[str, list[str]] = field(default_factory=dict)
    answers: dict[str, list[Any]] = field(default_factory=dict)
    received: list[tuple[str, bytes]] = field(default_factory=list)
    attempts: Counter[str] = field(default_factory=Counter)
    connections: int = 0
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    keep: Callable[[bytes], bytes] = lambda content: content

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: Any
    ) -> Any:
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self.attempts[address] += 1
        answer = self._next(self.recipients, address)
        if answer == "drop":
            server.transport.abort()
            return "421 gone"
        if answer == "250 OK":
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        [address] = envelope.rcpt_tos
        answer = self._next(self.contents, address)
        if answer in ("250 OK", "keep and drop"):
            self.received.append((address, self.keep(envelope.content)))
        if answer in ("drop", "keep and drop"):
            server.transport.abort()
            return "421 gone"
        return answer

    @staticmethod
    def _next(answers: dict[str, list[str]], address: str) -> str:
        left = answers.get(address)
        return left.pop(0) if left else "250 OK"

    def login(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"open-sesame", handled=False)

    def mails(self) -> list[tuple[str, EmailMessage]]:
        return [(address, parsed(content)) for address, content in self.received]

    def ids(self) -> list[tuple[str, str]]:
        """Address and Message-ID of every message taken: what a mail store tells messages apart by."""
        return [(address, str(mail["Message-ID"])) for address, mail in self.mails()]


def parsed(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


@contextmanager
def serving(mailbox: Mailbox, **options: Any) -> Iterator[int]:
    """The port on which the mailbox is served; gone when the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    controller = Controller(mailbox, hostname="127.0.0.1", port=port, ready_timeout=20, **options)
    controller.start()
    # the server reads in small bits: with the system's own buffer its window shuts, and each message waits 40 ms for it
    for listening in controller.server.sockets:  # type: ignore[union-attr]
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_000_000)
    try:
        yield port
    finally:
        controller.stop()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's context and its certificate, which vouches for itself as localhost."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    made += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(made, check=True, capture_output=True, timeout=60)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return context, cert


@contextmanager
def silent() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held: list[socket.socket] = []

        def take() -> None:
            while True:
                try:
                    held.append(listening.accept()[0])
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            for each in held:
                each.close()
            listening.shutdown(socket.SHUT_RDWR)
