"""The words beside a figure -> its sign, qualifier or unit, which one language says apart from the figure."""

from __future__ import annotations

import re

from .figure import Figure, Side, number_of
from .figures import voice


def falls(side: Side, figure: Figure, index: int) -> bool:
    """Whether a figure is negative, or the words around it say that something fell."""
    value = number_of(figure.quantity)
    if value is not None and value < 0:
        return True
    if side.text[: figure.start].rstrip()[-1:] in ("△", "▲", "▼", "▽"):
        return True  # a table's sign for a fall
    around = side.text[max(0, figure.start - 60) : figure.end + 40]
    return bool(voice(side.language).DOWN.search(around))


_TO = re.compile(r"(?:\b(?:to|and|through|until)|[~∼–-])\s?(?:the\s|age\s)?$")
_FROM = re.compile(r"\s?(?:years?\s|months?\s)?(?:to|through|and)\s|\s?[~∼–-]|부터")


def span_says(side: Side, plain: Figure, bound: Figure) -> bool:
    """Whether a figure without qualifier is the end of a range that the other language bounds (6개월 이상 13세 이하)."""
    if plain.quantity.qualifier != "exact":
        return False
    if bound.quantity.qualifier == "at_least":
        return bool(_FROM.match(side.text, plain.end))
    return bound.quantity.qualifier == "at_most" and bool(_TO.search(side.text[: plain.start]))


_LASTS = re.compile(r"\s?(?:동안|간|에 걸쳐|연속|내내|사이|새)(?=[\s,.에의])")
_VERB = re.compile(
    r"넘어[서섰]|웃[도돌]|돌파|상회|밑[도돌]|하회|못 미|육박|넘[었겼]|\b(?:above|below)\b|(?:exceed|surpass|topp|pass|cross|broke|breach|near|approach)",
    re.I,
)


def said_apart(side: Side, plain: Figure, said: Figure) -> bool:
    """Whether the verb of one language (2.3%를 웃돌았다) is another word near the bare figure (above the forecast of)."""
    around = side.text[max(0, plain.start - 50) : plain.end + 25]
    if said.quantity.qualifier == "about" and re.match(r"\s?(?:꼴|수준|정도)", side.text[plain.end :]):
        return True
    if said.quantity.qualifier == "more_than" and _LASTS.match(side.text, plain.end):
        return True  # over seven innings: while they lasted
    if plain.quantity.kind == "duration" and said.quantity.qualifier == "more_than":
        return side.text[: plain.start].lower().endswith("over ")
    if plain.quantity.qualifier != "exact" or not _VERB.search(said.written):
        return False
    words = voice(side.language)
    if said.quantity.qualifier in ("more_than", "at_least"):
        return bool(words.RISEN.search(around))
    return said.quantity.qualifier in ("less_than", "at_most") and bool(words.SUNK.search(around))


_CURRENCY = re.compile(
    r"\b(?:won|dollars?|yen|euros?|yuan|pounds?)\b|[원엔]\s?(?:대|선|을|이|은)|달러|유로|위안"
)
_JOINED = ("에서", "~", "∼", "–", "-", "—", "to", "and", "or", "·", ",", "/", "및", "와", "과", "%에서")


def shares_unit(one: Side, i: int, other: Side, j: int) -> bool:
    """Whether the side that gives a bare number says its unit with the figure that follows (21 to 70%)."""
    a, b = one.figures[i].quantity, other.figures[j].quantity
    if a.kind == "number" and b.kind != "number":
        side, index, kind = one, i, b.kind
    elif b.kind == "number" and a.kind != "number":
        side, index, kind = other, j, a.kind
    else:
        return False
    if side.text.strip() == side.figures[index].written:
        return True  # a cell of a table, whose unit stands at its head
    said = (other if side is one else one).figures[j if side is one else i]
    if kind in ("money", "measure") and any(
        each.quantity.kind == kind and each.quantity.unit == said.quantity.unit for each in side.figures
    ):
        return True  # 60 billion won in all: 30 billion from the state
    symbol = said.written.lstrip("0123456789., 약만억조천백")
    if (
        symbol
        and not "가" <= symbol[0] <= "힣"
        and side.text[side.figures[index].end :].lstrip().startswith(symbol)
    ):
        return True
    if kind == "money" and _CURRENCY.search(side.text[: side.figures[index].start][-60:]):
        return True  # the won closed at 1,385.5 per dollar
    following = side.figures[index + 1 : index + 2]
    between = side.text[side.figures[index].end : following[0].start] if following else ""
    return bool(following) and following[0].quantity.kind == kind and between.strip() in _JOINED
