"""A declared quote and the text of its source -> where it stands, and the figure in its hole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.facts.cells import Table
from briefing.facts.seeds import Phrase, Quoted
from briefing.model import Card, Mention, Problem, Quantity, Refusal, Source, Span
from briefing.reading import read
from briefing.saying import tell

LONGEST_QUOTE = 40
SENTENCE_ENDS = (".", "?", "!", "다.")


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its card and every figure of its cleaned text, read once; or as a ``table``."""

    card: Card
    source: Source
    mentions: tuple[Mention, ...]
    table: Table


def article(card: Card, source: Source) -> Article:
    """The source as an article; a table is read cell by cell, where it is asked for.

    A card without a day (``published`` "") leaves relative dates open.
    """
    text, published = source.text, card.published or None
    mentions = () if source.sheets else read(text, language=card.language, published=published)
    return Article(card, source, mentions, Table(card, source))


def find(article: Article, quoted: Quoted) -> int:
    """The offset in the cleaned text at which the quote stands; Refusal F010 to F012 where it does not."""
    found = occurrences(article.source, quoted.phrase.text)
    file, words = article.card.file, quoted.phrase.text
    if not found:
        outside = words in article.source.text
        where = tell("prints only outside its body") if outside else tell("does not print")
        raise Refusal(
            Problem(
                "F010",
                tell("quote '{words}', which {id} {where}", words=words, id=article.card.id, where=where),
                quoted.where,
                tell("run `briefing extract {file}` to see the figures it prints", file=file),
            )
        )
    if quoted.nth is None and len(found) > 1:
        raise Refusal(
            Problem(
                "F011",
                tell(
                    "quote '{words}' stands {count} times in {id}",
                    words=words,
                    count=len(found),
                    id=article.card.id,
                ),
                quoted.where,
                tell("lengthen the quote, or say which with nth = 1, 2 …"),
            )
        )
    if (quoted.nth or 1) > len(found):
        raise Refusal(
            Problem(
                "F012",
                tell(
                    "quote '{words}' stands only {count} times in {id}",
                    words=words,
                    count=len(found),
                    id=article.card.id,
                ),
                quoted.where,
                tell("mend nth"),
            )
        )
    return found[(quoted.nth or 1) - 1]


def whole_sentence(article: Article, start: int, words: str) -> bool:
    """Whether ``words`` at ``start`` of the cleaned text are all of a sentence or of a line."""
    text = article.source.text
    before, after = text[:start].rstrip(" \t“‘\"'"), text[start + len(words) :].lstrip(" \t”’\"'")
    begins = not before or before[-1] in "\n.?!"
    return begins and (not after or after[0] in "\n.?!")


def nearest(article: Article, phrase: Phrase, start: int, quoted: Quoted) -> int:
    """The occurrence of the date's ``phrase`` that is nearest to the quote at ``start``; F013 where there is none."""
    found = occurrences(article.source, phrase.text)
    if not found:
        raise Refusal(
            Problem(
                "F013",
                tell("date '{text}', which {id} does not print", text=phrase.text, id=article.card.id),
                quoted.where,
                tell("quote it exactly"),
            )
        )
    return min(found, key=lambda offset: (abs(offset - start), offset))


def figure_at(article: Article, phrase: Phrase, start: int, quoted: Quoted) -> Quantity:
    """The figure that the article prints in the hole of ``phrase``, which stands at ``start``."""
    mentions = _of_cell(article, start) if article.source.sheets else article.mentions
    return _in_hole(mentions, phrase, start, quoted)


def figure_alone(phrase: Phrase, card: Card, quoted: Quoted) -> Quantity:
    """The figure in the hole as the phrase reads by itself, without its article."""
    mentions = read(phrase.text, language=card.language, published=card.published or None)
    return _in_hole(mentions, phrase, 0, quoted)


def _of_cell(article: Article, place: int) -> tuple[Mention, ...]:
    """The figures of the cell of a table in which ``place`` lies, with spans of the whole text."""
    text, card = article.source.text, article.card
    start = max(text.rfind(mark, 0, place) for mark in "\t\n") + 1
    end = min(at for mark in "\t\n" if (at := text.find(mark, place)) >= 0)
    found = read(text[start:end], language=card.language, published=card.published)
    return tuple(
        replace(mention, span=Span("", mention.span.start + start, mention.span.end + start))
        for mention in found
    )


def occurrences(source: Source, words: str) -> list[int]:
    """Every offset of the cleaned text at which ``words`` stand in the body."""
    found = []
    for start, end in source.body or ((0, len(source.text)),):
        at = source.text.find(words, start, end)
        while at >= 0:
            found.append(at)
            at = source.text.find(words, at + 1, end)
    return found


def _in_hole(mentions: tuple[Mention, ...], phrase: Phrase, start: int, quoted: Quoted) -> Quantity:
    assert phrase.hole is not None
    low, high = start + phrase.hole[0], start + phrase.hole[1]
    words = phrase.text[phrase.hole[0] : phrase.hole[1]]
    inside = [mention for mention in mentions if mention.span.start < high and low < mention.span.end]
    if len(inside) != 1:
        what = tell("no figure") if not inside else tell("{count} figures", count=len(inside))
        raise Refusal(
            Problem(
                "F014",
                tell("'{words}' reads as {what}", words=words, what=what),
                quoted.where,
                tell("bracket exactly one figure"),
            )
        )
    mention = inside[0]
    covers = mention.span.start >= low and mention.span.end <= high
    covered = mention.span.start <= low and mention.span.end >= high
    if not covers and not covered:
        raise Refusal(
            Problem(
                "F014",
                tell("'{words}' cuts the figure '{written}'", words=words, written=mention.written),
                quoted.where,
                tell("bracket the whole figure"),
            )
        )
    return mention.quantity


def limits(quoted: Quoted) -> tuple[Problem, ...]:
    """F020, F021: a quote is a phrase of at most 40 characters and never a whole sentence."""
    problems = []
    for phrase in (quoted.phrase, quoted.when) if quoted.cell is None else ():
        if phrase is None:
            continue
        if len(phrase.text) > LONGEST_QUOTE:
            problems.append(
                Problem(
                    "F020",
                    tell(
                        "quote '{text}' has {count} characters, more than {longest_quote}",
                        text=phrase.text,
                        count=len(phrase.text),
                        longest_quote=LONGEST_QUOTE,
                    ),
                    quoted.where,
                    tell("keep the few words that carry the figure"),
                )
            )
        if phrase.text.rstrip().endswith(SENTENCE_ENDS):
            problems.append(
                Problem(
                    "F021",
                    tell("quote '{text}' ends a sentence", text=phrase.text),
                    quoted.where,
                    tell("quote a phrase, not the sentence"),
                )
            )
    return tuple(problems)
