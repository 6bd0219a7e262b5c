"""A Korean numeral or figure and the sign before it -> the same with its sign: -3, 마이너스 3, 영하 18도, +8.6%, △3.2%."""

from __future__ import annotations

import re
from decimal import Decimal

from ..digits import negative
from ..found import Found
from .numerals import Numeral

_MINUS = re.compile(r"(?:마이너스|영하|음수)\s?$")
_MINUS_ENDS = frozenset(" 스하수")
_LOSS = "△▽▼"
_BULLET = re.compile(r"\s?(?:이상|이하|미만|초과|할인|규모|짜리|대|상당|지원|지급|을|를|의)")
_NEAR = 60


def sign(text: str, numeral: Numeral) -> None:
    """Takes a minus, or the word for one, into ``numeral``; a plus goes into its span alone."""
    start = numeral.start
    before = text[start - 1 : start]
    if numeral.script == "digits" and negative(text, start):
        width = 1
    elif before and before in _MINUS_ENDS and (word := _MINUS.search(text[max(0, start - 6) : start])):
        width = len(word[0])
    elif numeral.script == "sino" and text[max(0, start - 2) : start] in ("- ", "-"):
        width = len(text[max(0, start - 2) : start])
    else:
        if (
            before
            and before in "+＋±"
            and (start == 1 or not (text[start - 2].isalnum() or text[start - 2] == "+"))
        ):
            numeral.start -= 1
        return
    if isinstance(numeral.value, Decimal):
        numeral.value, numeral.start = -numeral.value, start - width


def loss(text: str, found: Found) -> None:
    """△3.2% is a fall, as Korean accounts print it; where ▽ stands near, △ is a rise and ▽ the fall."""
    mark = text[found.start - 1 : found.start]
    if not mark or mark not in _LOSS or not isinstance(found.value, Decimal):
        return
    if mark == "△" and (
        text.find("▽", max(0, found.start - _NEAR), found.end + _NEAR) >= 0 or _BULLET.match(text, found.end)
    ):
        return
    found.value, found.start = -found.value, found.start - 1
