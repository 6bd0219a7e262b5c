"""An edition in mailboxes: what a message says, who gets one, what a bad server or a kill does, and that nobody gets two."""

from __future__ import annotations

import logging
import os
import pickle
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefing.model import Place, Refusal
from briefing.pipeline import build
from briefing.plaintext import plain
from briefing.project import load
from briefing.publish import connection, mail, recipients
from briefing.publish.journal import Entry, Journal
from briefing.publish.message import file_name
from briefing.publish.pace import Clock, Pace
from briefing.publish.release import Release, release
from briefing.publish.targets import Mail, named
from tests import small_brief
from tests.publish.mailserver import Mailbox, certificate, serving, silent

ROOT = Path(__file__).resolve().parents[2]
KIM, LEE = "kim@example.org", "lee@example.org"
PASSWORD = "open-sesame"


@dataclass(frozen=True)
class Series:
    """Two editions of the small brief, the second with other figures."""

    first: Release
    second: Release
    folder: Path


def _released(folder: Path, former: Release | None = None) -> Release:
    project = load(folder)
    originals = folder / "seeds" / "originals"
    build(
        project,
        languages=("ko", "en"),
        formats=("md", "html", "pdf"),
        out=folder / "output",
        originals=originals,
    )
    return release(project, folder / "output", originals, former.edition if former else None)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    folder = small_brief.write(tmp_path_factory.mktemp("ferry"))
    first = _released(folder)
    small_brief.edit(folder, "seeds/originals/ferry.txt", "5명 중 1명", "4명 중 1명")
    small_brief.edit(folder, "seeds/island-daily.toml", "5명 중 1명", "4명 중 1명")
    (folder / "seeds" / "facts.lock.json").unlink()
    small_brief.edit(folder, "briefing.toml", 'number = 1\ndate = "2024-06"', 'number = 2\ndate = "2024-07"')
    return Series(first, _released(folder, first), folder)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "TIMEOUT", 10.0)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "published" / "journal.jsonl")


def people(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["address,name,language", *rows, ""]), encoding="utf-8")
    return path


def target(folder: Path, port: int, *rows: str, **changed: object) -> Mail:
    rows = rows or (f"{KIM},김서연,ko", f"{LEE},Lee Minho,en")
    made = Mail(
        name="post",
        server="127.0.0.1",
        port=port,
        security="none",
        user=None,
        password=None,
        sender="Island Briefs <briefs@example.org>",
        recipients=people(folder / "people.csv", *rows),
        unsubscribe="https://example.org/unsubscribe?who={address}",
        a_minute=0,
        tries=3,
        where=Place("briefing.toml", 1),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


class Waits:
    """A clock that jumps, and what it was asked to wait."""

    def __init__(self) -> None:
        self.time, self.slept = 0.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.time, self.sleep)


def sent(edition: Release, to: Mail, journal: Journal, waits: Waits | None = None) -> list[Entry]:
    return list(mail.send(edition, to, journal, dry_run=False, clock=(waits or Waits()).clock))


def outcomes(entries: list[Entry]) -> dict[str, str]:
    assert len({entry.what for entry in entries}) == len(entries)
    return {entry.what: entry.outcome for entry in entries}


class Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.links, self.languages = "", list[str](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.links += [given["href"]] if "href" in given else []
        self.languages += [given["lang"]] if "lang" in given else []

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_message_says_the_brief_in_the_readers_language(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox()
    with serving(box) as port:
        assert outcomes(sent(series.second, target(tmp_path, port), journal)) == {KIM: "sent", LEE: "sent"}
    files = {
        "ko": "섬으로 가는 배 (2024-07).pdf",
        "en": "Boats to the islands (2024-07).pdf",
    }
    for language, (address, got) in zip(("ko", "en"), box.mails(), strict=True):
        brief = series.second.briefs[language]
        assert not got.defects and not [d for part in got.walk() for d in part.defects]
        assert got["To"].addresses[0].addr_spec == address
        assert got["To"].addresses[0].display_name == {"ko": "김서연", "en": "Lee Minho"}[language]
        assert got["From"].addresses[0].addr_spec == "briefs@example.org"
        assert got["Subject"] == (
            f"{plain(brief.title)} · {brief.edition.series} {brief.edition.number.words}"
        )
        assert abs(got["Date"].datetime.timestamp() - time.time()) < 100
        assert re.fullmatch(r"<[0-9a-f]{40}@example\.org>", got["Message-ID"])
        assert got["Content-Language"] == language
        assert (
            got["List-Unsubscribe"] == f"<https://example.org/unsubscribe?who={address.replace('@', '%40')}>"
        )
        assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        [attached] = got.iter_attachments()
        pdf = series.second.item(language, "pdf")
        assert pdf is not None and attached.get_content() == pdf.content
        assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", files[language])
        text_part, html_part = got.get_body(("plain",)), got.get_body(("html",))
        assert text_part is not None and html_part is not None
        text, html = text_part.get_content(), Words(html_part.get_content())
        assert html.languages == [language]
        assert html.links == [f"https://example.org/unsubscribe?who={address.replace('@', '%40')}"]
        assert html.links[0] in text
        for words in (text, html.words):
            assert plain(brief.standfirst) in words and plain(brief.title) in words
            for card in brief.cards:
                assert card.figure.words in words and plain(card.label) in words
            assert files[language] in words
        old, new = {"ko": ("5명 중 1명", "4명 중 1명"), "en": ("one in five", "one in four")}[language]
        changed = next(line for line in text.splitlines() if "→" in line)
        assert text.splitlines()[0] == brief.gettext("Changed since the last edition")
        assert old in changed and new in changed and changed.index(old) < changed.index(new)
        assert "→" in html.words


def test_a_first_edition_tells_of_no_change(series: Series, journal: Journal, tmp_path: Path) -> None:
    box = Mailbox()
    with serving(box) as port:
        sent(series.first, target(tmp_path, port), journal)
    for _, got in box.mails():
        body = got.get_body(("plain",))
        assert body is not None and "→" not in body.get_content()


def test_every_line_is_ascii_short_and_has_its_dots_doubled(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox()
    long = "https://example.org/" + "a" * 300 + "?who={address}"
    with serving(box) as port:
        sent(series.second, target(tmp_path, port, unsubscribe=long), journal)
    for address, content in box.received:
        assert content.isascii() and max(map(len, content.splitlines())) < 500
        assert b"\n" not in content.replace(b"\r\n", b"")
        header = f"List-Unsubscribe: <{long.replace('{address}', address.replace('@', '%40'))}>\r\n"
        assert header.encode() in content


def test_a_line_that_begins_with_a_dot_arrives_as_it_was(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox()
    with serving(box) as port:
        to = target(tmp_path, port)
        made = mail.mailing(series.first, to, "en")
        letter = replace(made.letter, text=".hidden\n..two\n.\nend\n")
        message = replace(made, letter=letter).message(recipients.Person(LEE, "", "en"))
        post = connection.Connection(to, None, "briefs@example.org", Clock())
        assert post.send(LEE, message, lambda: None).outcome == "sent"
        post.close()
    body = box.mails()[0][1].get_body(("plain",))
    assert body is not None and body.get_content().splitlines() == [".hidden", "..two", ".", "end"]


def test_a_mailto_link_has_no_one_click(series: Series, journal: Journal, tmp_path: Path) -> None:
    box = Mailbox()
    with serving(box) as port:
        sent(
            series.first,
            target(tmp_path, port, unsubscribe="mailto:out@example.org?subject={address}"),
            journal,
        )
    got = box.mails()[0][1]
    assert got["List-Unsubscribe"] == "<mailto:out@example.org?subject=kim%40example.org>"
    assert got["List-Unsubscribe-Post"] is None


def test_a_message_id_is_of_edition_target_and_person(series: Series, tmp_path: Path) -> None:
    to, person = target(tmp_path, 1), recipients.Person(KIM, "", "ko")
    made = [
        mail.mailing(series.first, to, "ko").message(person).id,
        mail.mailing(series.first, to, "ko").message(replace(person, name="Kim")).id,
        mail.mailing(series.second, to, "ko").message(person).id,
        mail.mailing(series.first, replace(to, name="other"), "ko").message(person).id,
        mail.mailing(series.first, to, "ko").message(replace(person, address=LEE)).id,
    ]
    assert made[0] == made[1] and len(set(made)) == 4


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("떠나는 인재, 모자라는 인력", "떠나는 인재, 모자라는 인력 (2024-10).pdf"),
        ('a/b\\c:d*e?"f"<g>|h', "a b c d e f g h (2024-10).pdf"),
        ("../../etc\r\n\0passwd\u202e", "etc passwd (2024-10).pdf"),
        ("가" * 300, "가" * 86 + " (2024-10).pdf"),
    ],
)
def test_a_file_name_holds_what_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "2024-10") == name and len(name) <= 100


BAD = [
    ("kim,김,ko", "is no address"),
    ("kim@localhost,김,ko", "is no address"),
    ("a@example.org; b@example.org,김,ko", "is no address"),
    ("한글@example.org,김,ko", "is no address"),
    (f"{'a' * 65}@example.org,김,ko", "is no address"),
    ("kim@faß.example,김,ko", "is no address"),
    ("<kim@example.org>,김,ko", "is no address"),
    ("kim@[127.0.0.1],김,ko", "is no address"),
    ("kim@example.org,김,fr", "not in language 'fr'"),
    ("kim@example.org", "not in language ''"),
    ('"kim@example.org\r\nBcc: all@example.org",김,ko', "address holds a character"),
    ('kim@example.org,"김\nBcc: all@example.org",ko', "name holds a character"),
    ("kim@example.org,김\0,ko", ""),
    ("kim@example.org,김\u2028,ko", "name holds a character"),
    ("kim@example.org,\u202e김,ko", "name holds a character"),
    ("LEE@example.org,김,ko", "on the list twice"),
    ('kim@example.org,"김,ko', "is no CSV"),
]


@pytest.mark.parametrize(("row", "said"), BAD)
def test_one_bad_line_of_the_list_and_nothing_is_sent(
    row: str, said: str, series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox()
    with serving(box) as port, pytest.raises(Refusal) as refused:
        sent(series.first, target(tmp_path, port, f"{LEE},Lee,en", row), journal)
    [problem] = refused.value.problems
    assert (problem.code, str(problem.where)) == ("O035", f"{tmp_path / 'people.csv'}:3")
    assert said in problem.message
    assert box.connections == 0 and not journal.path.exists()


def test_each_bad_line_is_told_of(tmp_path: Path) -> None:
    path = people(tmp_path / "people.csv", 'x,"a\nb",ko', f"{KIM},,ko", "y,,ko", f"{KIM},,ko")
    with pytest.raises(Refusal) as refused:
        recipients.read(path, ("ko", "en"))
    assert [problem.where.line for problem in refused.value.problems if problem.where] == [2, 5, 6]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"address,name,language\n",
        b"address,language\na@example.org,ko\n",
        b"address,name,language\n\xff",
    ],
)
def test_a_list_that_is_none_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(content)
    with pytest.raises(Refusal) as refused:
        recipients.read(tmp_path / "people.csv", ("ko",))
    assert [problem.code for problem in refused.value.problems] == ["O035"]


def test_a_list_as_spreadsheets_write_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    text = 'name,since,address,language\r\n"Kim, Seo",2020,KIM@Bücher.example,ko\r\n\r\n김,,a+b@example.org,en\r\n'
    path.write_bytes("\ufeff".encode() + text.encode())
    assert recipients.read(path, ("ko", "en")) == (
        recipients.Person("KIM@xn--bcher-kva.example", "Kim, Seo", "ko"),
        recipients.Person("a+b@example.org", "김", "en"),
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"sender": "Briefs <briefs@example.org>\r\nBcc: all@example.org"},
        {"sender": "nobody"},
        {"unsubscribe": "https://example.org/\r\nBcc: all@example.org"},
        {"unsubscribe": "javascript:alert(1)"},
        {"unsubscribe": "https://example.org/a>b"},
        {"user": "briefs"},
        {"server": "mail.example.org", "user": "briefs", "password": "MAIL_PASSWORD"},
    ],
)
def test_a_target_that_could_break_a_header_or_bare_a_password_is_refused(
    changed: dict[str, object],
    series: Series,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    with pytest.raises(Refusal) as refused:
        sent(series.first, target(tmp_path, 1, **changed), journal)
    assert {problem.code for problem in refused.value.problems} == {"O033"}
    assert refused.value.exit_code == 2 and not journal.path.exists()


def test_a_person_refused_for_good_is_not_tried_again(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox(recipients={KIM: ["550 5.1.1 no such user"]}, contents={LEE: ["554 5.7.1 not wanted"]})
    rows = (f"{KIM},,ko", f"{LEE},,en", "han@example.org,,ko")
    with serving(box) as port:
        first = sent(series.first, target(tmp_path, port, *rows), journal)
        again = sent(series.first, target(tmp_path, port, *rows), journal)
    assert outcomes(first) == {KIM: "refused", LEE: "refused", "han@example.org": "sent"}
    assert [entry.said for entry in first][:2] == ["550 5.1.1 no such user", "554 5.7.1 not wanted"]
    assert set(outcomes(again).values()) == {"kept"}
    assert box.attempts == {KIM: 1, LEE: 1, "han@example.org": 1}


def test_a_size_limit_is_told_of_and_asked_again_in_another_run(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox()
    with serving(box, data_size_limit=5000) as port:
        entries = sent(series.first, target(tmp_path, port), journal)
    assert set(outcomes(entries).values()) == {"failed"}
    assert all("larger than the server's limit of 5000" in entry.said for entry in entries)
    assert not box.attempts  # nobody's message was begun
    silent_limit = Mailbox(contents={KIM: ["552 5.3.4 message too big"]})
    with serving(silent_limit) as port:
        entries = sent(series.first, target(tmp_path, port), journal)
        assert outcomes(entries) == {KIM: "failed", LEE: "sent"}
        assert "larger than the server takes: 552" in entries[0].said and silent_limit.attempts[KIM] == 1
        assert outcomes(sent(series.first, target(tmp_path, port), journal)) == {KIM: "sent", LEE: "kept"}


def test_who_is_deferred_is_tried_again_after_the_others(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox(recipients={KIM: ["451 4.7.1 greylisted", "421 4.3.2 busy"]})
    waits = Waits()
    with serving(box) as port:
        entries = sent(series.first, target(tmp_path, port), journal, waits)
    assert [(entry.what, entry.outcome) for entry in entries] == [(LEE, "sent"), (KIM, "sent")]
    assert box.attempts == {KIM: 3, LEE: 1} and waits.slept == [1.0, 2.0]


def test_who_is_deferred_each_time_may_be_tried_in_another_run(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox(contents={KIM: ["451 4.3.0 later"] * 3})
    with serving(box) as port:
        assert outcomes(sent(series.first, target(tmp_path, port), journal)) == {KIM: "failed", LEE: "sent"}
        assert outcomes(sent(series.first, target(tmp_path, port), journal)) == {KIM: "sent", LEE: "kept"}
    assert [address for address, _ in box.received] == [LEE, KIM]


@pytest.mark.parametrize("where", ["recipients", "contents"])
def test_a_dropped_connection_loses_nobody(
    where: str, series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox(**{where: {KIM: ["drop"]}})  # type: ignore[arg-type]
    with serving(box) as port:
        assert outcomes(sent(series.first, target(tmp_path, port), journal)) == {LEE: "sent", KIM: "sent"}
    assert Counter(address for address, _ in box.received) == {KIM: 1, LEE: 1} and box.connections == 2


def test_a_connection_dropped_after_acceptance_gives_the_same_message_id(
    series: Series, journal: Journal, tmp_path: Path
) -> None:
    box = Mailbox(contents={KIM: ["keep and drop"]})
    with serving(box) as port:
        entries = {entry.what: entry for entry in sent(series.first, target(tmp_path, port), journal)}
    assert entries[KIM].outcome == "sent" and "sent again under the same Message-ID" in entries[KIM].said
    assert len(box.received) == 3 and len(set(box.ids())) == 2


def test_a_rerun_sends_nothing(series: Series, journal: Journal, tmp_path: Path) -> None:
    box = Mailbox()
    with serving(box) as port:
        sent(series.first, target(tmp_path, port), journal)
        written = journal.path.read_bytes()
        rows = (f"{KIM.upper()},,en", f"{LEE},,en")
        assert set(outcomes(sent(series.first, target(tmp_path, port, *rows), journal)).values()) == {"kept"}
        assert len(box.received) == 2 and journal.path.read_bytes() == written
        assert set(outcomes(sent(series.second, target(tmp_path, port), journal)).values()) == {"sent"}


def test_one_connection_carries_many(
    series: Series, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MANY", 10)
    box = Mailbox()
    with serving(box) as port:
        rows = [f"p{number}@example.org,,ko" for number in range(25)]
        sent(series.first, target(tmp_path, port, *rows), journal)
    assert len(box.received) == 25 and box.connections == 3


def test_a_server_that_is_not_there_or_silent_stops_all(
    series: Series, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "TIMEOUT", 0.2)
    for to in (1, None):
        with silent() as port, pytest.raises(Refusal) as refused:
            sent(series.first, target(tmp_path, to or port), journal)
        assert [problem.code for problem in refused.value.problems] == ["O034"]
        assert "cannot be reached" in refused.value.problems[0].message
        assert not journal.path.exists()


def test_messages_keep_their_pace() -> None:
    waits = Waits()
    pace = Pace(30, waits.clock)
    for _ in range(4):
        pace.wait()
    waits.time += 60
    pace.wait()
    assert waits.slept == [2.0, 2.0, 2.0]


def test_the_rate_limit_holds_in_a_run(series: Series, journal: Journal, tmp_path: Path) -> None:
    waits, box = Waits(), Mailbox()
    with serving(box) as port:
        sent(series.first, target(tmp_path, port, a_minute=6), journal, waits)
    assert waits.slept == [10.0]


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    return certificate(tmp_path_factory.mktemp("cert"))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_it_logs_in_over_tls_and_nobody_sees_the_password(
    security: str,
    trusted,  # type: ignore[no-untyped-def]
    series: Series,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    context, cert = trusted
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    box = Mailbox()
    options = {"ssl_context": context} if security == "tls" else {"tls_context": context}
    options |= {"auth_require_tls": security == "starttls", "auth_required": True, "authenticator": box.login}
    login = {"server": "localhost", "security": security, "user": "briefs", "password": "MAIL_PASSWORD"}
    with serving(box, **options) as port, caplog.at_level(logging.DEBUG, "briefing"):
        entries = sent(series.first, target(tmp_path, port, **login), journal)
        assert outcomes(entries) == {KIM: "sent", LEE: "sent"}
        assert box.logins == [(b"briefs", PASSWORD.encode())]
        monkeypatch.setenv("MAIL_PASSWORD", "wrong-words")
        with pytest.raises(Refusal) as refused:
            sent(series.second, target(tmp_path, port, **login), journal)
    [problem] = refused.value.problems
    assert problem.code == "O034" and "refuses the login of 'briefs' (535)" in problem.message
    seen = f"{entries}{refused.value.problems}{capfd.readouterr()}{journal.path.read_text('utf-8')}"
    seen += "".join(record.getMessage() for record in caplog.records if record.name.startswith("briefing"))
    assert PASSWORD not in seen and "wrong-words" not in seen


def test_a_server_that_is_not_proven_gets_nothing(
    trusted,  # type: ignore[no-untyped-def]
    series: Series,
    journal: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context, cert = trusted
    box = Mailbox()
    login = {"server": "localhost", "security": "tls"}
    with serving(box, ssl_context=context) as port:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with pytest.raises(Refusal, match="is not proven"):
            sent(series.first, target(tmp_path, port, **login), journal)
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        with pytest.raises(Refusal, match="is not proven"):  # another name than the certificate's
            sent(series.first, target(tmp_path, port, server="127.0.0.1", security="tls"), journal)
    with serving(box) as port, pytest.raises(Refusal, match="offers no STARTTLS"):
        sent(series.first, target(tmp_path, port, security="starttls"), journal)
    assert not box.received and not journal.path.exists()


def test_a_dry_run_sends_and_writes_nothing(series: Series, journal: Journal, tmp_path: Path) -> None:
    box = Mailbox()
    with serving(box) as port:
        sent(series.first, target(tmp_path, port, f"{KIM},,ko"), journal)
        written = journal.path.read_bytes()
        entries = list(mail.send(series.first, target(tmp_path, port), journal, dry_run=True))
    assert outcomes(entries) == {KIM: "kept", LEE: "due"}
    assert entries[1].said == "would get Boats to the islands (2024-06).pdf"
    assert len(box.received) == 1 and journal.path.read_bytes() == written


def test_the_command_mails_what_was_built(
    series: Series, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Mailbox()
    people(tmp_path / "people.csv", f"{KIM},김,ko", f"{LEE},Lee,en")
    config = series.folder / "briefing.toml"
    before = config.read_text("utf-8")
    with serving(box) as port:
        config.write_text(
            f'{before}\n[publish.post]\nkind = "mail"\nserver = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
            f'sender = "briefs@example.org"\nrecipients = "{tmp_path / "people.csv"}"\n'
            'unsubscribe = "mailto:out@example.org"\n',
            encoding="utf-8",
        )
        try:
            _released(series.folder)
            assert isinstance(named(load(series.folder), ("post",))[0], Mail)
            command = [sys.executable, "-m", "briefing", "publish", "post", "--originals", "seeds/originals"]
            ran = [
                subprocess.run(
                    [*command, *more],
                    cwd=series.folder,
                    env=os.environ | {"PYTHONPATH": str(ROOT)},
                    capture_output=True,
                    text=True,
                    timeout=100,
                )
                for more in (["--dry-run"], [], [])
            ]
        finally:
            config.write_text(before, encoding="utf-8")
    assert [each.returncode for each in ran] == [0, 0, 0], ran
    assert [each.stdout.count(word) for each, word in zip(ran, ("due", "sent", "kept"), strict=True)] == [
        2,
        2,
        2,
    ]
    assert Counter(address for address, _ in box.received) == {KIM: 1, LEE: 1}


CHILD = """
import os, pickle, sys
from pathlib import Path
from briefing.publish import mail
from briefing.publish.journal import Journal
edition, target = pickle.loads(Path(sys.argv[1]).read_bytes())
for line in sys.stdin:  # a life a line, forked so that each begins at once
    life = os.fork()
    if life == 0:
        for entry in mail.send(edition, target, Journal(Path(sys.argv[2])), dry_run=False):
            pass
        os._exit(0)
    print(life, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(life, 0)[1]), flush=True)
"""


def _killed(series: Series, folder: Path, many: int, kills: int, seed: int) -> None:
    """Mail ``many`` people, kill the process ``kills`` times at random moments and run it again; count what arrived."""
    chance, box = random.Random(seed), Mailbox(keep=lambda content: content[:4000])
    journal = Journal(folder / "published" / "journal.jsonl")
    rows = [f"p{number}@example.org,사람,{('ko', 'en')[number % 2]}" for number in range(many)]
    with serving(box) as port:
        given = folder / "given.pickle"
        given.write_bytes(pickle.dumps((series.first, target(folder, port, *rows))))
        command = [sys.executable, "-c", CHILD, str(given), str(journal.path)]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, env=env, stdin=-1, stdout=-1, text=True, bufsize=1) as mother:
            assert mother.stdin is not None and mother.stdout is not None
            for kill in range(kills + 1):
                # after about so many more messages as are left to each life, and at any point within one
                done = len(box.received)
                goal = done + chance.randint(1, max(1, 2 * (many - done) // (kills - kill + 2)))
                mother.stdin.write("live\n")
                life = int(mother.stdout.readline())
                if kill < kills:
                    until = time.monotonic() + 60
                    while len(box.received) < goal and time.monotonic() < until:
                        time.sleep(0.0005)
                    time.sleep(chance.random() * 0.02)
                    os.kill(life, signal.SIGKILL)
                ended = int(mother.stdout.readline())
                assert ended == (-signal.SIGKILL if kill < kills else 0), f"life {kill} ended by itself"
            mother.stdin.close()
    got, doubted = Counter(box.ids()), _doubted(journal)
    twice = {address for (address, _), times in got.items() if times > 1}
    print(
        f"{many} people, {kills} kills: {sum(got.values()) - len(got)} raw duplicates, {len(doubted)} in doubt"
    )
    assert sorted(address for address, _ in got) == sorted(row.split(",")[0] for row in rows)
    assert twice <= doubted and max(got.values()) - 1 <= kills and len(doubted) <= kills
    told = {entry.what for entry in journal.entries() if "same Message-ID" in entry.said}
    assert told == doubted


def _doubted(journal: Journal) -> set[str]:
    """Whose end was begun more than once: the one message that a kill may have caught between end and answer."""
    begun = Counter(entry.what for entry in journal.entries() if entry.outcome == "begun")
    return {what for what, times in begun.items() if times > 1}


def test_killed_at_twenty_moments_nobody_is_lost_or_gets_two(series: Series, tmp_path: Path) -> None:
    _killed(series, tmp_path, many=200, kills=20, seed=20)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_twenty_moments_of_a_thousand(series: Series, tmp_path: Path, seed: int) -> None:
    _killed(series, tmp_path, many=1000, kills=20, seed=seed)


@pytest.mark.slow
def test_a_thousand_people_get_theirs_once(series: Series, journal: Journal, tmp_path: Path) -> None:
    """With PDFs of 400 kB, as large as real ones; the server stands in this process and shares its time."""
    pdfs = [
        replace(item, content=item.content + b"%" * 250_000) if item.format == "pdf" else item
        for item in series.first.items
    ]
    edition, box = replace(series.first, items=tuple(pdfs)), Mailbox(keep=lambda content: content[:4000])
    rows = [f"p{number}@example.org,사람,{('ko', 'en')[number % 2]}" for number in range(1000)]
    with serving(box) as port:
        started = time.monotonic()
        entries = sent(edition, target(tmp_path, port, *rows), journal)
        took = time.monotonic() - started
    # the README has the figure
    print(f"1,000 people in {took:.1f} s, {len(edition.item('ko', 'pdf').content):,} bytes of PDF")  # type: ignore[union-attr]
    assert set(outcomes(entries).values()) == {"sent"} and len(set(box.ids())) == len(box.received) == 1000
