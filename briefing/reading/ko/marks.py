"""Digits without a unit in Korean text -> whether they mark an item of a list or belong to the name of an index.

The names are those of the stock exchanges, magazines and charts that publish them.
"""

from __future__ import annotations

import re

_INDICES = {
    "500": "S&P 포천 포춘 글로벌", "200": "빌보드 코스피", "100": "빌보드 나스닥 FTSE 닛케이 포브스 핫", "150": "코스닥", "225": "닛케이 니케이",
    "300": "CSI 코스닥", "1000": "러셀", "2000": "러셀 포브스", "50": "유로스톡스 스톡스 니프티 STOXX", "600": "유로스톡스 스톡스 STOXX", "30": "다우",
}  # fmt: skip
_NAMES = {
    number: re.compile(rf"(?:{'|'.join(map(re.escape, names.split()))})\s?(?:글로벌\s|핫\s)?$")
    for number, names in _INDICES.items()
}
_LINE_START = re.compile(r"(?:^|\n)[ \t]*$")
_BRACKETS = 40


def marks_item(text: str, start: int, end: int) -> bool:
    """1. and 2) before what they number; a number in brackets is none."""
    if end - start > 2 or text[end : end + 1] not in (".", ")") or not text[end + 1 : end + 2].isspace():
        return False
    head = text[max(0, start - _BRACKETS) : start]
    if text[end] == ".":
        return bool(_LINE_START.search(head)) and (start == 0 or "\n" in head)
    return (not head or head[-1].isspace()) and head.count("(") <= head.count(")")


def named(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a name: S&P 500, 빌보드 200."""
    name = _NAMES.get(text[start:end])
    return name is not None and name.search(text[max(0, start - 8) : start]) is not None
