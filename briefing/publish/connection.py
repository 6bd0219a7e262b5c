"""A mail server and messages -> its answers: one connection for many messages, encrypted before anybody logs in."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from briefing.model import Problem, Refusal
from briefing.publish.message import Message
from briefing.publish.pace import Clock
from briefing.publish.secrets import Secret
from briefing.publish.targets import Mail
from briefing.saying import tell

TIMEOUT = 60.0
"""Seconds that the server may take for an answer."""
MANY = 100
"""Messages over one connection; servers close it sooner or later, and then between two of them is best."""
PAUSE = 1.0
"""Seconds before the second try; each further one waits twice as long."""
_TOO_LARGE = 552


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message: sent, refused (for good) or failed, and what the server said.

    ``again`` where it failed in passing; ``unheard`` where all of it was sent, and the answer never came.
    """

    outcome: str
    said: str
    again: bool = False
    unheard: bool = False


class Connection:
    """A server that is connected to when the first message goes out, and anew after ``MANY`` or a failure."""

    def __init__(self, target: Mail, password: Secret | None, sender: str, clock: Clock) -> None:
        self._target, self._password, self._sender, self._clock = target, password, sender, clock
        self._server: smtplib.SMTP | None = None
        self._sent = 0

    def send(self, address: str, message: Message, begun: Callable[[], None]) -> Answer:
        """Bring one message to the server; ``begun`` is called when all of it but its end has been sent.

        Refusal O034 for what stops all: no connection, no encryption, no login, a sender that is not taken.
        """
        server = self._opened()
        ended = False

        def ending() -> None:
            nonlocal ended
            begun()
            ended = True

        try:
            answer = self._mailed(server, address, message, ending)
            if answer.outcome != "sent" and self._server is not None:
                with suppress(smtplib.SMTPException, OSError):
                    server.rset()
        except (smtplib.SMTPException, OSError, ValueError) as error:
            self._drop()
            when = tell("before the answer") if ended else tell("on the way")
            return Answer(
                "failed",
                tell("the connection was lost {when}: {why}", when=when, why=_why(error)),
                True,
                ended,
            )
        except BaseException:
            self._drop()  # in the middle of a message there is no goodbye that a server would understand
            raise
        self._sent += 1
        if self._sent >= MANY:
            self.close()
        return answer

    def close(self) -> None:
        """Say goodbye, where there is still somebody to say it to."""
        if self._server is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._server.quit()
        self._drop()

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
        self._server, self._sent = None, 0

    def _mailed(
        self, server: smtplib.SMTP, address: str, message: Message, begun: Callable[[], None]
    ) -> Answer:
        options = []
        if server.has_extn("size"):
            limit = server.esmtp_features["size"].strip()
            if limit.isdecimal() and 0 < int(limit) < message.size:
                said = f"the message of {message.size} bytes is larger than the server's limit of {limit}"
                return Answer("failed", said)
            options = [f"SIZE={message.size}"]
        code, reply = server.mail(self._sender, options)
        if code >= 500 and code != _TOO_LARGE:
            hint = tell("check sender, user and password of the target")
            raise self._refusal(
                tell(
                    "does not take mail from {sender}: {said}", sender=self._sender, said=_said(code, reply)
                ),
                hint,
            )
        if code == 250:
            code, reply = server.rcpt(address)
        if code in (250, 251, 252):
            code, reply = server.docmd("DATA")
        if code != 354:
            return self._judged(code, reply)
        for piece in message.pieces:
            server.send(piece)
        begun()
        server.send(b".\r\n")
        return self._judged(*server.getreply())

    def _judged(self, code: int, reply: bytes) -> Answer:
        """RFC 5321, 4.2.1: 2yz done, 4yz failed in passing, 5yz for good; 421 closes the connection as well."""
        if code == 421:
            self._drop()
        if code == 250:
            return Answer("sent", "")
        if code == _TOO_LARGE:  # tells of a limit, which may be another next time, and not of the person
            return Answer(
                "failed", tell("the message is larger than the server takes: {said}", said=_said(code, reply))
            )
        if code >= 500:
            return Answer("refused", _said(code, reply))
        return Answer("failed", _said(code, reply), again=True)

    def _opened(self) -> smtplib.SMTP:
        """The connection as it stands, or a new one; what fails in passing is tried again."""
        last = ""
        for turn in range(self._target.tries):
            if self._server is not None:
                break
            if turn:
                self._clock.sleep(PAUSE * 2 ** (turn - 1))
            try:
                self._server = self._connected()
            except ssl.SSLCertVerificationError as error:
                hint = tell(
                    "the certificate must be of this very name and of an authority that SSL_CERT_FILE or the system has"
                )
                raise self._refusal(
                    tell("is not proven: {verify_message}", verify_message=error.verify_message), hint
                ) from None
            except smtplib.SMTPAuthenticationError as error:
                if error.smtp_code >= 500:
                    raise self._refusal(
                        tell(
                            "refuses the login of '{user}' ({smtp_code})",
                            user=self._target.user,
                            smtp_code=error.smtp_code,
                        )
                    ) from None
                last = tell("login deferred ({smtp_code})", smtp_code=error.smtp_code)
            except smtplib.SMTPNotSupportedError:
                hint = tell("set security and port to what the server offers")
                raise self._refusal(tell("offers no STARTTLS, or no login"), hint) from None
            except UnicodeError:
                raise self._refusal(tell("takes no login that is not ASCII")) from None
            except (smtplib.SMTPException, OSError) as error:
                last = _why(error)
        if self._server is None:
            raise self._refusal(
                tell("cannot be reached: {last}", last=last),
                tell("run again: who has the mail gets no second one"),
            )
        return self._server

    def _connected(self) -> smtplib.SMTP:
        target = self._target
        if target.security == "tls":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                target.server, target.port, timeout=TIMEOUT, context=context
            )
        else:
            server = smtplib.SMTP(target.server, target.port, timeout=TIMEOUT)
        try:
            if target.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            if target.user is not None and self._password is not None:
                server.login(target.user, self._password.reveal())
        except BaseException:
            server.close()
            raise
        return server

    def _refusal(self, what: str, hint: str = tell("check the [publish] table of the target")) -> Refusal:
        target = self._target
        message = tell(
            "target '{name}': {server}:{port} {what}",
            name=target.name,
            server=target.server,
            port=target.port,
            what=what,
        )
        return Refusal(Problem("O034", message, target.where, hint), exit_code=4)


def is_loopback(host: str) -> bool:
    """Whether what goes to ``host`` stays on this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _said(code: int, reply: bytes) -> str:
    words = reply.decode("utf-8", "replace")
    legible = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return f"{code} {legible[:200]}".rstrip()


def _why(error: Exception) -> str:
    """An error in our words: what a server answers to a login is never repeated."""
    if isinstance(error, smtplib.SMTPResponseException):
        return tell("answer {smtp_code}", smtp_code=error.smtp_code)
    if isinstance(error, TimeoutError):
        return tell("no answer in time")
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return (
        tell("closed by the server")
        if isinstance(error, smtplib.SMTPServerDisconnected)
        else tell("no mail server's answer")
    )
