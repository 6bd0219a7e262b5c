"""What stands around the text of a file -> Faults: metadata, running heads, folios, bookmarks, outer addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from unicodedata import normalize

from briefing.model import Brief, Inlines, Link, Other, Text
from briefing.plaintext import Leaf, leaves, plain
from briefing.readback.account import relative
from briefing.readback.compare import owner_of, paired
from briefing.readback.faults import Fault, differing
from briefing.readback.passage import Passage
from briefing.readback.record import Line
from briefing.readback.sections import FRAME, key
from briefing.readback.tokens import Token, tokens
from briefing.saying import tell

_LIKE = 0.6
"""How alike two texts are, at least, where one is taken for the other with a fault."""
_FOLIO = re.compile(r"\d+/\d+")
_PARTS = {"furniture": "margin", "outline": "bookmark"}


def framed(
    brief: Brief, format: str, record: tuple[Line, ...], found: tuple[Passage, ...]
) -> Iterator[Fault]:
    """What the frame says that the record does not, and what it must say and does not."""
    known = _known(brief, record)
    around = [passage for passage in found if passage.role in FRAME]
    pages = max((passage.line for passage in found), default=0) if format == "pdf" else 0
    mistaken: set[str] = set()
    for passage in around:
        folio = f"{passage.line}/{pages}" if pages else ""
        loose = _loose(passage.text, (folio, *known), brief.language)
        if loose and folio and _FOLIO.fullmatch(key(passage.text)):
            yield Fault("R107", folio, key(passage.text), tell("page number"), "", passage.line)
        elif loose:
            yield from _unaccounted(passage, loose, known, brief.language, mistaken)
    yield from _lacking(brief, format, around, mistaken)
    yield from _addresses(brief, found)


def _known(brief: Brief, record: tuple[Line, ...]) -> dict[str, Line]:
    """Everything that a frame may repeat, longest first, by its key."""
    said = brief.edition
    dates = [Other("edition", date) for date in (said.iso_date, said.iso_date.replace("-", ""))]
    series, apart = Text(said.series), Text(" · ")
    edition: list[Inlines] = [(series,), (said.number,), (said.date,), *((date,) for date in dates)]
    edition += [(series, apart, said.number), (series, Text(" "), said.number, Text(" "), said.date)]
    made = [Line("edition", tuple(leaves(content))) for content in edition]
    made += [_line("title", brief.title), _line("standfirst", brief.standfirst)]
    made += [_line(section.id, section.title) for section in brief.sections]
    made += [_line("sources", source.content) for source in brief.sources]
    made += [Line("sources", (Other("address", source.url),)) for source in brief.sources if source.url]
    made += [line for line in record if line.heads]
    return dict(sorted(((key(line.words), line) for line in made), key=lambda entry: -len(entry[0])))


def _line(section: str, content: Inlines) -> Line:
    return Line(section, (*leaves(content),))


def _loose(text: str, known: tuple[str, ...], language: str) -> list[Token]:
    """The tokens of ``text`` of which a digit, or where they have none a letter, is in nothing known."""
    letters = [(letter, at) for at, said in enumerate(text) for letter in normalize("NFKC", said)]
    shown = [(letter, at) for letter, at in letters if not letter.isspace()]
    said, free = "".join(letter for letter, _ in shown), set(range(len(text)))
    for part in known:
        start = said.find(part) if part else -1
        while start >= 0:
            free -= {at for _, at in shown[start : start + len(part)]}
            start = said.find(part, start + len(part))
    return [token for token in tokens(text, language) if not relative(token) and _open(text, token, free)]


def _open(text: str, token: Token, free: set[int]) -> bool:
    inside = range(token.start, token.end)
    digits = [at for at in inside if text[at].isdigit()]
    return bool(free.intersection(digits or (at for at in inside if text[at].isalpha())))


def _unaccounted(
    passage: Passage, loose: list[Token], known: dict[str, Line], language: str, mistaken: set[str]
) -> Iterator[Fault]:
    """What differs from the text that this was meant to be; R103 for a figure that stands in none."""
    part = _PARTS.get(passage.role, passage.role)
    near = _nearest(passage.text, known, language)
    if near is None:
        for token in loose:
            yield Fault("R103", "", token.words, part, passage.where, passage.line)
        return
    mistaken.add(key(near.words))
    for one, other in paired(tokens(near.words, language), tokens(passage.text, language)):
        owner = owner_of((near,), (0,), one) if one is not None else ""
        yield _changed(one, other, owner, part, passage)


def _changed(one: Token | None, other: Token | None, owner: str, part: str, passage: Passage) -> Fault:
    if one is None:
        code = "R103"
    elif other is None:
        code = "R102" if owner == "figure" else "R107"
    else:
        code = differing(one, other, owner)
    return Fault(
        code,
        one.words if one else "",
        other.words if other else "",
        part,
        passage.where,
        passage.line,
        one.says if one else None,
        other.says if other else None,
    )


def _nearest(text: str, known: dict[str, Line], language: str) -> Line | None:
    """The known text with a figure or a digit of which ``text`` is most likely a faulty copy."""
    best, near, said = _LIKE, None, key(text)
    for part, line in known.items():
        matcher = SequenceMatcher(None, part, said, autojunk=False)
        if len(part) > 2 and tokens(line.words, language) and matcher.quick_ratio() > best:
            like = matcher.ratio()
            best, near = (like, line) if like > best else (best, near)
    return near


def _lacking(brief: Brief, format: str, around: list[Passage], mistaken: set[str]) -> Iterator[Fault]:
    """R102 for a figure, R107 for other digits, in a text that the frame must repeat and does not."""
    for role, lines in _required(brief, format).items():
        said = " ".join(key(passage.text) for passage in around if passage.role == role)
        for line in lines:
            if key(line.words) in said or key(line.words) in mistaken:
                continue
            for token in tokens(line.words, brief.language):
                owner = owner_of((line,), (0,), token)
                if owner:
                    code = "R102" if owner == "figure" else "R107"
                    yield Fault(code, token.words, "", _PARTS.get(role, role), line.section, 0)


def _required(brief: Brief, format: str) -> dict[str, list[Line]]:
    said = brief.edition
    front = [_line("title", brief.title), _line("standfirst", brief.standfirst)]
    number, date = Line("edition", (said.number,)), Line("edition", (said.date,))
    iso: Leaf = Other("edition", said.iso_date)
    if format == "html":
        sources = [Line("sources", (Text(plain(source.content)),)) for source in brief.sources]
        return {
            "metadata": [*front, Line("edition", (iso,)), number, *sources],
            "furniture": [number, date],
        }
    if format == "pdf":
        packed = Other("edition", said.iso_date.replace("-", ""))
        return {"metadata": [*front, Line("edition", (packed,))]}
    return {}


def _addresses(brief: Brief, found: tuple[Passage, ...]) -> Iterator[Fault]:
    """R107 for an outer address with digits that no source and no link of the record has."""
    known = {source.url for source in brief.sources} | set(_links((brief.standfirst, brief.sections)))
    known |= {origin.address for row in brief.annex for origin in row.origins}
    for passage in found:
        if passage.role == "address" and passage.text not in known and re.search(r"\d", passage.text):
            yield Fault("R107", "", passage.text, "address", passage.where, passage.line)


def _links(part: object) -> Iterator[str]:
    """The addresses of all links within a part of the record."""
    if isinstance(part, Link):
        yield part.href
    if isinstance(part, tuple):
        for inner in part:
            yield from _links(inner)
    for name in getattr(part, "__dataclass_fields__", ()):
        yield from _links(getattr(part, name))
