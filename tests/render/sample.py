"""An invented brief on offshore wind, whole and in two languages: what the renderers are tried on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.compose.fragment import text_fragment
from briefing.model import (
    Block,
    Brief,
    Bullets,
    Chart,
    ChartRow,
    Cite,
    Edition,
    EvidenceRow,
    Figure,
    Heading,
    Inline,
    Inlines,
    KeyFigure,
    Name,
    Origin,
    Other,
    Paragraph,
    Printed,
    Quantity,
    Quote,
    Ratio,
    Section,
    SourceEntry,
    Table,
    Text,
)
from tests.render.sample_words import ENGLISH, FACTS, KOREAN, Prose

LABELS = {
    "ko": {
        "Key figures": "핵심 수치", "Contents": "차례", "Sources": "출처",
        "Evidence for every figure": "수치 근거표", "Figure": "수치", "What it is": "내용", "When": "시점",
        "Evidence": "근거", "Source": "출처", "Printed in": "쓰인 곳", "Figures in this chart": "그림의 수치",
        "Total": "전체", "Item": "항목", "Value": "값", "Skip to the text": "본문으로 건너뛰기", "Other languages": "다른 언어",
        "Open the source at these words": "원문의 이 대목 열기", "Open the source at this page": "원문의 이 쪽 열기",
        "See it in the table of evidence": "수치 근거표에서 보기",
        "Close": "닫기",
    },
    "en": {},
}  # fmt: skip
LABELS["en"] = {key: key for key in LABELS["ko"]}
_MARK = re.compile(r"\{([a-z0-9-]+)(@)?\}|\[\[([\d,]+)\]\]|<<(.+?)>>")


@dataclass
class Composer:
    """Turns marked sentences into Inlines and remembers which figure stands where."""

    prose: Prose
    counts: Counter[str] = field(default_factory=Counter)
    printed: list[Printed] = field(default_factory=list)
    section: str = ""

    @property
    def language(self) -> str:
        return self.prose.language

    def figure(self, fact: str, *, period: bool = False) -> Figure:
        known = FACTS[fact]
        self.counts[fact] += 1
        words = known.when[self.language] if period else known.words[self.language]
        quantity = Quantity("date", known.period) if period else known.quantity
        place = f"f-{fact}-{self.counts[fact]}"
        aspect = "period" if period else "value"
        self.printed.append(Printed(self.section, fact, aspect, quantity, words, place))
        return Figure(fact, words, quantity, aspect, place)

    def inlines(self, marked: str) -> Inlines:
        content: list[Inline] = []
        end = 0
        for mark in _MARK.finditer(marked):
            if mark.start() > end:
                content.append(Text(marked[end : mark.start()]))
            content.append(self._inline(mark))
            end = mark.end()
        return (*content, Text(marked[end:])) if end < len(marked) else tuple(content)

    def _inline(self, mark: re.Match[str]) -> Inline:
        if mark[1]:
            return self.figure(mark[1], period=bool(mark[2]))
        if mark[3]:
            return Cite(tuple(int(number) for number in mark[3].split(",")))
        return Name(mark[4], mark[4])

    def blocks(self, lines: tuple[str, ...]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for line in lines:
            if line.startswith("- "):
                item = (Paragraph(self.inlines(line[2:])),)
                if blocks and isinstance(blocks[-1], Bullets):
                    blocks[-1] = Bullets((*blocks[-1].items, item))
                else:
                    blocks.append(Bullets((item,)))
            elif line.startswith("!"):
                name, caption = line[1:].split(" ", 1)
                blocks.append(self.table(caption) if name == "table" else self.chart(name, caption))
            elif line.startswith("> "):
                blocks.append(Quote((Paragraph(self.inlines(line[2:])),)))
            elif line.startswith("### "):
                blocks.append(Heading(3, self.inlines(line[4:])))
            else:
                blocks.append(Paragraph(self.inlines(line)))
        return tuple(blocks)

    def table(self, caption: str) -> Table:
        head = tuple((Text(cell),) for cell in self.prose.table_head)
        said = self.inlines(caption)
        rows = tuple(
            (
                (Text(FACTS[fact].label[self.language]),),
                (self.figure(fact, period=True),),
                (self.figure(fact),),
            )
            for fact in ("port-dongnam", "port-haneul", "port-seoho")
        )
        return Table(head, rows, ("left", "left", "right"), said)

    def chart(self, name: str, caption: str) -> Chart:
        kind, scale, facts, accent, whole = CHARTS[name]
        said = self.inlines(caption)
        rows = tuple(
            ChartRow(FACTS[fact].label[self.language], self.figure(fact), fact in accent) for fact in facts
        )
        ticks = ()
        if scale == "log":
            ticks = tuple((Decimal(10) ** power, Other("scale", f"{10**power:,}")) for power in range(1, 7))
        return Chart(
            name,
            kind,
            rows,
            said,
            note=self.inlines(self.prose.notes[name]),
            unit=self.prose.units[name],
            scale=scale,
            ticks=ticks,
            whole=self.figure(whole) if whole else None,
            description=said,
        )


CHARTS = {
    "capacity": ("bars", "linear", ("cap-2020", "cap-2021", "cap-2022", "cap-2023"), ("cap-2023",), None),
    "turbines": ("dots", "log", ("tides-parts", "island-homes", "grid-homes"), ("grid-homes",), None),
    "countries": ("strip", "linear", ("late-countries",), ("late-countries",), "all-countries"),
    "crews": ("waffle", "linear", ("crew-gap",), ("crew-gap",), "crew-need"),
    "costs": (
        "bars",
        "linear",
        ("cost-ship", "cost-cable", "cost-port", "cost-study"),
        ("cost-cable",),
        None,
    ),
}


def brief(language: str) -> Brief:
    """The sample in ``language``, "ko" or "en"."""
    composer = Composer(KOREAN if language == "ko" else ENGLISH)
    prose = composer.prose
    composer.section = "cards"
    title, standfirst = composer.inlines(prose.title), composer.inlines(prose.standfirst)
    cards = tuple(
        KeyFigure(composer.figure(fact), composer.inlines(label)) for fact, label in prose.cards.items()
    )
    sections, number = [], 0
    for id, lines in prose.sections.items():
        composer.section = id
        plain = id in ("summary", "notes")
        number += not plain
        head = composer.inlines(lines[0])
        sections.append(Section(id, head, composer.blocks(lines[1:]), None if plain else number))
    return Brief(
        name="offshore-wind",
        language=language,
        title=title,
        standfirst=standfirst,
        edition=Edition(
            prose.series, Other("edition", prose.number), Other("edition", prose.date), "2024-05-20"
        ),
        cards=cards,
        sections=tuple(sections),
        sources=tuple(
            SourceEntry(number, f"source-{number}", composer.inlines(words), url)
            for number, (words, url) in enumerate(prose.sources, start=1)
        ),
        annex=tuple(_row(composer, fact) for fact in dict.fromkeys(item.fact for item in composer.printed)),
        labels=LABELS[language],
        languages=("ko", "en"),
        printed=tuple(composer.printed),
    )


def _row(composer: Composer, fact: str) -> EvidenceRow:
    known, language = FACTS[fact], composer.language
    if known.formula:
        basis: tuple[Inlines, ...] = ((Other("formula", known.formula),),)
    else:
        basis = ((Other("verbatim", known.quote, "ko"),),)
    return EvidenceRow(
        fact,
        Figure(fact, known.words[language], known.quantity),
        what=(Text(known.what[language]),),
        period=(Text(known.when[language]),),
        basis=basis,
        sources=(Cite(known.sources),),
        places=tuple(item.place for item in composer.printed if item.fact == fact),
        origins=tuple(_origin(composer.prose, number, known.quote) for number in known.sources),
    )


def _origin(prose: Prose, number: int, quote: str) -> Origin:
    words, url = prose.sources[number - 1]
    address = text_fragment(url, quote) if url and quote else None
    return Origin((Text(words), Cite((number,))), address)


def tiny(*blocks: Block, language: str = "ko", sources: tuple[SourceEntry, ...] = ()) -> Brief:
    """A brief of one section that holds ``blocks``."""
    return Brief(
        name="tiny",
        language=language,
        title=(Text("제목"),),
        standfirst=(Text("한 문장."),),
        edition=Edition("계열", Other("edition", "제1호"), Other("edition", "2024년 5월"), "2024-05"),
        cards=(),
        sections=(Section("war", (Text("첫 부분"),), blocks, 1),),
        sources=sources,
        annex=(),
        labels=LABELS[language],
        languages=(language,),
        printed=(),
    )


def count(words: str, value: int | str, fact: str = "x", place: str = "") -> Figure:
    """A figure for tests."""
    return Figure(fact, words, Quantity("count", Decimal(value), "person"), place=place)


def ratio(words: str, part: int, whole: int) -> Figure:
    return Figure("x", words, Quantity("ratio", Ratio(Decimal(part), Decimal(whole)), "person"))
