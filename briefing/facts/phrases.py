"""Text with a bracket -> Phrase; the keys that date a fact -> the phrase of its date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.facts.seeds import Phrase
from briefing.model import Place, Problem
from briefing.saying import tell
from briefing.tomlplace import Document


def parse_phrase(text: str, where: Place, *, holes: int) -> tuple[Phrase, list[Problem]]:
    """``text`` with at most ``holes`` bracketed parts -> Phrase; F001 where the brackets are not as they must be."""
    start, end = text.find("["), text.find("]")
    if start < 0 and end < 0 and holes == 0:
        return Phrase(text, None), []
    if start < 0 or end < start + 2 or text.count("[") != 1 or text.count("]") != 1 or holes == 0:
        wanted = tell("one [bracket] around the figure") if holes else tell("no bracket")
        return Phrase(text, None), [
            Problem(
                "F001",
                tell("'{text}' must have {wanted}", text=text, wanted=wanted),
                where,
                tell("see the other quotes"),
            )
        ]
    return Phrase(text[:start] + text[start + 1 : end] + text[end + 1 :], (start, end - 1)), []


def dated(
    table: Mapping[str, Any], document: Document, keys: tuple[str, ...]
) -> tuple[Phrase | None, list[Problem]]:
    """The phrase of ``when``, where it is given; F002 where a period is typed without a reason, or beside it."""
    when, problems = None, list[Problem]()
    if "when" in table:
        when, problems = parse_phrase(table["when"], document.place(*keys, "when"), holes=1)
    if "period" in table and ("because" not in table or "when" in table):
        wanted = (
            tell("period and when exclude each other")
            if "when" in table
            else tell("the period of '{keys}' is typed without a reason", keys=keys[-1])
        )
        hint = tell('add because = "…" or use when')
        problems.append(Problem("F002", wanted, document.place(*keys, "period"), hint))
    return when, problems
