"""An article and a figure in it -> the shortest good quote that carries the figure, and where its date stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.facts import quotes
from briefing.facts.quotes import LONGEST_QUOTE, Article
from briefing.facts.seeds import Phrase, Quoted
from briefing.model import Mention, Place, Quantity, Refusal
from briefing.schema import unprintable

SENTENCE_BREAK = re.compile(r"[.?!][”’\"')]*\s|[\r\n]")
WORDS_BEFORE = 2
"""So many words before the figure make a quote that says of what it speaks."""
WORD = re.compile(r"\S+")
LOOSE = ".,;:?!”’\"'"
"""What may follow a word and does not belong to it."""

COMPARED = re.compile(
    r"\s?(?:\([^()\n]{1,40}\))?\s?(?:보다|대비|에 (?:견[주줘줬]|비[하해])|[과와] (?:견[주줘줬]|비교)|의 [^\s]{1,5} ?배)"
)
"""What follows a date whose figure another is compared with: 2019년(118곳)보다, 2022년의 3배."""
COMPARED_BEFORE = re.compile(r"\b(?:than|from|compared (?:with|to)) (?:in )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A quote for a figure as seeds/ have it, with the figure in brackets.

    ``nth`` says which where every phrase of that length stands elsewhere too; ``when`` quotes the date beside it, None
    where its sentence tells none.
    """

    mention: Mention
    quote: str
    nth: int | None
    when: str | None


def propose(
    article: Article, mention: Mention, *, printable: Callable[[str], bool] = lambda words: True
) -> Proposal | None:
    """A quote that proves itself: at most 40 characters of one sentence, cut at the ends of words where that can be,
    unique in the body of the article where that can be, and read alone as it reads in its place.

    Words are added on the left first, then on the right; those that are ``printable`` come before all others.
    None where no phrase around the figure is such a quote.
    """
    text = article.source.text
    around = [
        (start, phrase)
        for start, end in _phrases(text, mention, least=WORDS_BEFORE)
        if (phrase := _phrase(text, mention, start, end)) is not None
    ]
    around.sort(key=lambda each: not printable(each[1].text))
    repeated: list[tuple[int, Phrase, int]] = []
    for start, phrase in around:
        found = quotes.occurrences(article.source, phrase.text)
        if start in found and len(found) > 1:
            repeated.append((start, phrase, found.index(start) + 1))
        elif start in found and _proves(article, phrase, None, mention.quantity):
            return Proposal(mention, _written(phrase), None, _when(article, mention, start))
    for start, phrase, nth in repeated:
        if _proves(article, phrase, nth, mention.quantity):
            return Proposal(mention, _written(phrase), nth, _when(article, mention, start))
    return None


def _phrases(text: str, mention: Mention, *, least: int) -> Iterator[tuple[int, int]]:
    """Ranges around a figure from the best to the poorest: whole words, ``least`` of them on the left where there are so
    many; then such as cut the word in which the figure stands."""
    low, high = sentence(text, mention.span.start, mention.span.end)
    starts, ends = _ends_of_words(text, mention, low, high)
    for end in ends:
        for start in (*starts[least:], *reversed(starts[:least])):
            yield start, end
    for start in (*starts, mention.span.start):
        yield start, mention.span.end
    yield mention.span.start, ends[0]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence around ``text[start:end]``, as far as a quote could reach."""
    reach = 4 * LONGEST_QUOTE
    low, high = max(0, start - reach), min(len(text), end + reach)
    for found in SENTENCE_BREAK.finditer(text, low, start):
        low = found.end()
    after = SENTENCE_BREAK.search(text, end, high)
    return low, after.start() if after else high


def _ends_of_words(text: str, mention: Mention, low: int, high: int) -> tuple[list[int], list[int]]:
    """Where words begin that stand before the figure, or that it is in, and where those end that follow: nearest first."""
    low = max(low, mention.span.end - LONGEST_QUOTE)
    high = min(high, mention.span.start + LONGEST_QUOTE + 1)
    whole = low == 0 or text[low - 1].isspace()
    starts = [
        found.start()
        for found in WORD.finditer(text, low, mention.span.start + 1)
        if found.start() > low or whole
    ]
    ends = []
    for found in WORD.finditer(text, mention.span.end - 1, high):
        end = found.start() + len(found[0].rstrip(LOOSE))
        cut = found.end() == high and high < len(text) and not text[high].isspace()
        if not cut or text[found.end()] in LOOSE:
            ends.append(_closed(text, mention.span.end, max(end, mention.span.end)))
    return starts[::-1] or [mention.span.start], ends or [mention.span.end]


def _closed(text: str, start: int, end: int) -> int:
    """``end``, or where a bracket opens in ``text[start:end]`` that does not close there."""
    opened: list[int] = []
    for at in range(start, end):
        if text[at] in "([{“‘「『":
            opened.append(at)
        elif text[at] in ")]}”’」』" and opened:
            opened.pop()
    return start + len(text[start : opened[0]].rstrip()) if opened else end


def _phrase(text: str, mention: Mention, start: int, end: int) -> Phrase | None:
    words = text[start:end]
    if len(words) > LONGEST_QUOTE or unprintable(words) or set("[]\r\n") & set(words):
        return None
    return Phrase(words, (mention.span.start - start, mention.span.end - start))


def _proves(article: Article, phrase: Phrase, nth: int | None, wanted: Quantity) -> bool:
    quoted = Quoted(article.card.id, phrase, nth, None, None, None, Place(article.card.file))
    try:
        start = quotes.find(article, quoted)
        if quotes.limits(quoted) or quotes.whole_sentence(article, start, phrase.text):
            return False
        there = quotes.figure_at(article, phrase, start, quoted)
        return there == wanted == quotes.figure_alone(phrase, article.card, quoted)
    except Refusal:
        return False


def _when(article: Article, mention: Mention, start: int) -> str | None:
    """The date of the figure in its sentence as it seems, as `when` quotes it; None where none proves itself."""
    low, high = sentence(article.source.text, mention.span.start, mention.span.end)
    first = bisect_left(article.mentions, low, key=lambda each: each.span.start)
    after = bisect_left(article.mentions, high, key=lambda each: each.span.start)
    dates = [each for each in article.mentions[first:after] if isinstance(each.quantity.value, str)]
    for date in sorted(dates, key=lambda date: (_doubt(article, date, mention), _distance(date, mention))):
        exact = (date.span.start, date.span.end)
        for at, end in (exact, *_phrases(article.source.text, date, least=0)):
            phrase = _phrase(article.source.text, date, at, end)
            if phrase is not None and _dates(article, phrase, at, start, date.quantity):
                return _written(phrase)
    return None


def _doubt(article: Article, date: Mention, figure: Mention) -> int:
    """How little a date seems to be the figure's: 0 where only a bracket parts them; 2 where another figure is compared
    with that of the date, and where it follows in Korean, in which a date stands before what it dates."""
    text, at = article.source.text, date.span
    first, second = sorted((at, figure.span), key=lambda span: span.start)
    if text[first.end : second.start].strip() in ("", "("):
        return 0
    before = text[max(0, at.start - 20) : at.start]
    compared = COMPARED.match(text, at.end) or COMPARED_BEFORE.search(before)
    late = article.card.language == "ko" and at.start > figure.span.start
    return 2 if compared or late else 1


def _distance(date: Mention, figure: Mention) -> tuple[int, int]:
    """How far apart they stand; of two dates as near the one before the figure."""
    if date.span.end <= figure.span.start:
        return figure.span.start - date.span.end, 0
    return date.span.start - figure.span.end, 1


def _dates(article: Article, phrase: Phrase, at: int, start: int, wanted: Quantity) -> bool:
    quoted = Quoted(article.card.id, phrase, None, phrase, None, None, Place(article.card.file))
    try:
        if quotes.limits(quoted) or quotes.nearest(article, phrase, start, quoted) != at:
            return False
        alone = quotes.figure_alone(phrase, article.card, quoted)
        there = quotes.figure_at(article, phrase, at, quoted)
    except Refusal:
        return False
    # words that count from another day of the text (3년 전) read otherwise alone, and are proven in their place
    elsewhere = alone.relative is not None and wanted.relative is None
    return there == wanted and (alone == wanted or elsewhere)


def _written(phrase: Phrase) -> str:
    assert phrase.hole is not None
    start, end = phrase.hole
    return f"{phrase.text[:start]}[{phrase.text[start:end]}]{phrase.text[end:]}"
