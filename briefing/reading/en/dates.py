"""English date words at a place in the text -> Found with a Day: 11 March 2024, last year, Q2 2024."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as calendar_date

from ..found import Day, Found

MONTHS = {
    name: place
    for place, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
SHORT_MONTHS = {name[:3]: place for name, place in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    name: place
    for place, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "Y"}
LEANS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
FROM_CONTEXT = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "same": 0}
WORDS = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
PARTS = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "beginning": "early",
    "start": "early",
    "end": "late",
    "middle": "mid",
}

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\b\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s?(?:[-–—~]|to|until|through)\s?"
_I = re.IGNORECASE
_PART = re.compile(
    r"(?P<part>early|mid|late)(?:[\s-]+(?:in\s)?)|(?:the\s)?(?P<edge>beginning|start|end|middle) of ", _I
)
_MONTH_FIRST = re.compile(
    (
        rf"(?P<month>{_MONTH})(?:\s(?:the\s)?(?P<day>{_DAY})(?!\d|,\d{{3}}|[.:]\d|"
        rf"\s?%)(?:{_DASH}(?P<until>{_DAY})(?!\d))?)?(?:,?\s(?:of\s)?(?P<year>{_YEAR})\b)?"
    ),
    _I,
)
_DAY_FIRST = re.compile(
    (
        rf"(?:the\s)?(?P<day>{_DAY})(?:(?:{_DASH}|\sand\s)(?:the\s)?(?P<until>{_DAY}))?[\s-](?:of\s|day "
        rf"of\s)?(?P<month>{_MONTH})(?:[,\s-]+(?:of\s)?(?P<year>{_YEAR})\b)?"
    ),
    _I,
)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)|"
    r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)"
)
_QUARTER = re.compile(
    rf"Q(?P<q>[1-4])(?:\s?(?:of\s)?(?P<y1>{_YEAR}))?\b|(?P<y2>{_YEAR})[\s-]?Q(?P<q2>[1-4])\b|"
    rf"(?P<y5>\d\d)q(?P<q5>[1-4])\b"
    rf"|(?:the\s)?(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?P<what>quarter|qtr|"
    rf"half)(?:\s(?:of\s)?(?P<y3>{_YEAR}|this year|last year|next year))?\b"
    rf"|H(?P<h>[12])\s(?P<y4>{_YEAR})\b",
    _I,
)
_SPAN = re.compile(
    (
        rf"(?:from\s|between\s)?({_YEAR})(?:\s?[-–—]\s?({_YEAR}|\d\d)|\s(?:to|and|until|"
        rf"through)\s({_YEAR}))\b(?![-–/.,]\d|\s?%)"
    ),
    _I,
)
_ALONE = re.compile(
    (
        rf"(?:(?:fiscal|financial)\s(?:year\s)?|FY\s?)?({_YEAR})\b(?![,.]\d|\s?%|\s?(?:people|dollars|"
        rf"euros|pounds|won|km|kg|miles|workers|percent|per cent|GPUs|jobs|-)\b)(?!-\w)"
    ),
    _I,
)
_DECADE = re.compile(
    (
        r"(?:the\s)?(?:(early|mid|late)[\s-])?(?:(\d{3})0|['’](\d)0)['’]?s\b|(?:the\s)?(\d{1,2})(?:st|nd|"
        r"rd|th)[\s-]century\b"
    ),
    _I,
)
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
_RELATIVE_MONTH = re.compile(rf"(last|this|next)\s({_MONTH})\b", _I)
_A_YEAR = re.compile(
    (
        r"(?:the\s)?(year|month|week|day) (earlier|ago|later|(?:before|after)(?!\s(?:the|he|she|it|they|"
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
_MAY = re.compile(r"may\b(?!\s\d)", _I)


def _month(word: str) -> int:
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def date(text: str, start: int) -> Found | None:
    """The date or span of dates that begins at ``start``."""
    if text[start].isdigit():
        return _digits(text, start)
    return _named(text, start) or _relative(text, start)


def _digits(text: str, start: int) -> Found | None:
    if (iso := _ISO.match(text, start)) and (found := _numeric(iso)):
        return found
    if said := _DAY_FIRST.match(text, start):
        return _of(said, start)
    if quarter := _QUARTER.match(text, start):
        return _quarter(quarter)
    if span := _SPAN.match(text, start):
        first = int(span[1])
        until = span[2] or span[3]
        last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
        if first < last:
            return Found(start, span.end(), "date", day=Day(first, until=Day(last)))
    if decade := _DECADE.match(text, start):
        return _decade(decade)
    if alone := _ALONE.match(text, start):
        return Found(start, alone.end(), "date", day=Day(int(alone[1])))
    return None


def _numeric(iso: re.Match[str]) -> Found | None:
    if iso[1]:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None
    elif iso[7]:
        year, month, day = int(iso[7]), int(iso[8]), int(iso[9])
    else:
        month, day, year = int(iso[4]), int(iso[5]), int(iso[6])
        if len(iso[6]) == 2:
            year += 2000 if year < 50 else 1900
        if month > 12:
            month, day = day, month
    try:
        calendar_date(year, month, day or 1)
    except ValueError:
        return None
    return Found(iso.start(), iso.end(), "date", day=Day(year, month, day))


def _of(said: re.Match[str], start: int) -> Found:
    number = said["day"]
    day = Day(
        int(said["year"]) if said["year"] else None,
        _month(said["month"]),
        int(re.sub(r"\D", "", number)) if number else None,
    )
    if said["until"]:
        until = int(re.sub(r"\D", "", said["until"]))
        if day.day is not None and until > day.day:
            day = replace(day, until=replace(day, day=until))
    return Found(start, said.end(), "date", day=day)


def _quarter(said: re.Match[str]) -> Found | None:
    year_word = (
        said["y1"] or said["y2"] or said["y3"] or said["y4"] or (f"20{said['y5']}" if said["y5"] else None)
    )
    number = said["q"] or said["q2"] or said["q5"]
    if said["which"]:
        rank = ORDINALS[said["which"].lower()]
        period = f"H{rank}" if said["what"].lower() == "half" else f"Q{rank}"
        if said["what"].lower() == "half" and (rank > 2 or year_word is None):
            return None
    else:
        period = f"H{said['h']}" if said["h"] else f"Q{number}"
    day = Day(period=period)
    if year_word and year_word[0].isdigit():
        day = replace(day, year=int(year_word))
    elif year_word:
        day = replace(day, shift=("Y", LEANS[year_word.split()[0].lower()]))
    return Found(said.start(), said.end(), "date", day=day)


def _decade(said: re.Match[str]) -> Found:
    value = f"{said[2]}X" if said[2] else f"19{said[3]}X" if said[3] else f"{int(said[4]) - 1:02d}XX"
    return Found(
        said.start(), said.end(), "date", day=Day(decade=value, part=said[1].lower() if said[1] else None)
    )


def _named(text: str, start: int) -> Found | None:
    """Dates with the name of a month, a quarter, or early, mid and late before them."""
    if ending := _YEAR_END.match(text, start):
        return Found(start, ending.end(), "date", day=Day(shift=("Y", 0), part="late"))
    if part := _PART.match(text, start):
        inner = (
            date(text, part.end()) if part.end() < len(text) and not _PART.match(text, part.end()) else None
        )
        if inner is None or inner.day is None:
            return None
        inner.start, inner.core_start = start, start
        inner.day = replace(inner.day, part=PARTS[(part["part"] or part["edge"]).lower()])
        return inner
    if quarter := _QUARTER.match(text, start):
        return _quarter(quarter)
    if spoken := _DAY_FIRST.match(text, start):
        return _of(spoken, start)
    if (span := _SPAN.match(text, start)) and span[1] < (span[2] or span[3]):
        return Found(start, span.end(), "date", day=Day(int(span[1]), until=Day(int(span[2] or span[3]))))
    if decade := _DECADE.match(text, start):
        return _decade(decade)
    if alone := _ALONE.match(text, start):
        return Found(start, alone.end(), "date", day=Day(int(alone[1])))
    if said := _MONTH_FIRST.match(text, start):
        if not said["day"] and not said["year"] and not _is_month(text, said):
            return None
        return _of(said, start)
    return None


def _is_month(text: str, said: re.Match[str]) -> bool:
    """May, March, Mar and the like are months only with a capital, and May only after a preposition."""
    word = said["month"]
    if word.lower() in ("may", "march", "mar", "jan", "sun", "dec", "sep", "sept", "august", "jun"):
        return word[0].isupper() and bool(
            re.search(
                r"(?:in|since|by|until|of|last|next|this|from|and|to|early|mid|late)[\s-]$",
                text[max(0, said.start() - 7) : said.start()],
                re.IGNORECASE,
            )
        )
    return len(word) > 3 and word[0].isupper()


def _relative(text: str, start: int) -> Found | None:
    if said := _RELATIVE.match(text, start):
        word, unit = said[1].lower(), said[2].lower()
        shift = LEANS.get(word, FROM_CONTEXT.get(word, 0))
        if unit == "decade" or unit == "quarter" or word == "past":
            return None
        return Found(
            start, said.end(), "date", day=Day(shift=(UNITS[unit], shift), anaphoric=word in FROM_CONTEXT)
        )
    if month := _RELATIVE_MONTH.match(text, start):
        word = month[1].lower()
        return Found(start, month.end(), "date", day=Day(month=_month(month[2]), lean=LEANS[word]))
    if weekday := _RELATIVE_DAY.match(text, start):
        name = weekday[2].lower()
        if not weekday[2][0].isupper() and not weekday[1]:
            return None
        full = next(place for day, place in WEEKDAYS.items() if day.startswith(name[:3]))
        if name[:3] == name and not weekday[2][0].isupper() or name in ("sun", "sat", "mon", "wed", "fri"):
            return None
        return Found(
            start, weekday.end(), "date", day=Day(weekday=full, lean=LEANS.get((weekday[1] or "").lower(), 0))
        )
    if ago := _A_YEAR.match(text, start):
        count = 1 if ago[2].lower() in ("later", "after") else -1
        return Found(
            start,
            ago.end(),
            "date",
            day=Day(shift=(UNITS[ago[1].lower()], count), anaphoric=ago[2].lower() != "ago"),
        )
    if word_said := _DAY_WORD.match(text, start):
        return Found(start, word_said.end(), "date", day=Day(shift=("D", WORDS[word_said[0].lower()])))
    return None


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
