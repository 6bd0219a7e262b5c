"""Answers about a new brief in; its files out: a small brief on an invented subject, which builds at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing import schema, wording
from briefing.compose import typed
from briefing.model import Words
from briefing.project import CONFIG
from briefing.render.letters import lacking
from briefing.saying import tell
from briefing.scaffold.filling import fill
from briefing.tomlplace import written

FILES = Path(__file__).with_name("files")
LONGEST_TITLE = 200
_SHARED = {
    "briefing.toml": "briefing.toml",
    "derived.toml": "seeds/derived.toml",
    "glossary.toml": "locales/glossary.toml",
    "test_brief.py.txt": "tests/test_brief.py",
    "pytest.ini": "pytest.ini",
    "gitignore": ".gitignore",
}
_OF_GUIDE = {
    "README.{}.md": "README.md",
    "source.{}.toml": "seeds/bicycles.toml",
    "source.{}.txt": "seeds/originals/bicycles.txt",
}
TITLE: Words = {"ko": "다시 달리는 공공자전거", "en": "Shared bicycles on the rise again"}
SERIES: Words = {"ko": "정책 브리프", "en": "Policy Briefs"}
_PLAIN = re.compile(r"[^\W_][\w ,.:;?!()'\"“”‘’·…–—-]*\Z")
"""Words that Jinja and Markdown leave as they are."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked about a new brief: ``guide`` is the language of its sample source and of comments for its editor,
    one of ``languages``; ``date`` is that of the edition, as EDTF."""

    name: str
    title: Words
    series: Words
    languages: tuple[str, ...]
    date: str
    guide: str


@cache
def languages() -> tuple[str, ...]:
    """The languages in which a new brief can be written: figures can be said in them, and there is a template."""
    return tuple(code for code in wording.languages() if (FILES / f"brief.{code}.md.j2").is_file())


def title_complaint(text: str, language: str) -> str:
    """Why a text cannot be a title; "" where it can."""
    if len(text) > LONGEST_TITLE:
        return tell("a title has at most {longest} characters", longest=LONGEST_TITLE)
    left = text
    for _, written_so in typed.figures(text, language, {}):
        left = left.replace(written_so, "", 1)
    if text.strip() and not re.search(r"[^\W\d_]", left):
        return tell("a title says more than a figure")
    return _line_complaint(text)


def titles_complaint(title: Words) -> str:
    """Why texts cannot be the same title in several languages: where it holds digits, the glossary has it, which asks
    for the same ones in each (C111)."""
    digits = {tuple(sorted(re.findall(r"\d+", text))) for text in title.values()}
    return tell("the title has other digits in one language than in another") if len(digits) > 1 else ""


def series_complaint(text: str, language: str) -> str:
    """Why a text cannot name a series, which is printed as it stands and so holds no figure (U010)."""
    if list(typed.figures(text, language, {})):
        return tell("the name of a series holds no figure")
    return _line_complaint(text)


def _line_complaint(text: str) -> str:
    lone = any("\ud800" <= letter <= "\udfff" for letter in text)
    if not text.strip() or "\n" in text or "\r" in text or "\t" in text or lone or schema.unprintable(text):
        return tell("write one line of text, without characters that no page can show")
    missing = lacking(text)
    if not missing:
        return ""
    code = f"{ord(missing[0]):04X}"
    return tell("the fonts of the pages have no '{letter}' (U+{code})", letter=missing[0], code=code)


def files(answers: Answers) -> dict[str, bytes]:
    """Path in the folder -> content, of every file of the new brief; briefing.toml comes last."""
    stored = {**_SHARED, **{name.format(answers.guide): to for name, to in _OF_GUIDE.items()}}
    stored |= {f"brief.{code}.md.j2": f"templates/brief.{code}.md.j2" for code in answers.languages}
    values = _values(answers)
    # what makes a folder a brief comes last
    ordered = sorted(stored.items(), key=lambda pair: (pair[1] == CONFIG, pair[1]))
    return {
        to: fill((FILES / name).read_text("utf-8"), values, answers.languages, answers.guide).encode()
        for name, to in ordered
    }


def _values(answers: Answers) -> dict[str, str]:
    named = _needs_name(answers.title)
    values = {
        f"title_{code}": '{{ term("title") }}' if named else text for code, text in answers.title.items()
    }
    return values | {
        "name": answers.name,
        "title": _table(answers.title),
        "series": _table(answers.series),
        "languages": "[" + ", ".join(map(written, answers.languages)) + "]",
        "date": answers.date,
        "title_term": _term(answers) if named else "",
        "heading": re.sub(r"([\\`*_{}\[\]<>#&!|~])", r"\\\1", answers.title[answers.guide]),
    }


def _needs_name(title: Words) -> bool:
    """Whether the title is printed as a name of the glossary: a figure typed in a template is refused, and signs
    that mean something to Jinja or Markdown would not be printed as they are."""
    return any(not _PLAIN.match(text) or list(typed.figures(text, code, {})) for code, text in title.items())


def _term(answers: Answers) -> str:
    lines = ("[term.title]", *(f"{code} = {written(text)}" for code, text in answers.title.items()))
    return "\n" + "\n".join(lines) + "\n"


def _table(words: Words) -> str:
    return "{ " + ", ".join(f"{code} = {written(text)}" for code, text in words.items()) + " }"
