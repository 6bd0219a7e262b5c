"""A header of a table -> what it names without its bracketed unit, that unit, and the time that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import Mention
from briefing.reading import read

LONGEST = 300
"""Characters of a cell beyond which it is a text: neither figure, unit nor date is looked for in it."""
NOTE = r"(?:\s*(?:\d{1,2}[)）]|\*+|[†‡]|[⁰¹²³⁴-⁹]+[)⁾]?))"
"""A mark that leads to a note: 1), *, ¹⁾."""
_OPEN, _SHUT = r"[(（\[〔〈<]", r"[)）\]〕〉>]"
_INSIDE = r"[^()（）\[\]〔〕〈〉<>]"
_BRACKET = re.compile(rf"{_OPEN}({_INSIDE}*){_SHUT}")
_BRACKETED = re.compile(rf"\s*{_OPEN}({_INSIDE}*){_SHUT}{NOTE}*\s*\Z")
_UNIT_LINE = re.compile(
    rf"(?:단위|\bunits?)\s*(?:[:：;；]|[-–]\s)\s*({_INSIDE}+?)\s*(?:{_SHUT}|\Z)|{_OPEN}\s*단위\s+(?![:：;；-])({_INSIDE}+?)\s*{_SHUT}",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:,|[:：/]|\s[-–]|\bin(?=\s))\s*", re.IGNORECASE)
_PROVISIONAL = re.compile(
    r"\s*(?:\(?[per]\)|(?<=\d)[per]|(?<=\d\s)[per]|\*+|[†‡⁰¹²³⁴-⁹]+[)⁾]?)\Z|\s+\d{1,2}\)\Z"
)
_YEAR = r"((?:18|19|20|21)\d\d)"
_MONTH = r"(0?[1-9]|1[0-2])"
_YEAR_ALONE = re.compile(rf"{_YEAR}\s*(?:년도?)?")
_YEAR_MONTH = re.compile(rf"{_YEAR}(?:-(0[1-9]|1[0-2])|[./]\s?(0[1-9]|1[0-2])\.?|[./년]\s*{_MONTH}\s*월)")
_YEAR_DAY = re.compile(rf"{_YEAR}([-./])\s?(0[1-9]|1[0-2])\2\s?(0[1-9]|[12]\d|3[01])\.?")
_YEAR_QUARTER = re.compile(
    rf"{_YEAR}\s*(?:년|[-.])?\s*(?:[Qq]([1-4])|([1-4])\s?/\s?4(?:\s*분기)?|([1-4])\s*분기)"
)
_YEAR_HALF = re.compile(rf"{_YEAR}\s*(?:년|[-.])?\s*(?:[Hh]([12])|(상|하)반기)")
_QUARTER = re.compile(r"[Qq]([1-4])|([1-4])[Qq]|([1-4])\s?/\s?4(?:\s*분기)?|([1-4])\s*분기")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_ALONE = re.compile(rf"{_MONTH}\s*월|({'|'.join(_MONTHS)})[a-z]*\.?", re.IGNORECASE)


def plain(text: str) -> str:
    """A header as it is compared: runs of space as one."""
    return " ".join(text.split())


def unbracketed(header: str) -> str:
    """부족 인력(명) -> 부족 인력; what is all bracket stays as it is."""
    said = plain(header)
    return said if len(said) > LONGEST else plain(_BRACKETED.sub("", said)) or said


def brackets(header: str) -> Iterator[str]:
    """What stands in its brackets, the last one first: 부족 인력(명) -> 명, Loans (unit: $ bn) -> $ bn."""
    for said in reversed(_BRACKET.findall(header[-LONGEST:])):
        if inside := plain(unit_line(said) or said):
            yield inside


def tails(header: str) -> Iterator[str]:
    """What follows a comma, a colon, a slash, a dash or `in`, the shortest first: Exports, in USD million -> USD million."""
    outside = plain(re.sub(rf"{NOTE}+\Z", "", _BRACKET.sub(" ", plain(header)[-LONGEST:])))
    for found in reversed(list(_TAIL.finditer(outside))):
        if tail := outside[found.end() :]:
            yield tail


def unit_line(text: str) -> str:
    """The unit that a line above a table says (단위: 천 명; Unit: thousand persons), "" where it says none."""
    found = _UNIT_LINE.search(text[-LONGEST:])
    return plain(found[1] or found[2]) if found else ""


def all_unit(text: str) -> bool:
    """Whether a text says a unit and nothing else: (단위: 천 명)."""
    found = _UNIT_LINE.search(text) if len(text) <= LONGEST else None
    return found is not None and not re.sub(rf"{_OPEN}|{_SHUT}", "", text.replace(found[0], "")).strip()


def period(headers: Sequence[str], language: str) -> str | None:
    """The EDTF date that the headers of a cell say together: a year, and its month or quarter where another one has it.

    None where none of them is a date, or two of them are different ones.
    """
    full = {found for header in headers if (found := day(header, language))}
    if len(full) != 1:
        return None
    (known,) = full
    parts = {found for header in headers if (found := _part(header))}
    return f"{known}-{parts.pop()}" if len(known) == 4 and len(parts) == 1 else known


def day(header: str, language: str) -> str | None:
    """The date that a header is, a provisional mark (2023p) aside: 2023, 2023년, 2024-03, 2024.03, 2023 Q1, 2023 1/4."""
    if len(header) > LONGEST:
        return None
    said = plain(_PROVISIONAL.sub("", header))
    if found := _YEAR_ALONE.fullmatch(said):
        return found[1]
    if found := _YEAR_MONTH.fullmatch(said):
        if _may_be_two_years(said, language):
            return None
        return f"{found[1]}-{int(found[2] or found[3] or found[4]):02}"
    if found := _YEAR_DAY.fullmatch(said):
        return f"{found[1]}-{found[3]}-{found[4]}"
    if found := _YEAR_QUARTER.fullmatch(said):
        return f"{found[1]}-Q{found[2] or found[3] or found[4]}"
    if found := _YEAR_HALF.fullmatch(said):
        return f"{found[1]}-H{found[2] or '상하'.index(found[3]) + 1}"
    return _told(said, language) if any(map(str.isdigit, said)) else None


def _may_be_two_years(said: str, language: str) -> bool:
    """2010-11 and 2010/11 are the year from 2010 to 2011 in one table and November in another."""
    found = re.fullmatch(r"\d\d(\d\d)[-/](\d\d)", said)
    two = found is not None and (int(found[1]) + 1) % 100 == int(found[2])
    return two and (language == "en" or "/" in said)


def _told(said: str, language: str) -> str | None:
    """A date in words (March 2023), as prose says it; one that counts from another day is none."""
    mention = whole(said, language)
    if mention is None or mention.quantity.kind != "date" or mention.quantity.relative is not None:
        return None
    value = mention.quantity.value
    return value if isinstance(value, str) and value[:4].isdigit() else None


def _part(header: str) -> str | None:
    """The month or quarter of a year that a header is."""
    said = plain(_PROVISIONAL.sub("", header[:LONGEST]))
    if found := _QUARTER.fullmatch(said):
        return f"Q{next(group for group in found.groups() if group)}"
    if found := _MONTH_ALONE.fullmatch(said):
        month = int(found[1]) if found[1] else _MONTHS.index(found[2].lower()) + 1
        return f"{month:02}"
    return None


def whole(said: str, language: str) -> Mention | None:
    """The one figure that is all of ``said``; None where it is less, or several."""
    mentions = read(said, language=language)
    if len(mentions) == 1 and (mentions[0].span.start, mentions[0].span.end) == (0, len(said)):
        return mentions[0]
    return None


def levels(headers: Sequence[str]) -> Iterator[str]:
    """The headers without what is empty and without what repeats the one before (a merged cell)."""
    last = ""
    for header in headers:
        if header and header != last:
            yield header
        last = header or last
