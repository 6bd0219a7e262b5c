"""A template's calls of series, charts and tables -> marks, and the problems of what cannot be shown."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from briefing.compose import asked, typed
from briefing.compose.chart import check
from briefing.compose.marks import MARK, ChartMark, Marks, Series, SeriesMark, TableMark
from briefing.facts import Ledger
from briefing.model import Place, Problem
from briefing.project import CHARTS
from briefing.saying import tell
from briefing.schema import unprintable


class Asking(Protocol):
    """The part of a door through which charts and tables enter."""

    ledger: Ledger
    charts: Collection[str]
    template: str
    language: str
    marks: Marks
    problems: list[Problem]
    calls: list[tuple[str, int]]
    drawn: dict[str, tuple[str, ...]]

    def problem(self, code: str, message: str, line: int, hint: str) -> None: ...

    def line(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Drawings:
    """The functions of a door that put figures side by side."""

    door: Asking

    def functions(self) -> dict[str, Callable[..., str]]:
        return {"series": self.series, "chart": self.chart, "table": self.table}

    def series(self, id: str, **options: object) -> str:
        """A series, to be handed to ``chart`` or ``table``: ``series("births", since=2015)``.

        The facts of one ``measure`` are a series under its name, in the order of their dates. ``name`` calls it
        otherwise than its facts do; ``since`` and ``until`` (years, months or days, both included) and ``last`` (so many
        periods) narrow it. T060 for an unknown series, T061 where nothing is left, T062 for an unknown option, T065
        where it stands in the text.
        """
        line = self.door.line()
        self._words(options, line)
        try:
            return self.door.marks.leave(SeriesMark(asked.series(id, options, self.door.ledger), line))
        except asked.Unfit as unfit:
            if not (
                unfit.args[0] == "T060" and self.door.ledger.unproven
            ):  # it may be made of what is not proven
                self._unfit(unfit, line)
            return ""

    def chart(self, kind: str, *what: str, caller: Callable[[], str] | None = None, **options: object) -> str:
        """A chart: ``{% call chart("bars", series("births"), last=5) %}the finding{% endcall %}``.

        ``kind`` is bars (or bar), line, dots, strip or waffle; what it shows are series, or the ids of facts. The body of
        the call block is the caption. ``accent`` is the fact that stands out, or a list of them, or a series; ``last``,
        ``since`` and ``until`` as of a series; ``whole`` the fact that the others are parts of; ``row`` whether period or
        label names a row; ``scale`` linear or log; ``unit`` words that say what is counted. With the id of a chart of
        briefing.toml alone, ``chart("id")``, it is that one. T015 for an unknown kind, T016 without a caption, T041 to
        T045 for what cannot be drawn together, T061 to T064 for series that cannot be told apart.
        """
        line = self.door.line()
        if not what and not options and (kind in self.door.charts or kind not in (*CHARTS, "bar")):
            return self._declared(kind, caller, line)
        self._words(options, line)
        caption = self._caption(tell("a {noun}", noun=tell("chart")), "chart", caller, line)
        chosen = self._chosen(what, options, tell("chart"), line)
        try:
            known = asked.kind_of(kind)
            if chosen is None:
                return ""
            where = Place(self.door.template, line)
            spec = asked.chart(known, chosen, options, self.door.ledger, self.door.language, where)
        except asked.Unfit as unfit:
            return self._unfit(unfit, line)
        spec = replace(spec, id=self._unique(spec.id))
        self.door.problems += check(spec, self.door.ledger.facts, self.door.ledger.unproven)
        if any(id is not None and id not in self.door.ledger.facts for id in (spec.whole, *spec.accent)):
            return ""
        self.door.calls.append((spec.id, line))
        self.door.drawn[spec.id] = (*spec.facts, *((spec.whole,) if spec.whole else ()))
        return self._left(ChartMark(spec.id, caption.strip(), line, spec), caption)

    def table(self, *what: str, caller: Callable[[], str] | None = None, **options: object) -> str:
        """A table: ``{% call table(series("births"), series("deaths")) %}the caption{% endcall %}``.

        Series make a row for each period and a column each, or with ``rows="series"`` the other way round; the ids of
        facts make a row each. ``last``, ``since`` and ``until`` as of a series. A unit that a column shares stands in its
        head, the sources stand below, and a period that a series lacks is an empty cell. T013 for a fact without a
        date, T016 without a caption, T061 to T064 as of a chart, T066 for more columns than a page takes.
        """
        line = self.door.line()
        caption = self._caption(tell("a {noun}", noun=tell("table")), "table", caller, line)
        chosen = self._chosen(what, options, tell("table"), line)
        if chosen is None:
            return ""
        try:
            shown, turned = asked.table(chosen, options, self.door.ledger, self.door.language)
        except asked.Unfit as unfit:
            return self._unfit(unfit, line)
        id = self._unique(chosen.named("table"))
        self.door.calls.append((id, line))
        self.door.drawn[id] = shown.ids
        mark = TableMark(id, caption.strip(), line, shown.series, shown.facts, turned)
        return self._left(mark, caption)

    def _declared(self, id: str, caller: Callable[[], str] | None, line: int) -> str:
        self.door.calls.append((id, line))
        if id not in self.door.charts:
            near = difflib.get_close_matches(id, (*self.door.charts, *CHARTS), n=1)
            hint = (
                tell("did you mean '{near}'?", near=near[0])
                if near
                else tell("the charts stand in briefing.toml")
            )
            self.door.problem("T015", tell("unknown chart '{id}'", id=id), line, hint)
            return ""
        if any(isinstance(mark, ChartMark) and mark.id == id for mark in self.door.marks.left):
            self.door.problem("T017", tell("chart '{id}' is called twice", id=id), line, tell("call it once"))
            return ""
        caption = self._caption(tell("chart '{id}'", id=id), "chart", caller, line)
        return self._left(ChartMark(id, caption.strip(), line), caption)

    def _caption(self, noun: str, call: str, caller: Callable[[], str] | None, line: int) -> str:
        caption = caller() if caller is not None else ""
        if not caption.strip():
            hint = tell("write {{% call {call}(…) %}}the finding{{% endcall %}}", call=call)
            self.door.problem("T016", tell("{noun} has no caption", noun=noun), line, hint)
        return caption

    def _left(self, mark: ChartMark | TableMark, caption: str) -> str:
        # as many lines as the call takes, so that problems behind it name the right one
        # (Jinja takes the line's end behind a tag; one that closes on its own line opened on one)
        lines = 1 + caption.count("\n") + caption.endswith("\n")
        return self.door.marks.leave(mark) + "\n" * lines

    def _chosen(
        self, what: Sequence[str], options: Mapping[str, object], noun: str, line: int
    ) -> asked.Chosen | None:
        """What a call names; None where something is amiss that has been told of."""
        if not all(isinstance(one, str) for one in what):
            self.door.problem(
                "T062",
                tell("a {noun} is given what is no series and no fact", noun=noun),
                line,
                tell('write series("…")'),
            )
            return None
        given = [self._given(one) for one in what]
        if "" in given or self.door.ledger.unproven.intersection(
            one for one in given if isinstance(one, str)
        ):
            return None
        try:
            return asked.chosen(given, options, self.door.ledger, noun)
        except asked.Unfit as unfit:
            self._unfit(unfit, line)
            return None

    def _given(self, said: str) -> Series | str:
        mark = self.door.marks.peek(said) if MARK.fullmatch(said) else None
        return mark.series if isinstance(mark, SeriesMark) else said

    def _unique(self, id: str) -> str:
        """``id``, numbered where the page has it already: the same call twice is two charts."""
        taken = {*self.door.charts, *self.door.drawn}
        number = 2
        while (said := id if number == 2 and id not in taken else f"{id}-{number}") in taken:
            number += 1
        return said

    def _words(self, options: Mapping[str, object], line: int) -> None:
        """U001 to U003 for words of the page that a call gives: they stand in no literal text."""
        where = Place(self.door.template, line)
        for said in asked.words(options):
            self.door.problems += [
                typed.unsourced(each, where) for _, each in typed.figures(said, self.door.language, {})
            ]
            for character in filter(unprintable, said):
                what = tell("character U+{ord} cannot be shown", ord=f"{ord(character):04X}")
                self.door.problems.append(Problem("U003", what, where, tell("delete it")))

    def _unfit(self, unfit: asked.Unfit, line: int) -> str:
        code, what, hint = unfit.args
        self.door.problem(code, what, line, hint)
        return ""
