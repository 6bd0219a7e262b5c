"""Words -> the pattern of any of them, which tells them apart letter by letter instead of trying one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_Tree = dict[str, "_Tree"]


def trie(words: Iterable[str], exact: bool = False) -> str:
    """A pattern for the longest of ``words`` with which the rest of a pattern matches.

    It takes them in any case, and any white space for a blank, unless ``exact``.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree, exact)


def _branches(tree: _Tree, exact: bool) -> str:
    ways = [_letter(each, exact) + _branches(below, exact) for each, below in sorted(tree.items()) if each]
    if not ways:
        return ""
    way = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return f"{way}?" if "" in tree else way


@cache
def _letter(letter: str, exact: bool) -> str:
    if exact:
        return re.escape(letter)
    if letter == " ":
        return r"\s"
    return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)
