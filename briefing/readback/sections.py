"""Passages and the record's lines -> both sorted by section and channel, ready to be laid side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from briefing.model import Brief
from briefing.readback.passage import Passage
from briefing.readback.record import ANNEX, FRONT, SOURCES, Line

HEAD = "head"
"""Title, edition line, standfirst and cards, which only one format sets apart."""
FRAME = ("metadata", "outline", "furniture")
_IDS = {"sources": SOURCES, "evidence": ANNEX}
_BULLET = re.compile(r"^[-–•·*]\s+")


@dataclass(slots=True)
class Group:
    """What one section holds in one channel: as recorded, and as found."""

    section: str
    channel: str
    lines: list[Line] = field(default_factory=list)
    found: list[Passage] = field(default_factory=list)


def key(text: str) -> str:
    """``text`` without the white space, the bullet and the forms of letters that a format may change."""
    return "".join(normalize("NFKC", _BULLET.sub("", text)).split())


def groups(brief: Brief, format: str, record: tuple[Line, ...], found: tuple[Passage, ...]) -> list[Group]:
    """Lines and passages of the text, the drawings and the alternative texts.

    A PDF letters its drawings without saying where: there all of them are one group.
    """
    made: dict[tuple[str, str], Group] = {}

    def group(section: str, channel: str) -> Group:
        at = ("" if format == "pdf" and channel == "drawing" else section, channel)
        return made.setdefault(at, Group(at[0] or section, channel))

    for line in record:
        group(section_of(line), line.channel).lines.append(line)
    where = _Finder(brief, format, record)
    for passage in found:
        section = where.section(passage)
        if passage.role not in (*FRAME, "value", "address"):
            channel: str = passage.role if passage.role in ("drawing", "alt") else "text"
            group(section, channel).found.append(passage)
        elif passage.role == "value":
            group(section, "value").found.append(passage)
    if format == "html":
        for (section, channel), texts in list(made.items()):
            if channel == "text":
                group(section, "value").lines += texts.lines
    return list(made.values())


def composed(text: str, known: frozenset[str]) -> bool:
    """Whether ``text`` is made of known words alone."""
    said = key(text)
    for part in sorted(map(key, known), key=len, reverse=True):
        said = said.replace(part, " ")
    return not said.strip()


def section_of(line: Line) -> str:
    return HEAD if line.section in FRONT else line.section


class _Finder:
    """Tells the section of passages that come in the order of the file."""

    def __init__(self, brief: Brief, format: str, record: tuple[Line, ...]):
        self._ids = {section.id: section.id for section in brief.sections} | _IDS
        self._by_id = format == "html"
        self._heads = {key(line.words): section_of(line) for line in record if line.heads}
        self._bare = {_undigited(said): section for said, section in self._heads.items()}
        self._now = HEAD

    def section(self, passage: Passage) -> str:
        if self._by_id:
            return self._ids.get(passage.where, HEAD)
        if passage.role == "source":
            return SOURCES
        if passage.role == "heading":
            said = key(passage.text)
            self._now = self._heads.get(said) or self._bare.get(_undigited(said)) or self._now
        return self._now


def _undigited(said: str) -> str:
    return re.sub(r"[\d.,]+", "", said)
