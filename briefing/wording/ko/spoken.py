"""Words as written in, the Hangul syllable that stands last when they are read aloud out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from briefing.model import Problem, Refusal
from briefing.saying import tell

DIGITS = "영일이삼사오육칠팔구"
POWERS = {1: "십", 2: "백", 3: "천"}
MYRIADS = "만억조경해"
LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "이비시디이프지치이이이엘엠엔오피큐알스티유이유스이트",
        strict=True,
    )
)
"""The last syllable of each letter's name in Korean (에이 비 시 … 엑스 와이 제트)."""
UNITS = {
    "km": "터", "cm": "터", "mm": "터", "nm": "터", "m": "터", "kg": "램", "mg": "램", "g": "램", "t": "톤",
    "L": "터", "l": "터", "ml": "터", "mL": "터", "ha": "르", "kB": "트", "MB": "트", "GB": "트", "TB": "트",
    "PB": "트", "W": "트", "kW": "트", "MW": "트", "GW": "트", "TW": "트", "Wh": "시", "kWh": "시",
    "MWh": "시", "GWh": "시", "TWh": "시", "Hz": "츠", "kHz": "츠", "MHz": "츠", "GHz": "츠", "V": "트",
    "h": "간", "ppm": "엠", "USD": "러", "KRW": "원", "EUR": "로", "GBP": "드", "JPY": "엔", "CNY": "안",
}  # fmt: skip
"""The last syllable of a unit's name, used after a digit only (킬로미터, 킬로그램, 기가바이트, 달러 …)."""
SIGNS = {"%": "트", "‰": "밀", "$": "러", "€": "로", "£": "드", "¥": "엔", "₩": "원", "°": "도", "+": "스"}

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_TABLE_DATE = re.compile(r"\d{4}\. ?\d{1,2}\.(?P<day> ?\d{1,2}\.)?(?:~(?:\d{1,2}\. ?)*\d{1,2}\.)?\Z")
_MONEY = re.compile(r"([$€£¥₩])\s?-?[\d,]+(?:\.\d+)?\Z")
_FRACTION = re.compile(r"(\d+)[/\u2044]\d+\Z")
_NUMBER = re.compile(r"(\d[\d,]*)(\.\d+)?\Z")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f&.'’]*\Z")
_MEASURED = re.compile(r"\d\s?([A-Za-z]+)\Z")
_INITIALS = re.compile(r"[A-Z](?:[.&]?[A-Z]){0,4}\Z")
_OPENING = {")": "(", "]": "[", "}": "{"}


def last_syllable(words: str, readings: Mapping[str, str]) -> str:
    """The syllable that is heard last: 명 of 8,579명, 트 of 34%, 프 of NSF, 조 of 1,000,000,000,000.

    Looked through are markup, footnote marks, quotes, and asides in brackets: 인공지능(AI) ends in 능,
    《사이언스》 in 스. Words given in ``readings`` go before every rule. Empty where nothing is spoken.
    Raises Refusal (C003) for what has no known reading.
    """
    text = _LINK.sub(r"\1", unicodedata.normalize("NFKC", re.sub("[²³]", "", words)))
    text = _TAG.sub("", text)
    if date := _TABLE_DATE.search(text.rstrip("*_`\"'”’)]} ")):
        return "일" if date["day"] else "월"
    text = _trimmed(text)
    return _read(text, words, readings) if text else ""


def _trimmed(text: str) -> str:
    """The text up to the last character that is spoken."""
    while text and not _spoken(text[-1]):
        opening = _OPENING.get(text[-1])
        before = text[: _opened(text, opening)] if opening else text[:-1]
        # brackets around everything are no aside: (2, 3) is read
        text = before if any(map(_spoken, before)) else text[:-1]
    return text


def _spoken(character: str) -> bool:
    return character.isalnum() or character in SIGNS


def _opened(text: str, opening: str) -> int:
    """Where the bracket that closes the text was opened; its own place where it never was."""
    closing, depth = text[-1], 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == closing) - (text[at] == opening)
        if depth == 0:
            return at
    return len(text) - 1


def _read(text: str, words: str, readings: Mapping[str, str]) -> str:
    if given := _given(text, readings):
        return given
    if money := _MONEY.search(text):
        return SIGNS[money[1]]
    if fraction := _FRACTION.search(text):
        return number(fraction[1])
    if counted := _NUMBER.search(text):
        return DIGITS[int(counted[2][-1])] if counted[2] else number(counted[1])
    if text.endswith(("%p", "%P", "°C", "°F")):
        return "트" if text[-2] == "%" else "도"
    last = text[-1]
    if latin := _LATIN.search(text):
        return _latin(latin[0], text, words)
    if syllable := SIGNS.get(last) or _syllable(last):
        return syllable
    raise _unread(last, words)


def _given(text: str, readings: Mapping[str, str]) -> str:
    """The last syllable of the longest word with a given reading that the text ends in."""
    ends = [word for word in readings if word and text.endswith(word)]
    for word in sorted(ends, key=len, reverse=True):
        before = text[: -len(word)][-1:]
        if not (before.isascii() and before.isalnum() and word[0].isascii()):
            return readings[word].strip()[-1:]
    return ""


def number(digits: str) -> str:
    """The last syllable of a whole number, Sino-Korean: 1,609 구, 2020 십, 30000 만; 007 by its digit."""
    bare = digits.replace(",", "")
    significant = bare.rstrip("0")
    if not significant or bare[-1] != "0" or (bare[0] == "0" and len(bare) > 1):
        return DIGITS[int(bare[-1])]
    zeros = len(bare) - len(significant)
    if zeros < 4:
        return POWERS[zeros]
    return MYRIADS[min(zeros // 4, len(MYRIADS)) - 1]


def _latin(token: str, text: str, words: str) -> str:
    """Units by name after a digit, capitals letter by letter; everything else needs a reading.

    A final R is left open as well: it is read 아르 by the dictionaries and 알 by most people.
    """
    measured = _MEASURED.search(text)
    if measured and measured[1] in UNITS:
        return UNITS[measured[1]]
    if _INITIALS.match(token) and not (token.endswith("R") and "." not in token and len(token) > 1):
        return LETTERS[token[-1]]
    raise _unread(token, words)


def _syllable(character: str) -> str:
    """A Hangul syllable as it is; a consonant letter by its name, kana by the sound they end in."""
    if "가" <= character <= "힣":
        return character
    name = unicodedata.name(character, "")
    if name.startswith("HANGUL LETTER"):
        return "을" if character == "ㄹ" else "은" if "ㄱ" <= character <= "ㅎ" else "아"
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return "은" if character in "んン" else "아"
    return ""


def _unread(token: str, words: str) -> Refusal:
    said = f"'{token}'" if token == words else tell("'{token}' in '{words}'", token=token, words=words)
    hint = tell(
        'add "{token}" = "…" with its Korean reading under [reading] in locales/glossary.toml', token=token
    )
    return Refusal(
        Problem(
            "C003", tell("no Korean reading for {said}, so no particle can follow it", said=said), None, hint
        )
    )
