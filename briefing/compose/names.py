"""Words that an author typed, and the glossary -> the names among them that term() should print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from briefing.compose.marks import MARK, ChartMark, Marks, TableMark, TermMark
from briefing.compose.template import Drafted
from briefing.model import Place, Problem
from briefing.saying import tell
from briefing.wording.glossary import Glossary

_PARTICLES = "은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|이다|다"
"""What makes a Hangul word end before it: 인공지능이 is the name, 인공지능연구소 another one."""


def typed_names(
    drafts: Iterable[Drafted], marks: Marks, glossary: Glossary, language: str, template: str
) -> Iterator[Problem]:
    """C108 for a full name that is typed, C109 for a short one typed before the page has introduced it; warnings.

    ``drafts`` stand in the order of the page, from below its title. Names that have one form may be typed.
    """
    short, full = _forms(glossary, language)
    pattern = _pattern({**short, **full})
    if pattern is None:
        return
    said: set[str] = set()

    def found(text: str, line: int) -> Iterator[Problem]:
        for match in re.finditer(f"{MARK.pattern}|{pattern}", text):
            here = line + text.count("\n", 0, match.start())
            match marks.peek(match[0]) if MARK.match(match[0]) else match[0]:
                case TermMark(key):
                    said.add(key)
                case ChartMark(_, caption, at) | TableMark(_, caption, at):
                    yield from found(caption, at)
                case str(name) if name in full:
                    hint = tell(
                        'write {{{{ term("{full}") }}}}: it says the name in full once and keeps to one form',
                        full=full[name],
                    )
                    yield Problem(
                        "C108", tell("'{name}' is typed", name=name), Place(template, here), hint, "warning"
                    )
                case str(name) if short[name] not in said:
                    what = tell("'{name}' stands before the page has introduced it", name=name)
                    hint = tell('write {{{{ term("{short}") }}}} at its first mention', short=short[name])
                    yield Problem("C109", what, Place(template, here), hint, "warning")

    for draft in drafts:
        yield from found(draft.text, draft.line)


def _forms(glossary: Glossary, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Short and full names in a language -> the key of their term, where the two differ."""
    short, full = {}, {}
    for key, term in glossary.terms.items():
        name = term.names.get(language)
        if name is not None and name.full != name.short:
            short[name.short], full[name.full] = key, key
    return short, full


def _pattern(names: Mapping[str, str]) -> str | None:
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    # names in a row that end alike share their end: its classes take long to compile
    runs = ((end, "|".join(map(re.escape, run))) for end, run in groupby(longest_first, _end))
    return f"(?<![\\w가-힣])(?:{'|'.join(f'(?:{run}){end}' for end, run in runs)})"


def _end(name: str) -> str:
    return (
        f"(?:(?![가-힣])|(?=(?:{_PARTICLES})[은는도만의]?(?![가-힣])))"
        if "가" <= name[-1] <= "힣"
        else "(?![A-Za-z0-9])"
    )
