"""templates/brief.LANG.md.j2 -> faults in what a page of one language calls and says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Fact
from tests.mutations.bench import Bench
from tests.mutations.fault import Fault, edits, line_of, replaced

CALL = re.compile(
    r'\{\{ (?P<call>fact|when|cite|term)\((?P<arguments>[^)]*)\)(?P<josa> \| josa\("[^"]*"\))? \}\}'
)
BLOCK = re.compile(r"\{% block (\w+) %\}(.*?)\{% endblock %\}", re.DOTALL)
CHART = re.compile(r'\{% call chart\("([a-z]+)"\) %\}\n(.*)\n\{% endcall %\}\n')
LOST = ("L001", "L009", "T033")
"""A figure that is gone: from its section, from its passage, or from before its citation."""
MOVED = ("L001", "L008", "L009")
TYPED = {
    "ko": ("세 나라에서 ", "열두 명이 ", "절반은 "),
    "en": ("three countries, ", "a dozen people, ", "half, "),
}


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a template: which section, which passage (line), what stands in its first quotes, and where."""

    name: str
    section: str
    line: int
    id: str
    start: int
    end: int
    at: int


def calls(text: str) -> list[Call]:
    return [
        Call(
            found["call"],
            block[1],
            line_of(text, found.start()),
            found["arguments"].split('"')[1] if '"' in found["arguments"] else "",
            found.start(),
            found.end(),
            found.start("arguments") + 1,
        )
        for block in BLOCK.finditer(text)
        for found in CALL.finditer(text, block.start(2), block.end(2))
    ]


def faults(bench: Bench, language: str) -> Iterator[Fault]:
    name = f"templates/brief.{language}.md.j2"
    text = (bench.folder / name).read_text(encoding="utf-8")
    every = calls(text)
    figures = [call for call in every if call.name in ("fact", "when")]
    for call in every:
        yield from _one(call, name, text, language)
    yield from _others(figures, bench.ledger.facts, name, text)
    yield from _exchanged(figures, name, text)
    yield from _bare(figures, bench.ledger.facts, name, text)
    yield from _typed(name, text, language)
    yield from _charts(name, text)


def _one(call: Call, name: str, text: str, language: str) -> Iterator[Fault]:
    def fault(kind: str, start: int, end: int, new: str, *codes: str) -> Fault:
        told = f"{language}, {call.section}: {call.name} '{call.id}'"
        return Fault(kind, told, name, replaced(text, start, end, new), codes, call.line)

    if call.name == "term":
        yield fault("term unknown", call.at, call.at + len(call.id), f"{call.id}-x", "T014")
        return
    if call.id:
        yield fault("fact renamed", call.at, call.at + len(call.id), f"{call.id}-x", "T010")
    if call.name == "cite":
        codes = ("T030", "L009") if not call.id else ("T030", "L001", "L009")
        yield fault("citation dropped", call.start, call.end, "", *codes)
        return
    kind = "figure dropped" if call.name == "fact" else "date dropped from a page"
    yield fault(kind, call.start, call.end, "", *LOST)
    end = call.at + len(call.id) + 1
    if text[end] == ")":  # it has no form yet
        yield fault("form unknown", end, end, ', "loud"', "T011")
    said = {"fact": {"ko": "8,579명", "en": "8,579"}, "when": {"ko": "2023년", "en": "2023"}}[call.name][
        language
    ]
    yield fault("figure typed", call.start, call.end, said, "U001")


def _others(figures: list[Call], facts: dict[str, Fact], name: str, text: str) -> Iterator[Fault]:
    """Another fact of the same kind in the place of each, one of the same value where there is one."""
    ids = list(facts)
    for call in figures:
        if call.id not in facts or call.name != "fact":
            continue
        here = facts[call.id].quantity
        at = ids.index(call.id)
        like = [id for id in (*ids[at + 1 :], *ids[:at]) if facts[id].quantity.kind == here.kind]
        same = [id for id in like if facts[id].quantity == here]
        for kind, other in (("another fact", like[:1]), ("another fact of the same value", same[:1])):
            for id in other:
                changed = replaced(text, call.at, call.at + len(call.id), id)
                yield Fault(kind, f"{call.section}: '{id}' for '{call.id}'", name, changed, MOVED, call.line)


def _exchanged(figures: list[Call], name: str, text: str) -> Iterator[Fault]:
    """Each figure with the next of its passage, with the first of the next passage, with the first of the next section."""

    def swapped(kind: str, one: Call, other: Call) -> Iterator[Fault]:
        if one.id == other.id:
            return
        changed = replaced(text, other.at, other.at + len(other.id), one.id)
        changed = replaced(changed, one.at, one.at + len(one.id), other.id)
        told = f"{one.section}: '{one.id}' and '{other.id}'"
        yield Fault(kind, told, name, changed, MOVED, one.line)

    for aspect in ("fact", "when"):
        noun = {"fact": "figures", "when": "dates"}[aspect]
        those = [call for call in figures if call.name == aspect]
        for one, other in pairwise(those):
            if one.line == other.line:
                yield from swapped(f"{noun} exchanged in a paragraph", one, other)
        firsts = [call for at, call in enumerate(those) if not at or those[at - 1].line != call.line]
        for one, other in pairwise(firsts):
            kind = "between paragraphs" if one.section == other.section else "between sections"
            yield from swapped(f"{noun} exchanged {kind}", one, other)


def _bare(figures: list[Call], facts: dict[str, Fact], name: str, text: str) -> Iterator[Fault]:
    met: set[tuple[str, str]] = set()
    for call in figures:
        if (
            call.name != "fact"
            or (call.section, call.id) in met
            or facts[call.id].quantity.qualifier == "exact"
        ):
            continue
        met.add((call.section, call.id))
        end = call.at + len(call.id) + 1
        form = ' bare"' if text[end:].startswith(', "') else ', "bare"'
        at = text.index('"', end + 3) if form == ' bare"' else end
        changed = replaced(text, at, at + (form == ' bare"'), form)
        told = f"{call.section}: '{call.id}' without its qualifier"
        yield Fault("qualifier lost", told, name, changed, ("L002",), call.line)


def _typed(name: str, text: str, language: str) -> Iterator[Fault]:
    for at, words in enumerate(TYPED[language]):
        told = f"'{words}' typed before a call"
        yield from edits("number word typed", name, text, rf"^.*?()\{{\{{ (?:{('fact', 'when', 'term')[at]})\(",
                         words, "U002", told)  # fmt: skip
    yield from edits(
        "digit typed", name, text, r"^\S.{20,}?[^\s{}] (?=[^{}]*\{\{)()", "7 ", "U001", "a digit typed"
    )


def _charts(name: str, text: str) -> Iterator[Fault]:
    headings = {block[1]: line_of(text, block.start(2)) + 1 for block in BLOCK.finditer(text)}
    for chart in CHART.finditer(text):
        line = line_of(text, chart.start())
        section = next(
            block[1] for block in BLOCK.finditer(text) if block.start() < chart.start() < block.end()
        )

        def fault(
            kind: str, start: int, end: int, new: str, code: str, line: int = line, id: str = chart[1]
        ) -> Fault:
            return Fault(kind, f"chart {id}", name, replaced(text, start, end, new), (code,), line)

        yield fault("chart unknown", chart.start(1), chart.end(1), f"{chart[1]}-x", "T015")
        yield fault("chart without caption", chart.start(2), chart.end(2), "", "T016")
        yield fault("chart in one language", chart.start(), chart.end(), "", "L003", headings[section])
        yield fault(
            "chart twice", chart.end(), chart.end(), "\n" + chart[0], "T017", line_of(text, chart.end()) + 1
        )
