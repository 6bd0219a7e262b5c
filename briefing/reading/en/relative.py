"""English dates counted from another day at a place in the text -> Found: last year, two weeks ago."""

from __future__ import annotations

import re

from ..found import Day, Found
from .calendar import FROM_CONTEXT, LEANS, MONTH, UNITS, WEEKDAYS, WORDS
from .calendar import month as month_of

_I = re.IGNORECASE
_RELATIVE = re.compile(
    (
        r"(?:(?:the|that)\s)?(last|past|this|next|coming|previous|preceding|prior|following|same)\s(year|"
        r"month|week|quarter|decade)\b(?!['’-])"
    ),
    _I,
)
_RELATIVE_DAY = re.compile(
    rf"(?:(last|this|next|coming|past)\s)?({'|'.join(WEEKDAYS)}|mon|tues?|wed|thurs?|fri|sat|sun)\b(?!s)", _I
)
_AHEAD = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|plans?|planned|set to|to be|is to|are to|by|until|before|from|starting"
    r"|opens?|begins?|meets?|closes?|coming|tomorrow)\b",
    _I,
)
"""Words beside a weekday that put it ahead: will meet on Monday, by Friday, from Tuesday."""
_BESIDE = 48
_RELATIVE_MONTH = re.compile(rf"(last|this|next)\s({MONTH})\b", _I)
_A_YEAR = re.compile(
    (
        r"(?:the\s)?(year|month|week|day|decade) (earlier|ago|later|(?:before|after)(?!\s(?:the|he|she|it|they|"
        r"that)\b))\b"
    ),
    _I,
)
_DAY_WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)) + r"\b", _I)
_AGO = re.compile(
    (
        r"\s?(ago|earlier|previously|later|hence|from now|(?:before|after)(?!\s(?:the|he|she|it|they|that|"
        r"all)\b))\b"
    ),
    _I,
)
_YEAR_END = re.compile(r"(?:the\s)?(?:end of (?:the|this) year|year[\s-]end|year['’]s end)\b", _I)


def relative(text: str, start: int) -> Found | None:
    """The date that begins at ``start`` and counts from publication or from another date."""
    if ending := _YEAR_END.match(text, start):
        return Found(start, ending.end(), "date", day=Day(shift=("Y", 0), part="late"))
    if said := _RELATIVE.match(text, start):
        word, unit = said[1].lower(), said[2].lower()
        if unit in ("decade", "quarter") or word == "past":
            return None
        shift = (UNITS[unit], LEANS.get(word, FROM_CONTEXT.get(word, 0)))
        return Found(start, said.end(), "date", day=Day(shift=shift, anaphoric=word in FROM_CONTEXT))
    if named := _RELATIVE_MONTH.match(text, start):
        day = Day(month=month_of(named[2]), lean=LEANS[named[1].lower()])
        return Found(start, named.end(), "date", day=day)
    if weekday := _RELATIVE_DAY.match(text, start):
        return _weekday(text, weekday)
    if ago := _A_YEAR.match(text, start):
        word = ago[2].lower()
        count = (10 if ago[1].lower() == "decade" else 1) * (1 if word in ("later", "after") else -1)
        shift = (UNITS[ago[1].lower()], count)
        return Found(start, ago.end(), "date", day=Day(shift=shift, anaphoric=word != "ago"))
    if day_word := _DAY_WORD.match(text, start):
        return Found(start, day_word.end(), "date", day=Day(shift=("D", WORDS[day_word[0].lower()])))
    return None


def _weekday(text: str, said: re.Match[str]) -> Found | None:
    """A weekday with its capital; short forms that are words too (sun, sat, wed) never.

    News tells of a weekday that is past unless a word beside it looks ahead; alone it is the next one.
    """
    lead, name = (said[1] or "").lower(), said[2].lower()
    if (
        not said[2][0].isupper()
        and (not lead or len(name) == 3)
        or name in ("sun", "sat", "mon", "wed", "fri")
    ):
        return None
    place = next(place for day, place in WEEKDAYS.items() if day.startswith(name[:3]))
    before, after = (
        text[max(0, said.start() - _BESIDE) : said.start()],
        text[said.end() : said.end() + _BESIDE],
    )
    ahead = bool(_AHEAD.search(before.rpartition(". ")[2]) or _AHEAD.search(after.partition(". ")[0]))
    told = not lead and not ahead and bool(before.strip() or after.strip(" ."))
    day = Day(weekday=place, lean=LEANS.get(lead, 0), told=told)
    return Found(said.start(), said.end(), "date", day=day)


def counted(text: str, end: int, unit: str, count: int) -> tuple[Day, int] | None:
    """The date that a distance gives: five years earlier, two weeks ago, three months later."""
    said = _AGO.match(text, end)
    letter = UNITS.get(unit)
    if said is None or letter is None:
        return None
    word = said[1].lower()
    count = count * 10 if unit == "decade" else count
    back = word in ("ago", "earlier", "before", "previously")
    return Day(
        shift=(letter, -count if back else count), anaphoric=word not in ("ago", "hence", "from now")
    ), said.end()
