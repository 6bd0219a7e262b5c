"""English text and the place of a possible figure -> the figure there, as one Grammar."""

from __future__ import annotations

import re

from ..found import Found, Grammar
from . import dates
from .figures import figure as numeral_figure
from .links import relate
from .numerals import ONES, TENS
from .skips import skip
from .words import MULTIPLES, ORDINALS, word

_WORDS = sorted(
    {*ONES, *TENS, *ORDINALS, *dates.MONTHS, *dates.WEEKDAYS, *dates.PARTS}
    | {
        "half",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "dozens",
        "tens",
        "twice",
        "thrice",
    },
    key=len,
    reverse=True,
)
_TRIGGER = re.compile(
    r"https?://\S+|www\.\S+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}|\d|"
    r"(?<![\w.])\.\d+|(?:US|C|A|HK|S|NT|NZ|R)?[$€£¥₩₹]"
    r"|\b(?:(?:USD|EUR|GBP|KRW|JPY|CNY|RMB|CAD|AUD|CHF|INR|Rs\.?|AED|SGD|HKD)\s?(?=\d)"
    rf"|(?:{'|'.join(MULTIPLES)})(?:d|s|ing)?\b|(?:{'|'.join(list(ONES)[2:])})[\s-]?fold\b"
    r"|half\b|an?\s(?=hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|tenth|"
    r"half|few\s|couple\s)"
    r"|(?:several|many|some)\s(?=hundred|thousand|million|billion|dozen)"
    r"|(?:fiscal|financial|FY)\s?(?=\d|year)|Q[1-4]|H[12]\s|['’](?=\d0s)"
    r"|(?:the\s|that\s)?(?:last|this|next|coming|past|previous|preceding|prior|following|same)\s(?=[A-Za-z])"
    r"|(?:the\s)?(?:year|month|week|day)['’]?s?[\s-](?=earlier|before|ago|later|after|end)"
    r"|yesterday|today|tomorrow|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|the\s(?=end of|"
    r"beginning of|start of|\d|first|second|third|fourth|final|early|late|mid)"
    rf"|(?:{'|'.join(_WORDS)})(?![a-z]))",
    re.IGNORECASE,
)


def _figure(text: str, start: int) -> Found | None:
    if settled := skip(text, start):
        return settled
    if found := dates.date(text, start):
        return found
    if found := word(text, start):
        return found
    return numeral_figure(text, start)


def grammar() -> Grammar:
    """The English grammar."""
    return Grammar(_TRIGGER, _figure, relate, re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘(])|\n"))
