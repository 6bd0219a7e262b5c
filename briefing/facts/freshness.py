"""The last lock and the originals as they are now -> which facts' quotes moved, changed or vanished, F035 to F038."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from briefing.facts import lock as locks
from briefing.facts.amounts import FormulaError
from briefing.facts.formula import parse, terms
from briefing.facts.lock import Located, Lock
from briefing.facts.quotes import Article
from briefing.facts.seeds import Phrase, Quoted, Seeds
from briefing.model import Locator, Mention, Problem, Quantity
from briefing.saying import joined, tell

State = Literal["moved", "changed", "vanished"]
FARTHEST = 12
"""Characters between the words of a quote and the figure that has taken its place."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What became of the facts whose sources changed, those derived from them included, and the problems that say so."""

    states: Mapping[str, State]
    problems: tuple[Problem, ...]


def freshness(
    seeds: Seeds, articles: Mapping[str, Article], old: Lock, new: Lock, found: list[Problem]
) -> Freshness:
    """Every quote that stood in a source of ``old`` whose bytes are others now.

    Of ``found``, what looking up the quotes brought, a quote's absence is taken out where F037 says more of it.
    """
    states: dict[str, State] = {}
    problems: list[Problem] = []
    for source, article in articles.items():
        before = old.originals.get(source)
        if before is None or before.sha256 == article.source.sha256:
            continue
        quotes = [(id, quoted) for id, quoted in seeds.quotes() if quoted.source == source]
        told = [_told(id, quoted, article, old, new) for id, quoted in quotes]
        fates = {id: fate for fate, problem in told if fate for id in problem.facts}
        states |= fates
        problems += [problem for _, problem in told if problem.message]
        problems.append(_summary(source, len(quotes), fates, article))
    changed = {problem.where for problem in problems if problem.severity == "error"}
    found[:] = [problem for problem in found if problem.code != "F010" or problem.where not in changed]
    return Freshness(_with_derived(seeds, states), tuple(problems))


def _told(id: str, quoted: Quoted, article: Article, old: Lock, new: Lock) -> tuple[State | None, Problem]:
    """What became of one quote, and the problem that says so; its message is empty where nothing is to be said."""
    before, now = old.evidence.get((id, quoted.source)), new.evidence.get((id, quoted.source))
    nothing = Problem("F035", "", quoted.where, facts=(id,))
    if (
        before is None
        or before.cell != quoted.cell
        or (not quoted.cell and before.quote != quoted.phrase.text)
    ):
        return None, nothing  # the author changed the quote, not the source
    if now is None and quoted.cell is not None:
        return "vanished", nothing  # F060 to F065 say how
    if now is None:
        other = _instead(article, quoted.phrase)
        if other is None:
            return "vanished", nothing  # F010 to F016 say how
        what = tell(
            "'{id}': {source} prints '{written}' where '{figure}' stood",
            id=id,
            source=quoted.source,
            written=other.written,
            figure=_figure(quoted.phrase),
        )
        hint = tell("read the passage and mend the quote; the figure then changes on every page")
        return "changed", replace(nothing, code="F037", message=what, hint=hint)
    return _compared(id, quoted.source, before, now, nothing)


def _compared(
    id: str, source: str, before: Located, now: Located, nothing: Problem
) -> tuple[State | None, Problem]:
    if (before.quantity, before.period) != (now.quantity, now.period):
        if now.locator is not None and now.cell is not None:
            return "changed", _another_value(id, source, before, now, nothing)
        was, reads = _said(before.quantity, before.period), _said(now.quantity, now.period)
        what = tell(
            "'{id}': its words in {source} read as {reads} now, as {was} before",
            id=id,
            source=source,
            reads=reads,
            was=was,
        )
        hint = tell("read the passage; a build with the originals takes the new reading")
        return "changed", replace(nothing, code="F037", message=what, hint=hint, severity="warning")
    if now.cell is not None:
        return _cell_moved(id, source, before.locator, now.locator, nothing)
    if before.context != now.context:
        what = tell("'{id}': its quote stands among other words in {source} now", id=id, source=source)
        hint = tell("read the passage; a build with the originals records it")
        return "moved", replace(nothing, code="F036", message=what, hint=hint, severity="warning")
    if before.span != now.span:
        by = now.span.start - before.span.start
        what = tell(
            "'{id}': its quote moved by {abs} characters {what} in {source}",
            id=id,
            abs=abs(by),
            what=tell("down") if by > 0 else tell("up"),
            source=source,
        )
        hint = tell("a build with the originals records it")
        return "moved", replace(nothing, message=what, hint=hint, severity="note")
    return None, nothing


def _another_value(id: str, source: str, before: Located, now: Located, nothing: Problem) -> Problem:
    was, reads = _said(before.quantity, before.period), _said(now.quantity, now.period)
    where = _cell(now.locator)
    what = tell(
        "'{id}': cell {where} of {source} says '{quote}' ({reads}) now, '{quote2}' ({was}) before",
        id=id,
        where=where,
        source=source,
        quote=now.quote,
        reads=reads,
        quote2=before.quote,
        was=was,
    )
    hint = tell(
        "look at the table; a build with the originals takes the new figure, which then changes on every page"
    )
    return replace(nothing, code="F037", message=what, hint=hint, severity="warning")


def _cell_moved(
    id: str, source: str, before: Locator | None, now: Locator | None, nothing: Problem
) -> tuple[State | None, Problem]:
    """F036 for other words in the headers, F035 for another place; the cells around are no context of one."""
    if before is None or now is None or before == now:
        return None, nothing
    if (before.row, before.column) != (now.row, now.column):
        was, reads = (f"'{place.row}' and '{place.column}'" for place in (before, now))
        what = tell(
            "'{id}': its headers in {source} are {reads} now, {was} before",
            id=id,
            source=source,
            reads=reads,
            was=was,
        )
        hint = tell("see that they mean the same; a build with the originals records it")
        return "moved", replace(nothing, code="F036", message=what, hint=hint, severity="warning")
    what = tell(
        "'{id}': its cell moved from {cell} to {cell2} in {source}",
        id=id,
        cell=_cell(before),
        cell2=_cell(now),
        source=source,
    )
    hint = tell("a build with the originals records it")
    return "moved", replace(nothing, message=what, hint=hint, severity="note")


def _cell(locator: Locator | None) -> str:
    return f"{locator.sheet} {locator.cell}".strip() if locator is not None else ""


def _instead(article: Article, phrase: Phrase) -> Mention | None:
    """The figure that stands now where the words around the hole of ``phrase`` lead to."""
    if phrase.hole is None:
        return None
    text, (start, end) = article.source.text, phrase.hole
    before, after = phrase.text[:start], phrase.text[end:]
    for mention in article.mentions:
        low, high = mention.span.start, mention.span.end
        ahead = text.rfind(before, max(0, low - len(before) - FARTHEST), high) if before else low
        behind = text.find(after, low, high + len(after) + FARTHEST) if after else high
        if (before.strip() or after.strip()) and ahead >= 0 and behind >= 0:
            return mention
    return None


def _figure(phrase: Phrase) -> str:
    assert phrase.hole is not None
    return phrase.text[phrase.hole[0] : phrase.hole[1]]


def _said(*quantities: Quantity | None) -> str:
    records = (quantity.record() for quantity in quantities if quantity is not None)
    return ", ".join(" ".join(str(record[key]) for key in record if record[key]) for record in records)


def _summary(source: str, quotes: int, fates: Mapping[str, State], article: Article) -> Problem:
    fate = list(fates.values())
    told = joined(
        (
            tell("{count} moved", count=fate.count("moved")),
            tell("{count} changed", count=fate.count("changed")),
            tell("{count} vanished", count=fate.count("vanished")),
        )
    )
    what = tell(
        "source '{source}' has changed since the lock was written: of {quotes} quotes {told}",
        source=source,
        quotes=quotes,
        told=told,
    )
    return Problem("F038", what, article.card.where, locks.HINT, "warning")


def _with_derived(seeds: Seeds, states: Mapping[str, State]) -> dict[str, State]:
    """The states, and for each derived fact the gravest of its terms."""
    gravest = ("moved", "changed", "vanished")
    known, waiting = dict(states), True
    while waiting:
        waiting = False
        for id, seed in seeds.derived.items():
            of = [known[term] for term in _terms(seed.formula) if term in known]
            state = max(of, key=gravest.index, default=None)
            if state is not None and known.get(id) != state:
                known[id], waiting = state, True
    return known


def _terms(formula: str) -> Iterator[str]:
    try:
        yield from terms(parse(formula))
    except FormulaError:
        return  # F040 says so
