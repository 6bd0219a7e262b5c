"""A file of the scaffold in; the same with its values, for the languages of the brief and the language of its guide, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_VALUE = re.compile(r"@([a-z_]+)@")
_GUIDE = re.compile(r"([a-z]{2,3})> ?(.*)", re.DOTALL)
"""``ko> # 제목``: a line for those whose guide is Korean."""
_OF_LANGUAGE = re.compile(r"([a-z]{2,3}) = \{ full = ")
"""A name of the glossary in one language."""
_WORDS = re.compile(r'\{ (?:[a-z]{2,3} = "[^"]*"(?:, )?)+ \}')
_WORD = re.compile(r'([a-z]{2,3}) = "[^"]*"')


def fill(text: str, values: Mapping[str, str], languages: Collection[str], guide: str) -> str:
    """``@name@`` becomes its value, once; what is said in other languages than ``languages`` is left out."""
    lines = []
    for line in text.splitlines(keepends=True):
        if found := _GUIDE.match(line):
            if found[1] != guide:
                continue
            line = found[2]
        elif (found := _OF_LANGUAGE.match(line)) and found[1] not in languages:
            continue
        lines.append(_WORDS.sub(lambda table: _chosen(table[0], languages), line))
    return _VALUE.sub(lambda name: values[name[1]], "".join(lines)).rstrip("\n") + "\n"


def _chosen(table: str, languages: Collection[str]) -> str:
    said = (word[0] for word in _WORD.finditer(table) if word[1] in languages)
    return "{ " + ", ".join(said) + " }"
