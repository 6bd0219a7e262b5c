"""English text and the place of a possible figure -> the figure there, as one Grammar."""

from __future__ import annotations

import re

from ..found import Found, Grammar
from .dates import date
from .durations import time_word
from .figures import figure as numeral_figure
from .lengths import length
from .links import relate
from .skips import skip
from .triggers import TRIGGER
from .words import word


def _figure(text: str, start: int) -> Found | None:
    if settled := skip(text, start):
        return settled
    if found := date(text, start) or time_word(text, start) or length(text, start):
        return found
    if found := word(text, start):
        return found
    return numeral_figure(text, start)


def grammar() -> Grammar:
    """The English grammar."""
    return Grammar(TRIGGER, _figure, relate, re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘(])|\n"))
