"""The passages of a finished file and the register of its brief -> Problems where the two print other figures.

Each section is read for itself: what the register says that it prints must stand there as often as it says and in the
same order, and whatever else reads as a figure must have a class of its own (a name, a verbatim quote, a formula,
an edition, a scale, the number of a section, a page or a source).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from briefing.model import Place, Problem
from briefing.plaintext import value
from briefing.readback import Passage
from briefing.reading import LANGUAGES, read
from briefing.register import Register
from briefing.saying import tell

HEAD = ("title", "standfirst", "cards")
ASIDE = ("drawing", "alt", "metadata", "furniture", "outline", "address")
"""Roles that repeat what the page prints, and may do so as often as they like."""
TAKEN = "\ufffc"
HINT = tell("ask whoever sent it for the file as it was built")
_ROWS = 4
"""Figures of the least chart that is told row by row: two dates and two values."""
_NUMBERED = re.compile(r"^(\d{1,3})\.? ")
_PART = re.compile(r"§\d{1,3}(?!\d)|^\d{1,4} / \d{1,4}$", re.M)


@dataclass(slots=True)
class Part:
    """The words of one section, and those beside them that only repeat."""

    said: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand on the pages of a language, white space dropped: the words of figures, and the other words with digits."""

    figures: frozenset[str]
    pattern: re.Pattern[str]
    values: frozenset[str]
    language: str | None

    def found(self, text: str) -> list[str]:
        """All that is known in ``text``, in its order."""
        return [_close(match[0]) for match in self.pattern.finditer(text)]

    def within(self, other: str) -> Iterator[str]:
        """The figures whose words stand in other words."""
        return (words for words in self.figures if words in other)

    def strange(self, text: str) -> Iterator[str]:
        """What reads as a figure, or has digits, once all that is known has been taken out."""
        left = self.pattern.sub(TAKEN, text)
        for mention in read(left, language=self.language):
            if mention.quantity.value is not None:
                yield mention.written
                left = left.replace(mention.written, TAKEN, 1)
        yield from re.findall(rf"[^\s{TAKEN}]*\d[^\s{TAKEN}]*", left)


def compare(
    passages: Sequence[Passage], register: Register, language: str, shown: str, *, often: bool = False
) -> Iterator[Problem]:
    """V030 a figure that the register lacks, V031 one printed too often or too rarely, V032 in another order.

    ``often`` for formats that print a chart several times over: a figure may then stand more often than it must.
    """
    known = _known(register, language)
    parts = _parts(passages, register, language)
    # lettering of a chart stands where the page has room, which may be in another section
    drawn = Counter(
        words
        for passage in passages
        if passage.role == "drawing"
        for words in known.found(_plain(passage.text))
        if words in known.figures - {_close(other.words) for other in register.others[language]}
    )
    left, spoken = Counter(drawn), _spoken(passages, known)
    for passage in passages:
        if passage.role == "value" and passage.text not in known.values:
            yield Problem(
                "V030",
                tell("holds the value {text}, which no figure has", text=passage.text),
                Place(shown),
                HINT,
            )
    amiss = False
    for section, part in parts.items():
        where = tell("section '{section}'", section=section) if section else tell("the first page's head")
        wanted = [
            _close(printed.words)
            for printed in register.printed[language]
            if printed.words and (printed.section in HEAD if section == "" else printed.section == section)
        ]
        for code, what in _section(part, known, wanted, (left, spoken), often):
            amiss = True
            yield Problem(code, tell("{where} {what}", where=where, what=what), Place(shown), HINT)
    for words in sorted(+left) if not (amiss or often) else ():
        yield Problem(
            "V031",
            tell("a chart prints '{words}' more often than the register", words=words),
            Place(shown),
            HINT,
        )


def _spoken(passages: Sequence[Passage], known: Known) -> Counter[str]:
    """What alternative texts say that tell of a chart row by row, as of one with more points than it letters."""
    told = [known.found(_plain(passage.text)) for passage in passages if passage.role == "alt"]
    figures = [[words for words in said if words in known.figures] for said in told]
    # a caption alone, which stands in the text too, makes up for nothing that lacks there
    return Counter(words for said in figures if len(said) >= _ROWS for words in said)


def _section(
    part: Part, known: Known, wanted: list[str], beside: tuple[Counter[str], ...], often: bool
) -> Iterator[tuple[str, str]]:
    said = "\n".join(part.said)
    for words in dict.fromkeys((*known.strange(said), *known.strange("\n".join(part.aside)))):
        yield "V030", tell("prints '{words}', which the register does not hold", words=words)
    every = known.found(said)
    # a verbatim quote may hold a figure's words and be printed as a figure
    within = Counter(words for other in every if other not in known.figures for words in known.within(other))
    figures = [words for words in every if words in known.figures]
    yield from _differing(wanted, figures, (*beside, within), often)


def _differing(
    wanted: list[str], found: list[str], beside: tuple[Counter[str], ...], often: bool
) -> Iterator[tuple[str, str]]:
    """Code and what: V031 by number, else V032 by order, in which what stands ``beside`` the text is used up.

    ``often`` where a figure may stand more often than it must.
    """
    asked, has = Counter(wanted), Counter(found)
    few = [words for words in asked if has[words] + sum(other[words] for other in beside) < asked[words]]
    many = [] if often else [words for words in has if has[words] > asked[words]]
    for words in sorted(few + many):
        yield (
            "V031",
            tell(
                "prints '{words}' {has} times, the register {asked} times",
                words=words,
                has=has[words],
                asked=asked[words],
            ),
        )
    if few or many:
        return
    at = 0
    for words in wanted:
        place = found.index(words, at) if words in found[at:] else -1
        spare = next((other for other in beside if other[words] > 0), None)
        if place >= 0 and (often or place == at):
            at = place + 1
        elif spare is not None:
            spare[words] -= 1
        else:
            instead = f"'{found[at]}'" if at < len(found) else "nothing"
            yield (
                "V032",
                tell("prints {instead} where the register has '{words}'", instead=instead, words=words),
            )
            return


def _known(register: Register, language: str) -> Known:
    page = register.printed[language]
    figures = {_close(printed.words) for printed in page} - {""}
    others = {_close(other.words) for other in register.others[language]} - {""}
    others |= {register.date, "".join(re.findall(r"\d", register.date))}
    every = sorted(figures | others, key=lambda said: (-len(said), said))
    return Known(
        frozenset(figures),
        re.compile("|".join((_PART.pattern, *map(_bounded, every))), re.M),
        frozenset(value(printed.quantity) for printed in page if printed.quantity is not None),
        language if language in LANGUAGES else None,
    )


def _parts(passages: Sequence[Passage], register: Register, language: str) -> dict[str, Part]:
    """The file's words by section; "" is what stands before the first."""
    titles = {_plain(title[language]): id for id, title in register.sections.items() if language in title}
    parts = {"": Part()} | {id: Part() for id in register.sections}
    here, label = "", 0
    for passage in passages:
        text = _plain(passage.text)
        number = _NUMBERED.match(text)
        if number and text[number.end() :] in titles:
            text = text[number.end() :]
        elif number and passage.role == "item" and int(number[1]) in (1, label + 1):
            text, label = text[number.end() :], int(number[1])
        if passage.role == "heading" and text in titles:
            here = titles[text]
        if passage.role != "value":
            (parts[here].aside if passage.role in ASIDE else parts[here].said).append(text)
    return parts


def _plain(words: str) -> str:
    return " ".join(normalize("NFKC", words).split())


def _close(words: str) -> str:
    return re.sub(r"\s", "", normalize("NFKC", words))


def _bounded(words: str) -> str:
    """``words``, in which a column may have parted any two letters, where they are no part of a longer figure."""
    before = r"(?<!\d)(?<!\d[.,])" if words[0].isdigit() else r"(?<![A-Za-z])" if words[0].isascii() else ""
    after = (
        r"(?!\d|[.,]\d)"
        if words[-1].isdigit()
        else r"(?![A-Za-z])"
        if words[-1].isascii() and words[-1].isalpha()
        else ""
    )
    return before + r"\s?".join(map(re.escape, words)) + after
