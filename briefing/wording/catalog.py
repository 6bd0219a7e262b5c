"""locales/LANG/LC_MESSAGES/briefing.po in; the labels of generated parts in that language out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from briefing import reading
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

if TYPE_CHECKING:
    from babel.messages.catalog import Message

    from briefing.wording.pofile import Labels

DOMAIN = "briefing"
NAME = "name"
"""The context (msgctxt) of what the brief calls its facts, sources and studies."""
TEMPLATE = f"{DOMAIN}.pot"
EXTRACT = tell("run briefing catalog extract")
UPDATE = tell("run briefing catalog update")
_MARKUP = re.compile(r"[<>`]|\*\*|__|&#?\w+;|\]\(")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Catalog(Mapping[str, str]):
    """The labels of one language by their English source string.

    ``names`` are the translations of what the brief calls its facts and sources, by the words that it has itself;
    a language that seeds and briefing.toml give needs none.
    """

    language: str
    messages: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, message: str) -> str:
        if message not in self.messages:
            where, hint = Place(shown(self.language)), tell("{update} and translate it there", update=UPDATE)
            raise Refusal(
                Problem(
                    "C210",
                    tell("no label '{message}' in '{language}'", message=message, language=self.language),
                    where,
                    hint,
                )
            )
        return self.messages[message]

    def gettext(self, message: str) -> str:
        """The words for ``message``; the name is gettext's, so that every tool of gettext finds the message."""
        return self[message]

    def __contains__(self, message: object) -> bool:
        return message in self.messages

    def __iter__(self) -> Iterator[str]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages)


def labels(folder: Path, language: str, *, templates: Path | None = None) -> Catalog:
    """The labels of a language from ``folder`` (the brief's locales).

    Raises Refusal with every fault of the file at its line: C201 no catalog, C202 not a catalog,
    C203 a message that the template in ``templates`` or another language has and this one has not, C204 fuzzy,
    C205 untranslated, C206 obsolete, C207 placeholders that differ, C208 a digit and C209 markup in a message,
    C211 twice. Babel's own compile step passes most of these.
    """
    catalog = read(folder, language)
    wanted = dict(_wanted(folder, language, templates))
    problems = [
        *_message_problems(catalog, shown(language), language),
        *_missing(catalog, wanted, shown(language)),
    ]
    if problems:
        raise Refusal(*sorted(problems, key=lambda problem: problem.where.line if problem.where else 0))
    said = {key(message): _text(message.string) for message in catalog.labels if not message.fuzzy}
    return Catalog(
        language,
        {text: words for (context, text), words in said.items() if context != NAME},
        {text: words for (context, text), words in said.items() if context == NAME and words.strip()},
    )


def is_name(message: Message) -> bool:
    """Whether the message is a name that the brief gives, and no label of a generated part."""
    return message.context == NAME


def unused(folder: Path, language: str) -> Iterator[Problem]:
    """C206 for every message of the catalog that the template in the same folder does not have."""
    wanted = set(map(key, template(folder).labels))
    for message in read(folder, language).labels:
        if key(message) not in wanted:
            where = Place(shown(language), message.lineno or 0)
            yield Problem(
                "C206", tell("label '{text}' is used nowhere", text=_text(message.id)), where, UPDATE
            )


def held(folder: Path) -> tuple[str, ...]:
    """The languages whose catalogs lie in ``folder``."""
    return tuple(sorted(path.parts[-3] for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def path(folder: Path, language: str) -> Path:
    """Where the catalog of a language lies in ``folder``."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def shown(language: str) -> str:
    """The same as messages print it."""
    return f"locales/{language}/LC_MESSAGES/{DOMAIN}.po"


def read(folder: Path, language: str) -> Labels:
    """The catalog of a language as Babel has it; Refusal with C201, C202 or C211 where there is none such."""
    from briefing.wording import pofile

    try:
        return pofile.read(path(folder, language), shown(language))
    except OSError:
        hint = tell("make it: briefing catalog update --lang {language}", language=language)
        problem = Problem(
            "C201",
            tell("no catalog of labels in '{language}'", language=language),
            Place(shown(language)),
            hint,
        )
        raise Refusal(problem, exit_code=3) from None


def template(folder: Path) -> Labels:
    """The template of all labels in ``folder``; Refusal with C213 where there is none."""
    from briefing.wording import pofile

    try:
        return pofile.read(folder / TEMPLATE, f"locales/{TEMPLATE}")
    except OSError:
        problem = Problem("C213", tell("no template of labels"), Place(f"locales/{TEMPLATE}"), EXTRACT)
        raise Refusal(problem, exit_code=3) from None


def key(message: Message) -> tuple[str, str]:
    """What tells a message from the others: its context, "" for a label, and its text."""
    return message.context or "", _text(message.id)


def _message_problems(catalog: Labels, shown: str, language: str) -> Iterator[Problem]:
    for message in catalog.labels:
        yield from _faults(message, Place(shown, message.lineno or 0), language)
    for message in catalog.obsolete.values():
        where, hint = Place(shown, message.lineno or 0), tell("run briefing catalog update --drop-obsolete")
        yield Problem("C206", tell("obsolete label '{text}'", text=_text(message.id)), where, hint)


def _faults(message: Message, where: Place, language: str) -> Iterator[Problem]:
    name, said = _text(message.id), _text(message.string)
    if not isinstance(message.id, str):
        yield Problem(
            "C202",
            tell("label '{name}' has plural forms", name=name),
            where,
            tell("figures have their own wording; use one text"),
        )
        return
    if is_name(message) and (message.fuzzy or not said.strip()):
        return  # where it is needed and not given otherwise, P004 says so
    if message.fuzzy:
        yield Problem(
            "C204",
            tell("label '{name}' is fuzzy", name=name),
            where,
            tell("check the translation and delete the fuzzy flag"),
        )
    if not said.strip():
        yield Problem(
            "C205", tell("label '{name}' is untranslated", name=name), where, tell("fill in its msgstr")
        )
        return
    if is_name(message):
        if Counter(_DIGIT.findall(name)) != Counter(_DIGIT.findall(said)):
            what, hint = (
                tell("digits of name '{name}' differ in '{said}'", name=name, said=said),
                tell("keep exactly those that stand there"),
            )
            yield Problem("C208", what, where, hint)
        return
    if _placeholders(name) != _placeholders(said):
        wanted = " ".join(f"{{{field}}}" for field in sorted(_placeholders(name).elements())) or "none"
        yield Problem(
            "C207",
            tell("placeholders of label '{name}' differ in '{said}'", name=name, said=said),
            where,
            tell("keep exactly: {wanted}", wanted=wanted),
        )
    for text in dict.fromkeys((name, said)):
        if _DIGIT.search(text) or (text == said and _figure(said, language)):
            yield Problem(
                "C208",
                tell("a figure is typed into label '{text}'", text=text),
                where,
                tell("put a {{placeholder}} in its place"),
            )
        if _MARKUP.search(text):
            yield Problem(
                "C209", tell("markup in label '{text}'", text=text), where, tell("write plain words")
            )


def _figure(text: str, language: str) -> bool:
    """Whether the words, placeholders apart, hold a figure; where no grammar reads the language, none is found."""
    if language not in reading.LANGUAGES:
        return False
    mentions = reading.read(_PLACEHOLDER.sub("…", text), language=language)
    return any(mention.quantity.value is not None for mention in mentions)


def _text(said: object) -> str:
    if isinstance(said, tuple | list):
        return next((part for part in said if part), "")
    return str(said or "")


def _placeholders(text: str) -> Counter[str]:
    try:
        return Counter(field for _, field, _, _ in Formatter().parse(text) if field is not None)
    except ValueError:
        return Counter(re.findall(r"[{}]", text))


def _wanted(folder: Path, language: str, templates: Path | None) -> Iterator[tuple[object, str]]:
    """Messages that the template and the other catalogs of the folder have, and the place of each."""
    for other in held(folder):
        if other == language:
            continue
        with suppress(Refusal):  # what is wrong there is said where that language is read
            for message in read(folder, other).labels:
                if not is_name(message):
                    yield message.id, f"{shown(other)}:{message.lineno}"
    if templates is not None and (templates / TEMPLATE).is_file():
        for message in template(templates).labels:
            if not is_name(message):
                yield message.id, f"locales/{TEMPLATE}:{message.lineno}"


def _missing(catalog: Labels, wanted: Mapping[object, str], shown: str) -> Iterator[Problem]:
    have = {message.id for message in catalog if not is_name(message)}
    for id, place in wanted.items():
        if id not in have:
            # at the end of the file, where it can be added
            where = Place(shown, catalog.lines)
            yield Problem(
                "C203",
                tell("label '{text}' is missing", text=_text(id)),
                where,
                tell("{place} has it: {update}", place=place, update=UPDATE),
            )
