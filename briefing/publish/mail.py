"""A release and a list of people -> a message each, once, however often the command is run or killed.

No mail server can say whether it has a message already (RFC 1047): who is killed between its acceptance and the line in
the journal cannot know. The journal therefore says "begun" just before a message's end is sent, so that at most one is
in doubt. That one is sent again under the same Message-ID, by which a mail store knows it: twice is mended there, and
never is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.deliver import alone
from briefing.model import Problem, Refusal
from briefing.publish import recipients
from briefing.publish.connection import PAUSE, Answer, Connection, is_loopback
from briefing.publish.journal import Entry, Journal
from briefing.publish.message import Mailing, mailing, sender
from briefing.publish.pace import Clock, Pace
from briefing.publish.recipients import Person
from briefing.publish.release import Release
from briefing.publish.secrets import Secret, secret
from briefing.publish.targets import Mail
from briefing.saying import tell

AGAIN = "sent again under the same Message-ID: an earlier try ended before it heard whether the server had it"


def send(
    edition: Release, target: Mail, journal: Journal, *, dry_run: bool, clock: Clock | None = None
) -> Iterator[Entry]:
    """A message to everybody on the list who has none of this edition; what became of each.

    Who has it, or was refused for good, is "kept". A message that failed in passing is tried again after all others,
    ``tries`` times in a run. Refusal where nothing can be sent at all, before anything is.
    """
    people = recipients.read(target.recipients, edition.languages)
    wanted = dict.fromkeys(person.language for person in people)
    mailings = {language: mailing(edition, target, language) for language in wanted}
    password = _password(target, dry_run)
    if dry_run:
        yield from _Round(edition, target, journal, mailings).preview(people)
        return
    with alone(journal.path.with_name(target.name)):
        clock = clock or Clock()
        connection = Connection(target, password, sender(target).addr_spec, clock)
        try:
            yield from _Round(edition, target, journal, mailings).sent(people, connection, clock)
        finally:
            connection.close()


@dataclass(slots=True)
class _Round:
    """The list gone through once, and those again who could not be reached in passing."""

    edition: Release
    target: Mail
    journal: Journal
    mailings: Mapping[str, Mailing]
    doubted: set[str] = field(default_factory=set)

    def preview(self, people: Sequence[Person]) -> Iterator[Entry]:
        done = self.journal.done(self.target.name, self.edition.folder)
        for person in people:
            before = done.get(person.key)
            file = self.mailings[person.language].file
            yield (
                self._kept(person, before)
                if before
                else self._entry(person, Answer("due", tell("would get {file}", file=file)))
            )

    def sent(self, people: Sequence[Person], connection: Connection, clock: Clock) -> Iterator[Entry]:
        done = self.journal.done(self.target.name, self.edition.folder)
        self.doubted = self._in_doubt()
        waiting = []
        for person in people:
            if before := done.get(person.key):
                yield self._kept(person, before)
            else:
                waiting.append(person)
        pace = Pace(self.target.a_minute, clock)
        for turn in range(1, self.target.tries + 1):
            again = []
            for person in waiting:
                pace.wait()
                answer = self._tried(person, connection)
                if answer.again and turn < self.target.tries:
                    again.append(person)
                    continue
                entry = self._entry(person, answer)
                self.journal.add(entry)
                yield entry
            if not (waiting := again):
                return
            clock.sleep(PAUSE * 2 ** (turn - 1))

    def _tried(self, person: Person, connection: Connection) -> Answer:
        message = self.mailings[person.language].message(person)
        begun = self._entry(person, Answer("begun", message.id))
        answer = connection.send(person.address, message, lambda: self.journal.add(begun))
        if answer.unheard:
            self.doubted.add(person.key)
        doubted = person.key in self.doubted and answer.outcome == "sent"
        return Answer("sent", AGAIN) if doubted else answer

    def _in_doubt(self) -> set[str]:
        """Whose message was begun last, and no answer to it is known."""
        last = {
            entry.what: entry.outcome
            for entry in self.journal.entries()
            if (entry.target, entry.edition) == (self.target.name, self.edition.folder)
        }
        return {what for what, outcome in last.items() if outcome == "begun"}

    def _kept(self, person: Person, before: Entry) -> Entry:
        said = (
            tell("has it already")
            if before.outcome == "sent"
            else tell("was refused for good: {said}", said=before.said)
        )
        return self._entry(person, Answer("kept", said))

    def _entry(self, person: Person, answer: Answer) -> Entry:
        pdf = self.mailings[person.language].sha256
        return Entry(self.target.name, self.edition.folder, person.key, pdf, answer.outcome, answer.said)


def _password(target: Mail, dry_run: bool) -> Secret | None:
    """The secret of ``user``; Refusal where it would go out unencrypted, or where half of a login is there."""
    if target.user is None and target.password is None:
        return None
    if target.user is None or target.password is None:
        raise _lacking(target, tell("has a user or a password alone"), tell("give both, or neither"))
    if target.security == "none" and not is_loopback(target.server):
        hint = tell('set security = "tls" or "starttls"')
        raise _lacking(target, tell("would send its password unencrypted"), hint)
    return secret(target.password, required=not dry_run)


def _lacking(target: Mail, what: str, hint: str) -> Refusal:
    return Refusal(
        Problem("O033", tell("target '{name}' {what}", name=target.name, what=what), target.where, hint),
        exit_code=2,
    )
