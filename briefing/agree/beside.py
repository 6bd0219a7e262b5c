"""The words beside a figure -> its sign, qualifier or unit, which one language says apart from the figure."""

from __future__ import annotations

import re

from .figure import Figure, Side, number_of
from .figures import sentence, voice
from .roles import ASIDE

_BELOW = re.compile(r"\s?(?:degrees\s)?(?:Celsius\s)?below\b", re.I)
_DIGIT = re.compile(r"\d")
_PLUS = re.compile(r"[+＋]\s?$")


def falls(side: Side, figure: Figure) -> bool:
    """Whether a figure is negative, or the words around it say that something fell."""
    value = number_of(figure.quantity)
    if value is not None and value < 0:
        return True
    before = side.text[: figure.start]
    if before.rstrip()[-1:] in ("△", "▲", "▼", "▽"):
        return True  # a table's sign for a fall
    if _PLUS.search(before) or figure.written.startswith("+"):
        return False
    said = voice(side.language)
    start, end = sentence(side, figure)
    around = side.text[max(start, figure.start - 60) : min(end, figure.end + 40)]
    if (
        figure.quantity.kind == "measure"
        or said.LEVEL.search(before)
        or said.LEVEL_AFTER.match(side.text, figure.end)
    ):
        right = _DIGIT.split(side.text[max(start, figure.start - 24) : figure.start])[-1]
        following = side.text[figure.end : min(end, figure.end + 24)]
        return bool(
            said.NEGATIVE.search(right) or _BELOW.match(following)
        )  # fell to 12 degrees: the fall is not the figure's own
    return bool(said.DOWN.search(around))


def turned(one: Side, a: Figure, other: Side, b: Figure) -> bool:
    """Whether one version calls a figure a gain and the other a loss: 68억 달러 적자, a surplus of $6.8 billion."""
    first, second = _gain(one, a), _gain(other, b)
    return first is not None and second is not None and first != second


def _gain(side: Side, figure: Figure) -> bool | None:
    """True for a surplus or profit, False for a deficit or loss, None where the words beside a figure name neither."""
    value = number_of(figure.quantity)
    for pattern in voice(side.language).GAINS:
        for hit in pattern.finditer(
            side.text, max(0, figure.start - 40), min(len(side.text), figure.end + 24)
        ):
            if hit.start("figure") <= figure.start < hit.end("figure") or hit.end("figure") == figure.end:
                gain = hit.lastgroup == "gain" or bool(hit["gain"])
                return gain if value is None or value >= 0 else not gain
    return None


_TO = re.compile(r"(?:\b(?:to|and|through|until)|[~∼–-])\s?(?:the\s|age\s)?$")
_FROM = re.compile(r"\s?(?:years?\s|months?\s)?(?:to|through|and)\s|\s?[~∼–-]|부터")


def span_says(side: Side, plain: Figure, bound: Figure) -> bool:
    """Whether a figure without qualifier is the end of a range that the other language bounds (6개월 이상 13세 이하)."""
    if plain.quantity.qualifier != "exact":
        return False
    if bound.quantity.qualifier == "at_least":
        return bool(_FROM.match(side.text, plain.end))
    return bound.quantity.qualifier == "at_most" and bool(_TO.search(side.text[: plain.start]))


_LASTS = re.compile(r"\s?(?:동안|간|에 걸쳐|에 나누어|에 나눠|연속|내내|사이|새)(?=[\s,.에의])")
_VERB = re.compile(
    r"넘어[서섰]|웃[도돌]|돌파|상회|밑[도돌]|하회|못 미|육박|넘[었겼]|\b(?:above|below)\b|(?:exceed|surpass|topp|pass|cross|broke|breach|near|approach)",
    re.I,
)


def said_apart(side: Side, plain: Figure, said: Figure) -> bool:
    """Whether the verb of one language (2.3%를 웃돌았다) is another word near the bare figure (above the forecast of)."""
    around = side.text[max(0, plain.start - 50) : plain.end + 25]
    if said.quantity.qualifier == "about" and re.match(r"\s?(?:꼴|수준|정도)", side.text[plain.end :]):
        return True
    lasts = plain.written.endswith("간") or _LASTS.match(side.text, plain.end)
    if said.quantity.qualifier == "more_than" and plain.quantity.qualifier == "exact" and lasts:
        return True  # over seven innings: while they lasted
    if (
        plain.quantity.kind == "duration"
        and plain.quantity.qualifier == "exact"
        and said.quantity.qualifier == "more_than"
    ):
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


def beside(one: Side, a: Figure, other: Side, b: Figure) -> str | None:
    """What the words right beside two equal figures say otherwise: ``sign`` (a deficit), ``unit`` (a month)."""
    if a.name or b.name or a.quantity.kind == "date":
        return None
    if turned(one, a, other, b) or {_way(one, a), _way(other, b)} == {"up", "down"}:
        return "sign"
    if _persons(one, a, other, b):
        return "unit"
    first, second = _each(one, a), _each(other, b)
    if first and second and not first & second and not (first & _said_each(other)):
        return "unit"
    return None


def _way(side: Side, figure: Figure) -> str:
    """up or down, as the verb right beside a figure says; empty where none does."""
    value = number_of(figure.quantity)
    aside = ASIDE.match(side.text, figure.end)
    end = aside.end() if aside else figure.end
    up, down = (
        any(pattern.search(side.text[max(0, figure.start - 30) : figure.start]) for pattern in before)
        or any(pattern.match(side.text, end) for pattern in after)
        for before, after in voice(side.language).WAYS
    )
    return "" if up == down or value is None or value < 0 else "up" if up else "down"


def _persons(one: Side, a: Figure, other: Side, b: Figure) -> bool:
    """Whether one version counts people (1,887명) and the other things (1,887 reports)."""
    if {a.quantity.kind, b.quantity.kind} - {"count", "number"}:
        return False
    korean, english = ((one, a), (other, b)) if one.language == "ko" else ((other, b), (one, a))
    if korean[0].language != "ko" or english[0].language != "en" or korean[1].quantity.unit != "person":
        return False
    side, figure = english
    noun = voice("en").COUNTED.match(side.text, figure.start)
    return bool(noun and noun["thing"])


def _each(side: Side, figure: Figure) -> set[str]:
    """The stretches of time to which an amount is said to belong: 월 2만 원, 25,000 won a month."""
    if figure.quantity.kind not in ("money", "count", "number", "measure"):
        return set()
    patterns = voice(side.language).EACH
    found = set()
    for stretch, before, after in patterns:
        head = side.text[max(0, figure.start - 16) : figure.start]
        if (before and before.search(head)) or (after and after.match(side.text, figure.end)):
            found.add(stretch)
    return found


def _said_each(side: Side) -> set[str]:
    return {stretch for stretch, word in voice(side.language).STRETCHES if word.search(side.text)}
