"""locales/LANG/LC_MESSAGES/briefing.po in; the labels of generated parts in that language out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from briefing.model import Place, Problem, Refusal

if TYPE_CHECKING:
    from babel.messages import catalog as gettext

DOMAIN = "briefing"
_MARKUP = re.compile(r"[<>`]|\*\*|__|&#?\w+;|\]\(")
_DIGIT = re.compile(r"\d")
_LINE = re.compile(
    r'\s*(?:#.*|(?:(?P<word>msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?P<said>(?:\\.|[^"\\])*)"\s*)?'
)


@dataclass(frozen=True, slots=True)
class Catalog(Mapping[str, str]):
    """The labels of one language by their English source string."""

    language: str
    messages: Mapping[str, str]

    def __getitem__(self, message: str) -> str:
        if message not in self.messages:
            hint = f"add it to locales/{self.language}/LC_MESSAGES/{DOMAIN}.po"
            raise Refusal(Problem("C210", f"no label '{message}' in '{self.language}'", None, hint))
        return self.messages[message]

    def __contains__(self, message: object) -> bool:
        return message in self.messages

    def __iter__(self) -> Iterator[str]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages)


def labels(folder: Path, language: str) -> Catalog:
    """The labels of a language from ``folder`` (the brief's locales).

    Raises Refusal with every fault of the file at its line: C201 no catalog, C202 not a catalog,
    C203 a message that another language has and this one has not, C204 fuzzy, C205 untranslated,
    C206 obsolete, C207 placeholders that differ, C208 a digit and C209 markup in a message, C211 twice.
    Babel's own compile step passes most of these.
    """
    catalog = _read(folder, language)
    shown = _shown(language)
    problems = [*_message_problems(catalog, shown), *_missing(folder, language, catalog)]
    if problems:
        raise Refusal(*sorted(problems, key=lambda problem: problem.where.line if problem.where else 0))
    return Catalog(language, {_text(message.id): _text(message.string) for message in catalog if message.id})


def _path(folder: Path, language: str) -> Path:
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def _shown(language: str) -> str:
    return f"locales/{language}/LC_MESSAGES/{DOMAIN}.po"


def _read(folder: Path, language: str) -> gettext.Catalog:
    from babel.messages.pofile import PoFileError, read_po

    shown = _shown(language)
    lines = _decoded(_path(folder, language), language).splitlines()
    if problems := list(_line_problems(lines, shown)):
        raise Refusal(*problems)
    try:
        return read_po([f"{line}\n" for line in lines], domain=DOMAIN, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        # Babel counts these lines from 0
        where = Place(shown, getattr(error, "lineno", -1) + 1)
        raise Refusal(
            Problem("C202", "broken catalog", where, "see that msgid and msgstr take turns there")
        ) from None


def _decoded(path: Path, language: str) -> str:
    shown = _shown(language)
    try:
        # Windows editors write a byte order mark
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        hint = "copy another language's and translate it"
        problem = Problem("C201", f"no catalog of labels in '{language}'", Place(shown), hint)
        raise Refusal(problem, exit_code=3) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Refusal(
            Problem("C202", "not UTF-8", Place(shown, line), "save the file as UTF-8"), exit_code=3
        ) from None


def _line_problems(lines: list[str], shown: str) -> Iterator[Problem]:
    """What Babel reads over: text outside quotes, an open quote, a message that stands twice."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if found is None:
            yield Problem("C202", "broken catalog", Place(shown, number), "check the quotes of this line")
        elif found["word"] == "msgid" and found["said"]:
            first = seen.setdefault(found["said"], number)
            if first != number:
                hint = f"line {first} has it already: keep one"
                yield Problem("C211", f"label '{found['said']}' stands twice", Place(shown, number), hint)


def _message_problems(catalog: gettext.Catalog, shown: str) -> Iterator[Problem]:
    for message in catalog:
        if message.id:
            yield from _faults(message, Place(shown, message.lineno or 0))
    for message in catalog.obsolete.values():
        where, hint = Place(shown, message.lineno or 0), "delete the entry"
        yield Problem("C206", f"obsolete label '{_text(message.id)}'", where, hint)


def _faults(message: gettext.Message, where: Place) -> Iterator[Problem]:
    name, said = _text(message.id), _text(message.string)
    if not isinstance(message.id, str):
        yield Problem(
            "C202", f"label '{name}' has plural forms", where, "figures have their own wording; use one text"
        )
        return
    if message.fuzzy:
        yield Problem(
            "C204", f"label '{name}' is fuzzy", where, "check the translation and delete the fuzzy flag"
        )
    if not said.strip():
        yield Problem("C205", f"label '{name}' is untranslated", where, "fill in its msgstr")
        return
    if _placeholders(name) != _placeholders(said):
        wanted = " ".join(f"{{{field}}}" for field in sorted(_placeholders(name).elements())) or "none"
        yield Problem(
            "C207", f"placeholders of label '{name}' differ in '{said}'", where, f"keep exactly: {wanted}"
        )
    for text in dict.fromkeys((name, said)):
        if _DIGIT.search(text):
            yield Problem(
                "C208", f"a digit is typed into label '{text}'", where, "put a {placeholder} in its place"
            )
        if _MARKUP.search(text):
            yield Problem("C209", f"markup in label '{text}'", where, "write plain words")


def _text(said: object) -> str:
    if isinstance(said, tuple | list):
        return next((part for part in said if part), "")
    return str(said or "")


def _placeholders(text: str) -> Counter[str]:
    try:
        return Counter(field for _, field, _, _ in Formatter().parse(text) if field is not None)
    except ValueError:
        return Counter(re.findall(r"[{}]", text))


def _missing(folder: Path, language: str, catalog: gettext.Catalog) -> Iterator[Problem]:
    """Messages of the other catalogs in the folder that this one does not have."""
    have = {message.id for message in catalog}
    for other in sorted(path.parts[-3] for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        if other == language:
            continue
        for message in _read(folder, other):
            if message.id not in have:
                have.add(message.id)
                where, hint = Place(_shown(language)), f"{_shown(other)}:{message.lineno} has it"
                yield Problem("C203", f"label '{_text(message.id)}' is missing", where, hint)
