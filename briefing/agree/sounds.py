"""Korean and English names -> those that sound alike: 포스코 and POSCO, 창원 and Changwon, 마이크로소프트 and Microsoft.

Compared by their consonants, as the rules for writing foreign words in Hangul and Korean names in Latin letters
(외래어 표기법, 국어의 로마자 표기법) keep them apart: voiced and unvoiced, l and r, f and p are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_INITIALS = ["k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", ""]
_FINALS = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "m",
    "p",
    "p",
    "s",
    "s",
    "n",
    "c",
    "c",
    "k",
    "t",
    "p",
    "",
]
_LATIN = (
    (re.compile("sch|sh"), "s"), (re.compile("tch|ch|j|dg|z|tz"), "c"), (re.compile("ph|f|v|b|p"), "p"), (re.compile("th"), "s"),
    (re.compile("ck|q|x|k"), "k"), (re.compile("c(?=[eiy])"), "s"), (re.compile("c(?!$)|c$"), "k"), (re.compile("g"), "k"),
    (re.compile("d|t"), "t"), (re.compile("l|r"), "l"), (re.compile("[aeiouywh]"), ""),
)  # fmt: skip
_SILENT_R = re.compile("r(?![aeiouy])")
_WORD = re.compile(r"[A-Z][A-Za-z]{3,}")
_HANGUL = re.compile("[가-힣]{2,9}")
_TWICE = re.compile(r"(.)(?=\1)")
_LEAST = 3
"""So many consonants make a name: fewer are found in common words."""


def alike_names(korean: str, english: str) -> Iterator[tuple[int, int]]:
    """Where in the Korean and where in the English text a name stands that occurs once in each."""
    found: dict[str, list[int]] = defaultdict(list)
    for hit in _WORD.finditer(english):
        for bones in {_of_latin(hit[0]), _of_latin(_SILENT_R.sub("", hit[0].lower()))}:
            if len(bones) >= _LEAST:
                found[bones].append(hit.start())
    if not found:
        return
    places: dict[str, set[int]] = defaultdict(set)
    for hit in _HANGUL.finditer(korean):
        for length in range(2, len(hit[0]) + 1):
            bones = _of_hangul(hit[0][:length])
            if bones in found:
                places[bones].add(hit.start())
    for bones, heres in places.items():
        theres = set(found[bones])
        if len(heres) == len(theres) == 1:
            yield min(heres), min(theres)


def _of_hangul(word: str) -> str:
    bones = ""
    for letter in word:
        at = ord(letter) - 0xAC00
        bones += _INITIALS[at // 588] + _FINALS[at % 28]
    return _TWICE.sub("", bones)


def _of_latin(word: str) -> str:
    word = word.lower()
    if "ng" in word:
        word = re.sub("ng(?![aeiou])", "n", word)
    for pattern, bone in _LATIN:
        word = pattern.sub(bone.upper(), word)
    return _TWICE.sub("", word.lower())
