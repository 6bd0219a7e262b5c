"""Seeds and originals (or the lock in their place) -> Ledger: every quote found, every figure read, every sum made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from briefing import sources
from briefing.facts import lock as locks
from briefing.facts import quotes, series
from briefing.facts.assemble import assemble
from briefing.facts.authored import authored, changed
from briefing.facts.derive import derive
from briefing.facts.freshness import freshness
from briefing.facts.ledger import Ledger
from briefing.facts.locate import locate
from briefing.facts.lock import Located, Lock, Made, Original
from briefing.facts.quotes import Article
from briefing.facts.seeds import Seeds
from briefing.facts.stale import stale as not_as_locked
from briefing.model import Card, Place, Problem, Refusal, Source, Span
from briefing.saying import tell

LARGEST_SHARE = 20
"""Percent of an article's body that all its quotes together may reach."""


def prove(seeds: Seeds, originals: Path | None, locked: str | None) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger and what is wrong with it.

    With ``originals`` (a folder) every quote is looked up in its article, and ``locked`` (the text of
    facts.lock.json) tells what has changed there; without, it tells where each stood. Refusal only for
    what leaves nothing to build on.
    """
    problems = [problem for quoted in seeds.quotes() for problem in quotes.limits(quoted[1])]
    stale: Mapping[str, str] = {}
    if originals is not None:
        texts, found = _load(seeds, originals)
        articles = {id: quotes.article(seeds.cards[id], source) for id, source in texts.items()}
        problems += found
        seeds, made, told = _with_series(seeds, articles)
        problems += told
        lock, found = _look_up(seeds, articles, made)
        if (before := _last(locked)) is not None:
            changes = freshness(seeds, articles, before, lock, found)
            stale = changes.states
            problems += [*changes.problems, *_redeclared(seeds, before)]
        problems += [*found, *_shares(seeds, articles, lock)]
        locked = locks.dump(lock)
    elif locked is None:
        missing = Problem(
            "F030", tell("there are neither originals nor a lock"), Place(f"seeds/{locks.NAME}"), locks.HINT
        )
        raise Refusal(*problems, missing)
    else:
        lock = locks.parse(locked)
        expanded = series.remembered(seeds, lock)
        seeds, made = expanded.seeds, expanded.made
        problems += expanded.problems
        problems += [*not_as_locked(seeds, lock), *_redeclared(seeds, lock)]
    facts, events, found = assemble(seeds, lock)
    problems += found
    derived, found = derive(seeds, facts)
    problems += found
    problems += series.amiss(seeds, made, facts | derived)
    proven = facts.keys() | derived.keys() | events.keys()
    unproven = frozenset((seeds.facts.keys() | seeds.derived.keys() | seeds.events.keys()) - proven)
    ledger = Ledger(
        seeds.cards,
        facts | derived,
        events,
        seeds.studies,
        locked,
        originals is not None,
        unproven,
        stale,
        series.series(seeds, made, facts | derived),
        frozenset(id for one in made.values() for id in one.facts),
    )
    return ledger, tuple(problems)


def _with_series(
    seeds: Seeds, articles: Mapping[str, Article]
) -> tuple[Seeds, Mapping[str, Made], tuple[Problem, ...]]:
    tables = {id: article.table for id, article in articles.items()}
    found = series.expanded(seeds, tables)
    return found.seeds, found.made, found.problems


def _redeclared(seeds: Seeds, lock: Lock) -> Iterator[Problem]:
    if lock.declared is not None:
        yield from changed(seeds, lock.declared, {id for id, _ in lock.evidence})


def _last(locked: str | None) -> Lock | None:
    """The lock that the originals are compared with; one that cannot be read is written anew, so None."""
    try:
        return locks.parse(locked) if locked is not None else None
    except Refusal:
        return None


def _load(seeds: Seeds, folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    texts: dict[str, Source] = {}
    problems: list[Problem] = []
    for id, card in seeds.cards.items():
        path = folder / card.file
        if Path(card.file).name != card.file or len(card.file.encode()) > 255:
            problem = Problem(
                "F032",
                tell("'{file}' is not a plain file name", file=card.file),
                card.where,
                tell("name a file, not a path"),
            )
            raise Refusal(problem)
        if not path.is_file():
            raise Refusal(
                Problem(
                    "S001",
                    tell("there is no original '{file}' in {folder}", file=card.file, folder=folder),
                    card.where,
                    tell("mend file or --originals"),
                ),
                exit_code=3,
            )
        texts[id], found = sources.original(folder, card)
        problems += [_binding(problem) for problem in found if not _acknowledged(problem, card)]
    return texts, problems


def _acknowledged(problem: Problem, card: Card) -> bool:
    """A card answers warnings by their code, with a reason; never errors, nor the loss of characters."""
    waived = problem.code in card.acknowledged and problem.code not in sources.NEVER_ACKNOWLEDGED
    return waived and problem.severity != "error"


def _binding(problem: Problem) -> Problem:
    """A warning about a text that facts are taken from stops the build until its card answers it."""
    return replace(problem, severity="error") if problem.severity == "warning" else problem


def _look_up(
    seeds: Seeds, articles: Mapping[str, Article], made: Mapping[str, Made]
) -> tuple[Lock, list[Problem]]:
    evidence: dict[tuple[str, str], Located] = {}
    problems: list[Problem] = []
    for id, quoted in seeds.quotes():
        try:
            evidence[id, quoted.source] = locate(articles[quoted.source], quoted)
        except Refusal as refusal:
            problems += [_about(id, problem) for problem in refusal.problems]
    originals = {
        id: Original(article.card.file, article.source.sha256, article.card.published)
        for id, article in articles.items()
    }
    return Lock(originals, evidence, authored(seeds), made), problems


def _about(id: str, problem: Problem) -> Problem:
    return replace(problem, message=tell("'{id}': {message}", id=id, message=problem.message), facts=(id,))


def _shares(seeds: Seeds, articles: Mapping[str, Article], lock: Lock) -> Iterator[Problem]:
    """F022: all quotes of an article together stay under a fifth of its body."""
    for id, article in articles.items():
        if article.source.sheets:
            continue  # figures of a table are no passages of a work
        spans = [
            span for (_, source), located in lock.evidence.items() if source == id for span in _spans(located)
        ]
        text = article.source.text
        quoted = len({place for span in spans for place in range(span.start, span.end)})
        quoted += sum(len(phrase) for pair in article.card.body for phrase in pair)
        bodies = article.source.body or ((0, len(text)),)
        offsets = article.source.offsets
        whole = sum(offsets[end] - offsets[start] for start, end in bodies)
        if quoted * 100 >= whole * LARGEST_SHARE:
            yield Problem(
                "F022",
                tell(
                    "the quotes of {id} reach {quoted} of {whole} characters, {largest_share} % or more",
                    id=id,
                    quoted=quoted,
                    whole=whole,
                    largest_share=LARGEST_SHARE,
                ),
                seeds.cards[id].where,
                tell("shorten them"),
            )


def _spans(located: Located) -> Iterator[Span]:
    yield located.span
    if located.period_span is not None:
        yield located.period_span
