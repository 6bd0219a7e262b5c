"""seeds/answers.toml -> the brief's answers to findings, each with its reason; none makes a finding go away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import schema, tomlplace
from briefing.audit.finding import SEVERITIES, Finding
from briefing.model import Place, Problem, Refusal, Words
from briefing.reading import LANGUAGES, read
from briefing.saying import tell

NAME = "answers.toml"
_SHAPE = {
    "code": schema.one_of(*SEVERITIES, required=True, about="The code of the finding."),
    "of": schema.text("The fact, event, measure or source that the finding speaks of.", required=True),
    "reason": schema.words(
        "The answer, which is printed beside the finding; it holds no figure.", required=True
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The reason why a finding stands as it does; ``of`` is a fact, event, measure or source that it speaks of."""

    code: str
    of: str
    reason: Words
    where: Place

    def meets(self, finding: Finding) -> bool:
        return self.code == finding.code and self.of in subjects(finding)


def subjects(finding: Finding) -> set[str]:
    """Everything by whose name a finding can be answered."""
    named = {each.fact for each in finding.places if each.fact} | {each.source for each in finding.places}
    return named | ({finding.subject} if finding.subject else set())


def answer_to(finding: Finding, answers: Iterable[Answer]) -> Answer | None:
    return next((answer for answer in answers if answer.meets(finding)), None)


def load(seeds: Path, languages: Sequence[str], names: schema.Names) -> tuple[Answer, ...]:
    """The answers in the folder ``seeds``, with ``names`` where they lack a language; Refusal with every problem of the file."""
    path = seeds / NAME
    if not path.is_file():
        return ()
    document = tomlplace.load(path, shown=f"seeds/{NAME}")
    problems = list(schema.check(document, (), {"answer": schema.table()}))
    tables = document.data.get("answer", {})
    for id in tables if isinstance(tables, dict) else ():
        problems += schema.check(document, ("answer", id), _SHAPE)
    if not problems:
        for id, table in tables.items():
            problems += schema.complete(
                document, ("answer", id, "reason"), table["reason"], tuple(languages), names
            )
            problems += _figures(id, table["reason"], document.place("answer", id))
    if problems:
        raise Refusal(*problems)
    return tuple(Answer(**table, where=document.place("answer", id)) for id, table in tables.items())


def _figures(id: str, reason: Words, where: Place) -> Iterator[Problem]:
    for language, text in reason.items():
        for mention in read(text, language=language) if language in LANGUAGES else ():
            what = tell(
                "the {language} reason of '{id}' holds a figure of its own, '{written}'",
                language=language,
                id=id,
                written=mention.written,
            )
            yield Problem("U010", what, where, tell("say it without; a figure is printed as a fact"))


def stale(answers: Iterable[Answer], findings: Sequence[Finding]) -> Iterator[Problem]:
    """A111, a warning: an answer to what the audit does not find."""
    for answer in answers:
        if not any(answer.meets(finding) for finding in findings):
            what = tell("nothing is found of '{of}' under {code}", of=answer.of, code=answer.code)
            yield Problem(
                "A111", what, answer.where, tell("run `briefing audit`, or delete the answer"), "warning"
            )
