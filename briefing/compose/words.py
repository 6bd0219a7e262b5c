"""Blocks with marks -> blocks with words: figures said, terms expanded, particles chosen, citations numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing import wording
from briefing.compose import typed
from briefing.compose.marks import (
    FIRST,
    MARK,
    ChartMark,
    CiteMark,
    FactMark,
    Mark,
    Marks,
    ParticleMark,
    SaidMark,
    SeriesMark,
    TableMark,
    TermMark,
)
from briefing.facts import Ledger
from briefing.model import (
    Aspect,
    Block,
    Cite,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    Name,
    Paragraph,
    Place,
    Printed,
    Problem,
    Quantity,
    Refusal,
    Strong,
    Table,
    Text,
)
from briefing.saying import tell
from briefing.wording.glossary import Glossary

PLACES: Mapping[Aspect, str] = {"value": "f", "period": "d", "cited": "c"}
SENTENCE_START = re.compile(r"(?:^|(?<!\.[A-Z])[.!?][”\"’)]?\s+)$")


@dataclass(slots=True)
class Writer:
    """Turns marks into words in page order, and keeps the record of what was printed where.

    ``line`` is where the section begins in the template, ``at`` where that asks for what is being said.
    """

    ledger: Ledger
    glossary: Glossary
    marks: Marks
    language: str
    style: str | None
    template: str
    section: str = ""
    line: int = 0
    at: int = 0
    printed: list[Printed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    idioms: Mapping[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _counts: dict[tuple[str, Aspect], int] = field(default_factory=dict)
    _numbers: Mapping[str, int] = field(default_factory=dict)
    _said: str = ""
    _uncited: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = self.ledger.numbers()

    def block(self, block: Paragraph | Heading | Table) -> Block:
        """The block with words in place of marks."""
        match block:
            case Paragraph(content, line):
                return Paragraph(self.content(content, cited=True), line)
            case Heading(level, content):
                return Heading(level, self.content(content))
            case Table(head, rows, align, caption):
                filled = tuple(tuple(self.content(cell, cited=True) for cell in row) for row in rows)
                return Table(tuple(self.content(cell) for cell in head), filled, align, self.content(caption))

    def content(self, content: Inlines, *, cited: bool = False) -> Inlines:
        """Words for one paragraph, heading or cell; with ``cited`` each figure in it must be cited in it."""
        self._said, self._uncited = "", []
        self._joined(content)
        words = tuple(self._inlines(content))
        if cited:
            for id, line in self._uncited:
                where = Place(self.template, line)
                self.problem(
                    "T030",
                    tell("'{id}' is printed without a citation", id=id),
                    where,
                    tell("add {{{{ cite() }}}} behind it"),
                )
        return words

    def _joined(self, content: Inlines) -> None:
        """U001, U002 for figures that only Markdown puts together: ``tw*el*ve``, ``&frac12;``."""
        text = _letters(content)
        for written in dict.fromkeys(
            written for _, written in typed.figures(text, self.language, self.idioms)
        ):
            self.problems.append(typed.unsourced(written, Place(self.template, self._line_of(text))))

    def _line_of(self, text: str) -> int:
        """The line of the first call in ``text``, else that on which the section begins."""
        mark = MARK.search(text)
        return self.marks.left[ord(mark[0]) - FIRST].line if mark else self.line

    def _inlines(self, content: Inlines) -> Iterator[Inline]:
        for inline in content:
            match inline:
                case Text(text):
                    yield from self._text(text)
                case Strong(children):
                    yield Strong(tuple(self._inlines(children)))
                case Emphasis(children):
                    yield Emphasis(tuple(self._inlines(children)))
                case Link(href, children):
                    yield Link(href, tuple(self._inlines(children)))
                case _:
                    yield inline

    def _text(self, text: str) -> Iterator[Inline]:
        at = 0
        for match in MARK.finditer(text):
            if match.start() > at:
                yield self._plain(text[at : match.start()])
            yield from self._mark(self.marks.behind(match[0]))
            at = match.end()
        if at < len(text):
            yield self._plain(text[at:])

    def _plain(self, text: str) -> Text:
        self._said += text
        return Text(text)

    def _mark(self, mark: Mark) -> Iterator[Inline]:
        match mark:
            case FactMark(id, aspect, form, line):
                self.at = line
                figure = self.figure(id, aspect, form)
                if SENTENCE_START.search(self._said):
                    figure = self._capitalised(figure)
                self._said += figure.words
                self._uncited.append((id, line))
                yield figure
            case CiteMark(ids, line):
                yield self._cite(ids, line)
            case TermMark(key, form, line):
                name = self._name(key, form)
                if SENTENCE_START.search(self._said):
                    name = replace(name, words=_begun(name.words))
                self._said += name.words
                yield name
            case SaidMark(words, name, _):
                yield self._plain(words) if not name else self._titled(name, words)
            case ParticleMark(pair, line):
                yield self._plain(self._particle(pair, line))
            case ChartMark(line=line) | TableMark(line=line):
                noun = tell("chart") if isinstance(mark, ChartMark) else tell("table")
                what = tell("a {noun} stands within a paragraph", noun=noun)
                self.problem("T032", what, Place(self.template, line), tell("give its call lines of its own"))
            case SeriesMark(series, line):
                what = tell("series '{id}' stands outside a chart and a table", id=series.id)
                hint = tell('write {{% call table(series("…")) %}}the finding{{% endcall %}}')
                self.problem("T065", what, Place(self.template, line), hint)

    def _titled(self, name: str, words: str) -> Name:
        self._said += words
        return Name(name, words)

    def _capitalised(self, figure: Figure) -> Figure:
        words = figure.words[:1].upper() + figure.words[1:]
        self.printed[-1] = replace(self.printed[-1], words=words)
        return replace(figure, words=words)

    def figure(
        self,
        id: str,
        aspect: Aspect = "value",
        form: str | None = None,
        *,
        linked: bool = True,
        cell: tuple[str, str] = ("", ""),
    ) -> Figure:
        """The figure in words, entered into the record of the current section.

        ``linked`` False gives it no place of its own, where nothing could link to it; ``cell`` are words of
        wording.column instead of a form.
        """
        quantity = self.quantity(id, aspect)
        said_apart, whole = cell
        words = said_apart or wording.say(quantity, language=self.language, style=self.style, form=form)
        place = self._place(id, aspect) if linked else ""
        bare = "bare" in (form or "").split()
        said = replace(quantity, qualifier="exact") if bare else quantity
        unsaid = quantity.qualifier if bare else "exact"
        self.printed.append(Printed(self.section, id, aspect, said, words, place, self.at, unsaid, whole))
        return Figure(id, words, quantity, aspect, place, whole)

    def _place(self, id: str, aspect: Aspect) -> str:
        self._counts[id, aspect] = count = self._counts.get((id, aspect), 0) + 1
        return f"{PLACES[aspect]}-{id}-{count}"

    def quantity(self, id: str, aspect: Aspect) -> Quantity:
        """The value of a fact, or the date of a fact or event."""
        if aspect == "value":
            return self.ledger.facts[id].quantity
        record = self.ledger.facts.get(id) or self.ledger.events[id]
        assert record.period is not None
        return record.period

    def cite_all(self, ids: tuple[str, ...]) -> Cite:
        """The citation of all sources behind ``ids``, in the order of their numbers."""
        return Cite(
            tuple(sorted({self._numbers[source] for id in ids for source in self.ledger.sources_of(id)}))
        )

    def _cite(self, ids: tuple[str, ...], line: int) -> Cite:
        cited = (*(id for id, _ in self._uncited), *ids)
        self._uncited = []
        if not cited:
            where = Place(self.template, line)
            self.problem(
                "T033",
                tell("there is nothing to cite here"),
                where,
                tell('name it: {{{{ cite("event-id") }}}}'),
            )
        events = [id for id in ids if id in self.ledger.events]
        place = self._place(events[0], "cited") if events else ""
        self.printed += [Printed(self.section, id, "cited", None, "", place, line) for id in events]
        return replace(self.cite_all(cited), place=place)

    def _name(self, key: str, form: str | None) -> Name:
        mention = form if form is not None else ("later" if key in self._seen else "first")
        if form in (None, "first"):
            self._seen.add(key)
        return Name(key, self.glossary.name(key, self.language, mention=mention))

    def _particle(self, pair: str, line: int) -> str:
        try:
            return wording.particle(self._said, pair, self.glossary.readings(), language=self.language)
        except Refusal as refusal:
            for problem in refusal.problems:
                self.problem(problem.code, problem.message, Place(self.template, line), problem.hint)
            return ""

    def problem(self, code: str, message: str, where: Place, hint: str) -> None:
        self.problems.append(Problem(code, message, where, hint))


def _begun(name: str) -> str:
    """A name as a sentence begins with it: The city of Yeoul; one of a single word (npm) keeps its own letters."""
    first, space, _ = name.partition(" ")
    return name[0].upper() + name[1:] if space and first.islower() else name


def _letters(content: Inlines) -> str:
    """The text of ``content`` as it will stand on the page, marks still in it."""
    return "".join(
        inline.text if isinstance(inline, Text) else _letters(getattr(inline, "children", ()))
        for inline in content
    )
