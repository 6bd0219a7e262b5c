"""Seeds and originals (or the lock in their place) -> Ledger: every quote found, every figure read, every sum made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from briefing import sources
from briefing.facts import lock as locks
from briefing.facts import quotes
from briefing.facts.assemble import assemble
from briefing.facts.authored import authored, changed
from briefing.facts.derive import derive
from briefing.facts.freshness import freshness
from briefing.facts.ledger import Ledger
from briefing.facts.lock import Located, Lock, Original
from briefing.facts.quotes import Article
from briefing.facts.seeds import Quoted, Seeds
from briefing.model import Card, Place, Problem, Quantity, Refusal, Source, Span

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
        lock, found = _look_up(seeds, articles)
        if (before := _last(locked)) is not None:
            changes = freshness(seeds, articles, before, lock, found)
            stale = changes.states
            problems += [*changes.problems, *_redeclared(seeds, before)]
        problems += [*found, *_shares(seeds, articles, lock)]
        locked = locks.dump(lock)
    elif locked is None:
        missing = Problem(
            "F030", "there are neither originals nor a lock", Place(f"seeds/{locks.NAME}"), locks.HINT
        )
        raise Refusal(*problems, missing)
    else:
        lock = locks.parse(locked)
        problems += [*_stale(seeds, lock), *_redeclared(seeds, lock)]
    facts, events, found = assemble(seeds, lock)
    problems += found
    derived, found = derive(seeds, facts)
    problems += found
    proven = facts.keys() | derived.keys() | events.keys()
    unproven = frozenset((seeds.facts.keys() | seeds.derived.keys() | seeds.events.keys()) - proven)
    ledger = Ledger(
        seeds.cards, facts | derived, events, seeds.studies, locked, originals is not None, unproven, stale
    )
    return ledger, tuple(problems)


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
                "F032", f"'{card.file}' is not a plain file name", card.where, "name a file, not a path"
            )
            raise Refusal(problem)
        if not path.is_file():
            raise Refusal(
                Problem(
                    "S001",
                    f"there is no original '{card.file}' in {folder}",
                    card.where,
                    "mend file or --originals",
                ),
                exit_code=3,
            )
        texts[id], found = sources.load(path, id, body=card.body, shown=card.file, encoding=card.encoding)
        problems += [_binding(problem) for problem in found if not _acknowledged(problem, card)]
    return texts, problems


def _acknowledged(problem: Problem, card: Card) -> bool:
    """A card answers warnings by their code, with a reason; never errors, nor the loss of characters."""
    waived = problem.code in card.acknowledged and problem.code not in sources.NEVER_ACKNOWLEDGED
    return waived and problem.severity != "error"


def _binding(problem: Problem) -> Problem:
    """A warning about a text that facts are taken from stops the build until its card answers it."""
    return replace(problem, severity="error") if problem.severity == "warning" else problem


def _look_up(seeds: Seeds, articles: Mapping[str, Article]) -> tuple[Lock, list[Problem]]:
    evidence: dict[tuple[str, str], Located] = {}
    problems: list[Problem] = []
    for id, quoted in seeds.quotes():
        try:
            evidence[id, quoted.source] = _locate(articles[quoted.source], quoted)
        except Refusal as refusal:
            problems += [_about(id, problem) for problem in refusal.problems]
    originals = {
        id: Original(article.card.file, article.source.sha256, article.card.published)
        for id, article in articles.items()
    }
    return Lock(originals, evidence, authored(seeds)), problems


def _about(id: str, problem: Problem) -> Problem:
    return replace(problem, message=f"'{id}': {problem.message}", facts=(id,))


def _locate(article: Article, quoted: Quoted) -> Located:
    start = quotes.find(article, quoted)
    words = quoted.phrase.text
    if quotes.whole_sentence(article, start, words):
        hint = "quote a phrase of it"
        raise Refusal(Problem("F021", f"quote '{words}' is a whole sentence", quoted.where, hint))
    span = article.source.span(start, start + len(words))
    quantity = None
    if quoted.phrase.hole is not None:
        quantity = quotes.figure_at(article, quoted.phrase, start, quoted)
        _same_alone(article, quoted, quantity)
    if quoted.when is None:
        return Located(quoted.phrase.text, span, quantity, context=locks.context(article.source, span))
    at = quotes.nearest(article, quoted.when, start, quoted)
    period = quotes.figure_at(article, quoted.when, at, quoted)
    _is_date(period, quoted)
    when = quoted.when.text
    return Located(
        quoted.phrase.text,
        span,
        quantity,
        period,
        when,
        article.source.span(at, at + len(when)),
        locks.context(article.source, span),
    )


def _same_alone(article: Article, quoted: Quoted, quantity: Quantity) -> None:
    alone = quotes.figure_alone(quoted.phrase, article.card, quoted)
    if alone != quantity:
        raise Refusal(
            Problem(
                "F015",
                f"quote '{quoted.phrase.text}' cuts off words that belong to its figure",
                quoted.where,
                "quote the figure with its qualifier and unit",
            )
        )


def _is_date(period: Quantity, quoted: Quoted) -> None:
    if period.kind != "date" or not isinstance(period.value, str):
        raise Refusal(
            Problem(
                "F016", "the bracket of 'when' holds no date", quoted.where, "bracket the words of the date"
            )
        )


def _stale(seeds: Seeds, lock: Lock) -> Iterator[Problem]:
    for id, card in seeds.cards.items():
        original = lock.originals.get(id)
        if original is None or (original.file, original.published) != (card.file, card.published):
            yield Problem(
                "F033", f"source '{id}' is not in the lock as it is described", card.where, locks.HINT
            )
    for id, quoted in seeds.quotes():
        located = lock.evidence.get((id, quoted.source))
        when = quoted.when.text if quoted.when else None
        if located is None or (located.quote, located.when) != (quoted.phrase.text, when):
            yield Problem("F033", f"'{id}' is not in the lock as it is quoted", quoted.where, locks.HINT)
            continue
        try:
            alone = None
            if quoted.phrase.hole is not None:
                alone = quotes.figure_alone(quoted.phrase, seeds.cards[quoted.source], quoted)
            if located.period is not None:
                _is_date(located.period, quoted)
            same = alone == located.quantity and _same_day(quoted, located, seeds.cards[quoted.source])
        except Refusal as refusal:
            yield from refusal.problems
            continue
        if not same:
            yield Problem("F034", f"'{id}' reads otherwise than the lock says", quoted.where, locks.HINT)


def _same_day(quoted: Quoted, located: Located, card: Card) -> bool:
    """Whether the words of the date read as the lock says; those that count from another day of the text
    (3년 전, the lock keeps no distance from the publication then) are taken as they stand there."""
    if quoted.when is None or located.period is None:
        return quoted.when is None and located.period is None
    alone = quotes.figure_alone(quoted.when, card, quoted)
    elsewhere = alone.relative is not None and located.period.relative is None
    return alone == located.period or elsewhere


def _shares(seeds: Seeds, articles: Mapping[str, Article], lock: Lock) -> Iterator[Problem]:
    """F022: all quotes of an article together stay under a fifth of its body."""
    for id, article in articles.items():
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
                f"the quotes of {id} reach {quoted} of {whole} characters, {LARGEST_SHARE} % or more",
                seeds.cards[id].where,
                "shorten them",
            )


def _spans(located: Located) -> Iterator[Span]:
    yield located.span
    if located.period_span is not None:
        yield located.period_span
