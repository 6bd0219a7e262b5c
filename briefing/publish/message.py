"""An edition, a language and a person -> one message as bytes, the PDF encoded once for all who read that language."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import formatdate
from urllib.parse import quote

from briefing.model import Problem, Refusal
from briefing.plaintext import plain
from briefing.publish.letter import Letter, written
from briefing.publish.recipients import Person, ascii_address, unfit
from briefing.publish.release import Release
from briefing.publish.targets import Mail
from briefing.saying import tell

NAME_LENGTH = 100
"""Characters of the attachment's name, ending included."""
_UNFIT_IN_NAME = re.compile(r'[/\\:*?"<>|]')
_SENDER = re.compile(r"(?:(?P<name>[^<>]*)<(?P<inside>[^<>]+)>|(?P<bare>[^<>]+))\Z")
_UNSUBSCRIBE = re.compile(r"(?:mailto:|https://)[!#-;=?-~]{1,800}\Z", re.ASCII)


class _Whole(UnstructuredHeader, BaseHeader):
    """A header on one line: an address that is folded or encoded is no address to who reads RFC 2369."""

    def fold(self, *, policy: object) -> str:
        return f"{self.name}: {self}\r\n"


def _policy() -> EmailPolicy[EmailMessage]:
    headers = HeaderRegistry()
    headers.map_to_type("list-unsubscribe", _Whole)
    # every line ASCII, so that a server without 8BITMIME takes it too
    return SMTP.clone(cte_type="7bit", header_factory=headers)


POLICY = _policy()


@dataclass(frozen=True, slots=True)
class Message:
    """What goes to the server between DATA and the closing dot, in pieces (the last ones are shared), dots doubled."""

    id: str
    pieces: tuple[bytes, ...]

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))


@dataclass(frozen=True, slots=True)
class Mailing:
    """One language of an edition, ready for anybody; ``attachment`` is the PDF as a MIME part."""

    edition: str
    target: Mail
    sender: Address
    language: str
    letter: Letter
    file: str
    sha256: str
    attachment: bytes

    def message(self, person: Person) -> Message:
        """The message to a person: the same Message-ID each time it is made."""
        id = _digest(self.edition, self.target.name, person.key)
        unsubscribe = self.target.unsubscribe.replace("{address}", quote(person.address, safe=""))
        text, html = self.letter.to(unsubscribe)
        mail = EmailMessage(policy=POLICY)
        mail["From"] = self.sender
        mail["To"] = Address(person.name, addr_spec=person.address)
        mail["Subject"] = self.letter.subject
        mail["Date"] = formatdate()
        mail["Message-ID"] = f"<{id}@{self.sender.domain}>"
        mail["List-Unsubscribe"] = f"<{unsubscribe}>"
        if unsubscribe.startswith("https:"):
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        mail.set_content(text)
        mail.add_alternative(html, subtype="html")
        mail.make_mixed(boundary=f"mixed-{id}")
        mail["Content-Language"] = self.language  # now, since making it mixed moves what begins with Content
        next(iter(mail.iter_parts())).set_boundary(f"either-{id}")
        end = f"--mixed-{id}--".encode()
        head = mail.as_bytes().rstrip().removesuffix(end)
        open_part, close = f"--mixed-{id}\r\n".encode(), b"\r\n" + end + b"\r\n"
        own = re.sub(rb"(?m)^\.", b"..", head + open_part)  # RFC 5321, 4.5.2
        return Message(str(mail["Message-ID"]), (own, self.attachment, close))


def mailing(release: Release, target: Mail, language: str) -> Mailing:
    """All that is the same for everybody who reads ``language``; Refusal O033 for a sender or link that is none."""
    pdf = release.item(language, "pdf")
    assert pdf is not None  # a release has one in each language
    name = file_name(plain(release.briefs[language].title), release.date)
    part = EmailMessage(policy=POLICY)
    part.set_content(pdf.content, maintype="application", subtype="pdf", filename=name)
    del part["MIME-Version"]
    attachment = part.as_bytes().rstrip() + b"\r\n"
    return Mailing(
        f"{release.brief} {release.folder}",
        target,
        sender(target),
        language,
        written(release, language, name),
        name,
        pdf.sha256,
        attachment,
    )


def file_name(title: str, date: str) -> str:
    """The attachment's name: title and edition without what a file system may not take, at most 100 characters."""
    words = " ".join(_UNFIT_IN_NAME.sub(" ", "".join(" " if unfit(sign) else sign for sign in title)).split())
    end = f" ({_UNFIT_IN_NAME.sub('-', date)}).pdf"
    return words[: NAME_LENGTH - len(end)].strip(" .") + end


def sender(target: Mail) -> Address:
    """Who the mail is from; Refusal O033 (exit code 2) where ``sender`` or ``unsubscribe`` cannot stand in a header."""
    found = _SENDER.match(target.sender.strip())
    spec = ascii_address((found["inside"] or found["bare"]).strip()) if found else None
    if found is None or spec is None or unfit(target.sender):
        hint = tell('sender = "Name <name@example.org>"')
        raise Refusal(
            _lacking(target, tell("'{sender}' is no sender", sender=target.sender), hint), exit_code=2
        )
    if not _UNSUBSCRIBE.match(target.unsubscribe):
        hint = tell(
            "unsubscribe begins with mailto: or https:// and is written in ASCII; {{address}} stands for the person's"
        )
        raise Refusal(
            _lacking(
                target, tell("'{unsubscribe}' is no way to unsubscribe", unsubscribe=target.unsubscribe), hint
            ),
            exit_code=2,
        )
    return Address((found["name"] or "").strip().strip('"'), addr_spec=spec)


def _lacking(target: Mail, message: str, hint: str) -> Problem:
    return Problem(
        "O033", tell("target '{name}': {message}", name=target.name, message=message), target.where, hint
    )


def _digest(*said: str) -> str:
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:40]
