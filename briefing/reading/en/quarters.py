"""English parts of a year at a place in the text -> Found: Q2 2024, the second half, last spring."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import Day, Found
from .calendar import LEANS, NUMBERED, SEASONS, YEAR
from .tense import ahead, told

_I = re.IGNORECASE
_OF_YEAR = (
    r"(?:\s(?:of\s|in\s)?(?:(?:the\s)?(?:fiscal|financial)(?:\syear)?\s|FY\s?)?"
    rf"(?:(?P<year>{YEAR})(?:\s(?:fiscal|financial)\syear)?|(?P<which>this|last|next)\s(?:(?:fiscal|financial)\s)?year)\b(?!['’])"
    r"|\sof\sthe\s(?P<the>(?:fiscal\s|financial\s|calendar\s)?year)\b)"
)
_WORDED = re.compile(
    r"(?:the\s)?(?:fiscal\s)?(?P<rank>first|second|third|fourth|final|last|latter|1st|2nd|3rd|4th)[\s-](?:fiscal\s)?"
    rf"(?P<what>quarter|qtr|half)\b(?!['’]s?\s?final|-f){_OF_YEAR}?",
    _I,
)
_CODED = re.compile(
    rf"(?:(?P<what>[QH])(?P<rank>[1-4])|(?P<rank2>[1-4])(?P<what2>[QH]))"
    rf"(?:[\s-]?(?:of\s|in\s|FY\s?)?(?P<year>{YEAR})\b|\s(?:of\s)?(?P<which>this|last|next)\syear\b|\s?(?:FY\s?|['’])(?P<short>\d\d)\b|(?P<glued>\d\d)\b)?(?![\w])",
    _I,
)
_YEAR_FIRST = re.compile(rf"(?:(?P<year>{YEAR})[\s-]?|(?P<short>\d\d))(?P<what>[QH])(?P<rank>[1-4])\b", _I)
_SEASON = re.compile(
    rf"(?:the\s)?(?:(?P<lead>this|last|next|past|coming)\s)?(?P<season>{'|'.join(SEASONS)})\b(?![-'’](?!s\b))"
    rf"(?:\s(?P<of>of\s)?(?:(?P<year>{YEAR})(?:[-–/]\d\d)?\b|(?P<which>this|last|next)\syear\b))?",
    _I,
)
_IN_DIGITS = re.compile(r"\d{1,4}[\s-]?[qhsnrt]", _I)
_HEADS = frozenset("qhtfslnpcawQHTFSLNPCAW")
"""What any of these begins with; nearly every place is settled by this one look."""
_FALL_OF = re.compile(r"\s(?:in|of|to|by|from)\b", _I)
_OTHER_WHOLE = re.compile(r"\sof\b|-final|['’]s?-?final", _I)
_BUSINESS = re.compile(
    r"\b(?:quarters?|years?|fiscal|annual|revenues?|sales|profits?|earnings|results|income|growth|grew|output|econom\w+|GDP"
    r"|demand|shipments|forecasts?|inflation|exports?|imports?|orders|deficit|surplus|budget|prices|rates?|market|inflows"
    r"|outflows|recover\w*|production|spending|dividends?|investments?|construction|deliver\w+|launch\w*|H[12]|Q[1-4]"
    r"|losses|supply|borrowing|hiring|costs|margins?)\b",
    _I,
)
_SPORT = re.compile(
    r"\b(?:match|goals?|scor\w+|minutes?|game|penalt\w+|team|coach|striker|keeper|touchdowns?|kick\w*|header|equalis\w+"
    r"|equaliz\w+|halves|half-time|halftime|possession|rebounds?|baskets?|points? guard|quarterback|yards?|tr(?:y|ies)|tackle\w*"
    r"|substitut\w+|league|cup|fans|players?|pitch|led by|trail\w*|tied|comeback)\b",
    _I,
)
_YEAR_AHEAD = re.compile(
    rf"\s?(?:to|and|or|through|until|[-–])\s?(?:the\s)?(?:(?:first|second|third|fourth)\s(?:quarter|half)|{'|'.join(SEASONS)})"
    rf"\s(?:of\s)?({YEAR})\b",
    _I,
)
"""The year that a part of it shares with the next: spring to autumn 2023, the first to the second half of 2023."""
_BEFORE, _AFTER, _SENTENCE = 110, 70, re.compile(r"(?<![A-Z])[.!?]\s|\n")
_YEAR_SAID = re.compile(
    rf"\b(?:(?:quarter|half)\s(?:of\s)?|[QH][1-4]\s)(?:({YEAR})|(this|last|next)\syear)\b", _I
)


def quarter(text: str, start: int) -> Found | None:
    """The quarter, half or season that begins at ``start``."""
    letter = text[start : start + 1]
    if letter.isdigit():
        if _IN_DIGITS.match(text, start) is None:
            return None
    elif letter not in _HEADS:
        return None
    if coded := _CODED.match(text, start) or _YEAR_FIRST.match(text, start):
        return _coded(text, coded)
    if worded := _WORDED.match(text, start):
        return _worded(text, worded)
    season = _SEASON.match(text, start)
    return _season(text, season) if season else None


def _coded(text: str, said: re.Match[str]) -> Found | None:
    """Q2, Q3 2024, 2023-Q1, 1Q24, H1 2024; a half is one only with its year."""
    names = said.groupdict()
    what, rank = said["what"] or names["what2"], int(said["rank"] or names["rank2"])
    short = names.get("short") or names.get("glued")
    year = int(said["year"] or (f"20{short}" if short else 0)) or None
    half = what.upper() == "H"
    if (
        half
        and (rank > 2 or year is None and _about_years(text, said) is False)
        or not what.isupper()
        and not year
    ):
        return None
    day = Day(year, period=f"{what.upper()}{rank}")
    if which := names.get("which"):
        day = replace(day, shift=("Y", LEANS[which.lower()]))
    elif year is None:
        day = replace(day, told=not ahead(text, said.start(), said.end()))
    return Found(said.start(), said.end(), "date", day=day)


def _worded(text: str, said: re.Match[str]) -> Found | None:
    half, name = said["what"].lower() == "half", said["rank"].lower()
    rank = 2 if half and name in ("last", "latter", "final") else NUMBERED[name]
    dated = said["year"] or said["which"]
    if half and rank > 2 or name in ("last", "final", "latter") and not (dated or said["the"]):
        return None
    day = Day(period=f"{'H' if half else 'Q'}{rank}")
    if said["year"]:
        return Found(said.start(), said.end(), "date", day=replace(day, year=int(said["year"])))
    if said["which"]:
        return Found(
            said.start(), said.end(), "date", day=replace(day, shift=("Y", LEANS[said["which"].lower()]))
        )
    start, end = said.span()
    if shared := _YEAR_AHEAD.match(text, end):
        return Found(start, end, "date", day=replace(day, year=int(shared[1])))
    if not said["the"]:
        about = _about_years(text, said)
        if _OTHER_WHOLE.match(text, said.end()) or about is False or half and not about:
            return None
    past = told(text, start, end) if half else not ahead(text, start, end)
    day = _year_of_neighbour(text, start, day) or replace(day, told=past)
    return Found(start, end, "date", day=day)


def _about_years(text: str, said: re.Match[str]) -> bool | None:
    """Whether the words around are of business, so that a half is one of a year; False of a match, None neither."""
    around = (
        text[max(0, said.start() - _BEFORE) : said.start()] + " " + text[said.end() : said.end() + _AFTER]
    )
    if _SPORT.search(around):
        return False
    return True if _BUSINESS.search(around) else None


def _year_of_neighbour(text: str, start: int, day: Day) -> Day | None:
    """The year of a quarter or half said before in the sentence: the first quarter of next year and the second half."""
    head = text[max(0, start - _BEFORE) : start]
    *_, said = [None, *_YEAR_SAID.finditer(head)]
    if (
        said is None
        or _SENTENCE.search(head, said.end())
        or re.search(r"\b(?:from|than)\b", head[: said.start()])
    ):
        return None
    if said[1]:
        return replace(day, year=int(said[1]))
    return replace(day, shift=("Y", LEANS[said[2].lower()]))


def _season(text: str, said: re.Match[str]) -> Found | None:
    """A season with its year or with this, last, next; a fall of 300 points is none."""
    lead, name, which = said["lead"], said["season"].lower(), said["which"]
    shared = None if lead or said["year"] or which else _YEAR_AHEAD.match(text, said.end())
    if not (lead or said["year"] or which or shared) or lead and said["year"]:
        return None
    if name == "fall" and (
        lead
        and _FALL_OF.match(text, said.end())
        or said["of"]
        and not re.search(r"\bthe\s$", text[max(0, said.start() - 5) : said.start() + 4], _I)
    ):
        return None
    year = said["year"] or (shared[1] if shared else None)
    day = Day(int(year) if year else None, period=SEASONS[name])
    if which:
        day = replace(day, shift=("Y", LEANS[which.lower()]))
    elif lead:
        day = replace(day, lean=LEANS[lead.lower()])
    return Found(said.start(), said.end(), "date", day=day)
