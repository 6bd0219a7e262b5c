"""A document, what it says of itself and what its user says of it -> the card of a source, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.ask import Asker, misuse
from briefing.model import Card, Problem, Refusal
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.facts.registered import Registered
    from briefing.model import Source
    from briefing.sources import Metadata


@dataclass(frozen=True, slots=True)
class Said:
    """The options of the command as given: texts, and those that may be given once a language or a code."""

    title: Sequence[str]
    publisher: Sequence[str]
    published: str | None
    language: str | None
    author: str | None
    url: str | None
    id: str | None
    acknowledge: Sequence[str]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its text, what it says of itself, and what is amiss with it."""

    path: Path
    source: Source
    about: Metadata
    problems: tuple[Problem, ...]
    encoding: str | None = None


def describe(
    ask: Asker, document: Document, said: Said, names: Mapping[str, str], taken: Registered, *, sure: bool
) -> Card:
    """The card of ``document`` in the languages of ``names`` (code -> its name); what is missing is kept by ``ask``.

    What the file seems to say (its first line as its title) is proposed on a terminal, and taken elsewhere where
    ``sure``.
    """
    from briefing import reading, schema

    about, source = document.about, document.source

    def known(field: str) -> str:
        guessed = field in about.proposed and not (ask.asks or sure)
        return "" if guessed else " ".join(str(getattr(about, field)).split())

    language = known("language") if known("language") in reading.LANGUAGES else reading.script(source.text)
    language = ask.text(
        "--language", tell("language of the source"), said.language, language, _one_of(reading.LANGUAGES)
    )
    title = ask.words(
        "--title", tell("title"), said.title, names, dict.fromkeys(names, known("title")), _printed
    )
    publisher = ask.words(
        "--publisher",
        tell("publisher"),
        said.publisher,
        names,
        dict.fromkeys(names, known("publisher")),
        _printed,
    )
    published = ask.text("--published", tell("published on"), said.published, known("published"), _dated)
    named = "" if known("author") in publisher.values() else known("author")  # a body that publishes itself
    author = ask.text(
        "--author", tell("author, if named"), said.author, named, _maybe(_printed), required=False
    )
    fits = schema.url().fits
    url = ask.text(
        "--url", tell("address, if it has one"), said.url, known("url") if fits(known("url")) else "",
        lambda text: "" if not text or fits(text) else tell("an address begins with https:// or http://"), required=False,
    )  # fmt: skip
    id = ask.text(
        "--id",
        tell("short name of the source"),
        said.id,
        _free(document.path, publisher, taken),
        _name(taken),
    )
    return Card(
        id=id,
        publisher=publisher,
        title=title,
        published=published,
        language=language,
        file=_file(document.path, id),
        encoding=document.encoding,
        author={language: author} if author else {},
        url=url or None,
        acknowledged=_acknowledged(ask, document, said.acknowledge),
    )


def _printed(text: str, language: str = "") -> str:
    from briefing.render.letters import lacking
    from briefing.schema import unprintable

    if not text or not text.isprintable() or unprintable(text) or _lone(text):
        return tell("write one line of text, without characters that no page can show")
    missing = lacking(text)
    return (
        tell(
            "the fonts of the pages have no '{letter}' (U+{code})",
            letter=missing[0],
            code=f"{ord(missing[0]):04X}",
        )
        if missing
        else ""
    )


def _lone(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _maybe(complaint: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: complaint(text) if text else ""


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    return lambda text: "" if text in choices else tell("choose one of {listed}", listed=", ".join(choices))


def _dated(text: str) -> str:
    from briefing.schema import is_day

    return "" if is_day(text) else tell("write it as 2024-03-11, 2024-03 or 2024-09~ (about)")


def _name(taken: Registered) -> Callable[[str], str]:
    from briefing.facts.registered import RESERVED
    from briefing.schema import name

    def complaint(text: str) -> str:
        if not name().fits(text):
            return tell("a name is of a-z, 0-9 and hyphens, such as daily-2024")
        if text in RESERVED:
            return tell("seeds/{text}.toml describes no source", text=text)
        return tell("seeds/{text}.toml is there already", text=text) if text in taken.files else ""

    return complaint


def _free(path: Path, publisher: Mapping[str, str], taken: Registered) -> str:
    """A name that no source has yet, from the file's name, else from its publisher's."""
    from briefing.facts.registered import RESERVED
    from briefing.schema import slug

    texts = (path.stem, *publisher.values(), "source")
    name = next(found for text in texts if (found := slug(text)) and found not in RESERVED)
    used: Collection[str] = taken.files
    return next(
        each for each in (name, *(f"{name}-{n}" for n in range(2, len(used) + 3))) if each not in used
    )


def _file(path: Path, id: str) -> str:
    """The name of the original: its own, unless that cannot be written into seeds/ or printed."""
    own = path.name
    fine = own.isprintable() and not _lone(own) and not own.startswith(".")
    return (
        own if fine else f"{id}{path.suffix if path.suffix.isascii() and path.suffix.isprintable() else ''}"
    )


def _acknowledged(ask: Asker, document: Document, given: Sequence[str]) -> dict[str, str]:
    """A reason for each warning about the text, which would stop the build until it has one."""
    from briefing.sources import NEVER_ACKNOWLEDGED

    reasons = dict(_reasons(given))
    warnings = [problem for problem in document.problems if problem.severity == "warning"]
    if lost := [problem for problem in warnings if problem.code in NEVER_ACKNOWLEDGED]:
        raise Refusal(*lost, exit_code=1)
    for code in dict.fromkeys(problem.code for problem in warnings):
        question = tell("{code}: why the text may be used all the same", code=code)
        reasons[code] = ask.text(f"--acknowledge {code}=…", question, reasons.get(code), "", _printed)
    return {code: reason for code, reason in reasons.items() if reason}


def _reasons(given: Sequence[str]) -> Sequence[tuple[str, str]]:
    pairs = [text.partition("=") for text in given]
    for _, equals, reason in pairs:
        if not equals or not reason.strip():
            raise misuse(
                "P052", tell("--acknowledge: a code and a reason are wanted"), tell('write it as S111="…"')
            )
    return [(code.strip(), reason.strip()) for code, _, reason in pairs]
