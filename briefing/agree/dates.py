"""Dates as EDTF or as words -> the parts that they state, and whether two dates can be the same."""

from __future__ import annotations

import re

from briefing.model import Quantity

Parts = dict[str, str]
_EDTF = re.compile(r"(\d{4}|XXXX)(?:-([QH]\d|\d\d|XX))?(?:-(\d\d))?")
_PERIODS = (
    (re.compile(r"상반기|first[- ]half|\bH1\b|first six months", re.I), "H1"),
    (re.compile(r"하반기|second[- ]half|latter half|\bH2\b", re.I), "H2"),
    (re.compile(r"1\s?[·/]?\s?4?분기|first[- ]quarter|\bQ1\b|1Q\b", re.I), "Q1"),
    (re.compile(r"2\s?[·/]?\s?4?분기|second[- ]quarter|\bQ2\b|2Q\b", re.I), "Q2"),
    (re.compile(r"3\s?[·/]?\s?4?분기|third[- ]quarter|\bQ3\b|3Q\b", re.I), "Q3"),
    (re.compile(r"4\s?[·/]?\s?4?분기|fourth[- ]quarter|\bQ4\b|4Q\b", re.I), "Q4"),
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\b|(?<!\d)(1[0-2]|0?[1-9])월", re.I)
_MONTHS_RUN = re.compile(r"(?<!\d)(\d{1,2})월?\s?[~∼–-]\s?(\d{1,2})월")
_MONTH_NAME = re.compile(
    rf"\b({'|'.join(each.title() for each in _MONTHS)})[a-z]*\b|(?<!\d)(1[0-2]|0?[1-9])월"
)
_DAY = re.compile(r"(?<!\d)(3[01]|[12]\d|0?[1-9])일")


_NTHS = "첫 둘 셋 넷 다섯 first second third fourth fifth".split()
_NTH = re.compile(
    r"(첫|둘|셋|넷|다섯)째?\s?(?:주|[월화수목금토일]요일)|\b(first|second|third|fourth|fifth)\s(?:week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.I,
)
"""The week of a month, or which of its Thursdays."""
_SHORT = re.compile(r"['’‘`](\d\d)(?!\d)")
"""A year without its century: ’24, ’40년대."""


def parts(quantity: Quantity, written: str = "") -> Parts:
    """year, month, day, period, ``far`` (the distance of a relative date) and the end of an interval."""
    found: Parts = {}
    value = quantity.value if isinstance(quantity.value, str) else None
    if value is not None:
        first, _, last = value.partition("/")
        found |= _of(first)
        if last:
            found |= {f"to {key}": said for key, said in _of(last).items()}
            if found.get("to year") == found.get("year"):
                found.pop("to year", None)
            if found.get("to month") == found.get("month"):
                found.pop("to month", None)
    else:
        for pattern, period in _PERIODS:
            if pattern.search(written):
                found["period"] = period
        if run := _MONTHS_RUN.search(written):
            found["month"], found["to month"] = (f"{int(each):02d}" for each in run.groups())
        elif "period" not in found and (month := _MONTH.search(written)):
            number = _MONTHS.index(month[1].lower()) + 1 if month[1] else int(month[2])
            found["month"] = f"{number:02d}"
        if day := _DAY.search(written):
            found["day"] = f"{int(day[1]):02d}"
    if nth := _NTH.search(written):
        found["nth"] = str(1 + _NTHS.index((nth[1] or nth[2]).lower()) % 5)
    if short := _SHORT.search(written):
        found["year"] = short[1]
        found.pop("to year", None)
    _as_period(found)
    if quantity.relative is not None:
        found["far"] = quantity.relative
    if quantity.part is not None:
        found["part"] = quantity.part
    return found


_RUNS = {"01 03": "Q1", "04 06": "Q2", "07 09": "Q3", "10 12": "Q4", "01 06": "H1", "07 12": "H2"}


def _as_period(found: Parts) -> None:
    """January to March as the first quarter, which the other language may say."""
    run = _RUNS.get(f"{found.get('month')} {found.get('to month')}")
    if run and "day" not in found and "to year" not in found:
        del found["month"], found["to month"]
        found["period"] = run


def months(text: str) -> set[str]:
    """The months that a text names, whether or not they are dates in it."""
    found = set()
    for hit in _MONTH_NAME.finditer(text):
        found.add(f"{_MONTHS.index(hit[1].lower()) + 1 if hit[1] else int(hit[2]):02d}")
    return found


def _of(edtf: str) -> Parts:
    said = _EDTF.match(edtf)
    if said is None:
        return {"year": edtf}
    found: Parts = {}
    if said[1] != "XXXX":
        found["year"] = said[1]
    if said[2] and said[2][0] in "QH":
        found["period"] = said[2]
    elif said[2] and said[2] != "XX" and int(said[2]) <= 12:
        found["month"] = said[2]
    if said[3]:
        found["day"] = said[3]
    return found


def agree(a: Quantity, b: Quantity, written: tuple[str, str] = ("", "")) -> bool:
    """Whether no part that both state differs, and one states all that the other does (March = March 2024)."""
    return clash(parts(a, written[0]), parts(b, written[1])) is None


def _until(one: Parts, other: Parts) -> bool:
    """올해 들어 8월까지 is the first eight months of the year."""
    return one["month"] == other.get("to month") or other["month"] == one.get("to month")


def _one_part(one: str, other: str) -> bool:
    return one == other or (2 in (len(one), len(other)) and len(one) != len(other) and one[-2:] == other[-2:])


def clash(one: Parts, other: Parts) -> str | None:
    """The first part that both state differently; ``nothing`` where they share no part."""
    for key in ("year", "period", "month", "day", "nth", "to year", "to month", "to day", "to period"):
        if key in one and key in other and not _one_part(one[key], other[key]):
            if key == "month" and _until(one, other):
                continue
            return key
    absolute = "year" in one or "year" in other
    if "far" in one and "far" in other and one["far"] != other["far"] and not absolute:
        return "far"
    shared = (one.keys() & other.keys()) - {"part", "nth"}
    return None if shared else "nothing"
