"""A Quantity and a language in, words out; the rules of a language are the module of its name here."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Protocol, cast

from briefing.model import Problem, Quantity, Refusal
from briefing.saying import Message, tell

FORM_MEANINGS = {
    "bare": "without the qualifier word (about, nearly, at least)",
    "digits": "no number words, nor a word for minus",
    "unit": "with the noun that is counted",
    "table": "as cells of tables write it",
    "compact": "as short as can be without losing anything",
    "approximate": "an approximate date says that it is one",
    "times": "a multiple as a level: 5.3 times",
    "fold": "a multiple as a growth: 5.3-fold",
    "attributive": "before its noun: four-year; 20억 달러가 넘는",
}
"""The forms besides prose (None); several may be asked for together, with a space between: "bare unit"."""
FORMS = frozenset(FORM_MEANINGS)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Voice(Protocol):
    """What the module of a language offers: its own name, its styles (the default first), its wording."""

    NAME: str
    STYLES: tuple[str, ...]

    def say(self, quantity: Quantity, style: str, forms: frozenset[str]) -> str: ...

    def particle(self, words: str, pair: str, readings: Mapping[str, str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Column:
    """How a table writes figures of one kind: ``unit`` for the head ("" where there is none to say), and of each
    figure the words of its cell, with the same words with the unit put back ("" where the cell says all)."""

    unit: str
    cells: tuple[tuple[str, str], ...]


@cache
def languages() -> tuple[str, ...]:
    """The languages that figures can be said in: the modules here whose name is an ISO 639 code."""
    return tuple(
        sorted(found.name for found in pkgutil.iter_modules(__path__) if _LANGUAGE.fullmatch(found.name))
    )


def voice(language: str) -> Voice:
    """The wording of a language (``ko``, or ``en-GB`` by its first part); refuses one without a module."""
    code = language.partition("-")[0]
    if code not in languages():
        known = ", ".join(languages())
        raise Refusal(
            Problem(
                "C001",
                tell("no wording for language '{language}'", language=language),
                None,
                tell("choose one of {known}, or add its module", known=known),
            ),
            exit_code=2,
        )
    return cast(Voice, importlib.import_module(f"{__name__}.{code}"))


def say(quantity: Quantity, *, language: str, style: str | None = None, form: str | None = None) -> str:
    """The quantity in words of a language, losing nothing.

    ``style`` is one of the language's STYLES (ko: office, orthography, press; en: en-GB, en-US; the
    first where none is named), ``form`` one or several of FORMS, None for running prose.
    Raises Refusal for a language (C001), style or form (C002) that does not exist, with exit code 2, and for a date
    that cannot be said (C004) or a figure without a value (C006).

    >>> from decimal import Decimal
    >>> from briefing import Quantity
    >>> price = Quantity("money", Decimal("2750000000"), unit="USD", qualifier="about")
    >>> say(price, language="ko"), say(price, language="en")
    ('약 27억 5,000만 달러', 'about $2.75 billion')
    >>> say(price, language="en", form="bare"), say(price, language="ko", style="press")
    ('$2.75 billion', '약 27억5000만달러')
    """
    spoken = voice(language)
    style = style or (language if language in spoken.STYLES else spoken.STYLES[0])
    if style not in spoken.STYLES:
        raise _unknown(tell("unknown style '{name}'", name=style), spoken.STYLES)
    forms = frozenset((form or "").split())
    for name in sorted(forms - FORMS):
        raise _unknown(tell("unknown form '{name}'", name=name), sorted(FORMS))
    return spoken.say(quantity, style, forms)


def column(quantities: Sequence[Quantity], *, language: str, style: str | None = None) -> Column:
    """The figures of a column, or a row, of a table in words of a language, losing nothing.

    Where all share a unit it is said once, in the head, and the cells hold digits. Figures that share none, ranges and
    ratios keep theirs, as do all in a language whose module has no ``column``.
    """
    spoken = voice(language)
    style = style or (language if language in spoken.STYLES else spoken.STYLES[0])
    whole = tuple((say(each, language=language, style=style, form="table"), "") for each in quantities)
    if not quantities or not all(isinstance(each.value, Decimal) for each in quantities):
        return Column("", whole)
    columned = getattr(spoken, "column", None)
    shared = columned(quantities, style) if columned is not None else None
    return Column(*shared) if shared is not None else Column("", whole)


def empty(language: str) -> str:
    """What stands in a cell without a figure: an en dash, unless the language's module says EMPTY."""
    return str(getattr(voice(language), "EMPTY", "–"))


def particle(
    words: str, pair: str, readings: Mapping[str, str] | None = None, *, language: str = "ko"
) -> str:
    """The form of a particle that follows the words: ("8,579명", "은/는") -> "은".

    ``pair`` names both forms or one of them; ``readings`` says how Latin words are read aloud
    ({"Meta": "메타"}). Raises Refusal (C003) for a word whose reading nobody has given.
    """
    spoken = voice(language)
    if not hasattr(spoken, "particle"):
        raise Refusal(
            Problem(
                "C005",
                tell("language '{language}' has no particles", language=language),
                None,
                tell("write the words without josa"),
            ),
            exit_code=1,
        )
    return spoken.particle(words, pair, readings or {})


def number_words(language: str) -> frozenset[str]:
    """The words that are figures in a language (one, half, double), for one whose prose is not read.

    A language says them as NUMBER_WORDS of its module; without it, its templates are searched for digits alone.
    """
    return frozenset(getattr(voice(language), "NUMBER_WORDS", ()))


def _unknown(what: Message, known: object) -> Refusal:
    listed = ", ".join(cast("tuple[str, ...]", known))
    return Refusal(Problem("C002", what, None, tell("choose one of {listed}", listed=listed)), exit_code=2)
