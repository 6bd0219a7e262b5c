"""locales/ and briefing.toml -> faults in labels, names, cards and charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.mutations.fault import Fault, edits, line_of, replaced

GLOSSARY, CONFIG = "locales/glossary.toml", "briefing.toml"
MESSAGE = re.compile(r'((?:^#.*\n)*)^msgid "(.+)"\nmsgstr "(.+)"\n', re.MULTILINE)


def faults(folder: Path) -> Iterator[Fault]:
    for language in ("ko", "en"):
        name = f"locales/{language}/LC_MESSAGES/briefing.po"
        yield from _labels(name, (folder / name).read_text(encoding="utf-8"), language)
    yield from _glossary((folder / GLOSSARY).read_text(encoding="utf-8"), folder)
    yield from _config((folder / CONFIG).read_text(encoding="utf-8"), folder)


def _labels(name: str, text: str, language: str) -> Iterator[Fault]:
    for message in MESSAGE.finditer(text):
        line = line_of(text, message.start(2))
        said, end = message.span(3)

        def fault(
            kind: str, start: int, stop: int, new: str, code: str, line: int = line, id: str = message[2]
        ) -> Fault:
            return Fault(
                kind, f"{language} '{id[:40]}'", name, replaced(text, start, stop, new), (code,), line
            )

        gone = replaced(text, message.start(), message.end(), "")
        yield Fault(
            "label missing", f"{language} '{message[2][:40]}'", name, gone, ("C203",), len(gone.splitlines())
        )
        yield fault("label fuzzy", message.end(1), message.end(1), "#, fuzzy\n", "C204", line + 1)
        yield fault("label empty", said, end, "", "C205")
        yield fault("label digit", end, end, " 3", "C208")
        yield fault(
            "label number word", end, end, " 세 나라" if language == "ko" else " three countries", "C208"
        )
        yield fault("label markup", said, end, f"<b>{message[3]}</b>", "C209")
        if "{" in message[3]:
            yield fault("label placeholder", said, end, message[3].replace("{", "{x"), "C207")


def _glossary(text: str, folder: Path) -> Iterator[Fault]:
    for table in re.finditer(r"^\[term\.([a-z0-9-]+)\]\n((?:(?!\[).+\n?)*)", text, re.MULTILINE):
        key, line, body = table[1], line_of(text, table.start()), table.start(2)
        for row in re.finditer(r"^(ko|en) = (.*)\n", table[2], re.MULTILINE):
            start, end = body + row.start(), body + row.end()
            if "person = true" not in table[2]:
                gone = replaced(text, start, end, "")
                yield Fault("name missing", f"{key} in {row[1]}", GLOSSARY, gone, ("C101",), line)
            if digit := re.search(r"[0-9]", row[2]):
                at = body + row.start(2) + digit.start()
                changed = replaced(text, at, at + 1, str(int(digit[0]) % 9 + 1))
                yield Fault("name digit", f"{key} in {row[1]}", GLOSSARY, changed, ("C111",), line)
        called = _called(folder, key)
        if called is not None:
            file, at = called
            changed = replaced(text, table.start(1), table.end(1), f"{key}-x")
            yield Fault("name renamed", key, GLOSSARY, changed, ("T014",), at, file)
        if source := re.search(r"^source = .*\n", table[2], re.MULTILINE):
            gone = replaced(text, body + source.start(), body + source.end(), "")
            if "korean = true" in table[2]:
                yield Fault("name without source", key, GLOSSARY, gone, ("C110",), line)
            elif "person = true" in table[2] and (
                row := re.search(r"^en = ", gone[table.start() :], re.MULTILINE)
            ):
                at = line_of(gone, table.start() + row.start())
                yield Fault("name without source", key, GLOSSARY, gone, ("C102",), at)
    yield from edits(
        "name reading", GLOSSARY, text, r'^(?:"?[A-Za-z][\w. -]*"?) = "([가-힣]+)"$', "x", "C107"
    )


def _called(folder: Path, key: str) -> tuple[str, int] | None:
    for language in ("en", "ko"):
        file = f"templates/brief.{language}.md.j2"
        text = (folder / file).read_text(encoding="utf-8")
        at = text.find(f'term("{key}"')
        if at >= 0:
            return file, line_of(text, at)
    return None


def _config(text: str, folder: Path) -> Iterator[Fault]:
    cards = line_of(text, text.index("cards = "))
    for card in re.finditer(r'(?<=")[a-z0-9-]+(?=")', text.splitlines()[cards - 1]):
        changed = text.replace(f'"{card[0]}"', f'"{card[0]}-x"', 1)
        yield Fault("card unknown", card[0], CONFIG, changed, ("T043",), cards)
    for table in re.finditer(r"^\[chart\.([a-z]+)\]\n((?:(?!\[).+\n?)*)", text, re.MULTILINE):
        yield from _chart(text, table)
    yield from edits("series with a figure", CONFIG, text, r'^series = \{ ko = "()', "300 ", "U010")
    for section in ("war", "notes"):
        changed = text.replace(f', "{section}"', "", 1)
        file = "templates/brief.en.md.j2"
        template = (folder / file).read_text(encoding="utf-8")
        at = template.index("block " + section)
        yield Fault("section dropped", section, CONFIG, changed, ("T051",), line_of(template, at) + 1, file)
    idle = '\n[[exception]]\nsection = "war"\nfact = "meta-pay-late"\nlanguage = "ko"\nbecause = "none"\n'
    yield Fault(
        "exception idle", "meta-pay-late", CONFIG, text + idle, ("L004",), line_of(text, len(text)) + 1
    )


def _chart(text: str, table: re.Match[str]) -> Iterator[Fault]:
    id, line = table[1], line_of(text, table.start())
    body, at = table[2], table.start(2)

    def fault(kind: str, changed: str, *codes: str, told: str = "") -> Fault:
        return Fault(kind, f"{id} {told}", CONFIG, replaced(text, at, table.end(2), changed), codes, line)

    facts = re.search(r"^facts = \[(.*)\]$", body, re.MULTILINE)
    assert facts is not None
    first = facts[1].split('"')[1]
    for drawn in re.findall(r'"([a-z0-9-]+)"', facts[1]):
        row = facts[0].replace(f'"{drawn}"', f'"{drawn}-x"')
        yield fault("chart fact unknown", body.replace(facts[0], row), "T040", told=drawn)
        row = facts[0].replace(f'"{drawn}"', '"papers-industry-share"', 1)
        codes = ("T045", "T041", "T040") if "row = " in body or '"line"' in body else ("T041", "T040", "T044")
        yield fault("chart value", body.replace(facts[0], row), *codes, told=drawn)
        row = facts[0].replace(f'"{drawn}"', '"nsf-institutes"', 1)
        yield fault("chart value", body.replace(facts[0], row), *codes, told=f"{drawn}, seven")
    row = facts[0].replace(f'"{first}"', f'"{first}", "{first}"')
    yield fault("chart fact twice", body.replace(facts[0], row), "T041")
    if whole := re.search(r'^whole = "(.*)"\n', body, re.MULTILINE):
        yield fault("chart whole", body.replace(whole[0], ""), "T042", told="none")
        yield fault("chart whole", body.replace(whole[1], "nsf-institutes"), "T044", "T041", told="seven")
        yield fault("chart whole", body.replace(whole[1], "nsf-investment"), "T041", told="of money")
    if unit := re.search(r"^unit = .*$", body, re.MULTILINE):
        yield fault(
            "name with a figure", body.replace(unit[0], unit[0].replace('en = "', 'en = "12 ')), "U010"
        )
