"""The address of a page and words on it -> the address that opens the page at these words."""

from __future__ import annotations

from urllib.parse import quote


def text_fragment(address: str, words: str) -> str:
    """``address`` with a text directive that scrolls to ``words`` and marks them.

    Commas, hyphens and ampersands part a directive, so they are encoded too
    (https://wicg.github.io/scroll-to-text-fragment/#syntax). Browsers match whole words only: ``words`` that begin
    or end within one open the page at its head.
    """
    encoded = quote(words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={encoded}"
