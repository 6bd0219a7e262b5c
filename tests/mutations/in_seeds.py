"""seeds/*.toml -> faults in quotes, dates, names, sources, studies and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.mutations.fault import Fault, edits, line_of, replaced

TABLE = re.compile(r"^\[(fact|event|also|derived|study)\.([a-z0-9-]+)\]\n((?:(?!\[).*\n?)*)", re.MULTILINE)
SCALES = {"만": "억", "억": "만"}
QUALIFIERS = re.compile(r"(?:약|거의|최대|최소|무려) ?| ?(?:이상|이하|넘|여)(?=[\]명 ])")
LOCK = ("F033",)


def faults(folder: Path) -> Iterator[Fault]:
    for path in sorted((folder / "seeds").glob("*.toml")):
        name, text = f"seeds/{path.name}", path.read_text(encoding="utf-8")
        for table in TABLE.finditer(text):
            if table[1] in ("fact", "event", "also"):
                yield from _quoted(name, text, table)
            elif table[1] == "derived":
                yield from _derived(name, text, table)
        if path.name == "studies.toml":
            yield from _digits("study digit", name, text, r"(?<=title = ).*", "L011", table_line=True)
        elif path.name not in ("derived.toml", "answers.toml"):
            yield from _source(name, text)


def _quoted(name: str, text: str, table: re.Match[str]) -> Iterator[Fault]:
    id, start = table[2], table.start(3)
    quote = re.search(r'^quote = "(.*)"$', table[3], re.MULTILINE)
    assert quote is not None
    line, at = line_of(text, start + quote.start()), start + quote.start(1)

    def fault(kind: str, begin: int, end: int, new: str, codes: tuple[str, ...] = LOCK) -> Fault:
        told = f"{id}: '{text[begin:end]}' becomes '{new}'"
        return Fault(kind, told, name, replaced(text, begin, end, new), codes, line)

    digit = re.search(r"[0-9](?=[^\[]*\])", quote[1])
    if digit:
        new = str(int(digit[0]) % 9 + 1)
        yield fault("quote digit", at + digit.start(), at + digit.end(), new)
    for scale in re.finditer("[만억]", quote[1]):
        yield fault("quote 만/억", at + scale.start(), at + scale.end(), SCALES[scale[0]])
    if "%" in quote[1]:
        sign = at + quote[1].index("%")
        yield fault("quote % to %p", sign, sign + 1, "%포인트")
    if lost := QUALIFIERS.search(quote[1]):
        yield fault("quote qualifier", at + lost.start(), at + lost.end(), "")
    yield fault(
        "quote stale", at + len(quote[1]) - 1, at + len(quote[1]), "뭐" if quote[1][-1] != "]" else "] 뭐"
    )
    if "[" in quote[1]:
        hole = at + quote[1].index("[")
        yield fault("quote bracket", hole, hole + 1, "", ("F001",))
    head = table.start(2)
    if id not in ("ms-inflection", "zuckerberg-emails"):  # F004 names their further evidence instead
        yield Fault("id renamed", f"{id} in seeds", name, replaced(text, head, head + len(id), f"{id}-x"),
                ("F033", "F004"), line)  # fmt: skip
    yield from _dated(name, text, table, line)
    yield from _named(name, text, table, line)


def _dated(name: str, text: str, table: re.Match[str], line: int) -> Iterator[Fault]:
    id, start = table[2], table.start(3)
    if when := re.search(r'^when = "(.*)"\n', table[3], re.MULTILINE):
        at, words = start + when.start(1), when[1]
        digit = re.search(r"[0-9]|지난해|올해|지난|지지난", words)
        if digit:
            new = {"지난해": "올해", "올해": "지난해", "지난": "이번", "지지난": "지난"}.get(digit[0]) or str(
                int(digit[0]) % 9 + 1
            )
            changed = replaced(text, at + digit.start(), at + digit.end(), new)
            yield Fault("date quoted", f"{id}: '{digit[0]}' becomes '{new}'", name, changed, LOCK, line)
        gone = replaced(text, start + when.start(), start + when.end(), "")
        yield Fault(
            "date dropped", id, name, gone, LOCK, line_of(gone, gone.index('quote = "', table.start()))
        )
    if period := re.search(r'^period = "([0-9]{4})', table[3], re.MULTILINE):
        at, year = start + period.start(1), int(period[1])
        changed = replaced(text, at, at + 4, str(year - 1))
        yield Fault("date typed", f"{id}: {year} becomes {year - 1}", name, changed, ("F050",), line)
        because = re.search(r"^because = .*\n", table[3], re.MULTILINE)
        assert because is not None
        gone = replaced(text, start + because.start(), start + because.end(), "")
        yield Fault("date without reason", id, name, gone, ("F002",), line_of(text, at))


def _named(name: str, text: str, table: re.Match[str], line: int) -> Iterator[Fault]:
    id, start = table[2], table.start(3)
    what = re.search(r'^what = \{ ko = "()[^"]*", en = "()', table[3], re.MULTILINE)
    if what is None:
        return
    for group, words in ((1, "세 나라의 "), (1, "300명의 "), (2, "Three "), (2, "300 ")):
        changed = replaced(text, start + what.start(group), start + what.end(group), words)
        yield Fault("name with a figure", f"{id}: '{words}'", name, changed, ("U010",), line)
    if via := re.search(r'^via = "(.*)"$', table[3], re.MULTILINE):
        changed = replaced(text, start + via.start(1), start + via.end(1), via[1] + "-x")
        yield Fault("study unknown", f"{id}: {via[1]}-x", name, changed, ("F005",), line)


def _derived(name: str, text: str, table: re.Match[str]) -> Iterator[Fault]:
    id, start, line = table[2], table.start(3), line_of(text, table.start())

    def fault(kind: str, begin: int, end: int, new: str, *codes: str) -> Fault:
        told = f"{id}: '{text[begin:end]}' becomes '{new}'"
        return Fault(kind, told, name, replaced(text, begin, end, new), codes, line)

    formula = re.search(r'^formula = "(.*)"$', table[3], re.MULTILINE)
    assert formula is not None
    at = start + formula.start(1)
    for sign in re.finditer(r" ([-+*/^]) ", formula[1]):
        new = {"-": "+", "+": "-", "*": "/", "/": "*", "^": "*"}[sign[1]]
        yield fault("formula sign", at + sign.start(1), at + sign.end(1), new, "F050", "F040")
    for term in re.finditer(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", formula[1]):
        begin, end = at + term.start(), at + term.end()
        yield fault("formula term", begin, end, "net-outflow-countries", "F050", "F040")
        yield fault("formula term unknown", begin, end, "nothing-known", "F040")
        yield fault("formula cycle", begin, end, id, "F041")
    if kind := re.search(r'^as = "(.*)"$', table[3], re.MULTILINE):
        begin, end = start + kind.start(1), start + kind.end(1)
        for new in ("percent", "points", "multiple", "number", "count", "money"):
            if new != kind[1]:
                yield fault("derived kind", begin, end, new, "F050", "F040")
    if step := re.search(r'^round = "(.*)"\n', table[3], re.MULTILINE):
        new = "10" if step[1] == "1" else "1"
        yield fault("derived rounding", start + step.start(1), start + step.end(1), new, "F050")
        yield fault("derived rounding", start + step.start(), start + step.end(), "", "F050", "F040")


def _source(name: str, text: str) -> Iterator[Fault]:
    line = line_of(text, text.index("[source]"))
    for key, new, code in (("published", "2023-01-05", "F033"), ("file", "other.txt", "F033")):
        value = re.search(rf'^{key} = "(.*)"$', text, re.MULTILINE)
        assert value is not None
        changed = replaced(text, value.start(1), value.end(1), new)
        yield Fault(f"source {key}", f"'{value[1]}' becomes '{new}'", name, changed, (code,), line)
    yield from _digits("source title", name, text, r"^title = .*$", "L011", table_line=True)
    standing = re.search(r'^standing = \{ ko = "()', text, re.MULTILINE)
    if standing:
        changed = replaced(text, standing.start(1), standing.end(1), "사본 300장이 있다. ")
        yield Fault("name with a figure", "standing", name, changed, ("U010",), line)


def _digits(kind: str, name: str, text: str, pattern: str, code: str, *, table_line: bool) -> Iterator[Fault]:
    for found in re.finditer(pattern, text, re.MULTILINE):
        for digit in re.finditer(r"[0-9](?=[^0-9])", found[0]):
            at = found.start() + digit.start()
            new = str(int(digit[0]) % 9 + 1)
            table = text.rindex("\n[", 0, at) + 1 if "\n[" in text[:at] else 0
            changed = replaced(text, at, at + 1, new)
            line = line_of(text, table if table_line else at)
            yield Fault(kind, f"'{found[0][:50]}': {digit[0]} becomes {new}", name, changed, (code,), line)


__all__ = ["edits", "faults"]
