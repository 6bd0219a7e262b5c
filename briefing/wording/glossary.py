"""locales/glossary.toml in; names and terms of each language and Korean readings of Latin words out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing import schema, tomlplace
from briefing.model import Place, Problem, Refusal
from briefing.saying import tell
from briefing.tomlplace import Document

MENTIONS = ("first", "later", "full", "short")
_FILE = {
    "term": schema.table("Names and terms, one table each."),
    "reading": schema.table("How Latin words are read aloud, in Hangul, so that particles fit."),
}
_FORMS = {
    "full": schema.text("The name in full.", required=True),
    "first": schema.text(
        "How the page says it first, such as 소프트웨어정책연구소(SPRi); the full name where left out."
    ),
    "short": schema.text("How the page says it after that; the full name where left out."),
}
_TERM = {
    "source": schema.text('Who writes the name so: an address, or "unverified".'),
    "person": schema.flag("Whether it is a person, whose romanised name needs a source."),
    "korean": schema.flag("Whether it is a Korean body, whose English name needs a source."),
}
"""Keys of a term that are no languages."""
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]")
_HANGUL_END = re.compile(r".*[가-힣]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one language: in full, as it stands at first mention, and short as it stands after that."""

    full: str
    first: str
    short: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name in each language. ``source`` says who writes it so, None where nobody was found to."""

    key: str
    names: Mapping[str, Name]
    source: str | None = None
    person: bool = False
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Glossary:
    """The names and terms of a brief, by key, and the Korean reading of Latin words."""

    terms: Mapping[str, Term]
    korean: Mapping[str, str]

    def name(self, key: str, language: str, *, mention: str = "later") -> str:
        """The name as it stands at this mention: first, later (or short), or full.

        Raises Refusal: C103 for an unknown key, C104 where the language has no name (a person whose
        romanised spelling nobody has verified has none in English), C105 for an unknown mention.
        """
        if mention not in MENTIONS:
            raise Refusal(
                Problem(
                    "C105",
                    tell("unknown mention '{mention}'", mention=mention),
                    None,
                    tell("choose one of {mentions}", mentions=", ".join(MENTIONS)),
                )
            )
        term = self.terms.get(key)
        if term is None:
            near = difflib.get_close_matches(key, self.terms, n=1)
            hint = (
                tell("did you mean '{near}'?", near=near[0])
                if near
                else tell("add [term.{key}] to locales/glossary.toml", key=key)
            )
            raise Refusal(Problem("C103", tell("no term '{key}' in the glossary", key=key), None, hint))
        if language not in term.names:
            hint = (
                tell("name the role instead")
                if term.person
                else tell("add {language} = {{ full = … }}", language=language)
            )
            raise Refusal(
                Problem(
                    "C104",
                    tell("term '{key}' has no name in '{language}'", key=key, language=language),
                    term.where,
                    hint,
                )
            )
        name = term.names[language]
        return {"first": name.first, "full": name.full}.get(mention, name.short)

    def readings(self) -> Mapping[str, str]:
        """How Latin words are read aloud in Korean: {"Meta": "메타"}."""
        return self.korean


def load(path: Path, languages: tuple[str, ...], *, shown: str | None = None) -> Glossary:
    """Read the glossary; every language of ``languages`` must have each name.

    ``shown`` is the file's name in messages. Raises Refusal with all problems at once: P001 to P003
    for keys that do not fit, P901 to P904 for a file that cannot be read, C101 a language without the
    name, C102 a romanised person and C110 a Korean body without a source, C106 two terms of one name, C107 a reading that
    is not Hangul, C111 digits that differ between the languages.
    """
    document = tomlplace.load(path, shown=shown or path.name)
    problems = list(_problems(document, languages))
    if problems:
        raise Refusal(*problems)
    terms = {key: _term(key, document) for key in document.data.get("term", {})}
    return Glossary(MappingProxyType(terms), MappingProxyType(dict(document.data.get("reading", {}))))


def _term(key: str, document: Document) -> Term:
    table = document.data["term"][key]
    names = {language: _name(said) for language, said in table.items() if language not in _TERM}
    source = None if table.get("source") in (None, "unverified") else table["source"]
    return Term(key, MappingProxyType(names), source, table.get("person", False), document.place("term", key))


def _name(said: str | Mapping[str, str]) -> Name:
    """A name is one text, or its forms; the short form is the full one unless given, and so is the first."""
    if isinstance(said, str):
        return Name(said, said, said)
    return Name(said["full"], said.get("first", said["full"]), said.get("short", said["full"]))


def _problems(document: Document, languages: tuple[str, ...]) -> Iterator[Problem]:
    shapes = list(schema.check(document, (), _FILE))
    yield from shapes
    if shapes:
        return
    faulty = False
    for key in document.data.get("term", {}):
        found = list(_term_problems(key, document, languages))
        faulty = faulty or bool(found)
        yield from found
    if not faulty:
        yield from list(_twins(document)) or _counted(document, languages)
    for word, reading in document.data.get("reading", {}).items():
        if not isinstance(reading, str) or not _HANGUL_END.fullmatch(reading.strip()):
            where = document.place("reading", word)
            yield Problem(
                "C107",
                tell("reading of '{word}' does not end in Hangul", word=word),
                where,
                tell('write {word} = "…" in Hangul', word=word),
            )


def _counted(document: Document, languages: tuple[str, ...]) -> Iterator[Problem]:
    """C111 where a name has other digits in one language than in another, or in one form than in full."""
    for key, table in document.data.get("term", {}).items():
        names = [_name(table[language]) for language in languages if language in table]
        full = {_digits(name.full) for name in names}
        others = {_digits(form) for name in names for form in (name.first, name.short)}
        if len(full) > 1 or others - full - {()}:
            what = tell("the names of term '{key}' do not have the same digits", key=key)
            yield Problem(
                "C111", what, document.place("term", key), tell("write the digits that the name has")
            )


def _digits(name: str) -> tuple[str, ...]:
    return tuple(sorted(_NUMBER.findall(name)))


def _term_problems(key: str, document: Document, languages: tuple[str, ...]) -> Iterator[Problem]:
    shape = dict.fromkeys(languages, _names()) | _TERM
    found = list(schema.check(document, ("term", key), shape))
    yield from found
    if found:
        return
    table: dict[str, Any] = document.data["term"][key]
    for language in languages:
        if isinstance(table.get(language), dict):
            yield from schema.check(document, ("term", key, language), _FORMS)
        elif language not in table and not table.get("person"):
            where, hint = (
                document.place("term", key),
                tell('add {language} = {{ full = "…" }}', language=language),
            )
            yield Problem(
                "C101",
                tell("term '{key}' has no name in '{language}'", key=key, language=language),
                where,
                hint,
            )
    yield from _person(key, table, document)
    if table.get("korean") and "source" not in table:
        what = tell("the English name of the Korean body '{key}' has no source", key=key)
        hint = tell('give the page where it calls itself so, or source = "unverified"')
        yield Problem("C110", what, document.place("term", key), hint)


def _names() -> schema.Field:
    return schema.Field(
        lambda said: bool(said) and isinstance(said, str | dict),
        'a name or { full = "…", short = "…" }',
        about="The name in this language.",
    )


def _person(key: str, table: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    """A person's spelling in Latin letters is the person's own, or it is not printed."""
    if not table.get("person") or table.get("source") not in (None, "unverified"):
        return
    for language, said in table.items():
        if language in _TERM:
            continue
        words = (said,) if isinstance(said, str) else tuple(said.values())
        if any(_LATIN.search(word) for word in words):
            where = document.place("term", key, language)
            hint = tell("give the page that spells it so as source, or leave the name out and print the role")
            yield Problem("C102", tell("person '{key}' is romanised without a source", key=key), where, hint)


def _twins(document: Document) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for key, table in document.data.get("term", {}).items():
        for language, said in table.items():
            if language in _TERM:
                continue
            full = _name(said).full
            first = seen.setdefault((language, full), key)
            if first != key:
                where = document.place("term", key, language)
                hint = tell("keep one of the two")
                yield Problem(
                    "C106",
                    tell(
                        "terms '{first}' and '{key}' have the same name '{full}'",
                        first=first,
                        key=key,
                        full=full,
                    ),
                    where,
                    hint,
                )
