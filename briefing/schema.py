"""A table of a TOML document and the fields it may have -> its values, and a Problem for each that does not fit."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from briefing.model import Problem, Words
from briefing.saying import joined, tell
from briefing.tomlplace import Document

EDTF = re.compile(
    r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]))?[~?]?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?)?\Z", re.ASCII
)
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?\Z", re.ASCII)
CALENDAR = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
URL = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x1f\x7f]+\Z")
UNPRINTABLE = ("Cc", "Cn", "Co", "Cs", "Zl", "Zp")
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\Z", re.ASCII)


Names = Mapping[str, Words]
"""Language code -> source text -> its translation: what the catalogs add to the words of seeds and briefing.toml."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a key may hold: ``fits`` decides, ``said`` tells the author what was expected.

    ``about`` says what the key is for, in a sentence of the reference (docs/reference/configuration.md).
    """

    fits: Callable[[Any], bool]
    said: str
    required: bool = False
    about: str = ""


def _words(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(text, str) and text.strip() and not unprintable(text) for text in value.values())
    )


def unprintable(text: str) -> str:
    """The characters of ``text`` that no page can show: controls, private ones, those that turn its direction."""
    return "".join(
        letter
        for letter in text
        if not letter.isascii()
        and (unicodedata.category(letter) in UNPRINTABLE or letter in TURNING)
        or letter < " "
        and letter not in "\n\r\t"
        or letter == "\x7f"
    )


def is_day(value: Any) -> bool:
    """Whether it is the text of one day, month or year that exists: 2024-03-11, 2024-03, 2024, 2024-09~."""
    return isinstance(value, str) and bool(DAY.match(value)) and _exists(value)


def _exists(edtf: str) -> bool:
    try:
        for found in CALENDAR.finditer(edtf):
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    start, _, end = (side.rstrip("~?") for side in edtf.partition("/"))
    return not end or start[: len(end)] <= end[: len(start)]


def slug(text: str) -> str:
    """A name made of the Latin letters and digits of ``text``; "" where it has no letters to begin one with."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")[:60].rstrip("-")


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def url(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: isinstance(value, str) and bool(URL.match(value)),
        tell("an address such as https://…"),
        required,
        about,
    )


def text(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: isinstance(value, str) and bool(value.strip()) and not unprintable(value),
        "text",
        required,
        about,
    )


def name(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: isinstance(value, str) and bool(NAME.match(value)),
        tell("a name such as kr-ai-shortfall"),
        required,
        about,
    )


def edtf(about: str = "", *, required: bool = False) -> Field:
    """A date as Extended Date/Time Format text (ISO 8601-2): 2024, 2024-03, 2024-03-11, 2024-09~, 2024-Q2."""
    return Field(
        lambda value: isinstance(value, str) and bool(EDTF.match(value)) and _exists(value),
        tell("a date such as 2024-03-11 or 2024-09~"),
        required,
        about,
    )


def day(about: str = "", *, required: bool = False) -> Field:
    """A date as ``edtf`` has it, but no interval, quarter or half: one from which others can be counted."""
    return Field(is_day, tell("a day, month or year such as 2024-03-11 or 2024-09~"), required, about)


def whole_number(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: type(value) is int and value > 0, tell("a whole number from 1"), required, about
    )


def flag(about: str = "") -> Field:
    return Field(lambda value: isinstance(value, bool), tell("true or false"), about=about)


def words(about: str = "", *, required: bool = False) -> Field:
    return Field(_words, 'text a language: { ko = "…", en = "…" }', required, about)


def reasons(about: str = "") -> Field:
    return Field(_words, 'a reason for each code: { S111 = "…" }', about=about)


def strings(about: str = "", *, required: bool = False) -> Field:
    return Field(_strings, tell("a list of texts"), required, about)


def tables(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: isinstance(value, list) and all(isinstance(row, dict) for row in value),
        tell("a list of tables"),
        required,
        about,
    )


def table(about: str = "", *, required: bool = False) -> Field:
    return Field(lambda value: isinstance(value, dict), tell("a table"), required, about)


def colour(about: str = "", *, required: bool = False) -> Field:
    return Field(
        lambda value: isinstance(value, str) and bool(COLOUR.match(value)),
        tell("a colour such as #C8451B"),
        required,
        about,
    )


def between(low: Decimal, high: Decimal, said: str, *words: str, about: str = "") -> Field:
    """A number from ``low`` to ``high``, or one of ``words``."""

    def fits(value: Any) -> bool:
        number = type(value) is int or (isinstance(value, Decimal) and value.is_finite())
        return (number and low <= value <= high) or (isinstance(value, str) and value in words)

    choices = tell("{words} or ", words=", ".join(words)) if words else ""
    return Field(
        fits,
        tell("{choices}{said} from {low} to {high}", choices=choices, said=said, low=low, high=high),
        about=about,
    )


def one_of(*choices: str, required: bool = False, about: str = "") -> Field:
    shown = [choice if choice.isprintable() else '"\\t"' for choice in choices]  # as TOML writes a tab
    return Field(lambda value: value in choices, joined(shown, tell(" or ")), required, about)


def check(document: Document, keys: tuple[str, ...], shape: Mapping[str, Field]) -> Iterator[Problem]:
    """The problems of the table at ``keys``: P001 unknown key, P002 key missing, P003 wrong value."""
    values: Any = document.data
    for key in keys:
        values = values[int(key)] if isinstance(values, list) else values[key]
    shown = ".".join(keys) or tell("the file")
    if not isinstance(values, dict):
        yield Problem("P003", tell("{shown} must be a table", shown=shown), document.place(*keys))
        return
    for key, value in values.items():
        if key not in shape:
            near = difflib.get_close_matches(key, shape, n=1)
            hint = (
                tell("did you mean '{near}'?", near=near[0])
                if near
                else tell("keys known here: {shape}", shape=", ".join(shape))
            )
            yield Problem(
                "P001",
                tell("unknown key '{key}' in [{shown}]", key=key, shown=shown),
                document.place(*keys, key),
                hint,
            )
        elif not shape[key].fits(value):
            yield Problem(
                "P003",
                tell("'{key}' in [{shown}] must be {said}", key=key, shown=shown, said=shape[key].said),
                document.place(*keys, key),
            )
    for key, field in shape.items():
        if field.required and key not in values:
            yield Problem(
                "P002",
                tell("[{shown}] has no '{key}'", shown=shown, key=key),
                document.place(*keys),
                tell("add {key} = {said}", key=key, said=field.said),
            )


def source_text(said: Words) -> str:
    """The words by which translators find a text that is said in several languages: the English, else the first."""
    return said.get("en") or next(iter(said.values()))


def complete(
    document: Document, keys: tuple[str, ...], said: Words, languages: tuple[str, ...], names: Names
) -> Iterator[Problem]:
    """Fill in the text at ``keys`` from ``names`` where a language is not given; P004 where these lack it too."""
    for language in languages:
        if language in said:
            continue
        translated = names.get(language, {}).get(source_text(said))
        if translated is None:
            what = tell("{keys} is not given in '{language}'", keys=".".join(keys), language=language)
            hint = tell(
                'add {language} = "…", or translate it in locales/{language}/LC_MESSAGES/briefing.po',
                language=language,
            )
            yield Problem("P004", what, document.place(*keys), hint)
        else:
            parent: Any = document.data
            for key in keys:
                parent = parent[key]
            parent[language] = translated
