"""Korean date words at a place in the text -> Found with a Day: 2023년 5월, 지난 4월, 27일, 올해 상반기, 7~8일."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ..found import Day, Found
from .calendar import TAKES, below_year, joined, period, spelled_year
from .date_words import (
    COUNTED_DAYS,
    COUNTS,
    DISTANCES,
    FIRST_WORDS,
    LEANS,
    YEARS,
    YEARS_FROM_CONTEXT,
    closed_by,
    either,
)
from .holidays import holiday
from .relative import ahead, counted, ending, run, spelled_distance, words
from .tense import tense
from .written import alone, century, dashed, written

__all__ = ["COUNTED_DAYS", "FIRST_WORDS", "counted", "date", "disguised"]

_LEAN = re.compile(rf"({either(LEANS)})\s?")
_YEAR_WORD = re.compile(rf"({either([*YEARS, *YEARS_FROM_CONTEXT])})(?:도(?![가-힣]))?")
_THIS_YEAR = re.compile(
    r"\s\d{1,2}월|\s?[상하]반기|\s\d(?:~\d)?\s?분기|초|\s?(?:봄|여름|가을|겨울)|\s(?:초|연말|연초|설|추석|한가위)"
)
"""What makes 올 before it this year."""
_YEAR = re.compile(
    r"(?:[’'‘](\d{2})|(\d{4}|[89]\d(?=년(?!간|\s?만|동안|\s?전|\s?뒤|\s?후|여|째|\s?이상|[대생])|년생)|"
    r"[0-7]\d(?=년\s?\d{1,2}월)))\s?년(?!간|대|\s?동안|여|\s?만에|\s?이상|\s?이하|\s?초과|\s?미만|\s?남짓|"
    r"\s?[전뒤후](?=$|[^가-힣]|[에의이인]|부터|까지))"
    rf"(?!{TAKES})(?:도(?![가-힣]))?"
)
_IN_DIGITS = re.compile(r"\d{1,4}\s?(?:[년월일분세사학회,./~∼〜～–—·ㆍᆞ‧-])|(?:19|20)\d\d(?!\d)")
"""Where a date in digits may stand; anything else is settled by this one look."""
_YEAR_AFTER = re.compile(
    r"(,)?\s((?:1[5-9]|20)\d\d)(?:년(?=에?(?![가-힣\s]))|년(?=(?(1)에)(?(1)\s|$))|(?=에(?![가-힣])|\s*$|[,.)]\s|[,.)]$))"
)
_WEEKDAY_FIRST = re.compile(r",?\s(?=\d{1,2}\s?월\s?\d{1,2}\s?일|\d{4}년\s)")
_TOLD_QUARTER = re.compile(
    r"(?!(?:[^.\n]|\.(?=\d)){0,90}(?:전망|예상|추정|추산|예측|관측|계획|목표|예정|기대|우려))"
    rf"(?:[^.\n]|\.(?=\d)){{0,90}}[{closed_by('ㅆ')}](?:다|습니다|으며|고|지만|는데)(?![가-힣])"
)
"""A quarter of which the sentence tells, and foretells nothing."""
_BEFORE_ERA = re.compile(
    r"기원전\s(?:약\s)?\d{1,5}(?:\s?[~∼〜～–-]\s?\d{1,5})?(?:년대|년|세기)(?:\s(?:초반|중반|후반|초|말|중엽))?(?:경|께|쯤)?"
)
"""Years before the year 1 have no place in a calendar date: such a date stays without a value."""
_QUARTERS = re.compile(r"[1-3]\s?[·ㆍ]\s?[2-4]분기")
_TO = re.compile(r"\s?(?:(?P<until>부터|에서)|[~∼〜～–—-])\s?")
_TO_END = re.compile(r"까지|\s?사이에?(?![가-힣])")
_TO_OTHER = re.compile(r"으?로(?!부터)")
"""A에서 B로 is a change from one date to another, and no span of time."""
_CIRCA = re.compile(r"(?:께|쯤|경)(?=$|[^가-힣]|[에의]|부터|까지|이[다며])")
_AMOUNT = re.compile(
    r"(?<![가-힣])(?:약|최대|최소|최장|거의|총|무려|꼬박|적어도|(?<!다음 )(?<!이번 )(?<!지난 )(?<!오는 )(?<!첫 )(?<!째 )(?<!같은 )(?<!마지막 )주)\s?$|\d박\s?$"
)
_AMOUNT_ENDS = frozenset(" 주약대소장의총려박도")
_WITHIN = re.compile(
    rf"(?:으?로)?부터\s?(?:(\d{{1,3}})|({either(COUNTS)}))\s?(일|주일|주|개월|달|년)\s?(?:이내|안에|내에|내로)"
)
_HEADS = frozenset(word[0] for word in FIRST_WORDS)
_SPELLED_HEADS = frozenset("일이삼사오유육칠팔구시십천")
"""What a month, day, quarter or year in letters may begin with."""
_STEPS = {"Y": ("year", "년"), "M": ("month", "개월"), "W": ("week", "주"), "D": ("day", "일")}


def date(text: str, start: int) -> Found | None:
    """The date or span of dates that begins at ``start``."""
    if text[start].isdigit() and not _IN_DIGITS.match(text, start):
        return None
    if text[start] == "기" and (era := _BEFORE_ERA.match(text, start)):
        return Found(start, era.end(), "date")
    first = _one(text, start)
    if first is None:
        return None
    day, end = _in_tense(text, *_after_weekday(text, *first))
    if _amount(text, start, day, end):
        return None
    if day.run is not None:
        return _stretch(text, start, day, end)
    if day.until is not None:
        return _about(text, Found(start, end, "date", day=day))
    if both := _to(text, day, end):
        return Found(start, both[1], "date", day=both[0])
    if day.month and day.day and day.year is None and not day.lean and (year := _YEAR_AFTER.match(text, end)):
        return Found(start, year.end(), "date", day=replace(day, year=int(year[2])))
    return _about(text, Found(start, end, "date", day=day))


def _after_weekday(text: str, day: Day, end: int) -> tuple[Day, int]:
    """월요일, 1월 22일: the date that the weekday before it belongs to."""
    follows = _WEEKDAY_FIRST.match(text, end) if day.weekday is not None and day.day is None else None
    whole = _dated(text, follows.end()) if follows and not day.lean and day.shift is None else None
    if whole is None or whole[0].month is None or whole[0].day is None:
        return day, end
    return replace(whole[0], weekday=day.weekday), whole[1]


def _in_tense(text: str, day: Day, end: int) -> tuple[Day, int]:
    """A bare month, day or weekday with what the verb after it says: told of or announced."""
    if (
        day.year is not None
        or day.shift is not None
        or day.lean
        or day.run is not None
        or day.period is not None
        and not (day.period[0] == "Q" and _TOLD_QUARTER.match(text, end))
    ):
        return day, end
    if day.feast is not None and text.startswith("을 앞", end):
        return day, end
    said = tense(text, end)
    if said == "now" and (day.month is None or day.day is not None and text.startswith("부터", end)):
        said = "due"
    return (replace(day, told=said == "told", due=said == "due") if said else day), end


def _about(text: str, found: Found) -> Found:
    """``found`` with the 경, 께 or 쯤 that may follow it."""
    if circa := _CIRCA.match(text, found.end):
        found.end, found.qualifier = circa.end(), "about"
    return found


def _amount(text: str, start: int, day: Day, end: int) -> bool:
    """약 15일, 최대 60년: a number of days or years, unless 까지 or 부터 makes it a date (최소 2030년까지)."""
    if start == 0 or text[start - 1] not in _AMOUNT_ENDS or day.month or day.lean or day.period or day.part:
        return False
    said = _AMOUNT.search(text, max(0, start - 5), start)
    return said is not None and not text.startswith(("까지", "부터", "에"), end)


def disguised(text: str, start: int) -> Found | None:
    """A date that looks like a code or a score: 9-18-15, 3·4분기, 3·1절."""
    said = dashed(text, start) or period(text, start, Day()) or holiday(text, start, False)
    said = said or (joined(text, start, Day()) if _QUARTERS.match(text, start) else None)
    return Found(start, said[1], "date", day=said[0]) if said else None


def _stretch(text: str, start: int, day: Day, end: int) -> Found:
    """지난 3주 as a span of dates; it stays a duration where no day of publication is known."""
    assert day.run is not None
    unit, count = day.run
    name, counter = _STEPS[unit]
    return Found(
        start, end, "date", Decimal(abs(count)), name, counter=counter, step=Decimal(1), day=day
    )  # fmt: skip


def _to(text: str, day: Day, end: int) -> tuple[Day, int] | None:
    """The second end of A부터 B까지, A~B, and the stretch of A로부터 7일 이내."""
    if (within := _WITHIN.match(text, end)) and day.shift and day.shift[0] == "D":
        count = int(within[1]) if within[1] else COUNTS[within[2]]
        return replace(day, until=Day(run=(DISTANCES[within[3]] or "D", count))), within.end()
    to = _TO.match(text, end)
    second = _one(text, to.end()) if to else None
    if to is None or second is None:
        return None
    last, end = second
    if last.lean or last.anaphoric or last.until or last.run or not _later(day, last):
        return None
    if to["until"] == "에서" and _TO_OTHER.match(text, end):
        return None
    closed = _TO_END.match(text, end) if to["until"] else None
    return replace(day, until=last), closed.end() if closed else end


def _later(first: Day, second: Day) -> bool:
    if first.year is not None and second.year is not None:
        return first.year <= second.year
    return (
        second.shift is None or first.shift is not None or first.year is not None or first.month is not None
    )


def _one(text: str, start: int) -> tuple[Day, int] | None:
    """One date, from its largest part down: lean, year, half or quarter, month, part, day."""
    letter = text[start : start + 1]
    if letter.isdigit() or letter and letter in "’'‘":
        found = written(text, start) or joined(text, start, Day())
        return found or _dated(text, start) or alone(text, start)
    if letter in _SPELLED_HEADS and (days := spelled_distance(text, start)):
        return days
    if letter not in _HEADS:
        return _dated(text, start) if letter in _SPELLED_HEADS else None
    if shifted := words(text, start) or ahead(text, start):
        return shifted
    if word := _YEAR_WORD.match(text, start):
        return _from_year_word(text, word)
    if said := _LEAN.match(text, start):
        return _leaning(text, said)
    return _dated(text, start)


def _dated(text: str, start: int) -> tuple[Day, int] | None:
    day, end = _year(text, start)
    return below_year(text, day, end, end > start)


def _year(text: str, start: int) -> tuple[Day, int]:
    if year := _YEAR.match(text, start):
        digits = year[1] or year[2]
        return Day(century(int(digits)) if len(digits) == 2 else int(digits)), year.end()
    if spelled := spelled_year(text, start):
        return Day(spelled[0]), spelled[1]
    return Day(), start


def _from_year_word(text: str, word: re.Match[str]) -> tuple[Day, int] | None:
    if word[1] == "올" and not _THIS_YEAR.match(text, word.end()):
        return None
    shift = YEARS.get(word[1], YEARS_FROM_CONTEXT.get(word[1], 0))
    day, end = Day(shift=("Y", shift), anaphoric=word[1] not in YEARS), word.end()
    return _edge(text, day, end) or below_year(text, day, end, True)


def _edge(text: str, day: Day, end: int) -> tuple[Day, int] | None:
    """내년 연초, 올 연말: the part of a year that a word before it has named."""
    edge = ending(text, end + (text[end : end + 1] == " "))
    if edge is None or edge[0].shift != ("Y", 0):
        return None
    return replace(day, part=edge[0].part), edge[1]


def _leaning(text: str, said: re.Match[str]) -> tuple[Day, int] | None:
    """What follows 지난 or 오는: a year, month, day, weekday or season, or a stretch of time."""
    lean, end = LEANS[said[1]], said.end()
    year, after = _year(text, end)
    if after > end:
        return below_year(text, replace(year, lean=lean), after, True)
    if found := below_year(text, Day(lean=lean), end, False, led=True):
        return found
    if said[1] == "지난" and (edge := ending(text, end)):
        return _last_end(edge)
    return run(text, end, lean)


def _last_end(edge: tuple[Day, int]) -> tuple[Day, int]:
    """지난 연말 is that of the year before."""
    assert edge[0].shift is not None
    return replace(edge[0], shift=(edge[0].shift[0], -1 if edge[0].part == "late" else 0)), edge[1]
