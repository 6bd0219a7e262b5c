"""The nouns that every stage hands to the next: frozen data, no behaviour beyond their own consistency."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Kind = Literal[
    "number", "count", "money", "percent", "points", "multiple",
    "ratio", "ordinal", "duration", "age", "measure", "date",
]  # fmt: skip
Qualifier = Literal["exact", "about", "nearly", "at_least", "at_most", "more_than", "less_than"]
Severity = Literal["error", "warning", "note"]
Words = Mapping[str, str]
"""The same thing said in several languages: language code -> words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file of the brief (``line`` counts from 1; 0 where no line applies)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, where, and the way out.

    ``message`` says what is wrong, ``where`` in which file and line, ``hint`` what to do; ``severity`` is error, warning
    or note. ``code`` is a letter for the family (S source text, F facts, U unsourced figures, L languages,
    C catalogs and glossary, T templates, A audit, R rendering, O output, P project) and three digits;
    ``section`` and ``facts`` are those that it is about, where it is about some; ``waived`` the reason for
    which the brief waives it, "" where it does not.
    """

    code: str
    message: str
    where: Place | None = None
    hint: str = ""
    severity: Severity = "error"
    section: str = ""
    facts: tuple[str, ...] = ()
    waived: str = ""

    def stops(self, *, strict: bool) -> bool:
        """Whether nothing may be written because of it: errors do, and warnings where they are strict, unless waived."""
        return self.severity == "error" or (strict and self.severity == "warning" and not self.waived)


class Refusal(Exception):
    """The one exception at the edge: its ``problems``, and the ``exit_code`` that the command ends with.

    Exit codes: 1 the brief has problems, 2 misuse, 3 input cannot be read, 4 output cannot be
    written, 5 a limit was passed.
    """

    def __init__(self, *problems: Problem, exit_code: int = 1):
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[object, ...]:
        # so that it crosses from a rendering process whole
        return (_refusal, (self.problems, self.exit_code))


def _refusal(problems: tuple[Problem, ...], exit_code: int) -> Refusal:
    return Refusal(*problems, exit_code=exit_code)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range, from ``start`` to before ``end``, of code points in the raw text of a source (``source`` is its id, "" for bare text)."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of a range, ``low`` and ``high``, both included; ``vague`` where the words name only a magnitude (수십억)."""

    low: Decimal
    high: Decimal
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` out of ``whole``: 1 in 7, 3분의 1."""

    part: Decimal
    whole: Decimal


Value = Decimal | Range | Ratio | str | None
"""A number, a range, a ratio, EDTF text for a date, or None for a relative date without its anchor."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says, free of any language.

    ``kind`` is what is told (a count, money, percent …), ``value`` how much, exactly; ``qualifier`` is what the words
    around it say. ``unit`` is ISO 4217 for money, a canonical class for counts (person, item, place, country …),
    ``year`` to ``minute`` for durations, a symbol for measures; percent and points have none.
    The fields that are not compared tell how a source put it: ``counter`` as printed (명, 개),
    ``step`` the smallest unit stated (34 % -> 1, 27.5억 -> 10,000,000), ``part`` of a date (early,
    mid, late) and ``relative`` as an ISO 8601 duration from the publication date (-P1Y).

    >>> from decimal import Decimal
    >>> Quantity("count", Decimal(8579), unit="person").record()
    {'kind': 'count', 'value': '8579', 'unit': 'person', 'qualifier': 'exact'}
    """

    kind: Kind
    value: Value
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counter: str | None = field(default=None, compare=False)
    step: Decimal | None = field(default=None, compare=False)
    part: str | None = field(default=None, compare=False)
    relative: str | None = field(default=None, compare=False)

    def record(self) -> dict[str, object]:
        """The quantity as JSON-ready data, in the form that ``briefing extract`` prints."""
        value: object
        match self.value:
            case Decimal():
                value = format(self.value, "f")
            case Range(low, high):
                value = {"low": format(low, "f"), "high": format(high, "f")}
            case Ratio(part, whole):
                value = f"{part:f}/{whole:f}"
            case other:
                value = other
        record: dict[str, object] = {
            "kind": self.kind,
            "value": value,
            "unit": self.unit,
            "qualifier": self.qualifier,
        }
        optional = {"counter": self.counter, "part": self.part, "relative": self.relative}
        record |= {key: said for key, said in optional.items() if said is not None}
        return record


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure as printed and as read.

    ``span`` is its place in the text, ``written`` its words there, ``quantity`` what they say.
    ``equals`` is the span of the figure that this one converts (27억5000만달러 = 약 3조7000억원);
    ``of`` the spans of the two ends that this change or multiple compares.

    >>> from briefing import read
    >>> dollars, won = read("새 배는 1200만달러(약 160억원)이다.")
    >>> won.written, won.equals == dollars.span
    ('약 160억원', True)
    """

    span: Span
    written: str
    quantity: Quantity
    equals: Span | None = None
    of: tuple[Span, ...] = ()

    def record(self) -> dict[str, object]:
        """One line of ``briefing extract --format jsonl``; offsets are code points of the text as given."""
        record: dict[str, object] = {"start": self.span.start, "end": self.span.end, "text": self.written}
        record |= self.quantity.record()
        if self.equals is not None:
            record["equals"] = [self.equals.start, self.equals.end]
        if self.of:
            record["of"] = [[span.start, span.end] for span in self.of]
        return record


def continues(character: str) -> bool:
    """Whether a character joins the one before it: a mark, or a vowel or final of a Hangul syllable."""
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
    )


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a document people look for it: the ``page`` of a PDF (from 1), or the ``cell`` (C5) of a table's ``sheet``
    ("" where the file has one alone), with the headers of its ``row`` and ``column``."""

    page: int | None = None
    sheet: str = ""
    cell: str = ""
    row: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a source: for each row the half-open range of each of its cells in ``Source.text``."""

    name: str
    rows: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was found.

    ``raw`` is the text exactly as decoded, byte order mark dropped, line ends kept; ``text`` is the
    cleaned text that is read, and ``offsets[i]`` the place in ``raw`` of ``text[i]``
    (one entry more than ``text`` has characters, so that ends map too).
    ``body`` holds the ranges of ``text`` that are the article itself. ``pages`` holds where each page of a PDF
    begins in ``text``, ``sheets`` the tables of a file that is no prose.
    """

    id: str
    raw: str
    text: str
    offsets: tuple[int, ...]
    sha256: str
    body: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The raw span of ``text[start:end]``; inner characters that cleaning removed are inside it."""
        last = self.offsets[end - 1] + 1 if end > start else self.offsets[start]
        # a composed character of the text may be several in the raw text (NFD Hangul)
        while start < end and last < self.offsets[end] and continues(self.raw[last]):
            last += 1
        return Span(self.id, self.offsets[start], last)


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a source: who said it, when, where it may be had, whose report it passes on.

    ``published`` is EDTF; ``relays`` names the report behind the article; ``standing`` is a caution
    that is printed with the source; ``body`` the phrases between which the article stands; ``encoding`` that of a text
    which is not UTF-8, as declared. Of a table, ``header_rows`` and ``header_columns`` tell how many lead it where that
    is not to be found out, ``unit`` what its cells count ("" for nothing), ``delimiter`` what parts the cells of CSV.
    """

    id: str
    publisher: Words
    title: Words
    published: str
    language: str
    file: str
    author: Words = field(default_factory=dict)
    url: str | None = None
    relays: Words = field(default_factory=dict)
    standing: Words = field(default_factory=dict)
    body: tuple[tuple[str, str], ...] = ()
    acknowledged: Mapping[str, str] = field(default_factory=dict)
    header_rows: int | None = None
    header_columns: int | None = None
    unit: str | None = None
    delimiter: str | None = None
    where: Place | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a source that carry a fact.

    ``quote`` is the phrase without its brackets, ``hole`` the half-open range of the figure in it
    (None for an event), ``span`` where the phrase stands in the source's raw text,
    ``quantity`` the figure as read, ``period`` its date as read or typed. ``locator`` is its page or its cell, where
    the source has such; ``unit`` the words that its table says of all cells (명, million won) and that are read with it.
    """

    source: str
    quote: str
    hole: tuple[int, int] | None
    nth: int | None = None
    span: Span | None = None
    quantity: Quantity | None = None
    period: Quantity | None = None
    where: Place | None = None
    locator: Locator | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A named figure with its proof: quoted (``evidence``) or calculated from other facts (``formula``).

    ``what`` says in each language what was measured, ``label`` the same in a few words for charts
    and cards; ``period`` is EDTF, read from the source or typed with a reason (``because``);
    ``via`` names the study behind the article.
    """

    id: str
    what: Words
    quantity: Quantity
    evidence: tuple[Evidence, ...] = ()
    label: Words = field(default_factory=dict)
    measure: str | None = None
    period: Quantity | None = None
    because: str | None = None
    via: str | None = None
    formula: str | None = None
    parents: tuple[str, ...] = ()
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, without a figure: a phrase, a date, the actors."""

    id: str
    what: Words
    actors: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    period: Quantity | None = None
    because: str | None = None
    via: str | None = None
    where: Place | None = None


Aspect = Literal["value", "period", "cited"]
"""What of a fact is printed: its figure, its date, or (of an event) only that it is cited."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact (or the date of a fact or event) in words, at its place on the page.

    ``place`` is unique on the page and the same in every format, e.g. ``f-kr-ai-shortfall-2``. ``whole`` are the words
    with the unit that stands in the head of their column ("438,420명" for a cell of "438,420"), "" where they are whole.
    """

    fact: str
    words: str
    quantity: Quantity
    aspect: Aspect = "value"
    place: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name or term from the glossary, which may hold digits (GPT-4)."""

    term: str
    words: str


@dataclass(frozen=True, slots=True)
class Other:
    """Words with digits that are no fact, accounted for by their class:
    edition, scale, unit (of a column), verbatim, locator, formula, address, digest, number (of a section or a page)."""

    role: str
    words: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation mark: the numbers of the sources on this page, in order.

    ``place`` is where the evidence of an event that is cited here links back to.
    """

    numbers: tuple[int, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    children: tuple[Inline, ...]


Inline = Text | Figure | Name | Other | Cite | Strong | Emphasis | Link
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``line`` is that of the template on which it begins, 0 where none is known."""

    content: Inlines
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section (level 3 and deeper; the section's own title is level 2)."""

    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is a tuple of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull figure or a block quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; ``align`` holds "left" or "right" a column; the first cell of a row is its header.

    ``id`` names a table whose figures a template has called together, "" one that it wrote out; ``note`` says whose
    figures they are.
    """

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[str, ...] = ()
    caption: Inlines = ()
    note: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One mark of a chart: its label, its figure, and whether it carries the accent.

    In a chart over time ``at`` is its place on the axis in years, and ``series`` names the line that it belongs to.
    """

    label: str
    figure: Figure
    accent: bool = False
    series: str = ""
    at: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data, to be drawn by ``charts`` or written as a table where nothing can be drawn.

    ``kind`` is bars, line, dots, strip or waffle; ``scale`` linear or log; ``ticks`` the axis labels in the
    page's language; ``whole`` the figure of which the rows are parts (31 countries, 60,004 people), ``whole_label`` what it is;
    ``unit`` says in words what is counted; ``description`` is the alternative text.
    """

    id: str
    kind: str
    rows: tuple[ChartRow, ...]
    caption: Inlines
    note: Inlines = ()
    unit: str = ""
    scale: str = "linear"
    ticks: tuple[tuple[Decimal, Other], ...] = ()
    whole: Figure | None = None
    whole_label: str = ""
    description: Inlines = ()


Block = Paragraph | Heading | Bullets | Quote | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; ``number`` is None for unnumbered ones (summary, notes)."""

    id: str
    title: Inlines
    blocks: tuple[Block, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A card of the first page: the figure, what it is, and when."""

    figure: Figure
    label: Inlines


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as it stands in the list of sources, under its number."""

    number: int
    id: str
    content: Inlines
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Who said it, and when; ``address`` opens the quoted words at their place, None where there is none."""

    content: Inlines
    address: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A row of the evidence annex: one printed fact or event, with every place that prints it.

    ``basis`` holds the quoted words (verbatim, in the source's language) or the formula; ``origins`` who says
    each of the quotes, in their order, or the figures that the formula is about; ``places`` the ``Figure.place`` of each time that the page prints it.
    """

    fact: str
    figure: Figure | None
    what: Inlines
    period: Inlines
    basis: tuple[Inlines, ...]
    sources: Inlines
    places: tuple[str, ...]
    origins: tuple[Origin, ...] = ()

    @property
    def study(self) -> Inlines:
        """The study behind what the sources say, if one is named."""
        return tuple(leaf for leaf in self.sources if isinstance(leaf, Name))


@dataclass(frozen=True, slots=True)
class Printed:
    """Which fact stands in which section, in which order, in which words.

    ``quantity`` is the value as said (exact where the form left the qualifier out), None for an event that is
    cited without its date; ``place`` is "" where nothing can link to it; ``line`` is that of the template which
    asks for it, 0 where none does; ``unsaid`` the qualifier that the form left out; ``whole`` as of ``Figure``.
    """

    section: str
    fact: str
    aspect: Aspect
    quantity: Quantity | None
    words: str
    place: str
    line: int = 0
    unsaid: Qualifier = "exact"
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """The series line of the first page: series, number and date, as words of the page's language."""

    series: str
    number: Other
    date: Other
    iso_date: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief in one language, ready for any format.

    ``labels`` are the catalog's words for generated parts (Sources, Evidence, Contents …), ``idioms`` the
    phrases with a number word that the project declares to be no figure.
    """

    name: str
    language: str
    title: Inlines
    standfirst: Inlines
    edition: Edition
    cards: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    annex: tuple[EvidenceRow, ...]
    labels: Words
    languages: tuple[str, ...]
    printed: tuple[Printed, ...]
    idioms: tuple[str, ...] = ()

    @property
    def opened(self) -> tuple[EvidenceRow, ...]:
        """The rows that open where the screen prints their figure; what has no figure is cited, never opened."""
        return tuple(row for row in self.annex if row.figure is not None)

    def gettext(self, message: str) -> str:
        """The catalog's words for ``message``; gettext's name, by which its tools find the message."""
        return self.labels[message]


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its name in the output folder, its bytes, and the digests of what it was made from."""

    name: str
    content: bytes
    inputs: Mapping[str, str] = field(default_factory=dict)
