"""A server on this machine between a client and a store: it passes requests on, and now and then does not as it should."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSED_ON = ("content-length", "connection", "transfer-encoding")


@dataclass
class Request:
    """One request; ``number`` counts them from 1."""

    number: int
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def pass_on(self, port: int) -> Answer:
        to = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        headers = {key: value for key, value in self.headers.items() if key.lower() not in PASSED_ON}
        to.request(self.method, self.path, self.body, headers | {"Content-Length": str(len(self.body))})
        answer = to.getresponse()
        answered = Answer(answer.status, dict(answer.getheaders()), answer.read())
        to.close()
        return answered

    def pass_on_half(self, port: int) -> None:
        """As a client that dies while it sends: all headers, half of the body."""
        head = "".join(f"{key}: {value}\r\n" for key, value in self.headers.items())
        with socket.create_connection(("127.0.0.1", port), timeout=20) as to:
            to.sendall(f"{self.method} {self.path} HTTP/1.1\r\n{head}\r\n".encode("latin-1"))
            to.sendall(self.body[: len(self.body) // 2])


@dataclass
class Answer:
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class BrokenOff(Exception):
    """The connection is to be closed without an answer."""


@contextmanager
def serving(answer: Callable[[Request], Answer]) -> Iterator[int]:
    """The port of a server that answers so."""
    counting = threading.Lock()
    count = 0

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 20

        def handle_any(self) -> None:
            nonlocal count
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with counting:
                count += 1
                request = Request(count, self.command, self.path, dict(self.headers.items()), body)
            try:
                said = answer(request)
            except BrokenOff:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response_only(said.status)
            for key, value in said.headers.items():
                if key.lower() not in PASSED_ON:
                    self.send_header(key, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        do_GET = do_PUT = do_DELETE = do_HEAD = do_POST = handle_any

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                self.close_connection = True  # the client is gone, as it is meant to be

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
