"""The words beside an English date -> whether they tell of it as past or look ahead to it."""

from __future__ import annotations

import re

_BESIDE = 48
_NEXT_CLAUSE = re.compile(r";|\.\s|\s(?:and|but|which|who|before|after)\s")
_DAY_AHEAD = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|plans?|planned|set (?:to|for)|to be|is to|are to|starting|forecast"
    r"|opens|begins|meets|closes|starts|ends|expires|runs|is out|would|could|may|might|coming|tomorrow)\b"
    r"|\b(?:by|until|ahead of)\s(?:early\s|late\s)?$",
    re.IGNORECASE,
)
"""Words before a weekday that put it ahead: will meet on Monday, by Friday, from Tuesday."""
_DAY_FROM = re.compile(r"\b(?:from|before)\s(?:early\s|late\s)?$", re.IGNORECASE)
"""Ahead, too, but where something fell or rose from a day."""
_DAY_LATER = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|set (?:to|for)|to be|is to|are to|could|may|might)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:[Ww]ill|shall|would|could|might|may|can|due|scheduled|[Ee]xpect\w*|plan\w*|set to|to be"
    r"|(?:is|are|was|were) to|[Bb]y|starting|starts?|opens?|begins?|meets?|ends?|expires?|closes?|[Cc]oming|upcoming"
    r"|aims?|[Ff]orecasts?|[Oo]utlook|guidance|hopes?|target\w*|predict\w*|project(?:s|ed|ions?)|takes? effect"
    r"|ahead of|from now|set for|[Nn]ext)\b|['’]ll\b|\b(?:until|till)\s(?:early\s|late\s|mid[\s-])?$"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|been|[a-z]{3,20}[^e]ed|fell|rose|grew|lost|won|took|came|went|sold|made|began|became|met"
    r"|left|hit|cut|sank|spent|built|held|gave|got|saw|struck|shot|sent|ran|paid|led|told|broke|swung|shrank|wrote"
    r"|died|seen)\b|\b(?:[Ss]ince|months to|year to|quarter to|weeks to)\s(?:the\s)?$"
)
_JUST_TOLD = re.compile(
    r"\b(?<!be )(?!due\b|scheduled|expected|planned|forecast)(?:[a-z]{2,20}[^e]ed|said|told [a-z]{2,12}|fell|rose|began|met"
    r"|won|lost|came|went|left|died|took place|held)\s(?:late\s|early\s)?(?:on|in)\s(?:late\s|early\s)?$"
)
"""Said on Monday that it will: what follows looks ahead, the day does not."""
_DUE = re.compile(
    r"\b(?:[Ww]ill|shall|due|scheduled|set (?:to|for)|(?:is|are) to|to be|[Bb]y|starting|starts|opens|begins|meets"
    r"|ends|expires|closes|[Uu]ntil|upcoming|takes? (?:effect|office)|in force|forecast|expected)\s(?:[^.;]{0,32}\s)?$"
)
"""Before a month or day that is announced."""


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return before.rpartition(". ")[2], _NEXT_CLAUSE.split(after, maxsplit=1)[0]


def weekday_told(text: str, start: int, end: int) -> bool:
    """News tells of a weekday that is past unless a word beside it looks ahead; alone it is the next one."""
    before, after = _clause(text, start, end)
    if _JUST_TOLD.search(before):
        return True
    beside = text[max(0, start - _BESIDE) : start].strip() or text[end : end + _BESIDE].strip(" .")
    if _DAY_FROM.search(before) and _TOLD.search(before) is None:
        return False
    return bool(beside) and not (_DAY_AHEAD.search(before) or _DAY_LATER.search(after))


def told(text: str, start: int, end: int) -> bool:
    """Whether a month or season without its year is told of: a word of the past beside it, none of the future."""
    before, after = _clause(text, start, end)
    if _JUST_TOLD.search(before):
        return True
    if _TOLD.search(before) is None and _TOLD.search(after) is None:
        return False
    return not ahead(text, start, end)


def ahead(text: str, start: int, end: int) -> bool:
    """Whether a word in the clause looks ahead."""
    before, after = _clause(text, start, end)
    return bool(_AHEAD.search(before) or _AHEAD.search(after))


def due(text: str, start: int) -> bool:
    """Whether the words before a month or day announce it: will open on 4 January, is due in March."""
    before = _clause(text, start, start)[0]
    return _DUE.search(before) is not None and _JUST_TOLD.search(before) is None
