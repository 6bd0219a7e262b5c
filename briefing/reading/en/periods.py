"""English years and parts of years at a place in the text -> Found: 2025–27, Q2 2024, the 1990s."""

from __future__ import annotations

import re

from ..found import Day, Found
from .calendar import YEAR
from .cardinals import ORDINALS
from .nouns import PLURALS
from .qualifiers import qualify
from .quarters import quarter
from .units import unit

_I = re.IGNORECASE
_TIES = {"twent": 2, "thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9}
_SPAN = re.compile(
    (
        rf"(?:FY\s?)?(?P<first>{YEAR})(?:\s?[-–—]\s?(?P<last>{YEAR}|\d\d)|/(?P<next>\d\d)|"
        rf"\s(?P<link>to|and|until|through)\s(?P<last2>{YEAR}))\b(?![-–/.,]\d|\s?%)"
    ),
    _I,
)
_ALONE = re.compile(
    (
        rf"(?:(?:fiscal|financial)\s(?:year\s)?|FY\s?)?({YEAR})\b(?![,.]\d|\s?%|\s?(?:people|dollars|"
        rf"euros|pounds|won|km|kg|miles|workers|percent|per cent|GPUs|jobs|-)\b)(?!-\w)"
        r"(?:\s(?:fiscal|financial)\syear\b(?!['’]))?"
    ),
    _I,
)
_SHORT_FISCAL = re.compile(r"FY\s?['’]?(\d\d)\b(?![-–/.,]?\d|\s?%)")
_FAR_YEAR = re.compile(
    r"(?:1[0-4]|2[1-3])\d\d(?=\s*(?:$|[.,;:)](?!\d))|\s(?:and|but|the|to|by|when|as|after|with|under|than|he|she|it|they|was|is|were|in|or|for|if)\b)"
)
"""Years far from ours, which only words of time tell from other numbers: by 2100, in 1066."""
_BETWEEN = re.compile(r"\bbetween\s$", _I)
_OF_TIME = re.compile(
    r"\b(?:in|since|by|until|from|before|after|during|year|late|early|mid|between|through|[a-z]+['’]s)[\s-]$",
    _I,
)
_NEAR_YEARS = range(1950, 2041)
_DECADE = re.compile(
    (
        r"(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:(?P<tens>\d{3})0['’]?s\b|['’](?P<short>\d)0['’]?s\b"
        rf"|(?:(?P<nth>\d{{1,2}})(?:st|nd|rd|th)|(?P<worded>{'|'.join(ORDINALS)}|twenty-first))[\s-]century\b)"
        rf"|the\s(?:(?P<part2>early|mid|late)[\s-])?(?P<ties>{'|'.join(_TIES)})ies\b"
    ),
    _I,
)

_DECADE_HEADS = frozenset("temlfsnhb'’TEMLFSNHB")


def period(text: str, start: int) -> Found | None:
    """The quarter, half, span of years, decade, century or single year that begins at ``start``."""
    if part := quarter(text, start):
        return part
    letter = text[start : start + 1]
    if not letter.isdigit() and letter not in "fF":
        decade = _DECADE.match(text, start) if letter in _DECADE_HEADS else None
        return _decade(decade) if decade else None
    if (span := _SPAN.match(text, start)) and (found := _years(text, span)):
        return found
    if decade := _DECADE.match(text, start):
        return _decade(decade)
    if alone := _ALONE.match(text, start):
        if _is_count(text, start, alone):
            return None
        return qualify(text, Found(start, alone.end(), "date", day=Day(int(alone[1]))))
    if (far := _FAR_YEAR.match(text, start)) and _OF_TIME.search(text[max(0, start - 9) : start]):
        return Found(start, far.end(), "date", day=Day(int(far[0])))
    if fiscal := _SHORT_FISCAL.match(text, start):
        return Found(start, fiscal.end(), "date", day=Day(2000 + int(fiscal[1])))
    return None


def _years(text: str, said: re.Match[str]) -> Found | None:
    """2016–19, 2024/25, between 2018 and 2022; "2018 and 2022" are two years."""
    first, until = int(said["first"]), said["last"] or said["next"] or said["last2"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    if len(until) == 2 and until == "00":
        last += 100
    if first >= last or said["next"] and last != first + 1:
        return None
    if (said["link"] or "").lower() == "and" and not _BETWEEN.search(
        text[max(0, said.start() - 8) : said.start()]
    ):
        return None
    return Found(said.start(), said.end(), "date", day=Day(first, until=Day(last)))


def _is_count(text: str, start: int, said: re.Match[str]) -> bool:
    """Whether what looks like a year counts what follows: 1600 grants, 2000 homes; not the 2019 cases."""
    if not said[0][0].isdigit() or _OF_TIME.search(text[max(0, start - 9) : start]):
        return False
    after = unit(text, said.end())
    if after is None or after[1].kind not in ("count", "measure", "money"):
        return False
    if after[1].kind == "count" and after[0].lower() not in PLURALS:
        return False
    return int(said[1]) not in _NEAR_YEARS or after[1].kind != "count" or said[1] == "2000"


def _decade(said: re.Match[str]) -> Found:
    """The years from the first to the last of a decade or century: the 1990s, the nineties, the 19th century."""
    if nth := said["nth"] or said["worded"]:
        place = int(nth) if nth.isdigit() else ORDINALS.get(nth.lower(), 21)
        first, last = place * 100 - 99, place * 100
    else:
        ten = said["short"] or _TIES.get((said["ties"] or "").lower())
        first = int(said["tens"]) * 10 if said["tens"] else 1900 + int(ten or 0) * 10
        last = first + (99 if first % 100 == 0 and first < 2000 and said["tens"] else 9)
    part = said["part"] or said["part2"]
    return Found(
        said.start(), said.end(), "date", day=Day(first, part=part.lower() if part else None, until=Day(last))
    )
