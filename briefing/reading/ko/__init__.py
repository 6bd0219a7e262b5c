"""Korean text and the place of a possible figure -> the figure there, as one Grammar."""

from __future__ import annotations

import re

from ..found import Found, Grammar
from ..tries import trie
from . import dates
from .figures import figure as numeral_figure
from .links import relate
from .skips import skip
from .words import word

_DATE_WORDS = trie(dates.FIRST_WORDS, exact=True)
_TRIGGER = re.compile(
    r"https?://\S+|www\.\S+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}"
    r"|[’'‘](?=\d\d[년.])|(?<![^\s(])\.(?=\d)|\d"
    r"|[$€£¥₩￦＄]\s?(?=\d)|\b(?:KRW|USD|EUR|GBP|JPY|CNY|NZD|CAD|AUD|CHF|HKD|SGD)\s?(?=\d)|(?:마이너스|"
    r"영하|음수)\s?(?=[\d영공일이삼사오육륙칠팔구십백천만])"
    rf"|(?<![가-힣])(?:{_DATE_WORDS}|제(?=[일이삼사오육칠팔구십백]{{1,6}}[차회공단세조항대장호권편절과기번])|[수몇](?=\s?[십백천만억조가-힣])"
    r"|[하이사나닷엿여아열보절반두갑칠팔구](?:루|틀|흘|새|레|드레|흐레|름|반|년|절|순)|(?<!\d)반세기"
    r"|첫\s?(?:번째|째)|대여섯|대엿|갑절|곱절|반(?=[으을이도]|\s?이상|$)|한두|[한두세네석넉서너열스서마쉰예일여아다섯곱덟홉하둘셋넷][가-힣\s]|[하둘셋넷쉰열](?=$|\s)|처음(?=\s?(?:두|세|네|다섯|몇)\s?[가-힣])"
    r"|[영공일이삼사오육륙칠팔구십백천만억조경])"
)


def _figure(text: str, start: int) -> Found | None:
    letter = text[start]
    if letter < "가" and (settled := skip(text, start)):
        return dates.disguised(text, start) or settled
    if found := word(text, start):
        return found
    if found := dates.date(text, start):
        return found if found.start < found.end else None
    if letter in "$€£¥₩￦＄’'‘" or letter.isascii() and letter.isalpha():
        return None
    return numeral_figure(text, start)


def grammar() -> Grammar:
    """The Korean grammar."""
    return Grammar(_TRIGGER, _figure, relate, re.compile(r"[.!?。](?=[\s”\"’'가-힣]|$)|\n"))
