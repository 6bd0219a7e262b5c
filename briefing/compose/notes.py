"""What the audit found -> the list of notes on a page: every figure a fact called through the door, every sentence cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from briefing.audit import Audited, Finding, Stated
from briefing.audit.words import filled
from briefing.compose.marks import Marks, SaidMark
from briefing.facts import Ledger, formula
from briefing.model import Problem
from briefing.saying import tell
from briefing.wording import cldr
from briefing.wording.catalog import Catalog

CHANGES, RATES = ("A001", "A002", "A003", "A006"), ("A031", "A034")
FORMULAS = {
    **dict.fromkeys(("A001", "A002", "A005", "A007"), "({1} - {0}) / {0}"),
    **dict.fromkeys(("A003", "A004"), "{1} / {0}"),
    "A002": "{1} - {0}", "A006": "{1} - {0}",
    **dict.fromkeys(("A011", "A021", "A022"), "{0} / {1}"),
    "A032": "{0} * {1} / {2}",
}  # fmt: skip
"""How what is calculated follows from the facts of a finding's figures, by code; sums add them all."""


class Calls(Protocol):
    """What a note asks of the door, as a template would."""

    ledger: Ledger
    marks: Marks
    problems: list[Problem]

    def fact(self, id: str, form: str | None = None) -> str: ...

    def when(self, id: str, form: str | None = None) -> str: ...

    def cite(self, *ids: str) -> str: ...

    def term(self, key: str, form: str | None = None) -> str: ...

    def josa(self, words: object, pair: str) -> str: ...


class Unsaid(Exception):
    """A finding speaks of what no fact of the brief carries; the argument is the problem."""


class Notes:
    """The findings of one brief in the words of one page."""

    def __init__(self, door: Calls, audited: Audited, catalog: Catalog, line: int):
        self.door, self.audited, self.catalog, self.line = door, audited, catalog, line
        self.ledger, self.language = door.ledger, catalog.language
        # of a source that is only registered nothing is on the pages, so nothing is told of it
        quoted = self.ledger.numbers()
        self.findings = [
            finding for finding in audited.findings if all(each.source in quoted for each in finding.places)
        ]

    def bullets(self) -> str:
        """A Markdown list with an item for each kind of finding; what cannot be said becomes a problem of the door."""
        items = []
        for lead, codes in self._leads():
            if codes == RATES:
                said = [self._rates()]
            elif codes == ("A104",):
                said = [self._borne_out()]
            else:
                said = [self._sentences(finding) for finding in self.findings if finding.code in codes]
            if text := " ".join(filter(None, said)):
                items.append(f"- **{lead}** {text}")
        return "\n".join(items)

    def _leads(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        catalog = self.catalog
        others = ("A005", "A007", "A011", "A012", "A021", "A032", "A041", "A042")
        # Translators: the words before a data note
        yield catalog.gettext("Reported and calculated."), (*CHANGES, *others)
        # Translators: the words before a data note
        yield catalog.gettext("A level, not an increase."), ("A004",)
        # Translators: the words before a data note
        yield catalog.gettext("Separate counts."), ("A101", "A103")
        # Translators: the words before a data note
        yield catalog.gettext("Separate groups."), ("A102",)
        # Translators: the words before a data note
        yield catalog.gettext("Exchange rates."), RATES
        # Translators: the words before a data note
        yield catalog.gettext("Amounts a year."), ("A022",)
        # Translators: the words before a data note
        yield catalog.gettext("Corroboration."), ("A104",)

    def _sentences(self, finding: Finding) -> str:
        try:
            said = self._filled(_messages(self.catalog)[finding.code], self._values(finding))
        except Unsaid as unsaid:
            if finding.severity != "note":
                (problem,) = unsaid.args
                self.door.problems.append(problem)
            return ""
        answer = self.audited.answer_to(finding)
        reason = f" {self._words(answer.reason[self.language])}" if answer is not None else ""
        return f"{said}{reason} {self.door.cite()}"

    def _filled(self, message: str, values: Mapping[str, str]) -> str:
        return filled(message, values, self.door.josa)

    def _values(self, finding: Finding) -> dict[str, str]:
        ids = [self._fact(figure, finding) for figure in finding.figures]
        dated = finding.code[:2] in ("A1", "A0") and finding.code not in (
            "A011",
            "A012",
            "A021",
            "A022",
            "A032",
        )
        said = [self._amount(id) if dated else self.door.fact(id) for id in ids]
        values = {"parts": self._list(said), **dict(zip(("first", "second"), said, strict=False))}
        if finding.claimed is not None:
            values["claimed"] = self.door.fact(self._fact(finding.claimed, finding))
            derived = self._derived(finding, ids)
            values["computed"] = self.door.fact(derived)
            values["calculated"] = self._words(self.ledger.facts[derived].what[self.language])
            values["source"] = self._source(finding.claimed.source)
        named = ids[-1] if finding.code != "A022" else self._fact(finding.places[0], finding)
        values["what"] = self._words(self.ledger.facts[named].what[self.language])
        values["other"] = self._words(self.ledger.facts[ids[0]].what[self.language])
        values["label"] = self._words(self._label(ids[0]))
        return values | dict(zip(("one", "another"), map(self._study, ids), strict=False))

    def _words(self, words: str) -> str:
        return self.door.marks.leave(SaidMark(words, "", self.line))

    def _list(self, parts: Sequence[str]) -> str:
        """The parts with what stands between them; Korean needs a particle that follows the last but one."""
        if len(parts) < 2:
            return "".join(parts)
        # Translators: the end of a list within a data note
        message = self.catalog.gettext("{first} and {last}")
        return self._filled(message, {"first": ", ".join(parts[:-1]), "last": parts[-1]})

    def _label(self, id: str) -> str:
        fact = self.ledger.facts[id]
        return fact.label.get(self.language) or fact.what[self.language]

    def _amount(self, id: str) -> str:
        """The figure with its date: $256,000 in 2020."""
        if self.ledger.facts[id].period is None:
            return self.door.fact(id)
        # Translators: a figure and the year or month that it is of, within a data note
        message = self.catalog.gettext("{figure} in {period}")
        return self._filled(message, {"figure": self.door.fact(id), "period": self.door.when(id)})

    def _source(self, id: str) -> str:
        """Who said it: the report that an article passes on tells more than the article's publisher."""
        card = self.ledger.cards[id]
        if not card.relays:
            return self._words(card.publisher[self.language])
        # Translators: a source within a data note
        message = self.catalog.gettext("the article relaying {report}")
        return self._filled(message, {"report": self._words(card.relays[self.language])})

    def _study(self, id: str) -> str:
        """The study behind a fact by the name of its author, else by its title."""
        via = self.ledger.facts[id].via
        study = self.ledger.studies.get(via or "")
        if study is None:
            return self._source(self.ledger.facts[id].evidence[0].source)
        if study.by is not None:
            return self.door.term(study.by)
        return self.door.marks.leave(SaidMark(study.title[self.language], study.id, self.line))

    def _fact(self, figure: Stated, finding: Finding) -> str:
        if figure.fact is not None:
            return figure.fact
        what = tell(
            "{code}, found in {source} at line {line}, speaks of '{written}', which no fact quotes",
            code=finding.code,
            source=figure.source,
            line=figure.line,
            written=figure.written,
        )
        raise Unsaid(
            Problem(
                "A112", what, self.ledger.cards[figure.source].where, tell("add a [fact.…] with that figure")
            )
        )

    def _derived(self, finding: Finding, ids: Sequence[str]) -> str:
        """The fact that is calculated as the finding's computed figure is."""
        wanted = FORMULAS[finding.code].format(*ids) if finding.code in FORMULAS else " + ".join(ids)
        if (id := self._calculated(wanted)) is not None:
            return id
        what = tell(
            "{code}, found in {source}, needs a fact that is calculated here",
            code=finding.code,
            source=finding.places[0].source,
        )
        hint = tell('add to seeds/derived.toml: [derived.…] formula = "{wanted}"', wanted=wanted)
        raise Unsaid(Problem("A113", what, self.ledger.facts[ids[0]].where, hint))

    def _calculated(self, wanted: str) -> str | None:
        tree = formula.parse(wanted)
        facts = self.ledger.facts.values()
        return next(
            (fact.id for fact in facts if fact.formula is not None and formula.parse(fact.formula) == tree),
            None,
        )

    def _rates(self) -> str:
        """The rates that the sources' conversions imply, source by source, a sentence for each pair of currencies."""
        by_pair: dict[tuple[str, str], dict[str, str]] = {}
        for finding in self.findings:
            if finding.code != "A031":
                continue
            for priced, base in zip(finding.figures[::2], finding.figures[1::2], strict=True):
                id = self._calculated(f"{priced.fact} / {base.fact}") if priced.fact and base.fact else None
                if id is not None:
                    pair = priced.quantity.unit or "", base.quantity.unit or ""
                    by_pair.setdefault(pair, {}).setdefault(priced.source, id)
        # Translators: a data note; {rates} is a list of rates, each with its source
        message = self.catalog.gettext("Per {currency}, the conversions in the sources imply {rates}.")
        return " ".join(self._rate(message, base, ids) for (_, base), ids in by_pair.items())

    def _rate(self, message: str, base: str, ids: Mapping[str, str]) -> str:
        # Translators: a rate and the source that implies it, within a data note
        one = self.catalog.gettext("{rate} in {source}")
        said = [
            self._filled(one, {"rate": self.door.fact(id), "source": self._source(source)})
            for source, id in ids.items()
        ]
        currency = self._words(cldr.currency(base, self.language, Decimal(1)))
        values = {"currency": currency, "rates": self._list(said)}
        return f"{self._filled(message, values)} {self.door.cite()}"

    def _borne_out(self) -> str:
        """What several sources report, under the sources that do."""
        by_sources: dict[tuple[str, ...], list[str]] = {}
        for finding in self.findings:
            if finding.code == "A104" and not finding.figures:
                sources = sorted(
                    self.ledger.sources_of(finding.subject), key=self.ledger.numbers().__getitem__
                )
                by_sources.setdefault(tuple(sources), []).append(finding.subject)
        # Translators: a data note; {reports} is a list of what two sources say
        of_two = self.catalog.gettext("Reported both by {sources}: {reports}.")
        # Translators: a data note; {reports} is a list of what three or more sources say
        of_more = self.catalog.gettext("Reported by {sources}: {reports}.")
        said = []
        for reporting, ids in by_sources.items():
            records = [self.ledger.events.get(id) or self.ledger.facts[id] for id in ids]
            reports = "; ".join(self._words(record.what[self.language]) for record in records)
            named = self._list([self._source(id) for id in reporting])
            message = of_two if len(reporting) == 2 else of_more
            said.append(
                f"{self._filled(message, {'sources': named, 'reports': reports})} {self.door.cite(*ids)}"
            )
        return " ".join(said)


def _messages(catalog: Catalog) -> dict[str, str]:
    return _reckoned(catalog) | _compared(catalog)


def _reckoned(catalog: Catalog) -> dict[str, str]:
    # Translators: a data note; the figures keep the same order in every language
    change = catalog.gettext(
        "{what}: for the change from {first} to {second}, {source} gives {claimed}; calculated from these figures, it is {computed}."
    )
    # Translators: a data note; the figures keep the same order in every language
    sums = catalog.gettext(
        "{what}: {parts}, given by {source} as {claimed}, make {computed} when calculated here."
    )
    return {
        **dict.fromkeys((*CHANGES, "A005", "A007"), change),
        **dict.fromkeys(("A012", "A032", "A041", "A042"), sums),
        # Translators: a data note; the figures keep the same order in every language
        "A004": catalog.gettext(
            "{what}: {source} writes of an increase by “{claimed}”. Calculated from {first} and {second}, {computed} is the level that was reached, not the size of the increase."
        ),
        # Translators: a data note; the figures keep the same order in every language
        "A011": catalog.gettext(
            "{what}: for {first} of {second}, {source} gives {claimed}; calculated from these figures, it is {computed}."
        ),
        # Translators: a data note; the figures keep the same order in every language
        "A021": catalog.gettext(
            "{what}: for {first} over {second}, {source} gives {claimed} a year; calculated from these figures, it is {computed}."
        ),
        # Translators: a data note; the figures keep the same order in every language
        "A022": catalog.gettext(
            "{what}: {claimed}. {calculated}: {first} divided by {second}, or {computed}. Rounded, the figures agree."
        ),
    }  # fmt: skip


def _compared(catalog: Catalog) -> dict[str, str]:
    return {
        # Translators: a data note; the figures keep the same order in every language
        "A101": catalog.gettext(
            "{label}: read as a single series, the figures of {one} and {another} would run from {first} to {second}, against the direction of either. They are separate measures and are never joined here."
        ),
        # Translators: a data note; the figures keep the same order in every language
        "A102": catalog.gettext(
            "{other}: {first}. {what}: {second}. These are separate groups, so the difference between them is not a change."
        ),
        # Translators: a data note; the figures keep the same order in every language
        "A103": catalog.gettext("{what}: {one} has {first}, {another} has {second}; the sources differ."),
    }  # fmt: skip
