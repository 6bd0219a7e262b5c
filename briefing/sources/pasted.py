"""Text in; the phrases that were pasted into its sentences out, found by how they are glued.

A pasted phrase follows a comma or another end of a clause without a space, runs without a space into the
next word, and does so again elsewhere before other words. Names in a list, names with particles and
refrains do not: what follows them is no word of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

SHORTEST, LONGEST = 4, 48
"""Characters of a phrase."""
MOST_SEAMS = 20_000
"""A page of text has some dozens; the limit bounds the time that a hostile file can take."""
SEAM = re.compile(r"(?<=[,，、;:.!?。…·)\]”’»」』\"'])(?=[^\W\d_])")
WORD = re.compile(r"[가-힣]{2}|[A-Za-z]{2,}|[^\W\d_A-Za-z가-힣]{2}")
BEGINNING = re.compile(rf"(?<![^\W\d_])(?:{WORD.pattern})")
FETCH_ERROR = re.compile(
    r"^(?=.{0,300}$).*?(?:curl error\b|could not resolve(?: host)?:|failed to open stream"
    r"|(?:fatal|parse) error: .* on line \d|HTTP/\d(?:\.\d)? [45]\d\d\b)",
    re.IGNORECASE | re.MULTILINE,
)
SINGLE = re.compile(r"(?<=[^\W\d_],)(?=[^\W\d_]+ [^\W\d_]+ )")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A phrase with the places in which it is glued in, and those where it heads a line."""

    phrase: str
    glued: tuple[int, ...]
    heading: tuple[int, ...]

    def ranges(self) -> list[tuple[int, int]]:
        """The half-open ranges of the text that the phrase takes."""
        return [(at, at + len(self.phrase)) for at in sorted(self.glued + self.heading)]


def find(text: str) -> tuple[Pasted, ...]:
    """Every pasted phrase, the most frequent first; none overlaps another."""
    candidates = _candidates(text)
    if not candidates:
        return ()
    headings, beginnings = _headings(text), set(BEGINNING.findall(text))
    found: list[Pasted] = []
    taken: set[int] = set()
    for phrase in sorted(candidates, key=lambda phrase: (-len(candidates[phrase]), -len(phrase), phrase)):
        glued = tuple(at for at in candidates[phrase] if at not in taken)
        pasted = Pasted(phrase, glued, tuple(at for at in headings[phrase] if at not in taken))
        if _is_foreign(text, pasted, beginnings):
            found.append(pasted)
            taken.update(at for start, end in pasted.ranges() for at in range(start, end))
    return tuple(found)


def _candidates(text: str) -> dict[str, list[int]]:
    """Phrases that follow a seam and end inside a run of letters, at least twice; with their places."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for seam in islice(SEAM.finditer(text), MOST_SEAMS):
        start = seam.start()
        line = text[start : start + LONGEST + 1].split("\n", 1)[0]
        for end in range(SHORTEST, len(line)):
            if line[end].isalnum() and line[end - 1].isalpha():
                places[line[:end]].append(start)
    return {phrase: found for phrase, found in places.items() if len(found) > 1}


def _headings(text: str) -> defaultdict[str, list[int]]:
    """The words that begin each line, up to the end of a word, with their places: furniture of the page."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for line in re.finditer(r"^.+", text, re.MULTILINE):
        head = line[0][: LONGEST + 1]
        for end in range(SHORTEST, len(head) + 1):
            if head[end - 1].isalnum() and not head[end : end + 1].isalnum():
                places[head[:end]].append(line.start())
    return places


def _is_foreign(text: str, pasted: Pasted, beginnings: set[str]) -> bool:
    """Whether the phrase is no part of what follows it.

    It has to stand three times (a heading counts), before different words, of which at least half begin
    words elsewhere in the text; a phrase of one word has to be a heading too.
    """
    times = len(pasted.glued)
    ends = [at + len(pasted.phrase) for at in pasted.glued]
    enough = times >= 3 or (times == 2 and pasted.heading)
    if not enough or not (" " in pasted.phrase or pasted.heading):
        return False
    if len({text[end] for end in ends}) < min(times, 3):
        return False
    words = [WORD.match(text, end) for end in ends]
    return 2 * sum(word is not None and word[0] in beginnings for word in words) >= times


def fetch_errors(text: str) -> list[int]:
    """Where a line is the error message of a program that was fetching the page."""
    return [found.start() for found in FETCH_ERROR.finditer(text)]


def single_seams(text: str) -> list[int]:
    """Where several words are glued to a comma without a space.

    One such place alone proves nothing; in a text that holds a fetch error it is worth a look.
    """
    return [found.start() for found in SINGLE.finditer(text)]
