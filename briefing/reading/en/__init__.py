"""English text and the place of a possible figure -> the figure there, as one Grammar."""

from __future__ import annotations

import re

from ..found import Found, Grammar
from .calendar import MONTHS, PARTS, SEASONS, WEEKDAYS
from .cardinals import ONES, ORDINALS, TENS
from .currencies import SIGN_TEXT
from .dates import date
from .durations import time_word
from .figures import figure as numeral_figure
from .fractions import VULGAR
from .links import relate
from .skips import skip
from .words import MULTIPLES, word

_WORDS = sorted(
    {*ONES, *TENS, *ORDINALS, *MONTHS, *WEEKDAYS, *PARTS, *SEASONS}
    | {
        "half",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "dozens",
        "tens",
        "several",
        "decades",
        "naught",
        "nought",
        "nil",
        "quarter",
        "twice",
        "thrice",
    },
    key=len,
    reverse=True,
)
_TRIGGER = re.compile(
    r"https?://\S+|www\.\S+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}|\d|"
    rf"(?<![\w.])\.\d+|{SIGN_TEXT}|[{''.join(VULGAR)}]"
    r"|\b(?:(?:(?-i:M?[A-Z]{3}|RM|Rs\.?)|(?:(?:malaysian?|indian|us|canadian|australian)\s)?(?:ringgits?|rupees|dollars))"
    r"\s?(?=\d)"
    rf"|(?:{'|'.join(MULTIPLES)})(?:d|s|ing)?\b|(?:{'|'.join(list(ONES)[2:])})[\s-]?fold\b"
    r"|half\b|an?\s(?=hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|tenth|"
    r"fourth|seventh|eighth|ninth|twent|thirt|trillionth|dollar\b|euro\b|pound\b|pair\b|half|few\s|couple\b)"
    r"|(?:few|many|some|couple(?:\sof)?)\s(?=hundred|thousand|million|billion|dozen)|point\s(?=\d)"
    r"|hundred\s(?=thousand|[mb]illion)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b"
    r"|(?:fiscal|financial|FY)\s?(?=\d|year)|Q[1-4]|H[12]\s|['’](?=\d0s)"
    r"|(?:the\s|that\s)?(?:last|this|next|coming|past|previous|preceding|prior|following|same)\s(?=[A-Za-z])"
    r"|(?:the\s)?(?:year|month|week|day|decade)['’]?s?[\s-](?=earlier|before|ago|later|after|end)"
    r"|yesterday|today|tomorrow|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|the\s(?=end of|"
    r"beginning of|start of|\d|first|second|third|fourth|final|early|late|mid)"
    rf"|(?:{'|'.join(_WORDS)})(?![a-z]))",
    re.IGNORECASE,
)


def _figure(text: str, start: int) -> Found | None:
    if settled := skip(text, start):
        return settled
    if found := date(text, start) or time_word(text, start):
        return found
    if found := word(text, start):
        return found
    return numeral_figure(text, start)


def grammar() -> Grammar:
    """The English grammar."""
    return Grammar(_TRIGGER, _figure, relate, re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘(])|\n"))
