"""Passages with planted and with right arithmetic: what is caught, and that nothing right is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.audit import Finding, audit, document
from briefing.model import Source

HERE = Path(__file__).parent


def findings(text: str, language: str, published: str = "2024-05-01") -> list[Finding]:
    source = Source("t", text, text, tuple(range(len(text) + 1)), "", ((0, len(text)),))
    found = audit([document(source, language=language, published=published)])
    return [finding for finding in found if finding.severity != "note"]


def lines(kind: str) -> list[tuple[str, str]]:
    return [
        (language, line)
        for language in ("ko", "en")
        for line in (HERE / f"{kind}.{language}.txt").read_text("utf-8").splitlines()
    ]


@pytest.mark.parametrize("language, line", lines("wrong"))
def test_what_is_wrong_is_found_under_its_code(language: str, line: str) -> None:
    code, text = line.split("|", 1)
    assert [finding.code for finding in findings(text, language)] == [code]


@pytest.mark.parametrize("language, text", lines("right"))
def test_what_is_right_is_not_doubted(language: str, text: str) -> None:
    assert findings(text, language) == []


def test_there_are_enough_of_each() -> None:
    for language in ("ko", "en"):
        for kind in ("wrong", "right"):
            assert sum(each == language for each, _ in lines(kind)) >= 40


@pytest.mark.parametrize("path", sorted((HERE.parent / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_articles_whose_arithmetic_holds_raise_nothing(path: Path) -> None:
    import re

    head, text = path.read_text("utf-8").split("\n", 1)
    language, published = re.search(r"language=(\w+) published=(\S+)", head).groups()  # type: ignore[union-attr]
    plain = re.sub(r"\[\[(.*?)\|[^\]]*\]\]", r"\1", text)
    assert findings(plain, language, published) == []
