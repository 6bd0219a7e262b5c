"""The words beside an English date -> whether they tell of it as past or look ahead to it."""

from __future__ import annotations

import re

_BESIDE = 48
_NEXT_CLAUSE = re.compile(r";|\.\s|\s(?:and|but|which|who|before|after)\s")
_DAY_AHEAD = re.compile(
    r"\b(?:will|shall|expects?|predicts?|hopes?|due|scheduled|expected|plans?|planned|set (?:to|for)|to be|is to|are to|starting|forecast"
    r"|opens|begins|meets|closes|starts|ends|expires|runs|is out|would|could|may|might|coming|tomorrow)\b"
    r"|\b(?:by|until|ahead of)\s(?:early\s|late\s)?$",
    re.IGNORECASE,
)
"""Words before a weekday that put it ahead: will meet on Monday, by Friday, from Tuesday."""
_DAY_FROM = re.compile(r"\b(?:from|before)\s(?:early\s|late\s)?$", re.IGNORECASE)
"""Ahead, too, but where something fell or rose from a day."""
_FIXTURE = re.compile(
    r"\b(?:face|host|travel|visit|play|meet|welcome|entertain|take on|head|return|kick off|resume|reopen|launch|open|start|vote|go|"
    r"faces|hosts|travels|visits|plays|takes on|heads|returns|kicks off|resumes|reopens|launches|votes|goes|arrives|"
    r"takes (?:place|effect|office)|comes into (?:force|effect)|(?:meeting|match|game|deadline|vote|hearing|election|final|"
    r"launch|decision|funeral|debate|trial|ceremony|draw|race|summit) (?:is|are))\s(?:(?:[A-Z][\w'’]{0,20}|to|the|at|away|"
    r"home|for|in|on|late|early|back|ahead|again|[a-z]{3,12})\s){0,5}$"
)
"""Verbs in the present with which news announces what comes: face Villa on Sunday; the meeting is Thursday."""
_PAST_OF_DAY = re.compile(
    r"['’]s\s(?:[\w-]{1,14}\s){0,2}(?:defeat|win|victory|loss|draw|attack|crash|ruling|announcement|statement|clos(?:e|ing)|quake|"
    r"earthquake|storm|explosion|blast|fire|shooting|raid|arrests?|sell-off|rally|drop|fall|rise|gains?|losses|report|data|figures)\b"
)
"""Saturday's defeat is past whatever is still to come of it."""
_DAY_LATER = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|set (?:to|for)|to be|is to|are to|could|may|might)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:[Ww]ill|shall|would|could|might|may|can|due|scheduled|[Ee]xpect\w*|plan\w*|set to|to be"
    r"|(?:is|are|was|were) to|[Bb]y|starting|starts?|opens?|begins?|meets?|ends?|expires?|closes?|[Cc]oming|upcoming"
    r"|aims?|[Ff]orecasts?|[Oo]utlook|guidance|hopes?|target\w*|predict\w*|project(?:s|ed|ions?)|takes? effect"
    r"|ahead of|from now|set for|[Nn]ext|chances? of|probability|likelihood|odds|bets?|pric(?:ed|ing) in|upcoming)\b|['’]ll\b|\b(?:until|till)\s(?:early\s|late\s|mid[\s-])?$"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|been|[a-z]{3,20}[^e]ed|fell|rose|grew|lost|won|took|came|went|sold|made|began|became|met"
    r"|left|hit|cut|sank|spent|built|held|gave|got|saw|struck|shot|sent|ran|paid|led|told|broke|swung|shrank|wrote"
    r"|died|seen)\b|\b(?:[Ss]ince|months to|year to|quarter to|weeks to)\s(?:the\s)?$"
)
_JUST_TOLD = re.compile(
    r"\b(?<!be )(?!due\b|scheduled|expected|planned|forecast)(?:[a-z]{2,20}[^e]ed|said|told [a-z]{2,12}|fell|rose|began|met"
    r"|won|lost|came|went|left|died|took place|held)\s(?:late\s|early\s)?(?:(?:on|in)\s(?:late\s|early\s)?)?$"
)
"""Said on Monday that it will: what follows looks ahead, the day does not."""
_COMPARED = re.compile(
    r"\b(?:up|down|against|than|versus|(?:compared|compares) (?:with|to))\b[^.;,]{0,24}(?:\.\d[^.;,]{0,16})?\s(?:in|during)\s$"
)
"""What a month is compared with has passed: up from 25% in October."""
_DUE = re.compile(
    r"\b(?:[Ww]ill|shall|due|scheduled|set (?:to|for)|(?:is|are) to|to be|[Bb]y|starting|starts|opens|begins|meets"
    r"|ends|expires|closes|[Uu]ntil|upcoming|takes? (?:effect|office)|in force|forecast|expected)\s(?:(?:[^.;]|\.\d){0,32}\s)?$"
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
    if after[:1] in "'’" and _PAST_OF_DAY.match(after):
        return True
    beside = text[max(0, start - _BESIDE) : start].strip() or text[end : end + _BESIDE].strip(" .")
    if _DAY_FROM.search(before) and _TOLD.search(before) is None:
        return False
    if _FIXTURE.search(before) and _TOLD.search(before) is None:
        return False
    return bool(beside) and not (_DAY_AHEAD.search(before) or _DAY_LATER.search(after))


def told(text: str, start: int, end: int) -> bool:
    """Whether a month or season without its year is told of: a word of the past beside it, none of the future."""
    before, after = _clause(text, start, end)
    if _JUST_TOLD.search(before) or _COMPARED.search(before):
        return True
    if _TOLD.search(before) is None and _TOLD.search(after) is None:
        return False
    return not ahead(text, start, end)


def just_told(text: str, start: int) -> bool:
    """Whether the verb right before a date tells of it: arrested on 20 December."""
    return _JUST_TOLD.search(_clause(text, start, start)[0]) is not None


def ahead(text: str, start: int, end: int) -> bool:
    """Whether a word in the clause looks ahead."""
    before, after = _clause(text, start, end)
    return bool(_AHEAD.search(before) or _AHEAD.search(after))


def due(text: str, start: int) -> bool:
    """Whether the words before a month or day announce it: will open on 4 January, is due in March."""
    before = _clause(text, start, start)[0]
    return _DUE.search(before) is not None and _JUST_TOLD.search(before) is None
