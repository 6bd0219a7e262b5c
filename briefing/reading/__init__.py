"""Text in Korean or English -> every figure in it as a Mention: deterministic, in one pass, without a model.

The grammar of a language is a folder (``ko``, ``en``): numerals, units, dates, qualifiers and links, each
in a module of its own. What the languages share (the scan, digits, the calendar) stands beside this file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module

from briefing.model import Mention, Problem, Refusal

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
    Raises Refusal for a language that has no grammar or a publication date that is none.
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
            hint = f"use one of: {', '.join(LANGUAGES)}"
            raise Refusal(Problem("L010", f"no grammar for language '{shown}'", None, hint), exit_code=2)
        module = import_module(f".{language}", __name__)
        grammar: Callable[[], Grammar] = module.grammar
        known = _grammars[language] = grammar()
    return known
