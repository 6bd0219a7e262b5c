"""The ledger and a page's marks -> the functions that a template may call; the only way a figure enters."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from briefing.audit import Audited
from briefing.compose.drawings import Drawings
from briefing.compose.marks import CiteMark, FactMark, Marks, ParticleMark, TermMark
from briefing.compose.notes import Notes
from briefing.facts import Ledger
from briefing.model import Place, Problem
from briefing.saying import tell
from briefing.wording import FORMS
from briefing.wording.catalog import Catalog

TERM_FORMS = ("first", "short", "full")
FACTS = tell("run `briefing facts` to see the facts")
TERMS = tell("the terms stand in locales/glossary.toml")


@dataclass(slots=True)
class Door:
    """What one template asked for, and what was wrong with it; ``template`` is its path in messages."""

    ledger: Ledger
    terms: Collection[str]
    charts: Collection[str]
    template: str
    marks: Marks = field(default_factory=Marks)
    problems: list[Problem] = field(default_factory=list)
    calls: list[tuple[str, int]] = field(default_factory=list)
    """Each fact, event and chart that was called, with the template's line."""
    audited: Audited | None = None
    catalog: Catalog | None = None
    language: str = ""
    drawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The facts of each chart and table that the template itself has put together, by its id."""

    def functions(self) -> dict[str, Callable[..., str]]:
        own: dict[str, Callable[..., str]] = {
            "fact": self.fact,
            "when": self.when,
            "cite": self.cite,
            "term": self.term,
            "findings": self.findings,
        }
        return own | Drawings(self).functions()

    def fact(self, id: str, form: str | None = None) -> str:
        """The figure of a fact: ``{{ fact("kr-ai-shortfall") }}`` prints 8,579명, or 8,579.

        ``form`` is one of the forms below, or several with spaces between. The paragraph that prints it must cite it
        (T030). T010 for an unknown fact, T011 for an unknown form, T012 for an event, which has no figure.
        """
        line = self.line()
        self.calls.append((id, line))
        known = self.ledger.facts
        if id in self.ledger.unproven:
            return ""
        if id in self.ledger.events:
            self.problem(
                "T012",
                tell("'{id}' is an event and has no figure", id=id),
                line,
                tell('cite it: {{{{ cite("{id}") }}}}', id=id),
            )
        elif id not in known:
            self.problem("T010", tell("unknown fact '{id}'", id=id), line, near(id, known))
        elif not FORMS.issuperset((form or "").split()):
            self.problem(
                "T011",
                tell("unknown form '{form}'", form=form),
                line,
                tell("forms: {forms}", forms=", ".join(sorted(FORMS))),
            )
        else:
            return self.marks.leave(FactMark(id, "value", form, line))
        return ""

    def when(self, id: str, form: str | None = None) -> str:
        """The period of a fact or the date of an event: ``{{ when("kr-ai-shortfall") }}`` prints 2023년, or 2023.

        ``form`` as for ``fact``. T010 for an unknown id, T013 for one without a date.
        """
        line = self.line()
        self.calls.append((id, line))
        if id in self.ledger.unproven:
            return ""
        record = self.ledger.facts.get(id) or self.ledger.events.get(id)
        if record is None:
            self.problem(
                "T010",
                tell("unknown fact '{id}'", id=id),
                line,
                near(id, (*self.ledger.facts, *self.ledger.events)),
            )
        elif record.period is None:
            self.problem(
                "T013",
                tell("'{id}' has no date", id=id),
                line,
                tell("give it when = … or period = … in seeds/"),
            )
        elif not FORMS.issuperset((form or "").split()):
            self.problem(
                "T011",
                tell("unknown form '{form}'", form=form),
                line,
                tell("forms: {forms}", forms=", ".join(sorted(FORMS))),
            )
        else:
            return self.marks.leave(FactMark(id, "period", form, line))
        return ""

    def cite(self, *ids: str) -> str:
        """The citation mark for all figures since the last one in this paragraph, and for the facts and events ``ids``.

        ``{{ cite() }}`` stands after the figures that it cites; ``{{ cite("eo-immigration") }}`` cites an event. T033
        where there is nothing to cite, T010 for an unknown id.
        """
        line = self.line()
        for id in ids:
            self.calls.append((id, line))
            if id not in {*self.ledger.facts, *self.ledger.events, *self.ledger.unproven}:
                known = (*self.ledger.facts, *self.ledger.events)
                self.problem("T010", tell("unknown fact '{id}'", id=id), line, near(id, known))
                return ""
        return self.marks.leave(CiteMark(ids, line))

    def term(self, key: str, form: str | None = None) -> str:
        """A name of the glossary, expanded at its first mention on the page and short after that.

        ``{{ term("spri") }}`` is how a name that holds a digit enters a page. ``form`` is first, short or full, where
        the page is not to decide. A name that begins an English sentence begins with a capital. T014 for an unknown
        key, T011 for an unknown form.
        """
        line = self.line()
        if key not in self.terms:
            self.problem("T014", tell("unknown term '{key}'", key=key), line, near(key, self.terms, TERMS))
        elif form is not None and form not in TERM_FORMS:
            self.problem(
                "T011",
                tell("unknown form '{form}'", form=form),
                line,
                tell("forms: {term_forms}", term_forms=", ".join(TERM_FORMS)),
            )
        else:
            return self.marks.leave(TermMark(key, form, line))
        return ""

    def josa(self, words: object, pair: str) -> str:
        """The words with the particle that follows them when they are read aloud.

        ``{{ fact("kr-ai-shortfall") | josa("이/가") }}`` prints 8,579명이. ``pair`` names both forms, or one of them.
        C003 for a Latin word whose reading the glossary does not give, C005 for an unknown pair.
        """
        return f"{words}{self.marks.leave(ParticleMark(str(pair), self.line()))}"

    def findings(self) -> str:
        """What the audit found, as list items: one for each kind of finding, its figures printed as facts and cited.

        A finding that is an error or a warning and whose figures no fact carries stops the build (A112, A113).
        """
        line = self.line()
        if self.audited is None or self.catalog is None:
            return ""
        if self.audited.lost is not None:
            self.problems.append(self.audited.lost)
            return ""
        return Notes(self, self.audited, self.catalog, line).bullets()

    def problem(self, code: str, message: str, line: int, hint: str) -> None:
        self.problems.append(Problem(code, message, Place(self.template, line), hint))

    def line(self) -> int:
        """The template's line that is being run, which Jinja keeps with the compiled code."""
        frame = sys._getframe(1)
        while frame is not None:
            template = frame.f_globals.get("__jinja_template__")
            if template is not None:
                return int(template.get_corresponding_lineno(frame.f_lineno))
            frame = frame.f_back  # type: ignore[assignment]
        return 0


def near(name: str, known: Collection[str], otherwise: str = FACTS) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return tell("did you mean '{near}'?", near=near[0]) if near else otherwise
