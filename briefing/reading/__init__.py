"""Text in Korean or English -> every figure in it as a Mention: deterministic, in one pass, without a model.

The grammar of a language is a folder (``ko``, ``en``): numerals, units, dates, qualifiers and links, each
in a module of its own. What the languages share (the scan, digits, the calendar) stands beside this file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module

from briefing.model import Mention, Problem, Refusal
from briefing.saying import tell

from .days import anchor_of
from .found import Grammar, scan
from .resolve import resolve

LANGUAGES = ("ko", "en")

_grammars: dict[str, Grammar] = {}


def read(
    text: str, *, language: str | None = None, published: date | str | None = None
) -> tuple[Mention, ...]:
    """Every figure of ``text``, in order of place, none overlapping another; spans have source "".

    ``language`` None decides by script. ``published`` (a date, or EDTF such as ``2024-09~``) is the day
    against which relative dates resolve; without it they have value None and say their distance.
    Raises Refusal, with exit code 2, for a language that has no grammar (L010) or a publication date that is
    none (S020).

    >>> for mention in read("지난해 승객 10명 중 3명이 1200만달러를 냈다.", published="2024-03-11"):
    ...     print(mention.written, mention.quantity.value, mention.quantity.unit, sep=" | ")
    지난해 | 2023 | None
    10명 중 3명 | Ratio(part=Decimal('3'), whole=Decimal('10')) | None
    1200만달러 | 12000000 | USD

    >>> (mention,) = read("Nearly 70% of them stayed.")
    >>> mention.span.start, mention.span.end, mention.quantity.qualifier, mention.quantity.value
    (0, 10, 'nearly', Decimal('70'))
    """
    grammar = _grammar(language or script(text))
    anchor = anchor_of(published)
    found = scan(text, grammar)
    grammar.relate(text, found)
    return resolve(text, found, anchor, grammar.sentence)


def script(text: str) -> str:
    """``ko`` where the text holds Hangul syllables, at least one in ten of its letters, else ``en``."""
    sample = text[:20000]
    hangul = sum("가" <= letter <= "힣" for letter in sample)
    letters = sum(map(str.isalpha, sample))
    return "ko" if hangul and hangul * 10 >= letters else "en"


def _grammar(language: str) -> Grammar:
    known = _grammars.get(language)
    if known is None:
        if language not in LANGUAGES:
            shown = language.encode("unicode_escape").decode("ascii")[:20]
            hint = tell("use one of: {languages}", languages=", ".join(LANGUAGES))
            raise Refusal(
                Problem("L010", tell("no grammar for language '{shown}'", shown=shown), None, hint),
                exit_code=2,
            )
        module = import_module(f".{language}", __name__)
        grammar: Callable[[], Grammar] = module.grammar
        known = _grammars[language] = grammar()
    return known
