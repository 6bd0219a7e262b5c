"""A brief's seeds, with its originals or what they left -> Audited: findings of the sources and of the facts, and answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing import sources
from briefing.audit import answers as answered
from briefing.audit import kept
from briefing.audit.answers import Answer
from briefing.audit.document import Document, document
from briefing.audit.documents import audit
from briefing.audit.finding import Finding
from briefing.audit.measures import compared, known
from briefing.facts import Ledger
from briefing.facts import lock as locks
from briefing.model import Problem, Refusal
from briefing.schema import Names


@dataclass(frozen=True, slots=True)
class Audited:
    """All findings of a brief, those of its sources first; ``lock`` is what seeds/audit.lock.json should hold.

    ``lost`` says why the sources' own findings are not known, where they are not.
    """

    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    problems: tuple[Problem, ...]
    lock: str | None = None
    lost: Problem | None = None

    def answer_to(self, finding: Finding) -> Answer | None:
        return answered.answer_to(finding, self.answers)


def audit_brief(
    ledger: Ledger, seeds: Path, originals: Path | None, languages: tuple[str, ...], names: Names
) -> Audited:
    """What the brief's sources and facts say of one another; Refusal where the answers cannot be read."""
    answers = answered.load(seeds, languages, names)
    locked = locks.parse(ledger.lock).originals
    digests = {id: original.sha256 for id, original in locked.items()}
    lock, lost, found = None, None, tuple[Finding, ...]()
    if originals is not None:
        documents = [_document(ledger, id, originals) for id in ledger.by_date()]
        found = audit([prose for prose in documents if prose is not None])
        lock = kept.dump(found, digests)
    else:
        try:
            found, lock = kept.load(seeds, digests)
        except Refusal as refusal:
            (lost,) = refusal.problems
    findings = (*known(found, ledger), *compared(ledger))
    stale = () if lost else tuple(answered.stale(answers, findings))
    return Audited(findings, answers, stale, lock, lost)


def _document(ledger: Ledger, id: str, originals: Path) -> Document | None:
    """The source as prose; None for a table, whose cells claim nothing of one another."""
    card = ledger.cards[id]
    source, _ = sources.original(originals, card)
    if source.sheets:
        return None
    return document(source, language=card.language, published=card.published)
