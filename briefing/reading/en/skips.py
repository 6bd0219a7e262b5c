"""A place in English text -> the end of what stands there and is no figure: addresses, codes, clock times."""

from __future__ import annotations

import re

from ..found import Found

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}", re.IGNORECASE)
_SETTLED = re.compile(
    r"0\d{2,4}(?:[\s-]\d{3,4}){1,2}\b|\+\d{1,3}(?:[\s-]\(?\d{1,5}\)?){2,5}\b|\d-\d-\d(?:-\d)?\b(?![-/\d])|"
    r"\d{3}[-.]\d{4}\b|\d{3}\)\s\d{3}-\d{4}\b|"
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\b|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|"
    r"\d{1,2}\so['’]?clock\b"
    r"|\d{1,3}(?:\.\d{1,3}){3}\b|\+?\d{1,3}-\d{3}-\d{3,4}(?:-\d{4})?\b|\d+(?:\.\d+){2,}",
    re.IGNORECASE,
)
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|1[0-2]|[1-9])(?![\d:.,%]?\d|%)\b"
_CLOCK = re.compile(rf"(?:half[\s-]past|half\s(?=\d)|(?:a\s)?quarter\s(?:past|to))\s{_HOUR}", re.IGNORECASE)
_CLOCK_HEADS = frozenset("hHaAqQ")
_CALLED = re.compile(
    r"\b(?:call(?:ed|ing)?|dial(?:l?ed|l?ing)?|phoned?|rang|ring|text|tel|telephone|fax|helpline|hotline|samaritans)(?:\son|\snumber)?[:.]?\s(?:\+|\()?$",
    re.IGNORECASE,
)
_DIALLED = re.compile(
    r"\d{3,5}(?:[\s-]\d{3,4}){0,5}(?=[.,;)!]?(?:\s(?:or|if|for|in|and|to|on|at|from|immediately|now)\b|\s[A-Z]|\s?$))(?!,\d)"
)
_ABROAD = re.compile(r"\d{1,3}(?:[\s-]\(?\d{1,5}\)?){2,5}\b")
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}\b(?![-/.,]\d)")
_PLAYED = re.compile(
    r"\b(?:won|win|wins|lost|lose|loses|beat|beaten|beating|drew|drawn|draw|defeat|defeated|victory|led|leading|trailed|"
    r"trailing|ahead|behind|down|up|score|scoreline|sets?|aggregate|tied|triumphed|thrashed|thrashing|loss|passed|voted|"
    r"ruled|ruling|vote|improved to)\s(?:(?:the\s[a-z]+|[A-Z][\w'’]+(?:\s[A-Z][\w'’]+)?|it|them|by|of|a|was|were|is|at|on|home)\s){0,2}$"
)
_INDEX = re.compile(
    r"\b(?:S&P|FTSE|CAC|Nikkei|Nasdaq|Stoxx|STOXX|KOSPI|Kospi|KOSDAQ|Fortune|Russell|CSI|TOPIX|Topix|Ibex|IBEX|ASX|OMX|MIB|Nifty)\s$"
)
_INDEX_ENDS = frozenset("PECiqxXIQelByt")
_SIZES = re.compile(r"(?:[345]0|100|150|200|225|250|300|350|500|600|1,?000|2,?000|3,?000)\b(?![.,]?\d|\s?%)")
"""Members of an index of shares, which are part of its name: S&P 500, Nikkei 225."""
_SETS = re.compile(r"(?:\s\(\d{1,2}[-–]\d{1,2}\))?,?\s(?:and\s)?\d[-–]\d\b(?![-/.,]\d)")
_SETS_BEFORE = re.compile(r"\d[-–]\d\)?,?\s(?:and\s)?$")
_GAME = re.compile(
    r"\s(?:win|wins|defeat|loss|victory|draw|lead|thrashing|scoreline|aggregate|decision|ruling|majority|triumph|at\shalf|"
    r"vote|record|hammering|series|home|away)\b"
)


def skip(text: str, start: int) -> Found | None:
    """A settled piece (kind None) that begins at ``start``, or None."""
    letter = text[start]
    digit = letter.isdigit()
    hit = (_SETTLED if digit else _ADDRESS).match(text, start)
    if hit is None and letter in _CLOCK_HEADS:
        hit = _CLOCK.match(text, start)
    if hit is None and digit:
        hit = (
            text[start - 1 : start] == "+"
            and _ABROAD.match(text, start)
            or _index(text, start)
            or _dialled(text, start)
            or _score(text, start)
        )
    return Found(start, hit.end(), None) if hit else None


def _index(text: str, start: int) -> re.Match[str] | None:
    """The number in the name of an index of shares."""
    if text[start - 1 : start] != " " or text[start - 2 : start - 1] not in _INDEX_ENDS:
        return None
    size = _SIZES.match(text, start)
    return size if size and _INDEX.search(text[max(0, start - 10) : start]) else None


def _dialled(text: str, start: int) -> re.Match[str] | None:
    """A short number to be called: call 111, Samaritans on 116 123."""
    hit = _DIALLED.match(text, start)
    return hit if hit and _CALLED.search(text[max(0, start - 22) : start]) else None


def _score(text: str, start: int) -> re.Match[str] | None:
    """The score of a game or the count of a vote of judges: lost 1-3, a 5-4 ruling."""
    hit = _SCORE.match(text, start)
    if hit is None:
        return None
    if _SETS.match(text, hit.end()) or _SETS_BEFORE.search(text[max(0, start - 9) : start]):
        return hit
    return hit if _GAME.match(text, hit.end()) or _PLAYED.search(text[max(0, start - 40) : start]) else None
